"""Verb forms: whether a word that may be a verb is one beside its neighbours."""

from collections.abc import Sequence

from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_AFTER_VERB = frozenset(
    {
        Tag.DETERMINER,
        Tag.POSSESSIVE,
        Tag.THAT,
        Tag.TO,
        Tag.PRONOUN,
        Tag.NAME,
        Tag.NUMBER,
        Tag.TIME,
        Tag.PREPOSITION,
    }
)


_BEFORE_BASE = frozenset({Tag.TO, Tag.MODAL, Tag.DO, Tag.NOT})


def stands_for_noun(token: Token, following: Tag | None, done: Sequence[Token], words: EventWords) -> bool:
    """Whether a form without -ed is the noun of a phrase whose verb comes next: "the new shed is", "the last cut was"."""
    phrase = len(done) > 1 and done[-1].tag is Tag.NOUN and done[-2].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
    plain = token.low in words.past_or_participle
    return plain and phrase and following in {Tag.BE, Tag.HAVE, Tag.MODAL}


def is_particle(token: Token, before: Token | None, next_tag: Tag | None) -> bool:
    """Whether "out" and the like end a verb here: "to break out on Monday"."""
    ends = {Tag.PREPOSITION, Tag.TIME, Tag.COMMA, Tag.END, Tag.COORDINATOR, None}
    verb = before is not None and (
        before.tag in VERBAL | {Tag.BASE, Tag.ING, Tag.PARTICIPLE}
        or before.low in {"it", "them"}  # "blew it up"
    )
    if token.low == "over" and next_tag is Tag.TIME:
        return False  # "talked him out of it over Christmas"
    return verb and next_tag in ends and token.low in {"out", "up", "down", "off", "away", "apart", "over"}


VERBAL = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PRESENT, Tag.DO})


BREAKS = frozenset(
    {Tag.COMMA, Tag.STOP, Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.QUOTE}
)


def verb_since_break(done: Sequence[Token]) -> bool:
    """Whether what is done of a sentence has a verb since its last comma or conjunction."""
    for token in reversed(done):
        if token.tag in BREAKS:
            return False
        if token.tag in VERBAL:
            return True
    return False


def ends_adjunct(done: Sequence[Token]) -> bool:
    """Whether what is done of a sentence has its verb, and ends in "during fierce": a noun follows, no second verb."""
    open_ = len(done) > 1 and done[-2].tag is Tag.PREPOSITION and done[-1].tag is Tag.NOUN
    return open_ and not done[-1].low.endswith("s") and verb_since_break(done)


def is_present(
    token: Token, before: Token | None, after: Token | None, done: Sequence[Token], words: EventWords
) -> bool:
    """Whether a form of the present is one here, its neighbours and what is `done` of the sentence given."""
    if before is None:
        return False
    if before.tag is Tag.THAT and after is not None and after.low in {"were", "are", "have"}:
        return False  # "finds that concerns were raised"
    if before.tag in {Tag.PRONOUN, Tag.RELATIVE, Tag.THAT} or (before.tag is Tag.ING and len(done) == 1):
        return True
    if before.tag not in {
        Tag.NAME,
        Tag.NOUN,
        Tag.TIME,
        Tag.CLOSE,
        Tag.ADVERB,
        Tag.COMMA,
        Tag.COORDINATOR,
        Tag.QUOTE,
    }:
        return False
    if before.owns:
        return False
    if before.tag is Tag.COMMA and _only_fronted(done):
        return False  # "In May, guards opened fire": the subject of a verb that follows
    tells = after is not None and after.tag is Tag.THAT and token.low in words.reporting
    if verb_since_break(done) and not tells:
        return False
    if ends_adjunct(done) and token.low not in words.reporting:
        return False  # "were lost in wild storms that struck the coast"
    if token.low in words.noun_or_verb and after is not None and after.tag is Tag.TO:
        # "the university plans to open": one noun before it, and nobody's plans
        ahead = token.low in words.planning and (before.tag is Tag.NAME or not before.low.endswith("s"))
        return ahead and not before.owns
    down = after is not None and after.low in {"up", "down", "out", "off", "away", "back", "over"}
    single = before.tag in {Tag.NOUN, Tag.NAME} and not before.low.endswith("s")
    if down and (single or (token.low in words.noun_or_verb and before.tag is Tag.COORDINATOR)):
        return True  # "the mill burns down in May", "joined in 2012 and steps down next month"
    if token.low in words.noun_or_verb:
        return (
            after is not None
            and after.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.THAT, Tag.PRONOUN}
            and (before.tag is not Tag.NOUN or not before.low.endswith("s"))
        )
    if before.tag is Tag.NOUN and (
        before.low.endswith("s") or after is None or after.tag in {Tag.PREPOSITION, Tag.TIME}
    ):
        return False
    return after is None or after.tag in _AFTER_VERB | {Tag.NOUN, Tag.ADVERB, Tag.QUOTE, Tag.ING, Tag.COMMA}


def _only_fronted(done: Sequence[Token]) -> bool:
    """Whether all before a comma is a phrase that opens the sentence: "according to the ministry,"."""
    opens = done[0].tag in {Tag.PREPOSITION, Tag.TO, Tag.TIME}
    return opens and not any(t.tag in VERBAL - {Tag.PAST_OR_PARTICIPLE} | {Tag.COMMA} for t in done[:-1])


# What many things do on a day: hardly a noun behind a plural that opens its sentence.
_OF_ALL = frozenset(
    ["open", "reopen", "close", "begin", "start", "end", "resume", "rise", "fall", "go", "come", "meet", "vote", "return", "leave",
     "expire", "apply", "stop", "continue", "arrive", "depart", "face", "take", "fall", "shut", "lapse", "break", "drop", "double"]
)  # fmt: skip
_AFTER_PLAIN = frozenset({Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.TO, Tag.NUMBER, Tag.END})


def _opens_with_plural(done: Sequence[Token]) -> bool:
    """Whether a sentence has so far but a subject that ends in a plural: "the new rules"."""
    last = done[-1] if done else None
    if last is None or last.tag not in {Tag.NOUN, Tag.NAME} or last.owns:
        return False
    plural = last.low.endswith("s") and not last.low.endswith(("ss", "us", "is"))
    return plural and all(t.tag in NOMINAL or t.low == "of" for t in done)


def is_base(
    low: str, before: Token | None, after: Token | None, done: Sequence[Token], words: EventWords
) -> bool:
    """Whether a base form is a verb here: "to meet and sign", "officers want the"."""
    previous = next((t for t in reversed(done) if t.tag is not Tag.ADVERB), None)
    if previous is None:
        return False
    if previous.tag in _BEFORE_BASE:
        return True
    if before and before.tag is Tag.COORDINATOR:  # "to meet and sign"
        if low in _OF_ALL and any(t.tag is Tag.BASE for t in done[1:4]):
            return (
                after is None or after.tag in _AFTER_PLAIN
            )  # "nominations open on 3 May and close on 9 May"
        return (
            any(t.tag in {Tag.TO, Tag.MODAL} for t in done[-8:])
            and after is not None
            and after.tag in _AFTER_VERB
        )
    if previous.tag is Tag.PRONOUN and previous.low in words.subject_pronouns:
        return True
    if previous.tag is Tag.RELATIVE:
        return after is not None and after.tag in _AFTER_VERB
    if low in _OF_ALL and _opens_with_plural(done) and (after is None or after.tag in _AFTER_PLAIN):
        return True  # "applications close on 8 July"
    if after is None or after.tag not in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.THAT, Tag.TO}:
        return False
    if previous.tag in {Tag.NAME, Tag.NOUN} and _wished(done):
        return True  # "demanded that the town pay the …"
    # "officers want the": a plural before, a complement after
    return previous.tag is Tag.NOUN and previous.low.endswith("s") and not previous.owns


def _wished(done: Sequence[Token]) -> bool:
    """Whether the words since the last "that" still lack their verb."""
    for token in reversed(done[-10:]):
        if token.tag is Tag.THAT:
            return True
        if token.tag in {Tag.PAST, Tag.PRESENT, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.COMMA}:
            return False
    return False


_ADJECTIVAL_BEFORE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER})


def is_adjective(before: Token | None, after: Token | None, words: EventWords) -> bool:
    """Whether an -ed form stands before its noun, or is one: "the captured ships", "of armed men", "a set"."""
    if before is not None and before.low in {"a", "an", "the", *words.possessives}:
        return True
    if (
        before is None
        or after is None
        or after.tag not in {Tag.NOUN, Tag.NAME, Tag.BASE, Tag.PRESENT, Tag.ING}
    ):
        return False
    if before.owns and before.tag in NOMINAL:
        return True
    if before.low in words.either_way and before.tag is Tag.PREPOSITION:
        return False
    return before.tag in _ADJECTIVAL_BEFORE and before.low not in {"that", "all", "both", "some", "those"}
