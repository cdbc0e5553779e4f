"""The demo project, read as a user reads it: what five real documents tell of, and when that was.

Each row is a sentence of a document and the date a careful reader gives it. What is dated by inference may be
an interval; it must then lie inside the one given here.
"""

from functools import cache
from pathlib import Path

import pytest

from timeline import gather, pipeline
from timeline.times import edtf
from timeline.times.when import extent

ROOT = Path(__file__).parents[2]
OFFICE, RELATIONS, CAMERAS, DIALOGUE, POLICE = "000_", "001_", "002_", "003_", "004_"

HAPPENINGS = [
    (OFFICE, "the RFE team also visited a business building", "2024-05-07"),
    (OFFICE, "received the head of the Office of the People's Republic of China", "2024-02-16"),
    (OFFICE, "In April, Cheng also met with the Mayor of Uroševac", "2024-04"),
    (RELATIONS, "1999 NATO bombing of Yugoslavia", "1999"),
    (RELATIONS, "Kosovo's declaration of independence in 2008", "2008"),
    (RELATIONS, "during his visit to Serbia and Montenegro in 2005", "2005"),
    (RELATIONS, "was enacted on Sunday, 17 February 2008", "2008-02-17"),
    (RELATIONS, "the Chinese Foreign Ministry made a statement", "2008-02"),
    (RELATIONS, "recognized Kosovo as independent on 20 February 2008", "2008-02-20"),
    (RELATIONS, "signed a joint declaration", "2009-08-23"),
    (RELATIONS, "China entered a process before the International Court of Justice", "2009-12"),
    (RELATIONS, "Kosovo participated in the 2022 Winter Olympics", "2022"),
    (RELATIONS, "announced in 2021 that it would participate", "2021"),
    (RELATIONS, "spokesperson Mao Ning stated", "2023-05-30"),
    (CAMERAS, "signed a deal last month to purchase", "2021-12"),
    (CAMERAS, "Kosovo's 2008 independence declaration", "2008"),
    (CAMERAS, "signed a deal on December 16, 2021", "2021-12-16"),
    (CAMERAS, "was registered with Serbian authorities in September", "2021-09"),
    (CAMERAS, "told RFE/RL last month", "2021-12"),
    (CAMERAS, "Kosovo's parliament in July appointed a commissioner", "2021-07"),
    (CAMERAS, "added Dahua Technologies to its list of restricted vendors in 2018", "2018"),
    (CAMERAS, "opened a regional innovation center in Belgrade", "2020"),
    (CAMERAS, "Washington Post investigative report alleged", "2021-12"),
    (CAMERAS, '"U.S.-Kosovo 5G Memorandum of Understanding" in October 2020', "2020-10"),
    (DIALOGUE, "the UN Security Council held a session on the Kosovo issue", "2024-04-22"),
    (DIALOGUE, "the outbreak of the Ukraine crisis in 2022", "2022"),
    (DIALOGUE, "In July 2022, the Kosovo authorities forcibly demanded", "2022-07"),
    (DIALOGUE, "the mayor elections in the area were boycotted by Serbs", "2024-04"),
    (DIALOGUE, "French President Emmanuel Macron said", "2023-05"),
    (DIALOGUE, 'NATO dispatched additional so-called "peacekeeping troops"', "2023-05"),
    (DIALOGUE, "held military exercises in Kosovo in July", "2023-07"),
    (DIALOGUE, "the US sent its National Guard troops into Kosovo", "2023-12"),
    (DIALOGUE, "supplied Javelin anti-tank missiles", "2024-01"),
    (DIALOGUE, "the outbreak of the Kosovo conflict 25 years ago", "1999"),
    (POLICE, "the World Uyghur Congress, held in Sarajevo", "2024-10"),
    (POLICE, "announced by Xi Jinping in 2022", "2022"),
]

INFERRED = [
    (OFFICE, "Xi Jinping was in Belgrade last week", "2024-05"),
    (OFFICE, "indicates that last month, Cheng also met with the Mayor", "2024-04"),
    (OFFICE, "A survey conducted last month", "2024-04"),
    (POLICE, "eight Chinese police officers traveled to Croatia", "2024/2025"),
    (POLICE, "that took the lives of 16 people last year", "2024/2025"),
    (POLICE, "Hytera pleaded guilty to conspiring", "2024/2025"),
    (POLICE, "the NATO bombing of the Chinese embassy in Belgrade during the late 1990s", "1995/1999"),
]

STATISTICS = [
    (OFFICE, "650 million euros in 2023", "2023"),
    (OFFICE, "2019 when the value was 340 million euros", "2019"),
    (OFFICE, "exports to China last year amounted to 442,000 euros", "2023"),
    (POLICE, "up 41 percent in 2024", "2024"),
]

NOTHING = [
    (RELATIONS, "China's reaction to the 2008 Kosovo declaration of independence"),
    (CAMERAS, "0:00 0:02:29 0:00"),
    (CAMERAS, "Before joining RFE/RL in 2001"),
    (POLICE, "3500 additional cameras"),
    (DIALOGUE, "2024-04-29 20:58:24"),
]


@cache
def read():
    sources = gather.documents(ROOT / "seeds")
    assert not sources.problems
    found = pipeline.analyses(sources.value)
    assert not found.problems
    return found.value


def at(document, words):
    """The analysis of a document, and where in it the words stand."""
    analysis = next(a for a in read() if a.document.id.startswith(document))
    start = analysis.document.text.find(words)
    assert start >= 0, f"not in the document: {words!r}"
    return analysis, start, start + len(words)


def telling(document, words):
    """The mentions whose passage shares characters with the words."""
    analysis, start, end = at(document, words)
    return [m for m in analysis.mentions if m.citation.span.start < end and start < m.citation.span.end]


@pytest.mark.parametrize(("document", "words", "date"), HAPPENINGS)
def test_a_happening_is_dated_as_the_text_says(document, words, date):
    found = telling(document, words)
    right = [
        m for m in found if edtf.text(m.when) == date and m.kind.value in ("event", "background", "plan")
    ]
    assert right, [(edtf.text(m.when), m.kind.value, m.title) for m in found]


@pytest.mark.parametrize(("document", "words", "within"), INFERRED)
def test_an_inferred_date_is_no_surer_than_the_text(document, words, within):
    outer = extent(edtf.parse(within))
    found = telling(document, words)
    right = [
        m
        for m in found
        if m.kind.value in ("event", "background")
        and outer.start <= (extent(m.when).start or outer.start - 1)
        and (extent(m.when).end or outer.end + 1) <= outer.end
    ]
    assert right, [(edtf.text(m.when), m.kind.value, m.title) for m in found]


@pytest.mark.parametrize(("document", "words", "date"), STATISTICS)
def test_a_figure_is_a_statistic(document, words, date):
    found = telling(document, words)
    assert (date, "statistic") in [(edtf.text(m.when), m.kind.value) for m in found]
    assert not [m.title for m in found if edtf.text(m.when) == date and m.kind.value == "event"]


@pytest.mark.parametrize(("document", "words"), NOTHING)
def test_what_is_no_event_gives_none(document, words):
    analysis, start, end = at(document, words)
    told = [m for m in analysis.mentions if start <= m.dated.span.start < end]
    assert not told, [(edtf.text(m.when), m.title) for m in told]


def test_every_quotation_is_the_exact_words():
    for analysis in read():
        for mention in analysis.mentions:
            span = mention.citation.span
            assert analysis.document.text[span.start : span.end] == mention.citation.quote


def test_the_documents_are_the_users_byte_for_byte():
    texts = [a.document.text for a in read()]
    contents = [s.content.decode("utf-8") for s in gather.documents(ROOT / "seeds").value]
    assert texts == contents
    assert sum(text.count("\u00a0") for text in texts) > 0  # NO-BREAK SPACEs are still there


@pytest.mark.parametrize(
    ("document", "source", "within"),
    [
        (OFFICE, "inferred", "2024-05-08/2024-05-31"),
        (CAMERAS, "inferred", "2022-01"),
        (DIALOGUE, "metadata", "2024-04-29"),
    ],
)
def test_a_documents_own_date(document, source, within):
    analysis = next(a for a in read() if a.document.id.startswith(document))
    assert analysis.written.source.value == source
    outer, found = extent(edtf.parse(within)), extent(analysis.written.when)
    assert outer.start <= found.start < found.end <= outer.end
    assert source == "metadata" or analysis.written.steps


def test_the_five_events_are_there_once_with_all_who_tell_them():
    place = gather.project(ROOT)
    edited = gather.edited(place)
    assert not edited.problems
    built = pipeline.built(gather.documents(place.seeds).value, edited.value)
    assert not [p for p in built.problems if p.severity.value == "error"]

    def events_telling(document, words):
        analysis, start, end = at(document, words)
        return {
            event.id: event
            for event in built.value.events
            for m in event.mentions
            if m.citation.document == analysis.document.id
            and m.citation.span.start < end
            and start < m.citation.span.end
        }

    def the_event(date, *tellings):
        shared = None
        for document, words in tellings:
            found = {i for i, e in events_telling(document, words).items() if edtf.text(e.when) == date}
            shared = found if shared is None else shared & found
        assert shared is not None
        assert len(shared) == 1, (date, shared)

    the_event("1999", (RELATIONS, "1999 NATO bombing of Yugoslavia"))
    the_event(
        "2008-02-17",
        (RELATIONS, "was enacted on Sunday, 17 February 2008"),
        (RELATIONS, "Kosovo's declaration of independence in 2008"),
        (CAMERAS, "Kosovo's 2008 independence declaration"),
    )
    the_event("2009-12", (RELATIONS, "China entered a process before the International Court of Justice"))
    the_event(
        "2021-12-16",
        (CAMERAS, "signed a deal on December 16, 2021"),
        (CAMERAS, "signed a deal last month to purchase"),
    )
    the_event("2024-05-07/2024-05-08", (OFFICE, "Xi Jinping was in Belgrade last week"))
