"""Speed of merging beside that of tagging the same texts, how it grows, and how many repeats it finds.

    python benchmarks/merge.py [--most 100000] [--profile]

Seeded documents of an invented world: each happening is told once or several times, in other words, as a noun, with
the year or month alone. A mention comes with some 380 characters of text, as in the history articles the tagger is
tuned on (news has five times that). Every size covers the same sixty years, so that a year holds the more the larger
the corpus is. Times are of the processor, in one run; *ratio* is merging over tagging. Links are the pairs of
mentions that tell of one happening: the world repeats its deeds, places and days, as the real one does.
"""

import argparse
import cProfile
import gc
import pstats
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline import merge
from timeline.languages import language
from timeline.model.analysis import Analysis
from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Source, Span, Written
from timeline.model.edit import Edited
from timeline.model.event import Citation, Event, Kind, Mention
from timeline.model.expression import Dated, Expression, TimexType
from timeline.resolve import dated
from timeline.tag import expressions
from timeline.times import edtf
from timeline.times.calendar import civil, day_number
from timeline.times.when import Date
from timeline.times.words import MONTHS

SIZES = (1_000, 10_000, 100_000)
A_DOCUMENT = 30  # mentions
FIRST, YEARS = 1950, 60

# how a deed is told as news, and how in passing; {a} {b} are people or states, {p} a place, {t} a thing
DEEDS = (
    ("{a} opened the {t} in {p}", "the opening of the {t} in {p} by {a}"),
    ("{a} and {b} signed a treaty on the {t} in {p}", "the treaty on the {t} that {a} and {b} signed in {p}"),
    ("{a} appointed {b} director of the {p} {t}", "{b}'s appointment as director of the {p} {t}"),
    ("{a} was elected mayor of {p}", "the election of {a} as mayor of {p}"),
    ("{a} visited {p} for talks with {b}", "{a}'s visit to {p}"),
    ("A fire destroyed the {t} in {p}", "the fire that destroyed the {t} in {p}"),
    ("{a} founded a {t} in {p}", "the founding of a {t} in {p} by {a}"),
    ("{a} resigned as head of the {p} {t}", "the resignation of {a} as head of the {p} {t}"),
    ("Police in {p} arrested {a} for selling the {t}", "the arrest of {a} in {p} for selling the {t}"),
    ("The {p} court sentenced {a} to prison", "the prison sentence that the {p} court gave {a}"),
    ("{a} bought the {p} {t} from {b}", "the purchase of the {p} {t} by {a}"),
    ("Workers at the {p} {t} went on strike against {a}", "the strike of workers at the {p} {t}"),
)  # fmt: skip
THINGS = (
    "harbour", "bridge", "observatory", "hospital", "library", "brewery", "tunnel",
    "railway", "museum", "theatre", "canal", "dam", "shipyard", "market",
    "university", "stadium", "refinery", "lighthouse", "archive", "mine", "airport",
    "foundry", "orchestra", "hotel", "factory", "school", "mill", "fishery",
)  # fmt: skip
PADDING = (
    "The files on this were long kept out of the reach of readers, and what they hold is still being put in order.",
    "Neither side would say what it had cost, though the accounts name a sum that many thought too small.",
    "People who lived nearby remember it well, and some keep letters in which neighbours wrote of little else.",
    "It was said at the time that nothing of the kind had been seen there, which the older papers do not bear out.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """What a telling is made of: its day, its deed and who took part."""

    day: int
    deed: tuple[str, str]
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Timed:
    """One size: seconds of tagging, of tagging and resolving, of merging; and pairs made, wanted, wrong."""

    mentions: int
    characters: int
    tagging: float
    reading: float
    merging: float
    made: int
    wanted: int
    wrong: int


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest number of mentions")
    parser.add_argument("--profile", action="store_true", help="where merging the largest spends its time")
    arguments = parser.parse_args()
    gc.set_threshold(100_000, 50, 50)  # as the command line has it
    if arguments.profile:
        _profile(arguments.most)
        return
    print(
        f"{'mentions':>9}{'text MB':>9}{'tag s':>8}{'+resolve':>10}{'merge s':>9}{'ms each':>9}{'ratio':>7}"
        f"{'recall':>8}{'precision':>11}"
    )
    for size in (size for size in SIZES if size <= arguments.most):
        _print(_timed(size))


def _print(row: Timed) -> None:
    found = row.made + row.wrong
    print(
        f"{row.mentions:>9,}{row.characters / 1e6:>9.1f}{row.tagging:>8.2f}{row.reading:>10.2f}{row.merging:>9.2f}"
        f"{1000 * row.merging / row.mentions:>9.3f}{row.merging / row.tagging:>7.2f}"
        f"{row.made / row.wanted if row.wanted else 1:>8.3f}{row.made / found if found else 1:>11.3f}",
        flush=True,
    )


def _timed(size: int) -> Timed:
    analyses, truth = corpus(size)
    gc.freeze()  # the corpus is not the work measured
    english = language("en")
    expressions(analyses[0].document, english)  # the language is loaded and compiled
    start = time.process_time()
    tagged = [(one.document, expressions(one.document, english)) for one in analyses]
    tagging = time.process_time() - start
    for document, found in tagged:
        dated(document, found, english)
    reading = time.process_time() - start
    del tagged
    start = time.process_time()
    events = merge.events(analyses, Edited()).value
    merging = time.process_time() - start
    characters = sum(len(one.document.text) for one in analyses)
    return Timed(size, characters, tagging, reading, merging, *_links(events, truth))


def _profile(size: int) -> None:
    analyses, _ = corpus(size)
    profile = cProfile.Profile()
    profile.runcall(merge.events, analyses, Edited())
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def _links(events: Iterable[Event], truth: dict[tuple[str, Span], int]) -> tuple[int, int, int]:
    """Pairs of mentions of one happening that were found, and there are; and pairs found that are not."""
    made = together = 0
    for event in events:
        told: dict[int, int] = defaultdict(int)
        for mention in (*event.mentions, *(one for rival in event.rivals for one in rival.mentions)):
            told[truth[mention.citation.document, mention.citation.span]] += 1
        made += sum(_pairs(count) for count in told.values())
        together += _pairs(sum(told.values()))
    counts: dict[int, int] = defaultdict(int)
    for number in truth.values():
        counts[number] += 1
    return made, sum(_pairs(count) for count in counts.values()), together - made


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def corpus(size: int, seed: int = 7) -> tuple[tuple[Analysis, ...], dict[tuple[str, Span], int]]:
    """Documents with so many mentions in all, and for each mention the number of its happening."""
    source = random.Random(seed)  # noqa: S311 - a benchmark
    names = _names(source, 400 + size // 50)
    people = [f"{source.choice(names)} {source.choice(names)}" for _ in names]
    happenings: list[tuple[int, str, str]] = []
    for number in range(size):
        if len(happenings) >= size:
            break
        happening = _happening(source, names, people)
        times = source.choices((1, 2, 3, 5), (60, 22, 12, 6))[0]
        happenings += [(number, *_told(source, happening, again=telling > 0)) for telling in range(times)]
    happenings = happenings[:size]
    source.shuffle(happenings)
    analyses, truth = [], {}
    for start in range(0, size, A_DOCUMENT):
        analysis, numbers = _document(
            source, f"{start // A_DOCUMENT:06}.txt", happenings[start : start + A_DOCUMENT]
        )
        analyses.append(analysis)
        truth |= {
            (m.citation.document, m.citation.span): n for m, n in zip(analysis.mentions, numbers, strict=True)
        }
    return tuple(analyses), truth


def _names(source: random.Random, count: int) -> list[str]:
    syllables = (
        "ba",
        "ko",
        "ri",
        "ta",
        "mu",
        "len",
        "dor",
        "vik",
        "sa",
        "go",
        "ner",
        "pel",
        "hal",
        "mir",
        "ost",
    )
    return sorted({"".join(source.choices(syllables, k=source.choice((2, 3)))).title() for _ in range(count)})


def _happening(source: random.Random, names: Sequence[str], people: Sequence[str]) -> Happening:
    day = day_number(FIRST, 1, 1) + source.randrange(YEARS * 365)
    parts = {
        "a": source.choice(people),
        "b": source.choice(people),
        "p": source.choice(names),
        "t": source.choice(THINGS),
    }
    return Happening(day, source.choice(DEEDS), tuple(parts.items()))


def _told(source: random.Random, happening: Happening, *, again: bool) -> tuple[str, str]:
    """The EDTF of a telling, and its sentence with the date's words in brackets."""
    year, month, day = civil(happening.day)
    grain = source.choices(("day", "month", "year"), (55, 15, 30))[0] if again else "day"
    date, said = {
        "day": (f"{year}-{month:02}-{day:02}", f"on [{day} {MONTHS[month - 1]} {year}]"),
        "month": (f"{year}-{month:02}", f"in [{MONTHS[month - 1]} {year}]"),
        "year": (f"{year}", f"in [{year}]"),
    }[grain]
    news, passing = (form.format(**dict(happening.parts)) for form in happening.deed)
    if again and source.random() < 0.4:
        return date, f"{passing}|Few had forgotten {passing} {said}."
    return (
        date,
        f"{news}|{said[0].upper()}{said[1:]} {news[0].lower() if news.startswith(('A ', 'The ')) else news[0]}{news[1:]}.",
    )


def _document(
    source: random.Random, name: str, told: Sequence[tuple[int, str, str]]
) -> tuple[Analysis, list[int]]:
    text, mentions = "", []
    for _, date, line in told:
        title, sentence = line.split("|")
        mentions.append(_mention(DocumentId(name), len(text), date, title, sentence))
        text += (
            sentence.replace("[", "").replace("]", "") + " " + " ".join(source.sample(PADDING, 2)) + "\n\n"
        )
    document = Document(DocumentId(name), text, tuple(_paragraphs(text)), "en", Metadata())
    analysis = Analysis(document, Written(None, Source.OPEN), (), tuple(mentions))
    return analysis, [number for number, _, _ in told]


def _mention(name: DocumentId, start: int, date: str, title: str, sentence: str) -> Mention:
    opened, closed = sentence.index("["), sentence.index("]") - 1
    quote = sentence.replace("[", "").replace("]", "")
    when = edtf.parse(date)
    assert isinstance(when, Date)  # noqa: S101 - so it was made
    span = Span(start + opened, start + closed)
    expression = Expression(span, quote[opened:closed], TimexType.DATE, when, "seeded")
    citation = Citation(name, Span(start, start + len(quote)), quote)
    return Mention(title[0].upper() + title[1:], Kind.EVENT, when, Dated(expression, when, date), citation)


def _paragraphs(text: str) -> Iterator[Passage]:
    start = 0
    for paragraph in text.split("\n\n")[:-1]:
        yield Passage(Span(start, start + len(paragraph)), Role.PROSE)
        start += len(paragraph) + 2


if __name__ == "__main__":
    main()
