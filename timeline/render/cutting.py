"""Cutting: long lists in pages of which none is too long, and how those are named."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

MOST_BYTES = 180_000  # of a page's list, roughly: pages stay below 300 kB

_NUMBER = re.compile(r"\.\d+\.html$")

T = TypeVar("T")


def cut(items: Sequence[T], weigh: Callable[[T], int], most: int = MOST_BYTES) -> list[tuple[T, ...]]:
    """Items in pages of at most so many bytes, and of one item at least; one page, empty, for none."""
    pages: list[tuple[T, ...]] = []
    page: list[T] = []
    size = 0
    for item in items:
        own = weigh(item)
        if page and size + own > most:
            pages.append(tuple(page))
            page, size = [], 0
        page.append(item)
        size += own
    return [*pages, tuple(page)]


def numbered(path: str, number: int) -> str:
    """The path of a list's page: the list's own for the first, counted from 0.

    >>> numbered("tags/war.html", 0), numbered("tags/war.html", 1)
    ('tags/war.html', 'tags/war.2.html')
    """
    return path if number == 0 else f"{path.removesuffix('.html')}.{number + 1}.html"


def paths(path: str, pages: int) -> tuple[str, ...]:
    """The paths of all pages of a list."""
    return tuple(numbered(path, number) for number in range(pages))


def first_page(path: str) -> str:
    """The path of a list's first page, from any of its pages: no name of a page has a dot of its own.

    >>> first_page("tags/war.2.html#p-1999")
    'tags/war.html'
    """
    return _NUMBER.sub(".html", path.partition("#")[0])


def bytes_of(text: str) -> int:
    """The bytes of a text in a page, roughly: marks that HTML writes out are several."""
    marks = sum(text.count(mark) for mark in "&<>\"'")
    return len(text.encode("utf-8", "replace")) + 4 * marks
