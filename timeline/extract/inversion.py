"""Inversion: "Not until May did the port publish its accounts" reads as "In May the port published its accounts"."""

from dataclasses import replace

from timeline.extract.words import NOMINAL, Tag, Token
from timeline.languages.events import EventWords

_OPENS = frozenset({"not", "only", "never", "hardly", "scarcely"})
_AUXILIARY = frozenset({Tag.DO, Tag.BE, Tag.HAVE, Tag.MODAL})
_DONE = frozenset({Tag.PARTICIPLE, Tag.PAST_OR_PARTICIPLE, Tag.PAST})
_STARTS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN})


def uninverted(tokens: tuple[Token, ...], words: EventWords) -> tuple[Token, ...]:
    """The tokens with subject and verb in their usual order where "not until" or "only in" with a date opens them."""
    if (soon := _no_sooner(tokens)) is not None:
        return soon
    aux = _auxiliary(tokens)
    if aux is None:
        return tokens
    verb = _verb(tokens, aux, words)
    if verb is None:
        return tokens
    # "not until May": it was in May; what only points at the date goes
    front = tuple(t for t in tokens[:aux] if t.tag is Tag.TIME)
    subject = tokens[aux + 1 : verb]
    if tokens[aux].tag is Tag.DO and tokens[aux].low == "did":
        return (*front, *subject, _in_the_past(tokens[verb], words), *tokens[verb + 1 :])
    return (*front, *subject, tokens[aux], *tokens[verb:])


def _no_sooner(tokens: tuple[Token, ...]) -> tuple[Token, ...] | None:
    """Reads "No sooner had the mill opened in May than it burned" as "The mill had opened in May, and it burned"."""
    opens = [token.low for token in tokens[:3]]
    had = (
        2
        if opens == ["no", "sooner", "had"]
        else 1
        if opens[:2] in (["hardly", "had"], ["scarcely", "had"])
        else None
    )
    if had is None:
        return None
    link = next((i for i in range(had, len(tokens)) if tokens[i].low in {"than", "when"}), None)
    verb = next(
        (i for i in range(had + 1, link or 0) if tokens[i].tag in _DONE or tokens[i].low == "been"), None
    )
    if link is None or verb is None:
        return None
    comma = replace(tokens[link], text=",", low=",", tag=Tag.COMMA)
    joined = replace(tokens[link], text="and", low="and", tag=Tag.COORDINATOR)
    return (*tokens[had + 1 : verb], tokens[had], *tokens[verb:link], comma, joined, *tokens[link + 1 :])


def _auxiliary(tokens: tuple[Token, ...]) -> int | None:
    """Where the auxiliary stands that a date with "not until" or "only" before it puts before its subject."""
    if len(tokens) < 5 or tokens[0].low not in _OPENS:
        return None
    links = {Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.TIME, Tag.ADVERB, Tag.DETERMINER, Tag.NOT}
    at = 1
    while at < len(tokens) and tokens[at].tag in links:
        at += 1
    dated = any(token.tag is Tag.TIME for token in tokens[1:at])
    return at if dated and at + 2 < len(tokens) and tokens[at].tag in _AUXILIARY else None


def _verb(tokens: tuple[Token, ...], aux: int, words: EventWords) -> int | None:
    """The verb behind the subject that follows an auxiliary."""
    at = aux + 1
    while at < len(tokens) and (
        (
            tokens[at].tag in NOMINAL
            and (at == aux + 1 or tokens[at].tag not in _STARTS or tokens[at - 1].low == "of")
        )
        or tokens[at].low == "of"
        or tokens[at].tag is Tag.ADVERB
    ):
        at += 1
    if at < len(tokens) and tokens[at].tag in _DONE | {Tag.BASE, Tag.BE, Tag.HAVE}:
        return at
    known = (i for i in range(aux + 2, at) if tokens[i].low in words.base and tokens[i - 1].low != "of")
    if tokens[aux].tag is Tag.DO and (verb := next(known, None)) is not None:
        return verb
    last = at - 1
    # the last word before the next phrase, of a verb that no list has: "did the port publish an apology"
    return (
        last
        if tokens[aux].tag in {Tag.DO, Tag.MODAL} and last > aux + 1 and tokens[last].tag is Tag.NOUN
        else None
    )


def _in_the_past(token: Token, words: EventWords) -> Token:
    """A verb's past tense by its -ing form, if that is listed, or by rule: "publish" as "published"."""
    low = token.low
    forms = (low + "ing", low.removesuffix("e") + "ing", low + low[-1] + "ing")
    past = next((words.irregular[form] for form in forms if form in words.irregular), None)
    if past is None:
        past = (
            low + "d"
            if low.endswith("e")
            else low[:-1] + "ied"
            if low[-1] == "y" and low[-2] not in "aeiou"
            else low + "ed"
        )
    return replace(token, text=past, low=past, tag=Tag.PAST)


def with_participle_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a participle beside its auxiliary: "was, in most towns, held quietly" as "was held in most towns quietly"."""
    for index in range(1, len(tokens) - _SHORTEST):
        if tokens[index].tag not in {Tag.BE, Tag.HAVE} or tokens[index + 1].tag is not Tag.COMMA:
            continue
        comma = next((i for i in range(index + 2, len(tokens)) if tokens[i].tag is Tag.COMMA), len(tokens))
        done = comma + 1
        while done < len(tokens) and tokens[done].tag in {Tag.ADVERB, Tag.BE}:
            done += 1
        inside = tokens[index + 2 : comma]
        plain = (
            inside and inside[0].tag in {Tag.PREPOSITION, Tag.TIME} and all(t.tag in _PLAIN for t in inside)
        )
        if plain and done < len(tokens) and tokens[done].tag in {Tag.PAST_OR_PARTICIPLE, Tag.PARTICIPLE}:
            return (*tokens[: index + 1], *tokens[comma + 1 : done + 1], *inside, *tokens[done + 1 :])
    return tokens


_SHORTEST = 4  # tokens from an auxiliary to the end of such a sentence
_PLAIN = frozenset(
    [Tag.PREPOSITION, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.TIME, Tag.ADVERB]
)


def with_date_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a date behind the object it goes with: "has an embassy and, since 2011, a consulate" as "has a consulate since 2011".

    What has no date of its own there is left out.
    """
    for index in range(1, len(tokens) - 5):
        if tokens[index].tag is not Tag.COORDINATOR or tokens[index + 1].tag is not Tag.COMMA:
            continue
        time = index + 2 + (tokens[index + 2].tag is Tag.PREPOSITION)
        if tokens[time].tag is not Tag.TIME or tokens[time + 1].tag is not Tag.COMMA:
            continue
        start = time + 2
        end = next((i for i in range(start, len(tokens)) if tokens[i].tag in _BREAKS), len(tokens))
        if tokens[start].tag in _STARTS - {Tag.PRONOUN} and not any(
            t.tag in _VERBS for t in tokens[start:end]
        ):
            before = _undated_object(tokens, index)
            return (*tokens[:before], *tokens[start:end], *tokens[index + 2 : time + 1], *tokens[end:])
    return tokens


def _undated_object(tokens: tuple[Token, ...], end: int) -> int:
    """Where the object begins that a verb governs up to `end`; behind the conjunction at `end`, if that has a date."""
    verb = next((i for i in range(end - 1, -1, -1) if tokens[i].tag in _VERBS), end)
    plain = verb + 1 < end and tokens[verb + 1].tag in _STARTS
    return verb + 1 if plain and not any(t.tag is Tag.TIME for t in tokens[verb:end]) else end + 1


_BREAKS = frozenset({Tag.COMMA, Tag.STOP, Tag.END, Tag.COORDINATOR})
_VERBS = frozenset(
    {Tag.PAST, Tag.PAST_OR_PARTICIPLE, Tag.PRESENT, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.PARTICIPLE}
)
