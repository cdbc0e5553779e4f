"""What is told between, and leads no reader to another year: brackets, clauses, comparisons, codes, citations, speech.

In the words, `{before}` is a year before the story's, `{after}` one after it; other names are filled at random.
"""

from random import Random
from typing import Final

from benchmarks.story_forms import MONTHS
from benchmarks.story_words import Names

_LATEST = 2018  # the last year that is told of
TAILS: Final = {
    "bracket, earlier": (" (the last such affair had been in {before})",),
    "bracket, month earlier": (" ({place} had done so in {month} {before})",),
    "since": (", for the first time since {before}",),
    "worst since month": (", the most since {month} {before}",),
    "counted from": (", {few} years after the treaty of {before}",),
    "citation": (" ({surname} {lately}, p. {few})",),
    "tail which": (", which had first been proposed in {before}",),
    "tail who": (" under {surname}, who had come to {place} in {before}",),
    "code": (
        " under Regulation {number}/{lately}",
        " under section {number}",
        " by Resolution {number}",
        " under form {number}",
    ),
    "named thing": (", as the {before} charter allowed",),
    "count": (" before {number} spectators",),
    "who would": (" with the help of {surname}, who would die in {after}",),
}
INSERTED: Final = {
    "clause, earlier": tuple(
        f", {word} in {{before}},"
        for word in ("founded", "chartered", "rebuilt", "enlarged", "named", "trained", "brought there")
    ),
    "clause with which": tuple(
        f", {words} in {{month}} {{before}},"
        for words in (
            "which had begun",
            "which had been founded",
            "whose rules had been agreed",
            "who had arrived",
            "which was reformed",
        )
    ),
    "life in brackets": (" (born {before})",),
    "clause, later": tuple(
        f", {word} in {{after}}," for word in ("renamed", "dissolved", "forgotten", "knighted", "pardoned")
    ),
}
SENTENCES: Final = {
    "sentence, pluperfect": ("The building had been begun in {before} by {surname}. ",),
    "sentence, month pluperfect": ("A first attempt, in {month} {before}, had come to nothing. ",),
    "sentence, future": ("The work would not be finished until {after}. ",),
    "sentence, to this day": ("A plaque of {after} marks the spot. ",),
    "speech": ("“I was born in {before} and have seen worse,” said {surname}. ",),
    "speech, month": ("“It was the same in {month} {before},” {surname} said. ",),
    "according to": ("According to {surname} ({lately}), it was long expected. ",),
    "sentence, no date": ("Nobody was hurt. ",),
    "like the one": ("It resembled the strike of {before}. ",),
    "number": ("Of {number} members {few} were present. ",),
}
# after these a reader may well take "the following year" for the one after theirs: only a date of its own month is then plain
SALIENT: Final = frozenset(
    {
        "bracket, earlier", "bracket, month earlier", "tail which", "tail who", "who would", "worst since month",
        "sentence, pluperfect", "sentence, month pluperfect", "sentence, future", "sentence, to this day", "speech",
        "speech, month", "like the one",
    }
)  # fmt: skip


def aside(random: Random, names: Names, year: int) -> tuple[str, str, str]:
    """What it is called, where it stands ("tail", "inserted", "sentence"), and its words."""
    place = random.choice(("tail", "tail", "inserted", "sentence"))
    kinds = {"tail": TAILS, "inserted": INSERTED, "sentence": SENTENCES}[place]
    name = random.choice(list(kinds))
    words = random.choice(kinds[name]).format(
        before=year - random.randint(4, 90),
        after=max(year + 4, min(year + random.randint(4, 60), _LATEST)),
        month=random.choice(MONTHS),
        place=names.place(),
        surname=names.surname(),
        lately=random.randint(1985, _LATEST),
        number=random.randint(1100, 1999),
        few=random.randint(10, 90),
    )
    return name, place, words
