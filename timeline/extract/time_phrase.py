"""Time phrase: the words that place something in time together with its date."""

from collections.abc import Sequence

from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords


def time_phrase(tokens: Sequence[Token], at: int, words: EventWords) -> tuple[int, int]:
    """The tokens that place something in time with the expression at `at`: its prepositions and links too."""
    start = at
    if is_attributive(tokens, at):
        return at, at + 1
    while start > 0:
        token = tokens[start - 1]
        if token.tag is Tag.PREPOSITION and token.low in words.time_prepositions:
            start -= 1
            if token.low == "as" and start and tokens[start - 1].low == "of":
                start -= 1
        elif (
            (token.tag is Tag.TO and start > 1 and tokens[start - 2].tag is Tag.TIME)
            or token.low in words.before_dates
            or (token.low in {"least", "latest"} and start > 1 and tokens[start - 2].low in {"at", "the"})
            or (token.low == "at" and start < at and tokens[start].low == "least")
            or _unit_named(tokens, start - 1, at)
            or (token.tag in {Tag.DETERMINER, Tag.THAT} and token.low in {"the", "this", "that"})
        ):
            start -= 1
        else:
            break
    if start < at and start and tokens[start - 1].low in _FROM and tokens[start].tag is Tag.PREPOSITION:
        start -= 1  # "was in use beginning in 1777"
    if start > 1 and tokens[start].low == "from" and tokens[start - 1].low == "effect":
        start -= 2  # "with effect from 1 October"
    if start > 1 and tokens[start].low in {"after", "before"}:
        how_far = tuple(token.low for token in tokens[start - 2 : start])
        start -= 2 if how_far in _HOW_FAR else 0  # "they came a little after midnight"
    return _before_comparison(tokens, start, words), at + 1


_FROM = frozenset({"beginning", "starting", "commencing"})
_HOW_FAR = frozenset({("a", "little"), ("a", "bit"), ("not", "long"), ("a", "while")})


def _unit_named(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether a word only says what sort of date follows: "over the years 1751-1777"."""
    if index + 1 != at or tokens[index].low not in {"year", "years", "month", "months", "days"}:
        return False
    return index > 0 and tokens[index - 1].tag is Tag.DETERMINER and tokens[at].text[:1].isdigit()


def is_attributive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the expression stands before its noun: "the 2022 Games", "Kosovo's 2008 declaration"."""
    after = at + 1
    while after < len(tokens) and tokens[after].tag is Tag.TIME:
        after += 1
    if at == 0 or after >= len(tokens) or tokens[after].tag not in {Tag.NAME, Tag.NOUN, Tag.ING}:
        return False
    before = tokens[at - 1]
    if before.tag is Tag.TIME:
        return is_attributive(tokens, at - 1)
    if "-" in tokens[at].text.rstrip("-") and before.tag is Tag.PREPOSITION and tokens[after].tag is Tag.NOUN:
        return True  # "in third-quarter profit"
    if tokens[at].low in {"recent", "current", "present", "former", "future", "past"}:
        return True
    return before.owns or before.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN} or tokens[at].owns


def _before_comparison(tokens: Sequence[Token], start: int, words: EventWords) -> int:
    """As in "in comparison to the previous year", "compared with 2019": what compares goes with the date."""
    index = start
    links = {"to", "with", "in", "the", "that", "those", "by"}
    while index > 0 and (tokens[index - 1].low in links or tokens[index - 1].low in words.comparing):
        index -= 1
        if tokens[index].low in words.comparing:
            return index - 1 if index and tokens[index - 1].low in {"in", "by"} else index
    return start
