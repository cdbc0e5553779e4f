"""Words: a sentence as tokens, each with what kind of word it is.

No lexicon of all English stands behind this: closed classes and common verbs are listed, regular endings
and the neighbours tell the rest, and what is left is taken for part of a noun phrase.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from timeline.languages.events import EventWords
from timeline.model.document import Span


class Tag(Enum):
    """Kinds of words, as far as titles need them."""

    TIME = "time"  # a whole temporal expression, as one token
    NAME = "name"
    NOUN = "noun"  # or adjective: whatever else can stand in a noun phrase
    NUMBER = "number"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    TO = "to"
    THAT = "that"
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    COORDINATOR = "coordinator"
    ADVERB = "adverb"
    NOT = "not"
    MODAL = "modal"
    BE = "be"
    HAVE = "have"
    DO = "do"
    PAST = "past"  # "took": certainly finite
    PAST_OR_PARTICIPLE = "-ed"  # "signed", "held"
    PARTICIPLE = "participle"  # "taken"
    PRESENT = "present"  # "signs"
    BASE = "base"  # "sign", where it can be a verb
    ING = "-ing"
    COMMA = ","
    STOP = ";"  # ; : and dashes that stand alone
    OPEN = "("
    CLOSE = ")"
    QUOTE = '"'
    END = "."


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a temporal expression: where it stands, and what it is.

    `time` is the index of the expression among the sentence's, -1 for other tokens.
    """

    start: int
    end: int
    text: str
    low: str
    tag: Tag
    time: int = -1

    @property
    def owns(self) -> bool:
        """Whether it ends in a possessive."""
        return self.low.endswith(("'s", "s'"))


NOMINAL = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN})
_TOKEN = re.compile(
    r"""(?P<word> [^\W_]\.(?:[^\W_]\.)+(?:-[^\W_]+|['’]s)*     # U.S., U.S.-led
          | (?:Mr|Mrs|Ms|Dr|St|Lt|Gen|Col|Capt|Maj|Sgt|Prof|Rev|Sen|Gov|Jr|Sr|Inc|Co|Corp|Ltd|No|vs|Bros)\.(?:['’]s)?
          | [^\W_]\.(?=\s+[^\W\d_])                            # an initial
          | [$€£¥]?\d[\d,.]*\d\w*%? | [$€£¥]?\d\w*%?
          | [^\W_]+(?:[-'’.&/+][^\W_]+)*(?:(?<=s)['’])?-? )
      | (?P<stop> ; | : | [–—] | --+ | (?<=\s)-(?=\s) | … | \.\.\. )
      | (?P<comma> , ) | (?P<open> [(\[] ) | (?P<close> [)\]] )
      | (?P<quote> ["“”„«»] | (?<!\w)['‘] | [’'](?!\w) )
      | (?P<end> [.!?] )""",
    re.VERBOSE,
)
_OWNER = re.compile(r"['’]s?\b|(?<=s)['’](?=\s)")
_SMALL = re.compile(r"\b[a-zà-öø-ÿ]{3,}\b")
_MARKS = {
    "stop": Tag.STOP, "comma": Tag.COMMA, "open": Tag.OPEN, "close": Tag.CLOSE, "quote": Tag.QUOTE, "end": Tag.END,
}  # fmt: skip


def common_words(text: str) -> frozenset[str]:
    """The words a text writes with a small letter: such a word is no name for opening a sentence."""
    return frozenset(_SMALL.findall(text))


def tokens(
    text: str, span: Span, times: Sequence[Span], words: EventWords, common: frozenset[str] = frozenset()
) -> tuple[Token, ...]:
    """The tokens of `text[span.start:span.end]`; each of `times` (inside it, in order) becomes one token.

    `common` are words known to be written small elsewhere.
    """
    found: list[Token] = []
    at = span.start
    for index, time in enumerate(times):
        found += _plain(text, at, time.start, words)
        owner = _OWNER.match(text, time.end, span.end)  # "last year's imports" is one token and "imports"
        at = owner.end() if owner else time.end
        found.append(
            Token(
                time.start,
                at,
                text[time.start : at],
                text[time.start : at].lower().replace("’", "'"),
                Tag.TIME,
                index,
            )
        )
    found += _plain(text, at, span.end, words)
    return _in_context(found, words, common)


def _plain(text: str, start: int, end: int, words: EventWords) -> list[Token]:
    return [
        Token(match.start(), match.end(), match[0], low, _tag(match, low, words))
        for match in _TOKEN.finditer(text, start, end)
        for low in [match[0].lower().replace("’", "'")]
    ]


def _tag(match: re.Match[str], low: str, words: EventWords) -> Tag:
    if match.lastgroup != "word":
        return _MARKS[match.lastgroup or "end"]
    text = match[0]
    closed = closed_class(low, words)
    if closed:
        # "May", "US", "Will": a capital inside a sentence is a name
        return Tag.NAME if len(text) > 1 and text.isupper() and low not in words.determiners else closed
    if text[0].isdigit() or text[0] in "$€£¥" or low in words.numbers:
        return Tag.NUMBER
    if text[0].isupper() or (len(text) > 1 and text[1].isupper()):
        return Tag.NAME
    return open_class(low, words)


def closed_class(low: str, words: EventWords) -> Tag | None:
    """The tag of a word of a closed class, or None."""
    for members, tag in (
        (words.possessives - {"whose"}, Tag.POSSESSIVE),
        (words.negations, Tag.NOT),
        (words.modals, Tag.MODAL),
        (words.be, Tag.BE),
        (words.have, Tag.HAVE),
        (words.do, Tag.DO),
        (words.relatives, Tag.RELATIVE),
        (words.coordinators, Tag.COORDINATOR),
        (words.pronouns, Tag.PRONOUN),
    ):
        if low in members:
            return tag
    if low == "to":
        return Tag.TO
    if low == "that":
        return Tag.THAT
    if low in words.subordinators and low not in words.either_way:
        return Tag.SUBORDINATOR
    if low in words.prepositions or low in words.either_way:
        return Tag.PREPOSITION
    return Tag.DETERMINER if low in words.determiners else None


def open_class(low: str, words: EventWords) -> Tag:
    """The tag a lower-case word of an open class has by itself; neighbours may change it."""
    if low in words.adverbs or (low.endswith("ly") and len(low) > 4 and low not in words.not_adverbs):
        return Tag.ADVERB
    if low in words.past:
        return Tag.PAST
    if low in words.past_or_participle:
        return Tag.PAST_OR_PARTICIPLE
    if low in words.participle:
        return Tag.PARTICIPLE
    if low.endswith("ed") and len(low) > 3 and low not in words.not_participles and "-" not in low:
        return Tag.PAST_OR_PARTICIPLE
    if low.endswith("ing") and len(low) > 5:
        return Tag.ING
    if low in words.third:
        return Tag.PRESENT
    return Tag.BASE if low in words.base else Tag.NOUN


_AFTER_VERB = frozenset(
    {
        Tag.DETERMINER,
        Tag.POSSESSIVE,
        Tag.THAT,
        Tag.TO,
        Tag.PRONOUN,
        Tag.NAME,
        Tag.NUMBER,
        Tag.TIME,
        Tag.PREPOSITION,
    }
)
_OBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ING})
_BEFORE_BASE = frozenset({Tag.TO, Tag.MODAL, Tag.DO, Tag.NOT})


def _in_context(found: Sequence[Token], words: EventWords, common: frozenset[str]) -> tuple[Token, ...]:
    done: list[Token] = []
    for index, token in enumerate(found):
        before = done[-1] if done else None
        after = found[index + 1] if index + 1 < len(found) else None
        done.append(_retagged(token, before, after, done, words, common))
    return tuple(done)


def _retagged(
    token: Token,
    before: Token | None,
    after: Token | None,
    done: Sequence[Token],
    words: EventWords,
    common: frozenset[str],
) -> Token:
    tag = token.tag
    first = before is None or before.tag in {Tag.QUOTE, Tag.STOP, Tag.END}
    next_tag = after.tag if after else None
    if first and tag is Tag.NAME and token.text[1:].islower():
        # the capital of a sentence's first word says nothing, unless it is no common word
        own = open_class(token.low, words)
        if own in {Tag.ADVERB, Tag.ING, Tag.PAST_OR_PARTICIPLE} and next_tag is not Tag.NAME:
            tag = own
        elif next_tag is Tag.NOUN and token.low in common:
            tag = Tag.NOUN
    if token.low in words.before_to and after is not None and after.low in {"to", "with"}:
        tag = Tag.PREPOSITION
    elif (
        tag is Tag.NOUN
        and token.low.endswith("s")
        and next_tag is Tag.THAT
        and before
        and before.tag in NOMINAL
    ):
        tag = Tag.PRESENT  # "research indicates that"
    elif (
        (tag is Tag.PRESENT and not _present(token, before, after, done, words))
        or (tag is Tag.BASE and not _base(token, before, after, done, words))
        or (tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.PAST} and _adjective(before, after, words))
    ):
        tag = Tag.NOUN
    elif tag is Tag.ING and before and before.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME}:
        if before.tag in {Tag.DETERMINER, Tag.POSSESSIVE} or before.owns or token.low in words.happenings:
            tag = Tag.NOUN
    elif (
        tag is Tag.NOUN
        and before
        and before.tag is Tag.TO
        and next_tag in _OBJECT
        and not token.low.endswith("s")
    ):
        tag = Tag.BASE  # "to bolster the": what follows is its object
    elif tag is Tag.ING and before and before.tag is Tag.QUOTE and next_tag is Tag.NOUN:
        tag = Tag.NOUN  # so-called "peacekeeping troops"
    elif (
        tag is Tag.THAT
        and next_tag in {Tag.NOUN, Tag.STOP, Tag.COMMA, Tag.END, None}
        and not _complement(before)
    ):
        tag = Tag.DETERMINER
    if tag is token.tag:
        return token
    return Token(token.start, token.end, token.text, token.low, tag)


def _complement(before: Token | None) -> bool:
    return before is not None and before.tag not in {Tag.PREPOSITION, Tag.COMMA, Tag.COORDINATOR, Tag.TO}


_VERBAL = frozenset({Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PRESENT, Tag.DO})
_BREAKS = frozenset(
    {Tag.COMMA, Tag.STOP, Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.QUOTE}
)


def _verb_since_break(done: Sequence[Token]) -> bool:
    for token in reversed(done):
        if token.tag in _BREAKS:
            return False
        if token.tag in _VERBAL:
            return True
    return False


def _present(
    token: Token, before: Token | None, after: Token | None, done: Sequence[Token], words: EventWords
) -> bool:
    if before is None:
        return False
    if before.tag in {Tag.PRONOUN, Tag.RELATIVE, Tag.THAT}:
        return True
    if before.tag not in {
        Tag.NAME,
        Tag.NOUN,
        Tag.TIME,
        Tag.CLOSE,
        Tag.ADVERB,
        Tag.COMMA,
        Tag.COORDINATOR,
        Tag.QUOTE,
    }:
        return False
    if before.owns:
        return False
    if _verb_since_break(done) and (after is None or after.tag is not Tag.THAT):
        return False
    if token.low in words.noun_or_verb:
        return (
            after is not None
            and after.tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.THAT, Tag.PRONOUN}
            and (before.tag is not Tag.NOUN or not before.low.endswith("s"))
        )
    if before.tag is Tag.NOUN and (
        before.low.endswith("s") or after is None or after.tag in {Tag.PREPOSITION, Tag.TIME}
    ):
        return False
    return after is None or after.tag in _AFTER_VERB | {Tag.NOUN, Tag.ADVERB, Tag.QUOTE, Tag.ING, Tag.COMMA}


def _base(
    token: Token, before: Token | None, after: Token | None, done: Sequence[Token], words: EventWords
) -> bool:
    previous = next((t for t in reversed(done) if t.tag is not Tag.ADVERB), None)
    if previous is None:
        return False
    if previous.tag in _BEFORE_BASE:
        return True
    if before and before.tag is Tag.COORDINATOR:  # "to meet and sign"
        return (
            any(t.tag in {Tag.TO, Tag.MODAL} for t in done[-8:])
            and after is not None
            and after.tag in _AFTER_VERB
        )
    if previous.tag is Tag.PRONOUN and previous.low in words.subject_pronouns:
        return True
    if previous.tag is Tag.RELATIVE:
        return after is not None and after.tag in _AFTER_VERB
    if after is None or after.tag not in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.THAT, Tag.TO}:
        return False
    if previous.tag in {Tag.NAME, Tag.NOUN} and _wished(done):
        return True  # "demanded that the town pay the …"
    # "officers want the": a plural before, a complement after
    return previous.tag is Tag.NOUN and previous.low.endswith("s") and not previous.owns


def _wished(done: Sequence[Token]) -> bool:
    """Whether the words since the last "that" still lack their verb."""
    for token in reversed(done[-10:]):
        if token.tag is Tag.THAT:
            return True
        if token.tag in {Tag.PAST, Tag.PRESENT, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.COMMA}:
            return False
    return False


_ADJECTIVAL_BEFORE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER})


def _adjective(before: Token | None, after: Token | None, words: EventWords) -> bool:
    """Whether an -ed form stands before its noun, or is one: "the captured ships", "of armed men", "a set"."""
    if before is not None and before.low in {"a", "an", "the", *words.possessives}:
        return True
    if (
        before is None
        or after is None
        or after.tag not in {Tag.NOUN, Tag.NAME, Tag.BASE, Tag.PRESENT, Tag.ING}
    ):
        return False
    if before.owns and before.tag in NOMINAL:
        return True
    if before.low in words.either_way and before.tag is Tag.PREPOSITION:
        return False
    return before.tag in _ADJECTIVAL_BEFORE and before.low not in {"that", "all", "both", "some", "those"}
