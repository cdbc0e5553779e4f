"""events.yaml: what it says, and every way to get it wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import read
from timeline.model.edit import Edited, Entry, Settings
from timeline.model.event import Kind, Reference
from timeline.model.problem import Problem, described
from timeline.times import edtf

WHOLE = """\
# yaml-language-server: $schema=x
site:
  title: The port
  base_url: https://example.org/port
  quotations: full
events:
  - date: 4–5 October 1871
    title: "The harbour opens: a regatta"
    summary: |
      With *music*.
    kind: event
    tags: [harbour, sport]
    cites:
      - {source: a.txt, quote: "opened it on 4 October"}
      - {url: "https://example.org/a", title: The annals}
  - {id: 1902-05-17-harbour-closes, hide: true}
  - id: 1871-harbour
    merge: [1871-dock, 1871-quay]
    tags: war
"""


def good(text: str) -> Edited:
    outcome = read.edited(text.encode(), "events.yaml")
    assert not outcome.problems, described(outcome.problems[0])
    return outcome.value


def bad(text: str) -> tuple[Problem, ...]:
    return read.edited(text.encode(), "events.yaml").problems


def entry(fields: str) -> Entry:
    return good("events:\n  - {" + fields + "}").entries[0]


def test_a_whole_file() -> None:
    found = good(WHOLE)
    assert found.settings == Settings("The port", base_url="https://example.org/port/", quotations="full")
    first, second, third = found.entries
    assert first.date == edtf.parse("1871-10-04/1871-10-05")
    assert first.title == "The harbour opens: a regatta"
    assert first.summary == "With *music*."
    assert (first.kind, first.tags) == (Kind.EVENT, ("harbour", "sport"))
    assert (first.quotes[0].document, first.quotes[0].quote) == ("a.txt", "opened it on 4 October")
    assert (first.quotes[0].place.line, first.quotes[0].place.column) == (14, 32)
    assert first.references == (Reference("https://example.org/a", "The annals"),)
    assert (first.place.line, first.place.column) == (7, 5)
    assert (second.id, second.hide) == ("1902-05-17-harbour-closes", True)
    assert third.merge == ("1871-dock", "1871-quay")
    assert third.tags == ("war",)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "events:\n", "site:\nevents: []\n"])
def test_nothing_is_no_mistake(text: str) -> None:
    assert good(text) == Edited()


@pytest.mark.parametrize("word", ["no", "0044", "12:30", "1917-03-15", "null", "1e3", "0x1F", "yes", "~x"])
def test_yaml_changes_no_value(word: str) -> None:
    assert entry(f"id: a, title: {word}, tags: [{word}]").title == word
    assert entry(f"id: a, title: {word}, tags: [{word}]").tags == (word,)


def test_a_date_of_digits_stays_a_date() -> None:
    assert entry("id: a, date: 0044").date == edtf.parse("0044")
    assert entry("id: a, date: 1917-03-15").date == edtf.parse("1917-03-15")


_MISTAKES = {
    "events:\n  - {id: a, tittle: b}": ("unknown-key", "2:13", "did you mean `title`?"),
    "evnts: []": ("unknown-key", "1:1", "did you mean `events`?"),
    "site: {colour: red}": ("unknown-key", "1:8", "known here: title, description"),
    "events:\n  - {id: a}\n  - {id: a}": ("duplicate-id", "3:5", "the first is in line 2"),
    "events:\n  - id: a\n    title: b\n    title: c": ("duplicate-key", "4:5", "the first is in line 3"),
    "events:\n  - {id: a, date: 1917-13}": ("impossible-date", "2:19", "calendar"),
    "events:\n  - {id: a, date: 02/03/2008}": ("ambiguous-date", "2:19", "2008-03-02 or 2008-02-03"),
    "events:\n  - {id: a, date: 2009/2008}": ("ends-before-starts", "2:19", "2008/2009"),
    "events:\n  - {id: a, date: soon}": ("unread-date", "2:19", "EDTF"),
    "events:\n  - {id: a, date: [2008]}": ("wrong-type", "2:19", "date: words"),
    "events:\n  - {id: a, hide: perhaps}": ("wrong-type", "2:19", "true"),
    "events:\n  - {id: a, kind: rumour}": ("unknown-choice", "2:19", "event, plan"),
    "events:\n  - {id: a, tags: {b: c}}": ("wrong-type", "2:19", "[one, two]"),
    "events:\n  - {id: a, title: ''}": ("empty", "2:20", "remove"),
    "events:\n  - {id: ../up}": ("bad-id", "2:10", "`up`"),
    "events:\n  - {id: " + "a" * 121 + "}": ("bad-id", "2:10", f"`{'a' * 120}`"),
    "events:\n  - id: a\n\ttitle: b": ("broken-yaml", "3:1", "indent with spaces"),
    "events:\n  - {id: Ærø 1}": ("bad-id", "2:10", "`r-1`"),
    "events:\n  - {id: a, merge: [a]}": ("contradictory-merge", "2:5", "remove"),
    "events:\n  - {id: a, merge: c}\n  - {id: b, merge: c}": ("contradictory-merge", "3:5", "line 2"),
    "events:\n  - title: a": ("missing-key", "2:5", "by `id`"),
    "events:\n  - {title: a, cites: [{url: 'https://a.org'}]}": ("missing-key", "2:5", "by `id`"),
    "events:\n  - just words": ("wrong-type", "2:5", "key: value"),
    "events: words": ("wrong-type", "1:9", "`- `"),
    "- a": ("wrong-type", "1:1", "key: value"),
    "events:\n  - {id: a, cites: [{source: a.txt}]}": ("missing-key", "2:21", "quote"),
    "events:\n  - {id: a, cites: [{quote: b}]}": ("wrong-citation", "2:21", "source"),
    "events:\n  - {id: a, cites: [{url: 'javascript:alert(1)'}]}": ("bad-url", "2:27", "https"),
    "site: {base_url: example.org}": ("bad-url", "1:18", "https"),
    "site: {language: german}": ("unknown-language", "1:18", "`de`"),
    "site: {language: sr_Latn}": ("unknown-language", "1:18", "`sr-Latn`"),
    "site: {language: zz}": ("unknown-language", "1:18", "pt-BR"),
    "site: {quotations: some}": ("unknown-choice", "1:20", "excerpts, full"),
    "events:\n  - {id: a, title: b": ("broken-yaml", "2:5", "close what opens here"),
    "events:\n\t- a": ("broken-yaml", "2:1", "spaces"),
    "events:\n  - id: a\n    title: b: c": ("broken-yaml", "3:13", "in quotes"),
    "a: 1\n---\nb: 2": ("broken-yaml", "2:1", "---"),
}


@pytest.mark.parametrize(("text", "expected"), _MISTAKES.items())
def test_a_mistake_is_placed_and_answered(text: str, expected: tuple[str, str, str]) -> None:
    problems = bad(text)
    assert len(problems) == 1, [described(problem) for problem in problems]
    kind, place, hint = expected
    assert (problems[0].kind, problems[0].place) == (kind, f"events.yaml:{place}")
    assert hint in problems[0].hint
    lines = text.split("\n")
    assert problems[0].source == (lines[problems[0].line - 1] if problems[0].line <= len(lines) else "")


def test_an_id_too_long_is_told_from_one_of_wrong_letters() -> None:
    assert "at most 120 characters, not 121" in bad("events:\n  - {id: " + "a" * 121 + "}")[0].message


def test_all_mistakes_are_told_at_once_and_the_rest_is_read() -> None:
    outcome = read.edited(
        b"events:\n  - {id: a, date: 2008-13}\n  - {id: b, tags: {}, colour: red}\n  - {id: c, title: C}\n",
        "e",
    )
    assert [(p.line, p.kind) for p in outcome.problems] == [
        (2, "impossible-date"), (3, "unknown-key"), (3, "wrong-type"),
    ]  # fmt: skip
    assert [found.id for found in outcome.value.entries] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "text",
    ["events: " + "[" * 30_000, "events: " + "{a: " * 30_000, "- " * 30_000, "a: &a [" + "x," * 99 + "]\n" + "".join(f"k{n}: &k{n} [*a,*a,*a,*a]\n" for n in range(60))],
)  # fmt: skip
def test_bombs_are_refused(text: str) -> None:
    assert "broken-yaml" in {problem.kind for problem in bad(text)}


def test_an_alias_repeats_what_it_names() -> None:
    found = good("events:\n  - {id: a, tags: &t [x, y]}\n  - {id: b, tags: *t}")
    assert found.entries[1].tags == ("x", "y")


def test_what_is_no_text_is_a_problem() -> None:
    assert [p.kind for p in read.edited(b"a\0b", "events.yaml").problems] == ["undecodable"]


@settings(deadline=None)  # the machine may be busy
@given(st.text(st.sampled_from("events:-site {}[]\n'\"#&*!|>%@`?,~0é\t"), max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    for problem in bad(text):
        assert problem.file == "events.yaml"
        assert problem.message
        described(problem)


@settings(deadline=None)  # the machine may be busy
@given(st.binary(max_size=80))
def test_no_bytes_break_the_readers(content: bytes) -> None:
    read.edited(content, "events.yaml")
    read.sources(content, "sources.yaml")
