"""What is spoken of time: expressions with their words, the two ends of a range as one."""

from collections.abc import Sequence

from timeline.model.document import Span
from timeline.model.expression import Dated, Undated


def spoken(timexes: Sequence[Dated | Undated]) -> list[tuple[Span, Dated | Undated]]:
    """Each expression with its words; the two ends of a range once, with the words of both."""
    found: list[tuple[Span, Dated | Undated]] = []
    for timex in timexes:
        before = found[-1][1] if found else None
        if (
            isinstance(before, Dated)
            and isinstance(timex, Dated)
            and before.range
            and before.range == timex.range
        ):
            found[-1] = (Span(found[-1][0].start, timex.span.end), before)
        else:
            found.append((timex.span, timex))
    return found
