"""Wording: which of a clause's words its title keeps, and how a long one gets shorter without a cut inside a phrase."""

import itertools
import re
from collections.abc import Iterator, Sequence

from timeline.extract import wording
from timeline.extract.plainly.roles import Clause
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.segments import asides
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords

LONGEST = wording.LONGEST
_LETTERS_A_WORD = 2  # in a script without blanks
_UNSPACED = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")
Tokens = tuple[Token, ...]


def kept(scene: PlainScene, indices: Sequence[int], protected: int = 0) -> Tokens:
    """The tokens at `indices` without what only says when, and without asides; `protected` of the first stay."""
    drop = set(asides(scene.tokens, scene.words))
    first = min(indices, default=0) + protected
    for index in indices:
        if scene.is_time(index):
            drop.update(range(*scene.time_phrase(index, first)))
    joined = {
        i for i in indices if {i - 1, i + 1} <= drop and scene.tokens[i].low in scene.words.coordinators
    }
    drop |= joined  # "le 3 mai 1871 et en 1902"
    return tidy(tuple(scene.tokens[i] for i in indices if i not in drop))


def told_tokens(scene: PlainScene, clause: Clause) -> Tokens:
    """A clause's own words as a title may use them, without what ties it to others."""
    return without_openers(kept(scene, clause.tokens[clause.opener :]), scene.words)


def without_openers(tokens: Tokens, words: TellingWords) -> Tokens:
    """Without connectives at the head: "außerdem", "y", "ensuite,"."""
    at = 0
    while at < len(tokens) - 1:
        step = next(
            (n for n in (3, 2, 1) if "_".join(t.low for t in tokens[at : at + n]) in words.openers), 0
        )
        if not step and (tokens[at].low in words.coordinators or not _opens(tokens[at])):
            step = 1
        if not step or at + step >= len(tokens):
            break
        at += step
    return tokens[at:]


def _opens(token: Token) -> bool:
    return is_word(token) or token.tag is Tag.QUOTE


def tidy(tokens: Tokens) -> Tokens:
    """No two commas in a row, and none at either end; no connective at the end."""
    found: list[Token] = []
    for token in tokens:
        if token.tag is Tag.COMMA and (not found or found[-1].tag is Tag.COMMA):
            continue
        if token.tag is Tag.END and token.text in ".。।":
            continue
        found.append(token)
    while found and found[-1].tag in {Tag.COMMA, Tag.STOP, Tag.OPEN}:
        found.pop()
    return tuple(found)


def size(tokens: Sequence[Token]) -> int:
    """How many words; in a script without blanks, about as many as its characters would make."""
    return sum(_words_of(token) for token in tokens if is_word(token))


def _words_of(token: Token) -> int:
    if token.text.isascii() or not any(
        "\u0e00" <= c <= "\u0eff" or "\u3040" <= c <= "\u9fff" for c in token.text
    ):
        return 1
    return max(1, round(len(token.text) / _LETTERS_A_WORD))


def shortened(tokens: Tokens, words: TellingWords) -> Tokens:
    """The first of the shorter ways to say it that has no more words than a title may; else the shortest."""
    best = tokens
    if size(best) <= LONGEST:
        return best
    for way in _ways(tokens, words):
        if size(way) < size(best) and size(way) >= 3:
            best = way
        if size(best) <= LONGEST:
            break
    return best


def _ways(tokens: Tokens, words: TellingWords) -> Iterator[Tokens]:
    """Shorter ways to say a clause, the mildest first; its verbs stay, and each way builds on the one before."""
    without = _without_insertions(_without_lead(tokens, words), words)
    yield without
    for cut in reversed([i for i, t in enumerate(without) if t.tag is Tag.COMMA]):
        if any(finite_at(without, i, words) or is_participle(without, i, words) for i in range(cut)):
            tail = without[cut:]
            if not (words.verb_second and _has_verb(tail, words)):
                yield without[:cut]
                without = without[:cut]
    phrases = _circumstances(without, words)
    dropped: set[int] = set()
    for first, last in reversed(phrases[1:] if len(phrases) > 1 else phrases[:0]):
        dropped.update(range(first, last))
        yield tuple(t for i, t in enumerate(without) if i not in dropped)


def _without_lead(tokens: Tokens, words: TellingWords) -> Tokens:
    """Without what a preposition puts before the subject: "À l'invitation de Lee, | le ministre a …"."""
    comma = next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA), 0)
    leads = not words.verb_second and tokens[0].low in words.prepositions and comma > 1
    goes_on = comma + 1 < len(tokens) and not finite_at(tokens, comma + 1, words)
    return tokens[comma + 1 :] if leads and goes_on and not _has_verb(tokens[:comma], words) else tokens


def _without_insertions(tokens: Tokens, words: TellingWords) -> Tokens:
    """Without what stands between two commas and has no verb: ", the mayor of Linz,"."""
    commas = [i for i, t in enumerate(tokens) if t.tag is Tag.COMMA]
    for one, two in itertools.pairwise(commas):
        inside = tokens[one + 1 : two]
        listed = two + 1 < len(tokens) and tokens[two + 1].low in words.coordinators
        if not listed and not _has_verb(inside, words) and not _has_verb(tokens[:one], words):
            return _without_insertions((*tokens[:one], *tokens[two + 1 :]), words)
    return tokens


def _has_verb(tokens: Sequence[Token], words: TellingWords) -> bool:
    return any(finite_at(tokens, i, words) for i in range(len(tokens)))


def _circumstances(tokens: Tokens, words: TellingWords) -> list[tuple[int, int]]:
    """Where phrases stand, after the first verb, that only say how, where or why."""
    found: list[tuple[int, int]] = []
    start = next((i for i in range(len(tokens)) if finite_at(tokens, i, words)), len(tokens))
    at = start + 1
    while at < len(tokens):
        if tokens[at].low in words.circumstances and tokens[at].tag is Tag.NOUN:
            end = at + 1
            while end < len(tokens) and not _ends_phrase(tokens, end, words):
                end += 1
            found.append((at, end))
            at = end
        else:
            at += 1
    return found


def _ends_phrase(tokens: Tokens, at: int, words: TellingWords) -> bool:
    token = tokens[at]
    return (
        not is_word(token)
        or (token.low in words.prepositions and token.low not in words.attributive)
        or token.low in words.coordinators
        or finite_at(tokens, at, words)
        or is_participle(tokens, at, words)
        or (token.low in words.infinitives and token.tag is Tag.NOUN)
    )


def line(tokens: Tokens, words: TellingWords) -> str:
    """Tokens as a line of text that begins with a capital; no preposition or connective dangles at its end."""
    end = len(tokens)
    while end and (_dangles(tokens[end - 1], words) or _adds(tokens[:end], words)):
        end -= 1
    return _UNSPACED.sub("", wording.written(tokens[:end]))


def _adds(tokens: Tokens, words: TellingWords) -> bool:
    """Whether it ends in "and that": "i to"."""
    return len(tokens) > 1 and tokens[-1].low in words.determiners and tokens[-2].low in words.coordinators


def _dangles(token: Token, words: TellingWords) -> bool:
    if not is_word(token):
        return token.tag is not Tag.QUOTE and token.tag is not Tag.CLOSE
    if token.tag is not Tag.NOUN:
        return False
    ties = words.prepositions, words.attributive, words.coordinators, words.complementizers
    return any(token.low in group for group in ties) and token.low not in words.separable
