"""Every block of `languages/*.txt`: what a sentence tells in languages that have no grammar here, from bytes to mentions."""

from pathlib import Path

import pytest

from timeline import pipeline
from timeline.languages import telling
from timeline.model.document import DocumentId, Metadata
from timeline.times import edtf

FOLDER = Path(__file__).with_name("languages")
WRITTEN = edtf.parse("2022-05-05")


def _blocks():
    for file in sorted(FOLDER.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
            if lines:
                yield file.stem, lines[0].removeprefix("> "), tuple(lines[1:])


def _told(code, text, **metadata):
    source = pipeline.Input(
        DocumentId("a.txt"), text.encode(), Metadata(language=code, published=WRITTEN, **metadata)
    )
    analysis = pipeline.analysed(source).value
    return tuple(f"{edtf.text(m.when)} {m.kind.value} | {m.title}" for m in analysis.mentions)


@pytest.mark.parametrize(("code", "text", "expected"), list(_blocks()), ids=lambda value: str(value)[:40])
def test_a_sentence_tells_what_happened(code, text, expected):
    assert _told(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "title"),
    [
        ("es", "Ana Ruiz Salas fue una pintora. Nació en Lima en 1908.", "Ana Ruiz Salas nació en Lima"),
        ("es", "Su padre era médico. Murió en Lima en 1908.", "Murió en Lima"),
        ("de", "Clara Weiß war Malerin. Sie starb 1908 in Linz.", "Clara Weiß starb in Linz"),
        ("de", "Der Rat war uneins. Er vertagte sich am 3. Mai 2001.", "Der Rat vertagte sich"),
        (
            "de",
            "Der Rat stritt mit dem Verein. Der Saal war voll. Er wurde 2001 verkauft.",
            "Der Saal wurde verkauft",
        ),
        ("de", "Der Rat sah den Saal. Er wurde 2001 verkauft.", "Er wurde verkauft"),
        (
            "de",
            "Der Rat beschloss eine Rückgabe. Sie war 2001 vorbereitet worden.",
            "Die Rückgabe war vorbereitet worden",
        ),
        ("de", "Der Rat sah die Kirchen. Sie wurde 2001 verkauft.", "Sie wurde verkauft"),
        (
            "de",
            "Das Bild blieb in Ulm. Die Polizei fand es. Später, 1941, wurde es verkauft.",
            "Das Bild wurde verkauft",
        ),
        ("de", "Anna Kolb stellte einen Antrag. Er wurde 1957 abgelehnt.", "Er wurde abgelehnt"),
        ("de", "Anna Kolb war reich. Die Firma wuchs. Sie studierte 1950 in Ulm.", "Sie studierte in Ulm"),
        ("fr", "La verrerie fut fondée par Jean Morel. Elle ferma en 1786.", "La verrerie ferma"),
        ("fr", "Une grève éclata. Elle dura en 1891 onze semaines.", "La grève dura onze semaines"),
        ("fr", "Le groupe vendit le four. Il ferma en 1983.", "Il ferma"),
        ("fr", "L'usine brûla. Elle ferma en 1920.", "Elle ferma"),
        (
            "es",
            "La estación era nueva. Fue destruida por un incendio en 1931.",
            "La estación fue destruida por un incendio",
        ),
        ("es", "El rey abrió la estación. Fue destruida en 1931.", "Fue destruida"),
        ("fr", "Anne Roux était peintre. Elle mourut à Lyon en 1908.", "Anne Roux mourut à Lyon"),
        ("sr", "Ana Savić bila je slikarka. Umrla je 1908. u Nišu.", "Ana Savić umrla je u Nišu"),
        ("sq", "Ana Leka ishte piktore. Ajo vdiq në Vlorë në vitin 1908.", "Ana Leka vdiq në Vlorë"),
        ("sq", "Kryetarja, Ana Leka, ishte në Tiranë. Ajo vdiq në vitin 1908.", "Ana Leka vdiq"),
        ("sq", "Drejtori, Agim Leka, iku. Salla u dogj. U rindërtua në vitin 1908.", "U rindërtua"),
        (
            "fr",
            "L'imprimeur Jean Morel a vécu ici. Il était né à Lyon. C'est là qu'il lut. Il épousa Anne Roux en 1951.",
            "Jean Morel épousa Anne Roux",
        ),
        (
            "fr",
            "L'imprimeur Jean Morel a vécu ici. Il lut. Il écrivit. Le parti naquit. Il gagna un siège en 1951.",
            "Le parti gagna un siège",
        ),
        (
            "de",
            "Clara Weiß ist tot. Sie war alt. Nun fehlt sie. Es kam anders. Im Jahr 1950 zog sie nach Ulm.",
            "Clara Weiß zog nach Ulm",
        ),
        ("de", "Der Wirt blieb bis zum Winter 1911/12. Es war kalt.", "Der Wirt blieb"),
    ],
)
def test_a_pronoun_stands_for_a_name_only_where_that_is_safe(code, text, title):
    assert [line.partition(" | ")[2] for line in _told(code, text)] == [title]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Ort (gegr. 1820) liegt am See. Er kam z. B. am 7. März 2014 nach Wien. Danach ging er."),
        ("es", "Era la Sra. Ruiz, p. ej., quien llegó el 7 de marzo de 2014 a EE. UU. con su hija."),
        ("fr", "M. Roux et Mme. Aubin arrivèrent p. ex. le 7 mars 2014 à Lyon."),
        ("sr", "Tzv. akcija br. 5 počela je 7. mart 2014. godine u Nišu."),
        ("sq", "Z. Leka p.sh. erdhi më 7 mars 2014 në Tiranë."),
    ],
)
def test_an_abbreviation_ends_no_sentence(code, text):
    source = pipeline.Input(DocumentId("a.txt"), text.encode(), Metadata(language=code))
    mentions = pipeline.analysed(source).value.mentions
    assert [edtf.text(m.when) for m in mentions] == ["2014-03-07"]
    assert {"2014"} == {
        word for m in mentions for word in m.citation.quote.replace(".", " ").split() if word == "2014"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Rosa, P. (1903). História de Valverde. Lisboa: Tipografia Silva, pp. 12-40.",
        "Foto: Mário Verde, 12 de março de 1994.",
        "Lisboa 1903",
        "Quando foi fundada a fábrica, em 1903 ou depois?",
        "- Exposição de 1903",
    ],
)
def test_what_is_no_sentence_tells_nothing_in_a_language_without_lists(text):
    assert _told("pt", text + "\n\nA cidade é antiga e bela.") == ()


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "ru",
            "Совет города принял бюджет 4 марта 2019 года. Старый мост был разрушен наводнением 12.11.1951.",
            (
                "2019-03-04 event | Совет города принял бюджет",
                "1951-11-12 event | Старый мост был разрушен наводнением",
            ),
        ),
        ("ja", "古い橋は1951年11月12日の洪水で流された。", ("1951-11-12 event | 古い橋は洪水で流された",)),
        ("zh", "市议会于2019年3月4日批准了年度预算。", ("2019-03-04 event | 市议会批准了年度预算",)),
        (
            "pt",
            "A ponte foi destruída pela cheia de 12.11.1951.",
            ("1951-11-12 event | A ponte foi destruída pela cheia",),
        ),
        (
            "ar",
            "وافق مجلس المدينة على الميزانية في ٤ مارس ٢٠١٩.",
            ("2019-03-04 event | وافق مجلس المدينة على الميزانية",),
        ),
    ],
)
def test_a_whole_sentence_tells_in_a_language_without_lists(code, text, expected):
    assert _told(code, text) == expected


def test_a_word_set_holds_words_beginnings_and_endings_but_no_exceptions():
    words = telling.words("de").happenings
    assert "weltkrieg" in words
    assert "krieg" not in telling.WordSet(ends=("krieg",))
    assert "wüste" not in telling.WordSet(ends=("te",), excepted=frozenset({"wüste"}))


@pytest.mark.parametrize("code", ["de", "es", "fr", "sq", "sr", "hr", "it", "zh", "../de"])
def test_every_language_has_words(code):
    assert telling.words(code).before_date
