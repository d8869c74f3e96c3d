"""A room: one workshop, one queue, one consumer. For each command: decide → append → (commit) → apply → show.

Nobody sees a change, and nobody is told that it is saved, before the commit. The room awaits nothing: the ledger calls
back, frames are written to transports whose buffers are watched.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from zlib import crc32

import msgspec
import structlog

from accord.domain.apply import fold
from accord.domain.commands import Command, DropPen, Sign, Tick
from accord.domain.decide import decide
from accord.domain.events import ENCODER, Event
from accord.domain.records import ALL
from accord.domain.rules.clock import next_moment
from accord.domain.sealing import sealed, some_sealed, unsealed
from accord.domain.sight import everything, look, touched
from accord.domain.state import State, held
from accord.errors import Refused
from accord.ledger.contract import Batch, Ledger, LedgerError
from accord.live import frames
from accord.live.pace import Cost, Pace
from accord.live.peer import DROP, SKIP_HERE, Peer
from accord.live.shown import Change, ShownRecords
from accord.live.wire import FROM_BROWSER, MAX_FRAME, Do, FromBrowser, GoingAway, Hello, Here, NotDone, Ping, Pong

log = structlog.get_logger()

MOST_EVENTS = 50_000
MOST_ERRORS = 5
MOST_NUMBERS = 2**53
REFUSALS_KEPT = 200
RETRY_MS = 500
CLOCK_AGAIN = 1.0
"""Seconds before what time could not do is tried again."""
FURTHEST = 86_400.0
"""Seconds a timer waits at most."""
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_encode = msgspec.json.Encoder().encode

Clock = Callable[[], int]
Answered = Callable[["Answer"], None]
Watched = Callable[["Room", tuple[Event, ...]], None]
"""Called with what was just committed; it returns at once and never raises."""


def nobody(_: "Room", __: tuple[Event, ...]) -> None:
    """Nobody watches."""


class Answer(msgspec.Struct, frozen=True):
    """To a command: `seq` of its last event, or why not. `code` "" is done."""

    seq: int = 0
    code: str = ""
    detail: dict[str, object] = {}


class Pending(msgspec.Struct):
    """A command that waits for its commit."""

    person: str
    client: str
    n: int
    events: tuple[Event, ...]
    after: State
    seq: int
    answered: list[Answered]
    sealed: str = ""
    failed: bool = False


class Told(msgspec.Struct):
    """What one client was told, by command number; `digests` tell a repeat from another command."""

    person: str
    done: dict[int, int]
    digests: dict[int, int]
    refused: dict[int, Answer]


class Room:
    def __init__(
        self,
        workshop: str,
        ledger: Ledger,
        state: State,
        seq: int,
        clients: dict[str, Told],
        *,
        epoch: str,
        clock: Clock,
        new_id: Callable[[], str],
        pace: Pace,
    ) -> None:
        self.epoch = epoch
        self.workshop = workshop
        self.ledger = ledger
        self.state = state
        """Committed and shown; what a reader outside may look at."""
        self.seq = seq
        self.clients = clients
        self.clock = clock
        self.new_id = new_id
        self.pace = pace
        self.watched: Watched = nobody
        self.peers: set[Peer] = set()
        self.closed = False
        self.quiet_since = time.monotonic()
        self._ahead, self._ahead_seq = state, seq
        self._pending: deque[Pending] = deque()
        self._loop = asyncio.get_running_loop()
        self._cost = Cost(pace)
        self._shown = ShownRecords()
        self._shown.update(everything(state).items(), seq)
        self._dirty: set[str] | None = set()
        self._unnumbered = False
        """What is sealed has no number: whoever comes back with the present one may lack it."""
        self._done: dict[Peer, list[int]] = {}
        self._here: dict[str, bytes] = {}
        self._floor = seq + some_sealed(state)
        """What changed before this room was opened is not known record by record."""
        self._rights: dict[str, int] = {}
        self._changing: set[str] = set()
        self._came: set[str] = set()
        self._went: set[str] = set()
        self._flushing: asyncio.TimerHandle | asyncio.Handle | None = None
        self._due = 0.0
        self._last = 0.0
        self._waking: asyncio.TimerHandle | None = None
        self._packed: tuple[bytes, bytes] = (b"", b"")
        self._watch_clock()

    @property
    def idle(self) -> bool:
        """Nothing waits for its commit."""
        return not self._pending

    # --- commands ---

    def ask(self, person: str, command: Command) -> "asyncio.Future[Answer]":
        """From the http edge: the future gives the answer after the commit; it raises Refused."""
        future: asyncio.Future[Answer] = self._loop.create_future()

        def answered(answer: Answer) -> None:
            if future.cancelled():
                return
            if answer.code:
                future.set_exception(Refused(answer.code, **answer.detail))
            else:
                future.set_result(answer)

        self._try(person, "", 0, 0, command, answered)
        return future

    def _do(self, peer: Peer, do: Do, digest: int) -> None:
        if not 0 < do.n < MOST_NUMBERS:
            self._wrong(peer)
            return
        told = self.clients[peer.client]
        if do.n in told.digests:
            self._repeat(peer, told, do.n, digest)
            return
        if not peer.bucket.take():
            self._refuse(peer, do.n, Answer(code="too_fast"))
            return

        def answered(answer: Answer) -> None:
            self._tell(peer.client, do.n, answer)

        told.digests[do.n] = digest
        witness = peer.origin if isinstance(do.do, Sign) else b""
        self._try(peer.person, peer.client, do.n, digest, do.do, answered, witness)

    def _repeat(self, peer: Peer, told: Told, n: int, digest: int) -> None:
        """The first answer again. One that waits for its commit is answered then."""
        if told.digests[n] != digest:
            self._refuse(peer, n, Answer(code="id_conflict"))
        elif n in told.done:
            self._done.setdefault(peer, []).append(n)
            self._soon()
        elif n in told.refused:
            self._refuse(peer, n, told.refused[n])

    def _try(
        self,
        person: str,
        client: str,
        n: int,
        digest: int,
        command: Command,
        answered: Answered | None,
        witness: bytes = b"",
    ) -> None:
        now = self.clock()
        try:
            events, seal = self._decide(person, command, now)
        except Refused as refused:
            self._when_kept(answered, Answer(code=refused.code, detail=refused.detail))
            return
        if not events:
            self._when_kept(answered, None)
            return
        waiting = [answered] if answered else []
        pending = Pending(person, client, n, events, self._ahead, self._ahead_seq, waiting, seal)
        self._append(pending, digest, now, witness)

    def _decide(self, person: str, command: Command, now: int) -> tuple[tuple[Event, ...], str]:
        """The events, and the prompt under whose seal they are kept."""
        if self._ahead_seq >= MOST_EVENTS:
            raise Refused("too_many", what="events", limit=MOST_EVENTS)
        try:
            events = decide(self._ahead, command, person, now, self.new_id)
            seal = sealed(self._ahead, events)
            self._ahead = fold(self._ahead, events)
        except Refused:
            raise
        except Exception as bug:
            log.error(
                "command_failed",
                room=self.workshop,
                seq=self._ahead_seq,
                command=type(command).__name__,
                error=type(bug).__name__,
                at=_where(bug),
            )
            raise Refused("unavailable", why="bug") from None
        self._ahead_seq += 0 if seal else len(events)
        return events, seal

    def _when_kept(self, answered: Answered | None, answer: Answer | None) -> None:
        """Refused, or done without a change (None): told as soon as all it was decided on is kept, for a refusal too
        says something about that. What stands on nothing is not answered by it.
        """
        if not answered:
            return
        if self._pending:
            self._pending[-1].answered.append(lambda kept: answered(kept if kept.code else answer or kept))
        else:
            answered(answer or Answer(self.seq))

    def _append(self, pending: Pending, digest: int, now: int, witness: bytes) -> None:
        payloads = [ENCODER.encode(event) for event in pending.events]
        first = pending.seq + 1 if pending.sealed else pending.seq - len(payloads) + 1
        self._pending.append(pending)
        seals = (pending.sealed, unsealed(pending.events))
        who = (pending.person, pending.client, pending.n)
        batch = Batch(self.workshop, first, now, *who, digest, payloads, *seals, witness)
        self.ledger.append(batch, self._kept)

    # --- the ledger answers ---

    def _kept(self, batch: Batch, error: LedgerError | None) -> None:
        pending = self._pending.popleft()
        if pending.failed or error:
            self._lost(pending, error)
            return
        self.state, self.seq = pending.after, pending.seq
        self._unnumbered |= bool(pending.sealed)
        self._note_changes(pending)
        for answered in pending.answered:
            answered(Answer(pending.seq))
        self.watched(self, pending.events)
        self._follow(pending)
        self._soon()

    def _lost(self, pending: Pending, error: LedgerError | None) -> None:
        """It could not be kept: whatever was decided after it stands on nothing and is refused too."""
        kind = error.kind if error else "unavailable"
        if not pending.failed:
            if kind == "conflict":  # the log went on without us: somebody opens it again and everybody comes back
                self._loop.call_soon(self.close, frames.text(_encode(GoingAway(RETRY_MS))), 1012)
            for later in self._pending:
                later.failed = True
            self._ahead, self._ahead_seq = self.state, self.seq
        log.error("not_kept", room=self.workshop, seq=pending.seq, kind=kind)
        for answered in pending.answered:
            answered(Answer(code="unavailable", detail={"why": kind}))

    def _note_changes(self, pending: Pending) -> None:
        """Add to what the next flush looks at; None stands for everything."""
        for event in pending.events:
            keys = touched(event, pending.after)
            if keys is None or self._dirty is None:
                self._dirty = None
                return
            self._dirty.update(keys)

    def _follow(self, pending: Pending) -> None:
        for event in pending.events:
            kind = type(event).__name__
            if kind in ("PersonAdmitted", "PersonRemoved", "RoleSet"):
                person: str = event.person  # type: ignore[attr-defined]
                self._rights[person] = pending.seq
                self._changing.add(person)
                self._loop.call_soon(self._refresh, person)
            elif kind == "SeatReturned":
                self._loop.call_soon(self._hang_up, event.person)  # type: ignore[attr-defined]
            elif kind in ("ProposalOpened", "PenTaken", "WordsWritten", "AmendmentOpened", "WindowSet"):
                self._watch_clock()

    def _watch_clock(self, least: float = 0.0) -> None:
        """Wake when a pen falls free or a window closes, after `least` seconds at the soonest."""
        moment = next_moment(self.state)
        if self._waking:
            self._waking.cancel()
            self._waking = None
        if moment is not None:
            wait = min(max(0, moment - self.clock()) / 1000, FURTHEST)
            self._waking = self._loop.call_later(max(wait, least), self._tick)

    def _tick(self) -> None:
        self._waking = None
        self._try("", "", 0, 0, Tick(), lambda answer: self._watch_clock(CLOCK_AGAIN if answer.code else 0.0))

    # --- telling ---

    def _tell(self, client: str, n: int, answer: Answer) -> None:
        told = self.clients[client]
        peer = next((p for p in self.peers if p.client == client), None)
        if answer.code:
            self._remember(told, n, answer)
            if peer:
                self._refuse(peer, n, answer)
            return
        told.done[n] = answer.seq
        if peer:
            self._done.setdefault(peer, []).append(n)
            self._soon()

    def _remember(self, told: Told, n: int, answer: Answer) -> None:
        if answer.code == "unavailable":
            del told.digests[n]
            return
        told.refused[n] = answer
        if len(told.refused) > REFUSALS_KEPT:
            oldest = next(iter(told.refused))
            del told.refused[oldest], told.digests[oldest]

    def _refuse(self, peer: Peer, n: int, answer: Answer) -> None:
        self._send(peer, frames.text(_encode(NotDone(n, answer.code, answer.detail))))

    # --- flushing ---

    def _soon(self) -> None:
        """Send at the end of this turn of the loop, or when the tick comes."""
        due = self._last + self.pace.gap()
        if self._flushing:
            if self._due <= due:
                return
            self._flushing.cancel()
        self._schedule(due)

    def _schedule(self, due: float) -> None:
        self._due = due
        wait = due - time.perf_counter()
        self._flushing = self._loop.call_soon(self.flush) if wait <= 0 else self._loop.call_later(wait, self.flush)

    def _soon_here(self) -> None:
        if not self._flushing:
            self._schedule(self._last + self.pace.here_gap())

    def flush(self) -> None:
        """One frame to everybody for whom there is something; built once for all who get the same."""
        if self._flushing:
            self._flushing.cancel()
            self._flushing = None
        started = time.perf_counter()
        change = self._look()
        done, self._done = self._done, {}
        base = self._base()
        self._spread(change, base, self._take_moves(), self._take_here(), done)
        self._last = time.perf_counter()
        self._cost.add(self._last - started)

    def _flush_changes(self) -> None:
        """Send what was committed, so that a snapshot taken now continues the frames before it."""
        if self._dirty is None or self._dirty:
            self.flush()

    def _look(self) -> Change:
        dirty, self._dirty = self._dirty, set()
        seq, self._unnumbered = self.seq + self._unnumbered, False
        if dirty is not None:
            return self._shown.update([(key, look(self.state, key)) for key in dirty], seq)
        now = everything(self.state)
        lost = [(key, None) for key in self._shown.entries if key not in now]
        return self._shown.update([*lost, *now.items()], seq)

    def _base(self) -> bytes:
        return b'{"t":"records","seq":%d' % self.seq

    def _take_here(self) -> bytes:
        """Presence of everybody since the last frame, as the rest of a frame."""
        here, self._here = self._here, {}
        if not here or self._private_now:
            return b""
        return b',"here":[%b]' % b",".join(here.values())

    def _take_moves(self) -> bytes:
        """Who came and went since the last frame, as a part of a frame."""
        came = b',"online":' + _encode(sorted(self._came)) if self._came else b""
        went = b',"offline":' + _encode(sorted(self._went)) if self._went else b""
        self._came, self._went = set(), set()
        return came + went

    def _spread(self, change: Change, base: bytes, moves: bytes, here: bytes, done: dict[Peer, list[int]]) -> None:
        """Those whose rights are changing get nothing by the old ones: their welcome comes."""
        private = change.audiences() - {ALL}
        bodies = _Bodies(change, base, moves, here)
        for peer in tuple(self.peers):
            if peer.owner in self._changing:
                continue
            waiting = peer.pipe.waiting()
            mine = tuple(a for a in peer.audiences if a in private) if private else ()
            body = bodies.of(mine, peer.public, waiting > SKIP_HERE)
            numbers = done.get(peer) if done else None
            if waiting > DROP and (body or numbers):
                self.leave(peer, 4408)
            elif numbers:
                peer.pipe.write(frames.text((body or base) + b',"done":' + _encode(numbers) + b"}"))
            elif body:
                peer.pipe.write(bodies.frame(body))

    def _send(self, peer: Peer, frame: bytes) -> None:
        if peer.pipe.waiting() > DROP:
            self.leave(peer, 4408)
            return
        peer.pipe.write(frame)

    # --- coming and going ---

    def join(self, peer: Peer, hello: Hello) -> None:
        """Welcome a peer that said hello: what changed since its number, or everything."""
        self._flush_changes()
        if not self._own(peer, hello.client):
            peer.pipe.close(4400)
            return
        here_before = any(p.person == peer.person for p in self.peers)
        older = [p for p in self.peers if p.client == hello.client]
        peer.look(self.state)
        self.peers.add(peer)
        for other in older:
            self.leave(other, 4409)
        if peer.person and not here_before:
            self._came.add(peer.person)
            self._went.discard(peer.person)
            self._soon_here()
        self._welcome(peer, hello.epoch, hello.seq)

    def _own(self, peer: Peer, client: str) -> bool:
        """A client's numbers belong to one person. A client without a name could not be told from another."""
        if not client or peer.client != client:
            return False
        told = self.clients.setdefault(client, Told(peer.person, {}, {}, {}))
        return told.person == peer.person

    def _welcome(self, peer: Peer, epoch: str, seq: int) -> None:
        known = max(1, self._floor, self._rights.get(peer.owner, 0))
        full = epoch != self.epoch or not known <= seq <= self.seq
        if full:
            put, gone = self._private(peer), b""
            if peer.public:
                peer.pipe.write(self._snapshot())
        else:
            put, gone = self._shown.since(seq, peer.audiences)
        peer.pipe.write(frames.text(self._welcome_body(peer, full, put, gone)))

    def _private(self, peer: Peer) -> bytes:
        parts = (self._shown.everything(audience) for audience in peer.audiences if audience != ALL)
        return b",".join(part for part in parts if part)

    def _snapshot(self) -> bytes:
        """What everybody may see, packed once until it changes."""
        body = self._shown.everything(ALL)
        if self._packed[0] is not body:
            self._packed = (body, frames.packed(b"[" + body + b"]"))
        return self._packed[1]

    def _welcome_body(self, peer: Peer, full: bool, put: bytes, gone: bytes) -> bytes:
        upto, done = _numbers(self.clients[peer.client])
        head = {
            "t": "welcome",
            "me": peer.person,
            "epoch": self.epoch,
            "seq": self.seq,
            "now": self.clock(),
            "full": full,
            "online": sorted({p.person for p in self.peers if p.person}) if peer.public else [],
            "upto": upto,
            "done": done,
        }
        return b'%b,"put":[%b],"gone":[%b]}' % (_encode(head)[:-1], put, gone)

    def leave(self, peer: Peer, code: int = 0) -> None:
        """The connection is gone, or goes with `code`. With a person's last one their pens fall free."""
        if peer not in self.peers:
            return
        self.peers.discard(peer)
        self._done.pop(peer, None)
        self.quiet_since = time.monotonic()
        if code:
            peer.pipe.close(code)
        self._forget(peer.client)
        if peer.person and not any(p.person == peer.person for p in self.peers):
            self._went.add(peer.person)
            self._came.discard(peer.person)
            self._here.pop(peer.person, None)
            self._drop_pens(peer.person)
            self._soon_here()

    def _forget(self, client: str) -> None:
        """A client that asked for nothing leaves nothing behind."""
        if not self.clients[client].digests and not any(p.client == client for p in self.peers):
            del self.clients[client]

    def _drop_pens(self, person: str) -> None:
        for text, words in held(self._ahead):
            if words.pen == person:
                self._try(person, "", 0, 0, DropPen(text), None)

    def _refresh(self, person: str) -> None:
        """Somebody's rights changed: removed people go, the others get everything anew."""
        self._flush_changes()
        self._changing.discard(person)
        found = self.state.people.get(person)
        for peer in [p for p in self.peers if p.owner == person]:
            if found is None or found.gone:
                self.leave(peer, 4403)
                continue
            peer.look(self.state)
            self._welcome(peer, "", 0)

    def _hang_up(self, person: str) -> None:
        """They are somebody else now: their pages ask again who."""
        self._flush_changes()
        for peer in [p for p in self.peers if p.owner == person]:
            self.leave(peer, 4410)

    def close(self, frame: bytes, code: int) -> None:
        """The server stops, or this room is not the log's any more: tell everybody and hang up."""
        if self.closed:
            return
        self.closed = True
        self.flush()
        for peer in tuple(self.peers):
            peer.pipe.write(frame)
            peer.pipe.close(code)
        self.peers.clear()
        self._cost.leave()
        for handle in (self._flushing, self._waking):
            if handle:
                handle.cancel()

    # --- what comes in ---

    def receive(self, peer: Peer, raw: bytes) -> None:
        """One text frame of a peer that was welcomed."""
        message = self._read(peer, raw)
        if message is None or peer not in self.peers:
            return
        match message:
            case Here():
                self._be(peer, message)
            case Do():
                self._do(peer, message, crc32(raw))
            case Ping(at=at):
                self._send(peer, frames.text(_encode(Pong(at, self.clock()))))
            case _:
                self._wrong(peer)

    def _read(self, peer: Peer, raw: bytes) -> FromBrowser | None:
        try:
            if len(raw) <= MAX_FRAME:
                return FROM_BROWSER.decode(raw)  # type: ignore[no-any-return]
        except UNREADABLE:
            pass
        self._unreadable(peer, raw)
        return None

    def _unreadable(self, peer: Peer, raw: bytes) -> None:
        """A frame that is no command of ours: answered if its number can be read, and counted."""
        n = _number(raw[:MAX_FRAME])
        if n:
            why = "long" if len(raw) > MAX_FRAME else "form"
            self._refuse(peer, n, Answer(code="bad_input", detail={"field": "command", "why": why}))
        self._wrong(peer)

    def _wrong(self, peer: Peer) -> None:
        peer.errors += 1
        if peer.errors > MOST_ERRORS:
            self.leave(peer, 4400)

    @property
    def _private_now(self) -> bool:
        """People write, or the authors of the step are hidden: who types would tell who wrote."""
        now, state = self.state.now, self.state
        return now.phase == "write" or (bool(now.step) and state.planned_steps[now.step].visibility == "hidden")

    def _be(self, peer: Peer, here: Here) -> None:
        """Presence is not data. While people write in private nobody hears of it."""
        if not peer.person or len(peer.audiences) < 2 or len(here.at) > 80 or self._private_now:
            return
        self._here[peer.person] = b'{"p":"%b",%b' % (peer.person.encode(), _encode(here)[12:])
        self._soon_here()


class _Bodies:
    """What one flush has to say, written once for all who get the same."""

    def __init__(self, change: Change, base: bytes, moves: bytes, here: bytes) -> None:
        self.change, self.base, self.moves, self.here = change, base, moves, here
        self._bodies: dict[tuple[tuple[str, ...], bool, bool], bytes] = {}
        self._frames: dict[bytes, bytes] = {}

    def of(self, private: tuple[str, ...], public: bool, slow: bool) -> bytes:
        """The frame's text without its last brace; empty when there is nothing to say. The slow get no presence."""
        key = (private, public, slow)
        body = self._bodies.get(key)
        if body is None:
            presence = (self.moves if slow else self.moves + self.here) if public else b""
            body = self._bodies[key] = self._build((ALL, *private) if public else private, presence)
        return body

    def _build(self, audiences: tuple[str, ...], presence: bytes) -> bytes:
        put = [body for a in audiences for body in self.change.put.get(a, ())]
        gone = [key for a in audiences for key in self.change.gone.get(a, ())]
        parts = [b',"put":[' + b",".join(put) + b"]"] if put else []
        if gone:
            parts.append(b',"gone":[' + b",".join(gone) + b"]")
        said = b"".join(parts) + presence
        return self.base + said if said else b""

    def frame(self, body: bytes) -> bytes:
        found = self._frames.get(body)
        if found is None:
            found = self._frames[body] = frames.text(body + b"}")
        return found


def _numbers(told: Told) -> tuple[int, list[int]]:
    """Every number up to the first was answered, and those of the list above it were done."""
    upto = 0
    while upto + 1 in told.done:
        upto += 1
    return upto, sorted(n for n in told.done if n > upto)


class _Numbered(msgspec.Struct):
    n: int = 0


def _number(raw: bytes) -> int:
    try:
        return max(0, msgspec.json.decode(raw, type=_Numbered).n)
    except UNREADABLE:
        return 0


def _where(bug: BaseException) -> str:
    """File and line of a bug, without anybody's words."""
    trace = bug.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""
