"""Called by date: what has a date of its own besides its clause's: a paper, what is announced, a happening behind another date."""

from timeline.extract.clauses import Parsed
from timeline.extract.phrases import nominal_start
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords

_PAPERS = frozenset(
    {"constitution", "convention", "report", "article", "protocol", "manifesto", "judgment", "edition"}
)


def is_paper(low: str, words: EventWords) -> bool:
    """Whether a noun is of something written, which is called by its date: "the Constitution of 1994"."""
    return low in words.documents or low in _PAPERS


def paper_in(tokens: tuple[Token, ...], first: int, words: EventWords) -> int | None:
    """Where a phrase begins of what was written in a paper that is named at `first`: "the report in the *Islander*"."""
    if first < 2 or tokens[first - 1].low != "in" or not is_paper(tokens[first - 2].low, words):
        return None
    return nominal_start(tokens, first - 1)


def is_announced(sentence: Parsed, start: int, at: int, words: EventWords) -> bool:
    """Whether what a phrase names is announced for its date, whatever it is: "announced on Monday | a regatta on 3 May"."""
    tokens = sentence.tokens
    if not sentence.clauses or tokens[start].low not in {"a", "an", "another", "two", "three"}:
        return False
    verb = sentence.clauses[sentence.owner[at]].verb
    announced = tokens[verb.head].low in words.set_for | {"announces", "proposed", "demanded", "planned"}
    return announced and not verb.passive and start >= verb.end


def dated_before(sentence: Parsed, start: int, begin: int, at: int, words: EventWords) -> bool:
    """Whether the clause has a time of its own before a happening that it names: "apologised on Friday for the closure in 1961".

    A year that the other date only makes finer is none ("in 1990 … at the fair in May").
    """
    tokens, owner = sentence.tokens, sentence.owner[at]
    if not sentence.clauses or start < sentence.clauses[owner].verb.end:
        return False
    links = {"in", "on", "of", "at"} | ({"for"} if is_announced(sentence, start, at, words) else set())
    if begin == at or tokens[begin].low not in links:
        return False  # "voted on Monday to end the match from 8 August"
    if tokens[start - 1].tag in {Tag.ING, Tag.BASE}:
        return False  # "accused on Monday of cancelling | the tour in May": when it was cancelled
    year = _year(tokens[at])
    times = [
        i
        for i in range(start)
        if tokens[i].tag is Tag.TIME and sentence.owner[i] == owner and not tokens[i].owns
    ]
    own = [tokens[i] for i in times]
    since = max([sentence.clauses[owner].verb.end, *times])
    if any(t.tag in {Tag.COORDINATOR, Tag.COMMA, Tag.OPEN} for t in tokens[since:at]):
        return False
    return bool(own) and all(_year(t) != year if year else not t.text.isdigit() for t in own)


def _year(token: Token) -> str:
    """The year that a date says, "" where it says none."""
    last = token.text.rpartition(" ")[2].strip(",")
    return last if last.isdigit() and len(last) == len("1990") else ""
