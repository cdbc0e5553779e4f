"""Sentences of news and of encyclopaedias, in every language with rules of its own but English."""

import pytest

# language, the sentence, and the words of each expression with its EDTF; news are read as of the day below
NEWS = (
    (
        "de",
        "Der Vertrag wurde am 9. November 1989 in Köln unterzeichnet.",
        (("9. November 1989", "1989-11-09"),),
    ),
    (
        "de",
        "Das Gericht verurteilte den Mann am Mittwoch zu drei Jahren Haft.",
        (
            ("Mittwoch", "2019-05-08"),
            ("drei Jahren", "P3Y"),
        ),
    ),
    ("de", "Am 2. Januar trat das Gesetz in Kraft.", (("2. Januar", "2019-01-02"),)),
    ("de", "Der Senat will im Juli über den Haushalt abstimmen.", (("Juli", "2019-07"),)),
    (
        "de",
        "Vor zwei Wochen hatte die Kanzlei den Betrug gemeldet.",
        (("Vor zwei Wochen", "2019-04-30~"),),
    ),
    ("de", "Seit dem 1. April 2017 gilt die neue Ordnung.", (("1. April 2017", "2017-04-01"),)),
    (
        "de",
        "Die Messe läuft vom 28. Mai bis zum 2. Juni.",
        (
            ("28. Mai", "2019-05-28"),
            ("2. Juni", "2019-06-02"),
        ),
    ),
    ("de", "Gestern Abend brannte ein Lager am Hafen.", (("Gestern Abend", "2019-05-13"),)),
    ("de", "Im vergangenen Jahr stieg der Umsatz auf 2010 Millionen Euro.", (("vergangenen Jahr", "2018"),)),
    ("de", "Übermorgen wählt die Partei eine neue Spitze.", (("Übermorgen", "2019-05-16"),)),
    ("de", "Er ist 1,90 Meter groß und spielt mit der Rückennummer 12.", ()),
    ("de", "Die Version 3.11.2 erschien ohne Ankündigung.", ()),
    ("fr", "Le traité a été signé le 9 novembre 1989 à Lyon.", (("le 9 novembre 1989", "1989-11-09"),)),
    (
        "fr",
        "Le tribunal a condamné l'homme mercredi à trois ans de prison.",
        (
            ("mercredi", "2019-05-08"),
            ("trois ans", "P3Y"),
        ),
    ),
    ("fr", "La loi est entrée en vigueur le 2 janvier.", (("le 2 janvier", "2019-01-02"),)),
    ("fr", "Le conseil votera le budget en juillet.", (("juillet", "2019-07"),)),
    (
        "fr",
        "Il y a deux semaines, la banque avait signalé la fraude.",
        (("Il y a deux semaines", "2019-04-30~"),),
    ),
    ("fr", "Depuis le 1er avril 2017, la règle a changé.", (("le 1er avril 2017", "2017-04-01"),)),
    (
        "fr",
        "Le salon se tiendra du 28 mai au 2 juin.",
        (
            ("28 mai", "2019-05-28"),
            ("2 juin", "2019-06-02"),
        ),
    ),
    ("fr", "Hier soir, un entrepôt a brûlé sur le port.", (("Hier soir", "2019-05-13"),)),
    ("fr", "L'an dernier, les ventes ont atteint 2010 millions d'euros.", (("L'an dernier", "2018"),)),
    ("fr", "Le parti élira son chef après-demain.", (("après-demain", "2019-05-16"),)),
    ("fr", "Il mesure 1,90 mètre et porte le numéro 12.", ()),
    ("fr", "La version 3.11.2 est parue sans annonce.", ()),
    (
        "es",
        "El tratado se firmó el 9 de noviembre de 1989 en Sevilla.",
        (("el 9 de noviembre de 1989", "1989-11-09"),),
    ),
    (
        "es",
        "El tribunal condenó al hombre el miércoles a tres años de cárcel.",
        (
            ("el miércoles", "2019-05-08"),
            ("tres años", "P3Y"),
        ),
    ),
    ("es", "La ley entró en vigor el 2 de enero.", (("el 2 de enero", "2019-01-02"),)),
    ("es", "El consejo votará el presupuesto en julio.", (("julio", "2019-07"),)),
    (
        "es",
        "Hace dos semanas el banco había denunciado el fraude.",
        (("Hace dos semanas", "2019-04-30~"),),
    ),
    ("es", "Desde el 1 de abril de 2017 rige la nueva norma.", (("el 1 de abril de 2017", "2017-04-01"),)),
    (
        "es",
        "La feria se celebrará del 28 de mayo al 2 de junio.",
        (
            ("28 de mayo", "2019-05-28"),
            ("2 de junio", "2019-06-02"),
        ),
    ),
    ("es", "Anoche ardió un almacén en el puerto.", (("Anoche", "2019-05-13"),)),
    ("es", "El año pasado las ventas llegaron a 2010 millones de euros.", (("El año pasado", "2018"),)),
    ("es", "El partido elegirá a su jefe pasado mañana.", (("pasado mañana", "2019-05-16"),)),
    ("es", "Mide 1,90 metros y lleva el número 12.", ()),
    ("es", "La versión 3.11.2 salió sin anuncio.", ()),
    (
        "sr",
        "Ugovor je potpisan 9. novembra 1989. godine u Nišu.",
        (("9. novembra 1989. godine", "1989-11-09"),),
    ),
    (
        "sr",
        "Sud je u sredu osudio čoveka na tri godine zatvora.",
        (
            ("sredu", "2019-05-08"),
            ("tri godine", "P3Y"),
        ),
    ),
    ("sr", "Закон је ступио на снагу 2. јануара.", (("2. јануара", "2019-01-02"),)),
    ("sr", "Savet će u julu glasati o budžetu.", (("julu", "2019-07"),)),
    ("sr", "Пре две недеље банка је пријавила превару.", (("Пре две недеље", "2019-04-30~"),)),
    ("sr", "Od 1. aprila 2017. važi novo pravilo.", (("1. aprila 2017", "2017-04-01"),)),
    (
        "sr",
        "Сајам ће трајати од 28. маја до 2. јуна.",
        (
            ("28. маја", "2019-05-28"),
            ("2. јуна", "2019-06-02"),
        ),
    ),
    ("sr", "Sinoć je izgorelo skladište u luci.", (("Sinoć", "2019-05-13"),)),
    ("sr", "Прошле године продаја је достигла 2010 милиона евра.", (("Прошле године", "2018"),)),
    ("sr", "Stranka će prekosutra birati vođu.", (("prekosutra", "2019-05-16"),)),
    ("sr", "Visok je 1,90 metara i nosi broj 12.", ()),
    ("sr", "Верзија 3.11.2 објављена је без најаве.", ()),
    ("sq", "Traktati u nënshkrua më 9 nëntor 1989 në Korçë.", (("9 nëntor 1989", "1989-11-09"),)),
    (
        "sq",
        "Gjykata e dënoi burrin të mërkurën me tre vjet burg.",
        (
            ("të mërkurën", "2019-05-08"),
            ("tre vjet", "P3Y"),
        ),
    ),
    ("sq", "Ligji hyri në fuqi më 2 janar.", (("2 janar", "2019-01-02"),)),
    ("sq", "Këshilli do të votojë buxhetin në korrik.", (("korrik", "2019-07"),)),
    (
        "sq",
        "Para dy javësh banka kishte raportuar mashtrimin.",
        (("Para dy javësh", "2019-04-30~"),),
    ),
    ("sq", "Që nga 1 prilli 2017 vlen rregulli i ri.", (("1 prilli 2017", "2017-04-01"),)),
    (
        "sq",
        "Panairi do të zgjasë nga 28 maji deri më 2 qershor.",
        (
            ("28 maji", "2019-05-28"),
            ("2 qershor", "2019-06-02"),
        ),
    ),
    ("sq", "Mbrëmë u dogj një depo në port.", (("Mbrëmë", "2019-05-13"),)),
    ("sq", "Vitin e kaluar shitjet arritën 2010 milionë euro.", (("Vitin e kaluar", "2018"),)),
    ("sq", "Partia do të zgjedhë kreun pasnesër.", (("pasnesër", "2019-05-16"),)),
    ("sq", "Ai është 1,90 metra i gjatë dhe mban numrin 12.", ()),
    ("sq", "Versioni 3.11.2 doli pa njoftim.", ()),
)
HISTORY = (
    (
        "de",
        "Die Burg wurde zwischen 1250 und 1270 errichtet.",
        (
            ("1250", "1250"),
            ("1270", "1270"),
        ),
    ),
    (
        "de",
        "Im Frühjahr 1848 kam es zum Aufstand; im Mai wurde er niedergeschlagen.",
        (
            ("Frühjahr 1848", "1848-21"),
            ("Mai", "1848-05"),
        ),
    ),
    (
        "de",
        "Anfang März 1920 streikten die Werften, Mitte April die Gruben.",
        (
            ("Anfang März 1920", "1920-03-01~/1920-03-10~"),
            ("Mitte April", "1920-04-11~/1920-04-20~"),
        ),
    ),
    (
        "de",
        "Sie wurde am 3. Juni 1901 geboren und starb am 4. Juli 1977.",
        (
            ("3. Juni 1901", "1901-06-03"),
            ("4. Juli 1977", "1977-07-04"),
        ),
    ),
    (
        "de",
        "Das Rathaus stammt aus der Mitte des 15. Jahrhunderts.",
        (("der Mitte des 15. Jahrhunderts", "1433~/1466~"),),
    ),
    (
        "de",
        "Von 1933 bis 1945 war die Zeitung verboten.",
        (
            ("1933", "1933"),
            ("1945", "1945"),
        ),
    ),
    ("de", "Am Heiligabend 1914 schwiegen die Waffen.", (("Heiligabend 1914", "1914-12-24"),)),
    ("de", "In den 1970er Jahren zog die Schule um.", (("den 1970er Jahren", "197X"),)),
    (
        "fr",
        "Le château fut construit entre 1250 et 1270.",
        (
            ("1250", "1250"),
            ("1270", "1270"),
        ),
    ),
    (
        "fr",
        "Au printemps 1848 éclata la révolte ; elle fut écrasée en mai.",
        (
            ("printemps 1848", "1848-21"),
            ("mai", "1848-05"),
        ),
    ),
    (
        "fr",
        "Début mars 1920 les chantiers se mirent en grève, puis les mines à la mi-avril.",
        (
            ("Début mars 1920", "1920-03-01~/1920-03-10~"),
            ("la mi-avril", "1920-04-11~/1920-04-20~"),
        ),
    ),
    (
        "fr",
        "Elle naquit le 3 juin 1901 et mourut le 4 juillet 1977.",
        (
            ("le 3 juin 1901", "1901-06-03"),
            ("le 4 juillet 1977", "1977-07-04"),
        ),
    ),
    ("fr", "La mairie date du milieu du XVe siècle.", (("milieu du XVe siècle", "1433~/1466~"),)),
    (
        "fr",
        "De 1933 à 1945, le journal fut interdit.",
        (
            ("1933", "1933"),
            ("1945", "1945"),
        ),
    ),
    ("fr", "La veille de Noël 1914, les armes se turent.", (("La veille de Noël 1914", "1914-12-24"),)),
    ("fr", "Dans les années 1970, l'école déménagea.", (("les années 1970", "197X"),)),
    (
        "es",
        "El castillo se construyó entre 1250 y 1270.",
        (
            ("1250", "1250"),
            ("1270", "1270"),
        ),
    ),
    (
        "es",
        "En la primavera de 1848 estalló la revuelta; en mayo fue aplastada.",
        (
            ("la primavera de 1848", "1848-21"),
            ("mayo", "1848-05"),
        ),
    ),
    (
        "es",
        "A principios de marzo de 1920 pararon los astilleros; a mediados de abril, las minas.",
        (
            ("principios de marzo de 1920", "1920-03-01~/1920-03-10~"),
            ("mediados de abril", "1920-04-11~/1920-04-20~"),
        ),
    ),
    (
        "es",
        "Nació el 3 de junio de 1901 y murió el 4 de julio de 1977.",
        (
            ("el 3 de junio de 1901", "1901-06-03"),
            ("el 4 de julio de 1977", "1977-07-04"),
        ),
    ),
    ("es", "El ayuntamiento data de mediados del siglo XV.", (("mediados del siglo XV", "1433~/1466~"),)),
    (
        "es",
        "De 1933 a 1945 el periódico estuvo prohibido.",
        (
            ("1933", "1933"),
            ("1945", "1945"),
        ),
    ),
    ("es", "En la Nochebuena de 1914 callaron las armas.", (("la Nochebuena de 1914", "1914-12-24"),)),
    ("es", "En la década de 1970 la escuela se mudó.", (("la década de 1970", "197X"),)),
    (
        "sr",
        "Тврђава је подигнута између 1250. и 1270. године.",
        (
            ("1250.", "1250"),
            ("1270. године", "1270"),
        ),
    ),
    (
        "sr",
        "U proleće 1848. izbila je buna; u maju je ugušena.",
        (
            ("proleće 1848", "1848-21"),
            ("maju", "1848-05"),
        ),
    ),
    (
        "sr",
        "Почетком марта 1920. штрајковала су бродоградилишта, а средином априла рудници.",
        (
            ("Почетком марта 1920", "1920-03-01~/1920-03-10~"),
            ("средином априла", "1920-04-11~/1920-04-20~"),
        ),
    ),
    (
        "sr",
        "Rođena je 3. juna 1901, a umrla 4. jula 1977.",
        (
            ("3. juna 1901", "1901-06-03"),
            ("4. jula 1977", "1977-07-04"),
        ),
    ),
    ("sr", "Већница потиче из средине 15. века.", (("средине 15. века", "1433~/1466~"),)),
    (
        "sr",
        "Od 1933. do 1945. list je bio zabranjen.",
        (
            ("1933.", "1933"),
            ("1945", "1945"),
        ),
    ),
    ("sr", "На Видовдан 1914. оружје је ућутало.", (("Видовдан 1914", "1914-06-28"),)),
    ("sr", "Sedamdesetih godina 20. veka škola se preselila.", (("Sedamdesetih godina 20. veka", "197X"),)),
    (
        "sq",
        "Kalaja u ndërtua midis viteve 1250 dhe 1270.",
        (
            ("1250", "1250"),
            ("1270", "1270"),
        ),
    ),
    (
        "sq",
        "Në pranverën e vitit 1848 shpërtheu kryengritja; në maj u shtyp.",
        (
            ("pranverën e vitit 1848", "1848-21"),
            ("maj", "1848-05"),
        ),
    ),
    (
        "sq",
        "Në fillim të marsit 1920 hynë në grevë kantieret.",
        (("fillim të marsit 1920", "1920-03-01~/1920-03-10~"),),
    ),
    (
        "sq",
        "Ajo lindi më 3 qershor 1901 dhe vdiq më 4 korrik 1977.",
        (
            ("3 qershor 1901", "1901-06-03"),
            ("4 korrik 1977", "1977-07-04"),
        ),
    ),
    ("sq", "Bashkia daton nga mesi i shekullit XV.", (("mesi i shekullit XV", "1433~/1466~"),)),
    (
        "sq",
        "Nga viti 1933 deri në vitin 1945 gazeta ishte e ndaluar.",
        (
            ("viti 1933", "1933"),
            ("vitin 1945", "1945"),
        ),
    ),
    ("sq", "Në Krishtlindjet e vitit 1914 heshtën armët.", (("Krishtlindjet e vitit 1914", "1914-12-25"),)),
    ("sq", "Në vitet 1970 shkolla u shpërngul.", (("vitet 1970", "197X"),)),
)


@pytest.mark.parametrize(("code", "text", "expected"), NEWS)
def test_news_leans_on_its_day(read, code, text, expected):
    assert read(text, code, "2019-05-14") == list(expected)


@pytest.mark.parametrize(("code", "text", "expected"), HISTORY)
def test_history_stands_alone(read, code, text, expected):
    assert read(text, code) == list(expected)
