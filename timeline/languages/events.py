"""The words by which a language shows what happened: `en/events.toml` and its like, as sets."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources

from timeline.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class EventWords:
    """Sets of lower-case words, named as in the file; see the comments there."""

    determiners: frozenset[str]
    pronouns: frozenset[str]
    subject_pronouns: frozenset[str]
    first_person: frozenset[str]
    possessives: frozenset[str]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    time_prepositions: frozenset[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    before_to: frozenset[str]
    either_way: frozenset[str]
    conditional: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    not_participles: frozenset[str]
    numbers: frozenset[str]
    ordinals: frozenset[str]
    bounds: frozenset[str]
    around: frozenset[str]
    not_quite: frozenset[str]
    wholes: frozenset[str]
    before_dates: frozenset[str]
    droppable: frozenset[str]
    particles: frozenset[str]
    past: frozenset[str]
    past_or_participle: frozenset[str]
    participle: frozenset[str]
    irregular: Mapping[str, str]  # "taking" → "took"
    intransitive: frozenset[str]
    base: frozenset[str]
    third: frozenset[str]  # "signs", made of the base forms
    noun_or_verb: frozenset[str]
    reporting: frozenset[str]
    bare_telling: frozenset[str]
    neutral: frozenset[str]
    telling_nouns: frozenset[str]
    claiming: frozenset[str]
    claims: frozenset[str]
    true: frozenset[str]
    untrue: frozenset[str]
    likely: frozenset[str]
    planning: frozenset[str]
    set_for: frozenset[str]
    put_off: frozenset[str]
    meant: frozenset[str]
    cancelling: frozenset[str]
    deadlines: frozenset[str]
    due: frozenset[str]
    wanting: frozenset[str]
    asking: frozenset[str]
    inviting: frozenset[str]
    ordering: frozenset[str]
    statistic_verbs: frozenset[str]
    stating_verbs: frozenset[str]
    figures: frozenset[str]
    measures: frozenset[str]
    units: frozenset[str]
    trading: frozenset[str]
    roughly: frozenset[str]
    fractions: frozenset[str]
    small_numbers: frozenset[str]
    counted_times: frozenset[str]
    by_each: frozenset[str]
    rate_units: frozenset[str]
    lasting_deeds: frozenset[str]
    comparing: frozenset[str]
    looking_back: frozenset[str]
    taking_part: frozenset[str]
    living_through: frozenset[str]
    happenings: frozenset[str]
    passing: frozenset[str]
    within: frozenset[str]
    stages: frozenset[str]
    winners: frozenset[str]
    linking: frozenset[str]
    consequences: frozenset[str]
    date_parts: frozenset[str]
    documents: frozenset[str]
    remembering: frozenset[str]
    persons: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    organizations: frozenset[str]
    anaphors: frozenset[str]
    generic: frozenset[str]
    many: frozenset[str]
    plurals: frozenset[str]
    no_things: frozenset[str]
    witnesses: frozenset[str]
    studies: frozenset[str]
    periods: frozenset[str]
    chronicles: frozenset[str]
    telling_apart: frozenset[str]
    vessels: frozenset[str]
    calendar: frozenset[str]
    making: frozenset[str]
    unmaking: frozenset[str]
    bodily: frozenset[str]
    wedding: frozenset[str]
    several: frozenset[str]
    accidents: frozenset[str]
    of_accidents: frozenset[str]
    of_papers: frozenset[str]
    stative: frozenset[str]
    other_times: frozenset[str]
    toll: frozenset[str]
    naming: frozenset[str]


@lru_cache(maxsize=64)
def words(code: str) -> EventWords | None:
    """The words of a language by its ISO 639-1 code, or None where it has no file for a grammar of clauses."""
    if not (code.isalnum() and len(code) <= 3):
        return None
    file = resources.files("timeline.languages").joinpath(code, "events.toml")
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return _made(data) if "words" in data else None  # the others are for `timeline.languages.telling`


def _made(data: dict[str, dict[str, str]]) -> EventWords:
    pairs = data["verbs"].pop("irregular", "").split()
    lists = {name: frozenset(text.split()) for table in data.values() for name, text in table.items()}
    lists["third"] = frozenset(_third(verb) for verb in lists["base"])
    lists["happenings"] |= _plurals(lists["happenings"])
    lists["organizations"] |= _plurals(lists["organizations"])
    return EventWords(**lists, irregular=dict(zip(pairs[::2], pairs[1::2], strict=True)))


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _plurals(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(_third(noun) for noun in nouns if not noun.endswith("s"))
