"""Text → blocks: the lines that belong together, whatever way the text is laid out.

Three layouts are told apart without being told: a paragraph to a line, paragraphs between blank lines, and
lines wrapped at a width. In wrapped text a line continues in the next where the next one's first word would
not have fitted on it. Tables drawn with bars are rows, and a line that is emphasised as a whole loses its marks.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from timeline.records import dataclass

_WIDTHS = range(45, 131)  # columns that people wrap text at
_FEWEST = 4  # full lines, before a text is believed to be wrapped
_FULL_SHARE = 0.6
_SENTENCE_END = re.compile(r"[.!?…:;。！？：；][\"'”’»)\]]*$")
_DANGLING = re.compile(r"(?:,|\s\w{1,3})$")  # a comma, or a word such as "of", "in", "und"
_WIKI_HEADING = re.compile(r"(={1,6})\s*(\S|\S.*?\S)\s*\1")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_RULE = re.compile(r"(?:[-*_=~#]\s?){3,}")
_BULLET = re.compile(r"[-*+•‣◦▪●–—·:]\s+(?=\S)")  # a colon opens what a definition list says of a term
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
# … and what may stand behind it in a date, where a day has a full stop: "3. Mai", "4. jun"
_MONTH = re.compile(
    r"""(?:jan(?:uar|uara)?|jänner|siječnja|јануара?|feb(?:ruar|ruara)?|feber|veljače|фебруара?|märz|marts|marta?|ožujka|марта?
         |april|aprila|travnja|априла?|mai|maja?|svibnja|маја?|juni|juna?|lipnja|јуна?|juli|jula?|srpnja|јула?
         |august|avgusta?|kolovoza|августа?|septemb(?:er|ar|ra)|rujna|септемб(?:ар|ра)|oktob(?:er|ar|ra)|listopada|октоб(?:ар|ра)
         |novemb(?:er|ar|ra)|studenog|новемб(?:ар|ра)|dezember|decemb(?:er|ar|ra)|prosinca|децемб(?:ар|ра))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])([^*\n]*[^\s*_])\1")
_ROW = re.compile(r"\|\s*(.*[^\s|])?[\s|]*\|")
_RULED = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")  # under a table's head


class Markup(Enum):
    """What a block's own marks say it is."""

    NONE = "none"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"  # of a table
    CAPTION = "caption"
    FURNITURE = "furniture"  # navigation, quoted mail: it tells nothing


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: `[start, end)` of the text, without the marks around it.

    `lines` counts them; `apart` says a blank line stands before. `level` is a marked heading's, 1 to 6.
    """

    start: int
    end: int
    markup: Markup
    apart: bool
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str  # without the white space around it
    width: int  # columns from the margin to its last character
    apart: bool

    def inside(self, start: int, end: int, markup: Markup, level: int = 0) -> Block:
        return Block(self.start + start, self.start + end, markup, self.apart, level)


def blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of a text from offset `start` on, in order; they do not overlap and none is empty."""
    lines = tuple(_lines(text, start))
    width = _wrapped_at(lines)
    return tuple(_blocks(lines, width))


def _lines(text: str, start: int) -> Iterator[_Line]:
    apart = True
    for raw in text[start:].splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            at = start + indent
            yield _Line(at, at + len(stripped), stripped, indent + len(stripped), apart)
        apart = not stripped
        start += len(raw)


def _wrapped_at(lines: Sequence[_Line]) -> int | None:
    """The column the text is wrapped at, if it is."""
    breaks = [(a, b) for a, b in pairwise(lines) if not b.apart and not _marked(b.text)]
    widths = sorted(line.width for line, _ in breaks)
    if len(widths) < _FEWEST:
        return None
    width = widths[len(widths) * 9 // 10]
    full = sum(_is_full(line, following, width) for line, following in breaks)
    return width if width in _WIDTHS and full >= max(_FEWEST, _FULL_SHARE * len(breaks)) else None


def _blocks(lines: Sequence[_Line], width: int | None) -> Iterator[Block]:
    whole = _whole(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        at += 1
        if heading := _WIKI_HEADING.fullmatch(line.text) or _MARKDOWN_HEADING.fullmatch(line.text):
            yield line.inside(*heading.span(2), Markup.HEADING, len(heading[1]))
        elif following and _is_underline(line, following):
            yield line.inside(0, len(line.text), Markup.HEADING, 1 if following.text[0] == "=" else 2)
            at += 1
        elif _is_ruled(line):
            continue
        elif row := _row(line, following, lines[at - 2] if at > 1 else None):
            yield row
        elif emphasised := _EMPHASISED.fullmatch(line.text):
            yield line.inside(*emphasised.span(2), Markup.NONE)
        elif not _RULE.fullmatch(line.text):
            mark = _mark(lines, at - 1)
            end = at
            while end < len(lines) and _continues(lines[end - 1], lines[end], width, whole=whole[end]):
                end += 1
            yield Block(
                line.start + mark, lines[end - 1].end, Markup.ITEM if mark else Markup.NONE, line.apart
            )
            at = end


def _is_ruled(line: _Line) -> bool:
    """Whether a line only parts a table's head from its rows: "|---|---|"."""
    return "|" in line.text and _RULED.fullmatch(line.text) is not None


def _row(line: _Line, following: _Line | None, before: _Line | None) -> Block | None:
    """A table's row, without its outer bars; its head, which names the columns and tells nothing, as a caption."""
    found = _ROW.fullmatch(line.text)
    heads = following is not None and not following.apart and "|" in line.text and _is_ruled(following)
    beside = any(one is not None and _is_table(one) for one in (following, before))
    if not heads and (found is None or not beside):
        return None
    inner = found.span(1) if found and found[1] else (0, len(line.text))
    if found and not found[1]:
        return None
    return line.inside(*inner, Markup.CAPTION if heads else Markup.ROW)


def _is_table(line: _Line) -> bool:
    return _ROW.fullmatch(line.text) is not None or _is_ruled(line)


def _is_underline(line: _Line, following: _Line) -> bool:
    return (
        not following.apart
        and _UNDERLINE.fullmatch(following.text) is not None
        and not _SENTENCE_END.search(line.text)
        and len(line.text) <= 2 * len(following.text)
    )


def _whole(lines: Sequence[_Line]) -> list[bool]:
    """For each line, whether the lines from it to the next blank one end like prose, not like furniture."""
    result = [False] * len(lines)
    for at in range(len(lines) - 1, -1, -1):
        last = at + 1 == len(lines) or lines[at + 1].apart
        result[at] = _SENTENCE_END.search(lines[at].text) is not None if last else result[at + 1]
    return result


def _continues(line: _Line, following: _Line, width: int | None, *, whole: bool) -> bool:
    """Whether a paragraph goes on from one line to the next. `whole`: the lines around end in a full stop."""
    if following.apart or _marked(following.text) or _RULE.fullmatch(following.text):
        return False
    if width is not None and _is_full(line, following, width):
        return True
    if not whole or line.width < _WIDTHS.start or _SENTENCE_END.search(line.text):
        return False
    return following.text[0].islower() or _DANGLING.search(line.text) is not None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    return line.width + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _marked(text: str) -> bool:
    return bool(
        _BULLET.match(text)
        or _NUMBER.match(text)
        or _WIKI_HEADING.fullmatch(text)
        or _MARKDOWN_HEADING.fullmatch(text)
        or _ROW.fullmatch(text)
        or _EMPHASISED.fullmatch(text)
    )


def _mark(lines: Sequence[_Line], at: int) -> int:
    """The length of a list item's mark, or 0.

    A number is a mark only beside its neighbour in a list: "17. februar" begins a sentence with a date.
    """
    text = lines[at].text
    if bullet := _BULLET.match(text):
        return bullet.end()
    if number := _NUMBER.match(text):
        count, dated = int(number[1]), _is_day(text, number.end())
        before = (_count(line, dated=dated) for line in lines[max(0, at - 6) : at])
        after = (_count(line, dated=dated) for line in lines[at + 1 : at + 7])
        if count - 1 in before or count + 1 in after:
            return number.end()
    return 0


def _count(line: _Line, *, dated: bool) -> int | None:
    """The number before a line; None if it has none, or is a day's beside another's (`dated`): "3. Mai", "4. Mai"."""
    number = _NUMBER.match(line.text)
    return int(number[1]) if number and not (dated and _is_day(line.text, number.end())) else None


def _is_day(text: str, at: int) -> bool:
    return _MONTH.match(text, at) is not None
