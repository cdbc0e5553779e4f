"""How a date was worked out, as a reader is told it."""

import re

import pytest

from timeline.languages import language
from timeline.model.document import Document, DocumentId, Passage, Role, Span
from timeline.resolve import dated
from timeline.tag import expressions
from timeline.times import edtf

ENGLISH = language("en")


def steps(text, words, given=None):
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    when = edtf.parse(given) if given else None
    timexes = dated(document, expressions(document, ENGLISH), ENGLISH, when).timexes
    return next(t.steps for t in timexes if t.expression.text == words)


WRITTEN = "the text was written on 6 January 2022 (as given)"

EXPLAINED = [
    ("It was signed on 17 February 2008.", "17 February 2008", ('"17 February 2008" says it in full',)),
    (
        "It was signed last month.",
        "last month",
        ('"last month" is the month before the text was written', WRITTEN, "so December 2021"),
    ),
    (
        "It was signed today.",
        "today",
        ('"today" is the day on which the text was written', WRITTEN, "so 6 January 2022"),
    ),
    (
        "It was signed 25 years ago.",
        "25 years ago",
        ('"25 years ago" is 25 years before the text was written', WRITTEN, "so 1997"),
    ),
    (
        "It was signed early last year.",
        "early last year",
        (
            '"early last year" lies in the year before the text was written',
            WRITTEN,
            '"early last year" is taken to be the first third of that time, by convention',
            "so about January–April 2021",
        ),
    ),
    (
        "It was signed in the late 1990s.",
        "the late 1990s",
        (
            '"the late 1990s" is taken to be the last third of that time, by convention',
            "so the late 1990s (about 1997–1999)",
        ),
    ),
    (
        "It was signed on 03/04/2019.",
        "03/04/2019",
        (
            '"03/04/2019" could be read two ways: the month is taken to come first, as is usual in its language',
            "so 4 March 2019",
        ),
    ),
    ("It took three weeks.", "three weeks", ('"three weeks" says how long, not when',)),
    ("It meets every Monday.", "every Monday", ('"every Monday" says how often, not when',)),
    ("It was recently signed.", "recently", ('"recently" names no date',)),
]


@pytest.mark.parametrize(("text", "words", "expected"), EXPLAINED)
def test_a_date_is_explained_step_by_step(text, words, expected):
    assert steps(text, words, "2022-01-06") == expected


def test_an_inherited_year_names_what_it_is_inherited_from():
    text = "In May 2023 the soldiers came. In July they went home."
    assert steps(text, "July") == ('"July" has no year', "the text was telling of May 2023", "so July 2023")


def test_an_unsure_day_of_writing_leaves_the_date_unsure():
    found = steps("It was signed last year.", "last year", "2021-12/2022-02")
    assert found == (
        '"last year" is the year before the text was written',
        "the text was written between December 2021 and February 2022 (as given)",
        "so 2020 or 2021",
    )


def test_what_cannot_be_known_is_said_not_to_be():
    assert steps("It was signed last month.", "last month") == (
        '"last month" leans on a date that is not known',
    )


@pytest.mark.parametrize(
    "words",
    ["last week", "next Friday", "yesterday", "on Tuesday", "last summer", "two days later", "that year",
     "the first week of May 2021", "16 February", "the '60s", "about 1950", "later this year", "mid-2020",
     "the past three months", "two weeks before Christmas", "in the third quarter", "10 pm on 3 May 2020"],
)  # fmt: skip
def test_steps_are_short_sentences_without_jargon(words):
    text = f"On 3 March 2021 it was begun. {words[0].upper()}{words[1:]} it was signed."
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    for timex in dated(document, expressions(document, ENGLISH), ENGLISH, edtf.parse("2022-01-06")).timexes:
        assert timex.steps
        for step in timex.steps:
            assert len(step) < 130
            assert not re.search(r"\d{4}-\d\d|None|XXXX|Anchor|_|\bthen\b", step), step
