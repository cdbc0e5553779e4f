"""`timeline review`: what was read and not yet judged, one event after the other."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from timeline import amend, gather, publish, review
from timeline.cli import shared
from timeline.model.change import Change, Edit
from timeline.model.event import Event
from timeline.model.problem import Outcome, has_errors
from timeline.pipeline import Built
from timeline.project import read_project
from timeline.read.decoded import decoded
from timeline.serve.desk import Desk, RefusedError
from timeline.times import edtf, words

_HELP = """\
  a  it is right       t  write another title    d  write another date
  h  hide it           m  merge it with another  s  skip it (or just Enter)
  u  undo the last     q  quit                   ?  these words"""
_QUOTED = 400  # letters shown of a quotation


@click.command("review")
@shared.folder
@click.option(
    "--export",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a table to fill in, as CSV; - prints it.",
)
@click.option(
    "--import",
    "filled",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Do what a table that was filled in says.",
)
def command(folder: Path, export: Path | None, filled: Path | None) -> None:
    """Go through what was read and nobody has judged yet, least certain first.

    Each answer is written to events.yaml at once, and nothing else in the file changes. An event is judged when
    an entry is about it. Who prefers a spreadsheet exports a table, fills in the columns decision (accept, hide,
    skip), new_date, new_title and merge_into, and imports it.

    \b
    Examples:
      timeline review
      timeline review --export review.csv
      timeline review --import review.csv
    """  # noqa: D301 - \b is click's mark
    if filled:
        _import(folder, filled)
    elif export:
        built = shared.value_or_exit(read_project(folder))
        text = review.table(built.events, built.analyses)
        with click.open_file(
            str(export), "w", encoding="utf-8-sig" if str(export) != "-" else "utf-8"
        ) as file:
            file.write(text)
    else:
        _Walk(folder).walk()


def _import(folder: Path, filled: Path) -> None:
    built = shared.value_or_exit(read_project(folder))
    text = shared.value_or_exit(decoded(filled.read_bytes(), filled.name))
    edits = shared.value_or_exit(review.edits(text or "", built.events, filled.name))
    if not edits:
        click.echo("Nothing is filled in.")
        return
    place = gather.project(folder)
    content = place.events.read_bytes() if place.events.exists() else b""
    after: Outcome[bytes | None] = amend.together(content, edits, place.events.name)
    shared.say(after.problems)
    if after.value is None or has_errors(after.problems):
        sys.exit(1)
    publish.replaced(place.events, after.value)
    click.echo(f"{shared.counted(len(edits), 'event')} written to {place.events.name}")


class _Walk:
    """The questions, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder, drawn=False)
        self.skipped: set[str] = set()
        self.current: str | None = None  # what was just changed, and is looked at again

    def walk(self) -> None:
        """Ask until all is judged, or nobody answers."""
        state = self.desk.rebuild()
        if state.built is None:
            click.echo(state.trouble, err=True)
            sys.exit(1)
        click.echo(_HELP)
        while (event := self._next()) is not None:
            _show(event, self._built, self._left())
            answer = _asked("a t d h m s u q ? >")
            if answer is None or answer.casefold() == "q":
                break
            self._do(answer, event)
        else:
            click.echo("All is judged.")
            return
        click.echo(f"{shared.counted(self._left(), 'event')} left.")

    @property
    def _built(self) -> Built:
        built = self.desk.state.built
        assert built is not None  # noqa: S101 - asked before the walk began
        return built

    def _left(self) -> int:
        return len(review.unjudged(self._built.events, self._built.analyses))

    def _next(self) -> Event | None:
        again = self.desk.event(self.current) if self.current else None
        queue = review.unjudged(self._built.events, self._built.analyses)
        return again or next((event for event in queue if event.id not in self.skipped), None)

    def _do(self, answer: str, event: Event) -> None:
        # a word that begins with a letter is none: a title typed too early must not retitle, hide or redate
        letter, _, rest = answer.partition(" ")
        letter, rest = letter.casefold(), rest.strip()
        try:
            if letter in ("s", ""):
                self.skipped.add(event.id)
                self.current = None
            elif letter == "a":
                if not event.entries:
                    self._write("accepted it", event, lambda _: amend.accepted(event))
                self.current = None
            elif letter == "h":
                self._write("hid it", event, lambda _: amend.hidden(event))
                self.current = None
            elif letter in ("t", "d"):
                self._revise("title" if letter == "t" else "date", rest, event)
            elif letter == "m":
                self._merge(rest, event)
            elif letter == "u":
                step = self.desk.undo()
                click.echo(f"Undone: {step.what}")
                self.current = step.about
            else:
                click.echo(_HELP)
        except RefusedError as error:
            click.echo(str(error), err=True)

    def _write(
        self, what: str, event: Event, edit_of: Callable[[Built], Edit | tuple[Edit, ...] | None]
    ) -> None:
        entry = self.desk.edit(f"{what}: {event.title}", edit_of, event.id)
        found = self.desk.event_of_entry(entry)
        self.current = found.id if found else None

    def _revise(self, field: str, given: str, event: Event) -> None:
        value = given or _asked(f"{field}:")
        if value:
            self._write(f"changed its {field}", event, lambda _: amend.revised(event, Change({field: value})))

    def _merge(self, given: str, event: Event) -> None:
        near = review.neighbour(event, self._built.events)
        wanted = (
            given
            or _asked(f"with [{near.id}]:" if near else "with (id or words):")
            or (near.id if near else "")
        )
        if not wanted:
            return
        other = self.desk.event(wanted) or self._found(wanted, event)
        if other is None:
            return
        # what is judged already tells the event; of two that are not, the one at hand
        first, second = (other, event) if other.entries else (event, other)
        self._write("merged it", event, lambda built: amend.merged(first, second, built.edited.entries))
        self.current = None

    def _found(self, wanted: str, event: Event) -> Event | None:
        """The one event whose title holds some words; else a few to choose from are named."""
        said = wanted.casefold().split()
        found = [
            other
            for other in self._built.events
            if said
            and other.id != event.id
            and all(word in f"{other.title} {other.id}".casefold() for word in said)
        ]
        if len(found) == 1:
            return found[0]
        click.echo(
            f"{shared.counted(len(found), 'event')} with these words:"
            if found
            else "No event has these words."
        )
        for other in found[:9]:
            click.echo(f"  {other.id}  {other.title}")
        return None


def _asked(words_shown: str) -> str | None:
    """A line from the terminal or a pipe; None at its end."""
    click.echo(words_shown, nl=False)
    click.echo(" ", nl=False)
    sys.stdout.flush()
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    if not line:
        click.echo()
        return None
    return line.strip()


def _show(event: Event, built: Built, left: int) -> None:
    """An event for a plain terminal."""
    click.echo(f"\n{left} left · {event.kind.value} · {event.id}")
    click.echo(f"{words.words(event.when)} ({edtf.text(event.when)})")
    click.echo(click.style(event.title, bold=True))
    for mention in event.mentions[:3]:
        quote = mention.citation.quote
        short = f"{quote[:_QUOTED]}…" if len(quote) > _QUOTED else quote
        click.echo(f"  {mention.citation.document}: “{short}”")
        for step in mention.dated.steps:
            click.echo(f"    {step}")
    for rival in event.rivals:
        names = ", ".join(mention.citation.document for mention in rival.mentions)
        click.echo(f"  another date: {words.words(rival.when)} ({names})")
    if doubts := review.doubts(event, built.analyses):
        click.echo(f"  why look: {'; '.join(doubts)}")
    if near := review.neighbour(event, built.events):
        click.echo(f"  resembles: {words.words(near.when)}: {near.title} ({near.id})")
