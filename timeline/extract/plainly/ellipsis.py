"""Ellipsis: whether a participle without an auxiliary of its own shares that of the clause before it."""

from collections.abc import Sequence

from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords

_DEED = 2  # words of a deed that is told by itself


def participle(tokens: Sequence[Token], span: Sequence[int], words: TellingWords) -> int | None:
    """The first participle among some tokens."""
    return next((i for i in span if is_participle(tokens, i, words)), None)


def goes_on(tokens: Sequence[Token], span: Sequence[int], before: Sequence[int], words: TellingWords) -> bool:
    """Whether a second deed behind "and" shares auxiliary and date: "fut blessée en 1915 et | décorée de la croix"."""
    said = [i for i in span if is_word(tokens[i])]
    done, end = participle(tokens, before, words), tokens[before[-1]]
    reached = end.tag is not Tag.TIME or end.text.isdigit()  # "le 3 mai et déporté" was not that day
    dated = any(tokens[i].tag is Tag.TIME for i in before)
    if len(said) < _DEED or done is None or not dated or not reached or tokens[span[0] - 1].low in words.but:
        return False
    if any(finite_at(tokens, i, words) for i in said[:-1]):
        return False
    if words.verb_second:
        last = next(i for i in reversed(before) if is_word(tokens[i]))
        ends = is_participle(tokens, said[-1], words)
        ends = ends or (len(said) > _DEED and finite_at(tokens, said[-1], words))
        return ends and is_participle(tokens, last, words)
    aided = any(finite_at(tokens, i, words) for i in before if i != done)
    return aided and participle(tokens, span, words) == said[0]


def hangs(tokens: Sequence[Token], span: Sequence[int], before: Sequence[int], words: TellingWords) -> bool:
    """Whether a participle without an object cannot share the "has" before it: "a annoncé la réouverture du pont, fermé depuis"."""
    at, done = participle(tokens, span, words), participle(tokens, before[::-1], words)
    if words.verb_second or words.clitics or at is None or done is None or at != span[0]:
        return False
    groups = words.copulas, words.being
    passive = any(tokens[i].low in group for i in before if i < done for group in groups)
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    taken = after in words.determiners and after not in words.before_date
    return not passive and not taken


def describes(tokens: Sequence[Token], span: Sequence[int], words: TellingWords) -> bool:
    """Whether a participle right behind a name says who that is: "a confié le maire, Luc Tessier, élu en mars"."""
    comma = span[0] - 1
    named = comma > 1 and tokens[comma - 1].tag is tokens[comma - 2].tag is Tag.NAME
    return named and not words.verb_second and participle(tokens, span, words) == span[0]
