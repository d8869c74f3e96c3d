"""Seeded schedules: people who ask for random things over connections that drop, repeat and reorder, while the server
stops, dies, starts again and its disk fills up. At the end everybody must see what the log says they see."""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from msgspec import Struct
from tests.support.live import (
    WORKSHOP,
    HoldingLedger,
    Viewer,
    events,
    found,
    heard,
    logged,
    message,
    reopen,
    settle,
)
from tests.support.workshops import random_commands

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.commands import Command
from accord.domain.decide import decide
from accord.domain.sight import seen_by
from accord.domain.state import State
from accord.errors import Refused
from accord.ledger.contract import Batch, LedgerError
from accord.live.room import Room

ALWAYS_HAPPENS = (c.AddNote, c.EditNote, c.Rate, c.Vote, c.SetDone, c.AddTheme, c.RenameTheme, c.Consent, c.Propose)
"""Commands that are never done without an event."""

Wrong = list[str]


class Weights(Struct, frozen=True):
    """How often what happens, relative to each other."""

    ask: int = 45
    deliver: int = 30
    read: int = 20
    cut: int = 5
    connect: int = 12
    restart: int = 1
    kill: int = 1
    fill: int = 1
    leap: int = 4
    rank: int = 3


class Schedule:
    """One run. `broken` may change a room into one that forgets something: the run must then find something wrong."""

    def __init__(
        self, seed: int, *, weights: Weights | None = None, broken: Callable[[Room], None] | None = None
    ) -> None:
        self.random = Random(seed)
        self.weights = weights or Weights()
        self.broken = broken or (lambda room: None)
        self.full = False
        self.ledger = HoldingLedger(fails=self._fails)
        self.wrong: Wrong = []
        self.viewers: list[Viewer] = []
        self.flying: dict[Viewer, list[bytes]] = {}
        self.numbers = 0
        self.counted: Counter[str] = Counter()

    def _fails(self, batch: Batch) -> LedgerError | None:
        return LedgerError("full", "") if self.full else None

    async def run(self, steps: int) -> Wrong:
        """What was wrong, in words; nothing if all is well."""
        self.room = await found(self.ledger)
        await self._begin()
        self.broken(self.room)
        for person in ("f1", "m1", "s1", "m2", "s2", ""):
            self._come(Viewer(person))
        second = Viewer("m1", "second-tab")
        self._come(second)
        actions = {name: getattr(self, f"_{name}") for name in Weights.__struct_fields__}
        names, odds = zip(*((name, getattr(self.weights, name)) for name in actions), strict=True)
        for name in self.random.choices(names, odds, k=steps):
            actions[name]()
            await settle(self.random.choice((0, 0, 1, 3)))
        await self._heal()
        self._compare()
        return self.wrong

    async def _begin(self) -> None:
        """Something is there to change and to remove."""
        await self.room.ask("f1", c.GoTo("s1", 0, "write"))
        for number, person in enumerate(("m1", "s1", "m2", "s2") * 2):
            await self.room.ask(person, c.AddNote(f"note-{number}", "s1.q1", "words"))
        if self.random.random() < 0.7:
            await self.room.ask("f1", c.GoTo("s1", 0, self.random.choice(("discuss", "vote", "agree"))))

    # ── what happens ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _come(self, viewer: Viewer) -> None:
        self.viewers.append(viewer)
        self._connect_one(viewer)

    def _connect_one(self, viewer: Viewer) -> None:
        """A new connection; what waited is sent again, as often and in whatever order."""
        if viewer.person and (found := self.room.state.people.get(viewer.person)) is not None and found.gone:
            return
        viewer.connect(self.room, heard=self._nothing_ahead_of_the_log)
        again = [*viewer.outbox.values()]
        if self.random.random() < 0.5:
            self.random.shuffle(again)
        self.flying[viewer] = [raw for raw in again for _ in range(self.random.choice((1, 1, 1, 2)))]

    def _nothing_ahead_of_the_log(self, frame: bytes) -> None:
        """Nobody sees, and nobody is told "saved", before the commit."""
        said_ = message(frame)
        if said_.get("seq", 0) > self.ledger.head(WORKSHOP)[0]:
            self.wrong.append("a frame is ahead of the log")

    @property
    def _live(self) -> list[Viewer]:
        return [v for v in self.viewers if v.peer is not None and v.peer in self.room.peers]

    def _ask(self) -> None:
        self.numbers += 1
        person, command = self._wish()
        if not person:
            self.counted["room"] += 1
            self._lead(command, "")
            return
        theirs = [v for v in self.viewers if v.person == person]
        if not theirs and person in self.room.state.people and self.random.random() < 0.3:
            self._come(viewer := Viewer(person, f"tab-{person}-{self.numbers}"))
            theirs = [viewer]
        if theirs:
            viewer = self.random.choice(theirs)
            raw = viewer.outbox[viewer.write(command)]
            self.flying.setdefault(viewer, []).append(raw)
            self.counted["asked"] += 1

    def _wish(self) -> tuple[str, Command]:
        """Mostly something that may be done now."""
        for _ in range(self.random.choice((1, 8, 8, 8))):
            person, command = next(random_commands(self.room.state, self.random, f"new-{self.numbers:05}"))
            try:
                decide(self.room.state, command, person, self.room.clock(), str)
            except Refused:
                continue
            break
        return person, command

    def _deliver(self) -> None:
        """Some of what is on its way arrives, now and then one thing twice."""
        for viewer in self._live:
            flying = self.flying[viewer]
            for _ in range(min(len(flying), self.random.randint(0, 3))):
                raw = flying.pop(0)
                if viewer.peer in self.room.peers:
                    viewer.raw(raw)
                    if self.random.random() < 0.1:
                        viewer.raw(raw)

    def _read(self) -> None:
        for viewer in self.viewers:
            if self.random.random() < 0.5:
                viewer.read()

    def _cut(self) -> None:
        """Gone with whatever was on its way, up and down."""
        if live := self._live:
            self._cut_one(self.random.choice(live))

    def _cut_one(self, viewer: Viewer) -> None:
        self.counted["cut"] += 1
        arrived = self.random.randint(0, len(viewer.pipe.frames))
        del viewer.pipe.frames[arrived:]
        viewer.read()
        viewer.cut()
        viewer.peer = None
        self.flying[viewer] = []

    def _connect(self) -> None:
        """Somebody comes back, or comes again before the old connection is known to be dead."""
        viewer = self.random.choice(self.viewers)
        if viewer.peer in self.room.peers and self.random.random() < 0.7:
            return
        self.counted["connected"] += 1
        frames = viewer.pipe.frames
        del frames[self.random.randint(0, len(frames)) :]
        viewer.read()
        self._connect_one(viewer)

    def _restart(self) -> None:
        """The server stops in good order: what was asked is kept."""
        self.counted["restarted"] += 1
        self.ledger.release()
        self._start_again()

    def _kill(self) -> None:
        """The server dies: what was not committed is gone."""
        self.counted["killed"] += 1
        self.ledger.crash()
        self._start_again()

    def _start_again(self) -> None:
        for viewer in self._live:
            self._cut_one(viewer)
        self.ledger.crash()  # what the cuts asked for
        self.room.close(b"", 1012)
        self.room = reopen(self.ledger)
        self.broken(self.room)

    def _fill(self) -> None:
        """The disk is full, or there is room again."""
        self.full = not self.full
        self.counted["filled"] += self.full

    def _leap(self) -> None:
        """Time passes: pens fall free."""
        self.room._loop.leap.ahead += self.random.choice((1.0, 11.0))  # type: ignore[attr-defined]

    def _rank(self) -> None:
        """Somebody's rights change: a co-facilitator more or less, a newcomer at the door, let in, or removed."""
        pick = self.random.choice
        waiting = [p.id for p in self.room.state.people.values() if p.waiting]
        if waiting and self.random.random() < 0.7:
            self._lead(c.Admit(pick(waiting)))
        elif self.random.random() < 0.3:
            self.numbers += 1
            name = f"late-{self.numbers}"
            self._lead(c.Join(name, "Latecomer", "member", pick(("marketing", "sales")), "pl", "code"), "")
            self._come(Viewer(name))
        else:
            self._lead(c.SetRole(pick(("m1", "m2", "s1", "s2")), pick(("member", "cofacilitator"))))

    def _lead(self, command: Command, person: str = "f1") -> None:
        self.room.ask(person, command).add_done_callback(_looked_at)

    # ── how it must end ──────────────────────────────────────────────────────────────────────────────────────────────

    async def _heal(self) -> None:
        self.full = False
        for _ in range(30):
            await settle()
            for viewer in self.viewers:
                if viewer.peer not in self.room.peers:
                    viewer.read()
                    self._connect_one(viewer)
                for raw in self.flying[viewer]:
                    if viewer.peer in self.room.peers:
                        viewer.raw(raw)
                self.flying[viewer] = []
            await settle()
            for viewer in self.viewers:
                viewer.read()
                if viewer.outbox and viewer.peer in self.room.peers:
                    self.flying[viewer] = [*viewer.outbox.values()]
            if not any(v.outbox for v in self._live):
                return
        self.wrong.append("some commands are never answered")

    def _compare(self) -> None:
        state, log = logged(self.ledger), events(self.ledger)
        if state != self.room.state:
            self.wrong.append("the room's state is not that of its log")
        for viewer in self._live:
            self.wrong.extend(_differences(viewer, state))
        self.wrong.extend(self._acknowledged(log))
        self.wrong.extend(f"{kind} {id_} happened twice" for kind, id_ in _twice(log))

    def _acknowledged(self, log: list[e.Event]) -> Iterator[str]:
        """Said to be done and not in the log, or refused and in the log. What was unavailable may come again."""
        kept = {(row.client, row.n) for row in self.ledger.read(WORKSHOP) if row.client}
        kept |= {(row.client, row.n) for row in self.ledger.sealed(WORKSHOP) if row.client}
        once = self.ledger.once_sealed
        for viewer in self.viewers:
            for n, code in viewer.answers.items():
                if not code and isinstance(viewer.asked[n], ALWAYS_HAPPENS) and (viewer.client, n) not in kept | once:
                    yield f"{viewer.asked[n]} of {viewer.client} was said to be done and is not kept"
                if code not in ("", "unavailable") and (viewer.client, n) in kept:
                    yield f"{viewer.asked[n]} of {viewer.client} was refused ({code}) and is kept"


def _looked_at(asked: Any) -> None:
    assert asked.cancelled() or asked.exception() is None or isinstance(asked.exception(), Refused)


def _differences(viewer: Viewer, state: State) -> Iterator[str]:
    truth, seen = seen_by(state, viewer.person), heard(viewer.records)
    who = viewer.person or "the projector"
    for key in sorted(truth.keys() | seen.keys()):
        if seen.get(key) != truth.get(key):
            yield f"{who} sees {seen.get(key)} and not {truth.get(key)}"


def _twice(log: list[e.Event]) -> Iterator[tuple[str, str]]:
    ids = [("note", x.note) for x in log if isinstance(x, e.NoteAdded)]
    ids += [("theme", x.theme) for x in log if isinstance(x, e.ThemeAdded)]
    ids += [("proposal", x.proposal) for x in log if isinstance(x, e.ProposalOpened)]
    ids += [("person", x.person) for x in log if isinstance(x, e.PersonJoined)]
    yield from (one for one, times in Counter(ids).items() if times > 1)
