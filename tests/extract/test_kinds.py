import pytest

from timeline.extract.kinds import lies_ahead, lies_behind
from timeline.times import edtf


@pytest.mark.parametrize(
    ("when", "written", "behind", "ahead"),
    [
        ("2011", "2012-03", True, False),
        ("2012-03-04", "2012-03-04", True, False),  # told on its evening
        ("2028", "1978/2028-12", False, False),  # a text of some year in fifty
        ("1978", "1979/2028-12", True, False),
        ("2029", "1978/2028-12", False, True),
        ("2011", "../2012", False, False),
    ],
)
def test_a_date_is_over_or_to_come_only_if_it_is_so_whenever_the_text_was_written(
    when, written, behind, ahead
):
    date, known = edtf.parse(when), edtf.parse(written)
    assert (lies_behind(date, known), lies_ahead(date, known)) == (behind, ahead)
