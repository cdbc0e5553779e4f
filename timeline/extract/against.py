"""Against: figures of other times that a sentence holds its own against, each told by its date, in any language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.extract.earlier import year_before
from timeline.extract.kinds import lies_ahead
from timeline.extract.measured import Figure, figures, has_amount, instead, without
from timeline.extract.reading import Reading
from timeline.extract.telling import Told
from timeline.model.document import Role, Span
from timeline.model.event import Kind, Mention
from timeline.model.expression import Dated, Undated
from timeline.times.when import Date, Grain


def held_against(
    reader: Reading, number: int, timexes: Sequence[Dated | Undated], found: Sequence[Mention]
) -> Iterator[Mention]:
    """What a passage tells, as `found`, and its figures of other times that one is held against, each by its date."""
    document = reader.document
    spans = (
        reader.split(number, timexes)
        if len(timexes) > 0 and document.passages[number].role is not Role.CELL
        else []
    )
    cut = ((spans[:index], part) for index, span in enumerate(spans) for part in parts(document.text, span))
    for before, span in cut:
        inside = [t for t in timexes if span.holds(t.span)]
        said = figures(document.text, span, inside) if inside else []
        if not said:
            continue
        own = [mention for mention in found if mention.citation.span.overlaps(span)]
        about = reader.measured(span)
        clause = _held(reader, number, [*before, span], inside, said)
        if not about and not clause:
            continue
        said = [_from_its_own(figure, inside, said) for figure in said]
        for figure in said:
            title = _titled(about, clause, figure)
            known = [mention for mention in own if mention.dated.span == figure.dated.span]
            told_so = (one.kind is Kind.STATISTIC and figure.amount in one.title for one in known)
            if title and (figure.by or not any(told_so)):
                found = [mention for mention in found if mention not in known]
                when = figure.dated.when
                kind = Kind.PLAN if lies_ahead(when, reader.written.when) else Kind.STATISTIC
                told = Told(title, kind, when, figure.dated, (), 0.6)
                found = [*found, reader.mention(span, told)]
        found = [
            _measured(mention, clause, said) if mention in own and not _is_of_day(mention) else mention
            for mention in found
        ]
    for mention in found:
        title = without(mention.title) if mention.kind is Kind.STATISTIC else mention.title
        yield mention if title == mention.title else replace(mention, title=title)


def _from_its_own(figure: Figure, timexes: Sequence[Dated | Undated], said: Sequence[Figure]) -> Figure:
    """A figure of "a year earlier", counted from the one date of what it is held against: "17 in March 2020, against 12 a year earlier"."""
    start = min(one.start for one in said)
    own = [t for t in timexes if isinstance(t, Dated) and t.span.end <= start]
    when = year_before(figure.dated, own[0]) if len(own) == 1 else None
    return replace(figure, dated=when) if when is not None else figure


def parts(text: str, span: Span) -> list[Span]:
    """A sentence cut at its semicolons: each part holds its own figures against others."""
    ends = [match.start() for match in re.finditer(r";\s", text[span.start : span.end])]
    starts = [0, *(end + len("; ") for end in ends)]
    return [
        Span(span.start + one, span.start + two)
        for one, two in zip(starts, [*ends, span.end - span.start], strict=True)
        if one < two
    ]


def _held(
    reader: Reading,
    number: int,
    spans: Sequence[Span],
    timexes: Sequence[Dated | Undated],
    said: Sequence[Figure],
) -> str:
    """What the last sentence says that a word holds another figure against, if it has one amount: "41 casualties were recorded"."""
    if not any(one.plain for one in said):
        return ""
    start = spans[-1].start
    text = reader.document.text[start : min(one.start for one in said)].rstrip(" ,(\u2013\u2014-")
    if not text:
        return ""
    main = Span(start, start + len(text))
    inside = [t for t in timexes if main.holds(t.span)]
    told = reader.stating(number, [*spans[:-1], main], inside, said[0].dated)
    return told.title if told is not None and has_amount(told.title) else ""


def _titled(about: str, clause: str, one: Figure) -> str:
    """A title for a figure that another is held against: "Turnout: 57.2 per cent", or what is said of that, with this amount."""
    put = instead(clause, one) if clause and one.plain else ""
    return put or (f"{about}: {one.amount} {one.unit}".strip() if about and not one.by else "")


def _measured(mention: Mention, clause: str, said: Sequence[Figure]) -> Mention:
    """A happening that was but a figure held against another, without that other in its title."""
    if not has_amount(mention.title):
        return mention
    kind = Kind.STATISTIC if mention.kind is Kind.EVENT else mention.kind
    if not any(one.amount in mention.title for one in said):
        return replace(mention, kind=kind)
    return replace(mention, kind=kind, title=clause or without(mention.title))


def _is_of_day(mention: Mention) -> bool:
    """Whether it is told of a day, on which something happened: "The race on 3 May raised £2,306, up from £1,870"."""
    return isinstance(mention.when, Date) and mention.when.grain <= Grain.DAY
