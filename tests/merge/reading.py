"""Invented sources about one thing, read through the whole pipeline: which of their mentions came out as one event.

A file of `pairs/` holds documents, each under a line `=== name date` or, if it is not in the language of its story,
`=== name date language`. `{mark}` names what happened at the date before it; marks that are equal are one happening.
What bears no mark is told only once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from timeline import merge, pipeline
from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId, Metadata, Span
from timeline.model.edit import Edited
from timeline.model.event import Event, Mention
from timeline.pipeline import Input
from timeline.times import edtf

PAIRS = Path(__file__).parent / "pairs"
NAMES = tuple(sorted(path.stem for path in PAIRS.glob("*.txt")))
LANGUAGES = {
    "hafen": "de", "werft": "de", "politikerin": "de", "puente": "es", "universidad": "es", "presa": "es",
    "theatre": "fr", "mairie": "fr",
}  # fmt: skip
_HEAD = re.compile(r"^=== (\S+) (\S+)(?: ([a-z]+))?\n", re.MULTILINE)
_MARK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """A mention, the event it is in, what it really tells of, and the date it is told at."""

    mention: Mention
    event: str
    truth: str
    at: tuple[str, Span]

    def __str__(self) -> str:
        return f"{edtf.text(self.mention.when)} {self.mention.citation.document}: {self.mention.title}"


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of mentions: rightly made, missed, wrongly made.

    A mark is of one telling. Where a text tells two things of its date, the pair is made if either mention is in it, and
    counts once.
    """

    made: tuple[tuple[Told, Told], ...]
    missed: tuple[tuple[Told, Told], ...]
    wrong: tuple[tuple[Told, Told], ...]


def links(names: Iterable[str] = NAMES, *, together: bool = False) -> Links:
    """The links of some files, each merged by itself or all of them in one project."""
    projects = [tuple(names)] if together else [(name,) for name in names]
    pairs = [pair for project in projects for pair in combinations(_told(project), 2)]
    one = [(a, b) for a, b in pairs if a.truth == b.truth and a.at != b.at]
    made = {frozenset((a.at, b.at)): (a, b) for a, b in one if a.event == b.event}
    missed = {frozenset((a.at, b.at)): (a, b) for a, b in one if a.event != b.event}
    return Links(
        tuple(made.values()),
        tuple(pair for dates, pair in missed.items() if dates not in made),
        tuple((a, b) for a, b in pairs if a.truth != b.truth and a.event == b.event),
    )


Source = tuple[Input, tuple[tuple[int, str], ...]]


@cache
def _sources(name: str) -> list[Source]:
    """The documents of a file, each with its marks and the offsets they stand at."""
    _, *parts = _HEAD.split((PAIRS / f"{name}.txt").read_text("utf-8"))
    found = []
    for document, date, spoken, marked in zip(*(parts[n::4] for n in range(4)), strict=True):
        marks, taken = [], 0
        for match in _MARK.finditer(marked):
            marks.append((match.start() - taken, f"{name}/{match[1]}"))
            taken += len(match[0])
        language = spoken or LANGUAGES.get(name, "en")
        metadata = Metadata(published=edtf.parse(date), language=language)
        plain = _MARK.sub("", marked)
        found.append((Input(DocumentId(f"{name}/{document}"), plain.encode(), metadata), tuple(marks)))
    return found


@cache
def _analyses(name: str) -> tuple[Analysis, ...]:
    return pipeline.analyses([source for source, _ in _sources(name)]).value


def analysed(names: Iterable[str]) -> tuple[Analysis, ...]:
    """Every document of some files, read; each file only once a run."""
    return tuple(analysis for name in names for analysis in _analyses(name))


def _told(names: Iterable[str]) -> Iterator[Told]:
    read = analysed(names)
    marks = {source.id: found for name in names for source, found in _sources(name)}
    truth: dict[tuple[str, Span], str] = {}
    for analysis in read:
        spans = [timex.span for timex in analysis.timexes]
        for at, mark in marks[analysis.document.id]:
            span = max(span for span in spans if span.end <= at)
            truth[analysis.document.id, span] = mark
    for event in merge.events(read, Edited()).value:
        for mention in _mentions(event):
            where = mention.citation.document, (mention.dated.range or mention.dated).span
            marked = (
                (mark, (name, span))
                for (name, span), mark in truth.items()
                if name == where[0] and where[1].holds(span)
            )
            mark, at = next(marked, (f"{where}: {mention.title}", where))
            yield Told(mention, event.id, mark, at)


def _mentions(event: Event) -> Iterator[Mention]:
    yield from event.mentions
    for rival in event.rivals:
        yield from rival.mentions
