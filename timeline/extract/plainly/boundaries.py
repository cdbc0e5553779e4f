"""Sentences of any language: sentencex's, joined again where a full stop ends nothing."""

import re
from collections.abc import Iterator, Sequence

import sentencex

from timeline.languages.telling import TellingWords
from timeline.model.document import Document, Passage, Span

_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.\s*\Z")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?)+\s*\Z")
_LAST_WORD = re.compile(r"([^\W\d_][\w.-]*)\.\s*\Z")
_LETTER = re.compile(r"[\"'“‘„«(¿¡\s]*(.)", re.DOTALL)
_YEAR = re.compile(r"\d{3,4}\.\s*\Z")
_END = re.compile(  # and before a year
    r"(?<=[。！？])|(?<=[^\W\d_]{3}[.!?])\s+(?=[12]\d{3}\b)|(?<=\b[12]\d{3}\.)\s+(?=[12]\d{3}\s+[^\W\d_])"
)
# … where a language's abbreviations of two letters are known: "setzte 14 Millionen um. 2026 will"
_END_SHORT = re.compile(_END.pattern.replace("{3}", "{2}", 1))
_CLOSERS = "\"'”’»)] "


def sentences(
    document: Document, passage: Passage, words: TellingWords, whole: Sequence[Span] = ()
) -> Iterator[Span]:
    """The sentences of a passage, trimmed of white space, in order; none ends inside one of the spans in `whole`."""
    text = document.text[passage.span.start : passage.span.end]
    inside = {
        at - passage.span.start
        for span in whole
        for at in range(span.start + 1, _closed(document.text, span))
    }
    start = 0
    for end in _ends(text, words):
        if end < len(text) and (end in inside or end - 1 in inside or _goes_on(text, start, end, words)):
            continue
        body = text[start:end].strip()
        if body:
            at = passage.span.start + start + len(text[start:end]) - len(text[start:end].lstrip())
            yield Span(at, at + len(body))
        start = end


def _closed(text: str, span: Span) -> int:
    """Where a date ends, without the full stop of its sentence: "4 марта 2019 года."."""
    return span.end - 1 if _WHOLE_WORD.search(text, span.start, span.end) else span.end


_WHOLE_WORD = re.compile(r"[^\W\d_]{3}\.\Z")


def _ends(text: str, words: TellingWords) -> Iterator[int]:
    last = 0
    for boundary in sentencex.get_sentence_boundaries(words.code, text):
        end = int(boundary["end_index"])
        while end < len(text) and text[end] in "”’»)]" and text[end - 1 : end].strip():
            end += 1
        cuts: set[int] = set()
        for cut in (_END_SHORT if words.verbs_known else _END).finditer(text, last, end):
            cuts.add(cut.end())
        cuts |= {
            cut.end() for cut in _NUMBERED.finditer(text, last, end) if _opens_one(text, cut.end(), words)
        }
        yield from sorted(cut for cut in cuts if last < cut < end)
        if end > last:
            yield end
        last = end
    if last < len(text):
        yield len(text)


def _opens_one(text: str, at: int, words: TellingWords) -> bool:
    """Whether a word at a place has a capital only because it opens a sentence: "… im Winter 1911/12. | Ihm folgte"."""
    word = _CAPITAL.match(text, at)
    low = words.plain(word[0]) if word else ""
    return any(
        low in group for group in (words.pronouns, words.determiners, words.possessives, words.prepositions)
    )


_NUMBERED = re.compile(r"(?<=\d\d\.)\s+(?=[A-ZÀ-Þ])")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")


def _goes_on(text: str, start: int, end: int, words: TellingWords) -> bool:
    """Whether the full stop before `end` ends no sentence: an abbreviation's, an ordinal's, an initial's."""
    before, after = text[max(start, end - 24) : end], text[end : end + 12]
    if not before.strip(_CLOSERS) or after.lstrip()[:1] in set(",;)"):
        return True
    if "." not in before.rstrip()[-2:]:
        return False
    if _NUMBERED.match(text, end - (text[end - 1] == " ")) and _opens_one(text, end, words):
        return False
    letter = _LETTER.match(after)
    small = bool(letter and letter[1].islower())
    if _ORDINAL.search(before) and (words.ordinal_stops or small or bool(letter and letter[1].isdigit())):
        return True
    if small and (_YEAR.search(before) or _LAST_WORD.search(before)):
        return True  # a sentence begins with a capital where the script has them
    if _YEAR.search(before) and words.year_stops:
        said = re.findall(r"[^\W\d_]+", text[start:end])
        return not any(
            words.plain(word) in words.finite for word in said
        )  # "Dana 7. marta 2014. Skupština …"
    word = _LAST_WORD.search(before)
    return bool(_INITIALS.search(before)) or bool(word and words.plain(word[1]) in words.abbreviations)
