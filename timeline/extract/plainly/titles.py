"""Titles: the clause itself, with its subject, in an order that stands alone, and no longer than it must be."""

from dataclasses import replace

from timeline.extract.plainly.clauses import Clause, Role
from timeline.extract.plainly.order import clitics_second, verb_from_end, verb_second
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.subjects import is_bare_name, lacks_subject, subject
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.wording import Tokens, kept, line, shortened, tidy, told_tokens
from timeline.extract.wording import as_word
from timeline.extract.words import Tag, Token

_FEWEST = 2


def title(scene: PlainScene, index: int) -> str:
    """A title for a clause; "" where its words name nothing by themselves."""
    tokens = _named(scene, index, _said(scene, index))
    if sum(t.tag in {Tag.NAME, Tag.NOUN, Tag.NUMBER} for t in tokens) < _FEWEST:
        return ""
    return line(shortened(tokens, scene.words), scene.words)


def _said(scene: PlainScene, index: int) -> Tokens:
    """A clause with all it needs from the others."""
    clause, words = scene.clauses[index], scene.words
    own = told_tokens(scene, clause)
    match clause.role:
        case Role.RELATIVE:
            return _relative(scene, clause)
        case Role.REDUCED:
            return (*kept(scene, clause.antecedent), *own)
        case Role.ELLIPTIC:
            return (*_stem(scene, clause), *own)
        case Role.TOLD if not _neutral(scene, clause):
            return _reported(scene, index)
        case Role.ADVERBIAL | Role.CONDITIONAL | Role.TOLD:
            ordered = verb_from_end(own, words) if words.verb_second else clitics_second(own, words)
            return verb_second(ordered, words) if words.verb_second else ordered
        case Role.JOINED if lacks_subject(scene, index):
            lead = subject(scene, index)
            return (*lead, *own) if lead else clitics_second(own, words)
    if words.verb_second:
        own = verb_second(own, words)
    return _with_told(scene, index, clitics_second(own, words))


def _relative(scene: PlainScene, clause: Clause) -> Tokens:
    """The noun and its clause ("treaty that both signed"); with the noun itself for the pronoun where that is plainly the subject."""
    words = scene.words
    noun = kept(scene, clause.antecedent)
    own = kept(scene, clause.tokens)
    while own and own[0].tag is Tag.COMMA:
        own = own[1:]
    if not noun or not own:
        return own
    bound = words.determiners, words.possessives, words.pronouns
    following = own[1] if len(own) > 1 else None
    if own[0].low in words.subject_relatives and following is not None:
        takes = following.tag is Tag.NAME or any(following.low in group for group in bound)
        if not words.verb_second:
            return (*noun, *own[1:])
        if not takes:
            return verb_from_end((*noun, *own[1:]), words)
    return (*noun, Token(-1, -1, ",", ",", Tag.COMMA), *own) if words.verb_second else (*noun, *own)


def _stem(scene: PlainScene, clause: Clause) -> Tokens:
    """What a clause before the participle says that this one shares: "The treaty was"."""
    parent = scene.clauses[clause.parent] if clause.parent is not None else clause
    whole = _said(scene, clause.parent) if clause.parent is not None and parent is not clause else ()
    words = scene.words
    cut = next((i for i in range(len(whole)) if is_participle(whole, i, words)), None)
    if cut is None:
        return ()
    if not cut:  # "potpisan je sporazum": the participle opens, the subject follows
        return (*subject(scene, clause.parent or 0), *(t for t in whole[1:3] if t.low in words.clitics))
    first = next((i for i in range(cut) if finite_at(whole, i, words)), None)
    if words.verb_second and first is not None:
        return whole[: first + 1]
    return whole[:cut]


def _neutral(scene: PlainScene, clause: Clause) -> bool:
    """Whether who tells it takes no stand: what is told may then be told without them."""
    if clause.parent is None or any(scene.tokens[i].low in scene.words.reported for i in clause.tokens):
        return False
    teller = [scene.tokens[i].low for i in scene.clauses[clause.parent].tokens]
    return any(low in scene.words.neutral for low in teller)


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
    if not any(token.low in scene.words.telling for token in own):
        return own
    told = next((i for i, c in enumerate(scene.clauses) if c.role is Role.TOLD and c.parent == index), None)
    return own if told is None else _reported(scene, told)


def _named(scene: PlainScene, index: int, tokens: Tokens) -> Tokens:
    """With the name that a pronoun, or a verb without a subject, stands for, where that is safe."""
    words, role = scene.words, scene.clauses[index].role
    if not tokens or role in {Role.RELATIVE, Role.REDUCED, Role.TOLD}:
        return tokens
    first = tokens[0]
    pronoun = first.low in words.singular_pronouns
    plural = any(t.low in words.plural_verbs for t in tokens)
    if pronoun and not plural:
        name = _name(scene, index)
        return (as_word(name), *tokens[1:]) if name else tokens
    nobody = words.null_subject and role in {Role.MAIN, Role.JOINED} and not subject(scene, index)
    if nobody and not plural and (finite_at(tokens, 0, words) or is_participle(tokens, 0, words)):
        name = scene.topic()
        lowered = replace(first, text=first.text[:1].lower() + first.text[1:])
        return clitics_second((as_word(name), lowered, *tokens[1:]), words) if name else tokens
    return tokens


def _name(scene: PlainScene, index: int) -> str:
    """Whom a pronoun at the head of a clause stands for."""
    clause = scene.clauses[index]
    if clause.role in {Role.ADVERBIAL, Role.CONDITIONAL} and clause.parent is not None:
        main = subject(scene, clause.parent)
        if is_bare_name(main, scene.words):
            return " ".join(token.text for token in main)
        if not main or main[0].low not in scene.words.singular_pronouns:
            return ""
    return scene.topic()
