"""The kinds of page a site has, and one page of each that has much to show."""

import json
from pathlib import Path


def pages(site: Path) -> dict[str, str]:
    """A path for every kind of page that a built site has."""
    found = {
        "index": "index.html",
        "event": _richest(site, "events/*.html"),
        "source": _richest(site, "sources/*.html"),
        "sources": "sources/index.html",
        "tag": _richest(site, "tags/*.html"),
        "tags": "tags/index.html",
        "names": "names/index.html",
        "period": _richest(site, "periods/*.html"),
        "periods": "periods/index.html",
        "data": "data.html",
        "embed": "embed.html",
        "404": "404.html",
    }
    return {kind: path for kind, path in found.items() if path and (site / path).is_file()}


def events(site: Path) -> list[dict]:
    """The site's events, as it tells other programs of them."""
    return json.loads((site / "timeline.json").read_text("utf-8"))


def _richest(site: Path, pattern: str) -> str:
    """The longest page that matches; a folder's own list does not count."""
    own = sorted(
        (p for p in site.glob(pattern) if p.name != "index.html"), key=lambda p: (-p.stat().st_size, p.name)
    )
    return own[0].relative_to(site).as_posix() if own else ""
