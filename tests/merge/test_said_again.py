"""What one text says again: in a box, in a lead that knows the year, as a noun; and what was said to come."""

import pytest

from benchmarks import retold, retold_voices
from timeline import merge
from timeline.merge.words import words
from timeline.model.edit import Edited
from timeline.model.event import Kind


def events(project, documents, language="en"):
    return merge.events(project(documents, language), Edited()).value


LEAD = ("1921", "Explosion wrecked the Ellery Tannery", "In [1921], an explosion wrecked the Ellery Tannery.")
SECTION = ("1921-06-15", "Explosion tore through the Ellery Tannery", "On [15 June 1921] an explosion tore through the Ellery Tannery.")  # fmt: skip
BOX = ("1921-06-15", "Ellery Tannery: Explosion", "Explosion | [15 June 1921]")


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ([LEAD, SECTION, BOX], 1),
        ([LEAD, ("1921-09-02", "Tarnock Bridge opened", "The Tarnock Bridge opened on [2 September 1921]."), SECTION], 2),
        # of two days that may be meant neither is
        ([LEAD, SECTION, ("1921-09-02", "Explosion wrecked the Ellery Tannery again", "On [2 September 1921], an explosion wrecked the Ellery Tannery again.")], 3),
        ([LEAD, ("1921-06-15", "Ellery Tannery was sold", "The Ellery Tannery was sold on [15 June 1921].")], 2),
        # an exact number in a sentence and in a table; a round one is of many things
        ([("2022", "Four museums counted 412,300 visitors", "Four museums counted 412,300 visitors in [2022].", Kind.STATISTIC),
          ("2022", "Visitors: 412,300; of these, schools: 51,700", "[2022] | Visitors: 412,300 | 51,700", Kind.STATISTIC)], 1),
        ([("2022", "Four museums counted 400,000 visitors", "Four museums counted 400,000 visitors in [2022].", Kind.STATISTIC),
          ("2022", "Visitors by train: 400,000; of these, schools: 51,700", "[2022] | Visitors by train: 400,000 | 51,700", Kind.STATISTIC)], 2),
        ([("1977-12-19", "Milena Orsay †", "Milena Orsay (* 1899; † [19 December 1977])"), ("1977", "Milena Orsay died", "Milena Orsay died in [1977].")], 1),
        ([("1921", "Ostland's declaration of independence", "Ostland's declaration of independence in [1921]."),
          ("1921-06-20", "Norland recognised Ostland as independent", "Norland recognised Ostland as independent on [20 June 1921]."),
          ("1921-06-17", "Ostland's declaration of independence was read", "Ostland's declaration of independence was read on [17 June 1921].")], 2),
        # a noun that stands in both is not what both tell of
        ([("1921-06-15", "Skull was unearthed in the Ellery Cave", "A skull was unearthed in the Ellery Cave on [15 June 1921]."),
          ("1921-06-15", "Ilse Sorley measured the depth of the Ellery Cave", "Ilse Sorley measured the depth of the Ellery Cave on [15 June 1921].")], 2),
        ([("1921-06-15", "Norland recognised the new government of Ostland", "Norland recognised the new government of Ostland on [15 June 1921]."),
          ("1921-06", "Ravia's recognition of the new government in Ostland was a surprise", "Ravia's recognition of the new government in Ostland in [June 1921] was a surprise.")], 2),
        ([("1921-06-15", "Soldiers mutinied in Ellery", "Soldiers mutinied in Ellery on [15 June 1921]."),
          ("1921-06-15", "Nobody forgot the mutiny of the soldiers in Ellery", "Nobody forgot the mutiny of the soldiers in Ellery on [15 June 1921].")], 1),
        ([BOX, ("1921-06-15", "Ellery Tannery: Sale", "Sale | [15 June 1921]")], 2),
        # nobody dies twice; but two of one name may die
        ([("1979-10-11", "Ann Margaret Orsay died", "Ann Margaret Orsay (1898 – [11 October 1979])"), ("1979", "Orsay died at Ostrow", "Orsay died at Ostrow in [1979].")], 1),
        ([("1898-03-19", "Ann Margaret Orsay was born", "Ann Margaret Orsay was born on [19 March 1898]."), ("1898", "Orsay was born at sea", "Orsay was born at sea in [1898].")], 1),
        ([("1979-10-11", "Ann Orsay died", "Ann Orsay died on [11 October 1979]."), ("1979", "Emil Orsay died at Ostrow", "Emil Orsay died at Ostrow in [1979].")], 2),
        ([("1979-10-11", "Ann Orsay died", "Ann Orsay died on [11 October 1979]."), ("1979", "Orsay's mother died at Ostrow", "Orsay's mother died at Ostrow in [1979].")], 2),
        ([("1898-03-19", "Ann Orsay was born", "Ann Orsay was born on [19 March 1898]."), ("1979", "Orsay died at Ostrow", "Orsay died at Ostrow in [1979].")], 2),
    ],
)  # fmt: skip
def test_a_text_says_again_what_it_has_told(project, told, count: int) -> None:
    assert len(events(project, {"a.md": told})) == count


def test_what_a_text_says_twice_is_no_doubt_for_another(project) -> None:
    other = [
        (
            "1921",
            "Explosion wrecked the Ellery Tannery",
            "An explosion wrecked the Ellery Tannery in [1921].",
        ),
        ("1930", "Ellery Tannery closed", "The Ellery Tannery closed in [1930]."),
    ]
    found = events(project, {"a.md": [LEAD, BOX, SECTION], "b.txt": other})
    assert sorted(len(event.mentions) for event in found) == [1, 4]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Board announced that the Ellery Lighthouse would be lit", 2),
        ("Board hoped to have the Ellery Lighthouse lit", 2),
        ("Board announced that the Ellery Lighthouse was lit", 1),
        ("Board decided on the day when the Ellery Lighthouse was lit", 1),
    ],
)
def test_what_was_said_to_come_is_not_its_coming(project, said: str, count: int) -> None:
    documents = {
        "a.txt": [("1921-03-02", said, f"On [2 March 1921] the {said}.")],
        "b.txt": [("1921", "Ellery Lighthouse was lit", "The Ellery Lighthouse was lit in [1921].")],
    }
    assert len(events(project, documents)) == count


@pytest.mark.parametrize(
    "family", ["laid lay laying", "swept sweeping", "collision collided", "admission admitted", "tore torn"]
)
def test_a_verb_and_its_noun_have_one_stem(family: str) -> None:
    assert len({words("en").stem(word) for word in family.split()}) == 1


def test_a_mission_is_nobodys_admission() -> None:
    assert words("en").stem("mission") == "mission"


def test_other_voices_tell_of_one_town() -> None:
    """`benchmarks/retold.py --voices` has more of them."""
    counts = retold.counted(3, 1, retold_voices.voices(), retold_voices.told)
    assert counts.made["all"] >= 0.5 * counts.told["all"] > 0
    assert counts.wrong.total() <= 0.03 * counts.made["all"]
