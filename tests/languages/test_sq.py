"""Albanian: whole texts, with every expression in them."""

NEWS = """Komuna hap bibliotekën e re në shtator

Kuvendi i Lumbardhit miratoi të martën buxhetin për vitin e ardhshëm, njoftoi dje zyra e shtypit. Punimet, që nisën më 3 mars të këtij viti, do të përfundojnë deri në fund të shtatorit, tha kryetarja Arta Gashi.

Kontrata u nënshkrua muajin e kaluar, ndërsa kësti i parë erdhi dy javë më parë. “Kemi pritur dhjetë vjet”, tha Gashi, duke kujtuar se ndërtesa e vjetër u dëmtua nga zjarri më 15 maj 2014. Qeveria premtoi ndihmë në fund të vitit 2019, por vendimi u mor më 12.06.2021.

Mbledhja do të mbahet të premten, më 25 qershor, në orën 18:00. Javën e ardhshme nis edhe rinovimi i shkollës, e mbyllur nga viti 2008 deri në vitin 2012. Sipas Ligjit nr. 1244, afati është 30 ditë. Qyteti ka 1.850 banorë dhe çdo të hënë mbahet pazari. Verën e kaluar uji mungoi disa javë."""

HISTORY = """Kalaja e Drinasit u ngrit në fillim të shekullit XIV, ndoshta rreth vitit 1320. Përmendet për herë të parë në vitin 1323. Osmanët e pushtuan në korrik 1458; vitin pasues ra edhe Guribardha.

Gjatë shekujve XVII dhe XVIII kalaja ndërroi zotër disa herë. Ushtria austriake hyri në qytet më 6 shtator 1688 dhe u tërhoq në tetor të vitit 1690. Po atë muaj shpërtheu murtaja. Nga 1718 deri më 1739 këtu kishte doganë.

Kryengritja nisi më 14 shkurt 1804. Dy ditë më vonë u dogj hani, ndërsa në maj të të njëjtit vit u rrethua kalaja. Në fund të viteve 1830 muret u rrënuan. Gjatë luftës (1914–18) fshati mbeti tri vjet pa shkollë.

Në kohën romake, në shek. III, këtu kishte minierë; gjetjet më të vjetra janë të shek. V p.e.s. Muzeu u hap më 28 nëntor 1936, u mbyll ditën e nesërme dhe u rihap në vitet 1950. Rezoluta 1456 e këshillit mbron muret. E vizitojnë 12.000 veta në vit."""


def test_news_leans_on_the_day_it_was_written(read):
    assert read(NEWS, "sq", "2021-06-22") == [
        ("shtator", "2021-09"),
        ("të martën", "2021-06-22"),
        ("vitin e ardhshëm", "2022"),
        ("dje", "2021-06-21"),
        ("3 mars të këtij viti", "2021-03-03"),
        ("fund të shtatorit", "2021-09-21~/2021-09-30~"),
        ("muajin e kaluar", "2021-05"),
        ("dy javë më parë", "2021-06-08~"),
        ("dhjetë vjet", "P10Y"),
        ("15 maj 2014", "2014-05-15"),
        ("fund të vitit 2019", "2019-09~/2019-12~"),
        ("12.06.2021", "2021-06-12"),
        ("të premten", "2021-06-25"),
        ("25 qershor", "2021-06-25"),
        ("orën 18:00", "2021-06-25"),
        ("Javën e ardhshme", "2021-06-28/2021-07-04"),
        ("viti 2008", "2008"),
        ("vitin 2012", "2012"),
        ("30 ditë", "P30D"),
        ("çdo të hënë", "XXXX-WXX-1"),
        ("Verën e kaluar", "2020-22"),
        ("disa javë", "PXW"),
    ]


def test_history_inherits_the_running_year(read):
    assert read(HISTORY, "sq") == [
        ("fillim të shekullit XIV", "1300~/1332~"),
        ("rreth vitit 1320", "1320~"),
        ("vitin 1323", "1323"),
        ("korrik 1458", "1458-07"),
        ("vitin pasues", "1459"),
        ("shekujve XVII", "16XX"),
        ("XVIII", "17XX"),
        ("6 shtator 1688", "1688-09-06"),
        ("tetor të vitit 1690", "1690-10"),
        ("Po atë muaj", "1690-10"),
        ("1718", "1718"),
        ("1739", "1739"),
        ("14 shkurt 1804", "1804-02-14"),
        ("Dy ditë më vonë", "1804-02-16"),
        ("maj të të njëjtit vit", "1804-05"),
        ("fund të viteve 1830", "1837~/1839~"),
        ("1914", "1914"),
        ("18", "1918"),
        ("tri vjet", "P3Y"),
        ("shek. III", "02XX"),
        ("shek. V p.e.s.", "-0499/-0400"),
        ("28 nëntor 1936", "1936-11-28"),
        ("ditën e nesërme", "1936-11-29"),
        ("vitet 1950", "195X"),
    ]


def test_words_without_their_diacritics(read):
    assert read("Ndodhi me 28 nentor te vitit 1912, ne te njejtin vit.", "sq") == [
        ("28 nentor te vitit 1912", "1912-11-28"),
        ("te njejtin vit", "1912"),
    ]


def test_numbers_that_are_no_dates(read):
    assert read("Rezoluta 1244, 1500 veta, faqe 1999, 37 vjeç dhe hëna.", "sq", "2021-06-22") == []
