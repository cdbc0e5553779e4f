"""Quarters and halves told one by one, of which only the first is named: "in the first quarter of 2018 281, in the second 302"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from timeline.tag.scan import Finding
from timeline.times.reading import Nth, Stated
from timeline.times.when import Grain


def in_lists(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Bare ordinals as the quarter or half of the same year that comes next in their sentence; none elsewhere."""
    last: Finding | None = None
    for found in findings:
        finding = found
        if finding.rule == _BARE:
            own = _next(last, finding, text) if last is not None else None
            if own is None:
                continue
            finding = replace(finding, reading=own)
        last = finding
        yield finding


_BARE: Final = "quarter-of-list"  # the rule that finds them
_ENDS: Final = re.compile(r"[.!?]\s|\n\n")
_QUARTERS: Final = 4
_HALVES: Final = 2


def _next(before: Finding, finding: Finding, text: str) -> Stated | Nth | None:
    """The quarter or half after the one told last, if the ordinal is of that and the sentence of both."""
    said, own = before.reading, finding.reading
    if not isinstance(own, Stated) or own.quarter is None or _ENDS.search(text, before.end, finding.start):
        return None
    match said:
        case Stated(year=int(), quarter=int(quarter)) if own.quarter == quarter + 1 <= _QUARTERS:
            return replace(said, quarter=own.quarter)
        case Stated(year=int(), half=int(half)) if own.quarter == half + 1 <= _HALVES:
            return replace(said, half=own.quarter)
        case Nth(nth=nth, grain=Grain.HALF, within=Stated(year=int())) if own.quarter == nth + 1 <= _HALVES:
            return replace(said, nth=own.quarter)
        case _:
            return None
