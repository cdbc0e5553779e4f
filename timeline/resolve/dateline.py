"""The date a document bears: in its dateline, behind a label, alone on a line at its head or foot."""

import re
from collections.abc import Iterator, Sequence

from timeline.languages import Language
from timeline.model.document import Document, Role
from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.infer_constraint import Constraint, Strength
from timeline.resolve.infer_evidence import bare
from timeline.resolve.order import dotted
from timeline.resolve.stated import in_year
from timeline.times import when as w
from timeline.times.calendar import is_date
from timeline.times.reading import Numeric, Stated
from timeline.times.when import Date, Extent, Grain

_HEAD, _FOOT = 1500, 600  # characters from the start and to the end, where a text bears its date
_LINES = 8  # lines from either end in which a date alone is the text's own
_SHORT_YEARS = 69  # 69 to 99 are of the 20th century, 00 to 68 of the 21st, as in POSIX
_PLACED = 60  # characters of a place before its date

_PLACE = re.compile(
    r"\s*(?:[^\W\d_][^\W\d_]*[.’' /-]{0,2}){1,6}(?:,\s[^\W\d_][\w.’' -]{0,24})?[,.:]?\s+(?:le |den |el )?"
)
_OPENS = re.compile(r"\s*,?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)?\s*(?:--|[-–—_])\s*\S")
_WEEKDAY = r"(?:[^\W\d_]{2,12}[,.]?\s+)?"
_HOUR = re.compile(
    r"[\s,|–—-]*(?:(?:at|um|à|a\slas|alle|u|në\sorën)\s+)?(?:\d{1,2}[:.h]?\d{2}(?:[:.]\d{2})?\s*(?:[APap]\.?[Mm]\.?)?\s*(?:(?:Uhr|h|[A-Z]{1,5})(?:[+-]\d{1,4})?)?)?[\s.|)]*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words that bear the date and the day they mean; `how` says what makes them the text's own date."""

    words: str
    day: Date
    how: str
    doubt: str = ""  # what was assumed


def dateline(document: Document, expressions: Sequence[Expression], language: Language) -> Dateline | None:
    """The date a document bears, or None.

    It stands in a dateline, or behind a label ("Published: 12 March 2019"), or opens the text with a place ("PARIS,
    3 May 2021 (Agency) —"), or is alone on a line near the start or the end, with a place or an hour at most.
    Not if several lines are dates: a diary or a chronicle dates its parts so. Not in a title: that is what it is about.
    """
    candidates = [one for one in _outer(document, expressions) if _whole(one, language) is not None]
    if not candidates:
        return _stamp(document.text)
    titles = [p.span for p in document.passages if p.role is Role.TITLE]
    meeting = next(
        (one for one in candidates if one.span.start < _HEAD and _held(document.text, one, language)), None
    )
    candidates = [one for one in candidates if not any(title.holds(one.span) for title in titles)]
    lines = [p.span for p in document.passages if p.role in (Role.DATELINE, Role.BYLINE)]
    for one in candidates:
        if any(line.holds(one.span) for line in lines):
            return _made(one, "its dateline", language)
    labels = sorted(
        ((rank, one) for one in candidates if (rank := _label(document.text, one, language)) is not None),
        key=lambda pair: (pair[0], pair[1].span.start),
    )
    if labels:
        return _made(labels[0][1], "its label", language)
    if (noted := next((one for one in candidates if _noted(document.text, one, language)), None)) is not None:
        return _made(noted, "its note on itself", language)
    for one in candidates:
        if one.span.start < _HEAD and _opens(document.text, one):
            return _made(one, "its dateline", language)
    if meeting is not None:
        return _made(meeting, "the meeting it records", language)
    alone = [one for one in candidates if _alone(document.text, one)]
    days = {_whole(one, language) for one in expressions if _alone(document.text, one, anywhere=True)} - {
        None
    }
    if alone and len(days) == 1:
        return _made(alone[0], "a date on a line of its own", language)
    return _stamp(document.text)


def day_of_dateline(document: Document, expressions: Sequence[Expression]) -> Iterator[Constraint]:
    """A day without its year that opens the text: written on that day or the one after.

    "WASHINGTON, Aug. 7 (Agency) —" was written on 7 or 8 August of some year.
    Not a day inside the first sentence.
    """
    for expression in _outer(document, expressions):
        reading = bare(expression.reading)
        if (
            isinstance(reading, Stated)
            and reading.year is None
            and reading.month is not None
            and reading.day is not None
            and expression.span.start < _HEAD
            and _opens(document.text, expression)
        ):

            def allowed(year: int, reading: Stated = reading) -> Extent | None:
                date = in_year(reading, year)
                return Extent(date.start, date.end + 1) if date is not None else None

            yield Constraint(Strength.SAID, f'"{expression.text}" is the day in its dateline', yearly=allowed)
            return


def labelled(
    document: Document, expressions: Sequence[Expression], language: Language
) -> Iterator[Constraint]:
    """A month or a year behind a label, near the start or the end: "Published: May 2019", "Issued March 2020"."""
    titles = [p.span for p in document.passages if p.role is Role.TITLE]
    for expression in _outer(document, expressions):
        reading = expression.reading
        if (
            not isinstance(reading, Stated)
            or reading.year is None
            or reading.short
            or reading.day is not None
            or any(title.holds(expression.span) for title in titles)
            or _label(document.text, expression, language) is None
        ):
            continue
        found = in_year(reading, reading.year)
        if found is not None:
            days = Extent(found.start, found.end)
            yield Constraint(Strength.SAID, f'"{expression.text}" stands behind its label', (days,))
            return


_STAMP = re.compile(
    r"^.{0,30}?(?<![\w.])(?:(?P<iso>\d{4}-\d\d-\d\d)T\d\d:\d\d\S*|(?:[A-Z]{2,4}-){0,3}(?P<wire>\d\d-\d\d-\d\d) \d{4} ?[A-Z]{1,4})$",
    re.MULTILINE,
)


def _stamp(text: str) -> Dateline | None:
    """What a machine stamped on a line near the start or the end: "2021-06-05T20:58Z", "XX-06-05-98 1440EDT"."""
    for part in (text[:_HEAD], text[-_FOOT:]):
        for match in _STAMP.finditer(part):
            year, month, day = (
                int(n)
                for n in (match["iso"] or "-".join(match["wire"].split("-")[i] for i in (2, 0, 1))).split("-")
            )
            if match["wire"]:
                year += 1900 if year >= _SHORT_YEARS else 2000
            if is_date(year, month, day):
                return Dateline(match[0].strip(), w.day(year, month, day), "a stamp")
    return None


def _outer(document: Document, expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions near the start or the end."""
    foot = len(document.text) - _FOOT
    return [one for one in expressions if one.span.start < _HEAD or one.span.start >= foot]


def _whole(expression: Expression, language: Language) -> Date | None:
    """The day of an expression that says day, month and year."""
    reading = bare(expression.reading)
    if isinstance(reading, Numeric) and reading.year is not None:
        day, month = _ordered(reading, dotted=dotted(expression), language=language)
        reading = Stated(year=reading.year, month=month, day=day, short=reading.short)
    if (
        not isinstance(reading, Stated)
        or reading.year is None
        or reading.day is None
        or reading.month is None
    ):
        return None
    year = reading.year
    if reading.short:
        year += 1900 if year % 100 >= _SHORT_YEARS else 2000
    found = in_year(reading, year)
    return found if found is not None and found.grain is Grain.DAY else None


def _ordered(reading: Numeric, *, dotted: bool, language: Language) -> tuple[int, int]:
    """Day and month of two numbers: the only way possible, else the day first with dots, else the language's way."""
    first, second = reading.first, reading.second
    return (
        (first, second) if (language.day_first or dotted or first > 12) and second <= 12 else (second, first)
    )


def _made(expression: Expression, how: str, language: Language) -> Dateline:
    day = _whole(expression, language)
    assert day is not None  # noqa: S101  candidates are whole
    reading = bare(expression.reading)
    doubts = []
    if (
        isinstance(reading, Numeric)
        and max(reading.first, reading.second) <= 12
        and reading.first != reading.second
    ):
        doubts.append(
            f"taking the {'day' if language.day_first or dotted(expression) else 'month'} to come first"
        )
    if isinstance(reading, (Numeric, Stated)) and reading.short:
        doubts.append("taking the century to be the likeliest")
    return Dateline(expression.text, day, how, ", ".join(doubts))


def _line(text: str, expression: Expression) -> tuple[str, str]:
    """What stands before and after an expression on its line."""
    start = text.rfind("\n", 0, expression.span.start) + 1
    end = text.find("\n", expression.span.end)
    return text[start : expression.span.start], text[expression.span.end : end if end >= 0 else len(text)]


def _label(text: str, expression: Expression, language: Language) -> int | None:
    """Which of the language's labels opens the line, or a part of it, and leads to the date; None if none does."""
    labels = language.cues.get("published", ())
    before, after = _line(text, expression)
    part = re.split(r"[|•·\t]|\s[-–—]\s|[.!?]\s+(?=[^\W\d_a-z])", before)[-1].casefold()
    words = re.findall(r"[^\W\d_]+", part)
    label = next((word for word in words[: _LABEL_AT if ":" in part else 1] if word in labels), None)
    by = len(words) > 1 and words[1] in language.cues.get(
        "credited", ()
    )  # "Compiled by the Harbour Trust, 3 May 2021"
    plain = len(words) <= (_CREDIT_WORDS if by else _LABEL_WORDS)
    plain = plain and not re.search(r"[.!?;]" if by else r"[.!?;,]", part)
    closed = _HOUR.match(after, 0)
    if label is None or not plain or closed is None or after[closed.end() : closed.end() + 1].isalnum():
        return None
    return labels.index(label)


def _noted(text: str, expression: Expression, language: Language) -> bool:
    """Whether a short sentence says when the text itself came out, as "This story was first published on 25 April 2024"."""
    before, after = _line(text, expression)
    # a line may be as long as a book: no note is
    before, after = before[-_NOTE:], after[:_NOTE]
    said = re.split(r"[.!?]\s", before.casefold())[-1].strip(" \t([*_—–-")
    rest = re.split(r"[.!?](?:\s|$)", after.casefold())[0]
    words = re.findall(r"[^\W\d_]+", f"{said} {rest}")
    if len(words) > _NOTE_WORDS:
        return False
    opened = tuple(cue.replace("_", " ") for cue in language.cues.get("note_opens", ()))
    if opened and said.startswith(opened):
        return True
    itself = [cue.replace("_", " ") for cue in language.cues.get("own_text", ())]
    return any(f" {cue} " in f" {said} " for cue in itself) and not language.any_of("came_out").isdisjoint(
        words
    )


_NOTE_WORDS = 16
_NOTE = 240  # characters on either side of a date in which the words of a note stand


def _held(text: str, expression: Expression, language: Language) -> bool:
    """Whether a short line near the head of minutes says when their meeting was: "Held on Tuesday 14 January 2020 at 7 pm"."""
    minutes = language.cues.get("minutes", ())
    if not any(
        word in minutes for word in re.findall(r"[^\W\d_]+", text[: expression.span.start].casefold())
    ):
        return False
    before, after = _line(text, expression)
    words = re.findall(r"[^\W\d_]+", before.casefold())
    led = any(word in language.cues.get("held", ()) for word in words)
    led = led and words[0] not in language.cues.get("not_held", ())
    return led and len((before + after).split()) <= _HELD_WORDS and not re.search(r"[.!?]\s+\S", before)


_HELD_WORDS = 24
_LABEL_AT = 2  # "Last updated: 3 May 2021"
_LABEL_WORDS = 4  # "Last updated on Monday"
_CREDIT_WORDS = 9


def _opens(text: str, expression: Expression) -> bool:
    """Whether a date opens a text after a place: "PARIS, 3 May 2021 (Agency) – …"."""
    before, after = _line(text, expression)
    place = before.split("(")[0].strip(" ,")
    if not place or len(before) > _PLACED or not _OPENS.match(after):
        return False
    return place.split(",")[0].isupper() or (
        _PLACE.fullmatch(before) is not None and place[0].isupper() and len(place.split()) <= 3
    )


def _alone(text: str, expression: Expression, *, anywhere: bool = False) -> bool:
    """Whether a date has its line to itself, but for a place, a weekday or an hour, near the start or the end."""
    before, after = _line(text, expression)
    if not _HOUR.fullmatch(after):
        return False
    clean = before.strip(" \t(|–—-")
    if clean and not (
        re.fullmatch(r"[^\W\d_a-z][^\W\d_]*(?:[ .’'-]{1,2}[^\W\d_][^\W\d_]*){0,3}", clean.rstrip(",. "))
        and clean[-1:] in ",."
    ):
        return False
    if anywhere:
        return True
    above = text.count("\n", 0, expression.span.start)
    below = text.count("\n", expression.span.end)
    return above < _LINES or below < _LINES
