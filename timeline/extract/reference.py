"""Reference: the noun phrases of a sentence, as what a later pronoun or "the company" may stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from timeline.extract.chunks import comma_after, head_noun, is_described, name_beside, noun_phrases
from timeline.extract.clauses import Clause, Parsed, Role
from timeline.extract.names import bare, bare_name, titled, without_title
from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords
from timeline.records import dataclass


class Standing(StrEnum):
    """What a noun phrase is to its sentence."""

    SUBJECT = "subject"
    INNER = "inner"  # the subject of another clause than the main one
    OBJECT = "object"
    OTHER = "other"  # behind a preposition, within another phrase


@dataclass(frozen=True, slots=True)
class Candidate:
    """What something later may stand for; `person` is None where it may or may not be one.

    `gender` is "he", "she" or "" where that is open; `active` says whether it does what its clause tells or only
    suffers it, `made` that it is what something made or opened, `ship` that it may be "she" though it is nobody, `weds` that it
    is one of two who married. `pronoun` is the word where the phrase is but a pronoun, whose text is then that.
    """

    text: str
    person: bool | None
    plural: bool
    standing: Standing = Standing.OTHER
    gender: str = ""
    active: bool = True
    made: bool = False
    role: str = ""  # "company", "president": the common noun it came with
    head: str = ""
    pronoun: str = ""
    organization: bool = False
    ship: bool = False
    several: bool = False  # "the couple": one, and yet "they"
    weds: bool = False


# Last names that a text surely gives to persons, with their pronoun or ""; those of ships, with `VESSEL`, and of firms, with `BODY`.
People = Mapping[str, str]
VESSEL, BODY = "ship", "body"


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
            several = Candidate(_said(text, tokens, *listed[start]), None, plural=True)
            found.append(_placed(several, sentence, (standing, clause, ""), "", words))
        if any(first <= start < last for first, last in listed.values()):
            standing = Standing.INNER  # "the mayor and the bishop met": either may be "he"
        named = name_beside(tokens, stop, limit)
        role = tokens[head_noun(tokens, start, stop)].low if named is not None else ""
        first, last = named or (start, stop)
        if named is not None or is_described(tokens, stop):
            skip = comma_after(tokens, (named or (0, stop + 1))[1], limit)
        one = _candidate(text, tokens, (first, last), words, people)
        if one is None or _is_denied(sentence, start):
            continue
        if named is None and clause is not None and clause.subject is not None and one.person is not None:
            one = replace(one, text=_with_place(text, tokens, clause.subject, one))
        governor = tokens[start - 1].low if start and tokens[start - 1].tag is Tag.BASE else ""
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
    return replace(one, standing=standing, active=active, made=made, weds=weds, role=role or one.role)


def _with_place(text: str, tokens: tuple[Token, ...], subject: tuple[int, int], one: Candidate) -> str:
    """A subject's noun with what a preposition adds to it: "the lawyer for the captain"."""
    start, end = subject
    while start < end and tokens[start].tag in {Tag.DETERMINER, Tag.QUOTE}:
        start += 1
    inside = tokens[start:end]
    added = any(t.tag is Tag.PREPOSITION and t.low != "of" for t in inside)
    plain = all(t.tag in NOMINAL or t.tag is Tag.PREPOSITION for t in inside)
    whole = _said(text, tokens, start, end) if added and plain and inside[-1].tag in NOMINAL else one.text
    return whole if whole.startswith(one.text) and len(inside) <= _LONGEST else one.text


_LONGEST = 7  # words of a subject that may stand for a pronoun


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
    for clause in reversed(sentence.clauses):
        if clause.subject is None or clause.role in {Role.RELATIVE, Role.REDUCED}:
            continue
        start = clause.subject[0]
        while start < clause.subject[1] and tokens[start].tag is Tag.QUOTE:
            start += 1
        main = clause.role in {Role.MAIN, Role.JOINED}
        yield start, (Standing.SUBJECT if main else Standing.INNER, clause)


def _candidate(
    text: str, tokens: tuple[Token, ...], within: tuple[int, int], words: EventWords, people: People
) -> Candidate | None:
    start, stop = within
    while start < stop and tokens[start].tag is Tag.TIME:
        start += 1
    if start >= stop:
        return None
    if tokens[start].tag is Tag.PRONOUN:
        low = tokens[start].low
        known = low in words.subject_pronouns - words.first_person or low in {"him", "her"}
        if low == "it" and any(token.tag is Tag.THAT for token in tokens[stop : stop + 6]):
            return None  # "it was not until May that …"
        return Candidate(low, None, low == "they", pronoun=low) if known and stop == start + 1 else None
    head = head_noun(tokens, start, stop)
    if any(tokens[i].tag is Tag.COORDINATOR for i in range(start, stop)):
        return Candidate(_said(text, tokens, start, stop), None, plural=True, head=tokens[head].low)
    if tokens[head].tag is Tag.NAME:
        return _of_name(text, tokens, (start, stop), words, people)
    if tokens[head].tag is not Tag.NOUN or tokens[head].low in _NO_THINGS:
        return None
    return _of_noun(text, tokens, start, stop, words)


_NO_THINGS = frozenset(
    ["year", "years", "month", "months", "week", "weeks", "day", "days", "decade", "decades", "century", "time", "times", "night",
     "morning", "evening", "afternoon", "end", "beginning", "start", "hours", "minutes", "part", "place", "effect"]
)  # fmt: skip


def _of_name(
    text: str, tokens: tuple[Token, ...], within: tuple[int, int], words: EventWords, people: People
) -> Candidate | None:
    start, stop = within
    office = tokens[start].low in words.persons and any(tokens[i].low == "of" for i in range(start, stop))
    name = without_title(tokens, start, stop, words) if office else start
    if start < name < stop - 1 and tokens[name - 1].tag is Tag.NAME:
        start = name  # "Minister of Finance of Iceland | Ann Lee"
    of = next((i for i in range(start, stop) if tokens[i].low == "of"), stop)
    begin = of
    while begin > start and tokens[begin - 1].tag is Tag.NAME:
        begin -= 1
    end = stop if of < stop and tokens[of + 1].tag is Tag.NAME else of
    names = tokens[begin:of]
    before = tokens[begin - 1] if begin > start else None
    common = next((t.low for t in tokens[start:begin] if t.tag is Tag.NOUN), "")
    last = names[-1].low
    many = (
        last.endswith("s") and len(names) == 1 and not names[-1].text.isupper()
    )  # "the Rennies", not "the US"
    if before is not None and before.low == "the" and many:
        return Candidate(_said(text, tokens, begin - 1, end), None, plural=True, head=last)  # "the Rennies"
    gender = _gender(tokens, start, of, words) or people.get(names[-1].text.removesuffix("'s"), "")
    organization = any(t.low in words.organizations for t in names) or common in words.organizations
    if gender == BODY:
        gender, organization = "", True
    ship = gender == VESSEL
    firm = names[-1].owns and of == stop and last.endswith("'s")  # "Penn's went bankrupt"
    known = names[-1].text.removesuffix("'s") in people and not organization and not ship
    person: bool | None
    if ship:
        person = False
    elif titled(tokens, begin, of, words) or (is_person_noun(common, words) and not organization):
        person = True
    elif before is not None and (before.low in {"the", "this", "a"} or before.tag is Tag.POSSESSIVE):
        person = False  # "the Great Eastern" is a thing, "her Flora of the Alps" a work
    elif organization or firm or end > of or not bare(tokens, begin, of, words):
        person = False
    else:
        given = len(names) > 1 and names[0].low in words.male_names | words.female_names
        person = True if known or given else None
    if person:
        begin, end = bare_name(tokens, begin, of, words)
    said = _said(text, tokens, begin, end) + ("'s" if firm else "")
    return Candidate(
        said, person, plural=False, gender=gender if person else "", role=common,
        head=last, organization=organization, ship=ship or common in words.vessels,
    )  # fmt: skip


def _of_noun(
    text: str, tokens: tuple[Token, ...], start: int, stop: int, words: EventWords
) -> Candidate | None:
    head = tokens[head_noun(tokens, start, stop)]
    begin = start + (tokens[start].tag is Tag.DETERMINER)
    while begin < stop and tokens[begin].tag is Tag.DETERMINER:
        begin += 1
    if begin >= stop:
        return None
    if tokens[start].low == "no" or (tokens[start].tag is Tag.NOUN and not _plural_form(head.low)):
        return None  # "mineral water", "no beer": nothing in particular
    counted = any(
        t.low in _MANY or (t.tag is Tag.NUMBER and t.low not in {"one", "1"}) for t in tokens[start:stop]
    )
    ends = _plural_form(head.low)
    singular = tokens[start].low in {"a", "an", "this", "that", "each", "every", "another"}
    plural = (counted or ends or head.low in _PLURALS) and not singular
    organization = head.low in words.organizations
    person = not organization and is_person_noun(head.low, words)
    said = _said(text, tokens, begin, stop)
    own = tokens[start].tag is Tag.POSSESSIVE
    return Candidate(
        said, person, plural, gender=_gender(tokens, start, stop, words) if person else "", head=head.low,
        role="" if own else head.low, organization=organization, ship=head.low in words.vessels,
        several=head.low in words.several,
    )  # fmt: skip


def _plural_form(low: str) -> bool:
    return low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "is")))


_MANY = frozenset(
    ["these", "those", "both", "several", "many", "few", "some", "all", "most", "two", "three", "four", "five",
     "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)  # fmt: skip
_PLURALS = frozenset(["people", "men", "women", "children", "police", "troops", "cattle", "forces", "goods"])


def is_person_noun(low: str, words: EventWords) -> bool:
    """Whether a noun is of a person, or of persons: "mayor", "cellist", "widow"."""
    known = words.persons | words.male | words.female
    return (
        low in known
        or low.removesuffix("s") in known
        or low.endswith(("ist", "ists", "man", "men", "woman", "women", "people"))
    )


def _gender(tokens: tuple[Token, ...], start: int, stop: int, words: EventWords) -> str:
    """The pronoun of a person, as far as a title, a noun or a given name shows it."""
    for token in tokens[max(start - 1, 0) : stop]:
        low = token.low.rstrip(".")
        name = token.tag is Tag.NAME
        if low in words.male or (name and low in words.male_names):
            return "he"
        if low in words.female or (name and low in words.female_names):
            return "she"
        if token.low == "of":
            break
    return ""


def _said(text: str, tokens: tuple[Token, ...], start: int, end: int) -> str:
    while end > start + 1 and tokens[end - 1].tag not in NOMINAL | {Tag.CLOSE}:
        end -= 1
    return text[tokens[start].start : tokens[end - 1].end].removesuffix("'s").removesuffix("’s")
