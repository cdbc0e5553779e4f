"""Every rule's own examples and rejects, read as written on 2010-06-16, a Wednesday.

Of an example only what stands after ` | ` has to be read by its rule; what is before is its context.
A rule that reads `nothing` keeps others off what is no date: its examples are read by none, its rejects by some other.
"""

from collections.abc import Iterator

import pytest

from timeline import resolve, tag
from timeline.languages import language
from timeline.model.document import Document, DocumentId
from timeline.times import edtf

CODES = ("de", "en", "es", "fr", "it", "sq", "sr")
WRITTEN = edtf.parse("2010-06-16")


def _read(text: str, code: str) -> list[tuple[str, str]]:
    context, _, own = text.rpartition(" | ")
    document = Document(DocumentId("an example"), f"{context} {own}" if context else own, (), code)
    expressions = tag.expressions(document, language(code))
    timexes = resolve.dated(document, expressions, language(code), WRITTEN).timexes
    return [(timex.expression.rule, timex.value) for timex in timexes if timex.span.start >= len(context)]


def _examples() -> Iterator[tuple[str, str, str, str]]:
    for code in CODES:
        for rule in language(code).grammar.rules:
            for text, value in rule.examples.items():
                yield code, rule.name, text, value


def _rejects() -> Iterator[tuple[str, str, str, bool]]:
    for code in CODES:
        for rule in language(code).grammar.rules:
            for text in rule.rejects:
                yield code, rule.name, text, "nothing" in rule.readings


@pytest.mark.parametrize(("code", "rule", "text", "value"), tuple(_examples()))
def test_an_example_is_read_by_its_rule(code, rule, text, value):
    assert _read(text, code) == [(rule, part) for part in value.split()]


@pytest.mark.parametrize(("code", "rule", "text", "dated"), tuple(_rejects()))
def test_a_reject_is_not_read_by_its_rule(code, rule, text, dated):
    names = [name for name, _ in _read(text, code)]
    assert rule not in names
    assert names or not dated


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_examples_and_rejects(code):
    rules = language(code).grammar.rules
    assert [rule.name for rule in rules if not (rule.examples and rule.rejects)] == []
