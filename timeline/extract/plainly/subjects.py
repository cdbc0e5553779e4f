"""Subjects: who or what a clause is about, where that stands plain in its words."""

from collections.abc import Sequence

from timeline.extract.plainly.order import constituent, verb_second
from timeline.extract.plainly.roles import Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.wording import Tokens, tidy, told_tokens
from timeline.extract.plainly.words import is_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords


def subject(scene: PlainScene, index: int) -> Tokens:
    """The subject of a clause as it stands, () where none does or none can be told."""
    clause = scene.clauses[index]
    own = told_tokens(scene, clause)
    if clause.role in {Role.JOINED, Role.ELLIPTIC} and lacks_subject(scene, index):
        return subject(scene, clause.parent) if clause.parent is not None else ()
    return _verb_seconds(own, scene.words) if scene.words.verb_second else _before_verb(own, scene.words)


def lacks_subject(scene: PlainScene, index: int) -> bool:
    """Whether a clause's own words do not say who did it."""
    clause, words = scene.clauses[index], scene.words
    if clause.role is Role.ELLIPTIC:
        return True
    own = told_tokens(scene, clause)
    if not own or not is_verbal(own, 0, words):
        return False
    if words.verb_second:
        return clause.role is not Role.MAIN and not _inverted(scene, index)
    return not words.null_subject or not _after_verb(own, words)


def _inverted(scene: PlainScene, index: int) -> bool:
    """Whether a date stood before the verb, so that the subject follows it: "und 2017 trat das Abkommen in Kraft"."""
    clause = scene.clauses[index]
    for at in clause.tokens[clause.opener :]:
        if scene.is_time(at):
            return True
        if finite_at(scene.tokens, at, scene.words):
            return False
    return False


def _verb_seconds(own: Tokens, words: TellingWords) -> Tokens:
    ordered = verb_second(own, words)
    verb = next((i for i in range(len(ordered)) if finite_at(ordered, i, words)), None)
    if verb is None or not verb:
        return ()
    first = ordered[:verb]
    if first[0].low in words.prepositions or (first[0].tag is Tag.NOUN and not _begins_noun(first, words)):
        after = ordered[verb + 1 :]
        size = constituent(after, words)
        return after[:size] if size and after[0].low not in words.prepositions else ()
    return tidy(first)


def _begins_noun(tokens: Tokens, words: TellingWords) -> bool:
    low = tokens[0].low
    return (
        low in words.determiners or low in words.possessives or low in words.pronouns or len(tokens) > 1
    ) and constituent(tokens, words) > 0


def _before_verb(own: Tokens, words: TellingWords) -> Tokens:
    verb = next((i for i in range(len(own)) if finite_at(own, i, words)), None)
    if verb is None:
        return ()
    if is_verbal(own, 0, words):
        return _after_verb(own, words) if words.null_subject else ()
    before = own[:verb]
    while before and (before[-1].low in words.reflexives or before[-1].low in words.clitics):
        before = before[:-1]
    commas = [i for i, t in enumerate(before) if t.tag is Tag.COMMA]
    if words.null_subject and commas == [len(before) - 1]:
        return ()  # "Hija de un ferroviario, se trasladó": no subject has one comma behind it
    if before and before[0].low in words.prepositions:
        before = before[commas[-1] + 1 :] if commas else ()
    cut = next((i for i in range(len(before)) if is_participle(before, i, words)), len(before))
    return tidy(before[:cut])


def is_verbal(tokens: Tokens, at: int, words: TellingWords) -> bool:
    """Whether a verb stands at `at`, or what only stands before or after one."""
    low = tokens[at].low
    if finite_at(tokens, at, words) or is_participle(tokens, at, words) or low in words.clitics:
        return True
    after = at
    while after < len(tokens) and tokens[after].low in words.reflexives:
        after += 1
    return at < after < len(tokens) and finite_at(tokens, after, words)


def verbs_end(own: Tokens, start: int, words: TellingWords) -> int:
    """Where the verbs end that stand side by side from a place on."""
    at = start
    while at < len(own) and (is_verbal(own, at, words) or (at > start and _goes_with(own, at, words))):
        at += 1
    return at


def _goes_with(own: Tokens, at: int, words: TellingWords) -> bool:
    """Whether a word goes on with the verb before it: an infinitive, or what stands for one, "do të | shqyrtojë"."""
    return own[at].low in words.infinitives or own[at - 1].low in words.infinitive_marks


def _after_verb(own: Tokens, words: TellingWords) -> Tokens:
    """The noun phrase right after the verbs that open a clause, unless these take it for their object."""
    at = verbs_end(own, 0, words)
    verbs = [token.low for token in own[:at]]
    while at < len(own) and own[at].low in words.adverbs:
        at += 1
    if at < len(own) and own[at].low in words.coordinators:
        return ()
    if at < len(own) and words.definites and own[at].tag is Tag.NOUN and not _is_bound(own[at], words):
        return ()  # "fue nombrada directora"
    # where a pronoun is what it is done to, the noun did it: "kupila ju je | porodica"
    reflexive = any(low in words.reflexives or low in words.object_clitics for low in verbs)
    if any(low in words.transitive for low in verbs) and not reflexive:
        return ()
    if not reflexive and (is_object(own[at:], verbs, words) or _has_done(verbs, words)):
        return ()
    end = at
    about = own[end : end + 1] and own[end].low in words.prepositions and own[end].low not in words.passing
    if about and end + 1 < len(own) and own[end + 1].tag is Tag.NUMBER:
        end += 1  # "u dogjën rreth 800 libra"
    while end < len(own) and (is_word(own[end]) or own[end].tag is Tag.QUOTE):
        low = own[end].low
        if (low in words.prepositions and low not in words.attributive) or finite_at(own, end, words):
            break
        end += 1
    return own[at:end]


def _has_done(verbs: Sequence[str], words: TellingWords) -> bool:
    """Whether verbs are a perfect made with "have" where what comes about takes "be": "ha respinto | gli emendamenti"."""
    return any(low in words.done_to for low in verbs[:-1]) and verbs[-1] in words.participles


def agree(noun: str, verbs: Sequence[str], words: TellingWords) -> bool:
    """Whether a noun may be the subject of a Slavic participle by its ending: "otvorena … škola", not "zatvorila … dom"."""
    done = next((low for low in reversed(verbs) if low in words.participles), "")
    if not done or noun in words.cardinals or noun in words.small_cardinals:
        return not done or done.endswith(_NEUTER)
    if done.endswith("a"):
        return noun.endswith("a")
    if done.endswith(_NEUTER):
        return noun.endswith(("o", "e", "a", "i"))
    return noun.endswith(("i", "e", "a")) if done.endswith(("i", "e")) else noun[-1] not in "aeiu"


_NEUTER = ("lo", "no", "to")


def is_object(own: Tokens, verbs: list[str], words: TellingWords) -> bool:
    """Whether what follows verbs is what they are done to: it has a case that no subject has ("kupila je | kuću"), or it is
    new or somebody's ("cerró | su maternidad"), unless the verb is one of coming about ("nació | una ciudad").
    """  # noqa: D205  # one sentence
    if not own or own[0].tag is Tag.NAME or not words.arising or any(low in words.arising for low in verbs):
        return False
    if _is_passive(verbs, words):
        return False
    noun = next((t for t in own if t.tag is Tag.NOUN and not _is_bound(t, words)), None)
    bare = own[0].tag is Tag.NOUN and not _is_bound(own[0], words)
    if noun is None:
        return own[0].tag is Tag.NUMBER
    if noun.low in words.oblique or (words.clitics and not agree(noun.low, verbs, words)):
        return True
    if bare and (words.definites or (words.nominatives and noun.low not in words.nominatives)):
        return True
    return own[0].low in words.indefinites or own[0].low in words.possessives or own[0].tag is Tag.NUMBER


def _is_passive(verbs: Sequence[str], words: TellingWords) -> bool:
    if words.clitics:
        done = next((low for low in reversed(verbs) if low in words.participles), "")
        return bool(done) and not done.endswith(_PAST)
    return any(low in words.copulas or low == "sido" for low in verbs)


_PAST = ("o", "la", "lo", "li", "le")  # of a Slavic participle that is active


def _is_bound(token: Token, words: TellingWords) -> bool:
    return token.low in words.determiners or token.low in words.possessives or token.low in words.pronouns


def is_bare_name(tokens: Tokens, words: TellingWords) -> bool:
    """Whether tokens are a name and nothing else: "Ana Ruiz", "Clara von Berg"."""
    if not tokens or tokens[0].tag is not Tag.NAME or tokens[-1].tag is not Tag.NAME or len(tokens) > 5:
        return False
    if (
        tokens[0].low in words.determiners
        or tokens[0].low in words.pronouns
        or tokens[0].low in words.possessives
    ):
        return False
    return all(t.tag is Tag.NAME or t.low in words.attributive for t in tokens)


def stands_behind(said: Tokens, tokens_: Tokens, words: TellingWords) -> bool:
    """Whether a verb stands before what was read as its subject: "cruzó la frontera"."""
    return any(
        finite_at(tokens_, at, words) for at, token in enumerate(tokens_) if token.start < said[0].start
    )
