"""Whole documents, small ones of our own in every layout the readers must tell apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import read
from timeline.model.document import Document, DocumentId, Metadata, Role
from timeline.model.problem import Severity
from timeline.times import edtf

LINES = """The harbour at Port Ellery
Port Ellery was founded in 1820 by settlers who had left the capital after the fire of that spring.
Its harbour was dug in 1871, and the council opened it on 4 October of that year with a regatta.
The long decline
When the railway came in 1902, ships went elsewhere, and the harbour was used by fishermen alone.
Written by
Jane Doe
Jane Doe is a freelancer specialising in harbours. She joined The Example in 2001.
"""
APART = """Skip to content

The harbour at Port Ellery

By Jane Doe

12 May 2011

The harbour at dawn (file photo).

PORT ELLERY -- The council opened the harbour on 4 October 1871.

It was closed in 1902.

Share this article

Related News

Harbour opened in 1999

Port Ellery wins cup
"""
WRAPPED = """= The harbour =

Port Ellery was founded in 1820 by settlers who had left the capital
after the fire of that spring. Its harbour was dug in 1871, and the
Council of Elders opened it on 4 October with a regatta; nobody knew on
17 May 1902 that it would close.

== Sources ==
- Annals of the port, 1903
- Letters

== Aftermath ==
1. The first thing was the railway.
2. The second was the war.

17. februar 1920 the port was sold.
"""


def document(text: str, name: str = "a.txt", **metadata: object) -> Document:
    outcome = read.document(DocumentId(name), text.encode(), Metadata(**metadata))  # type: ignore[arg-type]
    assert outcome.value is not None
    assert not outcome.problems
    return outcome.value


def roles(found: Document) -> list[tuple[str, str]]:
    return [(p.role.value, found.text[p.span.start : p.span.end]) for p in found.passages]


def test_a_paragraph_to_a_line() -> None:
    assert [role for role, _ in roles(document(LINES))] == [
        "title", "prose", "prose", "heading", "prose", "byline", "byline", "boilerplate",
    ]  # fmt: skip


def test_paragraphs_between_blank_lines() -> None:
    assert [role for role, _ in roles(document(APART))] == [
        "boilerplate", "title", "byline", "dateline", "caption", "prose", "prose",
        "boilerplate", "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip


def test_wrapped_lines_are_one_paragraph_and_sources_tell_nothing() -> None:
    found = roles(document(WRAPPED))
    assert [role for role, _ in found] == [
        "title", "prose", "boilerplate", "boilerplate", "boilerplate", "heading", "item", "item", "prose",
    ]  # fmt: skip
    assert found[0][1] == "The harbour"
    assert found[1][1].startswith("Port Ellery was")
    assert found[1][1].endswith("would close.")
    assert found[6][1] == "The first thing was the railway."
    assert found[8][1].startswith("17. februar 1920")


def test_the_title_is_the_one_the_metadata_knows() -> None:
    text = "Port News\n\nThe harbour at Port Ellery\n\nIt was closed in 1902, the council said.\n"
    found = document(text, title="The Harbour at Port Ellery")
    assert roles(found)[1][0] == "title"
    assert document(text).metadata.title == "Port News"


def test_names_near_the_date_are_bylines_and_the_time_a_dateline() -> None:
    text = "The harbour closes\n\nThe Daily Example\nJane Doe\n2024-04-29 20:58:24\n\nBy John Roe\n\nIt is over.\n"
    assert [role for role, _ in roles(document(text))] == [
        "title", "byline", "byline", "dateline", "byline", "prose",
    ]  # fmt: skip


def test_a_chronicle_is_headed_by_its_dates() -> None:
    text = "Chronicle of the port\n\n4 October 1871\n\nThe harbour opens.\n\n17 May 1902\n\nThe harbour closes.\n\n1999\n\nIt opens again.\n"
    assert [role for role, _ in roles(document(text))] == ["title", *["heading", "prose"] * 3]


@pytest.mark.parametrize(
    "text",
    [
        "1898 Club founded\n1903 First ground at Mill Lane\n1937: New stand\n1963/64 Champions\n1972. Merger\n",
        "12 June 2014    Contract signed\nJune 2016    Appeal heard\n1 July 2016    Appeal dismissed\n",
        "9 May 2015 – 20 June 2015    Trial\n2016-07-01 Appeal dismissed\n14.01.2017 Case closed\n",
        "May 3, 1921 – Strike begins\n\nMay 9, 1921 – Police enter the yard\n\nJune 1921 – Strike ends\n",
        "**c. 1150** Nave built\n**1540s** Paintings whitewashed\n**1644, June** Church used as a stable\n",
        "3 February: Cabinet dismissed\n14 June: Observers arrive\n17 July – Sefu sworn in\n",
        "02:10 maroons fired\n02:24 boat away, crew of seven\n06:30 back on station\n",
        "16.20 Pump started\n18.05 h – Valve opened\n[21.30] Crew relieved\n",
        "4.15 pm Doors opened\n5 pm – Speech\n11.30 p.m. Hall cleared\n",
        "3 de mayo de 1921 Huelga\n9 de mayo de 1921 Entra la policía\n1922 Fin de la huelga\n",
    ],
)
def test_lines_that_open_with_dates_one_under_the_other_are_a_list(text: str) -> None:
    found = [role for role, _ in roles(document(f"History of the club\n\n{text}"))]
    assert found == ["title", *["item"] * text.strip().replace("\n\n", "\n").count("\n"), "item"]


@pytest.mark.parametrize(
    "text",
    [
        "1898 Club founded\n1903 First ground at Mill Lane\n\nIt was sold, the council said.\n",
        "14 June 2019\n15 June 2019\n16 June 2019\n",
        "120 goals\n98 goals\n45 goals\n",
        "4.50 Soup of the day\n7.25 Fish pie\n9.10 Roast\n",
        "10:00\n11:30\n12:15\n",
    ],
)
def test_fewer_than_three_or_dates_alone_are_no_list(text: str) -> None:
    assert "item" not in [role for role, _ in roles(document(f"History of the club\n\n{text}"))]


def test_a_line_above_a_player_is_its_caption_and_page_numbers_are_furniture() -> None:
    text = "It was closed in 1902.\n\nHarbour Closing Sparks Anger\nplease wait\n\n0:00 0:01:12 0:00\n\n3 / 7\n\nIt opened again.\n"
    assert [role for role, _ in roles(document(text))] == [
        "prose", "caption", "boilerplate", "boilerplate", "boilerplate", "prose",
    ]  # fmt: skip


def test_a_life_in_the_middle_of_a_text_is_told() -> None:
    text = "John Roe was a journalist in Port Ellery; he died in 1902.\n\n" + "The council met again. " * 40
    assert [role for role, _ in roles(document(text))] == ["prose", "prose"]


def test_a_drawn_table_is_rows_under_a_head() -> None:
    found = roles(
        document(
            "# Mills\n\n| Year | Mill |\n|:-----|-----:|\n| 1871 | Oslo |\n| 1902 |  |\n\nTwo in all.\n",
            "a.md",
        )
    )
    assert found == [
        ("title", "Mills"),
        ("caption", "Year | Mill"),
        ("cell", "1871 | Oslo"),
        ("cell", "1902"),
        ("prose", "Two in all."),
    ]


def test_a_line_in_bold_is_a_heading_without_its_stars() -> None:
    found = roles(
        document("# Mills\n\n**1871**\n\nThe mill opens.\n\n**The *long* decline.** It closes.\n", "a.md")
    )
    assert found == [
        ("title", "Mills"),
        ("heading", "1871"),
        ("prose", "The mill opens."),
        ("prose", "**The *long* decline.** It closes."),
    ]


def test_markdown_with_front_matter() -> None:
    text = "---\ntitle: The harbour\ndate: 2011-05-12\nauthor: Jane Doe\nlayout: post\n---\n# The harbour\n\nIt was dug in *1871*.\n\nA part\n------\n\n* one\n* two\n"
    found = document(text, "notes/a.md", publisher="The Example")
    assert found.metadata.published == edtf.parse("2011-05-12")
    assert found.metadata.authors == ("Jane Doe",)
    assert found.metadata.publisher == "The Example"
    assert found.text == text
    assert roles(found) == [
        ("title", "The harbour"), ("prose", "It was dug in *1871*."), ("heading", "A part"),
        ("item", "one"), ("item", "two"),
    ]  # fmt: skip


def test_the_project_goes_before_front_matter() -> None:
    found = document("---\ntitle: A\ndate: 2011\n---\nIt was dug in 1871.\n", "a.md", title="B")
    assert (found.metadata.title, found.metadata.published) == ("B", edtf.parse("2011"))


def test_broken_front_matter_is_a_problem_with_its_place() -> None:
    outcome = read.document(DocumentId("a.md"), b"---\ntitle: A\ndate: 2011-13\n---\nText.\n", Metadata())
    assert [(p.kind, p.place) for p in outcome.problems] == [("impossible-date", "a.md:3:7")]
    assert outcome.value is not None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("\ufeffÄrger im Hafen.".encode(), "Ärger im Hafen."),
        ("Ärger im Hafen.".encode("utf-16"), "Ärger im Hafen."),
        ("\ufeffÄrger".encode("utf-32-be"), "Ärger"),
        ("a\r\nb\u00a0c “d” ë\r\n".encode(), "a\r\nb\u00a0c “d” ë\r\n"),
    ],
)
def test_text_is_decoded_and_left_as_it_is(content: bytes, expected: str) -> None:
    outcome = read.document(DocumentId("a.txt"), content, Metadata())
    assert outcome.value is not None
    assert outcome.value.text == expected
    assert not outcome.problems


def test_an_old_encoding_is_recognised_with_a_warning() -> None:
    text = "Der Hafen wurde für Schiffe geöffnet, und die Bürger freuten sich über das schöne Fest. " * 5
    outcome = read.document(DocumentId("a.txt"), text.encode("cp1252"), Metadata())
    assert outcome.value is not None
    assert outcome.value.text == text
    assert outcome.value.language == "de"
    assert [(p.severity, p.kind) for p in outcome.problems] == [(Severity.WARNING, "guessed-encoding")]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "El 3 de mayo de 1921 el señor Núñez inauguró el puente. La niña nació en la montaña."),
        ("cp1252", "Den 4 maj 1931 öppnade borgmästare Åsa Öström bron på ön. Kommunen hade köpt färjan."),
        ("cp1252", "The mayor’s “last word” – so it was called – fell on 14 May 1998 at the café."),
        ("cp1250", "Dnia 3 maja 1921 roku otwarto most w Łodzi. Żółw pił wodę, a gęś śpiewała."),
        ("iso8859_2", "Dnia 3 maja 1921 roku otwarto most w Łodzi. Żółw pił wodę, a gęś śpiewała."),
        ("mac_roman", "Le 14 mai 1998, le conseil a approuvé la ligne où l’été fut très chaud à Genève."),
        ("cp1251", "Мост је отворен 3. маја 1921. године у Београду."),
        ("cp1253", "Η γέφυρα άνοιξε στις 3 Μαΐου 1921."),
        ("cp932", "1921年5月3日に橋が開通した。"),
    ],
)
def test_the_letters_of_a_language_tell_its_encoding(encoding: str, text: str) -> None:
    outcome = read.document(DocumentId("a.txt"), text.encode(encoding), Metadata())
    assert outcome.value is not None
    assert outcome.value.text == text
    # who knows better says so, and nothing is guessed
    given = read.document(DocumentId("a.txt"), text.encode(encoding), Metadata(encoding="latin-1"))
    assert given.value is not None
    assert (given.value.text, given.problems) == (text.encode(encoding).decode("latin-1"), ())


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"text\0more", "undecodable"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "undecodable"),
        ("a.txt", b"\xef\xbb\xbf\xff", "undecodable"),
        ("a.xyz", b"text", "unknown-type"),
        ("README", b"text", "unknown-type"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, kind: str) -> None:
    outcome = read.document(DocumentId(name), content, Metadata())
    assert outcome.value is None
    assert [(p.kind, p.file, bool(p.hint)) for p in outcome.problems] == [(kind, name, True)]


def test_an_empty_file_is_a_document_with_a_warning() -> None:
    outcome = read.document(DocumentId("a.txt"), b" \n\n", Metadata())
    assert outcome.value is not None
    assert outcome.value.passages == ()
    assert [p.kind for p in outcome.problems] == ["empty-document"]


def test_the_language_is_given_or_recognised() -> None:
    assert document("Kurz.", language="sr").language == "sr"
    assert document("Kurz.").language == "en"
    assert document("El puerto fue inaugurado en el año 1871 por el consejo de la ciudad.").language == "es"


_LINE = st.text(st.sampled_from("Abc 12.-=#*—“”\u00a0\t:é()"), max_size=90)


@settings(deadline=None)  # the machine may be busy
@given(st.lists(_LINE, max_size=12), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_passages_lie_in_order_and_leave_out_only_space_and_marks(lines: list[str], end: str) -> None:
    found = read.document(DocumentId("a.txt"), end.join(lines).encode(), Metadata()).value
    assert found is not None
    at = 0
    for passage in found.passages:
        assert at <= passage.span.start
        assert not any(c.isalpha() for c in found.text[at : passage.span.start])
        quote = found.text[passage.span.start : passage.span.end]
        assert quote == quote.strip()
        assert (passage.level > 0) == (passage.role in (Role.TITLE, Role.HEADING))
        at = passage.span.end
    assert not any(c.isalpha() for c in found.text[at:])


def test_what_a_definition_list_says_of_a_year_is_an_item_under_it():
    text = "# The inn\n\n1902\n: Opened by the bishop. Work stops within a week.\n\n1905\n: A new sign is hung.\n"
    document = read.document(DocumentId("inn.md"), text.encode(), Metadata(language="en")).value
    said = [(one.role, text[one.span.start : one.span.end]) for one in document.passages[1:]]
    assert said == [
        (Role.HEADING, "1902"),
        (Role.ITEM, "Opened by the bishop. Work stops within a week."),
        (Role.HEADING, "1905"),
        (Role.ITEM, "A new sign is hung."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "3. Mai. Abfahrt nach Leith.\n4. Mai. Auf See gewesen.\n",
        "11. maj. Kiša je padala.\n12. maj. Stigli smo u Niš.\n",
    ],
)
def test_a_day_before_its_month_numbers_no_list(text: str) -> None:
    assert [said for _, said in roles(document(text))] == text.strip().split("\n")


def test_a_month_in_a_numbered_list_is_no_day() -> None:
    found = roles(document("The plan\n\n3. Insurance renewed.\n4. April fair to be held.\n5. New sign.\n"))
    assert [said for _, said in found[1:]] == ["Insurance renewed.", "April fair to be held.", "New sign."]


def test_a_line_that_leads_to_its_page_is_of_a_table_of_contents() -> None:
    text = "1. The flood of 1871 .... 3\n2. The fire of 1880 . . . . . xii\n3. Then it closed ... in 1902.\n"
    assert [role for role, _ in roles(document(f"Annals\n\n{text}"))] == [
        "title", "boilerplate", "boilerplate", "item",
    ]  # fmt: skip
