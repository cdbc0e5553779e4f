"""Where a text is cut into tokens. One pattern serves most languages; some scripts need one of their own."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

# the first two are what the next but one and the last but one find, of letters and blanks that `re` tells fastest
TOKEN = re.compile(r"[A-Za-z]++(?![^\x00-\x7f])| (?!\s)|[^\W\d_]+|\d+[A-Za-z]*|\s+|.", re.DOTALL)
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"  # Thai to Han, Hangul
)


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """The token pattern of a language with these names: words, or phrases that are one token wherever they stand.

    Scripts that write no blanks give a token for each of their letters, but for the names; the vowel signs of
    Indic scripts and the points of Hebrew and Arabic, which are no letters to `re`, belong to their words.

    >>> pattern(["jour", "avant hier"]).findall("jour avant hier")
    ['jour', ' ', 'avant hier']
    >>> pattern(["年", "星期三"]).findall("2008年星期三晴")
    ['2008', '年', '星期三', '晴']
    """
    odd = [name for name in names if not (name.isascii() and name.isalnum()) and "_" not in name]
    whole = [name for name in odd if TOKEN.fullmatch(name) is None]
    unspaced = [name for name in odd if re.search(f"[{_UNSPACED}]", name)]
    if not whole and not unspaced:
        return TOKEN
    mark = (
        f"[{_marks()}]"
        if any(unicodedata.combining(c) or c in _marks() for name in whole for c in name)
        else ""
    )
    letter = f"[^\\W\\d_{_UNSPACED}]" if unspaced else r"[^\W\d_]"
    run = f"{letter}(?:{letter}|{mark})*" if mark else f"{letter}+"
    first = "".join(f"{name}|" for name in _longest_first({*whole, *unspaced}, letter, mark))
    return re.compile(first + run + r"|\d+[A-Za-z]*|\s+|.", re.DOTALL)


def _longest_first(names: Iterable[str], letter: str, mark: str) -> Iterator[str]:
    edge = f"(?!{letter}" + (f"|{mark}" if mark else "") + ")"
    for name in sorted(names, key=lambda name: (-len(name), name)):
        free = re.fullmatch(f".*[{_UNSPACED}]", name, re.DOTALL)
        yield re.escape(name) if free else f"(?<!\\w){re.escape(name)}{edge}"


@lru_cache(maxsize=1)
def _marks() -> str:
    """All combining marks up to the scripts of Indo-China, for a character class."""
    return "".join(
        chr(code) for code in range(0x300, 0x1900) if unicodedata.category(chr(code)) in ("Mn", "Mc")
    )
