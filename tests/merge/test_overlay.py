"""The editor's word: how entries join, what they set, and what is reported."""

from dataclasses import replace

import pytest

from timeline import merge
from timeline.model.document import DocumentId
from timeline.model.edit import Edited, Entry, Place, Quoted
from timeline.model.event import Event, EventId, Kind, Origin, Reference
from timeline.model.problem import Outcome, Severity
from timeline.times import edtf

SENTENCE = "Mayor Brann, who opened the canal on [4 October 1871], “died in May\u00a01902”."
TOLD = {
    "a.txt": [
        ("1871-10-04", "Mayor Brann opened the canal", SENTENCE),
        ("1902-05", "Mayor Brann died", SENTENCE.replace("[4 October 1871]", "4 October 1871").replace("May\u00a01902", "[May\u00a01902]")),
        ("1880", "Railway reached Tarn", "The railway reached Tarn in [1880]."),
    ],
    "b.txt": [("1871", "Canal of Tarn was opened by Mayor Brann", "The canal of Tarn was opened by Mayor Brann in [1871].")],
}  # fmt: skip
CANAL = EventId("1871-10-04-opened-canal-died")


def entry(line: int = 3, quotes: tuple[tuple[str, str], ...] = (), **fields: object) -> Entry:
    place = Place("events.yaml", line, 5, "  - …")
    said = tuple(Quoted(DocumentId(d), q, replace(place, column=9)) for d, q in quotes)
    return Entry(place, quotes=said, **fields)  # type: ignore[arg-type]


def edited(project, *entries: Entry) -> Outcome[tuple[Event, ...]]:
    return merge.events(project(TOLD), Edited(entries=entries))


def find(outcome: Outcome[tuple[Event, ...]], title: str) -> Event:
    return next(event for event in outcome.value if title in event.title)


def test_without_entries(project) -> None:
    outcome = edited(project)
    assert not outcome.problems
    assert [(e.id, len(e.mentions)) for e in outcome.value] == [
        (CANAL, 2), ("1880-railway-reached-tarn", 1), ("1902-05-died", 1),
    ]  # fmt: skip


def test_an_entry_by_id_sets_field_by_field(project) -> None:
    outcome = edited(project, entry(id=CANAL, title="The canal opens", tags=("trade",)))
    event = find(outcome, "The canal opens")
    assert not outcome.problems
    assert (event.id, edtf.text(event.when), event.origin) == (CANAL, "1871-10-04", Origin.BOTH)
    assert (event.tags, event.edited, event.machine) == (("trade",), ("title", "tags"), None)
    assert len(event.mentions) == 2


def test_a_date_is_overridden_and_the_machines_kept(project) -> None:
    event = find(edited(project, entry(id=CANAL, date=edtf.parse("1871-10-05"))), "canal")
    assert (edtf.text(event.when), edtf.text(event.machine)) == ("1871-10-05", "1871-10-04")
    assert event.edited == ("date",)


@pytest.mark.parametrize(
    ("quote", "title"),
    [
        ("opened the canal on 4 October 1871", "Mayor Brann opened the canal"),
        ('"died in  May 1902"', "Mayor Brann died"),
        ("railway reached", "Railway reached Tarn"),
    ],
)
def test_an_entry_by_quotation_joins_what_was_read_there(project, quote: str, title: str) -> None:
    outcome = edited(project, entry(quotes=(("a.txt", quote),), summary="Seen."))
    assert not outcome.problems
    assert find(outcome, title).summary == "Seen."
    assert sum(event.origin is Origin.BOTH for event in outcome.value) == 1


def test_of_two_things_in_a_sentence_date_and_title_choose(project) -> None:
    by_date = edited(project, entry(quotes=(("a.txt", "Mayor Brann"),), date=edtf.parse("1902-05-20")))
    assert find(by_date, "died").when == edtf.parse("1902-05-20")
    by_title = edited(project, entry(quotes=(("a.txt", "Mayor Brann"),), title="Death: Brann died"))
    assert find(by_title, "Death").when == edtf.parse("1902-05")


def test_hiding(project) -> None:
    outcome = edited(project, entry(id=CANAL, hide=True))
    assert not outcome.problems
    assert CANAL not in {event.id for event in outcome.value}
    assert len(outcome.value) == 2


def test_merging_by_id_and_by_two_quotations(project) -> None:
    by_id = edited(project, entry(id=CANAL, merge=(EventId("1880-railway-reached-tarn"),)))
    by_quotes = edited(
        project, entry(quotes=(("a.txt", "opened the canal on"), ("a.txt", "railway reached")))
    )
    for outcome in (by_id, by_quotes):
        assert [event.id for event in outcome.value] == [CANAL, "1902-05-died"]
        assert "1880" in [edtf.text(rival.when) for rival in outcome.value[0].rivals]


def test_an_event_answers_to_the_ids_of_all_its_mentions(project) -> None:
    """An entry written when only b.txt was there still finds its event, which then bears the name it was given."""
    alone = merge.events(project({"b.txt": TOLD["b.txt"]}), Edited()).value[0]
    outcome = edited(project, entry(id=alone.id, title="Opened!"))
    assert not outcome.problems
    assert find(outcome, "Opened!").id == alone.id
    assert len(find(outcome, "Opened!").mentions) == 2


def test_an_entry_of_its_own(project) -> None:
    references = (Reference("https://example.org/", "Annals"),)
    own = entry(date=edtf.parse("1890"), title="A bridge is built", references=references)
    outcome = edited(project, own, entry(date=edtf.parse("1890"), title="A bridge is built"))
    assert not outcome.problems
    first, second = [event for event in outcome.value if event.origin is Origin.EDITED]
    assert (first.id, second.id) == ("1890-bridge-built", "1890-bridge-built-2")
    assert (first.kind, first.references, first.machine) == (Kind.EVENT, references, None)
    assert first.edited == ("date", "title", "references")


def test_an_entry_of_its_own_with_words_where_nothing_was_read(project) -> None:
    told = {"a.txt": [*TOLD["a.txt"]], "c.txt": [("1999", "Else", "Something else was in [1999].")]}
    documents = project(told)
    bare = replace(documents[1], mentions=())
    own = entry(
        date=edtf.parse("1999"),
        title="Else",
        quotes=(("c.txt", "something  else".title()[:1] + "omething else"),),
    )
    outcome = merge.events((documents[0], bare), Edited(entries=(own,)))
    assert not outcome.problems
    event = find(outcome, "Else")
    assert [(c.document, c.quote) for c in event.citations] == [("c.txt", "Something else")]
    assert event.origin is Origin.EDITED


def test_an_unknown_id_is_reported_with_candidates_and_not_dropped(project) -> None:
    lost = entry(id=EventId("1871-10-04-opened-the-canal"), title="X")
    (problem,) = edited(project, lost).problems
    assert (problem.kind, problem.severity, problem.place) == ("orphan", Severity.ERROR, "events.yaml:3:5")
    assert f"{CANAL} (Mayor Brann opened the canal)" in problem.hint

    standing = replace(lost, date=edtf.parse("1871-10-04"), title="The canal opens")
    outcome = edited(project, standing)
    assert [p.severity for p in outcome.problems] == [Severity.WARNING]
    assert find(outcome, "The canal opens").id == "1871-10-04-opened-the-canal"


def test_an_id_of_the_editors_own_is_no_orphan(project) -> None:
    own = entry(id=EventId("my-bridge"), date=edtf.parse("1890"), title="A bridge is built")
    outcome = edited(project, own)
    assert not outcome.problems
    assert find(outcome, "bridge").id == "my-bridge"


def test_an_unknown_id_to_merge_is_reported_and_the_rest_is_done(project) -> None:
    outcome = edited(project, entry(id=CANAL, title="X", merge=(EventId("1880-railway-reached-town"),)))
    (problem,) = outcome.problems
    assert problem.kind == "orphan"
    assert "1880-railway-reached-tarn" in problem.hint
    assert find(outcome, "X").id == CANAL


def test_words_that_stand_nowhere_are_answered_with_the_nearest(project) -> None:
    (problem,) = edited(
        project, entry(quotes=(("a.txt", "the railway came to Tarn in 1880"),), title="X")
    ).problems
    assert (problem.kind, problem.severity, problem.column) == ("quote-not-found", Severity.ERROR, 9)
    assert "railway reached Tarn in 1880" in problem.hint


def test_a_document_that_is_not_there_is_answered_with_the_nearest(project) -> None:
    (problem,) = edited(project, entry(quotes=(("a.text", "railway"),), title="X")).problems
    assert (problem.kind, problem.hint) == ("unknown-source", "did you mean a.txt?")


def test_a_quotation_where_nothing_was_read_needs_date_and_title(project) -> None:
    bare = replace(project(TOLD)[1], mentions=())
    lost = entry(quotes=(("b.txt", "canal of Tarn"),), title="X")
    (problem,) = merge.events((project(TOLD)[0], bare), Edited(entries=(lost,))).problems
    assert problem.kind == "orphan"
    assert "add a date" in problem.hint
    assert CANAL in problem.hint


def test_two_entries_about_one_event_are_noticed_and_both_count(project) -> None:
    outcome = edited(
        project,
        entry(3, id=CANAL, title="First"),
        entry(9, quotes=(("b.txt", "canal of Tarn"),), title="Second", tags=("x",)),
    )
    (problem,) = outcome.problems
    assert (problem.kind, problem.line) == ("same-event", 9)
    assert "line 3" in problem.message
    event = find(outcome, "First")
    assert event.tags == ("x",)
    assert event.edited == ("title", "tags")
