"""Level of detail: which row of its lane an event stands in, and what is drawn of a lane at a given zoom.

Where events are too many to tell apart they are drawn as a counted cluster, and a lane that is mostly so as bars of
their number. `level.js` does the same in the page for every zoom; this is the view on opening, for the still.
"""

from collections.abc import Sequence

from timeline.records import dataclass

WIDTH = 1184  # of the chart in pixels, where the window has room (`--wide`): what the still and the rows are made for
LETTER = 6.6  # pixels, on average
LONGEST_LABEL = 40  # letters
STEP = 4  # letters: what labels are counted in, so that few bytes say how long each is
LEAST_LABEL = 60  # pixels a label needs to be worth its while
POINT = 11  # pixels
CELL = 24  # pixels of a cluster
BAR = 12  # pixels of a bar
WIDE = 72  # pixels from which an extent is drawn as such even among many
OVERLAP = 3  # pixels that two marks may share
CROWDED = 0.5  # the share of a lane's events that can't be told apart from which it is drawn as bars


@dataclass(frozen=True, slots=True)
class Place:
    """An event in a lane: its number, its row from 0, and its extent on the axis in pixels."""

    event: int
    row: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events that can't be told apart, between two pixels."""

    start: float
    end: float
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """The number of events in a slice of a dense lane: those that stand in it, and long ones that cover it."""

    start: float
    end: float
    inside: int
    across: int


@dataclass(frozen=True, slots=True)
class Level:
    """What is drawn of a lane: single events and clusters, or bars."""

    singles: tuple[Place, ...]
    clusters: tuple[Cluster, ...]
    bars: tuple[Bar, ...]


def steps(title: str) -> int:
    """How long a title is beside its mark, in steps of some letters.

    >>> steps("Rain"), steps("It rained"), steps("It rained for forty days and as many nights")
    (1, 3, 10)
    """
    return -(-min(LONGEST_LABEL, len(title)) // STEP)


def packed(
    numbers: Sequence[int], extents: Sequence[tuple[float, float]], steps: Sequence[int], most: int
) -> tuple[Place, ...]:
    """A row for each event, in order of time; extents, by event, are in pixels.

    It is the first that has room for its label or, when all `most` rows are taken, the one whose last mark is
    farthest back.
    """
    labelled: list[float] = []  # where each row's last label ends
    marked: list[float] = []  # where its last mark ends
    places = []
    for number in sorted(numbers, key=lambda n: (*extents[n], n)):
        start, end = _least(extents[number])
        row = next((r for r, taken in enumerate(labelled) if taken <= start), None)
        if row is None and len(labelled) < most:
            row = len(labelled)
            labelled.append(0.0)
            marked.append(0.0)
        if row is None:
            row = marked.index(min(marked))
        labelled[row] = end + max(LEAST_LABEL, LETTER * STEP * steps[number]) + POINT
        marked[row] = end
        places.append(Place(number, row, start, end))
    return tuple(places)


def level(places: Sequence[Place], rows: int) -> Level:
    """What is drawn of a lane of so many rows; its places are in order of their starts."""
    narrow = [place for place in places if place.end - place.start <= WIDE]
    wide = [place for place in places if place.end - place.start > WIDE]
    cells = _cells(narrow)
    lost = {place.event for own in cells.values() for place in own}
    if len(places) > 2 * rows and len(lost) + _covered(wide) > CROWDED * len(places):
        return Level((), (), _bars(narrow, wide))
    return Level(
        tuple(place for place in places if place.event not in lost),
        tuple(
            Cluster(cell * CELL, (cell + 1) * CELL, tuple(place.event for place in own))
            for cell, own in sorted(cells.items())
        ),
        (),
    )


def shares(needs: Sequence[int], most: int, fewest: int) -> tuple[int, ...]:
    """How many rows each lane gets of what it needs, if `most` are to be had in all; none less than `fewest`.

    What is left over goes to the first.

    >>> shares([7, 1, 4], 9, 2), shares([7, 1, 4], 8, 2)
    ((4, 1, 4), (4, 1, 3))
    """
    level = fewest
    while level < max(needs, default=0) and sum(min(need, level + 1) for need in needs) <= most:
        level += 1
    found = [min(need, level) for need in needs]
    for number, need in enumerate(needs):
        if need > level and sum(found) < most:
            found[number] += 1
    return tuple(found)


def _least(extent: tuple[float, float]) -> tuple[float, float]:
    """An extent as wide as a point at least, about its middle."""
    start, end = extent
    if end - start >= POINT:
        return extent
    middle = (start + end) / 2
    return middle - POINT / 2, middle + POINT / 2


def _cell(place: Place, width: int) -> int:
    return int((place.start + place.end) / 2 // width)


def _cells(places: Sequence[Place]) -> dict[int, list[Place]]:
    """The cells of marks that lie on one another, each with all marks in it; none holds a single one."""
    last: dict[int, Place] = {}
    crowded = set()
    for place in places:
        before = last.get(place.row)
        if before and place.start < before.end - OVERLAP:
            crowded |= {_cell(before, CELL), _cell(place, CELL)}
        if before is None or place.end > before.end:
            last[place.row] = place
    cells: dict[int, list[Place]] = {}
    for place in places:
        if (cell := _cell(place, CELL)) in crowded:
            cells.setdefault(cell, []).append(place)
    for cell in sorted(cells):
        if len(cells[cell]) == 1:
            own = cells.pop(cell)
            near = next((n for n in (cell - 1, cell + 1) if n in cells), None)
            if near is not None:
                cells[near] += own
    return cells


def _covered(places: Sequence[Place]) -> int:
    """How many marks lie on the one before in their row."""
    ends: dict[int, float] = {}
    found = 0
    for place in places:
        found += place.start < ends.get(place.row, place.start) - OVERLAP
        ends[place.row] = max(place.end, ends.get(place.row, place.end))
    return found


def _bars(narrow: Sequence[Place], wide: Sequence[Place]) -> tuple[Bar, ...]:
    inside: dict[int, int] = {}
    across: dict[int, int] = {}
    for place in narrow:
        cell = _cell(place, BAR)
        inside[cell] = inside.get(cell, 0) + 1
    for place in wide:
        for cell in range(int(place.start // BAR), int(-(-place.end // BAR))):
            across[cell] = across.get(cell, 0) + 1
    return tuple(
        Bar(cell * BAR, (cell + 1) * BAR, inside.get(cell, 0), across.get(cell, 0))
        for cell in sorted({*inside, *across})
    )
