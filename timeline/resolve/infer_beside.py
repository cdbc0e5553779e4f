"""Constraints from two expressions side by side that name one time: "last year (2019)", "today, 4 May", "born in 1950, now 74"."""

import re
from collections.abc import Iterator

from timeline.resolve.infer_constraint import Constraint, Strength
from timeline.resolve.infer_evidence import Evidence, Telling
from timeline.resolve.stated import in_year
from timeline.times import algebra
from timeline.times.reading import Anchor, Shifted, Stated
from timeline.times.when import Date, Extent, Grain
from timeline.times.words import words

_HALF_YEAR = 183  # days by which "five years ago" may be off


def side_by_side(evidence: Evidence) -> Iterator[Constraint]:
    """What counts from the day of writing is said again with its date: "last year (2019)" was written in 2020.

    "Today, Tuesday 4 May 2021", "next year, in 2028", "five years ago, in May 2015" (about May 2020). A bracket, a comma or
    a dash stands between, and perhaps a preposition. Not "last year and 2019", nor "last year, 2 million came".
    """
    for one, other in zip(evidence.tellings, evidence.tellings[1:], strict=False):
        for said, named in ((one, other), (other, one)):
            if not _counts(said) or not _are_one(evidence, one, other):
                continue
            wrote = _wrote(said, named)
            if wrote is not None:
                yield Constraint(Strength.SAID, f"{said.said} and {named.said} name one time", (wrote,))
            elif (day := _day_without_year(said, named)) is not None:

                def allowed(year: int, day: Stated = day, said: Telling = said) -> Extent | None:
                    date = in_year(day, year)
                    if date is None or not _is_weekday(day, date):
                        return None
                    assert isinstance(said.reading, Shifted)  # noqa: S101  it counts days
                    return Extent(date.start - said.reading.by, date.end - said.reading.by)

                yield Constraint(Strength.SAID, f"{said.said} and {named.said} name one day", yearly=allowed)


def aged(evidence: Evidence) -> Iterator[Constraint]:
    """Somebody's age now, and the year of birth, in one sentence: born in 1950 and "now 74" was written in 2024 or 2025.

    Not "aged 74" alone: that may be said of any day, as of a death.
    """
    for telling in evidence.tellings:
        date = telling.date
        if date is None or date.grain > Grain.YEAR:
            continue
        before = evidence.before(telling, 40)
        if not re.search(rf"\b(?:{_either(evidence.cue('born'))})\b[^.;]{{0,30}}$", before):
            continue
        sentence = evidence.text[telling.expression.span.end : telling.sentence.end]
        age = re.match(
            rf"[^.]{{0,60}}?\b(?:{_either(evidence.cue('age_now'))})\s(\d{{1,2}})\b(?!\s?[%\w])", sentence
        )
        if age is not None:
            years = int(age[1])
            first = algebra.moved(date.start, Grain.YEAR, years)
            last = algebra.moved(date.end, Grain.YEAR, years + 1)
            because = f"who was born {'on' if date.grain is Grain.DAY else 'in'} {words(date)} is {years} now"
            yield Constraint(Strength.SAID, because, (Extent(first, last),))


def _either(cues: tuple[str, ...]) -> str:
    return "|".join(re.escape(cue.replace("_", " ")) for cue in cues) or "(?!)"


def _counts(telling: Telling) -> bool:
    reading = telling.reading
    return (
        isinstance(reading, Shifted)
        and reading.anchor is Anchor.SPEECH
        and not (reading.weekend or reading.working or reading.more)
        and reading.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR)
    )


def _are_one(evidence: Evidence, one: Telling, other: Telling) -> bool:
    """Whether one stands in apposition to the other: nothing is between them but a mark and a preposition, and a mark follows."""
    first, second = one.expression.span, other.expression.span
    prepositions = _either(evidence.cue("before_year"))
    between = evidence.text[first.end : second.start]
    if not re.fullmatch(rf"(?:,\s|\s?\(|\s[–—-]\s)(?:(?:{prepositions})\s)?", between.lower()):
        return False
    return re.match(r"\s?[,;:.)–—]|\s[–-]\s|\s*$", evidence.text[second.end : second.end + 3]) is not None


def _wrote(said: Telling, named: Telling) -> Extent | None:
    """The days of writing, where the date that is named says its year and is as coarse as what counts."""
    reading, date = said.reading, named.date
    if (
        date is None
        or not isinstance(reading, Shifted)
        or date.grain not in (Grain.DAY, Grain.MONTH, Grain.YEAR)
    ):
        return None
    if reading.bare and reading.grain is not Grain.DAY:
        return (
            _moved(date, -reading.by, _HALF_YEAR) if reading.grain is Grain.YEAR and reading.by < 0 else None
        )
    if date.grain > reading.grain:
        return None
    unit = algebra.shifted(date, reading.grain, -reading.by)
    return Extent(unit.start, unit.end)


def _moved(date: Date, years: int, give: int) -> Extent:
    first = algebra.moved(date.start, Grain.YEAR, years)
    last = algebra.moved(date.end, Grain.YEAR, years)
    return Extent(first - give, last + give)


def _day_without_year(said: Telling, named: Telling) -> Stated | None:
    """A day and month of no year, where what counts is a day: "today, Tuesday 4 May"."""
    reading = named.reading
    counts_days = isinstance(said.reading, Shifted) and said.reading.grain is Grain.DAY
    whole = isinstance(reading, Stated) and reading.year is None and bool(reading.month) and bool(reading.day)
    return reading if counts_days and whole and isinstance(reading, Stated) else None


def _is_weekday(day: Stated, date: Date) -> bool:
    return day.weekday is None or algebra.next_weekday(date.start, day.weekday) == date.start
