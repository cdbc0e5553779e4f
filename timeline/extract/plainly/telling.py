"""Telling: the mentions of one sentence, plainly read."""

import re
from collections.abc import Iterator

from timeline.extract.plainly import titles
from timeline.extract.plainly.clauses import Role, asides
from timeline.extract.plainly.kinds import kind
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.verbs import bare_participle, finite_at, is_participle
from timeline.extract.plainly.wording import kept, line, shortened, size, without_openers
from timeline.extract.plainly.words import is_word
from timeline.extract.telling import Told
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import Interval, Limit, When, extent

_FEWEST = 2  # words of a title


def told(scene: PlainScene, *, listed: bool = False) -> Iterator[Told]:
    """The mentions of a sentence, in the order of their dates; `listed`: it is an item of a list, or a table's cell."""
    hidden = asides(scene.tokens, scene.words)
    if _asks(scene):
        return
    seen: set[tuple[str, When]] = set()
    names = participants(scene)
    for at in range(len(scene.tokens)):
        dated = scene.dated(at)
        if dated is None or at in hidden or in_dateline(scene, at) or _dates_nothing(scene, at, dated):
            continue
        for title, what, when, confidence in _tellings(scene, at, dated, listed=listed):
            if title and (title, when) not in seen:
                seen.add((title, when))
                yield Told(title, what, when, dated, names, confidence)


def _asks(scene: PlainScene) -> bool:
    return bool(scene.tokens) and scene.tokens[-1].text in "?？؟"


def _dates_nothing(scene: PlainScene, at: int, dated: Dated) -> bool:
    """Whether a date is a work's title, only compared with, denied, or no more than the present."""
    tokens, words = scene.tokens, scene.words
    start, end = scene.time_phrase(at)
    titled = (
        at > 0
        and tokens[at - 1].tag is Tag.QUOTE
        and tokens[at + 1 : at + 2]
        and tokens[at + 1].tag is Tag.QUOTE
    )
    compared = any(t.low in words.comparing for t in tokens[max(0, at - 4) : at])
    denied = (
        start > 0
        and tokens[start - 1].low in words.negations
        and end < len(tokens)
        and tokens[end].tag is Tag.COMMA
    )
    whole = _whole(dated)
    present = (
        isinstance(whole, Interval) and whole.start is Limit.OPEN and not re.search(r"\d", tokens[at].text)
    )
    noun = (
        at > 1 and tokens[at - 1].low in words.attributive_days and tokens[at - 2].tag in {Tag.NOUN, Tag.NAME}
    )
    of_noun = (
        noun and len(re.findall(r"\d+", tokens[at].text)) > 1 and not is_participle(tokens, at - 2, words)
    )
    return bool(titled) or compared or denied or present or (of_noun and not finite_at(tokens, at - 2, words))


def told_under(scene: PlainScene, dated: Dated) -> Iterator[Told]:
    """What a sentence without a date tells that stands under one."""
    index = next(
        (i for i, c in enumerate(scene.clauses) if c.role is Role.MAIN and _has_verb(scene, i)), None
    )
    when = _whole(dated)
    if index is None:
        found = [(_phrase(scene, range(len(scene.tokens))), Kind.EVENT)]
    else:
        what = kind(scene, index, -1, when)
        found = [] if what is None else [(titles.title(scene, index), what)]
    for title, what in found:
        if len(title.split()) >= _FEWEST:
            yield Told(title, what, when, dated, participants(scene), 0.4)


Telling = tuple[str, Kind, When, float]


def _tellings(scene: PlainScene, at: int, dated: Dated, *, listed: bool) -> Iterator[Telling]:
    index = scene.owner(at)
    if index is None:
        return
    if (label := _labelled(scene, index, at)) is not None:
        yield from label
        return
    if (phrase := described(scene, index, at)) is not None:
        yield phrase, Kind.EVENT, _whole(dated), 0.5
        return
    if _is_attribute(scene, at) or _in_passing(scene, index, at):
        yield from _named(scene, at, dated)
        return
    if _is_context(scene, index, at):
        return
    index = _cleft(scene, index)
    when = _whole(dated)
    if not _has_verb(scene, index):
        if listed and len(scene.clauses) == 1:
            yield _phrase(scene, range(len(scene.tokens))), Kind.EVENT, when, 0.4
        return
    what = kind(scene, index, at, when)
    if what is not None:
        if what is Kind.PLAN and isinstance(when, Interval) and Limit.OPEN in (when.start, when.end):
            when = dated.when  # a deadline ("bis Ende 2023") is a date of its own
        yield titles.title(scene, index), what, when, _confidence(scene, index, dated)


def _has_verb(scene: PlainScene, index: int) -> bool:
    clause = scene.clauses[index]
    if not scene.words.verbs_known:
        return True
    if any(finite_at(scene.tokens, i, scene.words) for i in clause.tokens):
        return True
    return any(is_participle(scene.tokens, i, scene.words) for i in clause.tokens)


def in_dateline(scene: PlainScene, at: int) -> bool:
    """Whether the sentence opens with a place and this date before a dash: "Berlin, 14. Juni 2019 –"."""
    before = scene.tokens[:at]
    after = at + 1
    if after < len(scene.tokens) and scene.tokens[after].tag is Tag.OPEN:
        after = next(
            (i + 1 for i in range(after, len(scene.tokens)) if scene.tokens[i].tag is Tag.CLOSE), after
        )
    dash = after < len(scene.tokens) and scene.tokens[after].text[:1] in "–—-"
    tags = {Tag.NAME, Tag.COMMA, Tag.OPEN}
    return (
        bool(before)
        and len(before) < 7
        and dash
        and all(t.tag in tags or t.low in scene.words.before_date for t in before)
    )


def _labelled(scene: PlainScene, index: int, at: int) -> list[Telling] | None:
    """What a date tells that heads its line ("1921: …"), None if it does not head it."""
    clause, tokens = scene.clauses[index], scene.tokens
    start, end = scene.time_phrase(at)
    alone = not any(is_word(tokens[i]) for i in clause.tokens if not start <= i < end)
    if not alone or end >= len(tokens) or tokens[end].tag is not Tag.STOP or start > 1:
        return None
    dated = scene.dated(at)
    following = index + 1
    if dated is None or following >= len(scene.clauses):
        return []
    when = _whole(dated)
    if any(scene.dated(i) for i in scene.clauses[following].tokens):
        return []
    if not _has_verb(scene, following) or not scene.words.verbs_known:
        return [(_phrase(scene, range(end + 1, len(tokens))), Kind.EVENT, when, 0.5)]
    what = kind(scene, following, -1, when)
    return [] if what is None else [(titles.title(scene, following), what, when, 0.5)]


def _phrase(scene: PlainScene, indices: range) -> str:
    """Words without a verb as a title, if they are few enough to be one."""
    tokens = without_openers(kept(scene, indices), scene.words)
    tokens = shortened(tokens, scene.words)
    return line(tokens, scene.words) if _FEWEST <= size(tokens) <= 16 else ""


def _is_attribute(scene: PlainScene, at: int) -> bool:
    """Whether the date belongs to the noun before it: "la crisis de 2008", "nach dem Brand von 1891"."""
    words, tokens = scene.words, scene.tokens
    link = at - 1
    while link > 0 and tokens[link].low in words.date_nouns:
        link -= 1  # "krizës së vitit 2008"
    if link < 1 or tokens[link].low not in words.attributive:
        return _bare_attribute(scene, at)
    noun = tokens[link - 1]
    verbal = finite_at(tokens, link - 1, words) or is_participle(tokens, link - 1, words)
    return is_word(noun) and noun.low not in words.before_date and not verbal


def described(scene: PlainScene, index: int, at: int) -> str | None:
    """A noun with the participle that the date goes with ("Firma Holzer gegründet", "un delito cometido"), None if there
    is none.
    """  # noqa: D205  # one sentence
    words, tokens = scene.words, scene.tokens
    if scene.describes(at):
        verb = scene.describes(at)
        first = verb + 1
        while tokens[first].tag is Tag.NOUN:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].tag is Tag.NAME:
            last += 1
        said = (*tokens[first:last], *tokens[at + 1 : verb])
        return f"{line(said, words)} {bare_participle(tokens[verb].low, words)}"
    start, _ = scene.time_phrase(at)
    own = scene.clauses[index]
    spot = start - 1
    if (
        words.verb_second
        or own.role in {Role.REDUCED, Role.ELLIPTIC}
        or spot < 2
        or spot - 1 not in own.tokens
    ):
        return None
    noun = tokens[spot - 1]
    if noun.low in words.helping:
        return None
    plain = (
        noun.tag in {Tag.NOUN, Tag.NAME}
        and noun.low not in words.adverbs
        and noun.low not in words.reflexives
    )
    follows = plain and not finite_at(tokens, spot - 1, words) and not is_participle(tokens, spot - 1, words)
    before = tokens[spot - 2].low
    led = before in words.determiners or before in words.attributive or before in words.possessives
    verb = any(finite_at(tokens, i, words) for i in own.tokens if i < spot - 2)
    if not (is_participle(tokens, spot, words) and follows and led and verb):
        return None
    article = before in words.determiners or before in words.possessives
    return line(tuple(tokens[spot - 2 if article else spot - 1 : spot + 1]), words)


def _cleft(scene: PlainScene, index: int) -> int:
    """The clause that tells what happened where one only brings its date forward: "C'est en 1907 qu'elle …"."""
    told = [i for i, c in enumerate(scene.clauses) if c.parent == index and i > index]
    return (
        told[0]
        if titles.is_cleft(scene, index)
        and told
        and scene.clauses[told[0]].role in {Role.TOLD, Role.ADVERBIAL}
        else index
    )


def _in_passing(scene: PlainScene, index: int, at: int) -> bool:
    """Whether the date stands with a happening named before the verb: "Tras la muerte de su padre en 1929, viajó"."""
    words, tokens = scene.words, scene.tokens
    start, end = scene.time_phrase(at)
    closed = end < len(tokens) and (tokens[end].tag is Tag.COMMA or finite_at(tokens, end, words))
    if not closed or start == 0:
        return False
    link = start
    while (
        link and is_word(tokens[link - 1]) and tokens[link - 1].low not in words.passing and start - link < 9
    ):
        link -= 1
    if not link or tokens[link - 1].low not in words.passing or link - 1 not in scene.clauses[index].tokens:
        return False
    inside = range(link, start)
    named = any(tokens[i].low in words.happenings for i in inside)
    return named and not any(finite_at(tokens, i, words) or scene.is_time(i) for i in inside)


def _bare_attribute(scene: PlainScene, at: int) -> bool:
    """Whether a year with nothing before it follows a happening's name: "nakon požara 1891."."""
    words, tokens = scene.words, scene.tokens
    if at < 2 or tokens[at - 1].low not in words.happenings:
        return False
    return any(t.low in words.passing for t in tokens[max(0, at - 5) : at - 1])


def _named(scene: PlainScene, at: int, dated: Dated) -> Iterator[Telling]:
    """The happening that the noun before a date names, told in passing."""
    words, tokens = scene.words, scene.tokens
    end = at
    while end and not (tokens[end - 1].low in words.happenings and is_word(tokens[end - 1])):
        end -= 1
        if at - end > 8 or finite_at(tokens, end, words) or tokens[end].tag is Tag.COMMA:
            return
    if not end:
        return
    start = end - 1
    while (
        start
        and is_word(tokens[start - 1])
        and tokens[start - 1].low not in words.prepositions
        and not (
            tokens[start - 1].low in words.determiners
            or finite_at(tokens, start - 1, words)
            or tokens[start - 1].low in words.coordinators
        )
    ):
        start -= 1
    before = tokens[start - 1].low if start else ""
    if before in words.determiners and start > 1:
        before = tokens[start - 2].low
    title = line(kept(scene, range(start, at)), words)
    within = before in words.within and before not in words.passing
    if len(title.split()) >= _FEWEST:
        yield title, Kind.EVENT if within else Kind.BACKGROUND, dated.when, 0.5


def _is_context(scene: PlainScene, index: int, at: int) -> bool:
    """Whether a finer date in the same clause says it better."""
    if _explained(scene, at):
        return True
    mine = _whole(scene.dated(at))
    for other in scene.clauses[index].tokens:
        finer = scene.dated(other)
        if other == at or finer is None:
            continue
        a, b = extent(mine), extent(_whole(finer))
        if None in (a.start, a.end, b.start, b.end) or a == b:
            continue
        if a.start <= b.start and b.end <= a.end:  # type: ignore[operator]  # none is None
            return True
    return False


def _explained(scene: PlainScene, at: int) -> bool:
    """Whether another date right after it says the same in figures: "Zwei Jahre später, im März 1951, …"."""
    tokens, words = scene.tokens, scene.words
    after = at + 1
    if (
        any(c.isdigit() for c in tokens[at].text)
        or after >= len(tokens)
        or tokens[after].tag is not Tag.COMMA
    ):
        return False
    after += 1
    while after < len(tokens) and tokens[after].low in words.before_date:
        after += 1
    return after < len(tokens) and scene.is_time(after) and any(c.isdigit() for c in tokens[after].text)


def _whole(dated: Dated | None) -> When:
    if dated is None:
        raise ValueError("no date")
    return dated.range.when if dated.range else dated.when


def _confidence(scene: PlainScene, index: int, dated: Dated) -> float:
    value = 0.7 if scene.words.verbs_known else 0.4
    value -= 0.1 * (scene.clauses[index].role not in {Role.MAIN, Role.JOINED})
    return round(value - 0.1 * bool(dated.assumed), 2)


def participants(scene: PlainScene) -> tuple[str, ...]:
    """Names of several words in a sentence as they stand there, each once, in order."""
    found: dict[str, None] = {}
    tokens, words = scene.tokens, scene.words
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and (
            tokens[end].tag is Tag.NAME
            and tokens[end].low not in words.determiners
            and tokens[end].low not in words.prepositions
            and tokens[end].low not in words.openers
        ):
            end += 1
        described = at and tokens[at - 1].low in words.determiners and words.verb_second
        if end - at >= _FEWEST and not described:
            found.setdefault(" ".join(t.text for t in tokens[at:end]), None)
        at = max(end, at + 1)
    return tuple(found)
