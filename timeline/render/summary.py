"""An editor's Markdown as safe HTML: nothing that runs, and nothing that is fetched."""

from threading import local

import markdown
import nh3
from markupsafe import Markup

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


def html(text: str) -> Markup:
    """Sanitised HTML; links lead to http, https and mailto only.

    >>> html("**Signed** <script>alert(1)</script> [x](javascript:alert(1))")
    Markup('<p><strong>Signed</strong>  <a>x</a></p>')
    """
    if not text.strip():
        return Markup()
    raw = _converter().reset().convert(text)
    clean = nh3.clean(
        raw,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    # a link that leads nowhere any more is no link, and may not say `rel`
    return Markup(clean.strip().replace('<a rel="noopener noreferrer">', "<a>"))  # noqa: S704  sanitised just above


_KEPT = local()  # converters keep state while they convert


def _converter() -> markdown.Markdown:
    """Setting one up takes ten times as long as a paragraph."""
    if not hasattr(_KEPT, "converter"):
        _KEPT.converter = markdown.Markdown(
            extensions=["sane_lists", "smarty", "tables"], output_format="html"
        )
    converter: markdown.Markdown = _KEPT.converter
    return converter
