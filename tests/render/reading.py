"""A page as a browser's parser sees it: elements with their attributes, and text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "col", "wbr", "source", "area", "base", "embed", "track"}
# SVG's elements may close themselves
SELF_CLOSING = {"line", "rect", "circle", "path"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """`elements` in order; `faults` are elements that do not nest."""

    html: str
    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.html)
        self.close()
        self.faults += [f"<{element.tag}> is never closed" for element in self._open]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> says an attribute twice")
        inside = tuple(element.tag for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, inside)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()
            if tag not in SELF_CLOSING:
                self.faults.append(f"<{tag}/> does not close itself in HTML")

    def handle_endtag(self, tag):
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> within {[element.tag for element in self._open]}")
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data):
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a tag whose attributes hold these words."""
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(
                word in element.attributes.get(name.rstrip("_").replace("_", "-"), "").split()
                for name, word in attributes.items()
            )
        ]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]
