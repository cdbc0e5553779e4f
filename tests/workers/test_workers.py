"""Documents read by many: the outcomes are those of one, whatever becomes of the workers."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import distributed
import pytest
from click.testing import CliRunner

from timeline import pipeline, workers
from timeline.cli import main
from timeline.model.document import DocumentId
from timeline.pipeline import Input

SOURCES = tuple(
    Input(
        DocumentId(f"{number}.txt"),
        f"The pier {number} burned down on {number % 28 + 1} May 1911.\n".encode(),
    )
    for number in range(30)
)


def test_the_outcomes_come_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_BATCH", 7)
    found = list(workers.spread(SOURCES, lambda: ThreadPoolExecutor(2), 2))
    assert found == list(pipeline.one_by_one(SOURCES))


def test_batches_hold_so_much_and_no_more() -> None:
    sizes = [10, 300_000, 200_000, 900_000, 5, 5]
    sources = [Input(DocumentId(f"{n}.txt"), b"x" * size) for n, size in enumerate(sizes)]
    assert [[len(s.content) for s in batch] for batch in workers._batches(sources)] == [
        [10, 300_000],
        [200_000],
        [900_000],
        [5, 5],
    ]
    assert [len(batch) for batch in workers._batches(SOURCES * 10)] == [200, 100]


class Refusing(Executor):
    """A pool whose workers died before it was given anything."""

    def submit(self, work, /, *arguments):
        raise BrokenExecutor(work, arguments)


class Counting(Executor):
    """Runs what it is given when its result is asked for; counts what was handed in before."""

    def __init__(self) -> None:
        self.waiting = self.most = 0
        self.lock = threading.Lock()

    def submit(self, work, /, *arguments):
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future: Future = Future()
        result = future.result

        def later(timeout=None):
            if not future.done():
                self.waiting -= 1
                future.set_result(work(*arguments))
            return result(timeout)

        future.result = later  # type: ignore[method-assign]
        return future


def test_no_more_is_under_way_than_keeps_the_workers_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_BATCH", 1)
    executor = Counting()
    assert len(list(workers.spread(SOURCES, lambda: executor, 3))) == len(SOURCES)
    assert executor.most == 6


def deadly(source: Input):
    if source.id == "13.txt" and os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    if source.id == "7.txt":
        raise ValueError("a fault of ours")
    return REAL(source)


HERE, REAL = os.getpid(), pipeline.analysed


def test_a_document_that_kills_its_worker_is_named_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pipeline, "analysed", deadly)  # the workers are forked, and inherit it
    monkeypatch.setattr(workers, "_BATCH", 5)
    found = list(workers.spread(SOURCES, lambda: ProcessPoolExecutor(2, mp_context=get_context("fork")), 2))
    lost = {n: outcome for n, outcome in enumerate(found) if outcome.value is None}
    assert sorted(lost) == [7, 13]
    assert lost[13].problems[0].file == "13.txt"
    assert "kills the process" in lost[13].problems[0].message
    assert "a fault of ours" in lost[7].problems[0].message
    assert [o for n, o in enumerate(found) if n not in lost] == [
        REAL(source) for n, source in enumerate(SOURCES) if n not in lost
    ]


def test_a_cluster_whose_worker_is_killed_gives_what_one_process_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "_BATCH", 2)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
    ) as cluster:
        outcomes = workers.scheduled(cluster.scheduler_address)(SOURCES)
        found = [next(outcomes)]  # so they are at work
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        found.extend(outcomes)
    assert found == list(pipeline.one_by_one(SOURCES))


def test_a_build_reads_on_the_workers_of_a_scheduler(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "pier.txt").write_bytes(SOURCES[3].content)
    run = CliRunner()
    lost = run.invoke(main, ["build", str(tmp_path), "--scheduler", "nowhere://x"])
    assert lost.exit_code == 1
    assert lost.output.startswith("no scheduler answers at nowhere://x")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=None
    ) as cluster:
        built = run.invoke(main, ["build", str(tmp_path), "--scheduler", cluster.scheduler_address])
        assert built.exit_code == 0, built.output
        assert any("batch_analysed" in name for name in cluster.scheduler.task_prefixes)
    assert "The pier 3 burned down" in (tmp_path / "output" / "timeline.csv").read_text("utf-8")


def test_a_batch_that_a_broken_pool_refuses_is_read_by_the_next() -> None:
    made = [Refusing(), ThreadPoolExecutor(1), ThreadPoolExecutor(1)]
    found = list(workers.spread(SOURCES[:1], lambda: made.pop(0), 1))
    assert found == list(pipeline.one_by_one(SOURCES[:1]))


_KILLED = """
import os, time
from timeline.workers import processes
def main():
    pool = processes(2)
    print(*{pool.submit(os.getpid).result() for _ in range(20)} | {p for p in pool._processes}, flush=True)
    time.sleep(60)
main()
"""


def test_workers_end_with_a_build_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        pids = [int(number) for number in build.stdout.readline().split()]
        assert pids
        assert build.pid not in pids
        build.kill()
    for _ in range(400):
        left = [number for number in pids if _is_alive(number)]
        if not left:
            return
        time.sleep(0.05)
    raise AssertionError(left)


def _is_alive(number: int) -> bool:
    """Whether a process runs: one that has ended and that nobody has asked about does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
