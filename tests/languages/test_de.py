"""German: whole texts, with every expression in them."""

NEWS = """Kiel, 14. Mai 2019 – Die Werft Nordkap hat am Montag den Bau von zwei Fähren angekündigt. Die erste soll
im kommenden Frühjahr vom Stapel laufen, die zweite im Herbst 2020. Vor drei Jahren hatte das Unternehmen
Insolvenz angemeldet; im Februar vergangenen Jahres übernahm es ein Fonds aus Oslo. Der Betriebsrat tagt am
Freitag. In den letzten zehn Jahren sank die Zahl der Beschäftigten auf 1200 Menschen. Am 3. April hatten die
Banken zugestimmt, am folgenden Tag der Aufsichtsrat. Vom 3. bis 9. Juni wird die Werft ihre Tore öffnen; der
Eintritt kostet 12,50 Euro. Seit 1998 leitet Karla Brandt das Haus, und eines Tages will sie es übergeben."""

HISTORY = """Das Kloster wurde um 1180 gegründet und im 14. Jahrhundert erweitert. Im Krieg (1618–48) brannte es zweimal
nieder, zuerst im Mai 1632. Im Herbst desselben Jahres floh der Abt nach Köln, wo er am 4. Februar 1633 starb. Am
9. Mai wählten die Mönche einen Nachfolger; drei Jahre später kehrten sie zurück. Zwischen 1701 und 1706 entstand
die Kirche mit Platz für 1500 Personen. Ende des 18. Jahrhunderts verfiel der Bau, bis er 1803 aufgehoben wurde.
In den frühen 1950er-Jahren begann die Restaurierung, die am 17. Februar 1958 abgeschlossen war; im Sommer zogen
die ersten Gäste ein. Der Ort wird schon im 3. Jahrhundert v. Chr. erwähnt."""


def test_news_leans_on_the_day_it_was_written(read):
    assert read(NEWS, "de", "2019-05-14") == [
        ("14. Mai 2019", "2019-05-14"),
        ("Montag", "2019-05-13"),
        ("kommenden Frühjahr", "2020-21"),
        ("Herbst 2020", "2020-23"),
        ("Vor drei Jahren", "2016"),
        ("Februar vergangenen Jahres", "2018-02"),
        ("Freitag", "2019-05-17"),
        ("den letzten zehn Jahren", "2009-05-14/2019-05-13"),
        ("3. April", "2019-04-03"),
        ("folgenden Tag", "2019-04-04"),
        ("3.", "2019-06-03"),
        ("9. Juni", "2019-06-09"),
        ("1998", "1998"),
    ]


def test_history_inherits_the_running_year(read):
    assert read(HISTORY, "de") == [
        ("1180", "1180~"),
        ("14. Jahrhundert", "13XX"),
        ("1618", "1618"),
        ("48", "1648"),
        ("Mai 1632", "1632-05"),
        ("Herbst desselben Jahres", "1632-23"),
        ("4. Februar 1633", "1633-02-04"),
        ("9. Mai", "1633-05-09"),
        ("drei Jahre später", "1636"),
        ("1701", "1701"),
        ("1706", "1706"),
        ("Ende des 18. Jahrhunderts", "1767~/1799~"),
        ("1803", "1803"),
        ("den frühen 1950er-Jahren", "1950~/1952~"),
        ("17. Februar 1958", "1958-02-17"),
        ("Sommer", "1958-22"),
        ("3. Jahrhundert v. Chr.", "-0299/-0200"),
    ]


def test_weekdays_follow_the_tense(read):
    assert read("Der Minister reiste am Donnerstag ab.", "de", "2019-05-14") == [("Donnerstag", "2019-05-09")]
    assert read("Der Minister wird am Donnerstag reisen.", "de", "2019-05-14") == [
        ("Donnerstag", "2019-05-16")
    ]


def test_numbers_that_are_no_dates(read):
    text = "Er zahlte 2.500,75 Euro, wog 1.950 Gramm, lief 3,5 Kilometer und las Kapitel 3.2 auf Seite 1204."
    assert read(text, "de", "2019-05-14") == []


def test_a_half_is_half(read):
    text = "In der ersten Hälfte des 19. Jahrhunderts und in der zweiten Hälfte des Mai 1990 war es ruhig."
    assert read(text, "de") == [
        ("der ersten Hälfte des 19. Jahrhunderts", "1800/1849"),
        ("der zweiten Hälfte des Mai 1990", "1990-05-16/1990-05-31"),
    ]


def test_what_somebody_would_like_to_do_lies_ahead_of_the_writing(read):
    text = "Die Stadt verkaufte das Bad. Im Herbst möchte der neue Pächter ein Becken bauen."
    assert read(text, "de", "2019-02-14")[-1] == ("Herbst", "2019-23")


def test_capitals_write_double_s_for_sharp_s(read):
    assert read("DIE DREISSIGERJAHRE IN BERLIN", "de", "1999-06-02") == [("DIE DREISSIGERJAHRE", "193X")]
