"""Enclosed: dates of brackets, quotation marks and clauses that say something of a noun, and how far these reach.

Of "the mill, which had been built in 1842, burned in May", "“I was born in 1902,” she said", "under Holt, who came in 1861"
the story comes to none of these years; but what goes on inside goes on from them.
"""

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.wordings import words as spelled
from timeline.model.expression import Expression
from timeline.resolve import passing
from timeline.resolve.stepping import is_inserted
from timeline.resolve.tense import says_past, sentence_end, sentence_start, was_to_come
from timeline.times.when import Date


def enclosed(
    expression: Expression, when: Date, story: Date | None, text: str, language: Language
) -> int | None:
    """Where that ends in which a date with its year is enclosed, so that the story does not come to it; None if it is not."""
    end = expression.span.end
    if passing.in_brackets(expression, text):
        return _closing(text, end, ")")
    if passing.quoted(text, expression):
        return _closing(text, end, '"”“')
    if is_inserted(expression, text, language):
        return end
    return _of_relative(expression, when, story, text, language)


def _closing(text: str, end: int, marks: str) -> int:
    """The first of some marks after a place in its paragraph, or the end of that."""
    stop = text.find("\n", end, end + _FAR)
    stop = stop if stop >= 0 else min(len(text), end + _FAR)
    return min((at for mark in marks if (at := text.find(mark, end, stop)) >= 0), default=stop)


_FAR = 2000  # characters of what is enclosed after a date


def _of_relative(
    expression: Expression, when: Date, story: Date | None, text: str, language: Language
) -> int | None:
    """The same of a clause that says of a noun what was before the story, or would be after it.

    One that says what came next goes on with the story: "he sailed for Lorne, where he died in 1934".
    """
    start, end = expression.span.start, expression.span.end
    pattern = _relatives(language)
    # most dates have no such word before them: one search for few words spares the look for the sentence
    if pattern is None or pattern.search(text, max(0, start - _REACH), start) is None:
        return None
    first = sentence_start(text, start)
    before = text[first:start].lower()
    found = None
    for found in pattern.finditer(before):  # noqa: B007  the last is wanted
        pass
    if found is None or _ENDS.search(before, found.end()):
        return None
    later = story is None or when.start >= story.start
    if (
        later
        and language.any_of("pluperfect").isdisjoint(before[found.end() :].split())
        and not was_to_come(text, start, language)
    ):
        return None
    stop = sentence_end(text, end)
    if says_past(before[: found.start()], language):
        return stop  # the main verb has been: "the charter was signed by Holt, who had come in 1861"
    comma = text.find(",", end, stop)
    return comma if comma >= 0 else stop


_REACH = 140  # characters before a date, which `sentence_start` looks through
_ENDS = re.compile(r"[,;:()—–]")


@lru_cache(maxsize=64)
def _relatives(language: Language) -> re.Pattern[str] | None:
    """The words that open a clause about the noun before them; of some only after a comma is that sure."""
    always, after_comma = language.cues.get("relatives", ()), language.cues.get("relatives_after_comma", ())
    each = [rf"(?<=[\w,)] )(?:{spelled(always)})\b"] if always else []
    each += [rf"(?<=, )(?:{spelled(after_comma)})\b"] if after_comma else []
    return re.compile("|".join(each)) if each else None
