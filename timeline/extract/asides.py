"""Asides: what a sentence says besides, of where it was written, of who speaks and who tells; the reading goes without."""

from dataclasses import replace

from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_TELLING = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PRESENT})


_FINITE = frozenset({Tag.PAST, Tag.PRESENT, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.PAST_OR_PARTICIPLE})


def without_dateline(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without where and when a report was written: "Lisbon, 14 June 2019 (Reuters) – …"."""
    dash = next((i for i, t in enumerate(tokens) if t.tag is Tag.STOP and t.low not in {";", ":"}), 0)
    before = tokens[:dash]
    inside = {Tag.NAME, Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.TIME, Tag.END}
    dated = any(token.tag is Tag.TIME for token in before)
    opens = dated and before[0].tag is Tag.NAME and all(token.tag in inside for token in before)
    opens = opens and sum((t.tag is Tag.OPEN) - (t.tag is Tag.CLOSE) for t in before) == 0
    return tokens[dash + 1 :] if opens else tokens


def without_age(tokens: tuple[Token, ...], words: EventWords) -> tuple[Token, ...]:
    """Without what is said between commas of who speaks: "…," Ann Lee, now 81, said."""
    for index in range(3, len(tokens)):
        if tokens[index].low not in words.reporting or tokens[index - 1].tag is not Tag.COMMA:
            continue
        start = next((i for i in range(index - 2, 0, -1) if tokens[i].tag in {Tag.COMMA, Tag.QUOTE}), 0)
        name = start
        while name and tokens[name - 1].tag is Tag.NAME:
            name -= 1
        if tokens[start].tag is Tag.COMMA and 0 < name < start and tokens[name - 1].tag is Tag.QUOTE:
            return (*tokens[:start], *tokens[index:])
    return tokens


def _before_name(tokens: tuple[Token, ...], verb: int) -> int:
    """Where a comma stands before the name of who tells: "…, her lawyer|, Ann Lee, said, …"; `verb` where there is none."""
    name = verb - 1
    while name > 0 and tokens[name - 1].tag is Tag.NAME:
        name -= 1
    closed = tokens[verb - 1].tag is Tag.COMMA and 1 < name < verb - 1 and tokens[name - 1].tag is Tag.COMMA
    return name - 1 if closed and tokens[name - 2].tag is Tag.NOUN else verb


def plainly_said(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without what only joins or hedges: ", the story goes,", "not only … but also", and ", so" as an "and"."""
    found = list(tokens)
    for index in range(len(found) - 2, 0, -1):
        low = found[index].low
        if low in {"best", "better"} and found[index + 1].low == "known":
            found[index] = replace(found[index], tag=Tag.ADVERB)
        if low == "because" and found[index + 1].low == "of":
            found[index] = replace(found[index], tag=Tag.PREPOSITION)
        if low == "once" and found[index - 1].tag is Tag.COMMA and _apposes(found, index):
            found[index] = replace(found[index], tag=Tag.ADVERB)
        if low == "so" and found[index + 1].tag is Tag.THAT:
            found[index : index + 2] = [replace(found[index], tag=Tag.SUBORDINATOR)]
        elif low == "so" and found[index - 1].tag is Tag.COMMA and found[index + 1].tag in _OPENS_CLAUSE:
            found[index] = replace(found[index], tag=Tag.COORDINATOR)
        if low == "only" and found[index - 1].low == "not" and found[index + 1].tag in _DOING:
            but = next((i for i in range(index, len(found) - 1) if found[i].low == "but"), None)
            if but is not None:
                also = but + 1 + (found[but + 1].low == "also")
                found = [*found[: index - 1], *found[index + 1 : but], _and(found[but]), *found[also:]]
        if found[index].tag is Tag.COMMA:
            close = next((i for i in range(index + 1, len(found)) if found[i].tag is Tag.COMMA), 0)
            said = tuple(token.low for token in found[index + 1 : close])
            if said in _HEARSAY and close + 1 < len(found):  # something must go on behind it
                found = [*found[:index], *found[close + 1 :]]
    return tuple(found)


def _apposes(tokens: list[Token], at: int) -> bool:
    """Whether nothing but a noun phrase stands between a word and the next comma: ", once the pride of the county,"."""
    close = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag is Tag.COMMA), at)
    return close > at + 1 and all(token.tag in _OPENS_CLAUSE for token in tokens[at + 1 : close])


def _and(at: Token) -> Token:
    return replace(at, text="and", low="and", tag=Tag.COORDINATOR)


_OPENS_CLAUSE = NOMINAL | {Tag.PREPOSITION, Tag.TIME}
_DOING = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.PRESENT})
_HEARSAY = frozenset(
    {
        ("the", "story", "goes"),
        ("so", "the", "story", "goes"),
        ("as", "it", "happened"),
        ("as", "it", "turned", "out"),
        ("it", "turned", "out"),
        ("of", "course"),
        ("in", "fact"),
        ("in", "turn"),
        ("in", "the", "end"),
    }
)


def without_asides(tokens: tuple[Token, ...], words: EventWords) -> tuple[Token, ...]:
    """Without "…, the ministry said, …": who tells is no part of what is told."""
    for index, token in enumerate(tokens):
        if token.tag not in _TELLING or token.low not in words.reporting or index + 2 >= len(tokens):
            continue
        if tokens[index + 1].tag is not Tag.COMMA or tokens[index + 2].tag in {Tag.THAT, Tag.PREPOSITION}:
            continue
        start = _before_name(tokens, index)
        while (start and tokens[start - 1].tag in NOMINAL | {Tag.ADVERB}) or (
            start and tokens[start - 1].low == "of"
        ):
            start -= 1
        said = any(t.tag in _FINITE for t in tokens[: start - 1]) or tokens[0].tag in NOMINAL
        said = said or tokens[index + 2].tag in _FINITE  # "in May the mill, its owner said, burned"
        if said and 1 < start < index and index - start < 8 and tokens[start - 1].tag is Tag.COMMA:
            fronted = tokens[0].tag in {
                Tag.SUBORDINATOR,
                Tag.PREPOSITION,
                Tag.HAVE,
                Tag.BE,
                Tag.MODAL,
                Tag.TIME,
            }
            return tokens[: start - (not fronted)] + without_asides(tokens[index + 2 :], words)
    return tokens
