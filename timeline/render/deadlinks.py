"""Links inside a site that lead nowhere: to no file of it, or to a fragment that its page has not.

All pages are looked through at every build, so addresses are cut out of the bytes rather than parsed, and each is
followed once for a folder. Only a page in which something seems dead is parsed as a browser would: words in a text
may look like a link.
"""

from collections.abc import Collection, Mapping
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote

from timeline.model.site import Site
from timeline.records import dataclass

_MARKS = (b' href="', b' src="', b" href='", b" src='")  # the last two in templates of a project's own
_MOST_KNOWN = 4096  # pages whose anchors are held in memory …
_MOST_GOOD = 32_768  # … and addresses of a folder that led somewhere
_OUTSIDE = (b"https://", b"http://", b"mailto:")


@dataclass(frozen=True, slots=True)
class DeadLink:
    """The page it stands on, and its address as written there."""

    page: str
    address: str


def dead(
    site: Site, beside: Collection[str] = (), last: Mapping[str, bytes] | None = None
) -> tuple[DeadLink, ...]:
    """Every dead link, by page. `beside` are files that stand in the output folder and are not of the site.

    Pages that were kept stand in the `last` site, in which each link led somewhere; so they are looked through only if
    something is gone that a link could have led to.

    >>> dead(Site({"index.html": b'<a href="a.html">a</a> <a href="#b">b</a> <p id="b">'}))
    (DeadLink(page='index.html', address='a.html'),)
    """
    kept = sorted(site.kept) if last is not None and _less(site, last) else []
    follow = _Follow(site, {*site.names, *beside}, last or {})
    found = []
    made = (name for name in site.files if name.endswith(".html"))
    for name in (*made, *kept):
        body = last[name] if last is not None and name in site.kept else site.files[name]
        addresses = follow.lost(name, set().union(*(_cut(body, mark) for mark in _MARKS)))
        if addresses:
            links = _links(body)
            found += [DeadLink(name, address) for address in sorted(addresses) if address in links]
    return tuple(found)


def _less(site: Site, last: Mapping[str, bytes]) -> bool:
    """Whether a file or an anchor of the last site is no more."""
    return bool(site.kept) and (
        not site.names.issuperset(last)
        or any(
            not _anchors(body) >= _anchors(last[name])
            for name, body in site.files.items()
            if name.endswith(".html") and name in last
        )
    )


class _Follow:
    """Follows addresses; one that led somewhere from a folder is not followed from there again."""

    def __init__(self, site: Site, files: Collection[str], last: Mapping[str, bytes]) -> None:
        self._site = site
        self._files = files
        self._last = last
        self._ids: dict[str, frozenset[str]] = {}
        self._good: dict[str, set[bytes]] = {}  # by folder
        self._targets: dict[tuple[str, str], str] = {}  # files, by folder and the way from there

    def lost(self, page: str, addresses: set[bytes]) -> set[str]:
        """Those addresses on a page that lead nowhere."""
        folder = page.rpartition("/")[0]
        good = self._good.setdefault(folder, set())
        if len(good) > _MOST_GOOD:
            good.clear()
        lost = set()
        for raw in addresses - good:
            if raw.startswith(_OUTSIDE):
                continue
            address = _text(raw)
            if not self._leads(page, folder, address):
                lost.add(address)
            elif not address.startswith(("#", "?")):  # those mean the page itself
                good.add(raw)
        return lost

    def _leads(self, page: str, folder: str, address: str) -> bool:
        path, _, fragment = address.partition("#")
        path = path.partition("?")[0]
        if path.startswith("/") or ":" in path:
            return True  # out of the site; our own addresses have their colons encoded
        target = self._target(folder, path) if path else page
        if target not in self._files:
            return False
        if not fragment:
            return True
        fragment = unquote(fragment.partition(":~:")[0])
        # what a script makes of a fragment is its own affair: "#q=railway" is a search
        return (
            not fragment or "=" in fragment or not self._is_page(target) or fragment in self._anchors(target)
        )

    def _target(self, folder: str, path: str) -> str:
        way = folder, path
        if way not in self._targets:
            if len(self._targets) >= _MOST_KNOWN:
                self._targets.clear()
            self._targets[way] = _joined(folder, unquote(path))
        return self._targets[way]

    def _is_page(self, name: str) -> bool:
        return name.endswith(".html") and name in (
            self._site.files if name not in self._site.kept else self._last
        )

    def _anchors(self, page: str) -> frozenset[str]:
        if page not in self._ids:
            if len(self._ids) >= _MOST_KNOWN:
                self._ids.clear()
            self._ids[page] = _anchors((self._last if page in self._site.kept else self._site.files)[page])
        return self._ids[page]


def _anchors(body: bytes) -> frozenset[str]:
    return frozenset(map(_text, _cut(body, b' id="') | _cut(body, b" id='")))


def _text(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")
    return unescape(text) if "&" in text else text


def _joined(folder: str, path: str) -> str:
    """A path from a folder of the site on; of a folder, its index."""
    if not path.startswith("../"):
        whole = f"{folder}/{path}" if folder else path
    elif folder and "/" not in folder:
        whole = path[3:]  # the usual case, of which there are tens of thousands
    else:
        whole = join(folder, path)
    if "./" in whole or whole.endswith((".", "/")):
        whole = normpath(join(whole, "index.html" if whole.endswith(("/", ".")) else ""))
    return whole


def _cut(body: bytes, before: bytes) -> set[bytes]:
    """What stands between a mark and the next quotation mark of its kind."""
    end = before[-1:]
    if before not in body:
        return set()
    return {piece[: piece.find(end)] for piece in body.split(before)[1:]}


def _links(body: bytes) -> frozenset[str]:
    """The addresses that are really links, of anything."""
    from timeline.render import attributes  # noqa: PLC0415 - most sites have nothing that looks dead

    return attributes.addresses(body.decode("utf-8", "replace"))
