"""Words as merging sees them: stems, so that noun and verb of a deed are one, and what is known of the stems."""

import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from timeline.languages import events, telling

_STEMMERS = {
    "ar": "arabic", "bs": "serbian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hr": "serbian", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sh": "serbian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")  # a possessive "s" becomes a word of its own, which counts for nothing
_SPELT = frozenset(
    {"sr", "sh", "bs", "hr", "sq"}
)  # languages whose words are listed in one spelling of several
_PARTICIPLE = re.compile(
    r"(|ab|an|auf|aus|bei|ein|fest|her|hin|los|nach|nieder|um|vor|weg|wieder|zu|zurück|zusammen|über)ge(\w{3,}(?:t|en))"
)
_NONE: frozenset[str] = frozenset()
_DATE_NUMBER = re.compile(r"[12]\d{3}s?|[0-3]?\d(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What a language's words mean to merging; the sets hold stems."""

    code: str
    small: frozenset[str]  # words, not stems
    stop: frozenset[str]  # words, not stems
    same: Mapping[str, str]
    stages: Mapping[str, tuple[tuple[int, int], ...]]  # of each stem the rows it stands in, and where
    negative: frozenset[str]  # words, not stems
    once: frozenset[str]
    numbered: frozenset[str]
    ordinals: Mapping[str, str]  # from "second" to "2"
    slight: frozenset[str]
    occurrences: frozenset[str]
    general: frozenset[str]
    phrases: Mapping[tuple[str, str], str]  # from a verb and its particle to the stem of what they mean

    def stem(self, word: str) -> str:
        """A word's stem, with all forms and nouns of one deed made equal; accents are folded."""
        plain = telling.words(self.code).plain(word) if self.code in _SPELT else word.casefold()
        stem = self.same.get(plain) or _stem(plain, self.code)
        return self.same.get(stem, stem)

    def names(self, word: str) -> bool:
        """Whether an id may be made of a word; depends on nothing that gets better with time."""
        return len(word) > 1 and word.casefold() not in self.small and not _DATE_NUMBER.fullmatch(word)


def tokens(text: str) -> list[str]:
    """The words of a text.

    >>> tokens("Serbia's 5G deal")
    ['Serbia', 's', '5G', 'deal']
    """
    return _WORD.findall(text)


def folded(text: str) -> str:
    """Lower case without accents, so that Priština is Pristina."""
    if text.isascii():
        return text.casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


@lru_cache(maxsize=64)
def words(code: str) -> Words:
    """A language's words; for one without a file of its own, the stemmer's alone."""
    data = _data(code)
    same = _same(data.get("same", ()), code)

    def stems(text: object) -> frozenset[str]:
        return frozenset(same.get(word) or _stem(word, code) for word in str(text).split())

    stages: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, row in enumerate(data.get("apart", ())):
        for place, stage in enumerate(row):
            for stem in stems(stage):
                stages[stem] = (*stages.get(stem, ()), (number, place))
    return Words(
        code,
        small := frozenset(str(data.get("small", "")).split()),
        small | frozenset(str(data.get("light", "")).split()) | _function_words(code),
        same,
        stages,
        frozenset(str(data.get("negative", "")).split()),
        stems(data.get("once", "")),
        stems(data.get("numbered", "")),
        {word: str(n) for n, word in enumerate(str(data.get("ordinals", "")).split(), 1)},
        stems(data.get("slight", "")),
        stems(data.get("occurrences", "")),
        stems(data.get("general", "")),
        _phrases(str(data.get("phrases", "")), same, code),
    )


_LETTERS = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
)


class Stems(dict[str, str]):
    """Word → stem, or nothing if the word tells nothing; each word is looked into once.

    `capital` are those of the words looked up that are capitalised, `counting` numbers and ordinals.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        self._ordinals, self._phrases = words(code).ordinals, words(code).phrases
        self._particled = frozenset(verb for verb, _ in self._phrases)
        self.capital: set[str] = set()
        self.counting: set[str] = set()

    def meanings(self, found: Sequence[str]) -> frozenset[str]:
        """What verbs mean with the particles after them: that who "stepped down" resigned."""
        if self._particled.isdisjoint(found):
            return _NONE
        return frozenset(self._phrases[pair] for pair in pairwise(found) if pair in self._phrases)

    def __missing__(self, word: str) -> str:
        stem = self[word] = sys.intern(_telling(word, self._code))
        if word[0].isupper():
            self.capital.add(word)
        if word[0].isdigit() or word in self._ordinals:
            self.counting.add(word)
        return stem


def _telling(word: str, code: str) -> str:
    known = words(code)
    if (
        len(word) < 2
        or (len(word) == 2 and word.isascii() and word.islower())
        or _DATE_NUMBER.fullmatch(word)
    ):
        return ""
    plain = telling.words(code).plain(word) if code in _SPELT else word.casefold()
    return "" if plain in known.stop else known.stem(word)


def _data(code: str) -> dict[str, list[str]]:
    file = files("timeline.merge") / f"words_{code}.toml"
    return tomllib.loads(file.read_text("utf-8")) if code.isalpha() and file.is_file() else {}


def _same(rows: Iterable[str], code: str) -> dict[str, str]:
    """From each form, and its stem, to the stem of the row's first word."""
    found: dict[str, str] = {}
    for row in rows:
        first, *_ = forms = row.split()
        for form in forms:
            found.setdefault(form, _stem(first, code))
            found.setdefault(_stem(form, code), _stem(first, code))
    return found


def _phrases(text: str, same: Mapping[str, str], code: str) -> dict[tuple[str, str], str]:
    parts = (entry.partition("=") for entry in text.split())
    return {
        (verb, particle): same.get(meaning) or _stem(meaning, code)
        for phrase, _, meaning in parts
        for verb, _, particle in [phrase.partition("_")]
    }


def _function_words(code: str) -> frozenset[str]:
    known = events.words(code)
    if known is None:
        return _small_words(code)
    return (
        known.determiners | known.pronouns | known.possessives | known.relatives | known.prepositions
        | known.coordinators | known.subordinators | known.modals | known.be | known.have | known.do
        | known.adverbs | known.droppable | known.numbers
    )  # fmt: skip


def _small_words(code: str) -> frozenset[str]:
    """The words that tell nothing in a language without a grammar, accents and all as its texts have them."""
    known = telling.words(code)
    lists = (
        known.determiners, known.pronouns, known.possessives, known.relatives, known.prepositions, known.coordinators,
        known.subordinators, known.complementizers, known.reflexives, known.clitics, known.adverbs, known.openers,
        known.helping, known.perfect, known.future, known.before_date, known.date_nouns, known.genitives,
    )  # fmt: skip
    return frozenset[str]().union(*(one.words for one in lists))


@lru_cache(maxsize=200_000)
def _stem(plain: str, code: str) -> str:
    if code == "de" and (participle := _PARTICIPLE.fullmatch(plain)):
        plain = participle[1] + participle[2]  # "eingeweiht" is a form of "einweihen"
    name = _STEMMERS.get(code)
    return folded(_stemmer(name).stemWord(plain) if name else plain)


@lru_cache(maxsize=8)
def _stemmer(name: str) -> Any:  # noqa: ANN401 - the library ships no types
    import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - not where every group is known already

    return snowballstemmer.stemmer(name)
