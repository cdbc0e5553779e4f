"""Context: what a word is beside its neighbours, where its form alone leaves that open."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.verb_forms import (
    BREAKS,
    VERBAL,
    ends_adjunct,
    is_adjective,
    is_base,
    is_particle,
    is_present,
    stands_for_noun,
    verb_since_break,
)
from timeline.extract.words import NOMINAL, Tag, Token, open_class
from timeline.languages.events import EventWords

_OBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ING})


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
        if [t.low for t in done[-3:-1]] == ["at", "first"] and done[-1].tag in VERBAL:
            done[-3] = replace(done[-3], tag=Tag.ADVERB)  # "was at first planned", not "at first light"
        if done[-1].tag in _JOINS and (verb := _verb_joined(done, words)) is not None:
            done[verb] = replace(done[verb], tag=Tag.PRESENT)
    return tuple(done)


def _verb_joined(done: Sequence[Token], words: EventWords) -> int | None:
    """The word that must be a verb for an "and" to join another to it: "a bomb falls on the roof and kills nine"."""
    if len(done) < _FEWEST or done[-2].tag is not Tag.COORDINATOR:
        return None
    for index in range(len(done) - 3, 0, -1):
        if done[index].tag in VERBAL | BREAKS:
            return None
        if done[index].low in words.third and done[index].tag is Tag.NOUN:
            subject, after = done[index - 1], done[index + 1]
            single = subject.tag in {Tag.NOUN, Tag.NAME} and not subject.low.endswith("s")
            return index if single and after.tag in {Tag.PREPOSITION, Tag.TO, Tag.ADVERB} else None
    return None


_JOINS = frozenset({Tag.PRESENT, Tag.MODAL, Tag.BE, Tag.HAVE})


_FEWEST = 4  # words up to a verb that is joined to another


def _retagged(
    token: Token, after: Token | None, done: Sequence[Token], words: EventWords, common: frozenset[str]
) -> Token:
    before = done[-1] if done else None
    tag = token.tag
    next_tag = after.tag if after else None
    if token.low == "her" and (after is None or after.tag in _NO_OWNED):
        return Token(
            token.start, token.end, token.text, token.low, Tag.PRONOUN
        )  # "under her the highlanders …"
    if tag is Tag.DETERMINER and before is not None and next_tag in VERBAL:
        if token.low == "more" and before.tag is Tag.NUMBER:
            return replace(token, tag=Tag.NOUN)  # "twelve more were built"
        if token.low in {"these", "those"} and before.low == "of":
            return replace(token, tag=Tag.PRONOUN)  # "the last of these was sold"
    if tag in _SETTLED and before is not None:
        return token
    first = before is None or before.tag in {Tag.QUOTE, Tag.STOP, Tag.END}
    if first and tag is Tag.NAME and token.text[1:].islower():
        tag = _of_first(token, after, words, common)
    if token.low == "dated" and next_tag is Tag.TIME and before is not None and before.tag is Tag.NOUN:
        tag = Tag.PREPOSITION  # "in a letter dated 3 May"
    if tag is Tag.PAST_OR_PARTICIPLE and stands_for_noun(token, next_tag, done, words):
        tag = Tag.NOUN
    if tag is Tag.PREPOSITION and is_particle(token, before, next_tag):
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
        and (token.low in words.reporting or not (ends_adjunct(done) or verb_since_break(done)))
        and not _people(token.low, words)
    ):
        tag = Tag.PRESENT  # "research indicates that"
    elif (
        (tag is Tag.PRESENT and not is_present(token, before, after, done, words))
        or (tag is Tag.BASE and not is_base(token.low, before, after, done, words))
        or (tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.PAST} and is_adjective(before, after, words))
    ):
        tag = Tag.NOUN
    elif tag is Tag.ING and next_tag in VERBAL and before is not None and before.tag in _OPENS_CLAUSE:
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
    elif tag is Tag.THAT and next_tag is Tag.PREPOSITION and before is not None and before.tag is Tag.STOP:
        tag = Tag.DETERMINER  # "the upper mill closed in 1901; | that at Ashby burned"
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
    if (own is Tag.PAST_OR_PARTICIPLE and thing) or (next_tag in VERBAL and _people(token.low, words)):
        tag = Tag.NOUN  # "Revised regulations were …", "Inspectors warned …"
    elif own is Tag.ING and not (token.low in common or _of_verb(token.low, words)):
        tag = Tag.NAME  # "Delling joined …"
    elif own is Tag.ADVERB and token.low not in words.adverbs | common and next_tag in VERBAL:
        tag = Tag.NAME  # "Beverly opened …": no adverb stands there without a subject
    elif own is Tag.PAST_OR_PARTICIPLE and next_tag in {Tag.MODAL, Tag.HAVE} and token.low not in common:
        tag = Tag.NAME  # "Mohammed will open …"
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


def _complement(before: Token | None) -> bool:
    return before is not None and before.tag not in {Tag.PREPOSITION, Tag.COMMA, Tag.COORDINATOR, Tag.TO}
