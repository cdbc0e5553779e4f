"""Topic: what a document is about, as its own title names it: "Minutes of the Ashby Rowing Club" are the club's.

Only what a title names plainly: one name, with the nouns that belong to it. A title with two names ("Lee meets Rao"),
with a question, or with none gives nothing.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from timeline.extract.alone import written_small
from timeline.extract.letterhead import INNER, TELLS, WORD, as_title, letterhead
from timeline.extract.words import Tag, closed_class, open_class
from timeline.languages.events import EventWords
from timeline.languages.telling import TellingWords, WordSet
from timeline.model.document import Document, Role

_PARTS = re.compile(r"\s*[:|,]\s+|\s+[:–—·•-]\s+")
_ADDED = re.compile(r"\s*\([^)]*\)")
_MARKS = "\"“”„«»‘’'. "
_LONGEST = 5  # words of a topic: what is longer is a headline in capitals
_HEAD = 120  # characters of a line that heads a document
_FIRST = 3  # passages in which a document says what it is
_ENDING = 2  # letters of a noun that its case may change
_DESCRIBES = frozenset([Tag.NOUN, Tag.ADVERB])  # "long" is both
_NOUNS = 2  # nouns behind a name that belong to it: "the Ashby rowing club"


def topic(document: Document, small: Collection[str], words: EventWords) -> str:
    """What an English document is about, "" where its title does not say; `small` are the words it writes small."""

    def phrase(part: Sequence[str]) -> str:
        return _phrase(part, document.text, small, words)

    lines = list(_lines(document, words.chronicles))
    if head := next((head for line in lines if (head := letterhead(line, words))), ""):
        return head
    return next(
        (
            found
            for line in lines
            if (found := _named(line, phrase, words.chronicles))
            and _is_told_of(found, line, document, small, words)
        ),
        "",
    )


def _is_told_of(name: str, line: str, document: Document, small: Collection[str], words: EventWords) -> bool:
    """Whether a text speaks of what its title names, by its last word or small ("the club"): of no newspaper that printed it.

    "History of Ashby" says what is told of, and so does any title of a few lines.
    """
    last = name.rsplit(maxsplit=1)[-1].lower()
    if last in words.chronicles or name.lower() in words.organizations | words.generic | words.persons:
        return False  # "Detailed History", "Agency"
    if len(document.text) < _FEW_LINES or not words.chronicles.isdisjoint(line.lower().split()):
        return True
    named_small = any(
        word in small and closed_class(word, words) is None for word in map(str.lower, WORD.findall(line))
    )
    return named_small or len(re.findall(rf"\b{re.escape(last)}", document.text, re.IGNORECASE)) > 1


_FEW_LINES = 600  # characters of a text too short to say a name again


def topic_repeated(document: Document, words: TellingWords) -> str:
    """What a document in a language with lists is about: the longest phrase of its title that its text says again.

    It must have a name in it, and end in one. What follows the name of its own kind ("Histoire de la verrerie Morel")
    need not be said again.
    """
    if not words.articles:
        return ""
    for line in _lines(document, words.chronicles):
        if "?" in line:
            continue
        for part in (WORD.findall(part) for part in _PARTS.split(line.strip(_MARKS))):
            said = _of_chronicle(part, document.text, words) or _repeated(part, document, words)
            if said:
                return said[:1].upper() + said[1:]
    return ""


def _lines(document: Document, chronicles: Collection[str] | WordSet) -> Iterator[str]:
    """The lines that may say what a document is about: its titles, and a first line like "Minutes of …"."""
    yield _plain(document.metadata.title)
    for passage in document.passages:
        if passage.role is Role.TITLE:
            yield _plain(document.text[passage.span.start : passage.span.end])
            break
    for passage in document.passages[:_FIRST]:
        line = document.text[passage.span.start : passage.span.end]
        opening = WORD.search(line) if passage.role is not Role.PROSE and len(line) <= _HEAD else None
        if opening is not None and opening[0].lower() in chronicles:
            yield _plain(line)


def _plain(line: str) -> str:
    """A line without its marks and what it only adds in brackets."""
    return _ADDED.sub("", line).strip(_MARKS)


def _named(line: str, phrase: Callable[[Sequence[str]], str], chronicles: Collection[str]) -> str:
    """The one name that a line has, or that of the part that says of what it is a chronicle."""
    if "?" in line or not TELLS.isdisjoint(line.split()):
        return ""
    capitals = line.isupper()
    parts = [WORD.findall(part) for part in _PARTS.split(as_title(line) if capitals else line)]
    parts = [part for part in parts if part and part[0] not in {"in", "at"}]  # where a meeting was held
    found = [(part, said) for part in parts if part and (said := phrase(part))]
    if len({said for _, said in found}) == 1 or (found and capitals):
        return found[0][1]
    return next((said for part, said in found if part[0].lower() in chronicles), "")


def _phrase(part: Sequence[str], text: str, small: Collection[str], words: EventWords) -> str:
    """The one name in a part of a title, with the nouns that belong to it; "" where there is none, or more than one."""
    runs = [run for run in _runs(part) if any(_is_name(part, at, text, small, words) for at in range(*run))]
    if len(runs) != 1 or _tells(part, small, words):
        return ""
    start, end = runs[0]
    if start > 1 and part[start - 1].lower() in {"a", "an"} and part[0].lower() not in words.chronicles:
        return _whole(part, words)  # "Boy with a Kite" is no Kite
    while start < end - 1 and (
        part[start].lower() in words.chronicles or closed_class(part[start].lower(), words)
    ):
        start += 1  # "The Ashby", "Minutes Ashby"
    start, end = _with_head(part, start, words), _with_nouns(part, end, words)
    if (
        not start
        and end < len(part)
        and part[end].islower()
        and closed_class(part[end].lower(), words) is None
    ):
        return ""  # "Ashby miners | end their strike" tells of them
    said = " ".join(part[start:end])
    said = said if "." in said.rsplit(maxsplit=1)[-1][:-1] else said.rstrip(".")  # "F.C." keeps its own
    said = said.removesuffix("'s").removesuffix("’s")
    return (
        said[:1].upper() + said[1:] if end - start <= _LONGEST and said.lower() not in words.calendar else ""
    )


def _whole(part: Sequence[str], words: EventWords) -> str:
    """A work by its whole name, all but its small words in capitals; "" where it is none, or too long for a topic."""
    named = all(word[0].isupper() or closed_class(word.lower(), words) is not None for word in part)
    return " ".join(part) if named and len(part) <= _LONGEST else ""


def _tells(part: Sequence[str], small: Collection[str], words: EventWords) -> bool:
    """Whether a headline is a sentence: "This is Ashby calling", or "Delling sues Rao", whose first word may be a name."""
    if any(word in _FINITE for word in part):
        return True
    low = [word.lower() for word in part[:2]]
    known = low[0] in small or closed_class(low[0], words) is not None
    return len(low) > 1 and not known and low[1] in words.third


_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will"})


def _runs(part: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital, small words inside."""
    at = 0
    while at < len(part):
        if not part[at][0].isupper():
            at += 1
            continue
        end = at + 1
        while end < len(part):
            link = end
            while (
                link < len(part) and part[link].rstrip(".").lower() in INNER and not part[link][0].isupper()
            ):
                link += 1
            if link >= len(part) or not part[link][0].isupper() or part[end - 1].endswith(("'s", "’s")):
                break
            end = link + 1
        yield at, end
        at = end


def _is_name(part: Sequence[str], at: int, text: str, small: Collection[str], words: EventWords) -> bool:
    """Whether a word with a capital is one of a name: the text never writes it small, and within a sentence with a capital."""
    word = part[at].removesuffix("'s").removesuffix("’s")
    low = word.lower()
    if (
        low in small
        or low in words.calendar
        or low in words.chronicles
        or closed_class(low, words) is not None
    ):
        return False
    if (at and not word.isupper()) or (len(part) > 1 and part[-1].lower() in words.organizations):
        return True
    return all(re.search(rf"[\w,;”\"] {re.escape(name)}\b", text) for name in re.split("[–-]", word))


def _with_head(part: Sequence[str], start: int, words: EventWords) -> int:
    """Where a phrase begins whose noun hangs on the name: "The | siege of Ashby", "loss of the Alcyone"."""
    at = start
    while at and part[at - 1].lower() in {"the", "of"}:
        at -= 1
    if at == start or part[at].lower() != "of" or not at:
        return start
    before = [word.lower() for word in part[:at]]
    last = max((i for i, low in enumerate(before) if closed_class(low, words) is not None), default=-1)
    head = before[last + 1 :]
    plain = all(closed_class(low, words) is None and open_class(low, words) in _DESCRIBES for low in head)
    told = {*head, *(low.removesuffix("s") for low in head)}
    return at - len(head) if head and plain and len(head) <= _NOUNS and not told & words.chronicles else start


def _with_nouns(part: Sequence[str], end: int, words: EventWords) -> int:
    """Where a phrase ends with the nouns behind its name: "the Ashby rowing club | wins"."""
    at = end
    while at < len(part) and at - end < _NOUNS:
        low = part[at].lower()
        noun = closed_class(low, words) is None and open_class(low, words) in {Tag.NOUN, Tag.ING}
        if not noun or low in words.chronicles or part[at - 1].endswith(("'s", "’s")):
            break
        at += 1
    return at


def _of_chronicle(part: Sequence[str], text: str, words: TellingWords) -> str:
    """What follows "Histoire de la", up to a name that ends it.

    Where an article's case would have to be undone, there is none; where the noun's would, it is as the text has it.
    """
    start = 1
    while start < len(part) and part[start].lower() in words.articles:
        start += 1
    said = part[start:]
    told = (
        len(part) > 1
        and words.plain(part[0]) in words.chronicles
        and words.plain(part[start - 1]) not in words.oblique
    )
    if not told or not 1 < len(said) <= _LONGEST or not said[-1][0].isupper():
        return ""
    if start > 1:
        declined = part[start - 1].lower() == "der" and said[0].endswith("en") and said[1][0].isupper()
        return " ".join([said[0][:-1], *said[1:]] if declined else said)  # "der Freiwilligen Feuerwehr"
    stem, rest = said[0][:-_ENDING].capitalize(), re.escape(" ".join(said[1:]))
    found = re.search(rf"(?:\A|[.\n] *)({re.escape(stem)}\w{{0,3}} {rest})\b", text) if stem else None
    return found[1] if found else ""


def _repeated(part: Sequence[str], document: Document, words: TellingWords) -> str:
    body = " ".join(
        document.text[passage.span.start : passage.span.end]
        for passage in document.passages
        if passage.role not in {Role.TITLE, Role.HEADING}
    ).lower()
    common = written_small(document.text, words) if words.verb_second else frozenset()
    for size in range(min(len(part), _LONGEST), 0, -1):
        for start in range(len(part) - size + 1):
            said, after = part[start : start + size], part[start + size : start + size + 1]
            small = words.plain(said[0])
            if start and not _opens(part[:start], words):
                continue  # "visite du | Premier ministre"
            opens = any(
                small in group
                for group in (words.articles, words.chronicles, words.prepositions, words.pronouns)
            )
            goes_on = bool(after) and (after[0].lower() in words.coordinators or after[0][0].isupper())
            following = words.plain(after[0]) if after else ""
            goes_on = goes_on or (
                words.null_subject and following in words.participles
            )  # "Radnici Livnice | obustavili rad"
            named = said[-1][0].isupper() and (size > 1 or len(part) == 1)
            named = named and not (words.verb_second and words.plain(said[-1]) in common)
            if named and not opens and not goes_on and f" {' '.join(said)}".lower() in f" {body}":
                return " ".join(said)
    return ""


def _opens(before: Sequence[str], words: TellingWords) -> bool:
    """Whether what stands before a phrase does not tie it to another noun: "La | verrerie", "sobre el | puente"."""
    low = [words.plain(word) for word in before]
    while low and low[-1] in words.articles and low[-1] not in words.attributive:
        low.pop()
    return not low or (low[-1] in words.prepositions and low[-1] not in words.attributive)
