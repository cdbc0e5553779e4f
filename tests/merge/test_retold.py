"""The same once more: in one text as a noun, under letters that stand for a name, and by a name in two languages."""

import pytest

from timeline import merge
from timeline.merge.letters import meant
from timeline.model.edit import Edited

LEAD = ("1971-08-22", "President Piers Gadd paid a visit to Velden", "President Piers Gadd paid a visit to Velden on [Sunday].")  # fmt: skip


def events(project, documents, language="en"):
    return merge.events(project(documents, language), Edited()).value


@pytest.mark.parametrize(
    ("again", "count"),
    [
        (("1971-08-22", "Visit of Gadd to Velden surprised", "The visit of Gadd to Velden on [Sunday] surprised many."), 1),
        (("1971-08-22", "Visit of Gadd to Ostrow surprised", "The visit of Gadd to Ostrow on [Sunday] surprised many."), 2),
        (("1971-08-22", "Gadd named a minister in Velden", "In Velden, Gadd named a minister on [Sunday]."), 2),
        (("1971-08-23", "Visit of Gadd to Velden surprised", "The visit of Gadd to Velden on [Monday] surprised many."), 2),
    ],
)  # fmt: skip
def test_a_text_names_what_it_has_told(project, again, count: int) -> None:
    assert len(events(project, {"a.txt": [LEAD, again]})) == count


def test_letters_stand_for_the_name_that_a_text_gives_them() -> None:
    said = "The Port Ellery Board of Trade (PEBT) met. The Gas and Light Company (GLC) and the rest (ROT) did not."
    (found,) = meant([said])
    assert found["PEBT"] == ("Port", "Ellery", "Board", "of", "Trade")
    assert found["GLC"] == ("Gas", "and", "Light", "Company")
    assert "ROT" not in found
    assert meant([said, "The GLC was sold."])[1] == found
    another = "The Grand Lodge of Cawsby (GLC) met."
    assert "GLC" not in meant([said, another, "The GLC was sold."])[2]
    assert meant([said, another])[1]["GLC"] == ("Grand", "Lodge", "of", "Cawsby")


def test_a_firm_under_its_letters_is_the_firm(project) -> None:
    full = [
        ("1943-04-20", "Edmund Oakes founded the Pell Cotton Works", "On [20 April 1943], Edmund Oakes founded the Pell Cotton Works (PCW)."),
        ("1943-05-02", "Pell Cotton Works hired a clerk", "On [2 May 1943], the Pell Cotton Works hired a clerk."),
    ]  # fmt: skip
    short = [
        ("1943", "Foundation of the PCW", "The foundation of the PCW in [1943] was a gamble."),
        ("1943-07", "Mill of Tarn burned down", "In [July 1943] the mill of Tarn burned down."),
    ]
    found = events(project, {"a.txt": full, "b.txt": short})
    assert sorted(len(event.mentions) for event in found) == [1, 1, 2]
    unsaid = [(*one[:2], one[2].replace(" (PCW)", "")) for one in full]
    assert len(events(project, {"a.txt": unsaid, "b.txt": short})) == 4


def test_a_name_is_one_in_texts_of_two_languages(project) -> None:
    english = project(
        {
            "a.txt": [
                (
                    "1943-04-20",
                    "Edmund Oakes founded the Pell Cotton Works",
                    "Edmund Oakes founded the Pell Cotton Works on [20 April 1943].",
                )
            ]
        }
    )
    french = project(
        {
            "b.txt": [
                (
                    "1943-04-20",
                    "Edmund Oakes a fondé Pell Cotton Works",
                    "Edmund Oakes a fondé Pell Cotton Works le [20 avril 1943].",
                )
            ]
        },
        "fr",
    )
    both = (*english, *french)
    assert len(merge.events(both, Edited()).value) == 1
    assert merge.events(both[::-1], Edited()) == merge.events(both, Edited())
