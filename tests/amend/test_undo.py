from hypothesis import given
from hypothesis import strategies as st

from timeline.amend import undone

LINES = st.lists(st.sampled_from([b"a", b"b", b"c"]), max_size=5).map(b"\n".join)


@given(LINES, LINES)
def test_what_nobody_changed_since_is_as_it_was(before, after):
    assert undone(before, after, after) == before


@given(LINES, LINES, LINES, LINES)
def test_what_was_changed_elsewhere_stays(top, before, after, bottom):
    old, new = b"# top\n" + before + b"\n# bottom\n", b"# top\n" + after + b"\n# bottom\n"
    assert undone(old, new, new + bottom) == old + bottom
    assert undone(old, new, top + new) == top + old


def test_what_was_changed_at_the_same_place_is_not_guessed():
    assert undone(b"x: 1\n", b"x: 2\n", b"x: 3\n") is None
