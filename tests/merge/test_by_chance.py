"""What is shared by chance makes no happening: a word of two stories, a deed done to two things, a part of what lasted."""

import pytest

from timeline import merge
from timeline.model.edit import Edited

CLUB = [
    ("2014-05-02", "Harriers hired a coach", "The Harriers hired a coach on [2 May 2014]."),
    ("2014-09", "Harriers received second instalment of the grant", "The Harriers received the second instalment of the grant in [September 2014]."),
    ("2015-03-07", "Harriers lost to Tarn", "The Harriers lost to Tarn on [7 March 2015]."),
]  # fmt: skip
ELSEWHERE = [
    ("2013-02-11", "Serum entered the pharmacies", "The serum entered the pharmacies on [11 February 2013]."),
    (
        "2014-12-01",
        "Doctors in Tarn were told to wait",
        "Doctors in Tarn were told to wait on [1 December 2014].",
    ),
    (
        "2016-04-18",
        "Laboratory withdrew the ampoules",
        "The laboratory withdrew the ampoules on [18 April 2016].",
    ),
]


def _linked(project, first, second) -> int:
    found = merge.events(project({"a.txt": first, "b.txt": second}), Edited()).value
    return sum(len(event.mentions) > 1 for event in found)


@pytest.mark.parametrize(
    ("told", "linked"),
    [
        (("2014-09", "Three patients fainted after receiving the serum", "In [September 2014] three patients fainted after receiving the serum."), 0),
        (("2014-09", "Grant received", "The grant was received in [September 2014]."), 1),
        (("2014-09", "Second instalment received by the club", "The second instalment was received by the club in [September 2014]."), 1),
    ],
)  # fmt: skip
def test_one_plain_word_makes_no_happening_of_two_unlike_texts(project, told, linked: int) -> None:
    assert _linked(project, CLUB, [*ELSEWHERE, told]) == linked


CHARTS = [
    ("1968-02-01", "Survey chose Edda Lorn as leader", "The survey chose Edda Lorn as its leader on [1 February 1968]."),
    ("1968-11", "Report of the board was published", "The report of the board was published in [November 1968]."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "linked"),
    [
        (("1968-11", "Third chart was published", "The third chart was published in [November 1968]."), 0),
        (("1968-11", "Board published its report", "The board published its report in [November 1968]."), 1),
        (("1968-11", "Publication of the report", "The publication of the report in [November 1968] was long awaited."), 1),
    ],
)  # fmt: skip
def test_a_deed_done_to_two_things_is_two(project, told, linked: int) -> None:
    choice = ("1968-02-01", "Edda Lorn was chosen to lead the survey", "Edda Lorn was chosen to lead the survey on [1 February 1968].")  # fmt: skip
    assert _linked(project, CHARTS, [choice, told]) == 1 + linked


DOCK = [
    ("1902", "Wharf of Orm was bought by the Lunds", "The wharf of Orm was bought by the Lunds in [1902]."),
    ("1904/1907", "Slate quarry is blasted out of the hill", "In [1904-1907] a slate quarry is blasted out of the hill."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "linked"),
    [
        (("1907", "Slate quarry was finished", "The slate quarry was finished in [1907]."), 0),
        (("1907-05-02", "Slate quarry was finished", "The slate quarry was finished on [2 May 1907]."), 0),
        (("1904/1907", "Blasting of the slate quarry", "The blasting of the slate quarry took from [1904 to 1907]."), 1),
        (("1905", "Blasting of the slate quarry", "The blasting of the slate quarry in [1905] shook the town."), 1),
    ],
)  # fmt: skip
def test_what_was_done_in_one_of_the_years_in_which_else_was_done_is_another_thing(
    project, told, linked: int
) -> None:
    purchase = ("1902", "Lunds bought the wharf of Orm", "The Lunds bought the wharf of Orm in [1902].")
    assert _linked(project, DOCK, [purchase, told]) == 1 + linked


def test_a_vague_time_is_no_duration(project) -> None:
    purchase = ("1902", "Lunds bought the wharf of Orm", "The Lunds bought the wharf of Orm in [1902].")
    left = ("1963-06-30", "Edda Lund resigned as head of the wharf", "Edda Lund resigned as head of the wharf on [30 June 1963].")  # fmt: skip
    retired = "Edda Lund retired from the wharf", "Edda Lund retired from the wharf in [mid-1963]."
    assert _linked(project, [DOCK[0], left], [purchase, ("1963-05~/1963-08~", *retired)]) == 2
    assert _linked(project, [DOCK[0], left], [purchase, ("1963-05/1963-08", *retired)]) == 1


@pytest.mark.parametrize(
    ("told", "linked"),
    [
        (("1983", "Orm Lifeboat House was reopened by public subscription", "The Orm Lifeboat House was reopened by public subscription in [1983]."), 0),
        (("1983", "Radio Orm began broadcasting", "In [1983] Radio Orm began broadcasting on the air."), 1),
    ],
)  # fmt: skip
def test_the_name_of_a_place_alone_makes_no_happening(project, told, linked: int) -> None:
    radio = [
        ("1983-05-01", "Radio Orm went on the air", "Radio Orm went on the air on [1 May 1983]."),
        ("1975", "Two boys built a radio in the manse", "In [1975] two boys built a radio in the manse."),
        ("1986", "Ships were asked to listen for horses", "In [1986] ships were asked to listen for horses."),
        ("1988-06", "Storm silenced the aerial", "A storm silenced the aerial in [June 1988]."),
        (
            "1991-02-03",
            "Masts were struck by lightning",
            "On [3 February 1991] the masts were struck by lightning.",
        ),
    ]
    house = [
        ("1868", "Rowing boat was bought for rescues", "A rowing boat was bought for rescues in [1868]."),
        (
            "1931-09",
            "Last horses drew it down to sea",
            "The last horses drew it down to the sea in [September 1931].",
        ),
    ]
    assert _linked(project, radio, [*house, told]) == linked
