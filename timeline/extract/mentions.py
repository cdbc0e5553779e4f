"""Mentions: a document's dated expressions become what it says happened."""

from collections.abc import Iterator, Sequence
from functools import cache

from timeline.extract import reference
from timeline.extract.clauses import Parsed, parsed
from timeline.extract.sentences import sentences
from timeline.extract.telling import Told, told
from timeline.extract.words import common_words, tokens
from timeline.languages import Language, events
from timeline.languages.events import EventWords
from timeline.model.document import Document, Passage, Role, Span, Written
from timeline.model.event import Citation, Mention
from timeline.model.expression import Dated, TimexType, Undated

TELLING = frozenset({Role.PROSE, Role.ITEM, Role.CELL})
_LOOK_BACK = 3  # sentences in which a pronoun's antecedent is sought


def mentions(
    document: Document, timexes: tuple[Dated | Undated, ...], written: Written, language: Language
) -> tuple[Mention, ...]:
    """What a document tells, in the order it tells it.

    Only sentences that hold a calendar date are read. A language without event words tells nothing yet.
    """
    words = events.words(language.code.partition("-")[0])
    if words is None:
        return ()
    common = common_words(document.text)
    found: list[Mention] = []
    rest = list(timexes)
    for number, passage in enumerate(document.passages):
        inside, rest = _inside(rest, passage.span)
        if passage.role in TELLING and any(isinstance(t, Dated) for t in inside):
            found += _of_passage(document, number, passage, inside, written, words, common)
    return tuple(found)


def _inside(
    timexes: list[Dated | Undated], span: Span
) -> tuple[list[Dated | Undated], list[Dated | Undated]]:
    """Those in a span, and those after it; both sorted as given."""
    at = 0
    while at < len(timexes) and timexes[at].span.start < span.start:
        at += 1
    end = at
    while end < len(timexes) and timexes[end].span.end <= span.end:
        end += 1
    return timexes[at:end], timexes[end:]


def _of_passage(
    document: Document,
    number: int,
    passage: Passage,
    timexes: Sequence[Dated | Undated],
    written: Written,
    words: EventWords,
    common: frozenset[str],
) -> Iterator[Mention]:
    spans = list(sentences(document, passage, [t.span for t in timexes]))
    rest = list(timexes)
    for index, span in enumerate(spans):
        inside, rest = _inside(rest, span)
        if not any(isinstance(t, Dated) for t in inside):
            continue

        @cache
        def earlier(index: int = index) -> tuple[reference.Candidate, ...]:
            before = spans[max(0, index - _LOOK_BACK) : index]
            if index == 0 and number:
                before = list(sentences(document, document.passages[number - 1]))[-_LOOK_BACK:]
            read = [_parsed(document, span, (), words, common) for span in reversed(before)]
            return tuple(name for one in read for name in reference.candidates(document.text, one, words))

        calendar = [t for t in inside if t.expression.type in {TimexType.DATE, TimexType.TIME}]
        dating = _without_second_ends(calendar)
        sentence = _parsed(document, span, [_extent(t) for t in dating], words, common)
        dates = [t if isinstance(t, Dated) else None for t in dating]
        for one in told(document.text, sentence, dates, written.when, earlier, words):
            yield _mention(document, span, one)


def _parsed(
    document: Document, span: Span, times: Sequence[Span], words: EventWords, common: frozenset[str]
) -> Parsed:
    return parsed(tokens(document.text, span, times, words, common), words)


def _extent(timex: Dated | Undated) -> Span:
    """The words of an expression, or of the whole range it begins."""
    return timex.range.span if isinstance(timex, Dated) and timex.range else timex.span


def _without_second_ends(timexes: Sequence[Dated | Undated]) -> list[Dated | Undated]:
    """Each range once, by its first end, whose words stand for both."""
    kept: list[Dated | Undated] = []
    for timex in timexes:
        before = kept[-1] if kept else None
        if before is not None and _extent(before).overlaps(timex.span):
            continue
        kept.append(timex)
    return kept


def _mention(document: Document, span: Span, one: Told) -> Mention:
    return Mention(
        title=one.title,
        kind=one.kind,
        when=one.dated.range.when if one.dated.range else one.dated.when,
        dated=one.dated,
        citation=Citation(document.id, span, document.text[span.start : span.end]),
        participants=one.participants,
        confidence=one.confidence,
    )
