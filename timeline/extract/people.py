"""People: which last names a text surely gives to persons, and whether they are "he" or "she"."""

import itertools
import re

from timeline.extract.candidate import BODY, VESSEL, People
from timeline.languages.events import EventWords

_WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")
_PLACES = frozenset(
    ["street", "road", "avenue", "square", "island", "islands", "bay", "park", "house", "hall", "bridge", "river", "lake", "hill",
     "cape", "point", "mountain", "valley", "harbour", "harbor", "county", "prize", "act", "award", "cup", "day"]
)  # fmt: skip
_LONGEST = 4  # words of a name after what shows that it is a person's


def people(text: str, words: EventWords) -> People:
    """The last name of everybody with a title, a calling or a known given name before it: "the engineer Ann Lee".

    A ship is among them, by `VESSEL`, since it may be "she", and a firm, by `BODY`.
    """
    found: dict[str, str] = {}
    doubted: set[str] = set()
    matches = list(_WORD.finditer(text))
    nouns = (words.persons | words.male | words.female) - {
        "st",
        "saint",
        "general",
        "head",
        "leader",
        "chair",
    }
    given = words.male_names | words.female_names
    for index, match in enumerate(matches):
        low = match[0].lower().rstrip(".")
        if low not in nouns | words.vessels and not (low in given and match[0][0].isupper()):
            continue
        last, end = "", match.end()
        for after in matches[index + 1 : index + 1 + _LONGEST]:
            word = after[0].removesuffix("'s").removesuffix("’s")
            if text[end : after.start()].strip() or not word[0].isupper():
                break
            last, end = (last if len(word.rstrip(".")) == 1 else word.rstrip(".")), after.end()
            if word.endswith(".") and len(word) > _LONGEST:
                break  # the sentence's own full stop
        thing = last.lower() in _PLACES | words.organizations | words.anaphors
        if not last or thing or last.lower() in nouns | given:
            continue
        gender = "he" if low in words.male | words.male_names else ""
        gender = "she" if low in words.female | words.female_names else gender
        gender = VESSEL if low in words.vessels else gender
        if gender and found.get(last) not in {None, "", gender}:
            doubted.add(last)  # a husband and a wife
        found[last] = gender or found.get(last, "")
    for before, after in itertools.pairwise(matches):
        body = after[0].lower() in words.organizations and after[0][0].isupper() and before[0][0].isupper()
        if body and text[before.end() : after.start()] == " " and before[0].lower() not in {"the", "a"}:
            found.setdefault(before[0], BODY)  # "Delling Holdings": Delling is a firm
    return {last: "" if last in doubted else gender for last, gender in found.items()}
