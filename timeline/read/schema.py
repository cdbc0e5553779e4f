"""The JSON Schema of `events.yaml`, made from what its reader knows: an editor completes and checks by it.

It says what a file may look like; what it means (that an id leads somewhere, that a day exists) `timeline check`
says, with the line and what to write instead.
"""

from typing import Any

from timeline.model.edit import Settings
from timeline.read.entries import CHOICES, CITE, ENTRY, KINDS
from timeline.read.identifiers import ID, LONGEST

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}  # YAML's own types: a title may be a year
_URL: Schema = {"type": "string", "pattern": "^https?://"}
_ID: Schema = {"type": "string", "pattern": f"^{ID.pattern}$", "maxLength": LONGEST}

_SITE = {
    "title": "What the site is called.",
    "description": "A sentence or two below the title.",
    "language": "The language of the pages, as an ISO 639-1 code.",
    "base_url": "The address the site is published at, for the feed and the 404 page.",
    "repository": "The address of the repository, to suggest corrections.",
    "quotations": "excerpts: the words around the evidence; full: documents whole, where you have the right.",
    "lanes": "What the lanes of the chart stand for.",
    "theme": "The look of the site.",
}
_FIELDS = {
    "id": "An event as it was read, by the id that its page shows; or the id of your own.",
    "date": "EDTF (2024-05-07, 2024-05, 1999~, 2019/..) or words (7–8 May 2024, about 1999).",
    "title": "A headline.",
    "summary": "A few sentences in Markdown.",
    "kind": "A happening, something planned, a past thing in passing, or a dated figure.",
    "tags": "What it can be found by.",
    "cites": "Words of a document, which join the event to what was read there; or a source elsewhere.",
    "hide": "true leaves the event out.",
    "merge": "Events that are part of this one, by their ids.",
}
_CITED = {
    "source": "A document's path below seeds/.",
    "quote": "Some of its exact words.",
    "url": "The address of a source outside the project.",
    "title": "What that source is called.",
}


def schema() -> Schema:
    """The schema, in the draft that YAML editors know."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "events.yaml of a timeline",
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {
            "site": {
                "description": "Of the site as a whole.",
                "type": ["object", "null"],
                "additionalProperties": False,
                "properties": {name: _setting(name) for name in Settings.__dataclass_fields__},
            },
            "events": {
                "description": "One entry for an event.",
                "type": ["array", "null"],
                "items": _entry(),
            },
        },
    }


def _setting(name: str) -> Schema:
    kind: Schema = _TEXT
    if name in CHOICES:
        kind = {"enum": list(CHOICES[name])}
    elif name in ("base_url", "repository"):
        kind = _URL
    return _described(kind, _SITE.get(name, ""), str(Settings.__dataclass_fields__[name].default))


def _entry() -> Schema:
    kinds: dict[str, Schema] = {
        "id": _ID,
        "kind": {"enum": list(KINDS)},
        "tags": _one_or_more(_TEXT),
        "cites": {"type": ["array", "null"], "items": _cite()},
        "hide": {"enum": [True, False, "yes", "no", "on", "off", None]},
        "merge": _one_or_more(_ID),
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _described(kinds.get(name, _TEXT), _FIELDS[name]) for name in ENTRY},
        "anyOf": [{"required": ["id"]}, {"required": ["cites"]}, {"required": ["date", "title"]}],
    }


def _cite() -> Schema:
    kinds = {"url": _URL}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _described(kinds.get(name, _TEXT), _CITED[name]) for name in CITE},
        "oneOf": [
            {"required": ["source", "quote"], "not": {"required": ["url"]}},
            {"required": ["url"], "not": {"anyOf": [{"required": ["source"]}, {"required": ["quote"]}]}},
        ],
    }


def _one_or_more(kind: Schema) -> Schema:
    return {"anyOf": [kind, {"type": "array", "items": kind}, {"type": "null"}]}


def _described(kind: Schema, words: str, default: str = "") -> Schema:
    """With what an editor shows; a key without a value is as good as none."""
    if isinstance(kind.get("type"), str):
        kind = {**kind, "type": [kind["type"], "null"]}
    elif isinstance(kind.get("type"), list) and "null" not in kind["type"]:
        kind = {**kind, "type": [*kind["type"], "null"]}
    elif "enum" in kind and None not in kind["enum"]:
        kind = {**kind, "enum": [*kind["enum"], None]}
    return {**({"description": words} if words else {}), **kind, **({"default": default} if default else {})}
