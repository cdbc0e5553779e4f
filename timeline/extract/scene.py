"""A scene: a sentence with all that is known around it, as its telling needs it."""

from collections.abc import Callable, Sequence

from timeline.extract.candidate import Candidate, People
from timeline.extract.clauses import Parsed
from timeline.extract.protagonist import Protagonist
from timeline.extract.words import Tag, Token
from timeline.languages.events import EventWords
from timeline.model.expression import Dated
from timeline.records import dataclass
from timeline.times.when import When


@dataclass(frozen=True, slots=True)
class Bracket:
    """What stands in brackets with a date: the tokens inside, and the index in the sentence of the token behind."""

    at: int
    inside: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence in its document.

    `text` is the document's; `dates` are by the index that tokens carry in `time`, None for an expression
    without a calendar date; `written` is when the document was written; `earlier` gives the phrases that
    pronouns may stand for by sentence, the nearest first; `people` the last names that the document gives to persons;
    `hero` is whom it is about; `brackets` are those with a date, which stand outside the sentence;
    `lead` is the line with a colon above the list that the sentence is an item of; `before` gives the sentence right before
    in its passage.
    """

    text: str
    sentence: Parsed
    dates: Sequence[Dated | None]
    written: When | None
    earlier: Callable[[], Sequence[Sequence[Candidate]]]
    words: EventWords
    people: Callable[[], People]
    hero: Protagonist | None = None
    brackets: tuple[Bracket, ...] = ()
    lead: str = ""
    before: Callable[[], Parsed | None] = lambda: None

    def is_quoted(self, index: int) -> bool:
        """Whether a clause stands within quotation marks."""
        before = self.sentence.tokens[: self.sentence.clauses[index].verb.first]
        return sum(token.tag is Tag.QUOTE for token in before) % 2 == 1

    def dated(self, at: int) -> Dated | None:
        """The date at a token, if it is one."""
        time = self.sentence.tokens[at].time
        return self.dates[time] if time >= 0 else None
