"""Composed sentences: dated clauses joined by every construction of English, and whether each date tells its own clause.

    python benchmarks/composed.py [--each 60] [--seed 7] [--show CONSTRUCTION]

Every clause of `clauses.txt` whose title alone is right is joined to others by every construction of `joins.py`. What a
sentence tells is known by construction. Of each date it is counted whether its title is that of its own clause (right),
another's (FALSE), its own with another's words or without what it needs (cut or glued), or none (missing).
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.clausal import Deed, Time, deeds, times, worded
from benchmarks.joins import CLAUSES, JOINS, PHRASES, Given, Join
from timeline.model.document import DocumentId
from timeline.pipeline import Input, analysed
from timeline.times import edtf

GRADES = ("right", "missing", "broken", "false")
MODES = ("plain", "padded", "undated")
PLACES = ("front", "middle", "end")
_FUNCTION = frozenset(  # words that any title may have
    [
        "a",
        "an",
        "the",
        "in",
        "on",
        "at",
        "to",
        "of",
        "for",
        "with",
        "by",
        "from",
        "was",
        "were",
        "had",
        "been",
        "has",
        "have",
        "did",
        "not",
        "and",
        "again",
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "its",
        "their",
        "into",
        "being",
        "then",
        "after",
        "before",
        "according",
        "niece",
        "two",
        "first",
        "later",
    ]
)


@dataclass(frozen=True)
class Sentence:
    """A composed sentence, and which clause is of which date."""

    join: str
    place: str
    text: str
    tells: tuple[tuple[Time, Deed], ...]
    undated: tuple[Deed, ...] = ()


@dataclass(frozen=True)
class Graded:
    """What came of one date of a sentence."""

    sentence: Sentence
    time: Time
    grade: str
    title: str


def told(text: str) -> list[tuple[str, str]]:
    """EDTF and title of each mention of a text."""
    found = analysed(
        Input(DocumentId("composed.txt"), text.encode(), published=edtf.parse("2015-06-01"))
    ).value
    return [] if found is None else [(edtf.text(m.when), m.title) for m in found.mentions]


def grade(title: str, deed: Deed, others: tuple[Deed, ...], besides: frozenset[str] = frozenset()) -> str:
    """How a title tells a clause that stands beside others; `besides` are words of what has no date, and may be told with it."""
    said = worded(title)
    low = set(said)
    keys = deed.keys()
    pronoun = deed.pronoun in low  # whom it means is asked elsewhere
    mine = all(low & key for key in keys[pronoun:])
    foreign = low - deed.words() - _FUNCTION - besides
    if not mine:
        return (
            "false" if foreign and any(low & set().union(*other.keys()[1:]) for other in others) else "broken"
        )
    return "broken" if foreign or said[-1] in _DANGLING else "right"


_DANGLING = frozenset({"a", "an", "the", "and", "of", "with", "by", "was", "in", "at"})


def graded(sentence: Sentence) -> Iterator[Graded]:
    """What came of each date of a sentence: the worst of the titles that it has."""
    found = told(sentence.text)
    besides = frozenset().union(*(deed.words() for deed in sentence.undated))
    for time, deed in sentence.tells:
        others = (*(other for _, other in sentence.tells if other is not deed), *sentence.undated)
        mine = [(grade(title, deed, others, besides), title) for when, title in found if when == time.edtf]
        if sentence.undated or sentence.join == "in …, when":
            # "when A in May, B" and "in May, when B" are of both
            shared = (grade(title, other, ()) == "right" for _, title in mine for other in others)
            mine = [one for one in mine if one[0] == "right"] or mine if any(shared) else mine
        worst = max(mine, key=lambda one: GRADES.index(one[0]), default=("missing", ""))
        yield Graded(sentence, time, *worst)


def sound(places: Sequence[str] = PLACES) -> dict[str, list[Deed]]:
    """The clauses whose title alone is right, in each of some places of their date."""
    time, chance = Time("in 1931", "1931"), random.Random(1)  # noqa: S311 - no secret

    def is_told(deed: Deed) -> bool:
        said = (_written(JOINS[0], (deed,), (time,), chance, place) for place in places)
        ways = (Sentence("alone", "", text, ((time, deed),)) for text in said)
        return all(one.grade == "right" for way in ways for one in graded(way))

    kept = {who: [deed for deed in those if is_told(deed)] for who, those in deeds().items()}
    return {who: those for who, those in kept.items() if those}


def _written(
    join: Join, those: tuple[Deed, ...], when: tuple[Time, ...], random_: random.Random, place: str
) -> str:
    text = (
        re.sub(r"\s+", " ", join.compose(Given(those, when, random_, place))).replace(" ,", ",").strip(" ,")
    )
    return f"{text[0].upper()}{text[1:]}."


def composed(
    join: Join, pool: dict[str, list[Deed]], random_: random.Random, place: str, mode: str = "plain"
) -> Sentence | None:
    """One sentence by a construction; None where a date that is left out leaves no sentence.

    In the mode "padded" most clauses have more said of their circumstances, in "undated" but one clause has a date.
    """
    while True:
        if join.shared:
            those = random_.choice(list(pool.values()))
            if len(those) < join.many:
                continue
            picked = tuple(random_.sample(those, join.many))
        else:
            picked = tuple(random_.choice(pool[who]) for who in random_.sample(list(pool), join.many))
        if join.fits(picked):
            break
    if mode != "plain":
        picked = tuple(_padded(one, random_) if random_.random() < _PADDED else one for one in picked)
    when = tuple(times(random_, max(join.many, 2)))
    if mode == "undated":
        kept = random_.randrange(len(when))
        when = tuple(one if n == kept else Time("", "") for n, one in enumerate(when))
    text = _written(join, picked, when, random_, place)
    if re.search(r"[,(–;:] ?[,;)]|^,|^Only \w+ \w+ed|until that|was that|not until *that|than *$", text):
        return None
    tells = [
        (one, picked[min(n, len(picked) - 1)]) for n, one in enumerate(when) if one.edtf and one.bare in text
    ]
    if join.name.startswith("object"):
        tells = [(one, deed) for one, deed in tells if one is not when[0]]
    undated = (
        tuple(deed for deed in picked if all(deed is not other for _, other in tells))
        if mode == "undated"
        else ()
    )
    return Sentence(join.name, place, text, tuple(tells), undated)


def _padded(deed: Deed, random_: random.Random) -> Deed:
    """A clause of which more is said besides."""
    if random_.random() < _HALF:
        return replace(deed, rest=f"{deed.rest} {random_.choice(PHRASES)}")
    return replace(deed, rest=f"!{deed.rest.replace('^', '')} ^ {random_.choice(CLAUSES)}")


_HALF = 0.5
_PADDED = 0.6  # the share of clauses of which more is said


def scored(
    join: Join,
    pool: dict[str, list[Deed]],
    each: int,
    mode: str,
    *,
    seed: int = 7,
    places: Sequence[str] = PLACES,
) -> dict[str, list[Graded]]:
    """What came of the dates of `each` sentences by a construction, for each of some places of their dates."""
    chance = random.Random(f"{seed} {join.name}")  # noqa: S311 - no secret
    found: dict[str, list[Graded]] = {}
    for place in places:
        made = (composed(join, pool, chance, place, mode) for _ in range(each))
        found[place] = [one for sentence in made if sentence is not None for one in graded(sentence)]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--each", type=int, default=20, help="sentences for each construction and place")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--mode", choices=MODES, default="plain")
    parser.add_argument("--show", help="the sentences of this construction that are not right")
    options = parser.parse_args()
    pool = sound()
    total: Counter[str] = Counter()
    rows = []
    for join in (one for one in JOINS if options.show in {None, one.name}):
        places = scored(join, pool, options.each, options.mode, seed=options.seed)
        counts = [Counter(one.grade for one in found) for found in places.values()]
        count = sum(counts, Counter())
        total += count
        shares = " ".join(f"{c['right'] / max(c.total(), 1):4.0%}" for c in counts)
        worse = "  ".join(f"{g} {count[g]}" for g in GRADES[1:])
        rows.append((count["right"] / max(count.total(), 1), f"{join.name:26} {shares}   {worse}"))
        if options.show:
            for one in (one for found in places.values() for one in found if one.grade != "right"):
                print(f"{one.grade:8} {one.time.edtf:11} {one.title!r}\n         {one.sentence.text}")
    for share, row in sorted(rows):
        print(f"{share:4.0%} {row}")
    print(f"{total['right'] / total.total():.1%} right of {total.total()}: {dict(total)}")


if __name__ == "__main__":
    main()
