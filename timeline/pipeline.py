"""The order of the stages, on one screen. Pure: everything comes in as values and goes out as values.

Stages are loaded where they begin: a command that only tags starts in half the time, and so does a build for which
every document has been read before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import read, render
from timeline.model.document import Document, DocumentId, Metadata
from timeline.model.past import Past
from timeline.model.problem import Outcome, Problem
from timeline.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from timeline.model.analysis import Analysis
    from timeline.model.edit import Edited
    from timeline.model.event import Event
    from timeline.model.expression import Dated, Undated
    from timeline.model.grouping import Grouping
    from timeline.model.site import Memory, Site, Theme
    from timeline.render.deadlinks import DeadLink
    from timeline.resolve import Resolved
    from timeline.times.when import When

    Analyse = Callable[[Sequence["Input"]], Iterable[Outcome[Analysis | None]]]
    Group = Callable[[Sequence[Analysis]], Grouping]


_NO_PAST = Past()


@dataclass(frozen=True, slots=True)
class Input:
    """A document's bytes as gathered, with what is known of it; `published` overrides its metadata."""

    id: DocumentId
    content: bytes
    metadata: Metadata = Metadata()
    published: When | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """A project read and merged, before it is rendered."""

    analyses: tuple[Analysis, ...]
    events: tuple[Event, ...]
    edited: Edited


def analysed(source: Input) -> Outcome[Analysis | None]:
    """One document, from bytes to mentions; None, with problems, if it could not be read."""
    document = read.document(source.id, source.content, source.metadata)
    if document.value is None:
        return Outcome(None, document.problems)
    analysis, doubts = _analysis(document.value, source.published)
    return Outcome(analysis, (*document.problems, *doubts))


def _resolved(document: Document, published: When | None) -> Resolved:
    from timeline import languages, resolve, tag  # noqa: PLC0415 - see above

    region = document.metadata.region
    language = languages.language(f"{document.language}-{region}" if region else document.language)
    return resolve.dated(document, tag.expressions(document, language), language, published)


def _analysis(document: Document, published: When | None) -> tuple[Analysis, tuple[Problem, ...]]:
    from timeline import extract, languages, names, resolve  # noqa: PLC0415 - see above
    from timeline.model.analysis import Analysis  # noqa: PLC0415

    language = languages.language(document.language)
    resolved = _resolved(document, published)
    mentions = extract.mentions(document, resolved.timexes, resolved.written, language)
    analysis = Analysis(document, resolved.written, resolved.timexes, names.named(document, mentions))
    return analysis, resolve.doubts(document, resolved)


def timexes(
    sources: Iterable[Input],
) -> Outcome[tuple[tuple[DocumentId, tuple[Dated | Undated, ...]], ...]]:
    """Only the temporal expressions of every document that can be read."""
    found: list[tuple[DocumentId, tuple[Dated | Undated, ...]]] = []
    problems: list[Problem] = []
    for source in sources:
        document = read.document(source.id, source.content, source.metadata)
        problems.extend(document.problems)
        if document.value is not None:
            found.append((source.id, _resolved(document.value, source.published).timexes))
    return Outcome(tuple(found), tuple(problems))


def one_by_one(sources: Iterable[Input]) -> Iterable[Outcome[Analysis | None]]:
    """Each document, read here and now."""
    return map(analysed, sources)


def analyses(sources: Sequence[Input], analyse: Analyse = one_by_one) -> Outcome[tuple[Analysis, ...]]:
    """Every document that can be read, in the order given. `analyse` may remember, or have others do it."""
    outcomes = list(analyse(sources))
    return Outcome(
        tuple(outcome.value for outcome in outcomes if outcome.value is not None),
        _problems(outcomes),
    )


def grouping(found: Sequence[Analysis]) -> Grouping:
    """Which mentions tell of one happening."""
    from timeline import merge  # noqa: PLC0415 - see above

    return merge.grouping(found)


def built(
    sources: Sequence[Input],
    edited: Edited,
    analyse: Analyse = one_by_one,
    group: Group = grouping,
) -> Outcome[Built]:
    """The project's events. `group` may remember what it found in the same documents."""
    return merged(analyses(sources, analyse), edited, group)


def merged(
    read_from: Outcome[tuple[Analysis, ...]], edited: Edited, group: Group = grouping
) -> Outcome[Built]:
    """The same of documents that have been read: of many, nobody need hold the bytes any longer."""
    from timeline import merge  # noqa: PLC0415 - see above

    events = merge.events(read_from.value, edited, group(read_from.value))
    return Outcome(Built(read_from.value, events.value, edited), (*read_from.problems, *events.problems))


def site(project: Built, theme: Theme, past: Past = _NO_PAST, *, memory: Memory | None = None) -> Site:
    """The project as files; what the `past` build published and is no more leads on; what the `memory` knows is not made again."""
    return render.site(project.events, project.analyses, project.edited.settings, theme, past, memory=memory)


def dead_links(
    built: Site, beside: Collection[str] = (), last: Mapping[str, bytes] | None = None
) -> tuple[DeadLink, ...]:
    """Links inside a site that lead nowhere; `beside` are other people's files in the same folder.

    `last` are the files of the last build, which had none, and of which some were kept.
    """
    return render.dead_links(built, beside, last)


def printed(project: Built, form: str) -> str:
    """The project's events as one of the files of its site, by its name: "csv", "ics", "atom"."""
    return render.printed(project.events, project.analyses, project.edited.settings, form)


def urls(found: Sequence[Analysis]) -> Mapping[DocumentId, str]:
    """The documents' original addresses."""
    return {analysis.document.id: analysis.document.metadata.url for analysis in found}


def _problems(outcomes: Iterable[Outcome[Analysis | None]]) -> tuple[Problem, ...]:
    return tuple(problem for outcome in outcomes for problem in outcome.problems)
