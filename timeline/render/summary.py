"""An editor's Markdown as safe HTML: nothing that runs, and nothing that is fetched."""

import re

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options
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
# tags pass, since some may stay: which, is decided by the sanitiser that everything goes through
_OPTIONS = Options.CMARK_OPT_SMART | Options.CMARK_OPT_UNSAFE
# quotations in quotations and lists in lists, deeper than anybody writes, cost the square of their depth
_DEEP = re.compile(r"^([ \t>*+-]{100})[ \t>*+-]+", re.MULTILINE)


def html(text: str) -> Markup:
    """Sanitised HTML; links lead to http, https and mailto only.

    >>> html("**Signed** <script>alert(1)</script> [x](javascript:alert(1))")
    Markup('<p><strong>Signed</strong>  <a>x</a></p>')
    """
    if not text.strip():
        return Markup()
    # half a character, which nothing can encode, becomes a question mark
    written = _DEEP.sub(r"\1", text).encode("utf-8", "replace").decode()
    raw = cmarkgfm.markdown_to_html_with_extensions(written, _OPTIONS, ["table"])
    clean = nh3.clean(
        raw,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    # a link that leads nowhere any more is no link, and may not say `rel`
    return Markup(clean.strip().replace('<a rel="noopener noreferrer">', "<a>"))  # noqa: S704  sanitised just above
