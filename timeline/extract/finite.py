"""Finite: whether a form that may be a participle ("held", "signed") is the past tense here."""

from collections.abc import Sequence

from timeline.extract.linked import goes_on, opens_clause
from timeline.extract.tense import ED, VerbGroup
from timeline.extract.verb_ahead import BREAK, finite_ahead, in_series, verb_follows
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def word_before(tokens: Sequence[Token], at: int) -> int | None:
    """The token before, adverbs and a date phrase passed over."""
    index = at - 1
    while index >= 0 and tokens[index].tag in {Tag.ADVERB, Tag.NOT}:
        index -= 1
    if index >= 1 and tokens[index].tag is Tag.TIME and index >= 1:
        before = index - 1
        if tokens[before].tag is Tag.PREPOSITION:
            before -= 1
        if before >= 0 and tokens[before].tag != Tag.DETERMINER:
            return before
    return index if index >= 0 else None


def is_finite(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords) -> bool:
    """Whether an ambiguous form ("held", "signed") is the past tense here, not a participle."""
    token = tokens[at]
    index = word_before(tokens, at)
    if index is None:
        return False
    previous = tokens[index]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    agent = following is not None and following.low == "by"
    if (
        token.low in _NAMED
        and following is not None
        and following.tag is Tag.NAME
        and _indefinite(tokens, at)
    ):
        return False  # "a teacher called Ann Lee": nobody called her
    if not agent and _closes_relative(tokens, at, before, words):
        return True
    if previous.tag is Tag.PRONOUN and previous.low not in words.subject_pronouns:
        # "an attempt to relieve them failed", "trade between them rose": no subject, and no verb yet
        governed = _after_infinitive(tokens, index) or (index and tokens[index - 1].tag is Tag.PREPOSITION)
        start = _stop_before(tokens, index)  # "fought there; the first of them | landed in May"
        return bool(governed) and not agent and not any(g.finite and g.first >= start for g in before)
    if previous.tag is Tag.THAT and following is not None and following.tag is Tag.NOUN:
        return not verb_follows(tokens, at + 1, words)  # "that segregated ferries were unlawful"
    if agent and previous.low == "it" and before and before[-1].finite and before[-1].end == index:
        return False  # "found it plundered by bears"
    if previous.tag in {Tag.RELATIVE, Tag.THAT} or previous.low in words.subject_pronouns:
        return True
    if previous.tag is Tag.COORDINATOR:
        if not before:
            return False
        return before[-1].finite or (not agent and any(group.finite for group in before))
    if previous.tag is Tag.COMMA:
        earlier = tokens[index - 1] if index else None
        if token.low in words.intransitive:
            return True
        listed = earlier is not None and earlier.tag is Tag.NOUN and tokens[index - 2].low in {"a", "an"}
        if listed and following is not None and following.tag is Tag.NOUN:
            return False  # "a single, centralized database"
        if earlier is not None and earlier.tag is Tag.TIME and any(g.finite for g in before):
            return not agent
        aside = next((i for i in range(index - 1, 0, -1) if tokens[i].tag is Tag.COMMA), 0)
        if not agent and aside and tokens[aside - 1].tag is Tag.COORDINATOR and any(g.finite for g in before):
            return True  # "and, after a scandal in the press, reopened it"
        if not agent and in_series(tokens, at) and any(group.finite for group in before):
            return True
        if not agent and goes_on(tokens, at, index, before, words):
            return True
        if agent or not _resumes(tokens, index, before):
            return False
        governs = following is not None and following.tag in NOMINAL | {Tag.THAT, Tag.QUOTE}
        return (token.low in words.reporting and governs) or not finite_ahead(tokens, at)
    if previous.tag in ED and before and before[-1].head == index and not before[-1].finite:
        return not agent  # "an audit released last November found"
    if previous.tag is Tag.STOP:
        dashes = [i for i in range(index) if tokens[i].tag is Tag.STOP and tokens[i].low not in {";", ":"}]
        return bool(dashes) and not any(group.finite for group in before)
    if previous.tag in {Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.CLOSE, Tag.QUOTE, Tag.TIME, Tag.ING, Tag.PRONOUN}:
        return _after_noun(tokens, at, before, words, agent=agent)
    return previous.tag is Tag.DETERMINER and previous.low in {
        "all",
        "both",
        "some",
        "many",
        "most",
        "few",
        "several",
    }


def _stop_before(tokens: Sequence[Token], at: int) -> int:
    """Where what a semicolon or a colon parts from the words before begins; 0 if none does."""
    return next((i + 1 for i in range(at, -1, -1) if tokens[i].low in {";", ":"}), 0)


_NAMED = frozenset({"called", "named", "nicknamed", "dubbed"})


def _indefinite(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands right before is something not known before: "a teacher | called"."""
    index = at
    while index and tokens[index - 1].tag in {Tag.NOUN, Tag.NAME}:
        index -= 1
    return 0 < index < at and tokens[index - 1].low in {"a", "an"}


def _after_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is the object of an infinitive: "to relieve them"."""
    return at > 1 and tokens[at - 1].tag is Tag.BASE and tokens[at - 2].tag is Tag.TO


def _resumes(tokens: Sequence[Token], comma: int, before: Sequence[VerbGroup]) -> bool:
    """Whether a verb after a comma goes on after an inserted phrase: "the king, during his visit, signed …"."""
    start = before[-1].end if before else 0
    relatives = [i for i in range(comma) if tokens[i].tag is Tag.RELATIVE]
    if relatives and before and not any(group.finite and group.first < relatives[0] for group in before):
        return before[-1].first > relatives[0]  # the comma closes "…, which has interests in mining,"
    openers = [i for i in range(start, comma) if tokens[i].tag in {Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR}]
    commas = [i for i in range(openers[-1] if openers else start, comma) if tokens[i].tag is Tag.COMMA]
    if openers or not before:
        return bool(commas)
    if not any(group.finite for group in before):
        return bool(commas) or any(tokens[g.first - 1].tag is Tag.COMMA for g in before if g.first)
    if before[-1].first and tokens[before[-1].first - 1].tag is Tag.COMMA and not before[-1].finite:
        return True  # ", founded in 1890, moved"
    return bool(commas) and not before[-1].finite


def _after_noun(
    tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords, *, agent: bool
) -> bool:
    token = tokens[at]
    following = tokens[at + 1].tag if at + 1 < len(tokens) else None
    if token.low == "ended" and following is Tag.TIME and tokens[at - 1].low in words.periods:
        return False  # "the quarter ended 30 June"
    if token.low in words.intransitive or following is Tag.ING:
        return True
    if agent:
        return False
    if verb_follows(tokens, at, words) or _in_apposition(tokens, at):
        return False
    if before and opens_clause(tokens, at, before[-1], words):
        return True
    start = _stretch_start(tokens, at)
    if _subject_of_after(tokens, at):
        return True
    left = [group for group in before if group.first >= start and group.finite]
    if left and not _named_after_link(tokens, at) and not _second_subject(tokens, at, left[-1]):
        # an object's participle ("visited a building constructed in 1990"), unless the verb tells
        return tokens[left[-1].head].low in words.reporting and not _object_free(tokens, at)
    return not _inside_preposition(tokens, start, at, words)


def _in_apposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form stands between commas behind the name that opens a sentence: "Ann Lee, the first woman | elected to it, died"."""
    start = _stretch_start(tokens, at)
    named = 1 < start < at and all(token.tag is Tag.NAME for token in tokens[: start - 1])
    close = next((i for i in range(at, len(tokens) - 1) if tokens[i].tag is Tag.COMMA), 0)
    verbs = {Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.BE, Tag.HAVE, Tag.MODAL}
    apposed = named and tokens[start - 1].tag is Tag.COMMA and tokens[start].tag is Tag.DETERMINER
    return apposed and close > at and tokens[close + 1].tag in verbs


def _closes_relative(
    tokens: Sequence[Token], at: int, before: Sequence[VerbGroup], words: EventWords
) -> bool:
    """Whether the sentence's own verb is still to come after a relative clause: "a truce that was signed in May held"."""
    if tokens[at - 1].tag not in {Tag.NOUN, Tag.NAME, Tag.TIME, Tag.NUMBER}:
        return False
    openers = [i for i in range(1, at) if tokens[i].tag in {Tag.RELATIVE, Tag.THAT}]
    if not openers or tokens[openers[-1] - 1].tag not in {Tag.NOUN, Tag.NAME}:
        return False
    opener = openers[-1]
    if (
        any(t.tag in BREAK - {Tag.QUOTE} for t in tokens[opener + 1 : at])
        or tokens[0].tag is Tag.SUBORDINATOR
    ):
        return False
    finite = [group.first for group in before if group.finite and not _tells_of(tokens, group, opener, words)]
    return len(finite) == 1 and finite[0] > opener


def _tells_of(tokens: Sequence[Token], group: VerbGroup, opener: int, words: EventWords) -> bool:
    """Whether a verb tells of whom the relative clause describes: "says | a man | who lived in Leeds trained …"."""
    inside = tokens[group.end : opener]
    named = bool(inside) and all(token.tag in NOMINAL for token in inside)
    return named and not group.passive and tokens[group.head].low in words.bare_telling


def _subject_of_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun between "after" and the verb is its subject: "after auditors found that …"."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in {Tag.THAT, Tag.DETERMINER, Tag.POSSESSIVE}:
        return False
    index = at - 1
    while index > 0 and tokens[index].tag in {Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.NUMBER, Tag.ADVERB}:
        index -= 1
    return index < at - 1 and tokens[index].low in {"after", "before", "until", "since"}


def _named_after_link(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a name stands between a conjunction and the verb: "and Prussia joined"."""
    index = at - 1
    while index > 0 and tokens[index].tag in {Tag.NAME, Tag.ADVERB}:
        index -= 1
    named = index
    if index > 0 and tokens[index].tag is Tag.TIME:  # "and by November Saddam ordered"
        index -= 1 + (tokens[index - 1].tag is Tag.PREPOSITION)
    links = index >= 0 and (
        tokens[index].tag is Tag.COORDINATOR or tokens[index].low in {"after", "before", "until", "since"}
    )
    return named < at - 1 and links and not tokens[at - 1].owns


def _second_subject(tokens: Sequence[Token], at: int, before: VerbGroup) -> bool:
    """Whether "and" begins a clause whose verb has an object of its own: "burned down and the firm left the town"."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN}:
        return False
    links = [i for i in range(before.end, at) if tokens[i].tag is Tag.COORDINATOR]
    return bool(links) and tokens[links[-1] + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}


def _object_free(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows looks like a passive's company: a preposition or nothing."""
    if at + 1 >= len(tokens):
        return True
    return tokens[at + 1].tag in {Tag.PREPOSITION, Tag.COMMA, Tag.END, Tag.STOP}


def _stretch_start(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    for index in range(at - 1, -1, -1):
        depth += (tokens[index].tag is Tag.CLOSE) - (tokens[index].tag is Tag.OPEN and depth > 0)
        if not depth and tokens[index].tag in BREAK - {Tag.COORDINATOR, Tag.QUOTE}:
            return index + 1
    return 0


def _inside_preposition(tokens: Sequence[Token], start: int, at: int, words: EventWords) -> bool:
    """Whether the noun before belongs to a fronted phrase: "in a report published in May, …"."""
    index = start
    while index < at and tokens[index].tag in {Tag.ADVERB, Tag.COORDINATOR}:
        index += 1
    if index < at and tokens[index].tag in {Tag.TO, Tag.ING}:
        return True
    if index >= at or tokens[index].tag is not Tag.PREPOSITION or tokens[index].low in words.either_way:
        return False
    if index + 1 < at and tokens[index + 1].tag is Tag.TIME:
        return False
    # a second noun phrase after the first is the subject: "in the battle the army lost …"
    return not any(
        tokens[i].tag in {Tag.DETERMINER, Tag.PRONOUN, Tag.POSSESSIVE}
        and tokens[i - 1].tag in {Tag.NOUN, Tag.NAME, Tag.TIME, Tag.PRONOUN}
        for i in range(index + 2, at)
    )
