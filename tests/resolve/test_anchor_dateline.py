"""The date a document bears, told from dates it tells of."""

import pytest

from timeline.languages import language
from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Source, Span
from timeline.resolve import dated
from timeline.tag import expressions
from timeline.times import edtf

ENGLISH = language("en")


def written(text, given=None, published=None, role=Role.PROSE):
    document = Document(
        DocumentId("a.txt"),
        text,
        (Passage(Span(0, len(text)), role),),
        "en",
        Metadata(published=edtf.parse(published) if published else None),
    )
    when = edtf.parse(given) if given else None
    return dated(document, expressions(document, ENGLISH), ENGLISH, when).written


BORNE = [
    ("2021-06-05 20:58:24\n\nThe bridge was closed.", "2021-06-05"),
    ("A bridge closes\n2021-06-05 20:58\nThe bridge was closed to all traffic.", "2021-06-05"),
    ("PARIS, 3 May 2021 (Agency) — The bridge was closed to all traffic.", "2021-05-03"),
    ("Odessa, May 3, 2021 -- The bridge was closed to all traffic.", "2021-05-03"),
    ("A bridge closes\nPublished: 12 March 2019\nThe bridge was closed to all traffic.", "2019-03-12"),
    ("A bridge closes\nBy Ann Other | Posted on March 12, 2019\nThe bridge was closed.", "2019-03-12"),
    ("Last updated: 14 March 2019\nPublished: 12 March 2019\nThe bridge was closed.", "2019-03-12"),
    (
        "Minutes of the board\nHeld on Tuesday 14 May 2019 at 7 pm in the hall\n\n1. The bridge was closed.",
        "2019-05-14",
    ),
    ("Lisbon, 3 May 1921\n\nDear Mother,\nThe bridge was closed to all traffic.", "1921-05-03"),
    ("The bridge was closed to all traffic, said the mayor.\n\n02-23-98 1530EST", "1998-02-23"),
    ("The bridge was closed to all traffic.\n\nPublished 11/02/89", "1989-11-02"),
    ("A bridge closes\n2021-06-05T20:58:24Z\nThe bridge was closed to all traffic.", "2021-06-05"),
    ("2 March: The bridge was closed.\n\n(Compiled by the Harbour Trust, 20 June 2021)", "2021-06-20"),
    ("The bridge was closed to all traffic.\n\nXX-YZ-08-07-98 0520EDT", "1998-08-07"),
    ("A bridge closes\nThis page was last updated on 3 May 2021.\nThe bridge was closed.", "2021-05-03"),
    ("The bridge was closed.\n\nCopyright 2021 Tarn Courier. Published May 3, 2021.", "2021-05-03"),
    ("The bridge was closed.\n\n___\n\nThis story was first published on April 25, 2024.", "2024-04-25"),
    (
        "A bridge closes\n\nThe bridge was closed.\n\n(Originally published in the Courier on 25 April 2024.)",
        "2024-04-25",
    ),
]

TOLD = [
    "Minutes of the board\n\n1. The bridge was closed.\n\nNext meeting: Tuesday 11 June 2019 at 7 pm in the hall.",
    "The ferry sank on 3 May 2021 – all were saved.",
    "The report, published on 12 March 2019, tells of a bridge.",
    "The company updated its forecast on 12 March 2019 and closed a bridge.",
    "The bridge was built by the Harbour Trust, opened 20 June 2021.",
    "3 May 1921\nWe sailed.\n4 May 1921\nWe landed.\n5 May 1921\nWe slept.",
    "The treaty of 3 May 1921 was signed in Lisbon, and everybody knew it.",
    "Minutes of the board\n\nThe fair was a success, said Ann. It had been held on 3 May 1921.",
    "The book was first published on 3 May 1921, and this story is told in it.",
    "This report of how the bridge was closed says that the mayor came on 3 May 1921 and that he left again in tears.",
    "Treaty signed 3 May 1921\nIt was kept by both sides for many years.",
]


@pytest.mark.parametrize(("text", "day"), BORNE)
def test_a_date_the_text_bears_is_its_own(text, day):
    found = written(text)
    assert (found.source, edtf.text(found.when)) == (Source.DATELINE, day)
    assert len(found.steps) == 1


@pytest.mark.parametrize("text", TOLD)
def test_a_date_the_text_tells_of_is_not(text):
    assert written(text).source is not Source.DATELINE


def test_a_title_says_what_a_text_is_about():
    assert written("Lisbon, 3 May 1921", role=Role.TITLE).source is not Source.DATELINE
    assert written("Lisbon, 3 May 1921", role=Role.DATELINE).source is Source.DATELINE


def test_what_was_said_wins_over_what_is_known_over_what_is_borne():
    text = "PARIS, 3 May 2021 (Agency) — The bridge was closed."
    assert edtf.text(written(text, given="2020", published="2019-01-01").when) == "2020"
    assert edtf.text(written(text, published="2019-01-01").when) == "2019-01-01"
    assert written(text, published="2019-01-01").source is Source.METADATA


def test_a_number_that_could_be_day_or_month_says_what_was_assumed():
    assert "month to come first" in written("Published 11/02/1989\nA bridge was closed.").steps[0]
    assert "century" in written("Published 11/02/89\nA bridge was closed.").steps[0]
    assert "first" not in written("Published 11/22/1989\nA bridge was closed.").steps[0]


def test_without_a_word_about_time_it_is_open():
    found = written("The bridge is closed.")
    assert (found.when, found.source) == (None, Source.OPEN)
    assert found.steps


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("de", "Aktualisiert am 03.05.2021 um 10:15"),
        ("de", "Dieser Artikel ist zuerst am 3. Mai 2021 in der Tarner Zeitung erschienen."),
        ("fr", "Mis à jour le 3 mai 2021 à 11h20"),
        ("fr", "Cet article a été publié le 3 mai 2021."),
        ("es", "Este artículo fue publicado el 3 de mayo de 2021."),
        ("it", "Questo articolo è stato pubblicato il 3 maggio 2021."),
        ("sr", "Objavljeno 3. maja 2021."),
        ("sq", "Publikuar më 3 maj 2021"),
    ],
)
def test_a_line_at_the_foot_says_when_the_text_came_out(code, line):
    text = f"Tarn 1962.\n\n{line}"
    passages = (Passage(Span(0, 10), Role.PROSE), Passage(Span(12, len(text)), Role.PROSE))
    document = Document(DocumentId("a.txt"), text, passages, code)
    spoken = language(code)
    found = dated(document, expressions(document, spoken), spoken).written
    assert edtf.text(found.when) == "2021-05-03"
