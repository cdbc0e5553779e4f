"""An editor's Markdown as safe HTML: nothing that runs, and nothing that is fetched."""

import re
from collections.abc import Mapping
from itertools import islice
from threading import local
from typing import TYPE_CHECKING, Any

import nh3
from markupsafe import Markup

from timeline.render import prose

if TYPE_CHECKING:  # it takes a tenth of a second to load, and most projects never need it
    import markdown

# No images, frames or styles: a summary must not make the reader's browser ask anybody for anything.
_TAGS = {
    *("p", "br", "hr", "em", "strong", "b", "i", "s", "del", "ins", "sub", "sup", "small", "mark", "abbr"),
    *("a", "code", "pre", "kbd", "blockquote", "q", "cite", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "ol": {"start"},
    "th": {"scope"},
    "q": {"cite"},
    "blockquote": {"cite"},
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
)

# quotations in quotations and lists in lists, deeper than anybody writes: each takes the converter deeper into itself
_DEEP = re.compile(r"^([ \t>*+-]{100})[ \t>*+-]+", re.MULTILINE)

# the cost of brackets and the like grows with the square of their number, and no person writes so many
_COSTLY = re.compile(r"[\[<|`]|^[ >]*(?:[-+*>]|\d+\.)[ >]", re.MULTILINE)
_MOST = 400
_LONGEST = 50_000  # characters


class Converted(dict[str, str]):
    """What texts became before they were sanitised; those that are known from before come in as they are asked for."""

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, text: str) -> str:
        found = self[text] = (
            self._known[text] if text in self._known else _converter(text).reset().convert(text)
        )
        return found


def html(text: str, converted: Converted | None = None) -> Markup:
    """Sanitised HTML; links lead to http, https and mailto only. More marks than a person writes are shown as written.

    >>> html("**Signed** <script>alert(1)</script> [x](javascript:alert(1))")
    Markup('<p><strong>Signed</strong>  <a>x</a></p>')
    """
    if not text.strip():
        return Markup()
    usual = prose.html(text.removesuffix("\n"))
    if usual is not None:
        return Markup(usual)  # noqa: S704  no character of such a line means anything to HTML
    # half a character, which nothing can encode, becomes a question mark
    written = _DEEP.sub(r"\1", text).encode("utf-8", "replace").decode()
    if len(written) > _LONGEST or sum(1 for _ in islice(_COSTLY.finditer(written), _MOST + 1)) > _MOST:
        return Markup("<p>%s</p>") % written.strip()
    raw = (Converted({}) if converted is None else converted)[written]
    clean = _CLEANER.clean(raw)
    # a link that leads nowhere any more is no link, and may not say `rel`
    return Markup(clean.strip().replace('<a rel="noopener noreferrer">', "<a>"))  # noqa: S704  sanitised just above


_KEPT = local()  # converters keep state while they convert

# what each pattern of the library needs in a text to match at all; most summaries have few of these, and a pattern
# that is not tried costs nothing. One that is not named here is always tried.
_NEEDS = {
    **dict.fromkeys(
        ("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"), "["
    ),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    "backtick": "`",
    "escape": "\\",
    "linebreak": "\n\r",
    "entity": "&",
    "em_strong": "*_",
    "smarty-ellipses": ".",
    "smarty-en-dashes": "-",
    "smarty-em-dashes": "-",
    **{f"smarty-quotes-{number}": "'\"" for number in range(15)},
}
_SIGNS = frozenset("".join(_NEEDS.values()))
_MOST_CONVERTERS = 24


def _converter(text: str) -> "markdown.Markdown":
    """One that tries the patterns that such a text has signs for. Setting one up takes ten times as long as a paragraph."""
    import markdown  # noqa: PLC0415

    known: dict[frozenset[str], markdown.Markdown] = _KEPT.__dict__.setdefault("converters", {})
    signs = _SIGNS.intersection(text)
    if signs not in known and len(known) >= _MOST_CONVERTERS:
        signs = _SIGNS
    if signs not in known:
        converter = markdown.Markdown(extensions=["sane_lists", "smarty", "tables"], output_format="html")
        smarty: Any = converter.treeprocessors["smarty"]
        for patterns in (converter.inlinePatterns, smarty.inlinePatterns):
            for name, needs in _NEEDS.items():
                if name in patterns and signs.isdisjoint(needs):
                    patterns.deregister(name)
        known[signs] = converter
    return known[signs]
