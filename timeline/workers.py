"""Many documents at once, in any `concurrent.futures` executor: processes of this machine, or of others.

Documents travel in batches, and no more batches are under way than keep the workers busy, so that memory does not grow
with their number. A document that kills its worker is found by reading its batch one by one; it is named and left out,
and the rest goes on. The outcomes come in the order of the documents, whoever read them.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline import pipeline
from timeline.model.problem import Outcome, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from timeline.pipeline import Input
    from timeline.store import Analysed

    Maker = Callable[[], Executor]
    Deaths = tuple[type[Exception], ...]

PAYS = 300_000  # bytes of documents, from which starting processes costs less than it saves
_BATCH = 200  # documents that travel together, at most
_WEIGHT = 400_000  # bytes that travel together, but for a larger document alone
_AHEAD = 2  # batches for each worker, one of them waiting

_ANSWERS = "10s"  # time for a scheduler to answer


def analysed(sources: Sequence[Input]) -> Iterator[Analysed]:
    """Read documents here, or in processes where that pays."""
    workers = os.cpu_count() or 1
    if workers < 2 or len(sources) < 2 or sum(len(source.content) for source in sources) < PAYS:
        yield from map(_tried, sources)
        return
    yield from spread(sources, lambda: processes(workers), workers)


def processes(count: int) -> Executor:
    """So many processes of this machine, none of which outlives this one, however it ends."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most builds need no processes, nor what starts them

    return ProcessPoolExecutor(count, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Of a process that is killed nobody tells its workers: they would wait for work for ever."""
    from multiprocessing import connection, parent_process  # noqa: PLC0415 - as above

    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def scheduled(address: str) -> Callable[[Sequence[Input]], Iterator[Analysed]]:
    """A reader of documents on the workers of a Dask scheduler, who need nothing but this package. It reads once.

    Raises ModuleNotFoundError without Dask, OSError if nobody answers at the address.
    """
    from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra, and heavy

    client: Any = Client(address, timeout=_ANSWERS)  # type: ignore[no-untyped-call]

    def read(sources: Sequence[Input]) -> Iterator[Analysed]:
        with client:
            workers = max(1, sum(client.nthreads().values()))
            # a lost worker's batch goes to another; only what kills one after the other comes back as an error
            yield from spread(sources, client.get_executor, workers, (KilledWorker,))

    return read


def spread(sources: Sequence[Input], maker: Maker, workers: int, others: Deaths = ()) -> Iterator[Analysed]:
    """Read documents in an executor; a new one is made when one breaks. `others` are errors that say so, too."""
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - see processes

    broken: Deaths = (BrokenExecutor, *others)
    batches = _batches(sources)
    executor = maker()
    under_way: deque[tuple[Sequence[Input], Future[list[Analysed]]]] = deque()
    try:
        while True:
            for batch in islice(batches, workers * _AHEAD - len(under_way)):
                under_way.append((batch, _submitted(executor, batch, broken)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            try:
                outcomes = future.result()
            except broken:
                executor.shutdown(wait=False)
                outcomes = [_alone(source, maker, broken) for source in batch]
                executor = maker()
                under_way = deque((other, _submitted(executor, other, broken)) for other, _ in under_way)
            yield from outcomes
    finally:
        executor.shutdown(wait=False)


def _submitted(executor: Executor, batch: Sequence[Input], broken: Deaths) -> Future[list[Analysed]]:
    """A batch on its way; an executor that has broken meanwhile refuses it, which is found when its turn comes."""
    try:
        return executor.submit(batch_analysed, batch)
    except broken as error:
        from concurrent.futures import Future  # noqa: PLC0415 - see processes

        refused: Future[list[Analysed]] = Future()
        refused.set_exception(error)
        return refused


def batch_analysed(sources: Sequence[Input]) -> list[Analysed]:
    """What a worker does. Any error but the worker's death is one document's, and becomes its problem."""
    return [_tried(source) for source in sources]


def _tried(source: Input) -> Analysed:
    try:
        return pipeline.analysed(source)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not cost the others
        return Outcome(None, (_lost(source, f"cannot be read, by a fault of this program: {error!r}"),))


def _alone(source: Input, maker: Maker, broken: Deaths) -> Analysed:
    """Read one document with a worker to itself."""
    executor = maker()
    try:
        return executor.submit(batch_analysed, [source]).result()[0]
    except broken:
        return Outcome(None, (_lost(source, "kills the process that reads it"),))
    finally:
        executor.shutdown(wait=False)


def _lost(source: Input, what: str) -> Problem:
    hint = "it was left out; open it and save it anew, or convert it to text"
    return Problem(Severity.ERROR, "unreadable", what, source.id, hint=hint)


def _batches(sources: Sequence[Input]) -> Iterator[Sequence[Input]]:
    start = weight = 0
    for number, source in enumerate(sources):
        if number > start and (number - start >= _BATCH or weight + len(source.content) > _WEIGHT):
            yield sources[start:number]
            start, weight = number, 0
        weight += len(source.content)
    if start < len(sources):
        yield sources[start:]
