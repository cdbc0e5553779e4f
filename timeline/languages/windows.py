"""Windows: the stretches of known words around a trigger, the only ones of a text to be parsed."""

import re
from collections.abc import Iterator

from timeline.languages.lexicon import UNKNOWN
from timeline.records import dataclass

_LEFT, _RIGHT = 16, 400  # how many classes a window may hold before and after its first trigger


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """`telling` finds where the next trigger begins; `stretch` is a window, from its start on."""

    telling: re.Pattern[str]
    stretch: re.Pattern[str]

    def within(self, classes: str) -> Iterator[tuple[int, str]]:
        """The windows of a text, given as the classes of its tokens: the number of the first token, and the classes."""
        end = 0
        while found := self.telling.search(classes, end):
            trigger = found.start()
            earliest = max(end, trigger - _LEFT)
            start = max(earliest, classes.rfind(UNKNOWN, earliest, trigger) + 1)
            window = self.stretch.match(classes, start)
            assert window is not None  # noqa: S101  from its start to the trigger all is known
            yield start, window[0]
            end = window.end()


def windows(telling: str, starts: frozenset[str] | None) -> Windows:
    """Windows around what a regular expression over classes finds; `starts` are the classes it can begin with, if known."""
    known = f"[^{UNKNOWN}]"
    # `re` looks for a set at the head of a pattern many times faster than for alternatives
    ahead = f"[{re.escape(''.join(sorted(starts)))}](?<=(?={telling}).)" if starts else telling
    return Windows(
        re.compile(ahead, re.DOTALL),
        re.compile(f"{known}{{0,{_LEFT}}}(?:{telling}){known}{{0,{_RIGHT}}}"),
    )
