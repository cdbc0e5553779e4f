"""Constraints from two tellings of one thing, once with its date and once from the day of writing ("last month")."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from timeline.resolve.context import Tense
from timeline.resolve.infer_bounds import is_base
from timeline.resolve.infer_constraint import Constraint, Strength
from timeline.resolve.infer_evidence import Evidence, Telling
from timeline.times import algebra
from timeline.times import when as w
from timeline.times.reading import Anchor, Reading, Shifted, Stated
from timeline.times.when import Extent, Grain
from timeline.times.words import MONTHS, words

_NEAR, _SHARED = (
    2,
    5,
)  # words that tell something, shared by the date and in the whole sentence, for one happening
_COMMON = 8  # a word in more dated sentences than this tells nothing of any
_APART = 3  # sentences between two figures of one account
_HALF_YEAR = 183  # days by which "25 years ago" may be off


def told_twice(evidence: Evidence) -> Iterator[Constraint]:
    """A happening told with its date and again with "last month": last month was the month of that date.

    "The council signed a lease last month to rent two boats …" and "The council signed a lease on 3 June 2021 to
    rent …" were written in July 2021. The two sentences share a verb and an object right beside the dates, and more.
    Not "met the mayor last month" and "met the mayor on 3 June 2021" alone: people meet again.
    Neither two dates in one sentence, which are set against each other.
    """
    dated = [one for one in evidence.tellings if one.date is not None]
    index = _index(evidence, dated)
    for said in evidence.tellings:
        reading = said.reading
        if not _counts_units(reading):
            continue
        for other in _likely(evidence, said, index):
            if other.date is None or other.date.grain > reading.grain or said.sentence == other.sentence:
                continue
            near = evidence.near(said) & evidence.near(other)
            if len(near) >= _NEAR and len(evidence.words(said) & evidence.words(other)) >= _SHARED:
                unit = algebra.shifted(other.date, reading.grain, 0)
                wrote = algebra.shifted(unit, reading.grain, -reading.by)
                because = (
                    f"{_quoted(evidence, said)} and {_quoted(evidence, other)} tell of one happening, so "
                    f"{said.expression.text.casefold()} was {words(unit)} and the text was written in {words(wrote)}"
                )
                yield Constraint(Strength.MATCHED, because, (Extent(wrote.start, wrote.end),))


def same_figure(evidence: Evidence) -> Iterator[Constraint]:
    """One account gives figures of one kind for a year and for "last year": then last year was that year.

    "Imports came to 5 million euros in 2019. … Exports to the island last year were worth 20,000 euros" was
    written in 2020. They count the same thing (euros), share what they are of (the island), and stand close by.
    Not "20,000 euros last year, up from 5,000 in 2017", nor a year that something is compared with.
    """
    if not evidence.cue("compared"):
        return  # which year is the lesser of two cannot be told
    years = [
        one
        for one in evidence.tellings
        if one.date is not None
        and one.date.grain is Grain.YEAR
        and one.tense is not Tense.FUTURE
        and not is_base(evidence, one)
        and evidence.measures(one)
    ]
    paragraphs: dict[int, list[Telling]] = defaultdict(list)
    for one in years:
        paragraphs[one.paragraph].append(one)
    for said in evidence.tellings:
        if said.reading != Shifted(Grain.YEAR, -1, Anchor.SPEECH):
            continue
        beside = [one for one in paragraphs[said.paragraph] if _beside(evidence, said, one)]
        if beside:
            newest = max(beside, key=lambda one: one.date.start if one.date else 0)
            assert newest.date is not None  # noqa: S101  a year has one
            wrote = w.year(newest.date.year + 1)
            because = (
                f"figures of one kind are given for {newest.said} and for {said.said}, so {said.expression.text.casefold()} "
                f"was {words(newest.date)} and the text was written in {words(wrote)}"
            )
            yield Constraint(Strength.MATCHED, because, (Extent(wrote.start, wrote.end),))


def long_ago(evidence: Evidence) -> Iterator[Constraint]:
    """A happening told with its year and again as so many years ago: written so many years later, give or take half a year.

    "The harbour was opened 25 years ago …" and "… when the harbour was opened in 1974" were written about 1999.
    Not "25 years ago" of something else: the sentences share verb and object.
    """
    dated = [one for one in evidence.tellings if one.date is not None]
    index = _index(evidence, dated)
    for said in evidence.tellings:
        reading = said.reading
        if (
            not isinstance(reading, Shifted)
            or not reading.bare
            or reading.grain is not Grain.YEAR
            or reading.by >= 0
        ):
            continue
        if reading.anchor is not Anchor.SPEECH:
            continue
        for other in _likely(evidence, said, index):
            near = evidence.near(said) & evidence.near(other)
            if other.date is None or said.sentence == other.sentence or len(near) < _NEAR:
                continue
            first = algebra.moved(other.date.start, Grain.YEAR, -reading.by)
            last = algebra.moved(other.date.end, Grain.YEAR, -reading.by)
            because = (
                f"{_quoted(evidence, said)} and {_quoted(evidence, other)} tell of one happening, so the text was "
                f"written about {words(w.unit(first, Grain.YEAR))}"
            )
            yield Constraint(Strength.MATCHED, because, (Extent(first - _HALF_YEAR, last + _HALF_YEAR),))


def same_vein(evidence: Evidence) -> Iterator[Constraint]:
    """A text that tells of one sort of thing "last month" and "in April" takes them for one month, or nearly.

    "Last month she also met the mayor of the port … In April she also met the mayor of the island" was written in May.
    The two share words beside the dates and another in the sentence. A custom: where other words contradict, they win.
    Not "in April 2019", nor "next April".
    """
    months = [
        one
        for one in evidence.tellings
        if isinstance(one.reading, Stated)
        and one.reading.month is not None
        and (one.reading.year, one.reading.day) == (None, None)
        and one.tense is not Tense.FUTURE
    ]
    index = _index(evidence, months)
    for said in evidence.tellings:
        if said.reading != Shifted(Grain.MONTH, -1, Anchor.SPEECH):
            continue
        for other in _likely(evidence, said, index):
            near = evidence.near(said) & evidence.near(other)
            shared = evidence.words(said) & evidence.words(other)
            if said.sentence == other.sentence or len(near) < _NEAR or len(shared) < _NEAR + 1:
                continue
            month = other.reading.month if isinstance(other.reading, Stated) else None
            assert month is not None  # noqa: S101  only months are indexed
            because = (
                f"{_quoted(evidence, said)} and {_quoted(evidence, other)} tell of the same sort of thing, so "
                f"{said.expression.text.casefold()} is taken to be {MONTHS[month - 1]}"
            )

            def allowed(year: int, month: int = month) -> Extent:
                after = algebra.shifted(w.month(year, month), Grain.MONTH, 1)
                return Extent(after.start, after.end)

            yield Constraint(Strength.CUSTOM, because, yearly=allowed)


def _counts_units(reading: Reading) -> TypeGuard[Shifted]:
    """Whether a reading names a day, week, month or year by its place before the day of writing."""
    return (
        isinstance(reading, Shifted)
        and reading.anchor is Anchor.SPEECH
        and reading.by <= 0
        and reading.grain <= Grain.YEAR
        and not reading.weekend
        and (not reading.bare or reading.grain is Grain.DAY)
    )


def _index(evidence: Evidence, tellings: Sequence[Telling]) -> dict[str, list[Telling]]:
    """Word → the tellings beside whose date it stands; common words are left out, so that looking up stays cheap."""
    index: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for word in evidence.near(telling):
            index[word].append(telling)
    return {word: found for word, found in index.items() if len(found) <= _COMMON}


def _likely(evidence: Evidence, said: Telling, index: dict[str, list[Telling]]) -> list[Telling]:
    """The tellings that share a word by the date, in the order of the text."""
    found = {other.expression.span: other for word in evidence.near(said) for other in index.get(word, ())}
    return [found[span] for span in sorted(found)]


def _beside(evidence: Evidence, said: Telling, other: Telling) -> bool:
    return (
        said.sentence != other.sentence
        and abs(said.sentence_number - other.sentence_number) <= _APART
        and not is_base(evidence, said)
        and bool(evidence.measures(said) & evidence.measures(other))
        and len(evidence.words(said) & evidence.words(other) - evidence.measures(said)) >= _NEAR
    )


def _quoted(evidence: Evidence, telling: Telling) -> str:
    """A telling's date with the words right before it, or after it where it opens its sentence, in quotation marks."""
    span, sentence = telling.expression.span, telling.sentence
    before = [match.start() for match in re.finditer(r"\S+", evidence.text[sentence.start : span.start])][
        -_QUOTED:
    ]
    after = [match.end() for match in re.finditer(r"\S+", evidence.text[span.end : sentence.end])][
        : _QUOTED + 2
    ]
    first = sentence.start + before[0] if before else span.start
    last = span.end + after[-1] if len(before) < 2 and after else span.end
    return f'"{" ".join(evidence.text[first:last].split()).strip(_MARKS)}"'


_QUOTED = 3  # words
_MARKS = ' ,.;:"“”'
