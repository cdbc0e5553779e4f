"""Second: a verb that no list has, known by its place, where the verb of a main clause comes second.

"Seit 2003 beherbergt die Halle …"; "…, sie rechne nicht …"; "Eine Tafel erinnert an …". Nouns have capitals there, so that
of the words with none only a verb has its endings between a subject, or a date, and what it takes.
"""

from collections.abc import Sequence

from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords

_OPENS = frozenset({Tag.COMMA, Tag.STOP, Tag.QUOTE})
_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.QUOTE, Tag.OPEN, Tag.CLOSE, Tag.END})
_PERSONS = {
    "er": ("t", "e"),
    "sie": ("t", "en", "e"),
    "es": ("t", "e"),
    "man": ("t", "e"),
    "wir": ("en",),
    "ich": ("e",),
}
_SHORTEST = 4  # letters


def comes_second(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a word stands where only the verb of a main clause may."""
    token = tokens[at]
    if token.tag is not Tag.NOUN or len(token.low) < _SHORTEST or not token.low.endswith(("t", "e", "en")):
        return False
    if _is_small(token.low, words) or token.low in words.participles or token.low in words.infinitive_marks:
        return False
    if not at:  # its date is gone
        return token.low.endswith("t") and _takes(tokens, at, words) and not _has_listed(tokens, at, words)
    before = tokens[at - 1]
    opens = at == 1 or tokens[at - 2].tag in _OPENS or tokens[at - 2].low in words.coordinators
    if opens and before.low in _PERSONS:
        return token.low.endswith(_PERSONS[before.low])
    if not token.low.endswith("t") or token.low.startswith("ge"):
        return False  # "Brücke gesperrt nach Unfall"
    if not _takes(tokens, at, words) or _has_listed(tokens, at, words):
        return False
    if before.tag is Tag.TIME:
        return _only_when(tokens, at, words)
    return before.tag is Tag.NAME and _is_subject(tokens, at, words)


def _is_small(low: str, words: TellingWords) -> bool:
    """Whether a word has a use of its own that is no verb's."""
    groups = (
        words.adverbs, words.openers, words.determiners, words.possessives, words.prepositions, words.pronouns,
        words.reflexives, words.coordinators, words.subordinators, words.complementizers, words.relatives,
        words.conditional, words.before_date, words.after_date, words.negations, words.elsewhen, words.separable,
        words.uninflected,
    )  # fmt: skip
    return any(low in group for group in groups)


def _takes(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether what follows may be a verb's: a subject, an object, or where and when."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    groups = words.determiners, words.possessives, words.prepositions, words.reflexives, words.pronouns
    return after.tag is Tag.TIME or any(after.low in group for group in groups)


def _has_listed(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a verb of the lists stands between the same marks."""
    first, last = at, at
    while first and tokens[first - 1].tag not in _MARKS:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].tag not in _MARKS:
        last += 1
    return any(t.tag is Tag.NOUN and t.low in words.finite for t in tokens[first : last + 1])


def _only_when(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether all before it in its clause says when: "Seit 2003 | beherbergt"."""
    first = at - 1
    while first and tokens[first - 1].tag not in _OPENS:
        first -= 1
    return all(t.tag is Tag.TIME or t.low in words.before_date for t in tokens[first:at])


def _is_subject(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether the clause opens with a noun phrase that ends right before it: "Eine Tafel | erinnert"."""
    first = at - 1
    while first and tokens[first - 1].tag not in _OPENS:
        first -= 1
    lead = tokens[first:at]
    if lead[0].low in words.oblique or lead[0].low in words.prepositions:
        return False
    if first and tokens[first - 1].tag is Tag.COMMA and lead[0].low in words.relatives:
        return False  # "…, die Anna verkauft an …"
    bound = words.determiners, words.possessives, words.articles
    return all(
        t.tag in {Tag.NAME, Tag.NUMBER}
        or any(t.low in group for group in bound)
        or t.low.endswith(_ADJECTIVES)
        for t in lead
    )


_ADJECTIVES = ("e", "en", "er", "es")
