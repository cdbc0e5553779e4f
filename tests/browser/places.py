"""Where a browser can meet a site: built by the real executable, on disk, and below a sub-path of a local server."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).parents[2]
PROJECTS = {"demo": ROOT} | {
    path.name: path for path in sorted((Path(__file__).parent / "projects").iterdir())
}
# what Chromium asks on its own account, such as what a form's fields are for; a page's requests are seen elsewhere
CHATTER = (".googleapis.com:443", ".google.com:443", ".gvt1.com:443")
SUB_PATH = "some/sub-path"  # as GitHub Pages serves a project
WIDTHS = {"desk": (1280, 800), "phone": (390, 844)}
# the first that is there; the shell is the same Chromium without windows, and opens a page in half the time
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def chromium() -> str:
    """The browser to drive."""
    found = (shutil.which(name) for name in BROWSERS)
    path = next(filter(None, found), None)
    if path is None:
        raise FileNotFoundError(
            "no Chromium: `make browser` installs Debian's; elsewhere install Chromium or Chrome"
        )
    return path


def arguments() -> list[str]:
    """How to start it: still, and without a sandbox where it would refuse one."""
    return [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def build(project: Path, output: Path) -> None:
    """Build a project's site as a user does."""
    executable = Path(sys.executable).parent / "timeline"
    subprocess.run([executable, "build", "--quiet", project, "--output", output], check=True, timeout=120)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yields its address, which ends in a slash."""
    with _running(partial(_Pages, directory=str(folder))) as port:
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A proxy that lets nothing through; yields its address, and the list of what it was asked for."""
    asked: list[str] = []
    with _running(partial(_Deaf, asked)) as port:
        yield f"http://127.0.0.1:{port}", asked


@contextmanager
def _running(handler: partial[BaseHTTPRequestHandler]) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Pages(SimpleHTTPRequestHandler):
    """Files; what is missing is answered with the site's own 404.html, as GitHub Pages does."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = next(Path(self.directory, SUB_PATH).glob(f"{self.path.split('/')[3:4][0]}/404.html"), None)
        if code != 404 or own is None:
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        with suppress(ConnectionError):  # the reader has already turned the page
            super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        pass


class _Deaf(BaseHTTPRequestHandler):
    """Notes what is asked, and refuses it."""

    def __init__(self, asked: list[str], *rest: object) -> None:
        self._asked = asked
        super().__init__(*rest)

    def _refuse(self) -> None:
        if not self.path.endswith(CHATTER):
            self._asked.append(f"{self.command} {self.path}")
        self.send_response(502)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = do_POST = do_CONNECT = do_OPTIONS = _refuse  # noqa: N815 - the standard library's names

    def log_message(self, *_: object) -> None:
        pass
