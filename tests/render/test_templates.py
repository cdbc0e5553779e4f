"""What a template may use is written down, all of it."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import meta
from jinja2.filters import FILTERS

from timeline.model.edit import Settings
from timeline.render import (
    chart,
    choices,
    correct,
    excerpts,
    exchange,
    giver,
    lanes,
    names,
    pages,
    paging,
    periods,
    quotation,
    source,
    still,
    templates,
    view,
)

_DOCS = Path(__file__).parents[2] / "docs" / "templates.md"
_RECORDS = (
    Settings,
    quotation.Link,
    view.Told,
    quotation.Dating,
    quotation.Quotation,
    view.Rival,
    view.Reference,
    view.EventView,
    source.Note,
    source.Piece,
    source.Block,
    source.SourceView,
    pages.Section,
    pages.TagView,
    periods.Period,
    chart.Chart,
    still.Still,
    lanes.Value,
    choices.Choice,
    paging.Leaf,
    paging.Entry,
    correct.Correction,
    exchange.Format,
    excerpts.Words,
    giver.Giver,
    names.Name,
    names.Initial,
)


@pytest.mark.parametrize("record", _RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_documented(record):
    said = set(re.findall(r"`([a-z_]+)`", _DOCS.read_text("utf-8")))
    assert {field.name for field in fields(record)} <= said


def test_every_template_is_documented(theme):
    said = set(re.findall(r"`([a-z0-9]+\.html)`", _DOCS.read_text("utf-8")))
    assert set(theme.templates) <= said


def test_every_variable_and_filter_is_documented(theme):
    """Whatever a shipped template takes from outside stands in the document, and so may be used by any other."""
    said = set(re.findall(r"`([a-z_]+)(?:\([a-z]+\)|\.[a-z]+)?`", _DOCS.read_text("utf-8")))
    environment = templates.Pages(theme, {}, {}, {"site": Settings()})._environment
    used = set()
    for name, text in theme.templates.items():
        used |= meta.find_undeclared_variables(environment.parse(text, name))
    assert len(used) > 20
    assert used - {"self", "caller", "parts", "givers", "said"} <= said  # blocks and macros of their own
    assert set(environment.filters) - set(FILTERS) <= said


def test_every_name_that_is_promised_is_there(site):
    everything = "".join(
        body.decode() for path, body in site.files.items() if path.endswith((".html", ".js"))
    )
    promised = _DOCS.read_text("utf-8").partition("## Names that scripts")[2]
    names = re.findall(r"[#.]([a-z]+(?:-[a-z]+)*)(?![a-z=/])", re.sub(r"`#[a-z]+=[^`]*`", "", promised))
    assert len(names) > 30
    for name in names:
        assert re.search(rf"[\"' ]{name}[\"' ]", everything), name
