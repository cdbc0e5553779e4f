"""Resolve: what an expression says becomes when that is."""

from timeline.resolve.ambiguous import doubts
from timeline.resolve.dates import Resolved, dated

__all__ = ["Resolved", "dated", "doubts"]
