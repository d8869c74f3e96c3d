"""The outer wall: which host was asked for, which page asks, how much it sends, what the answer may do.

A pure ASGI layer, so that nothing inside can answer without it. Sockets pass the same questions of host and origin.
"""

import ipaddress
import json
import re
import secrets
import socket
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accord.http.limits import short_address
from accord.settings import Settings

log = structlog.get_logger("accord.http")

READING: Final = frozenset({"GET", "HEAD"})
IMPORT_PATH: Final = "/api/import"
VERIFY_PATH: Final = "/api/verify/file"
FIGURES_PATH: Final = re.compile(r"/api/w/[^/]+/actuals/read")
TEMPLATE_PATHS: Final = frozenset({"/api/workshops", "/api/templates", "/api/templates/read"})

_SENSORS = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone")
_OFF = (*_SENSORS, "display-capture", "midi", "payment", "usb")
ALWAYS: Final[dict[str, str]] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{feature}=()" for feature in _OFF),
    "x-robots-tag": "noindex, nofollow",
}
HSTS: Final = "max-age=63072000"
DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
DOCUMENT_POLICY: Final = (
    # A document of ours, shown in a frame of ours: its own styles and our fonts, no script, nothing from elsewhere.
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin allow-modals allow-popups"
)


def page_policy(scheme: str, host: str) -> str:
    """What the app's own pages may do. `svelte-trusted-html` is what the framework makes its templates with."""
    socket_scheme = "wss" if scheme == "https" else "ws"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        f"connect-src 'self' {socket_scheme}://{host}; worker-src 'self'; manifest-src 'self'; frame-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types svelte-trusted-html"
    )


class Origins:
    """Which hosts and origins are ours. No DNS can rebind an address in figures, so those are ours too."""

    def __init__(self, settings: Settings) -> None:
        self.public = settings.origins
        self._trusted_proxy = settings.trusted_proxy
        self._hosts = frozenset(urlsplit(origin).netloc for origin in settings.origins)
        self._names = frozenset({"localhost", *_own_names()})

    def scheme(self, scope: Scope) -> str:
        """https or http, as the browser sees it."""
        plain = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
        forwarded = header(scope, b"x-forwarded-proto") if self._trusted_proxy else ""
        if forwarded in ("http", "https"):
            return forwarded
        return "https" if f"https://{header(scope, b'host').lower()}" in self.public else str(plain)

    def origin(self, scope: Scope) -> str:
        return f"{self.scheme(scope)}://{header(scope, b'host').lower()}"

    def address(self, scope: Scope) -> str:
        """The client's address; behind a trusted proxy the last one it wrote down."""
        forwarded = header(scope, b"x-forwarded-for") if self._trusted_proxy else ""
        return forwarded.rsplit(",", 1)[-1].strip() or (scope.get("client") or ("", 0))[0]

    def host_ok(self, scope: Scope) -> bool:
        host = header(scope, b"host").lower()
        if host in self._hosts:
            return True
        name = urlsplit(f"//{host}").hostname or ""
        return _well_formed(host) and (name in self._names or _in_figures(name))

    def origin_ok(self, scope: Scope) -> bool:
        """The page that asks is ours. Browsers always say so for POST and sockets; who does not say is refused."""
        asked = header(scope, b"origin").lower()
        if header(scope, b"sec-fetch-site") not in ("", "same-origin"):
            return False
        return bool(asked) and (asked == self.origin(scope) or (asked in self.public and self.host_ok(scope)))

    def base(self, scope: Scope, lan: str = "") -> str:
        """What links begin with: the public address, else the one asked for; `lan` stands in for the loopback."""
        here = self.origin(scope)
        if self.public:
            return here if here in self.public else self.public[0]
        parts = urlsplit(here)
        own = parts.hostname == "localhost" or _is_loopback(parts.hostname or "")
        return f"{parts.scheme}://{lan}" + (f":{parts.port}" if parts.port else "") if lan and own else here


class Guard:
    """The layer itself; see the module."""

    def __init__(self, app: ASGIApp, settings: Settings, origins: Origins) -> None:
        self._app, self._origins = app, origins
        self._limits = settings.limits
        self._sockets: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = self._origins.address(scope)
        ours = self._origins.host_ok(scope) and self._origins.origin_ok(scope)
        if not ours or self._sockets[address] >= self._limits.sockets_per_address:
            await receive()
            await send({"type": "websocket.close", "code": 4429 if ours else 4403, "reason": ""})
            return
        self._sockets[address] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._sockets -= Counter((address,))  # forgets addresses with none

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        dressed = _Dressed(send, scope, self._origins)
        if refusal := self._refusal(scope):
            await answer(dressed, *refusal)
            return
        limit = self._longest(scope["path"])
        counted = _Counted(receive, limit)
        try:
            await self._app(scope, counted, dressed)
        except TooLong:
            await _unless_started(dressed, 413, "bad_input", {"field": "body", "why": "long", "limit": limit})
        except Exception as error:
            await self._broke(scope, dressed, error)

    def _longest(self, path: str) -> int:
        """Bytes of a body."""
        if path == IMPORT_PATH:
            return self._limits.import_body
        if path == VERIFY_PATH:
            return self._limits.verify_body
        if FIGURES_PATH.fullmatch(path):
            return self._limits.figures_body
        return self._limits.template_body if path in TEMPLATE_PATHS else self._limits.body

    def _refusal(self, scope: Scope) -> tuple[int, str, dict[str, Any]] | None:
        """Status, code and detail, or None when the request may come in."""
        if not self._origins.host_ok(scope):
            return 421, "not_allowed", {"why": "host"}
        if scope["method"] in READING:
            return None
        if scope["method"] != "POST":
            return 405, "not_allowed", {"why": "method"}
        if not self._origins.origin_ok(scope):
            return 403, "not_allowed", {"why": "origin"}
        if header(scope, b"x-accord") != "1":
            return 403, "not_allowed", {"why": "header"}
        wanted = _wanted(scope["path"])
        if header(scope, b"content-type").split(";")[0].strip().lower() != wanted:
            return 415, "bad_input", {"field": "content-type", "why": wanted.partition("/")[2]}
        return None

    async def _broke(self, scope: Scope, send: "_Dressed", error: Exception) -> None:
        """A bug of ours: written down once, without the words that may be in its locals or message."""
        mark = secrets.token_hex(4)
        log.error("broke", mark=mark, **where(scope, self._origins), error=type(error).__name__, at=_last_lines(error))
        await _unless_started(send, 500, "unavailable", {"why": "bug", "mark": mark})


def _wanted(path: str) -> str:
    """The type of body that a path takes."""
    if FIGURES_PATH.fullmatch(path):
        return "text/csv"
    return "application/pdf" if path == VERIFY_PATH else "application/json"


class TooLong(Exception):
    """The body is longer than this path takes."""


class _Counted:
    """Reads the body and stops at the limit."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive, self._left = receive, limit

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLong
        return message


class _Dressed:
    """Puts the headers onto every answer."""

    def __init__(self, send: Send, scope: Scope, origins: Origins) -> None:
        self._send, self._scope, self._origins = send, scope, origins
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            message = {**message, "headers": [*self._wanted(message["headers"])]}
        await self._send(message)

    def _wanted(self, given: Iterable[tuple[bytes, bytes]]) -> Iterable[tuple[bytes, bytes]]:
        given = list(given)
        present = {name.lower() for name, _ in given}
        for name, value in self._ours().items():
            if name.encode() not in present:
                yield name.encode(), value.encode()
        yield from given

    def _ours(self) -> dict[str, str]:
        scheme = self._origins.scheme(self._scope)
        ours = {**ALWAYS, "cache-control": "no-store", "content-security-policy": DATA_POLICY}
        return {**ours, "strict-transport-security": HSTS} if scheme == "https" else ours


async def answer(send: Send, status: int, code: str, detail: Mapping[str, Any]) -> None:
    """An error as JSON, without any framework."""
    body = json.dumps({"code": code, "detail": detail}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if status == 413:
        headers.append((b"connection", b"close"))  # the rest of the body is not read
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _unless_started(send: _Dressed, status: int, code: str, detail: Mapping[str, Any]) -> None:
    if not send.started:
        await answer(send, status, code, detail)


def header(scope: Scope, name: bytes) -> str:
    """The header's value, "" when it is missing or said twice."""
    found = [value for key, value in scope["headers"] if key == name]
    return found[0].decode("latin-1") if len(found) == 1 else ""


def where(scope: Scope, origins: Origins) -> dict[str, str]:
    """What logs may say of a request: the route's pattern, never the path that was typed."""
    route = scope.get("route")
    return {
        "method": scope.get("method", "socket"),
        "route": getattr(route, "path", "unknown"),
        "workshop": scope.get("path_params", {}).get("workshop", "")[:32],
        "from": short_address(origins.address(scope)),
    }


def _last_lines(error: BaseException) -> list[str]:
    """Module and line of the innermost frames: enough to find the bug, nothing of what people wrote."""
    lines, trace = [], error.__traceback__
    while trace:
        lines.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return lines[-6:]


def _own_names() -> set[str]:
    name = socket.gethostname().lower()
    return {name, f"{name.split('.')[0]}.local"}


def _in_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _in_figures(name) and ipaddress.ip_address(name).is_loopback


def _well_formed(host: str) -> bool:
    try:
        parts = urlsplit(f"//{host}")
        return parts.netloc == host and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
