"""Sentences: where each begins and ends inside a passage, in the document's own offsets."""

import re
from collections.abc import Iterator, Sequence

import sentencex

from timeline.model.document import Document, Passage, Span

# sentencex ends a sentence after these where what follows shows that it goes on.
_GOES_ON = re.compile(
    r"""(?: \b\d{1,2}\.                                   # an ordinal: "17. februar"
          | \b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Vol|Fig|Art|Sec|pp?|vs|ca|c|b|d|St|Mt|Ft
               |Gen|Col|Capt|Lt|Sgt|Maj|Adm|Cmdr|Sen|Rep|Gov|Pres|Prof|Rev|Hon|Dr|Mr|Mrs|Ms|Jr|Sr|Messrs|Bros
               |Inc|Corp|Co|Ltd|Bn|Rgt|Div|al|etc|e\.g|i\.e|approx|est)\.
          | \b(?:[A-Z]\.)+                                # initials: "J. P. Morgan"
          )\s*\Z""",
    re.VERBOSE,
)
# sentencex takes these for abbreviations; "May" is none, and no name goes on with "The"
_STOPS_ALL_THE_SAME = re.compile(
    r"""\b(?: (?:May|me|ill|ore|no|ok)\.(?=\s+["“]?[A-Z])
           | [A-Za-z]{2,5}\.(?=\s+(?:The|He|She|It|They|In|On|But|This|These|His|Her|Its|Their|When|After|At|We|By|From
                                     |For|As|There)\s) )""",
    re.VERBOSE,
)
_LOWER_OR_DIGIT = re.compile(r"[\"'“‘(]?[a-zà-öø-ÿšđčćž0-9]")
_NAME_NEXT = re.compile(
    r"""\b(?: No|Nos|Vol|Fig|Art|Sec|pp?|vs|ca|c|b|d|St|Mt|Ft|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Cmdr|Sen|Rep|Gov
           |Pres|Prof|Rev|Hon|Dr|Mr|Mrs|Ms|Messrs|(?<![A-Z]\.)[A-Z] )\.\s*\Z""",
    re.VERBOSE,
)
_CLOSERS = "\"'”’»)] "


def sentences(document: Document, passage: Passage, whole: Sequence[Span] = ()) -> Iterator[Span]:
    """The sentences of a passage, trimmed of white space, in order; a short passage may hold just one.

    A closing quotation mark belongs to the sentence before it, an ordinal's or abbreviation's full stop
    ends nothing; no sentence ends inside one of the spans in `whole` ("10 p.m. Wednesday").
    """
    text = document.text[passage.span.start : passage.span.end]
    start = 0
    inside = {at - passage.span.start for span in whole for at in range(span.start + 1, span.end)}
    for end in _ends(text):
        if end < len(text) and (end in inside or end - 1 in inside):
            continue
        stripped = text[start:end]
        left = len(stripped) - len(stripped.lstrip())
        body = stripped.strip()
        if body:
            at = passage.span.start + start + left
            yield Span(at, at + len(body))
        start = end


def _ends(text: str) -> Iterator[int]:
    language = "en"  # only its abbreviations differ, and those that matter are listed above
    start = 0
    found = {int(one["end_index"]) for one in sentencex.get_sentence_boundaries(language, _closed(text))}
    missed = {one.end() for one in _STOPS_ALL_THE_SAME.finditer(text) if not _quoted(text, one.end())}
    for stop in sorted(found | missed):
        end = stop
        while end < len(text) and text[end] in '"”’»)]*_' and text[end - 1 : end].strip():
            end += 1
        # windows, not the rest of the text: a passage may be as long as a book
        if end < len(text) and _joined(text[max(start, end - 24) : end], text[end : end + 8]):
            continue
        if end > start:
            yield end
            start = end
    if start < len(text):
        yield len(text)


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks that were opened not long before."""
    before = text[max(0, at - _QUOTATION) : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


_QUOTATION = 400  # characters


def _closed(text: str) -> str:
    """The text with a dash for each quotation mark that is never closed, as long as before.

    Newspapers open a quotation anew where it goes on after a paragraph's end, and the words between two such marks
    are taken for one sentence.
    """
    unclosed, opened = [], -1
    for mark in _MARKS.finditer(text):
        if mark["opens"]:
            if opened >= 0:
                unclosed.append(opened)
            opened = mark.end() - 1
        else:
            opened = -1
    if opened >= 0:
        unclosed.append(opened)
    if not unclosed:
        return text
    letters = list(text)
    for at in unclosed:
        letters[at] = "-"
    return "".join(letters)


# an opening mark stands before a word and after none
_MARKS = re.compile(r"(?P<opens>(?:(?<=[\s(])|\A)[\"“](?=\w))|[\"”]")


def _joined(before: str, after: str) -> bool:
    if not before.strip(_CLOSERS):
        return True
    if _GOES_ON.search(before) and _LOWER_OR_DIGIT.match(after):
        return True
    return bool(_NAME_NEXT.search(before)) or after.lstrip()[:1] in set(",;)")
