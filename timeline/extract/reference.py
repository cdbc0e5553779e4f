"""Reference: the noun phrases of a sentence, as what a later pronoun or "the company" may stand for."""

from collections.abc import Iterator
from dataclasses import replace

from timeline.extract.candidate import Candidate, People, Standing, candidate, is_person_noun, said_as
from timeline.extract.chunks import (
    comma_after,
    head_noun,
    is_described,
    name_behind_place,
    name_beside,
    noun_phrases,
)
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


def candidates(
    text: str, sentence: Parsed, words: EventWords, people: People, end: int | None = None
) -> tuple[Candidate, ...]:
    """The noun phrases of a sentence up to token `end`, in their order; pronouns that are subjects too."""
    tokens = sentence.tokens
    limit = len(tokens) if end is None else end
    standings = dict(_standings(sentence, limit))
    found: list[Candidate] = []
    skip = 0
    listed = _listed(sentence, limit)
    for start, stop in noun_phrases(tokens, limit):
        if start < skip:
            continue
        standing, clause = standings.get(start, (Standing.OTHER, None))
        if start in listed:
            several = Candidate(said_as(text, tokens, *listed[start]), None, plural=True)
            found.append(_placed(several, sentence, (standing, clause, ""), "", words))
        if any(first <= start < last for first, last in listed.values()):
            standing = Standing.INNER  # "the mayor and the bishop met": either may be "he"
        named = name_beside(tokens, stop, limit)
        if named is None and is_person_noun(tokens[head_noun(tokens, start, stop)].low, words):
            named = name_behind_place(tokens, stop, limit)
        role = tokens[head_noun(tokens, start, stop)].low if named is not None else ""
        first, last = named or (start, stop)
        if named is not None or is_described(tokens, stop):
            skip = comma_after(tokens, (named or (0, stop + 1))[1], limit)
        one = candidate(text, tokens, (first, last), words, people)
        if one is None or _is_denied(sentence, start):
            continue
        if one.person is None and is_person_noun(role, words):
            one = replace(one, person=True)  # "her grandfather, Stefan"
        if named is None and clause is not None and clause.subject is not None and one.person is not None:
            one = replace(one, text=_with_place(text, tokens, clause.subject, one))
        if (
            clause is not None
            and standing is Standing.SUBJECT
            and (where := _where_made(sentence, clause, words))
        ):
            one = (
                one
                if one.person or one.plural or one.text[:1].isupper()
                else replace(one, text=f"{one.text} {where}")
            )
        governor = tokens[start - 1].low if start and tokens[start - 1].tag is Tag.BASE else ""
        if [token.low for token in tokens[max(start - 2, 0) : start]] in _MADE:
            governor = "build"
        found.append(_placed(one, sentence, (standing, clause, governor), role, words))
    return tuple(found)


def _is_denied(sentence: Parsed, start: int) -> bool:
    """Whether a phrase is of nothing that there was: "had never hired a woman"."""
    indefinite = sentence.tokens[start].low in {"a", "an", "any"} and bool(sentence.clauses)
    verb = sentence.clauses[max(sentence.owner[start], 0)].verb if indefinite else None
    return verb is not None and verb.negated and start >= verb.end


def _placed(
    one: Candidate,
    sentence: Parsed,
    place: tuple[Standing, Clause | None, str],
    role: str,
    words: EventWords,
) -> Candidate:
    standing, clause, governor = place
    if clause is None:
        return one
    object_ = standing is Standing.OBJECT
    head = sentence.tokens[clause.verb.head].low
    made = object_ and (head in words.making or governor in words.making)
    weds = (
        head in words.wedding and not clause.verb.passive and standing in {Standing.SUBJECT, Standing.OBJECT}
    )
    active = not object_ and not clause.verb.passive
    gender = one.gender or ("she" if role in words.female else "he" if role in words.male else "")
    thing = one.person is None and bool(role) and not is_person_noun(role, words)
    return replace(
        one,
        standing=standing,
        active=active,
        made=made,
        weds=weds,
        role=role or one.role,
        gender=gender,
        person=False if thing else one.person,  # "her only book, Downhill,"
    )


def _with_place(text: str, tokens: tuple[Token, ...], subject: tuple[int, int], one: Candidate) -> str:
    """A subject's noun with what a preposition adds to it: "the lawyer for the captain"."""
    start, end = subject
    while start < end and tokens[start].tag in {Tag.DETERMINER, Tag.QUOTE}:
        start += 1
    inside = tokens[start:end]
    added = any(t.tag is Tag.PREPOSITION and t.low != "of" for t in inside)
    plain = all(t.tag in NOMINAL or t.tag is Tag.PREPOSITION for t in inside)
    whole = said_as(text, tokens, start, end) if added and plain and inside[-1].tag in NOMINAL else one.text
    return whole if whole.startswith(one.text) and len(inside) <= _LONGEST else one.text


_LONGEST = 7  # words of a subject that may stand for a pronoun


def _where_made(sentence: Parsed, clause: Clause, words: EventWords) -> str:
    """The named place at which a clause says that its subject was made: "a lighthouse was built | near Tarn"; "" if none."""
    tokens, at = sentence.tokens, clause.verb.end
    heads = {tokens[i].low for i in range(clause.verb.first, clause.verb.end)}
    made = clause.verb.passive and clause.verb.finite and not clause.verb.negated
    if not made or not heads & (words.making | words.unmaking | _PUT_UP):
        return ""
    end = at + 1
    while end < len(tokens) and tokens[end].tag is Tag.NAME:
        end += 1
    described = end < len(tokens) and tokens[end].tag in {Tag.NOUN, Tag.COORDINATOR}
    if end == at + 1 or described or tokens[at].low not in _AT or tokens[end - 1].owns:
        return ""
    return " ".join(token.text for token in tokens[at:end])


_PUT_UP = frozenset(
    {"set", "put", "installed", "completed", "unveiled", "inaugurated", "built", "opened", "erected"}
)
_AT = frozenset({"in", "at", "near", "around", "on", "outside", "beside", "above", "behind"})


def _listed(sentence: Parsed, limit: int) -> dict[int, tuple[int, int]]:
    """Subjects that an "and" makes of several, by their first token: "the mayor and the bishop"."""
    tokens = sentence.tokens
    found: dict[int, tuple[int, int]] = {}
    for clause in sentence.clauses:
        if clause.subject is None or clause.subject[1] > limit:
            continue
        start, end = clause.subject
        plain = all(tokens[i].tag in NOMINAL | {Tag.COORDINATOR} for i in range(start, end))
        links = [i for i in range(start + 1, end - 1) if tokens[i].low == "and"]
        if plain and len(links) == 1 and tokens[links[0] + 1].tag in {Tag.DETERMINER, Tag.POSSESSIVE}:
            found[start] = (start, end)
    return found


def _put_up(tokens: tuple[Token, ...], start: int, limit: int) -> int | None:
    """Where what is made begins behind an infinitive with its particle: "voted on Tuesday to put up | a memorial"."""
    to = next((i for i in range(start, min(limit, len(tokens) - 3)) if tokens[i].tag is Tag.TO), None)
    opening = next((i for i in range(start, limit) if tokens[i].tag is Tag.OPEN), limit)
    if to is not None and opening < to:  # "voted on Tuesday (seven to two) to put up"
        closing = next((i for i in range(opening, limit) if tokens[i].tag is Tag.CLOSE), limit - 1)
        return _put_up(tokens, closing + 1, limit) if closing + 1 < limit else None
    if to is None or any(t.tag not in {Tag.PREPOSITION, Tag.TIME, Tag.ADVERB} for t in tokens[start:to]):
        return None
    made = [token.low for token in tokens[to + 1 : to + 3]] in _MADE
    return to + 3 if made and tokens[to + 3].tag in NOMINAL else None


_MADE = (["put", "up"], ["set", "up"])


def _standings(sentence: Parsed, limit: int) -> Iterator[tuple[int, tuple[Standing, Clause]]]:
    """For the first tokens of phrases that are a subject or an object: which, and of what clause."""
    tokens = sentence.tokens
    for clause in reversed(sentence.clauses):
        if clause.role is Role.REDUCED and not clause.verb.finite and clause.verb.passive:
            continue
        at = clause.verb.end
        while at < limit and tokens[at].tag is Tag.ADVERB:
            at += 1
        if at < limit and tokens[at].tag in NOMINAL and not clause.verb.passive:
            yield at, (Standing.OBJECT, clause)
        infinitive = at + 2 < limit and tokens[at].tag is Tag.TO and tokens[at + 1].tag is Tag.BASE
        if infinitive and tokens[at + 2].tag in NOMINAL:  # "agreed to build a dam"
            yield at + 2, (Standing.OBJECT, clause)
        if (up := _put_up(tokens, clause.verb.end, limit)) is not None:
            yield up, (Standing.OBJECT, clause)
    for clause in reversed(sentence.clauses):
        if clause.subject is None or clause.role in {Role.RELATIVE, Role.REDUCED}:
            continue
        start = clause.subject[0]
        while start < clause.subject[1] and tokens[start].tag is Tag.QUOTE:
            start += 1
        main = clause.role in {Role.MAIN, Role.JOINED}
        yield start, (Standing.SUBJECT if main else Standing.INNER, clause)
