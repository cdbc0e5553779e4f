"""Counts: how many somebody says that a happening had of dead, or of injured."""

from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """`what` is "dead" or "injured"; `who` is the word for those counted, and `of` its stem; empty where it may be anybody."""

    what: str
    of: str
    number: int
    who: str = ""
