"""Sources of one happening that contradict each other about how many died or were injured."""

from itertools import permutations

import pytest

from timeline import merge
from timeline.model.edit import Edited, Entry, Place
from timeline.model.event import Event, Kind
from timeline.times import edtf

FIRE = "Fire at the Brann mill in Port Ellery"


def _told(sentence: str, title: str = FIRE, kind: Kind = Kind.EVENT):
    return ("2011-05-03", title, f"{sentence} The Brann mill in Port Ellery burned.", kind)


def _figures(project, *sentences: str, language: str = "en") -> list[tuple[str, str, int, list[str]]]:
    told = {f"{name}.txt": [_told(sentence)] for name, sentence in zip("abcd", sentences, strict=False)}
    (event,) = merge.events(project(told, language), Edited()).value
    return _said(event)


def _said(event: Event) -> list[tuple[str, str, int, list[str]]]:
    return [
        (one.what, one.who, one.number, [mention.citation.document for mention in one.mentions])
        for one in event.figures
    ]


def test_two_numbers_of_dead_contradict_each_other_and_the_better_supported_is_first(project) -> None:
    assert _figures(
        project,
        "On [3 May 2011] the fire killed 12 people.",
        "Fourteen people died in the fire on [3 May 2011].",
        "On [3 May 2011], 14 people were killed and 30 injured.",
    ) == [("dead", "", 14, ["b.txt", "c.txt"]), ("dead", "", 12, ["a.txt"])]


@pytest.mark.parametrize(
    "other",
    [
        "On [3 May 2011] the fire killed 14 people in the yard.",
        "14 people killed in the fire of [3 May 2011] lived in the yard.",
        "The fire, on [3 May 2011], left 14 people dead.",
        "On [3 May 2011] all 14 were found dead.",
        "1,014 people were killed on [3 May 2011].",
    ],
)
def test_it_may_be_said_in_many_ways(project, other: str) -> None:
    first, second = _figures(project, "On [3 May 2011] the fire killed 12 people.", other)
    assert (first[2], second[2] % 1000) == (12, 14)


def test_those_counted_apart_are_compared_with_their_own(project) -> None:
    assert _figures(
        project,
        "On [3 May 2011] the fire killed 12 workers and injured 30 people.",
        "On [3 May 2011] two workers were killed in the fire.",
        "The fire on [3 May 2011] left 14 dead and forty-one injured.",
    ) == [
        ("dead", "workers", 2, ["b.txt"]),
        ("dead", "workers", 12, ["a.txt"]),
        ("injured", "", 30, ["a.txt"]),
        ("injured", "", 41, ["c.txt"]),
    ]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Am [3. Mai 2011] starben bei dem Brand zwölf Menschen.", "Der Brand am [3. Mai 2011] forderte 14 Tote."),
        ("fr", "Le [3 mai 2011], l’incendie a fait douze morts et trente blessés.", "Le [3 mai 2011], 14 personnes ont été tuées."),
        ("es", "El [3 de mayo de 2011] murieron doce personas en el incendio.", "El incendio del [3 de mayo de 2011] dejó 14 muertos."),
        ("sr", "U požaru je [3. maja 2011.] poginulo dvanaest osoba.", "У пожару је [3. маја 2011.] погинуло 14 људи."),
    ],
)  # fmt: skip
def test_other_languages_count_too(project, language: str, one: str, other: str) -> None:
    assert [(what, number) for what, _, number, _ in _figures(project, one, other, language=language)] == [
        ("dead", 12),
        ("dead", 14),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "On [3 May 2011] the fire killed twelve people.",  # the same
        "On [3 May 2011] the fire killed at least 14 people.",
        "On [3 May 2011] some 14 people died in the fire.",
        "On [3 May 2011] more than 14 people died.",
        "On [3 May 2011] 14 or 15 people died.",
        "On [3 May 2011] another 14 people died.",
        "On [3 May 2011] three of the nine died.",
        "On [3 May 2011] three of them died.",
        "On [3 May 2011] ten men and four women died.",
        "On [3 May 2011] 14 people, including three children, were killed.",
        "By [3 May 2011] 14 people had died.",
        "On [3 May 2011] the mill burned; by Friday 14 people had died.",
        "On [3 May 2011] the mill burned; by nightfall 14 people were dead.",
        "On [3 May 2011] the toll rose to 14 dead.",
        "On [3 May 2011] the toll reached 14 dead.",
        "On [3 May 2011] Ann Lee died aged 45.",
        "On [3 May 2011] Ann Lee, 45, died.",
        "On [3 May 2011] a 14-year-old boy was killed.",
        "On [3 May 2011] she died after 14 days.",
        "Two days later she died, on [3 May 2011].",
        "On [3 May 2011] people died and damage of $14 was done.",
        "On [3 May 2011] three people killed the mayor.",
        "On [3 May 2011] he was killed by 14 people.",
        "On [3 May 2011] the fire killed 14 sheep.",
        "On [3 May 2011] 14 houses burned and people died.",
        "On [3 May 2011] a founder died who had come in 1950.",
        "On [3 May 2011] the fire killed dozens of people.",
        "On [3 May 2011] the fire did not kill 14 people.",
    ],
)
def test_no_contradiction(project, other: str) -> None:
    for first in ("On [3 May 2011] the fire killed 12 people.", "On [3 May 2011] two people were killed."):
        if "twelve" not in other or "12" in first:
            assert not _figures(project, first, other)


def test_a_year_is_no_number_of_dead(project) -> None:
    assert not _figures(
        project,
        "Am [3. Mai 2011] brannte es; er starb 1919.",
        "Am [3. Mai 2011] brannte es; er starb 1921.",
        language="de",
    )


def test_a_headline_without_its_date_tells_no_more_than_its_quotation(project) -> None:
    told = {
        "a.txt": [_told("On [3 May 2011] 12 people died.", f"{FIRE}: 12 people died")],
        "b.txt": [_told("Up to Friday, [6 May 2011], 14 people had died.", f"{FIRE}: 14 people died")],
    }
    (event,) = merge.events(project(told), Edited()).value
    assert not event.figures


def test_a_plan_and_a_dated_figure_count_nobody(project) -> None:
    for kind in (Kind.PLAN, Kind.STATISTIC):
        told = {
            f"{name}.txt": [_told(f"On [3 May 2011] {number} people died.", f"{FIRE} of 2011", kind)]
            for name, number in (("a", 12), ("b", 14))
        }
        assert not any(event.figures for event in merge.events(project(told), Edited()).value)


def test_one_source_does_not_contradict_itself_nor_others_if_it_gives_two_numbers(project) -> None:
    told = {
        "a.txt": [_told("On [3 May 2011] 12 people died.")],
        "b.txt": [_told("On [3 May 2011] 14 people died. The paper wrote that 12 people died.")],
    }
    (event,) = merge.events(project(told), Edited()).value
    assert not event.figures
    assert not _figures(project, "On [3 May 2011] 12 people died. On [3 May 2011] 14 people died.")


def test_the_order_of_documents_changes_nothing(project) -> None:
    told = {
        f"{name}.txt": [_told(f"On [3 May 2011] the fire killed {number} people.")]
        for name, number in zip("abcd", (12, 14, 14, 11), strict=True)
    }
    found = [merge.events(order, Edited()) for order in permutations(project(told))]
    assert [one[2] for one in _said(found[0].value[0])] == [14, 11, 12]
    assert all(one == found[0] for one in found)


def test_it_is_a_problem_until_the_editor_says_which_is_right(project) -> None:
    told = {
        f"{name}.txt": [_told(f"On [3 May 2011] the fire killed {number} people.")]
        for name, number in (("a", 12), ("b", 14))
    }
    outcome = merge.events(project(told), Edited())
    (problem,) = outcome.problems
    (event,) = outcome.value
    assert problem.kind == "rival-figures"
    assert problem.message == f"sources disagree on the number of dead in '{FIRE}': 12 (a.txt); 14 (b.txt)"
    assert f"id: {event.id}" in problem.hint
    entry = Entry(Place("events.yaml", 2, 3), id=event.id, summary="Fourteen died, by the register.")
    settled = merge.events(project(told), Edited(entries=(entry,)))
    assert not settled.problems
    assert settled.value[0].figures == event.figures
    dated = Entry(Place("events.yaml", 2, 3), id=event.id, date=edtf.parse("2011-05-03"))
    assert [one.kind for one in merge.events(project(told), Edited(entries=(dated,))).problems] == [
        "rival-figures"
    ]
