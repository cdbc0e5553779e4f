"""What was read out of documents, kept on disk between builds: `.timeline/cache/`, which may be deleted at any time.

An analysis depends on the document's bytes, its metadata, and the rules and code that read it; a digest of all of
them names its file. A file that is damaged, or of another version, is not there: the document is read again. What is
kept is a pickle that can name nothing but this program's own values, so that a file somebody else put there can at
worst tell something false, and never run.
"""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from timeline import pickled, pipeline, program
from timeline.model.analysis import Analysis
from timeline.model.count import Count
from timeline.model.document import DocumentId
from timeline.model.event import EventId
from timeline.model.grouping import Grouping, Member
from timeline.model.problem import Outcome
from timeline.pipeline import Input
from timeline.publish import replaced

Analysed = Outcome[Analysis | None]
Analyse = Callable[[Sequence[Input]], Iterable[Analysed]]

_MARK = b"timeline 2\n"
_READING = ("read", "tag", "resolve", "extract", "languages", "model", "times")  # what an analysis depends on
_LIBRARIES = (
    *("charset-normalizer", "dateparser", "lxml", "py3langid", "pycountry", "pypdfium2"),
    *("PyStemmer", "PyYAML", "sentencex", "snowballstemmer", "trafilatura"),
)
_SPARE = 200  # files of documents no longer there that may stay


class Store:
    """Analyses by what they depend on."""

    def __init__(self, folder: Path, analyse: Analyse) -> None:
        """Keep them below a folder, which is made when there is something to keep; `analyse` reads what is not kept."""
        self._folder = folder
        self._analyse = analyse
        self._used: dict[str, None] = {}  # in the order of the documents
        self.read = 0  # documents that had to be read
        self.digests: dict[DocumentId, bytes] = {}  # what stands for a document and all that was read from it

    def analysed(self, sources: Sequence[Input]) -> Iterator[Analysed]:
        """One outcome for each document, in order: the one that is kept, or a new one."""
        keys = self._named(sources)
        kept = {key: found for key in keys if (found := self._kept(key)) is not None}
        missing = [(key, source) for key, source in zip(keys, sources, strict=True) if key not in kept]
        self.read += len(missing)
        new = iter(self._analyse([source for _, source in missing]))
        for key in keys:
            self._used[key] = None
            if key in kept:
                yield kept[key]
            else:
                found = next(new)
                self._keep(key, found)
                yield found

    def afresh(self, sources: Sequence[Input]) -> Iterable[Analysed]:
        """The same, but every document is read anew, and nothing is kept."""
        self._named(sources)
        self.read += len(sources)
        return self._analyse(sources)

    def _named(self, sources: Sequence[Input]) -> list[str]:
        keys = [key(source) for source in sources]
        self.digests = {source.id: bytes.fromhex(key) for source, key in zip(sources, keys, strict=True)}
        return keys

    def grouped(self, analyses: Sequence[Analysis]) -> Grouping:
        """Which mentions of the documents just read are of one happening: as it is kept, or as it is found now."""
        path = self._folder / "groups"
        key = hashlib.sha256(repr((*self._used, _merging())).encode()).hexdigest()
        found = _grouping(_payload(path), key)
        if found is None or not _covers(found, analyses):
            found = pipeline.grouping(analyses)
            groups = [[_packed(one) for one in group] for group in found.groups]
            self._write(path, json.dumps([key, groups]).encode())
        return found

    def prune(self) -> None:
        """Remove what no document of the last build needs, if there is much of it."""
        files = [path for path in self._folder.glob("??/*") if path.is_file()]
        if len(files) > len(self._used) + _SPARE:
            for path in files:
                if path.parent.name + path.name not in self._used:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _kept(self, key: str) -> Analysed | None:
        payload = _payload(self._path(key))
        with contextlib.suppress(Exception):  # whatever is wrong with it: it is read again
            found = pickled.loaded(payload)
            if isinstance(found, Outcome) and isinstance(found.value, Analysis | None):
                return found
        return None

    def _keep(self, key: str, found: Analysed) -> None:
        self._write(self._path(key), pickled.dumped(found))

    def _write(self, path: Path, payload: bytes) -> None:
        with contextlib.suppress(OSError):  # a disk that is full or may not be written to: it is read again
            path.parent.mkdir(parents=True, exist_ok=True)
            ignored = self._folder / ".gitignore"
            if not ignored.exists():
                ignored.write_text("*\n", "utf-8")  # all in here can be made anew
            replaced(path, _MARK + hashlib.sha256(payload).digest() + payload)


def _payload(path: Path) -> bytes:
    """What a file holds, if it is whole; nothing otherwise."""
    try:
        content = path.read_bytes()
    except OSError:
        return b""
    head = len(_MARK)
    payload = content[head + 32 :]
    whole = content.startswith(_MARK) and hashlib.sha256(payload).digest() == content[head : head + 32]
    return payload if whole else b""


def _packed(one: Member) -> tuple[object, ...]:
    counts = ((count.what, count.of, count.number, count.who) for count in one.counts)
    return one.document, one.number, one.id, *counts


def _grouping(payload: bytes, key: str) -> Grouping | None:
    try:
        kept, groups = json.loads(payload)
        found = Grouping(
            tuple(
                tuple(
                    Member(DocumentId(document), number, EventId(name), tuple(Count(*one) for one in counts))
                    for document, number, name, *counts in group
                )
                for group in groups
            )
        )
    except (ValueError, TypeError):
        return None
    return found if kept == key else None


def _covers(found: Grouping, analyses: Sequence[Analysis]) -> bool:
    """Whether every mention is in one group."""
    known = [(one.document, one.number) for group in found.groups for one in group]
    wanted = {(analysis.document.id, n) for analysis in analyses for n in range(len(analysis.mentions))}
    return (
        len(known) == len(wanted)
        and wanted.issuperset(known)
        and len(set(known)) == len(known)
        and all(found.groups)
    )


def key(source: Input) -> str:
    """What stands for a document and all that is read from it, as a digest in hexadecimal digits."""
    said = repr((rules(), source.id, source.metadata, source.published)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(hashlib.sha256(said).digest() + source.content).hexdigest()


@cache
def _merging() -> str:
    """A digest of all that the grouping of mentions depends on but them."""
    return program.digest(("merge", "languages", "model", "times"), ("pystemmer", "snowballstemmer"))


@cache
def rules() -> str:
    """A digest of all that an analysis depends on but the document: our code and rules, and the libraries."""
    return program.digest((*_READING, "pipeline.py"), _LIBRARIES)
