"""The desk a project is worked on at: its last good site, what is wrong now, and edits with their undoing.

Analyses are kept in memory, so that a rebuild reads only what has changed. One thing is done at a time.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from timeline import amend, gather, pipeline, project, publish, read, store, workers
from timeline.model.analysis import Analysis
from timeline.model.change import Edit
from timeline.model.event import Event
from timeline.model.grouping import Grouping
from timeline.model.past import Past
from timeline.model.problem import Outcome, Problem, Severity, described, ordered
from timeline.model.shares import Shares
from timeline.model.site import Memory, Site
from timeline.pipeline import Built, Input
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """What there is to see. `trouble` says, as a terminal would, why the site is not the newest; `remarks` the rest.

    `number` grows with every change of the state, `version` with every new site. `built` and `content` (of
    `events.yaml`) are those the site was made from. `undo` says what can be taken back.
    """

    number: int = 0
    version: int = 0
    site: Site | None = None
    built: Built | None = None
    content: bytes = b""
    trouble: str = ""
    remarks: str = ""
    problems: tuple[Problem, ...] = ()
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was written, and can be taken back; `about` is the event it was made on, if it was on one."""

    what: str
    about: str | None
    before: bytes
    after: bytes


class RefusedError(Exception):
    """An edit that was not written, and why; nothing has changed."""


def _digest(source: Input) -> bytes:
    """What stands for a document and all that was read from it."""
    return bytes.fromhex(store.key(source))


class Desk:
    """A project being worked on."""

    def __init__(self, root: Path, *, full: bool = False, drawn: bool = True) -> None:
        """Take the project's folder.

        `full` shows documents whole, so that any of their words can be cited; what is not `drawn` has no pages.
        """
        self.place = gather.project(root)
        self.steps: list[Step] = []
        self.state = State(version=time.time_ns() // 1_000_000)  # no page of an earlier run is taken for new
        self._full, self._drawn = full, drawn
        self._published: tuple[tuple[int, int], Past] = (0, 0), Past()
        self._known: dict[Input, Outcome[Analysis | None]] = {}
        self._used: dict[Input, Outcome[Analysis | None]] = {}
        self._kept: store.Store | None = (
            None  # what earlier builds have kept of all the documents, when all were missing
        )
        self._digests: dict[Input, bytes] = {}
        self._given: dict[str, dict[bytes, Any]] = {}  # what events gave to the files of all of them
        # the documents that were grouped, by identity, held so that none takes another's place
        self._grouped: tuple[tuple[int, ...], tuple[Analysis, ...], Grouping] = ((), (), Grouping(()))
        self._working = threading.RLock()
        self._changed = threading.Condition()

    def rebuild(self) -> State:
        """Read what is there and make a new site of it, or keep the last one and say what is in the way."""
        with self._working:
            content = self._content()
            self._used = {}
            found = project.read_project(self.place.root, self._analysed, group=self._groups)
            self._known = self._used
            remarks = "\n".join(described(problem) for problem in ordered(found.problems))
            trouble = project.hindrance(found)
            site = None
            if not trouble:
                try:
                    site = self._site(found.value)
                except (TemplateError, UnicodeDecodeError) as error:
                    trouble = project.template_trouble(error)
            if site is None:
                said = f"{remarks}\n{trouble}".strip()
                self._show(trouble=said, remarks="")
            else:
                self._show(
                    version=self.state.version + (site != self.state.site),
                    site=site,
                    built=found.value,
                    content=content,
                    trouble="",
                    remarks=remarks,
                    problems=found.problems,
                )
            return self.state

    def wait(self, number: int, seconds: float) -> State:
        """The state, as soon as it is another than that of the number, or when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.state.number != number, seconds)
            return self.state

    def edit(
        self,
        what: str,
        edit_of: Callable[[Built], Edit | tuple[Edit, ...] | None],
        about: str | None = None,
    ) -> int | None:
        """Write an edit, or several at once, and rebuild; the number of the entry that the first is in, if any.

        The edit is made of the project as it stands on disk. `RefusedError` if it cannot be written or would
        break something that is whole.
        """
        with self._working:
            built = self._newest()
            edit = edit_of(built)
            edits = edit if isinstance(edit, tuple) else (edit,) if edit else ()
            if not edits:
                raise RefusedError("there is nothing to write")
            before = self.state.content
            outcome = amend.together(before, edits, self.place.events.name)
            if outcome.value is None:
                raise RefusedError("\n".join(described(problem) for problem in outcome.problems))
            self._try_out(outcome.value)
            self._write(outcome.value)
            self.steps.append(Step(what, about, before, outcome.value))
            self.rebuild()
            return _entry_after(edits, len(built.edited.entries))

    def undo(self) -> Step:
        """Take back the last edit and rebuild; the edit. `RefusedError` if there is none, or it is written over."""
        with self._working:
            if not self.steps:
                raise RefusedError("there is nothing to undo")
            step = self.steps[-1]
            content = amend.undone(step.before, step.after, self._content())
            if content is None:
                raise RefusedError(f"{self.place.events.name} was changed there since; undo it in the file")
            self._write(content)
            self.steps.pop()
            self.rebuild()
            return step

    def event(self, id_: str) -> Event | None:
        """An event of the site."""
        events = self.state.built.events if self.state.built else ()
        return next((event for event in events if event.id == id_), None)

    def event_of_entry(self, entry: int | None) -> Event | None:
        """The event that an entry is about."""
        events = self.state.built.events if self.state.built else ()
        return next((event for event in events if entry in event.entries), None)

    def _newest(self) -> Built:
        if self._content() != self.state.content:
            self.rebuild()
        if self.state.trouble or self.state.built is None:
            raise RefusedError(self.state.trouble)
        return self.state.built

    def _try_out(self, content: bytes) -> None:
        """Refuse what would break something: an id that leads nowhere, words that stand nowhere."""
        edited = read.edited(content, self.place.events.name)
        found = project.read_project(self.place.root, self._analysed, edited, self._groups)
        known = {(problem.kind, problem.message) for problem in self.state.problems}
        new = [p for p in found.problems if p.severity is Severity.ERROR and (p.kind, p.message) not in known]
        if new:
            raise RefusedError("\n".join(described(problem) for problem in new))

    def _analysed(self, sources: Sequence[Input]) -> Iterator[Outcome[Analysis | None]]:
        """Each document as it is known here; the others as earlier builds have kept them, or read anew."""
        missing = [source for source in sources if source not in self._known and source not in self._used]
        # processes are started only before there are threads, which a fork would cut off in the middle
        kept = store.Store(self.place.cache / "cache", _one_by_one if self._known else workers.analysed)
        found = dict(zip(missing, kept.analysed(missing), strict=True))
        self._kept = kept if len(missing) == len(sources) else None
        for source in sources:
            self._used[source] = self._known.get(source) or self._used.get(source) or found[source]
            yield self._used[source]

    def _site(self, built: Built) -> Site:
        if not self._drawn:
            return Site({})
        if self._full:
            settings = replace(built.edited.settings, quotations="full")
            built = replace(built, edited=replace(built.edited, settings=settings))
        shares = Shares(self._given, lambda kind, new: self._given.setdefault(kind, {}).update(new))
        site = pipeline.site(built, gather.theme(self.place), self._past(), memory=self._memory(shares))
        self._given = {
            kind: {key: self._given[kind][key] for key in keys} for kind, keys in shares.used.items() if keys
        }
        return site

    def _memory(self, shares: Shares) -> Memory:
        """The pages of the last site: those that would come out the same are not made again."""
        self._digests = {source: self._digests.get(source) or _digest(source) for source in self._used}
        documents = {source.id: digest for source, digest in self._digests.items()}
        memory = Memory("", shares=shares, documents=documents)
        last = self.state.site
        return (
            replace(memory, drawn=last.drawn, bodies=last.files, converted=last.converted) if last else memory
        )

    def _groups(self, analyses: Sequence[Analysis]) -> Grouping:
        """Which mentions are of one happening; found again only where a document is another."""
        found = tuple(map(id, analyses))
        if found != self._grouped[0]:
            group = self._kept.grouped if self._kept else pipeline.grouping
            self._grouped = found, tuple(analyses), group(analyses)
        return self._grouped[2]

    def _past(self) -> Past:
        """What the last build published: its events that are gone lead on, as they will when it is built again."""
        try:
            found = (self.place.output / "timeline.json").stat()
        except OSError:
            return Past()
        if (found.st_mtime_ns, found.st_ino) != self._published[0]:
            self._published = (found.st_mtime_ns, found.st_ino), gather.past(self.place.output)
        return self._published[1]

    def _show(self, **changes: object) -> None:
        with self._changed:
            undo = self.steps[-1].what if self.steps else ""
            self.state = replace(self.state, number=self.state.number + 1, undo=undo, **changes)  # type: ignore[arg-type]
            self._changed.notify_all()

    def _content(self) -> bytes:
        try:
            return self.place.events.read_bytes()
        except OSError:  # there is none yet, or it is said by the rebuild
            return b""

    def _write(self, content: bytes) -> None:
        """Replace the file in one step, with the rights it had; of a link, the file it leads to."""
        try:
            publish.replaced(self.place.events, content)
        except OSError as error:
            raise RefusedError(f"could not write {self.place.events.name}: {error.strerror}") from error


def _one_by_one(sources: Sequence[Input]) -> Iterator[Outcome[Analysis | None]]:
    return map(pipeline.analysed, sources)


def _entry_after(edits: tuple[Edit, ...], count: int) -> int | None:
    """Where the entry of the first edit stands, once all are made, of as many entries as there were."""
    first, gone = edits[0], [edit.entry for edit in edits if edit.change is None and edit.entry is not None]
    if first.change is None:
        return None
    number = count if first.entry is None else first.entry
    return number - sum(entry < number for entry in gone)
