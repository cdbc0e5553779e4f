"""Italian: whole texts, with every expression in them."""

NEWS = """La ministra dei Trasporti ha annunciato martedì che il nuovo ponte aprirà il prossimo 3 dicembre. I lavori
sono cominciati quattro anni fa e sono costati 1.500 milioni di euro. Lo scorso mese di luglio i tecnici trovarono
crepe. Nel marzo di quest'anno un giudice aveva ordinato di fermarli. La settimana prossima il Parlamento voterà una
proroga. Il contratto fu firmato il 17 febbraio 2017 e ampliato il 4 ottobre dello stesso anno. Dal 22 al 24
novembre ci saranno deviazioni. Negli ultimi cinque anni vi passarono 1200 persone, tra cui Ugo Aprile, 44 anni, ieri
sera sul ponte."""

HISTORY = """La città fu fondata verso il 1540 e crebbe tra il XVI e il XVII secolo. L'8 ottobre 1692 un incendio
distrusse il mercato; il giorno seguente il viceré fuggì. Nel gennaio del 1693 arrivarono le truppe e il 4 febbraio
entrarono nel palazzo. Due anni dopo tornò la calma. Tra il 1820 e il 1823 governò una giunta di 1500 uomini. Alla fine
del XIX secolo si costruì la ferrovia, e negli anni Venti il porto. Durante la guerra del 1936-39 l'archivio bruciò.
Nella primavera del 1951 riaprì; quello stesso anno uscì il catalogo. Le rovine più antiche sono del II secolo a.C., la
chiesa è del Settecento."""


def test_news_leans_on_the_day_it_was_written(read):
    assert read(NEWS, "it", "2021-11-10") == [
        ("martedì", "2021-11-09"),
        ("il prossimo 3 dicembre", "2021-12-03"),
        ("quattro anni fa", "2017"),
        ("Lo scorso mese di luglio", "2021-07"),
        ("marzo di quest'anno", "2021-03"),
        ("La settimana prossima", "2021-11-15/2021-11-21"),
        ("il 17 febbraio 2017", "2017-02-17"),
        ("il 4 ottobre dello stesso anno", "2017-10-04"),
        ("22", "2021-11-22"),
        ("24\nnovembre", "2021-11-24"),
        ("ultimi cinque anni", "2016-11-10/2021-11-09"),
        ("ieri\nsera", "2021-11-09"),
    ]


def test_history_inherits_the_running_year(read):
    assert read(HISTORY, "it") == [
        ("1540", "1540~"),
        ("il XVI", "15XX"),
        ("XVII secolo", "16XX"),
        ("L'8 ottobre 1692", "1692-10-08"),
        ("il giorno seguente", "1692-10-09"),
        ("gennaio del 1693", "1693-01"),
        ("il 4 febbraio", "1693-02-04"),
        ("Due anni dopo", "1695"),
        ("1820", "1820"),
        ("1823", "1823"),
        ("fine\ndel XIX secolo", "1867~/1899~"),
        ("anni Venti", "192X"),
        ("1936", "1936"),
        ("39", "1939"),
        ("primavera del 1951", "1951-21"),
        ("quello stesso anno", "1951"),
        ("II secolo a.C.", "-0199/-0100"),
        ("Settecento", "17XX"),
    ]


def test_weekdays_follow_the_tense(read):
    assert read("Il ministro partì giovedì.", "it", "2021-11-10") == [("giovedì", "2021-11-04")]
    assert read("Il ministro partirà giovedì.", "it", "2021-11-10") == [("giovedì", "2021-11-11")]


def test_other_numbers_and_words_are_no_dates(read):
    assert (
        read("La risoluzione 1244, 1500 persone, pagina 1999, 37 anni, e Domenica Rossi.", "it", "2021-11-10")
        == []
    )
