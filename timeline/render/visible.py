"""What nobody sees and what deceives the eye, made visible in what people read.

Documents and edits may hold control characters, which are no text, and the two overrides of the direction of
writing, which show words other than those that stand there (“gpj.exe” as “exe.jpg”). Each becomes U+FFFD. The other
signs of direction stay, since Hebrew and Arabic need them: they turn no letter around, and every text from others
stands in an element of its own direction, out of which none of them reaches. Files for other programs keep all.
"""

import re

_REPLACEMENT = "\ufffd"
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r\f"})
_OVERRIDES = ("\u202d", "\u202e")
_CONTROL = re.compile(b"[" + re.escape(_CONTROLS) + b"]")


def visible(page: str) -> bytes:
    r"""A page in UTF-8 without what deceives; half a character is a question mark. It costs next to nothing where all is well.

    >>> visible("a\u202eb\x00c\n").decode()
    'a�b�c\n'
    """
    for sign in _OVERRIDES:
        if sign in page:
            page = page.replace(sign, _REPLACEMENT)
    written = page.encode("utf-8", "replace")
    if len(written.translate(None, _CONTROLS)) != len(written):
        written = _CONTROL.sub(_REPLACEMENT.encode(), written)
    return written
