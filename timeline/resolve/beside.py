"""What an expression owes to those beside it: the first end of its range, the year said right after it, or soon."""

import re
from bisect import bisect_right
from dataclasses import replace

from timeline.model.expression import Expression
from timeline.resolve import passing
from timeline.resolve.context import Context, Meaning, Tense
from timeline.resolve.ends import adjacent, follows, listed
from timeline.resolve.evaluate import evaluated
from timeline.resolve.focus import NEAR
from timeline.resolve.stated import only_weekday
from timeline.resolve.tense import was_to_come
from timeline.resolve.text import Text
from timeline.times.reading import Clock, Inside, Reported, Shifted, Stated
from timeline.times.when import Date, Grain, year


def year_beside(expression: Expression, context: Context, text: Text) -> int | None:
    """The year that is said in relation right after a date: "5 maggio di quest'anno"."""
    at = bisect_right(text.expressions, expression.span.start, key=lambda one: one.span.start)
    following = text.expressions[at] if at < len(text.expressions) else None
    if following is None or not isinstance(following.reading, Shifted) or following.reading.bare:
        return None
    between = text.text[expression.span.end : following.span.start]
    if following.reading.grain is not Grain.YEAR or not _BESIDE.fullmatch(between):
        return None
    found = evaluated(following.reading, context).when
    return found.year if isinstance(found, Date) else None


def same_year(last: tuple[Expression, Meaning] | None, expression: Expression) -> Date | None:
    """The year that two months share: of "in April and June of the following year" both are counted from what was told before."""
    if last is None or not isinstance(last[0].reading, Inside) or not isinstance(expression.reading, Inside):
        return None
    if not (isinstance(last[0].reading.within, Shifted) and last[0].reading.within.grain is Grain.YEAR):
        return None  # "from 4 to 22 this month", "Thursday or Friday this week"
    within, near = expression.reading.within, expression.span.start - last[0].span.end <= _JOINED
    years = isinstance(within, Shifted) and within.grain is Grain.YEAR and within == last[0].reading.within
    when = last[1].when if near and years else None
    return year(when.year) if isinstance(when, Date) else None


_JOINED = 8  # characters of an "and" between two months
_BESIDE = re.compile(r"\s(?:[^\W\d_]{1,3}\s)?")


def scene(text: Text, index: int) -> Date | None:
    """The year in which a story begins that names it a little late: "At dawn on 6 June … the next day, 7 June 1944"."""
    opening = text.expressions[index]
    said = opening.reading.day if isinstance(opening.reading, Clock) else opening.reading
    if not isinstance(said, Stated) or said.year is not None or said.month is None:
        return None
    for expression in text.expressions[index + 1 :]:
        reading = expression.reading
        between = text.text[opening.span.end : expression.span.start]
        if len(between) > _SCENE or "\n\n" in between:
            return None
        if isinstance(reading, Stated) and reading.year is not None:
            return year(reading.year) if reading.month and not reading.short else None
    return None


def bound(text: Text, index: int) -> int | None:
    """The year of the next date in the paragraph that says its month and year."""
    at = text.expressions[index].span.end
    for expression in text.expressions[index + 1 : index + 1 + _AHEAD]:
        reading, start = expression.reading, expression.span.start
        if start - at > _SCENE or "\n" in text.text[at:start]:
            return None
        if isinstance(reading, Stated) and reading.year is not None and reading.month is not None:
            named = reading.short or passing.names_a_thing(expression, text.text, text.language)
            return None if named else reading.year
    return None


_AHEAD = 4  # expressions among which the next full date is looked for
_SCENE = 300  # characters in which a story that begins with a day says its year


def end_of_period(text: Text, index: int, context: Context) -> int | None:
    """The last day of an account's period, where it is said after it: "the quarter ended 31 July"."""
    reading = text.expressions[index].reading
    if not (isinstance(reading, Reported) and reading.months) and not (
        isinstance(reading, Stated) and (reading.quarter or reading.half) and reading.year is None
    ):
        return None
    after = text.expressions[index + 1] if index + 1 < len(text.expressions) else None
    if after is None or after.span.start - text.expressions[index].span.end > _ENDED:
        return None
    between = text.text[text.expressions[index].span.end : after.span.start].split()
    if between[-1:] == ["on"]:
        between = between[:-1]
    if "_".join(between) not in text.language.any_of("period_ends"):
        return None
    found = evaluated(after.reading, replace(context, tense=text.tense(after), period=None)).when
    return found.end - 1 if isinstance(found, Date) and found.grain <= Grain.MONTH else None


_ENDED = 20  # characters between a period and its last day


def compared_month(
    before: tuple[Expression, Meaning] | None, expression: Expression, text: Text
) -> Date | None:
    """The month that a year earlier is compared with: "3 percent in March, against 2 percent a year earlier"."""
    reading = expression.reading
    if before is None or not (isinstance(reading, Shifted) and reading.bare and reading.grain is Grain.YEAR):
        return None
    month, between = before[1].when, text.text[before[0].span.end : expression.span.start]
    if (
        not isinstance(month, Date)
        or month.grain is not Grain.MONTH
        or len(between) > _COMPARED
        or ". " in between
    ):
        return None
    compared = text.language.any_of("compared")
    return month if any(word.strip(",").lower() in compared for word in between.split()) else None


_COMPARED = 60  # characters between a month and the year that it is compared with


def leap(
    last: tuple[Expression, Meaning] | None, expression: Expression, running: Date | None, text: Text
) -> Date | None:
    """The far-off date that a clause before says in full: of "it was to open in May 1990; on 3 June it burned" both are of 1990."""
    reading = expression.reading
    if last is None or running is None or not (isinstance(reading, Stated) and reading.month):
        return None
    before, when = last[0].reading, last[1].when
    if not isinstance(before, Stated) or before.year is None or before.month is None or before.short:
        return None
    between = text.text[last[0].span.end : expression.span.start]
    apart = ";" in between or not text.language.any_of("clauses").isdisjoint(between.lower().split())
    if not apart or len(between) > _SCENE or re.search(r"[.!?()]\s|\n", between):
        return None
    far = isinstance(when, Date) and abs(when.year - running.year) > NEAR
    named = passing.names_a_thing(last[0], text.text, text.language)
    return when if far and not named and isinstance(when, Date) else None


def decided_on(
    last: tuple[Expression, Meaning] | None, expression: Expression, text: Text, speech: int | None
) -> Date | None:
    """The date from which a text looks ahead in the past: "in October they met; the rules would take effect on 1 May"."""
    if last is None or speech is None:
        return None
    when = last[1].when if isinstance(last[1].when, Date) or last[1].when is None else last[1].when.end
    between = text.text[last[0].span.end : expression.span.start]
    if not isinstance(when, Date) or when.grain > Grain.YEAR or when.start > speech:
        return None
    if len(between) > _SCENE or "\n" in between:
        return None
    if not was_to_come(text.text, expression.span.start, text.language):
        return None
    # what is said in July to begin on 1 July is of the next year
    return Date(when.start + 1, Grain.DAY) if when.grain is Grain.MONTH else when


def range_start(
    last: tuple[Expression, Meaning] | None, expression: Expression, text: Text, speech: int | None
) -> Date | None:
    """The first end of a range whose second end this is: it comes after that, whatever the tense."""
    if last is None:
        return None
    before, meant = last
    if meant.when is None or not adjacent(before.span, expression.span):
        return None
    when = meant.when if isinstance(meant.when, Date) else meant.when.start
    if not isinstance(when, Date):
        return None
    # of "today and Wednesday", "Tuesday and Wednesday" to come, the second is after the first
    ahead = (
        speech is not None
        and when.start >= speech
        and only_weekday(expression.reading)
        and text.tense(expression) is not Tense.PAST
    )
    ends = (before.span, expression.span, text.text, text.language)
    return when if follows(*ends) or (ahead and listed(*ends)) else None
