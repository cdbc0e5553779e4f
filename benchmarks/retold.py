"""Links between tellings of an invented world, by the way each is told and by what looks alike and is another thing.

    python benchmarks/retold.py [--projects 24] [--seed 7] [--held] [--voices] [--misses [WAY]] [--wrong]

Every project is one town in three years: some thirty happenings of all walks of life, by the same few people, firms and
things. Each is told in some of these ways: in a chronicle, by a history that knows the year or month and says it as a
noun, under another name or from another side, in a list, in the news of the day with its headline, its lead and once
more in the body, as planned, in a German, French or Spanish chronicle. Beside each stand what is alike and is not it:
another deed of the same people on the same day, the same deed in another town on the same day, what was answered, what was
announced, the fair of another year. So the right links are known by construction. Documents go through the whole
program; *told* are pairs of which both were read with a date that may be the true one. `--voices` are other
kinds of texts with other deeds (`retold_voices.py`). With `--held` the deeds are those that nobody tunes on.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import retold_voices
from benchmarks.retold_world import Deed, Happening, Telling, Text, deeds, iso, project
from timeline import merge, pipeline
from timeline.merge.days import compatible
from timeline.model.document import DocumentId, Metadata
from timeline.model.edit import Edited
from timeline.model.event import Event, Mention
from timeline.pipeline import Input
from timeline.times import edtf
from timeline.times.when import extent


@dataclass(slots=True)
class Counts:
    """Pairs of one happening by way: wanted, told, made; pairs wrongly made, by what is unlike; examples."""

    wanted: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    chances: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    mistaken: list[tuple[str, str, str]] = field(default_factory=list)
    tellings: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    unread: list[tuple[str, str]] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--projects", type=int, default=24)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", nargs="?", const="", metavar="WAY", help="list the links that are missed")
    parser.add_argument("--wrong", action="store_true", help="list the links that are wrong")
    parser.add_argument("--unread", action="store_true", help="list what was not read with its date")
    parser.add_argument("--held", action="store_true", help="deeds that nobody has tuned on")
    parser.add_argument("--voices", action="store_true", help="other kinds of texts")
    arguments = parser.parse_args()
    if arguments.voices:
        counts = counted(
            arguments.seed, arguments.projects, retold_voices.voices(held=arguments.held), retold_voices.told
        )
    else:
        known = deeds("retold_held" if arguments.held else "retold")
        counts = counted(arguments.seed, arguments.projects, known)
    _print(counts)
    if arguments.misses is not None:
        for way, one, other in counts.missed:
            if arguments.misses in way:
                print(f"{way}: {one}  ≠  {other}")
    if arguments.wrong:
        for way, one, other in counts.mistaken:
            print(f"{way}: {one}  =  {other}")
    if arguments.unread:
        for way, sentence in counts.unread:
            print(f"{way}: {sentence}")


def _print(counts: Counts) -> None:
    print(
        f"{'way':<14}{'tellings':>9}{'read':>6}{'pairs':>8}{'told':>7}{'made':>7}{'recall':>8}{'of told':>9}"
    )
    for way in (*sorted(counts.tellings), "all"):
        wanted, told, made = counts.wanted[way], counts.told[way], counts.made[way]
        if wanted:
            tellings = counts.tellings[way] or counts.tellings.total()
            read = (counts.read[way] or counts.read.total()) / tellings
            print(
                f"{way:<14}{tellings:>9}{read:>6.0%}{wanted:>8}{told:>7}{made:>7}{made / wanted:>8.0%}{made / max(1, told):>9.0%}"
            )
    wrong = counts.wrong.total()
    print(f"wrong {wrong}: precision {counts.made['all'] / max(1, wrong + counts.made['all']):.3f}")
    for unlike in sorted(counts.chances):
        print(f"  {unlike:<14}{counts.wrong[unlike]:>5} of {counts.chances[unlike]}")


def counted(
    seed: int,
    projects: int,
    known: Sequence[Deed] | None = None,
    world: Callable[[random.Random, Sequence[Deed]], Sequence[Text]] = project,
) -> Counts:
    """The links of so many projects of a world, counted."""
    known = known or deeds()
    counts = Counts()
    for number in range(projects):
        texts = world(random.Random(f"{seed} {number}"), known)  # noqa: S311 - a benchmark
        _count(counts, texts)
    return counts


def _count(counts: Counts, texts: Sequence[Text]) -> None:
    found = dict(_found(texts))
    tellings = [(text, telling) for text in texts for telling in text.told]
    for text, telling in tellings:
        counts.tellings[telling.way] += 1
        if (text.name, telling) in found:
            counts.read[telling.way] += 1
        else:
            counts.unread.append((telling.way, text.text[telling.start : telling.end].strip()))
    for (text, one), (other_text, other) in combinations(tellings, 2):
        events = found.get((text.name, one)), found.get((other_text.name, other))
        together = bool(events[0] and events[1] and events[0][0] == events[1][0])
        quotes = _quoted(text, one, events[0]), _quoted(other_text, other, events[1])
        if one.happening is other.happening:
            ways = {one.way, other.way, "all"}
            counts.wanted.update(ways)
            counts.told.update(ways if None not in events else ())
            counts.made.update(ways if together else ())
            if None not in events and not together:
                counts.missed.append((f"{one.way} + {other.way}", *quotes))
        else:
            unlike = (
                _unlike(one.happening, other.happening)
                if one.happening.of == other.happening.of
                else "unrelated"
            )
            if None not in events and compatible(extent(one.date), extent(other.date)):
                counts.chances[unlike] += 1
            if together:
                counts.wrong[unlike] += 1
                counts.mistaken.append((unlike, *quotes))


def _quoted(text: Text, telling: Telling, found: tuple[str, str] | None) -> str:
    words = text.text[telling.start : telling.end].strip()
    return f"{text.name} “{words}” ({found[1] if found else ''})"


def _unlike(one: Happening, other: Happening) -> str:
    return one.unlike if one.unlike and not other.unlike else other.unlike if not one.unlike else "both"


def _found(texts: Sequence[Text]) -> Iterator[tuple[tuple[str, Telling], tuple[str, str]]]:
    """For each telling that was read with a date that may be true: the event it came to stand in, and its headline."""
    inputs = [
        Input(
            DocumentId(text.name),
            text.text.encode(),
            Metadata(published=edtf.parse(iso(text.published)), language=text.language),
        )
        for text in texts
    ]
    told = {text.name: text.told for text in texts}
    for event in merge.events(pipeline.analyses(inputs).value, Edited()).value:
        for mention in _mentions(event):
            at = mention.dated.span.start
            for telling in told[mention.citation.document]:
                if telling.start <= at < telling.end and compatible(
                    extent(mention.when), extent(telling.date)
                ):
                    yield (mention.citation.document, telling), (event.id, mention.title)
                    break


def _mentions(event: Event) -> Iterator[Mention]:
    yield from event.mentions
    for rival in event.rivals:
        yield from rival.mentions


if __name__ == "__main__":
    main()
