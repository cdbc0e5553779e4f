"""Alleged: the title of what a noun of claiming tells: "Allegation that ballots were burnt", "No evidence that the vote was rigged"."""

from timeline.extract.claims import run_end
from timeline.extract.marks import MARKS
from timeline.extract.naming import clause_title
from timeline.extract.phrases import nominal_start
from timeline.extract.scene import Scene
from timeline.extract.wording import (
    LONGEST,
    cleaned,
    phrase,
    trimmed,
    without_opening,
    word_count,
    written,
)
from timeline.extract.words import Tag

_LONGEST = LONGEST + 2  # words of a title that says too what became of the claim
_NONE = frozenset({"no", "little", "any"})  # "found no evidence", "did not find any proof"
_LINKS = frozenset({"for", "of", "to", "behind", "in"})


def alleged_title(scene: Scene, noun: int, index: int) -> str:
    """A title for a claim: its noun and what that says, and the verdict on it where that stands right behind."""
    sentence, words = scene.sentence, scene.words
    tokens = sentence.tokens
    start, end = _start(scene, noun), run_end(sentence, index)
    none = tokens[start].low in _NONE
    verdict = next((c.verb for c in sentence.clauses if c.verb.finite and c.verb.first == end), None)
    if verdict is not None:
        stop = next((i for i in range(verdict.end, len(tokens)) if tokens[i].tag in MARKS), len(tokens))
        whole = trimmed(cleaned(tokens, range(start, stop), words))
        if word_count(whole) <= _LONGEST:
            return written(without_opening(whole))
    title = phrase(tokens, start, end, words)
    return f"No {title[:1].lower()}{title[1:]}" if none and title else title


_VERDICT = 3  # words of "is very likely"


def it_was_claimed(scene: Scene, index: int, teller: int) -> str:
    """A title for what nobody in particular tells: "Board had sold it, it was claimed"; "" for what somebody does."""
    sentence = scene.sentence
    tokens, clause = sentence.tokens, sentence.clauses[teller]
    if clause.subject is None or tokens[clause.subject[0]].low != "it":
        return ""
    if not clause.verb.passive and tokens[clause.verb.head].tag is not Tag.BE:
        return ""
    title, _ = clause_title(scene, index, None)
    end = max(clause.verb.end, min(sentence.clauses[index].opener, clause.verb.end + _VERDICT))
    said = written(tokens[clause.verb.first : end])
    return f"{title}, it {said[:1].lower()}{said[1:]}" if title else ""


def _start(scene: Scene, noun: int) -> int:
    """Where the phrase of a noun of claiming begins: "no evidence for the | allegation" with what is not there."""
    tokens = scene.sentence.tokens
    start = min(nominal_start(tokens, noun + 1), nominal_start(tokens, noun), noun)
    while start > 1 and tokens[start - 1].low in _LINKS:
        before = nominal_start(tokens, start - 1)
        if before >= start - 1 or tokens[before].low not in _NONE:
            break
        start = before
    return start
