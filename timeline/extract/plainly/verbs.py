"""Verbs, by list and ending: which word of a sentence is a finite verb, which a participle."""

from collections.abc import Sequence

from timeline.extract.plainly.second import comes_second
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords


def finite_at(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether the token at `at` is a finite verb.

    A word is one by its list, by what stands before it ("u hap"), or at the end of a clause by what is left of it without
    a particle ("abbrannte"). A word with a capital is none unless it opens the sentence; one known by its ending alone is none after an
    article or a preposition ("la renuncia"), nor, where nouns have capitals, between an article and a noun ("die geplante Brücke").
    """
    token = tokens[at]
    if token.tag not in {Tag.NOUN, Tag.NAME} or (
        words.verb_second and _before(tokens, at) in words.infinitive_marks
    ):
        return False
    if token.low not in words.finite:
        by_place = token.tag is Tag.NOUN and (
            _follows_pronoun(tokens, at, words)
            or _precedes_pronoun(tokens, at, words)
            or _acts(tokens, at, words)
            or _is_reflexive_past(tokens, at, words)
            or token.text.lower() in words.marked
        )
        at_end = words.verb_second and _ends(tokens, at) and particle(token.low, words) > 0
        return by_place or at_end or (words.verb_second and comes_second(tokens, at, words))
    if token.tag is Tag.NAME and not (at == _first(tokens) and token.text[1:].islower()):
        return False
    if token.low in words.finite.words:
        return not _is_noun(tokens, at, words)
    if token.tag is Tag.NAME and tokens[at + 1 : at + 2] and tokens[at + 1].tag is Tag.COMMA:
        return False  # "Gerüchte, wonach …"
    before = _before(tokens, at)
    governed = before in words.determiners or before in words.possessives or before in words.prepositions
    if governed and words.verb_second and _is_pointed_at(tokens, at, words):
        return True
    return not (governed and before not in words.reflexives) and not (
        words.verb_second and _describes(tokens, at, words)
    )


def _is_pointed_at(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether the article before a verb stands for a noun: "Das | teilte die Stadt mit", "Dieser | meldete im Mai …"."""
    opens = at == 1 or tokens[at - 2].tag in {Tag.STOP, Tag.QUOTE}
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    low = tokens[at - 1].low
    if not opens or after is None or (low not in words.definites and low not in _POINTING):
        return False
    groups = words.determiners, words.possessives, words.prepositions, words.reflexives, words.pronouns
    return after.tag is Tag.TIME or any(after.low in group for group in groups)


_POINTING = frozenset(("dieser", "diese", "dieses", "dies", "jener", "jene", "jenes"))


def _is_noun(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether an article makes a noun of a listed verb: "la mesure fut", "une découverte"; not in "il la mesure"."""
    before = _before(tokens, at)
    if words.verb_second or not words.masculine or before not in words.articles:
        return False
    if before not in words.reflexives:
        return True
    if at > 1 and tokens[at - 2].tag is Tag.COMMA:
        return _verb_comes(tokens, at + 1, words)  # "la faillite, évitée en 1974, le rattrape"
    opening = at == 1 or tokens[at - 2].tag not in {Tag.NOUN, Tag.NAME}
    low = tokens[at - 2].low if at > 1 else ""
    ties = words.prepositions, words.coordinators, words.complementizers, words.subordinators
    return opening or any(low in group for group in ties)


def _verb_comes(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a verb stands between a place and the next mark."""
    end = next((i for i in range(at, len(tokens)) if tokens[i].tag in {Tag.COMMA, Tag.STOP}), len(tokens))
    return any(finite_at(tokens, i, words) for i in range(at, end))


def _follows_pronoun(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a word stands where only a verb may: "il adhère", "u hap"."""
    low = tokens[at].low
    if _before(tokens, at) not in words.before_verb:
        return False
    if at > 1 and words.null_subject and is_participle(tokens, at - 2, words):
        return False  # "vratio se kući"
    small = words.reflexives, words.pronouns, words.determiners, words.prepositions, words.adverbs
    return not any(low in group for group in (*small, words.negations, words.infinitives, words.relatives))


def _is_reflexive_past(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a past participle needs no auxiliary, since its reflexive pronoun drops that: "se … preselila"."""
    if not words.clitics or not tokens[at].low.endswith(_PAST) or not is_participle(tokens, at, words):
        return False
    for index in range(at - 1, -1, -1):
        token = tokens[index]
        ends = token.tag in {Tag.COMMA, Tag.STOP} or token.low in words.coordinators
        if ends or token.low in words.finite:
            return False
        if token.low in words.reflexives and token.low in words.clitics:
            return True
    return False


_PAST = ("o", "la", "lo", "li", "le")  # of a participle that is active


def _acts(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a form that may be a noun's is a verb's: nothing governs it, and what it takes follows: "la police fouille l'atelier"."""
    if tokens[at].low not in words.presents:
        return False
    before = _before(tokens, at)
    governing = words.determiners, words.possessives, words.prepositions, words.attributive
    if not at or any(before in group for group in (*governing, words.coordinators)):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.low in words.attributive or tokens[at - 1].tag is Tag.NUMBER:
        return False
    taken = words.determiners, words.possessives, words.negations
    placed = tokens[at - 1].tag is Tag.NAME and after.low in words.prepositions
    return placed or after.tag in {Tag.NAME, Tag.TIME} or any(after.low in group for group in taken)


def _precedes_pronoun(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a word stands right before its subject, as a verb does that comes second: "Morgen eröffnen wir"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if not words.verb_second or not at or after is None or after.low not in _SUBJECTS:
        return False
    low = tokens[at].low
    small = (
        words.subordinators,
        words.coordinators,
        words.complementizers,
        words.relatives,
        words.prepositions,
    )
    others = (
        words.adverbs,
        words.openers,
        words.conditional,
        words.determiners,
        words.pronouns,
        words.reflexives,
    )
    known = any(low in group for group in (*small, *others))
    return tokens[at].tag is Tag.NOUN and low.endswith(("e", "t", "en")) and not known


_SUBJECTS = frozenset(("ich", "er", "wir", "man"))


def bare_participle(low: str, words: TellingWords) -> str:
    """The participle in an adjective made of one: "gegründet" in "gegründete"; "" if there is none."""
    for ending in ("e", "en", "er", "es", "em"):
        if low.endswith(ending) and low.removesuffix(ending) in words.participles:
            return low.removesuffix(ending)
    return ""


def particle(low: str, words: TellingWords) -> int:
    """How many letters of a verb are a particle that parts from it, 0 if none: 2 of "abbrannte"."""
    for cut in range(min(8, len(low) - 3), 1, -1):
        if low[:cut] in words.separable and low[cut:] in words.finite and low not in words.finite.words:
            return cut
    return 0


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 == len(tokens) or tokens[at + 1].tag not in {Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.TIME}


def is_participle(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether the token at `at` may be a participle: it has the form of one and follows no article."""
    token = tokens[at]
    return (
        (
            token.low in words.participles
            or (token.low in words.nouns_too and at > 0 and tokens[at - 1].tag is Tag.COMMA)
            or _has_mark(token.low, words)
            or _ends_as_one(tokens, at, words)
        )
        and (token.tag is Tag.NOUN or (at == _first(tokens) and not _begins_name(tokens, at, words)))
        and _before(tokens, at) not in words.determiners
        and not (words.clitics and token.tag is Tag.NAME and _participle_comes(tokens, at, words))
    )


def _participle_comes(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a word that opens a sentence is its subject: another participle follows it: "Ergela je nestala"."""
    for index in range(at + 1, len(tokens)):
        if tokens[index].tag in {Tag.COMMA, Tag.STOP} or tokens[index].low in words.coordinators:
            return False
        if tokens[index].tag is Tag.NOUN and is_participle(tokens, index, words):
            return True
    return False


def _has_mark(low: str, words: TellingWords) -> bool:
    """Whether a word has a participle's mark between particle and stem: "aufgebaut"."""
    if len(low) < 7 or not low.endswith(("t", "en")):
        return False
    return any(
        low[:cut] in words.separable and low[cut : cut + 2] in words.participle_marks for cut in range(2, 8)
    )


def _ends_as_one(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether the last word of a clause has the beginning and the ending of a participle that no list has: "begnadigt"."""
    low = tokens[at].low
    closed = at + 1 == len(tokens) or tokens[at + 1].tag in {Tag.COMMA, Tag.END, Tag.STOP}
    closed = closed or (at + 1 < len(tokens) and tokens[at + 1].low in words.coordinators)
    long = len(low) > 6 and low.endswith("t") and low not in words.finite
    return long and closed and low in words.participle_beginnings


def _begins_name(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a capitalised first word is one of two names before a verb: "Ana Savić je …", "Jelena Ilić rođena je …"."""
    following = tokens[at + 1 : at + 3]
    if len(following) < 2 or following[0].tag is not Tag.NAME or following[1].tag is not Tag.NOUN:
        return False
    low = following[1].low
    return low in words.finite or low in words.participles or low in words.clitics


def _describes(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a word stands before a noun like an adjective: "die 1907 geplante Brücke", "alte Leute"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.tag is not Tag.NAME:
        return False
    index = at - 1
    while index >= 0 and (
        tokens[index].tag in {Tag.TIME, Tag.NUMBER} or tokens[index].low in words.before_date
    ):
        if tokens[index].low in words.determiners:
            return True
        index -= 1
    if index < 0:
        return False
    return tokens[index].low in words.determiners or (
        tokens[index].low in words.prepositions and tokens[at - 1].tag is not Tag.TIME
    )


def _first(tokens: Sequence[Token]) -> int:
    return next((i for i, t in enumerate(tokens) if t.tag in {Tag.NAME, Tag.NOUN}), -1)


def _before(tokens: Sequence[Token], at: int) -> str:
    return tokens[at - 1].low if at else ""
