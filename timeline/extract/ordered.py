"""Ordered: the title of what a paper brings about, for its own date: "signed an order on Friday | lifting the curfew from Monday"."""

from timeline.extract.called import is_paper
from timeline.extract.phrases import nominal_start
from timeline.extract.scene import Scene
from timeline.extract.time_phrase import time_phrase
from timeline.extract.wording import phrase
from timeline.extract.words import Tag


def ordered_title(scene: Scene, index: int, at: int) -> str:
    """A title for the date at a token, "Order lifting the curfew"; "" where the date is not of what a paper orders."""
    sentence, words = scene.sentence, scene.words
    tokens, verb = sentence.tokens, sentence.clauses[index].verb
    begin = time_phrase(tokens, at, words)[0]
    doing = next((i for i in range(verb.end + 1, begin) if tokens[i].tag is Tag.ING), None)
    if doing is None:
        return ""
    noun = next((i for i in range(doing - 1, verb.end, -1) if tokens[i].tag in {Tag.NOUN, Tag.NAME}), None)
    dated = noun is not None and any(tokens[i].tag is Tag.TIME for i in range(noun, doing))
    if noun is None or not dated or not is_paper(tokens[noun].low, words):
        return ""
    return phrase(tokens, nominal_start(tokens, noun + 1), begin, words)
