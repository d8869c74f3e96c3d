"""Whatever is changed in the log afterwards is found: hundreds of random changes of its rows, and of sealed files."""

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from accord.domain.events import ENCODER, Sealed
from accord.ledger.contract import Document
from accord.ledger.ledger import open_ledger
from accord.ledger.verify import verify

CHANGES = 350
EVENTS = 24
FILE = b"%PDF-1.7 sealed \x00\xff"
DIGEST = hashlib.sha256(FILE).hexdigest()

Change = Callable[[sqlite3.Connection, random.Random], None]


@pytest.fixture
async def store(tmp_path: Path, ask: Any) -> Path:
    """Two workshops, in one of them a sealed file."""
    path = tmp_path / "accord.db"
    ledger = open_ledger(path)
    for workshop in ("w1", "w2"):
        await ask.put(ledger, *(ask.batch(seq, workshop) for seq in range(1, EVENTS)))
    noted = ENCODER.encode(Sealed("1.0", DIGEST, "c" * 64, "pl", 5, 1_000))
    await ask.put(ledger, replace(ask.batch(EVENTS, "w1"), payloads=[noted]))
    await ledger.run(ledger.put_document, Document(DIGEST, "w1", "1.0", "sealed", "pl", 5, 1_000, FILE))
    await ledger.run(ledger.put_document, Document("f" * 64, "w1", "1.0", "version", at=900))
    ledger.close()
    assert verify(path) == []
    return path


def one(store: sqlite3.Connection, chance: random.Random) -> tuple[str, int]:
    """An event, but not the last: what is cut off the end only shows against a head that was noted elsewhere."""
    rows = store.execute("SELECT workshop, seq FROM event WHERE seq < ?", (EVENTS - 1,)).fetchall()
    found: tuple[str, int] = chance.choice(rows)
    return found


def change_field(store: sqlite3.Connection, chance: random.Random) -> None:
    row = one(store, chance)
    column = chance.choice(["at", "person", "client", "n", "digest", "payload", "prev", "hash"])
    [value] = store.execute(f"SELECT {column} FROM event WHERE workshop = ? AND seq = ?", row).fetchone()
    store.execute(f"UPDATE event SET {column} = ? WHERE workshop = ? AND seq = ?", (other(value, chance), *row))


def other(value: Any, chance: random.Random) -> Any:
    if isinstance(value, int):
        return value + chance.choice([100, 1_000, 10_000])  # no other row has such a number
    if isinstance(value, str):
        at = chance.randrange(len(value) + 1)
        return value[:at] + chance.choice("aąx 0") + value[at:]
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1 :]
    return chance.choice([1, "x"])


def take_away(store: sqlite3.Connection, chance: random.Random) -> None:
    store.execute("DELETE FROM event WHERE workshop = ? AND seq = ?", one(store, chance))


def give_to_another_workshop(store: sqlite3.Connection, chance: random.Random) -> None:
    workshop, seq = one(store, chance)
    store.execute("DELETE FROM event WHERE workshop != ? AND seq = ?", (workshop, seq))
    store.execute(
        "UPDATE event SET workshop = (SELECT id FROM workshop WHERE id != ?) WHERE workshop = ? AND seq = ?",
        (workshop, workshop, seq),
    )


def change_places(store: sqlite3.Connection, chance: random.Random) -> None:
    workshop, seq = one(store, chance)
    for old, new in ((seq, -1), (seq + 1, seq), (-1, seq + 1)):
        store.execute("UPDATE event SET seq = ? WHERE workshop = ? AND seq = ?", (new, workshop, old))


def change_founding(store: sqlite3.Connection, chance: random.Random) -> None:
    store.execute("UPDATE workshop SET created_at = created_at + ?", (chance.randint(1, 9),))


def change_sealed_file(store: sqlite3.Connection, chance: random.Random) -> None:
    column = chance.choice(["digest", "workshop", "version", "language", "signed", "content", "content", "content"])
    [value] = store.execute(f"SELECT {column} FROM document WHERE kind = 'sealed'").fetchone()
    store.execute(f"UPDATE document SET {column} = ? WHERE kind = 'sealed'", (other(value, chance),))


def take_sealed_file_away(store: sqlite3.Connection, chance: random.Random) -> None:
    store.execute("DELETE FROM document WHERE kind = 'sealed'")


KINDS: tuple[Change, ...] = (
    *[change_field] * 6,
    take_away,
    give_to_another_workshop,
    change_places,
    change_founding,
    *[change_sealed_file] * 2,
    take_sealed_file_away,
)


def test_every_random_change_of_the_log_is_found(store: Path, tmp_path: Path) -> None:
    chance, missed = random.Random(5), []
    for number in range(CHANGES):
        kind, path = chance.choice(KINDS), tmp_path / "changed.db"
        shutil.copyfile(store, path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            kind(connection, chance)
        if not verify(path):
            missed.append((number, kind.__name__))
    assert missed == []


def test_a_log_that_nobody_changed_has_no_findings(store: Path, tmp_path: Path) -> None:
    """Negative control: a copy is no change."""
    shutil.copyfile(store, tmp_path / "copy.db")
    assert verify(tmp_path / "copy.db") == []
