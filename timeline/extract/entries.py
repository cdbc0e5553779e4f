"""Entries: what the sentences of a diary or a log tell under their day, with a verb or without, and without who did it.

"Marched four miles to a camp.", "Church parade.", "Two dead on the pier.": who writes it is meant, or nobody need be.
"""

from collections.abc import Iterator, Sequence

from timeline.extract.by_clause import of_clause
from timeline.extract.by_phrase import of_phrase
from timeline.extract.carried import happens_newly
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.dating import is_hour, whole_time
from timeline.extract.fragments import fragment, is_felt
from timeline.extract.happenings import tells_alone
from timeline.extract.names import participants
from timeline.extract.scene import Scene
from timeline.extract.telling import Told
from timeline.extract.tense import ED, Tense
from timeline.extract.time_phrase import is_attributive
from timeline.extract.words import Tag, open_class
from timeline.languages.events import EventWords
from timeline.model.event import Kind
from timeline.model.expression import Dated, TimexType, Undated
from timeline.times.when import When, extent

_DONE = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE})
_AUXILIARY = frozenset({Tag.BE, Tag.DO, Tag.HAVE, Tag.MODAL})
_BEFORE = frozenset({Tag.TIME, Tag.COMMA, Tag.QUOTE, Tag.STOP, Tag.OPEN, Tag.CLOSE})
_FEWEST = 3  # words of a line without a verb that tells
_FEWEST_TOLD = 2  # … where the entries around it tell what happened
_LONGEST = 10
_PHRASE = 3  # words after which what is added to a deed may be left away


def told_on(scene: Scene, dated: Dated, label: Dated, *, tells: bool) -> Iterator[Told]:
    """What a further sentence of an entry tells on a day; `tells` says that the entries around it tell what happened.

    `label` is the day of the entry: what is of a later one is only planned.
    """
    names = participants(scene.text, scene.sentence.tokens, scene.words)
    done = _deed(scene) if tells else None
    finite = any(clause.verb.finite for clause in scene.sentence.clauses)
    said = done if done is not None or finite else fragment(scene)
    if said is not None and dated is not label and not _says(scene, said, dated):
        dated = label
    when = dated.when if _is_deadline(scene, dated) else whole_time(dated)
    found = list(of_phrase(scene, *said, when)) if said is not None else []
    fewest = _FEWEST_TOLD if tells else _FEWEST
    for title, what in found:
        if fewest <= len(title.split()) <= _LONGEST or tells_alone(title, scene.words):
            ahead = tells and what is Kind.EVENT and _lies_after(when, label)
            kind = Kind.PLAN if ahead else what
            yield Told(_quoted(title, scene), kind, when, dated, names, 0.5)
    if dated is not label or done is not None:
        return
    for index, clause in enumerate(scene.sentence.clauses):
        if clause.role is Role.MAIN and happens_newly(scene, index):
            for title, what, _, _ in of_clause(scene, index, None, dated):
                if len(title.split()) > 1 and what is Kind.EVENT:
                    yield Told(title, what, when, dated, names, 0.5)


def tells(sentence: Parsed, words: EventWords) -> bool:
    """Whether a sentence says what somebody did or what was done, or opens with a verb of which that is left out."""
    first = sentence.tokens[0] if sentence.tokens else None
    if first is not None and open_class(first.low, words) in {Tag.PAST, Tag.PAST_OR_PARTICIPLE}:
        return True
    clauses = (clause for clause in sentence.clauses if clause.role is Role.MAIN)
    return any(clause.verb.tense is Tense.PAST and clause.subject is not None for clause in clauses)


def opens_with_deed(scene: Scene) -> bool:
    """Whether the verb of what was done opens a sentence, and who did it is left out."""
    return _deed(scene) is not None


def own_day(timexes: Sequence[Dated | Undated], label: Dated) -> Dated | None:
    """The day that a sentence of an entry is of: the entry's, if it says but hours of it, or the one other that it says."""
    dates = [t for t in timexes if isinstance(t, Dated)]
    others = _others(dates, label)
    if not others:
        clocks = all(t.expression.type is TimexType.TIME for t in timexes)
        return label if clocks else None
    return others[0] if len(others) == 1 else None


def strays(timexes: Sequence[Dated | Undated], label: Dated) -> bool:
    """Whether a sentence of an entry says another date than the entry's."""
    dates = [t for t in timexes if isinstance(t, Dated) and t.expression.type is not TimexType.TIME]
    return any(extent(t.when) != extent(label.when) for t in dates) or bool(_others(timexes, label))


def _others(timexes: Sequence[Dated | Undated], label: Dated) -> list[Dated]:
    dates = [t for t in timexes if isinstance(t, Dated) and not is_hour(t.expression)]
    return [t for t in dates if not _is_in(t.when, label.when)]


def _is_in(when: When, day: When) -> bool:
    """Whether a time is no other than a day, or an hour of it."""
    mine, whole = extent(when), extent(day)
    if mine.start is None or mine.end is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= mine.start and mine.end <= whole.end


def _says(scene: Scene, said: tuple[int, int], dated: Dated) -> bool:
    """Whether what is said is of a date in it: not "Bath, the first since May", nor "To inspect last night's damage"."""
    tokens = scene.sentence.tokens
    return any(scene.dated(at) is dated and not is_attributive(tokens, at) for at in range(*said))


def _is_deadline(scene: Scene, dated: Dated) -> bool:
    """Whether it was so by a date: "Light in the church by Christmas"."""
    tokens = scene.sentence.tokens
    return any(scene.dated(at) is dated and tokens[at - 1].low == "by" for at in range(1, len(tokens)))


def _lies_after(when: When, label: Dated) -> bool:
    start, end = extent(when).start, extent(label.when).end
    return start is not None and end is not None and start >= end


def _quoted(title: str, scene: Scene) -> str:
    """A title in the writer's own person is a quotation."""
    own = any(word.lower().strip("’',") in scene.words.first_person for word in title.split())
    return f"“{title}”" if own else title


def _deed(scene: Scene) -> tuple[int, int] | None:
    """Where the words stand that say what was done, where the verb opens the sentence and who did it is left out."""
    tokens = scene.sentence.tokens
    start = 0
    while start < len(tokens) and (tokens[start].tag in _BEFORE or _leads_to_time(scene, start)):
        start += 1
    if start + 1 >= len(tokens):
        return None
    if tokens[start].tag is Tag.BE and tokens[start + 1].tag in ED:
        start += 1  # "Was moved to nights"
    elif tokens[start].tag in _AUXILIARY or open_class(tokens[start].low, scene.words) not in _DONE:
        return None
    if is_felt(tokens[start].low) or _has_subject(scene, start) or start + 1 >= len(tokens):
        return None
    end = next((i for i in range(start + 1, len(tokens)) if _closes(scene, start, i)), len(tokens))
    return start, end


def _leads_to_time(scene: Scene, at: int) -> bool:
    tokens = scene.sentence.tokens
    return at + 1 < len(tokens) and tokens[at].tag is Tag.PREPOSITION and tokens[at + 1].tag is Tag.TIME


def _has_subject(scene: Scene, start: int) -> bool:
    """Whether a clause has what opens the sentence for its subject: "Left luggage was sold"."""
    return any(_is_of(clause, scene, start) for clause in scene.sentence.clauses)


def _is_of(clause: Clause, scene: Scene, start: int) -> bool:
    subject = clause.subject
    goes_on = scene.sentence.tokens[clause.verb.first - 1].tag in {Tag.COORDINATOR, Tag.COMMA}
    opens = subject is not None and subject[0] <= start < subject[1]
    return (
        opens and clause.role in {Role.MAIN, Role.JOINED} and not goes_on
    )  # "Swept floors and | broke a pane"


def _closes(scene: Scene, start: int, at: int) -> bool:
    """Whether what was done ends before a token: at a semicolon, or where another clause opens."""
    tokens = scene.sentence.tokens
    if tokens[at].tag in {Tag.STOP, Tag.END}:
        return True
    opened = any(c.verb.finite and c.opener == at and c.subject is not None for c in scene.sentence.clauses)
    return at - start >= _PHRASE and (
        opened or tokens[at].tag in {Tag.COMMA, Tag.RELATIVE, Tag.THAT, Tag.SUBORDINATOR}
    )
