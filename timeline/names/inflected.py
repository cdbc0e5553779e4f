"""Names of places in the cases of languages that have them: "u Srbiji", "i Kosovës", "Deutschlands"."""

from collections.abc import Iterator, Mapping

from timeline.names.words import data

_SHORTEST = 4  # letters that stay the same: a shorter name has too many like it


def inflected(places: Mapping[str, str], code: str) -> dict[str, str]:
    """From each form of a name to the place; a form of two places is of none, and a name is its own.

    >>> inflected({"Srbija": "Serbia"}, "sr")["Srbiji"]
    'Serbia'
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    for name, place in places.items():
        for form in _forms(name, data(code).get("endings", {})):
            if found.setdefault(form, place) != place:
                twice.add(form)
    return {form: place for form, place in found.items() if form not in twice and form not in places}


def _forms(name: str, endings: Mapping[str, str]) -> Iterator[str]:
    """The other forms of a name of one word, by the longest ending that is listed."""
    ending = max((end for end in endings if name.endswith(end)), key=len, default=None)
    if ending is None or " " in name:
        return
    stays = name.removesuffix(ending) if ending else name
    if len(stays) >= _SHORTEST:
        yield from (stays + other for other in endings[ending].split())
