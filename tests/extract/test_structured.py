"""Lists, tables and headings of known happenings (`benchmarks/structured.py`), and what each layout owes its reader."""

from collections import Counter

import pytest

from benchmarks import structured
from timeline import pipeline
from timeline.model.document import DocumentId, Metadata
from timeline.times import edtf


def told(text, file="md", language="en", published="2024-06-30"):
    """Date, kind and title of all that a document tells."""
    source = pipeline.Input(
        DocumentId(f"a.{file}"), text.encode(), Metadata(language=language), edtf.parse(published)
    )
    found = pipeline.analysed(source).value.mentions
    return [(edtf.text(one.when), one.kind.value, one.title) for one in found]


EMPTY = "| Year | Note | Event |\n|---|---|---|\n| 1921 |  | Kestrel bought by the board |\n| 1922 | y | |\n"


def test_an_empty_cell_is_a_cell():
    assert told(EMPTY) == [("1921", "event", "Kestrel bought by the board")]


def test_an_empty_cell_of_a_page_keeps_the_others_in_their_columns():
    row = "<tr><td></td><td>1921</td><td>Kestrel bought by the board</td></tr>"
    page = f"<table><tr><th>Note</th><th>Year</th><th>Event</th></tr>{row}</table>"
    assert told(page, "html") == [("1921", "event", "Kestrel bought by the board")]


@pytest.mark.parametrize(
    "text",
    [
        "12 May 1921\n: Kestrel bought\n\n3 June 1922\n: Kestrel sold\n",
        "## 7 May 1990\n\nKestrel sank.\n\n## 9 May 1990",
        "Kestrel sank on 3 May 1990; wolves; ; and 30 bears in 2003, compared with 12 in 1990.\n",
        "# Road statistics 2018\n\nCompared with 139 in 2011, there were 212 deaths.\n",
        "Minutes of the spring meeting held on 3 May 2022\n\nThe roof was mended; ; AGM on 26 June 2022.\n",
        "Minutes of the spring meeting held on 3 May 2022\n\nHEXLEY, 14 March 2018 —",
    ],
)
def test_a_day_with_nothing_behind_it_stops_nothing(text):
    assert told(text)


def test_brackets_with_nothing_before_them_are_no_series():
    assert not told("( (1934), das Spital (1936).\n\nDie Halle wurde verkauft.\n", "txt", "de")


def test_what_a_list_or_table_tells_is_told():
    # one document of each third layout, in one language after the other; `python benchmarks/structured.py` has the whole table
    codes = ("en", "de", "fr", "es")
    counts = sum(
        (
            structured.graded(one)[1]
            for at, name in enumerate(structured.layouts()[::3])
            for one in structured.made(1, 7, name, codes[at % len(codes)])
            if one.layout == name
        ),
        Counter(),
    )
    wanted = sum(counts[grade] for grade in ("right", "kind", "false", "missed"))
    assert counts["right"] >= 0.95 * wanted
    assert counts["false"] <= 0.01 * wanted
    assert counts["besides"] <= 0.02 * wanted


@pytest.mark.parametrize("document", list(structured.nothing()), ids=lambda made: made.layout)
def test_a_page_without_happenings_tells_none(document):
    assert structured.graded(document)[1]["besides"] == 0


BOX = "# Ilse Brandt\n\n| | |\n|---|---|\n| Born | 30 October 1931, Ninove |\n| Hour record | 40.1 km (Milan, 1956) |\n"
LOG = "| Station | Calls |\n|---|---|\n| Tovey | Two in 1936: 29 June, yacht adrift; 18 July, walker cut off |\n"
RESULTS = "| Year | Race | Place |\n|---|---|---|\n| 1952 | Circuit of Ulm | 1st |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOX, [("1931-10-30", "event", "Ilse Brandt born in Ninove"), ("1956", "event", "Ilse Brandt: hour record, 40.1 km (Milan)")]),
        (LOG, [("1936-06-29", "event", "Yacht adrift"), ("1936-07-18", "event", "Walker cut off")]),
        (RESULTS, [("1952", "event", "Circuit of Ulm, 1st")]),
        ("- Kestrel (built 1921; sunk 1944)\n", [("1921", "event", "Kestrel built"), ("1944", "event", "Kestrel sunk")]),
        ("- Works: Harbour (1931), Mill (1940)\n", []),
    ],
)  # fmt: skip
def test_a_form_tells(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "ruled",
    ["Opened {} 12 May 1921", "{} Ferry: built 1921", "Chapel consecrated (1921){}x", "Born {}|1921|x"],
)
def test_a_line_ruled_to_be_written_on_is_read_once(ruled):
    assert all(date.startswith("1921") for date, *_ in told("- " + ruled.format("_" * 3000)))


HELD = [
    ("de", "Im Jahr 2022 wurden 41 Unfälle gezählt, gegenüber 52 im Jahr 2021.", "52 Unfälle wurden gezählt"),
    ("fr", "En 2022, 610 volailles ont été abattues, contre 2 120 en 2021.", "2 120 volailles ont été abattues"),
    ("fr", "La police a recensé 41 vols en 2022, neuf de moins qu'en 2021.", "La police a recensé 50 vols"),
    ("es", "La policía contó 41 robos en 2022, nueve menos que en 2021.", "La policía contó 50 robos"),
    ("it", "Nel 2022 sono stati registrati 41 incidenti, contro i 52 del 2021.", "Sono stati registrati 52 incidenti"),
    ("sq", "Në vitin 2022 u regjistruan 41 aksidente, krahasuar me 52 në vitin 2021.", "U regjistruan 52 aksidente"),
    ("sr", "U 2022. godini zabeležene su 44 nesreće, u odnosu na 52 u 2021. godini.", "Zabeležene su 52 nesreće"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "title"), HELD)
def test_a_figure_held_against_another_is_told_in_its_words(language, text, title):
    found = told(text, "txt", language)
    assert ("2021", "statistic", title) in found
    assert [(date, kind) for date, kind, _ in found] == [("2022", "statistic"), ("2021", "statistic")]


YEARBOOK = """# Vital statistics 2018

- 566 marriages took place, of which 12 were small.
- The mean age of mothers was 31.2 years; in 1988 it was 26.9.
- The register is kept in 3 volumes.
- Two boats were lost in 2016.

## 2017

There were 412 fires.

The lighthouse is 31 metres high.
"""
KEY = (
    "# Cycling: key figures\n\nRentals came to 410,000 in 2014. The share of visitors was 9.1 per cent.\n\n"
    "The number of injuries fell by a third between 2002 and 2012. Some 31,400 trips a day were made in 2013, up 6 per cent on 2011.\n"
)
PLAIN = "# The town of Harle 2018\n\n- 566 marriages took place.\n- The mean age was 31.2 years.\n"
TABLE = "Weddings\n\nYear    Weddings   Fees\n2014    603        -\n2015    611        5.2\n\nIn 1999 41    weddings were held.\n"


def test_a_page_of_figures_dates_them():
    assert sorted(told(YEARBOOK)) == [
        ("1988", "statistic", "Mean age of mothers was 26.9"),
        ("2016", "statistic", "Two boats were lost"),
        ("2017", "statistic", "412 fires"),
        ("2018", "statistic", "566 marriages took place"),
        ("2018", "statistic", "Mean age of mothers was 31.2 years"),
    ]


def test_a_figure_goes_on_with_the_time_of_the_one_before():
    assert told(KEY) == [
        ("2014", "statistic", "Rentals came to 410,000"),
        ("2014", "statistic", "Share of visitors was 9.1 per cent"),
        ("2002/2012", "statistic", "Number of injuries fell by a third"),
        ("2013", "statistic", "Some 31,400 trips a day were made"),
    ]


def test_a_page_that_is_none_of_figures_dates_none():
    assert told(PLAIN) == []


def test_a_table_needs_no_rules():
    found = told(TABLE, "txt")
    assert found[:2] == [
        ("2014", "statistic", "Weddings: 603"),
        ("2015", "statistic", "Weddings: 611; Fees: 5.2"),
    ]
    assert [one[0] for one in found[2:]] == ["1999"]


MINUTES = """# Minutes of the spring meeting of the Harle Trust, Tuesday 3 May 2022

Present: A. Hill (chair), B. Stone

1. The minutes of 8 March were agreed.
2. The weir had failed on 3 April. Ann to ring the council tomorrow.
3. AGM on 26 June at 7 pm, nominations to Ann by 12 June.

Summer fair: Saturday 9 July, 2 p.m.; Autumn meeting: 13 September 2022

The meeting closed at 9.05 pm.
"""
HELD_MEETINGS = [
    ("de", "Protokoll der Mitgliederversammlung vom 12. März 2021\n\nDas Protokoll vom 3. Februar 2020 wurde genehmigt.\n\nNächste Sitzung: Dienstag, 8. Juni 2021, 19 Uhr.\n",
     [("2021-03-12", "event", "Mitgliederversammlung"), ("2020-02-03", "background", "Frühere Sitzung"), ("2021-06-08", "plan", "Nächste Sitzung")]),
    ("fr", "Compte rendu de la réunion du conseil d'administration du mardi 21 novembre 2017\n\nProchaine réunion : le 13 mars 2018.\n",
     [("2017-11-21", "event", "Réunion du conseil d'administration"), ("2018-03-13", "plan", "Prochaine réunion")]),
    ("es", "Acta de la reunión del comité celebrada el 12 de febrero de 2020\n\nSe aprobó el acta del 8 de enero.\n",
     [("2020-02-12", "event", "Reunión del comité"), ("2020-01-08", "background", "Reunión anterior")]),
    ("sr", "Zapisnik sa sednice Upravnog odbora održane 12. februara 2020. godine\n\nSledeća sednica: 8. april 2020.\n",
     [("2020-02-12", "event", "Sednica Upravnog odbora"), ("2020-04-08", "plan", "Sledeća sednica")]),
]  # fmt: skip


def test_minutes_tell_by_their_form():
    assert sorted(told(MINUTES, published="2022-05-03")) == [
        ("../2022-06-12", "plan", "Nominations to Ann"),
        ("2022-03-08", "background", "Earlier meeting"),
        ("2022-04-03", "event", "Harle Trust: Weir had failed"),
        ("2022-05-03", "event", "Harle Trust: Meeting closed"),
        ("2022-05-03", "event", "Spring meeting of the Harle Trust"),
        ("2022-05-04", "plan", "Ann to ring the council"),
        ("2022-06-26", "plan", "AGM to be held"),
        ("2022-07-09", "plan", "Harle Trust: Summer fair"),
        ("2022-09-13", "plan", "Harle Trust: Autumn meeting"),
    ]


@pytest.mark.parametrize(("language", "text", "expected"), HELD_MEETINGS)
def test_minutes_in_other_languages(language, text, expected):
    assert told(text, "txt", language, "2021-04-01" if language == "de" else expected[0][0]) == expected


EARLIER = """# Vital statistics 2018

The wool market opened in 1931.

- 203 divorces were granted, nine fewer than in the previous year.
- Two boats sank in March 2016, against seven a year earlier.
"""


def test_a_year_earlier_is_counted_from_the_figure_that_is_held_against_it():
    assert sorted(told(EARLIER)) == [
        ("1931", "event", "Wool market opened"),
        ("2015-03", "statistic", "Seven boats sank"),
        ("2016-03", "statistic", "Two boats sank"),
        ("2017", "statistic", "212 divorces were granted"),
        ("2018", "statistic", "203 divorces were granted"),
    ]


SERIES = [
    ("de", "Ida Brand war Architektin. Sie entwarf das Gymnasium in Ulm (1934), das Spital in Tovey (1936) und den Bahnhof Norham (1938).",
     ["Ida Brand entwarf das Gymnasium in Ulm", "Ida Brand entwarf das Spital in Tovey", "Ida Brand entwarf den Bahnhof Norham"]),
    ("fr", "Anne Roy dessina le lycée de Tours (1934), l'hôpital de Blois (1936) et la gare de Nevers (1938).",
     ["Anne Roy dessina le lycée de Tours", "Anne Roy dessina l'hôpital de Blois", "Anne Roy dessina la gare de Nevers"]),
    ("es", "Ana Ruiz era arquitecta. Diseñó el instituto de Ulm (1934), el hospital de Tovey (1936) y la estación de Norham (1938).",
     ["Ana Ruiz diseñó el instituto de Ulm", "Ana Ruiz diseñó el hospital de Tovey", "Ana Ruiz diseñó la estación de Norham"]),
    ("sr", "Projektovala je gimnaziju u Čačku (1934), bolnicu u Užicu (1936) i školu u Nišu (1938).",
     ["Projektovala je gimnaziju u Čačku", "Projektovala je bolnicu u Užicu", "Projektovala je školu u Nišu"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "titles"), SERIES)
def test_things_with_a_date_for_each_are_told_one_by_one(language, text, titles):
    assert told(text, "txt", language) == [
        (date, "event", title) for date, title in zip(("1934", "1936", "1938"), titles, strict=True)
    ]


DEATHS = [
    ("fr", "- **1877** : Décès de Paul Roy, le 22 janvier.", [("1877-01-22", "event", "Décès de Paul Roy")]),
    ("de", "- **1877** : Tod von Paul Roy am 22. Januar.", [("1877-01-22", "event", "Tod von Paul Roy")]),
    ("es", "- **1877** : Muerte de Paul Roy, el 22 de enero.", [("1877-01-22", "event", "Muerte de Paul Roy")]),
    ("fr", "- **1877** : Lettre de Paul Roy du 3 mai 1870.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), DEATHS)
def test_a_year_s_entry_without_a_verb_has_its_own_day(language, text, expected):
    assert told(text, "md", language) == expected


ENTRIES = [
    ("de", "**1931**\nDer Betrieb stellt um. Im Herbst Umzug nach Fulda. Gründung der Bücherei zum 1. Juli. Bau der Halle von Februar bis Juni.",
     ["Umzug nach Fulda", "Gründung der Bücherei", "Bau der Halle"]),
    ("fr", "**1931**\nLe fils reprend la direction. À l'automne, déménagement à Blois. Création de la bibliothèque le 1er juillet. Construction de la halle de février à juin.",
     ["Déménagement à Blois", "Création de la bibliothèque", "Construction de la halle"]),
    ("es", "**1931**\nEl hijo asume la dirección. En otoño, mudanza a Soria. Creación de la biblioteca el 1 de julio. Construcción de la nave de febrero a junio.",
     ["Mudanza a Soria", "Creación de la biblioteca", "Construcción de la nave"]),
    ("it", "**1931**\nIl figlio assume la direzione. In autunno trasferimento a Pisa. Creazione della biblioteca il 1º luglio. Costruzione del capannone da febbraio a giugno.",
     ["Trasferimento a Pisa", "Creazione della biblioteca", "Costruzione del capannone"]),
    ("sr", "**1931**\nSin je preuzeo upravu. U jesen preseljenje u Sombor. Otvaranje knjižare 1. jula. Izgradnja hale od februara do juna.",
     ["Preseljenje u Sombor", "Otvaranje knjižare", "Izgradnja hale"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "titles"), ENTRIES)
def test_what_a_year_s_entry_names_without_a_verb_has_the_day_it_says(language, text, titles):
    dates = ("1931-23", "1931-07-01", "1931-02/1931-06")
    assert told("# Press\n\n" + text.replace("\n", "\n\n"), "md", language)[1:] == [
        (date, "event", title) for date, title in zip(dates, titles, strict=True)
    ]


NO_DEEDS = [
    "Der Betrieb stellt um. Brief der Gründerin vom 3. Mai.",  # the letter's day
    "Der Betrieb stellt um. Sommerwetter im Mai.",
    "Der Betrieb stellt um. Übernahme der Druckerei im Mai 1938.",  # no day of the entry's year
    "Der Betrieb stellt um. Keine Verlegung im Mai.",
]


@pytest.mark.parametrize("text", NO_DEEDS)
def test_a_line_without_a_verb_that_names_no_deed_of_the_year_tells_nothing(text):
    assert told(f"# Press\n\n**1931**\n\n{text}", "md", "de") == [("1931", "event", "Der Betrieb stellt um")]


FRAMED = [
    ("en", "In 2020, the mill was closed from 14 March.", "2020-03-14"),
    ("fr", "En 2020, l'usine a été fermée le 14 mars.", "2020-03-14"),
    ("en", "The mill was closed in 2020. It was closed from 14 March.", None),  # another sentence
    ("en", "In 2020 the mill was closed; it will open on 14 March.", None),
    ("en", "Unlike 2020, the mill was closed on 14 March.", None),
]


@pytest.mark.parametrize(("language", "text", "day"), FRAMED)
def test_a_year_that_opens_a_sentence_is_that_of_its_days(language, text, day):
    dates = [date.partition("/")[0] for date, _, _ in told(text, "txt", language)]
    assert ("2020-03-14" in dates) == (day is not None)
