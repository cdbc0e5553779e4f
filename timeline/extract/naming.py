"""Naming: the title of a clause, with who did it, who says so, and what its pronouns stand for."""

from timeline.extract import headline
from timeline.extract.candidate import is_person_noun
from timeline.extract.clauses import Role
from timeline.extract.counted import once, one_of
from timeline.extract.figures import figure_before
from timeline.extract.firsthand import in_marks, is_firsthand
from timeline.extract.phrases import nominal_start
from timeline.extract.possessives import possessors
from timeline.extract.scene import Scene
from timeline.extract.subjects import meant_by_object, subject
from timeline.extract.whereabouts import places, things
from timeline.extract.wording import LONGEST, cleaned, phrase, written
from timeline.extract.words import Tag


def quoting_title(scene: Scene, index: int) -> str:
    """A title for who said what stands in quotation marks before: "Faure told the envoy: “We will not leave”"; "" if too long."""
    sentence, words = scene.sentence, scene.words
    tokens, clause = sentence.tokens, sentence.clauses[index]
    if clause.subject is None or tokens[clause.verb.head].low not in words.reporting:
        return ""
    start, end = clause.subject
    opening = next((i for i in range(start) if tokens[i].tag is Tag.QUOTE), start)
    if tokens[start].tag is not Tag.QUOTE or opening == start or start + 1 == end:
        return ""
    own, _ = subject(scene, index)
    who = own or phrase(tokens, start + 1, end, words)
    told_ = headline.headline(sentence, index, words, who)
    said = written(cleaned(tokens, range(opening + 1, start), words)).rstrip(",.")
    whole = f"{told_}: “{said}”"
    return whole if len(whole.split()) <= LONGEST + 2 else told_


def according_to(scene: Scene) -> str:
    """Who it is according to, for a title; "" where nobody is named: a survey and a law only say where it stands."""
    tokens = scene.sentence.tokens
    at = next(
        (i for i in range(len(tokens) - 2) if tokens[i].low == "according" and tokens[i + 1].low == "to"),
        None,
    )
    if at is None:
        return ""
    end = next(
        (i for i in range(at + 2, len(tokens)) if tokens[i].tag in {Tag.COMMA, Tag.END, Tag.STOP}),
        len(tokens),
    )
    names = [i for i in range(at + 2, end) if tokens[i].tag is Tag.NAME]
    if end < len(tokens) and tokens[end].tag is Tag.COMMA and not names:  # "the mayor of the town, Ann Lee,"
        after = next((i for i in range(end + 1, len(tokens)) if tokens[i].tag is not Tag.NAME), len(tokens))
        if after > end + 1 and after < len(tokens) and tokens[after].tag is Tag.COMMA:
            return written(tokens[end + 1 : after])
    end = next(
        (i for i in range(at + 3, end) if tokens[i].tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}), end
    )
    said = tokens[at + 2 : end]
    witnesses = any(token.low in scene.words.witnesses for token in said)
    person = any(is_person_noun(token.low, scene.words) for token in said) or tokens[end - 1].tag is Tag.NAME
    body = any(token.low in scene.words.organizations for token in said)
    known = bool(said) and (person or witnesses or body) and len(said) <= _FEW
    return scene.text[said[0].start : said[-1].end] if known else ""


_FEW = 5  # words that name who says it


def clause_title(scene: Scene, index: int, at: int | None) -> tuple[str, bool]:
    """The title of a clause for the date at a token, "" where it has none, and whether its subject is sure."""
    sentence, words = scene.sentence, scene.words
    clause = sentence.clauses[index]
    who, sure = subject(scene, index)
    opening = range(*clause.subject) if clause.subject else range(0)
    first = next((sentence.tokens[i] for i in opening if sentence.tokens[i].tag is not Tag.QUOTE), None)
    if who is None and first is not None and first.low in {"you", "your"}:
        return "", False  # "you go", whoever reads it
    if who is None and first is not None and first.low in words.first_person:
        quoted = headline.headline(sentence, index, words, _with_others(scene, index), at)
        return (in_marks(scene, quoted) if is_firsthand(quoted) else quoted), False
    if who is None:
        return "", False
    if (
        clause.role is Role.TOLD
        and not sure
        and first is not None
        and first.tag is Tag.PRONOUN
        and clause.parent is not None
    ):
        return clause_title(scene, clause.parent, None)  # who "he" is stays with who says so
    if (_says_of_oneself(scene, index) or _only_begins(scene, index)) and clause.parent is not None:
        return clause_title(scene, clause.parent, None)
    if figure := figure_before(scene, index):
        return figure, True
    known = _objects(scene, index)
    whose = {**possessors(scene, index), **places(scene, index)}
    title = headline.headline(sentence, index, words, who or None, at, known=known, whose=whose)
    if title and (named := things(scene, index)):
        whole = {**whose, **named}
        named_title = headline.headline(sentence, index, words, who or None, at, known=known, whose=whole)
        title = named_title if len(named_title.split()) <= LONGEST else title
    if is_firsthand(title):
        return in_marks(scene, headline.headline(sentence, index, words, None, at) or title), False
    return (title if at is None else once(sentence, index, at, one_of(sentence, index, title))), sure


def _only_begins(scene: Scene, index: int) -> bool:
    """Whether a clause says from when its sentence holds: "it issued coins, | beginning in 2014"."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    parent = scene.sentence.clauses[clause.parent] if clause.parent is not None else None
    if clause.role is not Role.REDUCED or parent is None or clause.subject != parent.subject:
        return False
    behind = clause.verb.first > parent.verb.first and clause.verb.end + 1 < len(tokens)
    dated = behind and tokens[clause.verb.end + 1].tag is Tag.TIME
    return dated and tokens[clause.verb.head].low in {"beginning", "starting", "commencing"}


def _says_of_oneself(scene: Scene, index: int) -> bool:
    """Whether it stands on nobody's word but their own: "she says that she turned down an award"."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    teller = scene.sentence.clauses[clause.parent] if clause.parent is not None else None
    if clause.role is not Role.TOLD or teller is None or teller.subject is None or clause.subject is None:
        return False
    told = (
        tokens[teller.verb.head].tag is Tag.PRESENT and tokens[teller.verb.head].low in scene.words.reporting
    )
    return told and tokens[clause.subject[0]].low in {"he", "she"} and tokens[teller.subject[0]].low != "it"


def _with_others(scene: Scene, index: int) -> str | None:
    """The whole of a subject that ends in the first person, which is another's deed too: "Pia and I"; else None."""
    tokens, clause = scene.sentence.tokens, scene.sentence.clauses[index]
    start, end = clause.subject or (0, 0)
    link = next((i for i in range(start, end) if tokens[i].tag is Tag.COORDINATOR), start - 1)
    if tokens[end - 1].low not in {"i", "we"} or link <= 0 or tokens[link].tag is not Tag.COORDINATOR:
        return None
    first = min(start, nominal_start(tokens, link))
    person = tokens[first].tag in {Tag.NAME, Tag.POSSESSIVE} and tokens[link - 1].tag in {Tag.NAME, Tag.NOUN}
    alone = first == 0 or tokens[first - 1].tag in {Tag.TIME, Tag.COMMA, Tag.QUOTE, Tag.STOP}
    return scene.text[tokens[first].start : tokens[end - 1].end] if person and alone else None


def after_a_lack(scene: Scene, index: int, title: str) -> str:
    """A title for the date that ends what was not: "was not found until May" is "was found", "did not come" until then."""
    verb = scene.sentence.clauses[index].verb
    be = scene.sentence.tokens[verb.first].tag is Tag.BE and verb.passive
    return title.replace(" not ", " ", 1) if be and " not " in title else f"{title} until then"


def _objects(scene: Scene, index: int) -> dict[str, str]:
    """What the pronoun that a clause's verb governs stands for, where that is certain."""
    tokens, end = scene.sentence.tokens, scene.sentence.clauses[index].verb.end
    low = tokens[end].low if end < len(tokens) else ""
    known = dict.fromkeys(scene.hero.pronouns & {"him", "her"}, scene.hero.name) if scene.hero else {}
    if (
        low in {"him", "her", "it", "them"}
        and low not in known
        and (meant := meant_by_object(scene, index, low))
    ):
        person = low in {"him", "her"}
        known[low] = meant if person or meant[:1].isupper() else f"the {meant}"
    return known
