"""The time scale: days in proportion, but long stretches in which nothing begins or ends are folded away.

One far outlier, or eras of very different size, would press everything else against the edge. A fold keeps the order
and every other proportion; the page shows it as a fold with its length, and a switch lays time out in full.
The axis counts in *places*: a day's place is its day number, moved up by what is folded after it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from timeline.records import dataclass

MOST_FOLDS = 8
_FEW = 20  # events: with fewer, a gap must be larger to be folded
_STRICT = 3.0
_EDGE = 0.02  # of what is left unfolded: kept on either side of a fold, so that no mark stands at its edge
_WIDTH = 0.03  # the same: how wide a fold is drawn


@dataclass(frozen=True, slots=True)
class Scale:
    """`folds` are stretches of days (start, end), in order, none touching the next; each is `width` days wide."""

    folds: tuple[tuple[float, float], ...] = ()
    width: float = 0.0

    def place(self, day: float) -> float:
        """Where a day stands on the axis; after the last fold, its own number."""
        after = bisect_right([end for _, end in self.folds], day)
        rest = self.folds[after:]
        moved = sum(end - start - self.width for start, end in rest)
        if rest and day > rest[0][0]:  # in a fold
            start, end = rest[0]
            return start + moved + (day - start) / (end - start) * self.width
        return day + moved


def scale(extents: Sequence[tuple[float, float]]) -> Scale:
    """The scale for some extents of days: folded if the longest gaps between their ends dwarf all the rest.

    As many of the longest gaps are folded as leave a rest that is smaller than each of them (with few
    events, a third of each): of 1920, 2008, 2009 … 2024, the 88 years.
    """
    ends = sorted({day for extent in extents for day in extent})
    if len(extents) < 3:
        return Scale()
    gaps = sorted(((b - a, a, b) for a, b in pairwise(ends)), reverse=True)
    strict = _STRICT if len(extents) < _FEW else 1.0
    left = ends[-1] - ends[0]
    best, rest = 0, left
    for number, (length, _, _) in enumerate(gaps[: min(MOST_FOLDS, len(extents) // 2)], 1):
        left -= length
        if left > 0 and length >= strict * left:
            best, rest = number, left
    if not best:
        return Scale()
    edge = _EDGE * rest
    folds = sorted((start + edge, end - edge) for _, start, end in gaps[:best])
    return Scale(tuple(folds), _WIDTH * rest)
