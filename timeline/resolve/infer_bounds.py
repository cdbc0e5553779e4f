"""Constraints from one date at a time: what was told of had happened, what was foretold had not.

Each function is one argument; its docstring is the definition, with an example that holds and one that does not.
"""

from collections.abc import Iterator

from timeline.resolve.context import Tense
from timeline.resolve.evaluate import in_year
from timeline.resolve.infer_constraint import Constraint, Strength
from timeline.resolve.infer_evidence import Evidence, Telling
from timeline.times import when as w
from timeline.times.calendar import weekday
from timeline.times.reading import Anchor, Inside, Nearest, Shifted, Stated
from timeline.times.when import Date, Extent, Grain
from timeline.times.words import words

_LATELY = 274  # days, nine months: how far back, or ahead, a day is named without its year


def told_as_past(evidence: Evidence) -> Iterator[Constraint]:
    """Nothing is told as having happened before it could have: written no earlier than the date's first day.

    "The congress was held in October 2024" was written in October 2024 or later.
    Not "was to be finished by 2030", nor "will have been signed in 2026": these look ahead.
    """
    for telling in sorted(evidence.tellings, key=lambda one: -one.date.start if one.date else 0):
        if telling.date is not None and told_past(evidence, telling):
            date = telling.date
            if date.grain is Grain.SEASON:  # the winter of 2022 may be its January
                date = w.year(date.year)
            because = f"{telling.said} is told as past, so the text is of {words(date)} or later"
            yield Constraint(Strength.SAID, because, (Extent(date.start, None),))


def told_as_future(evidence: Evidence) -> Iterator[Constraint]:
    """What lies ahead is not over: written no later than the date's last day.

    "Talks will be held in 2025" was written in 2025 or earlier.
    Not "would be held in 2025" or "was to be held": that looks ahead from some day in a story. Nor, in a chronicle,
    "1921 – The model goes on sale; it will be made until 1974" where another entry is of 1979: that looks ahead from 1921.
    """
    entries = evidence.entries()
    latest = max((date.start for date in entries.values()), default=None)
    for telling in evidence.tellings:
        if telling.date is not None and told_future(evidence, telling):
            entry = entries.get(telling.paragraph)
            narrated = entry is not None and entry.start < telling.date.start
            if narrated and latest is not None and latest >= telling.date.end:
                continue
            because = (
                f"{telling.said} is told as still to come, so the text is of {words(telling.date)} or earlier"
            )
            yield Constraint(Strength.FORETOLD, because, (Extent(None, telling.date.end),))


def compared_years(evidence: Evidence) -> Iterator[Constraint]:
    """The figure of a year is compared with that of another when the year is over, and is the newest for a year and a half.

    "Exports rose to 40 million in 2024, compared with the previous year" was written from January 2025 to June 2026.
    Not "40 million in 2024", which may be a figure so far; nor if the text tells of a later year.
    """
    newest = max(
        (one.date.year for one in evidence.tellings if one.date and told_past(evidence, one)), default=None
    )
    for telling, after in zip(evidence.tellings, evidence.tellings[1:], strict=False):
        date = telling.date
        if (
            date is None
            or date.grain is not Grain.YEAR
            or date.year != newest
            or not told_past(evidence, telling)
        ):
            continue
        if after.sentence_number - telling.sentence_number > 1 or after.paragraph != telling.paragraph:
            continue
        if _is_year_before(after, date) and evidence.measures(telling) and is_base(evidence, after):
            because = (
                f"the figure of {telling.said} is compared with that of {after.said}, so the year was over, "
                "and it is the newest figure, so the text is not much later"
            )
            until = w.month(date.year + 2, 6).end
            yield Constraint(Strength.CUSTOM, because, (Extent(date.end, until),))


def said_of_this_year(evidence: Evidence) -> Iterator[Constraint]:
    """A past day "of this year" lies between the year's start and the writing; one ahead, between that and its end.

    "On 16 February of this year she received him" was written from 16 February to 31 December of its year.
    Not "on 16 February last year", which binds no day of the year.
    """
    for telling in evidence.tellings:
        part = _part_of_this_year(telling)
        if part is None or telling.tense is Tense.UNKNOWN or not evidence.tells_tense:
            continue
        past = telling.tense is Tense.PAST

        def allowed(year: int, part: Stated = part, *, past: bool = past) -> Extent | None:
            date = in_year(part, year)
            if date is None:
                return None
            whole = w.year(year)
            return Extent(date.start, whole.end) if past else Extent(whole.start, date.end)

        side = (
            "past, so the text is of that day or later in the same year"
            if past
            else ("still to come, so the text is of that day or earlier in the same year")
        )
        yield Constraint(Strength.SAID, f"{telling.said} is told as {side}", yearly=allowed)


def days_without_year(evidence: Evidence) -> Iterator[Constraint]:
    """A day named without its year is a near one, and not of the week that is running: that has "Tuesday", "yesterday".

    "On 7 May the team visited" was written from the Monday after a 7 May to nine months later; "on 7 May it will
    open", in the nine months before. A weekday said with it leaves only the years in which it fits.
    Only in a text that speaks from its own day ("last week"); not in a history, whose days have the year of the story.
    """
    if not evidence.tells_tense or not any(speaks_from_its_day(telling) for telling in evidence.tellings):
        return
    for telling in evidence.tellings:
        reading = telling.reading
        if (
            not isinstance(reading, Stated)
            or reading.year is not None
            or reading.day is None
            or reading.month is None
        ):
            continue
        if telling.tense is Tense.UNKNOWN or (telling.tense is Tense.PAST and evidence.foretells(telling)):
            continue
        if telling.tense is Tense.FUTURE and evidence.foretold(telling):
            continue  # "would take effect on 1 January" looks ahead from some day of the past

        def allowed(year: int, reading: Stated = reading, tense: Tense = telling.tense) -> Extent | None:
            date = in_year(reading, year)
            if date is None or (reading.weekday is not None and weekday(date.start) != reading.weekday):
                return None
            if tense is Tense.FUTURE:
                return Extent(date.start - _LATELY, date.end)
            if reading.weekday is not None:
                return Extent(date.start, date.start + _LATELY)
            return Extent(w.unit(date.start, Grain.WEEK).end, date.start + _LATELY)

        side = "is still to come" if telling.tense is Tense.FUTURE else "is past"
        because = f"{telling.said} {side} and needs no year, so it is taken to be near, but not of the week of writing"
        yield Constraint(Strength.CUSTOM, because, yearly=allowed)


def named_by_weekday(evidence: Evidence) -> Iterator[Constraint]:
    """News names the day it is full of by its weekday, and once by its date: written on that day or the next.

    "Two hundred workers blocked the gate on Tuesday. … The union said so on 23 November 2021", which was a Tuesday.
    Only at the head of a text, where that weekday is the first it names, as past; not where both stand side by side.
    """
    lead = [one for one in evidence.tellings if one.expression.span.start < _LEAD]
    first = next((one for one in lead if _bare_weekday(one) is not None), None)
    if first is None or first.tense is not Tense.PAST or not evidence.tells_tense:
        return
    for telling in lead:
        date = telling.date
        if date is None or date.grain is not Grain.DAY or not told_past(evidence, telling):
            continue
        if weekday(date.start) == _bare_weekday(first) and telling.sentence_number != first.sentence_number:
            because = f"{first.said} and {telling.said} are one day, which the text is full of, so it is of that day or the next"
            yield Constraint(Strength.CUSTOM, because, (Extent(date.start, date.end + 1),))
            return


_LEAD = 700  # characters of a report's first paragraphs


def _bare_weekday(telling: Telling) -> int | None:
    """The weekday of an expression that says nothing else, 0 for Monday."""
    reading = telling.reading
    if (
        not isinstance(reading, Stated)
        or reading.day is not None
        or reading.month is not None
        or reading.year is not None
    ):
        return None
    return reading.weekday


def told_past(evidence: Evidence, telling: Telling) -> bool:
    """Whether a date is surely told as past: past tense, no deadline, nothing near that looks ahead."""
    return (
        telling.tense is Tense.PAST
        and evidence.tells_tense
        and _tells_when(evidence, telling)
        and evidence.last_word_before(telling) not in evidence.cue("deadlines")
        and not evidence.foretells(telling)
        and not evidence.is_possible(telling)
    )


def told_future(evidence: Evidence, telling: Telling) -> bool:
    """Whether a date is surely told as ahead of the writing: the verb before it says so, and in the present."""
    return telling.tense is Tense.FUTURE and _tells_when(evidence, telling) and evidence.looks_ahead(telling)


def _tells_when(evidence: Evidence, telling: Telling) -> bool:
    """Whether a date says when something was, as "in 1990" does and "his 1990 forecast" does not."""
    prepositions = evidence.cue("before_year")
    fine = telling.date is not None and telling.date.grain < Grain.YEAR
    return fine or not prepositions or evidence.last_word_before(telling) in prepositions


def speaks_from_its_day(telling: Telling) -> bool:
    """Whether an expression counts from the day of writing: last week, yesterday, last May."""
    reading = telling.reading.within if isinstance(telling.reading, Inside) else telling.reading
    return isinstance(reading, (Shifted, Nearest)) and reading.anchor is Anchor.SPEECH


def is_base(evidence: Evidence, telling: Telling) -> bool:
    """Whether a year is what another is compared with: "compared to 2019", "from 2019"."""
    said = set(evidence.before(telling, 40).split()[-4:])
    return bool(said & set(evidence.cue("compared")))


def _is_year_before(telling: Telling, date: Date) -> bool:
    reading = telling.reading
    if isinstance(reading, Shifted):
        return (reading.grain, reading.by, reading.anchor) == (Grain.YEAR, -1, Anchor.NARRATIVE)
    return telling.date is not None and telling.date.grain is Grain.YEAR and telling.date.year < date.year


def _part_of_this_year(telling: Telling) -> Stated | None:
    reading = telling.reading
    if isinstance(reading, Inside) and reading.within == Shifted(Grain.YEAR, 0, Anchor.SPEECH):
        return reading.part
    return None
