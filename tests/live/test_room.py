"""What a room promises: saved means kept, everybody sees what is theirs, nobody is in another's way."""

import json
from typing import Any

import pytest
from tests.support.live import (
    WORKSHOP,
    FakePipe,
    HoldingLedger,
    Viewer,
    events,
    found,
    joined,
    leaping,
    logged,
    payload,
    reopen,
    said,
    settle,
)
from tests.support.workshops import Scene

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.sight import seen_by
from accord.errors import Refused
from accord.ledger.contract import Batch, LedgerError
from accord.ledger.memory import MemoryLedger
from accord.live.peer import DROP, SKIP_HERE
from accord.live.room import MOST_ERRORS, Room
from accord.live.wire import MAX_FRAME

WRITE = c.GoTo("s1", 0, "write")
DISCUSS = c.GoTo("s1", 0, "discuss")
NOTE = c.AddNote("note-1", "s1.q1", "words of mine")


async def writing(room: Room) -> None:
    await room.ask("f1", WRITE)
    await settle()


async def discussing(room: Room) -> None:
    await room.ask("f1", DISCUSS)
    await settle()


async def answer(viewer: Viewer, command: c.Command) -> str:
    """What the room answers: "" for done."""
    n = viewer.do(command)
    await settle()
    viewer.read()
    return viewer.answers[n]


def read(*viewers: Viewer) -> None:
    for viewer in viewers:
        viewer.read()


# ── saved means kept ─────────────────────────────────────────────────────────────────────────────────────────────────


@leaping
async def test_a_command_is_saved_and_seen_only_after_the_commit() -> None:
    ledger = HoldingLedger()
    room = await found(ledger)
    await discussing(room)
    author, other = await joined(room, "m1", "s1")
    ledger.holding = True
    n = author.do(c.AddNote("note-1", "s1.q1", "words", late=True))
    await settle()
    read(author, other)
    assert n not in author.answers
    assert "note:note-1" not in author.records | other.records
    assert "note-1" not in room.state.notes
    ledger.release()
    await settle()
    read(author, other)
    assert author.answers[n] == ""
    assert "note:note-1" in author.records
    assert "note:note-1" in other.records


@leaping
async def test_a_refusal_that_rests_on_uncommitted_words_waits_for_them() -> None:
    """ "Stale" shows the current words: nobody reads them before they are kept."""
    ledger = HoldingLedger()
    room = await found(ledger)
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    assert await answer(one, c.AddTheme("theme-1", "s1.q1", "first")) == ""
    ledger.holding = True
    one.do(c.RenameTheme("theme-1", "second", 1))
    n = other.do(c.RenameTheme("theme-1", "third", 1))
    await settle()
    other.read()
    assert n not in other.answers
    ledger.release()
    await settle()
    other.read()
    assert (other.answers[n], other.details[n]["text"]) == ("stale", "second")


@leaping
async def test_a_refusal_on_top_of_what_was_lost_says_that_it_could_not_be_kept() -> None:
    full = {"on": False}
    room = await found(ledger := HoldingLedger(fails=lambda _: LedgerError("full", "") if full["on"] else None))
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    await answer(one, c.AddTheme("theme-1", "s1.q1", "first"))
    ledger.holding = full["on"] = True
    one.do(c.RenameTheme("theme-1", "second", 1))
    n = other.do(c.RenameTheme("theme-1", "third", 1))
    ledger.release()
    await settle()
    other.read()
    assert other.answers[n] == "unavailable"
    full["on"] = False
    assert await answer(other, c.RenameTheme("theme-1", "third", 1)) == ""


@leaping
async def test_many_refusals_may_wait_for_one_commit() -> None:
    ledger = HoldingLedger()
    room = await found(ledger)
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    ledger.holding = True
    one.do(c.AddTheme("theme-1", "s1.q1", "first"))
    numbers = [other.do(c.RenameTheme("none", "x", 1)) for _ in range(3000)]
    ledger.release()
    await settle()
    other.read()
    assert [other.answers[n] for n in numbers] == ["not_found"] * 3000


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@leaping
async def test_a_repeat_is_answered_again_and_done_once() -> None:
    room = await found(ledger := MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    n = one.write(NOTE)
    raw = one.outbox[n]
    for _ in range(3):
        one.raw(raw)
    await settle()
    one.raw(raw)
    await settle()
    done = [number for message in one.read() for number in message.get("done", [])]
    assert done == [n, n]
    assert [type(event).__name__ for event in events(ledger)].count("NoteAdded") == 1


@leaping
async def test_a_repeat_after_a_restart_is_done_once_and_known_at_the_welcome() -> None:
    room = await found(ledger := MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    n = one.do(NOTE)
    raw = one.outbox[n]
    await settle()
    one.cut()  # before the answer is read
    again = reopen(ledger)
    one.connect(again)
    (welcome,) = [m for m in one.read() if m["t"] == "welcome"]
    assert welcome["upto"] == n
    assert one.answers[n] == ""
    one.raw(raw)
    await settle()
    assert one.read()[-1]["done"] == [n]
    assert [type(event).__name__ for event in events(ledger)].count("NoteAdded") == 1


@leaping
async def test_a_number_used_for_another_command_is_a_conflict() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    assert await answer(one, NOTE) == ""
    one.n -= 1
    assert await answer(one, c.AddNote("note-2", "s1.q1", "other words")) == "id_conflict"
    assert "note-2" not in room.state.notes


@leaping
async def test_a_refusal_is_kept_for_its_repeat_even_when_it_could_be_done_by_then() -> None:
    room = await found(MemoryLedger())
    (one,) = await joined(room, "m1")
    n = one.write(NOTE)
    raw = one.outbox[n]
    one.send(n)
    await settle()
    one.read()
    assert one.answers[n] == "phase_closed"
    await writing(room)
    one.read()
    one.raw(raw)
    await settle()
    assert [(m["n"], m["code"]) for m in one.read()] == [(n, "phase_closed")]
    assert not room.state.notes


@leaping
async def test_too_fast_is_no_answer_for_ever() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    one = Viewer("m1")
    one.connect(room, rate=1)
    raws = [one.outbox[one.write(c.AddNote(f"note-{i}", "s1.q1", "words"))] for i in range(2)]
    for raw in raws:
        one.raw(raw)
    await settle()
    one.read()
    assert one.answers == {1: "", 2: "too_fast"}
    one.connect(room)
    one.raw(raws[1])
    await settle()
    assert one.read()[-1]["done"] == [2]


@pytest.mark.parametrize("n", [0, -1])
@leaping
async def test_numbers_begin_at_one(n: int) -> None:
    room = await found(MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    raw = json.dumps({"t": "do", "n": n, "do": {"t": "set_done", "prompt": "s1.q1", "done": True}})
    one.raw(raw.encode())
    await settle()
    assert not room.state.done


@leaping
async def test_a_client_of_one_person_is_refused_to_another_and_so_is_one_without_a_name() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    await answer(one, NOTE)
    thief, nameless = Viewer("s1", one.client), Viewer("s1")
    nameless.client = ""
    for viewer in (thief, nameless):
        viewer.connect(room)
        assert viewer.pipe.closed == 4400
        assert not viewer.pipe.frames


@leaping
async def test_clients_that_never_asked_for_anything_leave_nothing_behind() -> None:
    room = await found(MemoryLedger())
    for number in range(50):
        viewer = Viewer("m1", f"tab-{number}")
        viewer.connect(room)
        viewer.cut()
    assert not room.clients


# ── a ledger that fails ──────────────────────────────────────────────────────────────────────────────────────────────


class Disk:
    """Full while `full`."""

    def __init__(self) -> None:
        self.full = False

    def __call__(self, batch: Batch) -> LedgerError | None:
        return LedgerError("full", "no space") if self.full else None


@leaping
async def test_what_cannot_be_kept_is_refused_with_all_that_stands_on_it_and_the_room_goes_on() -> None:
    disk = Disk()
    room = await found(ledger := HoldingLedger(fails=disk))
    await writing(room)
    one, other = await joined(room, "m1", "s1")
    ledger.holding = disk.full = True
    numbers = [one.do(NOTE), one.do(c.EditNote("note-1", "changed", 1))]
    asked = room.ask("f1", DISCUSS)
    ledger.release()
    await settle()
    read(one, other)
    assert [one.answers[n] for n in numbers] == ["unavailable"] * 2
    assert one.details[numbers[0]] == {"why": "full"}
    with pytest.raises(Refused, match="unavailable"):
        await asked
    assert room.state == logged(ledger)
    assert one.records == said(seen_by(room.state, "m1"))
    disk.full = False
    assert await answer(one, NOTE) == ""
    assert room.state == logged(ledger)
    other.read()
    assert other.records == said(seen_by(room.state, "s1"))


@leaping
async def test_what_was_decided_between_the_failure_and_its_news_is_refused_too() -> None:
    """A disk that fails for a moment: later batches of the room may not be kept on top of a hole."""
    disk = Disk()
    room = await found(ledger := HoldingLedger(fails=disk))
    await writing(room)
    (one,) = await joined(room, "m1")
    ledger.holding = True
    numbers = [one.do(c.AddNote(f"note-{i}", "s1.q1", "words")) for i in range(3)]
    ledger.fails = lambda batch: LedgerError("full", "") if batch.n == numbers[0] else None
    ledger.release()
    await settle()
    one.read()
    assert [one.answers[n] for n in numbers] == ["unavailable"] * 3
    ledger.fails = None
    assert await answer(one, NOTE) == ""
    assert room.state == logged(ledger)


@leaping
async def test_an_unavailable_command_may_come_again_with_its_number() -> None:
    disk = Disk()
    room = await found(MemoryLedger(fails=disk))
    await writing(room)
    (one,) = await joined(room, "m1")
    disk.full = True
    n = one.write(NOTE)
    raw = one.outbox[n]
    one.send(n)
    await settle()
    disk.full = False
    one.raw(raw)
    await settle()
    assert [m.get("done", m.get("code")) for m in one.read()] == ["unavailable", [n]]


@leaping
async def test_a_pen_that_cannot_fall_free_on_a_full_disk_is_tried_again_once_a_second() -> None:
    """Not in a loop that keeps the room busy and the log full."""
    disk = Disk()
    ledger = MemoryLedger(fails=disk)
    room = await found(ledger)
    await discussing(room)
    (one,) = await joined(room, "m1")
    await answer(one, c.Propose("prop-1", "s1.q1", "words"))
    tried: list[Batch] = []
    disk.full = True
    ledger.fails = lambda batch: (tried.append(batch), disk(batch))[1]  # type: ignore[func-returns-value]
    await passing(15)
    assert 1 <= len(tried) <= 6
    disk.full = False
    await passing(2)
    assert not room.state.proposals["prop-1"].wording.pen


async def passing(seconds: float) -> None:
    import asyncio

    await asyncio.sleep(seconds)  # of the leaping loop's time
    await settle()


@leaping
async def test_a_bug_in_a_rule_is_an_answer_and_hurts_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    room = await found(MemoryLedger())
    await writing(room)
    one, other = await joined(room, "m1", "s1")

    def broken(*args: Any) -> Any:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("accord.live.room.decide", broken)
        assert await answer(one, NOTE) == "unavailable"
    assert await answer(other, NOTE) == ""


# ── coming and coming back ───────────────────────────────────────────────────────────────────────────────────────────


@leaping
async def test_the_first_hello_gets_a_packed_snapshot_and_the_private_rest() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    await answer(one, NOTE)
    again = Viewer("m1", "other-tab")
    again.connect(room)
    opcodes = [payload(frame)[0] for frame in again.pipe.frames]
    snapshot, welcome = again.read()
    assert opcodes == [2, 1]
    assert {"workshop", "person", "step", "prompt"} <= {record["t"] for record in snapshot["put"]}
    assert "note" not in {record["t"] for record in snapshot["put"]}
    assert {record["t"] for record in welcome["put"]} == {"note", "authorship"}
    assert (welcome["me"], welcome["full"], welcome["seq"]) == ("m1", True, room.seq)
    assert again.records == said(seen_by(room.state, "m1"))


@leaping
async def test_the_snapshot_is_packed_once_until_something_changes() -> None:
    room = await found(MemoryLedger())
    one, other = Viewer("m1"), Viewer("s1")
    one.connect(room)
    other.connect(room)
    assert one.pipe.frames[0] is other.pipe.frames[0]
    await writing(room)
    third = Viewer("s2")
    third.connect(room)
    assert third.pipe.frames[0] != one.pipe.frames[0]


@leaping
async def test_coming_back_with_a_number_gets_what_changed_with_what_is_gone() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    await answer(one, c.AddNote("note-1", "s1.q1", "stays", late=True))
    await answer(one, c.AddNote("note-2", "s1.q1", "goes", late=True))
    other.read()
    other.cut()
    await answer(one, c.RemoveNote("note-2"))
    await answer(one, c.EditNote("note-1", "changed", 1))
    other.connect(room)
    (welcome,) = other.read()
    assert not welcome["full"]
    assert {"note:note-2"} <= set(welcome["gone"])
    assert "note:note-1" in {f"{r['t']}:{r['id']}" for r in welcome["put"]}
    assert "workshop" not in {r["t"] for r in welcome["put"]}
    assert other.records == said(seen_by(room.state, "s1"))


@leaping
async def test_coming_back_with_the_present_number_gets_nothing() -> None:
    room = await found(MemoryLedger())
    (one,) = await joined(room, "m1")
    one.cut()
    await settle()
    one.connect(room)
    (welcome,) = one.read()
    assert (welcome["full"], welcome["put"], welcome["gone"]) == (False, [], [])


@pytest.mark.parametrize(("epoch", "ahead"), [("another", 0), (None, 1), (None, 1_000)])
@leaping
async def test_another_epoch_or_a_number_from_the_future_gets_everything(epoch: str | None, ahead: int) -> None:
    room = await found(MemoryLedger())
    (one,) = await joined(room, "m1")
    one.cut()
    one.records["note:ghost"] = {"t": "note", "id": "ghost"}
    one.epoch, one.seq = epoch or one.epoch, one.seq + ahead
    one.pipe.frames.clear()
    one.connect(room)
    welcome = one.pipe.take()
    assert [m["t"] for m in welcome] == ["snapshot", "welcome"]
    one.seq = 0
    for message in welcome:
        one.take(message)
    assert one.records == said(seen_by(room.state, "m1"))


@leaping
async def test_what_went_while_one_was_away_is_gone_after_a_restart_too() -> None:
    """A new process does not know what was removed before it: who is behind gets everything."""
    room = await found(ledger := MemoryLedger())
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    await answer(one, c.AddNote("note-1", "s1.q1", "goes", late=True))
    other.read()
    other.cut()
    await answer(one, c.RemoveNote("note-1"))
    again = reopen(ledger)
    other.connect(again)
    other.read()
    assert other.records == said(seen_by(again.state, "s1"))


@leaping
async def test_a_role_given_while_one_was_away_is_seen_whole() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    one.cut()
    await room.ask("f1", c.SetRole("m1", "cofacilitator"))
    await settle()
    one.connect(room)
    one.read()
    assert one.see("writing")
    assert one.records == said(seen_by(room.state, "m1"))
    one.cut()
    await room.ask("f1", c.SetRole("m1", "member"))
    await settle()
    one.connect(room)
    one.read()
    assert not one.see("writing")
    assert one.records == said(seen_by(room.state, "m1"))


@leaping
async def test_somebody_admitted_while_away_sees_everything_on_coming_back() -> None:
    room = await found(MemoryLedger())
    await room.ask("", c.Join("n1", "New", "member", "sales", "pl", "code"))
    (new,) = await joined(room, "n1")
    new.cut()
    await room.ask("f1", c.Admit("n1"))
    await settle()
    new.connect(room)
    new.read()
    assert new.records == said(seen_by(room.state, "n1"))
    assert new.see("workshop")


@leaping
async def test_a_newer_connection_of_the_same_tab_takes_over_and_keeps_the_pen() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    await answer(one, c.Propose("prop-1", "s1.q1", "words"))
    old, other.messages = one.pipe, []
    one.connect(room)
    await settle()
    read(one, other)
    assert old.closed == 4409
    assert not one.pipe.closed
    assert room.state.proposals["prop-1"].wording.pen == "m1"
    assert "m1" in other.online
    assert not any(m.get("offline") for m in other.messages)
    assert await answer(one, c.WritePen("prop-1", "more words", 1)) == ""


@leaping
async def test_two_tabs_of_one_person_live_side_by_side() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    (one,) = await joined(room, "m1")
    second = Viewer("m1", "second-tab")
    second.connect(room)
    await answer(one, NOTE)
    second.read()
    assert second.records == one.records
    one.cut()
    await settle()
    second.read()
    assert "m1" in second.online


# ── who sees what ────────────────────────────────────────────────────────────────────────────────────────────────────


@leaping
async def test_the_projector_sees_what_is_for_all_and_may_do_nothing() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    one, projector = await joined(room, "m1", "")
    await answer(one, NOTE)
    projector.read()
    assert projector.records == said(seen_by(room.state, ""))
    assert not projector.see("note")
    for command in (c.EndWorkshop(), NOTE, c.Freeze(), c.SetLanguage("pl")):
        assert await answer(projector, command) == "not_allowed"


@leaping
async def test_a_facilitators_own_projector_shows_nothing_of_the_cockpit() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    wall = Viewer("f1", "wall", view="projector")
    wall.connect(room)
    await room.ask("f1", c.Jot("private"))
    await settle()
    wall.read()
    assert wall.records == said(seen_by(room.state, ""))
    assert not wall.see("jottings")
    assert "f1" not in room_online(room)


def room_online(room: Room) -> set[str]:
    return {peer.person for peer in room.peers}


@leaping
async def test_a_waiting_person_sees_nothing_until_admitted_and_then_everything() -> None:
    room = await found(MemoryLedger())
    await room.ask("", c.Join("n1", "New", "member", "sales", "pl", "code"))
    one, leader, new = await joined(room, "m1", "f1", "n1")
    wall = Viewer("n1", "wall", view="projector")
    wall.connect(room)
    await discussing(room)
    await answer(one, c.AddNote("note-1", "s1.q1", "words", late=True))
    one.raw(b'{"t":"here","at":"note:note-1","x":1,"y":2}')
    await settle()
    read(one, leader, new, wall)
    for viewer in (new, wall):
        assert not viewer.records
        assert not viewer.online
        assert not viewer.here
    assert await answer(new, c.SetLanguage("en")) == "waiting"
    assert "n1" in leader.see("person")
    assert "n1" not in one.see("person")
    await answer(leader, c.Admit("n1"))
    read(one, new, wall)
    assert new.records == said(seen_by(room.state, "n1"))
    assert wall.records == said(seen_by(room.state, ""))
    assert "n1" in one.see("person")


@leaping
async def test_whoever_is_turned_away_or_removed_is_cut_off_with_every_screen_they_opened() -> None:
    room = await found(MemoryLedger())
    await room.ask("", c.Join("n1", "New", "member", "sales", "pl", "code"))
    leader, one, new = await joined(room, "f1", "m1", "n1")
    wall = Viewer("m1", "wall", view="projector")
    wall.connect(room)
    assert await answer(leader, c.TurnAway("n1")) == ""
    assert await answer(leader, c.RemovePerson("m1")) == ""
    assert (new.pipe.closed, one.pipe.closed, wall.pipe.closed) == (4403, 4403, 4403)
    assert "m1" not in leader.see("person")
    before = len(one.pipe.frames), len(wall.pipe.frames)
    await discussing(room)
    assert (len(one.pipe.frames), len(wall.pipe.frames)) == before


@leaping
async def test_whoever_is_let_back_into_their_seat_is_asked_to_come_in_again() -> None:
    room = await found(MemoryLedger())
    await room.ask("", c.Join("n1", "sales 1", "member", "sales", "pl", "link", returns="s1"))
    leader, one, new = await joined(room, "f1", "s1", "n1")
    assert await answer(leader, c.Admit("n1")) == ""
    await settle()
    assert (new.pipe.closed, one.pipe.closed) == (4410, 0)
    assert not new.records
    assert {"n1"} & set(leader.see("person")) == set()


@leaping
async def test_nothing_kept_together_with_a_removal_reaches_the_removed() -> None:
    """One commit may cover many commands: the old rights end with the command, not with the goodbye."""
    ledger = HoldingLedger()
    room = await found(ledger)
    await discussing(room)
    leader, one, other = await joined(room, "f1", "m1", "s1")
    ledger.holding = True
    leader.do(c.RemovePerson("m1"))
    other.do(c.AddNote("note-1", "s1.q1", "said after they left", late=True))
    ledger.release()
    await settle()
    one.read()
    assert "note:note-1" not in one.records
    assert one.pipe.closed == 4403


@leaping
async def test_a_facilitator_made_a_member_hears_no_more_of_the_cockpit() -> None:
    ledger = HoldingLedger()
    room = await found(ledger)
    await writing(room)
    await room.ask("f1", c.SetTeam("f1", "sales"))
    await room.ask("f1", c.SetRole("m1", "facilitator"))
    leader, one = await joined(room, "m1", "s1")
    assert leader.see("writing")
    ledger.holding = True
    leader.do(c.SetRole("m1", "member"))
    one.do(NOTE)
    ledger.release()
    await settle()
    messages = leader.read()
    assert leader.records == said(seen_by(room.state, "m1"))
    assert not leader.see("writing")
    assert not any(r["t"] == "writing" for m in messages for r in m.get("put", []))


@leaping
async def test_a_reveal_changes_nothing_for_the_author_and_shows_the_note_to_all_others() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    one, other, wall = await joined(room, "m1", "s1", "")
    await answer(one, NOTE)
    read(other, wall)
    assert not other.see("note")
    await room.ask("f1", c.GoTo("s1", 0, "reveal"))
    await settle()
    for viewer in (one, other, wall):
        viewer.read()
        assert viewer.see("note")["note-1"]["text"] == "words of mine"
        assert viewer.records == said(seen_by(room.state, viewer.person))


# ── slow readers ─────────────────────────────────────────────────────────────────────────────────────────────────────


HERE = b'{"t":"here","at":"note:x","x":10,"y":20}'


@leaping
async def test_who_reads_slowly_gets_no_presence_but_everything_that_is_kept() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, slow, quick = await joined(room, "m1", "s1", "s2")
    slow.pipe.backlog = SKIP_HERE + 1
    one.raw(HERE)
    await settle()
    await answer(one, c.AddTheme("theme-1", "s1.q1", "title"))
    one.raw(HERE)
    await joined(room, "m2")
    read(slow, quick)
    assert quick.here
    assert not slow.here
    assert slow.records == said(seen_by(room.state, "s1"))
    assert slow.online == quick.online


@leaping
async def test_who_stops_reading_is_dropped_and_comes_back_complete_and_the_others_see_no_difference() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, stuck, quick = await joined(room, "m1", "s1", "s2")
    stuck.pipe.backlog = DROP + 1
    assert await answer(one, c.AddTheme("theme-1", "s1.q1", "title")) == ""
    assert stuck.pipe.closed == 4408
    assert not stuck.pipe.frames
    quick.read()
    assert quick.records == said(seen_by(room.state, "s2"))
    assert not quick.pipe.closed
    assert await answer(one, c.RenameTheme("theme-1", "other", 1)) == ""
    stuck.connect(room)
    (welcome,) = stuck.read()
    assert not welcome["full"]
    assert stuck.records == said(seen_by(room.state, "s1"))


@leaping
async def test_all_who_see_the_same_get_the_very_same_bytes() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, *others = await joined(room, "m1", "s1", "s2", "m2")
    await answer(one, c.AddTheme("theme-1", "s1.q1", "title"))
    frames = [viewer.pipe.frames for viewer in others]
    assert [len(f) for f in frames] == [1, 1, 1]
    assert len({id(f[0]) for f in frames}) == 1


# ── presence ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@leaping
async def test_presence_is_the_newest_word_of_each_and_is_not_kept() -> None:
    room = await found(ledger := MemoryLedger())
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    before = ledger.head(WORKSHOP)
    for x in range(5):
        one.raw(b'{"t":"here","at":"note:n","x":%d,"y":0,"typing":true}' % x)
    await settle()
    other.read()
    assert other.here == {"m1": {"p": "m1", "at": "note:n", "x": 4, "y": 0, "typing": True}}
    assert ledger.head(WORKSHOP) == before


@leaping
async def test_nobody_hears_of_presence_while_people_write_in_private() -> None:
    room = await found(MemoryLedger())
    await writing(room)
    one, other, leader = await joined(room, "m1", "s1", "f1")
    one.raw(b'{"t":"here","at":"s1.q1","typing":true}')
    await settle()
    read(other, leader)
    assert not other.here
    assert not leader.here


@leaping
async def test_presence_on_its_way_when_writing_begins_is_dropped() -> None:
    ledger = HoldingLedger()
    room = await found(ledger)
    await discussing(room)
    one, other, leader = await joined(room, "m1", "s1", "f1")
    ledger.holding = True
    leader.do(WRITE)
    one.raw(HERE)
    ledger.release()
    await settle()
    other.read()
    assert not other.here


@leaping
async def test_nobody_hears_of_presence_in_a_step_whose_authors_are_hidden() -> None:
    """Who types just before a late note comes has written it."""
    room = await found(MemoryLedger())
    await room.ask("f1", c.GoTo("s2", 1, "discuss"))
    one, other = await joined(room, "m1", "s1")
    one.raw(b'{"t":"here","at":"s2.fears","typing":true}')
    await settle()
    other.read()
    assert not other.here


@leaping
async def test_presence_with_too_long_a_place_is_not_passed_on() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    one.raw(b'{"t":"here","at":"%b"}' % (b"x" * 81))
    await settle()
    other.read()
    assert not other.here


@leaping
async def test_everybody_knows_who_is_connected() -> None:
    room = await found(MemoryLedger())
    one, other = await joined(room, "m1", "s1")
    one.read()
    assert one.online == other.online == {"m1", "s1"}
    other.cut()
    await settle()
    one.read()
    assert one.online == {"m1"}


# ── pens ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@leaping
async def test_a_pen_falls_free_after_ten_seconds_of_silence_and_not_while_somebody_writes() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    await answer(one, c.Propose("prop-1", "s1.q1", "words"))
    assert await answer(other, c.TakePen("prop-1")) == "pen_held"
    await passing(8)
    assert await answer(one, c.WritePen("prop-1", "more words", 1)) == ""
    await passing(9)
    assert room.state.proposals["prop-1"].wording.pen == "m1"
    await passing(1.1)
    assert room.state.proposals["prop-1"].wording.pen == ""
    other.read()
    assert "pen" not in other.see("proposal")["prop-1"]
    assert await answer(other, c.TakePen("prop-1")) == ""
    await passing(10.1)
    assert room.state.proposals["prop-1"].wording.pen == ""


@leaping
async def test_a_pen_falls_free_when_its_last_connection_goes() -> None:
    room = await found(MemoryLedger())
    await discussing(room)
    one, other = await joined(room, "m1", "s1")
    second = Viewer("m1", "second-tab")
    second.connect(room)
    await answer(one, c.Propose("prop-1", "s1.q1", "words"))
    one.cut()
    await settle()
    assert room.state.proposals["prop-1"].wording.pen == "m1"
    second.cut()
    await settle()
    assert room.state.proposals["prop-1"].wording.pen == ""
    assert await answer(other, c.TakePen("prop-1")) == ""


@leaping
async def test_a_pen_held_when_the_server_stopped_falls_free_after_it_is_back() -> None:
    room = await found(ledger := MemoryLedger())
    await discussing(room)
    (one,) = await joined(room, "m1")
    await answer(one, c.Propose("prop-1", "s1.q1", "words"))
    room.peers.clear()
    room.close(b"", 1012)
    again = reopen(ledger)
    await passing(10.1)
    assert again.state.proposals["prop-1"].wording.pen == ""


# ── frames that are none ─────────────────────────────────────────────────────────────────────────────────────────────

BAD = {
    "no json": b"hello",
    "empty": b"",
    "a list": b"[]",
    "unknown message": b'{"t":"shout"}',
    "unknown command": b'{"t":"do","n":7,"do":{"t":"drop_tables"}}',
    "unknown field": b'{"t":"do","n":7,"do":{"t":"freeze","now":true}}',
    "a command of the room": b'{"t":"do","n":7,"do":{"t":"tick"}}',
    "joining by socket": b'{"t":"do","n":7,"do":{"t":"join","person":"x","name":"x","role":"facilitator","team":null,'
    b'"language":"pl","via":"founder"}}',
    "not a number": b'{"t":"do","n":"7","do":{"t":"freeze"}}',
    "a huge number": b'{"t":"do","n":%d,"do":{"t":"freeze"}}' % 10**40,
    "nan": b'{"t":"do","n":7,"do":{"t":"add_note","id":"note-9","prompt":"s1.q1","text":"x","days":NaN}}',
    "infinite days": b'{"t":"do","n":7,"do":{"t":"add_note","id":"note-9","prompt":"s1.q1","text":"x","days":1e999}}',
    "not utf-8": b'{"t":"here","at":"\xff\xfe"}',
    "deep": b"[" * 20_000,
    "a second hello": b'{"t":"hello","client":"other"}',
    "too long": b'{"t":"do","n":7,"do":{"t":"jot","text":"%b"}}' % (b"x" * MAX_FRAME),
}


@pytest.mark.parametrize("raw", BAD.values(), ids=BAD.keys())
@leaping
async def test_a_frame_that_is_no_message_is_answered_or_counted_and_changes_nothing(raw: bytes) -> None:
    room = await found(MemoryLedger())
    await writing(room)
    one, other = await joined(room, "m1", "s1")
    before = room.state
    one.raw(raw)
    await settle()
    assert room.state == before
    assert one.peer
    assert one.peer.errors == 1
    for message in one.pipe.take():
        assert (message["t"], message["n"], message["code"]) == ("not_done", 7, "bad_input")
    assert not other.pipe.frames
    assert await answer(one, NOTE) == ""


@leaping
async def test_a_command_that_cannot_be_read_is_answered_by_its_number() -> None:
    room = await found(MemoryLedger())
    (one,) = await joined(room, "m1")
    one.raw(BAD["unknown command"])
    one.raw(BAD["too long"])
    assert [(m["n"], m["detail"]["why"]) for m in one.pipe.take()] == [(7, "form")]


@leaping
async def test_whoever_goes_on_with_bad_frames_is_hung_up_and_nobody_else_notices() -> None:
    room = await found(MemoryLedger())
    one, other = await joined(room, "m1", "s1")
    for _ in range(MOST_ERRORS):
        one.raw(b"?")
    assert one.peer in room.peers
    one.raw(b"?")
    assert one.pipe.closed == 4400
    assert one.peer not in room.peers
    one.raw(b'{"t":"ping","at":1}')
    await settle()
    assert not one.pipe.frames
    assert not other.pipe.closed


@leaping
async def test_a_ping_comes_back_with_the_servers_clock() -> None:
    room = await found(MemoryLedger())
    (one,) = await joined(room, "m1")
    one.raw(b'{"t":"ping","at":12.5}')
    (pong,) = one.pipe.take()
    assert pong == {"t": "pong", "at": 12.5, "now": room.clock()}


@leaping
async def test_a_server_that_stops_says_so_and_hangs_up() -> None:
    room = await found(MemoryLedger())
    one, other = await joined(room, "m1", "s1")
    room.close(b"\x81\x02{}", 1012)
    assert (one.pipe.closed, other.pipe.closed) == (1012, 1012)
    assert not room.peers


def test_the_fake_pipe_is_what_rooms_expect() -> None:
    pipe = FakePipe()
    pipe.close(4403)
    pipe.close(1000)
    assert pipe.closed == 4403


def test_a_scene_and_a_room_begin_with_the_same_people() -> None:
    assert list(Scene().state.people) == ["f1", "m1", "s1", "m2", "s2"]
    assert e.PersonJoined in {type(event) for event in Scene().events}
