"""A document with the passages that events were read from: which words to mark, and which to show."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from timeline.model.document import Document, Passage, Role, Span
from timeline.records import dataclass

SURROUNDINGS = 400  # letters shown on either side of the evidence within its paragraph
SHORT = 1200  # a paragraph up to so long is shown whole
FILLED = (
    0.8  # the share of a paragraph from which evidence fills it, and needs the one before to be understood
)
LEAD = 240  # letters of that one


@dataclass(frozen=True, slots=True)
class Run:
    """Words marked alike: those of the passages `within`, some of which begin or finish here."""

    text: str
    within: tuple[Span, ...] = ()
    opens: tuple[Span, ...] = ()
    closes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item as runs. `before` and `after`: something was left out there."""

    role: Role
    level: int
    runs: tuple[Run, ...]
    before: bool = False
    after: bool = False


def blocks(document: Document, evidence: Collection[Span], *, full: bool) -> tuple[Block, ...]:
    """The document's blocks with the evidence marked: all of it, or the evidence and its surroundings.

    In excerpts a paragraph without evidence is left out, but a heading stays if what follows it is
    shown. Passages of evidence may overlap and may run over several blocks.
    """
    spans = _Spans(evidence)
    passages = _with_strays(document.passages, spans.ordered)
    shown = (
        [(passage, passage.span) for passage in passages] if full else _excerpts(document, passages, spans)
    )
    found = []
    starts = [passage.span.start for passage in passages]
    for number, (passage, window) in enumerate(shown):
        last = shown[number - 1][0].span.end if number else 0
        found.append(
            Block(
                passage.role,
                passage.level,
                _runs(document.text, window, spans),
                before=window.start > passage.span.start
                or _skipped(passages, starts, last, passage.span.start),
                after=window.end < passage.span.end,
            )
        )
    if found and _skipped(passages, starts, shown[-1][0].span.end, len(document.text)):
        found[-1] = replace(found[-1], after=True)
    return _with_ends(found)


class _Spans:
    """Spans in order, to be asked which of them reach into a stretch of text."""

    def __init__(self, spans: Collection[Span]) -> None:
        self.ordered = sorted(spans)
        self._starts = [span.start for span in self.ordered]
        self._reach = list(accumulate((span.end for span in self.ordered), max))  # of all up to each

    def over(self, window: Span) -> list[Span]:
        """Those that share a character with it."""
        first = bisect_right(self._reach, window.start)
        last = bisect_left(self._starts, window.end)
        return [span for span in self.ordered[first:last] if span.end > window.start]


def _with_strays(passages: Sequence[Passage], spans: Sequence[Span]) -> list[Passage]:
    """The passages, with evidence that lies in none of them (between blocks) as a block of its own."""
    known = _Spans([passage.span for passage in passages])
    strays = [Passage(span, Role.PROSE) for span in spans if not known.over(span)]
    return sorted([*passages, *strays], key=lambda passage: passage.span)


def _excerpts(document: Document, passages: Sequence[Passage], spans: _Spans) -> list[tuple[Passage, Span]]:
    shown: list[tuple[Passage, Span]] = []
    heading: Passage | None = None
    before: Passage | None = None  # what stands just before, if it was not shown
    for passage in passages:
        inside = spans.over(passage.span)
        if inside:
            if heading:
                shown.append((heading, heading.span))
            if before and _fills(inside, passage.span):
                shown.append((before, _tail(document.text, before.span)))
            shown.append((passage, _window(document.text, passage.span, inside)))
            heading = before = None
        elif passage.role is Role.HEADING:
            heading, before = passage, None
        else:
            before = passage if passage.role in {Role.PROSE, Role.ITEM} else None
    return shown


def _fills(evidence: Sequence[Span], whole: Span) -> bool:
    held = sum(min(span.end, whole.end) - max(span.start, whole.start) for span in evidence)
    return held >= FILLED * (whole.end - whole.start)


def _tail(text: str, whole: Span) -> Span:
    """The end of a paragraph, from a word on."""
    start = max(whole.start, whole.end - LEAD)
    while start > whole.start and not text[start - 1].isspace():
        start -= 1
    return Span(start, whole.end)


def _window(text: str, whole: Span, evidence: Sequence[Span]) -> Span:
    """The part of a paragraph that is shown: all of a short one, the neighbourhood of evidence in a long one."""
    if whole.end - whole.start <= SHORT:
        return whole
    start = max(whole.start, min(span.start for span in evidence) - SURROUNDINGS)
    end = min(whole.end, max(span.end for span in evidence) + SURROUNDINGS)
    while start > whole.start and not text[start - 1].isspace():
        start -= 1
    while end < whole.end and not text[end].isspace():
        end += 1
    return Span(start, end)


def _runs(text: str, window: Span, spans: _Spans) -> tuple[Run, ...]:
    """The window cut wherever a passage starts or ends."""
    inside = spans.over(window)
    edges = {window.start, window.end}
    for span in inside:
        edges |= {max(span.start, window.start), min(span.end, window.end)}
    found = []
    within: list[Span] = []
    begun = 0
    for start, end in pairwise(sorted(edges)):
        while begun < len(inside) and inside[begun].start <= start:
            within.append(inside[begun])
            begun += 1
        within = [span for span in within if span.end >= end]
        found.append(Run(text[start:end], tuple(within)))
    return tuple(found)


def _with_ends(found: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, each run told which passages begin and finish in it."""
    first: dict[Span, tuple[int, int]] = {}
    last: dict[Span, tuple[int, int]] = {}
    for b, block in enumerate(found):
        for r, run in enumerate(block.runs):
            for span in run.within:
                first.setdefault(span, (b, r))
                last[span] = (b, r)
    return tuple(
        Block(
            block.role,
            block.level,
            tuple(
                Run(
                    run.text,
                    run.within,
                    tuple(span for span in run.within if first[span] == (b, r)),
                    tuple(span for span in run.within if last[span] == (b, r)),
                )
                if run.within
                else run
                for r, run in enumerate(block.runs)
            ),
            block.before,
            block.after,
        )
        for b, block in enumerate(found)
    )


def _skipped(passages: Sequence[Passage], starts: Sequence[int], start: int, end: int) -> bool:
    """Whether a block that a reader would miss lies between two places; the title stands above the text."""
    between = range(bisect_left(starts, start), bisect_left(starts, end))
    return any(passages[n].span.end <= end and passages[n].role is not Role.TITLE for n in between)
