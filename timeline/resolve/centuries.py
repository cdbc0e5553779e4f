"""Centuries: which one two figures of a year, "the sixties" or "the turn of the century" are of."""

from dataclasses import replace

from timeline.resolve.context import Context, Meaning, Tense, of
from timeline.times import algebra
from timeline.times import when as w
from timeline.times.calendar import civil
from timeline.times.reading import Anchor, Block, Turning
from timeline.times.when import Date, Grain, Qualifier, When

_BACKWARD = 2  # how much farther two figures of a year seem that lies before the story
_SHORTENED = (
    1500  # years in two figures are a habit of print: no "'60s" is of the Middle Ages, or before Christ
)


def century(short: int, context: Context) -> int:
    """Two digits of a year: the year nearest to the narrative, or not more than twenty years after the document."""
    around = context.focus.year if context.lean is Anchor.NARRATIVE and context.focus is not None else None
    if around is not None and around >= _SHORTENED:
        return min(
            (around // 100 * 100 + short + shift for shift in (-100, 0, 100)),
            key=lambda year: year - around if year >= around else _BACKWARD * (around - year),
        )
    if context.speech is None:
        return 1900 + short
    latest = civil(context.speech)[0] + 20
    return latest - (latest - short) % 100


def block(reading: Block, context: Context) -> Meaning:
    """A decade, century or millennium; of "the sixties" the century is assumed, and it is not one yet to come."""
    if not reading.short:
        return of_block(algebra.block(reading.start, reading.grain), reading.grain)
    size = w.YEARS_IN[reading.grain]
    start = century(reading.start, context) // size * size
    if (
        context.speech is not None
        and start + size // 2 > civil(context.speech)[0]
        and context.tense is not Tense.FUTURE
    ):
        start -= 100  # "the twenties", said in their first years, are the last ones
    return replace(of_block(algebra.block(start, reading.grain), reading.grain), assumed=("century",))


def turning(reading: Turning, context: Context) -> Meaning:
    """About the first year of a century: the one said, or nearest to the story, or to the day of writing."""
    year = reading.year
    if year is None:
        spoken = civil(context.speech)[0] if context.speech is not None else None
        around = context.focus.year if context.focus is not None else spoken
        if around is None:
            return Meaning(None, "XX")
        year = (around + _HALF) // 100 * 100
    return of(w.qualified(w.year(year), Qualifier.APPROXIMATE), assumed=() if reading.year else ("century",))


_HALF = 50  # years


def of_block(when: When, grain: Grain) -> Meaning:
    """Decades and centuries before Christ are no unit of ours, but have a TIMEX3 value: BC048, BC04."""
    if isinstance(when, Date) or not isinstance(when.start, Date):
        return of(when)
    size = w.YEARS_IN[grain]
    middle = when.start.year + size // 2
    return of(when, value=f"BC{(1 - middle) // size:0{5 - len(str(size))}d}" if middle <= 0 else "")
