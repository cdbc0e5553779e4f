"""Mentions as values: citations, ranges, roles, headings, participants."""

from types import SimpleNamespace

import pytest

from timeline import extract, resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId, Passage, Role, Source, Span, Written
from timeline.model.expression import Dated, Expression, Range, TimexType
from timeline.times import edtf

SIGNED = "The duchy and the port signed a pact on {3 May 1402=1402-05-03}."


def test_a_citation_is_the_sentence_in_its_exact_words(read):
    (mention,) = read(f"Nobody came.  {SIGNED} It failed.")
    assert mention.citation.quote == "The duchy and the port signed a pact on 3 May 1402."
    assert mention.citation.span.start == 14
    assert mention.dated.expression.text == "3 May 1402"


def test_a_range_is_one_mention_with_its_interval(read):
    (mention,) = read("The embassy was closed from {3=1990-05-03} to {9 May 1990=1990-05-09}.", join=True)
    assert edtf.text(mention.when) == "1990-05-03/1990-05-09"
    assert mention.title == "Embassy was closed"


def test_what_goes_on_from_a_range_is_of_its_end(read):
    said = read("She taught in Bern from {1933=1933} to {1947=1947}, when she was dismissed.", join=True)
    assert [(edtf.text(one.when), one.title) for one in said] == [
        ("1933/1947", "She taught in Bern"),
        ("1947", "She was dismissed"),
    ]


def test_a_length_of_time_that_repeats_a_date_dates_what_it_is_counted_from():
    text = "She left Oslo on 3 May 1978, a week before the opening of the mill."
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    english = language("en")
    found = resolve.dated(document, tag.expressions(document, english), english)
    assert len([one for one in found.timexes if isinstance(one, Dated)]) == 2
    first, second = extract.mentions(document, found.timexes, found.written, english)
    assert edtf.text(first.when) == "1978-05-03"
    assert (edtf.text(second.when), second.title) == ("1978-05-10~", "Opening of the mill")


@pytest.mark.parametrize(
    ("text", "when", "lasts"),
    [
        ("The bridge must be finished by 3 May 2031.", "../2031-05-03", False),
        ("The bridge must be finished no later than May 2031.", "../2031-05", False),
        ("The bridge will stay closed until 3 May 2031.", "../2031-05-03", True),
    ],
)
def test_what_is_due_is_done_once_and_does_not_last_until_then(text, when, lasts):
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    english = language("en")
    found = resolve.dated(document, tag.expressions(document, english), english)
    (mention,) = extract.mentions(document, found.timexes, found.written, english)
    assert (edtf.text(mention.when), mention.dated.range is not None) == (when, lasts)


@pytest.mark.parametrize(
    "role", [Role.CAPTION, Role.DATELINE, Role.BYLINE, Role.BOILERPLATE, Role.TITLE, Role.HEADING]
)
def test_only_what_is_told_tells(read, role):
    assert read(SIGNED, roles=[role]) == ()


@pytest.mark.parametrize("role", [Role.PROSE, Role.ITEM, Role.CELL])
def test_prose_items_and_cells_tell(read, role):
    assert len(read(SIGNED, roles=[role])) == 1


def test_a_heading_dates_what_stands_under_it(told):
    text = "{1402=1402}\n\nThe dukes met at the ford.\n\nThe mint closed.\n\nAfterwards\n\nThe mint burned."
    roles = [Role.HEADING, Role.PROSE, Role.ITEM, Role.HEADING, Role.PROSE]
    assert told(text, roles=roles) == ["1402 event | Dukes met at the ford", "1402 event | Mint closed"]


def test_a_heading_dates_the_first_paragraph_with_its_own_dates_but_no_second(told):
    text = "{1402=1402}\n\nThe dukes met at the ford. The mint closed in {May=1402-05}.\n\nThe mint burned."
    assert told(text, roles=[Role.HEADING, Role.PROSE, Role.PROSE]) == [
        "1402 event | Dukes met at the ford",
        "1402-05 event | Mint closed",
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "{May 1996=1996-05} | President Ann Lee | Oslo | State visit",
            ["1996-05 event | President Ann Lee, Oslo, State visit"],
        ),
        ("1 | {1868=1868} | Mint founded in Oslo", ["1868 event | Mint founded in Oslo"]),
        ("{1868=1868} | Oslo | The mint closed.", ["1868 event | Mint closed"]),
        ("Selection | {14 March 2014=2014-03-14}", ["2014-03-14 event | Selection"]),
        ("Oslo | {14 March 2014=2014-03-14}", []),
        ("{1868=1868} | Oslo | The mint moved in {May=1868-05}", ["1868-05 event | Mint moved"]),
        ("{2010=2010} | 41,200 | 18,950 | 214", []),
        ("{2010=2010} | Norway | 18,950 | 214", []),
        ("{1868=1868} | {1901=1901} | Ann Lee of Oslo", []),
    ],
)
def test_a_row_tells_by_the_one_cell_that_is_a_date(told, row, expected):
    assert told(row, roles=[Role.CELL]) == expected


def test_what_is_to_come_in_a_row_is_a_plan(told):
    assert told("{2031=2031} | Opening of the tunnel", roles=[Role.CELL], written="2020") == [
        "2031 plan | Opening of the tunnel"
    ]


def test_a_heading_that_says_more_than_a_date_dates_nothing(told):
    text = "The pact of {1402=1402}\n\nThe dukes met at the ford."
    assert told(text, roles=[Role.HEADING, Role.PROSE]) == []


def test_a_cell_with_a_date_dates_the_next(told):
    text = "{1402=1402}\n\nMint founded\n\n{1410=1410}\n\nMint closed for good"
    assert told(text, roles=[Role.CELL] * 4) == [
        "1402 event | Mint founded",
        "1410 event | Mint closed for good",
    ]


def test_an_undated_expression_tells_nothing_and_stays_out_of_the_title(told):
    assert told("The pact is {now=} void.") == []
    assert told("The dukes {recently=} met at the ford, in {May 1402=1402-05}.") == [
        "1402-05 event | Dukes met at the ford"
    ]


def test_participants_are_names_as_they_stand_each_once(read):
    (mention,) = read(
        "On {3 May 2001=2001-05-03} President Ann Lee of Iceland met the UN Security Council in Geneva; Lee left Geneva."
    )
    assert mention.participants == ("Ann Lee", "Iceland", "UN Security Council", "Geneva", "Lee")


def test_a_language_without_words_tells_nothing():
    document = Document(DocumentId("a"), "x", (Passage(Span(0, 1), Role.PROSE),), "xx")
    assert extract.mentions(document, (), Written(None, Source.OPEN), SimpleNamespace(code="../en")) == ()


@pytest.mark.parametrize(("word", "whole"), [("since", "2010-05/.."), ("until", "../2010-05")])
def test_what_explains_an_open_range_happened_at_its_end(word, whole):
    text = f"The office was under guard {word} May 2010, when a crane collapsed on the pier."
    span = Span(text.index("May"), text.index(", when"))
    expression = Expression(span, "May 2010", TimexType.DATE, None, "marked")
    date = Dated(expression, edtf.parse("2010-05"), "2010-05", range=Range(span, edtf.parse(whole)))
    document = Document(DocumentId("a.txt"), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    told = extract.mentions(document, (date,), Written(None, Source.OPEN), SimpleNamespace(code="en"))
    assert [edtf.text(m.when) for m in told] == [whole, "2010-05"]


def test_what_runs_on_like_a_table_tells_nothing(read):
    clause = "The mill was sold on {4 May 1931=1931-05-04}"
    assert read(f"{clause}.")
    assert read(" and ".join([clause] * 500) + ".") == ()


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Bombs on the pier. Two men dead.", ["Bombs on the pier", "Two men dead"]),
        ("Repaired the boiler at Aldford. Rain all the day.", ["Repaired the boiler at Aldford"]),
        ("The mill burned. No shouting after the first minute.", ["Mill burned"]),
        (
            "A shell through the funnel at {noon=T1921-03-03}, the cook still below.",
            ["Shell through the funnel"],
        ),
        ("The mill burned down. A second keeper died later.", ["Mill burned down"]),
        ("Quiet. Fine weather.", []),
    ],
)
def test_a_line_without_a_verb_under_a_bold_date(told, entry, expected):
    found = told(f"**{{3 March 1921=1921-03-03}}.** {entry}")
    assert found == [f"1921-03-03 event | {title}" for title in expected]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Sold by the guild in {1702=1702} to Jan Maas", ["1702 event | Sold by the guild to Jan Maas"]),
        ("Stolen from Ashby Hall on {4 June 1902=1902-06-04}", ["1902-06-04 event | Stolen from Ashby Hall"]),
        ("On loan to the Harn museum, {1955=1955}", ["1955 event | On loan to the Harn museum"]),
        ("Harn, A. ({2003=2003}), The bells of Lyon", []),
        ("In stock", []),
        (
            "In the depot at Harn from {1943=1943}; recovered by troops in {1945=1945}",
            ["1943 event | In the depot at Harn", "1945 event | Recovered by troops"],
        ),
        ("By descent to his son Jan Maas, d. {1732=1732}", []),
    ],
)
def test_an_item_that_opens_with_what_was_done(told, item, expected):
    assert told(item, roles=[Role.ITEM]) == expected
    assert told(item, roles=[Role.PROSE]) == []


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("{1898=1898} Club founded by railwaymen", ["1898 event | Club founded by railwaymen"]),
        ("{1911=1911} Promotion to the county league", ["1911 event | Promotion to the county league"]),
        (
            "{2008=2008} Women’s team formed; first match against Hale",
            ["2008 event | Women’s team formed", "2008 event | First match against Hale"],
        ),
        ("{2012=2012}: insolvency", ["2012 event | Insolvency"]),
        ("{1958=1958} – relegated", ["1958 event | Relegated"]),
        ("{1926=1926} Ferry runs aground; nine passengers die", ["1926 event | Ferry runs aground"]),
        ("{1914=1914} No competition", []),
        ("{1930=1930} Uruguay", []),
    ],
)
def test_an_item_that_a_date_opens_tells_all_that_stands_under_it(told, item, expected):
    assert told(item, roles=[Role.ITEM]) == expected


def test_an_item_whose_brackets_are_dates(told):
    text = "From Norland to Oslo:\n\nPresident Lund ({May 1996=1996-05})\n\nAnn Lee ({2004=2004} and {2015=2015})"
    assert told(text, roles=[Role.PROSE, Role.ITEM, Role.ITEM]) == [
        "1996-05 event | From Norland to Oslo: President Lund",
        "2004 event | From Norland to Oslo: Ann Lee",
        "2015 event | From Norland to Oslo: Ann Lee",
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "Shown in Lyon ({2003=2003}) and Turin ({2005=2005})",
            ["2003 event | Shown in Lyon", "2005 event | Shown in Turin"],
        ),
        (
            "**{1911=1911}** – Branches in Riga ({1912=1912}) and Bern ({1914=1914}).",
            ["1912 event | Branches in Riga", "1914 event | Branches in Bern"],
        ),
        ("Lee, A. ({2003=2003}). *The bells of Lyon*", []),
        ("The Bells of Lyon ({2003=2003})", []),
    ],
)
def test_brackets_of_an_item_tell_each_its_own(told, item, expected):
    assert told(item, roles=[Role.ITEM]) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("**{1959=1959}** Last train on {28 February=1959-02-28}.", ["1959-02-28 event | Last train"]),
        (
            "**{1994=1994}** Fire at the mill, {21 October=1994-10-21}.",
            ["1994-10-21 event | Fire at the mill"],
        ),
        (
            "**{1994=1994}** The mill burned, and the church was closed on {3 May=1994-05-03}.",
            ["1994 event | Mill burned", "1994-05-03 event | Church was closed"],
        ),
    ],
)
def test_an_entry_that_a_year_heads_is_told_once_and_on_the_day_it_says(told, item, expected):
    assert told(item, roles=[Role.ITEM]) == expected


@pytest.mark.parametrize(
    "line", ["Last updated {8 June 2018=2018-06-08}.", "Page last changed: {8 June 2018=2018-06-08}."]
)
def test_when_a_text_was_changed_is_no_happening(told, line):
    assert told(line) == []


def test_all_that_stands_under_the_days_of_a_diary_is_told(told):
    text = (
        "{14 January 1919=1919-01-14}\n\nThe trial opened. All three men pleaded not guilty.\n\nThe crowd left.\n\n"
        "{15=1919-01-15} and {16 January 1919=1919-01-16}\n\nThe court inspected the site."
    )
    roles = [Role.HEADING, Role.PROSE, Role.PROSE, Role.HEADING, Role.PROSE]
    assert told(text, roles=roles) == [
        "1919-01-14 event | Trial opened",
        "1919-01-14 event | All three men pleaded not guilty",
        "1919-01-14 event | Crowd left",
        "1919-01-15/1919-01-16 event | Court inspected the site",
    ]


def test_under_one_day_alone_only_the_first_sentence_is_told(told):
    text = "{14 January 1919=1919-01-14}\n\nThe trial opened. All three men pleaded not guilty.\n\nThe crowd left."
    assert told(text, roles=[Role.HEADING, Role.PROSE, Role.PROSE]) == ["1919-01-14 event | Trial opened"]


def test_the_day_a_document_was_written_heads_nothing(told):
    text = "{3 May 1402=1402-05-03}\n\nThe port has never recognised the duchy.\n\nThe mint burned on {1 May=1402-05-01}."
    roles = [Role.PROSE, Role.ITEM, Role.ITEM]
    assert told(text, roles=roles, written="1402-05-03") == ["1402-05-01 event | Mint burned"]
    assert len(told(text, roles=roles, written="1403")) == 2


def test_what_a_bracket_adds_to_an_item_is_not_its_verb(read):
    (mention,) = read(
        "Seized from the Falk house by the police on {3 March 1938=1938-03-03} (the list was signed by Orr)",
        roles=[Role.ITEM],
    )
    assert mention.title == "Seized from the Falk house by the police"
