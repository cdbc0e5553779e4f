"""An invented library of documents and events, with everything that is hard to show: for tests and for the eye."""

from dataclasses import replace

from timeline.model.analysis import Analysis
from timeline.model.document import (
    Document,
    DocumentId,
    Metadata,
    Passage,
    Role,
    Source,
    Span,
    Written,
)
from timeline.model.edit import Settings
from timeline.model.event import Citation, Event, EventId, Kind, Mention, Origin, Reference, Rival
from timeline.model.expression import Dated, Expression, Range, TimexType
from timeline.times import edtf

HOSTILE = "</script><img src=x onerror=alert(1)> & “quotes” <b>bold</b>"
HEBREW = "כנסייה חדשה נחנכה בעיר 1999 (St. Mark’s)"

_HARBOUR = """The harbour of Lindisport: a short history

The first quay was built about 1820 by the brothers Aldous and Finn Maring, who had bought the mud flats from the parish. It was widened between 1843 and 1846, when the railway came.
== Flood and fire ==
On 3 February 1953 the sea wall gave way in the night, and 41 people drowned. The inquiry opened on 9 March of the same year and sat until May. Its report was never published.
A fire in the late 1990s destroyed the customs house; nobody has been able to say on which night it began. The present lighthouse dates from the 1870s.
The town has had three newspapers, none of which outlived its founder by more than a year.
In 2005 the council sold the east basin to a consortium led by Orrin Vale. “We signed for eleven million on 17 June 2005,” he told the Courier, “and I have regretted it since.” The sale was completed on 21 June 2005, according to the land registry.
Roman coins found under the slipway were struck in 44 BC or a little later.
The port handled 212,000 tonnes of cargo in 2019.
A new breakwater is to be finished in the spring of 2031."""

_COURIER = """Harbour deal was signed in secret, papers show

LINDISPORT, 12 August 2021 — Last month the council released the papers on the sale of the east basin.
They show that the contract was signed on 19 June 2005, two days later than Mr Vale has always said. Last week the mayor, Edda Thorne, called the difference “a clerical matter”.
The consortium has been insolvent since 2019. Its creditors are to meet in December.
For years, the harbour was the only employer in the town."""

_MUSEUM = """Object labels, gallery 3

Bronze mirror, 5th century BC. Bought at auction in 1911.
Mammoth tusk, about 13,000 BC, from the gravel pits at Ashwater.
Trilobite. The rock it lies in formed some 450 million years ago.
Flag of the harbour police, in use from 1911 to 1946.
Illuminated psalter, thirteenth century; the binding is perhaps of 1504."""

_LETTER = "\u202bשנת 1999\u202c: " + HEBREW + "\n" + HOSTILE + " was printed in May 2003."


def _document(name: str, text: str, metadata: Metadata, language: str = "en") -> Document:
    passages, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = Role.TITLE if at == 0 else Role.HEADING if line.startswith("==") else Role.PROSE
            passages.append(Passage(Span(at, at + len(line)), role, 2 if role is Role.HEADING else 0))
        at += len(line) + 1
    return Document(DocumentId(name), text, tuple(passages), language, metadata)


HARBOUR = _document(
    "harbour.txt",
    _HARBOUR,
    Metadata(
        "The harbour of Lindisport: a short history",
        "Lindisport Historical Society",
        ("Ada Quill",),
        "https://example.org/harbour?a=1&b=2",
        "CC BY 4.0",
    ),
)
COURIER = _document(
    "press/courier-2021.txt",
    _COURIER,
    Metadata("Harbour deal was signed in secret, papers show", "The Courier", url="javascript:alert(1)"),
)
MUSEUM = _document("labels (3).txt", _MUSEUM, Metadata("Object labels, gallery 3", "Town Museum"))
LETTER = _document(
    "מכתב.txt", _LETTER, Metadata(HOSTILE, "<i>Press</i>", url="https://example.net/#top"), "he"
)

_WRITTEN = {
    HARBOUR.id: Written(edtf.parse("2020"), Source.METADATA, ("sources.yaml says 2020",)),
    COURIER.id: Written(
        edtf.parse("2021-08-12"), Source.DATELINE, ("“12 August 2021” stands in the dateline",)
    ),
    MUSEUM.id: Written(None, Source.OPEN),
    LETTER.id: Written(edtf.parse("2003-05/2004"), Source.INFERRED, ("it tells of May 2003 as past",)),
}


def _citation(document: Document, quote: str) -> Citation:
    at = document.text.index(quote)
    return Citation(document.id, Span(at, at + len(quote)), quote)


def mention(
    document: Document,
    quote: str,
    words: str,
    date: str,
    *,
    kind: Kind = Kind.EVENT,
    assumed: tuple[str, ...] = (),
    steps: tuple[str, ...] = (),
    ranged: bool = False,
) -> Mention:
    """What a document says in these words, of which some are the date's."""
    citation = _citation(document, quote)
    at = citation.span.start + quote.index(words)
    span = Span(at, at + len(words))
    when = edtf.parse(date)
    dated = Dated(
        Expression(span, words, TimexType.DATE, None, "sample"),
        when,
        date,
        assumed=assumed,
        steps=steps or (f"“{words}” → {date}",),
        range=Range(span, when) if ranged else None,
    )
    return Mention(quote[:60], kind, when, dated, citation)


def event(told: Mention, title: str, *tags: str, **more: object) -> Event:
    """An event read from one mention."""
    date = edtf.text(told.when).replace("/", "-")
    name = EventId(f"{date}-{title[:24].lower().replace(' ', '-')}")
    read = Event(name, told.when, title, told.kind, Origin.EXTRACTED, tags=tags, mentions=(told,))
    return replace(read, **more)  # type: ignore[arg-type]


_DEAL = "“We signed for eleven million on 17 June 2005,” he told the Courier"
_COINS = "Roman coins found under the slipway were struck in 44 BC or a little later."
_SALE = "In 2005 the council sold the east basin to a consortium led by Orrin Vale."
_QUAY = "The first quay was built about 1820 by the brothers Aldous and Finn Maring"
_FLOOD = "On 3 February 1953 the sea wall gave way in the night, and 41 people drowned."
_INQUIRY = "The inquiry opened on 9 March of the same year and sat until May."
_PAPERS = "Last month the council released the papers on the sale of the east basin."
_MAYOR = "Last week the mayor, Edda Thorne, called the difference “a clerical matter”."
_WRITTEN_STEP = "the document was written on 12 August 2021"

EVENTS: tuple[Event, ...] = (
    event(
        mention(
            MUSEUM,
            "The rock it lies in formed some 450 million years ago.",
            "450 million years ago",
            "Y-449999999~",
        ),
        "Rock with a trilobite forms",
        "deep time",
    ),
    event(
        mention(MUSEUM, "Mammoth tusk, about 13,000 BC", "about 13,000 BC", "Y-12999~"),
        "Mammoth dies at Ashwater",
        "deep time",
    ),
    event(
        mention(MUSEUM, "Bronze mirror, 5th century BC.", "5th century BC", "-0499/-0400"),
        "Bronze mirror cast",
        "antiquity",
    ),
    event(
        mention(HARBOUR, _COINS, "44 BC or a little later", "-0043/.."),
        "Roman coins struck",
        "antiquity",
    ),
    event(
        mention(MUSEUM, "Illuminated psalter, thirteenth century", "thirteenth century", "12XX"),
        "Psalter illuminated",
        "antiquity",
    ),
    event(mention(MUSEUM, "the binding is perhaps of 1504", "perhaps of 1504", "1504?"), "Psalter bound"),
    event(
        mention(HARBOUR, _QUAY, "about 1820", "1820~"),
        "The Maring brothers build the first quay",
        "harbour",
        "building",
    ),
    event(
        mention(
            HARBOUR,
            "It was widened between 1843 and 1846, when the railway came.",
            "between 1843 and 1846",
            "1843/1846",
        ),
        "The quay is widened",
        "harbour",
        "building",
    ),
    event(
        mention(HARBOUR, "The present lighthouse dates from the 1870s.", "the 1870s", "187X"),
        "Lighthouse built",
        "harbour",
        "building",
    ),
    event(
        mention(MUSEUM, "Bought at auction in 1911.", "1911", "1911"),
        "Mirror bought at auction",
        kind=Kind.BACKGROUND,
    ),
    event(
        mention(MUSEUM, "in use from 1911 to 1946", "from 1911 to 1946", "1911/1946", ranged=True),
        "Harbour police fly their flag",
        "harbour",
    ),
    event(
        mention(HARBOUR, _FLOOD, "3 February 1953", "1953-02-03"),
        "Sea wall gives way; 41 people drown",
        "flood",
        origin=Origin.BOTH,
        edited=("title", "tags"),
        summary="The worst night in the town’s history.\n\n- 41 dead\n- <script>alert(1)</script> the *east* wall",
    ),
    event(
        mention(
            HARBOUR,
            _INQUIRY,
            "9 March of the same year",
            "1953-03-09",
            assumed=("year",),
            steps=("“9 March of the same year” leans on “3 February 1953”", "the year is 1953", "1953-03-09"),
        ),
        "Flood inquiry opens",
        "flood",
        "law",
    ),
    event(
        mention(
            HARBOUR, "A fire in the late 1990s destroyed the customs house", "the late 1990s", "1997~/1999~"
        ),
        "Fire destroys the customs house",
        "harbour",
    ),
    Event(
        EventId("st-marks"),
        edtf.parse("1999"),
        HEBREW,
        Kind.EVENT,
        Origin.EXTRACTED,
        tags=("דת",),
        mentions=(mention(LETTER, HEBREW, "1999", "1999"),),
    ),
    Event(
        EventId("hostile"),
        edtf.parse("2003-05"),
        HOSTILE,
        Kind.EVENT,
        Origin.EXTRACTED,
        tags=("<script>alert(2)</script>", "harbour"),
        mentions=(mention(LETTER, HOSTILE + " was printed in May 2003.", "May 2003", "2003-05"),),
    ),
    Event(
        EventId("2005-06-17-east-basin"),
        edtf.parse("2005-06-17"),
        "East basin sold to Orrin Vale’s consortium",
        Kind.EVENT,
        Origin.BOTH,
        summary="The sale that still divides the town. See the [land registry](https://example.org/registry) "
        "and [this](javascript:alert(1)).",
        tags=("harbour", "law", "money"),
        mentions=(
            mention(HARBOUR, _DEAL, "17 June 2005", "2005-06-17"),
            mention(HARBOUR, _SALE, "2005", "2005"),
        ),
        citations=(_citation(HARBOUR, "“and I have regretted it since.”"),),
        references=(
            Reference("https://example.org/minutes/2005", "Council minutes, June 2005"),
            Reference("javascript:alert(3)", "Not a link"),
        ),
        rivals=(
            Rival(
                edtf.parse("2005-06-19"),
                (mention(COURIER, "the contract was signed on 19 June 2005", "19 June 2005", "2005-06-19"),),
            ),
        ),
        edited=("title", "tags"),
    ),
    event(
        mention(
            HARBOUR,
            "The sale was completed on 21 June 2005, according to the land registry.",
            "21 June 2005",
            "2005-06-21",
        ),
        "Sale of the east basin is completed",
        "harbour",
        "law",
    ),
    event(
        mention(
            COURIER, "The consortium has been insolvent since 2019.", "since 2019", "2019/..", ranged=True
        ),
        "Consortium is insolvent",
        "money",
    ),
    event(
        mention(
            HARBOUR,
            "The port handled 212,000 tonnes of cargo in 2019.",
            "2019",
            "2019",
            kind=Kind.STATISTIC,
        ),
        "Cargo: 212,000 tonnes",
        "harbour",
    ),
    event(
        mention(
            COURIER,
            _PAPERS,
            "Last month",
            "2021-07",
            assumed=("month", "year"),
            steps=(_WRITTEN_STEP, "the month before is July 2021"),
        ),
        "Council releases the papers on the sale",
        "law",
    ),
    event(
        mention(
            COURIER,
            _MAYOR,
            "Last week",
            "2021-08-02/2021-08-08",
            assumed=("week", "month", "year"),
            steps=(_WRITTEN_STEP, "the week before is 2 to 8 August 2021"),
        ),
        "Mayor calls the two dates “a clerical matter”",
        "law",
        origin=Origin.BOTH,
        edited=("date",),
        when=edtf.parse("2021-08-04"),
        machine=edtf.parse("2021-08-02/2021-08-08"),
    ),
    event(
        mention(
            COURIER,
            "Its creditors are to meet in December.",
            "in December",
            "2021-12",
            kind=Kind.PLAN,
            assumed=("year",),
        ),
        "Creditors to meet",
        "money",
    ),
    Event(
        EventId("harbour-day"),
        edtf.parse("2023-06-10/2023-06-11"),
        "Harbour Day, the first since the sale",
        Kind.EVENT,
        Origin.EDITED,
        summary="Seen by the editor.",
        tags=("harbour",),
        references=(Reference("https://example.org/day", ""),),
        edited=("date", "title", "tags"),
    ),
    Event(
        EventId("2024-quarter"),
        edtf.parse("2024-34"),
        "Basin reopens",
        Kind.EVENT,
        Origin.EDITED,
        edited=("date", "title"),
    ),
    event(
        mention(
            HARBOUR,
            "A new breakwater is to be finished in the spring of 2031.",
            "the spring of 2031",
            "2031-21",
            kind=Kind.PLAN,
        ),
        "New breakwater finished",
        "building",
        "harbour",
    ),
    Event(
        EventId("2031-unknown"),
        edtf.parse("/2031-06"),
        "The lease ends",
        Kind.PLAN,
        Origin.EDITED,
        tags=("law",),
        edited=("date", "title"),
    ),
)

# Without the far past, whose scale leaves nothing else to see.
RECENT = tuple(item for item in EVENTS if not {"deep time", "antiquity"} & set(item.tags))

DOCUMENTS = (HARBOUR, COURIER, MUSEUM, LETTER)
ANALYSES = tuple(
    Analysis(
        document,
        _WRITTEN[document.id],
        (),
        tuple(told for item in EVENTS for told in item.mentions if told.citation.document == document.id),
    )
    for document in DOCUMENTS
)
SETTINGS = Settings(
    title="Lindisport: a harbour and its town",
    description="Two centuries of quays, floods, fires and sales, read from four documents and put right by hand.",
)
