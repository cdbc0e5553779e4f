"""Invented projects of any size, the same for the same seed: documents, and an `events.yaml` that cites each of their passages."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PASSAGES = 20  # in a document
_SYLLABLES = "bar cel dor fen gul hav ist jor kel lin mar nor ost pel ram sol tor ul ven wick yar zel"
_WHO = (
    "council",
    "company",
    "parish",
    "governor",
    "assembly",
    "committee",
    "society",
    "court",
    "ministry",
    "guild",
)
_DID = (
    "opened",
    "closed",
    "bought",
    "sold",
    "founded",
    "rebuilt",
    "inspected",
    "demolished",
    "extended",
    "painted",
)
_WHAT = (
    "harbour",
    "railway",
    "bridge",
    "market",
    "school",
    "lighthouse",
    "mill",
    "library",
    "theatre",
    "canal",
)
_TAGS = ("trade", "transport", "learning", "law", "building", "water", "people", "money")
_FIRST = date(1700, 1, 1)
_DAYS = 115_000  # to 2014


@dataclass(frozen=True, slots=True)
class Told:
    """One event: its day, what is said of it in a document, and what the editor makes of it."""

    number: int
    day: date
    title: str
    summary: str
    tag: str
    document: str
    quote: str

    @property
    def id(self) -> str:
        """A name for its page."""
        return f"{self.day.isoformat()}-event-{self.number}"


def told(size: int, seed: int = 7) -> list[Told]:
    """So many events, in the order of time."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    days = sorted(chance.randrange(_DAYS) for _ in range(size))
    return [_told(number, _FIRST + timedelta(day), chance) for number, day in enumerate(days)]


def _told(number: int, day: date, chance: random.Random) -> Told:
    place, other, who = (_name(chance) for _ in range(3))
    did, what = chance.choice(_DID), chance.choice(_WHAT)
    body = chance.choice(_WHO)
    quote = f"On {day.day} {day:%B} {day.year} the {body} of {place} {did} the {what} at {other}."
    summary = (
        f"The *{what}* at {other} had been talked of for {chance.randrange(2, 40)} years; **{who}** paid for it. "
        f"See the [papers of {place}](https://example.org/{place.lower()}/{number})."
    )
    title = f"The {body} of {place} {did} the {what} at {other}"
    return Told(number, day, title, summary, chance.choice(_TAGS), f"{number // PASSAGES:05}.txt", quote)


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES.split()) for _ in range(3)).capitalize()


def documents(events: list[Told]) -> Iterator[tuple[str, str]]:
    """The documents by name, a passage to an event."""
    for start in range(0, len(events), PASSAGES):
        part = events[start : start + PASSAGES]
        passages = (f"{one.quote} It was much discussed at the time, and nobody was hurt." for one in part)
        yield part[0].document, f"Chronicle {start // PASSAGES + 1}\n\n" + "\n\n".join(passages) + "\n"


def entry(one: Told) -> str:
    """An event as it stands in `events.yaml`."""
    return (
        f"  - id: {one.id}\n    date: {one.day.isoformat()}\n    title: {one.title}\n    summary: >-\n"
        f"      {one.summary}\n    tags: [{one.tag}]\n    cites:\n"
        f'      - {{source: {one.document}, quote: "{one.quote}"}}\n'
    )


def project(folder: Path, size: int, title: str = "Chronicles") -> list[Told]:
    """Write a project of so many events into a folder."""
    events = told(size)
    (folder / "seeds").mkdir(parents=True)
    for name, text in documents(events):
        (folder / "seeds" / name).write_text(text, "utf-8")
    entries = "".join(map(entry, events))
    (folder / "events.yaml").write_text(f"site:\n  title: {title}\nevents:\n{entries}", "utf-8")
    return events


def small(folder: Path, count: int) -> None:
    """Write a project of so many documents, a sentence each, in which one thing is told, and no `events.yaml`."""
    for one in told(count):
        place = folder / "seeds" / f"{one.number // 1000:03}" / f"{one.number:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{one.quote}\n", "utf-8")
