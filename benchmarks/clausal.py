"""Clauses: subjects with what they did, read from `clauses.txt`, in every form that a sentence may need."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.times.words import MONTHS

POOL = Path(__file__).with_name("clauses.txt")
PLURAL = frozenset("gq")
PERSONS = frozenset("mfg")


@dataclass(frozen=True)
class Deed:
    """A subject with one verb and what follows it; stars (what a title needs) and ^ (where a date may stand) inside."""

    kind: str
    who: str
    base: str
    past: str
    participle: str
    ing: str
    rest: str
    passive: bool = False
    negated: bool = False

    @property
    def be(self) -> str:
        """The verb of a passive."""
        return "were" if self.kind in PLURAL else "was"

    @property
    def verb(self) -> str:
        """The verb in the past."""
        return (
            f"{self.be} {self.past}"
            if self.passive
            else f"did not {self.base}"
            if self.negated
            else self.past
        )

    @property
    def done(self) -> str:
        """The participle, as it follows "had"."""
        return f"been {self.participle}" if self.passive else self.participle

    @property
    def doing(self) -> str:
        """The form in -ing."""
        return f"being {self.participle}" if self.passive else self.ing

    @property
    def pronoun(self) -> str:
        """What stands for the subject once it is known."""
        return {"m": "he", "f": "she", "o": "it", "t": "it"}.get(self.kind, "they")

    @property
    def relative(self) -> str:
        """The pronoun of a relative clause about the subject."""
        return "who" if self.kind in PERSONS else "which"

    def keys(self) -> tuple[frozenset[str], ...]:
        """What a title must have: of each set one word, those of the subject, of the verb and of what follows."""
        verb = frozenset({self.base, self.past, self.participle, self.ing})
        who, rest = (
            [frozenset({word.lower()}) for word in re.findall(r"\*(\w+)", said)]
            for said in (self.who, self.rest)
        )
        return (*who, verb, *rest)

    def words(self) -> frozenset[str]:
        """All its words."""
        said = f"{self.who} {self.base} {self.past} {self.participle} {self.ing} {self.rest}"
        return frozenset(worded(plain(said)))


@dataclass(frozen=True)
class Time:
    """A date as it is said, with its preposition, and in EDTF."""

    words: str
    edtf: str

    @property
    def bare(self) -> str:
        """Without its preposition."""
        return self.words.partition(" ")[2]


def worded(text: str) -> list[str]:
    """A text's words in lower case, possessives without their ending."""
    return [word.lower().removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’.-]*\w", text)]


def deeds() -> dict[str, list[Deed]]:
    """Every subject's deeds."""
    found: dict[str, list[Deed]] = {}
    kind = who = ""
    for line in POOL.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            kind, _, who = line.partition(" ")
            continue
        verb, _, rest = (part.strip() for part in line.partition("|"))
        found.setdefault(who, []).append(_deed(kind, who, verb, rest))
    return found


def _deed(kind: str, who: str, verb: str, rest: str) -> Deed:
    if verb.startswith("="):
        return Deed(kind, who, verb[1:], verb[1:], verb[1:], verb[1:], rest, passive=True)
    if verb.startswith("!"):
        return Deed(kind, who, verb[1:], verb[1:], verb[1:], verb[1:], rest, negated=True)
    return Deed(kind, who, *verb.split(","), rest)


def times(random_: random.Random, many: int, *, grain: int | None = None) -> Iterator[Time]:
    """Dates of different years, the earliest first; of years, months and days in turn or of one `grain`."""
    for year in sorted(random_.sample(range(1893, 2011), many)):
        month, day = random_.randrange(12), random_.randrange(1, 28)
        which = random_.randrange(3) if grain is None else grain
        if which == 0:
            yield Time(f"in {year}", str(year))
        elif which == 1:
            yield Time(f"in {MONTHS[month]} {year}", f"{year}-{month + 1:02}")
        else:
            yield Time(f"on {day} {MONTHS[month]} {year}", f"{year}-{month + 1:02}-{day:02}")


def plain(text: str) -> str:
    """Without marks."""
    return re.sub(r"\s+", " ", re.sub(r"[*!]", "", text).replace("^", " ")).strip()


def dated(deed_rest: str, time: Time | None, place: str) -> str:
    """What follows a verb, with the date in the middle or at the end; in the middle only, where an exclamation mark opens it."""
    if time is None:
        return plain(deed_rest)
    if "^" in deed_rest and (place == "middle" or deed_rest.startswith("!")):
        return plain(deed_rest.replace("^", time.words))
    return plain(f"{deed_rest} {time.words}")
