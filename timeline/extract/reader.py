"""Reader: reads the passages of one English document, sentence by sentence."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import cache

from timeline.extract import alone, candidate, entries, headings, insertions, reference, rows, states
from timeline.extract.clauses import Parsed
from timeline.extract.dating import once_by_then
from timeline.extract.elliptic import is_shown
from timeline.extract.figures import measured_of
from timeline.extract.headed_by import on_its_day
from timeline.extract.lead import lead
from timeline.extract.parsing import parsed
from timeline.extract.protagonist import Protagonist
from timeline.extract.reported import reported_count
from timeline.extract.scene import Bracket, Scene
from timeline.extract.sentences import sentences
from timeline.extract.spoken import put_off, spoken
from timeline.extract.stages import Telling
from timeline.extract.telling import (
    Told,
    telling_of,
    told,
    told_heading,
    told_in_row,
    told_label,
    told_under,
)
from timeline.extract.tokens import tokens
from timeline.languages.events import EventWords
from timeline.model.document import Document, Passage, Role, Span, Written
from timeline.model.event import Citation, Kind, Mention
from timeline.model.expression import Dated, TimexType, Undated
from timeline.records import dataclass

Headed = tuple[Dated, Sequence[Span]]  # a row's date, and its other cells
_LISTED = frozenset({Role.ITEM, Role.CELL})
_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})
_LONGEST = 3000  # characters of a sentence; what runs on longer is a list or a table, and no grammar reads it
_FEWEST = 3  # entries that tell what happened, before the others may do so without a verb
_READ = 40  # entries that are read to see whether they do
_LOOK_BACK = 3  # sentences in which a pronoun's antecedent is sought


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads passages of one document; `common` are the words it writes small, `times` where its dates stand.

    `about` is what the document is about; `days` are the passages that a day of their own heads.
    """

    document: Document
    written: Written
    words: EventWords
    common: frozenset[str]
    times: Sequence[Span]
    hero: Protagonist | None
    people: Callable[[], candidate.People]
    about: alone.About
    days: Sequence[Span]
    _known: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def _tells(self, label: Dated) -> bool:
        """Whether a day's entry is one of several that tell what happened, so that it needs no verb to do so."""
        if not headings.is_day(label) or len(self.days) < _FEWEST:
            return False
        if "days" not in self._known:
            self._known["days"] = sum(map(self._tells_past, self.days[:_READ])) >= _FEWEST
        return self._known["days"]

    def _tells_past(self, span: Span) -> bool:
        """Whether a passage says in a sentence of its own what somebody did, or was done."""
        passage = Passage(span, Role.PROSE)
        return any(
            entries.tells(self._parsed(one, self._times(one)), self.words)
            for one in sentences(self.document, passage)
        )

    def _times(self, span: Span) -> Sequence[Span]:
        """The dates inside a span."""
        first = bisect_left(self.times, span.start, key=lambda time: time.start)
        last = bisect_left(self.times, span.end, key=lambda time: time.start)
        return [time for time in self.times[first:last] if time.end <= span.end]

    def told(
        self,
        number: int,
        timexes: Sequence[Dated | Undated],
        above: Dated | None = None,
        *,
        whole: bool = False,
    ) -> Iterator[Mention]:
        """What a passage tells by its own dates, and its first sentence, if it has none, by the date above it.

        `whole` says that all of the passage is of that date.
        """
        yield from self._told(number, self.document.passages[number].span, timexes, above, whole=whole)

    def headed(self, heading: int, number: int, dated: Dated) -> Iterator[Mention]:
        """What a heading tells that names a happening, with nothing but its date under it: "Next meeting"."""
        title = self.document.passages[heading].span
        for span in list(sentences(self.document, self.document.passages[heading]))[-1:]:
            for one in told_heading(self._scene(heading, [span], 0, ()), dated):
                yield self.mention(Span(title.start, self.document.passages[number].span.end), one)

    def row(
        self, number: int, timexes: Sequence[Dated | Undated], known: Headed | None = None
    ) -> Iterator[Mention]:
        """What a table's row tells: its cells by their own dates, or all together by the cell that is a date.

        `known` is the date that the table's header names, with the other cells.
        """
        span = self.document.passages[number].span
        dated = known or rows.told_by(self.document, span, timexes)
        finer = False
        first: Span | None = None  # the cell that names what the others say something of
        for cell in rows.cells(self.document, span):
            inside = [t for t in timexes if cell.holds(t.span)]
            heads = dated is not None and dated is known and cell.holds(known[0].span)
            if first is None and not inside:
                first = cell
            elif first is not None and inside and not heads:
                stood = list(
                    self._standing(number, [first, cell], 1, self._scene(number, [first, cell], 1, inside))
                )
                finer = finer or bool(stood)
                yield from stood
            if not heads and rows.only_date(self.document, cell, inside) is None:
                found = list(self._told(number, cell, inside, dated[0] if dated and inside else None))
                finer = finer or bool(found)
                yield from found
        if dated is not None and not finer:
            plain = [cell for cell in dated[1] if not any(cell.holds(t.span) for t in timexes)]
            scenes = [self._scene(number, [cell], 0, ()) for cell in plain]
            for one in told_in_row(scenes, dated[0]):
                yield self.mention(span, one)

    def _told(
        self,
        number: int,
        within: Span,
        timexes: Sequence[Dated | Undated],
        above: Dated | None = None,
        *,
        whole: bool = False,
    ) -> Iterator[Mention]:
        passage = replace(self.document.passages[number], span=within)
        if not timexes and above is None:
            return
        spans = list(sentences(self.document, passage, [t.span for t in timexes]))
        label = rows.label(self.document, passage, timexes) or (
            above if whole or passage.role in _LISTED else None
        )
        if label is not None:
            spans = [part for span in spans for part in rows.parts(self.document, span)]
        at = 0
        strayed = (
            False  # whether a semicolon parts a stretch from one with a date of its own, which it may be of
        )
        for index, span in enumerate(spans):
            end = at
            while end < len(timexes) and timexes[end].span.end <= span.end:
                end += 1
            inside, at = timexes[at:end], end
            strayed = strayed and rows.goes_on(self.document, spans[index - 1], span)
            if strayed and not inside:
                continue
            strayed = strayed or (label is not None and entries.strays(inside, label))
            if span.end - span.start > _LONGEST:
                continue
            if any(isinstance(t, Dated) for t in inside):
                scene = self._scene(number, spans, index, inside)
                if passage.role in _LISTED and states.state(scene) is not None:
                    yield from self._standing(number, spans, index, scene)
                    continue
                found: Iterable[Told] = self._entry(scene, index, inside, label, deed=True) or list(
                    told(
                        scene,
                        above if index == 0 else None,
                        listed=label is not None or passage.role in _LISTED,
                    )
                )
                only = all(one.kind is Kind.STATISTIC and one.dated is not label for one in found)
                if only and index == 0 and label is not None and label in inside:
                    found = [*told_label(scene), *found]
                found = found or self._entry(scene, index, inside, label)
                if index == 0 and label is not None and label in inside:
                    found = on_its_day(scene, found)
            elif index == 0 and above is not None:
                found = told_under(self._scene(number, spans, 0, ()), above)
            elif index and label is not None:
                scene = self._scene(number, spans, index, ())
                found = list(entries.told_on(scene, label, label, tells=self._tells(label)))
                headed = index == 1 and rows.is_date(self.document, spans[0], label)
                if headed:  # "**1921.** Chapel consecrated."
                    told_so = telling_of(scene) is not Telling.NOTHING
                    found = found or (told_under(scene, label) if told_so else ())
            else:
                continue
            for one in found:
                if not is_shown(one.title):
                    yield self.mention(span, one)

    def split(self, number: int, timexes: Sequence[Dated | Undated]) -> list[Span]:
        """The sentences of a passage."""
        return list(sentences(self.document, self.document.passages[number], [t.span for t in timexes]))

    def scene(
        self, number: int, spans: Sequence[Span], index: int, timexes: Sequence[Dated | Undated]
    ) -> Scene:
        """One of a passage's sentences, with its expressions, in its document."""
        return self._scene(number, spans, index, timexes)

    def telling(self, number: int, span: Span) -> Telling:
        """What words say by themselves."""
        return telling_of(self._scene(number, [span], 0, ()))

    def under(self, number: int, span: Span, dated: Dated) -> Iterator[Told]:
        """What words without a date tell by one."""
        return told_under(self._scene(number, [span], 0, ()), dated)

    def measured(self, span: Span) -> str:
        """What a sentence tells of: its subject; "" where that is a pronoun or not sure."""
        return measured_of(self._parsed(span, self._times(span)), self.words)

    def stating(
        self, number: int, spans: Sequence[Span], timexes: Sequence[Dated | Undated], dated: Dated
    ) -> Told | None:
        """What the main clause of the last of some sentences says, by a date given to it; None where it has none.

        Where it says who reports it, of what is reported: "Ms Lee reported 212 pupils".
        """
        scene = self._scene(number, spans, len(spans) - 1, timexes)
        reported = reported_count(scene, dated)
        return next(iter(told_under(scene, dated)), None) if reported is None else next(iter(reported), None)

    def _standing(self, number: int, spans: Sequence[Span], index: int, stands: Scene) -> Iterator[Mention]:
        """What is told of the thing that stands right before how it stands."""
        if index:
            before = self._scene(number, spans, index - 1, ())
            for one in states.told_of(before, stands):
                yield self.mention(Span(spans[index - 1].start, spans[index].end), one)

    def _entry(
        self,
        scene: Scene,
        index: int,
        inside: Sequence[Dated | Undated],
        label: Dated | None,
        *,
        deed: bool = False,
    ) -> list[Told]:
        """What a further sentence of an entry tells, that says hours of its day or another day; only a `deed`, if so asked."""
        day = entries.own_day(inside, label) if index and label is not None else None
        if day is None or label is None:
            return []
        tells = self._tells(label)
        if deed and not (tells and entries.opens_with_deed(scene)):
            return []
        return list(entries.told_on(scene, day, label, tells=tells))

    def _scene(
        self, number: int, spans: Sequence[Span], index: int, timexes: Sequence[Dated | Undated]
    ) -> Scene:
        calendar = [t for t in timexes if t.expression.type in _CALENDAR]
        said = spoken(put_off(calendar, self.document.text, self.words.put_off))
        sentence, apart = self._with_brackets(
            spans[index], [span for span, _ in said], listed=self.document.passages[number].role is Role.ITEM
        )

        @cache
        def earlier() -> tuple[tuple[candidate.Candidate, ...], ...]:
            before = list(spans[max(0, index - _LOOK_BACK) : index])
            passages = self.document.passages
            goes_on = number > 0 and passages[number].role is passages[number - 1].role is Role.PROSE
            if len(before) < _LOOK_BACK and goes_on:
                above = list(sentences(self.document, self.document.passages[number - 1]))
                before = above[len(before) - _LOOK_BACK :] + before
            read = [self._parsed(span, self._times(span)) for span in reversed(before)]
            named = (reference.candidates(self.document.text, one, self.words, self.people()) for one in read)
            return tuple(named)

        dates = [timex if isinstance(timex, Dated) else None for _, timex in said]
        return Scene(
            self.document.text,
            sentence,
            dates,
            self.written.when,
            earlier,
            self.words,
            self.people,
            self.hero,
            apart,
            lead(self.document, number, self.words) if apart else "",
            lambda: self._parsed(spans[index - 1], self._times(spans[index - 1])) if index else None,
        )

    def _with_brackets(
        self, span: Span, times: Sequence[Span], *, listed: bool
    ) -> tuple[Parsed, tuple[Bracket, ...]]:
        """A sentence, and the brackets with a date that were cut from it; none where nothing else of it tells."""
        whole = tokens(self.document.text, span, times, self.words, self.common)
        main, apart = insertions.cut(whole)
        if apart:
            read = parsed(main, self.words)
            tells = any(clause.verb.finite for clause in read.clauses) or listed
            if len(read.tokens) == len(main) and tells:
                return read, apart
        return parsed(whole, self.words), ()

    def _parsed(self, span: Span, times: Sequence[Span]) -> Parsed:
        return parsed(tokens(self.document.text, span, times, self.words, self.common), self.words)

    def mention(self, span: Span, one: Told) -> Mention:
        """What is told, cited by where it stands."""
        citation = Citation.of(self.document, span)
        behind = one.kind is Kind.BACKGROUND  # what lies behind a story is none of it
        return Mention(
            title=one.title if behind else alone.under(self.about, one.title, citation.quote, self.words),
            kind=one.kind,
            when=one.when,
            dated=once_by_then(one.dated, one.kind, self.document.text, self.words.due),
            citation=citation,
            participants=one.participants,
            confidence=one.confidence,
        )
