"""Numbers in which the sources of one happening contradict each other: twelve dead, or fourteen."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline.model.count import Count
from timeline.model.document import DocumentId
from timeline.model.event import Figure, Mention

Counts = Mapping[
    int, tuple[Count, ...]
]  # of mentions, by their identity; those that count nothing may be missing


def figures(mentions: Sequence[Mention], counts: Counts) -> tuple[Figure, ...]:
    """The numbers that documents give for the same and that differ, with who gives them: most documents first.

    A document that gives two itself knows of more than one count, and contradicts nobody.
    """
    said: dict[tuple[str, str], dict[DocumentId, set[int]]] = defaultdict(lambda: defaultdict(set))
    telling: dict[tuple[str, str, int], list[tuple[Mention, Count]]] = defaultdict(list)
    for mention in mentions:
        for one in counts.get(id(mention), ()):
            said[one.what, one.of][mention.citation.document].add(one.number)
            telling[one.what, one.of, one.number].append((mention, one))
    found: list[Figure] = []
    for what, of in sorted(said):
        single = [next(iter(numbers)) for numbers in said[what, of].values() if len(numbers) == 1]
        if len(set(single)) > 1:
            for number in sorted(set(single), key=lambda one: (-single.count(one), one)):
                told = [one for one in telling[what, of, number] if len(said[what, of][_document(one)]) == 1]
                who = min(count.who for number in set(single) for _, count in telling[what, of, number])
                found.append(Figure(what, who, number, tuple(mention for mention, _ in told)))
    return tuple(found)


def _document(told: tuple[Mention, Count]) -> DocumentId:
    return told[0].citation.document
