"""Page's year: figures without a date of their own, on a page of statistics about a year, a quarter or a month.

"Vital statistics 2018", or a heading "2018" on such a page, dates "566 marriages took place"; on a page of figures that names no time
a figure without one is of the time of the figure right before it in its paragraph. What is told so says that the page's title dates it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.extract.against import parts
from timeline.extract.dating import whole_time
from timeline.extract.earlier import year_before
from timeline.extract.measured import figures, opens
from timeline.extract.reading import Reading
from timeline.model.document import Document, Passage, Role, Span
from timeline.model.event import Kind, Mention
from timeline.model.expression import Dated, TimexType, Undated
from timeline.times.when import Date, Grain, Interval, extent

Timexes = Sequence[Dated | Undated]
_OPENING = 4  # passages in which a page says what it is about
_LONGEST = 120  # characters of a title
_YEAR = 366  # days of the longest time that a page's figures are of
# What a page of figures calls itself, in seven languages.
_NAMED = re.compile(
    r"\b(?:statisti[ckqsš]\w*|статисти\w+|(?:key\s)?figures|(?:in|by\sthe)\s(?:figures|numbers)|facts\sand\sfigures|indicators|bulletin|census\sresults|annual\sreport"
    r"|\w*statistik(?:en)?|zahlen|kennzahlen|in\szahlen|jahresbericht|quartalsbericht|en\schiffres|chiffres(?:\sclés)?|rapport\sannuel|bilan\s(?:annuel|chiffré|démographique)"
    r"|estadístic\w+|cifras|en\scifras|informe\sanual|memoria\sanual|boletín|in\scifre|dati\sstatistici|relazione\sannuale|bollettino"
    r"|shifra|në\sshifra|raporti?\svjetor|buletini?|u\sbrojkama|godišnji\sizveštaj|bilten|у\sбројкама|годишњи\sизвештај|билтен)\b",
    re.IGNORECASE,
)


def periods(
    document: Document, inner: Sequence[Timexes], heads: Sequence[Dated | None]
) -> list[Dated | None] | None:
    """The time that each passage's figures are of, by the title or the heading above; None where a page is none of figures.

    The title of such a page says so, and may name one time: a year, a quarter, a month; so may a heading that is nothing else.
    """
    opening = _opening(document)
    if not any(_NAMED.search(document.text, p.span.start, p.span.end) for p in opening):
        return None
    named = (
        _period(inner[n]) for n, passage in enumerate(document.passages[:_OPENING]) if passage in opening
    )
    titled = next((dated for dated in named if dated is not None), None)
    found: list[Dated | None] = []
    page = titled
    for passage, inside, head in zip(document.passages, inner, heads, strict=True):
        if passage.role is Role.HEADING:
            page = _period(inside) if head is not None else titled
        found.append(page)
    return found


def _opening(document: Document) -> list[Passage]:
    return [
        passage
        for passage in document.passages[:_OPENING]
        if passage.role in {Role.TITLE, Role.HEADING} and passage.span.end - passage.span.start <= _LONGEST
    ]


def _period(timexes: Timexes) -> Dated | None:
    """The time of a title that says one, if that is no day and no longer than a year."""
    dates = [t for t in timexes if isinstance(t, Dated)]
    if not dates or any(one.range is None or one.range != dates[0].range for one in dates[1:]):
        return None
    when = whole_time(dates[0])
    days = extent(when)
    if days.start is None or days.end is None or days.end - days.start > _YEAR:
        return None
    return dates[0] if isinstance(when, Interval) or when.grain > Grain.DAY else None


def undated(
    reader: Reading, number: int, timexes: Timexes, found: Sequence[Mention], page: Dated | None
) -> Iterator[Mention]:
    """What a passage tells, as `found`, and its figures without a date, each by the page's; without one, by the figure's before it."""
    text = reader.document.text
    before: Dated | None = None  # the time of the figure right before
    spans = reader.split(number, timexes)
    own = [_counted(one) for one in found]
    for index, span in enumerate(spans):
        told = [one for one in found if one.citation.span.overlaps(span)]
        last: Dated | None = None
        for part in parts(text, span):
            inside = [t for t in timexes if part.holds(t.span)]
            held = figures(text, part, inside)
            start = min((one.start for one in held), default=part.end)
            said = text[part.start : start].rstrip(" ,(")
            if not said:
                continue  # it opens with the figure: "Compared with 139 in 2011, …"
            main = Span(part.start, part.start + len(said))
            dates = [t for t in inside if main.holds(t.span) and t.expression.type is not TimexType.DURATION]
            of = page or before
            if dates or of is None or any(one.dated is of for one in told):
                continue
            one = reader.stating(number, [*spans[:index], main], (), of)
            if (
                one is not None
                and (one.kind is Kind.STATISTIC or _is_count(one.title))
                and _is_figure(one.title)
            ):
                own.append(reader.mention(span, replace(one, kind=Kind.STATISTIC, confidence=0.4)))
                last = of
                earlier = {id(f.dated): year_before(f.dated, of) for f in held}
                own = [_on(mention, earlier.get(id(mention.dated))) for mention in own]
        plain = [one for one in told if one.kind is Kind.STATISTIC and _is_long(one.dated)]
        before = plain[0].dated if plain else last
    yield from own


def _on(mention: Mention, dated: Dated | None) -> Mention:
    return mention if dated is None else replace(mention, when=dated.when, dated=dated)


def _counted(mention: Mention) -> Mention:
    """A count of what happened in so long a time, which on a page of figures is one: "Two cyclists were killed" in a year."""
    said = mention.title.rpartition(": ")[2]
    counted = opens(said) or _COUNTING.match(said) is not None
    of_time = mention.kind is Kind.EVENT and _is_long(mention.dated)
    return replace(mention, kind=Kind.STATISTIC) if counted and of_time else mention


# what a line tells of that opens with one of these, in its first words, is a figure
_COUNTING = re.compile(
    r"(?:\S+\s){0,3}(?:rate|number|share|proportion|percentage|average|total|(?:durchschnitts|gesamt)?zahl|anteil|\w*quote|nombre|taux|proportion"
    r"|número|tasa|proporción|numero|tasso|quota|numri|shkalla|përqindja|broj|stopa|udeo|број|стопа|удео)\b",
    re.IGNORECASE,
)


def _is_count(title: str) -> bool:
    """Whether a line says how many there were of what happened, at nobody's hand: "566 marriages took place", "Se registraron 41 robos"."""
    return opens(title) or _OF_NOBODY.match(title) is not None


_OF_NOBODY = re.compile(
    r"(?:se|es|u|si|sono|(?:zabelež|registr|evident|забележ|регистр|евидент)\w+)\s(?:\S+\s){0,2}\d",
    re.IGNORECASE,
)


def _is_figure(title: str) -> bool:
    return 0 < len(re.findall(r"\d+(?:[.,]\d+)*", title)) <= _AMOUNTS and not _NOW.search(title)


_NOW = re.compile(r"\b(?:is|are|has|have|holds?|stands?)\b")  # what is so still is of no year


_AMOUNTS = 2  # of one line: more are a list of them


def _is_long(dated: Dated) -> bool:
    when = whole_time(dated)
    return isinstance(when, Interval) or (isinstance(when, Date) and when.grain > Grain.DAY)
