"""Longer schedules, more of them, and everything in memory that must not grow. Only ./run soak starts these."""

import asyncio
import gc
import tracemalloc
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from tests.support.live import BEGIN, LeapingLoop, Viewer, events, found, heard, leaping, logged, open_rooms, settle
from tests.support.schedules import Schedule, Weights
from tests.support.workshops import plan, random_commands

from accord.domain import commands as c
from accord.domain.catalogue import TEAMS
from accord.domain.sight import seen_by
from accord.errors import Refused
from accord.ledger.ledger import open_ledger
from accord.ledger.memory import MemoryLedger
from accord.live.room import Room
from accord.live.rooms import Rooms

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]

ROUGH = Weights(cut=12, connect=18, restart=4, kill=4, fill=3)
ASKING = Weights(ask=90, deliver=60, cut=2, restart=0, kill=0, fill=0)


@pytest.mark.parametrize("weights", [Weights(), ROUGH, ASKING], ids=["usual", "rough", "asking"])
@pytest.mark.parametrize("first", range(0, 10_000, 500))
def test_ten_thousand_schedules_of_each_kind(first: int, weights: Weights) -> None:
    for seed in range(first, first + 500):
        schedule = Schedule(1_000_000 + seed, weights=weights)
        with asyncio.Runner(loop_factory=LeapingLoop) as runner:
            wrong = runner.run(schedule.run(70))
        assert not wrong, f"seed {1_000_000 + seed}: {wrong[:3]}"


@pytest.mark.parametrize("seed", range(100))
def test_long_schedules(seed: int) -> None:
    schedule = Schedule(2_000_000 + seed)
    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        assert not runner.run(schedule.run(1_500))


# ── on a real file ───────────────────────────────────────────────────────────────────────────────────────────────────


async def kept(room: Room) -> None:
    """Wait for the pen thread."""
    while not room.idle:
        await settle()
    await settle()


async def asked(room: Room, person: str, command: c.Command) -> None:
    try:
        await room.ask(person, command)
    except Refused:
        pass


@pytest.mark.parametrize("seed", range(40))
async def test_schedules_on_a_file_that_is_opened_again_and_again(seed: int, tmp_path: Path) -> None:
    """The room is closed with commands under way; what was acknowledged is there when it opens again."""
    random, file = Random(seed), tmp_path / "accord.db"
    viewers = [Viewer(person) for person in ("f1", "m1", "s1", "m2", "s2", "")]
    counted: Counter[str] = Counter()
    for life in range(6):
        ledger = open_ledger(file)
        rooms = open_rooms(ledger, lambda: BEGIN)
        room = await _begin(rooms) if life == 0 else await rooms.open("w-1")
        for viewer in viewers:
            _come_back(viewer, room)
        for number in range(80):
            person, command = next(random_commands(room.state, random, f"new-{life}-{number:04}"))
            for theirs in [v for v in viewers if v.person == person and person and v.peer in room.peers]:
                theirs.do(command)
                counted["asked"] += 1
            if random.random() < 0.2:
                await kept(room)
            for one in viewers:
                one.read()
        rooms.close()
        ledger.close()
        await settle()
    ledger = open_ledger(file)
    try:
        room = await open_rooms(ledger, lambda: BEGIN).open("w-1")
        for viewer in viewers:
            _come_back(viewer, room)
            await kept(room)
        for viewer in viewers:
            viewer.read()
            if viewer.peer in room.peers:
                assert heard(viewer.records) == seen_by(logged(ledger), viewer.person)
        done = {(row.client, row.n) for row in ledger.read("w-1") if row.client}
        for viewer in viewers:
            for n, code in viewer.answers.items():
                assert not code or code == "unavailable" or (viewer.client, n) not in done
                assert code or not isinstance(viewer.asked[n], c.AddNote | c.Vote) or (viewer.client, n) in done
    finally:
        ledger.close()
    assert counted["asked"] > 100


def _come_back(viewer: Viewer, room: Room) -> None:
    """With what waits; whoever was removed is not let in any more."""
    if viewer.person and room.state.people[viewer.person].gone:
        return
    viewer.connect(room)
    for raw in [*viewer.outbox.values()]:
        viewer.raw(raw)


async def _begin(rooms: Rooms) -> Room:
    room = await rooms.found("w-1", plan())
    await asked(room, "", c.Join("f1", "Facilitator", "facilitator", None, "pl", "founder"))
    for number in range(2):
        for team in TEAMS:
            id_ = f"{team[0]}{number + 1}"
            await asked(room, "", c.Join(id_, id_, "member", team, "en", "link"))
    await asked(room, "f1", c.GoTo("s1", 0, "write"))
    return room


# ── what must not grow ───────────────────────────────────────────────────────────────────────────────────────────────


@leaping
async def test_a_room_forgets_whoever_came_and_went() -> None:
    """Ten thousand connections of new tabs: less than a megabyte stays."""
    room = await found(MemoryLedger())
    await _come_and_go(room, 500)
    tracemalloc.start()
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    await _come_and_go(room, 10_000)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 1_000_000
    assert not room.peers
    assert not room.clients


async def _come_and_go(room: Room, times: int) -> None:
    for number in range(times):
        viewer = Viewer("m1", f"tab-{number}")
        viewer.connect(room)
        viewer.cut()
        if number % 50 == 0:
            await settle()


@leaping
async def test_a_room_near_its_limit_of_events_still_answers() -> None:
    """The room refuses what is over the limit and goes on showing what is there; no timer spins."""
    from accord.live import room as module

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(module, "MOST_EVENTS", 400)
        room = await found(ledger := MemoryLedger())
        await room.ask("f1", c.GoTo("s1", 0, "agree"))
        (one,) = [Viewer("m1")]
        one.connect(room)
        one.do(c.Propose("prop-1", "s1.q1", "words"))
        for number in range(600):
            one.do(c.WritePen("prop-1", f"words {number}", number + 1))
            await settle(4)
        one.read()
        assert len(events(ledger)) == 400
        assert one.answers[max(one.answers)] == "too_many"
        await asyncio.sleep(600)  # of the leaping loop's time
