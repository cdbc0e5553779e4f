"""Predicate: a clause's verb and what it governs, as they read in a title."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.particles import as_particle
from timeline.extract.relatives import with_place
from timeline.extract.wording import as_word, cleaned
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def object_before(sentence: Parsed, clause: Clause, words: EventWords) -> list[Token]:
    """What a relative clause with a subject of its own governs: "the treaty that Bush signed" as "signed the treaty"."""
    tokens, opener = sentence.tokens, clause.opener
    while tokens[opener].tag in {Tag.PREPOSITION, Tag.TO} and opener + 1 < clause.verb.first:
        opener += 1  # "the court | to which he appealed"
    relative = tokens[opener].tag in {Tag.THAT, Tag.RELATIVE}
    if clause.role is not Role.RELATIVE or not relative or clause.antecedent in {None, clause.subject}:
        return []
    if tokens[opener].low == "whose":
        return _owned_before(sentence, clause, words)
    if clause.verb.passive:
        return []  # "notified the council that the limit had been passed"
    first = opener
    while first and tokens[first - 1].tag in {Tag.PREPOSITION, Tag.TO}:
        first -= 1
    start, end = clause.antecedent or (0, 0)
    if tokens[first].low == "during":
        return []  # "paid a visit to Oslo, during which | he spoke": not during Oslo
    if tokens[opener].low == "which":
        start = with_place(tokens, start)
    if first == opener and clause.verb.end < len(tokens) and tokens[clause.verb.end].tag in NOMINAL:
        return []  # it has its object already
    governed = cleaned(tokens, range(start, end), words)
    if governed and governed[0].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:  # it may have opened the sentence
        head = governed[0]
        governed[0] = Token(head.start, head.end, head.low, head.low, head.tag)
    return [*tokens[first:opener], *governed]


def _owned_before(sentence: Parsed, clause: Clause, words: EventWords) -> list[Token]:
    """What "whose" owns before a subject: "the printer | whose partner she became" as "became partner of the printer"."""
    tokens, first = sentence.tokens, clause.opener + 1
    if tokens[clause.opener].low != "whose" or clause.subject is None or clause.antecedent is None:
        return []
    owned = list(tokens[first : clause.subject[0]])
    if not owned or any(token.tag not in {Tag.NOUN, Tag.NAME} for token in owned):
        return []
    owner = cleaned(tokens, range(*clause.antecedent), words)
    return [*owned, as_word("of"), *owner]


def object_named(sentence: Parsed, index: int, rest: Sequence[Token], words: EventWords) -> list[Token]:
    """What follows a verb, "it" or "them" as the object of the verb it is joined to: "took Brund and lost it"."""
    clause, tokens = sentence.clauses[index], sentence.tokens
    if (
        not rest
        or rest[0].low not in {"it", "them"}
        or clause.role is not Role.JOINED
        or clause.parent is None
    ):
        return list(rest)
    if len(rest) > 1 and rest[1].tag in NOMINAL:
        return list(rest)  # "granted it a subsidy"
    parent = sentence.clauses[clause.parent]
    start = parent.verb.end
    end = start
    while end < len(tokens) and (tokens[end].tag in NOMINAL or tokens[end].low == "of"):
        end += 1
    named = tokens[start:end]
    person = any(token.low in words.persons for token in named)
    if parent.role is not Role.MAIN or (person and rest[0].low == "it"):
        return list(rest)
    if not named or named[0].tag is Tag.PRONOUN or named[-1].tag not in {Tag.NAME, Tag.NOUN}:
        return list(rest)
    if named[0].low in {"a", "an"}:
        named = (Token(named[0].start, named[0].end, "the", "the", Tag.DETERMINER), *named[1:])
    return [*named, *rest[1:]]


def verb_words(sentence: Parsed, clause: Clause, words: EventWords) -> tuple[Token, ...]:
    """A clause's verb as it reads in a title."""
    group = clause.verb
    tokens = [
        t
        for t in sentence.tokens[group.first : group.end]
        if t.low not in words.droppable and t.tag is not Tag.TIME
    ]
    tokens = [as_word(_WHOLE[t.low, t.tag]) if (t.low, t.tag) in _WHOLE else t for t in tokens]
    if group.first == 0 and not group.finite and tokens and tokens[0].tag is not Tag.NAME:
        tokens[0] = replace(tokens[0], text=tokens[0].low)  # "Founded in 1926, the orchestra …"
    tokens = [as_particle(t) if t.tag is Tag.PREPOSITION else t for t in tokens]
    if sentence.tokens[group.head].tag is Tag.ING and not group.finite:
        return (_past(sentence.tokens[group.head], words), *tokens[1:])
    if not group.finite and sentence.tokens[group.first].low == "having":
        return _had_done(tokens[1:], passive=group.passive, many=_many(sentence, clause))
    if not group.finite and sentence.tokens[group.first].low == "being":
        return _had_done(tokens[1:], passive=True, many=_many(sentence, clause))
    start, end = clause.subject or (0, 0)
    pronoun = end - start == 1 and sentence.tokens[start].tag is Tag.PRONOUN
    done = pronoun and group.passive and not group.finite
    if clause.role is Role.REDUCED and (done or [t.low for t in tokens] == ["born"]):
        many = pronoun and sentence.tokens[start].low == "they"
        return (as_word("were" if many else "was"), *tokens)  # "born in Oslo, she …", "founded in 1901, it …"
    if clause.role is Role.JOINED and clause.parent is not None:
        parent = sentence.clauses[clause.parent]
        while parent.role is Role.JOINED and parent.parent is not None and not parent.verb.passive:
            parent = sentence.clauses[parent.parent]
        before = parent.verb
        first = sentence.tokens[before.first]
        head = sentence.tokens[group.head]
        if first.tag is Tag.MODAL and head.tag is Tag.BASE and group.first == group.head:
            return (first, *tokens)  # "will close in May and reopen in June"
        if (
            group.first == group.head
            and before.passive
            and before.finite
            and first.tag is Tag.BE
            and head.tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}
            and head.low not in words.intransitive
        ):
            following = sentence.tokens[group.end] if group.end < len(sentence.tokens) else None
            if following is None or following.tag not in NOMINAL:
                return (first, *tokens)  # "was signed in May, ratified in June"
    return tuple(tokens)


def _many(sentence: Parsed, clause: Clause) -> bool:
    """Whether the subject is more than one, by its noun: "two inspectors from the ministry"."""
    start, end = clause.subject or (0, 0)
    stop = next(
        (i for i in range(start + 1, end) if sentence.tokens[i].tag in {Tag.PREPOSITION, Tag.COMMA}), end
    )
    inside = sentence.tokens[start:stop]
    noun = inside[-1].low if inside else ""
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and inside[-1].tag is Tag.NOUN
    return plural or any(token.tag is Tag.COORDINATOR for token in inside)


def _had_done(tokens: Sequence[Token], *, passive: bool, many: bool) -> tuple[Token, ...]:
    """What had been done, told for itself: "having closed" as "closed", "having been sold" as "was sold"."""
    if passive:
        return (as_word("were" if many else "was"), *(token for token in tokens if token.low != "been"))
    return tuple(tokens) if tokens[-1].tag is Tag.PAST_OR_PARTICIPLE else (as_word("had"), *tokens)


# What stands short behind a pronoun: "she's been", "there'll be".
_WHOLE = {
    ("'s", Tag.BE): "is",
    ("'s", Tag.HAVE): "has",
    ("'ll", Tag.MODAL): "will",
    ("'ve", Tag.HAVE): "have",
    ("'re", Tag.BE): "are",
}


def _past(token: Token, words: EventWords) -> Token:
    """The past tense of an -ing form: "taking" as "took"."""
    text = words.irregular.get(token.low)
    if text is None:
        stem = token.low.removesuffix("ing")
        text = stem + "ed"
        if stem + "e" in words.base or (stem not in words.base and stem[-1:] in "csvguz"):
            text = stem + "ed"
        if stem.endswith("y") and stem[-2:-1] not in "aeiou":
            text = stem[:-1] + "ied"
    return Token(token.start, token.end, text, text, Tag.PAST)
