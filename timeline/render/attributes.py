"""A page's addresses as a browser finds them: in the attributes of its elements, and not in what only looks like one."""

from html.parser import HTMLParser


def addresses(page: str) -> frozenset[str]:
    """What the page's elements lead to or load.

    >>> sorted(addresses('<a href="a.html">a</a> <p> src="b" <img src="c.png">'))
    ['a.html', 'c.png']
    """
    parser = _Parser()
    parser.feed(page)
    return frozenset(parser.found)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, _: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attributes if name in ("href", "src") and value}
