"""Place: where a match stands, and the words beside it."""

from collections.abc import Sequence

from timeline.languages import Language
from timeline.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A match among a document's tokens; blanks are tokens too."""

    tokens: Sequence[str]
    start: int
    end: int
    language: Language

    @property
    def text(self) -> str:
        """The matched words."""
        return "".join(self.tokens[self.start : self.end])

    def glued(self, offset: int) -> str:
        """The token directly before (-1) or after (+1), blank or not."""
        at = self.start + offset if offset < 0 else self.end + offset - 1
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def word(self, offset: int) -> str:
        """The nth word before (-1, -2) or after (+1, +2), over blanks but not over a paragraph's end."""
        step = 1 if offset > 0 else -1
        at = self.end if offset > 0 else self.start - 1
        left = abs(offset)
        while 0 <= at < len(self.tokens):
            token = self.tokens[at]
            if token.isspace():
                if token.count("\n") > 1:
                    return ""
            else:
                left -= 1
                if not left:
                    return token
            at += step
        return ""

    def cue(self, kind: str, word: str) -> bool:
        """Whether a word is one of a list of the language."""
        return word.lower() in self.language.any_of(kind)
