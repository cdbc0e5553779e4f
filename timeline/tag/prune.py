"""Near-misses: what looks like a date and is none, told by the words beside it. Rules name these conditions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.languages import Language
from timeline.languages.rule import Match

_GROUPS = 8  # of digits, in a telephone number, which has fifteen digits at most


@dataclass(frozen=True, slots=True)
class Place:
    """A match among a document's tokens; blanks are tokens too."""

    tokens: Sequence[str]
    start: int
    end: int
    language: Language

    @property
    def text(self) -> str:
        """The matched words."""
        return "".join(self.tokens[self.start : self.end])

    def glued(self, offset: int) -> str:
        """The token directly before (-1) or after (+1), blank or not."""
        at = self.start + offset if offset < 0 else self.end + offset - 1
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def word(self, offset: int) -> str:
        """The nth word before (-1, -2) or after (+1, +2), over blanks but not over a paragraph's end."""
        step = 1 if offset > 0 else -1
        at = self.end if offset > 0 else self.start - 1
        left = abs(offset)
        while 0 <= at < len(self.tokens):
            token = self.tokens[at]
            if token.isspace():
                if token.count("\n") > 1:
                    return ""
            else:
                left -= 1
                if not left:
                    return token
            at += step
        return ""

    def cue(self, kind: str, word: str) -> bool:
        """Whether a word is one of a list of the language."""
        return word.lower() in self.language.any_of(kind)


Condition = Callable[[Place], bool]


def kept(match: Match, tokens: Sequence[str], first: int, language: Language) -> bool:
    """Whether it is no piece of a longer name, and none of the rule's `unless` holds."""
    start = first + match.start
    if start and _is_piece(tokens[start - 1], tokens[start]):
        return False
    if not match.rule.unless:
        return True
    place = Place(tokens, start, first + match.end, language)
    return not any(CONDITIONS[name](place) for name in match.rule.unless)


_LED_IN: Final = (
    "c",
    "ca",
    "b",
    "d",
    "fl",
    "r",
    "mid",
    "late",
    "early",
    "pre",
    "post",
    "since",
    "fy",
)  # "c1850"


def _is_piece(before: str, start: str) -> bool:
    """Figures stuck to letters before them ("74a8-1687"), and words that are a share's or an account's name ("$DEC")."""
    if before.isspace():
        return False
    if start[0].isdigit():
        return before.isascii() and before.isalnum() and before.lower() not in _LED_IN
    return before in ("$", "@") and start.isalpha()


def _not_years(place: Place) -> bool:
    """Two numbers with a dash are years unless a mark says otherwise; a name may stand before them."""
    return place.glued(-1) in tuple("$£€¥#№§+*\\_@=~%-/") and not _emphasised(place)


def _not_year(place: Place) -> bool:
    """A bare number that counts or names something: a page, a price, a company, a resolution."""
    if not place.tokens[place.start].isdigit():
        return False
    before = place.glued(-1)
    if before and before in "$£€¥#№§+*\\_@=~%":
        return before not in "=~" and not _emphasised(place)
    if (
        before in (".", ",", ":")
        and place.tokens[place.start - 2 : place.start - 1]
        and place.tokens[place.start - 2].isdigit()
    ):
        return True
    if before in ("-", "/"):
        word = place.tokens[place.start - 2] if place.start > 1 else ""
        return not (word[-4:].isdigit() and len(word) == 4) and word.lower() not in (
            "mid",
            "post",
            "pre",
            "early",
            "late",
            "",
        )
    return _is_name(place) or _counts(place) or _is_dialled(place)


def _emphasised(place: Place) -> bool:
    """Whether Markdown's stars stand around it: "**1921**: the mill burns", "**1914–18**"."""
    after = place.glued(1)
    return place.glued(-1) == "*" and (after == "*" or after in (":", "-", "–", "—"))


def _is_dialled(place: Place) -> bool:
    """A group of a telephone number: its first group has a plus before it, or begins with a nought."""
    at = place.start
    while at > 1 and place.tokens[at - 1] in (" ", "\u00a0") and place.tokens[at - 2].isdigit():
        at -= 2
        if place.start - at > 2 * _GROUPS:
            return False  # a row of a table, or worse: looking on would cost the square of its length
    if at == place.start:
        return False
    return place.tokens[at].startswith("0") or (at > 0 and place.tokens[at - 1] == "+")


def _is_name(place: Place) -> bool:
    """A number right after a name belongs to it ("Resolution 1244", "Windows 2000"), unless a date may follow there."""
    word = place.word(-1)
    if place.cue("numbered", word):
        return True
    if not word.isalpha() or word.islower():
        return False
    if place.cue("before_year", word) or place.language.lexicon.classes.get(word) is not None:
        return False
    before = place.word(-2)
    return bool(before) and before not in '.!?"“' and "\n" not in place.glued(-1)


def _counts(place: Place) -> bool:
    """A number before a plural counts it: "1200 people", "1000 known cameras"."""
    word = place.word(1)
    if not word.islower() or place.cue("after_year", word) or "," in place.text:
        return place.cue("measures", word)
    before = place.word(-1)
    if place.cue("at_least", before):
        return True
    if place.cue("before_year", before):
        return place.cue("measures", word)
    return place.cue("measures", word) or (
        word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    )


def _not_ordinal_year(place: Place) -> bool:
    """A number after a name, or one that numbers what was named a few words before ("rezolucijom Saveta 1244.")."""
    for offset in range(1, 6):
        word = place.word(-offset)
        if word == "." and offset == 1 and len(place.word(-2)) <= 3:
            continue  # an abbreviation: "br. 1244"
        if word in ("", ".", "(", ";"):
            break
        if place.cue("numbered", word):
            return True
    return _is_name(place)


def _not_named_after(place: Place) -> bool:
    """A day that a street, a square or a school is called after: "Bulevar 27. marta", "ul. 7. jula"."""
    before = place.word(-2) if place.word(-1) == "." else place.word(-1)
    return place.cue("named_after", before)


def _before_other(place: Place) -> bool:
    """A number that may count the unknown noun after it."""
    word = place.word(1)
    # scripts without capitals show no difference between a noun and a name
    return word[:1].isalpha() and not word[0].isupper() and word not in place.language.lexicon.classes


def _not_month(place: Place) -> bool:
    """May, March, August as names and verbs."""
    word = place.text.rstrip(".")
    if not place.cue("doubtful_months", word):
        return False
    before, after = place.word(-1), place.word(1)
    named = after.istitle() and after.isalpha() and place.language.lexicon.classes.get(after) is None
    if named and not (word[0].isupper() and place.cue("only_before_dates", before)):
        return True
    if (
        place.cue("before_month", before)
        or place.glued(1) in ("-", "–", "—", "/")
        or (before in "(—–-,;" and before and not place.word(-2).istitle())
    ):
        return False
    return not (place.word(1).isdigit() and len(place.word(1)) == 4)


def _not_month_day(place: Place) -> bool:
    """The words "May 5" as a verb and a number, "March 3,000 miles"."""
    return (
        place.text[:3] == "may" and not place.cue("before_month", place.word(-1)) and place.word(1).islower()
    )


def _not_season(place: Place) -> bool:
    """A season's word as a verb, or as a name."""
    first = place.tokens[place.start]
    if place.end - place.start > 1:
        return False
    if place.cue("doubtful_seasons", first):
        return not place.cue("before_season", place.word(-1))
    return False


def _not_weekday(place: Place) -> bool:
    """A weekday in a title ("Black Friday" is a holiday), or "Sun" as a company and a star."""
    word = place.text.rstrip(".")
    if place.cue("doubtful_weekdays", word):
        return not (place.word(1).isdigit() or place.cue("before_weekday", place.word(-1)))
    return False


def _not_named(place: Place) -> bool:
    """The words "Last", "this", "next" before a word that names a day only sometimes: "this March"; not "that Sun", "this march"."""
    word = place.text.split()[-1].rstrip(".")
    if place.cue("doubtful_weekdays", word):
        return True
    return word.islower() and place.cue("doubtful_months", word)


_DENOMINATORS: Final = frozenset(("2", "3", "4", "8", "16", "32", "64"))


def _not_numeric(place: Place) -> bool:
    """Fractions ("4 5/8", "fell 7/8"), parts of longer numbers, prices."""
    if place.glued(-1) in ("-", "/", ".", "$", ":", "+") or place.glued(1) == "%":
        return True
    if place.cue("numbered", place.word(-1)):
        return True
    tokens = place.tokens[place.start : place.end]
    if len(tokens) != 3 or tokens[1] != "/":
        return False
    before = place.word(-1)
    if before.isdigit():
        return True
    fraction = tokens[2] in _DENOMINATORS and int(tokens[0]) < int(tokens[2])
    return fraction and not place.cue("before_month", before)


def _not_title(place: Place) -> bool:
    """Capitals in the middle of a sentence make a title: "USA Today", "The Daily Telegraph"."""
    first, last = place.tokens[place.start], place.tokens[place.end - 1]
    if first.isupper() and len(first) > 3:
        return False
    before = place.word(-1)
    if last[0].isupper() and place.end - place.start > 1 and before in ('"', "“", "'", "``"):
        return True
    return (
        last[0].isupper()
        and before not in ("is", "was")
        and before not in ("", ".", "!", "?", '"', "“", "”", "—", "-", ":", "•", "(", "'", "‘", "`")
        and (place.end - place.start == 1)
    )


def _not_a_day(place: Place) -> bool:
    """The words "today" and "tomorrow" for our time and the future: "today's world", "the leaders of tomorrow"."""
    after = place.tokens[place.end : place.end + 4]
    owned = [token.lower() for token in after if token[:1].isalpha()]
    if after[:1] and after[0] in "'’" and len(owned) > 1 and owned[0] == "s":
        return place.cue("of_our_time", owned[1])
    return place.word(-1) == "of" and place.cue("of_our_time", place.word(-2))


def _not_unit(place: Place) -> bool:
    """The words "the year" as a bare noun means the running one only where it stands alone."""
    words = place.text.split()
    if words[-1] in ("century", "decade", "millennium", "fortnight") or words[-1][0].isupper():
        return True
    bare = len(words) == 2
    if bare and words[-1] in ("month", "week", "day", "quarter"):
        return not place.cue("before_unit", place.word(-1)) or words[-1] == "day"
    return bare and not place.cue("before_unit", place.word(-1))


def _not_period(place: Place) -> bool:
    """The words "the period" only as an account's."""
    words = place.text.lower().split()
    return (len(words) < 3 and words[-1] in ("period", "half")) or place.glued(1) == "-"


def _not_time(place: Place) -> bool:
    """Scores, ratios, verses and running times."""
    before, after = place.glued(-1), place.glued(1)
    if before and not before.isspace() and before not in "(\"“‘'[–—":
        return True
    if place.text.istitle() and place.text.isalpha() and place.word(-1) not in ("", ".", "\n"):
        return True
    if before in (":", ".", "-", "/", "$") or (after in (":", "/") and not place.text[-1:].isalpha()):
        return True
    text = place.text
    if text[-1].isdigit() and ":" in text:
        return not (place.cue("before_time", place.word(-1)) or len(text) == 5)
    return False


def _not_daypart(place: Place) -> bool:
    """A part of the day said of no day."""
    return not place.cue("before_daypart", place.word(-1)) or place.text[0].isupper()


def _not_duration(place: Place) -> bool:
    """Money, parts and ages."""
    return (
        place.glued(-1) in ("$", "£", "€", ".", "-")
        or (
            place.text.lower().endswith("quarters")
            and place.cue("fractions", place.text.split()[-1].split("-")[0] + "-quarters")
        )
        or "quarters" in place.text.lower().split("-")[1:]
    )


def _not_a_unit(place: Place) -> bool:
    """A rate ("$5 a year", "four flights a week"), and "a second group", "a quarter of", "a minute" aside."""
    words = place.text.lower().split()
    if words[-1] in ("second", "minute", "quarter"):
        return words[-1] != "minute" or place.word(1) == "of"
    if words[-1] == "day" and place.word(1) in ("of", "when", "in", "at", "that"):
        return True
    before = place.word(-1)
    return words[0] in ("a", "an") and (
        before.lower() in _RATED
        or before.isdigit()
        or (before.endswith("s") and place.cue("counted", place.word(-2)))
        or place.word(-2).isdigit()
    )


_RATED: Final = (
    "million",
    "billion",
    "thousand",
    "hundred",
    "once",
    "twice",
    "times",
    "percent",
    "%",
    "dollars",
    "days",
    "weeks",
)


def _not_bare_duration(place: Place) -> bool:
    """The words "years" means a length of time only where something says so."""
    before = place.word(-1)
    words = place.text.lower().split()
    if words[0] == "hours" and before.lower() in ("early", "small", "late"):
        return True  # "the early hours"
    if words[0] in ("quarters", "seconds", "minutes"):
        return not place.cue("before_duration", before)
    return not (place.cue("before_duration", before) or place.cue("after_duration", place.word(1)))


def _not_quarter(place: Place) -> bool:
    """A letter and a figure of a longer name, or of more quarters than a year has."""
    figure = place.tokens[place.start + 1]
    return place.glued(-1) not in ("", " ", "\n", "(", "\u00a0") or (
        figure.isdigit() and int(figure) > _QUARTERS
    )


_QUARTERS: Final = 4


def _not_vague(place: Place) -> bool:
    """Words that look like "now" in another use."""
    return place.word(1) == "-" and place.glued(1) == "-"


def _not_vague_noun(place: Place) -> bool:
    words = place.text.lower().split()
    if words == ["future"]:
        return place.word(1) in ("", ",", ".", "s") or place.text[0].isupper()
    return words[-1] in ("future", "past", "present") and place.tokens[place.end - 1][0].isupper()


CONDITIONS: Final[Mapping[str, Condition]] = {
    "not-year": _not_year,
    "not-years": _not_years,
    "two-digits": lambda place: len(place.tokens[place.end - 1]) > 1,
    "not-ordinal-year": _not_ordinal_year,
    "before-other": _before_other,
    "not-named-after": _not_named_after,
    "not-month": _not_month,
    "not-month-day": _not_month_day,
    "not-season": _not_season,
    "not-weekday": _not_weekday,
    "not-title": _not_title,
    "not-a-day": _not_a_day,
    "not-unit": _not_unit,
    "not-period": _not_period,
    "not-time": _not_time,
    "not-daypart": _not_daypart,
    "not-duration": _not_duration,
    "not-a-unit": _not_a_unit,
    "not-bare-duration": _not_bare_duration,
    "not-vague": _not_vague,
    "not-often": lambda place: _not_title(place) or place.word(1).istitle(),
    "not-vague-noun": _not_vague_noun,
    "not-numeric": _not_numeric,
    "not-named": _not_named,
    "not-decade": lambda place: place.glued(-1) in ("$", "£", "€"),
    "not-quarter": _not_quarter,
    "not-half": lambda place: (
        not place.text.lower().startswith("the ") and place.word(-1) not in ("in", "for")
    ),
    "not-spelled-year": lambda place: (
        place.word(-1) not in ("in", "of", "since", "by", "from", "until", "year")
    ),
}
