"""Which table of characters a text was written in, where it does not say: a guess, and told as one.

charset-normalizer finds the script. Among the tables of Latin letters, which differ in a few of them only, it often
takes Spanish for Polish; there the letters of the language that the text is in decide.
"""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from timeline.read import language

# what documents are found in, of some ninety that Python knows; the rarer ones only ever win by accident
_LATIN = (
    "cp1252",
    "cp1250",
    "cp1254",
    "cp1257",
    "iso8859_2",
    "iso8859_15",
    "mac_roman",
    "cp850",
    "cp852",
    "cp437",
)
_OTHERS = (
    *("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic", "cp1253", "iso8859_7"),
    *("cp1255", "cp1256", "cp1258", "cp874"),
    *("cp932", "euc_jp", "iso2022_jp", "cp949", "gb18030", "big5hkscs"),
)
_MARKS = frozenset("“”„‘’‚‹›«»–—…•§°©®™†‡€£¥×÷±½¼¾²³·´¨¸\u00a0\u00ad")
_SHOWN = 20_000  # bytes that are enough to tell


def encoding(content: bytes) -> str | None:
    """The name of the table, as Python calls it; None if the bytes are no text in any of them."""
    import charset_normalizer  # noqa: PLC0415 - rarely needed

    best = charset_normalizer.from_bytes(content, cp_isolation=[*_LATIN, *_OTHERS]).best()
    if best is None:
        return None
    found: str = best.encoding
    if found not in _LATIN:
        return found
    # where the letters do not tell: the commonest table, then what was found
    ranked = ((_strange(text), name != _LATIN[0], name != found, name) for name, text in _texts(content))
    return min(ranked)[-1]


def _texts(content: bytes) -> Iterator[tuple[str, str]]:
    for name in _LATIN:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        yield name, text[:_SHOWN]


def _strange(text: str) -> int:
    """How many characters are neither letters of the text's language nor marks that any text may have."""
    known = _letters().get(language.recognised(text), frozenset())
    return sum(not character.isascii() and character not in known for character in text)


@lru_cache(maxsize=1)
def _letters() -> dict[str, frozenset[str]]:
    said = tomllib.loads(files(__package__).joinpath("letters.toml").read_text("utf-8"))["letters"]
    return {code: frozenset(letters + letters.upper()) | _MARKS for code, letters in said.items()}
