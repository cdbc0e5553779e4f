"""Reference: what a pronoun or "the company" stands for, as far as plain rules can tell."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.names import bare, bare_name, titled
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that something later may stand for; `person` is None where it may or may not be a person's."""

    text: str
    person: bool | None
    plural: bool
    role: str = ""  # "company", "president": the common noun it came with
    beside: str = ""  # the pronoun that is the subject where it is only the object: in "she met Rao", not Rao


_SINGULAR = frozenset({"he", "she", "him", "her", "his"})


def _same_person(one: str, other: str) -> bool:
    return any(one in words and other in words for words in ({"he", "him", "his"}, {"she", "her"}))


def subject_name(text: str, sentence: Parsed, index: int, words: EventWords) -> Candidate | None:
    """The name in a clause's subject, as a candidate; None if there is none."""
    clause = sentence.clauses[index]
    if clause.subject is None:
        return None
    return _candidate(text, sentence.tokens, *clause.subject, words)


def name_at(text: str, tokens: tuple[Token, ...], start: int, end: int, words: EventWords) -> Candidate:
    """A run of names as a candidate."""
    person = True if titled(tokens, start, end, words) else None if bare(tokens, start, end, words) else False
    begin, stop = bare_name(tokens, start, end, words) if person else (start, end)
    return Candidate(_said(text, tokens, begin, stop), person, plural=False)


def candidates(text: str, sentence: Parsed, words: EventWords) -> list[Candidate]:
    """The names of a sentence that later words may stand for, the likeliest first: its subjects, then objects."""
    found: list[Candidate] = []
    for index, clause in enumerate(sentence.clauses):
        if clause.role in {Role.MAIN, Role.TOLD, Role.ADVERBIAL}:
            name = subject_name(text, sentence, index, words)
            if name is not None:
                found.append(name)
    for index, clause in enumerate(sentence.clauses):
        if clause.role is Role.MAIN:
            rest = list(sentence.owned_by(index))
            if rest:
                name = _candidate(text, sentence.tokens, rest[0], rest[-1] + 1, words)
                if name is not None:
                    found.append(replace(name, beside=_pronoun(sentence, clause)))
    return found


def _pronoun(sentence: Parsed, clause: Clause) -> str:
    """The pronoun that is all of a clause's subject, or ""."""
    if clause.subject is None or clause.subject[1] - clause.subject[0] != 1:
        return ""
    first = sentence.tokens[clause.subject[0]]
    return first.low if first.tag is Tag.PRONOUN else ""


def standing_for(low: str, earlier: Sequence[Candidate]) -> Candidate | None:
    """What a pronoun stands for: the nearest earlier name that agrees with it. Nearest first in `earlier`."""
    for candidate in earlier:
        if candidate.beside and _same_person(low, candidate.beside):
            continue
        if low in _SINGULAR and candidate.person is not False and not candidate.plural:
            return candidate
        if low in {"it", "its"} and not candidate.person and not candidate.plural:
            return candidate
        if low in {"they", "their", "them"} and candidate.plural:
            return candidate
    return None


def named_before(noun: str, earlier: Sequence[Candidate], words: EventWords) -> Candidate | None:
    """What "the company" stands for: an earlier name that came with that noun or ends in it."""
    for candidate in earlier:
        if candidate.person is (noun not in words.persons):
            continue
        if candidate.role == noun or candidate.text.lower().split()[-1:] == [noun]:
            return candidate
    return None


def _candidate(
    text: str, tokens: tuple[Token, ...], start: int, end: int, words: EventWords
) -> Candidate | None:
    """What the first noun phrase of a stretch names: itself, or the name set beside it between commas."""
    parts = _parts(tokens, start, end)
    common = next((t.low for t in tokens[start:end] if t.tag is Tag.NOUN and t.low in words.anaphors), "")
    for first, last in parts[:2]:
        head = _head_end(tokens, first, last)
        if head > first and tokens[head - 1].tag is Tag.NAME and not tokens[head - 1].owns:
            return _of_names(text, tokens, first, last, head=head, common=common, words=words)
    return _of_noun(text, tokens, *parts[0], common=common, words=words) if parts else None


def _of_names(
    text: str, tokens: tuple[Token, ...], first: int, last: int, *, head: int, common: str, words: EventWords
) -> Candidate | None:
    begin = head - 1
    while begin > first and tokens[begin - 1].tag is Tag.NAME and not tokens[begin - 1].owns:
        begin -= 1
    end = head
    while end + 1 < last and tokens[end].low in {"of", "for"} and tokens[end + 1].tag is Tag.NAME:
        end += 2
        while end < last and tokens[end].tag is Tag.NAME:
            end += 1
    linked = [i for i in range(first, last) if tokens[i].tag is Tag.COORDINATOR]
    if linked:
        whole = tokens[first].tag is Tag.NAME and last - first <= 6
        return Candidate(_said(text, tokens, first, last), None, plural=True) if whole else None
    person: bool | None = None
    if (
        begin > 0
        and tokens[begin - 1].low == "the"
        and tokens[end - 1].low.endswith("s")
        and end - begin == 1
    ):
        return Candidate(_said(text, tokens, begin - 1, end), None, plural=True)  # "the Rennies"
    if begin > 0 and tokens[begin - 1].low in {"the", "this"}:
        person = False  # "the Great Powers", "the Great Eastern"
    elif begin > 0 and tokens[begin - 1].tag is Tag.POSSESSIVE:
        person = False  # "her Flora of the Alps", "his Requiem" are works, "their House" a body
    elif titled(tokens, begin, end, words):
        person = True
        begin, end = bare_name(tokens, begin, end, words)
    elif common in words.organizations or not bare(tokens, begin, end, words) or end > head:
        person = False
    return Candidate(_said(text, tokens, begin, end), person, plural=False, role=common)


def _of_noun(
    text: str, tokens: tuple[Token, ...], first: int, last: int, *, common: str, words: EventWords
) -> Candidate | None:
    """A noun such as "the government of Taiwan" or "the pier" may be "it" later, though it is no name."""
    head = _head_end(tokens, first, last)
    if head == first or last - first > 7:
        return None
    noun = tokens[head - 1].low
    definite = tokens[first].low == "the" and (not noun.endswith("s") or noun.endswith("ss"))
    if noun not in words.organizations and not definite:
        return None
    begin = first + (tokens[first].tag is Tag.DETERMINER)
    if begin >= head or tokens[first].tag in {Tag.POSSESSIVE, Tag.PRONOUN}:
        return None
    person = noun in words.persons and noun not in words.organizations
    return Candidate(_said(text, tokens, begin, last), person, plural=False, role=common)


def _said(text: str, tokens: tuple[Token, ...], start: int, end: int) -> str:
    while end > start + 1 and tokens[end - 1].tag not in NOMINAL | {Tag.CLOSE}:
        end -= 1
    return text[tokens[start].start : tokens[end - 1].end].removesuffix("'s").removesuffix("’s")


def _head_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Where the nouns end that a phrase begins with."""
    index = first
    while index < last and tokens[index].tag in NOMINAL | {Tag.QUOTE, Tag.ADVERB}:
        index += 1
    while index > first and tokens[index - 1].tag is Tag.ADVERB:
        index -= 1
    return index


def _parts(tokens: tuple[Token, ...], start: int, end: int) -> list[tuple[int, int]]:
    commas = [i for i in range(start, end) if tokens[i].tag is Tag.COMMA]
    edges = [start - 1, *commas, end]
    return [(a + 1, b) for a, b in itertools.pairwise(edges) if a + 1 < b]
