"""Every page of a site, as it is when a browser has opened it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from tests.browser.reader import Reader

_FACTS = """() => {
  const all = selector => Array.from(document.querySelectorAll(selector));
  const box = document.scrollingElement;
  return {
    title: document.title,
    lang: document.documentElement.lang,
    headings: all("h1, h2, h3, h4, h5, h6").map(h => [Number(h.tagName[1]), h.textContent.trim()]),
    links: all("a[href]").map(a => new URL(a.getAttribute("href"), document.baseURI).href),  // SVG has links, too
    ids: all("[id]").map(e => e.id),
    loads: all("[src], [srcset], [poster], [data], link[href]:not([rel=canonical])")
      .map(e => e.getAttribute("src") || e.getAttribute("srcset") || e.getAttribute("poster")
        || e.getAttribute("data") || e.getAttribute("href")),
    wide: box.scrollWidth - window.innerWidth,
    pwned: String(window.__pwned),
  };
}"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as opened: `links` are absolute addresses, `wide` the pixels that stand out of the window."""

    title: str
    lang: str
    headings: tuple[tuple[int, str], ...]
    links: tuple[str, ...]
    ids: tuple[str, ...]
    loads: tuple[str, ...]
    wide: int
    pwned: str


@dataclass(frozen=True, slots=True)
class Crawl:
    """All pages that can be reached from the index by links, by their paths, and who read them."""

    pages: Mapping[str, Page]
    others: tuple[str, ...]  # files that are linked and are no pages
    reader: Reader

    def inside(self, address: str) -> tuple[str, str] | None:
        """The site path and fragment of an address, or nothing if it leads out of the site."""
        if not address.startswith(self.reader.home):
            return None
        path, _, fragment = address.removeprefix(self.reader.home).partition("#")
        return unquote(path), unquote(fragment)


def crawled(reader: Reader) -> Crawl:
    """Follow every link from the index on."""
    crawl = Crawl({}, (), reader)
    found: dict[str, Page] = {}
    others: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in found or path in others:
            continue
        if not path.endswith(".html"):
            others.add(path)
            continue
        found[path] = _page(reader.open(path).evaluate(_FACTS))
        waiting += [target[0] for link in found[path].links if (target := crawl.inside(link))]
    return Crawl(found, tuple(sorted(others)), reader)


def _page(facts: dict) -> Page:
    headings = tuple((level, text) for level, text in facts.pop("headings"))
    return Page(headings=headings, **{k: tuple(v) if isinstance(v, list) else v for k, v in facts.items()})
