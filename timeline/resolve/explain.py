"""Explain: how a date was worked out, in words that anybody reads: what was said, what that leans on, so when it was."""

from functools import lru_cache
from typing import NamedTuple

from timeline.model.document import Source, Written
from timeline.model.expression import Expression
from timeline.resolve.context import Context, Happened, Meaning, leant
from timeline.resolve.evaluate import leans
from timeline.resolve.infer import phrased
from timeline.resolve.wording import NAMES, counted, in_words, worded
from timeline.times import algebra, edtf
from timeline.times.reading import (
    Aged,
    Ahead,
    Anchor,
    Approximate,
    Block,
    Bounded,
    Clock,
    Ending,
    Hung,
    Inside,
    Lasting,
    Named,
    Nearest,
    Nth,
    Numeric,
    Part,
    Portion,
    Reading,
    Recurring,
    Reported,
    Shifted,
    Side,
    Spanning,
    Stated,
    Turning,
    Vague,
    inmost,
)
from timeline.times.when import Date, Grain, When
from timeline.times.words import words

_THIRDS = {Portion.START: "first", Portion.MID: "middle", Portion.END: "last"}
_KNOWN_BY = {
    Source.GIVEN: "as given",
    Source.DATELINE: "by the date it bears",
    Source.INFERRED: "worked out from its own words",
}


class Ground(NamedTuple):
    """What a reading was evaluated on: the running date of the story, the last date told; intervals where unsure."""

    context: Context
    written: Written
    story: When | None
    told: When | None


def steps(
    expression: Expression, meaning: Meaning, first: Context, last: Context, written: Written
) -> tuple[str, ...]:
    """How words came to their date, in short sentences, first step first; why there is none, if there is none.

    `"last month" is the month before the text was written`, `the text was written in January 2022 (worked out from
    its own words)`, `so December 2021`. Words that say a whole date take one step. `first` and `last` are what they were
    read against for the first and for the last day on which the text may have been written.
    """
    reading, said = expression.reading, f'"{" ".join(expression.text.split())}"'
    if meaning.when is None:
        return (f"{said} is of no one year" if first.generic else _undated(reading, said),)
    if isinstance(reading, Named):
        edge = {-1: "the first year of ", 0: "", 1: "the last year of "}[reading.edge]
        return (f"{said} is {edge}a period known by that name, {words(edtf.parse(reading.years))}",)
    if not leans(reading):
        return (said + _IN_FULL,)
    ground = _on_a_day(reading, _ground(first, last, written))
    reasons = _reasons(reading, ground, said)
    if len(reasons) == 1 and reasons[0].endswith(_IN_FULL):
        return reasons
    return (*reasons, f"so {worded(meaning.when, reading, ground.written)}")


def _ground(first: Context, last: Context, written: Written) -> Ground:
    if first.entry is not None:
        written = Written(first.entry, Source.DATELINE)
    if first is last:
        return Ground(first, written, first.focus, first.said or first.focus)
    story = _either(first.focus, last.focus)
    return Ground(first, written, story, _either(first.said or first.focus, last.said or last.focus))


def _on_a_day(reading: Reading, ground: Ground) -> Ground:
    """With the day last told of, where "the same day" is counted from that and not from a year said since."""
    shift, day = inmost(reading, Clock, Part), ground.context.day
    coarser = isinstance(ground.told, Date) and ground.told.grain > Grain.DAY
    counted_in_days = isinstance(shift, Shifted) and shift.grain is Grain.DAY
    return ground._replace(told=day) if coarser and counted_in_days and day is not None else ground


def _either(one: Date | None, other: Date | None) -> When | None:
    return one if one is None or other is None or one == other else algebra.hull(one, other)


_IN_FULL = " says it in full"


def _undated(reading: Reading, said: str) -> str:
    match reading:
        case Lasting() | Hung():
            return f"{said} says how long, not when"
        case Recurring():
            return f"{said} says how often, not when"
        case Vague():
            return f"{said} names no date"
        case _:
            return f"{said} leans on a date that is not known"


def _reasons(reading: Reading, ground: Ground, said: str, verb: str = "is") -> tuple[str, ...]:
    """What was said and what it leans on, without the date they lead to.

    `verb` is "lies in" where the words say a part of what this reading means.
    """
    match reading:
        case Stated() | Reported() if ground.context.ended is not None:
            return (f"{said} is the period that ends with {words(Date(ground.context.ended, Grain.DAY))}",)
        case Stated():
            return _stated(reading, ground, said)
        case Numeric():
            return _numeric(reading, ground, said)
        case Block():
            return (f"{said} does not say its century" if reading.short else f"{said}{_IN_FULL}",)
        case Shifted():
            return _shifted(reading, ground, f"{said} {verb}")
        case Nearest():
            side = {
                -1: "the last such time before",
                0: "the one of the year when",
                1: "the next such time after",
            }[max(-1, min(1, reading.by))]
            return _leaning(f"{said} {verb} {side}", reading.anchor, ground)
        case Nth() | Inside():
            return _inner(reading.within, ground, said) or (f"{said}{_IN_FULL}",)
        case Part():
            week = isinstance(reading.whole, Shifted) and reading.whole.grain is Grain.WEEK
            share = "half" if reading.half else "part" if week else "third"
            taken = (
                f"{said} is taken to be the {_THIRDS[reading.portion]} {share} of that time, by convention"
            )
            return (*_inner(reading.whole, ground, said), taken)
        case Bounded():
            side = "before" if reading.side is Side.BEFORE else "after"
            return (*_inner(reading.whole, ground, said), f"only what is {side} that day is meant")
        case Approximate():
            return (*_inner(reading.reading, ground, said), f"{said} is not exact")
        case Clock() if ground.context.evening:
            passed = f'midnight has passed since "{ground.context.evening}"'
            return (*_reasons(reading.day, ground, said, "comes after"), passed)
        case Clock():
            return _reasons(reading.day, ground, said, verb)
        case Spanning():
            edge = "ends with" if reading.by < 0 else "begins after"
            return _leaning(f"{said} {edge}", reading.anchor, ground, "the day on which the text was written")
        case Reported() if ground.context.period is not None:
            return (
                f"{said} is the period that is reported on",
                f"the text reports on {words(ground.context.period)}",
            )
        case Turning():
            return (f"{said} is the years about the first of a century, the one nearest to what is told",)
        case Ending() | Reported() | Ahead():
            return (f"{said} is counted from the day of writing", *_known(Anchor.SPEECH, ground))
        case Hung() if ground.context.happened is not None:
            return _hung(reading, ground.context.happened, said)
        case Aged() | Hung() | Lasting() | Named() | Recurring() | Vague():
            return (_undated(reading, said),)


def _hung(reading: Hung, happened: Happened, said: str) -> tuple[str, ...]:
    """What it is counted from, and the words that date that."""
    how = "is the time" if reading.away.by == 0 else "is counted from"
    when = f"{'on' if happened.when.grain is Grain.DAY else 'in'} {words(happened.when)}"
    first = f"{said} {how} {'of ' if reading.away.by == 0 else ''}what happened {when}"
    if not happened.named:
        return (first,)
    return (first, f'that is when "{happened.named}" was, told of in "{_short(happened.told)}"')


def _short(told: str) -> str:
    """Words quoted, cut where they are many."""
    return told if len(told) <= _QUOTED else f"{told[:_QUOTED].rsplit(' ', 1)[0]} …"


_QUOTED = 120


def _inner(reading: Reading, ground: Ground, said: str) -> tuple[str, ...]:
    """The reasons of a reading that stands inside another; nothing if its words say it all."""
    reasons = _reasons(reading, ground, said, "lies in")
    return () if reasons[0].endswith(_IN_FULL) else reasons


def _stated(reading: Stated, ground: Ground, said: str) -> tuple[str, ...]:
    if reading.year is not None:
        if not reading.short:
            return (f"{said}{_IN_FULL}",)
        return (f"{said} has two digits of its year, so the century is taken to be the likeliest",)
    missing = "month" if reading.day is not None and reading.month is None and not reading.holiday else "year"
    if reading.weekday is not None and reading.month is None and reading.day is None:
        missing = "week"
    narrative = ground.context.lean is Anchor.NARRATIVE and ground.story is not None
    anchor = Anchor.NARRATIVE if narrative else Anchor.SPEECH
    return (f"{said} has no {missing}", *_known(anchor, ground, story=ground.story))


def _numeric(reading: Numeric, ground: Ground, said: str) -> tuple[str, ...]:
    first, second = reading.first, reading.second
    order: tuple[str, ...] = ()
    if first != second and max(first, second) <= 12:
        name = "day" if ground.context.day_first else "month"
        why = "as in other dates of the text" if ground.context.ordered else "as is usual in its language"
        order = (f"{said} could be read two ways: the {name} is taken to come first, {why}",)
    parts = Stated(year=reading.year, month=1, day=1, short=reading.short)
    rest = _stated(parts, ground, said)
    return order or rest if reading.year is not None and not reading.short else (*order, *rest)


def _shifted(reading: Shifted, ground: Ground, head: str) -> tuple[str, ...]:
    unit = "weekend" if reading.weekend else "working day" if reading.working else NAMES[reading.grain]
    side = "before" if reading.by < 0 else "after"
    counts = (*reading.more, (reading.grain, reading.by))
    distance = (
        " and ".join(
            counted(abs(by), unit if grain is reading.grain else NAMES[grain]) for grain, by in counts
        )
        + f" {side}"
    )
    if not isinstance(reading.anchor, Anchor):
        what = f"{distance} another date" if reading.by else f"the {unit} of another date"
        return (f"{head} {what}", *_inner(reading.anchor, ground, "that other date"))
    anchor = _resolved(reading.anchor, ground)
    told = anchor is Anchor.NARRATIVE and ground.told is not None
    if reading.by == 0:
        place = "on" if reading.grain is Grain.DAY else "in"
        what = (
            f"the {unit} the text was telling of"
            if told
            else f"the {unit} {place} which the text was written"
        )
        return (f"{head} {what}", *_known(anchor, ground))
    if abs(reading.by) == 1 and not reading.bare:
        base = "the one the text was telling of" if told else "the text was written"
        return (f"{head} the {unit} {side} {base}", *_known(anchor, ground))
    return _leaning(f"{head} {distance}", anchor, ground)


def _leaning(
    start: str, anchor: Anchor, ground: Ground, base: str = "the text was written"
) -> tuple[str, ...]:
    """A beginning such as `"two days later" is two days after`, ended by what it leans on, and when that was."""
    anchor = _resolved(anchor, ground)
    if anchor is Anchor.NARRATIVE and ground.told is not None:
        base = "the date the text was telling of"
    return (f"{start} {base}", *_known(anchor, ground))


def _known(anchor: Anchor, ground: Ground, story: When | None = None) -> tuple[str, ...]:
    """When the text was written, or what it was telling of."""
    told = story or ground.told
    if anchor is Anchor.NARRATIVE and told is not None:
        first = "the range begins with" if ground.context.ranging else "the text was telling of"
        return (f"{first} {in_words(told, within=True)}",)
    return (_written(ground.written),) if ground.written.when is not None else ()


def _resolved(anchor: Anchor, ground: Ground) -> Anchor:
    return leant(anchor, ground.context)


@lru_cache(maxsize=256)
def _written(written: Written) -> str:
    assert written.when is not None  # noqa: S101  asked for only where it is known
    verb = "published" if written.source is Source.METADATA else "written"
    how = _KNOWN_BY.get(written.source)
    return f"the text was {verb} {phrased(written.when)}{f' ({how})' if how else ''}"
