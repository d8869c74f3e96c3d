"""Words written in private, and authors whom the rule hides, reach nobody: no frame, no log line, no record, no export.

Every private word here is a canary found nowhere else, so that a byte search decides.
"""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
import structlog
from tests.support.live import (
    Message,
    Viewer,
    clock,
    found,
    joined,
    leaping,
    message,
    reopen,
    settle,
)

from accord.domain import commands as c
from accord.domain import sight
from accord.domain.public import public
from accord.domain.records import ALL, Authorship, only
from accord.domain.sight import seen_by
from accord.domain.state import Note, State
from accord.ledger.contract import Batch, LedgerError
from accord.ledger.memory import MemoryLedger
from accord.live.room import Room

MEMBERS = ("m1", "s1", "m2", "s2")
PEOPLE = ("f1", "c1", *MEMBERS, "o1", "n1", "")
STEPS = {"s1": ("s1.q1", 0), "s2": ("s2.fears", 1), "s3": ("s3.q6", 0)}
"""Step (authors by team, hidden, named) → (prompt, turn)."""


def canary(owner: str, what: str) -> str:
    return f"Kanarek-{owner}-{what}-żółty"


class Tape:
    """Everything each viewer was ever sent, and what was logged."""

    def __init__(self, disk: "Disk", ledger: MemoryLedger) -> None:
        self.disk, self.ledger = disk, ledger
        self.logs: list[Any] = []
        self.frames: dict[str, list[Message]] = {person: [] for person in PEOPLE}
        self.private: list[tuple[str, str]] = []
        """(owner, words) that nobody else may know yet."""

    def secret(self, owner: str, what: str) -> str:
        self.private.append((owner, canary(owner, what)))
        return self.private[-1][1]

    def leaks(self, room: Room) -> list[str]:
        """Who got to know whose private words, and where."""
        found = [*self._in_frames(), *self._in_records(room.state), *self._in_logs(), *self._in_export(room.state)]
        return [f"{who}: {words}" for who, words in found]

    def _in_frames(self) -> Iterator[tuple[str, str]]:
        said = {person: json.dumps(frames, ensure_ascii=False) for person, frames in self.frames.items()}
        for owner, words in self.private:
            yield from ((f"frames of {p}", words) for p, text in said.items() if p != owner and words in text)

    def _in_records(self, state: State) -> Iterator[tuple[str, str]]:
        said = {person: msgspec.json.encode(seen_by(state, person)).decode() for person in PEOPLE}
        for owner, words in self.private:
            yield from ((f"records of {p}", words) for p, text in said.items() if p != owner and words in text)

    def _in_logs(self) -> Iterator[tuple[str, str]]:
        text = repr(self.logs)
        yield from (("log", words) for _, words in self.private if words in text)

    def _in_export(self, state: State) -> Iterator[tuple[str, str]]:
        text = msgspec.json.encode(public(state)).decode()
        yield from (("export", words) for _, words in self.private if words in text)


class Disk:
    full = False

    def __call__(self, batch: Batch) -> LedgerError | None:
        return LedgerError("full", "no space") if self.full else None


class Day:
    """A room with everybody in it; each viewer's frames go onto the tape."""

    def __init__(self, room: Room, tape: Tape, viewers: dict[str, Viewer]) -> None:
        self.room, self.tape, self.viewers = room, tape, viewers

    async def do(self, person: str, command: c.Command) -> str:
        n = self.viewers[person].do(command)
        await settle()
        self.listen()
        return self.viewers[person].answers[n]

    async def lead(self, command: c.Command) -> None:
        assert await self.do("f1", command) == ""

    def listen(self) -> None:
        for person, viewer in self.viewers.items():
            self.tape.frames[person].extend(viewer.read())

    async def write(self, step: str) -> None:
        """Everybody writes, changes, rates and marks in private; some of it fails in every way it can."""
        prompt, turn = STEPS[step]
        await self.lead(c.GoTo(step, turn, "write"))
        for person in MEMBERS:
            note, tape = f"note-{step}-{person}", self.tape
            assert await self.do(person, c.AddNote(note, prompt, tape.secret(person, f"{step}-first"))) == ""
            edit = c.EditNote(
                note, tape.secret(person, f"{step}-final"), 1, evidence=tape.secret(person, f"{step}-why")
            )
            assert await self.do(person, edit) == ""
            gone = c.AddNote(f"gone-{step}-{person}", prompt, tape.secret(person, f"{step}-gone"))
            assert await self.do(person, gone) == ""
            assert await self.do(person, c.RemoveNote(gone.id)) == ""
            assert await self.do(person, c.SetDone(prompt, True)) == ""
            await self._fail(person, step, prompt)

    async def _fail(self, person: str, step: str, prompt: str) -> None:
        tape, other = self.tape, "m1" if person != "m1" else "s1"
        stale = c.EditNote(f"note-{step}-{person}", tape.secret(person, f"{step}-stale"), 9)
        assert await self.do(person, stale) == "stale"
        theirs = c.EditNote(f"note-{step}-{other}", tape.secret(person, f"{step}-not-mine"), 2)
        assert await self.do(person, theirs) in ("not_yours", "not_found")
        lost = c.AddNote(f"lost-{step}-{person}", prompt, tape.secret(person, f"{step}-lost"))
        tape.disk.full = True
        assert await self.do(person, lost) == "unavailable"
        tape.disk.full = False
        raw = {"t": "do", "n": 10**6, "do": {"t": "add_note", "text": tape.secret(person, f"{step}-broken")}}
        self.viewers[person].raw(json.dumps(raw, ensure_ascii=False).encode())
        if self.viewers[person].peer:
            self.viewers[person].peer.errors = 0  # type: ignore[union-attr]
        self.listen()

    async def again(self) -> None:
        """Everybody comes back to a server that was started anew, some with their number and some with nothing."""
        self.room.peers.clear()
        self.room.close(b"", 1012)
        self.room = reopen(self.tape.ledger)
        for viewer in self.viewers.values():
            viewer.connect(self.room)
        await settle()
        self.listen()
        for person in PEOPLE:
            fresh = Viewer(person, f"fresh-{person}-{clock()}-{len(self.tape.frames[person])}")
            fresh.connect(self.room)
            self.tape.frames[person].extend(fresh.read())
            fresh.cut()


async def begin() -> Day:
    disk = Disk()
    ledger = MemoryLedger(fails=disk)
    room = await found(ledger)
    await room.ask("", c.Join("c1", "Second", "cofacilitator", None, "en", "link"))
    await room.ask("", c.Join("o1", "Guest", "observer", None, "en", "link"))
    await room.ask("", c.Join("n1", "Newcomer", "member", "sales", "en", "code"))
    tape = Tape(disk, ledger)
    viewers = {person: Viewer(person) for person in PEOPLE}
    day = Day(room, tape, viewers)
    for viewer in viewers.values():
        viewer.connect(room)
    await settle()
    day.listen()
    return day


class Heard(logging.Handler):
    def __init__(self, into: list[Any]) -> None:
        super().__init__()
        self.into = into

    def emit(self, record: logging.LogRecord) -> None:
        self.into.append(record.getMessage())


async def leaks_of_a_day(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every step written and not yet revealed; a bug, a full disk, a restart; then what is found."""
    with structlog.testing.capture_logs() as logs:
        day = await begin()
        heard = Heard(day.tape.logs)
        logging.getLogger().addHandler(heard)
        for step in STEPS:
            await day.write(step)
        with monkeypatch.context() as patched:
            patched.setattr("accord.live.room.decide", _broken)
            for person in MEMBERS:
                note = c.AddNote("note-bug", "s3.q6", day.tape.secret(person, "bug"))
                assert await day.do(person, note) == "unavailable"
        await day.do("f1", c.Jot(day.tape.secret("f1", "jotting")))
        await day.again()
        logging.getLogger().removeHandler(heard)
        day.tape.logs.extend(logs)
        assert logs, "something was logged"
    return day.tape.leaks(day.room)


def _broken(state: State, command: c.Command, *rest: Any) -> Any:
    raise ValueError(f"words in an error: {command!r}")


@leaping
async def test_words_written_in_private_reach_nobody_before_the_reveal() -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert await leaks_of_a_day(monkeypatch) == []


Leak = Callable[[pytest.MonkeyPatch], None]


def shows_notes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = sight._note
    monkeypatch.setattr(sight, "_note", lambda state, note: (ALL, honest(state, note)[1]))


def shows_notes_to_facilitators(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = sight._note
    monkeypatch.setattr(sight, "_note", lambda state, note: ("facilitators", honest(state, note)[1]))


def forgets_who_may_see_jottings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sight, "only", lambda person: "facilitators")


@pytest.mark.parametrize("leak", [shows_notes_at_once, shows_notes_to_facilitators, forgets_who_may_see_jottings])
@leaping
async def test_a_sight_that_leaks_private_words_is_caught(leak: Leak) -> None:
    """Negative control."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        leak(monkeypatch)
        assert await leaks_of_a_day(monkeypatch)


@leaping
async def test_a_log_that_says_words_is_caught() -> None:
    """Negative control."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("accord.live.room._where", lambda bug: str(bug))
        assert any(leak.startswith("log:") for leak in await leaks_of_a_day(monkeypatch))


@leaping
async def test_an_export_that_keeps_private_notes_is_caught() -> None:
    """Negative control."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("tests.live.test_canary.public", lambda state: state)
        assert any(leak.startswith("export:") for leak in await leaks_of_a_day(monkeypatch))


@leaping
async def test_the_search_finds_what_is_public() -> None:
    """The search itself works: after the reveal the same words are everywhere."""
    day = await begin()
    await day.write("s1")
    await day.lead(c.GoTo("s1", 0, "reveal"))
    shown = {leak for leak in day.tape.leaks(day.room) if "s1-final" in leak}
    assert {f"frames of {person}" for person in PEOPLE if person not in ("n1", "m1")} <= {
        leak.split(":")[0] for leak in shown if canary("m1", "s1-final") in leak
    }
    assert not any("frames of n1" in leak for leak in shown)
    assert not [leak for leak in day.tape.leaks(day.room) if "final" not in leak and "why" not in leak]


# ── authors whom the rule hides ──────────────────────────────────────────────────────────────────────────────────────


def about(value: Any, note: str) -> Iterator[Any]:
    """The smallest JSON objects that speak of the note."""
    if isinstance(value, dict):
        inner = [found for part in value.values() for found in about(part, note)]
        yield from inner or ([value] if note in json.dumps(value) else [])
    elif isinstance(value, list):
        for part in value:
            yield from about(part, note)


def without_origins(value: Any) -> Any:
    """That a wording rests on a note, and whose wording it is, says nothing of who wrote the note."""
    if isinstance(value, dict):
        return {k: without_origins(part) for k, part in value.items() if k not in ("based_on", "sources")}
    return [without_origins(part) for part in value] if isinstance(value, list) else value


async def authors_told(step: str) -> list[str]:
    """What others were told of who wrote the notes of a step, from writing to a clause of the agreement."""
    day = await begin()
    await day.write(step)
    prompt, turn = STEPS[step]
    await day.lead(c.GoTo(step, turn, "reveal"))
    await day.lead(c.GoTo(step, turn, "discuss"))
    for person in MEMBERS if step != "s2" else ():
        late = c.AddNote(f"late-{step}-{person}", prompt, f"late words of {step}", late=True)
        assert await day.do(person, late) == ""
        assert await day.do(person, c.EditNote(late.id, f"late words of {step}, changed", 1)) == ""
    notes = [note.id for note in day.room.state.notes.values() if note.prompt == prompt]
    await day.lead(c.AddTheme("theme-1", prompt, "theme", tuple(notes[:2])))
    await day.do("m1", c.Propose("prop-1", prompt, "wording", tuple(notes)))
    await day.do("m1", c.DropPen("prop-1"))
    await day.lead(c.GoTo(step, turn, "agree"))
    for person in MEMBERS:
        await day.do(person, c.Consent("prop-1", 1, 5))
    await day.again()
    return [*_told_in_frames(day, notes), *_told_by_export(day, notes)]


def _told_in_frames(day: Day, notes: list[str]) -> Iterator[str]:
    frames = without_origins(day.tape.frames)
    for note in notes:
        kept = day.room.state.notes[note]
        author = kept.person or kept.text.split("-")[1]
        for person in PEOPLE:
            for one in about(frames[person] if person != author else [], note):
                told = json.dumps({k: v for k, v in one.items() if k != "id"})
                if f'"{author}"' in told or day.room.state.people[author].name in told:
                    yield f"{person} was told that {author} wrote {note}: {told}"


def _told_by_export(day: Day, notes: list[str]) -> Iterator[str]:
    kept = json.loads(msgspec.json.encode(public(day.room.state)))
    yield from (f"export: {note}" for note in notes if kept["notes"][note].get("person"))


@pytest.mark.parametrize("step", ["s1", "s2"])
@leaping
async def test_authors_whom_the_rule_does_not_name_are_told_to_nobody(step: str) -> None:
    assert await authors_told(step) == []


@leaping
async def test_authors_are_told_where_the_rule_names_them() -> None:
    assert await authors_told("s3")


@leaping
async def test_a_sight_that_names_hidden_authors_is_caught() -> None:
    """Negative control: nothing is sealed, so that authors are known, and the sight tells them."""

    def telling(state: State, note: Note) -> sight.Shown:
        return (ALL if note.shown else only(note.person)), Authorship(note.id, note.person)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("accord.live.room.sealed", lambda *_: "")
        monkeypatch.setattr("accord.domain.rules.agenda.unseal", lambda *_: None)
        monkeypatch.setattr(sight, "_authorship", telling)
        assert await authors_told("s2")


# ── what moves together ──────────────────────────────────────────────────────────────────────────────────────────────


async def hidden_step() -> Day:
    day = await begin()
    await day.write("s2")
    for frames in day.tape.frames.values():
        frames.clear()
    await day.lead(c.GoTo("s2", 1, "discuss"))
    return day


@leaping
async def test_no_team_stands_on_a_note_of_hidden_authors() -> None:
    day = await hidden_step()
    notes = day.viewers["f1"].see("note")
    assert len(notes) == len(MEMBERS)
    assert all("team" not in note for note in notes.values())


@leaping
async def test_hidden_notes_lie_in_an_order_that_does_not_tell_when_they_were_written() -> None:
    day = await hidden_step()
    state = day.room.state
    by_time = [note.id for note in state.notes.values()]
    by_place = sorted(day.viewers["f1"].see("note").values(), key=lambda note: note["place"])
    revealed = [r["id"] for m in day.tape.frames["f1"] for r in m.get("put", []) if r["t"] == "note"]
    assert [note["id"] for note in by_place] != by_time
    assert revealed == [note["id"] for note in by_place]
    assert [*public(state).notes] == revealed


@leaping
async def test_after_the_reveal_nothing_moves_together_with_what_a_hidden_author_writes() -> None:
    """A facilitator who watches the counts would know whose it is; anybody, of which team."""
    day = await hidden_step()
    watchers = ("f1", "c1", "s1", "")
    before = {person: _counts(day.viewers[person]) for person in watchers}
    assert await day.do("m1", c.AddNote("late-1", "s2.fears", "late words", late=True)) == "late_to_hide"
    await day.lead(c.GoTo("s2", 1, "write"))
    assert await day.do("m1", c.AddNote("late-1", "s2.fears", "late words")) == ""
    for person in watchers:
        assert _counts(day.viewers[person]) == before[person]
        assert not day.viewers[person].see("writing").get("s2.fears")


@leaping
async def test_while_hidden_authors_write_nobody_is_told_whether_somebody_has_written() -> None:
    day = await begin()
    await day.lead(c.GoTo("s2", 1, "write"))
    for frames in day.tape.frames.values():
        frames.clear()
    assert await day.do("m1", c.AddNote("note-1", "s2.fears", "words")) == ""
    told = [person for person in PEOPLE if person != "m1" and day.tape.frames[person]]
    assert told == []
    assert await day.do("s1", c.SetDone("s2.fears", True)) == ""
    assert _counts(day.viewers["f1"]) == {"marketing": 0, "sales": 1}
    assert day.viewers["f1"].see("writing")["s2.fears"]["done"] == ["s1"]


def _counts(viewer: Viewer) -> Any:
    return viewer.see("progress")["s2.fears"]["answered"]


@leaping
async def test_hands_and_their_reasons_are_private_until_all_are_in() -> None:
    day = await begin()
    await day.lead(c.GoTo("s1", 0, "agree"))
    await day.do("m1", c.Propose("prop-1", "s1.q1", "wording"))
    await day.do("m1", c.DropPen("prop-1"))
    for person in MEMBERS[:-1]:
        assert await day.do(person, c.Consent("prop-1", 1, 2, day.tape.secret(person, "reason"))) == ""
    assert day.tape.leaks(day.room) == []
    assert all(not viewer.see("hands") for viewer in day.viewers.values())
    await day.do(MEMBERS[-1], c.Consent("prop-1", 1, 4))
    assert all(viewer.see("hands") for person, viewer in day.viewers.items() if person != "n1")


@leaping
async def test_dots_are_their_owners_until_the_vote_closes_and_then_only_sums_are_shown() -> None:
    day = await begin()
    await day.write("s1")
    await day.lead(c.GoTo("s1", 0, "vote"))
    for person in MEMBERS:
        assert await day.do(person, c.Vote("s1.q1", "note-s1-m1", 2)) == ""
    for person, viewer in day.viewers.items():
        assert {id_.split("@")[1] for id_ in viewer.see("ballot")} <= {person}
        assert not viewer.see("tally")
    await day.lead(c.GoTo("s1", 0, "agree"))
    assert day.viewers[""].see("tally")["note-s1-m1"]["votes"] == {"marketing": 4.0, "sales": 4.0}
    for person, viewer in day.viewers.items():
        assert {id_.split("@")[1] for id_ in viewer.see("ballot")} <= {person}


@leaping
async def test_a_refusal_to_sign_and_its_reason_are_told_to_nobody_else_in_the_room() -> None:
    day = await begin()
    await day.lead(c.AddClause("clause-1", "purpose", "words"))
    await day.lead(c.Freeze())
    version = day.room.state.latest
    assert version
    sign = c.Sign(version.version, version.hash, False, "refuse", "marketing 1", day.tape.secret("m1", "refusal"))
    assert await day.do("m1", sign) == ""
    assert [leak for leak in day.tape.leaks(day.room) if not leak.startswith("export")] == []
    assert day.viewers[""].see("version")["1.0"]["refused"] == 1
    assert all(not v.see("signature") for p, v in day.viewers.items() if p != "m1")


def test_the_tape_reads_packed_frames_too() -> None:
    from accord.live import frames

    assert message(frames.packed('["żółty"]'.encode()))["put"] == ["żółty"]


@leaping
async def test_viewers_are_the_people_of_the_day() -> None:
    day = await begin()
    assert set(day.viewers) == set(PEOPLE)
    assert [v.person for v in await joined(day.room, "s2")] == ["s2"]
