"""French: whole texts, with every expression in them."""

NEWS = """Le conseil municipal a adopté lundi le plan de rénovation du théâtre, fermé depuis l'été 2021. Les travaux
commenceront le 5 juin prochain et devraient durer dix-huit mois. Il y a deux ans, un premier projet avait été
rejeté. En novembre dernier, la préfecture a donné son accord. Le 12 janvier, les architectes ont présenté leurs
plans ; le lendemain, l’opposition a saisi le tribunal, qui rendra sa décision la semaine prochaine. Du 3 au 9 avril,
une exposition sera ouverte au public. En mai de l'année dernière, la ville comptait 1500 emplois. Au cours des trois
dernières années, le budget a doublé, dit Noël Mars, 44 ans, qui a été élu."""

HISTORY = """L'abbaye fut fondée vers 1120 et agrandie au XIIIe siècle. Le 14 mai 1372, les Anglais prirent la ville ; le
lendemain, ils brûlèrent le cloître. En septembre de la même année, une trêve fut signée, et le 6 octobre les moines
rentrèrent. Trois ans plus tard, l'abbé mourut. Les guerres de 1562-98 ruinèrent le pays. Entre 1701 et 1706 on
reconstruisit le chœur pour 1500 personnes. À la fin du XVIIIe siècle, l'abbaye devint une prison, qu'elle resta
jusqu'en 1846. Dans les années 1920, des fouilles mirent au jour une nécropole du Ve siècle av. J.-C. Au cours de
l'hiver 1954-55, le toit s'effondra ; au printemps suivant, les travaux reprirent."""


def test_news_leans_on_the_day_it_was_written(read):
    assert read(NEWS, "fr", "2023-03-15") == [
        ("lundi", "2023-03-13"),
        ("l'été 2021", "2021-22"),
        ("le 5 juin prochain", "2023-06-05"),
        ("dix-huit mois", "P18M"),
        ("Il y a deux ans", "2021"),
        ("novembre dernier", "2022-11"),
        ("Le 12 janvier", "2023-01-12"),
        ("le lendemain", "2023-01-13"),
        ("la semaine prochaine", "2023-03-20/2023-03-26"),
        ("3", "2023-04-03"),
        ("9 avril", "2023-04-09"),
        ("mai de l'année dernière", "2022-05"),
        ("trois\ndernières années", "2020-03-15/2023-03-14"),
    ]


def test_history_inherits_the_running_year(read):
    assert read(HISTORY, "fr") == [
        ("1120", "1120~"),
        ("XIIIe siècle", "12XX"),
        ("Le 14 mai 1372", "1372-05-14"),
        ("le\nlendemain", "1372-05-15"),
        ("septembre de la même année", "1372-09"),
        ("le 6 octobre", "1372-10-06"),
        ("Trois ans plus tard", "1375"),
        ("1562", "1562"),
        ("98", "1598"),
        ("1701", "1701"),
        ("1706", "1706"),
        ("la fin du XVIIIe siècle", "1767~/1799~"),
        ("1846", "1846"),
        ("les années 1920", "192X"),
        ("Ve siècle av. J.-C.", "-0499/-0400"),
        ("l'hiver 1954-55", "1954-24"),
        ("printemps suivant", "1955-21"),
    ]


def test_weekdays_follow_the_tense(read):
    assert read("Le ministre est arrivé ; il était jeudi à Lyon.", "fr", "2023-03-15") == [
        ("jeudi", "2023-03-09")
    ]
    assert read("Le ministre sera jeudi à Lyon.", "fr", "2023-03-15") == [("jeudi", "2023-03-16")]


def test_numbers_that_are_no_dates(read):
    text = "Il a payé 2 500,75 euros, 1.950 francs, couru 3,5 kilomètres et lu le chapitre 3.2, page 1204."
    assert read(text, "fr", "2023-03-15") == []
