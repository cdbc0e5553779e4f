"""The index of names, and who is said to have dated an event first."""

from dataclasses import replace

import pytest

from tests.render import sample
from timeline.render import giver, names, view
from timeline.render.addresses import addresses
from timeline.render.dates import Dates
from timeline.render.quotation import Library


@pytest.fixture(scope="module")
def views():
    library = Library(
        addresses(sample.EVENTS, sample.ANALYSES),
        {analysis.document.id: analysis for analysis in sample.ANALYSES},
        Dates("en"),
    )
    return [view.event(event, library) for event in sample.EVENTS]


def _named(views, *events):
    """The index of some events, each a title, whom it names and where: the words with the titles beside them."""
    made = [
        replace(views[0], title=title, participants=participants, places=places)
        for title, participants, places in events
    ]
    index = names.index(made)
    return index, {name.text: [event.title for event in name.events] for page in index.pages for name in page}


def test_each_word_of_a_name_leads_to_its_events(views):
    _, found = _named(
        views,
        ("Orrin Vale buys the basin", ("Orrin Vale", "Bank of Lindisport"), ("The Hague",)),
        ("Fire in the customs house", (), ()),
        ("Mayor calls Vale deal a clerical matter", (), ()),  # named in the title only
        ("Élodie Vale is born", ("Élodie Vale",), ()),
    )
    assert list(found) == [
        "Bank",
        "Élodie",
        "Hague",
        "Lindisport",
        "Orrin",
        "Vale",
    ]  # in any script's order; not "of" and "The"
    assert found["Vale"] == [
        "Orrin Vale buys the basin",
        "Mayor calls Vale deal a clerical matter",
        "Élodie Vale is born",
    ]
    assert found["Bank"] == ["Orrin Vale buys the basin"]


def test_letters_lead_to_the_first_of_their_names(views):
    many = [(f"{word} speaks", (word,), ()) for word in ("Abel", "Adam", "Борис", "日本")]
    index, _ = _named(views, *many)
    assert [(own.text, own.path) for own in index.initials] == [
        ("A", "names/index.html#n-A"),
        ("Б", "names/index.html#n-Б"),
        ("日", "names/index.html#n-日"),
    ]


def test_a_long_index_has_pages_and_says_where_a_name_has_too_many_events(views):
    crowd = [(f"Aya meets guest {n}", ("Aya", f"Guest{n:04d}x"), ()) for n in range(900)]
    index, found = _named(views, *crowd)
    assert len(index.pages) > 1
    aya = index.pages[0][0]
    assert (aya.text, len(aya.events), aya.count) == ("Aya", names.MOST_LISTED, 900)
    assert len(found) == 901
    assert index.initials[1].path == "names/index.html#n-G"


def test_without_names_there_is_no_index(views):
    assert _named(views, ("It rains", (), ()))[0] == names.Index((), ())


def _quoted(views, *documents, **changes):
    """The first sample event as some documents tell it, each a name, its date as EDTF, and the days it was written between."""
    (pattern, *_) = (item for item in views if item.quotations and item.quotations[0].date)
    said = pattern.quotations[0]
    return replace(
        pattern,
        edtf="2005-06-17",
        rivals=(),
        dated_by_hand=False,
        quotations=tuple(
            replace(
                said,
                edtf=edtf,
                publisher=name,
                source=replace(said.source, path=f"sources/{name}.html#m-1-2"),
                written=replace(said.written, days=days),
            )
            for name, edtf, days in documents
        ),
        **changes,
    )


@pytest.mark.parametrize(
    ("documents", "label", "name", "others"),
    [
        ([("a", "2005-06-17", (10, 11))], "Dated by", "a", 0),
        ([("a", "2005-06-17", (20, 21)), ("b", "2005-06-17", (10, 20))], "First dated by", "b", 1),
        (
            [("a", "2005-06-17", (20, 40)), ("b", "2005-06-17", (10, 30))],
            "Dated by",
            "b",
            1,
        ),  # which was first is not known
        ([("a", "2005-06-17", None), ("b", "2005-06-17", (10, 30))], "Dated by", "b", 1),
        (
            [("a", "2005-06-17", (20, 21)), ("b", "2005", (10, 11))],
            "Dated by",
            "a",
            1,
        ),  # the earlier one says but the year
        ([("a", "2005-06-17", (10, 11)), ("a", "2005-06-17", (10, 11))], "Dated by", "a", 0),
    ],
)
def test_first_is_said_only_where_it_is_known(views, documents, label, name, others):
    found = giver.giver(_quoted(views, *documents))
    assert (found.label, found.name, found.others) == (label, name, others)


def test_who_tells_of_it_did_not_date_what_the_editor_dated(views):
    told = replace(_quoted(views, ("a", "2005-06-17", (10, 11))), dated_by_hand=True)
    assert giver.giver(told).label == "Told by"
    assert giver.giver(replace(told, quotations=())) is None
