"""Languages without lists: only a whole sentence of prose with a date said in full tells of anything.

Without verbs to go by, precision comes from form: a sentence that ends in a full stop, has words enough besides
its date, and looks like no reference, caption or line of figures. The title is the sentence, or the part of it
between two commas that holds the date where several parts have dates of their own, without its date.
"""

import re
from collections.abc import Iterator, Sequence

from timeline.extract.kinds import lies_ahead
from timeline.extract.plainly.figures import is_figure
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.segments import asides
from timeline.extract.plainly.wording import LONGEST, Tokens, kept, line, size, without_openers
from timeline.extract.plainly.words import is_word
from timeline.extract.telling import Told
from timeline.extract.words import Tag
from timeline.languages.telling import WordSet
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import When

_FEWEST = 4  # words besides the date, for a sentence to be one
_FEWEST_APART = 3  # … and for a part of it to stand alone
_REFERENCE = re.compile(
    r"""https?:|www\.|\bdoi\b|\bISBN\b|\bISSN\b|\bet\ al\b|\bpp?\.\s?\d|\bvol\.|\bno\.\s?\d|\bS\.\s?\d+[-–]\d
      | \d+\s?\(\d+\)\s?[:,]\s?\d | ©|\(c\)\s\d{4}""",
    re.VERBOSE | re.IGNORECASE,
)
_STOPS = frozenset(";；؛")
_COMMAS = frozenset(",،、，")
_YEAR = re.compile(r"\d{3,4}|[一二三四五六七八九〇零]{4}|[٠-٩]{4}|[۰-۹]{4}|[०-९]{4}")


def told(scene: PlainScene, *, listed: bool = False) -> Iterator[Told]:
    """The mentions of a sentence, in the order of its dates; of items of lists none is told."""
    tokens = scene.tokens
    if listed or not _is_prose(scene):
        return
    hidden = asides(tokens, scene.words)
    dates = [at for at in range(len(tokens)) if at not in hidden and _is_explicit(scene.dated(at))]
    seen: set[tuple[str, When]] = set()
    for at in dates:
        dated = scene.dated(at)
        if dated is None:
            continue
        title = line(_part(scene, at, dates), scene.words)
        when = dated.range.when if dated.range else dated.when
        if title and (title, when) not in seen:
            seen.add((title, when))
            yield Told(title, _kind(scene, when), when, dated, (), 0.4 if len(dates) == 1 else 0.3)


def _kind(scene: PlainScene, when: When) -> Kind:
    if lies_ahead(when, scene.written):
        return Kind.PLAN
    return Kind.STATISTIC if is_figure(list(scene.tokens), scene.words) else Kind.EVENT


def _is_explicit(dated: Dated | None) -> bool:
    ordered = dated is not None and set(dated.assumed) <= {"order"}  # the language's own: the day comes first
    return dated is not None and ordered and bool(_YEAR.search(dated.expression.text))


def _is_prose(scene: PlainScene) -> bool:
    tokens = scene.tokens
    text = " ".join(token.text for token in tokens)
    stops = bool(tokens) and tokens[-1].tag is Tag.TIME and tokens[-1].text.endswith(".")  # "… 2019 года."
    if not tokens or not (stops or tokens[-1].tag in {Tag.END, Tag.QUOTE}) or _REFERENCE.search(text):
        return False
    said = tuple(t for t in tokens if is_word(t))
    named = sum(t.text[:1].isupper() for t in said)
    cased = any(t.text.upper() != t.text.lower() for t in said)
    question = tokens[-1].text in "?？؟"
    return size(said) >= _FEWEST and not question and (not cased or 3 * named <= 2 * len(said))


def _part(scene: PlainScene, at: int, dates: Sequence[int]) -> Tokens:
    """The words that go with a date: the whole sentence, or what stands between two commas around the date."""
    whole = range(len(scene.tokens))
    apart = len(dates) > 1
    part = whole
    for marks in (_STOPS, _COMMAS, scene.words.coordinators):
        smaller = _between(scene, at, marks, part)
        few = size(kept(scene, part)) <= LONGEST
        if smaller == part or (few and not apart) or (few and sum(map(scene.is_time, part)) == 1):
            continue
        if sum(map(scene.is_time, smaller)) == 1 and size(kept(scene, smaller)) >= _FEWEST_APART:
            part = smaller
    if sum(map(scene.is_time, part)) > 1:
        return ()
    said = without_openers(kept(scene, part), scene.words)
    return said if size(said) >= _FEWEST_APART else ()


def _between(scene: PlainScene, at: int, marks: frozenset[str] | WordSet, within: range) -> range:
    """The stretch around a token up to the next such marks or words."""
    cuts = [i for i in within if scene.tokens[i].text in marks]
    start = max((i + 1 for i in cuts if i < at), default=within.start)
    end = min((i for i in cuts if i > at), default=within.stop)
    return range(start, end)
