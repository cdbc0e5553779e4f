"""Review: what was read and nobody has judged yet, in the order in which it is most in need of a look."""

from timeline.review.difference import Difference, difference
from timeline.review.doubts import doubts, unjudged
from timeline.review.neighbours import neighbour
from timeline.review.table import edits, table

__all__ = ["Difference", "difference", "doubts", "edits", "neighbour", "table", "unjudged"]
