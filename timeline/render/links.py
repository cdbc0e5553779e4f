"""Addresses: where a page stands in the site, how one page names another, and links into other people's pages."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote, urlsplit

from timeline.model.event import Citation

LONGEST_SLUG = 80  # letters: a file name may hold 255 bytes, a letter up to four, and the suffix needs room
LONGEST_WHOLE_QUOTE = 90  # letters: a longer quotation is named by its first and last words
EDGE_WORDS = 6


def slug(text: str) -> str:
    """A name that is safe as a file name on any system and readable in an address.

    Letters of every script stay; Latin ones lose their accents.

    >>> slug("Boris Tadić & Hu Jintao"), slug("Приштина"), slug("../..")
    ('boris-tadic-hu-jintao', 'приштина', '')
    """
    bare = (
        text
        if text.isascii()
        else "".join(
            unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or letter
            for letter in unicodedata.normalize("NFKC", text)
        )
    )
    return re.sub(r"[\W_]+", "-", bare.casefold()).strip("-")[:LONGEST_SLUG].rstrip("-")


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug of its own for every name, in the order given; later ones that would collide get a number.

    >>> slugs(["Arms trade", "arms-trade", "!"])
    {'Arms trade': 'arms-trade', 'arms-trade': 'arms-trade-2', '!': 'bb7208bc'}
    """
    found: dict[str, str] = {}
    taken: set[str] = {"index"}  # a folder's own page
    for name in dict.fromkeys(names):
        stem = slug(name) or sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        candidate, number = stem, 1
        while candidate in taken:
            number += 1
            candidate = f"{stem}-{number}"
        taken.add(candidate)
        found[name] = candidate
    return found


def relative(target: str, page: str) -> str:
    """The address of a site path (with its fragment, if any) as seen from a page.

    It always names a file, so that it works without a server.

    >>> relative("index.html", "events/a.html"), relative("events/b.html#q", "events/a.html")
    ('../index.html', 'b.html#q')
    """
    path, mark, fragment = target.partition("#")
    if path == page and mark:
        return mark + _quoted(fragment)
    address = _between(path, page.rpartition("/")[0])
    return address + mark + _quoted(fragment) if mark else address


def _quoted(fragment: str) -> str:
    """Most fragments are names of our own, which need no look at their letters one by one."""
    plain = fragment.isascii() and fragment.replace("-", "a").isalnum()
    return fragment if plain else quote(fragment, safe="-._~")


@lru_cache(maxsize=8192)
def _between(path: str, folder: str) -> str:
    """The way from a folder of the site to a file of it."""
    steps, folders = path.split("/"), folder.split("/") if folder else []
    common = 0
    while common < min(len(folders), len(steps) - 1) and folders[common] == steps[common]:
        common += 1
    return "../" * (len(folders) - common) + quote("/".join(steps[common:]))


def external(url: str) -> str:
    """The address if it leads to the web, else nothing: `javascript:` and its like are no links.

    >>> external("https://example.org/a"), external("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme.lower() in {"http", "https"} and parts.netloc else ""


def original(url: str, citation: Citation) -> str:
    """The address of cited words where they were published: of their page, where it has pages (RFC 8118), or their text."""
    page = re.search(r"\d+", citation.locator)
    base = external(url)
    if page and base and "#" not in base:
        return f"{base}#page={page[0]}"
    return text_fragment(url, citation.quote)


def text_fragment(url: str, passage: str) -> str:
    """The address of a passage in somebody else's page (https://wicg.github.io/scroll-to-text-fragment/).

    A short passage is named whole, a long one or one over several lines by its first and last words.

    >>> text_fragment("https://example.org/a", "well-known, since 1999")
    'https://example.org/a#:~:text=well%2Dknown%2C%20since%201999'
    """
    base = external(url)
    said = passage.split()
    if not base or not said:
        return base
    if len(passage) <= LONGEST_WHOLE_QUOTE and "\n" not in passage.strip():
        directive = _encoded(said)
    elif len(said) >= 2 * EDGE_WORDS:
        directive = f"{_encoded(said[:EDGE_WORDS])},{_encoded(said[-EDGE_WORDS:])}"
    else:
        middle = max(1, len(said) // 2)
        directive = ",".join(_encoded(part) for part in (said[:middle], said[middle:]) if part)
    return f"{base}{'' if '#' in base else '#'}:~:text={directive}"


def _encoded(words: list[str]) -> str:
    # a hyphen would be read as the sign of a prefix or suffix; quote() never encodes it
    return quote(" ".join(words), safe="").replace("-", "%2D")
