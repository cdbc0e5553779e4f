"""Candidate: a noun phrase as what something later may stand for, with what it shows of itself."""

from collections.abc import Mapping
from enum import StrEnum

from timeline.extract.chunks import head_noun
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


def candidate(
    text: str, tokens: tuple[Token, ...], within: tuple[int, int], words: EventWords, people: People
) -> Candidate | None:
    """What the noun phrase `within` may be referred to as; None for what nothing stands for later."""
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
        return Candidate(said_as(text, tokens, start, stop), None, plural=True, head=tokens[head].low)
    if tokens[head].tag is Tag.NAME:
        return _of_name(text, tokens, (start, stop), words, people)
    if tokens[head].tag is not Tag.NOUN or tokens[head].low in words.no_things:
        return None
    return _of_noun(text, tokens, start, stop, words)


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
        return Candidate(said_as(text, tokens, begin - 1, end), None, plural=True, head=last)  # "the Rennies"
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
    said = said_as(text, tokens, begin, end) + ("'s" if firm else "")
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
    if tokens[start].low == "no" or (tokens[start].tag is Tag.NOUN and not _plural_form(head.low, words)):
        return None  # "mineral water", "no beer": nothing in particular
    counted = any(
        t.low in words.many or (t.tag is Tag.NUMBER and t.low not in {"one", "1"}) for t in tokens[start:stop]
    )
    ends = _plural_form(head.low, words)
    singular = tokens[start].low in {"a", "an", "this", "that", "each", "every", "another"}
    plural = (counted or ends or head.low in words.plurals) and not singular
    organization = head.low in words.organizations
    person = not organization and is_person_noun(head.low, words)
    said = said_as(text, tokens, begin, stop)
    own = tokens[start].tag is Tag.POSSESSIVE
    return Candidate(
        said, person, plural, gender=_gender(tokens, start, stop, words) if person else "", head=head.low,
        role="" if own else head.low, organization=organization, ship=head.low in words.vessels,
        several=head.low in words.several,
    )  # fmt: skip


def _plural_form(low: str, words: EventWords) -> bool:
    return low in words.plurals or (low.endswith("s") and not low.endswith(("ss", "us", "is")))


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


def said_as(text: str, tokens: tuple[Token, ...], start: int, end: int) -> str:
    """The words of a phrase as the text has them, without what follows its last noun."""
    while end > start + 1 and tokens[end - 1].tag not in NOMINAL | {Tag.CLOSE}:
        end -= 1
    return text[tokens[start].start : tokens[end - 1].end].removesuffix("'s").removesuffix("’s")
