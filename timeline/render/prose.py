"""Prose: the Markdown that most summaries are, written without the parser: a line of words, *emphasis*, **strong** and [links](https://…).

Only where every mark stands as people set it, beside spaces and stops: there the parser and the sanitiser would write
the same, which `tests/render/test_summary.py` holds them to. Anything else is not prose, and theirs.
"""

import re
from functools import cache

_LETTER = r"[^\W_]"
# what means nothing to Markdown, and what the printer's quotation marks and dashes do not come into
_WORDS = (
    rf"{_LETTER}++|[,;:()?!%/+–—’‘“”„…«»§€£]|\.(?!\.)"
    rf"|(?<={_LETTER})-(?={_LETTER})|(?<=[^\W\d_])'(?=[^\W\d_])"
)
_TOLD = rf"{_LETTER}(?:{_WORDS}| (?=[^ *\]]))*+"
_HOST = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*+\.)+[a-z]{2,}+"
_AFTER = r"(?![^ .,;:?)])"
_MARKED = (
    rf"\*\*{_TOLD}\*\*{_AFTER}|\*{_TOLD}\*{_AFTER}|\[{_TOLD}\]\(https?://{_HOST}(?:/[\w.~/=-]*+)?\){_AFTER}"
)
_PROSE = rf"(?!\d+\.)(?=[^\W_]|[*\[])(?:{_WORDS}| (?! |\Z)|(?<![^ (])(?:{_MARKED}))++"


@cache
def _prose() -> re.Pattern[str]:
    """Compiled when a summary is new: that takes as long as writing many."""
    return re.compile(_PROSE)


_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def html(line: str) -> str | None:
    """The line as a paragraph; None for what is not prose.

    >>> html("The *mill* was the **council’s**; see [its papers](https://example.org/a).")
    '<p>The <em>mill</em> was the <strong>council’s</strong>; see <a href="https://example.org/a" rel="noopener noreferrer">its papers</a>.</p>'
    >>> html("1. August 1914"), html("a < b")
    (None, None)
    """
    if _prose().fullmatch(line) is None:
        return None
    if "*" in line:
        line = _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", line))
    if "[" in line:
        line = _LINK.sub(r'<a href="\2" rel="noopener noreferrer">\1</a>', line)
    return "<p>" + line.replace("'", "’") + "</p>"
