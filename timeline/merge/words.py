"""Words as merging sees them: stems, so that noun and verb of a deed are one, and what is known of the stems."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.languages import events, telling
from timeline.records import dataclass

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
_LISTED = {"sh": "sr", "bs": "sr", "hr": "sr"}  # languages whose words are in the file of another
_LONGEST = 7  # letters of a stem that count, so that what a stemmer leaves of noun and verb is one
_SHORTEST = 3  # letters of a beginning that stands for all words that begin so
DEED = "+"  # opens the key of a deed …
_COMPOUND = 8  # letters of a word that may be made of two
_CUT = 4  # letters of a stem that stay
THING = "@"  # … and of a thing, where other stems have a letter
KEYS = DEED + THING
KIND = "~"  # opens the name of a kind of deeds
_PARTICIPLE = re.compile(
    r"(|ab|an|auf|aus|bei|ein|fest|her|hin|los|nach|nieder|um|vor|weg|wieder|zu|zurück|zusammen|über)ge(\w{3,}(?:t|en))"
)
_NOUN = re.compile(
    r"(\w{2,}?(?<!mi))(?:(?<=[aeiou])sion|(?<=n)sion|(mission|duction|version|pulsion|sumption))s?"
)  # of an English verb
_VERBS = {"mission": "mit", "duction": "duce", "version": "vert", "pulsion": "pel", "sumption": "sume"}
_NONE: frozenset[str] = frozenset()
DATE_NUMBER = re.compile(r"[12]\d{3}s?|[0-3]?\d(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What a language's words mean to merging; the sets hold stems."""

    code: str
    small: frozenset[str]  # words, not stems
    stop: frozenset[str]  # words, not stems
    same: Mapping[str, str]  # from a word or a stem to the key of its deed or thing …
    begins: Mapping[str, str]  # … and from the beginning of words
    stages: Mapping[str, tuple[tuple[int, int], ...]]  # of each stem the rows it stands in, and where
    negative: frozenset[str]  # words, not stems
    undone: frozenset[str]
    about: frozenset[str]
    once: frozenset[str]
    seldom: frozenset[str]
    again: frozenset[str]
    numbered: frozenset[str]
    ordinals: Mapping[str, str]  # from "second" to "2"
    slight: frozenset[str]
    general: frozenset[str]
    phrases: Mapping[str, Mapping[str, str]]  # from a verb and its particle to the stem of what they mean
    affirming: frozenset[tuple[str, str]]  # two words of which one is negative, and that deny nothing
    dating: frozenset[str]  # words between a noun and its date
    articles: frozenset[str]  # words that a noun may begin with
    foretelling: frozenset[str]  # words that say something is yet to come, with one of …
    future: frozenset[str]  # … these behind them
    intending: frozenset[str]  # … or with this alone

    @property
    def family(self) -> str:
        """The language whose words these are: Serbian's for Bosnian and Croatian, too."""
        return _LISTED.get(self.code, self.code)

    def stem(self, word: str) -> str:
        """A word's stem, or the key of the deed or thing that it names in any language; accents are folded.

        >>> words("en").stem("inaugurated"), words("de").stem("Einweihung")
        ('+open', '+open')
        """
        return _look(word, self.same, self.begins, self.code)

    def names(self, word: str) -> bool:
        """Whether an id may be made of a word; depends on nothing that gets better with time."""
        return len(word) > 1 and word.casefold() not in self.small and not DATE_NUMBER.fullmatch(word)


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
    data, deeds = _data(code), _data("deeds")
    listed = {DEED + key: str(row).split() for key, row in data.get("deeds", {}).items()}
    listed |= {THING + key: str(row).split() for key, row in data.get("things", {}).items()}
    same, begins = _same(listed, code)
    for forms in str(data.get("irregular", "")).split():
        base, *others = forms.split("_")
        for form in others:
            same.setdefault(form, same.get(base) or _cut(_stem(base, code)[:_LONGEST]))

    def stems(text: object) -> frozenset[str]:
        return frozenset(_look(word, same, begins, code) for word in str(text).split())

    stages: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, row in enumerate(deeds["apart"]):
        for place, deed in enumerate(row):
            stages[DEED + deed] = (*stages.get(DEED + deed, ()), (number, place))
    return Words(
        code,
        small := frozenset(str(data.get("small", "")).split()),
        small | frozenset(str(data.get("light", "")).split()) | _function_words(code),
        same,
        begins,
        stages,
        frozenset(str(data.get("negative", "")).split()),
        frozenset(DEED + deed for deed in deeds["undone"].split()),
        frozenset(DEED + deed for deed in deeds["about"].split()),
        frozenset(DEED + deed for deed in deeds["once"].split()),
        frozenset(DEED + deed for deed in deeds["seldom"].split()),
        frozenset(THING + thing for thing in deeds["again"].split()),
        stems(data.get("numbered", "")),
        {word: str(n) for n, word in enumerate(str(data.get("ordinals", "")).split(), 1)},
        stems(data.get("slight", "")),
        stems(data.get("general", "")),
        _phrases(str(data.get("phrases", "")), stems, code),
        frozenset(tuple(pair.split("_", 1)) for pair in str(data.get("affirming", "")).split()),  # type: ignore[misc]
        frozenset(str(data.get("dating", "")).split()),
        _articles(code),
        frozenset(str(data.get("foretelling", "")).split()),
        frozenset(str(data.get("future", "")).split()),
        frozenset(str(data.get("intending", "")).split()),
    )


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, frozenset[str]]:
    """From a deed to its kinds: those of one kind may be one happening in other words, or told from the other side."""
    english = words("en")
    found: dict[str, frozenset[str]] = {}
    for number, row in enumerate(_data("deeds")["kin"]):
        for deed in map(english.stem, row.split()):
            found[deed] = found.get(deed, _NONE) | {f"{KIND}{number}"}
    return found


_LETTERS = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
)


def plain(word: str, code: str) -> str:
    """A word as it is listed."""
    return telling.words(code).plain(word) if code in _SPELT else word.casefold()


def _look(word: str, same: Mapping[str, str], begins: Mapping[str, str], code: str) -> str:
    listed = plain(word, code)
    if found := same.get(listed):
        return found
    if begins:
        for end in range(len(listed), _SHORTEST - 1, -1):
            if found := begins.get(listed[:end]):
                return found
    stem = _stem(listed, code)
    return same.get(stem) or _compound(listed, same, code) or _cut(stem[:_LONGEST])


def _compound(plain: str, same: Mapping[str, str], code: str) -> str | None:
    """What a German word is of which it says more: the "Landtagswahl" is an election."""
    if code != "de" or len(plain) < _COMPOUND:
        return None
    ends = (plain[start:] for start in range(_SHORTEST, len(plain) - _SHORTEST))
    return next((same[end] for end in ends if end in same), None)


def _cut(stem: str) -> str:
    """A stem without the vowels it ends in, by which a name differs from language to language and from case to case."""
    while len(stem) > _CUT and stem[-1] in "aeiouyj":
        stem = stem[:-1]
    return stem


def _data(code: str) -> dict[str, Any]:
    name = "deeds.toml" if code == "deeds" else f"words_{_LISTED.get(code, code)}.toml"
    file = files("timeline.merge") / name
    return tomllib.loads(file.read_text("utf-8")) if code.isalpha() and file.is_file() else {}


def _same(listed: Mapping[str, Sequence[str]], code: str) -> tuple[dict[str, str], dict[str, str]]:
    """From each form, and its stem, to the key it is listed under; and from the beginning of words ("open*")."""
    found: dict[str, str] = {}
    begins: dict[str, str] = {}
    for key, forms in listed.items():
        for form in forms:
            word = plain(form.removesuffix("*"), code)
            if form.endswith("*"):
                begins.setdefault(word, key)
            else:
                found.setdefault(word, key)
    for word, key in list(found.items()):
        found.setdefault(_stem(word, code), key)
    return found, begins


def _phrases(text: str, stem: Callable[[str], frozenset[str]], code: str) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for phrase, _, meaning in (entry.partition("=") for entry in text.split()):
        verb, _, after = phrase.partition("_")
        found[plain(verb, code)][plain(after, code)] = next(iter(stem(meaning)))
    return dict(found)


def _function_words(code: str) -> frozenset[str]:
    known = events.words(code)
    if known is None:
        return _small_words(code)
    return (
        known.determiners | known.pronouns | known.possessives | known.relatives | known.prepositions
        | known.coordinators | known.subordinators | known.modals | known.be | known.have | known.do
        | known.adverbs | known.droppable | known.numbers
    )  # fmt: skip


def _articles(code: str) -> frozenset[str]:
    known = events.words(code)
    if known is not None:
        return known.determiners | known.possessives
    others = telling.words(code)
    return others.determiners.words | others.possessives.words


def _small_words(code: str) -> frozenset[str]:
    """The words that tell nothing in a language without a grammar, accents and all as its texts have them."""
    known = telling.words(code)
    lists = (
        known.determiners, known.pronouns, known.possessives, known.relatives, known.prepositions, known.coordinators,
        known.subordinators, known.complementizers, known.reflexives, known.clitics, known.adverbs, known.openers,
        known.helping, known.perfect, known.future, known.before_date, known.date_nouns, known.genitives,
    )  # fmt: skip
    return frozenset[str]().union(*(one.words for one in lists))


@lru_cache(maxsize=50_000)
def _stem(plain: str, code: str) -> str:
    if code == "de" and (participle := _PARTICIPLE.fullmatch(plain)):
        plain = participle[1] + participle[2]  # "eingeweiht" is a form of "einweihen"
    if code == "en" and (noun := _NOUN.fullmatch(plain)):
        plain = noun[1] + _VERBS.get(noun[2], "d")  # the "collision" of those that "collided"
    name = _STEMMERS.get(code)
    return folded(_stemmer(name).stemWord(plain) if name else plain)


@lru_cache(maxsize=8)
def _stemmer(name: str) -> Any:  # noqa: ANN401 - the library ships no types
    import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - not where every group is known already

    return snowballstemmer.stemmer(name)
