"""Serbian in both scripts, and its neighbours: whole texts, with every expression in them."""

import pytest

from timeline.languages import language

NEWS = """Opština otvara most u septembru

Gradsko veće Kamenice usvojilo je u utorak budžet za narednu godinu, saopšteno je juče. Radovi na mostu preko Drenove, koji su počeli 3. marta ove godine, biće završeni do kraja septembra, rekao je gradonačelnik Petar Lukić.

Ugovor je potpisan prošlog meseca, a prva isplata stigla je pre dve nedelje. „Čekali smo deset godina“, kazao je Lukić, podsetivši da je stari most srušen u poplavi 15. maja 2014. godine. Vlada je krajem 2019. obećala pomoć, ali je odluka doneta tek 12.06.2021. godine.

Sednica će biti održana u petak, 25. juna, u 18 časova. Sledeće nedelje počinje i obnova škole, zatvorene od 2008. do 2012. godine. Prema Zakonu br. 1244 rok je 30 dana. U naselju živi 1.850 stanovnika, a svakog ponedeljka radi pijaca. Prošle zime putevi su bili zatvoreni danima."""

HISTORY = """Тврђава Рудник подигнута је почетком XIV века, вероватно око 1320. године. Први пут се помиње 1323. у повељи. Османлије су је заузеле у јулу 1458; следеће године пала је и Јабучица.

Током 17. и 18. века тврђава је више пута мењала господара. Аустријска војска ушла је у град 6. септембра 1688. године, а напустила га у октобру 1690. Истог месеца избила је куга. Од 1718. до 1739. овде је била царинарница.

Устанак је почео 14. фебруара 1804. године. Два дана касније устаници су запалили хан, а у мају исте године опсели тврђаву. Крајем тридесетих година 19. века зидине су порушене. За време Првог светског рата (1914–18) село је три године било без школе.

У римско доба, у 3. веку н. е., ту је био рудник; најстарији налази су из 5. века п. н. е. Музеј је отворен на Видовдан 1936. године, затворен 1941, а обновљен 1950-их. Резолуција 1456 града, донета 1987, штити бедеме. Тврђаву годишње посети 12.000 људи."""

CROATIAN = (
    "Dana 14. rujna 1995. godine vojska je ušla u grad. U listopadu iste godine potpisan je sporazum, a početkom "
    "studenoga 1995. počeli su pregovori. Osam godina kasnije, 1. siječnja 2003., sve je završilo; u 2. stoljeću "
    "pr. Kr. ovdje je bilo selo."
)


def test_news_leans_on_the_day_it_was_written(read):
    assert read(NEWS, "sr", "2021-06-22") == [
        ("septembru", "2021-09"),
        ("utorak", "2021-06-22"),
        ("narednu godinu", "2022"),
        ("juče", "2021-06-21"),
        ("3. marta ove godine", "2021-03-03"),
        ("kraja septembra", "2021-09-21~/2021-09-30~"),
        ("prošlog meseca", "2021-05"),
        ("pre dve nedelje", "2021-06-08~"),
        ("deset godina", "P10Y"),
        ("15. maja 2014. godine", "2014-05-15"),
        ("krajem 2019", "2019-09~/2019-12~"),
        ("12.06.2021. godine", "2021-06-12"),
        ("petak, 25. juna", "2021-06-25"),
        ("18 časova", "2021-06-25"),
        ("Sledeće nedelje", "2021-06-28/2021-07-04"),
        ("2008.", "2008"),
        ("2012. godine", "2012"),
        ("30 dana", "P30D"),
        ("svakog ponedeljka", "XXXX-WXX-1"),
        ("Prošle zime", "2020-24"),
        ("danima", "PXD"),
    ]


def test_history_inherits_the_running_year(read):
    assert read(HISTORY, "sr") == [
        ("почетком XIV века", "1300~/1332~"),
        ("око 1320. године", "1320~"),
        ("1323", "1323"),
        ("јулу 1458", "1458-07"),
        ("следеће године", "1459"),
        ("17.", "16XX"),
        ("18. века", "17XX"),
        ("6. септембра 1688. године", "1688-09-06"),
        ("октобру 1690", "1690-10"),
        ("Истог месеца", "1690-10"),
        ("1718.", "1718"),
        ("1739", "1739"),
        ("14. фебруара 1804. године", "1804-02-14"),
        ("Два дана касније", "1804-02-16"),
        ("мају исте године", "1804-05"),
        ("Крајем тридесетих година 19. века", "1837~/1839~"),
        ("1914", "1914"),
        ("18", "1918"),
        ("три године", "P3Y"),
        ("3. веку н. е.", "02XX"),
        ("5. века п. н. е.", "-0499/-0400"),
        ("Видовдан 1936. године", "1936-06-28"),
        ("1941", "1941"),
        ("1950-их", "195X"),
        ("годишње", "P1Y"),
    ]


@pytest.mark.parametrize("code", ["hr", "bs", "sr"])
def test_croatian_months_are_read_by_the_same_rules(read, code):
    assert [date for _, date in read(CROATIAN, code)] == [
        "1995-09-14",
        "1995-10",
        "1995-11-01~/1995-11-10~",
        "2003",
        "2003-01-01",
        "-0199/-0100",
    ]


def test_a_year_is_an_ordinal(read):
    assert read("Most je 1999. srušen, a 2003. obnovljen.", "sr") == [("1999", "1999"), ("2003", "2003")]
    assert read("Prema Rezoluciji 1244. i Zakonu br. 1999. dato je ukupno 1500.", "sr") == []
    assert read("Imala je 37 godina i 1.999 dinara u 85. godini.", "sr") == [("37 godina", "P37Y")]


def test_names_are_no_months(read):
    assert read("Maja i Marta su otputovale; Avgust je vladao.", "sr", "2021-06-22") == []


def test_next_year_leans_with_the_text(read):
    assert ("следеће године", "1459") in read(HISTORY, "sr")
    assert ("Sledeće godine", "2022") in read("Sledeće godine gradiće se most.", "sr", "2021-06-22")


def test_both_scripts_are_written_once():
    months = language("sr").lexicon.values["monthname"]
    assert months["фебруара"] == months["februara"] == 2
    assert language("sr").lexicon.values["dayword"]["juce"] == -1
