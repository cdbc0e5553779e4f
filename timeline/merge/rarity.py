"""How much each stem says of what it stands in: the rarer among the mentions at hand, the more."""

import math
from collections import Counter
from collections.abc import Collection
from itertools import chain

from timeline.merge.telling import Telling
from timeline.merge.words import words

_UNSEEN = 200  # mentions assumed beyond those at hand, so that a few documents do not make every word rare
_SLIGHT = 0.3  # what a title says beside a name ("General Brann"), or a word in place of one ("the company")


def weights(found: Collection[Telling]) -> dict[str, float]:
    """How much each stem says: the rarer, the more; in parts of 1024, so that sums are the same in any order."""
    counts = Counter(chain.from_iterable(telling.all for telling in found))
    known = [words(code) for code in {telling.spoken.words.code for telling in found}]
    slight = frozenset[str]().union(*(one.slight | one.general for one in known))
    return {
        stem: round(
            1024 * math.log(1 + (len(found) + _UNSEEN) / (count + 1)) * (_SLIGHT if stem in slight else 1.0)
        )
        / 1024
        for stem, count in counts.items()
    }
