"""Telling: the mentions of one sentence, from its tokens, its clauses and its dates."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from timeline.extract import headline
from timeline.extract.background import Named, Tie, named
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.kinds import kind, lies_ahead
from timeline.extract.names import name_runs, participants
from timeline.extract.phrases import nominal_start
from timeline.extract.reference import Candidate, name_at, named_before, standing_for, subject_name
from timeline.extract.words import NOMINAL, Tag
from timeline.languages.events import EventWords
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import When, extent


@dataclass(frozen=True, slots=True)
class Told:
    """What one date of a sentence tells: not yet cited."""

    title: str
    kind: Kind
    dated: Dated
    participants: tuple[str, ...]
    confidence: float


Earlier = Callable[[], Sequence[Candidate]]


def told(
    text: str,
    sentence: Parsed,
    dates: Sequence[Dated | None],
    written: When | None,
    earlier: Earlier,
    words: EventWords,
) -> Iterator[Told]:
    """The mentions of a sentence, in the order of their dates.

    `dates` are by the index that tokens carry in `time`, None for an expression without a calendar date.
    """
    names: tuple[str, ...] | None = None
    seen: set[tuple[str, When]] = set()
    for at, token in enumerate(sentence.tokens):
        dated = dates[token.time] if token.time >= 0 else None
        if dated is None:
            continue
        for title, what, confidence in _tellings(text, sentence, at, dated, dates, written, earlier, words):
            if not title or (title, dated.when) in seen:
                continue
            seen.add((title, dated.when))
            names = participants(text, sentence.tokens, words) if names is None else names
            yield Told(title, what, dated, names, confidence)


def _tellings(
    text: str,
    sentence: Parsed,
    at: int,
    dated: Dated,
    dates: Sequence[Dated | None],
    written: When | None,
    earlier: Earlier,
    words: EventWords,
) -> Iterator[tuple[str, Kind, float]]:
    passing = named(sentence, at, words)
    if passing is not None and passing.tie is Tie.OTHER and not _has_own_clause(sentence, at):
        return
    if passing is not None and passing.tie in {Tie.PASSING, Tie.WITHIN}:
        yield _in_passing(text, sentence, at, passing, earlier, words)
        if passing.tie is Tie.PASSING:
            if _figures_of(sentence, at):
                yield from _of_clause(text, sentence, at, dated, written, earlier, words)
            return
    if _is_context(sentence, at, dated, dates):
        return
    yield from _of_clause(text, sentence, at, dated, written, earlier, words)


def _of_clause(
    text: str,
    sentence: Parsed,
    at: int,
    dated: Dated,
    written: When | None,
    earlier: Earlier,
    words: EventWords,
) -> Iterator[tuple[str, Kind, float]]:
    index = _clause_of(sentence, at)
    if index is None or _in_fragment(sentence, index, at):
        return
    if _has_own_clause(sentence, at):
        index = next((i for i, c in enumerate(sentence.clauses) if c.opener == at + 1), index)
    index = _spoken(sentence, index, words)
    when = dated.range.when if dated.range else dated.when
    if _a_span_of_time(sentence, index, at):
        return
    what = kind(sentence, index, at, words, ahead=lies_ahead(when, written))
    if what is None:
        return
    subject, sure = _subject(text, sentence, index, earlier, words)
    if subject is None:
        return
    title = headline.headline(sentence, index, words, subject or None, at)
    if _attributes(sentence, index, words):
        title = headline.attributed(sentence, index, words)
    yield title, what, _confidence(sentence.clauses[index], title, dated, sure=sure)


def _clause_of(sentence: Parsed, at: int) -> int | None:
    if not sentence.clauses:
        return None
    return max(sentence.owner[at], 0)


def _attributes(sentence: Parsed, index: int, words: EventWords) -> bool:
    """Whether the clause only says who told what came before it: "…, the ministry said on Monday"."""
    clause = sentence.clauses[index]
    if clause.role is not Role.MAIN or not index or sentence.tokens[clause.verb.head].low not in words.reporting:
        return False
    rest = [sentence.tokens[i].tag for i in sentence.owned_by(index, told=True)]
    return not any(tag in NOMINAL | {Tag.THAT, Tag.QUOTE} for tag in rest[:4])


def _a_span_of_time(sentence: Parsed, index: int, at: int) -> bool:
    """Whether the date is what a verb takes up, not when it happens: "spent the summer"."""
    verb = sentence.clauses[index].verb
    return at == verb.end and sentence.tokens[verb.head].low in {"spent", "spend", "spends", "lasted", "took", "saw", "ended"} and not (
        verb.finite and sentence.tokens[verb.head].low == "ended"
    )


def _in_fragment(sentence: Parsed, index: int, at: int) -> bool:
    """Whether the date stands apart from its clause: after a semicolon, "according to …", ", with … arriving"."""
    tokens = sentence.tokens
    end = sentence.clauses[index].verb.end
    between = tokens[end:at]
    if any(t.low in {";", "according"} for t in between):
        return True
    return any(
        one.tag is Tag.COMMA and two.low == "with" for one, two in zip(between, between[1:], strict=False)
    )


def _has_own_clause(sentence: Parsed, at: int) -> bool:
    """Whether a clause follows that tells of the compared time: "compared to 2019, when …"."""
    return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].low in {"when", "where"}


def _spoken(sentence: Parsed, index: int, words: EventWords) -> int:
    """The clause to tell: what somebody only claims is told with who claims it."""
    while True:
        clause = sentence.clauses[index]
        if clause.role is not Role.TOLD or clause.parent is None:
            return index
        teller = sentence.clauses[clause.parent]
        low = sentence.tokens[teller.verb.head].low
        if low in words.neutral and low not in words.claiming and not teller.verb.negated:
            return index
        index = clause.parent


def _subject(
    text: str, sentence: Parsed, index: int, earlier: Earlier, words: EventWords
) -> tuple[str | None, bool]:
    """Words that stand for the clause's subject ("" if its own do, None if nothing can), and how sure."""
    clause = sentence.clauses[index]
    if clause.subject is None:
        return ("", True) if headline.inverted(sentence, index) else (None, False)
    start, end = clause.subject
    tokens = sentence.tokens
    first = tokens[start]
    if clause.role is Role.RELATIVE and clause.antecedent == clause.subject:
        return _antecedent(sentence, index, words), True
    if tokens[end - 1].low in {"latter", "former", "others", "ones"}:
        return None, False
    if first.tag is Tag.PRONOUN and end - start <= 3:
        within = _inside(text, sentence, index, words)
        found = standing_for(first.low, [*within, *earlier()])
        if found is None:
            return ("", False) if first.low not in words.first_person else (None, False)
        return found.text, True
    if first.low in {"the", "this", "that"} and start + 1 < end and tokens[end - 1].low in words.anaphors:
        if end - start <= 2:
            found = named_before(tokens[end - 1].low, earlier(), words)
            return (found.text if found else ""), found is not None
    if first.tag is Tag.POSSESSIVE:
        owner = standing_for(first.low, [*_inside(text, sentence, index, words), *earlier()])
        if owner is not None:
            rest = headline.phrase(tokens, start, end, words, owner.text)
            return rest, True
    return "", first.tag is not Tag.PRONOUN


def _inside(text: str, sentence: Parsed, index: int, words: EventWords) -> list[Candidate]:
    """Names of the sentence's own earlier subjects."""
    found = [
        subject_name(text, sentence, other, words)
        for other in range(index)
        if sentence.clauses[other].role is not Role.REDUCED
    ]
    return [name for name in reversed(found) if name is not None]


def _antecedent(sentence: Parsed, index: int, words: EventWords) -> str:
    """The noun phrase a relative clause hangs on; not one that the clause names again as something else."""
    clause = sentence.clauses[index]
    tokens = sentence.tokens
    if clause.antecedent is None:
        return ""
    start, end = clause.antecedent
    again = {tokens[i].low for i in sentence.owned_by(index) if tokens[i].tag is Tag.NAME}
    for _ in range(3):
        if tokens[end - 1].low not in again:
            break
        before = start - 1
        if before <= 0 or tokens[before].tag not in {Tag.PREPOSITION, Tag.TO}:
            break
        wider = nominal_start(tokens, before)
        if wider >= before:
            break
        start, end = wider, before
    if tokens[start - 1].low in {"in", "at"} and start > 1 and tokens[start - 2].tag in NOMINAL:
        verb = tokens[clause.verb.head]
        if verb.tag is not Tag.BE and tokens[start].tag is Tag.NAME:
            wider = nominal_start(tokens, start - 1)  # "the collapse in Novi Sad that took …"
            if wider < start - 1 and tokens[wider].tag is Tag.DETERMINER:
                start = wider
    return headline.phrase(tokens, start, end, words)


def _in_passing(
    text: str, sentence: Parsed, at: int, passing: Named, earlier: Earlier, words: EventWords
) -> tuple[str, Kind, float]:
    owner = ""
    first = sentence.tokens[passing.start]
    if first.tag is Tag.POSSESSIVE:
        index = _clause_of(sentence, at)
        own = _owner(text, sentence, index, passing.start, words) if index is not None else None
        found = own or standing_for(first.low, earlier())
        owner = found.text if found is not None else ""
    title = headline.phrase(sentence.tokens, passing.start, passing.end, words, owner)
    if len(title.split()) < 2:
        return "", Kind.BACKGROUND, 0.0  # "war" alone names nothing
    what = Kind.EVENT if passing.tie is Tie.WITHIN else Kind.BACKGROUND
    return title, what, 0.6


def _owner(text: str, sentence: Parsed, index: int, start: int, words: EventWords) -> Candidate | None:
    """Whose "his visit" is: after the verb the nearest person named before, else the subject."""
    clause = sentence.clauses[index]
    first = sentence.tokens[start].low
    if start > clause.verb.end:
        before = [name_at(text, sentence.tokens, *run, words) for run in name_runs(sentence.tokens, 0, start)]
        return standing_for(first, before[::-1])
    found = subject_name(text, sentence, index, words)
    return standing_for(first, [found]) if found is not None else None


def _figures_of(sentence: Parsed, at: int) -> bool:
    """Whether "last year's imports" dates the figures of its clause."""
    return sentence.tokens[at].owns


def _is_context(sentence: Parsed, at: int, dated: Dated, dates: Sequence[Dated | None]) -> bool:
    """Whether a finer date in the same clause says it better: "In 2014 … on 5 May 2014"."""
    mine = extent(dated.when)
    for other, token in enumerate(sentence.tokens):
        if other == at or token.time < 0 or sentence.owner[other] != sentence.owner[at]:
            continue
        finer = dates[token.time]
        if finer is None or finer.range is not None and finer.range == dated.range:
            continue
        theirs = extent(finer.when)
        if None in (mine.start, mine.end, theirs.start, theirs.end) or theirs == mine:
            continue
        if mine.start <= theirs.start and theirs.end <= mine.end:  # type: ignore[operator]  # checked above
            return True
    return False


def _confidence(clause: Clause, title: str, dated: Dated, *, sure: bool) -> float:
    value = 0.9
    if clause.role not in {Role.MAIN, Role.JOINED}:
        value -= 0.1
    if not sure:
        value -= 0.2
    if dated.assumed:
        value -= 0.1
    size = len(title.split())
    if size < 3 or size > headline.LONGEST:
        value -= 0.2
    return round(max(value, 0.1), 2)
