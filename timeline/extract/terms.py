"""Terms: dates that say with the noun behind them only when something was: "in the 2019 season", "during the February half-term"."""

from timeline.extract.clauses import Parsed
from timeline.extract.words import Tag


def is_time_of(sentence: Parsed, at: int) -> bool:
    """Whether date and noun only say when: "in the 2019 | season", "during the February | half-term"; or in which list of honours.

    So too an election, for who was elected in it.
    """
    tokens = sentence.tokens
    if at < 2 or tokens[at - 1].tag is not Tag.DETERMINER or tokens[at - 2].low not in _DURING:
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].tag in {Tag.NAME, Tag.NOUN, Tag.TIME}:
        end += 1
    head, follows = tokens[end - 1].low, tokens[end].low if end < len(tokens) else ""
    verb = sentence.clauses[max(sentence.owner[at], 0)].verb if sentence.clauses else None
    if verb is None or follows == "of" or at < verb.end:
        return head in _TERMS and verb is not None and follows != "of"
    done = tokens[verb.head].low
    chosen = head in {"election", "elections"} and done in _CHOSEN
    honoured = head in {"honours", "honors"}
    return head in _TERMS or honoured or chosen


_DURING = frozenset({"in", "during", "over", "throughout", "at"})
_TERMS = frozenset(
    [
        "season",
        "half-term",
        "holiday",
        "holidays",
        "break",
        "recess",
        "term",
        "vacation",
        "shutdown",
        "semester",
    ]
)
_CHOSEN = frozenset(["elected", "re-elected", "reelected", "defeated", "unseated"])
