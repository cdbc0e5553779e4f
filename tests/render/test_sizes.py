"""No page and no script grows with the number of events, of passages, or of what one of them has."""

import random
import re

import pytest

from tests.render import sample
from timeline import render
from timeline.model.analysis import Analysis
from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Source, Span, Written
from timeline.model.edit import Settings
from timeline.model.event import Event, EventId, Kind, Origin, Rival
from timeline.times import edtf

MANY = 160
_WORDS = ("harbour", "council", "mayor", "treaty", "railway", "bridge", "flood", "archive", "court", "fleet")


def _sentences(start, number):
    chance = random.Random(start)  # noqa: S311  the same each time
    return [
        f"On {chance.randint(1, 28)} May {year} “{' '.join(chance.choices(_WORDS, k=150))}” & more."
        for year in range(start, start + number)
    ]


def _document(name, paragraphs):
    passages, text = [], ""
    for role, words in paragraphs:
        passages.append(Passage(Span(len(text), len(text) + len(words)), role, 2))
        text += f"{words}\n\n"
    document = Document(DocumentId(name), text, tuple(passages), "en", Metadata(f"The book “{name}”"))
    return Analysis(document, Written(None, Source.OPEN), (), ())


def _event(name, date, mentions, rivals=()):
    return Event(
        EventId(name),
        edtf.parse(date),
        f"What was told of {name} & “others”",
        Kind.EVENT,
        Origin.EXTRACTED,
        "",
        ("people",),
        mentions=tuple(mentions),
        rivals=tuple(rivals),
    )


def _read(analysis, sentence):
    year = sentence.split()[3]
    return sample.mention(analysis.document, sentence, f"May {year}", f"{year}-05", assumed=("day",))


@pytest.fixture(scope="module", params=["excerpts", "full"])
def site(request, theme):
    apart = _document(
        "apart",
        [
            paragraph
            for sentence in _sentences(1000, MANY)
            for paragraph in ((Role.HEADING, f"Of {sentence[:20]}"), (Role.PROSE, sentence))
        ],
    )
    together = _document("together", [(Role.PROSE, " ".join(_sentences(1500, MANY)) + " end" * 60_000)])
    short = [_document(f"short-{n}", [(Role.PROSE, _sentences(1900, 1)[0])]) for n in range(MANY)]
    events = [
        *(_event(f"apart-{n}", f"{1000 + n}-05", [_read(apart, s)]) for n, s in enumerate(_sentences(1000, MANY))),
        *(_event(f"together-{n}", f"{1500 + n}-05", [_read(together, s)]) for n, s in enumerate(_sentences(1500, MANY))),
        _event(
            "told-by-all",
            "1900-05",
            [_read(one, _sentences(1900, 1)[0]) for one in short[: MANY // 2]],
            [
                Rival(edtf.parse("1901"), tuple(_read(one, _sentences(1900, 1)[0]) for one in short[MANY // 2 :])),
                Rival(edtf.parse("1902"), (_read(apart, _sentences(1000, 1)[0]),)),
            ],
        ),
    ]  # fmt: skip
    settings = Settings(title="Much", quotations=request.param)
    return render.site(events, (apart, together, *short), settings, theme)


def test_no_file_is_too_long(site):
    long = {
        path: len(body)
        for path, body in site.files.items()
        if len(body) >= (300_000 if path.endswith(".html") else 500_000)
        and path.endswith((".html", ".js"))
        and "plotly" not in path
    }
    assert long == {}
    for path in ("sources/apart.2.html", "sources/together.2.html", "events/told-by-all.2.html"):
        assert path in site.files


def test_every_passage_stands_where_links_to_it_lead(site):
    assert render.dead_links(site) == ()
    opened = [
        name
        for path, body in site.files.items()
        if path.startswith(("sources/apart", "sources/together")) and path.endswith(".html")
        for name in re.findall(r'class="anchor" id="(m-[0-9-]+)"', body.decode())
    ]
    assert len(opened) == 2 * MANY


def test_every_word_of_an_event_that_many_tell_of_is_quoted_once(site):
    pages = [
        body.decode()
        for path, body in site.files.items()
        if re.fullmatch(r"events/told-by-all(\.\d+)?\.html", path)
    ]
    quoted = [page for text in pages for page in re.findall(r'<a class="passage-link" href="([^"]+)"', text)]
    assert len(quoted) == len(set(quoted)) == MANY + 1
    assert all("Sources disagree on the date" in text for text in pages)


def test_no_heading_ends_a_page(site):
    ends = [
        re.findall(r'class="block block-(\w+)"', body.decode())[-1]
        for path, body in site.files.items()
        if re.fullmatch(r"sources/apart(\.\d+)?\.html", path)
    ]
    assert len(ends) > 2
    assert set(ends) == {"prose"}
