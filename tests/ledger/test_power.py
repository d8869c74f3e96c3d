"""The power goes at any moment. What was not synced may be gone, whole or in pieces; what was acknowledged may not."""

import pickle
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from accord.ledger.verify import verify

SERVER = Path(__file__).with_name("power.py")
SECTOR = 512

Note = tuple[Any, ...]
Files = dict[str, bytearray]


def notes_of(tmp_path: Path, synchronous: str) -> list[Note]:
    notes = tmp_path / "notes"
    server = subprocess.run([sys.executable, SERVER, tmp_path / "accord.db", synchronous, notes], check=False)
    if server.returncode == 77:
        pytest.skip("this Python hides its SQLite, so that nobody can listen to it")
    assert server.returncode == 0
    loaded: list[Note] = pickle.loads(notes.read_bytes())
    return loaded


def change(files: Files, note: Note) -> None:
    kind, name, *rest = note
    file = files.setdefault(name, bytearray())
    if kind == "write":
        offset, data = rest
        file.extend(b"\0" * (offset + len(data) - len(file)))
        file[offset : offset + len(data)] = data
    elif kind == "truncate":
        del file[rest[0] :]


def sectors(note: Note) -> Iterator[Note]:
    """A write in the pieces in which a disk may keep it."""
    kind, name, *rest = note
    if kind != "write":
        yield note
        return
    offset, data = rest
    for start in range(0, len(data), SECTOR):
        yield kind, name, offset + start, data[start : start + SECTOR]


class Disk:
    """What is certainly on it, and what may be."""

    def __init__(self) -> None:
        self.files: Files = {}
        self.waiting: dict[str, list[Note]] = {}
        self.acknowledged: dict[str, int] = {}

    def take(self, note: Note) -> None:
        kind, name, *rest = note
        if kind == "acknowledged":
            self.acknowledged[name] = rest[0]
        elif kind == "sync":
            for waiting in self.waiting.pop(name, []):
                change(self.files, waiting)
        elif kind == "delete":
            self.waiting.pop(name, None)
            self.files.pop(name, None)
        else:
            self.waiting.setdefault(name, []).append(note)

    def after_power_loss(self, chance: random.Random) -> Files:
        """Nothing that was not synced, or a random part of it, or a random part of its sectors."""
        files = {name: bytearray(data) for name, data in self.files.items()}
        share, torn = chance.choice(((0.0, False), (0.5, False), (0.5, True), (0.9, True)))
        for notes in self.waiting.values():
            for note in notes:
                for piece in sectors(note) if torn else [note]:
                    if chance.random() < share:
                        change(files, piece)
        return files


def missing(folder: Path, disk: Disk, chance: random.Random) -> int:
    """Start from what the disk holds; how many acknowledged events are not there. Asserts that the rest is whole."""
    folder.mkdir()
    for name, data in disk.after_power_loss(chance).items():
        (folder / name).write_bytes(data)
    with closing(sqlite3.connect(folder / "accord.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = {}
        if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'event'").fetchone():
            found = dict(database.execute("SELECT workshop, max(seq) FROM event GROUP BY workshop"))
            assert verify(folder / "accord.db") == []
    return sum(max(0, seq - found.get(workshop, 0)) for workshop, seq in disk.acknowledged.items())


def lost_in_images(tmp_path: Path, synchronous: str, images: int) -> int:
    """Cut the power at random moments; the number of times when something acknowledged was gone."""
    notes = notes_of(tmp_path, synchronous)
    chance = random.Random(4)
    cuts = sorted(chance.choices(range(len(notes) + 1), k=images))
    disk, done, lost = Disk(), 0, 0
    for image, cut in enumerate(cuts):
        for note in notes[done:cut]:
            disk.take(note)
        done = cut
        lost += missing(tmp_path / str(image), disk, chance) > 0
    assert sum(note[0] == "sync" and note[1] == "accord.db" for note in notes) > 3, "no checkpoint was cut"
    return lost


@pytest.mark.timeout(300)
def test_no_acknowledged_event_is_lost_in_500_power_cuts(tmp_path: Path) -> None:
    assert lost_in_images(tmp_path, "FULL", 500) == 0


def test_the_power_cuts_notice_a_ledger_that_does_not_sync_each_commit(tmp_path: Path) -> None:
    assert lost_in_images(tmp_path, "NORMAL", 60) > 0
