"""Pages, PDFs, Word documents, books and messages: small ones of our own, made here."""

import io
import zipfile
import zlib
from collections.abc import Iterator

import pytest
from fpdf import FPDF

from timeline import read
from timeline.model.document import Document, DocumentId, Metadata, Span
from timeline.model.problem import Outcome, Severity
from timeline.read import archive, streams
from timeline.times import edtf

PAGE = """<!doctype html><html lang="en"><head><title>Harbour opened | The Example</title>
<meta property="og:site_name" content="The Example"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2011-05-12T09:00:00+02:00"></head>
<body><header><nav><ul><li><a href="/">Home</a><li><a href="/n">News of 1 May 2011</a></ul></nav></header>
<main><article><h1>The harbour at Port Ellery</h1><p class="byline">By Jane Doe</p>
<p>The council <b>opened</b> the harbour on 4&nbsp;October 1871.<sup class="reference">[1]</sup> It was
closed in 1902, when the railway came and the ships that had sailed from the capital went elsewhere for good.</p>
<figure><img src="x.jpg"><figcaption>The harbour in 1999</figcaption></figure>
<h2>Chronicle</h2><table><tr><th>Year<th>What</tr><tr><td>1911<td><p>The pier burned down.</p></tr></table>
<ul><li>1931: The lighthouse was rebuilt.<ul><li>1932: It was lit.</li></ul></li></ul>
<div hidden>Hidden in 1980</div><p style="display: none">Not shown in 1981</p><div class="share">Share on 12 May 2012</div>
<aside>Related: harbour opened in 1980</aside></article></main>
<footer>© 2024 The Example</footer><script>var since = "2001-01-01"</script></body></html>"""


def roles(document: Document) -> Iterator[tuple[str, str]]:
    return ((p.role.value, document.text[p.span.start : p.span.end]) for p in document.passages)


def found(outcome: Outcome[Document | None]) -> Document:
    assert outcome.value is not None, outcome.problems
    return outcome.value


def page(body: str, name: str = "a.html", head: str = "") -> Outcome[Document | None]:
    text = f"<html><head>{head}</head><body>{body}</body></html>"
    return read.document(DocumentId(name), text.encode(), Metadata())


def test_a_page_is_its_article_with_what_each_block_is() -> None:
    document = found(read.document(DocumentId("a.html"), PAGE.encode(), Metadata()))
    assert list(roles(document)) == [
        ("title", "The harbour at Port Ellery"),
        ("byline", "By Jane Doe"),
        (
            "prose",
            (
                "The council opened the harbour on 4\xa0October 1871. It was closed in 1902, when the railway came "
                "and the ships that had sailed from the capital went elsewhere for good."
            ),
        ),
        ("caption", "The harbour in 1999"),
        ("heading", "Chronicle"),
        ("caption", "Year | What"),
        ("cell", "1911 | The pier burned down."),
        ("item", "1931: The lighthouse was rebuilt."),
        ("item", "1932: It was lit."),
    ]


def test_a_page_says_who_wrote_it_when_and_the_project_knows_better() -> None:
    said = found(read.document(DocumentId("a.html"), PAGE.encode(), Metadata())).metadata
    assert (said.publisher, said.authors, said.published) == (
        "The Example",
        ("Jane Doe",),
        edtf.parse("2011-05-12"),
    )
    known = Metadata(title="Mine", published=edtf.parse("2011-06"))
    given = found(read.document(DocumentId("a.html"), PAGE.encode(), known)).metadata
    assert (given.title, given.published, given.publisher) == ("Mine", edtf.parse("2011-06"), "The Example")


def test_a_year_alone_is_no_first_of_january() -> None:
    year = found(page("<p>The pier burned down.</p>", head='<meta name="date" content="2019">'))
    assert year.metadata.published in (None, edtf.parse("2019"))


@pytest.mark.parametrize("encoding", ["iso-8859-2", "windows-1251", "utf-16"])
def test_a_page_in_the_encoding_it_names(encoding: str) -> None:
    words = "Скупштина је усвојила закон." if encoding == "windows-1251" else "Skupština je usvojila zakon."
    text = f'<html><head><meta charset="{encoding}"></head><body><p>{words}</p></body></html>'
    document = found(read.document(DocumentId("a.htm"), text.encode(encoding), Metadata(language="sr")))
    assert words in document.text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + "The pier burned down in 1911." + "</div>" * 50_000,
        "<p>a<b>b" * 10_000,
        "<table><tr><td>" * 2_000 + "x",
        "\0<p>x</p>",
        "<p>&#0;&#x110000;&bogus;</p>",
        "",
    ],
)
def test_no_page_is_too_odd(body: str) -> None:
    assert all(problem.severity is not Severity.ERROR for problem in page(body).problems)


def test_a_run_of_links_tells_nothing() -> None:
    links = "".join(f'<li><a href="/{n}">The harbour opened on {n} May 2011</a></li>' for n in range(1, 5))
    assert {role for role, _ in roles(found(page(f"<p>Text there is.</p><ul>{links}</ul>")))} == {
        "prose",
        "boilerplate",
    }


def book(**chapters: str) -> bytes:
    manifest = "".join(
        f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    return zipped(
        {
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
            "OEBPS/content.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Annals</dc:title>'
            "<dc:creator>Jane Doe</dc:creator><dc:date>1903-02-01</dc:date><dc:language>en-GB</dc:language></metadata>"
            f"<manifest>{manifest}</manifest><spine>{spine}</spine></package>",
            **{f"OEBPS/{name}.xhtml": f"<html><body>{text}</body></html>" for name, text in chapters.items()},
        }
    )


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in members.items():
            target.writestr(name, text)
    return out.getvalue()


def test_a_book_is_its_chapters_in_the_order_of_its_spine() -> None:
    content = book(two="<h1>Later</h1><p>It closed in 1902.</p>", one="<p>It opened in 1871.</p>")
    document = found(read.document(DocumentId("a.epub"), content, Metadata()))
    assert document.text == "Later\n\nIt closed in 1902.\n\nIt opened in 1871."
    said = document.metadata
    assert (said.title, said.authors, said.published) == ("Annals", ("Jane Doe",), edtf.parse("1903-02-01"))


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = f'<w:styles xmlns:w="{W}"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>'


def word(body: str, **more: str) -> bytes:
    main = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": main, "word/styles.xml": STYLES, **more})


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_as_it_stands_now() -> None:
    deleted = (
        "<w:del><w:r><w:delText>1870</w:delText></w:r></w:del><w:ins><w:r><w:t>1871.</w:t></w:r></w:ins>"
    )
    content = word(
        paragraph("Harbour", '<w:pStyle w:val="berschrift1"/>')
        + f"<w:p><w:r><w:t>It opened in </w:t></w:r>{deleted}</w:p>"
        + paragraph("1902: it closed.", "<w:numPr/>")
        + f"<w:tbl><w:tr><w:tc>{paragraph('1911')}</w:tc><w:tc>{paragraph('It burned.')}</w:tc></w:tr></w:tbl>"
    )
    document = found(read.document(DocumentId("a.docx"), content, Metadata()))
    assert list(roles(document)) == [
        ("title", "Harbour"),
        ("prose", "It opened in 1871."),
        ("item", "1902: it closed."),
        ("cell", "1911 | It burned."),
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"no zip", "zip archive"),
        ("a.docx", zipped({"other.xml": "<a/>"}), "word/document.xml"),
        ("a.docx", zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        ("a.docx", zipped({"word/document.xml": "<a>"}), "no XML"),
        ("a.epub", zipped({"META-INF/container.xml": "<container/>"}), "names no package"),
        ("a.epub", b"PK\x03\x04", "zip archive"),
        ("a.pdf", b"%PDF-1.4 nothing more", "damaged"),
        ("a.eml", b"Subject: A\nContent-Type: image/png\n\nAA==", "holds no text"),
        ("a.odt", b"", "no reader for files ending in '.odt'"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, words: str) -> None:
    outcome = read.document(DocumentId(name), content, Metadata())
    said = [problem for problem in outcome.problems if words in problem.message]
    assert said, outcome.problems
    assert said[0].file == name
    assert said[0].hint


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 1_000_000)
    outcome = read.document(DocumentId("a.docx"), word(paragraph("0" * 5_000_000)), Metadata())
    assert outcome.value is None
    assert "unpacks to more than" in outcome.problems[0].message


def test_many_small_bombs_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "IN_ALL", 100_000)
    content = word(paragraph("The pier burned down in 1911. " * 1000))
    opened = archive.Archive(content)
    assert all(opened.member("word/document.xml") for _ in range(3))
    with pytest.raises(archive.ArchiveError, match="together unpack to more than"):
        opened.member("word/document.xml")
    assert read.document(DocumentId("a.docx"), content, Metadata()).value is not None


def _packed_pdf(stream: bytes, filters: str = "/FlateDecode", more: str = "") -> bytes:
    """As little as a reader takes for a PDF, with one stream as its page."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1"
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        + f"4 0 obj<<{more}/Length {len(stream)}/Filter {filters}>>stream\n".encode()
        + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )


_SAID = b"BT /F1 12 Tf 72 700 Td (On 4 October 1871 the council opened the harbour.) Tj ET\n"
_ROOM = _SAID + b" " * 3_000_000


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (_packed_pdf(zlib.compress(_ROOM)), True),
        (_packed_pdf(zlib.compress(zlib.compress(_ROOM)), "[/FlateDecode /FlateDecode]"), True),
        (_packed_pdf(zlib.compress(_ROOM), "/Fl"), True),
        (_packed_pdf(zlib.compress(_ROOM), more="/Subtype /Image"), False),
        (_packed_pdf(zlib.compress(_SAID)), False),
        (_packed_pdf(zlib.compress(_SAID)[:-9] + b"damaged!!"), False),
        (_packed_pdf(_SAID), False),
    ],
)
def test_a_pdf_that_unpacks_without_end_is_left_out(
    content: bytes, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "LARGEST", 1_000_000)
    outcome = read.document(DocumentId("a.pdf"), content, Metadata())
    said = [problem for problem in outcome.problems if "unpacks to more than" in problem.message]
    assert (outcome.value is None, bool(said)) == (refused, refused)


def printed(*pages: str, title: str = "") -> bytes:
    file = FPDF()
    file.set_title(title)
    for number, text in enumerate(pages, start=1):
        file.add_page()
        file.set_font("Helvetica", size=9)
        file.cell(0, 8, "Harbour Board, annual report", new_x="LMARGIN", new_y="NEXT")
        file.set_font("Helvetica", size=11)
        for part in text.split("\n\n"):
            file.multi_cell(0, 6, part, new_x="LMARGIN", new_y="NEXT")
            file.ln(4)
        file.cell(0, 10, f"Page {number} of {len(pages)}")
    return bytes(file.output())


def test_a_pdf_is_its_paragraphs_without_what_every_page_repeats() -> None:
    pages = [
        (
            "The council opened the harbour on 4 October 1871 with a regatta, and the people of the town came to see "
            "the ships that had sailed from the capital.\n\nIt was closed again in 1902, when the railway came."
        ),
        "The pier burned down in 1911, and",
        "nobody rebuilt it until 1931.",
    ]
    document = found(read.document(DocumentId("a.pdf"), printed(*pages, title="Annals"), Metadata()))
    assert [" ".join(text.split()) for _, text in roles(document)] == [
        pages[0].split("\n\n")[0],
        pages[0].split("\n\n")[1],
        "The pier burned down in 1911, and nobody rebuilt it until 1931.",
    ]
    assert document.metadata.title == "Annals"
    at = document.text.index("The pier")
    assert document.locator(Span(at, at + 5)) == "p. 2"
    assert document.locator(Span(at, len(document.text))) == "pp. 2–3"


def test_a_scan_is_said_to_be_one() -> None:
    file = FPDF()
    file.add_page()
    outcome = read.document(DocumentId("a.pdf"), bytes(file.output()), Metadata())
    assert [(problem.kind, "OCR" in problem.hint) for problem in outcome.problems] == [
        ("empty-document", True)
    ]


MESSAGE = """From: "Doe, Jane" <jane@example.org>
To: board@example.org
Subject: =?utf-8?q?The_harbour_=E2=80=93_again?=
Date: Thu, 12 May 2011 23:30:00 -0700
Content-Type: text/plain; charset=no-such-charset

The council opened the harbour yesterday, as we had said.

> It will open tomorrow.
> Surely.

--\x20
Jane Doe, since 1999
"""


def test_a_message_is_its_own_words_and_the_day_it_was_sent() -> None:
    document = found(read.document(DocumentId("a.eml"), MESSAGE.encode(), Metadata()))
    first, *others = roles(document)
    assert first == ("prose", "The council opened the harbour yesterday, as we had said.")
    assert {role for role, _ in others} == {"boilerplate"}
    said = document.metadata
    assert (said.title, said.authors) == ("The harbour – again", ("Doe, Jane",))
    assert said.published == edtf.parse("2011-05-12")


def test_a_saved_web_archive_is_its_page() -> None:
    head = "Snapshot-Content-Location: https://example.org/a\nSubject: A\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    document = found(read.document(DocumentId("a.mhtml"), (head + PAGE).encode(), Metadata()))
    assert "closed in 1902" in document.text
    assert document.metadata.url == "https://example.org/a"
