import pytest

from timeline import merge
from timeline.model.edit import Edited, Entry, Place
from timeline.model.event import EventId, Kind
from timeline.times import edtf

FOUNDED = {
    "a.txt": [("1820", "Port Ellery was founded by settlers", "Port Ellery was founded by settlers in [1820].")],
    "b.txt": [("1820-05-03", "Port Ellery was founded by settlers", "On [3 May 1820], Port Ellery was founded by settlers.")],
    "c.txt": [("1821", "Port Ellery was founded by settlers", "Port Ellery was founded by settlers in [1821].")],
}  # fmt: skip


def test_sources_that_disagree_are_one_event_with_a_rival_date(project) -> None:
    outcome = merge.events(project(FOUNDED), Edited())
    assert [edtf.text(event.when) for event in outcome.value] == ["1820-05-03"]
    event = outcome.value[0]
    assert [mention.citation.document for mention in event.mentions] == ["b.txt", "a.txt"]
    assert [(edtf.text(r.when), r.mentions[0].citation.document) for r in event.rivals] == [("1821", "c.txt")]
    (problem,) = outcome.problems
    assert problem.kind == "rival-dates"
    assert "1820-05-03 (a.txt, b.txt); 1821 (c.txt)" in problem.message
    assert f"id: {event.id}" in problem.hint


def test_the_date_most_documents_support_wins_over_a_finer_one(project) -> None:
    told = {
        "a.txt": [("1821-05-03", "Port Ellery was founded by settlers", "On [3 May 1821], Port Ellery was founded by settlers.")],
        **{f"{n}.txt": [("1820", "Port Ellery was founded by settlers", "Port Ellery was founded by settlers in [1820].")] for n in "bc"},
    }  # fmt: skip
    (event,) = merge.events(project(told), Edited()).value
    assert edtf.text(event.when) == "1820"
    assert [edtf.text(rival.when) for rival in event.rivals] == ["1821-05-03"]


def test_the_editor_settles_it(project) -> None:
    (event,) = merge.events(project(FOUNDED), Edited()).value
    entry = Entry(Place("events.yaml", 2, 3), id=event.id, date=edtf.parse("1820-05-04"))
    outcome = merge.events(project(FOUNDED), Edited(entries=(entry,)))
    assert not outcome.problems
    (settled,) = outcome.value
    assert edtf.text(settled.when) == "1820-05-04"
    assert settled.machine == edtf.parse("1820-05-03")
    assert settled.rivals == event.rivals


def test_one_source_is_not_its_own_rival(project) -> None:
    told = {"a.txt": [FOUNDED["a.txt"][0], FOUNDED["c.txt"][0]]}
    assert len(merge.events(project(told), Edited()).value) == 2


def test_what_may_happen_again_has_no_rivals_years_apart(project) -> None:
    told = {
        f"{year}.txt": [(f"{year}", "Port Ellery held its regatta for schools", f"Port Ellery held its regatta for schools in [{year}].")]
        for year in (1820, 1821)
    }  # fmt: skip
    assert len(merge.events(project(told), Edited()).value) == 2


def test_days_apart_by_one_are_rivals(project) -> None:
    told = {
        f"{day}.txt": [(f"1871-10-0{day}", "Mayor Brann opened the Tarn canal", f"Mayor Brann opened the Tarn canal on [{day} October 1871].")]
        for day in (4, 5)
    }  # fmt: skip
    (event,) = merge.events(project(told), Edited()).value
    assert (edtf.text(event.when), [edtf.text(r.when) for r in event.rivals]) == (
        "1871-10-04",
        ["1871-10-05"],
    )


def test_what_the_editor_merges_keeps_both_dates(project) -> None:
    told = {
        "a.txt": [
            (
                "1871-10-04",
                "Mayor Brann opened the canal",
                "Mayor Brann opened the canal on [4 October 1871].",
            )
        ],
        "b.txt": [("1902-01-01", "Water flowed at last", "Water flowed at last on [1 January 1902].")],
    }
    first, second = merge.events(project(told), Edited()).value
    entry = Entry(Place("events.yaml", 2, 3), id=first.id, merge=(EventId(second.id),))
    (event,) = merge.events(project(told), Edited(entries=(entry,))).value
    assert event.id == first.id
    assert [mention.citation.document for mention in event.mentions] == ["a.txt"]
    assert [mention.citation.document for mention in event.rivals[0].mentions] == ["b.txt"]


def test_a_source_that_agrees_by_a_figure_does_not_hide_that_another_disagrees(project) -> None:
    told = {
        "a.txt": [("1968-03-12", "Ferry Selma sank off Port Ellery with the loss of 41 lives", "The ferry Selma sank off Port Ellery on [12 March 1968] with the loss of 41 lives.")],
        "b.txt": [("1968-03-13", "Ferry Selma sank off Port Ellery", "On [13 March 1968] the ferry Selma sank off Port Ellery.")],
        "c.txt": [("1968-03-12", "Loss of the Selma off Port Ellery cost 41 lives", "The loss of the Selma off Port Ellery on [12 March 1968] cost 41 lives.", Kind.STATISTIC)],
    }  # fmt: skip
    (event,) = merge.events(project(told), Edited()).value
    assert len(event.mentions) == 2
    assert [edtf.text(rival.when) for rival in event.rivals] == ["1968-03-13"]


BOUGHT = {
    "a.txt": [("1921", "Brann family bought the sugar mill", "In [1921] the Brann family bought the sugar mill.")],
    "b.txt": [("1922", "Brann family bought the sugar mill after the war", "After the war the Brann family bought the sugar mill, in [1922].")],
}  # fmt: skip


def test_a_purchase_told_in_all_the_same_words_a_year_apart_is_one_with_a_rival(project) -> None:
    (event,) = merge.events(project(BOUGHT), Edited()).value
    assert [edtf.text(when) for when in (event.when, event.rivals[0].when)] == ["1921", "1922"]


@pytest.mark.parametrize(
    ("date", "title"),
    [
        ("1922", "Brann family bought the oil mill"),  # something else
        ("1924", "Brann family bought the sugar mill"),  # too late to be a slip
        ("1922", "Brann family sold the sugar mill"),  # the other way round
    ],
)
def test_another_purchase_is_no_contradiction(project, date: str, title: str) -> None:
    told = BOUGHT | {"b.txt": [(date, title, f"{title} in [{date}].")]}
    assert len(merge.events(project(told), Edited()).value) == 2


def test_what_comes_again_every_year_is_no_contradiction(project) -> None:
    told = {
        "a.txt": [("2014-07-18", "Lake Festival opened with a concert", "The Lake Festival opened with a concert on [18 July 2014].")],
        "b.txt": [("2015-07-17", "Lake Festival opened with a concert", "The Lake Festival opened with a concert on [17 July 2015].")],
    }  # fmt: skip
    assert len(merge.events(project(told), Edited()).value) == 2
