"""The network: one document fetched from an address that somebody gave, and nothing else.

Only http and https; no more bytes and no more time than a document needs; a redirection is followed only to where the
first address might have led. An address inside this machine's own network is refused unless it is allowed: a page
found on the web must not make this program ask the printer next door. The address that was checked is the one that is
connected to, so that a name cannot mean another machine a moment later.

Where the environment or the system names a proxy (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY) that one is asked. It finds the
host by itself: what this machine knows to be an address of its own network is refused all the same, and a name that it
does not know is left to the proxy.
"""

import base64
import http.client
import ipaddress
import socket
import ssl
import time
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from timeline.records import dataclass

LARGEST = 50_000_000  # bytes
LONGEST = 60.0  # seconds in all
_REDIRECTIONS = 5
_CHUNK = 1 << 16
_MOVED = (301, 302, 303, 307, 308)


class FetchError(Exception):
    """An address that could not be fetched; the message says why, in words for a person."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address led to: the last address, its media type (`text/html`) and its bytes."""

    url: str
    type: str
    content: bytes


def fetch(url: str, *, private: bool = False, largest: int = LARGEST, longest: float = LONGEST) -> Fetched:
    """The document at an address. `private` allows addresses of one's own network. Raises FetchError."""
    deadline = time.monotonic() + longest
    for _ in range(_REDIRECTIONS + 1):
        parts = _parts(url)
        try:
            response, connection = _asked(parts, deadline, private=private)
            try:
                if response.status not in _MOVED:
                    return _answer(url, response, largest, deadline)
                url = urljoin(url, response.getheader("Location") or "")
            finally:
                connection.close()
        except TimeoutError as error:
            raise FetchError(f"{url} did not answer within {longest:.0f} seconds") from error
        except (OSError, http.client.HTTPException) as error:
            raise FetchError(f"{url} could not be fetched: {error}") from error
    raise FetchError(f"{url} redirects more than {_REDIRECTIONS} times")


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url!r} is no web address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(f"{url!r}: only addresses that begin with http:// or https:// are fetched")
    if port == 0 or any(ord(character) <= 32 for character in url):
        raise FetchError(f"{url!r} is no web address")
    return parts


def _address(parts: SplitResult, *, private: bool) -> str:
    """The number of a host, if it may be asked."""
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or 443, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise FetchError(f"there is no host {host!r}, or no network") from error
    numbers = [str(entry[4][0]) for entry in found]
    if not private and not all(_is_public(number) for number in numbers):
        raise FetchError(f"{host} is an address of this machine's own network; --allow-private fetches it")
    return numbers[0]


def _proxy(parts: SplitResult) -> SplitResult | None:
    """The proxy to be asked for an address; None if it is to be asked itself."""
    proxies = getproxies()
    said = proxies.get(parts.scheme) or proxies.get("all")
    if not said or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    try:
        proxy = urlsplit(said if "://" in said else f"http://{said}")
        usable = proxy.scheme == "http" and bool(proxy.hostname) and proxy.port != 0
    except ValueError as error:
        raise FetchError(f"the address of the proxy is none: {error}") from error
    if not usable:
        raise FetchError(
            f"the proxy {proxy.hostname or said!r} is not asked: only one that begins with http:// can be"
        )
    return proxy


def _passport(proxy: SplitResult) -> dict[str, str]:
    """What a proxy with a name and a password in its address wants to see."""
    if proxy.username is None:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _refuse_private(parts: SplitResult, *, private: bool) -> None:
    """As `_address`, where a proxy finds the host: a name that this machine does not know may be known to the proxy."""
    try:
        socket.getaddrinfo(parts.hostname or "", None)
    except (socket.gaierror, UnicodeError):
        return
    _address(parts, private=private)


def _is_public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_global and not address.is_multicast


def _asked(
    parts: SplitResult, deadline: float, *, private: bool
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    proxy = _proxy(parts)
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    passing: dict[str, str] = {}
    if proxy is None:
        connection = http.client.HTTPConnection(parts.hostname or "", port)
        number = _address(parts, private=private)
        connection.sock = socket.create_connection((number, port), timeout=_left(deadline))
    else:
        _refuse_private(parts, private=private)
        passing = _passport(proxy)
        connection = http.client.HTTPConnection(
            proxy.hostname or "", proxy.port or 80, timeout=_left(deadline)
        )
        if secure:
            connection.set_tunnel(parts.hostname or "", port, passing)
            passing = {}
        else:
            target = urlunsplit(
                (parts.scheme, parts.netloc.rpartition("@")[2], parts.path or "/", parts.query, "")
            )
        try:
            connection.connect()
        except TimeoutError:
            raise
        except OSError as error:
            raise FetchError(
                f"the proxy {proxy.netloc.rpartition('@')[2]} cannot be used: {error}"
            ) from error
    if secure:
        context = ssl.create_default_context()
        connection.sock = context.wrap_socket(connection.sock, server_hostname=parts.hostname)
    connection.request(
        "GET",
        target,
        headers={
            **passing,
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": "timeline (reads documents that its user names)",
            "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
            "Accept-Encoding": "identity",
        },
    )
    return connection.getresponse(), connection


def _answer(url: str, response: http.client.HTTPResponse, largest: int, deadline: float) -> Fetched:
    if response.status != http.client.OK:
        raise FetchError(f"{url} answers {response.status} {response.reason}")
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > largest:
            raise FetchError(f"{url} is larger than {largest // 1_000_000} MB")
        _left(deadline)
    return Fetched(url, response.headers.get_content_type(), b"".join(chunks))


def _left(deadline: float) -> float:
    """Seconds left; TimeoutError when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
