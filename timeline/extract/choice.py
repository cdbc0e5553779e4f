"""Choice: of the ways to put a clause into a title the soundest, and of those the one that says most in few words."""

from collections.abc import Iterator, Sequence

from timeline.extract.clauses import Parsed
from timeline.extract.marks import MARKS
from timeline.extract.sound import Flaw, flaws, without_gaps
from timeline.extract.wording import LONGEST, tidy, without_articles
from timeline.extract.words import Tag, Token

Way = tuple[tuple[Token, ...], float]  # the tokens of a title, and what it costs to say it so

_OVER = 20.0  # what each word beyond the longest title costs
# What a flaw costs: more than what a whole chunk of the clause is worth, less than a title that nobody reads to its end.
_COSTS = {Flaw.TAIL: 5.0, Flaw.GAP: 12.0, Flaw.GLUED: 12.0, Flaw.OPEN: 45.0, Flaw.UNTOLD: 75.0}


def best(ways: Sequence[Way], sentence: Parsed, index: int) -> tuple[Token, ...]:
    """The way to be told; no tokens where there is none."""
    told = [(way, spent + cost) for said, cost in ways for way, spent in _put(said, sentence)]
    told.sort(key=lambda way: way[1] + _OVER * max(0, length(way[0]) - LONGEST))
    chosen: tuple[float, tuple[Token, ...]] | None = None
    for way, cost in told:
        plain = cost + _OVER * max(0, length(way) - LONGEST)
        if chosen is not None and plain >= chosen[0]:
            break  # what is dearer without any flaw is dearer with one
        whole = plain + sum(_COSTS.get(flaw, 0.0) for flaw in flaws(tidy(way), sentence, index))
        if chosen is None or whole < chosen[0]:
            chosen = whole, way
    return chosen[1] if chosen else ()


def _put(said: tuple[Token, ...], sentence: Parsed) -> Iterator[Way]:
    """A way to say it, also without its articles, and where a date took a noun away, without what led to it."""
    whole = without_gaps(said, sentence)
    for way, cost in ((said, 0.0), (whole, 1.0)) if len(whole) < len(said) else ((said, 0.0),):
        yield way, cost
        short = without_articles(way)
        yield short, cost + 0.4
        if length(short) == LONGEST + 1:  # "switch their car plates" as "switch car plates"
            yield tuple(t for t in short if t.tag is not Tag.POSSESSIVE or t.low != "their"), cost + 0.8


def length(tokens: Sequence[Token]) -> int:
    """How many words; a token that stands for a name may hold several."""
    return sum(1 + token.text.count(" ") for token in tokens if token.tag not in MARKS)
