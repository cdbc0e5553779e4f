"""The disk before the build: a project's documents, metadata, edits and theme, as bytes and values.

Only regular files are read, in the order of their names; a symbolic link that leads out of the folder
it stands in is a problem and is not followed.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import read
from timeline.model.document import DocumentId, Metadata
from timeline.model.problem import Outcome, Problem, Severity
from timeline.pipeline import Input
from timeline.place import Project, project
from timeline.times.when import When

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline.model.edit import Edited
    from timeline.model.event import EventId
    from timeline.model.past import Past
    from timeline.model.shares import Shares
    from timeline.model.site import Theme

__all__ = ["Project", "below", "documents", "edited", "files", "names", "past", "project", "sources", "theme"]

SOURCES = "sources.yaml"
_PAGES = (".html", ".htm", ".xhtml")
# the endings that browsers and Windows give to such a folder, in their languages; no other folder is passed over
_PARTS = re.compile(
    r"_(?:files?|archivos|arquivos|bestanden|bylos|datoteke|dosyalar|elemei|failid|fails|fajlovi|ficheiros|fichiers"
    r"|fitxategiak|fitxers|pliki|soubory|tiedostot)|-(?:Dateien|filer)|\.files"
)
_BASIC = Path(__file__).parent / "vendor" / "plotly-basic.min.js"
_PACKAGED = (Path(__file__).parent / "site_templates", Path(__file__).parent.parent / "site_templates")


def documents(folder: Path, published: When | None = None) -> Outcome[tuple[Input, ...]]:
    """Every document below a folder, with the metadata its `sources.yaml` gives."""
    metadata = sources(folder)
    found: list[Input] = []
    problems = list(metadata.problems)
    try:
        paths = sorted(_files(folder))
    except OSError as error:
        return Outcome((), (*problems, _unreadable(str(error.strerror), str(error.filename))))
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if name == SOURCES:
            continue
        if not path.resolve().is_relative_to(folder.resolve()):
            problems.append(
                Problem(Severity.WARNING, "link-outside", "links out of the folder; not read", name)
            )
            continue
        content = _content(path, name)
        problems.extend(content.problems)
        if content.value is not None:
            known = metadata.value.get(DocumentId(name), Metadata())
            found.append(Input(DocumentId(name), content.value, known, published))
    problems.extend(
        Problem(
            Severity.WARNING,
            "unknown-document",
            f"{SOURCES} describes {name!r}, which is not there",
            f"{folder.name}/{SOURCES}",
            hint="take its lines out; or, if the document has another name now, write that",
        )
        for name in metadata.value
        if not (folder / name).exists()
    )
    return Outcome(tuple(found), (*problems, *_twice(found)))


def _twice(found: Sequence[Input]) -> Iterator[Problem]:
    """The same document under two names would count as two who say so."""
    first: dict[bytes, DocumentId] = {}
    for source in found:
        before = first.setdefault(sha256(source.content).digest(), source.id)
        if before != source.id:
            message = f"is the same document as {before}: its events would be counted twice"
            yield Problem(Severity.WARNING, "same-document", message, source.id, hint="remove one of the two")


def below(folder: Path) -> tuple[Path, ...]:
    """The files below any folder that could be documents, in order."""
    return tuple(sorted(_files(folder)))


def names(folder: Path) -> frozenset[DocumentId]:
    """The documents below a folder, by their names alone."""
    found = (path.relative_to(folder).as_posix() for path in _files(folder)) if folder.is_dir() else ()
    return frozenset(DocumentId(name) for name in found if name != SOURCES)


def files(paths: Sequence[Path], published: When | None = None) -> Outcome[tuple[Input, ...]]:
    """Documents named one by one, or as folders; a file's metadata is in the `sources.yaml` beside it."""
    found: list[Input] = []
    problems: list[Problem] = []
    names = [path.name for path in paths]
    for path in paths:
        if path.is_dir():
            inside = documents(path, published)
            found.extend(inside.value)
            problems.extend(inside.problems)
            continue
        metadata = sources(path.parent)
        problems.extend(p for p in metadata.problems if p not in problems)
        known = metadata.value.get(DocumentId(path.name), Metadata())
        name = path.name if names.count(path.name) == 1 else path.as_posix()
        content = _content(path, name)
        problems.extend(content.problems)
        if content.value is not None:
            found.append(Input(DocumentId(name), content.value, known, published))
    return Outcome(tuple(found), tuple(problems))


def sources(folder: Path) -> Outcome[Mapping[DocumentId, Metadata]]:
    """What `sources.yaml` in a folder says of its documents; nothing where there is none."""
    path = folder / SOURCES
    if not os.path.lexists(path):
        return Outcome({})
    name = f"{folder.name}/{SOURCES}" if folder.name else SOURCES
    content = _content(path, name)
    return Outcome({}, content.problems) if content.value is None else read.sources(content.value, name)


def edited(place: Project, shares: "Shares | None" = None) -> "Outcome[Edited]":
    """The project's `events.yaml`; nothing edited where there is none. See `read.edited` for `shares`."""
    from timeline.model.edit import Edited  # noqa: PLC0415 - as read.edited: what only reads text needs none

    if not os.path.lexists(place.events):
        return Outcome(Edited())
    content = _content(place.events, place.events.name)
    if content.value is None:
        return Outcome(Edited(), content.problems)
    return read.edited(content.value, place.events.name, shares)


def past(output: Path, there: "Collection[EventId]" = ()) -> "Past":
    """What the last build put into an output folder; nothing where it cannot be read. See `read.past` for `there`."""

    def content(name: str) -> bytes:
        try:
            return (output / name).read_bytes()
        except OSError:
            return b""

    return read.past(content("timeline.json"), content("moved.json"), there)


def theme(place: Project) -> "Theme":
    """The packaged templates and assets, each replaced by the project's own file of the same path."""
    from timeline.model.site import Theme  # noqa: PLC0415 - see edited

    packaged = next(folder for folder in _PACKAGED if folder.is_dir())
    shipped = _named(packaged)
    own = _named(place.templates) if place.templates.is_dir() else {}
    # a project's own page can extend the one it stands over
    over = {f"shipped/{name}": shipped[name] for name in own if name in shipped and _is_template(name)}
    paths = {**shipped, **over, **own}
    templates = {name: path.read_text("utf-8") for name, path in paths.items() if _is_template(name)}
    assets = {name: path.read_bytes() for name, path in paths.items() if not _is_template(name)}
    name, bundle = _plotly()
    return Theme(templates, assets, bundle, name, frozenset(own))


def _named(folder: Path) -> dict[str, Path]:
    """The files below a folder by their path in it."""
    return {path.relative_to(folder).as_posix(): path for path in _files(folder)}


def _plotly() -> tuple[str, bytes]:
    """The smallest Plotly at hand: the basic bundle, if the package was made with it, or the whole.

    The basic bundle (npm's plotly.js-basic-dist-min) has all that a timeline draws in a quarter of the bytes;
    `make site` fetches it where npm is to be had. The `plotly` package always holds the whole one.
    """
    if _BASIC.is_file():
        return _BASIC.name, _BASIC.read_bytes()
    found = find_spec("plotly")
    if found is None or found.origin is None:
        raise FileNotFoundError("the package plotly is not installed: pip install plotly")
    whole = Path(found.origin).parent / "package_data" / "plotly.min.js"
    return whole.name, whole.read_bytes()


def _is_template(name: str) -> bool:
    return name.endswith((".html", ".xml", ".j2"))


def _content(path: Path, name: str) -> Outcome[bytes | None]:
    """A file's bytes, or the problem that keeps them from us: what cannot be read must not look like nothing."""
    try:
        if path.is_file():
            return Outcome(path.read_bytes())
    except OSError as error:
        return Outcome(None, (_unreadable(str(error.strerror), name),))
    return Outcome(None, (_unreadable("it is no file", name),))


def _unreadable(why: str, name: str) -> Problem:
    hint = "give yourself the right to read it, or move it away"
    return Problem(Severity.ERROR, "unreadable", f"cannot be read: {why}", name, hint=hint)


def _files(folder: Path) -> Iterator[Path]:
    """Regular files below a folder, hidden ones left out; folders that are links are not entered.

    Nor are those in which a browser has put what belongs to a page saved beside them: pictures, scripts, frames.
    """
    paths = [path for path in folder.iterdir() if not path.name.startswith(".")]
    pages = {path.stem for path in paths if path.suffix.lower() in _PAGES}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            if not (pages and _is_part_of(path.name, pages)):
                yield from _files(path)
        elif path.is_file():
            yield path


def _is_part_of(name: str, pages: Iterable[str]) -> bool:
    """Whether a folder is called as browsers do: the page's name, and "_files" in some language."""
    return any(name.startswith(page) and _PARTS.fullmatch(name, len(page)) for page in pages)
