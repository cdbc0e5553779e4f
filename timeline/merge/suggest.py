"""Events like the one an entry means but does not find, for the problem that reports it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from timeline.merge.told import Told, root
from timeline.merge.words import folded
from timeline.model.edit import Entry
from timeline.model.event import EventId

_MOST = 3
_CROWD = 500  # events that share a word: beyond, the word suggests none


class Suggestions:
    """Events by the words of their ids, titles and quotations."""

    def __init__(self, groups: Iterable[Sequence[Told]], ids: Mapping[Told, EventId]) -> None:
        self._titles: dict[EventId, str] = {}
        self._by_word: dict[str, list[EventId]] = defaultdict(list)
        for group in groups:
            first = root(group)
            self._titles[ids[first]] = first.mention.title
            texts = [ids[first], *(f"{t.mention.title} {t.mention.citation.quote}" for t in group)]
            for word in sorted(_words(" ".join(texts))):
                self._by_word[word].append(ids[first])

    def near(self, entry: Entry, id_: EventId | None = None) -> tuple[EventId, ...]:
        """The events that share most words with an entry (or with one id it names), best first; of as many, the likest id."""
        said = (
            [id_] if id_ else [entry.id or "", entry.title or "", *(quoted.quote for quoted in entry.quotes)]
        )
        wanted = _words(" ".join(said))
        counts: Counter[EventId] = Counter()
        for word in wanted:
            found = self._by_word.get(word, ())
            counts.update(found if len(found) <= _CROWD else ())
        alike = SequenceMatcher(b=id_ or entry.id or "", autojunk=False)

        def distance(pair: tuple[EventId, int]) -> tuple[int, float, EventId]:
            alike.set_seq1(pair[0])
            return -pair[1], -alike.ratio(), pair[0]

        fitting = [(event, count) for event, count in counts.items() if count * 3 >= len(wanted)]
        return tuple(event for event, _ in sorted(fitting, key=distance))[:_MOST]

    def hint(self, near: Sequence[EventId]) -> str:
        """Events named for a hint; empty if there are none."""
        return "nearest: " + "; ".join(f"{id_} ({self._titles[id_]})" for id_ in near) if near else ""


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", folded(text)) if len(word) > 2}
