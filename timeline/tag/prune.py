"""Near-misses: what looks like a date and is none, told by the words beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from timeline.languages import Language
from timeline.languages.grammar import Match


def kept(match: Match, tokens: Sequence[str], first: int, language: Language) -> bool:
    """Whether none of the rule's `unless` holds."""
    return not any(
        _CONDITIONS[name](tokens, first + match.start, first + match.end, language)
        for name in match.rule.unless
    )


def _not_year(tokens: Sequence[str], start: int, end: int, language: Language) -> bool:
    """A bare number that counts or names something: a page, a price, a company."""
    if end - start > 1:
        return False
    before = tokens[start - 1] if start else ""
    if before and before in "$£€¥#№§+*/\\_@=.,:~’'-" and before not in "-–—/’'":
        if before not in ",.:" or (start > 1 and tokens[start - 2].isdigit()):
            return True
    if before == "-" and start > 1 and tokens[start - 2].isalnum() and not tokens[start - 2].isdigit():
        return tokens[start - 2].lower() not in ("mid", "post", "pre", "early", "late")
    word = tokens[start - 2] if start > 1 and before.isspace() else ""
    if word and word[0].isupper() and word.isalpha():
        return (
            start > 3
            and language.lexicon.classes.get(word) is None
            and not _sentence_start(tokens, start - 2)
        )
    after = tokens[end + 1] if end + 1 < len(tokens) and tokens[end].isspace() else ""
    return (
        bool(after)
        and after.isalpha()
        and after.islower()
        and after.endswith("s")
        and after not in _AFTER_YEAR
    )


_AFTER_YEAR: Final = frozenset("was is as has elections talks".split())


def _sentence_start(tokens: Sequence[str], at: int) -> bool:
    return (
        at < 2
        or tokens[at - 2 : at - 1]
        in (
            [
                ".",
            ],
            ["!"],
            ["?"],
        )
        or "\n" in tokens[at - 1]
    )


def _not_month(tokens: Sequence[str], start: int, end: int, language: Language) -> bool:
    """May, March and August as names and verbs at the head of a sentence."""
    if end - start > 1:
        return False
    token = tokens[start]
    if token not in ("May", "March", "Mar", "August", "Sep", "MAY", "MARCH"):
        return False
    before = tokens[start - 2].lower() if start > 1 else ""
    return before not in (
        "in",
        "since",
        "until",
        "by",
        "of",
        "last",
        "next",
        "this",
        "early",
        "late",
        "from",
        "to",
        "and",
        "till",
        "for",
        "during",
        "through",
        "between",
        "before",
        "after",
    )


_CONDITIONS: Final[Mapping[str, Callable[[Sequence[str], int, int, Language], bool]]] = {
    "not-year": _not_year,
    "not-month": _not_month,
    "not-spelled-year": lambda tokens, start, end, language: False,
}
