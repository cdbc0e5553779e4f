"""`timeline add`: documents into the project, with what they say of themselves."""

import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import click

from timeline import fetch, gather, pipeline, publish, read
from timeline.amend import notation
from timeline.cli import shared
from timeline.model.analysis import Analysis
from timeline.model.document import DocumentId, Metadata
from timeline.model.problem import Problem, has_errors
from timeline.pipeline import Input
from timeline.read import guessed
from timeline.read.documents import READERS
from timeline.records import dataclass
from timeline.render.links import slug
from timeline.times import edtf
from timeline.times.when import When

_SUFFIXES = {  # of what the web sends
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_OVERRIDES = "\u202d\u202e"  # letters that turn those after them round


@dataclass(frozen=True, slots=True)
class _Found:
    """A document before it is of the project: the name it should have, its bytes when asked, and its address."""

    name: str
    read: Callable[[], bytes]
    url: str = ""


class _Came(Enum):
    """What became of a document, as the last line counts it."""

    ADDED = "added"
    THERE = "there already"
    REFUSED = "not added"


class _RefusedError(Exception):
    """Something that is not added; the message says why."""


@click.command("add")
@click.argument("documents", nargs=-1, required=True, metavar="FILE|URL…")
@click.option(
    "-C",
    "--project",
    "folder",
    default=".",
    metavar="PROJECT",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder [here].",
)
@shared.published
@click.option("--title", help="Its title, where it does not say itself.")
@click.option("--publisher", help="Who published it.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses of your own network, too.")
def command(
    documents: tuple[str, ...],
    folder: Path,
    published: When | None,
    title: str | None,
    publisher: str | None,
    *,
    allow_private: bool,
) -> None:
    """Copy FILES, or fetch URLs, into PROJECT's seeds/, and show what they tell of.

    What a document says of itself (title, author, date, address) is written to seeds/sources.yaml, where you can put
    it right. Of a folder every document in it is added; what cannot be read is named and left out. Only http and
    https are fetched, 50 MB and a minute at most, through the proxy that HTTP_PROXY or HTTPS_PROXY names.

    \b
    Examples:
      timeline add report.pdf minutes/*.docx
      timeline add ~/Documents/harbour
      timeline add https://example.org/news/harbour --published 2011-05-12
    """  # noqa: D301 - \b is click's mark
    place = gather.project(folder)
    if not place.seeds.is_dir() and not place.events.is_file():
        click.echo(f"{folder}: error: there is no project here (no seeds/ and no events.yaml)", err=True)
        click.echo("    hint: make one with `timeline new DIR`, or name yours with -C PROJECT", err=True)
        sys.exit(1)
    given = Metadata(title=title or "", publisher=publisher or "", published=published)
    came: Counter[_Came] = Counter()
    for named in documents:
        try:
            for found in _found(named, allow_private=allow_private):
                came[_add(found, place.seeds, given)] += 1
        except (_RefusedError, fetch.FetchError) as error:
            click.echo(f"{named}: error: {error}", err=True)
            came[_Came.REFUSED] += 1
    if came.total() > 1:
        click.echo(", ".join(f"{came[what]:,} {what.value}" for what in _Came if came[what]))
    if came[_Came.REFUSED]:
        sys.exit(1)


def _found(named: str, *, allow_private: bool) -> Iterator[_Found]:
    if named.partition(":")[0].lower() in ("http", "https"):
        answer = fetch.fetch(named, private=allow_private)
        yield _Found(_name_of(answer), lambda: answer.content, answer.url)
        return
    path = Path(named)
    if not path.exists():
        raise _RefusedError("there is no such file; an address begins with http:// or https://")
    try:
        files = gather.below(path) if path.is_dir() else (path,)
    except OSError as error:
        raise _RefusedError(f"{error.filename}: {error.strerror}") from error
    for file in files:
        name = _told(file.relative_to(path.parent).as_posix())
        inside = file == path or file.resolve().is_relative_to(path.resolve())
        yield _Found(name, file.read_bytes if inside else _outside)


def _outside() -> bytes:
    """What a link in a folder leads to elsewhere may be nothing to publish; who wants it names it."""
    raise _RefusedError("is a link out of the folder; add what it leads to by its own name")


def _told(name: str) -> str:
    """A file's name that can be written down: what is no UTF-8 is taken for cp1252, a control for a space."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("cp1252", "replace")
    return "".join(
        " " if letter in _OVERRIDES or unicodedata.category(letter) == "Cc" else letter for letter in name
    )


def _name_of(answer: fetch.Fetched) -> str:
    """A file's name for what an address led to."""
    last = unquote(urlsplit(answer.url).path.rstrip("/").rpartition("/")[2])
    stem, dot, suffix = last.rpartition(".")
    suffix = f".{suffix.lower()}" if dot else ""
    if suffix not in READERS:
        stem, suffix = last, _SUFFIXES.get(answer.type, "")
    if not suffix:
        raise _RefusedError(f"it is {answer.type}, for which there is no reader")
    return (slug(stem) or slug(urlsplit(answer.url).hostname or "") or "page") + suffix


def _add(found: _Found, seeds: Path, given: Metadata) -> _Came:
    """Read a document, and only if it can be read put it into the project."""
    try:
        content = found.read()
        if (there := _already(content, seeds)) is not None:
            click.echo(f"{found.name}: is there already, as {there}")
            return _Came.THERE
        name = _free(found.name, seeds)
        analysed = pipeline.analysed(Input(DocumentId(name), content, given))
        problems, encoding = _settled(content, analysed.problems)
        shared.say(problems)
        if analysed.value is None or has_errors(problems):
            return _Came.REFUSED
        _write(seeds / name, content)
        known = analysed.value.document.metadata
        known = replace(known, title=known.title or PurePosixPath(name).stem, encoding=encoding)
        _describe(seeds / gather.SOURCES, _entry(name, known, found.url))
    except OSError as error:
        click.echo(f"{error.filename or found.name}: error: {error.strerror}", err=True)
        return _Came.REFUSED
    except _RefusedError as error:
        click.echo(f"{found.name}: error: {error}", err=True)
        return _Came.REFUSED
    _show(name, known.title, analysed.value)
    return _Came.ADDED


def _settled(content: bytes, problems: Sequence[Problem]) -> tuple[tuple[Problem, ...], str]:
    """The problems, and the encoding if it had to be guessed: written down, it is a word that can be mended."""
    unsure = [problem for problem in problems if problem.kind == "guessed-encoding"]
    encoding = guessed.encoding(content) or "" if unsure else ""
    hint = f"written down in seeds/sources.yaml as `encoding: {encoding}`; put it right there if its letters are wrong"
    return tuple(replace(p, hint=hint) if p in unsure else p for p in problems), encoding


def _already(content: bytes, seeds: Path) -> str | None:
    """The name under which the same bytes are in the project."""
    same = (
        path
        for path in (seeds.rglob("*") if seeds.is_dir() else ())
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
    )
    return next((path.relative_to(seeds).as_posix() for path in same), None)


def _free(name: str, seeds: Path) -> str:
    path = Path(name)
    number, free = 1, name
    while (seeds / free).exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}").as_posix()
    return free


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)


def _entry(name: str, known: Metadata, url: str) -> str:
    """A document's entry of `sources.yaml`."""
    authors = ", ".join(notation.scalar(author, flow=True) for author in known.authors)
    said = {
        "file": notation.scalar(name),
        "title": notation.scalar(known.title),
        "publisher": known.publisher and notation.scalar(known.publisher),
        "authors": authors and f"[{authors}]",
        "url": (url or known.url) and notation.scalar(url or known.url),
        "published": edtf.text(known.published) if known.published else "",
        "encoding": known.encoding,
    }
    lines = [f"{key}: {value}" for key, value in said.items() if value]
    return "- " + "\n  ".join(lines) + "\n"


def _describe(path: Path, entry: str) -> None:
    """Put an entry below what stands in `sources.yaml`; what is there stays byte for byte."""
    before = path.read_bytes() if path.exists() else b""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    after = before + gap + entry.encode()
    old, new = (read.sources(content, path.name) for content in (before, after))
    if has_errors(new.problems) or len(new.value) != len(old.value) + 1:
        click.echo(f"{path}: warning: could not be added to; write this into it:\n{entry}", err=True)
        return
    publish.replaced(path, after)


def _show(name: str, title: str, analysis: Analysis) -> None:
    written = edtf.text(analysis.written.when) if analysis.written.when else "date not known"
    count = shared.counted(len(analysis.mentions), "mention")
    click.echo(f"{name}: {title} ({written}), {count}")
    for mention in analysis.mentions:
        click.echo(f"  {edtf.text(mention.when):<24}{mention.kind.value:<12}{mention.title}")
