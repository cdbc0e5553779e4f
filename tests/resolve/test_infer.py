"""When a document was written, from its own words: each argument with what it holds for and what it refuses."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.languages import language
from timeline.model.document import Document, DocumentId, Passage, Role, Source, Span
from timeline.model.expression import Dated
from timeline.resolve import dated
from timeline.resolve.infer_constraint import Constraint, Strength, narrowed
from timeline.tag import expressions
from timeline.times import edtf
from timeline.times import when as w
from timeline.times.algebra import covers
from timeline.times.calendar import day_number
from timeline.times.when import Date, Extent, Grain, Interval

ENGLISH = language("en")


def resolved(text, given=None):
    passages = (Passage(Span(0, len(text)), Role.PROSE),)
    document = Document(DocumentId("a.txt"), text, passages, "en")
    return dated(document, expressions(document, ENGLISH), ENGLISH, given)


def written(text):
    found = resolved(text).written
    return (found.source, edtf.text(found.when)) if found.when is not None else (found.source, None)


INFERRED = {
    "told as past": [
        ("The congress was held in October 2024.", "2024-10/.."),
        ("The bridge was opened on 3 June 2021 and closed in 2019.", "2021-06-03/.."),
        ("Turnout rose in the winter of 2022.", "2022/.."),
    ],
    "told as future": [
        ("Talks will be held in 2025.", "../2025"),
        ("The bridge was closed in 2021. It will open again on 4 May 2023.", "2021-01-01/2023-05-04"),
        (
            (
                "**1921** – The Lark goes on sale. It will be made until 1974.\n"
                "**1979** – Ann Lee sells the firm.\n**2026** – The new hall is due to open in 2027."
            ),
            "../2027",
        ),
        ("**1921** – The Lark goes on sale.\n**1930** – It will be made until 1974.", "../1974"),
    ],
    "named by its weekday": [
        (
            "Two hundred workers blocked the gate on Tuesday. The union said so on 23 November 2021.",
            "2021-11-23/2021-11-24",
        ),
        (
            "Two hundred workers blocked the gate on Monday. The union was founded on 23 November 2021.",
            "2021-11-23/..",
        ),
    ],
    "told twice": [
        (
            (
                "The harbour council signed a lease last month to rent two boats for the islands.\n"
                "The harbour council signed a lease on 3 June 2021 to rent two boats."
            ),
            "2021-07",
        ),
        (
            (
                "Villagers blocked the quarry road yesterday near the old mill.\n"
                "Villagers blocked the quarry road on 3 June 2021 near the mill."
            ),
            "2021-06-04",
        ),
    ],
    "same figure": [
        (
            (
                "The island imported goods worth 5 million euros in 2019. "
                "The island's exports of goods were worth 20,000 euros last year."
            ),
            "2020",
        ),
    ],
    "long ago": [
        (
            "The harbour bridge was opened 25 years ago.\nThe harbour bridge was opened in 1974 by the king.",
            "1998-07-02/2000-07-01",
        ),
    ],
    "compared years": [
        ("Exports rose to 40 million tons in 2024 in comparison with the previous year.", "2025-01/2026-06"),
    ],
    "said of this year": [
        (
            (
                "It will be finished in 2022, they say. Work was begun in 2020.\n"
                "On February 16 of this year she received the envoy."
            ),
            "2020-02-16/2022-12-31",
        ),
    ],
    "same vein": [
        (
            (
                "The island's trade grew to 5 million euros in 2019. The island's trade with the port came to 20,000 euros last year.\n"
                "Last month Moran also met the mayor of the port.\nIn April, Moran also met the mayor of Ness."
            ),
            "2020-05",
        ),
    ],
    "days without a year": [
        (
            (
                "The island's trade grew to 5 million euros in 2019. The island's trade with the port came to 20,000 euros last year.\n"
                "On 7 May the team visited the island."
            ),
            "2020",
        ),
        (
            (
                "It will be finished in 2020, they say. Work was begun in 2020.\n"
                "On February 16 of this year she left. On 7 May the team visited the island."
            ),
            "2020-05-11/2020-12-31",
        ),
    ],
}

REFUSED = {
    "a deadline is not past": "The council pledged to cut its spending by 2030.",
    "what was foretold then is not ahead now": "They said it would be held in 1996.",
    "a year that names a thing dates nothing": "The 2000 forecast was criticised.",
    "meeting again is not one meeting": "She met the mayor last month.\nShe will meet the mayor in June.",
    "how long says nothing": "They worked for three weeks.",
}


@pytest.mark.parametrize(("text", "when"), [case for cases in INFERRED.values() for case in cases])
def test_the_words_bound_the_day_of_writing(text, when):
    assert written(text) == (Source.INFERRED, when)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_other_words_bound_nothing(text):
    assert written(text) == (Source.OPEN, None)


def test_two_meetings_with_one_person_are_two():
    text = "Moran met the mayor last month.\nMoran met the mayor on 3 June 2021."
    assert written(text) == (Source.INFERRED, "2021-06-03/..")


def test_a_comparison_is_not_one_figure():
    text = "Exports were worth 20,000 euros last year. The island's exports rose from 5,000 euros in 2017."
    assert written(text)[1] == "2017/.."


def test_a_language_whose_verbs_are_hardly_known_bounds_nothing_by_tense():
    text = "Trupat e Kosovës u tërhoqën në vitin 2012."
    albanian = replace(language("sq"), cues={"past": ("u",)})
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "sq")
    assert dated(document, expressions(document, albanian), albanian).written.when is None


def test_steps_cite_the_words_and_end_with_the_date():
    steps = resolved(INFERRED["told twice"][0][0]).written.steps
    assert '"signed a lease last month"' in steps[-2]
    assert '"a lease on 3 June 2021"' in steps[-2]
    assert steps[-1] == "so the text was written in July 2021"


def test_of_two_that_contradict_the_weaker_is_dropped_and_named():
    text = "The bridge was closed on 4 May 2023. Talks will be held in 2021."
    found = resolved(text).written
    assert edtf.text(found.when) == "2023-05-04/.."
    assert any("left out" in step and '"2021"' in step for step in found.steps)


def test_relative_dates_count_from_the_days_inferred():
    text = "The bridge was closed in 2021. It will open again in 2022. Last year it was painted."
    painted = [t for t in resolved(text).timexes if isinstance(t, Dated)][-1]
    assert edtf.text(painted.when) == "2020/2021"


def test_nothing_counts_from_an_open_day_of_writing():
    timexes = resolved("The bridge was closed in 2021. Last year it was painted.").timexes
    assert [isinstance(t, Dated) for t in timexes] == [True, False]


def test_what_leans_on_an_unsure_date_is_as_unsure():
    text = "The bridge was closed yesterday. It was opened two days later."
    later = resolved(text, edtf.parse("2021-06-03/2021-06-10")).timexes[-1]
    assert isinstance(later, Dated)
    assert covers(later.when, edtf.parse("2021-06-04/2021-06-11"))


PHRASES = [
    "yesterday", "today", "tomorrow", "last week", "this week", "next week", "last weekend", "last month",
    "this month", "next month", "last quarter", "last year", "this year", "next year", "three days ago",
    "two weeks ago", "five months ago", "25 years ago", "last Monday", "next Friday", "on Tuesday", "last May",
    "last summer", "next winter", "early last year", "in July", "on 7 May", "on 16 February of this year",
    "the first week of last month", "later this month", "the past three months", "July last year",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(PHRASES),
    st.integers(day_number(1990), day_number(2040)),
    st.integers(1, 400),
    st.integers(0, 400),
)
def test_every_day_of_writing_is_held(phrase, first, width, step):
    """Whatever day of the interval the text was written on, what the phrase then means lies in what is given."""
    text = f"The bridge was closed {phrase}."
    last = first + width
    inside = first + step % (width + 1)
    vague = resolved(text, Interval(Date(first, Grain.DAY), Date(last, Grain.DAY))).timexes
    exact = resolved(text, Date(inside, Grain.DAY)).timexes
    assert len(vague) == len(exact)
    for one, other in zip(vague, exact, strict=True):
        if isinstance(one, Dated):
            assert isinstance(other, Dated)
            assert covers(one.when, other.when), (edtf.text(one.when), edtf.text(other.when))


def extents():
    return st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda p: Extent(p[0], p[0] + p[1]))


@given(st.lists(st.tuples(extents(), st.sampled_from(Strength)), min_size=1, max_size=6))
def test_what_is_left_is_in_all_that_were_used(found):
    constraints = [Constraint(strength, "", (days,)) for days, strength in found]
    left = narrowed(constraints)
    for one in left.used:
        assert all(one.days[0].start <= days.start and days.end <= one.days[0].end for days in left.days)
    assert len(left.used) + len(left.dropped) <= len(constraints)
    surest = max(constraints, key=lambda one: one.strength)
    assert surest.strength not in {one.strength for one in left.dropped} or any(
        one.strength == surest.strength for one in left.used
    )


def test_what_recurs_every_year_says_nothing_of_an_open_window():
    may = Constraint(
        Strength.CUSTOM, "", yearly=lambda year: Extent(w.month(year, 5).start, w.month(year, 5).end)
    )
    since = Constraint(Strength.SAID, "", (Extent(day_number(2020), None),))
    year = Constraint(Strength.SAID, "", (Extent(day_number(2020), day_number(2021)),))
    assert narrowed((may, since)).used == (since,)
    assert narrowed((may, year)).hull == Extent(day_number(2020, 5), day_number(2020, 6))
