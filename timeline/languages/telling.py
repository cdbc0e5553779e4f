"""What shows, in a language without a grammar of its own here, what a clause tells: `<code>/events.toml`, as sets.

A list holds words, and endings ("*ung"), beginnings ("produktion*") and exceptions to these ("!heute", "!*ština"), all
in lower case. English has a grammar, and its file another form: see `timeline.languages.events`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import field, fields, replace
from functools import lru_cache
from importlib import resources

from timeline.languages import served_by
from timeline.languages.scripts import plain
from timeline.records import dataclass

_DEFAULT = "und"


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, beginnings and endings; `in` asks whether a word is one of them."""

    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    excepted: frozenset[str] = frozenset()
    excepted_ends: tuple[str, ...] = ()

    def __contains__(self, word: str) -> bool:
        """Whether the set holds a word, as written in lower case."""
        if word in self.words:
            return True
        if not (self.starts or self.ends) or word in self.excepted or word.endswith(self.excepted_ends):
            return False
        return word.startswith(self.starts) or (word.endswith(self.ends) and word not in self.ends)

    def __bool__(self) -> bool:
        """Whether it holds anything."""
        return bool(self.words or self.starts or self.ends)


_NONE = WordSet()


@dataclass(frozen=True, slots=True, eq=False)
class TellingWords:
    """The lists of a file, named as there; see the comments in `de/events.toml`. A list it lacks is empty.

    `spelling` names the ways in which words are made plain before they are looked up, `verb_second` says that
    the verb comes second and, in a clause that hangs on another, last; `null_subject` that a verb needs no
    subject; `verbs_known` that a clause without a listed verb is none; `ordinal_stops` and `year_stops` that a
    full stop follows an ordinal, and a year.
    """

    code: str
    spelling: tuple[str, ...] = ()
    verb_second: bool = False
    null_subject: bool = False
    verbs_known: bool = False
    ordinal_stops: bool = False
    year_stops: bool = False
    abbreviations: WordSet = field(default=_NONE)
    coordinators: WordSet = field(default=_NONE)
    subordinators: WordSet = field(default=_NONE)
    complementizers: WordSet = field(default=_NONE)
    clause_prepositions: WordSet = field(default=_NONE)
    relatives: WordSet = field(default=_NONE)
    subject_relatives: WordSet = field(default=_NONE)
    bare_relatives: WordSet = field(default=_NONE)
    conditional: WordSet = field(default=_NONE)
    before_date: WordSet = field(default=_NONE)
    date_nouns: WordSet = field(default=_NONE)
    after_date: WordSet = field(default=_NONE)
    openers: WordSet = field(default=_NONE)
    determiners: WordSet = field(default=_NONE)
    oblique: WordSet = field(default=_NONE)
    possessives: WordSet = field(default=_NONE)
    genitives: WordSet = field(default=_NONE)
    pronouns: WordSet = field(default=_NONE)
    singular_pronouns: WordSet = field(default=_NONE)
    first_person: WordSet = field(default=_NONE)
    reflexives: WordSet = field(default=_NONE)
    object_clitics: WordSet = field(default=_NONE)
    clitics: WordSet = field(default=_NONE)
    adverbs: WordSet = field(default=_NONE)
    prepositions: WordSet = field(default=_NONE)
    circumstances: WordSet = field(default=_NONE)
    accented: WordSet = field(default=_NONE)
    linking_articles: WordSet = field(default=_NONE)
    attributive: WordSet = field(default=_NONE)
    attributive_days: WordSet = field(default=_NONE)
    comparing: WordSet = field(default=_NONE)
    negations: WordSet = field(default=_NONE)
    unreal: WordSet = field(default=_NONE)
    passing: WordSet = field(default=_NONE)
    within: WordSet = field(default=_NONE)
    finite: WordSet = field(default=_NONE)
    unprefixed: WordSet = field(default=_NONE)
    plural_verbs: WordSet = field(default=_NONE)
    participle_marks: WordSet = field(default=_NONE)
    nouns_too: WordSet = field(default=_NONE)
    participles: WordSet = field(default=_NONE)
    before_verb: WordSet = field(default=_NONE)
    presents: WordSet = field(default=_NONE)
    marked: WordSet = field(default=_NONE)
    places: WordSet = field(default=_NONE)
    rumours: WordSet = field(default=_NONE)
    copula_one: WordSet = field(default=_NONE)
    copula_many: WordSet = field(default=_NONE)
    unaided: WordSet = field(default=_NONE)
    prefixes: WordSet = field(default=_NONE)
    separable: WordSet = field(default=_NONE)
    helping: WordSet = field(default=_NONE)
    copulas: WordSet = field(default=_NONE)
    participle_beginnings: WordSet = field(default=_NONE)
    hearsay: WordSet = field(default=_NONE)
    transitive: WordSet = field(default=_NONE)
    future: WordSet = field(default=_NONE)
    planned: WordSet = field(default=_NONE)
    planning: WordSet = field(default=_NONE)
    meaning: WordSet = field(default=_NONE)
    prospective: WordSet = field(default=_NONE)
    obliging: WordSet = field(default=_NONE)
    put_off: WordSet = field(default=_NONE)
    put_off_to: WordSet = field(default=_NONE)
    than: WordSet = field(default=_NONE)
    due: WordSet = field(default=_NONE)
    infinitive_marks: WordSet = field(default=_NONE)
    infinitives: WordSet = field(default=_NONE)
    perfect: WordSet = field(default=_NONE)
    reported: WordSet = field(default=_NONE)
    telling: WordSet = field(default=_NONE)
    neutral: WordSet = field(default=_NONE)
    figures: WordSet = field(default=_NONE)
    having: WordSet = field(default=_NONE)
    measures: WordSet = field(default=_NONE)
    numbers: WordSet = field(default=_NONE)
    amounting: WordSet = field(default=_NONE)
    existing: WordSet = field(default=_NONE)
    being: WordSet = field(default=_NONE)
    lasting: WordSet = field(default=_NONE)
    arriving: WordSet = field(default=_NONE)
    occasions: WordSet = field(default=_NONE)
    cardinals: WordSet = field(default=_NONE)
    small_cardinals: WordSet = field(default=_NONE)
    partitives: WordSet = field(default=_NONE)
    durations: WordSet = field(default=_NONE)
    accompanying: WordSet = field(default=_NONE)
    arising: WordSet = field(default=_NONE)
    living: WordSet = field(default=_NONE)
    nominatives: WordSet = field(default=_NONE)
    uncounted: WordSet = field(default=_NONE)
    indefinites: WordSet = field(default=_NONE)
    living_through: WordSet = field(default=_NONE)
    enduring: WordSet = field(default=_NONE)
    happenings: WordSet = field(default=_NONE)
    chronicles: WordSet = field(default=_NONE)
    articles: WordSet = field(default=_NONE)
    masculine: WordSet = field(default=_NONE)
    feminine: WordSet = field(default=_NONE)
    neuter: WordSet = field(default=_NONE)
    masculine_objects: WordSet = field(default=_NONE)
    feminine_objects: WordSet = field(default=_NONE)
    neuter_objects: WordSet = field(default=_NONE)
    definites: WordSet = field(default=_NONE)
    passive: WordSet = field(default=_NONE)
    at_once: WordSet = field(default=_NONE)
    elsewhen: WordSet = field(default=_NONE)
    abiding: WordSet = field(default=_NONE)
    past: WordSet = field(default=_NONE)
    now: WordSet = field(default=_NONE)
    uninflected: WordSet = field(default=_NONE)
    around_date: WordSet = field(default=_NONE)
    done_to: WordSet = field(default=_NONE)
    but: WordSet = field(default=_NONE)
    nobody: WordSet = field(default=_NONE)
    toll: WordSet = field(default=_NONE)

    def plain(self, word: str) -> str:
        """A word as the lists have it: in lower case, in the script and with the accents they use."""
        low = word.lower().replace("’", "'")
        return low if low in self.accented else plain(low, self.spelling)


@lru_cache(maxsize=64)
def words(code: str) -> TellingWords:
    """The words of a language by its ISO 639-1 code; those of no language in particular where it has no file."""
    found = _file(served_by(code)) if code.isalpha() and len(code) <= 3 else None
    if found is None or "clauses" not in found:
        found = _file(_DEFAULT) or {}
    return _made(code, found)


def _file(code: str) -> Mapping[str, object] | None:
    file = resources.files("timeline.languages").joinpath(code, "events.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else None


def _made(code: str, data: Mapping[str, object]) -> TellingWords:
    spelling = tuple(str(data.get("spelling", "")).split())
    known = {f.name for f in fields(TellingWords)}
    accented = frozenset(
        str(word)
        for table in data.values()
        if isinstance(table, dict)
        for word in str(table.get("accented", "")).split()
    )
    lists = {
        name: _set(str(text), () if name in {"marked", "accented"} else spelling, accented)
        for table in data.values()
        if isinstance(table, dict)
        for name, text in table.items()
    }
    if "prefixes" in lists:
        lists["finite"] = _prefixed(lists["finite"], lists["prefixes"].words)
    if (alone := lists.get("unprefixed")) is not None:
        lists["finite"] = replace(lists["finite"], words=lists["finite"].words | alone.words)
    if (happenings := lists.get("happenings")) is not None:  # "*brand": a fire, and any kind of fire
        bare = frozenset(happenings.ends)
        lists["happenings"] = replace(happenings, words=happenings.words | bare)
    flags = {name: bool(value) for name, value in data.items() if isinstance(value, bool)}
    if unknown := (lists.keys() | flags.keys()) - known:
        raise ValueError(f"{code}/events.toml: no such list: {', '.join(sorted(unknown))}")
    return TellingWords(code=code, spelling=spelling, **lists, **flags)  # type: ignore[arg-type]  # told apart above


def _prefixed(verbs: WordSet, prefixes: frozenset[str]) -> WordSet:
    """The listed verbs also with each prefix that never leaves them: "kam", "bekam", "entkam"."""
    made = frozenset(prefix + verb for prefix in prefixes for verb in verbs.words if len(verb) > 2)
    return replace(verbs, words=verbs.words | (made - verbs.excepted))


def _set(text: str, spelling: tuple[str, ...], accented: frozenset[str]) -> WordSet:
    entries = [plain(word, spelling) for word in text.split()] + [w for w in text.split() if w in accented]
    return WordSet(
        words=frozenset(word for word in entries if word[0] not in "!*" and word[-1] != "*"),
        starts=tuple(word[:-1] for word in entries if word[-1] == "*"),
        ends=tuple(word[1:] for word in entries if word[0] == "*"),
        excepted=frozenset(word[1:] for word in entries if word[0] == "!" and word[1] != "*"),
        excepted_ends=tuple(word[2:] for word in entries if word[:2] == "!*"),
    )
