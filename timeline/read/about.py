"""Metadata of documents: their fields, and `seeds/sources.yaml`."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from timeline.model.document import DocumentId, Metadata
from timeline.model.problem import Outcome
from timeline.read import tree
from timeline.read.decoded import decoded
from timeline.read.fields import Fields
from timeline.read.tree import Node

_OTHER_NAMES = {"date": "published", "author": "authors", "lang": "language", "licence": "license"}
_KNOWN = ("title", "publisher", "authors", "url", "license", "language", "published", "encoding")


def sources(content: bytes, file: str) -> Outcome[Mapping[DocumentId, Metadata]]:
    """Read `sources.yaml`: a list with one entry for a document, named by `file`, its path below `seeds/`."""
    text = decoded(content, file)
    if text.value is None:
        return Outcome({}, text.problems)
    read = tree.tree(text.value, file)
    form = Fields()
    found: dict[DocumentId, Metadata] = {}
    for node in form.items(read.value, "the file") if read.value is not None else ():
        named = _entry(node, form, found)
        if named:
            found[named[0]] = named[1]
    return Outcome(found, (*text.problems, *read.problems, *form.problems))


def metadata_of(fields: Mapping[str, Node], form: Fields) -> Metadata:
    """Metadata from its fields, under their own or other usual names; problems go to `form`."""
    given = {_OTHER_NAMES.get(name, name): node for name, node in fields.items()}

    def text(name: str) -> str:
        return (form.text(given[name], name) if name in given else None) or ""

    return Metadata(
        title=text("title"),
        publisher=text("publisher"),
        authors=(form.texts(given["authors"], "authors") if "authors" in given else None) or (),
        url=(form.url(given["url"], "url") if "url" in given else None) or "",
        license=text("license"),
        language=_language(given, form),
        region=_region(given, form),
        published=form.when(given["published"], "published") if "published" in given else None,
        encoding=_encoding(given, form),
    )


def _entry(
    node: Node, form: Fields, before: Mapping[DocumentId, Metadata]
) -> tuple[DocumentId, Metadata] | None:
    fields = dict(form.of(node, ("file", *_KNOWN, *_OTHER_NAMES), "an entry of sources.yaml"))
    name = form.text(fields.pop("file"), "file") if "file" in fields else None
    metadata = metadata_of(fields, form)
    if name is None:
        hint = "write `file:` with the document's path below seeds/"
        form.report("missing-key", "an entry must say which file it is about", node.place, hint)
        return None
    id_ = DocumentId(str(PurePosixPath(name)))
    if id_ in before:
        form.report("duplicate-file", f"{name!r} has an entry already", node.place, "put both into one entry")
        return None
    return id_, metadata


def _encoding(given: Mapping[str, Node], form: Fields) -> str:
    """The name of an encoding that Python knows."""
    said = (form.text(given["encoding"], "encoding") or "") if "encoding" in given else ""
    try:
        "".encode(said or "utf-8")
    except (LookupError, ValueError):
        hint = "write its name, such as cp1252, cp1251, iso-8859-2 or shift_jis"
        form.report("unknown-encoding", f"{said!r} is no encoding known here", given["encoding"].place, hint)
        return ""
    return said


def _region(given: Mapping[str, Node], form: Fields) -> str:
    """The region of a longer tag: GB of "en-GB"."""
    said = (form.text(given["language"], "language") or "") if "language" in given else ""
    region = said.replace("_", "-").split("-")[-1].upper()
    return region if "-" in said.replace("_", "-") and region.isalpha() and len(region) == _ISO_3166 else ""


_ISO_3166 = 2  # letters of a region's code


def _language(given: Mapping[str, Node], form: Fields) -> str:
    """An ISO 639-1 code; of a longer tag ("en-GB") its first part."""
    if "language" not in given:
        return ""
    said = form.text(given["language"], "language") or ""
    code = said.replace("_", "-").split("-")[0].lower()
    if not said or (code.isalpha() and len(code) in (2, 3)):
        return code
    hint = "write an ISO 639-1 code: en, de, sr"
    form.report("unknown-language", f"{said!r} is no language code", given["language"].place, hint)
    return ""
