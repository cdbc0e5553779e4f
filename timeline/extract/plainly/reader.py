"""Reads passages of a document whose language has no grammar here."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cache

from timeline.extract import headings, rows
from timeline.extract.alone import About, under_plainly
from timeline.extract.dating import once_by_then
from timeline.extract.measured import says_so
from timeline.extract.plainly import entries, genders, things, unlisted
from timeline.extract.plainly.boundaries import sentences
from timeline.extract.plainly.clauses import clauses
from timeline.extract.plainly.figures import is_figure
from timeline.extract.plainly.protagonist import Protagonist, called, protagonist
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.serial import series
from timeline.extract.plainly.subjects import is_bare_name, stands_behind, subject
from timeline.extract.plainly.telling import told, told_under
from timeline.extract.plainly.wording import Tokens, line
from timeline.extract.plainly.words import tokens
from timeline.extract.spoken import spoken
from timeline.extract.stages import Telling
from timeline.extract.telling import Told
from timeline.extract.words import Tag
from timeline.languages.telling import TellingWords
from timeline.model.document import Document, Role, Span, Written
from timeline.model.event import Citation, Kind, Mention
from timeline.model.expression import Dated, TimexType, Undated
from timeline.records import dataclass

_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})
_LONGEST = 3000  # characters of a sentence; what runs on longer is a list or a table
_LOOK_BACK = 6  # sentences in which a pronoun's antecedent is sought


@dataclass(frozen=True, slots=True)
class PlainReader:
    """`times` is where the document's dates stand, in order; `about` is what it is about."""

    document: Document
    written: Written
    words: TellingWords
    times: Sequence[Span]
    about: About
    _life: dict[str, Protagonist | None] = field(default_factory=dict, repr=False, compare=False)
    _subjects: dict[int, tuple[Tokens, Tokens]] = field(default_factory=dict, repr=False, compare=False)

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
        if not timexes and above is None:
            return
        spans = self._sentences(number)
        passage = self.document.passages[number]
        label = rows.label(self.document, passage, timexes)
        of_entry = label or above
        if label is not None or (
            above is not None and (passage.role is Role.ITEM or entries.spans_days(above))
        ):
            spans = [part for span in spans for part in rows.parts(self.document, span)]
        at = 0
        for index, span in enumerate(spans):
            end = at
            while end < len(timexes) and timexes[end].span.end <= span.end:
                end += 1
            inside, at = timexes[at:end], end
            if span.end - span.start <= _LONGEST:
                found: Iterable[Told] = list(
                    self._told(number, spans, index, inside, above if whole or index == 0 else None)
                )
                if not found and of_entry is not None and of_entry not in inside:
                    found = entries.named_on(self._scene(number, spans, index, inside), of_entry)
                if label is not None and label in inside:
                    found = entries.on_its_day(
                        found, label, inside, self.document.text, self._scene(number, spans, index, inside)
                    )
                elif label is not None and index and not inside and above is None:
                    found = self._under(number, spans, index, label)
                for one in found:
                    yield self.mention(span, one)

    def _under(self, number: int, spans: Sequence[Span], index: int, label: Dated) -> Iterator[Told]:
        """What a further sentence with a verb tells in an entry that a day heads, or an item that any date does."""
        listed = self.document.passages[number].role is not Role.PROSE
        scene = self._scene(number, spans, index, ())
        # as in "**1921.** Chapel consecrated." and in "1921: Chapel consecrated; school opened"
        heads = rows.goes_on(self.document, spans[index - 1], spans[index])
        heads = heads or (index == 1 and rows.is_date(self.document, spans[0], label))
        told_so = heads and entries.telling_of(scene) is not Telling.NOTHING
        if told_so or ((listed or headings.is_day(label)) and entries.has_verb(scene)):
            yield from told_under(scene, label)

    def _told(
        self,
        number: int,
        spans: Sequence[Span],
        index: int,
        timexes: Sequence[Dated | Undated],
        above: Dated | None,
    ) -> Iterator[Told]:
        if any(isinstance(t, Dated) for t in timexes):
            listed = self.document.passages[number].role is not Role.PROSE
            telling = told if self.words.verbs_known else unlisted.told
            things = series(
                self.document.text,
                spans[index],
                timexes,
                lambda part, dated: self.stating(number, [*spans[:index], part], (), dated),
            )
            if things:
                yield from things
                return
            scene = self._scene(number, spans, index, timexes)
            yield from () if listed and entries.denies(scene) else telling(scene, listed=listed)
        elif above is not None:
            yield from told_under(self._scene(number, spans, index, ()), above)

    def row(
        self,
        number: int,
        timexes: Sequence[Dated | Undated],
        known: tuple[Dated, Sequence[Span]] | None = None,
    ) -> Iterator[Mention]:
        """What a table's row tells: its cells together, by the one that is a date, or that its header names as one (`known`)."""
        span = self.document.passages[number].span
        dated = rows.told_by(self.document, span, timexes) or known
        for cell in dated[1] if dated is not None else ():
            if dated is not None and not any(cell.holds(t.span) for t in timexes):
                for one in told_under(self._scene(number, [cell], 0, ()), dated[0]):
                    yield self.mention(span, one)

    def split(self, number: int, timexes: Sequence[Dated | Undated]) -> list[Span]:  # noqa: ARG002  # as the English reader's
        """The sentences of a passage."""
        return self._sentences(number)

    def telling(self, number: int, span: Span) -> Telling:
        """What words say by themselves."""
        return entries.telling_of(self._scene(number, [span], 0, ()))

    def under(self, number: int, span: Span, dated: Dated) -> Iterator[Told]:
        """What words without a date tell by one."""
        return told_under(self._scene(number, [span], 0, ()), dated)

    def measured(self, span: Span) -> str:
        """What a sentence tells of: its subject; "" where that is a pronoun or not sure."""
        words = self.words
        said, sentence = self._subject(span)
        while said and said[0].tag is Tag.NUMBER:
            said = said[1:]  # "61 000 volailles ont été abattues, contre 212 000 en 2017" tells of these
        open_ = not said or (len(said) == 1 and said[0].low in words.pronouns)
        of_figure = is_figure(sentence, words) or any(token.low in words.figures for token in said)
        return line(said, words) if not open_ and (of_figure or says_so(self.document.text, span)) else ""

    def stating(
        self, number: int, spans: Sequence[Span], timexes: Sequence[Dated | Undated], dated: Dated
    ) -> Told | None:
        """What the main clause of the last of some sentences says, by a date given to it; None where it has none.

        Nor where it says who reports it: "Ms Lee reported 212 pupils".
        """
        scene = self._scene(number, spans, len(spans) - 1, timexes)
        reports = any(token.low in self.words.telling for token in scene.tokens)
        return next(iter(told_under(scene, dated)), None) if not reports else None

    def _sentences(self, number: int) -> list[Span]:
        passage = self.document.passages[number]
        return list(sentences(self.document, passage, self.words, self._times(passage.span)))

    def _times(self, span: Span) -> Sequence[Span]:
        """The dates inside a span."""
        first = bisect_left(self.times, span.start, key=lambda time: time.start)
        last = bisect_left(self.times, span.end, key=lambda time: time.start)
        return [time for time in self.times[first:last] if time.end <= span.end]

    def _scene(
        self, number: int, spans: Sequence[Span], index: int, timexes: Sequence[Dated | Undated]
    ) -> PlainScene:
        said = spoken([t for t in timexes if t.expression.type in _CALENDAR])

        @cache
        def topic(wanted: genders.Sought) -> str:
            return self._topic(number, spans, index, wanted) or self._of_life(spans, index, wanted)

        dates = [timex if isinstance(timex, Dated) else None for _, timex in said]
        return self._read(spans[index], [span for span, _ in said], dates, topic)

    def _read(
        self, span: Span, times: Sequence[Span], dates: Sequence[Dated | None], topic: object
    ) -> PlainScene:
        words = self.words
        cut = tokens(self.document.text, span, times, words)
        return PlainScene(cut, clauses(cut, words), dates, self.written.when, words, topic)  # type: ignore[arg-type]  # a cached function

    def _topic(self, number: int, spans: Sequence[Span], index: int, wanted: genders.Sought) -> str:
        """Whom or what the sentences before one are about: the name or thing that agrees, or "" if that is not sure."""
        before = list(spans[:index])
        for earlier in range(number - 1, -1, -1):
            if len(before) >= _LOOK_BACK or self.document.passages[earlier].role is not Role.PROSE:
                break
            before = [*self._sentences(earlier), *before]
        words = self.words
        spoken_of = wanted.low in words.singular_pronouns
        for span in reversed(before[-_LOOK_BACK:]):
            said, tokens_ = self._subject(span)
            beside = genders.others(tokens_, said, wanted.gender, words) if wanted.gender else []
            if (
                words.null_subject
                and said
                and not is_bare_name(said, words)
                and stands_behind(said, tokens_, words)
            ):
                return ""  # of what stands behind a verb it is open who does it
            if wanted.gender == "f" and words.verb_second and genders.is_his_office(said):
                return ""
            if (
                (spoken_of or (words.null_subject and wanted.low not in words.reflexives))
                and not is_bare_name(said, words)
                and not wanted.suffers
                and (name := called(said, words))
            ):
                return name if wanted.gender != "n" else ""  # "le maire, Ana Ruiz, a …. Elle …"
            if is_bare_name(said, words):
                name = " ".join(token.text for token in said)
                open_ = wanted.gender == "n" or (wanted.suffers and beside)
                if len(said) > 1 or self._is_surname(name):
                    return name if not open_ else ""
                return things.gone_on_with(said, tokens_, wanted, words) if self._of_things(before) else ""
            if len(said) == 1 and said[0].low in words.singular_pronouns:
                if wanted.suffers and beside:
                    return ""
                continue
            if not said and words.null_subject:
                continue
            if wanted.suffers and any(token.low == wanted.low for token in tokens_) and not beside:
                continue  # "Man fand es. Später wurde es verkauft": the same again
            of = genders.gender(said, words) if wanted.gender else ""
            if wanted.gender in of and of:
                somebody = not wanted.suffers and self._tells_of_somebody(before)
                return genders.meant(said, wanted.gender, words) if not beside and not somebody else ""
            if of and len(beside) == 1 and words.verb_second:
                return genders.object_meant(beside[0], wanted.gender, words)
            return things.gone_on_with(said, tokens_, wanted, words) if self._of_things(before) else ""
        return ""

    def _of_things(self, before: Sequence[Span]) -> bool:
        """Whether a verb without a subject can go on with a thing: no person is told of nearby."""
        if not self.words.null_subject:
            return False
        first = next((n for n, p in enumerate(self.document.passages) if p.role is Role.PROSE), None)
        opening = self._sentences(first)[:1] if first is not None else []
        near = (self._subject(span)[0] for span in (*opening, *before[-_LOOK_BACK:]))
        names = (called(who, self.words) for who in near if who)  # "Drejtori, Agim Leka," is somebody, too
        return not any(" " in name or self._is_surname(name) for name in names if name)

    def _of_life(self, spans: Sequence[Span], index: int, wanted: genders.Sought) -> str:
        """Whom the document's life is of, where a pronoun can mean nobody and nothing else in the sentence before."""
        if not wanted.gender or (wanted.suffers and wanted.gender == "n"):
            return ""
        if "hero" not in self._life:
            first = next((n for n, p in enumerate(self.document.passages) if p.role is Role.PROSE), None)
            opening = self._sentences(first)[:1] if first is not None else []
            who = self._subject(opening[0])[0] if opening else ()
            self._life["hero"] = protagonist(self.document.text, who, self.words)
        hero = self._life["hero"]
        said = self._subject(spans[index - 1])[0] if index else ()
        return hero.name if hero is not None and hero.may_be(wanted.gender, said, self.words) else ""

    def _tells_of_somebody(self, before: Sequence[Span]) -> bool:
        """Whether a pronoun that does something may be a person's: one is the subject nearby, or of the first sentence."""
        first = next((n for n, p in enumerate(self.document.passages) if p.role is Role.PROSE), None)
        opening = self._sentences(first)[:1] if first is not None else []
        return any(
            is_bare_name(self._subject(span)[0], self.words) for span in (*opening, *before[-_LOOK_BACK:])
        )

    def _subject(self, span: Span) -> tuple[Tokens, Tokens]:
        """The subject of a sentence's first clause, and all of it; read once, though several pronouns may look back to it."""
        known = self._subjects.get(span.start)
        if known is None:
            times = self._times(span)
            scene = self._read(span, times, [None] * len(times), str)
            main = next((i for i, c in enumerate(scene.clauses) if c.parent is None), None)
            who = subject(scene, main) if main is not None else ()
            known = self._subjects[span.start] = who, tuple(scene.tokens)
        return known

    def _is_surname(self, name: str) -> bool:
        """Whether a lone name is the last of somebody's names elsewhere in the document."""
        return re.search(rf"[^\W\d_a-z]\w+ {re.escape(name)}\b", self.document.text) is not None

    def mention(self, span: Span, one: Told) -> Mention:
        """What is told, cited by where it stands."""
        behind = one.kind is Kind.BACKGROUND  # what lies behind a story is none of it
        return Mention(
            title=one.title if behind else under_plainly(self.about, one.title, self.words),
            kind=one.kind,
            when=one.when,
            dated=once_by_then(one.dated, one.kind, self.document.text, self.words.due),
            citation=Citation(self.document.id, span, self.document.text[span.start : span.end]),
            participants=one.participants,
            confidence=one.confidence,
        )
