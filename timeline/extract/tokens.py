"""Tokens: a sentence cut into words and marks, each temporal expression one token."""

import re
from collections.abc import Sequence

from timeline.extract.context import in_context
from timeline.extract.numbered import numbered
from timeline.extract.quantities import quantified
from timeline.extract.words import Tag, Token, closed_class, open_class
from timeline.languages.events import EventWords
from timeline.model.document import Span

_TOKEN = re.compile(
    r"""(?P<word> [^\W_]\.(?:[^\W_]\.)+(?:-[^\W_]+|['’]s)*     # U.S., U.S.-led
          | (?:Mr|Mrs|Ms|Dr|St|Lt|Gen|Col|Capt|Maj|Sgt|Prof|Rev|Sen|Gov|Jr|Sr|Inc|Co|Corp|Ltd|No|vs|Bros)\.(?:['’]s)?
          | (?i:who|there|it|s?he|they)(?=['’](?:s|ll|ve|re)\b)    # "there'll" is two words
          | (?<=[^\W\d_])['’](?:s|ll|ve|re)\b
          | [^\W_]\.(?=\s+[^\W\d_])                            # an initial
          | \d{1,3}[–-]\d{1,3}(?![\w–-])                          # "2–1"
          | \d{1,2}:[0-5]\d:[0-5]\d(?:\.\d+)?(?![\w:])             # "1:41:12", how long a race took
          | [$€£¥]?\d[\d,.]*\d\w*(?:[ \u00a0\u202f]?%)?(?:[-/][^\W_]+)*  # "60 %"
          | [$€£¥]?\d\w*(?:[ \u00a0\u202f]?%)?(?:[-/][^\W_]+)*
          | [^\W_]+(?:[-'’.&/+][^\W_]+)*(?:(?<=s)['’])?-?
          | (?<=\s)&(?=\s) )                                    # Smith & Sons
      | (?P<stop> ; | : | [–—] | --+ | (?<=\s)-(?=\s) | … | \.\.\. )
      | (?P<comma> , ) | (?P<open> [(\[] ) | (?P<close> [)\]] )
      | (?P<quote> ["“”„«»] | (?<!\w)['‘] | [’'](?!\w) )
      | (?P<end> [.!?] )""",
    re.VERBOSE,
)


# "at about 03.40": an hour that stands beside its day
_CLOCK = re.compile(r"[0-2]?\d[.:][0-5]\d")
_LOGGED = re.compile(r"[0-2]\d[.:][0-5]\d(?= [A-ZÀ-Þ])")
_AT = re.compile(r"\b(?:at|at about|at around|until about|from about) $")

_SHORT = {"'ll": Tag.MODAL, "'ve": Tag.HAVE, "'re": Tag.BE}
_BEEN = re.compile(r"\s+(?:\w+ly\s+)?been\b")
_OWNER = re.compile(r"['’]s?\b|(?<=s)['’](?=\s)")


# A season or feast with an article, and a name right behind.
_FEAST = re.compile(r"\bthe (?:Winter|Spring|Summer|Autumn|Fall|Easter|Christmas)\Z")
_CAPITAL = re.compile(r" [A-ZÀ-Þ]")


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
        if _FEAST.search(text, time.start, time.end) and _CAPITAL.match(text, time.end):
            continue  # "the Winter War", "the Easter Rising": a name
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
    return quantified(in_context(numbered(found), words, common), words)


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
    if low == "'s":
        return Tag.HAVE if _BEEN.match(match.string, match.end()) else Tag.BE
    if low in _SHORT:
        return _SHORT[low]
    closed = closed_class(low, words)
    if closed:
        # "May", "US", "Will": a capital inside a sentence is a name
        return Tag.NAME if len(text) > 1 and text.isupper() and low not in words.determiners else closed
    if _LOGGED.match(match.string, match.start()) and match.string[match.start() - 1 : match.start()] in {
        "",
        "\n",
    }:
        return Tag.TIME  # an hour that opens a line of a log
    if text[0].isdigit() or text[0] in "$€£¥" or low in words.numbers:
        return (
            Tag.TIME if _CLOCK.fullmatch(text) and _AT.search(match.string, 0, match.start()) else Tag.NUMBER
        )
    if text == "&" or text[0].isupper() or (len(text) > 1 and text[1].isupper()):
        return Tag.NAME
    return open_class(low, words)
