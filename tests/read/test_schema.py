"""The schema says what the reader says: it takes what that takes, and marks the mistakes of form that that marks."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.read.test_edited import WHOLE
from timeline import read
from timeline.read.schema import schema


class Editor(yaml.SafeLoader):
    """YAML as editors read it: without dates as a type of their own."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's way
        letter: [(tag, form) for tag, form in resolvers if not tag.endswith("timestamp")]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def as_editors_do(text):
    return yaml.load(text, Editor)  # noqa: S506 - a safe loader


CHECKER = jsonschema.Draft7Validator(schema())


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    entry = schema()["properties"]["events"]["items"]["properties"]
    assert all(field["description"] for field in entry.values())


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        (Path(__file__).parents[2] / "events.yaml").read_text("utf-8"),
        "",
        "events:\n  - {id: a, title: 2008, tags: no, date: 1999}\n  - {id: b, merge: c, hide: yes, kind: }\n",
    ],
)
def test_what_is_read_is_valid(text: str) -> None:
    assert not read.edited(text.encode(), "e").problems
    assert [error.message for error in CHECKER.iter_errors(as_editors_do(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "evnts: []",
        "site: {colour: red}",
        "site: {quotations: some}",
        "events: words",
        "events:\n  - {id: a, tittle: b}",
        "events:\n  - {id: ../up}",
        "events:\n  - {id: a, kind: rumour}",
        "events:\n  - {id: a, hide: perhaps}",
        "events:\n  - {id: a, tags: {b: c}}",
        "events:\n  - title: a",
        "events:\n  - just words",
        "events:\n  - {id: a, cites: [{source: a.txt}]}",
        "events:\n  - {id: a, cites: [{url: 'javascript:alert(1)'}]}",
        "events:\n  - {id: a, cites: [{url: 'https://a.org', quote: b}]}",
    ],
)
def test_what_is_marked_is_a_mistake(text: str) -> None:
    assert read.edited(text.encode(), "e").problems
    assert list(CHECKER.iter_errors(as_editors_do(text)))
