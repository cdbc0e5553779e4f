"""What a question of the editor wants: the values in what the browser sent. What is no such value is refused."""

from collections.abc import Mapping
from typing import Any

from timeline.model.change import Change, Cite, Value
from timeline.model.event import Kind
from timeline.read import dates
from timeline.serve.desk import RefusedError

Question = Mapping[str, Any]

_TEXTS = ("date", "title", "summary", "kind")


def change(question: Question) -> Change:
    """What the browser wants changed; a date is written as it was typed."""
    put: dict[str, Value] = {}
    for name, value in fields(question, "put").items():
        if name == "tags":
            put[name] = tuple(str(tag).strip() for tag in listed({name: value}, name) if str(tag).strip())
        elif name in _TEXTS and str(value).strip():
            put[name] = "\n".join(str(value).strip().splitlines())
        else:
            raise RefusedError(f"the {name} is empty" if name in _TEXTS else f"an event has no {name!r}")
    if "kind" in put and put["kind"] not in {kind.value for kind in Kind}:
        raise RefusedError(f"there is no kind {put['kind']!r}")
    _check_date(put)
    drop = tuple(name for name in listed(question, "drop") if name in (*_TEXTS, "tags"))
    return Change(put, drop, cites=tuple(_cite(cite) for cite in listed(question, "cites")))


def _check_date(put: Mapping[str, Value]) -> None:
    try:
        if "date" in put:
            dates.when(str(put["date"]))
    except dates.DateError as error:
        raise RefusedError(f"{error}: {error.hint}") from error


def _cite(cite: object) -> Cite:
    cite = fields({"cite": cite}, "cite")
    return {"source": text(cite, "source"), "quote": " ".join(text(cite, "quote").split())}


def text(question: Question, name: str) -> str:
    """A field that is a text."""
    value = question.get(name)
    if not isinstance(value, str):
        raise RefusedError(f"the question lacks a text for {name!r}")
    return value


def listed(question: Question, name: str) -> list[Any]:
    """A field that is a list; none is an empty one."""
    value = question.get(name, [])
    if not isinstance(value, list):
        raise RefusedError(f"{name!r} must be a list")
    return value


def fields(question: Question, name: str) -> Question:
    """A field that has fields of its own; none has none."""
    value = question.get(name, {})
    if not isinstance(value, dict):
        raise RefusedError(f"{name!r} must have fields")
    return value
