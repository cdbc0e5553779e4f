"""Words of a sentence in any language: cut at blanks and marks, each date one token.

What a word is, shows in its capital (a name, or a German noun) and in the lists that hold it, no more.
"""

import re
from collections.abc import Sequence

from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords
from timeline.model.document import Span

_TOKEN = re.compile(
    r"""(?P<word> (?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu|presqu|quelqu|un|dell|nell|all|dall|sull)['’](?=\w|\Z)   # l'accord
          | [$€£¥]?\d+(?:[\d.,'’]*\d)?(?:\s?[%‰€$£])?\w*
          | [^\W\d_]\.(?:\s?[^\W\d_]\.)+                           # z. B., S.r.l.
          | [^\W_]+(?:[-'’.&/+][^\W_]+)* )
      | (?P<stop> ; | : | ؛ | ； | ： | [–—] | --+ | (?<=\s)-(?=\s) | … | \.\.\. )
      | (?P<comma> [,،、，] ) | (?P<open> [(\[（] ) | (?P<close> [)\]）] )
      | (?P<quote> ["“”„«»‹›「」『』] | (?<!\w)['‘] | [’'](?!\w) )
      | (?P<end> [.!?。！？؟।¡¿] )""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {
    "stop": Tag.STOP, "comma": Tag.COMMA, "open": Tag.OPEN, "close": Tag.CLOSE, "quote": Tag.QUOTE, "end": Tag.END,
}  # fmt: skip
_LEADING = frozenset("于於")  # "on" before a date, where no blank parts them
_ENDING = re.compile(r"に|の|[-'’][^\W\d_]{1,5}\b")
WORDS = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER})


def tokens(text: str, span: Span, times: Sequence[Span], words: TellingWords) -> tuple[Token, ...]:
    """The tokens of `text[span.start:span.end]`; each of `times` (inside it, in order) becomes one token."""
    found: list[Token] = []
    at = span.start
    for index, time in enumerate(times):
        led = time.start - (at < time.start and text[time.start - 1] in _LEADING)
        found += _plain(text, at, led, span.end, words)
        found.append(Token(time.start, time.end, text[time.start : time.end], "", Tag.TIME, index))
        at = time.end
        if ending := _ENDING.match(text, at, span.end):  # "1907-ben", "1936'da"
            at = ending.end()
        if text[at : at + 1] == "." and text[at + 1 : span.end].strip("\"'”’»)"):
            at += 1  # "2016." is an ordinal; its full stop ends nothing
    found += _plain(text, at, span.end, span.end, words)
    return tuple(found)


def _plain(text: str, start: int, end: int, last: int, words: TellingWords) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "end"
        inside = kind == "end" and match[0] == "." and text[match.end() : last].strip("\"'”’»)] ")
        if inside and found and found[-1].end == match.start() and found[-1].tag in WORDS:
            before = found.pop()  # "Dr.", "17."
            found.append(Token(before.start, match.end(), before.text + ".", before.low + ".", before.tag))
            continue
        said = match[0]
        low = words.plain(said)
        found.append(Token(match.start(), match.end(), said, low, _tag(said, kind)))
    return found


def _tag(said: str, kind: str) -> Tag:
    if kind != "word":
        return _MARKS[kind]
    if any(character.isdigit() for character in said[:2]):
        return Tag.NUMBER
    return Tag.NAME if said[0].isupper() else Tag.NOUN


def is_word(token: Token) -> bool:
    """Whether a token is a word, a name or a number."""
    return token.tag in WORDS
