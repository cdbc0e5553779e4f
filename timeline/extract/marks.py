"""Marks: those that stand in pairs, each with its other."""

from collections.abc import Sequence

from timeline.extract.words import Tag, Token

MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.OPEN, Tag.CLOSE, Tag.QUOTE, Tag.END})

CLOSING = {"“": "”", "„": "“", "«": "»", "»": "«", "‘": "’"}


def brackets_closed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without a bracket that closes none of them: "It was founded in 1818.)"."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.tag is Tag.OPEN
        if token.tag is Tag.CLOSE and not depth:
            continue
        depth -= token.tag is Tag.CLOSE
        kept.append(token)
    return kept


def quotes_closed(tokens: list[Token]) -> list[Token]:
    """A quotation that was cut short is closed where it was cut; a closing mark alone goes."""
    marks = [i for i, t in enumerate(tokens) if t.tag is Tag.QUOTE]
    if len(marks) % 2 == 0:
        return tokens
    last = marks[-1]
    if last == len(tokens) - 1 or tokens[last].text in {"”", "’", "»"}:
        return tokens[:last] + tokens[last + 1 :]
    mark = CLOSING.get(tokens[last].text, tokens[last].text)
    return [*tokens, Token(-1, -1, mark, mark, Tag.QUOTE)]
