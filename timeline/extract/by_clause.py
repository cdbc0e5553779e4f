"""By clause: what a clause tells by a date, with the title and the kind it has."""

import re
from collections.abc import Iterator

from timeline.extract import headline, standing
from timeline.extract.alleged import alleged_title, it_was_claimed
from timeline.extract.claims import alleged, is_gainsaid, orderer, to_tell
from timeline.extract.clauses import Clause, Role
from timeline.extract.dating import is_deadline, is_open_ended, not_before, time_of, whole_time
from timeline.extract.findings import finding
from timeline.extract.kinds import kind
from timeline.extract.naming import according_to, after_a_lack, clause_title, quoting_title
from timeline.extract.ordered import ordered_title
from timeline.extract.plans import has_until, is_scheduled
from timeline.extract.scene import Scene
from timeline.extract.tense import Tense
from timeline.extract.timeless import is_hollow, is_timeless
from timeline.extract.wording import LONGEST
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import When, extent

Telling = tuple[str, Kind, When, float]  # a title, its kind and date, and how sure it is


def of_clause(scene: Scene, index: int, at: int | None, dated: Dated) -> Iterator[Telling]:
    """What a clause tells by a date that stands at a token, or elsewhere (`at` is None)."""
    sentence, words = scene.sentence, scene.words
    cleft = standing.cleft(scene, index, at)
    own = index if cleft is None else cleft
    noun = alleged(scene, own)
    index = own if cleft is not None or noun is not None else to_tell(scene, orderer(scene, own))
    if at is not None and (standing.is_taken_up(scene, index, at) or standing.is_aside(scene, index, at)):
        return
    lasting = is_open_ended(dated) or (
        at is not None and at > 0 and scene.sentence.tokens[at - 1].low == "since"
    )
    if at is not None and lasting and standing.is_inserted(scene, index, at):
        return
    if is_gainsaid(scene, own):
        return
    when = time_of(scene, at, dated)
    where = sentence.clauses[index].verb.end if at is None else at
    what = kind(sentence, index, where, words, when=when, written=scene.written)
    claimed = it_was_claimed(scene, own, index) if own != index else ""
    lasting_state = is_timeless(scene, own if claimed else index, at, when, dated)
    if what is None or (what is not Kind.STATISTIC and lasting_state):
        return
    if noun is not None:
        yield alleged_title(scene, noun, own), what, when, 0.5
        return
    if what is Kind.EVENT and own != index:
        planned = kind(sentence, own, where, words, when=when, written=scene.written) is Kind.PLAN
        what = Kind.PLAN if planned else what  # when it is said to have been, not when somebody said so
    if what is Kind.EVENT and (
        _is_version(scene, index, at) or (_is_fine(when) and is_scheduled(sentence, own))
    ):
        what = Kind.BACKGROUND if _is_version(scene, index, at) else Kind.PLAN
    if what is Kind.PLAN and at is not None and is_deadline(scene, at):
        when = whole_time(dated)  # no word says that it will wait for the last day
    quoted = quoting_title(scene, index)
    if quoted:
        yield quoted, what, when, 0.6
        return
    if found := finding(scene, index):
        yield found, what, when, 0.7
        return
    if at is not None and (ordered := ordered_title(scene, index, at)):
        yield ordered, what, when, 0.6
        return
    if claimed:
        yield claimed, what, when, 0.5
        return
    if standing.attributes(scene, index):
        said = headline.attributed(sentence, index, words)
        if said:
            yield said, what, when, 0.6
        return
    title, sure = clause_title(scene, index, at)
    passed_on = sentence.clauses[index].role is Role.ADVERBIAL and title.endswith(" reported")
    if is_hollow(scene, index, title) or passed_on:  # "…, as the daily Mirror reported on Tuesday"
        return
    if title.count(" ") == 1:
        title = _with_what_is_told(scene, index, title)
    if what is Kind.EVENT and title and (teller := according_to(scene)):
        title = f"{title}, according to {teller}"
    if at is not None:
        title = _bounded(scene, index, at, dated, title)
    yield title, what, when, _confidence(sentence.clauses[index], title, dated, sure=sure)


def _bounded(scene: Scene, index: int, at: int, dated: Dated, title: str) -> str:
    """A title with what makes a bound of its date, where it would say the opposite without: "will not open before then"."""
    if title and standing.ends_a_lack(scene, index, at):
        title = after_a_lack(scene, index, title)
    if title and not_before(scene, at, dated) is not None:
        title = f"{title} before then"
    if has_until(scene.sentence, index, at):
        title = re.sub(r"\b(ha[sd]|have) to\b", r"\1 until then to", title)
    return title


def _with_what_is_told(scene: Scene, index: int, title: str) -> str:
    """A title of two words, unless they say nothing without what was told: "Mirov admitted" is none.

    "Fees rise, as the council decided in May" is "Council decided fees rise".
    """
    words = scene.words
    telling = words.reporting | words.bare_telling | words.claiming
    head = scene.sentence.tokens[scene.sentence.clauses[index].verb.head].low
    if head not in telling or _is_done(scene, index):
        return title
    return headline.attributed(scene.sentence, index, words) if _refers_to_what_is(scene, index) else ""


def _refers_to_what_is(scene: Scene, index: int) -> bool:
    """Whether an "as" clause tells who decided what the main clause says is so, or will be."""
    clauses = scene.sentence.clauses
    clause = clauses[index]
    if clause.role is not Role.ADVERBIAL or scene.sentence.tokens[clause.opener].low != "as" or not index:
        return False
    now = clauses[index - 1].verb.tense in {Tense.PRESENT, Tense.FUTURE}
    return now and clauses[index - 1].role is Role.MAIN and clause.verb.tense is Tense.PAST


def _is_done(scene: Scene, index: int) -> bool:
    """Whether a clause says that something was found or told of: "the leak | found in May", which is enough."""
    verb = scene.sentence.clauses[index].verb
    return verb.passive and scene.sentence.tokens[verb.head].low in {"found", "discovered", "noticed", "seen"}


def _is_version(scene: Scene, index: int, at: int | None) -> bool:
    """Whether a clause only says which form of a thing is meant: "the Act, as amended in 2003"."""
    clause, tokens = scene.sentence.clauses[index], scene.sentence.tokens
    first, end = clause.verb.first, clause.verb.end
    beside = at is not None and end <= at <= end + 1
    return beside and clause.role is Role.REDUCED and first > 0 and tokens[first - 1].low == "as"


def _is_fine(when: When) -> bool:
    """Whether a date is a day, a week or a month."""
    days = extent(when)
    return days.start is not None and days.end is not None and days.end - days.start <= _MONTH


_MONTH = 31  # days


def _confidence(clause: Clause, title: str, dated: Dated, *, sure: bool) -> float:
    value = 0.9
    if clause.role not in {Role.MAIN, Role.JOINED}:
        value -= 0.1
    if not sure:
        value -= 0.2
    if dated.assumed:
        value -= 0.1
    size = len(title.split())
    if size < 3 or size > LONGEST:
        value -= 0.2
    return round(max(value, 0.1), 2)
