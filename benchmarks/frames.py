"""How kinds, claims, plans and named happenings fare in sentences that are composed: `frames.txt` filled from pools.

    python benchmarks/frames.py [--each N] [--seed N] [--frame WORDS] [--faults]

Each block of `frames.txt` is a frame: its name, a text with slots, and what it tells by construction, one line a
mention: `DATE kind[,kind] | words its title has | words it has not`; words are beginnings, `a/b` either. A line that begins with `?`
may be told or not; whatever else is told is a fault. Slots: `{pool}` or `{pool.form}` takes an entry of a pool, `{pool2}` another;
`{day=D}` a date of that sort, called D in the answers. A text counts only if all its dates are told rightly and nothing else.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from timeline import pipeline
from timeline.model.document import DocumentId, Metadata
from timeline.model.event import Mention
from timeline.times import calendar, edtf
from timeline.times.when import extent
from timeline.times.words import MONTHS

HERE = Path(__file__).parent
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SLOT = re.compile(r"\{(?P<pool>[A-Za-z_]+)(?P<number>\d*)(?:\.(?P<form>\w+))?(?:=(?P<name>\w+))?\}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text tells: a date (EDTF), the kinds it may have, the words its title has and has not."""

    when: str
    kinds: tuple[str, ...]
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A composed text with its day of writing and its answers."""

    frame: str
    text: str
    written: date
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A block of `frames.txt`."""

    name: str
    text: str
    answers: tuple[str, ...]


def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the file."""
    blocks = (HERE / "frames.txt").read_text(encoding="utf-8").split("\n\n")
    found = []
    for block in blocks:
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if len(lines) > 1:
            text = " ".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
            found.append(
                Frame(lines[0], text, tuple(line for line in lines[1:] if not line.startswith("> ")))
            )
    return tuple(found)


def pools() -> dict[str, list[dict[str, str]]]:
    """Words by pool: each entry its forms by name; the key is what a title must have of it."""
    found: dict[str, list[dict[str, str]]] = {}
    names: list[str] = []
    rows: list[dict[str, str]] = []
    for line in (HERE / "frames_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            pool, *names = line.removeprefix("== ").split()
            rows = found[pool] = []
        elif line:
            rows.append(dict(zip(names, line.split(" | "), strict=True)))
    return found


def composed(frame: Frame, chance: random.Random, words: Mapping[str, list[dict[str, str]]]) -> Case:
    """A text of a frame, filled by chance."""
    written = date(2015, 1, 1) + timedelta(days=chance.randrange(3300))
    taken: dict[str, dict[str, str]] = {}
    days: dict[str, str] = {}

    def fill(match: re.Match[str]) -> str:
        pool, form = match["pool"], match["form"]
        if pool in SORTS:
            if match["name"] not in days:
                said, days[match["name"]] = SORTS[pool](chance, written, days)
                return said
            return days[match["name"]]
        key = pool.lower() + match["number"]
        if key not in taken:
            used = [entry for name, entry in taken.items() if name.rstrip("0123456789") == pool.lower()]
            taken[key] = chance.choice([entry for entry in words[pool.lower()] if entry not in used])
        said = taken[key][form or next(iter(taken[key]))]
        return said[0].upper() + said[1:] if pool[0].isupper() else said

    text = SLOT.sub(fill, frame.text)
    days["tomorrow"] = (written + timedelta(days=1)).isoformat()
    days["xmas"] = f"../{written.year + (written > date(written.year, 12, 24))}-12-24"
    answers = tuple(_answer(SLOT.sub(fill, line), days) for line in frame.answers)
    return Case(frame.name, text, written, answers)


def _answer(line: str, days: Mapping[str, str]) -> Answer:
    head, has, lacks, *_ = [*(part.split() for part in line.split("|")), [], []]
    optional = head[0].startswith("?")
    when, kinds = head[0].removeprefix("?"), head[1]
    for name in sorted(days, key=len, reverse=True):
        when = when.replace(f"until:{name}", _before(days[name])).replace(f"by:{name}", _up_to(days[name]))
        when = when.replace(name, days[name])
    return Answer(when, tuple(kinds.split(",")), tuple(has), tuple(lacks), optional)


def _up_to(when: str) -> str:
    """All time until a date is over."""
    return "../" + when.rpartition("/")[2]


def _before(when: str) -> str:
    """All time before a date."""
    start = extent(edtf.parse(when)).start
    return "" if start is None else "../{:04}-{:02}-{:02}".format(*calendar.civil(start - 1))


def _day(chance: random.Random, low: int, high: int) -> tuple[str, str]:
    day = date(low, 1, 1) + timedelta(days=chance.randrange(365 * (high - low)))
    said = (f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{MONTHS[day.month - 1]} {day.day}, {day.year}")
    return said[chance.random() < 0.2], day.isoformat()


def _of(day: date, chance: random.Random) -> str:
    return (f"{day.day} {MONTHS[day.month - 1]}", f"{MONTHS[day.month - 1]} {day.day}")[chance.random() < 0.3]


def _recent(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    day = written - timedelta(days=chance.randrange(10, 100))
    return _of(day, chance), day.isoformat()


def _monthday(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    day = written - timedelta(days=chance.randrange(10, 100))
    return f"{MONTHS[day.month - 1]} {day.day}", day.isoformat()


def _soon(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    day = written + timedelta(days=chance.randrange(10, 100))
    return _of(day, chance), day.isoformat()


def _weekday(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    day = written - timedelta(days=chance.randrange(1, 6))
    return WEEKDAYS[day.weekday()], day.isoformat()


def _lastday(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    day = written - timedelta(days=chance.randrange(3, 7))
    return WEEKDAYS[day.weekday()], day.isoformat()


def _after(chance: random.Random, _: object, days: Mapping[str, str]) -> tuple[str, str]:
    day = date.fromisoformat(days["D"]) + timedelta(days=chance.randrange(3, 40))
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}", day.isoformat()


def _lately(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    day = written.replace(day=1) - timedelta(days=chance.randrange(1, 130))
    return MONTHS[day.month - 1], f"{day.year}-{day.month:02}"


def _next(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    if chance.random() < 0.5:
        return "next year", str(written.year + 1)
    month = written.month % 12 + 1
    return "next month", f"{written.year + (month == 1)}-{month:02}"


def _later(chance: random.Random, written: date, _: object) -> tuple[str, str]:
    year = written.year + chance.randrange(2, 9)
    return str(year), str(year)


def _month(chance: random.Random, *_: object) -> tuple[str, str]:
    year, month = chance.randrange(1905, 2013), chance.randrange(12)
    return f"{MONTHS[month]} {year}", f"{year}-{month + 1:02}"


def _year(chance: random.Random, *_: object) -> tuple[str, str]:
    year = chance.randrange(1905, 2013)
    return str(year), str(year)


SORTS = {
    "day": lambda chance, _, __: _day(chance, 1905, 2013),
    "month": _month,
    "year": _year,
    "recent": _recent,
    "monthday": _monthday,
    "soon": _soon,
    "weekday": _weekday,
    "lastday": _lastday,
    "after": _after,
    "lately": _lately,
    "coming": _next,
    "later": _later,
}


def told(case: Case) -> tuple[Mention, ...]:
    """What is told of a text."""
    source = pipeline.Input(
        DocumentId("composed.txt"),
        case.text.encode(),
        Metadata(language="en"),
        edtf.parse(case.written.isoformat()),
    )
    analysis = pipeline.analysed(source).value
    return analysis.mentions if analysis is not None else ()


def faults(case: Case, mentions: tuple[Mention, ...]) -> Iterator[str]:
    """What is wrong in what is told of a text: nothing, if it is right."""
    left = list(mentions)
    for answer in case.answers:
        mine = [m for m in left if edtf.text(m.when) in answer.when.split(",")]
        best = next((m for m in mine if not list(_wrong(answer, m))), mine[0] if mine else None)
        if best is not None:
            left.remove(best)
            yield from _wrong(answer, best)
        elif not answer.optional:
            yield f"{answer.when} is not told"
    yield from (f"besides: {edtf.text(m.when)} {m.kind.value} {m.title!r}" for m in left)


def _wrong(answer: Answer, mention: Mention) -> Iterator[str]:
    low = [word.strip(",.;:()“”\"'") for word in mention.title.lower().split()]
    what = f"{answer.when} {mention.title!r}"
    if mention.kind.value not in answer.kinds:
        yield f"{what} is {mention.kind.value}, not {'/'.join(answer.kinds)}"
    for words in answer.has:
        if not any(word.startswith(one) for word in low for one in words.lower().split("/")):
            yield f"{what} lacks {words}"
    for words in answer.lacks:
        if any(word.startswith(words.lower()) for word in low):
            yield f"{what} has {words}"


def cases(each: int, seed: int) -> Iterator[Case]:
    """So many texts of each frame."""
    words = pools()
    for frame in frames():
        chance = random.Random(f"{seed} {frame.name}")  # noqa: S311 - no secret
        yield from (composed(frame, chance, words) for _ in range(each))


def main() -> int:
    parser = argparse.ArgumentParser(description="Score kinds, claims and named happenings by frame.")
    parser.add_argument("--each", type=int, default=10, help="texts of each frame")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frame", default="", help="only frames with these words in their name")
    parser.add_argument("--faults", action="store_true", help="list each fault with its text")
    arguments = parser.parse_args()
    right: dict[str, list[bool]] = {}
    for case in cases(arguments.each, arguments.seed):
        if arguments.frame not in case.frame:
            continue
        wrong = list(faults(case, told(case)))
        right.setdefault(case.frame, []).append(not wrong)
        if wrong and arguments.faults:
            print(f"[{case.frame}] {case.written} {case.text}")
            print("".join(f"    {one}\n" for one in wrong), end="")
    groups: dict[str, list[bool]] = {}
    for name, mine in right.items():
        print(f"{name:<60}{100 * sum(mine) / len(mine):>5.0f}")
        groups.setdefault(name.split(":")[0], []).extend(mine)
    print()
    for name, mine in [*groups.items(), ("all", [one for each in right.values() for one in each])]:
        print(f"{name:<60}{100 * sum(mine) / len(mine):>5.0f}{len(mine):>7}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
