"""Units that are no dates and no lengths of time: a rate, a quarter of something, years of no number."""

from typing import Final

from timeline.tag.place import Place


def not_unit(place: Place) -> bool:
    """The words "the year" as a bare noun means the running one only where it stands alone."""
    words = place.text.split()
    if words[-1] in ("century", "decade", "millennium", "fortnight") or words[-1][0].isupper():
        return True
    bare = len(words) == 2
    if bare and words[-1] in ("month", "week", "day", "quarter"):
        return not place.cue("before_unit", place.word(-1)) or words[-1] == "day"
    return bare and not place.cue("before_unit", place.word(-1))


def not_period(place: Place) -> bool:
    """The words "the period" only as an account's."""
    words = place.text.lower().split()
    return (len(words) < 3 and words[-1] in ("period", "half")) or place.glued(1) == "-"


def not_duration(place: Place) -> bool:
    """Money, parts and ages."""
    return (
        place.glued(-1) in ("$", "£", "€", ".", "-")
        or (
            place.text.lower().endswith("quarters")
            and place.cue("fractions", place.text.split()[-1].split("-")[0] + "-quarters")
        )
        or "quarters" in place.text.lower().split("-")[1:]
    )


def not_a_unit(place: Place) -> bool:
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


def not_bare_duration(place: Place) -> bool:
    """The words "years" means a length of time only where something says so."""
    before = place.word(-1)
    words = place.text.lower().split()
    if words[0] == "hours" and before.lower() in ("early", "small", "late"):
        return True  # "the early hours"
    if words[0] in ("quarters", "seconds", "minutes"):
        return not place.cue("before_duration", before)
    return not (place.cue("before_duration", before) or place.cue("after_duration", place.word(1)))
