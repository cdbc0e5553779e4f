"""Texts in two languages that share no word: known to tell of the same by the days they have in common."""

import pytest

from timeline import merge
from timeline.model.edit import Edited
from timeline.times import edtf

DATES = ["2011-09-04", "2014-03", "2019-06-21", "2022-12-11", "2024-05-03"]
ENGLISH = ["drawing on a napkin", "approval", "vibration rig cracked it", "silence", "answer"]
GERMAN = ["Skizze", "Zusage", "Rüttler beschädigt ihn", "Stille", "Antwort kam"]


def told(dates, titles):
    return [
        (date, f"{title[0].upper()}{title[1:]}", f"[{date}]: {title}.")
        for date, title in zip(dates, titles, strict=True)
    ]


def merged(project, english, german):
    return merge.events((*project({"a.txt": english}), *project({"b.txt": german}, "de")), Edited()).value


def test_what_two_languages_tell_of_the_same_days_is_one(project) -> None:
    found = merged(project, told(DATES, ENGLISH), told(DATES, GERMAN))
    assert [(edtf.text(event.when), len(event.mentions)) for event in found] == [(date, 2) for date in DATES]


def test_few_days_in_common_prove_nothing(project) -> None:
    other = [*DATES[:3], "2022-12-12", "2024-05-04"]  # each of three has but two others
    assert len(merged(project, told(DATES, ENGLISH), told(other, GERMAN))) == 10


def test_in_one_language_the_words_must_agree(project) -> None:
    both = {
        "a.txt": told(DATES, ENGLISH),
        "b.txt": told(DATES, ["Fog", "Hail", "Wool sold", "Sleet", "Thaw"]),
    }
    assert len(merge.events(project(both), Edited()).value) == 10


@pytest.mark.parametrize("again", ["Ein Fest", "Ein Umzug"])
def test_a_day_of_which_one_tells_twice_joins_neither(project, again: str) -> None:
    found = merged(project, told(DATES, ENGLISH), told([*DATES, DATES[0]], [*GERMAN, again]))
    assert [len(event.mentions) for event in found if edtf.text(event.when) == DATES[0]] == [1, 1, 1]


def test_what_was_denied_is_not_what_was_done(project) -> None:
    german = [*GERMAN[:-1], "Nicht geantwortet"]
    found = merged(project, told(DATES, ENGLISH), told(DATES, german))
    assert [len(event.mentions) for event in found if edtf.text(event.when) == DATES[-1]] == [1, 1]
