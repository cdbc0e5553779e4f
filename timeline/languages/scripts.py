"""Words in a language's other spellings, so that a words.toml is written once: Serbian in Cyrillic, or without accents."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

_DIGRAPHS: Final = {"lj": "љ", "nj": "њ", "dž": "џ"}
_CYRILLIC: Final = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")
_LATIN: Final = {after: before for before, after in _CYRILLIC.items()} | {
    ord(cyrillic): latin for latin, cyrillic in _DIGRAPHS.items()
}
_BARE: Final = str.maketrans({"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "dj", "ë": "e", "ç": "c"})


def respelled(words: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of a `words.toml` with every word also in its `scripts`: "cyrillic", "bare" (without accents).

    >>> respelled({"scripts": ["cyrillic"], "day": {"juče": -1}})["day"]
    {'juče јуче': -1}
    """
    spellings = [_SPELLINGS[name] for name in words.get("scripts", ())]
    if not spellings:
        return dict(words)
    return {
        name: _table(name, table, spellings) if isinstance(table, Mapping) else table
        for name, table in words.items()
    }


def _table(name: str, table: Mapping[str, Any], spellings: list[Callable[[str], str]]) -> dict[str, Any]:
    if name == "cues":
        return {kind: _all(str(text), " ", spellings) for kind, text in table.items()}
    separator = "," if name in ("holidays", "periods") else " "
    return {_all(key, separator, spellings): value for key, value in table.items()}


def _all(text: str, separator: str, spellings: list[Callable[[str], str]]) -> str:
    def variants() -> Iterator[str]:
        for word in text.split(separator):
            yield word
            if not word.isupper():  # XIX is written alike in all scripts
                yield from (spelling(word) for spelling in spellings)

    return separator.join(dict.fromkeys(variants()))


def plain(word: str, ways: tuple[str, ...]) -> str:
    """A word in lower case made plain in some `ways`: "latin" (from Serbian Cyrillic), "bare" (without accents).

    >>> plain("љубљана", ("latin",)), plain("është", ("bare",))
    ('ljubljana', 'eshte')
    """
    if "latin" in ways and not word.isascii():
        word = word.translate(_LATIN)
    return word.translate(_BARE) if "bare" in ways and not word.isascii() else word


def _cyrillic(word: str) -> str:
    small = word.lower()
    for pair, letter in _DIGRAPHS.items():
        small = small.replace(pair, letter)
    small = small.translate(_CYRILLIC)
    return small[:1].upper() + small[1:] if word[:1].isupper() else small


_SPELLINGS: Final[Mapping[str, Callable[[str], str]]] = {
    "cyrillic": _cyrillic,
    "bare": lambda word: word.translate(_BARE),
}
