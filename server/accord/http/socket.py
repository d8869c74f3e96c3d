"""The WebSocket endpoint: who may open one, the hello, then frames go straight between transport and room.

uvicorn's protocol does the handshake, control and fragmented frames. Once a peer is welcomed, whole text frames are
read here and handed to the room by a plain call, and the room's frames are written to the transport as they are: no
task and no copy for each message and peer.
"""

import asyncio
import hashlib
import re
from collections.abc import Callable
from typing import Any, cast

import msgspec
import structlog
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from accord.domain.state import sitter
from accord.errors import Refused
from accord.http.connected import Connection
from accord.http.edge import Edge
from accord.live.peer import Bucket, Peer
from accord.live.room import Room
from accord.live.wire import MAX_FRAME, MAX_HELLO, PROTOCOL, Hello

log = structlog.get_logger()

HELLO_WITHIN = 5.0
AGENT = 300  # letters of a browser's name
CLOSES = {"no_session": 4401, "not_found": 4404}
_PATH = re.compile(r"/ws/(\w{1,64})")
TEXT = 0x81  # a whole text frame
_hello = msgspec.json.Decoder(Hello)

Receiver = Callable[[bytes], None]


class FrameProtocol(WebSocketsSansIOProtocol):
    """uvicorn's protocol, with a short way in and out for whole text frames."""

    receiver: Receiver | None = None
    tail = b""

    async def run_asgi(self) -> None:
        cast("dict[str, Any]", self.scope).setdefault("extensions", {})["accord.protocol"] = self
        await super().run_asgi()

    def take_over(self, receiver: Receiver) -> None:
        """From now on whole text frames go to `receiver`."""
        self.receiver = receiver

    def data_received(self, data: bytes) -> None:
        if self.receiver is None:
            super().data_received(data)
            return
        data = self.tail + data if self.tail else data
        at, end = 0, len(data)
        while end - at >= 6:
            head, size = _lengths(data, at)
            stop = head + 4 + size
            if size > 2 * MAX_FRAME:
                self._too_big()
                return
            if not head or stop > end:
                break
            if data[at] == TEXT and data[at + 1] & 0x80:
                self.receiver(_unmask(data[head : head + 4], data[head + 4 : stop]))
            else:
                super().data_received(data[at:stop])
            at = stop
        self.tail = data[at:]

    def _too_big(self) -> None:
        self.receiver = None
        self.tail = b""
        self.transport.write(b"\x88\x02\x03\xf1")  # close 1009
        self.transport.close()


def _lengths(data: bytes, at: int) -> tuple[int, int]:
    """Where the mask begins and how long the payload is; (0, 0) if the head is not whole yet."""
    size = data[at + 1] & 127
    if size < 126:
        return at + 2, size
    wide = 2 if size == 126 else 8
    if len(data) < at + 2 + wide:
        return 0, 0
    return at + 2 + wide, int.from_bytes(data[at + 2 : at + 2 + wide], "big")


def _unmask(mask: bytes, masked: bytes) -> bytes:
    size = len(masked)
    key = mask * (size // 4 + 1)
    return (int.from_bytes(masked, "little") ^ int.from_bytes(key[:size], "little")).to_bytes(size, "little")


class TransportPipe:
    """A peer's way out: the transport's own buffer."""

    def __init__(self, protocol: FrameProtocol) -> None:
        self.transport: asyncio.Transport = protocol.transport
        self.waiting = self.transport.get_write_buffer_size

    def write(self, frame: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(frame)

    def close(self, code: int) -> None:
        """Say so and hang up; a transport that does not take it is cut off."""
        if self.transport.is_closing():
            return
        self.transport.write(b"\x88\x02" + code.to_bytes(2, "big"))
        if self.transport.get_write_buffer_size() > MAX_FRAME:
            self.transport.abort()
        else:
            self.transport.close()


class Sockets:
    """An ASGI layer that answers /ws/<workshop> itself: routing and dependencies cost more than the joining."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        socket = WebSocket(scope, receive, send)
        found = _PATH.fullmatch(scope["path"])
        if found:
            await serve(socket, found[1])
        else:
            await socket.close(4404)


async def serve(socket: WebSocket, workshop: str) -> None:
    """The browser's cookie says who it is; hello within 5 s; then the room has it until the connection ends."""
    await socket.accept()
    protocol: FrameProtocol = socket.scope["extensions"]["accord.protocol"]
    hello = await _hear_hello(socket)
    if hello is None:
        return
    joined = await _join(socket, protocol, workshop, hello)
    if joined is None:
        return
    room, peer, connection = joined
    edge: Edge = socket.app.state.edge
    edge.connected.add(connection)
    try:
        while True:  # what did not come as one whole text frame: fragments, and binary frames, which nobody may send
            room.receive(peer, (await socket.receive_text()).encode())
    except (WebSocketDisconnect, KeyError):
        pass
    finally:
        edge.connected.remove(connection)
        room.leave(peer)


async def _hear_hello(socket: WebSocket) -> Hello | None:
    try:
        raw = await asyncio.wait_for(socket.receive_text(), HELLO_WITHIN)
        hello = _hello.decode(raw) if len(raw) <= MAX_HELLO else None
    except (TimeoutError, msgspec.DecodeError, KeyError):
        hello = None
    except WebSocketDisconnect:
        return None
    if hello is None:
        await socket.close(4400)
    elif hello.protocol != PROTOCOL:
        await socket.close(4426)
        return None
    return hello


async def _join(
    socket: WebSocket, protocol: FrameProtocol, workshop: str, hello: Hello
) -> tuple[Room, Peer, Connection] | None:
    """Find who has this browser's seat and give the connection to the room."""
    edge: Edge = socket.app.state.edge
    try:
        person, room, session = await _seat(edge, socket, workshop)
    except Refused as refused:
        await socket.close(CLOSES.get(refused.code, 4403))
        return None
    limits = edge.settings.limits
    bucket = Bucket(limits.commands_per_second, limits.commands_burst)
    shown, origin = "" if hello.view == "projector" else person, _origin(edge, socket, session)
    peer = Peer(TransportPipe(protocol), shown, hello.client, bucket, person, origin)
    protocol.take_over(lambda raw: room.receive(peer, raw))
    room.join(peer, hello)
    return room, peer, Connection(session, workshop, person, lambda code: room.leave(peer, code))


def _origin(edge: Edge, socket: WebSocket, session: bytes) -> bytes:
    """What a signature's evidence says of the connection. The session is named by a digest of its digest."""
    agent = socket.headers.get("user-agent", "")[:AGENT]
    named, address = hashlib.sha256(session).hexdigest(), edge.origins.address(socket.scope)
    return msgspec.json.encode({"session": named, "address": address, "agent": agent})


async def _seat(edge: Edge, socket: WebSocket, workshop: str) -> tuple[str, Room, bytes]:
    session, seat = await edge.sessions.seated(socket, workshop)
    if session is None or seat is None:
        raise Refused("no_session")
    room = cast(Room, await edge.rooms.open(workshop))
    person = edge.sessions.check(session, sitter(room.state, seat.person))
    return person.id, room, session.digest
