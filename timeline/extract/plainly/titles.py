"""Titles: the clause itself, with its subject, in an order that stands alone, and no longer than it must be."""

from dataclasses import replace

from timeline.extract.plainly.genders import Sought, gender, meant, sought
from timeline.extract.plainly.order import (
    clitics_first,
    clitics_second,
    verb_from_end,
    verb_second,
    without_adjunct,
)
from timeline.extract.plainly.relatives import helped, placed, relative
from timeline.extract.plainly.roles import Clause, Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.subjects import is_bare_name, is_verbal, lacks_subject, subject
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.wording import LONGEST, Tokens, kept, line, shortened, tidy, told_tokens
from timeline.extract.plainly.words import is_word
from timeline.extract.wording import as_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords

_FEWEST = 2
_SHORT = 3  # words of a clause that names nobody who tells


def title(scene: PlainScene, index: int) -> str:
    """A title for a clause; "" where its words name nothing by themselves."""
    if (said := quoted(scene, index)) is not None:
        return said
    if disputed(scene, index):
        return _whole(scene)
    tokens = _named(scene, index, _said(scene, index))
    if len(tokens) > 1 and tokens[0].low in scene.words.negations and tokens[1].tag is Tag.COMMA:
        return ""  # "nicht 1921, sondern 1922"
    if sum(t.tag in {Tag.NAME, Tag.NOUN, Tag.NUMBER} for t in tokens) < _FEWEST:
        return ""
    return line(shortened(tokens, scene.words), scene.words)


def disputed(scene: PlainScene, index: int) -> bool:
    """Whether a clause is what a rumour or an allegation says: "Gerüchte, wonach die Marine kaufen wollte, …"."""
    at: int | None = index
    while at is not None:
        clause = scene.clauses[at]
        before = clause.tokens[0] - 1
        while before > 0 and scene.tokens[before].tag is Tag.COMMA:
            before -= 1
        if clause.parent is not None and before >= 0 and scene.tokens[before].low in scene.words.rumours:
            return True
        at = clause.parent
    return False


def _whole(scene: PlainScene) -> str:
    """All of a sentence but when: what is denied is not told without the denial; "" where that is too long."""
    said = kept(scene, range(len(scene.tokens)))
    return line(said, scene.words) if len(said) <= LONGEST + 2 else ""


def quoted(scene: PlainScene, index: int) -> str | None:
    """A title for words of somebody ("„…“, sagte Kern am Dienstag"), or for who said them; None where there are none.

    "" where it would be too long.
    """
    words = scene.words
    teller = next((i for i in range(len(scene.clauses)) if _attributes(scene, i)), None)
    if teller is None or index > teller:
        return None
    what = index if index < teller else max(0, teller - 1)
    first_person = any(scene.tokens[i].low in words.first_person for i in scene.clauses[what].tokens)
    if index != teller and not first_person:
        return None
    own = told_tokens(scene, scene.clauses[teller])
    verbs = next((i for i in range(len(own)) if not is_verbal(own, i, words)), len(own))
    speaker = own[verbs:]
    speaker = speaker[: next((i for i, t in enumerate(speaker) if t.tag is Tag.COMMA and i), len(speaker))]
    said = shortened(_said(scene, what), words)
    title = f"{line(speaker, words)}: {line(said, words)}" if speaker else ""
    return title if len(title.split()) <= LONGEST + 2 else ""


def _attributes(scene: PlainScene, index: int) -> bool:
    """Whether a clause only says who told what came before it: its verb of telling comes first."""
    clause, words = scene.clauses[index], scene.words
    if clause.role not in {Role.JOINED, Role.TOLD} or index == 0:
        return False
    before = next((t for t in reversed(scene.tokens[: clause.tokens[0]]) if t.tag is not Tag.COMMA), None)
    own = told_tokens(scene, clause)
    verbal = 0
    while verbal < len(own) and is_verbal(own, verbal, words):
        verbal += 1
    telling = any(token.low in words.telling for token in own[:verbal])
    nothing_told = not any(c.role is Role.TOLD and c.parent == index for c in scene.clauses)
    return telling and nothing_told and before is not None and before.tag is Tag.QUOTE


def _said(scene: PlainScene, index: int) -> Tokens:
    """A clause with all it needs from the others."""
    clause, words = scene.clauses[index], scene.words
    own = told_tokens(scene, clause)
    match clause.role:
        case Role.RELATIVE:
            return placed(scene, clause) or relative(scene, clause)
        case Role.REDUCED:
            who = kept(scene, clause.antecedent) or (
                () if clause.parent is None else subject(scene, clause.parent)
            )
            who = () if len(who) == 1 and who[0].low in words.pronouns else who
            return (*who, *helped(who, own, words), *(_lowered(own) if who else own))
        case Role.ELLIPTIC if any(t.low in words.reflexives and t.low in words.clitics for t in own[:2]):
            return (*subject(scene, index), *clitics_first(own, words))  # "i pridružila se savezu"
        case Role.ELLIPTIC:
            return _with_auxiliary(scene, clause, own) or (*_stem(scene, clause), *own)
        case Role.TOLD if not _neutral(scene, clause):
            return _reported(scene, index)
        case Role.ADVERBIAL | Role.CONDITIONAL | Role.TOLD:
            ordered = verb_from_end(own, words) if words.verb_second else clitics_second(own, words)
            return verb_second(ordered, words) if words.verb_second else ordered
        case Role.JOINED if lacks_subject(scene, index):
            lead = subject(scene, index)
            return (*lead, *clitics_first(own, words)) if lead else clitics_second(own, words)
    if words.verb_second:
        own = (*verb_second(without_adjunct(own, words), words), *_shared_end(scene, index, own))
    return _with_told(scene, index, clitics_second(own, words))


def _shared_end(scene: PlainScene, index: int, own: Tokens) -> Tokens:
    """The "worden" that two participles share: "war 1951 gegründet und 1992 privatisiert worden"."""
    after = next((c for c in scene.clauses if c.role is Role.ELLIPTIC and c.parent == index), None)
    last = [scene.tokens[i] for i in after.tokens if is_word(scene.tokens[i])][-1:] if after else []
    shares = bool(last) and last[0].low == "worden" and all(token.low != "worden" for token in own)
    return tuple(last) if shares else ()


def _with_auxiliary(scene: PlainScene, clause: Clause, own: Tokens) -> Tokens:
    """A clause with a subject of its own and the verb it shares: "die Schule eröffnet" as "die Schule wurde eröffnet"."""
    words = scene.words
    at = next((i for i in range(len(own)) if is_participle(own, i, words)), 0)
    bound = bool(own) and (own[0].low in words.determiners or own[0].tag is Tag.NAME or not words.verb_second)
    named = (
        at > 0 and bound and own[0].low not in words.prepositions and own[at - 1].tag in {Tag.NAME, Tag.NOUN}
    )
    if not named or clause.parent is None or any(t.low in words.adverbs for t in own[:at]):
        return ()
    whole = _said(scene, clause.parent)
    places = range(len(whole))
    verb = next(
        (whole[i] for i in places if finite_at(whole, i, words) and not is_participle(whole, i, words)), None
    )
    if (
        verb is not None
        and words.verb_second
        and verb.low not in words.passive
        and verb.low not in words.copulas
    ):
        return ()  # "hatten Mängel festgestellt und die Sperrung verlangt": what it was done to
    if verb is not None and own[at].low.endswith("s") and verb.low in _PLURALS:
        verb = replace(verb, text=_PLURALS[verb.low], low=_PLURALS[verb.low])
    return (*own[:at], verb, *own[at:]) if verb is not None else ()


_PLURALS = {
    "fut": "furent",
    "est": "sont",
    "était": "étaient",
    "fue": "fueron",
    "sera": "seront",
    "será": "serán",
}


def _stem(scene: PlainScene, clause: Clause) -> Tokens:
    """What a clause before the participle says that this one shares: "The treaty was"."""
    parent = scene.clauses[clause.parent] if clause.parent is not None else clause
    whole = _said(scene, clause.parent) if clause.parent is not None and parent is not clause else ()
    words = scene.words
    verb = next((i for i in range(len(whole)) if finite_at(whole, i, words)), -1)
    places = [i for i in range(len(whole)) if is_participle(whole, i, words)]
    cut = next((i for i in places if i > verb), 0 if 0 in places else None)
    if cut is None:
        return ()
    if not cut:  # "potpisan je sporazum": the participle opens, the subject follows
        return (*subject(scene, clause.parent or 0), *(t for t in whole[1:3] if t.low in words.clitics))
    if words.verb_second and 0 <= verb < cut:
        if whole[0].low in words.prepositions and (who := subject(scene, clause.parent or 0)):
            return (*who, whole[verb])
        return whole[: verb + 1]
    return whole[:cut]


def _neutral(scene: PlainScene, clause: Clause) -> bool:
    """Whether who tells it takes no stand: what is told may then be told without them."""
    words = scene.words
    if clause.parent is None or any(scene.tokens[i].low in scene.words.reported for i in clause.tokens):
        return False
    teller = [scene.tokens[i].low for i in scene.clauses[clause.parent].tokens]
    if any(low in words.hearsay for low in teller) and len(teller) <= _SHORT:
        return False  # "se dice que", "on dit que": nobody's word
    if is_cleft(scene, clause.parent):
        return True
    return any(low in scene.words.neutral for low in teller)


def is_cleft(scene: PlainScene, index: int) -> bool:
    """Whether a clause only brings forward a date of the one that hangs on it: "C'est en 1907 qu'elle …"."""
    words = scene.words
    said = [t for t in kept(scene, scene.clauses[index].tokens) if is_word(t)]
    bare = all(t.low in words.copulas or t.low in words.pronouns or t.low in words.reflexives for t in said)
    dated = any(scene.is_time(i) for i in scene.clauses[index].tokens)
    return dated and bare and bool(said) and not any(t.low in words.telling for t in said)


def _reported(scene: PlainScene, index: int) -> Tokens:
    """Who tells, and what they tell."""
    clause = scene.clauses[index]
    if clause.parent is None:
        return told_tokens(scene, clause)
    teller = scene.clauses[clause.parent]
    own = told_tokens(scene, teller)
    own = verb_second(own, scene.words) if scene.words.verb_second else clitics_second(own, scene.words)
    comma = (Token(-1, -1, ",", ",", Tag.COMMA),) if scene.words.verb_second else ()
    return (*own, *comma, *tidy(kept(scene, clause.tokens)))


def _with_told(scene: PlainScene, index: int, own: Tokens) -> Tokens:
    """With what it tells, where it is somebody's word: "The minister said that …"."""
    last = scene.clauses[index].tokens[-1]
    told = next((i for i, c in enumerate(scene.clauses) if c.role is Role.TOLD and c.parent == index), None)
    if told is None or scene.clauses[told].tokens[0] > last + 2:
        return own
    return _reported(scene, told)


def _named(scene: PlainScene, index: int, tokens: Tokens) -> Tokens:
    """With the name that a pronoun, or a verb without a subject, stands for, where that is safe."""
    words, role = scene.words, scene.clauses[index].role
    if not tokens or role in {Role.RELATIVE, Role.TOLD}:
        return tokens
    first = tokens[0]
    wanted = sought(tokens, words)
    thing = wanted.gender == "n" and wanted.suffers and first.low in words.pronouns  # "es wurde verkauft"
    pronoun = first.low in words.singular_pronouns or thing
    plural = any(
        t.low in words.plural_verbs and t.tag is Tag.NOUN and finite_at(tokens, at, words)
        for at, t in enumerate(tokens)
    )
    if pronoun and not plural:
        name = _name(scene, index, wanted)
        return (as_word(name), *tokens[1:]) if name else tokens
    nobody = (
        words.null_subject and role in {Role.MAIN, Role.JOINED, Role.ELLIPTIC} and not subject(scene, index)
    )
    if nobody and not plural and (lead := _adjunct(tokens, words)):
        name = scene.topic(wanted)
        return (as_word(name), *tokens[lead:]) if name else tokens
    if nobody and not plural and is_verbal(tokens, 0, words):
        name = scene.topic(wanted)
        return clitics_second((as_word(name), *_lowered(tokens)), words) if name else tokens
    return tokens


def _adjunct(tokens: Tokens, words: TellingWords) -> int:
    """Where the verb stands right behind a comma and what has no verb: "Tras dos años en un campo, | embarcó en Marsella"."""
    comma = next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA), 0)
    if not comma or comma + 1 >= len(tokens) or not is_verbal(tokens, comma + 1, words):
        return 0
    return 0 if any(finite_at(tokens, i, words) for i in range(comma)) else comma + 1


def _lowered(tokens: Tokens) -> Tokens:
    """Tokens that opened a sentence and no longer do."""
    first = tokens[0]
    return (replace(first, text=first.text[:1].lower() + first.text[1:]), *tokens[1:])


def _name(scene: PlainScene, index: int, wanted: Sought) -> str:
    """Whom a pronoun at the head of a clause stands for."""
    clause = scene.clauses[index]
    if clause.role in {Role.ADVERBIAL, Role.CONDITIONAL} and clause.parent is not None:
        main = subject(scene, clause.parent)
        if is_bare_name(main, scene.words):
            return " ".join(token.text for token in main)
        if not main or main[0].low not in scene.words.singular_pronouns:
            of = wanted.gender and wanted.gender in gender(main, scene.words)
            return meant(main, wanted.gender, scene.words) if of else ""
    before = (subject(scene, i) for i in range(index) if scene.clauses[i].role in {Role.MAIN, Role.JOINED})
    named = [own for own in before if own and own[0].low not in scene.words.pronouns]
    if any(not wanted.gender or wanted.gender in gender(own, scene.words) for own in named):
        return ""  # "the Gestapo searched the house; in May she came back": either may be meant
    return scene.topic(wanted)
