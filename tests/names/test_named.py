"""Who and where: names that a rule may be sure of, and words that look like names and are none."""

import pytest

from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Span
from timeline.model.event import Citation, Kind, Mention
from timeline.model.expression import Dated, Expression, TimexType
from timeline.names import named
from timeline.times import edtf


def found(text: str, language: str = "en", title: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Participants and places of a mention whose quotation is the whole text."""
    span = Span(0, len(text))
    document = Document(DocumentId("a.txt"), text, (Passage(span, Role.PROSE),), language, Metadata())
    when = edtf.parse("1999")
    expression = Expression(Span(0, 1), text[0], TimexType.DATE, when, "by-hand")
    mention = Mention(
        title, Kind.EVENT, when, Dated(expression, when, "1999"), Citation(document.id, span, text)
    )
    (only,) = named(document, [mention])
    return only.participants, only.places


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Foreign Minister Ana Kos met President Lem in 1999.", ("Ana Kos", "Lem")),
        ("Ravian President Odo Brann left; Brann never came back.", ("Odo Brann",)),
        ("King Alwin and Queen Marta opened it.", ("King Alwin", "Queen Marta")),
        ("Viktor Hanak, who ran the bank, was arrested. Hanak denied it.", ("Viktor Hanak",)),
        ("Karel Hanak said no. Viktor Hanak, aged 40, said yes. Karel Hanak left. Viktor Hanak stayed.", ("Karel Hanak", "Viktor Hanak")),
        ("The Ravian Ports Authority (RPA) was founded. The RPA has ships.", ("Ravian Ports Authority",)),
        ("The Ministry of the Interior paid the Halmstrand Council.", ("Ministry of the Interior", "Halmstrand Council")),
        ("The United Nations and NATO agreed with the EU.", ("United Nations", "NATO", "European Union")),
        ("In May the March on the Square began.", ()),
        ("They met in Port Ellery. Port Ellery joined the league. Ellery grew.", ()),
        ("The general Chinese view was another; the major Ravian towns agreed.", ()),
        ("The World Cup was held. The World Cup led to debt.", ()),
        ("Nothing was said on Monday. Good Friday was cold.", ()),
    ],
)  # fmt: skip
def test_participants(text: str, who: tuple[str, ...]) -> None:
    assert found(text)[0] == who


@pytest.mark.parametrize(
    ("text", "language", "where"),
    [
        ("The ministers met in Paris, France, in 1999.", "en", ("Paris", "France")),
        ("Troops left Bosnia and Herzegovina for Kosovo.", "en", ("Bosnia and Herzegovina", "Kosovo")),
        ("U.S. ships left; the US President stayed in the United States.", "en", ("United States",)),
        ("Serbia's and Turkey’s ministers went to Belgrade.", "en", ("Serbia", "Türkiye", "Belgrade")),
        ("The president of France spoke.", "en", ("France",)),
        ("Paris Hilton and Michael Jordan came; a turkey was eaten in New Mexico.", "en", ()),
        ("The Bank of China and the Gulf of Mexico are something else.", "en", ()),
        ("Charles Darwin wrote of chad and china.", "en", ()),
        ("A U.S.-backed, Norway‑based firm sold Kenya-grown tea to a pro-Chile club in Peru.", "en", ("Peru",)),
        ("The U.S.-to-Peru cable and the United Kingdom-led U.S.-Cuba talks failed.", "en", ("United States", "Cuba")),
        ("Die Minister trafen sich in Belgrad und Wien.", "de", ("Belgrade", "Vienna")),
        ("Los ministros de España y Alemania se reunieron en Londres.", "es", ("Spain", "Germany", "London")),
        ("Састали су се у граду Београд.", "sr", ("Belgrade",)),
        ("中国は1999年に。", "ja", ()),
    ],
)  # fmt: skip
def test_places(text: str, language: str, where: tuple[str, ...]) -> None:
    assert found(text, language)[1] == where


def test_a_headline_names_whom_the_quotation_calls_otherwise() -> None:
    text = "President Ana Kos came in 1998. Kos left in 1999."
    assert found(text, title="Ana Kos left Belgrade") == (("Ana Kos",), ("Belgrade",))


@pytest.mark.parametrize(
    ("text", "language", "where"),
    [
        ("Predsednik je boravio u Srbiji i u Beogradu.", "sr", ("Serbia", "Belgrade")),
        ("Председник је боравио у Србији, а потом у Немачкој.", "sr", ("Serbia", "Germany")),
        ("Kryeministri vizitoi Kosovën dhe u kthye në Tiranë.", "sq", ("Kosovo", "Tirana")),
        ("Die Regierung Deutschlands tagte in Wien.", "de", ("Germany", "Vienna")),
        ("Nemački general je poginuo.", "sr", ()),
        ("Der Wiener Bürgermeister reiste ab.", "de", ()),
    ],
)
def test_places_in_other_cases(text: str, language: str, where: tuple[str, ...]) -> None:
    assert found(text, language)[1] == where


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        (
            "Bürgermeisterin Anna Keller eröffnete 1999 das Museum, das Keller geplant hatte.",
            "de",
            ("Anna Keller",),
        ),
        ("Le président Paul Morel et la reine Marthe ont inauguré le pont.", "fr", ("Paul Morel",)),
        (
            "El alcalde Luis Ferrer y la rectora Clara Montes firmaron el acuerdo.",
            "es",
            ("Luis Ferrer", "Clara Montes"),
        ),
        ("Der General schwieg, und Frau und Kind warteten.", "de", ()),
        ("Le Ministre a signé le décret.", "fr", ()),
    ],
)
def test_people_with_their_titles_in_other_languages(text: str, language: str, who: tuple[str, ...]) -> None:
    assert found(text, language)[0] == who
