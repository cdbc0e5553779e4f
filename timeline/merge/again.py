"""What one text tells twice: in its lead and below, in a box or a table, as a noun later on.

A text mostly tells two things, so that less is taken for one here than between two texts.
"""

from timeline.merge.contrary import akin, each_another_deed, forbidden, only_names, replaced
from timeline.merge.odds import Chances
from timeline.merge.telling import Telling
from timeline.merge.words import DEED

ONE_TEXT = 2.0  # odds that two mentions of one text must reach …
_SAID_AGAIN = 0.75  # … with so much of the shorter headline in the longer
_SAID_FINER = 0.7  # … or so much, where one date lies inside the other, and they share more than …
_SUBJECT = 4  # … the stems of a long subject
_PHRASE = 2  # stems that name a thing in a list
_WHOLE = 3  # stems of a headline that are enough to say what happened
_EXACT = 3  # digits of a number that hardly stands for two things of one time
_MONTH = 31  # days
_YEAR = 366
_FEW_DAYS = 4
_LIFE = frozenset([f"{DEED}bear", f"{DEED}die"])
_NONE: frozenset[str] = frozenset()


def told(one: Telling, other: Telling, odds: float, chances: Chances) -> bool:
    """Whether two mentions of one text, with these odds, tell the same."""
    if (
        _told_more_precisely(one, other, chances)
        or _of_one_life(one, other)
        or _named_again(one, other)
        or _labelled(one, other)
        or _counted_again(one, other)
    ):
        return True
    longer = finer(one, other) and len(one.title & other.title) > _SUBJECT
    return (
        not replaced(one, other)
        and (_listed(one, other) or (odds >= ONE_TEXT and not only_names(one, other)))
        and chances.shared(one, other) >= (_SAID_FINER if longer else _SAID_AGAIN)
        and not forbidden(one, other)
    )


def _told_more_precisely(one: Telling, other: Telling, chances: Chances) -> bool:
    """Whether one text says all of a headline again, once with a coarse date and once with one inside it.

    "Ravia's declaration of independence in 2008 … The declaration of independence was read on 17 February 2008."
    """
    if not finer(one, other) or forbidden(one, other):
        return False
    shared = one.title & other.title
    whole = len(shared) >= _WHOLE and shared in (one.title, other.title) and chances.against(one, other) == 0
    return whole or _who_and_what_again(one, other)


def _who_and_what_again(one: Telling, other: Telling) -> bool:
    """Whether a text that told something with a coarse date tells who did it or to what again, with all that it said.

    "In 1921 an explosion wrecked the Ellery Tannery … On 15 June 1921 an explosion tore through the Ellery Tannery."
    """
    coarse, precise = by_width(one, other)
    shared = one.title & other.title
    named = one.named | other.named
    return (
        not named.isdisjoint(one.all & other.all)
        and (not shared <= named or akin(one, other))
        and coarse.title - coarse.deeds <= precise.all
        and not each_another_deed(one, other)
    )


def _of_one_life(one: Telling, other: Telling) -> bool:
    """Whether a text tells twice that somebody was born or died, once with a coarser date: nobody is or does it again.

    "Ann Orsay (19 March 1898 – 11 October 1979) … Orsay died at Ostrow in 1979"; not Orsay's mother, nor Emil Orsay.
    """
    if not (one.extent == other.extent or finer(one, other)) or max(one.width, other.width) > _YEAR:
        return False
    mine, others = _lived(one), _lived(other)
    return bool(mine & others) and (mine <= others or others <= mine) and not forbidden(one, other)


def _lived(telling: Telling) -> frozenset[str]:
    """The names of the one who a headline begins by saying was born or died, with that deed; or nothing."""
    who = telling.subject
    begun = telling.sequence[: len(who) + 1]
    return frozenset(begun) if who and begun[-1] in _LIFE and who.issuperset(begun[:-1]) else _NONE


def _named_again(one: Telling, other: Telling) -> bool:
    """Whether what one text dates is a noun for what it tells elsewhere: all that stands before the date is told there.

    "President Gadd paid a visit to Tarnock on Sunday … The visit of Gadd to Tarnock on Sunday surprised many."
    """
    if max(one.width, other.width) > _MONTH or not (one.extent == other.extent or finer(one, other)):
        return False
    return not forbidden(one, other) and (_noun_of(one, other) or _noun_of(other, one))


def _noun_of(one: Telling, other: Telling) -> bool:
    """Whether the words before one's date name a deed of the other and to whom it was done, and nothing else."""
    return any(
        len(dated) >= _PHRASE
        and dated <= other.all
        and not dated.isdisjoint(other.title - other.deeds)
        and any(map(other.does, heads))
        for heads, dated in one.dated_things
    )


def _labelled(one: Telling, other: Telling) -> bool:
    """Whether one is an entry of a box or a table that says in a word what the other tells of the same days.

    "| Explosion | 15 June 1921 |" below the heading "Ellery Tannery", and "an explosion tore through the tannery on 15 June".
    """
    if one.extent != other.extent or one.width > _MONTH or forbidden(one, other):
        return False
    return _label_of(one, other) or _label_of(other, one)


def _label_of(one: Telling, other: Telling) -> bool:
    return bool(
        one.said.where
        and one.title
        and one.title <= other.title
        and not one.title <= other.named
        and (one.said.where <= other.all | other.said.where or one.width <= _FEW_DAYS)
    )


def _counted_again(one: Telling, other: Telling) -> bool:
    """Whether one text gives an exact number of something twice for one time, as in a sentence and in a table.

    "412,300 people visited the four museums in 2022 … | Visitors | 412,300 |"
    """
    amounts = _amounts(one) & _amounts(other)
    return (
        bool(amounts)
        and (one.extent == other.extent or finer(one, other))
        and (len(one.all & other.all) >= _PHRASE or any(len(_digits(amount)) > _EXACT for amount in amounts))
        and not forbidden(one, other)
    )


def _amounts(telling: Telling) -> frozenset[str]:
    """The numbers of a headline that are not round: 31,400 and 566, but not 500."""
    return frozenset([stem for stem in telling.title if stem[0].isdigit() and len(_digits(stem)) >= _EXACT])


def _digits(number: str) -> str:
    return number.replace(",", "").rstrip("0")


def _listed(one: Telling, other: Telling) -> bool:
    """Whether one says no more than the other does, as a list, a table or a caption does of what is told elsewhere.

    "Rovers won the County Cup in 1896 … Honours: County Cup 1896"; a single word only of the same few days.
    """
    if not (one.title <= other.title or other.title <= one.title):
        return False
    shorter = min(one, other, key=lambda telling: len(telling.title))
    if only_names(one, other) and not shorter.bare:
        return False
    if one.extent == other.extent:
        return len(shorter.title) >= _PHRASE
    return max(one.width, other.width) <= _MONTH and finer(one, other)


def finer(one: Telling, other: Telling) -> bool:
    """Whether one date is the other, said more precisely."""
    fine, coarse = sorted((one, other), key=lambda telling: telling.width)
    return fine.width < coarse.width and coarse.start <= fine.start and fine.end <= coarse.end


def by_width(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    """The coarser first."""
    return (one, other) if one.width > other.width else (other, one)
