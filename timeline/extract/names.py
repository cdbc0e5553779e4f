"""Names: runs of capitalised words, and whether they are a person's, a country's or another's."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords

_INSIDE = frozenset(
    {
        "of",
        "the",
        "for",
        "de",
        "del",
        "della",
        "di",
        "da",
        "du",
        "la",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
        "bin",
        "ibn",
        "&",
    }
)


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Names of countries, lower case, as ISO 3166 gives them and as people write them."""
    import pycountry  # noqa: PLC0415  # heavy, and not every document needs it

    names = {"us", "u.s.", "usa", "uk", "u.k.", "eu", "russia", "iran", "syria", "kosovo", "palestine", "soviet", "england",
             "scotland", "wales", "yugoslavia", "czechoslovakia", "prussia", "ussr", "turkey", "britain", "vietnam", "laos"}  # fmt: skip
    for country in pycountry.countries:
        names.add(country.name.lower())
        common = getattr(country, "common_name", "")
        if common:
            names.add(common.lower())
    return frozenset(names)


def name_runs(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of names: "UN Security Council", "Court of Justice"; small words inside, not at the ends."""
    index = start
    while index < end:
        if tokens[index].tag is not Tag.NAME:
            index += 1
            continue
        stop = index + 1
        while stop < end and not tokens[stop - 1].owns:
            if tokens[stop].tag is Tag.NAME:
                stop += 1
                continue
            link = stop
            while link < end and tokens[link].low in _INSIDE and link - stop < 2:
                link += 1
            if link == stop or link >= end or tokens[link].tag is not Tag.NAME:
                break
            stop = link + 1
        yield index, stop
        index = stop


def is_person(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> bool:
    """Whether a run of names is likely a person's: by title, or two to four bare names, none a known thing."""
    return titled(tokens, start, end, words) or bare(tokens, start, end, words)


def titled(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> bool:
    """Whether a run of names has a person's title in it or before it."""
    names = tokens[start:end]
    if any(t.low.rstrip(".") in words.persons for t in names[:-1]):
        return True
    return bool(start) and tokens[start - 1].low.rstrip(".") in words.persons


def bare(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> bool:
    """Whether a run of names could be a person's."""
    names = tokens[start:end]
    return (
        all(t.tag is Tag.NAME and not t.text.isupper() for t in names)
        and 1 <= len(names) <= 4
        and not any(_is_thing(t.low.removesuffix("'s"), words) for t in names)
    )


def _is_thing(low: str, words: EventWords) -> bool:
    return low == "&" or low in words.organizations or low in words.happenings or low in countries()


def without_title(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> int:
    """Where the bare name begins in a phrase that ends in one: after titles and countries.

    "French President Emmanuel Macron" → Emmanuel; "Minister of Foreign Affairs of China Li Zhaoxing" → Li.
    """
    begin = end
    while begin > start and tokens[begin - 1].tag is Tag.NAME:
        begin -= 1
    run = range(begin, end)
    titles = [
        i for i in run if tokens[i].low in words.persons or tokens[i].low.rpartition("-")[2] in words.persons
    ]
    if titles and titles[-1] + 1 < end:
        return titles[-1] + 1
    if begin > start and tokens[begin - 1].low == "of" and len(run) > 2:
        office = any(t.low in words.persons for t in tokens[start : begin - 1])
        return end - 2 if office else begin  # "Secretary of State Ann Lee"
    if begin > start and tokens[begin - 1].tag is Tag.NOUN and begin < end:
        return begin
    return start if begin >= end else begin


def bare_name(tokens: Sequence[Token], start: int, end: int, words: EventWords) -> tuple[int, int]:
    """A person's name in a run of names, without title or country: "President Ann Lee of Iceland" → Ann Lee."""
    title = next((i for i in range(start, end) if tokens[i].low in words.persons), None)
    if title is not None and title + 1 < end and tokens[title + 1].tag is Tag.NAME:
        stop = title + 1
        while stop < end and tokens[stop].tag is Tag.NAME:
            stop += 1
        while title + 1 < stop - 1 and tokens[title + 1].low in words.persons:
            title += 1
        return title + 1, stop
    return without_title(tokens, start, end, words), end


def participants(text: str, tokens: Sequence[Token], words: EventWords) -> tuple[str, ...]:
    """Names in a sentence as they stand there, each once, in order, titles and possessives left off."""
    found: dict[str, None] = {}
    for start, end in name_runs(tokens, 0, len(tokens)):
        if end - start == 1 and _only_a_capital(tokens, start):
            continue
        begin, stop = (
            bare_name(tokens, start, end, words) if is_person(tokens, start, end, words) else (start, end)
        )
        found.setdefault(_without_owner(text[tokens[begin].start : tokens[stop - 1].end]), None)
        if stop + 1 < end:  # "Ann Lee of Iceland" are two
            found.setdefault(_without_owner(text[tokens[stop + 1].start : tokens[end - 1].end]), None)
    return tuple(found)


def _without_owner(name: str) -> str:
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name


def _only_a_capital(tokens: Sequence[Token], index: int) -> bool:
    """Whether a lone word may have its capital from the sentence's start alone."""
    token = tokens[index]
    first = index == 0 or tokens[index - 1].tag in {Tag.QUOTE, Tag.STOP, Tag.END}
    if not first or token.low.removesuffix("'s") in countries() or token.text[1:].lower() != token.text[1:]:
        return False
    elsewhere = any(t.text == token.text and i != index for i, t in enumerate(tokens))
    return not elsewhere and not token.owns
