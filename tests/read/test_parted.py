"""`events.yaml` read entry by entry says what it says read as a whole, to the line and column."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.model.shares import Shares
from timeline.read import entries, parted

HEADS = [
    "",
    "site: {title: Port}\n",
    "# ours\nsite:\n  title: Port\n  lanes: no\n",
    "---\n",
    "site: &a {title: x}\n",
    "events: []\n",
]
ENTRIES = [
    "- date: 1917-03-15\n  title: The pier & the *mill*\n",
    "- {id: 1917-03-15-pier, hide: true}\n",
    '- title: "a quotation\n- over lines"\n  date: 1950\n',
    "- date: 1950\n  title: |+\n    kept\n\n\n",
    "- date: 1950\n  summary: >-\n    folded\n    words\n  title: x\n# a remark\n\n",
    "- date: 1950\n  date: 1951\n  title: twice\n",
    "- title: &n Named\n  date: 1950\n",
    "- title: *n\n  date: 1950\n",
    "- cites: [{source: a.txt,\n- quote: b}]\n",
    "- cites:\n  - {source: a.txt, quote: the pier}\n  - url: https://example.org\n",
    "- date: 1917-13\n  titel: x\n",
    "- unclosed: [1\n",
    "- id: same\n  title: x\n",
    "- id: same\n  merge: [a, b]\n",
    "-\n  title: x\n  date: 1950\n",
    "- - nested\n",
    "- tab:\tx\n  date: 1950\n  title: a\u2028b\n",
    "- words\n",
    "---\n- date: 1950\n",
    "site: {title: below}\n",
]  # fmt: skip


def indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}" if line.strip() else line for line in text.splitlines(keepends=True))


@given(
    st.sampled_from(HEADS), st.lists(st.sampled_from(ENTRIES), max_size=6), st.integers(0, 3), st.sampled_from(["\n", "\r\n"])
)  # fmt: skip
@example(HEADS[1], [ENTRIES[3], ENTRIES[0]], 2, "\n")
@example(HEADS[1], ENTRIES[:1] * 2, 0, "\r\n")
def test_by_entry_is_as_a_whole(head, own, indent, end):
    text = (head + "events:\n# remark\n" + indented("".join(own), indent)).replace("\n", end)
    content = text.encode()
    whole = entries.edited(content, "events.yaml")
    found: dict = {}
    assert entries.edited(content, "events.yaml", Shares({}, found.__setitem__)) == whole
    assert entries.edited(content, "events.yaml", Shares(found)) == whole
    lower = ("# one more line\n" + text).encode()
    assert entries.edited(lower, "events.yaml", Shares(found)) == entries.edited(lower, "events.yaml")


def test_what_stood_there_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = "events:\n  - {date: 1950, title: a}\n  - {date: 1951, title: '*b*'}\n"
    found: dict = {}
    entries.edited(before.encode(), "events.yaml", Shares({}, found.__setitem__))
    read: list[str] = []
    monkeypatch.setattr(
        entries, "is_alone", lambda part, ask=parted.is_alone: read.append(part.text) or ask(part)
    )
    entries.edited(before.replace(": a", ": c").encode(), "events.yaml", Shares(found))
    assert read == ["  - {date: 1950, title: c}\n"]
