"""Genres of text, each with its own anchor: what a reader takes its dates from."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from benchmarks import story_forms as forms
from benchmarks.story_forms import MONTHS, Now, Said
from benchmarks.story_news import life, wire
from benchmarks.story_page import Page, Teller
from timeline.model.document import Role
from timeline.times import when as w
from timeline.times.calendar import civil, day_number
from timeline.times.when import Date, Grain, When


def _heading(page: Page, words: str, level: int = 2) -> None:
    with page.paragraph(Role.HEADING, level) as block:
        block.write(words)


def _written(random: Random, year: int) -> When | None:
    """When a history was written: unknown, or long after."""
    return random.choice(
        (None, w.day(random.randint(year + 60, year + 90) if year < 1900 else 2024, random.randint(1, 12), 9))
    )


def history(random: Random, asides: float) -> Page:
    """Sections with names; each begins with a date that says its year."""
    year = random.randint(1780, 1960)
    page = Page("history", _written(random, year))
    teller = Teller(page, random, asides)
    now = Now(year)
    _heading(page, f"The {teller.names.place()} affair", 1)
    for name in random.sample(("Background", "Opening moves", "The crisis", "Aftermath", "Growth"), 3):
        _heading(page, name)
        for _ in range(2):
            with page.paragraph() as block:
                page.aside = "none"
                said = random.choice(forms.LEAPS)(random, now)
                teller.one(block, said, said.now.year)
                now = teller.run(block, said.now, random.randint(2, 4), forms.STEPS)
    return page


def biography(random: Random, asides: float) -> Page:
    """A box, birth and death in brackets, the death told first, then the life."""
    born = random.randint(1780, 1940)
    died = born + random.randint(50, 75)
    page = Page("biography", random.choice((None, w.day(2019, 3, 9))))
    teller = Teller(page, random, asides)
    name = teller.names.person()
    _heading(page, name, 1)
    dates = [f"{random.randint(1, 28)} {random.choice(MONTHS)} {year}" for year in (born, died)]
    if random.random() < 0.5:
        for label, date in zip(("Born", "Died"), dates, strict=True):
            with page.paragraph(Role.ITEM) as block:
                block.write(f"{label}: {date}, {teller.names.place()}")
    with page.paragraph() as block:
        block.write(f"{name} ({dates[0]} – {dates[1]}) was a surveyor and engineer. ")
        if random.random() < 0.5:
            block.write(f"She died in {died} and is buried in {teller.names.place()}. ")
    now = Now(born + random.randint(16, 24))
    page.aside = "brackets of a life"
    for title in ("Early life", "Career"):
        _heading(page, title)
        for _ in range(2):
            with page.paragraph() as block:
                said = random.choice(forms.LEAPS)(random, now)
                teller.one(block, said, said.now.year, name.split()[-1])
                now = teller.run(block, said.now, random.randint(2, 3), forms.STEPS, name)
    return page


def chronicle(random: Random, asides: float) -> Page:
    """Years as headings, with prose below."""
    year = random.randint(1800, 2000)
    page = Page("chronicle", _written(random, year))
    teller = Teller(page, random, asides)
    _heading(page, f"A chronicle of {teller.names.place()}", 1)
    for _ in range(3):
        _heading(page, str(year))
        page.aside = "none"
        with page.paragraph() as block:
            teller.run(block, Now(year), random.randint(2, 4), (*forms.WITHIN_YEAR, forms.next_day))
        year += random.randint(1, 6)
    return page


def listed(random: Random, asides: float) -> Page:
    """A company's years as a list, with months inside its items."""
    year = random.randint(1850, 2005)
    page = Page("list under years", _written(random, year))
    teller = Teller(page, random, asides)
    _heading(page, f"{teller.names.surname()} & Sons: milestones", 1)
    mark = random.choice((": ", " – "))
    for _ in range(5):
        page.aside = "none"
        with page.paragraph(Role.ITEM) as block:
            block.write("- ")
            block.date(Said("year at the head", "", str(year), w.year(year), Now(year)))
            block.write(mark)
            teller.run(
                block,
                Now(year),
                random.randint(1, 3),
                (forms.month, forms.day_month, forms.part_of_month, forms.season),
            )
        year += random.randint(1, 8)
    return page


def court(random: Random, asides: float) -> Page:
    """A case told on a later day, all in the past, without a heading."""
    year = random.randint(1970, 1985)
    page = Page("court case", w.day(2024, random.randint(1, 12), 12))
    teller = Teller(page, random, asides)
    now = Now(year)
    for _ in range(3):
        with page.paragraph() as block:
            page.aside = "none"
            said = random.choice((forms.full, forms.month_year))(random, now)
            teller.one(block, said, said.now.year)
            now = teller.run(block, said.now, random.randint(2, 3), forms.STEPS)
    return page


def report(random: Random, asides: float) -> Page:
    """An agency's report, with its dateline."""
    day = day_number(random.randint(1995, 2024), random.randint(1, 12), random.randint(1, 28))
    year, month, of_month = civil(day)
    page = Page("report", Date(day, Grain.DAY))
    teller = Teller(page, random, asides)
    first = True
    for _ in range(3):
        with page.paragraph() as block:
            if first:
                block.write(f"{teller.names.place().upper()}, {MONTHS[month - 1]} {of_month} (Wire) - ")
                first = False
            for _ in range(random.randint(2, 3)):
                teller.one(block, forms.news(random, day), year)
    return page


def statement(random: Random, asides: float) -> Page:
    """An office's own words, dated at their head."""
    day = day_number(random.randint(1995, 2024), random.randint(1, 12), random.randint(1, 28))
    year, month, of_month = civil(day)
    page = Page("statement", Date(day, Grain.DAY))
    teller = Teller(page, random, asides)
    _heading(page, f"Statement of the {teller.names.place()} board, {of_month} {MONTHS[month - 1]} {year}", 1)
    for _ in range(3):
        with page.paragraph() as block:
            for _ in range(random.randint(1, 3)):
                teller.one(block, forms.news(random, day), year)
    return page


def minutes(random: Random, asides: float) -> Page:
    """Minutes of a meeting, with what was reported and what is to be done."""
    day = day_number(random.randint(1995, 2024), random.randint(1, 12), random.randint(1, 28))
    year, month, of_month = civil(day)
    page = Page("minutes", random.choice((None, Date(day, Grain.DAY))))
    teller = Teller(page, random, asides)
    _heading(page, f"Minutes of the meeting of {of_month} {MONTHS[month - 1]} {year}", 1)
    for index, topic in enumerate(
        random.sample(("Roof", "Accounts", "Car park", "Lettings", "Playground", "Insurance"), 4)
    ):
        _heading(page, f"{index + 1}. {topic}", 2)
        with page.paragraph() as block:
            for _ in range(random.randint(1, 2)):
                said = random.choice(
                    (
                        forms.month_past,
                        forms.month_ahead,
                        forms.day_past,
                        forms.day_ahead,
                        forms.ahead_from_month,
                    )
                )(random, day)
                teller.one(block, said, year)
    return page


def feature(random: Random, asides: float) -> Page:
    """A report that goes into the past and comes back to its day."""
    day = day_number(random.randint(1995, 2024), random.randint(1, 12), random.randint(1, 28))
    year = civil(day)[0]
    page = Page("feature", Date(day, Grain.DAY))
    teller = Teller(page, random, asides)
    for _ in range(3):
        with page.paragraph() as block:
            page.aside = "none"
            teller.one(block, forms.news(random, day), year)
        with page.paragraph() as block:
            said = random.choice((forms.full, forms.month_year))(random, Now(year - random.randint(7, 30)))
            teller.one(block, said, said.now.year)
            teller.run(
                block,
                said.now,
                random.randint(1, 3),
                (
                    *forms.WITHIN_YEAR,
                    forms.same_year,
                    forms.month_same_year,
                    forms.next_year,
                    forms.month_next_year,
                    forms.following_season,
                ),
            )
            page.aside = "a look back"
        with page.paragraph() as block:
            teller.one(block, forms.news(random, day), year)
    return page


def diary(random: Random, asides: float) -> Page:
    """Entries under their days."""
    day = day_number(random.randint(1830, 1960), random.randint(1, 11), random.randint(1, 28))
    page = Page("diary", None)
    teller = Teller(page, random, asides)
    _heading(page, f"Diary of {teller.names.person()}, {civil(day)[0]}", 1)
    for _ in range(5):
        year, month, of_month = civil(day)
        with page.paragraph() as block:
            block.write(f"{of_month} {MONTHS[month - 1]} {year}. ")
            page.aside = "none"
            for _ in range(random.randint(1, 2)):
                said = random.choice(
                    (
                        forms.yesterday,
                        forms.tomorrow,
                        forms.weekday_past,
                        forms.weekday_ahead,
                        forms.days_ago,
                        forms.last_weekday,
                        forms.month_ahead,
                        forms.day_ahead,
                    )
                )(random, day)
                teller.one(block, said, year)
        day += random.randint(1, 6)
    return page


GENRES: Final[Sequence[Callable[[Random, float], Page]]] = (
    history, biography, chronicle, listed, court, report, statement, minutes, feature, diary, wire, life,
)  # fmt: skip
