"""How well documents' own dates are inferred: temporal corpora with their dates withheld.

    python benchmarks/docdate.py [FOLDER] [--wrong] [--corpus NAME]

FOLDER holds `data/*.jsonl`; it is no part of the project. A document counts as *bounded* if both a first and a last
day were found, as *one-sided* if only one of them; *held* is the share of these that hold the true date.
*Our own* are the project's invented documents (`tests/gold`, `benchmarks/fresh`) that bear a day, in front matter or a dateline:
both are withheld, and every other place where they say that very day.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline import read
from timeline.languages import language
from timeline.model.document import Document, DocumentId, Metadata, Passage, Role, Source, Span, Written
from timeline.model.expression import Dated
from timeline.resolve import dated
from timeline.tag import expressions
from timeline.times import edtf
from timeline.times import when as w
from timeline.times.reading import Clock, Numeric, Stated

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
CORPORA = ("TimeBank", "AQUAINT", "WikiWars")
OWN = "own"  # the project's invented documents


@dataclass(frozen=True, slots=True)
class Inferred:
    """A document's true day, as a day number, and what was inferred."""

    name: str
    true: int
    written: Written

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The first day and the day after the last."""
        if self.written.when is None:
            return None, None
        extent = w.extent(self.written.when)
        return extent.start, extent.end

    @property
    def held(self) -> bool:
        """Whether the true date is among the days inferred."""
        start, end = self.bounds
        return (start is None or start <= self.true) and (end is None or self.true < end)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--wrong", action="store_true", help="tell of every document whose date is not held")
    parser.add_argument("--corpus", action="append", help="only this one")
    arguments = parser.parse_args()
    if not arguments.corpus and not (arguments.folder / "data").is_dir():
        sys.exit(f"no corpora in {arguments.folder}: give the folder that holds data/")
    print(
        f"{'':10}{'documents':>10}{'bounded':>10}{'held':>8}{'median days':>13}{'one-sided':>11}{'held':>8}{'open':>7}"
    )
    for corpus in arguments.corpus or (*CORPORA, OWN):
        if corpus == OWN:
            found = [_withheld(path) for path in _documents()]
        else:
            lines = (arguments.folder / "data" / f"{corpus}.jsonl").read_text("utf-8").splitlines()
            found = [_inferred(json.loads(line)) for line in lines]
        _print(corpus, [one for one in found if one is not None])
        if arguments.wrong:
            _tell([one for one in found if one is not None and not one.held])


def _inferred(gold: dict[str, str]) -> Inferred | None:
    """What is inferred for a document; None where the corpus gives no day."""
    if not gold["dct"] or len(gold["dct"]) < len("1998-01-08"):
        return None
    text = gold["text"]
    document = Document(DocumentId(gold["doc_id"]), text, (Passage(Span(0, len(text)), Role.PROSE),), "en")
    words = language("en")
    written = dated(document, expressions(document, words), words).written
    true = edtf.parse(gold["dct"][:10])
    return Inferred(gold["doc_id"], w.extent(true).start or 0, written)


def _documents() -> list[Path]:
    """The project's own invented documents."""
    here = Path(__file__).resolve().parent
    folders = [here.parent / "tests" / "gold" / "documents", *sorted(here.glob("fresh/*/documents"))]
    return [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in (".md", ".txt")]


def _withheld(path: Path) -> Inferred | None:
    """What is inferred for a document of our own without the day it bears; None if it bears none."""
    document = read.document(DocumentId(path.name), path.read_bytes(), Metadata()).value
    if document is None:
        return None
    words = language(document.language)
    found = expressions(document, words)
    resolved = dated(document, found, words)
    when = resolved.written.when
    if (
        resolved.written.source is Source.INFERRED
        or not isinstance(when, w.Date)
        or when.grain is not w.Grain.DAY
    ):
        return None
    says_it = {
        one.expression.span
        for one in resolved.timexes
        if isinstance(one, Dated)
        and one.when == when
        and isinstance(one.expression.reading, (Stated, Numeric, Clock))
    }
    undated = replace(document, metadata=replace(document.metadata, published=None))
    written = dated(undated, [one for one in found if one.span not in says_it], words).written
    if written.source not in (Source.INFERRED, Source.OPEN):
        return None  # it bears another day, too
    return Inferred(path.name, when.start, written)


def _print(corpus: str, found: Sequence[Inferred]) -> None:
    bounded = [one for one in found if None not in one.bounds]
    sided = [one for one in found if one.bounds.count(None) == 1]
    widths = [
        end - start for one in bounded for start, end in [one.bounds] if start is not None and end is not None
    ]
    print(
        f"{corpus:10}{len(found):>10}{len(bounded):>10}{_share(bounded):>8}"
        f"{statistics.median(widths) if widths else 0:>13.0f}{len(sided):>11}{_share(sided):>8}"
        f"{len(found) - len(bounded) - len(sided):>7}"
    )


def _share(found: Sequence[Inferred]) -> str:
    return f"{100 * sum(one.held for one in found) / len(found):.0f} %" if found else "–"


def _tell(found: Sequence[Inferred]) -> None:
    for one in found:
        said = edtf.text(one.written.when) if one.written.when else ""
        source = "" if one.written.source is Source.INFERRED else f" ({one.written.source.value})"
        print(f"  {one.name}: {edtf.text(w.Date(one.true, w.Grain.DAY))} is not in {said}{source}")
        for step in one.written.steps:
            print(f"      {step}")


if __name__ == "__main__":
    main()
