"""Rooms without a network: time that leaps, ledgers that hold back, pipes that remember, viewers that follow."""

import asyncio
import functools
import json
import selectors
import struct
import zlib
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

import msgspec
from tests.support.workshops import plan

from accord.domain import commands as c
from accord.domain.apply import fold
from accord.domain.catalogue import TEAMS, Plan
from accord.domain.commands import Command, union
from accord.domain.events import DECODER, Event
from accord.domain.records import RECORDS, Record
from accord.domain.state import EMPTY, State
from accord.ledger.contract import Batch, Done, Ledger, LedgerError
from accord.ledger.memory import MemoryLedger
from accord.live.pace import Pace
from accord.live.peer import Bucket, Peer
from accord.live.room import Room
from accord.live.rooms import Rooms
from accord.live.wire import Do, Hello

P = ParamSpec("P")
WORKSHOP = "w-1"
BEGIN = 1_800_000_000_000  # ms

Message = dict[str, Any]


# ── time ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Leap(selectors.SelectSelector):
    """Nobody waits: when nothing is ready, time leaps to the next timer."""

    ahead = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0 if timeout is None or timeout >= 0 else timeout)
        if not ready and timeout is None:
            return super().select(None)
        if not ready and timeout:
            self.ahead += timeout
        return ready


class LeapingLoop(asyncio.SelectorEventLoop):
    """An event loop whose time only passes in leaps."""

    def __init__(self) -> None:
        self.leap = _Leap()
        super().__init__(self.leap)

    def time(self) -> float:
        return self.leap.ahead


def leaping(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """The test runs on a loop whose time leaps."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=LeapingLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run


def clock() -> int:
    """Ms since 1970 by the loop's time."""
    return BEGIN + round(asyncio.get_running_loop().time() * 1000)


async def settle(turns: int = 8) -> None:
    """Let the loop do whatever it can do now. A commit, what it shows and who is refreshed take a few turns each."""
    for _ in range(turns):
        await asyncio.sleep(0)


class AtOnce(Pace):
    """No ticks: whatever there is to show goes at the end of the turn."""

    def gap(self) -> float:
        return 0.0

    def here_gap(self) -> float:
        return 0.0


# ── ledgers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class HoldingLedger(MemoryLedger):
    """Commits when told to, and remembers the numbers of what was sealed, which a ledger forgets with the seal."""

    holding = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.once_sealed: set[tuple[str, int]] = set()

    def _keep(self, batch: Batch) -> LedgerError | None:
        error = super()._keep(batch)
        if batch.sealed and not error:
            self.once_sealed.add((batch.client, batch.n))
        return error

    def append(self, batch: Batch, done: Done) -> None:
        if self.holding:
            self._gathered.append((batch, done))
        else:
            super().append(batch, done)

    def release(self) -> None:
        self.holding = False
        self._commit()

    def crash(self) -> None:
        """What was not committed is gone, and nobody is told."""
        self._gathered.clear()


def events(ledger: Ledger, workshop: str = WORKSHOP) -> list[Event]:
    return [DECODER.decode(row.payload) for row in ledger.read(workshop)]


def logged(ledger: Ledger, workshop: str = WORKSHOP) -> State:
    """The state folded from the log."""
    sealed = [DECODER.decode(row.payload) for row in ledger.sealed(workshop)]
    return fold(EMPTY, [*events(ledger, workshop), *sealed])


# ── frames ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def payload(frame: bytes) -> tuple[int, bytes]:
    """(opcode, payload) of one whole unmasked frame."""
    assert frame[0] & 0x80, "a fragment"
    size, at = frame[1], 2
    if size == 126:
        (size,), at = struct.unpack("!H", frame[2:4]), 4
    elif size == 127:
        (size,), at = struct.unpack("!Q", frame[2:10]), 10
    assert len(frame) == at + size, "not one whole frame"
    return frame[0] & 0x0F, frame[at:]


def message(frame: bytes) -> Message:
    """What a browser makes of a frame; a snapshot is {"t": "snapshot", "put": [records]}."""
    kind, body = payload(frame)
    if kind == 2:
        return {"t": "snapshot", "put": json.loads(zlib.decompress(body))}
    return dict(json.loads(body))


def key(record: Message) -> str:
    return f"{record['t']}:{record['id']}"


_RECORD: Any = union(RECORDS)


def said(records: dict[str, Record]) -> dict[str, Message]:
    """Records as a browser reads them."""
    return {k: json.loads(msgspec.json.encode(record)) for k, record in records.items()}


def heard(records: dict[str, Message]) -> dict[str, Record]:
    """Records as the browser completes them: what was left out is as it usually is."""
    return {k: msgspec.convert(record, _RECORD) for k, record in records.items()}


class FakePipe:
    """A way out that remembers. `backlog` are the bytes said to wait."""

    def __init__(self, heard: Callable[[bytes], None] = lambda frame: None) -> None:
        self.frames: list[bytes] = []
        self.backlog = 0
        self.closed = 0
        self.heard = heard

    def write(self, frame: bytes) -> None:
        self.heard(frame)
        self.frames.append(frame)

    def waiting(self) -> int:
        return self.backlog

    def close(self, code: int) -> None:
        self.closed = self.closed or code

    def take(self) -> list[Message]:
        """What came since the last time."""
        frames, self.frames = self.frames, []
        return [message(frame) for frame in frames]


# ── viewers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


WRITES = c.AddNote | c.EditNote | c.RemoveNote | c.PlaceNote | c.Rate | c.Mark


class Viewer:
    """A browser as PROTOCOL.md describes it: records by key, own commands by number, the last seq and epoch."""

    def __init__(self, person: str, client: str = "", *, view: str = "") -> None:
        self.person = person
        self.client = client or f"tab-{person or 'projector'}"
        self.view = view
        self.records: dict[str, Message] = {}
        self.online: set[str] = set()
        self.here: dict[str, Message] = {}
        self.seq, self.epoch = 0, ""
        self.n, self.sealed = 0, 1 << 40
        self.outbox: dict[int, bytes] = {}
        self.asked: dict[int, Command] = {}
        self.answers: dict[int, str] = {}
        """By number: "" for done, else the code of the refusal."""
        self.details: dict[int, Message] = {}
        self.messages: list[Message] = []
        self.room: Room | None = None
        self.pipe = FakePipe()
        self.peer: Peer | None = None
        self._snapshot: list[Message] = []

    def connect(self, room: Room, *, heard: Callable[[bytes], None] = lambda frame: None, rate: float = 1e6) -> None:
        """A new connection that says hello. What the old one carried is lost on the way."""
        self.pipe, self.room = FakePipe(heard), room
        asker = "" if self.view == "projector" else self.person
        self.peer = Peer(self.pipe, asker, self.client, Bucket(rate, rate, lambda: 0.0), self.person)
        room.join(self.peer, Hello(self.client, epoch=self.epoch, seq=self.seq, view=self.view))

    def cut(self) -> None:
        if self.room and self.peer:
            self.room.leave(self.peer)

    def write(self, command: Command) -> int:
        """Into the outbox; gives its number."""
        n = self._number(command)
        self.outbox[n] = msgspec.json.encode(Do(n, command))
        self.asked[n] = command
        return n

    def _number(self, command: Command) -> int:
        """What hidden authors write has numbers of its own (W5)."""
        note = self.records.get(f"note:{getattr(command, 'note', '')}", {})
        prompt = self.records.get(f"prompt:{getattr(command, 'prompt', '') or note.get('prompt')}", {})
        if isinstance(command, WRITES) and prompt.get("visibility") == "hidden":
            self.sealed += 3
            return self.sealed
        self.n += 1
        return self.n

    def raw(self, frame: bytes) -> None:
        """Whatever bytes as one frame."""
        assert self.room
        assert self.peer
        self.room.receive(self.peer, frame)

    def send(self, n: int) -> None:
        self.raw(self.outbox[n])

    def do(self, command: Command) -> int:
        """Write and send; gives the number."""
        n = self.write(command)
        self.send(n)
        return n

    def read(self) -> list[Message]:
        """Take in what has come."""
        taken = self.pipe.take()
        for one in taken:
            self.take(one)
        return taken

    def take(self, one: Message) -> None:
        self.messages.append(one)
        match one["t"]:
            case "snapshot":
                self._snapshot = one["put"]
            case "welcome":
                self._welcomed(one)
            case "records":
                assert one.get("seq", 0) >= self.seq, "a step back"
                self.seq = one.get("seq", 0)
                self._put(one)
                self._settle(one.get("done", []))
                self._presence(one)
            case "not_done":
                self.answers[one["n"]] = one["code"]
                self.details[one["n"]] = one.get("detail", {})
                self.outbox.pop(one["n"], None)

    def _welcomed(self, one: Message) -> None:
        assert one["full"] or one["seq"] >= self.seq, "a step back"
        if one["full"]:
            self.records = {key(record): record for record in self._snapshot}
        self._snapshot = []
        self._put(one)
        self.seq, self.epoch = one["seq"], one["epoch"]
        self.online = set(one["online"])
        self._settle([n for n in self.outbox if n <= one["upto"] or n in one["done"]])

    def _put(self, one: Message) -> None:
        for gone in one.get("gone", []):
            self.records.pop(gone, None)
        for record in one.get("put", []):
            self.records[key(record)] = record

    def _settle(self, numbers: list[int]) -> None:
        for n in numbers:
            if self.outbox.pop(n, None):
                self.answers[n] = ""

    def _presence(self, one: Message) -> None:
        self.here.update({fragment["p"]: fragment for fragment in one.get("here", [])})
        self.online = (self.online | set(one.get("online", []))) - set(one.get("offline", []))

    def see(self, kind: str) -> dict[str, Message]:
        """Records of a kind by id."""
        return {record["id"]: record for record in self.records.values() if record["t"] == kind}


# ── a room with people in it ─────────────────────────────────────────────────────────────────────────────────────────


def open_rooms(ledger: Ledger, now: Callable[[], int] = clock) -> Rooms:
    rooms = Rooms(ledger, clock=now, new_id=_ids())
    rooms.pace = AtOnce()
    return rooms


def _ids() -> Callable[[], str]:
    numbers = iter(range(10**9))
    return lambda: f"made-{next(numbers)}"


def reopen(ledger: Ledger, now: Callable[[], int] = clock) -> Room:
    """The room as a new process finds it in the ledger."""
    rooms = open_rooms(ledger, now)
    return rooms._room(WORKSHOP, *rooms._read(WORKSHOP))


async def found(ledger: Ledger, *, members: int = 2, founding: Plan | None = None) -> Room:
    """A room with facilitator f1 and members m1, s1, m2, s2 …; nobody is connected."""
    room = await open_rooms(ledger).found(WORKSHOP, founding or plan())
    await room.ask("", c.Join("f1", "Facilitator", "facilitator", None, "pl", "founder"))
    for number in range(members):
        for team in TEAMS:
            id_ = f"{team[0]}{number + 1}"
            await room.ask("", c.Join(id_, f"{team} {number + 1}", "member", team, "en", "link"))
    return room


async def joined(room: Room, *people: str) -> list[Viewer]:
    """Viewers that have said hello and been welcomed; "" is a projector that nobody opened."""
    viewers = [Viewer(person) for person in people]
    for viewer in viewers:
        viewer.connect(room)
    await settle()
    for viewer in viewers:
        viewer.read()
    return viewers
