"""Words → stems, each looked into once; and what is known of the words looked into."""

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from timeline.merge.words import DATE_NUMBER, DEED, KEYS, plain, words

_SOON = 3  # words after one, within which the other of a phrase follows …
_LATE = 12  # … which in German ends the clause
_THOUSANDS = re.compile(r"\d{3}")
_NONE: frozenset[str] = frozenset()


class Stems(dict[str, str]):
    """Word → stem, or nothing if the word tells nothing; each word is looked into once.

    `capital` are those of the words looked up that are capitalised, `counting` numbers and ordinals, `thousands`
    numbers of three figures, `negative` and `foretelling` what the language lists as such; `proper` has the stems of those that are a name where they are capitalised for themselves.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        self._ordinals, self._phrases = words(code).ordinals, words(code).phrases
        self._negative, self._foretelling = words(code).negative, words(code).foretelling
        self._opening: dict[
            str, Mapping[str, str]
        ] = {}  # from words looked up that open a phrase to how it goes on
        self._ends = frozenset(chain.from_iterable(self._phrases.values()))
        self._ending: set[str] = set()  # words looked up that end one
        self.capital: set[str] = set()
        self.proper: dict[str, str] = {}
        self.counting: set[str] = set()
        self.thousands: set[str] = set()
        self.negative: set[str] = set()
        self.foretelling: set[str] = set()

    def meanings(self, found: Sequence[str]) -> frozenset[str]:
        """What words mean with one that follows them, soon: that who "stepped down" resigned."""
        opening = self._opening
        if self._ending.isdisjoint(found) or opening.keys().isdisjoint(found):
            return _NONE
        reach = _LATE if self._code == "de" else _SOON
        meant: set[str] = set()
        for number, word in enumerate(found, 1):
            if (phrases := opening.get(word)) is not None:
                followed = [plain(after, self._code) for after in found[number : number + reach]]
                meant.update([phrases[after] for after in followed if after in phrases])
        return frozenset(meant)

    def take(self, word: str, stem: str) -> None:
        """Let a word have another stem."""
        self[word] = stem
        if word in self.proper and stem[0] != DEED:
            self.proper[word] = stem

    def __missing__(self, word: str) -> str:
        stem = self[word] = sys.intern(_telling(word, self._code))
        if word[0].isupper():
            self.capital.add(word)
            if stem and stem[0] != DEED:
                self.proper[word] = stem
        if word[0].isdigit() or word in self._ordinals:
            self.counting.add(word)
            if _THOUSANDS.fullmatch(word):
                self.thousands.add(word)
        low = word.casefold()
        if low in self._negative:
            self.negative.add(word)
        if low in self._foretelling:
            self.foretelling.add(word)
        listed = plain(word, self._code)
        if (phrases := self._phrases.get(listed)) is not None:
            self._opening[word] = phrases
        if listed in self._ends:
            self._ending.add(word)
        return stem


def made_one(known: Sequence[Stems]) -> None:
    """Give a capitalised word that texts of several languages have one stem in all of them.

    Each language's stemmer cuts a foreign name in its own way ("Velden", in German "Veld"). The key of a deed or thing
    goes before a stem, and a shorter stem before a longer one. What tells nothing in one language is left alone.
    """
    shared = Counter(chain.from_iterable(one.capital for one in known))
    for word in sorted(word for word, count in shared.items() if count > 1):
        found = {one[word] for one in known if word in one}
        if len(found) > 1 and "" not in found:
            best = min(found, key=lambda stem: (stem[0] not in KEYS, len(stem), stem))
            for one in known:
                if word in one:
                    one.take(word, best)


def _telling(word: str, code: str) -> str:
    known = words(code)
    if len(word) < 2 or (len(word) == 2 and word.isascii() and word.islower()) or DATE_NUMBER.fullmatch(word):
        return ""
    return "" if plain(word, code) in known.stop else known.stem(word)
