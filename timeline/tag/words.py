"""Words that are no dates: May as a verb, Sun as a company, a title with a day in it, today's for our time's."""

from timeline.tag.place import Place


def not_month(place: Place) -> bool:
    """May, March, August as names and verbs; the first half of a name, as of Jan-Erik."""
    word = place.text.rstrip(".")
    if place.glued(1) == "-" and place.tokens[place.end + 1 : place.end + 2] and _is_given_name(place):
        return True
    before, after = place.word(-1), place.word(1)
    if _is_code(place, word):
        return True
    if after != word and after[:1].isupper() and (_begins_name(place) or _is_forename(place, word)):
        return True
    if not place.cue("doubtful_months", word):
        return False
    named = after.istitle() and after.isalpha() and place.language.lexicon.classes.get(after) is None
    if named and not (word[0].isupper() and place.cue("only_before_dates", before)):
        return True
    if (
        place.cue("before_month", before)
        or place.glued(1) in ("-", "–", "—", "/")
        or (before == "(" and after == ")" and word.istitle())  # "bought the Kestrel (March)"
        or (before in "(—–-,;" and before and not place.word(-2).istitle())
    ):
        return False
    return not (place.word(1).isdigit() and len(place.word(1)) == 4)


def _begins_name(place: Place) -> bool:
    """Whether a weekday, a month or a feast is the first word of a name: "Friday Harbor", "May Street", "Easter Moss"."""
    after = place.word(1)
    return after.istitle() and place.glued(1) == " " and place.cue("named_by_time", after.lower())


def _is_forename(place: Place, word: str) -> bool:
    """Whether a month that is a given name, too, opens a sentence with a surname: "April Jones sang"."""
    after, before = place.word(1), place.word(-1)
    return (
        place.cue("given_months", word)
        and after.istitle()
        and after.isalpha()
        and place.glued(1) == " "
        and place.language.lexicon.classes.get(after) is None
        and place.word(2).islower()
        and (before in _STOPS or place.cue("range_and", before))
    )


_STOPS = frozenset(("", ".", "!", "?"))


def _is_code(place: Place, word: str) -> bool:
    """Whether three capitals without a figure beside them are no month but a code: "Morocco (MAR)", not "MAR 1956"."""
    beside = place.word(-1)[:1].isdigit() or place.word(1)[:1].isdigit()
    return len(word) == _CODE and word.isupper() and not beside


_CODE = 3  # letters of a country's code, and of a month's short form


def _is_given_name(place: Place) -> bool:
    """Whether a hyphen joins a word with a capital that is no month: "Jan-Michael", not "Jan-Feb"."""
    joined = place.tokens[place.end + 1]
    return joined.istitle() and joined.isalpha() and place.language.lexicon.classes.get(joined) is None


def not_month_day(place: Place) -> bool:
    """The words "May 5" as a verb and a number, "March 3,000 miles"."""
    return (
        place.text[:3] == "may" and not place.cue("before_month", place.word(-1)) and place.word(1).islower()
    )


def before_unnamed(place: Place) -> bool:
    """The words "on the 8th" before a thing that is counted: "on the 8th floor", "on the 8th Brigade"; not before a person."""
    after = place.word(1)
    if not after[:1].isalpha() or place.language.lexicon.classes.get(after) is not None:
        return False
    return not after.istitle() or place.cue("counted_things", after) or place.word(2).istitle()


def not_season(place: Place) -> bool:
    """A season's word as a verb, or in a name: "the Fairbanks Summer Arts Festival", "Taiga Summer"."""
    first = place.tokens[place.start]
    if _is_named_season(place) or place.cue("kinds_by_season", place.word(1)):
        return True
    if place.end - place.start > 1:
        last = place.tokens[place.end - 1]
        said = first.lower() == "the" and place.cue("doubtful_seasons", last)
        return said and not place.cue("before_the_season", place.word(-1))  # "the fall itself is part of it"
    if place.cue("doubtful_seasons", first):
        return not place.cue("before_season", place.word(-1))
    return False


def _is_named_season(place: Place) -> bool:
    """Whether a season with a capital has capitals beside it, and no preposition before; or is said of a noun: "summer capital"."""
    if not place.tokens[place.end - 1].istitle():
        return _is_said_of_noun(place)
    before = place.word(-1)
    of_its_own = place.end - place.start == 1
    if of_its_own and before.istitle() and not place.cue("goes_on", before.lower()):
        return True
    return place.word(1).istitle() and not (of_its_own and place.cue("goes_on", before.lower()))


def _is_said_of_noun(place: Place) -> bool:
    """Whether a season stands between an adjective or a name and a noun: "the Kashmiri summer capital", "low winter tides"."""
    before, after = place.word(-1), place.word(1)
    return (
        place.end - place.start == 1
        and before.isalpha()
        and not place.cue("goes_on", before.lower())
        and after.isalpha()
        and after.islower()
        and place.glued(1) in (" ", "\u00a0")
        and not place.cue("goes_on", after)
        and not place.cue("of_season", after)
    )


def not_feast(place: Place) -> bool:
    """A feast in a place's name: "Christmas Island"."""
    after = place.word(1)
    return _begins_name(place) or (after.istitle() and place.cue("named_by_feast", after.lower()))


def not_weekday(place: Place) -> bool:
    """A weekday in a title ("Black Friday" is a holiday), or "Sun" as a company and a star."""
    word, before = place.text.rstrip("."), place.word(-1)
    if before.lower() != "on" and place.text.istitle() and (_begins_name(place) or _is_in_name(place)):
        return True
    if place.cue("doubtful_weekdays", word):
        return not (place.word(1).isdigit() or place.cue("before_weekday", place.word(-1)))
    return False


def _is_in_name(place: Place) -> bool:
    """Whether a weekday stands behind an article and before a word with a capital: "the Thursday Group met"."""
    after = place.word(1)
    return (
        place.cue("articles_of_names", place.word(-1))
        and after.istitle()
        and after.isalpha()
        and place.glued(1) == " "
        and place.language.lexicon.classes.get(after) is None
    )


def not_named(place: Place) -> bool:
    """The words "Last", "this", "next" before a word that names a day only sometimes: "this March"; not "that Sun", "this march"."""
    word = place.text.split()[-1].rstrip(".")
    if place.cue("doubtful_weekdays", word):
        return True
    return word.islower() and place.cue("doubtful_months", word)


def not_title(place: Place) -> bool:
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


def not_age(place: Place) -> bool:
    """A number of years that goes on with what lasts so long, or is so far: "mit fünf Jahren Haft", "when she was 12 miles away"."""
    after = place.word(1)
    if after in ("-", "–", "%"):
        return True
    return after.isalpha() and (
        place.cue("counted_after_age", after) or (after[0].isupper() and place.cue("nouns_after_age", "_"))
    )


def not_adjunct(place: Place) -> bool:
    """A period that is no adjunct of time: no preposition of `before_named_period` stands before it, or it belongs to a noun.

    Of "killed in the First World War" the verb tells that it is a time, of "an interest in the First World War" the noun that it is none.
    """
    if not_edge(place):
        return True
    before, further = _before_period(place)
    if (
        place.cue("around_things", before)
        and further[:1].isalpha()
        and not place.cue("in_named_period", further)
    ):
        return True
    if place.cue("things_had_in_period", further):
        return True  # "shaped by his experiences during the Spanish Civil War"
    after = place.word(1)
    return after == "-" or not (
        not after.isalpha() or place.cue("around_times", before) or _ends_name(place, after)
    )


def not_edge(place: Place) -> bool:
    """The beginning or the end of a period without a preposition of `before_named_period` before it."""
    before, further = _before_period(place)
    return not any(place.cue("before_named_period", words) for words in (before, f"{further}_{before}"))


def _before_period(place: Place) -> tuple[str, str]:
    """The two words before a period and its article."""
    at = -1
    while place.cue("articles_of_period", place.word(at)):
        at -= 1
    return place.word(at).lower(), place.word(at - 1).lower()


def _ends_name(place: Place, after: str) -> bool:
    """Whether a word goes on with the sentence and not with the name: "before World War II began", and no "World War II veterans"."""
    if after[0].isupper():
        return not place.cue("things_of_period", after)
    return place.cue("goes_on", after) or place.cue("after_named_period", after)


def not_a_day(place: Place) -> bool:
    """The words "today" and "tomorrow" for our time and the future: "today's world", "the leaders of tomorrow"."""
    after = place.tokens[place.end : place.end + 4]
    owned = [token.lower() for token in after if token[:1].isalpha()]
    if after[:1] and after[0] in "'’" and len(owned) > 1 and owned[0] == "s":
        return place.cue("of_our_time", owned[1])
    return place.word(-1) == "of" and place.cue("of_our_time", place.word(-2))


def not_daypart(place: Place) -> bool:
    """A part of the day said of no day, or of what a clause after it tells: "the night the mill burned"."""
    if place.word(-1).lower() == "the" and place.cue("clause_subjects", place.word(1)):
        return not place.cue("before_the_daypart", place.word(-2))
    return not place.cue("before_daypart", place.word(-1)) or place.text[0].isupper()


def not_vague(place: Place) -> bool:
    """Words that look like "now" in another use."""
    return place.word(1) == "-" and place.glued(1) == "-"


def not_vague_noun(place: Place) -> bool:
    """The words "future" and "past" as names, or as what is traded."""
    words = place.text.lower().split()
    if words == ["future"]:
        return place.word(1) in ("", ",", ".", "s") or place.text[0].isupper()
    return words[-1] in ("future", "past", "present") and place.tokens[place.end - 1][0].isupper()
