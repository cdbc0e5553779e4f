"""Filters: how templates say numbers, dates and texts, besides Jinja2's own."""

import base64
import re
from functools import lru_cache
from hashlib import sha256

_MOMENT = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_STRAIGHT = re.compile(r'"([^"]*)"')
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


@lru_cache(maxsize=4096)
def moment(edtf: str) -> str:
    """A date as HTML's `time` element can hold it: a day, month or year that nothing is in doubt about; else nothing.

    >>> moment("2008-02"), moment("2008-21"), moment("1999~")
    ('2008-02', '', '')
    """
    return edtf if _MOMENT.fullmatch(edtf) else ""


@lru_cache(maxsize=4096)  # the same few ways of dating stand on most pages
def typographic(text: str) -> str:
    r"""Straight quotation marks and apostrophes as a printer sets them.

    >>> typographic('inferred from "last month" and the document\'s dateline')
    'inferred from “last month” and the document’s dateline'
    """
    return _APOSTROPHE.sub("’", _STRAIGHT.sub(r"“\1”", text))


def grouped(number: int) -> str:
    """A number as English text has it.

    >>> grouped(12345)
    '12,345'
    """
    return f"{number:,}"


def style_hash(style: str) -> str:
    """What a content policy calls an inline style."""
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    return f"'sha256-{digest}'"
