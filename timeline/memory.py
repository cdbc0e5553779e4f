"""Which pages the last build made, and of what: `.timeline/cache/pages.json`, which may be deleted at any time.

Beside it `shares` holds what each event gave to the files of all events.

A page whose fingerprint is the same need not be made again, as long as its file is the one that was published: told by
its size, times and place on the disk, which nobody who only sends files can know. What is damaged, or of another
program, is not there, and every page is made.
"""

import contextlib
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from timeline import compiled, program, publish, segments
from timeline.model.document import DocumentId
from timeline.model.site import Drawn, Memory, Site
from timeline.publish import Kept
from timeline.records import dataclass
from timeline.spool import Spool

_DRAWING = ("read", "render", "model", "times", "memory.py", "pickled.py")
_LIBRARIES = ("dateparser", "jinja2", "markdown", "markupsafe", "nh3", "PyYAML")
_SHARES = "shares"


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a build may go on from: how pages came about, and by what their files are known."""

    memory: Memory
    shares: segments.Segments
    kept: Mapping[str, Kept] = field(default_factory=dict)


def recalled(file: Path, output: Path, beside: Collection[str] = (), *, anew: bool = False) -> Recalled:
    """What is known of the site in an output folder; `beside` are the files there that are not of the site.

    Links were looked through with these in place, so that with others every page is made. `anew` says that nothing is to be
    taken from the last build.
    """
    made_by = _program(output, beside)
    templates = compiled.known()
    nothing = segments.Segments(file.with_name(_SHARES))
    room = partial(Spool, file.parent)
    unknown = Recalled(
        Memory(made_by, compiled={} if anew else templates, shares=nothing.shares, room=room), nothing
    )
    if anew:
        return unknown
    try:
        kept = json.loads(file.read_bytes())
        if kept["program"] != made_by:
            return unknown
        pages = kept["pages"]
        drawn = {
            name: Drawn(bytes.fromhex(page[0]), tuple((str(path), str(version)) for path, version in page[1]))
            for name, page in pages.items()
        }
        converted = {str(text): str(html) for text, html in kept["converted"].items()}
        known = {name: Kept(str(page[2]), tuple(page[3])) for name, page in pages.items()}
        found = segments.Segments(file.with_name(_SHARES), tuple(kept["shares"]))
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return unknown
    memory = Memory(made_by, drawn, converted=converted, compiled=templates, shares=found.shares, room=room)
    return Recalled(memory, found, known)


def forgotten(last: Recalled) -> Recalled:
    """The same, but that nothing is known of any page; what events gave to other files depends on no page."""
    return Recalled(replace(last.memory, drawn={}, converted={}, compiled={}), last.shares)


def reading(last: Recalled, documents: Mapping[DocumentId, bytes]) -> Recalled:
    """The same, with digests of the documents as they are now, and of what was read from them."""
    return replace(last, memory=replace(last.memory, documents=documents))


def keep(file: Path, output: Path, built: Site, last: Recalled) -> None:
    """Remember a site that was published. What cannot be written is not remembered."""
    known = last.memory.compiled
    if built.compiled.items() - known.items():
        compiled.keep({**known, **built.compiled})
    digests = publish.recorded(output)
    pages = {
        name: (page.fingerprint.hex(), page.loads, digests[name], signature)
        for name, page in built.drawn.items()
        if name in digests and (signature := publish.signature(f"{output}/{name}"))
    }
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / ".gitignore").write_text("*\n", "utf-8")  # all in here can be made anew
        shares = last.shares.finish()
        found = {
            "program": last.memory.program,
            "pages": pages,
            "converted": built.converted,
            "shares": shares,
        }
        publish.replaced(file, json.dumps(found).encode())


def _program(output: Path, beside: Collection[str]) -> str:
    said = repr((program.digest(_DRAWING, _LIBRARIES), str(output.resolve()), sorted(beside)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
