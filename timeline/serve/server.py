"""The server: this machine only, the site's files from memory, a stream of news, and the editor's questions.

It answers nobody but this machine: it listens on the loopback, and a request that names another host (as a
page from elsewhere could have its own name lead here) is refused. Who edits must have come in by the address with
the token, and a page of another origin may not ask anything.
"""

import json
import mimetypes
import secrets
import sys
from functools import partial
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from timeline.serve import page
from timeline.serve.answers import answer
from timeline.serve.desk import Desk, State

_ASSETS = Path(__file__).parent / "assets"
_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_LONGEST = 1_000_000  # bytes of a question
_BREATH = 15  # seconds between signs of life on the stream of news


class Server(ThreadingHTTPServer):
    """Serves a desk's site on 127.0.0.1. With `editing`, `token` lets those in who may edit."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int, *, editing: bool) -> None:
        self.desk = desk
        self.token = secrets.token_urlsafe(24) if editing else ""
        super().__init__(("127.0.0.1", port), partial(_Handler, desk=desk, token=self.token))

    @property
    def address(self) -> str:
        """Where to open it."""
        query = f"?token={self.token}" if self.token else ""
        return f"http://127.0.0.1:{self.server_port}/{query}"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the server gives them
        """Say nothing of a browser that went away in the middle, which is no mistake; else what went wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, desk: Desk, token: str) -> None:
        self.desk, self.token = desk, token
        super().__init__(*arguments)  # type: ignore[arg-type]  # as the server gives them

    def do_GET(self) -> None:
        if not self._is_ours():
            self._refuse(HTTPStatus.FORBIDDEN, "This server answers to 127.0.0.1 only.")
            return
        address = urlsplit(self.path)
        path = unquote(address.path)
        if self.token and "token" in parse_qs(address.query):
            self._let_in(parse_qs(address.query)["token"][0], address.path)
        elif path == f"{page.OWN}news":
            self._tell_news()
        elif path.startswith(page.OWN):
            self._send_own(path.removeprefix(page.OWN))
        else:
            self._send_page(path.removeprefix("/"), cached=bool(address.query))

    do_HEAD = do_GET  # noqa: N815 - the standard library's name

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _LONGEST:
            self.close_connection = True
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Too long.")
            return
        body = self.rfile.read(int(length))
        if not self._is_ours() or not self._may_edit():
            self._refuse(HTTPStatus.FORBIDDEN, "Open the address that `timeline serve --edit` printed.")
            return
        try:
            question = json.loads(body)
        except ValueError:
            self._refuse(HTTPStatus.BAD_REQUEST, "This is no JSON.")
            return
        path = urlsplit(self.path).path
        name = path.removeprefix(f"{page.OWN}ask/")
        found = answer(name, question, self.desk) if name != path and isinstance(question, dict) else None
        if found is None:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such question.")
            return
        self._send(json.dumps(found).encode(), "application/json")

    # ---- who asks ------------------------------------------------------------------------------------------

    def _is_ours(self) -> bool:
        """Whether the request names this machine, so that no page elsewhere has led a browser here."""
        return self.headers.get("Host", "") in self._hosts

    def _may_edit(self) -> bool:
        origin = self.headers.get("Origin", "")
        given = self.headers.get("X-Timeline-Token", "")
        return (
            bool(self.token)
            and origin.removeprefix("http://") in self._hosts
            and secrets.compare_digest(given.encode(), self.token.encode())
            and self._has_cookie()
        )

    @property
    def _port(self) -> int:
        port: int = self.connection.getsockname()[1]
        return port

    @property
    def _hosts(self) -> tuple[str, str]:
        return f"127.0.0.1:{self._port}", f"localhost:{self._port}"

    @property
    def _cookie_name(self) -> str:
        return f"timeline-{self._port}"

    def _has_cookie(self) -> bool:
        try:
            cookie = SimpleCookie(self.headers.get("Cookie", "")).get(self._cookie_name)
        except CookieError:
            return False
        return cookie is not None and secrets.compare_digest(cookie.value.encode(), self.token.encode())

    def _let_in(self, given: str, path: str) -> None:
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            self._refuse(
                HTTPStatus.FORBIDDEN, "This token is of another run: open the address printed by this one."
            )
            return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", "/" + path.lstrip("/"))
        self.send_header("Set-Cookie", f"{self._cookie_name}={self.token}; HttpOnly; SameSite=Strict; Path=/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    # ---- what is sent --------------------------------------------------------------------------------------

    def _send_page(self, path: str, *, cached: bool) -> None:
        state = self.desk.state
        files = state.site.files if state.site else {}
        if path == "" or path.endswith("/"):
            path += "index.html"
        if path in files:
            self._send_file(path, files[path], HTTPStatus.OK, state, cached=cached)
        elif f"{path}/index.html" in files:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif state.site is None:
            self._send_file("index.html", _NOTHING, HTTPStatus.OK, state, cached=False)
        else:
            missing = files.get("404.html", b"Not found.")
            self._send_file("404.html", missing, HTTPStatus.NOT_FOUND, state, cached=False)

    def _send_file(
        self, name: str, content: bytes, status: HTTPStatus, state: State, *, cached: bool
    ) -> None:
        kind = _kind(name)
        if kind == "text/html":
            token = self.token if self.token and self._has_cookie() else ""
            content = page.served(content, state.version, token)
        self._send(content, kind, status, cached=cached and kind != "text/html")

    def _send_own(self, name: str) -> None:
        path = _ASSETS / name
        if path.parent != _ASSETS or not path.is_file():
            self._refuse(HTTPStatus.NOT_FOUND, "Not found.")
            return
        self._send(path.read_bytes(), _kind(name))

    def _tell_news(self) -> None:
        """A stream that tells the state, and each new one, until the page is left."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()
        told = -1
        try:
            while True:
                state = self.desk.wait(told, _BREATH)
                self.wfile.write(_news(state) if state.number != told else b": still here\n\n")
                self.wfile.flush()
                told = state.number
        except OSError:  # the page was left
            return

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._send(words.encode(), "text/plain", status)

    def _send(
        self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, *, cached: bool = False
    ) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") or kind == "application/json" else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600" if cached else "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        if self.command != "HEAD":
            try:
                self.wfile.write(content)
            except OSError:  # the page was left
                self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


_NOTHING = b"<!DOCTYPE html><html><head><title>timeline</title></head><body></body></html>"


def _news(state: State) -> bytes:
    told = {"version": state.version, "trouble": state.trouble, "remarks": state.remarks, "undo": state.undo}
    return f"data: {json.dumps(told)}\n\n".encode()


def _kind(name: str) -> str:
    suffix = Path(name).suffix
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
