"""A copy of a running server that opens elsewhere."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from accord.ledger.backup import backup, restore
from accord.ledger.contract import LedgerError
from accord.ledger.ledger import SqlLedger, open_ledger, open_log
from accord.ledger.verify import verify


async def test_a_backup_under_writes_holds_all_that_was_acknowledged_before_it(
    sqlite: SqlLedger, tmp_path: Path, ask: Any
) -> None:
    seq = 0
    more = asyncio.Event()

    async def write() -> None:
        nonlocal seq
        while True:
            await ask.put(sqlite, *(ask.batch(seq + 1 + i) for i in range(5)))
            seq += 5
            more.set()

    writing = asyncio.create_task(write())
    for number in range(5):
        more.clear()
        await more.wait()
        before = seq
        copy = tmp_path / f"copy{number}.db"
        await asyncio.to_thread(backup, tmp_path / "accord.db", copy)
        log = open_log(copy)
        assert log.head("w1")[0] >= before
        log.let_go()
        assert verify(copy) == []
    assert seq > before
    writing.cancel()


async def test_a_restored_backup_opens_elsewhere_with_a_new_epoch(sqlite: SqlLedger, tmp_path: Path, ask: Any) -> None:
    await ask.put(sqlite, ask.batch(1), ask.batch(2))
    backup(tmp_path / "accord.db", tmp_path / "copy.db")
    restore(tmp_path / "copy.db", tmp_path / "elsewhere" / "accord.db")
    other = open_ledger(tmp_path / "elsewhere" / "accord.db")
    assert other.epoch() != sqlite.epoch()
    assert list(other.read("w1")) == list(sqlite.read("w1"))
    assert await ask.put(other, ask.batch(3)) == [""]
    other.close()
    assert sqlite.head("w1")[0] == 2


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_a_backup_is_one_file_and_takes_nobodys_place(sqlite: SqlLedger, tmp_path: Path, ask: Any) -> None:
    await ask.put(sqlite, ask.batch(1))
    target = tmp_path / "copies" / "copy.db"
    backup(tmp_path / "accord.db", target)
    assert names(target.parent) == ["copy.db"]
    before = target.read_bytes()
    with pytest.raises(LedgerError, match="conflict"):
        backup(tmp_path / "accord.db", target)
    assert (names(target.parent), target.read_bytes()) == (["copy.db"], before)


async def test_a_copy_that_does_not_verify_is_not_a_backup(tmp_path: Path, ask: Any) -> None:
    ledger = open_ledger(tmp_path / "accord.db")
    await ask.put(ledger, ask.batch(1), ask.batch(2))
    ledger.close()
    with closing(sqlite3.connect(tmp_path / "accord.db", isolation_level=None)) as database:
        database.execute("UPDATE event SET at = at + 1")
    with pytest.raises(LedgerError, match="does not verify"):
        backup(tmp_path / "accord.db", tmp_path / "copies" / "copy.db")
    assert names(tmp_path / "copies") == []


async def test_a_backup_is_never_restored_over_or_beside_another_ledger(
    sqlite: SqlLedger, tmp_path: Path, ask: Any
) -> None:
    await ask.put(sqlite, ask.batch(1))
    backup(tmp_path / "accord.db", tmp_path / "copy.db")
    with pytest.raises(LedgerError, match="conflict"):
        restore(tmp_path / "copy.db", tmp_path / "accord.db")
    (tmp_path / "new.db-wal").touch()
    with pytest.raises(LedgerError, match="-wal"):
        restore(tmp_path / "copy.db", tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_backup_of_nothing_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="not there"):
        backup(tmp_path / "none.db", tmp_path / "copy.db")
    assert names(tmp_path) == []
