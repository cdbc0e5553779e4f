"""What is spoken of time: expressions with their words, the two ends of a range as one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.document import Span
from timeline.model.expression import Dated, Undated
from timeline.times.when import Interval, Limit


def spoken(timexes: Sequence[Dated | Undated]) -> list[tuple[Span, Dated | Undated]]:
    """Each expression with its words; the two ends of a range once, with the words of both."""
    found: list[tuple[Span, Dated | Undated]] = []
    for timex in timexes:
        before = found[-1][1] if found else None
        if (
            isinstance(before, Dated)
            and isinstance(timex, Dated)
            and before.range
            and before.range == timex.range
        ):
            found[-1] = (Span(found[-1][0].start, timex.span.end), before)
        else:
            found.append((timex.span, timex))
    return found


def put_off(timexes: Sequence[Dated | Undated], text: str, verbs: frozenset[str]) -> list[Dated | Undated]:
    """Each expression, and two that seem one range by itself where something was put off from the one to the other.

    "Put off from 3 to 9 May", "postponed on Sunday until 9 May": nothing went on between the two.
    """
    return [
        replace(one, range=None) if isinstance(one, Dated) and _is_put_off(one, text, verbs) else one
        for one in timexes
    ]


def _is_put_off(dated: Dated, text: str, verbs: frozenset[str]) -> bool:
    whole = dated.range.when if dated.range else None
    if dated.range is None or not isinstance(whole, Interval) or Limit.OPEN in (whole.start, whole.end):
        return False
    start = dated.range.span.start
    before = re.findall(r"[\w-]+|[.;:,]", text[max(0, start - _REACH) : start].lower())[-_WORDS:]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in verbs), None)
    if at is None or any(mark in before[at:] for mark in ".;:"):
        return False
    particle = before[at + 1] if at + 1 < len(before) else ""
    return before[at] not in _WITH_PARTICLE or particle in {"off", "back", "forward"}


_REACH, _WORDS = 40, 5  # characters and words before a range in which it is said that something was put off
_WITH_PARTICLE = frozenset({"put", "brought", "moved"})
