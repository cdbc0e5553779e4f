"""How well events are found: our own gold documents, read from bytes to merged events.

    python benchmarks/events.py [--gold FOLDER] [--part PART] [--misses] [--titles] [--baselines] [--other FILE]

A gold happening is a quotation with its date, kind and gist (`tests/gold/annotations.jsonl`). A mention is a
candidate for it if its passage shares characters with the quotation. Each is used once, the best first.

- strict: a candidate covers exactly the same days (after EDTF's bounds, qualifiers aside); P, R and F1 of all told;
- + kind: F1 where the kind must be right too;
- compat.: the share of gold with a candidate whose interval lies within the gold's, or the other way round;
- found: the share with any candidate at all;
- links: pairs of gold happenings in one cluster (a missed happening is a missed link), made if their mentions came
  out in one event; a pair of different clusters in one event is a wrong link. *Told twice* are the pairs of which both
  happenings were found, which is all that merging can know of.

`--part kept` scores documents that no rule was tuned on; leave `--misses` off there, or they no longer are.
`--other FILE` scores another person's annotations of the same documents in place of the program: what it comes to is
how far two careful readers agree, and no program can be told right much oftener than that.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import yaml

from timeline import gather, pipeline
from timeline.extract import sentences as english
from timeline.extract.plainly import boundaries as plainly
from timeline.languages import telling
from timeline.model.analysis import Analysis
from timeline.model.document import Span
from timeline.model.edit import Edited
from timeline.model.event import Citation, Event, Kind, Mention
from timeline.model.expression import Dated, Expression, TimexType
from timeline.times import calendar, edtf
from timeline.times.reading import Stated
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
    about = _about(arguments.part, arguments.gold)
    built = _built(about, arguments.gold)
    texts: dict[str, str] = {a.document.id: a.document.text for a in built.analyses}
    gold = list(_gold(texts, arguments.gold / "annotations.jsonl"))
    mentions = [m for a in built.analyses for m in a.mentions]
    if arguments.other:
        mentions = list(_as_mentions(list(_gold(texts, arguments.other)), built.analyses))
    matches, spare = _matched(gold, mentions)
    for name in ("kind", "language", "part"):
        _print_table(name, name, matches, spare, about)
    _print_tags(matches)
    if arguments.other:
        _print_agreed(gold, mentions, [m for a in built.analyses for m in a.mentions])
    else:
        _print_links(matches, built.events)
    if arguments.baselines:
        _print_baselines(gold, built.analyses)
    if arguments.misses:
        _print_misses(matches, spare)
    if arguments.titles:
        _print_titles(matches)
    return 0


def _about(part: str | None, folder: Path = GOLD) -> dict[str, dict[str, str]]:
    """What `documents.yaml` says of the documents of a part."""
    about = yaml.safe_load((folder / "documents.yaml").read_text(encoding="utf-8"))
    return {name: row for name, row in about.items() if part in (None, row["part"])}


def _built(names: Iterable[str], folder: Path = GOLD) -> pipeline.Built:
    sources = [s for s in gather.documents(folder / "documents").value if s.id in names]
    return pipeline.built(sources, Edited()).value


def scored(part: str | None = None, language: str | None = None) -> Mapping[str, float]:
    """The figures of a part, or of one of its languages, as numbers from 0 to 1, for tests."""
    about = {n: row for n, row in _about(part).items() if language in (None, row["language"])}
    built = _built(about)
    texts: dict[str, str] = {a.document.id: a.document.text for a in built.analyses}
    gold = list(_gold(texts))
    matches, spare = _matched(gold, [m for a in built.analyses for m in a.mentions])
    right, wanted, wrong, twice = _links(matches, built.events)
    strict = [m for m in matches if m.grade == "strict"]
    told = len(spare) + sum(m.mention is not None for m in matches)
    return {
        **{grade: _share(matches, grade) for grade in ("strict", "compatible", "found", "kind")},
        "precision": len(strict) / max(1, told),
        "f1": _f1(len(strict), told, len(gold)),
        "links": right / max(1, wanted),
        "links of those told": right / max(1, twice),
        "link precision": right / max(1, right + wrong),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score events on the gold documents.")
    parser.add_argument("--gold", type=Path, default=GOLD, help="a folder laid out as tests/gold is")
    parser.add_argument("--part", help="only the documents of one part")
    parser.add_argument(
        "--misses", action="store_true", help="list what was missed, and what was told besides"
    )
    parser.add_argument("--baselines", action="store_true", help="score the naive ways beside it")
    parser.add_argument("--other", type=Path, help="another person's annotations, scored as the program is")
    parser.add_argument("--titles", action="store_true", help="list each title beside its gist")
    return parser.parse_args()


def _gold(texts: Mapping[str, str], file: Path = GOLD / "annotations.jsonl") -> Iterable[Happening]:
    lines = file.read_text(encoding="utf-8").splitlines()
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


def _as_mentions(happenings: Iterable[Happening], analyses: Iterable[Analysis]) -> Iterator[Mention]:
    """Happenings as if the program had told them, each cited by its whole sentence as the program cites."""
    documents = {str(a.document.id): (a.document, _sentences(a)) for a in analyses}
    for one in happenings:
        document, spans = documents[one.document]
        quote = Span(one.start, one.end)
        around = [span for span in spans if span.overlaps(quote)] or [quote]
        expression = Expression(quote, one.quote, TimexType.DATE, Stated(), "annotated")
        yield Mention(
            title=one.gist,
            kind=Kind(one.kind),
            when=one.when,
            dated=Dated(expression, one.when, edtf.text(one.when)),
            citation=Citation.of(document, Span(around[0].start, around[-1].end)),
        )


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


def _f1(right: int, told: int, wanted: int) -> float:
    return 2 * right / (told + wanted) if told + wanted else 1.0


def _has_kind(match: Match) -> bool:
    return match.mention is not None and match.mention.kind.value == match.happening.kind


def _print_table(
    name: str,
    field: str,
    matches: list[Match],
    spare: list[Mention],
    about: Mapping[str, Mapping[str, str]],
) -> None:
    """A line for each value of a field of `documents.yaml`, and one for all."""
    print(f"{name:<14}{'docs':>5}{'gold':>6}{'told':>6} | strict P    R   F1 | + kind | compat. found")
    values = sorted({row[field] for row in about.values()})
    for value in (*values, "all"):
        names = {n for n, row in about.items() if value in ("all", row[field])}
        mine = [m for m in matches if m.happening.document in names]
        besides = sum(m.citation.document in names for m in spare)
        told = besides + sum(m.mention is not None for m in mine)
        strict = [m for m in mine if m.grade == "strict"]
        print(
            f"{value:<14}{len(names):>5}{len(mine):>6}{told:>6} |"
            f"{100 * len(strict) / max(1, told):>9.0f}{100 * _share(mine, 'strict'):>5.0f}"
            f"{100 * _f1(len(strict), told, len(mine)):>5.0f} |"
            f"{100 * _f1(sum(map(_has_kind, strict)), told, len(mine)):>7.0f} |"
            f"{100 * _share(mine, 'compatible'):>8.0f}{100 * _share(mine, 'found'):>6.0f}"
        )
    print()


def _print_tags(matches: list[Match]) -> None:
    print(f"{'tag':<18}{'gold':>6}{'strict':>8}{'+ kind':>8}{'compat.':>9}{'found':>7}")
    for key, mine in _by(matches, lambda m: m.happening.tags or ("plain",)).items():
        kinds = sum(m.grade == "strict" and _has_kind(m) for m in mine) / len(mine)
        shares = (_share(mine, "strict"), kinds, _share(mine, "compatible"), _share(mine, "found"))
        print(
            f"{key:<18}{len(mine):>6}" + "{:>8.0f}{:>8.0f}{:>9.0f}{:>7.0f}".format(*(100 * s for s in shares))
        )
    print()


def _links(matches: Iterable[Match], events: Iterable[Event]) -> tuple[int, int, int, int]:
    """Links made, links wanted, wrong ones, and those wanted of which both ends were told."""
    event_of = {
        (m.citation.document, m.citation.span, m.title, m.when): e.id
        for e in events
        for m in (*e.mentions, *(r for v in e.rivals for r in v.mentions))
    }
    told = [
        (
            m.happening.cluster or m.happening.quote,
            event_of.get(
                (m.mention.citation.document, m.mention.citation.span, m.mention.title, m.mention.when)
            )
            if m.mention
            else None,
        )
        for m in matches
    ]
    pairs = list(combinations(told, 2))
    wanted = [a[1] is not None and a[1] == b[1] for a, b in pairs if a[0] == b[0]]
    twice = sum(a[1] is not None and b[1] is not None for a, b in pairs if a[0] == b[0])
    wrong = sum(a[0] != b[0] and a[1] is not None and a[1] == b[1] for a, b in pairs)
    return sum(wanted), len(wanted), wrong, twice


def _print_links(matches: Iterable[Match], events: Iterable[Event]) -> None:
    right, wanted, wrong, twice = _links(matches, events)
    precision = 100 * right / max(1, right + wrong)
    print(
        f"links: precision {precision:.0f}, recall {100 * right / max(1, wanted):.0f} ({right} of {wanted}, {wrong} wrong); "
        f"of those told twice {100 * right / max(1, twice):.0f} ({twice})\n"
    )


def _print_agreed(gold: list[Happening], others: list[Mention], told: list[Mention]) -> None:
    """The program by both annotators: what it tells as either does, and what it tells of what both do."""
    pairs = [(m.happening, m.mention) for m in _matched(gold, others)[0] if m.grade == "strict" and m.mention]
    agreed = [happening for happening, _ in pairs]
    same = [h for h, other in pairs if other.kind.value == h.kind]
    ours = [m for m in _matched(gold, told)[0] if m.grade == "strict"]
    theirs = [
        Happening(str(m.citation.document), m.citation.span.start, m.citation.span.end, m.citation.quote, m.when, m.kind.value, m.title, "", ())
        for m in others
    ]  # fmt: skip
    also = [m.mention for m in _matched(theirs, told)[0] if m.grade == "strict" and m.mention]
    right = {id(m.mention) for m in ours} | {id(m) for m in also}
    kept = [m for m in _matched(agreed, told)[0] if m.grade == "strict"]
    kinds = [m for m in _matched(same, told)[0] if m.grade == "strict" and _has_kind(m)]
    print(
        f"the program: {100 * len(right) / max(1, len(told)):.0f} of 100 it tells are told by either person, same days; "
        f"of the {len(agreed)} told by both it tells {100 * len(kept) / max(1, len(agreed)):.0f} of 100, "
        f"and of the {len(same)} of one kind to both, {100 * len(kinds) / max(1, len(same)):.0f} with that kind\n"
    )


def _print_baselines(gold: list[Happening], analyses: Iterable[Analysis]) -> None:
    """The naive ways on the same documents: every date an event."""
    print("every … an event                     told | strict P    R   F1")
    for name, way in (
        ("hit of dateparser's search", _dateparser),
        ("date that `timeline tag` reads", _tagged),
    ):
        hits = [hit for analysis in analyses for hit in way(analysis)]
        taken: set[int] = set()
        for happening in gold:
            found = next(
                (
                    n
                    for n, (document, span, when) in enumerate(hits)
                    if n not in taken
                    and document == happening.document
                    and span.start < happening.end
                    and happening.start < span.end
                    and extent(when) == extent(happening.when)
                ),
                None,
            )
            if found is not None:
                taken.add(found)
        right, told = len(taken), len(hits)
        shares = (100 * right / max(1, told), 100 * right / len(gold), 100 * _f1(right, told, len(gold)))
        print(f"{name:<35}{told:>6} |" + "{:>9.0f}{:>5.0f}{:>5.0f}".format(*shares))
    print()


Hit = tuple[str, Span, When]


def _sentences(analysis: Analysis) -> list[Span]:
    document = analysis.document
    times = [t.span for t in analysis.timexes]
    if document.language == "en":
        return [span for passage in document.passages for span in english.sentences(document, passage, times)]
    known = telling.words(document.language)
    return [
        span for passage in document.passages for span in plainly.sentences(document, passage, known, times)
    ]


def _tagged(analysis: Analysis) -> Iterator[Hit]:
    spans = _sentences(analysis)
    for timex in analysis.timexes:
        if isinstance(timex, Dated):
            around = next((s for s in spans if s.holds(timex.span)), timex.span)
            yield analysis.document.id, around, timex.when


def _dateparser(analysis: Analysis) -> Iterator[Hit]:
    """Days, which is all it gives; what it fills in from the day of writing is what a naive user gets."""
    from dateparser.search import search_dates  # noqa: PLC0415  # slow to import, and only wanted here

    written = analysis.written.when
    settings = {}
    if written is not None and (end := extent(written).end) is not None:
        settings["RELATIVE_BASE"] = datetime(*calendar.civil(end - 1), tzinfo=UTC)
    text, at = analysis.document.text, 0
    spans = _sentences(analysis)
    for said, when in search_dates(text, languages=[analysis.document.language], settings=settings) or ():
        start = max(text.find(said, at), 0)
        at = start + len(said)
        span = Span(start, at)
        around = next((s for s in spans if s.overlaps(span)), span)
        yield analysis.document.id, around, edtf.parse(when.date().isoformat())


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
