"""What `timeline build --verbose` says: each stage when it is done, what came of it, and the seconds it took."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from timeline.cli import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.analysis import Analysis
    from timeline.model.problem import Outcome
    from timeline.pipeline import Analyse, Input


class Stages:
    """A watch that is read at the end of each stage; says nothing unless it was asked to."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._since = time.perf_counter()
        self._anew = 0

    def done(self, stage: str, what: str) -> None:
        """Say what a stage came to."""
        now = time.perf_counter()
        if self._verbose:
            click.echo(f"{stage:<9}{what}, {now - self._since:.2f} s")
        self._since = now

    def counting(self, analyse: Analyse) -> Analyse:
        """The same, with a count of the documents that are given to it."""

        def counted(sources: Sequence[Input]) -> Iterator[Outcome[Analysis | None]]:
            self._anew += len(sources)
            yield from analyse(sources)

        return counted

    def reading(self, analyse: Analyse) -> Analyse:
        """The same, with a line for each document and one at the end."""

        def read(sources: Sequence[Input]) -> Iterator[Outcome[Analysis | None]]:
            for outcome in analyse(sources):
                if self._verbose and outcome.value is not None:
                    click.echo(f"  {shared.summary(outcome.value)}")
                yield outcome
            kept = len(sources) - self._anew
            again = f"{self._anew:,} anew, {kept:,} kept from earlier builds"
            self.done("read", f"{shared.counted(len(sources), 'document')} ({again})")

        return read
