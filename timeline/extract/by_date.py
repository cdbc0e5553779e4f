"""By date: what one date of a sentence tells: of the clause it stands in, of what it is a part of the name of, of a life."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.extract import denied, standing
from timeline.extract.background import Named, named
from timeline.extract.by_clause import Telling, of_clause
from timeline.extract.by_phrase import of_line
from timeline.extract.called import is_paper
from timeline.extract.dating import is_hour, is_open_ended, time_of, whole_time
from timeline.extract.happenings import happens
from timeline.extract.kinds import lies_ahead
from timeline.extract.lives import bracket, life
from timeline.extract.scene import Scene
from timeline.extract.set_days import set_day
from timeline.extract.subjects import owner
from timeline.extract.tense import Tense
from timeline.extract.ties import Tie, describes
from timeline.extract.wording import phrase
from timeline.extract.words import Tag, Token
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import Date, Interval


def tellings(scene: Scene, at: int, dated: Dated) -> Iterator[Telling]:
    """What the date at a token tells."""
    if bracket(scene, at) is not None:
        lives = life(scene, at, dated)
        yield from ((title, Kind.EVENT, when, 0.9) for title, when in lives)
        return
    if not scene.sentence.clauses:
        line = list(of_line(scene, at, dated))
        if line:
            yield from line
            return
    if denied.is_denied(scene, at) or _is_of_another_day(scene, at, dated):
        return
    opened = standing.opens_clause(scene, at)
    passing = named(scene.sentence, at, scene.words)
    if passing is not None and passing.tie is Tie.OTHER and opened is None:
        return
    if passing is not None and passing.tie in {Tie.PASSING, Tie.WITHIN, Tie.ITSELF}:
        told = _in_passing(scene, at, passing, dated)
        figures: list[Telling] = []
        if passing.tie is Tie.PASSING and scene.sentence.clauses:
            # "last year's imports" and "the cost of the 2004 floods" date their figures
            dates = scene.sentence.tokens[at].owns or describes(scene.sentence, passing.start, scene.words)
            clause = max(scene.sentence.owner[at], 0)
            figures = (
                [t for t in of_clause(scene, clause, at, dated) if t[1] is Kind.STATISTIC] if dates else []
            )
        if not figures or not told[0].endswith(scene.sentence.tokens[at].text):
            yield told
        yield from figures
        if passing.tie is not Tie.WITHIN and (told[0] or told[1] is not Kind.PLAN):
            return
    if not scene.sentence.clauses:
        return
    if standing.is_context(scene, at):
        return
    if opened is None and (day := set_day(scene, at, dated)) is not None:
        yield day
        return
    own = standing.dated_clause(scene, max(scene.sentence.owner[at], 0), dated)
    if (passing is None or passing.tie is not Tie.OTHER) and not standing.is_apart(scene, own, at):
        yield from of_clause(scene, own, at, dated)
    if opened is not None and opened != own and not _has_own_date(scene, opened):
        # "under pressure since May, when a crane fell": the crane fell in May
        for title, what, when, sure in of_clause(scene, opened, at, _last(dated)):
            yield _UNIT.sub("", title), what, when, sure  # "the year | in which she became a citizen"


def _has_own_date(scene: Scene, index: int) -> bool:
    """Whether a date stands in a clause itself: "in 1961, when the mill burned" has none, "… reopened in 1998" has."""
    sentence = scene.sentence
    return any(
        sentence.owner[at] == index and scene.dated(at) is not None for at in range(len(sentence.tokens))
    )


_UNIT = re.compile(
    r" (?:in|on|at) the (?:day|night|morning|evening|afternoon|week|month|year|summer|winter)\b"
)


def _is_of_another_day(scene: Scene, at: int, dated: Dated) -> bool:
    """Whether an hour at which something was cannot be of the day named last, which is still to come.

    "Next meeting: 9 May, same place. The meeting closed at 9.10 pm."
    """
    clause = scene.sentence.clauses[max(scene.sentence.owner[at], 0)] if scene.sentence.clauses else None
    was = clause is not None and clause.verb.tense is Tense.PAST
    return was and is_hour(dated.expression) and lies_ahead(dated.when, scene.written)


def _last(dated: Dated) -> Dated:
    """The end of a range, at which a "when" goes on: "from 1933 until 1947, when she was dismissed"."""
    if dated.range is None or is_open_ended(dated):
        return replace(dated, range=None)
    whole = dated.range.when
    return (
        replace(dated, range=None, when=whole.end)
        if isinstance(whole, Interval) and isinstance(whole.end, Date)
        else dated
    )


def _in_passing(scene: Scene, at: int, passing: Named, dated: Dated) -> Telling:
    sentence = scene.sentence
    whose = ""
    if sentence.tokens[passing.start].tag is Tag.POSSESSIVE:
        whose = owner(scene, max(sentence.owner[at], 0) if sentence.clauses else None, passing.start)
    title = phrase(sentence.tokens, passing.start, passing.end, scene.words, whose)
    if " " not in title and sentence.tokens[passing.start].tag is Tag.POSSESSIVE:
        title = (
            f"{sentence.tokens[passing.start].text} {title.lower()}".capitalize()
        )  # whose it is stays open
    # an attributive date dates the thing named, whatever "since" before it says of the clause
    attributive = passing.start < at and passing.end > at + 1
    whole = dated.when if is_open_ended(dated) else whole_time(dated)
    when = whole if attributive else time_of(scene, at, dated)
    new = passing.tie in {Tie.WITHIN, Tie.ITSELF} or _ends_it(sentence.tokens, passing.start, at)
    what = Kind.EVENT if new else Kind.BACKGROUND
    if lies_ahead(when, scene.written):
        what = Kind.PLAN  # "invites the public to the auction on 3 May"
    tokens = sentence.tokens
    beside = attributive or (passing.end in {at - 1, at + 1} and tokens[at - 1].low in {"of", "in", "on"})
    absolute = tokens[at].text[0].isdigit() or tokens[at].text[-1].isdigit()
    if (
        passing.tie is Tie.PASSING
        and beside
        and absolute
        and title
        and " " not in title
        and (happens(title.lower(), scene.words) or is_paper(title.lower(), scene.words))
    ):
        title = f"{title} of {tokens[at].text}"  # "war" alone names nothing, "the fire of 1891" a fire
    if what is Kind.PLAN and title and " " not in title and (teller := _announcer(scene, at)):
        title = f"{title} announced by {teller}"
    named_well = len(title.split()) > 1
    return (title if named_well else ""), what, when, 0.6


def _announcer(scene: Scene, at: int) -> str:
    """Who announces what is planned for the date at a token; "" where nobody does."""
    sentence, words = scene.sentence, scene.words
    if not sentence.clauses:
        return ""
    clause = sentence.clauses[sentence.owner[at]]
    announced = (
        sentence.tokens[clause.verb.head].low in {"announced", "announces"} and not clause.verb.passive
    )
    if clause.subject is None or not announced:
        return ""
    who = phrase(sentence.tokens, *clause.subject, words)
    first = next(
        (t for t in sentence.tokens[slice(*clause.subject)] if t.low == who.split(" ")[0].lower()), None
    )
    return who if first is None or first.tag is Tag.NAME else who[:1].lower() + who[1:]


def _ends_it(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether what is named is somebody's own, and ends what is told: "taught there until her retirement in 1934".

    That is news, where "after her retirement in 1934" only says which time is meant.
    """
    own = tokens[start].tag is Tag.POSSESSIVE or any(token.owns for token in tokens[start:at])
    return start > 0 and own and tokens[start - 1].low in {"until", "till"}
