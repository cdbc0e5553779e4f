"""Which words of a document are marked, and which are shown."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model.document import Document, DocumentId, Passage, Role, Span
from timeline.render.passages import SHORT, SURROUNDINGS, blocks

TITLE, HEADING, PROSE = Role.TITLE, Role.HEADING, Role.PROSE


def document(*paragraphs: tuple[Role, str]) -> Document:
    text, passages = "", []
    for role, words in paragraphs:
        passages.append(Passage(Span(len(text), len(text) + len(words)), role, 2))
        text += words + "\n\n"
    return Document(DocumentId("a.txt"), text, tuple(passages), "en")


def at(found: Document, words: str) -> Span:
    start = found.text.index(words)
    return Span(start, start + len(words))


def shown(block) -> str:
    return "".join(run.text for run in block.runs)


LONG = " ".join(f"word{number}" for number in range(600))
TEXT = document(
    (TITLE, "A title"),
    (PROSE, "The first paragraph says nothing of any date."),
    (HEADING, "War"),
    (PROSE, "It broke out in 1911 and ended in 1913. Nobody knew why."),
    (PROSE, "A paragraph that is left out."),
    (HEADING, "Peace"),
    (PROSE, "Nothing happened."),
    (HEADING, "Later"),
    (PROSE, LONG),
)


def test_excerpts_show_the_paragraph_and_its_heading():
    found = blocks(TEXT, [at(TEXT, "It broke out in 1911")], full=False)
    assert [shown(block) for block in found] == [
        "War",
        "It broke out in 1911 and ended in 1913. Nobody knew why.",
    ]
    assert found[0].before
    assert found[-1].after


def test_the_title_is_not_missed():
    text = document((TITLE, "A title"), (PROSE, "In 1911, war."))
    (block,) = blocks(text, [at(text, "In 1911")], full=False)
    assert not block.before
    assert not block.after


def test_evidence_that_fills_its_paragraph_comes_with_the_end_of_the_one_before():
    found = blocks(TEXT, [at(TEXT, "A paragraph that is left out.")], full=False)
    assert [shown(block) for block in found] == [
        "War",
        "It broke out in 1911 and ended in 1913. Nobody knew why.",
        "A paragraph that is left out.",
    ]


def test_a_long_paragraph_is_cut_between_words_around_the_evidence():
    evidence = at(TEXT, "word300 word301")
    block = blocks(TEXT, [evidence], full=False)[-1]
    words = shown(block).split()
    assert block.before
    assert block.after
    assert set(words) <= set(LONG.split())
    assert {"word299", "word300", "word301", "word302"} <= set(words)
    assert len(shown(block)) < 2 * SURROUNDINGS + 60 < SHORT


def test_full_shows_everything():
    found = blocks(TEXT, [at(TEXT, "1911")], full=True)
    assert [shown(block) for block in found] == [
        TEXT.text[passage.span.start : passage.span.end] for passage in TEXT.passages
    ]
    assert not any(block.before or block.after for block in found)


def test_overlapping_passages_are_cut_where_they_meet():
    first, second = at(TEXT, "It broke out in 1911 and ended"), at(TEXT, "ended in 1913.")
    runs = blocks(TEXT, [first, second], full=False)[-1].runs
    assert [(run.text, run.within) for run in runs] == [
        ("It broke out in 1911 and ", (first,)),
        ("ended", (first, second)),
        (" in 1913.", (second,)),
        (" Nobody knew why.", ()),
    ]
    assert [run.opens for run in runs] == [(first,), (second,), (), ()]
    assert [run.closes for run in runs] == [(), (first,), (second,), ()]


def test_a_passage_over_two_blocks_opens_once():
    span = Span(at(TEXT, "Nobody knew why.").start, at(TEXT, "A paragraph").end)
    runs = [run for block in blocks(TEXT, [span], full=False) for run in block.runs if run.within]
    assert [run.text for run in runs] == ["Nobody knew why.", "A paragraph"]
    assert [run.opens for run in runs] == [(span,), ()]
    assert [run.closes for run in runs] == [(), (span,)]


def test_evidence_between_the_blocks_is_not_lost():
    gap = Span(TEXT.passages[0].span.end, TEXT.passages[1].span.start)
    assert any(run.opens == (gap,) for block in blocks(TEXT, [gap], full=False) for run in block.runs)


@st.composite
def evidence(draw):
    spans = st.integers(0, len(TEXT.text) - 2).flatmap(
        lambda start: st.integers(start + 1, min(len(TEXT.text), start + 300)).map(
            lambda end: Span(start, end)
        )
    )
    return draw(st.sets(spans, max_size=6))


@settings(deadline=None)  # a busy machine is no fault of ours
@given(evidence(), st.booleans())
def test_every_passage_is_shown_once_and_whole(spans, full):
    runs = [run for block in blocks(TEXT, spans, full=full) for run in block.runs]
    for span in spans:
        assert sum(span in run.opens for run in runs) == 1
        assert sum(span in run.closes for run in runs) == 1
        marked = "".join(run.text for run in runs if span in run.within)
        assert "".join(marked.split()) == "".join(TEXT.text[span.start : span.end].split())
