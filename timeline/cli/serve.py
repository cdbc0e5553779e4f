"""`timeline serve`: the site on this machine, while it is worked on."""

import errno
import sys
import threading
import time
import webbrowser
from pathlib import Path

import click

from timeline.cli import shared
from timeline.serve import watch
from timeline.serve.desk import Desk, State
from timeline.serve.server import Server

_PORT = 8000


@click.command("serve")
@shared.folder
@click.option("--edit", is_flag=True, help="Let events be edited in the browser; writes to events.yaml.")
@click.option("--port", type=click.IntRange(0, 65535), help=f"[{_PORT}, or a free one if that is taken]")
@click.option("--open", "opening", is_flag=True, help="Open it in the browser.")
@click.option("-q", "--quiet", is_flag=True, help="Say only where it is and what is wrong.")
def command(folder: Path, *, edit: bool, port: int | None, opening: bool, quiet: bool) -> None:
    """Serve PROJECT's site on this machine, and rebuild and reload it whenever a file changes.

    Nobody but this machine is answered. Nothing is published: the site is in memory, and output/ stays as it
    is. A mistake is shown over the page, in the words of the terminal, and the last good site stays.

    With --edit every event has an editor, which writes to events.yaml and can undo what it wrote.

    \b
    Examples:
      timeline serve
      timeline serve --edit --open
    """  # noqa: D301 - \b is click's mark
    desk = Desk(folder, full=edit)
    server = _server(desk, port, editing=edit)  # before anything is built in vain
    places = (desk.place.seeds, desk.place.events, desk.place.templates)
    stamp = watch.stamp(places)
    started = time.perf_counter()
    _say(desk.rebuild(), started, quiet=quiet)
    if not desk.place.seeds.exists() and not desk.place.events.exists():
        sys.exit(1)  # the wrong folder: there is nothing to wait for
    ended = threading.Event()

    def rebuild() -> None:
        since = time.perf_counter()
        _say(desk.rebuild(), since, quiet=quiet)

    threading.Thread(target=watch.watched, args=(places, stamp, rebuild, ended), daemon=True).start()
    click.echo(f"Serving at {server.address} (Ctrl-C ends it)")
    sys.stdout.flush()
    if opening:
        webbrowser.open(server.address)
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        click.echo()
    finally:
        ended.set()
        server.server_close()


def _server(desk: Desk, port: int | None, *, editing: bool) -> Server:
    try:
        return Server(desk, _PORT if port is None else port, editing=editing)
    except OSError as error:
        if port is None and error.errno == errno.EADDRINUSE:
            return Server(desk, 0, editing=editing)
        click.echo(f"port {port or _PORT} cannot be had: {error.strerror}; choose another --port", err=True)
        sys.exit(1)


def _say(state: State, since: float, *, quiet: bool) -> None:
    if state.trouble or state.remarks:
        click.echo(state.trouble or state.remarks, err=True)
    elif not quiet and state.built:
        count = shared.counted(len(state.built.events), "event")
        click.echo(f"{time.strftime('%H:%M:%S')} {count}, {time.perf_counter() - since:.2f} seconds")
    sys.stdout.flush()
