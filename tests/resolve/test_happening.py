"""Lengths of time counted from a happening whose date the text has told."""

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated, TimexType
from timeline.times import edtf

ENGLISH = language("en")


def read(text, written=None):
    document = Document(DocumentId("a text"), text, (), "en")
    given = edtf.parse(written) if written else None
    return resolve.dated(document, tag.expressions(document, ENGLISH), ENGLISH, given).timexes


def dates(text, written=None):
    return [edtf.text(one.when) if isinstance(one, Dated) else one.value for one in read(text, written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lom was taken on 26 May 1811 and Halden on 5 June. Five days after the fall of Halden, it rained.",
            "1811-06-10",
        ),
        ("The raid on 3 May 1990 failed. Two days after the raid, he resigned.", "1990-05-05"),
        ("On 27 June 1950, two days after they had landed, it rained.", "1950-06-27"),
        ("It sailed on 5 April 1885, only three days after the landing, in fog.", "1885-04-05"),
    ],
)
def test_it_has_a_date(text, expected):
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town fell on 3 May 1990. Two days after the flood, he resigned.", "P2D"),
        (
            "The raid on 3 May 1990 failed, and so did the raid on 9 May. Two days after the raid, he left.",
            "P2D",
        ),
        ("In May 1990 the raid failed. Two days after the raid, he resigned.", "P2D"),
        (
            "A clerk was heard on 3 May 1990 about a rifle that was used in the shooting. Two days before the shooting it rained.",
            "P2D",
        ),
        ("In 2004, sixty years after the relief, it closed.", "P60Y"),
    ],
)
def test_it_stays_a_length(text, expected):
    assert dates(text)[-1] == expected


def test_it_is_a_date_and_says_why():
    one = read("The raid on 3 May 1990 failed. Two days after the raid, he resigned.")[-1]
    assert one.expression.type is TimexType.DATE
    assert one.steps[0] == '"Two days" is counted from what happened on 3 May 1990'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tank exploded at the works on 9 May 2011, killing four. Three days after the explosion he left.", "2011-05-12"),
        ("The fire broke out on 3 May 2010. Nobody slept on the night of the fire.", "2010-05-03"),
        ("On the night of the fire nobody slept. The fire broke out on 3 May 2010 in a bakery.", "2010-05-03"),
        ("Four died in the fire at our works on 3 May 2010. Work stopped on the night of the fire and all of it was lost.", "2010-05-03"),
        ("The referendum was held on 12 June 2011. On the eve of the vote, thousands marched.", "2011-06-11"),
        ("Police raided the flat on 5 May 2014. The morning after the raid, a note was found.", "2014-05-06"),
        ("Alcor merged with Brandt in March 2010. Within two months of the merger, he left.", "2010-03/2010-05"),
        ("The siege began on 3 May 1780 and ended on 9 August 1781. Two days after the siege, he died.", "1781-08-11"),
        ("The siege began on 3 May 1780 and ended on 9 August 1781. Two days before the siege, he left.", "1780-05-01"),
        ("The war ended on 11 November 1918. Three days after the end of the war she came.", "1918-11-14"),
        ("Ada Roe was arrested on 3 March 2012. Two days after her arrest the bank failed.", "2012-03-05"),
        ("Ada Roe was arrested on 3 March 2012. Two days after Roe's arrest the bank failed.", "2012-03-05"),
        ("The siege began on 3 May 1780 and ended on 9 August 1781. On the first anniversary of the siege, he left.", "1781-05-03"),
        ("The hall opened in May 1928. On the tenth anniversary of the opening, it closed.", "1938-05"),
        ("The bridge fell on 14 August 2018. Three days after the collapse she resigned.", "2018-08-17"),
        ("The tank exploded on 3 May 2016. Three days after the tank exploded, Roe left.", "2016-05-06"),
        ("1994-09-28: Fire at the mill.\nFour days after the fire, the owner was held.", "1994-10-02"),
        ("On the night of 6 April 1863 he crossed the Ure. Three days after the crossing it fell.", "1863-04-09"),
        ("On 19 May 2009, at 4.52 in the morning, the dam failed. In the week before the collapse it rained.", "2009-05-12/2009-05-18"),
    ],
)  # fmt: skip
def test_the_clause_that_dates_it_is_found(text, expected):
    assert expected in dates(text)[-1:] + dates(text)[:1]


def test_an_anniversary_is_not_counted_against_the_year_beside_it():
    text = "The army crossed the Ure on 3 May 1871. A pillar, unveiled in 1931 on the 50th anniversary of the crossing, fell."
    assert dates(text) == ["1871-05-03", "1931"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor apologised for the fire on 9 June 2010. Three days after the fire he left.",
        "An inquiry into the crash opened on 9 June 2010. Three days after the crash he left.",
        "A report on the fire was published on 9 June 2010. Three days after the fire he left.",
        "The fire was investigated on 9 June 2010. Three days after the fire he left.",
        "The firm said on 9 June 2015 that its tank had exploded. Three days after the explosion he left.",
        "The planned raid on 3 May 2016 was called off. Three days after the raid he left.",
        "A quake struck Lima on 3 May 1970. Another quake hit Cusco on 9 May. Three days after the quake he left.",
        "The fire broke out on 3 May 2010. Three days after the second fire he left.",
        "The fire broke out on 3 May 2010. Three days after the fire brigade came he left.",
        "The mill burned on 3 May 2010. Three days after the fire in Lorne he left.",
        "They did not vote on 3 May 2010. Three days after the vote he left.",
        "The war began on 3 May 1780. Three days after the war he left.",
    ],
)
def test_what_is_only_spoken_of_on_a_day_was_not_on_it(text):
    assert dates(text)[-1] == "P3D"


def test_an_eve_of_nothing_known_is_not_told():
    assert dates("They marched on the eve of the vote.") == []


def test_a_date_hung_on_a_happening_quotes_what_dates_it():
    one = read("A tank exploded on 9 May 2011. Three days after the explosion he left.")[-1]
    assert one.steps == (
        '"Three days" is counted from what happened on 9 May 2011',
        'that is when "the explosion" was, told of in "A tank exploded on 9 May 2011"',
        "so 12 May 2011",
    )


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Bei einem Großbrand in Moers ist am 14. März 2019 ein Mann gestorben. Drei Tage nach dem Brand regnete es.", "2019-03-17"),
        ("de", "Am 3. Mai 2010 brach im Werk ein Feuer aus. Zwei Tage nach dem Feuer begann die Räumung.", "2010-05-05"),
        ("de", "Der Vertrag wurde am 4. Juli 1921 in Lom unterzeichnet. Am Tag nach der Unterzeichnung zog er ab.", "1921-07-05"),
        ("de", "Der Minister sprach am 9. Juni 2010 über das Feuer. Zwei Tage nach dem Feuer ging er.", "P2D"),
        ("fr", "Un incendie s'est déclaré le 3 mai 2010 dans une usine. La nuit de l'incendie, il pleuvait.", "2010-05-03"),
        ("fr", "Le référendum a eu lieu le 12 juin 2011. À la veille du scrutin, des milliers ont défilé.", "2011-06-11"),
        ("fr", "Le ministre a parlé de l'accident le 9 juin 2012. Deux jours après l'accident, il partit.", "P2D"),
        ("fr", "L'attentat a eu lieu le 9 juin 2012. Deux jours après l'attentat suicide, il partit.", "P2D"),
        ("es", "Las elecciones se celebraron el 12 de junio de 2011. La víspera de las elecciones hubo marchas.", "2011-06-11"),
        ("es", "El ministro habló el 9 de julio de 2010 sobre el atentado. Dos días después del atentado, se fue.", "P2D"),
        ("sr", "Požar je izbio 3. maja 2010. u fabrici. U noći požara niko nije spavao.", "2010-05-03"),
        ("sr", "Избори су одржани 12. јуна 2011. Дан пре избора опозиција је протестовала.", "2011-06-11"),
        ("sr", "Ministar je 9. decembra 2024. govorio o nesreći. Dva dana posle nesreće dao je ostavku.", "P2D"),
    ],
)  # fmt: skip
def test_it_is_found_in_other_languages(code, text, expected):
    spoken = language(code)
    document = Document(DocumentId("a text"), text, (), code)
    timexes = resolve.dated(document, tag.expressions(document, spoken), spoken).timexes
    assert (edtf.text(timexes[-1].when) if isinstance(timexes[-1], Dated) else timexes[-1].value) == expected
