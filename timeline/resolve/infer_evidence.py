"""What a document's words can testify to about the day it was written: its dates, each in its sentence, with its tense."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import field
from functools import lru_cache

from timeline.languages import Language, events
from timeline.model.document import Document, Role, Span
from timeline.model.expression import Expression
from timeline.records import dataclass
from timeline.resolve.context import Tense
from timeline.resolve.evaluate import in_year
from timeline.resolve.tense import foretells, was_to_come
from timeline.times.reading import Clock, Numeric, Part, Reading, Stated, inmost
from timeline.times.when import Date

TenseOf = Callable[[Expression], Tense]

_SENTENCE_END = re.compile(
    # not "J. Smith", nor "Dr. Smith"; a set at the head is what `re` looks for fastest
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)[\"”’')\]]*\s+(?=[^a-z\d]))"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"(?<![\w-])[$€£¥]?\d[\d.,]*(?:\s+([^\W\d_]+))?(?:\s+([^\W\d_]+))?")
_NEAR = 45  # characters on either side of a date in which its verb and object stand, as a rule
_FRONT = 2  # words, a preposition and a quotation mark, that may stand before a date that opens its sentence
_FIGURES_NEAR = 600  # characters around a date in which a sentence's figures are looked for


@dataclass(frozen=True, slots=True)
class Telling:
    """An expression where it stands. `date` is the whole date its own words say, if they say one."""

    expression: Expression
    reading: Reading  # without a time of day, or "early", around it
    date: Date | None
    tense: Tense
    sentence: Span
    sentence_number: int
    paragraph: int

    @property
    def said(self) -> str:
        """Its words, in quotation marks."""
        return f'"{" ".join(self.expression.text.split())}"'


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A document's tellings in order; words are looked up by sentence and kept."""

    text: str
    tellings: tuple[Telling, ...]
    language: Language
    _words: dict[Span, frozenset[str]] = field(default_factory=dict)

    def cue(self, kind: str) -> tuple[str, ...]:
        """The words of a cue of the language."""
        return self.language.cues.get(kind, ())

    @property
    def tells_tense(self) -> bool:
        """Whether enough of the language is known to trust what its verbs say: its past, and words that look ahead."""
        return bool(self.cue("past") and self.cue("deadlines"))

    def before(self, telling: Telling, reach: int = 24) -> str:
        """The words of its sentence right before a telling's date, in lower case."""
        start = telling.expression.span.start
        return self.text[max(telling.sentence.start, start - reach) : start].casefold()

    def last_word_before(self, telling: Telling) -> str:
        """The word right before a telling's date."""
        words = _LETTERS.findall(self.before(telling))
        return words[-1] if words else ""

    def words(self, telling: Telling) -> frozenset[str]:
        """The words of its sentence that tell something, its date left out."""
        if telling.sentence not in self._words:
            text = self.text[telling.sentence.start : telling.sentence.end]
            self._words[telling.sentence] = _telling_words(text, self.language)
        return self._words[telling.sentence] - _telling_words(telling.expression.text, self.language)

    def near(self, telling: Telling) -> frozenset[str]:
        """The words that tell something close by its date: the verb, mostly, and its object."""
        span, sentence = telling.expression.span, telling.sentence
        around = (
            self.text[max(sentence.start, span.start - _NEAR) : span.start]
            + " "
            + self.text[span.end : min(sentence.end, span.end + _NEAR)]
        )
        return _telling_words(around, self.language) & self.words(telling)

    def measures(self, telling: Telling) -> frozenset[str]:
        """What the figures of its sentence count: euros, percent, people."""
        span, sentence = telling.expression.span, telling.sentence
        # a window, not the sentence: a text without full stops is one sentence for each of its dates
        left = self.text[max(sentence.start, span.start - _FIGURES_NEAR) : span.start]
        rest = left + " ; " + self.text[span.end : min(sentence.end, span.end + _FIGURES_NEAR)]
        found = (word.casefold() for match in _FIGURE.finditer(rest) for word in match.groups() if word)
        return frozenset(found) - _stop(self.language)

    def entries(self) -> dict[int, Date]:
        """The dates that open their line, by the line: those of a chronicle's entries."""
        opening: dict[int, Date] = {}
        seen = set()
        for telling in self.tellings:
            if telling.paragraph in seen:
                continue
            seen.add(telling.paragraph)
            start = telling.expression.span.start
            line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
            if telling.date is not None and not any(map(str.isalnum, line)):
                opening[telling.paragraph] = telling.date
        return opening

    def foretells(self, telling: Telling) -> bool:
        """Whether anything near a telling's date, in its sentence, speaks of what will be."""
        span, sentence = telling.expression.span, telling.sentence
        text = self.text[
            max(sentence.start, span.start - 2 * _NEAR) : min(sentence.end, span.end + 2 * _NEAR)
        ]
        return foretells(text, self.language)

    def foretold(self, telling: Telling) -> bool:
        """Whether the last verb before a telling's date looks ahead from a day of the past ("would be held")."""
        return was_to_come(self.text, telling.expression.span.start, self.language)

    def looks_ahead(self, telling: Telling) -> bool:
        """Whether the last verb before a telling's date looks ahead from the day of writing ("will", "is to")."""
        span, sentence = telling.expression.span, telling.sentence
        left = self.text[max(sentence.start, span.start - 3 * _NEAR) : span.start]
        last = None
        for match in _outlook(self.language).finditer(left.lower()):
            last = match
        if last is None and len(self.text[sentence.start : span.start].split()) <= _FRONT:
            after = self.text[span.end : min(sentence.end, span.end + 2 * _NEAR)].lower()
            first = _outlook(self.language).search(after)
            # "On 12 October 2024 it will open": the date opens its sentence
            return (
                first is not None
                and first.lastgroup == "outlook"
                and first[0].split()[0] in self.cue("announced")
            )
        return last is not None and last.lastgroup == "outlook"

    def is_possible(self, telling: Telling) -> bool:
        """Whether something is only possible then, or would be: "could fly in 2030"."""
        words = _LETTERS.findall(self.before(telling, 2 * _NEAR))
        return not set(self.cue("possible")).isdisjoint(words)


def evidence(
    document: Document, expressions: Sequence[Expression], language: Language, tense: TenseOf
) -> Evidence:
    """The evidence of a document; what stands in furniture, captions and the like tells of other things."""
    text = document.text
    breaks = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    lines = [match.start() for match in re.finditer(r"\n", text)]
    left_out = [p.span for p in document.passages if p.role in (Role.BOILERPLATE, Role.CAPTION, Role.BYLINE)]
    starts = [span.start for span in left_out]
    tellings = []
    for expression in expressions:
        at = expression.span.start
        out = bisect_right(starts, at) - 1
        if out >= 0 and left_out[out].overlaps(expression.span):
            continue
        number = bisect_right(breaks, at) - 1
        end = next((b for b in breaks[number + 1 : number + 3] if b >= expression.span.end), len(text))
        reading = bare(expression.reading)
        tellings.append(
            Telling(
                expression,
                reading,
                stated_date(reading, language),
                tense(expression),
                Span(breaks[number], end),
                number,
                bisect_right(lines, at),
            )
        )
    return Evidence(text, tuple(tellings), language)


def bare(reading: Reading) -> Reading:
    """A reading without the time of day, or the part, that is said with it."""
    return inmost(reading, Clock, Part)


def stated_date(reading: Reading, language: Language) -> Date | None:
    """The date of a reading that says its year in full, and leaves no doubt which number is the month."""
    if isinstance(reading, Stated):
        sayable = reading.year is not None and not reading.short
        return in_year(reading, reading.year) if sayable and reading.year is not None else None
    if isinstance(reading, Numeric) and reading.year is not None and not reading.short:
        first, second = reading.first, reading.second
        if first != second and first <= 12 and second <= 12:
            return None
        day, month = (first, second) if first > 12 or language.day_first else (second, first)
        return in_year(Stated(year=reading.year, month=month, day=day), reading.year)
    return None


def _telling_words(text: str, language: Language) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - _stop(language)


@lru_cache(maxsize=64)
def _outlook(language: Language) -> re.Pattern[str]:
    """Verbs that look ahead in the present, and those of the past, which tell a story; for text in lower case."""

    def either(kind: str) -> str:
        return "|".join(word.replace("_", r"\s+") for word in language.cues.get(kind, ())) or "(?!)"

    outlook = f"(?<![a-z])(?:{either('outlook')})" if language.cues.get("outlook") else "(?!)"
    return re.compile(rf"(?P<outlook>{outlook})\b|\b(?P<past>{either('past')})\b")


@lru_cache(maxsize=64)
def _stop(language: Language) -> frozenset[str]:
    """Words that tell nothing by themselves, numerals, and the names of months, days and units."""
    lexicon = {
        word
        for category in ("monthname", "weekday", "unit", "units", "spelled", "deictic", "narrated", "season")
        for word in language.lexicon.values.get(category, {})
    }
    known = events.words(language.code.partition("-")[0])
    if known is None:
        return frozenset(lexicon)
    return (
        frozenset(lexicon)
        | known.determiners
        | known.pronouns
        | known.possessives
        | known.relatives
        | known.prepositions
        | known.time_prepositions
        | known.coordinators
        | known.subordinators
        | known.modals
        | known.be
        | known.have
        | known.do
        | known.adverbs
        | known.numbers
    )
