"""Tables in the documents, between marks that say which program writes them."""

import re
from collections.abc import Iterable
from pathlib import Path


def write(file: Path, name: str, lines: Iterable[str]) -> None:
    """Put lines between `<!-- name: … -->` and `<!-- /name -->` of a file. Raises ValueError where there is no such place."""
    text = file.read_text("utf-8")
    inside = "\n".join(lines)
    found, count = re.subn(
        rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- /{name} -->)",
        lambda match: f"{match[1]}{inside}\n{match[2]}",
        text,
        flags=re.DOTALL,
    )
    if count != 1:
        raise ValueError(f"{file} has {count} places called {name!r}")
    file.write_text(found, "utf-8")
