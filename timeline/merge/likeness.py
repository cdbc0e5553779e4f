"""How surely two mentions tell of one happening: what their headlines share, and what each adds."""

from collections.abc import Mapping

from timeline.merge.telling import Telling
from timeline.model.event import Kind
from timeline.times.when import Extent

SAME_DAY = 0.45  # what a likeness must reach: two tellings of one day …
COARSE = 0.5  # … one of a day and one of its month or year …
SAME_TEXT = 0.65  # … and two passages of one text with the same coarse date, which mostly tell two things
_THEME = 0.5  # what a shared word counts that both documents are about
_NUMBERED = 3.0  # what "Resolution 1244", or "second quake", counts in both
_KNOWN = 0.5  # what a name counts that one headline has and the other, which names nobody, leaves to its text
_QUOTED = 0.15  # what a word costs that only one headline has, but the other's quotation too …
_IMPLIED = 0.35  # … or what the other's document speaks of all along …
_THEIRS = 0.8  # … which is no excuse for saying another thing in its place
_OCCURRING = 0.4  # … or what is added to a thing that happens of itself: it "struck", "killed", "destroyed"
_ONE_SIDE = 0.35  # what one telling adds says little: some tell more …
_MORE = 2.0  # … and beyond so many times what is shared nothing at all …
_BOTH_SIDES = 1.5  # … but where each adds what the other does not know, they mostly tell two things …
_NAMELESS = 0.4  # … less so where a headline that names nobody means the other's names: "the bank"
_UNKNOWN_SUBJECT = 0.1
_OTHER_SUBJECT = 0.2
_OTHER_NAMES = 0.2
_NONE: frozenset[str] = frozenset()

Weights = Mapping[str, float]


def likeness(one: Telling, other: Telling, weight: Weights, least: float = 0.0) -> float:
    """From 0 to 1: how much of what two headlines say is shared, or known to the other's text.

    Two words must be shared at least, and names alone make no happening unless it is called by them. A headline
    that names nobody ("the bank agreed to buy the insurer") shares the names its document has spoken of.
    A likeness below `least` may be told as 0, which saves looking for what takes away from it.
    """
    shared = one.title & other.title
    if not shared or (shared - one.names <= other.names and not _is_called(one, other)):
        return 0.0
    foreign = one.mention.citation.document != other.mention.citation.document
    meant = _meant(one, other) | _meant(other, one) if foreign else _NONE
    numbered = one.identities & other.identities
    if len(shared) + len(meant) + len(numbered) < 2:
        return 0.0
    theme, its_theme = one.context[0], other.context[0]
    common = 0.0
    for stem in one.stems:
        if stem in shared:
            common += weight[stem] * (_THEME if stem in theme and stem in its_theme else 1.0)
    common += _KNOWN * _weight(meant, weight) + _NUMBERED * len(numbered)
    mine, mine_new = _added(one, other, weight, meant, foreign=foreign)
    others, others_new = _added(other, one, weight, meant, foreign=foreign)
    against = _ONE_SIDE * (min(mine, _MORE * common) + min(others, _MORE * common))
    against += _BOTH_SIDES * (_NAMELESS if meant else 1.0) * min(mine_new, others_new)
    found = common / (common + against)
    return 0.0 if found < least else found - _doubts(one, other, foreign=foreign)


def compatible(one: Extent, other: Extent) -> bool:
    """Whether two dates may be one: they share a day."""
    return (one.start is None or other.end is None or one.start < other.end) and (
        other.start is None or one.end is None or other.start < one.end
    )


def needed(one: Telling, other: Telling) -> float:
    """The likeness two mentions with compatible dates must reach."""
    one_text = one.mention.citation.document == other.mention.citation.document
    if one.width <= 1 and other.width <= 1:
        return SAME_DAY
    return SAME_TEXT if one_text and one.mention.when == other.mention.when else COARSE


def _meant(one: Telling, other: Telling) -> frozenset[str]:
    """The names in the headline of one that the other, which names nobody, leaves to its text."""
    if not other.title.isdisjoint(other.names):
        return _NONE
    return frozenset(stem for stem in one.title & one.names if stem in other.all or _is_implied(stem, other))


def _added(
    one: Telling, other: Telling, weight: Weights, meant: frozenset[str], *, foreign: bool
) -> tuple[float, float]:
    """What the headline of one says that the other's does not, and how much of that is new to the other's text."""
    occurring = not one.occurrences.isdisjoint(other.occurrences)
    added = new = 0.0
    for stem in one.stems:
        if stem in other.title or stem in meant:
            continue
        if stem in other.all:
            cost = fresh = _QUOTED
        elif foreign and _is_implied(stem, other):
            cost, fresh = _IMPLIED, _IMPLIED if stem in one.names else _THEIRS
        else:
            cost = fresh = _OCCURRING if occurring and stem not in one.names else 1.0
        added += cost * weight[stem]
        new += fresh * weight[stem]
    return added, new


def _is_implied(stem: str, telling: Telling) -> bool:
    for said in telling.context:  # noqa: SIM110 - a loop, since this is asked more often than anything else
        if stem in said:
            return True
    return False


def _is_called(one: Telling, other: Telling) -> bool:
    """Whether one is nothing but the name of a happening ("the Tarn Congress"), told in passing."""
    return len(one.title & other.title) > 1 and any(
        t.mention.kind is Kind.BACKGROUND and t.title <= t.names for t in (one, other)
    )


def _weight(stems: frozenset[str], weight: Weights) -> float:
    return sum(map(weight.__getitem__, sorted(stems)))  # sorted: the same sum in every run


def _doubts(one: Telling, other: Telling, *, foreign: bool) -> float:
    """What names that only one of them knows take away."""
    doubt = 0.0
    if not (_knows(other, one.subject, foreign=foreign) and _knows(one, other.subject, foreign=foreign)):
        if not (one.subject and other.subject):
            doubt = _UNKNOWN_SUBJECT
        elif not one.subject & other.subject:
            doubt = _OTHER_SUBJECT
    mine = _knows(other, one.title & one.names, foreign=foreign)
    others = _knows(one, other.title & other.names, foreign=foreign)
    return doubt if mine or others else doubt + _OTHER_NAMES


def _knows(telling: Telling, stems: frozenset[str], *, foreign: bool) -> bool:
    """Whether a telling's text has some words, or has just spoken of them."""
    return all(foreign and _is_implied(stem, telling) for stem in stems - telling.all)
