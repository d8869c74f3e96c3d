"""After the reveal nothing that is stored leads from a note of a hidden author to who wrote it.

A real room on a real store; `finder` then searches every column, every byte and every export. In a named step, played
in the very same way, it finds every author.
"""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec
import pytest
import structlog
from tests.support import finder
from tests.support.finder import Stored, Written, links
from tests.support.live import BEGIN, WORKSHOP, AtOnce, Viewer
from tests.support.workshops import plan, prompt, step

from accord.agreement import json
from accord.domain import commands as c
from accord.domain.catalogue import TEAMS, Visibility
from accord.domain.commands import Command
from accord.ledger.backup import backup
from accord.ledger.ledger import SqlLedger, open_ledger
from accord.ledger.verify import verify
from accord.live.room import Room
from accord.live.rooms import Rooms

MEMBERS = ("m1", "s1", "m2", "s2", "m3", "s3")
SILENT = "s3"
"""Writes nothing: where that shows, fewer are left to hide among."""

Keep = Callable[[str], Awaitable[None]]


class Play:
    """A step from writing to voting, with everything that may come between."""

    def __init__(self, address: str, authors: Visibility) -> None:
        self.address = address
        self.plan = plan(step("s1", (prompt("fears"), prompt("mood", "scale_1_5")), authors))
        self.now = BEGIN
        self.written: list[Written] = []
        self.viewers: dict[str, Viewer] = {}
        self.ledger: SqlLedger
        self.room: Room

    async def open(self) -> None:
        self.ledger = open_ledger(self.address)
        self.rooms = Rooms(self.ledger, clock=self.clock, new_id=lambda: secrets.token_urlsafe(12))
        self.rooms.pace = AtOnce()

    def clock(self) -> int:
        """No two things happen in one millisecond: time tells what it can."""
        self.now += 7
        return self.now

    async def found(self) -> None:
        await self.open()
        self.room = await self.rooms.found(WORKSHOP, self.plan)
        await self.room.ask("", c.Join("f1", "Facilitator", "facilitator", None, "pl", "founder"))
        for person in MEMBERS:
            team = TEAMS[person[0] == "s"]
            await self.room.ask("", c.Join(person, f"Osoba {person}", "member", team, "pl", "link"))
        self.viewers = {p: Viewer(p, secrets.token_urlsafe(16)) for p in ("f1", *MEMBERS)}
        await self.connect()

    async def connect(self) -> None:
        for viewer in self.viewers.values():
            viewer.connect(self.room)
            viewer.read()

    async def again(self) -> None:
        """The server stops and starts."""
        self.rooms.close()
        self.ledger.close()
        await self.open()
        self.room = await self.rooms.open(WORKSHOP)
        await self.connect()

    async def do(self, person: str, command: Command) -> str:
        viewer = self.viewers[person]
        n = viewer.do(command)
        for _ in range(5_000):
            viewer.read()
            if n in viewer.answers:
                return viewer.answers[n]
            await asyncio.sleep(0.001)
        raise TimeoutError

    async def well(self, person: str, command: Command) -> None:
        assert await self.do(person, command) == ""

    async def write(self, person: str, words: str) -> str:
        """Gives the note's id."""
        viewer, note = self.viewers[person], secrets.token_urlsafe(16)
        command = c.AddNote(note, "s1.fears", words)
        await self.well(person, command)
        n = max(n for n, asked in viewer.asked.items() if asked == command)
        frame = msgspec.json.encode({"t": "do", "n": n, "do": command})
        self.written.append(Written(person, viewer.client, words, note, n, frame))
        return note

    async def written_by_all(self) -> None:
        """Notes, changes, a note that is taken back, "done"; and other things in between."""
        for person in MEMBERS:
            await self.well(person, c.SetLanguage("en"))
            if person == SILENT:
                await self.well(person, c.SetDone("s1.fears", True))
                continue
            await self.write(person, f"Kanarek {person} pierwszy")
            changed = await self.write(person, f"Kanarek {person} stary")
            words = f"Kanarek {person} zmieniony"
            await self.well(person, c.EditNote(changed, words, 1))
            self.written.append(msgspec.structs.replace(self.written[-1], words=words))
            gone = await self.write(person, f"Kanarek {person} cofnięty")
            await self.well(person, c.RemoveNote(gone))
            await self.well(person, c.SetDone("s1.fears", True))
            await self.well(person, c.SetLanguage("pl"))

    async def play(self, keep: Keep) -> None:
        await self.found()
        await self.well("f1", c.GoTo("s1", 0, "write"))
        await self.written_by_all()
        await keep("while they write")
        await self.again()
        for person in MEMBERS:
            mine = {note["text"] for note in self.viewers[person].see("note").values()}
            assert mine == (set() if person == SILENT else {f"Kanarek {person} {w}" for w in ("pierwszy", "zmieniony")})
        await self.well("f1", c.GoTo("s1", 1, "write"))
        for person in MEMBERS[:-1]:
            await self.well(person, c.Rate("s1.mood", 3))
        await self.well("f1", c.GoTo("s1", 1, "reveal"))
        await self.well("f1", c.GoTo("s1", 0, "reveal"))
        await self.well("f1", c.GoTo("s1", 0, "write"))
        await self.write("m2", "Kanarek m2 po namyśle")
        await self.well("f1", c.GoTo("s1", 0, "vote"))
        shown = list(self.viewers["f1"].see("note"))
        for person in MEMBERS:
            await self.well(person, c.Vote("s1.fears", shown[0], 1))
            await self.well(person, c.SetLanguage("en"))
        assert await self.do("m1", c.EditNote(shown[0], "x", 1)) in ("phase_closed", "not_yours")

    async def tidied(self) -> None:
        end = time.monotonic() + 10
        for _ in range(5_000):
            if not self.ledger.pen._untidy or time.monotonic() > end:
                break
            await asyncio.sleep(0.005)
        assert not self.ledger.pen._untidy

    def export(self) -> bytes:
        seq, head = self.ledger.head(WORKSHOP)
        return json.write(self.room.state, WORKSHOP, seq, head.hex(), self.now)

    def close(self) -> None:
        self.rooms.close()
        self.ledger.close()


def folder(copies: Path) -> list[Path]:
    return sorted(copies.glob("*.copy"))


async def played(address: str, authors: Visibility, files: Callable[[], dict[str, bytes]], copies: Path) -> list[str]:
    """What is found after the step: in the running store, in the closed one, in backups, exports and logs."""
    play = Play(address, authors)
    sqlite = "://" not in address

    async def keep(moment: str) -> None:
        if sqlite:
            await asyncio.to_thread(backup, Path(address), copies / f"{moment}.copy")

    with structlog.testing.capture_logs() as logs:
        await play.play(keep)
    await play.tidied()
    await keep("after")
    stored = Stored(finder.lines(address), files(), [play.export()])
    for copy in folder(copies):
        stored.lines += finder.lines(copy)
        stored.files |= finder.sqlite_files(copy)
    stored.files["log"] = repr(logs).encode()
    found = links(stored, play.written)
    shown = {note.text for note in play.room.state.notes.values()}
    play.close()
    assert verify(address) == []
    assert shown == {w.words for w in play.written} - {
        w.words for w in play.written if w.words.endswith(("stary", "ięty"))
    }
    return found + links(Stored(finder.lines(address), files(), []), play.written)


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder


async def in_sqlite(tmp_path: Path, copies: Path, authors: Visibility) -> list[str]:
    path = tmp_path / "accord.db"
    return await played(str(path), authors, lambda: finder.sqlite_files(path), copies)


async def test_nothing_in_sqlite_leads_from_a_note_to_its_hidden_author(tmp_path: Path, copies: Path) -> None:
    assert await in_sqlite(tmp_path, copies, "hidden") == []


async def test_nothing_in_postgresql_leads_from_a_note_to_its_hidden_author(pg_address: str, copies: Path) -> None:
    assert await played(pg_address, "hidden", lambda: finder.postgres_files(pg_address), copies) == []


@pytest.mark.parametrize("authors", ["named", "team"])
async def test_the_finder_finds_the_authors_of_a_step_that_does_not_hide_them(
    tmp_path: Path, copies: Path, authors: Visibility
) -> None:
    """Negative control: every note, in more than one way."""
    found = await in_sqlite(tmp_path, copies, authors)
    assert {one.split("'s: ")[0] for one in found} == {
        f"{words!r} is {person}"
        for person in MEMBERS[:-1]
        for words in (f"Kanarek {person} {w}" for w in ("pierwszy", "stary", "zmieniony", "cofnięty"))
    } | {"'Kanarek m2 po namyśle' is m2"}
    ways = {one.split("'s: ")[1].split(" in ")[0] for one in found}
    assert {"a row of event is theirs", "their command has its number", "their time is the note's"} <= ways
    assert {"a row of event says both", "what they sent is", "their id stands before the words"} <= ways


async def test_the_finder_finds_what_numbers_without_gaps_of_their_own_would_tell(
    tmp_path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: a browser that counts hidden notes among its other commands."""
    monkeypatch.setattr(Viewer, "_number", _counts_on)
    found = await in_sqlite(tmp_path, copies, "hidden")
    assert {one.split("'s: ")[1] for one in found} == {"a number of theirs is missing"}


def _counts_on(viewer: Viewer, _: Command) -> int:
    viewer.n += 1
    return viewer.n
