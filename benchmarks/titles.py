"""What is wrong with titles, counted: each is read once more beside its quotation.

    timeline extract FILE… --format jsonl | python benchmarks/titles.py [--list FAULT]

A count of plain faults of form and of words left open; whether a title is true only a reader can say (`titles.md`).
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.extract.agreement import disagrees
from timeline.extract.parsing import parsed
from timeline.extract.tokens import tokens
from timeline.extract.wording import LONGEST
from timeline.extract.words import Tag, Token
from timeline.languages import events
from timeline.languages.events import EventWords
from timeline.model.document import Span

_LEADING = {Tag.PREPOSITION, Tag.TO, Tag.DETERMINER, Tag.POSSESSIVE}
_HELPING = {Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL}
_OPENERS = {Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COORDINATOR, Tag.THAT}
_PAIRS = (("“", "”"), ("(", ")"), ("«", "»"), ("[", "]"))
_OPEN = {"he", "she", "it", "they", "this", "these", "those", "him", "her", "them"}
_FEWEST = 3


def main() -> int:
    arguments = _arguments()
    words = events.words("en")
    if words is None:
        return 1
    counts: Counter[str] = Counter()
    titles = 0
    for line in sys.stdin:
        row = json.loads(line)
        titles += 1
        for fault in set(faults(row["title"], row["quote"], words)):
            counts[fault] += 1
            if fault == arguments.list:
                print(row["title"], "|", " ".join(row["quote"].split()), sep=" ")
    if not arguments.list:
        print(f"{titles} titles, {sum(counts.values())} faults")
        for fault, count in counts.most_common():
            print(f"{count:5} {100 * count / max(1, titles):5.1f} %  {fault}")
    return 0


def faults(title: str, quote: str, words: EventWords) -> Iterator[str]:
    """What is wrong with a title, read beside its quotation."""
    own = title.rpartition(": ")[2] if not title.startswith("“") else title
    said = tokens(own, Span(0, len(own)), (), words)
    source = tokens(quote, Span(0, len(quote)), (), words)
    count = sum(
        token.tag not in {Tag.COMMA, Tag.QUOTE, Tag.END, Tag.OPEN, Tag.CLOSE, Tag.STOP} for token in said
    )
    if not said:
        return
    if len(title.split()) > LONGEST:
        yield "too long"
    if count < _FEWEST and len(quote.split()) > _FEWEST:
        yield "too short"
    if any(title.count(one) != title.count(two) for one, two in _PAIRS) or title.count('"') % 2:
        yield "a mark without its pair"
    at = _aligned(said, source)
    if (
        said[-1].tag in _HELPING | _OPENERS | {Tag.TO, Tag.DETERMINER, Tag.POSSESSIVE}
        and said[-1].low != "her"
    ):
        yield "dangling end"
    if said[-1].tag is Tag.PREPOSITION and not _ends_alike(at, source):
        yield "dangling end"
    if said[0].tag in {Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COORDINATOR}:
        yield "opens as no clause does"
    if said[0].tag is Tag.PRONOUN and said[0].low in _OPEN:
        yield "pronoun for its subject"
    elif any(token.tag is Tag.PRONOUN and token.low in {"him", "her", "them"} for token in said):
        yield "pronoun for its object"
    if said[0].tag is Tag.POSSESSIVE and said[0].low in {"his", "her", "its", "their"}:
        yield "whose it is stays open"
    yield from _joints(said, at)
    for clause in parsed(said, words).clauses[:1]:
        if clause.subject is not None:
            verb = said[clause.verb.first : clause.verb.end]
            if disagrees(said[slice(*clause.subject)], verb, words):
                yield "subject and verb disagree"
    if (
        title.startswith("“")
        and '"' not in quote
        and "“" not in quote
        and not re.search(r"\b(I|[Ww]e|my|our|me|us)\b", quote)
    ):
        yield "quotation marks though nobody speaks"


def _joints(said: Sequence[Token], at: Sequence[int | None]) -> Iterator[str]:
    for (one, here), (two, there) in zip(
        zip(said, at, strict=True), list(zip(said, at, strict=True))[1:], strict=False
    ):
        if here is None or there is None or there == here + 1:
            continue
        leads = two.tag in {Tag.PREPOSITION, Tag.TO, Tag.COORDINATOR, Tag.COMMA, Tag.END}
        if one.tag in _LEADING and leads and not (one.tag is Tag.TO and two.tag is Tag.PREPOSITION):
            yield "gap where something was left out"


def _aligned(said: Sequence[Token], source: Sequence[Token]) -> list[int | None]:
    """For each word of a title the nearest following place in its quotation that has it; None for what is not there."""
    places: dict[str, list[int]] = {}
    for index, token in enumerate(source):
        places.setdefault(token.low, []).append(index)
    found: list[int | None] = []
    last = -1
    for token in said:
        here = places.get(token.low, [])
        place = next((i for i in here if i > last), here[0] if here else None)
        found.append(place)
        last = place if place is not None else last
    return found


def _ends_alike(at: Sequence[int | None], source: Sequence[Token]) -> bool:
    """Whether the sentence ends with that word too, or with it before a mark: "which they asked for"."""
    last = at[-1]
    return last is not None and (
        last + 1 >= len(source) or source[last + 1].tag in {Tag.END, Tag.COMMA, Tag.STOP}
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count what is wrong with titles.")
    parser.add_argument("--list", metavar="FAULT", help="list the titles that have it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
