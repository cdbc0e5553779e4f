"""Captions: which marks of the still have room for their titles, or the first words of them, without touching another.

`labels.js` does the same in the page, where it can measure. Here a letter is taken to be as wide as in a wide typeface.
"""

from collections.abc import Sequence

from timeline.records import dataclass

LETTER = 7.0  # pixels of a letter in a wide typeface
GAP = 7  # pixels between a mark and its caption
LEAST = 70  # pixels below which a shortened caption says nothing
MOST = 420  # pixels of a caption


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark in its row, in pixels; without a title nothing is written beside it."""

    start: float
    end: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words beside a mark: to its `right` or its `left`."""

    words: str
    side: str


def captions(row: Sequence[Spot], width: float) -> tuple[Caption | None, ...]:
    """What is written beside each mark of a row, which are in the order of their starts, in a chart of some width.

    >>> [told and told.words for told in captions([Spot(0, 10, "Rain"), Spot(300, 310, "It snows")], 900)]
    ['Rain', 'It snows']
    >>> captions([Spot(0, 10, "The harbour freezes over"), Spot(150, 160)], 900)[0].words
    'The harbour…'
    """
    found: list[Caption | None] = []
    taken = 0.0  # where the last mark or caption of the row ends
    for number, spot in enumerate(row):
        following = row[number + 1].start if number + 1 < len(row) else width
        after = following - max(spot.end, taken) - 2 * GAP
        before = spot.start - taken - 2 * GAP
        told = _told(spot, after, before, past_middle=spot.start > width / 2)
        if told is not None and spot.end < taken:
            told = None  # inside a longer mark: whose words they are could not be seen
        found.append(told)
        reach = len(told.words) * LETTER + GAP if told and told.side == "right" else 0
        taken = max(taken, spot.end + reach)
    return tuple(found)


def _told(spot: Spot, after: float, before: float, *, past_middle: bool) -> Caption | None:
    """Whole on the right, whole on the left, or cut where there is more room."""
    if not spot.title:
        return None
    whole = len(spot.title) * LETTER
    if whole <= min(after, MOST):
        return Caption(spot.title, "right")
    if past_middle and whole <= min(before, MOST):
        return Caption(spot.title, "left")
    side = "left" if past_middle and before > after else "right"
    words = shortened(spot.title, min(before if side == "left" else after, MOST))
    return Caption(words, side) if words else None


def shortened(title: str, room: float) -> str:
    """As many whole words of a title as have room, at least two of them; empty where they have not.

    >>> shortened("The harbour, they say, freezes", 100)
    'The harbour…'
    """
    if room < LEAST:
        return ""
    words = title.split()
    for left in range(len(words) - 1, 1, -1):
        said = " ".join(words[:left]).rstrip(" ,;:.–—-“\"'(") + "…"
        if len(said) * LETTER <= room:
            return said
    return ""
