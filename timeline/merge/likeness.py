"""How surely two mentions tell of one happening: what they share, and what forbids it."""

from collections.abc import Mapping

from timeline.merge.telling import Telling
from timeline.model.event import Kind
from timeline.times.when import Extent

SAME_DAY = 0.5  # what a likeness must reach: two tellings of one day …
COARSE = 0.55  # … one of a day and one of its month or year …
SAME_TEXT = 0.65  # … and two passages of one text with the same coarse date, which mostly tell two things
_UNKNOWN_SUBJECT = 0.2
_OTHER_SUBJECT = 0.25
_OTHER_NAMES = 0.3

Weights = Mapping[str, float]


def likeness(one: Telling, other: Telling, weight: Weights) -> float:
    """From 0 to 1: how much of what two headlines, and less so two quotations, say is shared.

    Two words must be shared at least, and names alone make no happening unless it is called by them.
    """
    shared = one.title & other.title
    if len(shared) < 2 or (shared <= (one.names | other.names) and not _is_called(one, other)):
        return 0.0
    common = _weight(shared, weight)
    first, second = _weight(one.title, weight), _weight(other.title, weight)
    dice = 2 * common / (first + second)
    contained = common / min(first, second)
    quoted = (
        2 * _weight(one.all & other.all, weight) / (_weight(one.all, weight) + _weight(other.all, weight))
    )
    return 0.6 * dice + 0.25 * contained + 0.15 * quoted - _doubts(one, other)


def _is_called(one: Telling, other: Telling) -> bool:
    """Whether one is nothing but the name of a happening ("the Tarn Congress"), told in passing."""
    return any(t.mention.kind is Kind.BACKGROUND and t.title <= t.names for t in (one, other))


def forbidden(one: Telling, other: Telling) -> bool:
    """Whether something says that two mentions are of two happenings, however alike."""
    return (
        (one.mention.kind is Kind.STATISTIC) or (other.mention.kind is Kind.STATISTIC)
        or _in_one_sentence(one, other)
        or _numbers_conflict(one, other)
        or _stages_conflict(one, other)
        or _subjects_conflict(one, other)
        or _said_of_another(one, other)
        or one.negative is not other.negative
    )  # fmt: skip


def compatible(one: Extent, other: Extent) -> bool:
    """Whether two dates may be one: they share a day."""
    return (one.start is None or other.end is None or one.start < other.end) and (
        other.start is None or one.end is None or other.start < one.end
    )


def needed(one: Telling, other: Telling) -> float:
    """The likeness two mentions with compatible dates must reach."""
    one_text = one.mention.citation.document == other.mention.citation.document
    if one.width <= 1 and other.width <= 1:
        return SAME_DAY
    return SAME_TEXT if one_text and one.mention.when == other.mention.when else COARSE


def _weight(stems: frozenset[str], weight: Weights) -> float:
    return sum(map(weight.__getitem__, sorted(stems))) or 1e-9  # sorted: the same sum in every run


def _doubts(one: Telling, other: Telling) -> float:
    """What names that only one of them knows take away."""
    doubt = 0.0
    if not (one.subject <= other.all and other.subject <= one.all):
        if not (one.subject and other.subject):
            doubt = _UNKNOWN_SUBJECT
        elif not one.subject & other.subject:
            doubt = _OTHER_SUBJECT
    mine, others = (one.title & one.names) - other.all, (other.title & other.names) - one.all
    return doubt + _OTHER_NAMES if mine and others else doubt


def _subjects_conflict(one: Telling, other: Telling) -> bool:
    """Two whose names each begin a headline, and neither of which the other mentions, did two things."""
    return bool(one.subject and other.subject and not one.subject & other.all and not other.subject & one.all)


def _said_of_another(one: Telling, other: Telling) -> bool:
    """Two headlines that are the same but for names say the same of two."""
    mine, others = one.title - other.title, other.title - one.title
    return bool(mine - other.all and others - one.all) and mine | others <= one.names | other.names


def _in_one_sentence(one: Telling, other: Telling) -> bool:
    """Two mentions read from the same words are two, unless they are the same but for their dates' precision."""
    first, second = one.mention.citation, other.mention.citation
    return (
        first.document == second.document
        and first.span.overlaps(second.span)
        and one.mention.title != other.mention.title
    )


def _numbers_conflict(one: Telling, other: Telling) -> bool:
    mine, others = dict(one.identities), dict(other.identities)
    return any(
        not {number for k, number in one.identities if k == key}
        & {n for k, n in other.identities if k == key}
        for key in mine.keys() & others.keys()
    )


def _stages_conflict(one: Telling, other: Telling) -> bool:
    if not one.stages or not other.stages:
        return False
    rows = {row for row, _ in one.stages} & {row for row, _ in other.stages}
    return any(
        not {s for r, s in one.stages if r == row} & {s for r, s in other.stages if r == row} for row in rows
    )
