"""Level of detail: nothing is lost between single events, clusters and bars."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.render.level import CELL, level, packed

_EXTENTS = st.lists(
    st.tuples(st.floats(0, 1000), st.floats(0.1, 300)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=80,
)


def _drawn(extents, most):
    places = packed(range(len(extents)), extents, [5] * len(extents), most)
    return places, level(places, 1 + max((place.row for place in places), default=-1))


@given(_EXTENTS, st.integers(1, 5))
def test_every_event_is_drawn_once_or_counted(extents, most):
    places, found = _drawn(extents, most)
    assert all(place.row < most for place in places)
    if found.bars:
        assert not found.singles
        assert not found.clusters
        assert sum(bar.inside for bar in found.bars) == sum(p.end - p.start <= 72 for p in places)
        return
    counted = [event for cluster in found.clusters for event in cluster.events]
    assert sorted([*counted, *(place.event for place in found.singles)]) == list(range(len(extents)))
    assert all(len(cluster.events) > 1 for cluster in found.clusters)


def test_few_events_stand_alone_and_many_at_one_place_are_counted():
    _, few = _drawn([(0, 1), (200, 201), (400, 401)], 3)
    assert len(few.singles) == 3
    _, crowd = _drawn([(100, 101)] * 5 + [(20 * n + 300, 20 * n + 301) for n in range(30)], 3)
    assert [len(cluster.events) for cluster in crowd.clusters] == [5]
    assert crowd.clusters[0].end - crowd.clusters[0].start == CELL
    _, dense = _drawn([(n % 900, n % 900 + 1) for n in range(3000)], 3)
    assert sum(bar.inside for bar in dense.bars) == 3000
