"""Passing: happenings named by a noun or a participle beside their date."""

from collections.abc import Iterator

from timeline.extract import wording
from timeline.extract.plainly.roles import Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.verbs import bare_participle, finite_at, is_participle
from timeline.extract.plainly.wording import kept, line
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag
from timeline.model.event import Kind
from timeline.model.expression import Dated
from timeline.times.when import Date, Interval, Limit, When

_FEWEST = 2  # words of a title

FEWEST = 2  # words of a title

# A title, its kind, its date and how sure it is.
Telling = tuple[str, Kind, When, float]


def is_attribute(scene: PlainScene, at: int) -> bool:
    """Whether the date belongs to the noun before it: "la crisis de 2008", "nach dem Brand von 1891"."""
    words, tokens = scene.words, scene.tokens
    link = at - 1
    while link > 0 and tokens[link].low in words.date_nouns:
        link -= 1  # "krizës së vitit 2008"
    if link < 1 or tokens[link].low not in words.attributive:
        return _bare_attribute(scene, at)
    dated = scene.dated(at)
    whole = dated.range.when if dated is not None and dated.range else None
    if isinstance(whole, Interval) and Limit.OPEN not in (whole.start, whole.end):
        return False  # "occupa les bâtiments de juin 1940 à août 1944"
    noun = tokens[link - 1]
    verbal = finite_at(tokens, link - 1, words) or is_participle(tokens, link - 1, words)
    return is_word(noun) and noun.low not in words.before_date and not verbal and not scene.leads_on(link - 1)


def described(scene: PlainScene, index: int, at: int) -> str | None:
    """A noun with the participle that the date goes with ("Firma Holzer gegründet", "un delito cometido"), None if there
    is none.
    """  # noqa: D205  # one sentence
    words, tokens = scene.words, scene.tokens
    if scene.describes(at):
        verb = scene.describes(at)
        first = verb + 1
        while tokens[first].tag is Tag.NOUN:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].tag is Tag.NAME:
            last += 1
        said = (*tokens[first:last], *tokens[at + 1 : verb])
        return f"{line(said, words)} {bare_participle(tokens[verb].low, words)}"
    start, _ = scene.time_phrase(at)
    own = scene.clauses[index]
    spot = start - 1
    if (
        words.verb_second
        or own.role in {Role.REDUCED, Role.ELLIPTIC}
        or spot < 2
        or spot - 1 not in own.tokens
    ):
        return None
    noun = tokens[spot - 1]
    if noun.low in words.helping:
        return None
    plain = (
        noun.tag in {Tag.NOUN, Tag.NAME}
        and noun.low not in words.adverbs
        and noun.low not in words.reflexives
    )
    follows = plain and not finite_at(tokens, spot - 1, words) and not is_participle(tokens, spot - 1, words)
    before = tokens[spot - 2].low
    led = before in words.determiners or before in words.attributive or before in words.possessives
    verb = any(finite_at(tokens, i, words) for i in own.tokens if i < spot - 2)
    if not (is_participle(tokens, spot, words) and follows and led and verb):
        return None
    article = before in words.determiners or before in words.possessives
    return line(tuple(tokens[spot - 2 if article else spot - 1 : spot + 1]), words)


def in_passing(scene: PlainScene, index: int, at: int) -> bool:
    """Whether the date stands with a happening named before the verb: "Tras la muerte de su padre en 1929, viajó"."""
    words, tokens = scene.words, scene.tokens
    start, end = scene.time_phrase(at)
    closed = end < len(tokens) and (tokens[end].tag is Tag.COMMA or finite_at(tokens, end, words))
    if not closed or start == 0:
        return False
    link = start
    while (
        link and is_word(tokens[link - 1]) and tokens[link - 1].low not in words.passing and start - link < 9
    ):
        link -= 1
    if not link or tokens[link - 1].low not in words.passing or link - 1 not in scene.clauses[index].tokens:
        return False
    inside = range(link, start)
    named = any(tokens[i].low in words.happenings for i in inside)
    return named and not any(finite_at(tokens, i, words) or scene.is_time(i) for i in inside)


def shares(scene: PlainScene, index: int, at: int) -> bool:
    """Whether a clause tells what the happening with this date did, or who lived through it: "L'incendie de 1891 détruisit l'église".

    What it still is, is not, or did at another date is no part of it.
    """
    words, tokens = scene.words, scene.tokens
    own = scene.clauses[index].tokens
    if any(tokens[i].low in words.negations or (i != at and scene.is_time(i)) for i in own):
        return False
    if any(tokens[i].low in words.living_through for i in own if i < at):
        return True
    ahead = [i for i in own if i < at]
    links = words.determiners, words.attributive, words.before_date, words.articles
    first = tokens[ahead[0]].low if ahead else ""
    opens = bool(ahead) and first not in words.within and first not in words.passing
    plain = opens and all(any(tokens[i].low in group for group in (*links, words.happenings)) for i in ahead)
    if (
        not ahead
        or ahead[-1] != at - 1
        or not plain
        or not any(tokens[i].low in words.happenings for i in ahead)
    ):
        return False
    after = [i for i in own if i > at]
    verb = next((i for i in after if finite_at(tokens, i, words)), None)
    if verb is None or verb - at > _NEAR or len(after) < _NEAR - 1:
        return False
    still = words.copulas, words.being, words.presents, words.having
    aided = any(is_participle(tokens, i, words) for i in after if i != verb)
    stays = not aided and any(tokens[verb].low in group for group in still)
    return not stays and not any(tokens[i].low in words.enduring for i in after[:_NEAR])


_NEAR = 3  # tokens from a date to the verb of its subject: "se llevó", "e dëmtoi"


def _bare_attribute(scene: PlainScene, at: int) -> bool:
    """Whether a year with nothing before it follows a happening's name: "nakon požara 1891."."""
    words, tokens = scene.words, scene.tokens
    if at < 2 or tokens[at - 1].low not in words.happenings:
        return False
    return any(t.low in words.passing for t in tokens[max(0, at - 5) : at - 1])


def named_beside(scene: PlainScene, at: int, dated: Dated) -> Iterator[Telling]:
    """The happening that the noun before a date names, told in passing."""
    words, tokens = scene.words, scene.tokens
    end = at
    while end and not (tokens[end - 1].low in words.happenings and is_word(tokens[end - 1])):
        end -= 1
        if at - end > 8 or finite_at(tokens, end, words) or tokens[end].tag is Tag.COMMA:
            return
    if not end:
        return
    start = end - 1
    while (
        start
        and is_word(tokens[start - 1])
        and tokens[start - 1].low not in words.prepositions
        and not (
            tokens[start - 1].low in words.determiners
            or finite_at(tokens, start - 1, words)
            or tokens[start - 1].low in words.coordinators
        )
    ):
        start -= 1
    before = tokens[start - 1].low if start else ""
    if before in words.determiners and start > 1:
        before = tokens[start - 2].low
    title = line(kept(scene, range(start, at)), words)
    within = before in words.within and before not in words.passing
    if len(title.split()) < FEWEST and not within and end == start + 1:
        title = _by_its_year(scene, start, at, dated)
    if len(title.split()) >= FEWEST:
        yield title, Kind.EVENT if within else Kind.BACKGROUND, dated.when, 0.5


def _by_its_year(scene: PlainScene, start: int, at: int, dated: Dated) -> str:
    """A happening that one noun names and its date tells from others: "Crue de 1910", "Überfall im November 1938"; else ""."""
    words, text = scene.words, scene.tokens[at].text
    dates = isinstance(dated.when, Date) and len(text) >= _YEAR and text[-_YEAR:].isdigit()
    between = [token.low for token in scene.tokens[start + 1 : at]]
    year = text.isdigit() and len(between) == 1 and between[0] in words.attributive
    month = (
        not text.isdigit() and 0 < len(between) <= _LINKS and all(low in words.before_date for low in between)
    )
    return wording.written(scene.tokens[start : at + 1]) if dates and (year or month) else ""


_YEAR = 4  # digits of a year
_LINKS = 2  # words between a happening's name and its date


def is_set_in(scene: PlainScene, at: int) -> bool:
    """Whether a sentence is set in a happening with its date: "Beim Volksentscheid vom 3. Mai sprach sich …"."""
    words, tokens = scene.words, scene.tokens
    if not at or 0 not in scene.clauses[scene.owner(at) or 0].tokens:
        return False
    first = tokens[0].low
    return first in words.within and first not in words.passing and at <= _SET


_SET = 5  # words before the date of what a sentence is set in
