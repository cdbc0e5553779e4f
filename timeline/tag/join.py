"""Join: findings that belong together. "Two days before" takes the date after it; "3" and "9 May" share the month."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.languages import Language
from timeline.tag.listed import in_lists
from timeline.tag.scan import Finding
from timeline.tag.wanting import Wanting
from timeline.times.reading import Approximate, Clock, Inside, Numeric, Part, Reading, Shifted, Stated, inmost
from timeline.times.when import Grain

_NEAR = 14  # characters between two ends of a range or items of a list, at most


def joined(findings: Iterable[Finding], text: str, language: Language) -> Iterator[Finding]:
    """Findings with their complements taken and their missing years shared."""
    return _shared(_named(_taken(in_lists(_of_an_era(findings), text), text), text, language), text, language)


def _named(findings: Iterable[Finding], text: str, language: Language) -> Iterator[Finding]:
    """What is named by its month, season or holiday, with the year that is said of it: "the Spring Offensive of 1951"."""
    before: Finding | None = None
    for finding in findings:
        if before is not None:
            yield _of_year(before, finding, text, language)
        before = finding
    if before is not None:
        yield before


def _of_year(one: Finding, other: Finding, text: str, language: Language) -> Finding:
    if other.start - one.end > _NAMED:
        return one
    own, said = _core(one.reading), _core(other.reading)
    if (
        own is None
        or said is None
        or said.year is None
        or own.year is not None
        or own.day
        or own.weekday is not None
    ):
        return one
    words = text[one.end : other.start].split()
    fits = len(words) in (2, 3) and words[-1] in language.cues.get("of_year", ())
    if not fits or any(
        not word.isalpha() or word.lower() in language.cues.get("goes_on", ()) for word in words[:-1]
    ):
        return one
    return replace(one, reading=_with_core(one.reading, replace(own, year=said.year, short=said.short)))


_NAMED = 32  # characters between the name of something and its year


def _of_an_era(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Years of three figures without an era, where one before them has it: "in 387 BC … in 366"; none elsewhere."""
    last: int | None = None
    for finding in findings:
        core = _core(finding.reading)
        if finding.rule == _UNMARKED:
            if core is None or core.year is None or last is None:
                continue
            year = 1 - core.year if last <= 0 else core.year
            if abs(year - last) > _AGE:
                continue
            core = replace(core, year=year)
            yield replace(finding, reading=_with_core(finding.reading, core))
        else:
            yield finding
        if core is not None and core.year is not None and not core.short and core.year < _ERA:
            last = core.year


_UNMARKED = "year-of-era"  # the rule that finds them
_ERA, _AGE = 1000, 150  # years before which an era is said, and those a history may span


def _taken(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Each finding that wants a date, with the one that follows; or as what it means alone."""
    waiting: list[Finding] = []
    for found in findings:
        finding = found
        while waiting:
            before = waiting.pop()
            wanting = before.reading
            if (
                isinstance(wanting, Wanting)
                and not isinstance(finding.reading, Wanting)
                and _follows(before, finding, text)
            ):
                finding = Finding(
                    before.start, finding.end, finding.reach, wanting.made(finding.reading), before.rule
                )
            else:
                yield from _alone(before)
        if isinstance(finding.reading, Wanting):
            waiting.append(finding)
        else:
            yield finding
    for before in waiting:
        yield from _alone(before)


def _follows(before: Finding, finding: Finding, text: str) -> bool:
    between = text[before.reach : finding.start]
    return finding.start - before.reach <= 5 and between.strip() in ("", "the")


def _alone(finding: Finding) -> Iterator[Finding]:
    if isinstance(finding.reading, Wanting) and finding.reading.otherwise is not None:
        yield replace(finding, reading=finding.reading.otherwise)


def _shared(findings: Iterable[Finding], text: str, language: Language) -> Iterator[Finding]:
    """In ranges and lists, the year or month that only one of the dates says."""
    run: list[Finding] = []
    for finding in findings:
        if run and _linked(text[run[-1].end : finding.start], language):
            run.append(finding)
        else:
            yield from _together(run, text, language)
            run = [finding]
    yield from _together(run, text, language)


def _together(run: list[Finding], text: str, language: Language) -> Iterable[Finding]:
    return run if len(run) < 2 else _completed(run, ranging=_ranging(run, text, language))


def _linked(between: str, language: Language) -> bool:
    return len(between) <= _NEAR and _links(language).fullmatch(between) is not None


def _ranging(run: list[Finding], text: str, language: Language) -> bool:
    """Whether two findings are the ends of a range, and not items of a list."""
    return len(run) == 2 and _to(language).fullmatch(text[run[0].end : run[1].start]) is not None


@lru_cache(maxsize=64)
def _to(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace("_", r"\s+") for word in language.cues.get("range_to", ()))
    return re.compile(rf"\s*[-–—]\s*|,?\s+(?:{words or '(?!)'})\s+.{{0,8}}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _links(language: Language) -> re.Pattern[str]:
    def either(kind: str) -> str:
        return (
            "|".join(re.escape(word).replace("_", r"\s+") for word in language.cues.get(kind, ())) or "(?!)"
        )

    marks = r"[ \u00a0\n]*[-–—,/][ \u00a0\n]*"
    words = rf",?\s+(?:{either('links')})\s+(?:(?:{either('articles')})\s+)?"
    return re.compile(f"{marks}|{words}", re.IGNORECASE)


def _completed(run: list[Finding], *, ranging: bool) -> Iterator[Finding]:
    run = [_with_decade(finding, run[index - 1 : index]) for index, finding in enumerate(run)]
    run = [_figured(finding, run[index + 1 :]) for index, finding in enumerate(run)]
    dates = [_core(finding.reading) for finding in run]
    before: set[Stated] = set()
    for index, finding in enumerate(run):
        own = dates[index]
        if own is None:
            yield finding
            continue
        filled = own
        for other in () if _is_whole(own) else (*dates[index + 1 :], *reversed(dates[:index])):
            if other is not None:
                filled = _filled(filled, other, earlier=other in before, ranging=ranging)
        dates[index] = filled
        before.add(filled)
        placed = _placed(filled, index, run, ranging=ranging)
        if placed is not None:
            yield replace(finding, reading=_with_core(finding.reading, placed))
        else:
            yield finding if filled == own else replace(finding, reading=_with_core(finding.reading, filled))


def _with_decade(finding: Finding, before: Sequence[Finding]) -> Finding:
    """The 7 of 1896–7: the year with that digit after the one before it."""
    own = finding.reading
    first = _core(before[0].reading) if before else None
    if finding.end - finding.start != 1 or not isinstance(own, Stated) or not own.short or own.year is None:
        return finding
    if first is None or first.year is None:
        return finding
    year = first.year // 10 * 10 + own.year
    return replace(finding, reading=replace(own, year=year if year > first.year else year + 10, short=False))


def _figured(finding: Finding, later: Sequence[Finding]) -> Finding:
    """A date in figures with the year of the one after it: 10/1–11/2/2017."""
    own = finding.reading
    if not isinstance(own, Numeric) or own.year is not None:
        return finding
    for other in (one.reading for one in later):
        if isinstance(other, Numeric) and other.year is not None:
            return replace(finding, reading=replace(own, year=other.year, short=other.short))
    return finding


def _placed(own: Stated, index: int, run: Sequence[Finding], *, ranging: bool) -> Inside | None:
    """A date in the relative unit that only another of the list says: "from 4 to 22 this month", "May to July last year"."""
    if own.year is not None:
        return None
    for at in (*range(index + 1, len(run)), *reversed(range(index))):
        other = run[at].reading
        if not isinstance(other, Inside) or not isinstance(other.within, Shifted):
            continue
        part, within = other.part, other.within
        if own.weekday is not None and own.day is None and own.month is None:
            if part.weekday is not None and within.grain is Grain.WEEK:
                return Inside(own, within)
        elif at > index and own.day is not None and own.month is None and part.day is not None:
            return Inside(replace(own, month=part.month), within)
        elif at > index and within.grain is Grain.YEAR and own.month is not None and part.month is not None:
            turned = ranging and own.month > part.month
            return Inside(own, replace(within, by=within.by - turned))
        elif at > index and within.grain is Grain.YEAR and (own.season or own.quarter):
            return Inside(own, within)
    return None


def _is_whole(one: Stated) -> bool:
    """Whether a date has its year, and a day its month, so that no other can add to it."""
    return one.year is not None and not one.short and (one.month is not None or one.day is None)


def _filled(one: Stated, other: Stated, *, earlier: bool, ranging: bool) -> Stated:
    if (
        one.short
        and one.year is not None
        and other.year is not None
        and not other.short
        and one.month is None
    ):
        # "1914–18": the century of the year before; "1899–01" turns it
        year = other.year // 100 * 100 + one.year
        return replace(one, year=year if year >= other.year or not earlier else year + 100, short=False)
    if one.month is None and one.day is not None and one.weekday is None and other.month is not None:
        one = _in_month(one, other, earlier=earlier, ranging=ranging)
    if (
        one.year is None
        and other.year is not None
        and (one.month or one.season or one.quarter)
        and not earlier
    ):
        # "November – February 1951": the year turns between the two
        turned = one.month is not None and other.month is not None and one.month > other.month
        return replace(one, year=other.year - turned, short=other.short)
    if one.year is None and other.year is not None and earlier and one.month and other.month:
        turned = one.month < other.month
        return replace(one, year=other.year + turned, short=other.short)
    return one


def _in_month(one: Stated, other: Stated, *, earlier: bool, ranging: bool) -> Stated:
    """The day with its neighbour's month, or the one beside it: "from 27 April to the 3rd" ends in May."""
    assert one.day is not None and other.month is not None  # noqa: S101, PT018  asked for only then
    turned = ranging and other.day is not None and (one.day < other.day if earlier else one.day > other.day)
    by = 0 if not turned else 1 if earlier else -1
    year, month = divmod(other.month - 1 + by, 12)
    found = replace(one, month=month + 1)
    return found if not year or other.year is None else replace(found, year=other.year + year)


def _core(reading: Reading | Wanting) -> Stated | None:
    found = None if isinstance(reading, Wanting) else inmost(reading, Part, Approximate, Clock)
    return found if isinstance(found, Stated) else None


def _with_core(reading: Reading | Wanting, core: Stated | Inside) -> Reading:
    match reading:
        case Part():
            return replace(reading, whole=_with_core(reading.whole, core))
        case Approximate():
            return replace(reading, reading=_with_core(reading.reading, core))
        case Clock():
            return replace(reading, day=_with_core(reading.day, core))
        case _:
            return core
