"""A period that has a name says when, as an adjunct of time; it moves no story, and a war that a text is about is no date."""

import tomllib
from importlib.resources import files

import pytest

from timeline import languages, resolve, tag
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf
from timeline.times.when import extent


def _told(text: str, code: str = "en") -> list[str]:
    document = Document(DocumentId("a life"), text, (), code)
    words = languages.language(code)
    found = resolve.dated(document, tag.expressions(document, words), words, edtf.parse("2020-03")).timexes
    return [edtf.text(one.range.when if one.range else one.when) for one in found if isinstance(one, Dated)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "During the Second World War she flew.", ["1939/1945"]),
        ("en", "She stayed until the outbreak of the First World War.", ["../1914"]),
        ("en", "After World War II he taught; before it, nobody did.", ["1945/.."]),
        ("en", "Two brothers were killed in the Korean War.", ["1950/1953"]),
        ("en", "A book on mills in the First World War sold well.", []),
        ("en", "Her life was shaped by experiences during the Spanish Civil War.", []),
        ("en", "He met Second World War veterans, and a historian of the Crimean War.", []),
        ("de", "Nach dem Ende des Zweiten Weltkriegs zog sie um.", ["1945/.."]),
        ("fr", "Avant la Grande Guerre, il vivait à Laon.", ["../1914"]),
        ("es", "Durante la guerra civil española huyó.", ["1936/1939"]),
        ("it", "Dopo la seconda guerra mondiale tornò.", ["1945/.."]),
        ("sq", "Gjatë Luftës së Parë Botërore ai iku.", ["1914/1918"]),
        ("sr", "До почетка Првог светског рата живела је у Нишу.", ["../1914"]),
    ],
)  # fmt: skip
def test_a_period_says_when(code, text, expected):
    assert _told(text, code) == expected


def test_the_story_stays_in_its_year():
    told = _told(
        "In March 1951 the mill burned. It had been built before the First World War. In May she sold it."
    )
    assert told == ["1951-03", "../1914", "1951-05"]


def test_every_period_has_its_source_and_its_names():
    periods = tomllib.loads(files(languages).joinpath("periods.toml").read_text("utf-8"))["period"]
    for period in periods:
        years = extent(edtf.parse(period["when"]))
        assert years.start is not None
        assert years.end is not None
        assert years.start < years.end
        assert period["source"]
        assert period["en"]
