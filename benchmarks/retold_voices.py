"""An invented town told by other voices: a page with its box, a diary, minutes, a life, a report with its summary, news.

Every happening may be told twice within one text, as texts do: in the box and in the section, in the lead by its
year and below by its day, in the summary and in the account, and what was announced when it had come to pass. Beside
it stand other deeds of the same day, the same deed elsewhere on that day, and the same deed some months later.
"""

import random
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.retold_world import (
    ELSEWHERE,
    FILLERS,
    FIRMS,
    GIVEN,
    SURNAMES,
    TOWNS,
    Deed,
    Happening,
    Text,
    iso,
)
from timeline.times.calendar import civil, day_number
from timeline.times.words import MONTHS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONDAY = -day_number(2024, 1, 1) % 7  # the first of January 2024 was a Monday
_RECALLED = (
    "The chairman recalled the {noun} {date}.", "A letter on the {noun} {date} was read out.",
    "The members spoke at length of the {noun} {date}.",
)  # fmt: skip
_AGAIN = ("The {noun} {date} was seen by many.", "Nobody who lived there forgot the {noun} {date}.")


def voices(*, held: bool = False) -> list[Deed]:
    """What happens in these towns, and the words for it: every second deed, the others are held out."""
    file = Path(__file__).parent / "retold_voices.toml"
    found: list[Deed] = tomllib.loads(file.read_text("utf-8"))["deed"]
    return found[held::2]


def told(source: random.Random, known: Sequence[Deed]) -> list[Text]:
    """The documents of one town."""
    town = source.choice(TOWNS)
    people = [f"{source.choice(GIVEN)} {surname}" for surname in source.sample(SURNAMES, 6)]
    first = day_number(source.randrange(1890, 1995), 1, 1)
    happenings = list(_happenings(source, known, town, people, first))
    plain = [one for one in happenings if not one.unlike]
    texts = [
        *_pages(source, plain, first),
        _diary(source, happenings, first),
        _minutes(source, plain, first),
        _report(source, happenings, first),
        *_news(source, happenings),
        *_announced(source, plain),
    ]
    return [text for text in texts if text.told]


def _happenings(
    source: random.Random, known: Sequence[Deed], town: str, people: Sequence[str], first: int
) -> Iterator[Happening]:
    number = 0
    firm = f"{town} {source.choice(FIRMS)}"
    for deed in source.sample(known, min(11, len(known))):
        one, two, three = source.sample(people, 3)
        thing = str(deed["thing"]).title()
        names = {"a": one, "b": two, "o": f"the {firm}", "p": town, "t": f"the {town} {thing}"}
        day = first + source.randrange(3 * 365)
        number += 1
        own = number
        yield Happening(own, day, deed, names, own, "", tuple(deed["clause"]))
        if source.random() < 0.5:
            number += 1
            yield Happening(number, day, deed, names, own, "other", tuple(deed["other"]))
        place = source.choice(ELSEWHERE)
        away = {"a": three, "b": two, "p": place, "t": f"the {place} {thing}", "o": f"the {place} Mail"}
        if source.random() < 0.25:
            number += 1
            clauses = [form for form in deed["clause"] if form.format(**names) != form.format(**away)]
            yield Happening(number, day, deed, away, own, "elsewhere", tuple(clauses) or tuple(deed["other"]))


def _day(day: int) -> tuple[str, str]:
    year, month, of = civil(day)
    return f"on {of} {MONTHS[month - 1]} {year}", iso(day)


def _month(day: int) -> tuple[str, str]:
    year, month, _ = civil(day)
    return f"in {MONTHS[month - 1]} {year}", f"{year:04}-{month:02}"


def _year(day: int) -> tuple[str, str]:
    year, _, _ = civil(day)
    return f"in {year}", f"{year:04}"


def _clause(source: random.Random, one: Happening) -> str:
    return source.choice(one.clauses).format(**one.names)


def _noun(source: random.Random, one: Happening) -> str:
    return str(source.choice(one.deed["noun"])).format(**one.names)


def _full(source: random.Random, clause: str, date: str) -> str:
    return f"{date}, {clause}." if source.random() < 0.5 else f"{clause} {date}."


def _pages(source: random.Random, plain: Sequence[Happening], first: int) -> Iterator[Text]:
    """A page on one thing: its box, a lead that knows the year, a section that knows the day."""
    for number, one in enumerate(source.sample(plain, min(5, len(plain)))):
        about = one.names[
            next(key for key in "tao" if any(f"{{{key}}}" in form for form in (*one.deed["clause"], "{o}")))
        ]
        text = Text(f"page-{number}.md", first + 11000)
        text.text = f"# {about.removeprefix('the ')}\n\n"
        lead = _clause(source, one)
        text.say(_full(source, lead, _year(one.day)[0]), (one, "lead year", _year(one.day)[1]))
        text.say(source.choice(FILLERS), after="\n\n")
        label = str(source.choice(one.deed["label"])).format(**one.names)
        year, month, of = civil(one.day)
        text.text += "| | |\n|---|---|\n"
        text.say(
            f"| {label} | {of} {MONTHS[month - 1]} {year} |",
            (one, "box", iso(one.day)),
            after="\n\n## History\n\n",
        )
        text.say(_full(source, _clause(source, one), _day(one.day)[0]), (one, "section", iso(one.day)))
        text.say(source.choice(FILLERS))
        yield text


def _diary(source: random.Random, happenings: Sequence[Happening], first: int) -> Text:
    text = Text("diary.md", first + 1200, text="# Diary\n")
    chosen = sorted(
        source.sample(list(happenings), len(happenings) // 2), key=lambda one: (one.day, one.number)
    )
    heading = ""
    for one in chosen:
        year, month, of = civil(one.day)
        if heading != (heading := f"{MONTHS[month - 1]} {year}"):
            text.text += f"\n## {heading}\n\n"
        text.say(
            f"**{of} {MONTHS[month - 1]}.** {_capital(_clause(source, one))}.",
            (one, "diary", iso(one.day)),
            after="\n\n",
        )
    return text


def _capital(clause: str) -> str:
    return clause[0].upper() + clause[1:]


def _minutes(source: random.Random, plain: Sequence[Happening], first: int) -> Text:
    text = Text("minutes.txt", first + 1500)
    for one in sorted(source.sample(list(plain), len(plain) // 2), key=lambda one: one.number):
        said, date = source.choice((_day, _month, _year))(one.day)
        frame = source.choice(_RECALLED)
        noun = _noun(source, one)
        if "'s " in noun:
            frame = frame.replace("the {noun}", "{noun}")
        text.say(
            frame.format(noun=noun, date=said.replace("on ", "of ").replace("in ", "of ")),
            (one, "noun", date),
        )
        text.say(source.choice(FILLERS), after="\n\n")
    return text


def _report(source: random.Random, happenings: Sequence[Happening], first: int) -> Text:
    """A summary that knows the months, and an account that knows the days, with what else was done then."""
    text = Text("report.md", first + 2500, text="# Report\n\n## Summary\n\n")
    plain = [one for one in happenings if not one.unlike]
    chosen = sorted(source.sample(plain, len(plain) // 2), key=lambda one: one.day)
    for one in chosen:
        said, date = source.choice((_month, _year))(one.day)
        text.say(_full(source, _clause(source, one), said), (one, "summary", date))
    text.text += "\n\n## What happened\n\n"
    for one in chosen:
        said, date = _day(one.day)
        text.say(_full(source, _clause(source, one), said), (one, "account", date))
        text.say(source.choice(FILLERS), after="\n\n")
        for other in happenings:
            if other.of == one.number and other.unlike and source.random() < 0.7:
                text.say(_full(source, _clause(source, other), said), (other, "account", date), after="\n\n")
    return text


def _news(source: random.Random, happenings: Sequence[Happening]) -> Iterator[Text]:
    plain = [one for one in happenings if not one.unlike]
    for number, one in enumerate(source.sample(plain, min(4, len(plain)))):
        text = Text(f"news-{number}.txt", one.day + 1)
        said = f"on {_WEEKDAYS[(one.day + _MONDAY) % 7]}"
        text.say(f"{_clause(source, one)} {said}.", (one, "news", iso(one.day)))
        text.say(source.choice(FILLERS))
        for other in happenings:
            if other.of == one.number and other.unlike == "other":
                text.say(f"{_clause(source, other)} {said}.", (other, "news", iso(one.day)))
        text.say(source.choice(FILLERS), after="\n\n")
        frame = source.choice(_AGAIN)
        noun = _noun(source, one)
        if "'s " in noun:
            frame = frame.replace("The {noun}", "{noun}").replace("the {noun}", "{noun}")
        text.say(frame.format(noun=noun, date=said), (one, "again", iso(one.day)))
        yield text


def _announced(source: random.Random, plain: Sequence[Happening]) -> Iterator[Text]:
    """What was announced on a day for another; and that it came to pass, in the same text."""
    for number, one in enumerate(one for one in plain if one.deed["plan"]):
        day = one.day - source.randrange(40, 90)
        text = Text(f"plan-{number}.txt", one.day + 30)
        announced = Happening(-one.number, day, one.deed, one.names, one.number, "announced")
        text.say(
            f"{_day(day)[0]}, {str(one.deed['plan']).format(**one.names)}.",
            (announced, "announced", iso(day)),
        )
        text.say(source.choice(FILLERS))
        text.say(_full(source, _clause(source, one), _day(one.day)[0]), (one, "fulfilled", iso(one.day)))
        yield text
