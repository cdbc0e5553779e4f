"""Whether titles name whom and what a sentence only points to: little texts of which the right name is known.

    python benchmarks/referring.py [--seed N] [--each N] [--list CLASS]

Each class is a way to point (a pronoun, a role, a bare definite, a possessive, "both"), with and without somebody else about.
Names, deeds and things are of many domains and mostly invented; what a title must name, and what it may not, goes with the text.
*Open* is a title that leaves the pointing word as it was, or drops it: dull, but true. *Wrong* names somebody else.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline import pipeline
from timeline.model.document import DocumentId, Metadata
from timeline.times import edtf

SHE = ["Ann", "Maria", "Ingrid", "Helen", "Sofia", "Karin", "Laura", "Martha"]
HE = ["Tom", "Peter", "Karl", "Martin", "David", "Paul", "Erik", "Walter"]
LAST = [
    "Lorrimer",
    "Aske",
    "Dellow",
    "Varga",
    "Thorne",
    "Quist",
    "Ravel",
    "Mossop",
    "Haddick",
    "Sorrel",
    "Brandt",
    "Ilves",
    "Okoye",
    "Tarn",
    "Velde",
    "Penrose",
]
PLACES = [
    "Harle",
    "Vernois",
    "Ostby",
    "Karsholm",
    "Melford",
    "Tarrow",
    "Lierre",
    "Brund",
    "Selwick",
    "Corrin",
    "Ashmoor",
    "Ludden",
]
# A calling, what they do with an object, and without.
CALLINGS = {
    "engineer": (
        ["designed the aqueduct", "drained the marsh"],
        ["retired", "moved to Lisbon", "was knighted"],
    ),
    "composer": (
        ["finished the oratorio", "conducted the première"],
        ["fell silent", "went to Vienna", "was honoured with a medal"],
    ),
    "surgeon": (
        ["opened the clinic", "described the fever"],
        ["was struck off", "returned to practice", "emigrated"],
    ),
    "judge": (["dismissed the claim", "heard the appeal"], ["stepped down", "was promoted", "resigned"]),
    "skipper": (["crossed the strait", "sighted the wreck"], ["drowned", "was rescued", "lost an arm"]),
    "farmer": (["enclosed the common", "bred the heifer"], ["went bankrupt", "was evicted", "died"]),
    "cyclist": (
        ["won the classic", "broke the record"],
        ["was disqualified", "retired from racing", "crashed in training"],
    ),
    "bishop": (
        ["consecrated the chapel", "visited the lepers"],
        ["was exiled", "fell ill", "returned from Rome"],
    ),
}
# Bodies by a name that ends in their kind, what they do, what befalls them.
BODIES = {
    "company": (
        "Holdings",
        ["bought the quarry", "opened a depot"],
        ["was dissolved", "went bankrupt", "cut 300 jobs"],
    ),
    "party": (
        "Party",
        ["held a congress", "published a manifesto"],
        ["was banned", "split in two", "won nine seats"],
    ),
    "club": (
        "Football Club",
        ["signed a striker", "built a stand"],
        ["was relegated", "went into administration", "won the cup"],
    ),
    "college": (
        "College",
        ["admitted women", "founded a chair"],
        ["was merged", "lost its charter", "closed"],
    ),
    "newspaper": (
        "Gazette",
        ["hired a cartoonist", "moved its press"],
        ["was suppressed", "folded", "changed hands"],
    ),
    "airline": (
        "Airways",
        ["ordered six jets", "flew to Bergen"],
        ["was nationalised", "ceased trading", "laid off 80 pilots"],
    ),
}
# Things that are made somewhere: how they came to be there, and what befell them.
THINGS = {
    "surveillance zone": ("was set up around", ["was lifted", "was enlarged"]),
    "lighthouse": ("was built near", ["was automated", "was struck by lightning"]),
    "field hospital": ("was opened at", ["was shelled", "was moved to the coast"]),
    "ferry terminal": ("was inaugurated at", ["was closed", "was flooded"]),
    "power station": ("was completed at", ["was shut down", "was sold to a Danish firm"]),
    "landing stage": ("was put up at", ["was swept away", "was repaired"]),
    "research reactor": ("was installed at", ["was dismantled", "leaked"]),
    "peace monument": ("was unveiled at", ["was vandalised", "was restored"]),
}
SHIPS = {
    "ferry": "sank",
    "trawler": "ran aground",
    "schooner": "was sold",
    "lifeboat": "capsized",
    "steamer": "was torpedoed",
}
GROUPS = ["inspectors", "climbers", "pilgrims", "strikers", "divers", "nuns", "prisoners", "volunteers"]
WENT = ["returned", "were released", "were honoured", "left for the coast", "gave evidence"]


Composed = tuple[
    str, list[str], *tuple[str, ...]
]  # a text, what its last title must name, and what it must not


@dataclass(frozen=True)
class Case:
    """A text; the title of its last year must hold one of `names`, and none of `others`."""

    kind: str
    text: str
    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    open: bool = False  # nothing can be known: naming anybody is wrong


def cases(seed: int, each: int) -> Iterator[Case]:
    """As many texts of each class, the same for the same seed."""
    for kind, compose in CLASSES.items():
        chance = random.Random(f"{seed} {kind}")  # noqa: S311  # the same texts for the same seed
        for _ in range(each):
            text, names, *others = compose(chance)
            yield Case(kind, text, tuple(names), tuple(others), open=not names)


def _years(chance: random.Random) -> tuple[str, str]:
    first = chance.randint(1850, 1990)
    return str(first), str(first + chance.randint(1, 25))


@dataclass(frozen=True)
class _Person:
    name: str
    last: str
    she: bool
    calling: str

    @property
    def pronoun(self) -> str:
        return "she" if self.she else "he"

    @property
    def whose(self) -> str:
        return "her" if self.she else "his"

    @property
    def deed(self) -> list[str]:
        return CALLINGS[self.calling][0]

    @property
    def fate(self) -> list[str]:
        return CALLINGS[self.calling][1]


def _person(chance: random.Random, *, she: bool | None = None, but: str = "") -> _Person:
    she = chance.random() < 0.5 if she is None else she
    last = chance.choice([name for name in LAST if name != but])
    calling = chance.choice([one for one in CALLINGS if not (she and one == "bishop")])
    return _Person(f"{chance.choice(SHE if she else HE)} {last}", last, she, calling)


def _put(chance: random.Random, said: str, year: str) -> str:
    """A sentence with its date in front or behind."""
    if chance.random() < 0.3:
        return f"In {year} {said}."
    return f"{said[:1].upper()}{said[1:]} in {year}."


def _introduced(chance: random.Random, one: _Person) -> str:
    place = chance.choice(PLACES)
    return chance.choice(
        [
            f"the {one.calling} {one.name}",
            one.name,
            f"the {one.calling} {one.name}",
            f"a {one.calling} from {place}, {one.name},",
        ]
    )


def _pronoun(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    first = f"{_introduced(chance, one)} {chance.choice(one.deed)}"
    return f"{_put(chance, first, a)} {_put(chance, f'{one.pronoun} {chance.choice(one.fate)}', b)}", [
        one.last
    ]


def _pronoun_beside_place(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    place = chance.choice(PLACES)
    first = f"{_introduced(chance, one)} {chance.choice(one.deed)} near {place}"
    return (
        f"{_put(chance, first, a)} {_put(chance, f'{one.pronoun} {chance.choice(one.fate)}', b)}",
        [one.last],
        place,
    )


def _pronoun_of_two(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    other = _person(chance, she=not one.she, but=one.last)
    verb = chance.choice(["met", "succeeded", "sued", "trained", "praised"])
    meant, not_ = chance.choice([(one, other), (other, one)])
    first = f"the {one.calling} {one.name} {verb} the {other.calling} {other.name}"
    return (
        f"{_put(chance, first, a)} {_put(chance, f'{meant.pronoun} {chance.choice(meant.fate)}', b)}",
        [meant.last],
        not_.last,
    )


def _pronoun_of_either(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    other = _person(chance, she=one.she, but=one.last)
    verb = chance.choice(["met", "succeeded", "sued", "trained", "praised"])
    first = f"the {one.calling} {one.name} {verb} the {other.calling} {other.name}"
    return f"{_put(chance, first, a)} {_put(chance, f'{one.pronoun} died', b)}", [], one.last, other.last


def _pronoun_two_sentences_on(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    between = chance.choice(
        [
            "The work took four years.",
            "Nobody had done so before.",
            "The town paid for it.",
            "Snow fell early that year.",
        ]
    )
    first = f"the {one.calling} {one.name} {chance.choice(one.deed)}"
    return (
        f"{_put(chance, first, a)} {between} {_put(chance, f'{one.pronoun} {chance.choice(one.fate)}', b)}",
        [one.last],
    )


def _pronoun_again(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    first = f"the {one.calling} {one.name} {chance.choice(one.deed)}"
    middle = f"{one.pronoun.capitalize()} lived in {chance.choice(PLACES)}."
    return (
        f"{_put(chance, first, a)} {middle} {_put(chance, f'{one.pronoun} {chance.choice(one.fate)}', b)}",
        [one.last],
    )


def _pronoun_in_clause(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    first = f"the {one.calling} {one.name} {chance.choice(one.deed)}"
    return (
        f"{_put(chance, first, a)[:-1]}, and {_put(chance, f'{one.pronoun} {chance.choice(one.fate)}', b).replace('In ', 'in ', 1)}".replace(
            f", and {one.pronoun.capitalize()}", f", and {one.pronoun}"
        ),
        [one.last],
    )


def _object_pronoun(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    first = f"the {one.calling} {one.name} {chance.choice(one.deed)}"
    him = "her" if one.she else "him"
    body = chance.choice(["the police", "a mob", "the council", "the regiment", "the academy"])
    verb = chance.choice(["arrested", "attacked", "honoured", "dismissed", "rescued"])
    return f"{_put(chance, first, a)} {_put(chance, f'{body} {verb} {him}', b)}", [one.last]


def _role_again(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    first = f"the {one.calling} {one.name} {chance.choice(one.deed)}"
    return f"{_put(chance, first, a)} {_put(chance, f'the {one.calling} {chance.choice(one.fate)}', b)}", [
        one.last
    ]


def _role_apposed(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    office = chance.choice(["mayor", "commander", "headmaster", "chairman", "governor", "director", "prior"])
    of = chance.choice(["the garrison", "the school", "the society", "the province", "the institute"])
    first = f"the {office} of {of}, {one.name}, {chance.choice(one.deed)}"
    return f"{_put(chance, first, a)} {_put(chance, f'the {office} {chance.choice(one.fate)}', b)}", [
        one.last
    ]


def _body(chance: random.Random) -> tuple[str, str, str, str]:
    kind = chance.choice(list(BODIES))
    tail, deeds, fates = BODIES[kind]
    return kind, f"{chance.choice(LAST)} {tail}", chance.choice(deeds), chance.choice(fates)


def _body_pronoun(chance: random.Random) -> Composed:
    (_, name, deed, fate), (a, b) = _body(chance), _years(chance)
    return f"{_put(chance, f'{name} {deed}', a)} {_put(chance, f'it {fate}', b)}", [name.split()[0]]


def _body_definite(chance: random.Random) -> Composed:
    (kind, name, deed, fate), (a, b) = _body(chance), _years(chance)
    named = chance.choice([name, f"the {kind} {name}", f"{name}, a {kind} of {chance.choice(PLACES)},"])
    return f"{_put(chance, f'{named} {deed}', a)} {_put(chance, f'the {kind} {fate}', b)}", [name.split()[0]]


def _body_definite_beside(chance: random.Random) -> Composed:
    (kind, name, deed, fate), (a, b) = _body(chance), _years(chance)
    one = _person(chance, but=name.split()[0])
    middle = f"{one.name} welcomed the news."
    return (
        f"{_put(chance, f'the {kind} {name} {deed}', a)} {middle} {_put(chance, f'the {kind} {fate}', b)}",
        [name.split()[0]],
        one.last,
    )


def _body_founded(chance: random.Random) -> Composed:
    (kind, name, _, fate), (a, b) = _body(chance), _years(chance)
    one = _person(chance, but=name.split()[0])
    return (
        f"{_put(chance, f'{one.name} founded the {kind} {name}', a)} {_put(chance, f'the {kind} {fate}', b)}",
        [name.split()[0]],
        one.last,
    )


def _thing_definite(chance: random.Random) -> Composed:
    kind, (a, b), place = chance.choice(list(THINGS)), _years(chance), chance.choice(PLACES)
    came, fates = THINGS[kind]
    return (
        f"{_put(chance, f'a {kind} {came} {place}', a)} {_put(chance, f'the {kind.split()[-1]} {chance.choice(fates)}', b)}",
        [kind],
    )


def _thing_definite_placed(chance: random.Random) -> Composed:
    text, *_ = _thing_definite(chance)
    place = next(p for p in PLACES if p in text)
    return text, [place]


def _thing_pronoun(chance: random.Random) -> Composed:
    kind, (a, b), place = chance.choice(list(THINGS)), _years(chance), chance.choice(PLACES)
    came, fates = THINGS[kind]
    return f"{_put(chance, f'a {kind} {came} {place}', a)} {_put(chance, f'it {chance.choice(fates)}', b)}", [
        kind
    ]


def _thing_object(chance: random.Random) -> Composed:
    kind, (a, b), place = chance.choice(list(THINGS)), _years(chance), chance.choice(PLACES)
    came, _ = THINGS[kind]
    who = chance.choice(["the council", "the ministry", "a syndicate", "the navy"])
    verb = chance.choice(["closed", "sold", "rebuilt", "inspected"])
    return (
        f"{_put(chance, f'a {kind} {came} {place}', a)} {_put(chance, f'{who} {verb} the {kind.split()[-1]}', b)}",
        [kind],
    )


def _thing_within(chance: random.Random) -> Composed:
    kind, (a, b), place = chance.choice(list(THINGS)), _years(chance), chance.choice(PLACES)
    came, _ = THINGS[kind]
    deed = chance.choice(
        ["the council met in", "a fire broke out in", "thieves broke into", "the king slept at"]
    )
    first = _put(chance, f"a {kind} {came} {place}", a)
    return f"{first} {_put(chance, f'{deed} the {kind.split()[-1]}', b)}", [kind]


def _thing_of_two(chance: random.Random) -> Composed:
    kind, (a, b) = chance.choice(list(THINGS)), _years(chance)
    here, there = chance.sample(PLACES, 2)
    came, _ = THINGS[kind]
    first = _put(chance, f"a {kind} {came} {here}", a)
    second = f"Another {kind} {came} {there}."
    done = _put(chance, f"the council closed the {kind.split()[-1]}", b)
    return f"{first} {second} {done}", [], here, there


def _area(chance: random.Random) -> Composed:
    place, (a, b) = chance.choice(PLACES), _years(chance)
    side = chance.choice(["", "", "northern ", "upper ", "western "])
    first = (
        f"{chance.choice(GROUPS)} in {side}{place} {chance.choice(['lost their licences', 'went on strike'])}"
    )
    what = chance.choice(["elections", "schools", "mines", "markets"])
    done = f"{what} {chance.choice(['in', 'throughout', 'across'])} the {chance.choice(['area', 'region', 'district'])} were closed"
    return f"{_put(chance, first, a)} {_put(chance, done, b)}", [f"{side}{place}"]


def _area_of_two(chance: random.Random) -> Composed:
    here, there = chance.sample(PLACES, 2)
    a, b = _years(chance)
    first = f"{chance.choice(GROUPS)} in {here} and {there} went on strike"
    return f"{_put(chance, first, a)} {_put(chance, 'schools in the area were closed', b)}", [], here, there


def _ship(chance: random.Random) -> Composed:
    kind, (a, b) = chance.choice(list(SHIPS)), _years(chance)
    name = chance.choice(["Alcyone", "Meteor", "Providence", "Nordlys", "Petrel", "Albatross"])
    pointed = chance.choice([f"the {kind}", "she", "the vessel", "it"])
    first = f"the {kind} {name} was launched at {chance.choice(PLACES)}"
    return f"{_put(chance, first, a)} {_put(chance, f'{pointed} {SHIPS[kind]}', b)}", [name]


def _possessive_person(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    kin = chance.choice(["brother", "daughter", "widow", "workshop", "collection", "estate"])
    kin = "father" if kin == "widow" and one.she else kin
    fate = (
        chance.choice(["was sold", "was auctioned"])
        if kin in {"workshop", "collection", "estate"}
        else chance.choice(["died", "was arrested", "emigrated"])
    )
    first = f"the {one.calling} {one.name} {chance.choice(one.deed)}"
    owned = f"{one.last}'" if one.last.endswith("s") else f"{one.last}'s"
    return f"{_put(chance, first, a)} {_put(chance, f'{one.whose} {kin} {fate}', b)}", [f"{owned} {kin}"]


def _possessive_body(chance: random.Random) -> Composed:
    (_, name, deed, _), (a, b) = _body(chance), _years(chance)
    own = chance.choice(["archive", "headquarters", "founder", "treasurer", "licence"])
    fate = (
        chance.choice(["died", "was arrested"])
        if own in {"founder", "treasurer"}
        else chance.choice(["burned down", "was sold"])
        if own != "licence"
        else "was revoked"
    )
    return f"{_put(chance, f'{name} {deed}', a)} {_put(chance, f'its {own} {fate}', b)}", [
        f"{name}'s {own}",
        f"{name}' {own}",
    ]


def _both(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    other = _person(chance, but=one.last)
    pointed = chance.choice(["both", "the two", "both of them", "they", "the pair"])
    first = f"{one.name} and {other.name} {chance.choice(['opened a school', 'crossed the glacier', 'founded a choir', 'robbed a bank'])}"
    return f"{_put(chance, first, a)} {_put(chance, f'{pointed} {chance.choice(WENT)}', b)}", [
        f"{one.name} and {other.name}",
        f"{one.last} and {other.last}",
    ]


def _couple(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance, she=True), _years(chance)
    other = _person(chance, she=False, but=one.last)
    pointed = chance.choice(["the couple", "they"])
    first = f"{one.name} married the {other.calling} {other.name}"
    return f"{_put(chance, first, a)} {_put(chance, f'{pointed} moved to {chance.choice(PLACES)}', b)}", [
        f"{one.name} and {other.name}"
    ]


def _latter(chance: random.Random) -> Composed:
    one, (a, b) = _person(chance), _years(chance)
    other = _person(chance, but=one.last)
    meant, not_, pointed = chance.choice([(one, other, "the former"), (other, one, "the latter")])
    first = f"{one.name} {chance.choice(['met', 'succeeded', 'sued', 'trained'])} {other.name}"
    return (
        f"{_put(chance, first, a)} {_put(chance, f'{pointed} {chance.choice(meant.fate)}', b)}",
        [meant.last],
        not_.last,
    )


def _several(chance: random.Random) -> Composed:
    group, (a, b), place = chance.choice(GROUPS), _years(chance), chance.choice(PLACES)
    number = chance.choice(["two", "four", "eleven", "thirty"])
    pointed = chance.choice(["they", f"the {group}"])
    return (
        f"{_put(chance, f'{number} {group} were held at {place}', a)} {_put(chance, f'{pointed} {chance.choice(WENT)}', b)}",
        [f"{number.capitalize()} {group}"],
    )


def _several_from(chance: random.Random) -> Composed:
    group, (a, b), place = chance.choice(GROUPS), _years(chance), chance.choice(PLACES)
    number = chance.choice(["two", "four", "eleven", "thirty"])
    body = chance.choice(["the council", "the abbey", "the harbour office"])
    return (
        f"{_put(chance, f'{body} received {number} {group} from {place}', a)} {_put(chance, f'they {chance.choice(WENT)}', b)}",
        [f"{number.capitalize()} {group}"],
    )


def _it_of_two(chance: random.Random) -> Composed:
    (_, name, _, _), (a, b) = _body(chance), _years(chance)
    (_, other, _, _) = _body(chance)
    if name.split()[0] == other.split()[0]:
        return _it_of_two(chance)
    return (
        f"{_put(chance, f'{name} sued {other}', a)} {_put(chance, 'it closed', b)}",
        [],
        name.split()[0],
        other.split()[0],
    )


CLASSES: dict[str, Callable[[random.Random], Composed]] = {
    "he or she": _pronoun,
    "he or she beside a place": _pronoun_beside_place,
    "he or she of two": _pronoun_of_two,
    "he or she of either": _pronoun_of_either,
    "he or she after another sentence": _pronoun_two_sentences_on,
    "he or she again": _pronoun_again,
    "he or she in the same sentence": _pronoun_in_clause,
    "him or her": _object_pronoun,
    "a calling again": _role_again,
    "an office apposed": _role_apposed,
    "it, a body": _body_pronoun,
    "the company": _body_definite,
    "the company after somebody": _body_definite_beside,
    "the company founded": _body_founded,
    "the zone": _thing_definite,
    "the zone, where": _thing_definite_placed,
    "it, a thing": _thing_pronoun,
    "the zone, done to": _thing_object,
    "in the zone": _thing_within,
    "the zone, one of two": _thing_of_two,
    "in the area": _area,
    "in the area, of two": _area_of_two,
    "a ship": _ship,
    "her brother": _possessive_person,
    "its founder": _possessive_body,
    "both": _both,
    "the couple": _couple,
    "the latter": _latter,
    "they": _several,
    "they, who were taken in": _several_from,
    "it of two": _it_of_two,
}  # fmt: skip


def judged(case: Case) -> tuple[str, str]:
    """How well the program names what is meant: "right", "open", "wrong" or "none"; and its title."""
    source = pipeline.Input(
        DocumentId("a.txt"), case.text.encode(), Metadata(language="en"), edtf.parse("2024-06-30")
    )
    last = re.findall(r"\d{4}", case.text)[-1]
    read = pipeline.analysed(source).value
    told = [m.title for m in read.mentions if edtf.text(m.when) == last] if read is not None else []
    title = told[-1] if told else ""
    if any(other in title for other in case.others):
        return "wrong", title
    named = case.open or any(name.lower() in title.lower() for name in case.names)
    return ("right" if named else "open") if title else "none", title


def main() -> int:
    parser = argparse.ArgumentParser(description="Score what titles name that sentences only point to.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=40, help="texts of each class")
    parser.add_argument("--list", metavar="CLASS", help="list what was not named in classes of that name")
    arguments = parser.parse_args()
    found: dict[str, Counter[str]] = {}
    for case in cases(arguments.seed, arguments.each):
        how, title = judged(case)
        found.setdefault(case.kind, Counter())[how] += 1
        if arguments.list and arguments.list in case.kind and how != "right":
            print(how, "|", title, "|", case.text)
    total: Counter[str] = sum(found.values(), Counter())
    for kind, counts in [*found.items(), ("all", total)]:
        shares = "".join(
            f"{100 * counts[how] / counts.total():7.1f}" for how in ("right", "open", "wrong", "none")
        )
        print(f"{kind:34}{shares}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
