"""E-mail addresses that people left: kept beside the log, and nowhere any more once they are taken away."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.ledger.test_seals import table_bytes, tidied

from accord.ledger.backup import backup, restore
from accord.ledger.contract import Address, Ledger
from accord.ledger.ledger import SqlLedger, open_ledger
from accord.ledger.verify import verify

ANNA = Address("w1", "anna", "kanarek-anna@example.com", 5)
BERT = Address("w1", "bert", "kanarek-bert@example.com", 6)
OTHER = Address("w2", "anna", "kanarek-other@example.com", 7)


async def put(ledger: Ledger, *given: Address) -> None:
    for one in given:
        await ledger.run(ledger.put_address, one)


async def test_an_address_is_found_by_its_workshop_and_the_newest_counts(ledger: Ledger) -> None:
    await put(ledger, OTHER, BERT, ANNA)
    assert ledger.addresses("w1") == [ANNA, BERT]
    assert ledger.addresses() == [ANNA, BERT, OTHER]
    await put(ledger, replace(ANNA, address="new@example.com", at=9))
    assert [one.address for one in ledger.addresses("w1")] == [BERT.address, "new@example.com"]
    assert verify(ledger) == []


async def test_what_was_sent_is_noted_only_while_the_address_is_the_same(ledger: Ledger) -> None:
    await put(ledger, ANNA, BERT)
    await ledger.run(ledger.note_mail, replace(ANNA, last=50, sent=2, since=1))
    assert ledger.addresses("w1") == [replace(ANNA, last=50, sent=2, since=1), BERT]
    await put(ledger, replace(ANNA, address="new@example.com", at=9))
    await ledger.run(ledger.drop_addresses, "w1", ("bert",))
    await ledger.run(ledger.note_mail, replace(ANNA, last=60))
    await ledger.run(ledger.note_mail, replace(BERT, last=60))
    assert ledger.addresses("w1") == [replace(ANNA, address="new@example.com", at=9)]


async def test_an_address_goes_alone_and_with_its_workshop(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1), ask.batch(1, "w2"))
    await put(ledger, ANNA, BERT, OTHER)
    assert await ledger.run(ledger.drop_addresses, "w1", ("anna", "nobody")) == 1
    assert ledger.addresses() == [BERT, OTHER]
    await ledger.run(ledger.delete, "w1")
    assert ledger.addresses() == [OTHER]


def stored(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


async def told(ledger: SqlLedger, ask: Any) -> None:
    """Two people are reminded time and again while others write."""
    await ask.put(ledger, ask.batch(1))
    await put(ledger, ANNA, BERT)
    for day in range(60):
        await ledger.run(ledger.note_mail, replace(ANNA, last=day * 10**9, sent=day))
        await ask.put(ledger, ask.batch(day + 2))


async def test_no_byte_of_an_address_stays_in_the_files_when_it_is_taken_away(
    sqlite: SqlLedger, ask: Any, tmp_path: Path
) -> None:
    await told(sqlite, ask)
    assert b"kanarek-anna" in stored(tmp_path), "the control: it can be found"
    await sqlite.run(sqlite.drop_addresses, "w1", ("anna",))
    await tidied(sqlite)
    assert b"kanarek-anna" not in stored(tmp_path)
    assert b"kanarek-bert" in stored(tmp_path)


async def test_rows_that_are_only_deleted_leave_the_address_behind(sqlite: SqlLedger, ask: Any, tmp_path: Path) -> None:
    """Negative control: a store that does not overwrite."""
    await sqlite.run(sqlite.pen.do, lambda connection: None)
    raw: Any = sqlite.pen._connection.connection.driver_connection  # type: ignore[union-attr]
    raw.execute("PRAGMA secure_delete=OFF")
    await told(sqlite, ask)
    await sqlite.run(sqlite.drop_addresses, "w1", ("anna", "bert"))
    await tidied(sqlite)
    assert b"kanarek-" in stored(tmp_path)


async def test_a_backup_holds_no_address(sqlite: SqlLedger, ask: Any, tmp_path: Path) -> None:
    await told(sqlite, ask)
    (tmp_path / "copies").mkdir()
    backup(tmp_path / "accord.db", tmp_path / "copies/a")
    assert b"kanarek" not in stored(tmp_path / "copies")
    restore(tmp_path / "copies/a", tmp_path / "elsewhere/accord.db")
    again = open_ledger(tmp_path / "elsewhere/accord.db")
    assert again.addresses() == []
    again.close()


async def test_no_table_of_postgresql_holds_an_address_that_was_taken_away(pg_address: str, ask: Any) -> None:
    ledger = open_ledger(pg_address)
    await told(ledger, ask)
    assert b"kanarek-anna" in table_bytes(pg_address)
    await ledger.run(ledger.drop_addresses, "w1", ("anna",))
    await tidied(ledger)
    assert b"kanarek-anna" not in table_bytes(pg_address)
    ledger.close()


@pytest.mark.parametrize("there", [True, False])
async def test_an_address_is_there_after_a_restart_unless_it_was_taken_away(tmp_path: Path, there: bool) -> None:
    ledger = open_ledger(tmp_path / "accord.db")
    await put(ledger, ANNA)
    if not there:
        await ledger.run(ledger.drop_addresses, "w1", ("anna",))
    ledger.close()
    again = open_ledger(tmp_path / "accord.db")
    assert again.addresses() == ([ANNA] if there else [])
    again.close()
