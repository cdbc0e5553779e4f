"""What a document is about, and titles that would name nothing without it."""

import pytest

from timeline import pipeline
from timeline.extract.tokens import common_words
from timeline.extract.topic import topic, topic_repeated
from timeline.languages import events, telling
from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Span

ENGLISH = events.words("en")
BODY = "The harbour of Ashby was dug in 1802, and Ashby men dug it; Lee and Rao met near the Ashby mill in the strike."


def _document(title, body, role=Role.TITLE, language="en"):
    text = f"{title}\n\n{body}"
    spans = Span(0, len(title)), Span(len(title) + 2, len(text))
    passages = Passage(spans[0], role), Passage(spans[1], Role.PROSE)
    return Document(DocumentId("a.txt"), text, passages, language, Metadata())


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Ashby", "Ashby"),
        ("A short history of Ashby", "Ashby"),
        ("Ashby: milestones", "Ashby"),
        ("Ashby harbour: our history", "Ashby harbour"),
        ("The Siege of Ashby", "Siege of Ashby"),
        ("The long siege of Ashby", "Long siege of Ashby"),
        ("Chronicle of the abbey of Ashby", "Abbey of Ashby"),
        ("ASHBY PORT DISTRICT – WORKS COMMITTEE", "Ashby Port District"),
        ("Minutes (for the twin town of Ashby)", ""),
        ("Minutes of the Ashby Rowing Club", "Ashby Rowing Club"),
        ("This is Ashby calling", ""),
        ("History · Jobs · Forum · Ashbyzone", ""),
        ("Minutes of the meeting of the Ashby Rowing Club, 4 May 1920", "Ashby Rowing Club"),
        ("Timeline of the case: Lee v. Rao", "Lee v. Rao"),
        ("Situation update: Ashby district", "Ashby district"),
        ("Strike ends at Ashby mill", "Ashby mill"),
        ("Dockers in Ashby end their strike", "Ashby"),
        ("Statement on the fire at Ashby", "Ashby"),
        ("Lee–Rao relations", "Lee–Rao relations"),
        ("Boy with a Kite – exhibitions", "Boy with a Kite"),
        ("Statement on a Kite", "Kite"),
        ("Boy behind a Kite of Paper and Wood", ""),
        # two names, a question, a headline in capitals, a day, nothing by name
        ("Lee meets Rao", ""),
        ("Ashby miners end strike", ""),
        ("Cabinet falls as Ashby quit council over mine", ""),
        ("What does Ashby want?", ""),
        ("Millers Of Ashby To Strike Over Pay In Autumn", ""),
        ("Events of Monday", ""),
        ("The river campaign", ""),
        ("Strike ends", ""),
    ],
)
def test_a_title_says_what_a_document_is_about(title, about):
    document = _document(title, BODY)
    assert topic(document, common_words(document.text), ENGLISH) == about


def test_a_first_line_that_is_no_title_says_so_only_as_a_chronicle():
    for line, about in (("Minutes of the Ashby Rowing Club", "Ashby Rowing Club"), ("Ashby, England", "")):
        document = _document(line, BODY, Role.BOILERPLATE)
        assert topic(document, common_words(document.text), ENGLISH) == about


@pytest.mark.parametrize(
    ("code", "title", "body", "about"),
    [
        ("de", "Geschichte der Mühle Tann", "Sie wurde 1920 gebaut.", "Mühle Tann"),
        ("de", "Chronik des Vereins Tann", "Er wurde 1920 gegründet.", ""),
        ("de", "Neue Brücke offen", "Die neue Brücke ist offen.", ""),
        ("fr", "Histoire de la verrerie de Tann", "Elle fut fondée en 1920.", "Verrerie de Tann"),
        ("fr", "La verrerie de Tann rouvre", "La verrerie de Tann rouvre en mai.", "Verrerie de Tann"),
        ("fr", "Visite du maire de Tann", "Le maire de Tann vint en 1920.", ""),
        (
            "es",
            "Comunicado sobre el puente de Tann",
            "El puente de Tann fue cerrado en 1920.",
            "Puente de Tann",
        ),
        ("fr", "Un orgue retrouve sa voix", "L'orgue fut construit en 1920.", ""),
        ("es", "Historia del puente de Tann", "Fue inaugurado en 1920.", "Puente de Tann"),
        ("sr", "Istorija biblioteke u Tanu", "Biblioteka u Tanu osnovana je 1920.", "Biblioteka u Tanu"),
        ("sr", "Istorija biblioteke u Tanu", "Osnovana je 1920.", ""),
    ],
)
def test_a_title_in_another_language_says_what_a_document_is_about(code, title, body, about):
    assert topic_repeated(_document(title, body, language=code), telling.words(code)) == about


ROLES = [Role.TITLE, Role.PROSE]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("History of Ashby", "The station was closed in {1920=1920}.", "Ashby: Station was closed"),
        ("History of Ashby", "A mill burned down in {1920=1920}.", "Ashby: Mill burned down"),
        ("History of Ashby", "The mill was sold to Ann Lee in {1920=1920}.", "Ashby: Mill was sold to Ann Lee"),
        ("Strike at Ashby shipyard", "The yard was founded in {1920=1920}.", "Ashby shipyard was founded"),
        ("Lee–Rao relations", "The envoys of Lee and Rao met. Relations were cut in {1920=1920}.", "Lee–Rao relations were cut"),
        # a subject with a name, the topic's own name, a pronoun left open, what stands behind the story, too long
        ("History of Ashby", "Ann Lee left in {1920=1920}.", "Ann Lee left"),
        ("History of Ashby", "The mill in Tarn burned in {1920=1920}.", "Mill in Tarn burned"),
        ("History of Ashby", "The church at Ashby burned in {1920=1920}.", "Church at Ashby burned"),
        ("History of Ashby", "They sold it in {1920=1920}.", "They sold it"),
        ("Strike ends", "The station was closed in {1920=1920}.", "Station was closed"),
        (
            "The long siege of Ashby",
            "The council closed the old station behind the burnt mill to trains in {1920=1920}.",
            "Council closed the old station behind the burnt mill to trains",
        ),
        (
            "The long siege of Ashby",
            "The council closed the old station behind the mill to trains in {1920=1920}.",
            "Long siege of Ashby: Council closed old station behind mill to trains",
        ),
        ("ASHBY LANE ROWING CLUB", "The boiler failed in {1920=1920}.", "Ashby Lane Rowing Club: Boiler failed"),
        ("ASHBY LANE ROWING CLUB", "The club was dissolved in {1920=1920}.", "Ashby Lane Rowing Club was dissolved"),
        ("NATIONAL MUSEUM OF TARN", "The Board of Trustees met in {1920=1920}.", "National Museum of Tarn: Board of Trustees met"),
        ("NATIONAL MUSEUM OF TARN", "The museum was warned in {1920=1920}.", "National Museum of Tarn was warned"),
        ("ISLES OF TARN STATISTICS OFFICE", "The population was counted in {1920=1920}.", "Isles of Tarn: Population was counted"),
        ("Minutes of the meeting held on Monday, in the Scout hut", "The skip came in {1920=1920}.", "Skip came"),
    ],
)  # fmt: skip
def test_a_title_without_a_name_stands_under_what_the_document_is_about(told, title, text, expected):
    assert told(f"{title}\n\n{text}", roles=ROLES) == [f"1920 event | {expected}"]


def test_what_printed_a_text_is_not_what_it_is_about(told):
    burned = [
        "The mill burned down in {1920=1920}.",
        *["Nobody was hurt, and nobody ever said why it burned."] * 14,
    ]
    assert told(f"Lund Herald\n\n{' '.join(burned)}", roles=ROLES) == ["1920 event | Mill burned down"]
    again = " ".join([*burned, "All of Lund saw it.", "It was rebuilt, and Lund paid."])
    assert told(f"Lund\n\n{again}", roles=ROLES) == ["1920 event | Lund: Mill burned down"]


def test_what_lies_behind_a_story_is_none_of_it(told):
    text = "History of Ashby\n\nTrade had been slow since the crash of the banks in {1920=1920}."
    assert told(text, roles=ROLES) == [
        "1920 background | Crash of the banks",
        "1920/.. event | Ashby: Trade had been slow since the crash of the banks",
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Geschichte der Mühle Tann\n\nDie Mühle steht am Bach. 1920 wurde das Dach erneuert.",
         "Mühle Tann: Das Dach wurde erneuert"),
        ("de", "Geschichte der Mühle Tann\n\nDie Mühle steht am Bach. 1920 starb Anna Kolb.", "Anna Kolb starb"),
        ("fr", "Histoire de la verrerie de Tann\n\nLe four fut éteint en 1920.", "Verrerie de Tann : Le four fut éteint"),
        ("es", "Historia del puente de Tann\n\nSe cerró la taquilla en 1920.", "Puente de Tann: Se cerró la taquilla"),
        ("es", "Historia del puente de Tann\n\nFue cerrado en 1920.", "Fue cerrado"),
    ],
)  # fmt: skip
def test_so_it_is_in_other_languages(code, text, expected):
    source = pipeline.Input(DocumentId("a.txt"), text.encode(), Metadata(language=code))
    assert [m.title for m in pipeline.analysed(source).value.mentions] == [expected]


def test_a_report_from_a_country_is_of_its_parliament(told):
    dateline = "OSTBY, Veldavia (CNA) - The mill burned."
    text = f"Cabinet falls as Greens quit\n\n{dateline} Parliament suspended the project in {{1920=1920}}. A bank closed in {{1921=1921}}."
    assert told(text, roles=ROLES) == [
        "1920 event | Veldavia: Parliament suspended the project",
        "1921 event | Bank closed",
    ]
