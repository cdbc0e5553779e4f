"""The one door to the network: against a small server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from timeline import fetch
from timeline.fetch import FetchError


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        moved = {
            "/moved": "/page",
            "/loop": "/loop",
            "/away": "file:///etc/passwd",
            "/inside": "http://127.0.0.2/",
        }
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
        elif self.path == "/none":
            self.send_error(404)
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<p>Said.</p>" * (1 if self.path == "/page" else 100_000))

    def log_message(self, *arguments: object) -> None:
        del arguments


class Proxy(BaseHTTPRequestHandler):
    """Answers for the host it is asked for, and will not be led through to another."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(f"{self.path} {self.headers['Host']} {self.headers['Proxy-Authorization']}")
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"Said by the proxy.")

    def do_CONNECT(self) -> None:
        self.asked.append(f"{self.path} {self.headers['Proxy-Authorization']}")
        self.send_error(403)

    def log_message(self, *arguments: object) -> None:
        del arguments


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine goes through, these tests do not."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a proxy that the environment names is asked for."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        address = f"http://anna:p%40ss@127.0.0.1:{server.server_port}"
        monkeypatch.setenv("http_proxy", address)
        monkeypatch.setenv("https_proxy", address)
        Proxy.asked.clear()
        yield Proxy.asked
        server.shutdown()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as pages:
        thread = threading.Thread(target=pages.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{pages.server_port}"
        pages.shutdown()
        thread.join()


def test_a_page_is_fetched_and_a_redirection_followed(server: str) -> None:
    found = fetch.fetch(f"{server}/moved", private=True)
    assert (found.url, found.type, found.content) == (f"{server}/page", "text/html", b"<p>Said.</p>")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none", "404"),
        ("/loop", "more than 5 times"),
        ("/away", "http:// or https://"),
        ("/large", "larger than"),
    ],
)
def test_what_is_not_fetched_is_said(server: str, path: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetch.fetch(server + path, private=True, largest=100_000)


def test_this_machines_own_network_is_not_asked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FetchError, match="own network"):
        fetch.fetch(f"{server}/page")
    # an address that may be asked leads inside
    monkeypatch.setattr(fetch, "_is_public", lambda number: number == "127.0.0.1")
    with pytest.raises(FetchError, match=r"127\.0\.0\.2 is an address of this machine's own network"):
        fetch.fetch(f"{server}/inside")


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound
    ],
)
def test_addresses_of_ones_own_network(number: str) -> None:
    assert not fetch._is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1::1"])
def test_addresses_of_the_web(number: str) -> None:
    assert fetch._is_public(number)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "http://", "http://a b/", "http://[::1", "https://example.org:99999/", "x"]
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(FetchError, match="address"):
        fetch.fetch(url, private=True)


def test_a_server_that_never_ends_is_left(server: str) -> None:
    with pytest.raises(FetchError, match="within 0 seconds"):
        fetch.fetch(f"{server}/page", private=True, longest=0)


SHOWN = "Basic YW5uYTpwQHNz"


def test_a_proxy_that_the_environment_names_is_asked(
    proxy: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = fetch.fetch("http://no-such-host.invalid/a?b=c")
    assert (found.type, found.content) == ("text/plain", b"Said by the proxy.")
    with pytest.raises(FetchError, match=r"the proxy 127.0.0.1:.* cannot be used: .*403"):
        fetch.fetch("https://no-such-host.invalid/a")
    assert proxy == [
        f"http://no-such-host.invalid/a?b=c no-such-host.invalid {SHOWN}",
        f"no-such-host.invalid:443 {SHOWN}",
    ]
    monkeypatch.setenv("no_proxy", "no-such-host.invalid")
    with pytest.raises(FetchError, match="there is no host"):
        fetch.fetch("http://no-such-host.invalid/a")


def test_a_proxy_is_no_way_into_this_machines_own_network(proxy: list[str], server: str) -> None:
    with pytest.raises(FetchError, match="own network"):
        fetch.fetch(f"{server}/page")
    assert not proxy
    assert fetch.fetch(f"{server}/page", private=True).content == b"Said by the proxy."


@pytest.mark.parametrize(
    "named", ["socks5://127.0.0.1:1", "http://", "http://127.0.0.1:port", "http://127.0.0.1:1"]
)
def test_a_proxy_that_cannot_be_used_is_said(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", named)
    with pytest.raises(FetchError, match="prox"):
        fetch.fetch("http://no-such-host.invalid/a")
