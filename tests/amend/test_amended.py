"""An edit changes what it must and nothing else, however the file is laid out."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import read
from timeline.amend import amended
from timeline.model.change import Change, Edit
from timeline.model.problem import described

COMMENTED = (Path(__file__).parent / "commented.yaml").read_bytes()
MARKET = (
    """{date: 1950~, title: 'The fish market moves', cites: [{url: "https://example.org/a", title: A}]}"""
)
QUOTE = {"source": "annals.txt", "quote": 'the "new" pier: 1872'}


def after(content: bytes, edit: Edit) -> bytes:
    outcome = amended(content, edit, "events.yaml")
    assert outcome.value is not None, described(outcome.problems[0])
    return outcome.value


def changed_lines(old: bytes, new: bytes) -> list[str]:
    lines = difflib.ndiff(old.decode().splitlines(), new.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            Edit(0, Change({"date": "1871-10-05"})),
            [
                "-     date:  1871-10-04             # not the 5th",
                "+     date:  1871-10-05             # not the 5th",
            ],
        ),
        (
            Edit(0, Change({"title": "Fire: the pier"})),
            [
                '-   - title: The pier burns         # the annals say "fire"',
                '+   - title: "Fire: the pier"         # the annals say "fire"',
            ],
        ),
        (
            Edit(0, Change({"tags": ("fire", "pier", "war")})),
            [
                "-     tags: [fire,  pier ]          # spaced by hand",
                "+     tags: [fire,  pier, war ]          # spaced by hand",
            ],
        ),
        (
            Edit(0, Change({"summary": "One.\n\nTwo."})),
            ["+     summary: |", "+       One.", "+ ", "+       Two."],
        ),
        (
            Edit(0, Change(cites=(QUOTE,))),
            ["+     - {source: annals.txt, quote: 'the \"new\" pier: 1872'}"],
        ),
        (
            Edit(0, Change(uncited=({"source": "annals.txt", "quote": "burnt on 4 October"},))),
            ["-     cites:", '-     - {source: annals.txt, quote: "burnt on 4 October"}   # page 12'],
        ),
        (
            Edit(3, Change(uncited=({"url": "https://example.org/a"},))),
            [f"-   - {MARKET}", "+   - " + MARKET.partition(", cites")[0] + "}"],
        ),
        (Edit(0, Change(drop=("date",))), ["-     date:  1871-10-04             # not the 5th"]),
        (
            Edit(0, Change(drop=("title",))),
            [
                '-   - title: The pier burns         # the annals say "fire"',
                "-     # the day is from the almanac",
                "+   - # the day is from the almanac",
            ],
        ),
        (
            Edit(1, Change(merge=("1902-gone",))),
            [
                "-   - {id: 1902-05-17-ferry-closes, hide: true}   # not ours",
                "+   - {id: 1902-05-17-ferry-closes, hide: true, merge: [1902-gone]}   # not ours",
            ],
        ),
        (
            Edit(1, Change(drop=("hide",))),
            ["-   - {id: 1902-05-17-ferry-closes, hide: true}   # not ours"],
        ),
        (Edit(2, Change({"tags": ("sea",)})), ["-       - sport       # of a kind"]),
        (Edit(2, Change({"tags": ("sport", "sea", "war")})), ["+       - war"]),
        (
            Edit(2, Change({"summary": "Told once."})),
            [
                "-     summary: >-     # folded",
                "+     summary: Told once.     # folded",
                "-       A long story,",
                "-       told twice.",
            ],
        ),
        (
            Edit(2, Change({"summary": "Told\nonce."})),
            [
                "-     summary: >-     # folded",
                "+     summary: |     # folded",
                "-       A long story,",
                "-       told twice.",
                "+       Told",
                "+       once.",
            ],
        ),
        (
            Edit(3, Change({"title": "It's gone"})),
            [
                f"-   - {MARKET}",
                "+   - " + MARKET.replace("The fish market moves", "It''s gone"),
            ],
        ),
        (Edit(None, Change({"id": "1871-fire"})), ["+   - {id: 1871-fire}"]),
        (
            Edit(None, Change({"id": "1871-fire", "date": "about 1871", "tags": ("no",)}, cites=(QUOTE,))),
            [
                "+   - id: 1871-fire",
                "+     date: about 1871",
                '+     tags: ["no"]',
                "+     cites:",
                "+       - {source: annals.txt, quote: 'the \"new\" pier: 1872'}",
            ],
        ),
    ],
)  # fmt: skip
def test_a_commented_file_differs_where_it_must(edit: Edit, expected: list[str]) -> None:
    assert changed_lines(COMMENTED, after(COMMENTED, edit)) == expected


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ('- id: a\n  cites:\n    - {url: "https://e.org"}\n', ""),
        ('- {cites: [{url: "https://e.org"}], id: a, tags: [x]}\n', "- {id: a, tags: [x]}\n"),
        (
            '- {id: a, cites: [{url: "https://e.org"}, {url: "https://f.org"}]}\n',
            '- {id: a, cites: [{url: "https://f.org"}]}\n',
        ),
        (
            '- {id: a, cites: [{url: "https://f.org"}, {url: "https://e.org", title: E}]}\n',
            '- {id: a, cites: [{url: "https://f.org"}]}\n',
        ),
        (
            '- id: a\n  cites:\n    - url: "https://e.org"\n      title: E\n    # f\n    - {url: "https://f.org"}\n',
            '- id: a\n  cites:\n    # f\n    - {url: "https://f.org"}\n',
        ),
    ],
)
def test_a_citation_goes_and_with_the_last_all_that_only_held_it(content: str, left: str) -> None:
    new = after(f"events:\n{content}".encode(), Edit(0, Change(uncited=({"url": "https://e.org"},))))
    assert new.decode() == f"events:\n{left}"


def test_an_entry_goes_with_its_lines_only() -> None:
    gone = after(COMMENTED, Edit(3, None))
    assert changed_lines(COMMENTED, gone) == [
        f"-   - {MARKET}",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "events:\n  - {id: a}\n"),
        ("# mine\n", "# mine\n\nevents:\n  - {id: a}\n"),
        ("site: {title: x}", "site: {title: x}\n\nevents:\n  - {id: a}\n"),
        ("events:\n", "events:\n  - {id: a}\n"),
        ("events: []  # none\r\n", "events:  # none\r\n  - {id: a}\r\n"),
        ("events: [{id: b}]\n", "events: [{id: b}, {id: a}]\n"),
        ("events:\n- id: b\n  tags: x", "events:\n- id: b\n  tags: x\n- {id: a}"),
        ("events:\n\n- id: b\n\n- id: c\n\n# end", "events:\n\n- id: b\n\n- id: c\n\n- {id: a}\n\n# end"),
        ("\ufeffevents:\n- id: b\n", "\ufeffevents:\n- id: b\n- {id: a}\n"),
    ],
)  # fmt: skip
def test_a_new_entry_stands_like_the_others(content: str, expected: str) -> None:
    assert after(content.encode(), Edit(None, Change({"id": "a"}))).decode() == expected


def test_an_entry_in_braces_opens_when_it_grows() -> None:
    new = after(b"events:\r\n  - {id: a, hide: true}  # x\r\n", Edit(0, Change({"summary": "One.\nTwo."})))
    assert new == (
        b"events:\r\n  - id: a\r\n    summary: |\r\n      One.\r\n      Two.\r\n    hide: true  # x\r\n"
    )


@pytest.mark.parametrize(
    ("content", "edit", "said"),
    [
        (b"events:\n  - {id: a", Edit(0, None), "no YAML"),
        (b"events: []", Edit(None, Change({"id": "a", "date": "31 June 1999"})), "1999-06"),
        (b"events: [{id: a}]", Edit(4, None), "no such entry"),
        (b"events: [{id: a, merge: b}, {id: c}]", Edit(1, Change(merge=("b",))), "second time"),
        ("events: [{id: a, title: é}]".encode("latin-1"), Edit(0, Change({"title": "b"})), "UTF-8"),
        (b"events: [&x {id: a}, *x]", Edit(1, Change({"title": "b"})), "second time"),
        (b"events:\n- {id: a, tags: &t [x]}\n- {id: b, tags: *t}", Edit(0, Change({"tags": ("y",)})), "&t"),
        (b"events: []", Edit(None, Change({"id": "../a"})), "small letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused(content: bytes, edit: Edit, said: str) -> None:
    outcome = amended(content, edit, "events.yaml")
    assert outcome.value is None
    assert said in " ".join(problem.message for problem in outcome.problems)


# ---- the law ---------------------------------------------------------------------------------------------

_WORDS = st.text(
    st.sampled_from("ab é:#,-'\"[]{}&*!|>%@`?\\~0=\t\u200e") | st.characters(codec="utf-8"), min_size=1
)
_TEXT = _WORDS.map(str.strip).filter(lambda text: text and "\0" not in text and read_back(text))
_DATES = st.sampled_from(["1999", "1999-05-07", "1999~/2001", "../2005", "7–8 May 2024", "-0043"])
_FIELDS = {
    "date": _DATES,
    "title": _TEXT,
    "summary": st.lists(_TEXT, min_size=1, max_size=3).map("\n".join),
    "tags": st.lists(_TEXT, min_size=1, max_size=3, unique=True).map(tuple),
    "kind": st.sampled_from(["event", "plan"]),
    "hide": st.booleans(),
}
_NOTES = st.sampled_from(["", "  # a remark", ' # \'quoted: "too"'])


def read_back(text: str) -> bool:
    """Whether YAML can hold a text in some notation: neither lone surrogates nor its line breaks' twins."""
    return not any(0xD800 <= ord(c) <= 0xDFFF for c in text) and text == "\n".join(text.splitlines())


@st.composite
def files(draw: st.DrawFn) -> tuple[str, int]:
    """A file laid out by somebody of strange habits, and how many entries it has."""
    line = draw(st.sampled_from(["\n", "\r\n"]))
    indent = draw(st.sampled_from(["", "  ", "    "]))
    dash = draw(st.sampled_from(["- ", "-   "]))
    count = draw(st.integers(0, 4))
    out = ["# head", "events:" + draw(_NOTES)]
    for number in range(count):
        out += [""] * draw(st.integers(0, 1)) + [f"{indent}# about {number}"] * draw(st.integers(0, 1))
        fields = [f"id: e-{number}", *draw(st.lists(st.sampled_from(_LINES), max_size=3, unique=True))]
        if draw(st.booleans()):
            flat = [field for field in fields if "\n" not in field]
            out.append(f"{indent}{dash}{{{', '.join(flat)}}}{draw(_NOTES)}")
            continue
        pad = indent + " " * len(dash)
        for place, field in enumerate(draw(st.permutations(fields))):
            lines = field.split("\n")
            note = draw(_NOTES) if len(lines) == 1 or lines[0].endswith((":", "|")) else ""
            out.append((indent + dash if place == 0 else pad) + lines[0] + note)
            out += [pad + inner if inner else "" for inner in lines[1:]]
            out += [f"{pad}# between"] * draw(st.integers(0, 1)) if lines[0][-1] not in "|-" else []
    out += [""] * draw(st.integers(0, 2)) + ["# foot"] * draw(st.integers(0, 1))
    return line.join(out) + line * draw(st.integers(0, 1)), count


_LINES = (
    "title: A plain one",
    'title: "A quoted: one"',
    "title: 'It''s one'",
    "date: 1871-10-04",
    "summary: |\n  One.\n\n  Two.",
    "summary: >-\n  One\n  folded.",
    "tags: [a,  b ]",
    "tags:\n- a\n- b",
    "tags:\n  - a",
    "tags: alone",
    "hide: true",
    "kind:",
)


@settings(max_examples=150)
@given(files(), st.data())
def test_all_bytes_outside_the_entry_stay(laid_out: tuple[str, int], data: st.DataObject) -> None:
    text, count = laid_out
    content = text.encode()
    entries = read.edited(content, "e").value.entries
    if len(entries) != count:  # a key twice: refused, and tested elsewhere
        return
    number = data.draw(st.sampled_from([None, *range(count)]))
    put = data.draw(st.fixed_dictionaries({}, optional=_FIELDS))
    drop = tuple(name for name in sorted(set(_FIELDS) - set(put)) if data.draw(st.booleans()))
    cites = (QUOTE,) * data.draw(st.integers(0, 1))
    if number is None:
        put, drop = {"id": "new", **put}, ()
    outcome = amended(content, Edit(number, Change(put, drop, ("gone",), cites)), "e")
    if outcome.value is None:
        assert has_clash(content), described(outcome.problems[0])
        return
    new = outcome.value.decode()
    start, end = _region(text, [entry.place.line for entry in entries], number)
    assert new.startswith(text[:start])
    assert new.endswith(text[end:])


def has_clash(content: bytes) -> bool:
    return bool(read.edited(content, "e").problems)


def _region(text: str, lines: list[int], number: int | None) -> tuple[int, int]:
    """From the line of an entry to that of the next, or the place where a new one can go."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    if number is None:
        return (starts[lines[-1] - 1] if lines else starts[1]), len(text)
    end = starts[lines[number + 1] - 1] if number + 1 < len(lines) else len(text)
    return starts[lines[number] - 1], end
