"""What nobody sees and what deceives the eye, made visible in what people read.

Documents and edits may hold control characters, which are no text, and the two overrides of the direction of
writing, which show words other than those that stand there (“gpj.exe” as “exe.jpg”). Each becomes U+FFFD. The other
signs of direction stay, since Hebrew and Arabic need them: they turn no letter around, and every text from others
stands in an element of its own direction, out of which none of them reaches. Files for other programs keep all.
"""

import re

_REPLACEMENT = "\ufffd".encode()
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r\f"})
_OVERRIDES = tuple(sign.encode() for sign in "\u202d\u202e")
_CONTROL = re.compile(b"[" + re.escape(_CONTROLS) + b"]")


def visible(page: bytes) -> bytes:
    r"""A page in UTF-8 without what deceives. It costs next to nothing where there is none of it.

    >>> visible("a\u202eb\x00c\n".encode()).decode()
    'a�b�c\n'
    """
    if len(page.translate(None, _CONTROLS)) != len(page):
        page = _CONTROL.sub(_REPLACEMENT, page)
    for sign in _OVERRIDES:
        if sign in page:
            page = page.replace(sign, _REPLACEMENT)
    return page
