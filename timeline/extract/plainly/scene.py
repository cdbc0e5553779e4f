"""A scene: a sentence read plainly, with what is known around it."""

from collections.abc import Callable, Sequence

from timeline.extract.plainly.genders import Sought
from timeline.extract.plainly.roles import Clause
from timeline.extract.plainly.verbs import bare_participle, finite_at
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords
from timeline.model.expression import Dated
from timeline.records import dataclass
from timeline.times.when import When


@dataclass(frozen=True, slots=True)
class PlainScene:
    """A sentence in its document.

    `dates` are by the index that tokens carry in `time`, None for an expression without a calendar date; `topic`
    is whom or what the sentences before are about, "" where that is not sure.
    """

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    dates: Sequence[Dated | None]
    written: When | None
    words: TellingWords
    topic: Callable[[Sought], str]

    def dated(self, at: int) -> Dated | None:
        """The date at a token, if it is one."""
        time = self.tokens[at].time
        return self.dates[time] if time >= 0 else None

    def time_phrase(self, at: int, first: int = 0) -> tuple[int, int]:
        """The tokens, from start up to end, that only say when: the date at `at` with "im Jahr" before it.

        None before `first`.
        """
        tokens, words = self.tokens, self.words
        if verb := self.describes(at):
            return at, verb + 1
        start, end = at, at + 1
        while start > first and tokens[start - 1].low in words.before_date and at - start < 5:
            low = tokens[start - 1].low
            if low in words.determiners and low not in words.attributive and self._governed(start):
                break  # "bestritt das am Mittwoch"
            relative = low in words.relatives and start > 1 and tokens[start - 2].tag is Tag.COMMA
            if relative and not tokens[at].text[:1].isdigit():
                break  # "den Turm, der heute ihren Namen trägt"
            start -= 1
        lead = start == 1 or (start > 1 and tokens[start - 1].tag is Tag.NOUN)  # "Für Samstag"
        governs = start > first and lead and self._governed(start - 1)
        if governs and tokens[start - 1].low not in words.determiners:
            start -= 1
        while self.leads_on(start - 1) and start - 1 > first:
            start -= 2  # "à partir du 1er mars"
        while end < len(tokens) and tokens[end].low.rstrip(".") in words.after_date:
            end += 1
        around = end + 1 < len(tokens) and f"{tokens[start].low}_{tokens[end].low}" in words.around_date
        if around and finite_at(tokens, end + 1, words):
            end += 1  # "von 1970 an ging …"
        return start, end

    def describes(self, at: int) -> int:
        """Where the participle before a noun is that the date goes with, 0 if there is none: "die 1962 gegründete Firma"."""
        tokens, words = self.tokens, self.words
        before = tokens[at - 1].low if at else ""
        if not words.verb_second or before not in words.determiners:
            return 0
        for verb in range(at + 1, min(at + 7, len(tokens) - 1)):
            if tokens[verb].tag not in {Tag.NOUN, Tag.NAME, Tag.NUMBER}:
                return 0
            if tokens[verb].tag is Tag.NOUN and bare_participle(tokens[verb].low, words):
                after = [t for t in tokens[verb + 1 : verb + 3] if t.low not in words.determiners]
                noun = next((t for t in after if t.tag is not Tag.NOUN), tokens[at])
                return verb if len(after) > 1 and noun.tag is Tag.NAME else 0
        return 0

    def leads_on(self, at: int) -> bool:
        """Whether an infinitive with its preposition only leads on to a date: the "partir" of "à partir du 1er mars"."""
        words, tokens = self.words, self.tokens
        if at < 1 or at + 1 >= len(tokens) or tokens[at].low not in words.infinitives:
            return False
        before = tokens[at - 1].low
        governed = (
            before in words.before_date and before in words.prepositions and before not in words.determiners
        )
        tied = tokens[at + 1].low in words.attributive or self.is_time(at + 1)
        return governed and tied and tokens[at].tag is Tag.NOUN

    def _governed(self, at: int) -> bool:
        """Whether a preposition stands at a token, so that an article before it belongs to something else."""
        low = self.tokens[at].low
        return low in self.words.prepositions and low not in self.words.attributive

    def owner(self, at: int) -> int | None:
        """The clause a token belongs to; the innermost where clauses share it."""
        return next((i for i in range(len(self.clauses) - 1, -1, -1) if at in self.clauses[i].tokens), None)

    def is_time(self, at: int) -> bool:
        """Whether a token is a temporal expression."""
        return self.tokens[at].tag is Tag.TIME
