"""Hostile text: near-misses of every rule of every language cost no more than their length, and no words can break it."""

import random
import sys
from collections.abc import Iterator
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import resolve, tag
from timeline.languages import language
from timeline.languages.lexicon import UNKNOWN
from timeline.model.document import Document, DocumentId
from timeline.times import edtf

CODES = ("de", "en", "es", "fr", "it", "sq", "sr", "ru", "zh")
SIZE = 100_000
STEPS = 600  # at a place, at most, on the average of a near-miss; `re` takes a hundred million in a second


class Counting:
    """A matcher that goes the ways `re` goes, backtracking as it does, and counts the steps; groups are (start, end)."""

    def __init__(self) -> None:
        self.steps = 0

    def matches(self, nodes, text: str, at: int) -> bool:
        return next(self.ends(list(nodes), 0, text, at, {}), None) is not None

    def ends(self, nodes, index: int, text: str, at: int, groups: dict) -> Iterator[tuple[int, dict]]:
        """Every place where nodes[index:] can end, in the order in which they are tried."""
        if index == len(nodes):
            yield at, groups
            return
        self.steps += 1
        for end, held in self.one(*nodes[index], text, at, groups):
            yield from self.ends(nodes, index + 1, text, end, held)

    def one(self, what, value, text: str, at: int, groups: dict) -> Iterator[tuple[int, dict]]:
        if what in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            if at < len(text) and holds(what, value, text[at]):
                yield at + 1, groups
        elif what is op.SUBPATTERN:
            for end, held in self.ends(list(value[3]), 0, text, at, groups):
                yield end, ({**held, value[0]: (at, end)} if value[0] else held)
        elif what is op.BRANCH:
            for branch in value[1]:
                yield from self.ends(list(branch), 0, text, at, groups)
        elif what is op.MAX_REPEAT:
            yield from self.repeated(value, text, at, groups)
        elif what is op.MIN_REPEAT:
            yield from reversed(list(self.repeated(value, text, at, groups)))
        elif what in (op.ASSERT, op.ASSERT_NOT):
            if self.looks(*value, text, at, groups) is (what is op.ASSERT):
                yield at, groups
        elif what is op.GROUPREF:
            start, end = groups.get(value, (at, at))
            if value in groups and text.startswith(text[start:end], at):
                yield at + end - start, groups
        else:
            raise NotImplementedError(what)

    def repeated(self, value, text: str, at: int, groups: dict) -> Iterator[tuple[int, dict]]:
        least, most, item = value
        if most > 0:
            fewer = (max(0, least - 1), most if most is op.MAXREPEAT else most - 1, item)
            for end, held in self.ends(list(item), 0, text, at, groups):
                if end > at:
                    yield from self.repeated(fewer, text, end, held)
        if least == 0:
            yield at, groups

    def looks(self, direction: int, item, text: str, at: int, groups: dict) -> bool:
        start = at if direction > 0 else at - item.getwidth()[0]
        return start >= 0 and any(
            direction > 0 or end == at for end, _ in self.ends(list(item), 0, text, start, groups)
        )


def holds(what, value, character: str) -> bool:
    if what is op.IN:
        found = any(
            part == ord(character) if kind is op.LITERAL else part[0] <= ord(character) <= part[1]
            for kind, part in value
            if kind is not op.NEGATE
        )
        return found is not (value[0][0] is op.NEGATE)
    return what is op.ANY or (ord(character) == value) is (what is op.LITERAL)


def derived(nodes, chance: random.Random, groups: dict) -> str:
    """A text that a pattern matches, but for what it looks at beside it; what may be left out is mostly there."""
    made = ""
    for what, value in nodes:
        if what is op.LITERAL:
            made += chr(value)
        elif what is op.IN:
            kind, part = chance.choice(value)
            made += (
                UNKNOWN
                if value[0][0] is op.NEGATE
                else chr(part if kind is op.LITERAL else chance.randint(*part))
            )
        elif what in (op.ANY, op.NOT_LITERAL):
            made += UNKNOWN
        elif what is op.SUBPATTERN:
            inside = derived(value[3], chance, groups)
            groups[value[0]] = inside
            made += inside
        elif what is op.BRANCH:
            made += derived(chance.choice(value[1]), chance, groups)
        elif what in (op.MAX_REPEAT, op.MIN_REPEAT):
            times = value[0] if chance.random() < 0.2 else min(value[1], 3)
            made += "".join(derived(value[2], chance, groups) for _ in range(times))
        elif what is op.GROUPREF:
            made += groups.get(value, "")
    return made


def near_misses(code: str) -> Iterator[tuple[str, object, str]]:
    """Of each rule: its name, its pattern, and what it nearly matches, which is cut before its last word."""
    for rule in language(code).grammar.rules:
        chance = random.Random(f"{code} {rule.name}")  # noqa: S311 - the same each time
        tree = parser.parse(rule.regex.pattern)
        yield rule.name, tree, derived(tree, chance, {}).rstrip()[:-1] + " "


@pytest.mark.parametrize("code", CODES)
def test_no_rule_explodes_on_100_kb_of_its_near_misses(code):
    """The steps of matching are counted, at each place of a near-miss that stands among its like.

    None of them may hang on how much of the like there is: so what 100,000 places cost is a hundred thousand times that.
    """
    costs = {}
    for name, tree, miss in near_misses(code):
        counts = []
        for times in (4, 8):
            text, middle, counting = miss * times, len(miss) * times // 2, Counting()
            for at in range(middle, middle + len(miss)):
                counting.matches(tree, text, at)
            counts.append(counting.steps)
        assert counts[1] <= 1.1 * counts[0], f"{name}: twice the text, {counts} steps at a place"
        costs[name] = max(costs.get(name, 0), counts[1] * SIZE / len(miss))
    assert {name: cost for name, cost in costs.items() if cost > STEPS * SIZE} == {}


@pytest.mark.parametrize("code", CODES)
def test_every_repetition_has_an_end(code):
    """So that a match is of bounded length, and a place costs the same however long the text is."""
    rules = language(code).grammar.rules
    assert [rule.name for rule in rules if _is_endless(parser.parse(rule.regex.pattern))] == []


def _is_endless(part) -> bool:
    """Whether a repetition without end is anywhere in a pattern's tree."""
    if (
        isinstance(part, tuple)
        and part
        and part[0] in (op.MAX_REPEAT, op.MIN_REPEAT)
        and part[1][1] is op.MAXREPEAT
    ):
        return True
    inside = part if isinstance(part, (tuple, list, parser.SubPattern)) else ()
    return any(_is_endless(inside[i]) for i in range(len(inside)))


def test_the_counting_sees_what_explodes():
    exploding = parser.parse("(?:a+)+b")
    few, many = (Counting() for _ in range(2))
    few.matches(exploding, "a" * 5, 0)
    many.matches(exploding, "a" * 10, 0)
    assert many.steps > 20 * few.steps
    assert _is_endless(exploding)


@pytest.mark.parametrize("code", CODES)
def test_the_work_on_a_text_of_all_near_misses_grows_as_the_text(code):
    words = _written(code)
    text = "".join(words.get(c, c) for _, _, miss in near_misses(code) for c in miss)
    texts = [(text * (size // len(text) + 1))[:size] for size in (SIZE // 10, SIZE // 2)]
    _read(texts[-1], code)  # what is worked out at first use is no work of the text's
    small, large = (_calls(text, code) for text in texts)
    assert large <= 6.5 * small


@lru_cache
def _written(code: str) -> dict[str, str]:
    """A word for each class."""
    return {c: word for word, c in language(code).lexicon.classes.items()}


def _calls(text: str, code: str) -> int:
    """Calls of Python functions, which no busy machine changes."""
    count = 0

    def counting(frame, event, argument):  # noqa: ARG001 - what sys.setprofile calls
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        _read(text, code)
    finally:
        sys.setprofile(None)
    return count


def _read(text: str, code: str) -> tuple:
    document = Document(DocumentId("hostile"), text, (), code)
    words = language(code)
    return resolve.dated(document, tag.expressions(document, words), words, edtf.parse("2010-06-16")).timexes


@lru_cache
def _said(code: str) -> st.SearchStrategy[str]:
    """A language's own words, as often with letters as in figures alone."""
    words = sorted(language(code).lexicon.classes)
    return st.one_of(
        st.sampled_from([word for word in words if not word.isdigit()]),
        st.sampled_from([word for word in words if word.isdigit()]),
    )


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_sequence_of_a_language_s_own_words_raises(code, data):
    text = data.draw(st.lists(_said(code), max_size=40).map(" ".join))
    for timex in _read(text, code):
        assert text[timex.span.start : timex.span.end] == timex.expression.text
