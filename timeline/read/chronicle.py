"""Chronicle: lines that each open with a date, one under the other, are entries of a list and no headings."""

import re
from collections.abc import Iterator, Sequence

from timeline.model.document import Role
from timeline.read.blocks import Block, Markup

_FEWEST = 3  # lines, before they are believed to be a list
_APART = 3  # lines from one entry to the next, at most
_LONGEST = 240  # characters of an entry; what is longer is prose, whatever it opens with
_UNMARKED = frozenset({Role.HEADING, Role.PROSE})
_BOLD = re.compile(r"(\*\*|__)(?=[^*_]*\d{3})[^*_]{3,45}\1:?\s+\S")  # "**1644, June** …"
_DATED = re.compile(
    r"""(?:\*\*|__)?[(\[]?
    (?: (?:\d{1,2}(?:\.|st|nd|rd|th)?[ ](?:de[ ])?)?          # the day before its month: "12 June", "3 de mayo"
        (?:[^\W\d_]{3,}\.?[ ](?:de[ ])?(?:\d{1,2}(?:st|nd|rd|th)?,?[ ])?)?  # "June", "June 12,"
        (?:1\d|20)\d\d
      | (?:c\.|ca\.|circa|um|vers|hacia|since|seit|depuis|desde)[ ](?:1\d|20)\d\d | (?:1\d|20)\d0s
      | \d{1,2}(?:\.|st|nd|rd|th)?[ ][^\W\d_]{3,}(?=:|[ ][–—-][ ])  # a day without its year, before a mark
      | \d{4}-\d\d(?:-\d\d)? | \d{1,2}[./]\d{1,2}[./]\d{4} )
    (?:\s*[-–—/]\s*[^:]{1,24}?\d{2,4}|\s*[-–—/]\s*\d{2,4})?\b   # to another
    [)\]]?[.:]?(?:\*\*|__)?\.?[\s:–—|-]+
    (?=\S*[^\W\d_])                                            # and words after it
    """,
    re.VERBOSE | re.IGNORECASE,
)


# "02:10 boat away", "21h30: …", "4.15 pm …": the hour of a log's entry; "4.50 Soup" is a price
_CLOCK = re.compile(
    r"""(?:\*\*|__|\[)?(?:
      (?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\s?h\s?[0-5]\d)(?:\s?[ap]\.?m\b\.?)?
      | (?:[01]\d|2[0-4])\.[0-5]\d | (?:0?\d|1[0-2])(?:\.[0-5]\d)?\s?[ap]\.?m\b\.?
    )(?:\s(?:h|hrs|Uhr|UTC|GMT)\b)?(?:\]|\*\*|__)?[\s.:–—|-]+(?=\S*[^\W\d_])""",
    re.VERBOSE,
)


# "Opened: 12 May 1921", one of the lines that say of one thing what it is; those of a letter or a page's head say when that was written
_FIELD = re.compile(r"(?P<label>[^\W\d_][^:.!?|]{1,34}):\s+(?=\S)[^|]{1,100}")
_PAGE = re.compile(
    r"""(?:date|datum|fecha|data|from|to|von|an|de|à|para|subject|betreff|objet|asunto|re|cc|sent|by|author|autor|auteur|autora?
    |published|posted|updated|last\ updated|filed|issued|stand|veröffentlicht|publié|publicado|source|quelle|tel|phone|email|e-mail
    |contact|kontakt|url|photo|foto|photos?)\b.*""",
    re.VERBOSE | re.IGNORECASE,
)
_FEWEST_FIELDS = 4


def _fields(parts: Sequence[Block], words: Sequence[str], roles: Sequence[Role]) -> Iterator[int]:
    """The places of lines in a row, four or more, that each say something under a name; none of a letter's head."""
    run: list[int] = []
    for at, (part, text, role) in enumerate(zip(parts, words, roles, strict=True)):
        said = _FIELD.fullmatch(text) if part.markup is Markup.NONE and role in _UNMARKED else None
        if said is None or (run and part.apart):
            yield from _whole(run, words)
            run = []
        if said is not None:
            run.append(at)
    yield from _whole(run, words)


def _whole(run: Sequence[int], words: Sequence[str]) -> Sequence[int]:
    of_page = any(_PAGE.fullmatch(words[at].partition(":")[0]) for at in run)
    return run if len(run) >= _FEWEST_FIELDS and not of_page else ()


def entries(parts: Sequence[Block], words: Sequence[str], roles: Sequence[Role]) -> list[Role]:
    """The roles, with `ITEM` for each of three lines or more in a row that no mark tells apart and a date or an hour opens."""
    result = list(roles)
    for opening in (_DATED, _BOLD), (_CLOCK,):
        opens = [
            _may_open(*one) and any(pattern.match(one[1]) for pattern in opening)
            for one in zip(parts, words, roles, strict=True)
        ]
        for at in _in_runs(opens):
            result[at] = Role.ITEM
    for at in _fields(parts, words, roles):
        result[at] = Role.ITEM
    return result


def _may_open(part: Block, text: str, role: Role) -> bool:
    return part.markup is Markup.NONE and role in _UNMARKED and len(text) <= _LONGEST


def _in_runs(opens: Sequence[bool]) -> Iterator[int]:
    """The places that are dated, of those runs in which no more than two others part one from the next."""
    run: list[int] = []
    for at in [i for i, dated in enumerate(opens) if dated]:
        if run and at - run[-1] > _APART:
            yield from run if len(run) >= _FEWEST else ()
            run = []
        run.append(at)
    yield from run if len(run) >= _FEWEST else ()
