"""All rooms of this process. One owner a room: whoever holds the ledger; between processes a lease would say so."""

import asyncio
import time
from collections.abc import Callable
from secrets import token_urlsafe

import msgspec

from accord.domain import commands as c
from accord.domain.apply import apply
from accord.domain.catalogue import Plan
from accord.domain.commands import Command
from accord.domain.events import DECODER
from accord.domain.state import EMPTY, State
from accord.errors import Refused
from accord.ledger.contract import Ledger, Row, Sealed
from accord.live import frames
from accord.live.pace import Pace
from accord.live.room import Room, Told, Watched, nobody
from accord.live.wire import GoingAway

IDLE = 600.0
"""Seconds after which a room that nobody is in leaves the memory."""


class Rooms:
    """Opens, keeps and closes rooms. `clock` gives ms since 1970, UTC; `new_id` random ids."""

    def __init__(
        self, ledger: Ledger, *, clock: Callable[[], int], new_id: Callable[[], str] = lambda: token_urlsafe(12)
    ) -> None:
        self.ledger = ledger
        self.clock = clock
        self.new_id = new_id
        self.pace = Pace()
        self.epoch = ledger.epoch()
        self.watched: Watched = nobody
        self._open: dict[str, asyncio.Future[Room]] = {}

    async def found(self, workshop: str, plan: Plan) -> Room:
        """A new workshop. `workshop` is a fresh id."""
        return await self._begin(workshop, c.Found(plan))

    async def bring(self, workshop: str, content: bytes) -> Room:
        """A new workshop from what an export holds. Refused("bad_file")."""
        return await self._begin(workshop, c.Import(content))

    async def _begin(self, workshop: str, first: Command) -> Room:
        room = self._room(workshop, EMPTY, 0, {})
        await room.ask("", first)
        future: asyncio.Future[Room] = asyncio.get_running_loop().create_future()
        future.set_result(room)
        self._open[workshop] = future
        return room

    async def open(self, workshop: str) -> Room:
        """The room, loaded once however many ask. Refused("not_found") for an unknown workshop."""
        future = self._open.get(workshop)
        if future is None or _closed(future):
            future = self._open[workshop] = asyncio.ensure_future(self._load(workshop))
            future.add_done_callback(lambda done: self._forget_failed(workshop, done))
        return await asyncio.shield(future)

    def _forget_failed(self, workshop: str, done: "asyncio.Future[Room]") -> None:
        if done.cancelled() or done.exception():
            self._open.pop(workshop, None)

    async def _load(self, workshop: str) -> Room:
        state, seq, clients = await asyncio.to_thread(self._read, workshop)
        if not seq:
            raise Refused("not_found")
        return self._room(workshop, state, seq, clients)

    def _read(self, workshop: str) -> tuple[State, int, dict[str, Told]]:
        state, seq, clients = EMPTY, 0, dict[str, Told]()
        for row in self.ledger.read(workshop):
            state, seq = apply(state, DECODER.decode(row.payload)), row.seq
            _remember(clients, row, seq)
        for sealed in self.ledger.sealed(workshop):
            state = apply(state, DECODER.decode(sealed.payload))
            _remember(clients, sealed, seq)
        return state, seq, clients

    def _room(self, workshop: str, state: State, seq: int, clients: dict[str, Told]) -> Room:
        room = Room(
            workshop,
            self.ledger,
            state,
            seq,
            clients,
            epoch=self.epoch,
            clock=self.clock,
            new_id=self.new_id,
            pace=self.pace,
        )
        room.watched = self.watched
        return room

    def open_rooms(self) -> list[Room]:
        return [f.result() for f in self._open.values() if f.done() and not f.cancelled() and not f.exception()]

    def sweep(self) -> None:
        """Let rooms go that nobody is in; everything is kept."""
        now = time.monotonic()
        for room in self.open_rooms():
            if not room.peers and room.idle and now - room.quiet_since > IDLE:
                self._close(room, b"")

    def _close(self, room: Room, frame: bytes) -> None:
        self._open.pop(room.workshop, None)
        room.close(frame, 1012)

    def close(self, retry_ms: int = 500) -> None:
        """The server stops."""
        frame = frames.text(msgspec.json.encode(GoingAway(retry_ms)))
        for room in self.open_rooms():
            self._close(room, frame)


def _closed(future: "asyncio.Future[Room]") -> bool:
    return future.done() and not future.cancelled() and not future.exception() and future.result().closed


def _remember(clients: dict[str, Told], row: Row | Sealed, seq: int) -> None:
    if row.client is None or row.n is None:
        return
    told = clients.setdefault(row.client, Told(row.person, {}, {}, {}))
    told.done[row.n] = seq
    told.digests[row.n] = row.digest
