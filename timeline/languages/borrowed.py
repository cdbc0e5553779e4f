"""Words borrowed from dateparser's data, for the languages that have no folder here: months, weekdays, yesterday.

The data is a file per language inside the `dateparser` package, which is no public interface (a test holds it to
what is used); it is read by itself, since importing the package takes longer than reading a document.
"""

import runpy
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

Table = dict[str, int | str]

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OTHER_CODES: Final = {"no": "nb", "iw": "he", "in": "id", "ji": "yi"}
_SHIFTS: Final = {"2 {} ago": -2, "1 {} ago": -1, "0 {} ago": 0, "in 1 {}": 1, "in 2 {}": 2}
_NUMERALS: Final = {
    "ARABIC": ("ARABIC-INDIC", "EXTENDED ARABIC-INDIC"),
    "CJK": ("FULLWIDTH",),
    "HANGUL": ("FULLWIDTH",),
}


def words(code: str) -> dict[str, Any]:
    """The tables of a `words.toml` for a language, from dateparser's data and what `und/` adds.

    Of a language unknown to it only figures are read.
    """
    base = tomllib.loads(_file("words.toml"))
    code = _OTHER_CODES.get(code, code)
    more: Mapping[str, Any] = tomllib.loads(_file("languages.toml")).get(code, {})
    first, last = more.get("years", base["years"])
    base["plain_year"] = {str(year): year for year in range(first, last + 1)}
    data = _data(code)
    return base if data is None else _in_digits(_with(base, data, more))


def _in_digits(tables: dict[str, Any]) -> dict[str, Any]:
    """Tables whose words are numerals, also in the language's own digits."""
    for name in ("plain_year", "eastern_year"):
        ours = tables.get(name, {})
        for digits in tables["digits"]:
            script = str.maketrans("0123456789", digits)
            tables[name] = (
                {**tables[name], **{text.translate(script): year for text, year in ours.items()}}
                if ours
                else ours
            )
    return tables


def _with(base: Mapping[str, Any], data: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    months = _months(data, str(more.get("endings", "")).split(), str(more.get("months", "")).split())
    made: dict[str, Any] = {
        **base,
        **months,
        "earliest_year": more.get("earliest_year", 1000),
        "digits": _digits(months["month_name"]),
        "day_first": data.get("date_order") != "MDY",
        "year_word": _keyed((*data["year"], *str(more.get("yearword", "")).split()), 0),
        "of_year": _keyed(str(more.get("yearword", "")).split(), 0),
        "month_word": _keyed((*data["month"], *str(more.get("monthword", "")).split()), 0),
        "day_word": _keyed((*data["day"], *str(more.get("dayword", "")).split()), 0),
        "in_year": _keyed((*str(more.get("yearword", "")).split(), *str(more.get("in", "")).split()), 0),
        "link": _keyed((*base["link"], *data.get("pertain", ()), *str(more.get("link", "")).split()), 0),
    }
    for name in ("and", "to", "the"):
        made[f"{name}_word"] = _keyed(str(more.get(name, "")).split(), 0)
    between = {
        "links": f"{more.get('and', '')} {more.get('to', '')}",
        "range_to": more.get("to", ""),
        "articles": more.get("the", ""),
    }
    made["cues"] = {kind: words for kind, words in between.items() if words.strip()}
    taken = {
        word
        for table in ("month_name", "month_short", "week_day", "year_word", "month_word")
        for word in made[table]
    }
    for category, unit in (
        ("near_day", "day"),
        ("near_week", "week"),
        ("near_month", "month"),
        ("near_year", "year"),
    ):
        made[category] = {word: by for word, by in _relative(data, unit).items() if word not in taken}
    if data.get("date_order") in ("MDY", "YMD"):
        made["month_first"] = made["month_name"]
    if "buddhist" in more:
        made["eastern_year"] = {str(year + 543): year for year in range(1800, 2101)}
    return made


def _file(name: str) -> str:
    return files(__package__).joinpath("und", name).read_text("utf-8")


def _data(code: str) -> dict[str, Any] | None:
    package = find_spec("dateparser")
    if package is None or not package.submodule_search_locations or not code.isalpha():
        return None
    path = Path(package.submodule_search_locations[0], "data", "date_translation_data", f"{code}.py")
    if not path.is_file():
        return None
    data: dict[str, Any] = runpy.run_path(str(path))["info"]
    return data


def _months(data: Mapping[str, Any], endings: Iterable[str], cases: Sequence[str]) -> dict[str, Table]:
    """Names that tell a month wherever they stand, short ones that do beside a day and a year, and weekdays.

    `cases` are inflected names, in the order of the months, any number of times twelve.
    """
    weekdays = {name: n for n, key in enumerate(_WEEKDAYS) for name in _names(data[key])}
    long: Table = {}
    short: Table = {}
    for number, key in enumerate(_MONTHS, 1):
        names = list(_names((*data[key], *_regional(data, key), *cases[number - 1 :: 12])))
        longest = max(map(len, names), default=0)
        for name in names:
            if {**long, **short}.get(name, number) != number:  # one name for two months tells neither
                long.pop(name, None)
                short.pop(name, None)
            elif (len(name) >= 4 or len(name) == longest) and name not in weekdays:
                long[name] = number
                long |= dict.fromkeys((name + ending for ending in endings), number)
            else:
                short[name] = number
    return {
        "month_name": long,
        "month_short": short,
        "week_day": {
            name: n for name, n in weekdays.items() if len(name) > 2 and name not in (*long, *short)
        },
    }


def _regional(data: Mapping[str, Any], key: str) -> Iterator[str]:
    """Names of a month in only some countries: شباط for فبراير."""
    for locale in data.get("locale_specific", {}).values():
        yield from locale.get(key, ())


def _names(forms: Iterable[str]) -> Iterator[str]:
    """Names as tokens, in lower case: no numerals, Roman or other; "_" for a blank."""
    for form in forms:
        name = form.strip().rstrip(".").lower().replace(" ", "_")
        if name and not any(c.isdigit() or c in "()" for c in name) and not set(name) <= set("ivx"):
            yield name


def _relative(data: Mapping[str, Any], unit: str) -> Table:
    """Yesterday, last month: the usual phrase and those of one word, unless they may mean something else too."""
    found: dict[str, set[int]] = {}
    for pattern, by in _SHIFTS.items():
        forms = list(_names(data.get("relative-type", {}).get(pattern.format(unit), ())))
        for name in forms:
            if name == forms[0] or "_" not in name or unit != "day":
                found.setdefault(name, set()).add(by)
    return {name: min(shifts) for name, shifts in found.items() if len(shifts) == 1 and _is_whole(name, unit)}


def _is_whole(name: str, unit: str) -> bool:
    """Whether no word of a phrase looks shortened; Chinese writes whole words with one sign."""
    *_, last = parts = name.split("_")
    if not last.isascii() and unicodedata.name(last[0]).startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL")):
        return len(name) > 1
    if unit == "day":
        return len("".join(parts)) >= (4 if name.isascii() else 3)
    return max(map(len, parts)) >= 4 and (len(parts) == 1 or len(last) >= 3)


def _keyed(forms: Iterable[str], value: int) -> Table:
    return dict.fromkeys(_names(forms), value)


def _digits(months: Iterable[str]) -> list[str]:
    """The digits that go with the letters of these names, if they are not the usual ones."""
    letter = next((c for name in months for c in name if c.isalpha()), "a")
    script = unicodedata.name(letter, "LATIN").split()[0]
    found = []
    for prefix in _NUMERALS.get(script, (script,)):
        try:
            zero = ord(unicodedata.lookup(f"{prefix} DIGIT ZERO"))
        except KeyError:
            continue
        found.append("".join(chr(zero + n) for n in range(10)))
    return found
