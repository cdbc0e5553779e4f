"""Sentences composed of known clauses (`benchmarks/plainly.py`): how many dates are told of their own clause, in its words."""

import pytest

from benchmarks import plainly

# Of a hundred clauses, how many are told rightly at least, and in another's words at most.
FLOORS = {"de": (94, 0), "es": (95, 0), "fr": (93, 0), "sq": (97, 0), "sr": (94, 0)}


@pytest.mark.parametrize("code", sorted(FLOORS))
def test_dates_are_told_of_their_own_clauses(code):
    grades = plainly.share(code, each=2, seed=11)
    whole = sum(grades.values())
    right, false = FLOORS[code]
    assert 100 * grades["right"] >= right * whole, grades
    assert 100 * grades["false"] <= false * whole, grades


def test_a_title_in_words_of_another_clause_is_false():
    text = plainly.composed("fr", 1, 1)["and"][0]
    one, two = text.clauses
    mentions = plainly.told("fr", text)
    assert {plainly.graded(plainly.LANGUAGES["fr"], text, c, mentions) for c in (one, two)} <= set(
        plainly.GRADES
    )
    swapped = plainly.Text(text.text, (plainly.Clause(one.subject, one.did, "", "", two.year, one.said), two))
    assert plainly.graded(plainly.LANGUAGES["fr"], swapped, swapped.clauses[0], mentions) == "false"
