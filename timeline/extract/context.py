"""Context: what a word is beside its neighbours, where its form alone leaves that open."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.words import NOMINAL, Tag, Token, open_class
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


_OBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ING})


_BEFORE_BASE = frozenset({Tag.TO, Tag.MODAL, Tag.DO, Tag.NOT})


# Marks and words whose class no neighbour changes.
_SETTLED = frozenset(
    {
        Tag.COMMA,
        Tag.END,
        Tag.TIME,
        Tag.NUMBER,
        Tag.DETERMINER,
        Tag.COORDINATOR,
        Tag.BE,
        Tag.POSSESSIVE,
        Tag.OPEN,
        Tag.CLOSE,
    }
)


def in_context(found: Sequence[Token], words: EventWords, common: frozenset[str]) -> tuple[Token, ...]:
    """The tokens with the tags their neighbours give them; `common` are words the document writes small."""
    done: list[Token] = []
    for index, token in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        done.append(_retagged(token, after, done, words, common))
        if [t.low for t in done[-3:-1]] == ["at", "first"] and done[-1].tag in _VERBAL:
            done[-3] = replace(done[-3], tag=Tag.ADVERB)  # "was at first planned", not "at first light"
        if done[-1].tag in _JOINS and (verb := _verb_joined(done, words)) is not None:
            done[verb] = replace(done[verb], tag=Tag.PRESENT)
    return tuple(done)


def _verb_joined(done: Sequence[Token], words: EventWords) -> int | None:
    """The word that must be a verb for an "and" to join another to it: "a bomb falls on the roof and kills nine"."""
    if len(done) < _FEWEST or done[-2].tag is not Tag.COORDINATOR:
        return None
    for index in range(len(done) - 3, 0, -1):
        if done[index].tag in _VERBAL | _BREAKS:
            return None
        if done[index].low in words.third and done[index].tag is Tag.NOUN:
            subject, after = done[index - 1], done[index + 1]
            single = subject.tag in {Tag.NOUN, Tag.NAME} and not subject.low.endswith("s")
            return index if single and after.tag in {Tag.PREPOSITION, Tag.TO, Tag.ADVERB} else None
    return None


def _stands_for_noun(token: Token, following: Tag | None, done: Sequence[Token], words: EventWords) -> bool:
    """Whether a form without -ed is the noun of a phrase whose verb comes next: "the new shed is", "the last cut was"."""
    phrase = len(done) > 1 and done[-1].tag is Tag.NOUN and done[-2].tag in {Tag.DETERMINER, Tag.POSSESSIVE}
    plain = token.low in words.past_or_participle
    return plain and phrase and following in {Tag.BE, Tag.HAVE, Tag.MODAL}


_JOINS = frozenset({Tag.PRESENT, Tag.MODAL, Tag.BE, Tag.HAVE})
_FEWEST = 4  # words up to a verb that is joined to another


def _retagged(
    token: Token, after: Token | None, done: Sequence[Token], words: EventWords, common: frozenset[str]
) -> Token:
    before = done[-1] if done else None
    tag = token.tag
    if token.low == "her" and (after is None or after.tag in _NO_OWNED):
        return Token(
            token.start, token.end, token.text, token.low, Tag.PRONOUN
        )  # "under her the highlanders …"
    if tag in _SETTLED and before is not None:
        return token
    first = before is None or before.tag in {Tag.QUOTE, Tag.STOP, Tag.END}
    next_tag = after.tag if after else None
    if first and tag is Tag.NAME and token.text[1:].islower():
        tag = _of_first(token, after, words, common)
    if token.low == "dated" and next_tag is Tag.TIME and before is not None and before.tag is Tag.NOUN:
        tag = Tag.PREPOSITION  # "in a letter dated 3 May"
    if tag is Tag.PAST_OR_PARTICIPLE and _stands_for_noun(token, next_tag, done, words):
        tag = Tag.NOUN
    if tag is Tag.PREPOSITION and _is_particle(token, before, next_tag):
        tag = Tag.ADVERB
    if token.low == "once" and before is not None and before.low == "at":
        tag = Tag.ADVERB  # "at once"
    if (token.low, after.low if after else "") == ("so", "far") or (
        token.low == "far" and before is not None and before.low == "so"
    ):
        tag = Tag.ADVERB  # "has so far raised"
    if token.low == "once" and next_tag not in NOMINAL | {Tag.PAST_OR_PARTICIPLE}:
        tag = Tag.ADVERB  # "once by the flood, once by the war"
    if (
        token.low in {"last", "first"}
        and before
        and before.tag in {Tag.COMMA, Tag.BE, Tag.HAVE}
        and next_tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}
    ):
        tag = Tag.ADVERB  # ", last reviewed in May,", "was last seen"
    if token.low in words.before_to and after is not None and after.low in {"to", "with"}:
        tag = Tag.PREPOSITION
    elif (
        tag is Tag.NOUN
        and token.low.endswith("s")
        and next_tag is Tag.THAT
        and before
        and before.tag in NOMINAL
    ):
        tag = Tag.PRESENT  # "research indicates that"
    elif (
        (tag is Tag.PRESENT and not _present(token, before, after, done, words))
        or (tag is Tag.BASE and not _base(before, after, done, words))
        or (tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.PAST} and _adjective(before, after, words))
    ):
        tag = Tag.NOUN
    elif tag is Tag.ING and next_tag in _VERBAL and before is not None and before.tag in _OPENS_CLAUSE:
        tag = Tag.NOUN  # "in 2010 mining contributed"
    elif tag is Tag.ING and before and before.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME}:
        if before.tag in {Tag.DETERMINER, Tag.POSSESSIVE} or before.owns or token.low in words.happenings:
            tag = Tag.NOUN
    elif (
        tag is Tag.NOUN
        and before
        and before.tag is Tag.TO
        and next_tag in _OBJECT
        and not token.low.endswith("s")
    ):
        tag = Tag.BASE  # "to bolster the": what follows is its object
    elif tag is Tag.ING and before and before.tag is Tag.QUOTE and next_tag is Tag.NOUN:
        tag = Tag.NOUN  # so-called "peacekeeping troops"
    elif (
        tag is Tag.THAT
        and next_tag in {Tag.NOUN, Tag.STOP, Tag.COMMA, Tag.END, None}
        and not _complement(before)
    ):
        tag = Tag.DETERMINER
    if tag is token.tag:
        return token
    return Token(token.start, token.end, token.text, token.low, tag)


def _people(low: str, words: EventWords) -> bool:
    """Whether a plural is of a calling: "directors", "chemists"."""
    called = low.endswith("s") and low[:-1] in words.persons
    return called or low.endswith(("ists", "ators", "ectors"))


def _of_first(token: Token, after: Token | None, words: EventWords, common: frozenset[str]) -> Tag:
    """The tag of a sentence's first word: its capital says nothing, unless it is no common word."""
    tag, next_tag = token.tag, after.tag if after else None
    own = open_class(token.low, words)
    thing = after is not None and (next_tag is Tag.NOUN or after.low in words.noun_or_verb)
    if (own is Tag.PAST_OR_PARTICIPLE and thing) or (next_tag in _VERBAL and _people(token.low, words)):
        tag = Tag.NOUN  # "Revised regulations were …", "Inspectors warned …"
    elif own is Tag.ING and not (token.low in common or _of_verb(token.low, words)):
        tag = Tag.NAME  # "Delling joined …"
    elif own is Tag.ADVERB and token.low not in words.adverbs | common and next_tag in _VERBAL:
        tag = Tag.NAME  # "Beverly opened …": no adverb stands there without a subject
    elif own in {Tag.ADVERB, Tag.ING, Tag.PAST_OR_PARTICIPLE} and next_tag is not Tag.NAME:
        tag = own
    elif own is Tag.PARTICIPLE and next_tag in {Tag.PREPOSITION, Tag.TIME, Tag.TO, Tag.DETERMINER}:
        tag = own  # "Born in Oslo in 1924, she …"
    elif (
        next_tag is Tag.NOUN or (after is not None and after.low in {"were", "are"})
    ) and token.low in common:
        tag = Tag.NOUN  # "Relations were broken off"
    return tag


def _of_verb(low: str, words: EventWords) -> bool:
    """Whether a form in -ing is of a verb that the lists have: "taking", "running"."""
    stem = low.removesuffix("ing")
    return low in words.irregular or any(form in words.base for form in (stem, stem + "e", stem[:-1]))


_NO_OWNED = frozenset(
    {Tag.DETERMINER, Tag.PREPOSITION, Tag.TIME, Tag.COMMA, Tag.END, Tag.STOP, Tag.COORDINATOR, Tag.TO}
)
_OPENS_CLAUSE = frozenset({Tag.TIME, Tag.COMMA, Tag.STOP, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.THAT})


def _is_particle(token: Token, before: Token | None, next_tag: Tag | None) -> bool:
    """Whether "out" and the like end a verb here: "to break out on Monday"."""
    ends = {Tag.PREPOSITION, Tag.TIME, Tag.COMMA, Tag.END, Tag.COORDINATOR, None}
    verb = before is not None and (
        before.tag in _VERBAL | {Tag.BASE, Tag.ING, Tag.PARTICIPLE}
        or before.low in {"it", "them"}  # "blew it up"
    )
    return verb and next_tag in ends and token.low in {"out", "up", "down", "off", "away", "apart", "over"}


def _complement(before: Token | None) -> bool:
    return before is not None and before.tag not in {Tag.PREPOSITION, Tag.COMMA, Tag.COORDINATOR, Tag.TO}


_VERBAL = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PRESENT, Tag.DO})


_BREAKS = frozenset(
    {Tag.COMMA, Tag.STOP, Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.QUOTE}
)


def _verb_since_break(done: Sequence[Token]) -> bool:
    for token in reversed(done):
        if token.tag in _BREAKS:
            return False
        if token.tag in _VERBAL:
            return True
    return False


def _present(
    token: Token, before: Token | None, after: Token | None, done: Sequence[Token], words: EventWords
) -> bool:
    if before is None:
        return False
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
    if _verb_since_break(done) and (after is None or after.tag is not Tag.THAT):
        return False
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
    return opens and not any(t.tag in _VERBAL - {Tag.PAST_OR_PARTICIPLE} | {Tag.COMMA} for t in done[:-1])


def _base(before: Token | None, after: Token | None, done: Sequence[Token], words: EventWords) -> bool:
    previous = next((t for t in reversed(done) if t.tag is not Tag.ADVERB), None)
    if previous is None:
        return False
    if previous.tag in _BEFORE_BASE:
        return True
    if before and before.tag is Tag.COORDINATOR:  # "to meet and sign"
        return (
            any(t.tag in {Tag.TO, Tag.MODAL} for t in done[-8:])
            and after is not None
            and after.tag in _AFTER_VERB
        )
    if previous.tag is Tag.PRONOUN and previous.low in words.subject_pronouns:
        return True
    if previous.tag is Tag.RELATIVE:
        return after is not None and after.tag in _AFTER_VERB
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


def _adjective(before: Token | None, after: Token | None, words: EventWords) -> bool:
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
