"""Alone: a title that names nobody and nothing by name is put under what its document is about.

"Station was closed" could be any; in a history of Ashby it is "Ashby: Station was closed". Nothing is claimed by that but of
what the text tells. A title with a name in its subject, or with a pronoun left open, stays as it is.
"""

import re
from collections.abc import Collection, Sequence

from timeline.extract.wording import LONGEST
from timeline.extract.words import Tag, closed_class, open_class
from timeline.languages.events import EventWords
from timeline.languages.telling import TellingWords
from timeline.records import dataclass

_WORD = re.compile(r"[^\W_][\w’'&./–-]*")
_OPEN = frozenset(
    [
        "it",
        "they",
        "them",
        "he",
        "him",
        "she",
        "i",
        "we",
        "us",
        "one",
        "there",
        "this",
        "these",
        "that",
        "those",
    ]
)
_VERBS = frozenset(
    [Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL, Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE, Tag.PRESENT]
)
_FEW = 2
_NOUN = 4  # letters of a noun that may end another: "yard" of "shipyard"
_CAPITAL = re.compile(r"(?<=\w|,)\s([A-ZÀ-Þ][\w’'-]*)")
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-ÞА-Я][\w’'-]*")
_BEFORE_NOUN = re.compile(r"(?:([^\W\d_]+) )?([^\W\d_]+) ([A-ZÀ-Þ][\w-]+)")
_ELIDED = re.compile(r"\b(?:[ldnsj]|qu)['’]", re.IGNORECASE)
_QUOTES = frozenset('“”"„«»:')


@dataclass(frozen=True, slots=True)
class About:
    """What a document is about ("" where its title does not say), the words it writes small, and the last names in it.

    `names` are the words that it writes with a capital where no sentence begins; `land` is the country of its dateline.
    """

    topic: str
    small: Collection[str]
    names: Collection[str]
    land: str = ""


def written_large(text: str) -> frozenset[str]:
    """The words that a text writes with a capital right after another word or a comma."""
    return frozenset(match[1] for match in _CAPITAL.finditer(text))


def under(about: About, title: str, quote: str, words: EventWords) -> str:
    """An English title that stands alone, read from a quotation."""
    said = _WORD.findall(title)
    low = [word.lower() for word in said]
    if not said or _QUOTES & set(title) or not _OPEN.isdisjoint(low):
        return title
    if not about.topic:
        return _of_land(about.land, title, low, words)
    if closed_class(low[0], words) in {Tag.POSSESSIVE, Tag.PRONOUN}:
        return title
    alone = _subject(low, words) == 1
    if len(said) > 1 and (whole := _completed(about.topic, said[0], alone=alone, kinds=words.organizations)):
        return f"{whole} {title.partition(' ')[2]}"
    if _shares(about.topic, said):
        return title
    small = low[0] in about.small or low[0] in _WORD.findall(quote) or _kind(low[0], words)
    surely = not small and (said[0] in about.names or said[0].isupper())
    subject = list(zip(said, low, strict=True))[: _subject(low, words)]
    if _is_role(subject, words):
        return _joined(about.topic, title, ": ")  # "the Board of Trustees", "the Director": whose?
    if surely or any(word[0].isupper() for word, _ in subject[1:]):
        return title
    return _joined(about.topic, title, ": ")


def _of_land(land: str, title: str, low: Sequence[str], words: EventWords) -> str:
    """A title under the country of a report's dateline, if it is of what each country has one of: "Parliament"."""
    subject = low[: _subject(low, words)]
    national = bool(subject) and (subject[-1] in _NATIONAL or subject[-2:] == ["central", "bank"])
    plain = all(
        one in _NATIONAL | words.generic | {"next", "last", "regular", "general", "central", "bank"}
        for one in subject
    )
    return _joined(land, title, ": ") if land and national and plain and land not in title else title


# What each country has one of, by the noun.
_NATIONAL = frozenset(
    ["parliament", "government", "cabinet", "president", "court", "constitution", "currency", "election", "elections",
     "army", "economy", "presidency"]
)  # fmt: skip


def _is_role(subject: Sequence[tuple[str, str]], words: EventWords) -> bool:
    """Whether a subject is an office or a body by its kind alone, whatever its capitals: "Board of Trustees"."""
    kinds = words.organizations | words.persons | words.generic | words.anaphors
    return all(
        low in kinds or low.removesuffix("s") in kinds or low in words.prepositions or low in {"the", "and"}
        for _, low in subject
    )


def _completed(topic: str, noun: str, *, alone: bool, kinds: Collection[str]) -> str:
    """The topic, if a title's first noun is its own: "yard" of "Ashby shipyard", and "museum" `alone` of "Museum of Ashby"."""
    low, said = noun.lower(), topic.split()
    of = next((i for i, word in enumerate(said) if word.lower() in {"of", "for", "in"}), len(said))
    if not of:
        return ""
    if alone and low in kinds and said[of - 1].lower() == low and len(said) > 1:
        return topic
    own = said[-1][0].islower() and len(noun) >= _NOUN and said[-1].endswith(low)
    return topic if own else ""


def written_small(text: str, words: TellingWords) -> frozenset[str]:
    """The words that a text writes small; where nouns have capitals, those with a small word of theirs before them.

    An article, a possessive or an adjective shows that: names have none.
    """
    small = {words.plain(word) for word in _SMALL.findall(text)}
    if words.verb_second:
        small |= {
            words.plain(noun)
            for *before, noun in _BEFORE_NOUN.findall(text)
            if any(one in words.determiners or one in words.possessives for one in map(words.plain, before))
        }
    return frozenset(small)


def under_plainly(about: About, title: str, words: TellingWords) -> str:
    """A title in a language with lists that stands alone."""
    topic = about.topic
    said = _WORD.findall(_ELIDED.sub("", title))
    low = [words.plain(word) for word in said]
    if not topic or not said or _QUOTES & set(title) or _shares(topic, said):
        return title
    first = words.verb_second or said[0] in about.names
    named = any(
        word[0].isupper()
        and (first or at)
        and one not in about.small
        and one not in words.determiners
        and one not in words.prepositions
        for at, (word, one) in enumerate(zip(said, low, strict=True))
    )
    if named or _points(low, words) or _lacks_subject(low, words):
        return title
    return _joined(topic, title, " : " if words.code == "fr" else ": ")


def _points(low: Sequence[str], words: TellingWords) -> bool:
    """Whether a title has a pronoun left open, or opens with a possessive."""
    pronouns = [one for one in low if one not in words.determiners and one not in words.reflexives]
    opens = bool(pronouns) and pronouns[0] == low[0] and low[0] in words.pronouns
    return opens or low[0] in words.possessives or any(one in words.singular_pronouns for one in pronouns)


def _lacks_subject(low: Sequence[str], words: TellingWords) -> bool:
    """Whether a title opens with its verb, so that what it is about stands elsewhere; not "se abrió la línea"."""
    if not words.null_subject or (
        low[0] in words.reflexives and len(low) > _FEW and low[2] in words.determiners
    ):
        return False
    return any(low[0] in group for group in (words.finite, words.participles, words.reflexives))


def _joined(topic: str, title: str, colon: str) -> str:
    """The two, without articles where they are too long; the title alone where they still are."""
    room = LONGEST - len(topic.split())
    short = " ".join(word for word in title.split() if word not in _ARTICLES)
    fit = title if len(title.split()) <= room else short
    return f"{topic}{colon}{fit}" if len(fit.split()) <= room else title


_ARTICLES = frozenset({"the", "a", "an"})


def _shares(topic: str, said: Sequence[str]) -> bool:
    """Whether a title has a name of the topic in it already."""
    names = {word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(topic) if word[0].isupper()}
    names |= {part for name in names for part in re.split("[–-]", name)}
    return not names.isdisjoint(word.removesuffix("'s").removesuffix("’s").removesuffix("'") for word in said)


def _subject(low: Sequence[str], words: EventWords) -> int:
    """How many words stand before the first verb."""
    for at in range(1, len(low)):
        tag = closed_class(low[at], words) or open_class(low[at], words)
        if tag in _VERBS:
            return at
    return len(low)


def _kind(low: str, words: EventWords) -> bool:
    """Whether a word is of a kind of things or people, whatever its capital."""
    kinds = (
        words.organizations
        | words.persons
        | words.happenings
        | words.figures
        | words.generic
        | words.anaphors
    )
    return (
        low.partition("-")[0] in words.numbers
        or low in kinds
        or low.removesuffix("s") in kinds
        or closed_class(low, words) is not None
    )
