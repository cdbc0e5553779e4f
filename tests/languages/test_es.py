"""Spanish: whole texts, with every expression in them."""

NEWS = """La ministra de Transportes anunció el martes que el nuevo puente se abrirá el próximo 3 de diciembre. Las obras
comenzaron hace cuatro años y costaron 1.500 millones de euros. El pasado mes de julio los técnicos encontraron
grietas. En marzo de este año un juez había ordenado detenerlas. La semana que viene el Parlamento votará una
prórroga. El contrato se firmó el 17 de febrero de 2017 y se amplió el 4 de octubre del mismo año. Del 22 al 24 de
noviembre habrá desvíos. En los últimos cinco años pasaron por allí 1200 personas, entre ellas Juan Mayo, de 44
años."""

HISTORY = """La ciudad fue fundada hacia el año 1540 y creció durante los siglos XVI y XVII. El 12 de octubre de 1692 un
incendio destruyó el mercado; al día siguiente el virrey huyó. En enero de 1693 llegaron las tropas y el 4 de febrero
entraron en el palacio. Dos años después volvió la calma. Entre 1820 y 1823 gobernó una junta de 1500 hombres. A
finales del siglo XIX se construyó el ferrocarril, y en la década de 1920 el puerto. Durante la guerra de 1936-39 el
archivo ardió. En la primavera de 1951 se reabrió; ese mismo año se publicó el catálogo. Las ruinas más antiguas son
del siglo II a. C."""


def test_news_leans_on_the_day_it_was_written(read):
    assert read(NEWS, "es", "2021-11-10") == [
        ("el martes", "2021-11-09"),
        ("el próximo 3 de diciembre", "2021-12-03"),
        ("hace cuatro años", "2017"),
        ("El pasado mes de julio", "2021-07"),
        ("marzo de este año", "2021-03"),
        ("La semana que viene", "2021-11-15/2021-11-21"),
        ("el 17 de febrero de 2017", "2017-02-17"),
        ("el 4 de octubre del mismo año", "2017-10-04"),
        ("22", "2021-11-22"),
        ("24 de\nnoviembre", "2021-11-24"),
        ("los últimos cinco años", "2016-11-10/2021-11-09"),
    ]


def test_history_inherits_the_running_year(read):
    assert read(HISTORY, "es") == [
        ("el año 1540", "1540~"),
        ("los siglos XVI", "15XX"),
        ("XVII", "16XX"),
        ("El 12 de octubre de 1692", "1692-10-12"),
        ("día siguiente", "1692-10-13"),
        ("enero de 1693", "1693-01"),
        ("el 4 de febrero", "1693-02-04"),
        ("Dos años después", "1695"),
        ("1820", "1820"),
        ("1823", "1823"),
        ("finales del siglo XIX", "1867~/1899~"),
        ("la década de 1920", "192X"),
        ("1936", "1936"),
        ("39", "1939"),
        ("la primavera de 1951", "1951-21"),
        ("ese mismo año", "1951"),
        ("siglo II a. C.", "-0199/-0100"),
    ]


def test_weekdays_follow_the_tense(read):
    assert read("El ministro viajó el jueves.", "es", "2021-11-10") == [("el jueves", "2021-11-04")]
    assert read("El ministro viajará el jueves.", "es", "2021-11-10") == [("el jueves", "2021-11-11")]


def test_numbers_that_are_no_dates(read):
    text = (
        "Pagó 2.500,75 euros, pesaba 1.950 gramos, corrió 3,5 kilómetros y leyó el capítulo 3.2, página 1204."
    )
    assert read(text, "es", "2021-11-10") == []


def test_a_long_run_of_common_words_loses_no_date(read):
    for count in range(5, 60):
        text = "En 1990 " + "de la " * count + "a principios de los años noventa."
        assert [words for words, _ in read(text, "es")] == ["1990", "principios de los años noventa"], count
