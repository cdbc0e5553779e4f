"""Which language a text is in: by its script, by its commonest words, and only then by py3langid's model.

The model takes half a second to load, more than reading a document; most texts never need it. Serbian, Croatian
and Bosnian are told apart by a few words only: one set of rules reads them all.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

_STRETCH: Final = 3000  # characters taken at the start, the middle and the end, so that no letterhead decides
_SHORT: Final = 12  # words, below which English is not doubted for want of common words
_SHARE: Final = (
    0.14  # of all words are common ones in running text; in a language that is only akin, a third of it
)
_LEAD: Final = 1.5  # how many times more common words than in the next language

_FEWEST: Final = 3  # common words, below which their share says nothing


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("languages.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _common() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _data()["common"].items()}


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    """A word counts the less, the more languages use it."""
    users = Counter(word for common in _common().values() for word in common)
    return {word: 1 / count for word, count in users.items()}


def recognised(text: str, default: str = "en") -> str:
    """The ISO 639-1 code of a text's language; `default` where there is too little text to tell.

    >>> recognised("Die Stadt wurde im Jahr 1820 zur Hauptstadt der neuen Provinz ernannt, und der Rat zog um.")
    'de'
    >>> recognised("Скупштина је усвојила закон, а председник га је потписао.")
    'sr'
    """
    sample = _sample(text)
    if script := _by_script(sample):
        return script
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    found = _by_words(words)
    if found:
        return _member(words) if found == "sr" else found
    if len(words) < _SHORT and sample.isascii():
        return default  # names and numbers
    return _by_model(sample) if len(words) > 2 else default


def _sample(text: str) -> str:
    if len(text) <= 3 * _STRETCH:
        return text
    middle = (len(text) - _STRETCH) // 2
    return "\n".join((text[:_STRETCH], text[middle : middle + _STRETCH], text[-_STRETCH:]))


def _by_script(sample: str) -> str | None:
    """The language of a script, if more than half of the letters beyond ASCII's are its and they are no sprinkling."""
    foreign = [character for character in sample if not character.isascii() and character.isalpha()]
    if 3 * len(foreign) < sum(map(str.isalpha, sample)):
        return None
    scripts = Counter(unicodedata.name(character, "").split(" ")[0].split("-")[0] for character in foreign)
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana and kana + scripts["CJK"] > len(foreign) / 2:
        return "ja"
    script, count = scripts.most_common(1)[0] if scripts else ("", 0)
    return _data()["scripts"].get(script) if count > len(foreign) / 2 else None


def _by_words(words: Sequence[str]) -> str | None:
    """The language that has by far the most common words in a text, if these are as many as running text has."""
    counts = Counter(words)
    hits = {code: sum(counts[word] for word in common) for code, common in _common().items()}
    weights = sorted(
        (
            (sum(counts[word] * _weights()[word] for word in common), code)
            for code, common in _common().items()
        ),
        reverse=True,
    )
    (best, code), (next_best, _) = weights[:2]
    if hits[code] < _FEWEST or hits[code] < _SHARE * len(words) or best < _LEAD * next_best:
        return None
    return code.partition("-")[0]


def _member(words: Sequence[str]) -> str:
    """Serbian, Croatian or Bosnian, by words that only some of them use."""
    used, only = set(words), _data()["only"]
    if used & set(only["hr"].split()):
        return "hr"
    return "bs" if len(used & set(only["bs"].split())) >= 2 else "sr"


def _by_model(sample: str) -> str:
    import py3langid  # noqa: PLC0415 - heavy, and mostly not needed

    code: str = py3langid.classify(sample)[0]
    return code
