"""A site of many events, made from a seed: too many for one page, for one lane, and for one file."""

import random
from pathlib import Path

from timeline import gather, render
from timeline.model.edit import Settings
from timeline.model.event import Event, EventId, Kind, Origin
from timeline.place import project
from timeline.times import edtf
from timeline.times.when import Date

_WORDS = (  # noqa: SIM905  as a list it is forty lines
    "harbour council mayor treaty observatory telescope railway strike bridge flood archive minister court army "
    "fleet market school church bank factory union border signed opened closed burned founded elected refused "
    "launched crossed repaired bought visited north south east west old new great little first last royal public"
).split(" ")
NEEDLE = "Čapek’s Müllerstraße lantern is lit"

AGES = {
    "bang": ("Y-13799999999~", "The universe begins"),
    "ice": ("Y-12999", "The ice retreats from the valley"),
    "ides": ("-0043-03-15", "Caesar is stabbed"),
    "moon": ("1969-07-20", "Two men walk on the moon"),
    "clock": ("Y12026", "The clock in the mountain is wound"),
}


def ages() -> tuple[Event, ...]:
    """A few events, ages apart."""
    return tuple(
        Event(EventId(name), edtf.parse(date), title, Kind.EVENT, Origin.EDITED)
        for name, (date, title) in AGES.items()
    )


def events(number: int, seed: int = 1) -> tuple[Event, ...]:
    """So many events between 1800 and 2020, more of them the later; two thirds known to the day."""
    chance = random.Random(seed)  # noqa: S311  nothing is kept secret by it
    found = []
    for n in range(number):
        year = int(1800 + 220 * chance.random() ** 0.6)
        day = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        date = chance.choice((day, day, day, day, day[:7], f"{year}", f"{year}~", f"{day}/{year + 2}-06"))
        title = " ".join(chance.choices(_WORDS, k=chance.randint(4, 9))).capitalize()
        if n == number // 2:
            date, title = "1912-04-15", NEEDLE
        when = edtf.parse(date)
        tags = tuple(sorted({_WORDS[min(19, int(chance.expovariate(0.3)))] for _ in range(2)}))
        kind = Kind.PLAN if chance.random() < 0.05 else Kind.EVENT
        told = " ".join(chance.choices(_WORDS, k=25)).capitalize() + "."
        found.append(Event(EventId(f"e{n}"), when, title, kind, Origin.EDITED, told, tags))
    return tuple(sorted(found, key=lambda event: (_start(event), event.id)))


def write(found: tuple[Event, ...], folder: Path) -> None:
    """The site of these events, in a folder."""
    theme = gather.theme(project(folder / "nowhere"))
    for path, content in render.site(found, (), Settings(title="Many"), theme).files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _start(event: Event) -> int:
    first = event.when if isinstance(event.when, Date) else event.when.start
    assert isinstance(first, Date)
    return first.start
