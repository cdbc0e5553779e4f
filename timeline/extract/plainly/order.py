"""Order: what stands where once the date that opened a clause is gone.

"1907 eröffnete Anna eine Schule" becomes "Anna eröffnete eine Schule"; "je otvorena škola", "otvorena je škola".
"""

from collections.abc import Sequence

from timeline.extract.plainly.verbs import finite_at, is_participle, particle
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords

Tokens = tuple[Token, ...]


def constituent(tokens: Sequence[Token], words: TellingWords) -> int:
    """How many tokens at the head of a clause (after its verb) are its first noun phrase or prepositional phrase."""
    at = 0
    if at < len(tokens) and tokens[at].low in words.prepositions and tokens[at].tag is not Tag.NAME:
        at += 1
    end = _noun_phrase(tokens, at, words)
    if end == at and at < len(tokens) and tokens[at].low in words.pronouns:
        return at + 1
    while end < len(tokens) and end > at:
        low = tokens[end].low
        acronym = tokens[end - 1].text.isupper() and len(tokens[end - 1].text) > 1
        genitive = (low in words.genitives and not acronym) or low in words.attributive
        joined = low in words.coordinators and end + 1 < len(tokens)
        named = end > at + 1 and tokens[end - 1].tag is tokens[end - 2].tag is Tag.NAME
        if (
            named
            and low in words.attributive
            and tokens[end + 1 : end + 2]
            and tokens[end + 1].low in words.determiners
        ):
            break  # "Karl Mertens von der Treppe": from there, not of it
        if not (genitive or joined):
            break
        further = _noun_phrase(tokens, end + (joined or low in words.attributive), words)
        if further <= end + 1 and not (further == end + 1 and tokens[end].tag is Tag.NAME):
            break
        end = further
    return end


def _noun_phrase(tokens: Sequence[Token], at: int, words: TellingWords) -> int:
    """Where the noun phrase ends that begins at `at`: article, adjectives, then a run of capitalised words."""
    end = at
    while end < len(tokens) and (
        tokens[end].low in words.determiners
        or tokens[end].low in words.possessives
        or tokens[end].tag in {Tag.NUMBER, Tag.QUOTE}
    ):
        end += 1
    adjectives = end
    if at < len(tokens) and tokens[at].low in words.pronouns and tokens[at].low not in words.determiners:
        return at  # "kaufte er die Rechte"
    while (
        adjectives < len(tokens)
        and tokens[adjectives].tag is Tag.NOUN
        and tokens[adjectives].low.endswith(("e", "en", "er", "es", "em"))
        and tokens[adjectives].low not in words.prepositions
        and (tokens[adjectives].low not in words.pronouns or tokens[adjectives].low in words.determiners)
    ):
        adjectives += 1
    nouns = adjectives
    while nouns < len(tokens) and (tokens[nouns].tag in {Tag.NAME, Tag.QUOTE} or _von(tokens, nouns, words)):
        nouns += 1
    if nouns > adjectives:
        return nouns
    return adjectives if adjectives > end > at else at


def _von(tokens: Sequence[Token], at: int, words: TellingWords) -> bool:
    """Whether a small word stands inside a name: "Clara von Berg"."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].low in words.attributive
        and tokens[at - 1].tag is Tag.NAME
        and tokens[at + 1].tag is Tag.NAME
    )


def verb_second(tokens: Tokens, words: TellingWords) -> Tokens:
    """A main clause whose verb stands first because its date is gone, with its first phrase before the verb."""
    if not tokens or not finite_at(tokens, 0, words):
        return tokens
    first = 1
    while first < len(tokens) and tokens[first].low in words.reflexives:
        first += 1
    if (end := _subject_behind(tokens, first, words)) > first:
        return (*tokens[first + 1 : end], *tokens[: first + 1], *tokens[end:])
    size = constituent(tokens[first:], words)
    if not size:
        size = 1 if first < len(tokens) and tokens[first].tag is Tag.NOUN else 0
    if _becomes(tokens, first, size, words) or _takes(tokens, first, size):
        size -= 1
    return (*tokens[first : first + size], *tokens[:first], *tokens[first + size :])


def _becomes(tokens: Tokens, at: int, size: int, words: TellingWords) -> bool:
    """Whether the last of several names says what somebody became: "wurde | Ian Jackson Projektleiter"."""
    named = size > _NAMED and all(token.tag is Tag.NAME for token in tokens[at : at + size])
    turns = tokens[0].low in words.copulas or tokens[0].low in words.passive
    return named and turns and not any(is_participle(tokens, i, words) for i in range(1, len(tokens)))


def _takes(tokens: Tokens, at: int, size: int) -> bool:
    """Whether the last of several nouns is what the verb takes without an article: "meldete | Brandt Konkurs an"."""
    return size > 1 and tokens[at + size - 1].low in _TAKEN


# German nouns that only go with their verb: "Konkurs anmelden", "Berufung einlegen"
_TAKEN = frozenset(
    [
        "konkurs", "insolvenz", "insolvenzantrag", "bankrott", "abschied", "berufung", "einspruch", "widerspruch",
        "beschwerde", "anklage", "strafanzeige", "schiffbruch", "selbstmord", "suizid", "stellung", "bezug",
        "abstand", "anspruch", "zuflucht", "asyl", "kenntnis", "rücksicht", "einsicht", "anstoß", "rechenschaft",
        "karriere", "aufsehen",
    ]
)  # fmt: skip


_NAMED = 2  # names that somebody has


def _subject_behind(tokens: Tokens, at: int, words: TellingWords) -> int:
    """Where the subject ends that stands behind a pronoun it acts on, 0 if none does: "übernahm sie der Investor Nils Aasen"."""
    if at + 1 >= len(tokens) or tokens[at].tag is not Tag.NOUN or tokens[at].low not in _ACTED_ON:
        return 0
    after = tokens[at + 1].low
    sure = tokens[at].low not in words.pronouns or after in _NOMINATIVE
    size = constituent(tokens[at + 1 :], words) if sure and after not in words.prepositions else 0
    named = tokens[at + 1 : at + 1 + size]
    return at + 1 + size if any(t.tag is Tag.NAME for t in named) else 0


_ACTED_ON = frozenset(("sie", "es", "ihn", "ihm", "ihnen"))
_NOMINATIVE = frozenset(("der", "ein"))


def without_adjunct(tokens: Tokens, words: TellingWords) -> Tokens:
    """A main clause without what only places it before its verb: "Kurz nach dem Brand, besuchte …" as "besuchte …"."""
    comma = next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA), 0)
    places = any(token.low in words.prepositions for token in tokens[:2])
    addressed = all(t.tag is Tag.NAME for t in tokens[:comma])  # "Frau Lenz, am 8. Mai hat der Rat …"
    places = places or (addressed and not any(t.low in words.determiners for t in tokens[:comma]))
    verbs = any(finite_at(tokens, i, words) for i in range(comma))
    after = comma + 1
    if not comma or not places or verbs or after >= len(tokens) or not finite_at(tokens, after, words):
        return tokens
    return tokens[after:]


def verb_from_end(tokens: Tokens, words: TellingWords) -> Tokens:
    """A clause that hung on another, with its last word, the verb, brought to the second place."""
    last = next((i for i in range(len(tokens) - 1, -1, -1) if is_word(tokens[i])), -1)
    if last < 1 or not finite_at(tokens, last, words):
        return tokens
    size = constituent(tokens[:last], words)
    if not size:
        return tokens
    verb, particle = _parted(tokens[last], words)
    reflexive = 1 if tokens[size].low in words.reflexives else 0
    middle = tokens[size + reflexive : last]
    return (*tokens[:size], verb, *tokens[size : size + reflexive], *middle, *particle)


def _parted(verb: Token, words: TellingWords) -> tuple[Token, Tokens]:
    """A verb with a particle that parts from it: "abbrannte" as "brannte" and "ab"."""
    cut = particle(verb.low, words)
    if cut:
        middle = verb.start + cut
        return (
            Token(middle, verb.end, verb.text[cut:], verb.low[cut:], verb.tag),
            (Token(-1, -1, verb.text[:cut], verb.low[:cut], verb.tag),),
        )
    return verb, ()


def clitics_first(tokens: Tokens, words: TellingWords) -> Tokens:
    """What follows a subject: "stupio je na snagu" as "je stupio na snagu"."""
    end = 1
    while end < len(tokens) and tokens[end].low in words.clitics:
        end += 1
    return (*tokens[1:end], tokens[0], *tokens[end:]) if is_participle(tokens, 0, words) else tokens


def clitics_second(tokens: Tokens, words: TellingWords) -> Tokens:
    """A clause that opens with words that can only come second, with these before its participle or after its first word."""
    last = len(tokens) - 1
    if last > 1 and tokens[last].low in words.clitics and is_participle(tokens, last - 1, words):
        return (*tokens[: last - 1], tokens[last], tokens[last - 1])  # "počela je" at the end
    size = 0
    while size < len(tokens) and tokens[size].low in words.clitics:
        size += 1
    rest = tokens[size:]
    if not size or not rest:
        return tokens
    verb = next(
        (
            i
            for i, t in enumerate(rest[:8])
            if is_participle(rest, i, words) or t.low in words.infinitives or t.tag is Tag.COMMA
        ),
        None,
    )
    if verb is None or rest[verb].tag is Tag.COMMA:
        verb = 1
    place = max(verb, 1)
    return (*rest[:place], *tokens[:size], *rest[place:])
