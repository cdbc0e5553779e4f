"""Brackets: dates that stand apart from their sentence: "a treaty on customs (ratified in 1996)", "Oslo (2005) and Bern (2008)".

What a bracket with a date holds is no part of the sentence around it. It is read by itself: as what became of the noun
before it, or, if it holds nothing but dates, as the date of that noun's share in the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.extract import standing
from timeline.extract.bracketed import of_figure
from timeline.extract.by_clause import Telling, of_clause
from timeline.extract.clauses import Role
from timeline.extract.compared import compared
from timeline.extract.happenings import happens
from timeline.extract.kinds import lies_ahead
from timeline.extract.parsing import parsed
from timeline.extract.phrases import nominal_start
from timeline.extract.scene import Bracket, Scene
from timeline.extract.tense import ED
from timeline.extract.wording import phrase
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import Interval

_LINKS = frozenset({Tag.TIME, Tag.COMMA, Tag.COORDINATOR, Tag.PREPOSITION, Tag.STOP, Tag.TO, Tag.DETERMINER})
_PLAIN = frozenset({"again", "c", "ca", "early", "late", "only", "both", "c.", "ca."})
_LIVES = frozenset(
    {"born", "b", "died", "d", "r", "reigned", "ruled", "fl", "active", "†", "aged", "b.", "d.", "r."}
)
_BELONGING = frozenset({"on", "of", "for", "between", "with", "against"})
_PLACING = frozenset({"in", "at", "near", "behind", "from"})


def _is_sentence(inside: Sequence[Token], words: EventWords) -> bool:
    """Whether what a bracket holds has a subject and a verb of its own: "(in 1926 the owner had sold it)"."""
    return any(
        c.verb.finite and c.role is Role.MAIN and c.subject is not None
        for c in parsed(tuple(inside), words).clauses[:1]
    )


def of_brackets(scene: Scene) -> Iterator[tuple[Dated, Telling]]:
    """What the brackets of a sentence tell, in their order, each with its date."""
    for number, bracket in enumerate(scene.brackets):
        if any(token.low in _LIVES for token in bracket.inside):
            continue
        if _only_dates(bracket):
            yield from _of_dates(scene, number)
        elif _is_sentence(bracket.inside, scene.words):
            for time in (token for token in bracket.inside if token.tag is Tag.TIME):
                yield from _told(scene, bracket.inside, time)
        elif pairs := _pairs(bracket.inside):
            yield from _of_pairs(scene, bracket, pairs)
        elif any(token.tag in ED or token.low == "force" for token in bracket.inside):
            yield from _of_noun(scene, bracket)
        else:
            yield from of_figure(scene, bracket)


def of_items(scene: Scene) -> Iterator[tuple[Dated, Telling]]:
    """What an item of a list without a verb tells by the dates in its brackets: "President Lund (May 1996)".

    Only where something says that it happened: a line above the list, a date at its head, or its own words. No book.
    """
    tokens, brackets = scene.sentence.tokens, scene.brackets
    finite = any(clause.verb.finite for clause in scene.sentence.clauses)
    if not brackets or finite or not all(_only_dates(one) for one in brackets):
        return
    last = brackets[-1].at
    told = (
        scene.lead
        or tokens[0].tag is Tag.TIME
        or any(t.tag in ED or happens(t.low, scene.words) for t in tokens)
    )
    italic = _ITALIC.search(scene.text, tokens[0].start, tokens[-1].end)
    book = italic or any(t.tag is Tag.QUOTE or _INITIAL.fullmatch(t.text) for t in tokens)
    if not told or book or any(t.tag is not Tag.END for t in tokens[last:]):
        return
    for number, bracket in enumerate(brackets):
        whole = _with_item(scene, range(len(brackets)), number, bracket.inside[0])
        said = phrase(whole, 0, len(whole), scene.words)
        whose = f" {said[:1].lower()}{said[1:]}" if tokens[0].tag is Tag.PREPOSITION else f": {said}"
        title = f"{scene.lead}{whose}" if scene.lead else said
        for token in bracket.inside:
            dated = scene.dates[token.time] if token.tag is Tag.TIME else None
            if dated is not None:
                when = dated.range.when if dated.range else dated.when
                yield dated, (title, Kind.PLAN if lies_ahead(when, scene.written) else Kind.EVENT, when, 0.5)


_ITALIC = re.compile(r"(?<![*_\w])[*_](?=[^*_\s])")
_INITIAL = re.compile(r"[^\W\d_]\.")


def _only_dates(bracket: Bracket) -> bool:
    return all(token.tag in _LINKS or token.low in _PLAIN for token in bracket.inside)


def _of_dates(scene: Scene, number: int) -> Iterator[tuple[Dated, Telling]]:
    """What a bracket dates that holds nothing but dates: its item of a list, or the clause it stands in."""
    bracket, main = scene.brackets[number], scene.sentence.tokens
    series = _series(scene, number)
    times = [token for token in bracket.inside if token.tag is Tag.TIME]
    if len(series) == 1 and not _dates_its_clause(scene, bracket, times[0]):
        return
    for time in times:
        tokens = (
            _with_item(scene, series, number, time)
            if len(series) > 1
            else (*main[: bracket.at], time, *main[bracket.at :])
        )
        yield from _told(scene, tokens, time)


def _dates_its_clause(scene: Scene, bracket: Bracket, time: Token) -> bool:
    """Whether a lone bracket says when its clause happened: no clause with a date, and not how long somebody lived or ruled."""
    sentence = scene.sentence
    own = sentence.owner[bracket.at - 1]
    times = (i for i, t in enumerate(sentence.tokens) if t.tag is Tag.TIME and sentence.owner[i] == own)
    if any(not compared(sentence, i, scene.words) for i in times):
        return False
    dated = scene.dates[time.time]
    whole = dated.range.when if dated is not None and dated.range else None
    start = nominal_start(sentence.tokens, bracket.at)
    named = sentence.tokens[bracket.at - 1].tag is Tag.NAME
    placed = start > 0 and sentence.tokens[start - 1].low in _PLACING
    # a reign, a war or a firm that the verb tells of has its own years: "the monarchy (1914–1925) was succeeded by …"
    clause = sentence.clauses[own] if 0 <= own < len(sentence.clauses) else None
    of_subject = clause is not None and clause.subject is not None and clause.subject[1] == bracket.at
    spans = isinstance(whole, Interval) or (dated is not None and isinstance(dated.when, Interval))
    return not (spans and (named or of_subject) and not placed)


def _series(scene: Scene, number: int) -> range:
    """The brackets, around one, that hold only dates and are parted by nouns: "Oslo (2005), Bern (2008) and Rome (2012)"."""

    def goes_on(one: Bracket, two: Bracket) -> bool:
        between = scene.sentence.tokens[one.at : two.at]
        parted = any(t.tag in {Tag.COMMA, Tag.COORDINATOR} for t in between)
        return parted and all(
            t.tag in NOMINAL | _LINKS - {Tag.TIME} | {Tag.QUOTE, Tag.ADVERB} for t in between
        )

    first = last = number
    while first > 0 and goes_on(scene.brackets[first - 1], scene.brackets[first]):
        first -= 1
    while last + 1 < len(scene.brackets) and goes_on(scene.brackets[last], scene.brackets[last + 1]):
        last += 1
    return range(first, last + 1)


def _with_item(scene: Scene, series: range, number: int, time: Token) -> tuple[Token, ...]:
    """The sentence with one item of its list, and the date behind it."""
    main, brackets = scene.sentence.tokens, scene.brackets
    start = nominal_start(main, brackets[series[0]].at)
    begin = start if number == series[0] else brackets[number - 1].at
    while main[begin].tag in {Tag.COMMA, Tag.COORDINATOR, Tag.ADVERB}:
        begin += 1
    item = main[begin : brackets[number].at]
    if number != series[0]:
        start = _of_whole(main, start, item)
    if item and item[0].tag is Tag.PREPOSITION and start and main[start - 1].tag is Tag.PREPOSITION:
        start -= 1
    lead = main[:start]
    if lead and lead[-1].low == ":":  # "three films: Salt (1967) and Harbour (1972)"
        verb = max((c.verb.end for c in scene.sentence.clauses if c.verb.end < start), default=start)
        lead = main[:verb]
    return (*lead, *item, time, *main[brackets[series[-1]].at :])


def _of_whole(main: Sequence[Token], start: int, item: Sequence[Token]) -> int:
    """Where the first thing of a list starts, if that is more than the name before its bracket: "the mill in Ulm (1934), a bridge (1936)".

    A further item with an article is another mill, and nothing else in Ulm.
    """
    whole = {Tag.DETERMINER, Tag.POSSESSIVE}
    if not item or item[0].tag not in whole or main[start].tag in whole:
        return start
    at = start
    while at > 1 and main[at - 1].tag is Tag.PREPOSITION:
        at = nominal_start(main, at - 1)
        if main[at].tag in whole:
            return at
    return start


def _pairs(inside: Sequence[Token]) -> list[tuple[tuple[Token, ...], Token]]:
    """Names with a date for each: "Norland in 2012, Merland in 2014"; none where it is anything else."""
    found: list[tuple[tuple[Token, ...], Token]] = []
    part: list[Token] = []
    for token in inside:
        if token.tag is Tag.TIME and any(t.tag is Tag.NAME for t in part):
            names = tuple(t for t in part if t.tag is not Tag.PREPOSITION)
            found.append((names, token))
            part = []
        elif token.tag in {Tag.COMMA, Tag.STOP, Tag.COORDINATOR} and not part:
            continue
        elif token.tag in NOMINAL | {Tag.PREPOSITION}:
            part.append(token)
        else:
            return []
    return found if len(found) > 1 and not part else []


def _of_pairs(
    scene: Scene, bracket: Bracket, pairs: list[tuple[tuple[Token, ...], Token]]
) -> Iterator[tuple[Dated, Telling]]:
    """What each of those did whom the subject names together: "Both joined the pact (Norland in 2012, Merland in 2014)"."""
    sentence = scene.sentence
    clause = sentence.clauses[max(sentence.owner[bracket.at - 1], 0)]
    did = sentence.tokens[clause.verb.first : bracket.at]
    plural = clause.subject is not None and sentence.tokens[clause.subject[1] - 1].low.endswith("s")
    if not plural or clause.verb.passive or sentence.tokens[clause.verb.first].low in {"were", "are", "have"}:
        return
    for names, time in pairs:
        yield from _told(scene, (*names, *did, time), time)


def _of_noun(scene: Scene, bracket: Bracket) -> Iterator[tuple[Dated, Telling]]:
    """What became of the noun before a bracket: "a treaty on customs in 1994 (ratified in 1996 and revised in 2011)"."""
    parts = _parted(bracket.inside)
    if len(parts) > 1:  # "the Kestrel (built 1921; sunk 1944)"
        for part in parts:
            yield from _of_noun(scene, replace(bracket, inside=part))
        return
    start, end = _noun_before(scene.sentence.tokens, bracket.at, scene)
    inside = bracket.inside
    while inside and inside[0].tag is Tag.ADVERB:
        inside = inside[1:]
    if start == end or not inside:
        return
    tokens = (*scene.sentence.tokens[start:end], *inside)
    times = [token for token in inside if token.tag is Tag.TIME]
    if inside[0].tag in ED:
        for time in times:
            yield from _told(scene, tokens, time)
    elif inside[0].tag is Tag.PREPOSITION and (dated := scene.dates[times[0].time]) is not None:
        said = phrase(tokens, 0, len(tokens), scene.words)
        yield dated, (said, Kind.EVENT, dated.range.when if dated.range else dated.when, 0.6)


def _parted(inside: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """What stands between a bracket's semicolons, if each part is a deed with its date; else all of it."""
    ends = [-1, *(i for i, token in enumerate(inside) if token.low == ";"), len(inside)]
    parts = [inside[one + 1 : two] for one, two in pairwise(ends)]
    deeds = all(part and part[0].tag in ED and any(t.tag is Tag.TIME for t in part) for part in parts)
    return parts if deeds else [inside]


def _noun_before(tokens: Sequence[Token], end: int, scene: Scene) -> tuple[int, int]:
    """The noun phrase that ends before `end`, with what belongs to it, and without its date."""
    if end > 1 and tokens[end - 1].tag is Tag.TIME:
        end -= 1 + (tokens[end - 2].tag is Tag.PREPOSITION)
    start = nominal_start(tokens, end)
    for _ in range(2):
        link = tokens[start - 1].low if start else ""
        named = start < end and tokens[start].tag is Tag.NAME
        wider = (
            nominal_start(tokens, start - 1)
            if link in _BELONGING or (link in _PLACING and (named or tokens[start].low == "the"))
            else start
        )
        person = any(token.low in scene.words.persons for token in tokens[wider : start - 1])
        if wider >= start - 1 or person:
            break
        start = wider
    return start, end


def _told(scene: Scene, tokens: tuple[Token, ...], time: Token) -> Iterator[tuple[Dated, Telling]]:
    """What the tokens tell by the date that is one of them."""
    dated = scene.dates[time.time]
    sentence = parsed(tokens, scene.words)
    at = next((i for i, token in enumerate(sentence.tokens) if token is time), None)
    if dated is None or at is None or not sentence.clauses:
        return
    part = replace(scene, sentence=sentence, brackets=())
    own = standing.dated_clause(part, max(sentence.owner[at], 0))
    for telling in of_clause(part, own, at, dated):
        yield dated, telling
