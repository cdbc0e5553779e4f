"""News that looks back in asides, and lives full of words that point: "who left in 2008 and was cleared in March", "that year".

Each sentence is a frame with dates that a reader takes in one way only: `{…}` names a date of the story, the rest is filled
at random. A year of an aside is not the news' own; a word that points goes back to the date named with it.
"""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final

from benchmarks import story_forms as forms
from benchmarks.story_forms import MONTHS, SEASONS, Now, Said
from benchmarks.story_page import Block, Page, Teller
from timeline.times import when as w
from timeline.times.calendar import civil, day_number
from timeline.times.when import Date, Grain, When

Frames = Sequence[tuple[str, str]]  # what a frame is called, and its words
Dates = Mapping[str, Said]

WIRE: Final[Frames] = (
    ("second verb", "{person}, who left the {place} board in {year} over a loan and was cleared of theft {month past}, was not there. "),
    ("since month", "It was the sharpest fall since the flood in {month and year}. The {place} bank, which had cut its rate {day past}, was silent. "),
    ("since year", "The ferry, in the family since {year}, goes up for auction {day ahead}. "),
    ("that month", "A claim, made in a programme in {month and year}, was looked into by {surname}, who was cleared {that december}. "),
    ("takes over", "{place} takes over the rotating presidency of the league {month ahead}. "),
    ("told to", "The judge told the two sides to meet {weekday ahead}. "),
    ("expected", "The strike could delay the delivery of two ferries expected {month ahead}. "),
    ("goes on", "In {month and year} the firm bought a mill. {that summer} it was sold. "),
    ("year earlier", "The firm earned 3 million crowns in {year}, against 2 million {a year earlier}. "),
    ("likely", "{surname} thought a settlement likely before {month ahead bare}. "),
)  # fmt: skip
LIFE: Final[Frames] = (
    ("honours", "She was named in the birthday honours of {year}. {the same year} she moved to {place}. "),
    ("prize", "She won the {surname} Prize of {year} and was elected to the academy {two years later}. "),
    ("who had come", "In {year} the hall was begun by {surname}, who had come {three years earlier}. {that spring} it rained for weeks. "),
    ("compared", "In {year} she had 30 pupils, up 6 per cent on {before}. {the following year} she had 40. "),
    ("brackets", "In {year} she joined the firm of {surname} (founded in {before}). {the following year} it moved to {place}. "),
    ("following spring", "In {year} she sailed for {place}. {the next spring} she came home. "),
    ("games", "At the {bare year} {place} Games, held in {place} in July, she came third. She was named in the team {day month}. "),
)  # fmt: skip


def wire(random: Random, asides: float) -> Page:
    """An agency's report with background in its clauses."""
    del asides  # its sentences are asides themselves
    day = day_number(random.randint(1996, 2024), random.randint(1, 12), random.randint(1, 28))
    page = Page("wire", Date(day, Grain.DAY))
    teller = Teller(page, random, 0)
    year, month, of_month = civil(day)
    for index, (name, words) in enumerate(random.sample(WIRE, 5)):
        with page.paragraph() as block:
            if index == 0:
                block.write(f"{teller.names.place().upper()}, {MONTHS[month - 1]} {of_month} (Wire) - ")
                teller.one(block, forms.news(random, day), year)
            page.aside = name
            _write(block, words, _of_news(random, day), teller)
    return page


def life(random: Random, asides: float) -> Page:
    """A life whose dates point back to one another."""
    del asides
    page = Page("pointing", random.choice((None, w.day(2024, 5, 9))))
    teller = Teller(page, random, 0)
    year = random.randint(1880, 1960)
    for name, words in random.sample(LIFE, 4):
        with page.paragraph() as block:
            page.aside = name
            _write(block, words, _of_life(random, year), teller)
        year += random.randint(4, 8)
    return page


def _write(block: Block, words: str, dates: Dates, teller: Teller) -> None:
    """A frame, with its dates and names filled in."""
    fillers: dict[str, Callable[[], str]] = {
        "place": teller.names.place,
        "surname": teller.names.surname,
        "person": teller.names.person,
    }
    for index, piece in enumerate(words.replace("}", "{").split("{")):
        if index % 2 == 0:
            block.write(piece)
        elif piece in fillers:
            block.write(fillers[piece]())
        else:
            block.date(dates[piece], capital=block.page.text.endswith(". "))


def _said(form: str, words: str, when: When, lead: str = "") -> Said:
    return Said(form, lead, words, when, Now(1))


def _of_news(random: Random, day: int) -> Dates:
    year = civil(day)[0]
    back = year - random.randint(3, 12)
    month = random.randint(1, 4)
    season, name = random.choice(((2, SEASONS[2]), (3, SEASONS[3])))
    ahead = forms.month_ahead(random, day)
    return {
        "year": _said("year of an aside", str(back), w.year(back)),
        "a year earlier": _said("a year earlier", "a year earlier", w.year(back - 1)),
        "month and year": _said("month and year of an aside", f"{MONTHS[month - 1]} {back}", w.month(back, month)),
        "month past": forms.month_past(random, day),
        "month ahead": ahead,
        "month ahead bare": _said("month ahead", ahead.words, ahead.when),
        "day past": forms.day_past(random, day),
        "day ahead": forms.day_ahead(random, day),
        "weekday ahead": forms.weekday_ahead(random, day),
        "that december": _said("that December", "that December", w.month(back, 12)),
        "that summer": _said("that summer", f"that {name}", w.season(back, season)),
    }  # fmt: skip


def _of_life(random: Random, year: int) -> Dates:
    before = year - random.randint(9, 40)
    month, of_month = random.randint(8, 11), random.randint(1, 28)
    return {
        "year": _said("year", str(year), w.year(year)),
        "bare year": _said("year of a name", str(year), w.year(year)),
        "before": _said("year of an aside", str(before), w.year(before)),
        "the same year": _said("the same year", "the same year", w.year(year)),
        "the following year": _said("the following year", "the following year", w.year(year + 1)),
        "two years later": _said("years later", "two years later", w.year(year + 2)),
        "three years earlier": _said("years earlier", "three years earlier", w.year(year - 3)),
        "that spring": _said("that spring", "that spring", w.season(year, 1)),
        "the next spring": _said("the following spring", "the following spring", w.season(year + 1, 1)),
        "day month": _said("day and month", f"{of_month} {MONTHS[month - 1]}", w.day(year, month, of_month), "on"),
    }  # fmt: skip
