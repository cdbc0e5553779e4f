"""Figures: what a bare figure is of, where it is held against the one told right before.

"The town imported wool worth 65 million crowns in 1913. This figure doubled compared to 1903, when the value was 34 million
crowns": in 1903 the town imported wool worth 34 million crowns.
"""

from collections.abc import Sequence

from timeline.extract import headline
from timeline.extract.amounts import is_figure
from timeline.extract.clauses import Parsed, Role
from timeline.extract.scene import Scene
from timeline.extract.wording import phrase
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords

_FIGURES = frozenset(["figure", "value", "number", "amount", "total", "sum"])


def figure_before(scene: Scene, index: int) -> str:
    """A title for a clause that only says what "the value was"; "" where it is not certain what that is of."""
    sentence, words = scene.sentence, scene.words
    tokens, clause = sentence.tokens, sentence.clauses[index]
    if index == 0 or tokens[clause.verb.head].tag is not Tag.BE or not _bare(sentence, index, {"the"}):
        return ""
    before = scene.before() if _bare(sentence, 0, {"this", "that"}) else None
    mine = _amount([tokens[i] for i in sentence.owned_by(index)])
    if before is None or not mine:
        return ""
    for other in range(len(before.clauses)):
        said = [before.tokens[i] for i in before.owned_by(other)]
        theirs = _amount(said)
        if is_figure(before, other, words) and len(theirs) == len(mine) and theirs[-1].low == mine[-1].low:
            told = headline.headline(before, other, words)
            was, now = (" ".join(token.text for token in amount) for amount in (theirs, mine))
            return told.replace(was, now) if told.count(was) == 1 else ""
    return ""


def measured_of(sentence: Parsed, words: EventWords) -> str:
    """What a sentence's figures are of: "The herring catch fell to …", "There were 102 wrecks"; "" where that is a pronoun or not sure."""
    tokens = sentence.tokens
    clause = next((c for c in sentence.clauses if c.verb.finite and c.role is Role.MAIN), None)
    exists = clause is not None and clause.verb.first > 0 and tokens[clause.verb.first - 1].low == "there"
    if clause is None or (clause.subject is None and not exists):
        colon = next((i for i, token in enumerate(tokens) if token.low == ":"), 0)
        open_ = any(
            token.tag is Tag.OPEN for token in tokens[:colon]
        )  # "Children £2 (2018: £1.50)" is a price
        return (
            phrase(tokens, 0, colon, words)
            if 0 < colon <= _NAMED and not open_ and not sentence.clauses
            else ""
        )
    start, end = clause.subject or (0, 0)
    if exists:
        start = end = clause.verb.end
        while end < len(tokens) and (tokens[end].tag in {Tag.NUMBER, Tag.NOUN, Tag.NAME, Tag.ADVERB}):
            end += 1
        while start < end and tokens[start].tag in {Tag.NUMBER, Tag.ADVERB}:
            start += 1
    if start == end or tokens[start].low in words.subject_pronouns | {"this", "that", "these", "those"}:
        return ""
    if tokens[clause.verb.head].low in words.reporting:
        return ""  # "Ms Lee reported 212 pupils, compared with 219 in 2016": they are not hers
    while start < end and tokens[start].tag is Tag.NUMBER:
        start += 1  # "61,000 birds were culled, against 212,000 in 2017" tells of birds
    index = sentence.clauses.index(clause)
    if not is_figure(sentence, index, words) and tokens[clause.verb.head].low not in words.statistic_verbs:
        return ""
    said = phrase(tokens, start, end, words)
    return f"{said[:1].upper()}{said[1:]}"


_NAMED = 8  # tokens before the colon of a line of figures


def _bare(sentence: Parsed, index: int, pointing: set[str]) -> bool:
    """Whether a clause's subject is a figure and nothing but that: "the value", "this figure"."""
    subject = sentence.clauses[index].subject
    said = [t.low for t in sentence.tokens[slice(*subject)] if t.tag is not Tag.ADVERB] if subject else []
    return len(said) == len("it") and said[0] in pointing and said[1] in _FIGURES


def _amount(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The one amount among tokens, with its unit: "340 million euros"; () where there are more."""
    places = [i for i, token in enumerate(tokens) if token.tag is Tag.NUMBER]
    if not places or places != list(range(places[0], places[-1] + 1)):
        return ()
    end = places[-1] + 2
    return tuple(tokens[places[0] : end]) if end <= len(tokens) and tokens[end - 1].tag is Tag.NOUN else ()
