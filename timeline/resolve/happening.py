"""Counted from a happening: "three days after the explosion", "the night of the fire", where the text dates it elsewhere.

Only what surely is the same happening counts, told on one date: a wrong day is worse than a length of time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline.languages import Language, served_by
from timeline.languages.happenings import Happenings, happenings
from timeline.model.document import Span
from timeline.model.expression import Expression
from timeline.resolve.context import Happened
from timeline.resolve.naming import Named, named
from timeline.resolve.telling import SENTENCE, Clause, clause, tells, turns
from timeline.times import algebra
from timeline.times.reading import Hung
from timeline.times.when import Date, Grain, Qualifier

Known = Sequence[tuple[Span, Date]]


def happened(
    expression: Expression, hung: Hung, known: Known, text: str, language: Language
) -> Happened | None:
    """What a date is hung on, if one and only one date of the text is said to be its; `known` are all its dates, in order.

    A date told before is preferred to those told after. Of "on 27 June, two days after the raid" the date before it is what the
    length leads to, and the raid two days before.
    """
    at = bisect_left(known, expression.span.start, key=lambda one: one[0].start)
    if (found := _apposed(expression, hung, known[at - 1 : at], text)) is not None:
        return found
    words = happenings(served_by(language.code.partition("-")[0]))
    what = named(text, expression.span.end, words, hung.what) if words is not None else None
    if words is None or what is None:
        return None
    own = _own(expression, known[at : at + 1], what, text, words)
    if own is not None and _leads_on(own.when, hung):
        return own
    for order in (range(max(0, at - _BACK), at), range(at, min(at + _AHEAD, len(known)))):
        told = [
            (known[index][1], where)
            for index in _near_words(order, what, known, text, words)
            if _is_fine(known[index], what, expression, hung)
            and _tells(what, where := _clause(known, index, text, words), hung, words)
            and _is_there(what, known[index][0], expression, text, words)
        ]
        # what is needed is best said in the clause itself: "Lom fell on 26 May and Halden on 5 June"
        told = [one for one in told if _has_all(f"{one[1].left} {one[1].right}", what.needs, words)] or told
        if len({date for date, _ in told}) == 1 and not _is_of_another_year(
            told[-1][0], hung, known[at - 1 : at], expression, text
        ):
            return Happened(told[-1][0], what.said, told[-1][1].quote)
        if told:
            return None
    return None


_BACK, _AHEAD = 48, 24  # dates that are looked back over, and ahead
_NEAR = 700  # characters in which "his arrest" has been told
_FINEST = {
    Grain.DAY: Grain.DAY,
    Grain.WEEK: Grain.DAY,
    Grain.MONTH: Grain.MONTH,
}  # what a date must say to be counted from
_APPOSED = re.compile(r"\s*(?:,|[-–—]|\()\s*(?:[a-z]+\s+)?")


def _is_of_another_year(date: Date, hung: Hung, before: Known, expression: Expression, text: str) -> bool:
    """Whether the clause of an anniversary says another year than it would have: "unveiled in 1921 on the 50th anniversary of …"."""
    if not hung.anniversary or not before:
        return False
    span, said = before[0]
    own = re.search(r"[.;\n]", text[span.end : expression.span.start]) is None
    return own and said.year != date.year + hung.away.by


def _near_words(
    order: range, what: Named, known: Known, text: str, words: Happenings
) -> Iterator[int] | range:
    """The dates near which a word stands that could tell of what is named: one search spares most clauses."""
    if not order or "latin" in words.spelling:
        return order
    first = max(0, known[order[0]][0].start - SENTENCE)
    if known[order[-1]][0].end - first > _FAR:
        return order  # dates far apart: their clauses are fewer than the words between
    near = text[first : known[order[-1]][0].end + SENTENCE].lower().replace("’", "'")
    told = sorted(
        first + found.start() for of in (what.kind.noun, what.kind.verb) for found in of.finditer(near)
    )
    return (index for index in order if _stands_near(known[index][0], told))


_FAR = 100_000  # characters that are searched at most


def _stands_near(span: Span, places: Sequence[int]) -> bool:
    at = bisect_left(places, span.start - SENTENCE)
    return at < len(places) and places[at] < span.end + SENTENCE


def _apposed(expression: Expression, hung: Hung, before: Known, text: str) -> Happened | None:
    """The date that a length of time said right after another leads from."""
    if not before:
        return None
    span, date = before[0]
    if date.grain is Grain.DAY and hung.value and _APPOSED.fullmatch(text, span.end, expression.span.start):
        return Happened(Date(algebra.moved(date.start, hung.away.grain, -hung.away.by), Grain.DAY))
    return None


def _leads_on(date: Date, hung: Hung) -> bool:
    """Whether a date said with the name is as fine as the length counted from it, and no finer.

    "Exactly 65 years after the plan of 29 November 1947" compares.
    """
    if hung.anniversary:
        return True
    finest = _FINEST.get(hung.away.grain, Grain.YEAR)
    return min(hung.away.grain, Grain.MONTH) <= date.grain and (date.grain <= finest or not hung.away.by)


def _own(expression: Expression, after: Known, what: Named, text: str, words: Happenings) -> Happened | None:
    """The date that is said with the name itself: "three days after the raid on 3 May"."""
    if not after or after[0][0].start - expression.span.end > _OWN:
        return None
    span, date = after[0]
    between = text[expression.span.end : span.start]
    said = words.spelled(between)
    if _MARKS.search(between) or words.verbs.search(said) or not said:
        return None
    if said.split()[-1] not in words.dated or words.pronouns.intersection(said.split()):
        return None
    return Happened(date, what.said, " ".join(f"{between}{text[span.start : span.end]}".split()))


_OWN = 60  # characters of a name before its date
_MARKS = re.compile(r"[,.;:()\n–—]")


def _is_fine(told: tuple[Span, Date], what: Named, expression: Expression, hung: Hung) -> bool:
    """Whether a date is as fine as it must be to be counted from, and no farther away than it can have been told."""
    span, date = told
    return (
        date.qualifier is Qualifier.NONE
        and date.grain <= _FINEST.get(hung.away.grain, Grain.YEAR)
        and (not what.near or abs(span.start - expression.span.start) < _NEAR)
    )


def _clause(known: Known, index: int, text: str, words: Happenings) -> Clause:
    """The clause of the date at an index, up to the dates beside it."""
    first = known[index - 1][0].end if index else 0
    last = known[index + 1][0].start if index + 1 < len(known) else len(text)
    return clause(text, known[index][0], (first, last), words)


def _tells(what: Named, where: Clause, hung: Hung, words: Happenings) -> bool:
    """Whether the clause of a date tells of what is named."""
    if not _has_all(where.sentence, what.needs, words):
        return False
    if what.lasts:
        after = hung.away.by > 0 and not hung.anniversary
        edge = what.edge or (1 if after else -1 if hung.away.by else 0)
        return edge != 0 and turns(where, what.kind, words, edge)
    return tells(where, what.kind, words) or _goes_on(what, where, words)


def _is_there(what: Named, span: Span, expression: Expression, text: str, words: Happenings) -> bool:
    """Whether the paragraph of a date has the names of where it was, beside the words that hang on it."""
    if not what.around:
        return True
    start = max(text.rfind("\n\n", max(0, span.start - _PARAGRAPH), span.start), span.start - _PARAGRAPH, 0)
    end, here = span.end + _PARAGRAPH, expression.span
    if here.start >= span.end:
        end = min(end, here.start)
    else:
        start = max(start, min(here.end + _OWN, span.start))
    return _has_all(words.spelled(text[start:end]), what.around, words)


_PARAGRAPH = 400


def _goes_on(what: Named, where: Clause, words: Happenings) -> bool:
    """Whether the verb is understood: "Lom fell on 26 May and Halden on 5 June"."""
    said = where.left.split()
    joins = max((at for at, word in enumerate(said) if word in words.joins), default=len(said))
    beside = [word for word in said[joins + 1 :] if word not in words.fronts]
    return (
        bool(what.needs) and beside == list(what.needs) and what.kind.verb.search(where.sentence) is not None
    )


def _has_all(text: str, needed: Sequence[str], words: Happenings) -> bool:
    return all(_has(text, word, words) for word in needed)


def _has(text: str, word: str, words: Happenings) -> bool:
    """Whether a text has a word; where words change their endings, in any of them."""
    stem = word if not words.bare else word[: max(4, len(word) - 2)]
    return (
        re.search(rf"\b{re.escape(stem)}" + (r"\b" if stem == word and not words.bare else ""), text)
        is not None
    )
