"""Speed of tagging and resolving: kB of text a processor second on one core, warm and cold, and how it grows.

    python benchmarks/speed.py [FOLDER] [--peers]

FOLDER holds `data/*.jsonl` of temporal corpora; it is no part of the project. A kB is 1,000 bytes of UTF-8. *Cold* is
the first reading of a corpus in a fresh process (the language is loaded, its memory of windows empty), *warm* the
best of the later ones. `--peers` adds dateparser's search, on as much of the news as it gets through in a minute.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from timeline.languages import language
from timeline.model.document import Document, DocumentId, Passage, Role, Span
from timeline.resolve import dated
from timeline.tag import expressions
from timeline.times import edtf
from timeline.times.when import When

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
NEWS = ("TimeBank", "AQUAINT")
ROUNDS = 7
PEER_SECONDS = 60


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.folder / "data").is_dir():
        sys.exit(f"no corpora in {arguments.folder}: give the folder that holds data/")
    corpora = {name: _documents(arguments.folder / "data" / f"{name}.jsonl") for name in (*NEWS, "WikiWars")}
    gc.freeze()  # the corpora are not the work measured
    start = time.process_time()
    language("en")
    print(f"loading the language: {time.process_time() - start:.3f} s")
    print(f"{'kB a processor second':24}{'kB':>8}{'cold':>10}{'tag warm':>10}{'both warm':>11}")
    for name, documents in corpora.items():
        size = _size(documents)
        cold, both = _timed(lambda documents=documents: _read(documents))
        _, tag = _timed(lambda documents=documents: _tag(documents))
        print(
            f"{name:24}{size / 1000:8.0f}{size / cold / 1000:10.0f}{size / tag / 1000:10.0f}{size / both / 1000:11.0f}"
        )
    _growth([document for name in NEWS for document in corpora[name]])
    if arguments.peers:
        _dateparser([document for name in NEWS for document in corpora[name]])


def _growth(documents: Sequence[tuple[Document, When]]) -> None:
    """One document of 1, 2, 4, … times the news: the rate must not fall."""
    text = "\n\n".join(document.text for document, _ in documents)
    print("\ngrowth (one document)")
    for factor in (1, 4, 16, 64):
        repeated = "\n\n".join([text] * factor)
        document = Document(DocumentId("growth"), repeated, (), "en")
        start = time.process_time()
        dated(document, expressions(document, language("en")), language("en"), edtf.parse("1998-06-01"))
        spent = time.process_time() - start
        size = len(repeated.encode())
        print(f"{size / 1e6:8.1f} MB{spent:8.2f} s{size / spent / 1000:8.0f} kB/s")


def _dateparser(documents: Sequence[tuple[Document, When]]) -> None:
    from dateparser.search import search_dates  # noqa: PLC0415 - a peer, wanted only here

    size, spent = 0, 0.0
    for document, _ in documents:
        start = time.process_time()
        search_dates(document.text, languages=["en"])
        spent += time.process_time() - start
        size += len(document.text.encode())
        if spent > PEER_SECONDS:
            break
    print(f"\ndateparser search: {size / spent / 1000:.0f} kB/s")


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    """Processor seconds of the first round, and of the best of the later ones."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        rounds.append(time.process_time() - start)
    return rounds[0], min(rounds[1:])


def _read(documents: Sequence[tuple[Document, When]]) -> None:
    words = language("en")
    for document, written in documents:
        dated(document, expressions(document, words), words, written)


def _tag(documents: Sequence[tuple[Document, When]]) -> None:
    words = language("en")
    for document, _ in documents:
        expressions(document, words)


def _documents(path: Path) -> list[tuple[Document, When]]:
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        (
            Document(
                DocumentId(line["doc_id"]),
                line["text"],
                (Passage(Span(0, len(line["text"])), Role.PROSE),),
                "en",
            ),
            edtf.parse(line["dct"][:10]),
        )
        for line in lines
    ]


def _size(documents: Sequence[tuple[Document, When]]) -> int:
    return sum(len(document.text.encode()) for document, _ in documents)


if __name__ == "__main__":
    main()
