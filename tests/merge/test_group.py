"""Which mentions are one happening: examples that must become one, and examples that must not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import merge
from timeline.model.document import Span
from timeline.model.edit import Edited
from timeline.model.event import Kind
from timeline.times import edtf

B, P, S = Kind.BACKGROUND, Kind.PLAN, Kind.STATISTIC

ONE = {
    "verb and noun": [
        ("1871-10-04", "Port Ellery declared independence", "Port Ellery declared independence on [4 October 1871]."),
        ("1871-10-04", "Port Ellery's declaration of independence", "The port's rivals feared Port Ellery's declaration of independence of [4 October 1871].", B),
    ],
    "a year and a day": [
        ("1871-10-04", "Council appointed the observatory's first director", "On [4 October 1871] the council appointed the observatory's first director."),
        ("1871", "Observatory got its first director", "In [1871] the observatory got its first director, appointed by the council."),
    ],
    "a day and the thing named in passing": [
        ("1902-05-17", "Ravian independence from Ostland was declared", "After Ravian independence from Ostland was declared on [17 May 1902], the tariffs fell."),
        ("1902", "Ravian independence declaration", "Ostland has never recognised the [1902] Ravian independence declaration.", B),
    ],
    "a deal told twice in one text": [
        ("2021-12", "Provincial authority signed a deal to purchase cameras from Ocula Technologies", "A provincial authority in southern Ravia signed a deal [last month] to purchase cameras worth thousands from the blacklisted company Ocula Technologies." ),
        ("2021-12-16", "Provincial authority signed deal to purchase Ocula technology via company", "A provincial authority in the Ravian municipality of Tarn signed a deal on [December 16, 2021], to purchase 39,000 crowns' worth of Ocula technology via a company called Nova 2020."),
    ],
    "irregular forms and other spellings": [
        ("1950-03", "Ministers of Ravia and Ostland met in Tarn", "In [March 1950] the ministers of Ravia and Ostland met in Tarn."),
        ("1950-03-09", "Meeting of the ministers of Ravia and Ostland in Tarn", "The meeting of the ministers of Ravia and Ostland in Tarn was on [9 March 1950]."),
    ],
    "accents": [
        ("1999-06-01", "Parliament of Škaria elected Đorđe Tadić president", "The parliament of Škaria elected Đorđe Tadić president on [1 June 1999]."),
        ("1999-06", "Election of Dorde Tadic as president by parliament of Skaria", "The election of Dorde Tadic as president by the parliament of Skaria in [June 1999] surprised many."),
    ],
    "an interval that holds the day": [
        ("2024-05-07", "President Li Wen visited Tarn", "President Li Wen visited Tarn on [7 May 2024] for talks."),
        ("2024-04-29/2024-05-12", "Li Wen's visit to Tarn", "During Li Wen's visit to Tarn [last week], a bridge was promised."),
    ],
    "about a year": [
        ("1450~", "Tarn cathedral was founded by Bishop Odo", "Tarn cathedral was founded by Bishop Odo about [1450]."),
        ("1451", "Bishop Odo founded Tarn cathedral", "Bishop Odo founded Tarn cathedral in [1451]."),
    ],
    "planned, then done": [
        ("2012-05", "Ravia to open the Tarn tunnel", "Ravia is to open the Tarn tunnel in [May 2012].", P),
        ("2012-05-20", "Ravia opened the Tarn tunnel", "Ravia opened the Tarn tunnel on [20 May 2012]."),
    ],
    "a happening called by its name": [
        ("1815", "Tarn Congress", "Borders had not moved since the Tarn Congress of [1815].", B),
        ("1815", "Tarn congress", "It recalled the [1815] Tarn congress.", B),
    ],
    "a first word that its own text has without a capital is no name": [
        ("1931-09-03", "Ravian Ore's licence was restored", "Ravian Ore's licence was restored on [3 September 1931]."),
        ("1931", "Prospecting licence was restored", "The prospecting licence was restored in [1931]."),
    ],
    "laid down arms and surrendered": [
        ("1913-02-21", "Garrison of Kolm laid down its arms", "After a night of talks the garrison of Kolm laid down its arms on [21 February 1913]."),
        ("1913-02-21", "General Brann surrendered Kolm", "General Brann surrendered Kolm at eight on [21 February 1913]."),
    ],
    "a noun's date is not its denial's": [
        ("1912-12-03", "Armistice did not reach the fort of Kolm", "The armistice of [3 December 1912] did not reach the fort of Kolm."),
        ("1912-12-03", "Armistice was signed for the fort of Kolm", "An armistice was signed for the fort of Kolm on [3 December 1912]."),
    ],
    "no longer is not never": [
        ("1931-05-03", "Tarn lighthouse no longer answered calls", "On [3 May 1931] the Tarn lighthouse no longer answered calls."),
        ("1931-05", "Tarn lighthouse ceased to answer calls", "In [May 1931] the Tarn lighthouse ceased to answer calls."),
    ],
    "an amount is a name": [
        ("2014-03", "Grangers gave Tarn £12,500", "In [March 2014] the Grangers gave Tarn £12,500."),
        ("2014-03-24", "Cheque for £12,500 reached Tarn", "A cheque for £12,500 reached Tarn on [24 March 2014]."),
    ],
    "since and in": [
        ("1999", "Ostland's bombing of Ravia", "The [1999] bombing of Ravia was the first by Ostland; Ostland's bombing of Ravia.", B),
        ("1999/..", "Bombing of Ravia by Ostland", "Trade has grown since the bombing of Ravia by Ostland in [1999].", B),
    ],
}  # fmt: skip

TWO = {
    "signed and ratified": [
        ("1921-03-05", "Ravia and Ostland signed the Treaty of Tarn", "Ravia and Ostland signed the Treaty of Tarn on [5 March 1921]."),
        ("1921", "Ravia and Ostland ratified the Treaty of Tarn", "Ravia and Ostland ratified the Treaty of Tarn in [1921]."),
    ],
    "two resolutions": [
        ("1998", "Security Council adopted Resolution 1199 on Ravia", "The Security Council adopted Resolution 1199 on Ravia in [1998]."),
        ("1998", "Security Council adopted Resolution 1203 on Ravia", "The Security Council adopted Resolution 1203 on Ravia in [1998]."),
    ],
    "two terminals": [
        ("2001", "Terminal 3 of Tarn airport closed", "Terminal 3 of Tarn airport closed in [2001]."),
        ("2001", "Terminal 4 of Tarn airport closed", "Terminal 4 of Tarn airport closed in [2001]."),
    ],
    "two who did the same": [
        ("2008-02-18", "Ostland recognised Ravia as independent", "Ostland recognised Ravia as independent on [18 February 2008]."),
        ("2008-02-18", "Norland recognised Ravia as independent", "Norland recognised Ravia as independent on [18 February 2008]."),
    ],
    "to two it was done": [
        ("2008-02", "Ostland recognised Ravia as independent", "Ostland recognised Ravia as independent in [February 2008]."),
        ("2008-02", "Ostland recognised Tarn as independent", "Ostland recognised Tarn as independent in [February 2008]."),
    ],
    "two days": [
        ("2008-02-18", "Ravian parliament met in Tarn", "The Ravian parliament met in Tarn on [18 February 2008]."),
        ("2008-02-25", "Ravian parliament met in Tarn", "The Ravian parliament met in Tarn on [25 February 2008]."),
    ],
    "a deed and talk of it": [
        ("2008-02-17", "Ravia declared independence", "Ravia declared independence on [17 February 2008]."),
        ("2008-02", "Ostland's Foreign Ministry made a statement on Ravia's declaration of independence", "In [February 2008] Ostland's Foreign Ministry made a statement on Ravia's declaration of independence."),
    ],
    "what was bombed": [
        ("1999", "Bombing of Ravia by the Alliance", "The [1999] bombing of Ravia by the Alliance lasted long.", B),
        ("1999-05", "Bombing of the Ostland embassy in Tarn by the Alliance", "The bombing of the Ostland embassy in Tarn by the Alliance in [May 1999] was an error."),
    ],
    "a figure and a happening": [
        ("2023", "Ravia imported goods from Ostland", "Ravia imported goods worth 650 million from Ostland in [2023].", S),
        ("2023", "Ravia imported goods from Ostland", "Ravia imported goods from Ostland in [2023]."),
    ],
    "done and not done": [
        ("2010", "Ostland signed the Tarn protocol", "Ostland signed the Tarn protocol in [2010]."),
        ("2010", "Ostland refused to sign the Tarn protocol", "Ostland refused to sign the Tarn protocol in [2010]."),
    ],
    "only names in common": [
        ("2024-05-07", "Li Wen visited Tarn", "Li Wen visited Tarn on [7 May 2024]."),
        ("2024-05-07", "Li Wen praised Tarn", "Li Wen praised Tarn on [7 May 2024]."),
    ],
    "one day, two things": [
        ("1940-06-10", "Ravia's army crossed the river Ell", "Ravia's army crossed the river Ell on [10 June 1940]."),
        ("1940-06-10", "Ravia's government left Tarn", "Ravia's government left Tarn on [10 June 1940]."),
    ],
    "not done, and done": [
        ("1931-05-03", "Tarn lighthouse never answered calls", "On [3 May 1931] the Tarn lighthouse never answered calls."),
        ("1931-05", "Tarn lighthouse answered calls", "In [May 1931] the Tarn lighthouse answered calls."),
    ],
    "built over years, opened on a day of them": [
        ("2002/2004", "Kanerva built the pulp mill near Tarn", "Kanerva built the pulp mill near Tarn [between 2002 and 2004]."),
        ("2004-01-30", "Kanerva's pulp mill near Tarn was opened", "Kanerva's pulp mill near Tarn was opened on [30 January 2004]."),
    ],
    "yearly": [
        ("2010", "Tarn summit of the Ravian Union was held", "The Tarn summit of the Ravian Union was held in [2010]."),
        ("2011", "Tarn summit of the Ravian Union was held", "The Tarn summit of the Ravian Union was held in [2011]."),
    ],
    "born and died": [
        ("1950", "Odo Brann was born in Tarn", "Odo Brann was born in Tarn in [1950]."),
        ("1950", "Odo Brann died in Tarn", "Odo Brann died in Tarn in [1950]."),
    ],
    "until one year and until another": [
        ("../1941-03", "Rebels launched an offensive against Ravia", "Until [March 1941], the rebels launched an offensive against Ravia."),
        ("../1941-11", "Rebels launched an offensive against Ravia", "By [November 1941], the rebels launched an offensive against Ravia."),
    ],
    "only who did it in common": [
        ("2000-04-04", "Ravian Service for Immigration gave relatives a paper", "The Ravian Service for Immigration gave relatives a paper on [4 April 2000]."),
        ("2000-04", "Ravian Service for Immigration said", "The Ravian Service for Immigration said in [April 2000] that it knew nothing."),
    ],
    "two plans of a year, for the second of two things": [
        ("2022", "Second ferry could enter service", "The first ferry could enter service in 2021, the second in [2022].", P),
        ("2022", "Second mill may be built", "A second mill may be built in [2022].", P),
    ],
    "two plans of a year that share a kind of deed": [
        ("2022", "Pulp mill may be built", "A pulp mill may be built in [2022].", P),
        ("2022-09/2022-12", "Museum would open", "The museum would open at the [end of 2022].", P),
    ],
}  # fmt: skip


def events(project, documents):
    return merge.events(project(documents), Edited()).value


@pytest.mark.parametrize("name", ONE)
def test_one_happening(project, name: str) -> None:
    first, second = ONE[name]
    found = events(project, {"a.txt": [first], "b.txt": [second]})
    assert len(found) == 1, [event.title for event in found]
    assert len(found[0].mentions) == 2


@pytest.mark.parametrize("name", TWO)
def test_two_happenings(project, name: str) -> None:
    first, second = TWO[name]
    assert len(events(project, {"a.txt": [first], "b.txt": [second]})) == 2
    assert len(events(project, {"a.txt": [first, second]})) == 2


def test_all_of_them_together(project) -> None:
    """Every example in one corpus: each pair stays one, and no pair that is two becomes one."""
    ones = {f"{n}{side}.txt": [pair[side]] for n, pair in enumerate(ONE.values()) for side in (0, 1)}
    twos = {f"x{n}{side}.txt": [pair[side]] for n, pair in enumerate(TWO.values()) for side in (0, 1)}
    groups = [{m.citation.document for m in event.mentions} for event in events(project, ones | twos)]
    assert [
        n for n in range(len(ONE)) if not any({f"{n}0.txt", f"{n}1.txt"} <= group for group in groups)
    ] == []
    assert [
        n for n in range(len(TWO)) if any({f"x{n}0.txt", f"x{n}1.txt"} <= group for group in groups)
    ] == []


def test_one_text_tells_a_deal_twice(project) -> None:
    found = events(project, {"a.txt": ONE["a deal told twice in one text"]})
    assert [edtf.text(event.when) for event in found] == ["2021-12-16"]


def test_two_mentions_of_one_sentence_are_two(project) -> None:
    sentence = "The Tarn treaty was signed in [1921]."
    told = [("1921", "Tarn treaty was signed", sentence), ("1921", "Tarn treaty's signing", sentence)]
    assert len(events(project, {"a.txt": told})) == 2


def test_one_thing_dated_twice_in_one_sentence_is_one(project) -> None:
    sentence = "The Ravian games were held in Tarn in the [2022] winter."
    told = [(date, "Ravian games were held in Tarn", sentence) for date in ("2022", "2022-24", "2030")]
    found = events(project, {"a.txt": told})
    assert [(edtf.text(event.when), len(event.mentions)) for event in found] == [("2022-24", 2), ("2030", 1)]


def test_one_headline_of_two_dates_with_words_between_is_two(project) -> None:
    sentence = "Police said on Friday that they hoped for an arrest this summer."
    (analysis,) = project(
        {"a.txt": [("2022-06-17", "Police hoped for an arrest", sentence.replace("Friday", "[Friday]"))]}
    )
    (first,) = analysis.mentions
    start = sentence.index("this summer")
    span = Span(start, start + len("this summer"))
    summer = edtf.parse("2022-22")
    second = replace(
        first,
        when=summer,
        dated=replace(first.dated, when=summer, expression=replace(first.dated.expression, span=span)),
    )
    both = replace(analysis, mentions=(first, second))
    assert len(merge.events((both,), Edited()).value) == 2


HONOURS = "Rovers won the County Cup in [{}]."


@pytest.mark.parametrize(
    ("told", "entry", "count"),
    [
        ((("1896", "Rovers won the County Cup", HONOURS.format("1896"))), ("1896", "County Cup", "County Cup: [1896]"), 1),
        ((("1896", "Rovers won the County Cup", HONOURS.format("1896"))), ("1897", "County Cup", "County Cup: [1897]"), 2),
        ((("1896", "Rovers won the County Cup", HONOURS.format("1896"))), ("1896", "County Shield", "County Shield: [1896]"), 2),
        ((("2014-03", "Third proposal was selected", "The third proposal was selected in [March 2014].")), ("2014-03-14", "Selection", "Selection | [14 March 2014]"), 1),
        ((("2014", "Third proposal was selected", "The third proposal was selected in [2014].")), ("2014-03-14", "Selection", "Selection | [14 March 2014]"), 2),
        ((("2000-04-04", "Board of Ravia gave relatives a paper", "The Board of Ravia gave relatives a paper on [4 April 2000].")), ("2000-04", "Board of Ravia said", "The Board of Ravia said in [April 2000] that it knew nothing."), 2),
    ],
)  # fmt: skip
def test_an_entry_that_says_no_more_is_what_the_same_text_tells(project, told, entry, count: int) -> None:
    """Among other things of its text, and of each year one."""
    often = ["met in Tarn", "chose a speaker", "raised a tax", "sold a ship", "built a pier"]
    rest = [(f"18{n}0", f"Senate {deed}", f"The senate {deed} in [18{n}0].") for n, deed in enumerate(often)]
    assert len(events(project, {"a.txt": [told, *rest, entry]})) == len(rest) + count


def test_a_coarse_mention_that_fits_two_joins_neither(project) -> None:
    day = ("2008-{}", "Ravian parliament met in Tarn", "The Ravian parliament met in Tarn on [{}].")
    told = [tuple(part.format("02-18") for part in day), tuple(part.format("02-25") for part in day)]
    year = ("2008", "Ravian parliament met in Tarn", "The Ravian parliament met in Tarn in [2008].")
    found = events(project, {"a.txt": told, "b.txt": [year]})
    assert sorted(edtf.text(event.when) for event in found) == ["2008", "2008-02-18", "2008-02-25"]


def test_what_is_named_in_passing_takes_the_kind_and_title_of_what_is_told(project) -> None:
    found = events(project, {"a.txt": [ONE["verb and noun"][1]], "b.txt": [ONE["verb and noun"][0]]})
    assert found[0].kind is Kind.EVENT
    assert found[0].title == "Port Ellery declared independence"
    assert [mention.citation.document for mention in found[0].mentions] == ["b.txt", "a.txt"]


def test_texts_in_a_language_without_words_of_its_own_are_merged_by_stems(project) -> None:
    told = {
        "a.txt": [("1871-10-04", "Der Rat von Tarn eröffnete den Hafen", "Am [4. Oktober 1871] eröffnete der Rat von Tarn den Hafen.")],
        "b.txt": [("1871", "Der Rat von Tarn eröffnet den Hafen", "[1871] eröffnet der Rat von Tarn den neuen Hafen.")],
    }  # fmt: skip
    assert len(merge.events(project(told, "de"), Edited()).value) == 1


_EVERY = [told for pair in (*ONE.values(), *TWO.values()) for told in pair]


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.sampled_from(_EVERY), min_size=1, max_size=12, unique=True), st.randoms())
def test_neither_order_nor_company_loses_a_mention(project, told, random) -> None:
    documents = {f"{n}.txt": [one] for n, one in enumerate(told)}
    shuffled = list(documents.items())
    random.shuffle(shuffled)
    found, again = events(project, documents), events(project, dict(shuffled))
    assert found == again
    told_by = [m for e in found for m in (*e.mentions, *(m for rival in e.rivals for m in rival.mentions))]
    assert sorted(m.citation.document for m in told_by) == sorted(documents)
    assert len({event.id for event in found}) == len(found)


def test_what_was_done_to_another_is_another(project) -> None:
    """The same doer and deed, and each text goes on to a name that the other does not know."""
    often = ["met in Tarn", "chose a speaker", "raised a tax", "sold a ship", "built a pier"]
    both = [
        (f"{1860 + n}", f"Senate {deed}", f"The senate {deed} in [{1860 + n}].")
        for n, deed in enumerate(often)
    ]
    belmark = (
        "1869",
        "League shelling of Belmark",
        "Corva was its friend after the [1869] League shelling of Belmark.",
        B,
    )
    mission = (
        "1865/1870",
        "League shelling of the mission in Drest",
        "The League shelling of the mission in Drest, in the [late 1860s], was an error.",
        B,
    )
    found = events(project, {"a.txt": [*both, belmark], "b.txt": [*both, mission]})
    assert sum("shelling" in event.title for event in found) == 2


def test_one_text_comes_back_to_a_happening_with_its_day(project) -> None:
    """The whole of a headline said again, and its year made a day, is no second happening, however full the year."""
    often = ["met in Tarn", "chose a speaker", "raised a tax", "sold a ship", "built a pier", "lost a vote"]
    year = [("2008", f"Senate {deed}", f"The senate {deed} in [2008].") for deed in often]
    first = (
        "2008",
        "Ravia's declaration of independence",
        "Since Ravia's declaration of independence in [2008] much is new.",
        B,
    )
    again = (
        "2008-02-17",
        "Ravia's declaration of independence from Ostland was read",
        "Ravia's declaration of independence from Ostland was read on [17 February 2008].",
    )
    found = events(project, {"a.txt": [*year, first, again]})
    assert [edtf.text(event.when) for event in found if "independence" in event.title] == ["2008-02-17"]


def test_a_first_word_that_its_text_has_without_a_capital_is_no_name(project) -> None:
    """Else each headline would name what the other lacks."""
    first = ("1931-09-03", "Halm Ore's licence was restored", "Halm Ore's licence was restored on [3 September 1931].")  # fmt: skip
    second = ("1931", "Prospecting licence was restored", "It was restored in [1931].")
    one, other = project({"a.txt": [first], "b.txt": [second]})
    assert len(merge.events((one, other), Edited()).value) == 2
    told = replace(other.document, text=f"{other.document.text}A prospecting licence costs little.")
    assert len(merge.events((one, replace(other, document=told)), Edited()).value) == 1


@pytest.mark.parametrize(("thing", "count"), [("museum", 2), ("mill", 1)])
def test_what_shares_a_kind_of_deed_in_a_year_is_one_unless_done_to_different_things(
    project, thing: str, count: int
) -> None:
    """In sources that are about the same, too."""
    alike = [
        (f"200{n}", f"Kanmar{n} felled trees", f"Kanmar{n} felled trees near Ostrel{n} in [200{n}].")
        for n in range(4)
    ]
    built = ("2022", "Mill may be built", "A mill may be built in [2022].", P)
    opened = ("2022", f"Doors of {thing} would open", f"The doors of the {thing} would open in [2022].", P)
    found = events(project, {"a.txt": [*alike, built], "b.txt": [*alike, opened]})
    assert len([event for event in found if event.kind is P]) == count
