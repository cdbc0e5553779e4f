"""Blocks → passages: what each block of a document is for.

A text is seen as a head (title, byline, date, navigation), a body, and a foot (authors' lives, notes, links).
The same short line is a byline in the head, a heading in the body and furniture in the foot.
"""

import re
from collections import Counter
from collections.abc import Sequence

from timeline.model.document import Metadata, Passage, Role, Span
from timeline.read.blocks import Block, Markup
from timeline.read.chronicle import entries
from timeline.read.cues import Cues

_HEADING_WORDS = 14
_HEADING_CHARACTERS = 110
_LONG = 160  # characters: surely prose
_FOOT_SHARE = 0.5  # the foot begins after this much of the text at the earliest
_NO_HEADING_END = re.compile(r"[.,;:!…。！？；，：–—-][\"'”’»)\]]*$")
_YEARS = re.compile(r"\W*(?:\d{4}|\d{4}s|\d{4}-\d{2}(?:-\d{2})?)(?:\s*[-–—/]\s*\d{2,4})?\W*")
_NO_LETTER = re.compile(r"[\W\d_]*")
_YEAR = re.compile(r"\b(?:1\d|20|21)\d\d\b")
_DAY = re.compile(r"\b(?:\d{1,2})(?:st|nd|rd|th|\.)?\b")
_NUMERIC_DATE = re.compile(r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b")
_LEADER = re.compile(
    r"(?:[.…·]\s?){3,}\s*(?:\d{1,4}|[ivxlc]+)\Z"
)  # "The fire of 1880 .... 12" in a table of contents
_DATELINE_TOKENS = 9
_NAME_WORDS = 6
_NAME_PARTICLES = frozenset({"of", "and", "the", "de", "da", "van", "von", "in", "for", "&", "|", "-", "–"})

_TELLING = (Role.PROSE, Role.ITEM, Role.CELL)
_SAID = {  # what a file's own markup leaves no doubt about
    Markup.HEADING: Role.HEADING,
    Markup.ROW: Role.CELL,
    Markup.CAPTION: Role.CAPTION,
    Markup.FURNITURE: Role.BOILERPLATE,
}


def assigned(text: str, parts: Sequence[Block], metadata: Metadata, cues: Cues) -> tuple[Passage, ...]:
    """The passages of a text that is cut into blocks, in order, not overlapping."""
    words = tuple(text[part.start : part.end] for part in parts)
    roles = entries(parts, words, _by_themselves(parts, words, cues))
    roles = _titled(parts, words, roles, metadata)
    roles = _headed(words, roles, metadata)
    roles = _dates_as_headings(words, roles)
    roles = _signed(words, roles, metadata)
    roles = _captioned(parts, roles)
    roles = _without_sections(parts, words, roles, cues)
    roles = _without_foot(words, roles, metadata, cues)
    return tuple(
        Passage(Span(part.start, part.end), role, _level(part, role))
        for part, role in zip(parts, roles, strict=True)
    )


def _by_themselves(parts: Sequence[Block], words: Sequence[str], cues: Cues) -> list[Role]:
    """What each block shows to be on its own."""
    counts = Counter(words)
    return [_by_itself(part, text, counts[text], cues) for part, text in zip(parts, words, strict=True)]


def _by_itself(part: Block, text: str, count: int, cues: Cues) -> Role:
    if part.markup in _SAID:
        return _SAID[part.markup]
    if _NO_LETTER.fullmatch(text):
        return Role.HEADING if _YEARS.fullmatch(text) or _NUMERIC_DATE.search(text) else Role.BOILERPLATE
    if _LEADER.search(text):
        return Role.BOILERPLATE
    for kind, role in (
        ("boilerplate", Role.BOILERPLATE),
        ("caption", Role.CAPTION),
        ("byline", Role.BYLINE),
    ):
        if (len(text) <= 2 * _LONG or role is Role.BOILERPLATE) and cues.show(kind, text):
            return role
    if part.markup is Markup.ITEM:
        return Role.ITEM
    if count > 1 and len(text) <= 2 * _LONG:
        return Role.CAPTION  # said again beneath its picture, or furniture on every page
    return Role.HEADING if _could_head(text) else Role.PROSE


def _could_head(text: str) -> bool:
    return (
        len(text) <= _HEADING_CHARACTERS
        and len(text.split()) <= _HEADING_WORDS
        and not _NO_HEADING_END.search(text)
        and not text[0].islower()
        and "\n" not in text
    )


def _titled(
    parts: Sequence[Block], words: Sequence[str], roles: Sequence[Role], metadata: Metadata
) -> list[Role]:
    """The first heading before any prose is the title; rather the one the metadata knows."""
    head = _head(roles)
    known = _key(metadata.title)
    named = [at for at in head if known and _key(words[at]) == known]
    if not named:
        marked = [at for at in head if parts[at].markup is Markup.HEADING and parts[at].level == 1]
        named = marked or [at for at in head if roles[at] is Role.HEADING and not _is_dateline(words[at])]
    return [Role.TITLE if at == (named or [-1])[0] else role for at, role in enumerate(roles)]


def _headed(words: Sequence[str], roles: Sequence[Role], metadata: Metadata) -> list[Role]:
    """Tell datelines and bylines among the short lines of the head."""
    result = list(roles)
    names = {_key(name) for name in (metadata.publisher, *metadata.authors)} - {""}
    head = [at for at in _head(roles) if roles[at] is Role.HEADING]
    dated = any(_is_dateline(words[at]) for at in head)
    for at in head:
        if _is_dateline(words[at]):
            result[at] = Role.DATELINE
        elif _key(words[at]) in names or (dated and _is_name(words[at])):
            result[at] = Role.BYLINE
    return result


def _dates_as_headings(words: Sequence[str], roles: Sequence[Role]) -> list[Role]:
    """A diary or chronicle dates its parts with lines like a dateline's: then all are headings."""
    later = any(role is Role.HEADING and _is_dateline(text) for role, text in zip(roles, words, strict=True))
    return [Role.HEADING if later and role is Role.DATELINE else role for role in roles]


def _signed(words: Sequence[str], roles: Sequence[Role], metadata: Metadata) -> list[Role]:
    """A name on a line of its own under "Written by", or an author's name, is a byline wherever it stands."""
    result = list(roles)
    names = {_key(name) for name in metadata.authors} - {""}
    for at, role in enumerate(roles):
        after_byline = at > 0 and result[at - 1] is Role.BYLINE and len(words[at - 1].split()) <= 2
        if role is Role.HEADING and (_key(words[at]) in names or (after_byline and _is_name(words[at]))):
            result[at] = Role.BYLINE
    return result


def _captioned(parts: Sequence[Block], roles: Sequence[Role]) -> list[Role]:
    """A short line right above a player's or picture's furniture names that, not a part of the text."""
    return [
        Role.CAPTION
        if role is Role.HEADING
        and parts[at].markup is Markup.NONE
        and at + 1 < len(parts)
        and roles[at + 1] is Role.BOILERPLATE
        and not parts[at + 1].apart
        else role
        for at, role in enumerate(roles)
    ]


def _without_sections(
    parts: Sequence[Block], words: Sequence[str], roles: Sequence[Role], cues: Cues
) -> list[Role]:
    """Silence lists such as "See also" and "References", with what stands under them."""
    result = list(roles)
    within: int | None = None  # the level of the section we are in; 0 for one without marks
    for at, role in enumerate(roles):
        heads = role is Role.HEADING and cues.show("section", words[at])
        if heads:
            within = parts[at].level
        elif within is not None and _ends(within, parts[at], role, words[at]):
            within = None
        if within is not None:
            result[at] = Role.BOILERPLATE
    return result


def _ends(level: int, part: Block, role: Role, text: str) -> bool:
    if level:
        return role is Role.HEADING and 0 < part.level <= level
    return part.markup is Markup.HEADING or (role is Role.PROSE and len(text) > _LONG)


def _without_foot(words: Sequence[str], roles: Sequence[Role], metadata: Metadata, cues: Cues) -> list[Role]:
    """From the first author's life on, a text is over."""
    authors = {_key(name) for name in metadata.authors}
    result = list(roles)
    total, before = sum(map(len, words)), 0
    over = signed = False
    for at, (text, role) in enumerate(zip(words, roles, strict=True)):
        in_foot = before >= _FOOT_SHARE * total
        before += len(text)
        signed = signed or (in_foot and role is Role.BYLINE)
        over = over or (
            in_foot
            and role in _TELLING
            and cues.show("biography", text)
            and (signed or _starts_with_name(text, authors) or _is_last(at, roles))
        )
        if over and role not in (Role.BYLINE, Role.CAPTION):
            result[at] = Role.BOILERPLATE
    return _names_above_lives(words, result)


def _names_above_lives(words: Sequence[str], roles: Sequence[Role]) -> list[Role]:
    """The name that stands on its own line above a life belongs to it."""
    result = list(roles)
    for at in range(len(roles) - 2, -1, -1):
        if (
            result[at + 1] is Role.BOILERPLATE
            and roles[at] is Role.HEADING
            and words[at + 1].startswith(words[at])
        ):
            result[at] = Role.BOILERPLATE
    return result


def _starts_with_name(text: str, names: set[str]) -> bool:
    start = _key(text[:_LONG])
    return any(name and start.startswith(name) for name in names)


def _is_last(at: int, roles: Sequence[Role]) -> bool:
    return not any(role in _TELLING for role in roles[at + 1 :])


def _head(roles: Sequence[Role]) -> list[int]:
    """The blocks before the first that tells something."""
    end = next((at for at, role in enumerate(roles) if role in _TELLING), len(roles))
    return list(range(end))


def _is_dateline(text: str) -> bool:
    """Whether a line does nothing but give a day, and perhaps a place and an hour."""
    if len(text.split()) > _DATELINE_TOKENS or _NO_HEADING_END.search(text):
        return False
    if _NUMERIC_DATE.search(text):
        return True
    year = _YEAR.search(text)
    return year is not None and _DAY.search(text[: year.start()] + " " + text[year.end() :]) is not None


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= _NAME_WORDS
        and words[0][0].isupper()
        and all(word[0].isupper() or word in _NAME_PARTICLES for word in words)
        and not any(character.isdigit() for character in text)
        and text[-1] not in "?!"
    )


def _key(text: str) -> str:
    """Words alone, for comparing titles and names."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _level(part: Block, role: Role) -> int:
    """A heading without marks stands one level below the title."""
    unmarked = {Role.TITLE: 1, Role.HEADING: 2}.get(role, 0)
    return unmarked and (part.level or unmarked)
