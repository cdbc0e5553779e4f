"""Wording: tokens as a line of text fit to stand alone."""

from collections.abc import Iterator, Sequence

from timeline.extract.marks import CLOSING, MARKS, brackets_closed, quotes_closed
from timeline.extract.time_phrase import time_phrase
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords

LONGEST = 12
_FEWEST = 3  # words of a phrase that says more than that it is a date


_ARTICLES = frozenset({"the", "a", "an"})


_DANGLING = frozenset(
    {Tag.PREPOSITION, Tag.TO, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.THAT, Tag.RELATIVE, Tag.DETERMINER, Tag.POSSESSIVE,
     Tag.COMMA, Tag.STOP, Tag.END, Tag.OPEN}
)  # fmt: skip


def phrase(tokens: Sequence[Token], start: int, end: int, words: EventWords, owner: str = "") -> str:
    """A noun phrase as a title: no article before it, no date in it; `owner` stands for a possessive pronoun."""
    kept = list(cleaned(tokens, range(start, end), words))
    if len(kept) > _FEWEST and [t.low for t in kept[:2]] in (["date", "of"], ["day", "of"]):
        kept = kept[2:]  # "Date of next meeting": the date is beside it
    while kept and kept[0].tag in {Tag.DETERMINER, Tag.QUOTE, Tag.COMMA}:
        kept = kept[1:]
    if kept and kept[0].tag is Tag.POSSESSIVE:
        kept = [as_word(owned(owner)), *kept[1:]] if owner else kept[1:]
    while kept and word_count(kept) > LONGEST:
        cut = max(
            (i for i, t in enumerate(kept) if t.tag in {Tag.PREPOSITION, Tag.TO} and t.low != "of"), default=0
        )
        if not cut:
            kept = list(without_articles(kept))
            break
        kept = kept[:cut]
    return written(kept)


def owned(name: str) -> str:
    """A name as that of whom something belongs to: "Ann Lee's", "Bexley Mills'", "Penn's"."""
    return name if name.endswith("'s") else name + ("'" if name.endswith("s") else "'s")


def tidy(tokens: Sequence[Token]) -> list[Token]:
    """Tokens tidy at both ends, each mark with its pair."""
    kept = _without_dangling(brackets_closed(tokens))
    while kept and kept[0].tag in {Tag.COMMA, Tag.STOP, Tag.COORDINATOR, Tag.END, Tag.CLOSE}:
        kept.pop(0)
    return _without_dangling(quotes_closed(kept))


def written(tokens: Sequence[Token]) -> str:
    """Tokens as a line of text, tidy at both ends, its first letter a capital."""
    kept = tidy(tokens)
    line = ""
    open_marks: list[str] = []
    glue = True
    for before, token in zip([None, *kept], kept, strict=False):
        glued = glue or token.tag in {Tag.COMMA, Tag.CLOSE, Tag.END} or token.low in {";", ":"}
        glue = token.tag is Tag.OPEN
        if token.tag is Tag.QUOTE:
            if open_marks and token.text in {open_marks[-1], CLOSING.get(open_marks[-1], "")}:
                open_marks.pop()
                glued = True
            else:
                open_marks.append(token.text)
                glue = True
        elif before is not None and before.end == token.start and before.end > 0:
            glued = True
        line += token.text if glued else " " + token.text
    return line[:1].upper() + line[1:]


def _without_dangling(tokens: list[Token]) -> list[Token]:
    """The tokens without those at the end that lead on to others."""
    kept = list(tokens)
    while kept and (kept[-1].tag in _DANGLING | {Tag.NOT} or kept[-1].low == "only") and not _is_answer(kept):
        kept.pop()
    return kept


def _is_answer(tokens: Sequence[Token]) -> bool:
    """Whether the last word is what somebody answered: "the bank said | no"."""
    return (
        len(tokens) > 1 and tokens[-1].low == "no" and tokens[-2].low in {"said", "says", "voted", "answered"}
    )


def _without_empty_quotes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without quotation marks between which stood a date alone: "to publish them “before the summer”"."""
    found: list[Token] = []
    for token in tokens:
        if (
            token.tag is Tag.QUOTE
            and found
            and found[-1].tag is Tag.QUOTE
            and found[-1].end < token.start - 1
        ):
            found.pop()
        else:
            found.append(token)
    return found


def cleaned(
    tokens: Sequence[Token],
    indices: Sequence[int] | Iterator[int] | range,
    words: EventWords,
    *,
    keep: int = -1,
) -> list[Token]:
    """The tokens at `indices` without dates, brackets, asides between dashes and words that only place the telling."""
    chosen = list(indices)
    drop: set[int] = set()
    for index in chosen:
        if tokens[index].tag is Tag.TIME and not _of_its_kind(tokens, index) and not _since(tokens, index):
            start, end = time_phrase(tokens, index, words)
            if tokens[index].owns:
                start = index
            start = max(start, keep + 1)
            if [t.low for t in tokens[end : end + 3]] in _BOUNDS:
                end += 3  # "by Monday at the latest"
            drop.update(range(start, end))
            before = start and tokens[start - 1].tag is Tag.COMMA
            after = end < len(tokens) and tokens[end].tag is Tag.COMMA
            if after and (
                before or end + 1 == len(tokens) or tokens[end + 1].tag in {Tag.TO, Tag.PREPOSITION}
            ):
                drop.add(end)  # the comma that closed the date
            if before and (end == len(tokens) or tokens[end].tag is not Tag.COMMA):
                drop.add(start - 1)
    depth = 0
    dashes = [i for i in chosen if tokens[i].tag is Tag.STOP and tokens[i].low not in {";", ":"}]
    inserted = range(dashes[0], dashes[1] + 1) if len(dashes) > 1 else range(0)
    kept: list[Token] = []
    for index in chosen:
        token = tokens[index]
        depth += token.tag is Tag.OPEN
        if token.low == "moment" and index > 1 and tokens[index - 2].low == "at":
            kept = kept[:-2]  # "at the moment" is a date
            continue
        both = token.tag is Tag.COORDINATOR and {index - 1, index + 1} <= drop
        if both and (tokens[index + 1].text[:1].isdigit() or tokens[index + 1].tag is Tag.TIME):
            continue  # "in 1996 and 1997": both dates are gone
        if (
            depth == 0
            and index not in drop
            and index not in inserted
            and not _droppable(tokens, index, words)
        ):
            kept.append(token)
        depth -= token.tag is Tag.CLOSE and depth > 0
    kept = _without_empty_quotes(kept)
    return _tidy(kept)


_BOUNDS = (["at", "the", "latest"], ["at", "the", "earliest"])


def _of_its_kind(tokens: Sequence[Token], index: int) -> bool:
    """Whether a time of day only says of what kind a thing is: "the night shift"."""
    day = tokens[index].low in {"night", "day", "morning", "evening", "afternoon"}
    before = tokens[index - 1].tag if index else None
    after = tokens[index + 1].tag if index + 1 < len(tokens) else None
    return day and before in {Tag.DETERMINER, Tag.POSSESSIVE} and after is Tag.NOUN


def _since(tokens: Sequence[Token], index: int) -> bool:
    """Whether without a date something else would be said: "for the first time since 1953"."""
    return index > 2 and [token.low for token in tokens[index - 3 : index]] == ["first", "time", "since"]


_DONE = (Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.BASE)


def _droppable(tokens: Sequence[Token], index: int, words: EventWords) -> bool:
    token = tokens[index]
    if token.tag is Tag.END and token.text == ".":
        return True
    if token.low == "earlier" and index + 1 < len(tokens) and tokens[index + 1].tag in _DONE:
        return True  # "Lee earlier announced"
    if token.text in _ZONES and index and tokens[index - 1].tag is Tag.TIME:
        return True  # "at 2:15 AEDT"
    if _local_time(tokens, index):
        return True
    if index and token.low.endswith("ly") and tokens[index - 1].low in {"more", "less"}:
        return False  # "rose more slowly": not more
    if token.low == "again" and index and tokens[index - 1].tag in {Tag.NOUN, Tag.NAME, *_DONE}:
        return False  # "went to the polls again", but not "in May and again in June"
    if token.low == "such":  # "a commissioner for such inspections": of those told before
        behind = [t.tag for t in tokens[index + 1 : index + 3]]
        return index > 0 and [tokens[index - 1].tag, *behind] == [Tag.PREPOSITION, Tag.NOUN, Tag.PREPOSITION]
    if token.low == "further" and index and tokens[index - 1].tag is Tag.DETERMINER:
        return False  # "a further 140 posts"
    return token.low in words.droppable and not (
        token.tag is Tag.NAME and index + 1 < len(tokens) and tokens[index + 1].tag is Tag.NAME
    )


def _local_time(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is of "local time" right behind an hour."""
    if tokens[index].low == "time" and index and tokens[index - 1].tag is Tag.TIME:
        return True  # "at noon time"
    local = index if tokens[index].low == "local" else index - 1
    pair = [token.low for token in tokens[max(local, 0) : local + 2]]
    return pair == ["local", "time"] and local > 0 and tokens[local - 1].tag is Tag.TIME


# Time zones by their letters, as they stand behind an hour.
_ZONES = frozenset(
    [
        "GMT", "UTC", "BST", "CET", "CEST", "EET", "EEST", "WET", "MSK", "IST", "JST", "KST", "SGT", "EST", "EDT", "CST", "CDT",
        "MST", "MDT", "PST", "PDT", "AKST", "HST", "AST", "ADT", "AEST", "AEDT", "ACST", "ACDT", "AWST", "NZST", "NZDT", "SAST",
    ]
)  # fmt: skip


def _tidy(tokens: list[Token]) -> list[Token]:
    """No two commas in a row, none where it opens."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        beyond = tokens[index + 1].low if index + 1 < len(tokens) else ""
        following = tokens[index + 1].tag if index + 1 < len(tokens) else None
        if token.tag is Tag.COORDINATOR and following in {Tag.COMMA, Tag.COORDINATOR, Tag.END}:
            continue  # "in 1888 and 1891, and": its dates are gone
        if token.tag is Tag.COMMA and (kept[-1].tag is Tag.COMMA if kept else beyond not in {"up", "down"}):
            continue
        kept.append(token)
    return kept


def trimmed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without words at the end that lead on to others."""
    kept = list(tokens)
    if kept and kept[-1].low == "what":  # "raised £90, a quarter of what | they needed"
        comma = next((i for i in range(len(kept) - 1, 0, -1) if kept[i].tag is Tag.COMMA), len(kept) - 1)
        kept = kept[:comma]
    while kept and kept[-1].tag in _DANGLING and not (_is_answer(kept) or [t.low for t in kept] == ["no"]):
        kept.pop()
    return tuple(kept)


def _first_word(token: Token) -> Token:
    """A title without its "then": "Then-President" as "President"."""
    if token.low.startswith("then-") and len(token.text) > 5:
        return Token(token.start, token.end, token.text[5:], token.low[5:], token.tag)
    return token


def without_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the article a headline does not begin with; "The Hague" keeps its own."""
    if len(tokens) > 1 and tokens[0].low in _ARTICLES | {"this", "these"} and tokens[1].low != "hague":
        return tokens[1:]
    return (_first_word(tokens[0]), *tokens[1:]) if tokens else tokens


def without_articles(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without articles and without the "that" of telling, as headlines go."""
    return tuple(
        t for t in tokens if not (t.low in _ARTICLES and t.tag is Tag.DETERMINER) and t.tag is not Tag.THAT
    )


def word_count(tokens: Sequence[Token]) -> int:
    """How many of the tokens are words."""
    return sum(t.tag not in MARKS for t in tokens)


def as_word(text: str) -> Token:
    """Words that stand in no text, as one token."""
    return Token(0, 0, text, text.lower(), Tag.NAME)
