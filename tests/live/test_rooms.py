"""Opening, keeping and closing rooms; frames, buckets and the pace they send at."""

import asyncio

import pytest
from tests.support.live import (
    BEGIN,
    WORKSHOP,
    FakePipe,
    Viewer,
    found,
    heard,
    joined,
    leaping,
    logged,
    open_rooms,
    payload,
    reopen,
    settle,
)
from tests.support.workshops import plan

from accord.domain import commands as c
from accord.domain.sight import seen_by
from accord.errors import Refused
from accord.ledger.memory import MemoryLedger
from accord.live import frames, rooms
from accord.live.pace import EDIT_GAP, HERE_GAP, LONGEST, SHARE, Cost, Pace
from accord.live.peer import Bucket
from accord.live.room import Room
from accord.live.wire import MAX_FRAME


def now() -> int:
    return BEGIN


# ── rooms ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_room_is_loaded_once_however_many_ask_at_the_same_time() -> None:
    await found(ledger := MemoryLedger())
    opened = open_rooms(ledger, now)
    first, *others = await asyncio.gather(*(opened.open(WORKSHOP) for _ in range(20)))
    assert all(other is first for other in others)
    assert first.state == logged(ledger)
    assert first.seq == ledger.head(WORKSHOP)[0]


async def test_a_workshop_that_is_not_there_is_not_found_and_may_be_there_later() -> None:
    opened = open_rooms(MemoryLedger(), now)
    for _ in range(2):
        with pytest.raises(Refused, match="not_found"):
            await opened.open(WORKSHOP)
    await opened.found(WORKSHOP, plan())
    assert (await opened.open(WORKSHOP)).seq == 1


async def test_whoever_gives_up_waiting_takes_the_room_from_nobody() -> None:
    await found(ledger := MemoryLedger())
    opened = open_rooms(ledger, now)
    hasty, patient = asyncio.ensure_future(opened.open(WORKSHOP)), asyncio.ensure_future(opened.open(WORKSHOP))
    await asyncio.sleep(0)
    hasty.cancel()
    assert (await patient).seq


async def test_a_room_leaves_the_memory_only_when_nobody_was_in_it_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_rooms(MemoryLedger(), now)
    room = await opened.found(WORKSHOP, plan())
    await room.ask("", c.Join("f1", "Facilitator", "facilitator", None, "pl", "founder"))
    opened.sweep()
    assert opened.open_rooms() == [room]
    (one,) = await joined(room, "f1")
    monkeypatch.setattr(rooms, "IDLE", -1.0)
    opened.sweep()
    assert opened.open_rooms() == [room]
    one.cut()
    await settle()
    opened.sweep()
    assert opened.open_rooms() == []
    again = await opened.open(WORKSHOP)
    assert again is not room
    assert again.state == room.state


@leaping
async def test_a_server_that_stops_tells_everybody_when_to_come_back() -> None:
    opened = open_rooms(ledger := MemoryLedger())
    room = await opened.found(WORKSHOP, plan())
    await room.ask("", c.Join("f1", "Facilitator", "facilitator", None, "pl", "founder"))
    (one,) = await joined(room, "f1")
    opened.close(750)
    assert one.read() == [{"t": "going_away", "retry_ms": 750}]
    assert one.pipe.closed == 1012
    one.connect(reopen(ledger))
    one.read()
    assert heard(one.records) == seen_by(logged(ledger), "f1")


@leaping
async def test_a_room_whose_log_went_on_without_it_sends_everybody_away_and_is_opened_anew() -> None:
    """Two rooms of one workshop, or a commit whose answer was lost: the log decides."""
    opened = open_rooms(ledger := MemoryLedger())
    room = await opened.found(WORKSHOP, plan())
    for person in ("m1", "s1"):
        await room.ask("", c.Join(person, person, "member", "sales", "pl", "link"))
    one, other = await joined(room, "m1", "s1")
    await reopen(ledger).ask("s1", c.SetAway("s1", True))
    n = one.do(c.SetLanguage("en"))
    await settle()
    one.read()
    assert one.answers[n] == "unavailable"
    assert (one.pipe.closed, other.pipe.closed) == (1012, 1012)
    assert room.closed
    again = rooms_room(opened)
    assert again is None
    fresh = reopen(ledger)
    one.connect(fresh)
    assert fresh.state.people["s1"].away
    n = one.do(c.SetLanguage("en"))
    await settle()
    one.read()
    assert one.answers[n] == ""
    assert heard(one.records) == seen_by(logged(ledger), "m1")


def rooms_room(opened: rooms.Rooms) -> Room | None:
    return next((room for room in opened.open_rooms() if not room.closed), None)


async def test_a_closed_room_is_opened_anew() -> None:
    opened = open_rooms(MemoryLedger(), now)
    room = await opened.found(WORKSHOP, plan())
    room.close(b"", 1012)
    again = await opened.open(WORKSHOP)
    assert again is not room
    assert again is await opened.open(WORKSHOP)


@leaping
async def test_sixty_people_and_one_who_stopped_reading() -> None:
    """Nothing more is written to the one, and everybody else gets every change."""
    room = await found(MemoryLedger(), members=30)
    await room.ask("f1", c.GoTo("s1", 0, "discuss"))
    people = [p for p in room.state.people if p != "f1"]
    stuck, *others = await joined(room, *people)
    stuck.pipe.backlog = 2**20 + 1
    for number, viewer in enumerate(others):
        viewer.do(c.AddNote(f"note-{number}", "s1.q1", "words", late=True))
    await settle()
    assert not stuck.pipe.frames
    assert stuck.pipe.closed == 4408
    for viewer in others:
        viewer.read()
        assert viewer.answers == {1: ""}
    assert others[0].records.keys() >= {f"note:note-{n}" for n in range(59)}
    assert heard(others[-1].records) == seen_by(room.state, others[-1].person)
    stuck.connect(room)
    stuck.read()
    assert heard(stuck.records) == seen_by(room.state, stuck.person)


# ── frames ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535, 65_536, 200_000])
def test_a_frame_of_any_size_is_one_whole_unmasked_frame(size: int) -> None:
    assert payload(frames.text(b"x" * size)) == (1, b"x" * size)


def test_the_longest_frame_people_may_send_fits_the_longest_wording() -> None:
    """10,000 characters of any script, and of JSON's escapes but those for control characters."""
    assert MAX_FRAME >= 3 * 10_000 + 500


# ── buckets and pace ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    at = [0.0]
    bucket = Bucket(2, 3, lambda: at[0])
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    at[0] = 0.5
    assert [bucket.take() for _ in range(2)] == [True, False]
    at[0] = 100
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]


def test_rooms_send_less_often_the_more_it_costs_and_never_too_seldom() -> None:
    pace = Pace()
    assert (pace.gap(), pace.here_gap()) == (EDIT_GAP, HERE_GAP)
    costs = [Cost(pace) for _ in range(40)]
    for _ in range(100):
        for cost in costs:
            cost.add(0.001)
    assert pace.gap() == pytest.approx(40 * 0.001 / SHARE, rel=0.01)
    for cost in costs:
        cost.add(10)
    assert pace.gap() == LONGEST
    for cost in costs:
        cost.leave()
    assert pace.cost == pytest.approx(0)


def test_a_pipe_closes_once() -> None:
    pipe = FakePipe()
    pipe.close(4403)
    pipe.close(1000)
    assert pipe.closed == 4403


def test_a_viewer_has_a_tab_of_its_own() -> None:
    assert Viewer("m1").client != Viewer("s1").client
