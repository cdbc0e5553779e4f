"""Whatever is edited, in whatever order: a site made with what the last builds kept is the one made of nothing."""

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.harbour import END, EVENTS, OPENING
from timeline import gather, merge, pipeline, read
from timeline.model.document import DocumentId, Metadata
from timeline.model.shares import Shares
from timeline.model.site import Memory, Theme
from timeline.pipeline import Built, Input
from timeline.place import project
from timeline.store import key

DOCUMENTS = {
    "a.txt": OPENING,
    "b.txt": END,
    "c.txt": "The pier\n\nThe pier burned down in 1912. On 4 October 1871 the council opened the harbour.\n",
}
PLAIN = EVENTS + '  - {date: 1960~, title: The market closes, tags: [trade, port], summary: "*At last.*"}\n'
# each may find nothing to change, and is then no edit
EDITS = (
    ("The market moves", "The market moves on"),
    ("[trade]", "[trade, Port]"),
    ("[port]", "[]"),
    ("    tags: [port]\n", "    tags: [port]\n    hide: true\n"),
    ("date: 1950", "date: 1949/1951"),
    ("title: The harbour\n", "title: Ellery\n  quotations: full\n"),
    ("events:\n", "events:\n  # a line further down\n  - {date: 1700, title: The first pier}\n"),
    ("*At last.*", "**Never** & <b>nowhere</b>"),
    ("title: The harbour\n", "title: The harbour\n  language: de\n  base_url: https://example.org/\n"),
    ("1960~", "1871-10-04"),
)


@cache
def theme() -> Theme:
    return gather.theme(project(Path(__file__).parent))


@cache
def analysed(name: str, publisher: str):
    source = Input(DocumentId(name), DOCUMENTS[name].encode(), Metadata(publisher=publisher))
    return pipeline.analysed(source).value, bytes.fromhex(key(source))


@settings(max_examples=2)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(EDITS), st.sets(st.sampled_from(sorted(DOCUMENTS)), min_size=1), st.sampled_from(["", "Gazette"])
        ),
        min_size=2,
        max_size=3,
    )
)  # fmt: skip
def test_what_is_kept_is_what_would_be_made(steps):
    known: dict[str, dict[bytes, object]] = {}
    memory = Memory("")
    text = PLAIN
    for (before, after), names, publisher in steps:
        text = text.replace(before, after, 1)
        shares = Shares(known, lambda kind, new: known.setdefault(kind, {}).update(new))
        edited = read.edited(text.encode(), "events.yaml", shares)
        assert edited == read.edited(text.encode(), "events.yaml")
        found = [analysed(name, publisher) for name in sorted(names)]
        events = merge.events([one for one, _ in found], edited.value).value
        built = Built(tuple(one for one, _ in found), events, edited.value)
        documents = {one.document.id: digest for one, digest in found}
        kept = pipeline.site(
            built, theme(), memory=Memory("", memory.drawn, memory.bodies, shares=shares, documents=documents)
        )
        memory = Memory("", kept.drawn, kept.files)
    assert dict(kept.files) == dict(pipeline.site(built, theme()).files)
