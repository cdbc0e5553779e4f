"""Mentions: a document's dated expressions become what it says happened."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from timeline.extract import aligned, alone, columns, headings, minutes, outcome, page_year, rows
from timeline.extract.against import held_against
from timeline.extract.dating import whole_time
from timeline.extract.kinds import lies_ahead
from timeline.extract.letterhead import land
from timeline.extract.listed import Lists
from timeline.extract.people import people
from timeline.extract.plainly import PlainReader
from timeline.extract.protagonist import protagonist
from timeline.extract.reader import Reader
from timeline.extract.telling import Told
from timeline.extract.tokens import common_words
from timeline.extract.topic import topic, topic_repeated
from timeline.extract.wording import LONGEST
from timeline.languages import Language, events, telling
from timeline.languages.events import EventWords
from timeline.languages.telling import TellingWords
from timeline.model.document import Document, Role, Span, Written
from timeline.model.event import Kind, Mention
from timeline.model.expression import Dated, TimexType, Undated

TELLING = frozenset({Role.PROSE, Role.ITEM, Role.CELL})
_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})
_SHORT = 40  # characters of a line that may head the next


def mentions(
    document: Document, timexes: tuple[Dated | Undated, ...], written: Written, language: Language
) -> tuple[Mention, ...]:
    """What a document tells, in the order it tells it.

    Only sentences that hold a calendar date are read, and those that stand right under one: a heading, a
    label or a table's cell that is nothing but a date. A language without a grammar is read plainly.
    """
    times = [t.span for t in timexes if t.expression.type in _CALENDAR]
    code = language.code.partition("-")[0]
    words = events.words(code)
    inner = headings.inside(document, timexes)
    heads = headings.alone(document, inner)
    reader = (
        _plain(document, written, telling.words(code), times)
        if words is None
        else _english(document, written, words, times, headings.days(document, inner, heads))
    )
    lists = Lists.of(reader)
    meeting = minutes.meeting(document, inner)
    found = [minutes.of_title(reader, meeting)] if meeting is not None else []
    diary = headings.is_diary(heads)
    above: Dated | None = None
    headed: int | None = None  # the passage right above, if it is a heading or a short line without a date
    pages = page_year.periods(document, inner, heads)
    spent = False  # a heading's date is its first paragraph's; each item and row of a list has it
    named: tuple[columns.Column, ...] = ()  # by the header of the table that we are in
    lined: tuple[columns.Column, ...] = ()  # … of one whose cells only blanks keep apart
    for number, passage in enumerate(document.passages):
        inside, dated = inner[number], heads[number]
        if passage.role is not Role.CELL:
            named = columns.columns(document, passage.span) if passage.role is Role.CAPTION else ()
        in_line = aligned.row(document, passage.span, lined)
        if in_line and inside and (counted := list(_counted(reader, passage.span, in_line, inside))):
            found += counted
            continue
        lined = lined if in_line else aligned.header(document, passage.span)
        day = headings.is_day(dated)
        if dated is not None and headed is not None and (day or passage.role is not Role.HEADING):
            named_above = list(reader.headed(headed, number, dated)) if isinstance(reader, Reader) else []
            if named_above:
                found += named_above
                above, headed = None, None
                continue
        short = passage.role is Role.HEADING or passage.span.end - passage.span.start <= _SHORT
        free = above is None or passage.role is Role.HEADING  # what stands under a date heads no other
        headed = (
            number if short and free and not inside and passage.role in TELLING | {Role.HEADING} else None
        )
        if passage.role is Role.HEADING or (dated is not None and passage.role in TELLING):
            own = not diary and not found and headings.is_of(dated, written)
            above, spent = None if own else dated, False
            found += _minuted(reader, number, inside, (), meeting) if dated is None else ()
        elif passage.role in TELLING and not named and (formed := lists.formed(number, inside)) is not None:
            found += formed
        elif passage.role is Role.CELL and "|" in document.text[passage.span.start : passage.span.end]:
            found += lists.in_cells(number, inside, list(_row(reader, number, inside, named)))
        elif passage.role in TELLING:
            prose, whole = (
                passage.role is Role.PROSE,
                diary and headings.is_day(above),
            )  # … of a diary's day is all under it
            said = list(reader.told(number, inside, None if spent and prose else above, whole=whole))
            told: Sequence[Mention] = list(
                held_against(reader, number, inside, list(lists.ended(number, inside, said, above)))
            )
            told = _minuted(reader, number, inside, told, meeting)
            found += told if pages is None else page_year.undated(reader, number, inside, told, pages[number])
            spent = spent or (prose and not whole)
    return tuple(outcome.with_outcomes(reader, inner, found) if isinstance(reader, Reader) else found)


def _minuted(
    reader: Reader | PlainReader,
    number: int,
    timexes: Sequence[Dated | Undated],
    told: Sequence[Mention],
    meeting: minutes.Meeting | None,
) -> Sequence[Mention]:
    """What a passage tells, as `told`, and what it does as a part of minutes."""
    if meeting is None or number <= meeting.number:
        return told
    return list(minutes.told(reader, number, timexes, told, meeting))


def _row(
    reader: Reader | PlainReader,
    number: int,
    timexes: Sequence[Dated | Undated],
    named: Sequence[columns.Column],
) -> Iterator[Mention]:
    """What a table's row tells, under the columns that its header names."""
    document = reader.document
    span = document.passages[number].span
    cells = columns.beside(document, span, named)
    counted = list(_counted(reader, span, cells, timexes))
    if counted:
        yield from counted
        return
    if any(
        column.naming is columns.Naming.REFERENCE
        and rows.only_date(document, cell, [t for t in timexes if cell.holds(t.span)])
        for column, cell in cells
    ):
        return  # "Codes | 1901 to 1999"
    known = columns.headed(document, cells, timexes)
    told = reader.row(number, timexes, (known.dated, known.others) if known else None)
    due = known.dated if known is not None and known.due else None
    yield from (replace(one, kind=Kind.PLAN) if one.dated is due else one for one in told)


def _counted(
    reader: Reader | PlainReader,
    span: Span,
    cells: Sequence[tuple[columns.Column, Span]],
    timexes: Sequence[Dated | Undated],
) -> Iterator[Mention]:
    """What a row tells that is nothing but a date and its figures."""
    counted = columns.figures(reader.document, cells, timexes)
    if counted is not None:
        when = whole_time(counted[0])
        kind = Kind.PLAN if lies_ahead(when, reader.written.when) else Kind.STATISTIC
        title = columns.told(reader.document, counted[1], LONGEST)
        yield reader.mention(span, Told(title, kind, when, counted[0], (), 0.6))


def _plain(document: Document, written: Written, words: TellingWords, times: Sequence[Span]) -> PlainReader:
    of = topic_repeated(document, words)
    small = alone.written_small(document.text, words) if of else frozenset()
    names = alone.written_large(document.text) if of else frozenset()
    return PlainReader(document, written, words, times, alone.About(of, small, names))


def _english(
    document: Document, written: Written, words: EventWords, times: Sequence[Span], days: Sequence[Span]
) -> Reader:
    small = common_words(document.text)
    hero = protagonist(document, words)
    named = cache(partial(people, document.text, words))
    of = topic(document, small, words) or (hero.name if hero is not None else "")
    dates = {word for time in times for word in document.text[time.start : time.end].split()}
    if any(word[0].isdigit() and word in dates for word in of.split()):
        of = ""  # a line with a date is no topic
    names = alone.written_large(document.text) if of else frozenset()
    about = alone.About(of, small, names, "" if of else land(document, words))
    return Reader(document, written, words, small, times, hero, named, about, days)
