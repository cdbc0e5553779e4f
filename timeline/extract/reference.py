"""Reference: what a pronoun or "the company" stands for, as far as plain rules can tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.clauses import Parsed, Role
from timeline.extract.names import bare_name, is_person
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that something later may stand for."""

    text: str
    person: bool
    plural: bool
    role: str = ""  # "company", "president": the common noun it came with


_SINGULAR = frozenset({"he", "she", "him", "her", "his"})


def subject_name(text: str, sentence: Parsed, index: int, words: EventWords) -> Candidate | None:
    """The name in a clause's subject, as a candidate; None if there is none."""
    clause = sentence.clauses[index]
    if clause.subject is None:
        return None
    return _candidate(text, sentence.tokens, *clause.subject, words)


def name_at(text: str, tokens: Sequence[Token], start: int, end: int, words: EventWords) -> Candidate:
    """A run of names as a candidate."""
    person = is_person(tokens, start, end, words) or end - start == 1
    begin, end = bare_name(tokens, start, end, words) if person else (start, end)
    said = text[tokens[begin].start : tokens[end - 1].end]
    return Candidate(said.removesuffix("'s").removesuffix("’s"), person, plural=False)


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
                    found.append(name)
    return found


def standing_for(low: str, earlier: Sequence[Candidate]) -> Candidate | None:
    """What a pronoun stands for: the nearest earlier name that agrees with it. Nearest first in `earlier`."""
    for candidate in earlier:
        if low in _SINGULAR and candidate.person and not candidate.plural:
            return candidate
        if low in {"it", "its"} and not candidate.person and not candidate.plural:
            return candidate
        if low in {"they", "their", "them"} and candidate.plural:
            return candidate
    return None


def named_before(noun: str, earlier: Sequence[Candidate], words: EventWords) -> Candidate | None:
    """What "the company" stands for: an earlier name that came with that noun or ends in it."""
    for candidate in earlier:
        if candidate.person != (noun in words.persons):
            continue
        if candidate.role == noun or candidate.text.lower().split()[-1:] == [noun]:
            return candidate
    return None


def _candidate(
    text: str, tokens: tuple[Token, ...], start: int, end: int, words: EventWords
) -> Candidate | None:
    stop = next((i for i in range(start, end) if tokens[i].tag is Tag.COMMA), end)
    for first, last in ((start, stop), (stop + 1, end)):
        if first >= last:
            continue
        names = [i for i in range(first, last) if tokens[i].tag is Tag.NAME]
        if not names:
            continue
        tail = names[-1] + 1
        head = names[-1]
        while head > first and (tokens[head - 1].tag is Tag.NAME or (
            tokens[head - 1].low in {"of", "the", "for"} and head - 1 > first and tokens[head - 2].tag in {Tag.NAME, Tag.PREPOSITION}
        )):  # fmt: skip
            head -= 1
        if tokens[head].owns or tokens[tail - 1].owns:
            continue
        person = is_person(tokens, head, tail, words)
        begin, tail = bare_name(tokens, head, tail, words) if person else (head, tail)
        common = next((t.low for t in tokens[start:end] if t.tag is Tag.NOUN and t.low in words.anaphors), "")
        plural = any(t.tag is Tag.COORDINATOR for t in tokens[first:last])
        source = first if plural else begin
        if plural and (tail - source > 6 or tokens[source].tag is not Tag.NAME):
            return None
        return Candidate(text[tokens[source].start : tokens[tail - 1].end], person, plural, common)
    return None
