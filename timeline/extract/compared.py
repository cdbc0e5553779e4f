"""Compared: dates that are no happening's: of what is held against, or a part of a law's name."""

from timeline.extract.clauses import Parsed
from timeline.extract.phrases import nominal_start
from timeline.extract.time_phrase import time_phrase
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords

_VERBAL = frozenset({Tag.PAST, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PRESENT})


def compared(sentence: Parsed, at: int, words: EventWords) -> bool:
    """Whether the date is only held against another: "compared to 2019", "up from $29 in March"."""
    tokens = sentence.tokens
    start, _ = time_phrase(tokens, at, words)
    if _bounded(tokens, at):
        return False
    if any(t.low in words.comparing for t in tokens[start:at]) or _of_another(tokens, at):
        return True
    if at + 1 < len(tokens) and tokens[at + 1].low == "than":
        return True  # "opened in May, two years later than planned"
    if start and tokens[start - 1].low == "dated":
        return not _written_in(tokens, start - 1)
    if start and tokens[start - 1].low in {"effective", "register", "record"}:
        return True
    if _of_figures(sentence, start, words) or _by_how_much(tokens, at) or _since_a_superlative(tokens, at):
        return True
    if _of_feast(sentence, at):
        return True
    links = {"the", "that", "those", "with", "half", "twice", "of", "same", "time", "period"}
    while start > 0 and (
        tokens[start - 1].tag in {Tag.TO, Tag.PREPOSITION} or tokens[start - 1].low in links
    ):
        if tokens[start - 1].low in words.comparing:
            return True
        start -= 1
    return start > 0 and tokens[start - 1].low in words.comparing


def _bounded(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a "than" only bounds the date: "not later than 31 March", "no earlier than May"."""
    before = [token.low for token in tokens[max(at - 4, 0) : at] if token.low not in {"on", "the"}]
    return (
        before[-1:] == ["than"]
        and before[-2:-1] in (["later"], ["earlier"], ["sooner"])
        and (before[-3:-2] in (["not"], ["no"]))
    )


def _of_another(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the date is of another of the kind: "the worst fire after that of 1911"."""
    of = at - 1 - (at > 1 and tokens[at - 1].low == "the")
    return of > 0 and tokens[of].low == "of" and tokens[of - 1].low in {"that", "those"}


def _by_how_much(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the date says since when something went up or down by so much: "up 6 per cent on 2021"."""
    if at < 2 or tokens[at - 1].low != "on":
        return False
    near = tokens[max(at - _FAR - 4, 0) : at - 1]  # "up 6 per cent on 2021 and 44 per cent on 2012"
    way = next((i for i, token in enumerate(near) if token.low in {"up", "down"}), None)
    return way is not None and way + 1 < len(near) and near[way + 1].tag is Tag.NUMBER


def _of_feast(sentence: Parsed, at: int) -> bool:
    """Whether a feast says what kind of thing it is, and dates nothing: "their traditional Christmas messages"."""
    tokens = sentence.tokens
    if at == 0 or at + 1 >= len(tokens) or tokens[at].low not in _FEASTS:
        return False
    opens = any(clause.subject is not None and clause.subject[0] == at + 1 for clause in sentence.clauses)
    said = tokens[at + 1].tag in {Tag.NOUN, Tag.ING} and tokens[at - 1].tag in {Tag.NOUN, Tag.POSSESSIVE}
    return said and not opens


_FEASTS = frozenset({"christmas", "easter", "thanksgiving", "halloween", "ramadan", "passover", "new year"})


def comes_after(sentence: Parsed, start: int) -> bool:
    """Whether the date that a phrase at `start` says is of what something came after: "the strike followed a walkout in March"."""
    tokens = sentence.tokens
    if start >= len(tokens) or not sentence.clauses:
        return False
    clause = sentence.clauses[max(sentence.owner[start], 0)]
    verb, between = clause.verb, tokens[clause.verb.end : start]
    if verb.passive or tokens[verb.head].low not in _ORDERED or not between:
        return False
    plain = {Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ADVERB}
    return between[0].tag is Tag.DETERMINER and all(token.tag in plain for token in between[1:])


_ORDERED = frozenset({"follows", "followed", "precedes", "preceded"})


def _since_a_superlative(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the date only bounds what something is the most of: "the worst flood since 1953", "the first since May"."""
    if at < 2 or tokens[at - 1].low != "since":
        return False
    for token in reversed(tokens[max(0, at - 1 - _FAR) : at - 1]):
        if token.tag in _VERBAL or token.tag in {Tag.COMMA, Tag.STOP}:
            return False
        if token.low == "any":
            return any(
                t.low == "than" for t in tokens[max(0, at - 1 - _FAR) : at]
            )  # "more than in any year since 2009"
        if token.low in _MOST or (len(token.low) > _SHORTEST and token.low.endswith("est")):
            return token.tag not in {Tag.NAME, Tag.PREPOSITION} and token.low not in _NO_SUPERLATIVES
    return False


_FAR = 8  # tokens from a superlative to its "since"
_SHORTEST = 5  # letters of "fewest" without its last
_NO_SUPERLATIVES = frozenset(
    [
        "forest",
        "interest",
        "harvest",
        "protest",
        "request",
        "contest",
        "arrest",
        "conquest",
        "inquest",
        "priest",
        "tempest",
    ]
)
_MOST = frozenset({"first", "worst", "best", "most", "least", "last", "only"})


def _written_in(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether something was done in a letter, on its date: "denied it in a letter dated 3 May"."""
    first = nominal_start(tokens, at)
    return 0 < first < at and tokens[first - 1].low in {"in", "by", "with"} and tokens[at - 1].tag is Tag.NOUN


_LAWS = frozenset(["act", "law", "code", "bill", "ordinance", "regulation", "regulations", "directive", "statute", "charter", "decree",
                   "edition", "yearbook", "census"])  # fmt: skip


def of_law(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the date is a part of a law's or a book's name: "the Mining Act, 1992", "(Act 33 of 1992)"."""
    before = at - 1
    if before > 0 and tokens[before].tag is Tag.COMMA and not tokens[at].text.isdigit():
        return False  # "Adoption of the Mining Act, 4 May"
    if before > 0 and (tokens[before].tag is Tag.COMMA or tokens[before].low == "of"):
        before -= 1
    if before > 0 and tokens[before].tag is Tag.NUMBER:
        before -= 1
    return before >= 0 and tokens[before].tag is Tag.NAME and tokens[before].low in _LAWS


def _of_figures(sentence: Parsed, end: int, words: EventWords) -> bool:
    """Whether the date goes with a second figure that the first is held against: "up from $29 in March"."""
    tokens = sentence.tokens
    for index in range(end - 1, -1, -1):
        token = tokens[index]
        if token.tag is Tag.TIME or token.tag in _VERBAL or token.low == ";":
            return False
        if token.low in words.comparing:
            return any(t.tag is Tag.NUMBER for t in tokens[index:end])
        if token.low == "from" and (tokens[index + 1].tag is Tag.NUMBER or tokens[index + 1].low == "one"):
            return not any(t.tag is Tag.TO for t in tokens[index:end])
    return False
