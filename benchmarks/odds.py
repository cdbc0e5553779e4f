"""The clues by which two mentions are of one happening: what each is worth, fitted to what is annotated.

    python benchmarks/odds.py [--each]

Every pair of mentions of two documents whose dates share a day, and whose headlines share a stem or a kind of deed, is
one of two things: the same happening told twice, or not. Pairs come from the gold documents, from the invented stories of
`tests/merge/pairs`, each merged by itself and all of them together, and from the pairs of one sentence each in
`tests/merge/test_group.py`, which count threefold. A logistic regression tells the worth of each clue; the figures in
`timeline/merge/odds.py` are these, rounded, and moved by hand within what the fit leaves open, until wrong links were
fewest in whole projects (where a mention joins only what it fits best). *Held out* are the pairs
of one story, told apart by what was fitted to all others: so the table does not flatter.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import events as gold
from tests.merge import conftest, reading, test_group
from timeline.merge import odds
from timeline.merge.contrary import (
    akin,
    each_names_another,
    forbidden,
    only_names,
    other_deed,
    replaced,
    strangers,
    who_and_what,
    whole,
)
from timeline.merge.days import compatible
from timeline.merge.odds import Chances
from timeline.merge.telling import Telling, tellings
from timeline.merge.words import KEYS
from timeline.model.analysis import Analysis

CLUES = (
    "at first", "shared", "same headline", "numbered", "crowd", "beside", "days", "related", "plain", "lone", "few",
    "few, names", "other deed", "subjects", "names of each", "strangers", "replaced",
    "who and what", "whole headline",
)  # fmt: skip
_RIDGE = 1.0  # keeps a clue that is seldom seen from being worth too much
_ROUNDS = 30
Truth = Mapping[tuple[object, ...], str]


class Pair(NamedTuple):
    """The clues of a pair, whether it is of one happening, how often it counts, and the stories it is from."""

    clues: tuple[float, ...]
    same: bool
    counts: float
    stories: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--each", action="store_true", help="how well each story's pairs are told apart")
    arguments = parser.parse_args()
    pairs = list(_pairs())
    print(f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} of one happening")
    for clue, worth in zip(CLUES, _fitted(pairs), strict=True):
        print(f"{clue:<15}{worth:>7.2f}")
    print("\nheld out         pairs  joined  of one  rightly")
    total: Counter[str] = Counter()
    for story in sorted(set().union(*(pair.stories for pair in pairs))):
        total += (row := _held_out(pairs, story))
        if arguments.each:
            _print(story, row)
    _print("all", total)


def _print(name: str, row: Counter[str]) -> None:
    print(f"{name:<15}{row['pairs']:>7}{row['joined']:>8}{row['one']:>8}{row['rightly']:>9}")


def _held_out(pairs: Sequence[Pair], story: str) -> Counter[str]:
    worth = _fitted([pair for pair in pairs if story not in pair.stories])
    row: Counter[str] = Counter()
    for pair in pairs:
        if pair.stories == {story}:
            joined = _odds(worth, pair.clues) >= 0
            row.update(pairs=1, joined=joined, one=pair.same, rightly=joined and pair.same)
    return row


def _pairs() -> Iterator[Pair]:
    stories = dict(_stories())
    for name, (analyses, truth) in stories.items():
        yield from _of(analyses, truth, lambda _, name=name: name, 1.0)  # type: ignore[misc]
    origin = {a.document.id: name for name, (analyses, _) in stories.items() for a in analyses}
    all_truth = {
        key: f"{name}:{value}" for name, (_, truth) in stories.items() for key, value in truth.items()
    }
    together = [a for analyses, _ in stories.values() for a in analyses]
    yield from _of(together, all_truth, lambda telling: origin[telling.mention.citation.document], 1.0)
    for examples, same in ((test_group.ONE, "one"), (test_group.TWO, "")):
        for name, both in examples.items():
            analyses = conftest.analysed({f"{n}.txt": [told] for n, told in enumerate(both)})
            truth = {_key(t): same or t.mention.citation.document for t in tellings(analyses)}
            yield from _of(analyses, truth, lambda _, name=name: name, 3.0)  # type: ignore[misc]


def _stories() -> Iterator[tuple[str, tuple[Sequence[Analysis], Truth]]]:
    built = gold._built(gold._about(None))  # noqa: SLF001
    wanted = list(gold._gold({a.document.id: a.document.text for a in built.analyses}))  # noqa: SLF001
    matches, _ = gold._matched(wanted, [m for a in built.analyses for m in a.mentions])  # noqa: SLF001
    truth = {
        (m.mention.citation.document, m.mention.citation.span, m.mention.title): m.happening.cluster
        or f"{m.happening.document} {m.happening.start}"
        for m in matches
        if m.mention
    }
    about = _stories_of_gold(wanted)
    for story in sorted(set(about.values())):
        yield f"gold: {story}", ([a for a in built.analyses if about[a.document.id] == story], truth)
    for name in reading.NAMES:
        told = reading._told([name])  # noqa: SLF001
        yield (
            name,
            (
                reading.analysed([name]),
                {
                    (one.mention.citation.document, one.mention.citation.span, one.mention.title): one.truth
                    for one in told
                },
            ),
        )


def _stories_of_gold(wanted: Sequence[gold.Happening]) -> Mapping[str, str]:
    """From each document to the first of those that tell of the same things."""
    story = {one.document: one.document for one in wanted}
    for one, other in combinations(wanted, 2):
        if one.cluster and one.cluster == other.cluster and story[one.document] != story[other.document]:
            first, second = sorted((story[one.document], story[other.document]))
            story = {name: first if named == second else named for name, named in story.items()}
    return story


def _of(analyses: Sequence[Analysis], truth: Truth, story: object, counts: float) -> Iterator[Pair]:
    all_told = tellings(analyses)
    chances = Chances(all_told)
    for one, other in combinations(all_told, 2):
        if (
            one.mention.citation.document == other.mention.citation.document
            or not compatible(one.extent, other.extent)
            or not (one.title & other.title or akin(one, other))
            or forbidden(one, other)
            or not (_key(one) in truth and _key(other) in truth)
        ):
            continue
        same = truth[_key(one)] == truth[_key(other)]
        yield Pair(_clues(one, other, chances), same, counts, frozenset({story(one), story(other)}))  # type: ignore[operator]


def _key(telling: Telling) -> tuple[object, ...]:
    citation = telling.mention.citation
    return citation.document, citation.span, telling.mention.title


def _clues(one: Telling, other: Telling, chances: Chances) -> tuple[float, ...]:
    shared = one.title & other.title
    coarser = one if one.width >= other.width else other
    few = 1 / chances.fewest(one, other) ** 2
    alike = chances.related.likeness(one, other)
    bare = all(stem[0] in KEYS for stem in shared)  # deeds and things that any text may have
    agreeing = not bare and not each_names_another(one, other)
    return (
        1.0,
        chances.weigh(shared),
        float(len(shared) > 1 and one.title == other.title),
        float(not one.identities.isdisjoint(other.identities)),
        math.log(chances.crowd(coarser)),
        math.log(chances.beside(one, other)),
        math.log(min(max(coarser.width, 1.0), 4000.0)),
        alike,
        odds.plainly(alike) * bare,
        float(bare and len(shared) == 1 and coarser.width > odds.LONG),
        few,
        few * only_names(one, other),
        float(other_deed(one, other)),
        float(bool(one.subject and other.subject and one.subject.isdisjoint(other.subject))),
        float(each_names_another(one, other)),
        float(strangers(one, other)),
        float(replaced(one, other)),
        float(agreeing and who_and_what(one, other, shared)),
        float(agreeing and whole(one, other, shared)),
    )


def _fitted(pairs: Sequence[Pair]) -> list[float]:
    """The worth of each clue that makes what is annotated most likely, by Newton's method."""
    size = len(CLUES)
    worth = [0.0] * size
    for _ in range(_ROUNDS):
        slope = [-_RIDGE * (n > 0) * worth[n] for n in range(size)]
        curve = [[(_RIDGE if n else 1e-3) * (n == m) for m in range(size)] for n in range(size)]
        for pair in pairs:
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, _odds(worth, pair.clues)))))
            told = [(n, clue) for n, clue in enumerate(pair.clues) if clue]
            for n, clue in told:
                slope[n] += pair.counts * (pair.same - likely) * clue
                for m, another in told:
                    curve[n][m] += pair.counts * likely * (1 - likely) * clue * another
        worth = [a + b for a, b in zip(worth, _solved(curve, slope), strict=True)]
    return worth


def _odds(worth: Sequence[float], clues: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(worth, clues, strict=True))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of equations, by elimination; the matrix is symmetric and positive."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for n, row in enumerate(rows):
        for other in rows[n + 1 :]:
            factor = other[n] / row[n]
            for m in range(n, len(row)):
                other[m] -= factor * row[m]
    found = [0.0] * len(rows)
    for n in reversed(range(len(rows))):
        rest = sum(rows[n][m] * found[m] for m in range(n + 1, len(rows)))
        found[n] = (rows[n][-1] - rest) / rows[n][n]
    return found


if __name__ == "__main__":
    main()
