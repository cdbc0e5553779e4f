"""Parts: subjects that are a part or another of what stands before: "the first of which", "that at Ashby"."""

from timeline.extract.chunks import head_noun
from timeline.extract.clauses import Parsed
from timeline.extract.words import Tag


def part_of(text: str, sentence: Parsed, index: int) -> str | None:
    """What "the first of which" is: "first of the bridges"; None where nothing before it is meant."""
    tokens, clause = sentence.tokens, sentence.clauses[index]
    if clause.subject is None or clause.antecedent is None:
        return None
    part = text[tokens[clause.subject[0]].start : tokens[clause.subject[1] - 2].end]
    start, end = clause.antecedent
    whole = text[tokens[start].start : tokens[end - 1].end]
    small = whole if tokens[start].tag is Tag.NAME else whole[:1].lower() + whole[1:]
    return f"{part[:1].upper()}{part[1:]} {small}"


def another(text: str, sentence: Parsed, index: int) -> str | None:
    """What "that at Ashby" is, behind "the upper mill closed": "mill at Ashby"."""
    own = sentence.clauses[index].subject
    before = next(
        (c.subject for c in reversed(sentence.clauses[:index]) if c.subject and c.subject != own), None
    )
    if own is None or before is None:
        return None
    head = sentence.tokens[head_noun(sentence.tokens, *before)]
    if head.tag is not Tag.NOUN:
        return None
    return f"{head.low} {text[sentence.tokens[own[0] + 1].start : sentence.tokens[own[1] - 1].end]}"
