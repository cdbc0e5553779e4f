"""What says that two mentions are of two happenings: for certain, or by so much less likely one."""

from itertools import takewhile

from timeline.merge.telling import Telling
from timeline.merge.words import kinds
from timeline.model.event import Kind, Mention
from timeline.times.when import Date, Interval, Qualifier

_NONE: frozenset[str] = frozenset()
_WHOLE = 3  # stems of a headline that are enough to say what happened
_LONG = 40  # days, over which something lasts
_BESIDES = 2  # stems of its own, with which a headline says something of its own


def forbidden(one: Telling, other: Telling) -> bool:
    """Whether two mentions cannot tell of one happening."""
    return (
        _only_a_figure(one, other)
        or one.negative is not other.negative
        or (one.foretold and not other.forespoken)
        or (other.foretold and not one.forespoken)
        or _talk_of_it(one, other)
        or _in_one_sentence(one, other)
        or _numbers_conflict(one, other)
        or _stages_conflict(one, other)
        or (
            said_of_another(one, other)
            and (_others_did(one, other) or replaced(one, other) or strangers(one, other))
        )
        or _done_elsewhere(one, other)
        or _done_to_another(one, other)
        or _lasted(one, other)
    )  # fmt: skip


def _only_a_figure(one: Telling, other: Telling) -> bool:
    """Whether one is a figure that the other does not have."""
    figures = one.mention.kind is Kind.STATISTIC or other.mention.kind is Kind.STATISTIC
    return figures and not any(stem[0].isdigit() for stem in one.title & other.title)


def _talk_of_it(one: Telling, other: Telling) -> bool:
    """Whether one tells what was said of something, or done in its memory, and the other does not."""
    known = one.spoken.words.about
    return not (known.isdisjoint(one.deeds) and known.isdisjoint(other.deeds)) and any(
        mine & known and not mine & known & others.all
        for mine, others in ((one.deeds, other), (other.deeds, one))
    )


def _others_did(one: Telling, other: Telling) -> bool:
    """Two whose names each begin a headline, and neither of which the other mentions, did two things."""
    return bool(one.subject and other.subject and not one.subject & other.all and not other.subject & one.all)


def said_of_another(one: Telling, other: Telling) -> bool:
    """Two headlines that are the same but for names say the same of two."""
    mine, others = one.title - other.title, other.title - one.title
    return bool(mine - other.all and others - one.all) and mine | others <= one.names | other.names


def _done_elsewhere(one: Telling, other: Telling) -> bool:
    """Two headlines that begin alike, with a name and what it did, and go on to names the other lacks, say it of two.

    NATO's bombing of Ruritania, and NATO's bombing of the embassy in Strelsau.
    """
    if one.names <= other.all or other.names <= one.all:
        return False
    alike = len([1 for mine, others in takewhile(_same, zip(one.sequence, other.sequence, strict=False))])
    begun = set(one.sequence[:alike])
    return (
        bool(begun & one.names & other.names and begun - one.names - other.names)
        and bool(one.names.intersection(one.sequence[alike:]) - other.all)
        and bool(other.names.intersection(other.sequence[alike:]) - one.all)
    )


def _done_to_another(one: Telling, other: Telling) -> bool:
    """Two that share but a deed, and each of which names things that the other does not, tell of it done to two.

    The report of the board is published, and the third map is published.
    """
    shared = one.title & other.title
    return bool(shared) and shared <= one.deeds and other_things(one, other)


def _same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def by_chance(one: Telling, other: Telling) -> bool:
    """Whether two texts of one language each say several things in a headline that the other's passage does not.

    What they share besides may well be by chance, where their documents tell of different things: "received the second
    extension of its licence", "two patients fell ill after receiving the vaccine". In two languages words tell nothing.
    """
    mine, others = one.title - other.all, other.title - one.all
    return (
        one.order[0] != other.order[0]
        and one.spoken is other.spoken
        and min(len(mine), len(others)) >= _BESIDES
        and _all_kinds(mine).isdisjoint(_all_kinds(others))
    )


def only_names(one: Telling, other: Telling) -> bool:
    """Whether two headlines share nothing but names, and at least one says something else."""
    named = one.names | other.names
    return one.title & other.title <= named and not one.title ^ other.title <= named


def each_names_another(one: Telling, other: Telling) -> bool:
    """Whether each headline has a name that the other's text has not."""
    return not (one.named <= other.all or other.named <= one.all)


def who_and_what(one: Telling, other: Telling, shared: frozenset[str]) -> bool:
    """Whether a deed and a name are among what two headlines share, and one has no deed that the other has not."""
    return (
        not one.deeds.isdisjoint(shared)
        and (one.deeds <= other.all or other.deeds <= one.all)
        and not one.named.isdisjoint(shared)
    )


def whole(one: Telling, other: Telling, shared: frozenset[str]) -> bool:
    """Whether all of one headline is in the other, which says more; and not but names."""
    return (
        len(shared) >= _WHOLE
        and one.title != other.title
        and shared in (one.title, other.title)
        and not shared <= one.names | other.names
    )


def strangers(one: Telling, other: Telling) -> bool:
    """Whether both headlines have names, and neither text has any of the other's whole: of two banks a word is one's name."""
    return bool(one.called and other.called) and not (
        any(name <= other.all for name in one.called) or any(name <= one.all for name in other.called)
    )


def other_deed(one: Telling, other: Telling) -> bool:
    """Whether each headline has a deed, and none of the one is, or may well be called, one of the other's text."""
    return (
        bool(one.deeds and other.deeds)
        and one.deeds.isdisjoint(other.all)
        and other.deeds.isdisjoint(one.all)
        and not akin(one, other)
    )


def each_another_deed(one: Telling, other: Telling) -> bool:
    """Whether each headline has a deed that the other's text has not, not of one kind: declared, recognised independence."""
    mine, others = one.deeds - other.all, other.deeds - one.all
    return bool(mine and others) and _all_kinds(mine).isdisjoint(_all_kinds(others))


def other_things(one: Telling, other: Telling) -> bool:
    """Whether each headline has things, and none of them is in the other's text: opened the mill, built the port."""
    return (
        bool(one.things and other.things)
        and one.things.isdisjoint(other.all)
        and other.things.isdisjoint(one.all)
    )


def akin(one: Telling, other: Telling) -> bool:
    """Whether a deed of one headline may be one of the other in other words."""
    return not one.kinds.isdisjoint(other.kinds)


def replaced(one: Telling, other: Telling) -> bool:
    """Two headlines with another word in the same place say something else: opened the bridge, opened the school.

    Not so if one is a name and the other a word for it: crossed the Ell, crossed the river; "the company"; nor if both are
    deeds of one kind: died in the battle, was killed in the battle.
    """
    mine, others = one.title - other.all, other.title - one.all
    if (
        not mine or not others or one.spoken is not other.spoken
    ):  # each language has an order of words of its own
        return False
    first, second = _places(one, mine), _places(other, others)
    return any(
        (first[place] in one.names) is (second[place] in other.names)
        and not {first[place], second[place]} & (one.general | other.general)
        and _kinds(first[place]).isdisjoint(_kinds(second[place]))
        for place in first.keys() & second.keys()
    )


def _all_kinds(deeds: frozenset[str]) -> frozenset[str]:
    return _NONE.union(*map(_kinds, deeds))


def _kinds(stem: str) -> frozenset[str]:
    return kinds().get(stem, _NONE)


def _places(telling: Telling, stems: frozenset[str]) -> dict[tuple[str, str], str]:
    """Some words of a headline, by the words before and after them; nothing at its ends."""
    return {place: stem for place, stem in telling.placed if stem in stems}


def _in_one_sentence(one: Telling, other: Telling) -> bool:
    """Two mentions read from the same words are two, unless they are the same but for their dates' precision.

    Two dates that stand apart are of two things: "said on Friday they hoped to end it this summer".
    """
    first, second = one.mention.citation, other.mention.citation
    return (
        first.document == second.document
        and first.span.overlaps(second.span)
        and (one.mention.title != other.mention.title or _dates_apart(one.mention, other.mention))
    )


def _dates_apart(one: Mention, other: Mention) -> bool:
    """Whether anything stands between the dates of two mentions of one passage."""
    start, quote = one.citation.span.start, one.citation.quote
    first, second = sorted((one.dated.span, other.dated.span), key=lambda span: span.start)
    return bool(quote[max(0, first.end - start) : max(0, second.start - start)].strip())


def _lasted(one: Telling, other: Telling) -> bool:
    """Whether one tells what was done over some months or years, and the other of a day or year in them what else was done."""
    longer, shorter = (one, other) if one.width >= other.width else (other, one)
    when = longer.mention.when
    return (
        isinstance(when, Interval)
        and isinstance(when.start, Date)
        and isinstance(when.end, Date)
        and not Qualifier.APPROXIMATE
        is when.start.qualifier
        is when.end.qualifier  # "mid-1963" is no duration
        and longer.width > _LONG
        and (shorter.width <= _LONG or shorter.width <= longer.width / 2)
        and bool(one.deeds and other.deeds)
        and one.deeds.isdisjoint(other.deeds)
    )


def _numbers_conflict(one: Telling, other: Telling) -> bool:
    if not one.identities or not other.identities:
        return False
    mine, others = dict(one.identities), dict(other.identities)
    return any(
        not {number for k, number in one.identities if k == key}
        & {n for k, n in other.identities if k == key}
        for key in mine.keys() & others.keys()
    )


def _stages_conflict(one: Telling, other: Telling) -> bool:
    if not one.stages or not other.stages:
        return False
    rows = {row for row, _ in one.stages} & {row for row, _ in other.stages}
    return any(
        not {s for r, s in one.stages if r == row} & {s for r, s in other.stages if r == row} for row in rows
    )
