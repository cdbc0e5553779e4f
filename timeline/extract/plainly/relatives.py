"""Relatives: what hangs on a noun, as a sentence of its own: the noun, the auxiliary that it lacks, and the clause."""

from timeline.extract.plainly.genders import sought
from timeline.extract.plainly.order import clitics_first, clitics_second, verb_from_end
from timeline.extract.plainly.roles import Clause, Role
from timeline.extract.plainly.scene import PlainScene
from timeline.extract.plainly.subjects import is_object, is_verbal, subject, verbs_end
from timeline.extract.plainly.verbs import finite_at, is_participle
from timeline.extract.plainly.wording import Tokens, kept
from timeline.extract.wording import as_word
from timeline.extract.words import Tag, Token
from timeline.languages.telling import TellingWords

_FEWEST = 3  # words of a clause that says where


def relative(scene: PlainScene, clause: Clause) -> Tokens:
    """The noun and its clause ("treaty that both signed"); with the noun itself for the pronoun where that is plainly the subject."""
    words = scene.words
    noun = _nominative(scene, clause)
    pronoun = next((n for n, i in enumerate(clause.tokens[:2]) if scene.tokens[i].low in words.relatives), 0)
    own = kept(scene, clause.tokens, protected=pronoun + 1)
    while own and own[0].tag is Tag.COMMA:
        own = own[1:]
    if not noun or not own:
        return ()
    if not any(token.low in words.relatives for token in own[:2]):
        return (*noun, *_relative_lead(scene, clause), *own)
    bound = words.determiners, words.possessives, words.pronouns
    following = own[1] if len(own) > 1 else None
    does = not words.verb_second and _does(own, words)
    if not words.verb_second and own[0].low in words.relatives and does and not pronoun:
        return (*noun, *own[1:])  # "que había llegado a la isla": nobody else does it
    if words.verb_second and own[0].low in words.subject_relatives and _acts_on(following, own, words):
        return verb_from_end((*noun, *own[1:]), words)
    masculine = (
        own[0].low in words.masculine and noun[0].low in words.masculine
    )  # "der Händler, der es verkaufte"
    if masculine and words.verb_second and own[0].low in words.subject_relatives:
        return verb_from_end((*noun, *own[1:]), words)
    if own[0].low in words.subject_relatives and following is not None:
        takes = following.tag is Tag.NAME or any(following.low in group for group in bound)
        if not words.verb_second:
            return (*noun, *own[1:])
        if not takes:
            return verb_from_end((*noun, *own[1:]), words)
    return (*noun, Token(-1, -1, ",", ",", Tag.COMMA), *own) if words.verb_second else (*noun, *own)


def _does(own: Tokens, words: TellingWords) -> bool:
    """Whether the pronoun that opens a clause is who did it: nothing after its verbs can be, "que cerró | su maternidad"."""
    end = verbs_end(own, 1, words)
    verbs = [token.low for token in own[1:end]]
    if not verbs:
        return False
    rest = own[end:]
    reflexive = any(low in words.reflexives and low not in words.negations for low in verbs)
    return not rest or reflexive or rest[0].low in words.prepositions or is_object(rest, verbs, words)


def _acts_on(following: Token | None, own: Tokens, words: TellingWords) -> bool:
    """Whether what follows a pronoun can only be an object: "die | den Fluss überquerte", "das | 340 Betten hatte"."""
    if following is None:
        return False
    many = any(finite_at(own, i, words) and own[i].low in words.plural_verbs for i in range(len(own)))
    return (following.low in words.masculine_objects and following.low not in words.masculine) or (
        following.tag is Tag.NUMBER and not many
    )


def _relative_lead(scene: PlainScene, clause: Clause) -> Tokens:
    """What a relative clause shares with the one before it: "que", "cuyas obras"."""
    same = [c for c in scene.clauses if c.role is Role.RELATIVE and c.antecedent == clause.antecedent]
    before = kept(scene, same[0].tokens, protected=1)
    verb = next((i for i in range(len(before)) if finite_at(before, i, scene.words)), 1)
    return before[:verb] if same[0] is not clause else ()


def _nominative(scene: PlainScene, clause: Clause) -> Tokens:
    """The noun a clause hangs on, without an article whose case may be another's."""
    noun, words = kept(scene, clause.antecedent), scene.words
    first = clause.antecedent[0] if clause.antecedent else 0
    governed = first > 0 and scene.tokens[first - 1].low in words.prepositions
    oblique = len(noun) > 1 and noun[0].low in words.oblique
    if words.verb_second and len(noun) > 1 and (oblique or (governed and noun[0].low in words.determiners)):
        return noun[1:]
    return noun


def placed(scene: PlainScene, clause: Clause) -> Tokens:
    """A clause that only says where something went on, with who did it: "…, donde se licenció" as "Ana Ruiz se licenció"."""
    words = scene.words
    own = kept(scene, clause.tokens)
    if len(own) < _FEWEST or own[0].low not in words.places:
        return ()
    own = own[1:]
    if not words.null_subject or not is_verbal(own, 0, words) or _told_after(own, words):
        return clitics_second(own, words)
    lead = subject(scene, clause.parent) if clause.parent is not None else ()
    named = lead or _topic_name(scene, own)
    return (*named, *clitics_first(own, words)) if named else clitics_second(own, words)


def _topic_name(scene: PlainScene, own: Tokens) -> Tokens:
    name = scene.topic(sought(own, scene.words))
    return (as_word(name),) if name else ()


def _told_after(own: Tokens, words: TellingWords) -> bool:
    """Whether a subject stands right after the verbs that open a clause."""
    at = next((i for i in range(len(own)) if not is_verbal(own, i, words)), len(own))
    return at < len(own) and (own[at].tag is Tag.NAME or own[at].low in words.determiners)


_MANY = {
    "it": ("i", "e"),
    "sr": ("ni", "ne", "ti", "te"),
    "hr": ("ni", "ne", "ti", "te"),
    "bs": ("ni", "ne", "ti", "te"),
}


def helped(who: Tokens, own: Tokens, words: TellingWords) -> Tokens:
    """The auxiliary that makes a participle behind its noun a sentence: "les presses, classées" as "les presses sont classées"."""
    if not who or not own or not words.copula_one or not is_participle(own, 0, words):
        return ()
    if own[0].low in words.unaided:
        return ()
    ends = own[0].low.endswith(_MANY.get(words.code, ("s",)))
    many = ends and not (who[0].low in words.masculine or who[0].low in words.feminine)
    word = next(iter((words.copula_many if many else words.copula_one).words))
    return (Token(-1, -1, word, word, Tag.NOUN),)
