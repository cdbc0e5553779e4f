"""A text and its expressions, as they are dated in order: what does not change with the day of writing."""

from collections.abc import Callable, Sequence

from timeline.languages import Language
from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.context import Tense
from timeline.resolve.sections import Sections
from timeline.times.reading import Anchor


@dataclass(frozen=True, slots=True)
class Text:
    """What does not change with the day of writing."""

    text: str
    expressions: Sequence[Expression]
    language: Language
    tense: Callable[[Expression], Tense]
    lean: Anchor
    ordered: bool  # other dates of the text tell whether its days come before its months
    sections: Sections

    @property
    def is_history(self) -> bool:
        """Whether its dates lean on the story."""
        return self.lean is Anchor.NARRATIVE
