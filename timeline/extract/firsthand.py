"""Firsthand: what somebody tells in the first person stands in a title in quotation marks, in their own words."""

import re

from timeline.extract.scene import Scene
from timeline.extract.speakers import speaker

# "us" and "I", but not "US" and "World War I"
_FIRST = re.compile(r"\b(?:[Ww]e|me|us|mine|[Mm]y|[Oo]urs?|[Yy]ours?|[Yy]ou)\b|(?:^|\b[a-z]+ )I\b")

_QUOTED = re.compile(
    r"[\"“„«][^\"”“»]*[\"”“»]"
)  # what somebody else is quoted with is no first person of the text


def is_firsthand(title: str) -> bool:
    """Whether words are somebody's own: "Ann Lee rang me", "our mill burned"."""
    whole = title[:1] in '"“„«'
    return bool(_FIRST.search(title if whole else _QUOTED.sub("", title)))


def in_marks(scene: Scene, said: str) -> str:
    """Words as those of whoever says them, named where that is known; "" for none."""
    said = said.strip('"“”„«»')
    if not said:
        return ""
    who = speaker(scene)
    return f"{who}: “{said}”" if who else f"“{said}”"
