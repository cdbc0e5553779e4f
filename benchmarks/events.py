"""How well events are found: our own gold documents, read from bytes to merged events.

    python benchmarks/events.py [--part tuned|kept] [--misses] [--titles]

A gold happening is a quotation with its date, kind and gist (`tests/gold/annotations.jsonl`). A mention is a
candidate for it if its passage shares characters with the quotation. Each is used once, the best first.

- strict: a candidate covers exactly the same days (after EDTF's bounds, qualifiers aside);
- compatible: one of the two intervals lies within the other;
- found: any candidate at all;
- kind: of those matched strictly or compatibly, the share with the right kind;
- precision: of the mentions of a document, the share that match some gold happening strictly;
- links: pairs of gold happenings in one cluster; found if their mentions came out in one event. A pair of
  different clusters in one event is a wrong link.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from timeline import gather, pipeline
from timeline.model.edit import Edited
from timeline.model.event import Event, Mention
from timeline.times import edtf
from timeline.times.when import Extent, When, extent

GOLD = Path(__file__).parents[1] / "tests" / "gold"


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the annotations, with where its quotation stands."""

    document: str
    start: int
    end: int
    quote: str
    when: When
    kind: str
    gist: str
    cluster: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A happening with the mention that tells it, and how well their dates agree."""

    happening: Happening
    mention: Mention | None
    grade: str  # "strict", "compatible", "found" or "missed"


def main() -> int:
    arguments = _arguments()
    about = yaml.safe_load((GOLD / "documents.yaml").read_text(encoding="utf-8"))
    names = [name for name in about if arguments.part in (None, about[name]["part"])]
    sources = [s for s in gather.documents(GOLD / "documents").value if s.id in names]
    built = pipeline.built(sources, Edited()).value
    texts = {a.document.id: a.document.text for a in built.analyses}
    gold = list(_gold(texts))
    matches, spare = _matched(gold, [m for a in built.analyses for m in a.mentions])
    _print_table("kind of text", _by(matches, lambda m: [about[m.happening.document]["kind"]]), spare, about)
    _print_table("tag", _by(matches, lambda m: m.happening.tags or ["plain"]))
    _print_links(matches, built.events)
    if arguments.misses:
        _print_misses(matches, spare)
    if arguments.titles:
        _print_titles(matches)
    return 0


def scored(part: str | None = None) -> Mapping[str, float]:
    """The figures of a part as numbers, for tests."""
    about = yaml.safe_load((GOLD / "documents.yaml").read_text(encoding="utf-8"))
    sources = [
        s
        for s in gather.documents(GOLD / "documents").value
        if part in (None, about.get(s.id, {}).get("part"))
    ]
    built = pipeline.built(sources, Edited()).value
    gold = list(_gold({a.document.id: a.document.text for a in built.analyses}))
    matches, _ = _matched(gold, [m for a in built.analyses for m in a.mentions])
    return {grade: _share(matches, grade) for grade in ("strict", "compatible", "found", "kind")}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score events on the gold documents.")
    parser.add_argument("--part", choices=["tuned", "kept"], help="only the documents of one part")
    parser.add_argument(
        "--misses", action="store_true", help="list what was missed, and what was told besides"
    )
    parser.add_argument("--titles", action="store_true", help="list each title beside its gist")
    return parser.parse_args()


def _gold(texts: Mapping[str, str]) -> Iterable[Happening]:
    lines = (GOLD / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        row = json.loads(line)
        if row["document"] not in texts:
            continue
        start = texts[row["document"]].find(row["quote"])
        if start < 0:
            sys.exit(f"not in {row['document']}: {row['quote']!r}")
        yield Happening(
            row["document"],
            start,
            start + len(row["quote"]),
            row["quote"],
            edtf.parse(row["date"]),
            row["kind"],
            row["gist"],
            row.get("cluster", ""),
            tuple(row.get("tags", ())),
        )


def _matched(gold: list[Happening], mentions: list[Mention]) -> tuple[list[Match], list[Mention]]:
    """The best one-to-one assignment by grade, then kind, then words in common; and the mentions left over."""
    pairs = sorted(
        (
            (-grade, m.kind.value != h.kind, -_alike(m.title, h.gist), number, position)
            for number, h in enumerate(gold)
            for position, m in enumerate(mentions)
            if m.citation.document == h.document
            and m.citation.span.start < h.end
            and h.start < m.citation.span.end
            for grade in [_grade(h.when, m.when)]
        ),
    )
    taken: dict[int, tuple[int, int]] = {}
    used: set[int] = set()
    for grade, _, _, number, position in pairs:
        if number not in taken and position not in used:
            taken[number] = (position, -grade)
            used.add(position)
    names = {2: "strict", 1: "compatible", 0: "found"}
    matches = [
        Match(h, mentions[taken[n][0]], names[taken[n][1]]) if n in taken else Match(h, None, "missed")
        for n, h in enumerate(gold)
    ]
    return matches, [m for position, m in enumerate(mentions) if position not in used]


def _grade(one: When, other: When) -> int:
    a, b = extent(one), extent(other)
    if a == b:
        return 2
    return 1 if _within(a, b) or _within(b, a) else 0


def _within(inner: Extent, outer: Extent) -> bool:
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    return starts and (outer.end is None or (inner.end is not None and inner.end <= outer.end))


def _alike(one: str, other: str) -> float:
    a, b = set(one.lower().split()), set(other.lower().split())
    return len(a & b) / max(1, len(a | b))


def _by(matches: Iterable[Match], keys: object) -> dict[str, list[Match]]:
    grouped: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        for key in keys(match):  # type: ignore[operator]  # a function of a match
            grouped[key].append(match)
    return dict(sorted(grouped.items()))


def _share(matches: list[Match], grade: str) -> float:
    order = ["strict", "compatible", "found"]
    if grade == "kind":
        dated = [m for m in matches if m.grade in order[:2] and m.mention]
        right = sum(m.mention.kind.value == m.happening.kind for m in dated if m.mention)
        return right / len(dated) if dated else 0.0
    return sum(m.grade in order[: order.index(grade) + 1] for m in matches) / len(matches) if matches else 0.0


def _print_table(
    name: str,
    groups: Mapping[str, list[Match]],
    spare: Iterable[Mention] = (),
    about: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    besides: dict[str, int] = defaultdict(int)
    for mention in spare:
        besides[about[mention.citation.document]["kind"] if about else ""] += 1
    print(
        f"{name:<18}{'gold':>6}{'strict':>9}{'compat.':>9}{'found':>8}{'kind':>7}"
        + ("  besides" if about else "")
    )
    rows = (
        [*groups.items(), ("all", [m for group in groups.values() for m in group])]
        if about
        else groups.items()
    )
    for key, matches in rows:
        extra = f"{sum(besides.values()) if key == 'all' else besides[key]:>9}" if about else ""
        shares = [100 * _share(matches, grade) for grade in ("strict", "compatible", "found", "kind")]
        print(f"{key:<18}{len(matches):>6}" + "{:>9.0f}{:>9.0f}{:>8.0f}{:>7.0f}".format(*shares) + extra)
    print()


def _print_links(matches: Iterable[Match], events: Iterable[Event]) -> None:
    event_of = {
        id(m): e.id for e in events for m in (*e.mentions, *(r for v in e.rivals for r in v.mentions))
    }
    by_value = {(m.citation.document, m.citation.span, m.title): e.id for e in events for m in e.mentions}
    told = [
        (m.happening.cluster or m.happening.quote, event_of.get(id(m.mention)) or by_value.get(
            (m.mention.citation.document, m.mention.citation.span, m.mention.title)))
        for m in matches
        if m.mention
    ]  # fmt: skip
    wanted = [a[1] == b[1] and a[1] is not None for a, b in combinations(told, 2) if a[0] == b[0]]
    wrong = [a for a, b in combinations(told, 2) if a[0] != b[0] and a[1] == b[1] and a[1] is not None]
    print(f"links: {sum(wanted)} of {len(wanted)} made, {len(wrong)} wrong\n")


def _print_misses(matches: Iterable[Match], spare: Iterable[Mention]) -> None:
    for match in matches:
        m = match.mention
        if match.grade == "strict" and m and m.kind.value == match.happening.kind:
            continue
        told = f"{edtf.text(m.when)} {m.kind.value} {m.title!r}" if m else "nothing"
        h = match.happening
        print(f"{match.grade:<10} {h.document}: {h.quote!r} is {edtf.text(h.when)} {h.kind}; told {told}")
    for m in spare:
        print(f"besides    {m.citation.document}: {edtf.text(m.when)} {m.kind.value} {m.title!r}")


def _print_titles(matches: Iterable[Match]) -> None:
    for match in matches:
        if match.mention:
            print(f"{match.mention.title}\n    {match.happening.gist}")


if __name__ == "__main__":
    sys.exit(main())
