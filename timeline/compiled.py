"""The shipped templates as Jinja2 compiled them, beside Python's own compiled files of this program.

They are code, and so stand where whoever can write could as well change the program itself: never in a project's
folder, and never a project's own templates. A file that is damaged, or of another version, is not there.
"""

import contextlib
import hashlib
import marshal
import sys
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path

from timeline import program
from timeline.publish import replaced


def known() -> Mapping[str, bytes]:
    """What is kept, by the keys that templates have in memory; nothing if there is none that can be trusted."""
    try:
        content = _file().read_bytes()
        if content[:32] != hashlib.sha256(_version() + content[32:]).digest():
            return {}
        found = marshal.loads(content[32:])  # noqa: S302 - bytes by text alone, and only of what is whole
    except (OSError, ValueError, EOFError, TypeError, NotImplementedError):
        return {}
    return found if isinstance(found, dict) else {}


def keep(codes: Mapping[str, bytes]) -> None:
    """Keep some. Where Python may not write its compiled files, nothing is."""
    if sys.dont_write_bytecode:
        return
    content = marshal.dumps(dict(codes))
    with contextlib.suppress(OSError, NotImplementedError):
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        replaced(file, hashlib.sha256(_version() + content).digest() + content)


def _file() -> Path:
    beside = Path(cache_from_source(__file__))
    return beside.with_name(f"templates.{sys.implementation.cache_tag}.jinja")


def _version() -> bytes:
    """Of all that a template's code depends on but its text, which Jinja2 compares itself."""
    return program.digest(("render/environment.py", "render/templates.py"), ("jinja2", "markupsafe")).encode()
