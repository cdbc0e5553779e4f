"""Minutes: what minutes and agendas tell by their form: the meeting, earlier ones, what is set down for days to come.

"Minutes of the spring meeting, Tuesday 3 May" is a meeting on that day; "the minutes of 8 March were agreed" names one before; "AGM on
26 June, nominations to Ann by 12 June" and "Ann to ring the council tomorrow" are plans; "the meeting closed at 9 pm" is of its day.
The words are those of seven languages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.extract.against import parts
from timeline.extract.dating import whole_time
from timeline.extract.headings import is_day
from timeline.extract.kinds import lies_ahead
from timeline.extract.reading import Reading
from timeline.extract.stages import Telling
from timeline.extract.telling import Told
from timeline.model.document import Document, Role, Span
from timeline.model.event import Kind, Mention
from timeline.model.expression import Dated, TimexType, Undated
from timeline.records import dataclass
from timeline.times.when import Date, Interval, Limit, extent

Timexes = Sequence[Dated | Undated]
_OPENING = 6  # passages in which minutes say what they are
_FAR = 160  # characters from that word to a meeting's day
_NAMED = 6  # words of what is on a day
_TOPIC = 8  # words of the meeting's name
_RECORD = (
    r"(?:minutes|(?:ergebnis|sitzungs|verlaufs)?protokoll|niederschrift|procès[- ]verbal|compte[- ]rendu|acta|verbale|procesverbali?"
    r"|zapisnik|записник)"
)
_AGENDA = r"(?:agenda|tagesordnung|ordre\sdu\sjour|orden\sdel\sdía|ordine\sdel\sgiorno|rendi\si\sditës|dnevni\sred|дневни\sред)"
_TITLE = re.compile(
    rf"\W*(?:draft\s)?(?:{_RECORD}|(?P<agenda>{_AGENDA}))\s"
    r"(?:(?:of|for|der|des|zur|über\sdie|von\sder|de|de\sla|del|della|i|e|të|sa|са|za|за)\s(?:the\s|la\s|l['’])?|de\sl['’]|dell['’]|du\s)?",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meeting|session|assembly|agm|\w*sitzung|\w*versammlung|séance|réunion|assemblée|reunión|sesión|junta|asamblea|riunione|seduta|assemblea"
    r"|mbledhj\w+|sednic\w+|sastan\w+|skupštin\w+|седниц\w+|састан\w+|скупштин\w+)\b",
    re.IGNORECASE,
)
# what stands between the name of a meeting and its day
_HELD = re.compile(
    r"(?:[\s,;:(–—-]|\b(?:held|on|vom|am|du|le|tenue|celebrada|el|del|día|tenut[ao]|il|dell['’]|svoltasi|datë|datës|mbajtur|më|e|od|održan[eo]g?"
    r"|dana|одржан[ео]г?|дана|од|the)\b)*\Z",
    re.IGNORECASE,
)
_NOMINATIVE = {
    "sednice": "Sednica", "sastanka": "Sastanak", "skupštine": "Skupština", "седнице": "Седница", "састанка": "Састанак",
    "скупштине": "Скупштина", "mbledhjes": "Mbledhja",
}  # fmt: skip
_EARLIER = re.compile(
    rf"\b{_RECORD}(?:\s(?:of|der|de\sla|del|della)\s(?:the\s)?(?:last\s|previous\s)?(?:meeting|sitzung|séance|réunion|reunión|sesión|riunione|seduta))?,?\s(?:of|from|dated|vom|du|del|dell['’]|de\sla|i\sdatës|i|od|sa\ssednice\sod|са\sседнице\sод)\s"
    r"(?:the\s)?(?:datë\s)?\Z",
    re.IGNORECASE,
)
_EARLIER_ONE = {
    "en": "Earlier meeting", "de": "Frühere Sitzung", "fr": "Séance précédente", "es": "Reunión anterior", "it": "Riunione precedente",
    "sq": "Mbledhja e mëparshme", "sr": "Prethodna sednica",
}  # fmt: skip
_CLOSED = re.compile(
    r"\b(?:meeting|session|sitzung|versammlung|séance|réunion|reunión|sesión|riunione|seduta|mbledhja|sednica|sastanak|седница|састанак)\b[^.;:]{0,40}?"
    r"\b(?:closed|ended|adjourned|concluded|finished|rose|geschlossen|endete?|schloss|schließt|levée|close|clôturée|levant\w+|cerr\w+|termin\w+"
    r"|conclu\w+|tolta|chiusa|mbyll\w+|përfund\w+|zaključen\w*|završ\w+|закључен\w*|заврш\w+)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:(?P<until>by|bis|avant|antes\sdel?|entro|deri\smë|do|до)|on|am|den|le|el|il|më|at|from)\s*\Z",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"(?:\W*[A-Z][a-z]+:\W*)?(?P<who>(?:[A-Z][\w.'’-]*\s){1,4})to\s(?P<what>[a-z]+\s.*)", re.DOTALL
)
_LEAD = re.compile(
    r"(?:next|dates?|nächste|prochaines?|próximas?|prossim[aei]|sledeć\w+|следећ\w+)\b[^:]{0,40}:\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that minutes or an agenda are of: the passage that names it, its name, and its day."""

    number: int
    title: str
    dated: Dated
    agenda: bool


def meeting(document: Document, inner: Sequence[Timexes]) -> Meeting | None:
    """The meeting that a document is the minutes or the agenda of, by its first lines; None where it is none of one named day."""
    text = document.text
    for number, passage in enumerate(document.passages[:_OPENING]):
        said = _TITLE.match(text, passage.span.start, passage.span.end)
        after = inner[number + 1] if number + 1 < len(inner) else ()
        dated = next((t for t in (*inner[number], *after) if isinstance(t, Dated) and is_day(t)), None)
        if said is None or dated is None or not 0 <= dated.span.start - said.end() <= _FAR:
            continue
        name = _HELD.sub("", text[said.end() : dated.span.start]).strip()
        if "\n" in name:
            continue
        name = " ".join(name.split())
        if not _MEETING.search(name) or len(name.split()) > _TOPIC or re.search(r"[.:;]", name):
            continue
        first, _, rest = name.partition(" ")
        first = _NOMINATIVE.get(first.lower(), first[:1].upper() + first[1:])
        return Meeting(number, f"{first} {rest}".strip(), dated, said["agenda"] is not None)
    return None


def told(
    reader: Reading, number: int, timexes: Timexes, found: Sequence[Mention], of: Meeting
) -> Iterator[Mention]:
    """What a passage of minutes tells, as `found`, and by its form."""
    document = reader.document
    passage = document.passages[number]
    own = list(found)
    for span in reader.split(number, timexes) if passage.role is not Role.CELL else ():
        inside = [t for t in timexes if span.holds(t.span)]
        for timex in inside:
            before = document.text[max(span.start, timex.span.start - _FAR) : timex.span.start]
            known = isinstance(timex, Dated) and any(one.dated is timex for one in own)
            if (
                isinstance(timex, Dated)
                and is_day(timex)
                and not known
                and not _is_after(timex, of)
                and _EARLIER.search(before)
            ):
                title = _EARLIER_ONE.get(document.language.partition("-")[0], _EARLIER_ONE["en"])
                own.append(reader.mention(span, Told(title, Kind.BACKGROUND, timex.when, timex, (), 0.5)))
        if _closes(document.text, span, inside):
            own = [one for one in own if not span.holds(one.dated.span)]
            closed = None if of.agenda else reader.stating(number, [span], inside, of.dated)
            own += [reader.mention(span, replace(closed, kind=Kind.EVENT))] if closed is not None else []
            continue
        for part in parts(document.text, span):
            ahead = _set_down(reader, number, part, [t for t in inside if part.holds(t.span)], of)
            dates = [one.dated for one in ahead]
            own = [one for one in own if not any(one.dated is d for d in dates)]
            own += [reader.mention(part, one) for one in ahead]
    yield from own


def of_title(reader: Reading, of: Meeting) -> Mention:
    """The meeting itself."""
    ahead = lies_ahead(of.dated.when, reader.written.when) or (of.agenda and reader.written.when is None)
    kind = Kind.PLAN if ahead else Kind.EVENT
    span = reader.document.passages[of.number].span
    whole = Span(span.start, max(span.end, of.dated.span.end))
    return reader.mention(whole, Told(of.title, kind, of.dated.when, of.dated, (), 0.6))


def _closes(text: str, span: Span, timexes: Timexes) -> bool:
    """Whether a sentence only says at which hour the meeting ended, which is of its day and of no other."""
    hours = bool(timexes) and all(t.expression.type is TimexType.TIME for t in timexes)
    return hours and _CLOSED.search(text, span.start, span.end) is not None


def _set_down(reader: Reading, number: int, part: Span, timexes: Timexes, of: Meeting) -> list[Told]:
    """What a stretch without a verb sets down for days after the meeting: "AGM on 26 June, nominations to Ann by 12 June"."""
    document, text = reader.document, reader.document.text
    dates = [t for t in timexes if isinstance(t, Dated) and is_day(t) and t.expression.type in _CALENDAR]
    if (
        not dates
        or any(not _is_after(one, of) for one in dates)
        or not all(one.range is None or _until(one) for one in dates)
    ):
        return []
    task = _TASK.match(text[part.start : part.end])
    if task is not None and len(dates) == 1:
        return _task(text, part, dates[0])
    found: list[Told] = []
    start = part.start
    for one in dates:
        whole = one.range.span if one.range is not None else one.span
        before = text[start : max(start, whole.start)]
        start = max(one.span.end, whole.end)
        before = _LEAD.sub("", before, count=1) or before
        link = _BY.search(before)
        name = (before[: link.start()] if link is not None else before).strip(" .,;:–—-()*_\n\t")
        if (
            not name
            or len(name.split()) > _NAMED
            or re.search(r"[\d.;:]", name)
            or not re.search(r"[^\W\d_]{3}", name)
        ):
            return []
        if reader.telling(number, Span(whole.start - len(before), whole.start)) is Telling.CLAUSE:
            return []
        until = link is not None and link["until"] is not None
        when = Interval(Limit.OPEN, one.when) if until and isinstance(one.when, Date) else whole_time(one)
        title = name[:1].upper() + name[1:]
        if " " not in title and document.language.startswith("en"):
            title = f"{title} to be held"
        found.append(Told(title, Kind.PLAN, when, one, (), 0.5))
    rest = text[start : part.end]
    ends = len(rest.split()) <= _NAMED
    says = ends and rest.strip(" .,;") and reader.telling(number, Span(start, part.end)) is Telling.CLAUSE
    return found if ends and not says else []


def _task(text: str, part: Span, dated: Dated) -> list[Told]:
    """What somebody is to do by a day: "Ann to ring the council tomorrow"."""
    said = f"{text[part.start : dated.span.start]}{text[dated.span.end : part.end]}"
    before = text[part.start : dated.span.start]
    link = _BY.search(before)
    if link is not None:
        said = f"{before[: link.start()]}{text[dated.span.end : part.end]}"
    task = _TASK.match(" ".join(said.split()).strip(" .;"))
    if task is None or len(said.split()) > 2 * _NAMED or re.search(r"[:;]", task["what"]):
        return []
    until = link is not None and link["until"] is not None
    when = Interval(Limit.OPEN, dated.when) if until and isinstance(dated.when, Date) else whole_time(dated)
    return [Told(f"{task['who']}to {task['what']}".strip(" .,*_"), Kind.PLAN, when, dated, (), 0.5)]


_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})


def _until(dated: Dated) -> bool:
    """Whether a day only ends a time: "by 12 June"."""
    return (
        dated.range is not None
        and isinstance(dated.range.when, Interval)
        and dated.range.when.start is Limit.OPEN
    )


def _is_after(dated: Dated, of: Meeting) -> bool:
    """Whether a day is one after the meeting's."""
    start, day = extent(dated.when).start, extent(of.dated.when).end
    return start is not None and day is not None and start >= day
