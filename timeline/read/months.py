"""Names of months in some two hundred languages, for a date that an editor writes in their own.

They are dateparser's data, which is read only when a date is not understood otherwise. A name that means one month here
and another there (`listopad`) has both.
"""

import re
import runpy
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?\.?")
# small words that stand between a day, a month and a year: "7 de mayo de 2024", "den 7. Mai", "7 maggio dell'anno"
_BETWEEN = frozenset("de del di da do den der dem le el il la am em г года р року roku".split())  # noqa: SIM905
_SPACED = re.compile(r"(?<=\d)\. (?=[^\W\d])")  # "7. Mai"
_EASTERN = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?")
_MOST = 8  # readings
_SHORT = 3  # letters: so short a name must be known in several languages, else it is more likely another word


def in_english(text: str) -> Iterator[str]:
    """A date with its months in English, once for each thing it can mean; nothing if it names no month."""
    if match := _EASTERN.fullmatch(text):
        yield "-".join(part.zfill(2) for part in match.groups() if part)
        return
    choices: list[tuple[str, ...]] = []
    found = False
    end = 0
    text = _SPACED.sub(" ", text)
    for match in _WORD.finditer(text):
        choices.append((text[end : match.start()],))
        end = match.end()
        word = match[0].rstrip(".")
        meant = () if word in _BETWEEN else _names().get(word, ())
        if meant:
            found = True
            choices.append(tuple(_ENGLISH[month] for month in sorted(meant)))
        else:
            choices.append(("",) if word in _BETWEEN else (match[0],))
    if found:
        choices.append((text[end:],))
        for number, parts in enumerate(product(*choices)):
            if number < _MOST:
                yield " ".join("".join(parts).split())


@cache
def _names() -> dict[str, frozenset[int]]:
    """The months that a name means, from 0, in whatever language."""
    spec = find_spec("dateparser")
    if spec is None or spec.origin is None:
        return {}
    months: dict[str, set[int]] = defaultdict(set)
    languages: dict[str, set[str]] = defaultdict(set)
    for file in sorted((Path(spec.origin).parent / "data" / "date_translation_data").glob("*.py")):
        data = runpy.run_path(str(file)).get("info", {})
        for number, english in enumerate(_ENGLISH):
            for name in data.get(english, ()):
                word = name.casefold().rstrip(".")
                months[word].add(number)
                languages[word].add(file.stem)
    return {
        word: frozenset(meant)
        for word, meant in months.items()
        if word.isalpha() and (len(word) > _SHORT or len(languages[word]) >= 2 + word.isascii())
    }
