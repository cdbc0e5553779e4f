"""Standing: where a date stands in a sentence, and whether it is a happening's at all."""

import re

from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.words import Tag
from timeline.model.expression import Dated
from timeline.times.when import Date, Grain, Interval, Limit, When, extent

_FEWEST = 2  # words of a title


def dates_nothing(scene: PlainScene, at: int, dated: Dated) -> bool:
    """Whether a date is a work's title, only compared with, denied, or no more than the present."""
    tokens, words = scene.tokens, scene.words
    start, end = scene.time_phrase(at)
    titled = (
        at > 0
        and tokens[at - 1].tag is Tag.QUOTE
        and tokens[at + 1 : at + 2]
        and tokens[at + 1].tag is Tag.QUOTE
    )
    compared = any(_compares(scene, i) for i in range(max(0, at - 4), at))
    denied = (
        start > 0
        and tokens[start - 1].low in words.negations
        and end < len(tokens)
        and tokens[end].tag is Tag.COMMA
    )
    whole = whole_time(dated)
    present = (
        isinstance(whole, Interval)
        and whole.start is Limit.OPEN
        and not re.search(r"\d", tokens[at].text)
        and isinstance(dated.when, Date)
        and dated.when.grain <= Grain.DAY  # "until June" and "by the end of the year" are no "until now"
    )
    noun = (
        at > 1 and tokens[at - 1].low in words.attributive_days and tokens[at - 2].tag in {Tag.NOUN, Tag.NAME}
    )
    of_noun = (
        noun and len(re.findall(r"\d+", tokens[at].text)) > 1 and not is_participle(tokens, at - 2, words)
    )
    if _is_nowadays(scene, at, dated):
        return True
    return bool(titled) or compared or denied or present or (of_noun and not finite_at(tokens, at - 2, words))


def _is_nowadays(scene: PlainScene, at: int, dated: Dated) -> bool:
    """Whether a word for today only says how things are: "ses presses sont aujourd'hui au musée"."""
    index = scene.owner(at)
    if index is None or scene.tokens[at].text.lower().replace("’", "'") not in _TODAY or dated.range:
        return False
    own = scene.clauses[index].tokens
    done = any(is_participle(scene.tokens, i, scene.words) for i in own)
    beside = [scene.tokens[i].low for i in (at - 1, at + 1) if i in own]
    return not done and any(low in _STATES for low in beside)


_TODAY = frozenset(("heute", "aujourd'hui", "hoy", "danas", "данас", "sot"))
_STATES = frozenset(
    ("ist", "sind", "est", "sont", "es", "son", "esta", "está", "están", "je", "su", "eshte", "jane")
)


def _compares(scene: PlainScene, at: int) -> bool:
    """Whether a word compares: "im Vergleich zu"; not as a noun with an article or an owner, "son rapport"."""
    words = scene.words
    before = scene.tokens[at - 1].low if at else ""
    return (
        scene.tokens[at].low in words.comparing
        and before not in words.determiners
        and before not in words.possessives
    )


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


def is_context(scene: PlainScene, index: int, at: int) -> bool:
    """Whether a finer date in the same clause says it better."""
    if _explained(scene, at):
        return True
    mine = whole_time(scene.dated(at))
    for other in scene.clauses[index].tokens:
        finer = scene.dated(other)
        if other == at or finer is None:
            continue
        a, b = extent(mine), extent(whole_time(finer))
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


def whole_time(dated: Dated | None) -> When:
    """The whole range of a date that is one of its ends, or the date."""
    if dated is None:
        raise ValueError("no date")
    return dated.range.when if dated.range else dated.when
