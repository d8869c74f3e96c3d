"""What hidden authors write is kept beside the log until the reveal, and then it is nowhere any more."""

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import OperationalError

from accord.ledger import seals
from accord.ledger.backup import backup, restore
from accord.ledger.contract import Batch, Ledger, Sealed
from accord.ledger.ledger import SqlLedger, open_ledger, open_log
from accord.ledger.verify import verify


def words(number: int) -> bytes:
    return b'{"t":"note_added","note":"note-%d","prompt":"p","person":"anna","text":"Kanarek %d"}' % (number, number)


def seal(seq: int, number: int, prompt: str = "p", workshop: str = "w1") -> Batch:
    return Batch(workshop, seq, 5, "anna", "anna-tab", number, 7, [words(number)], prompt)


def reveal(batch: Batch, *prompts: str) -> Batch:
    return replace(batch, unsealed=prompts)


def numbers(ledger: Ledger, workshop: str = "w1") -> list[int | None]:
    return [row.n for row in ledger.sealed(workshop)]


# ── what every ledger promises ───────────────────────────────────────────────────────────────────────────────────────


async def test_what_is_sealed_is_read_back_in_order_and_is_no_part_of_the_log(ledger: Ledger, ask: Any) -> None:
    assert await ask.put(ledger, ask.batch(1), seal(2, 9), ask.batch(2), seal(3, 4)) == [""] * 4
    assert ledger.sealed("w1") == [Sealed("p", "anna", "anna-tab", n, 7, words(n)) for n in (9, 4)]
    assert [row.seq for row in ledger.read("w1")] == [1, 2]
    assert await ask.put(ledger, ask.batch(3)) == [""]
    assert ledger.head("w1")[0] == 3
    assert verify(ledger) == []
    assert ledger.sealed("elsewhere") == []


async def test_a_broken_seal_takes_its_prompt_with_it_and_nothing_else(ledger: Ledger, ask: Any) -> None:
    await ask.put(
        ledger, ask.batch(1), ask.batch(1, "w2"), seal(2, 1), seal(2, 2, "q"), seal(2, 3), seal(2, 4, "p", "w2")
    )
    assert await ask.put(ledger, reveal(ask.batch(2), "p")) == [""]
    assert (numbers(ledger), numbers(ledger, "w2")) == ([2], [4])
    assert [row.seq for row in ledger.read("w1")] == [1, 2]


async def test_what_is_sealed_after_the_reveal_stays_though_all_came_at_once(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1), seal(2, 1), reveal(ask.batch(2), "p"), seal(3, 2), seal(3, 3, "q"))
    assert numbers(ledger) == [2, 3]


@pytest.mark.parametrize("seq", [1, 2, 4])
async def test_what_is_sealed_on_another_state_is_a_conflict(ledger: Ledger, ask: Any, seq: int) -> None:
    await ask.put(ledger, ask.batch(1), ask.batch(2))
    assert await ask.put(ledger, seal(seq, 1)) == ["conflict"]
    assert numbers(ledger) == []


async def test_nothing_is_sealed_for_a_workshop_that_is_not_there(ledger: Ledger, ask: Any) -> None:
    assert await ask.put(ledger, seal(1, 1, workshop="nowhere"), seal(2, 2, workshop="nowhere")) == ["gone", "gone"]
    assert numbers(ledger, "nowhere") == []


async def test_a_reveal_that_could_not_be_kept_destroys_nothing(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1), seal(2, 1))
    assert await ask.put(ledger, reveal(ask.batch(2, n=1), "p"), seal(3, 2)) == ["conflict", "conflict"]
    assert numbers(ledger) == [1]


async def test_with_its_workshop_goes_what_is_sealed(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1), ask.batch(1, "w2"), seal(2, 1), seal(2, 2, workshop="w2"))
    await ledger.run(ledger.delete, "w1")
    assert (numbers(ledger), numbers(ledger, "w2")) == ([], [2])


# ── SQLite: every byte ───────────────────────────────────────────────────────────────────────────────────────────────


class Files:
    """The database and what stands beside it, byte by byte."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> list[Path]:
        return [file for file in self.path.parent.iterdir() if file.name.startswith(self.path.name)]

    def say(self, *words: bytes) -> bool:
        return any(word in file.read_bytes() for file in self.all() for word in words)

    def copy(self, folder: Path) -> "Files":
        """As a server that was killed leaves them."""
        folder.mkdir()
        for file in self.all():
            if not file.name.endswith((".lock", "-shm")):
                shutil.copy(file, folder / file.name)
        return Files(folder / self.path.name)


LINKS = (b"Kanarek", b"anna-tab", b"note-1")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "accord.db")


async def tidied(ledger: SqlLedger) -> None:
    await asyncio.to_thread(_wait, ledger)


def _wait(ledger: SqlLedger) -> None:
    end = time.monotonic() + 10
    while ledger.pen._untidy and time.monotonic() < end:
        time.sleep(0.005)
    assert not ledger.pen._untidy


async def written(ledger: SqlLedger, ask: Any, notes: int = 200) -> None:
    """Enough for pages to split and to be merged; two workshops side by side."""
    await ask.put(ledger, ask.batch(1), ask.batch(1, "w2"))
    await tidied(ledger)
    for number in range(1, notes, 2):
        await ask.put(ledger, seal(2, number), Batch("w2", 2, 5, "bert", "bert-tab", number, 7, [b'"other"' * 9], "p"))


async def test_after_the_reveal_no_byte_of_who_wrote_what_is_in_any_file(
    sqlite: SqlLedger, files: Files, ask: Any
) -> None:
    await written(sqlite, ask)
    assert files.say(*LINKS)
    assert await ask.put(sqlite, reveal(ask.batch(2), "p")) == [""]
    await tidied(sqlite)
    assert not files.say(*LINKS)
    assert len(numbers(sqlite, "w2")) == 100
    await ask.put(sqlite, reveal(ask.batch(2, "w2"), "p"))
    await tidied(sqlite)
    assert not files.say(b'"other"', b"bert")


@pytest.mark.parametrize("careless", ["secure_delete", "tidy"])
async def test_the_search_finds_what_a_careless_store_leaves_behind(
    sqlite: SqlLedger, files: Files, ask: Any, careless: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: rows that are only deleted, and a -wal that is left as it is."""
    await ask.put(sqlite, ask.batch(1))
    await tidied(sqlite)
    if careless == "secure_delete":
        await sqlite.run(sqlite.pen.do, lambda connection: None)
        raw: Any = sqlite.pen._connection.connection.driver_connection  # type: ignore[union-attr]
        raw.execute("PRAGMA secure_delete=OFF")
    else:
        monkeypatch.setattr(seals, "tidy", lambda connection: True)
    await written_again(sqlite, ask)
    await ask.put(sqlite, reveal(ask.batch(2), "p"))
    await tidied(sqlite)
    assert numbers(sqlite) == []
    assert files.say(*LINKS)


async def written_again(ledger: SqlLedger, ask: Any) -> None:
    for number in range(1, 200):
        await ask.put(ledger, seal(2, number))


async def test_a_server_killed_between_the_reveal_and_the_tidying_tidies_when_it_starts(
    sqlite: SqlLedger, files: Files, ask: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await written(sqlite, ask)
    with monkeypatch.context() as patched:
        patched.setattr(seals, "tidy", lambda connection: False)
        await ask.put(sqlite, reveal(ask.batch(2), "p"))
        left = files.copy(tmp_path / "left")
    assert left.say(*LINKS)
    again = open_ledger(left.path)
    await tidied(again)
    assert not left.say(*LINKS)
    assert numbers(again) == []
    again.close()
    assert not left.say(*LINKS)


async def test_a_server_killed_before_the_commit_of_the_reveal_has_all_that_is_sealed(
    sqlite: SqlLedger, files: Files, ask: Any, tmp_path: Path
) -> None:
    await written(sqlite, ask, notes=20)
    left = files.copy(tmp_path / "left")
    again = open_ledger(left.path)
    assert numbers(again) == list(range(1, 20, 2))
    assert await ask.put(again, reveal(ask.batch(2), "p")) == [""]
    again.close()
    assert not left.say(*LINKS)


async def test_somebody_who_reads_only_delays_the_tidying(sqlite: SqlLedger, files: Files, ask: Any) -> None:
    await written(sqlite, ask)
    with closing(sqlite3.connect(files.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sealed").fetchone()
        assert await ask.put(sqlite, reveal(ask.batch(2), "p")) == [""]
        assert await ask.put(sqlite, ask.batch(3)) == [""]
        assert sqlite.pen._untidy
        reader.execute("COMMIT")
    await tidied(sqlite)
    assert not files.say(*LINKS)


async def test_events_and_what_is_sealed_share_a_commit(sqlite: SqlLedger, ask: Any) -> None:
    await ask.put(sqlite, ask.batch(1))
    before = sqlite.pen.commits
    await ask.put(sqlite, ask.batch(2), seal(3, 1), ask.batch(3), seal(4, 2))
    assert sqlite.pen.commits == before + 1


async def test_a_backup_holds_nothing_that_is_sealed_neither_before_nor_after_the_reveal(
    sqlite: SqlLedger, files: Files, ask: Any, tmp_path: Path
) -> None:
    await written(sqlite, ask)
    backup(files.path, tmp_path / "before.copy")
    assert not Files(tmp_path / "before.copy").say(*LINKS)
    assert len(numbers(sqlite)) == 100
    restore(tmp_path / "before.copy", tmp_path / "elsewhere" / "accord.db")
    log = open_log(tmp_path / "elsewhere" / "accord.db")
    assert ([row.seq for row in log.read("w1")], log.sealed("w1")) == ([1], [])
    log.let_go()


# ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def postgres(pg_address: str) -> Iterator[SqlLedger]:
    ledger = open_ledger(pg_address)
    yield ledger
    ledger.close()


def table_bytes(address: str) -> bytes:
    """The files of the database, without the write-ahead log that all databases of the server share."""
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
        folder = connection.execute(text("SELECT current_setting('data_directory')")).scalar()
        base = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar()
    engine.dispose()
    return b"".join(file.read_bytes() for file in Path(str(folder), "base", str(base)).iterdir())


async def test_after_the_reveal_no_table_of_postgresql_holds_who_wrote_what(
    postgres: SqlLedger, pg_address: str, ask: Any
) -> None:
    await written(postgres, ask)
    assert any(word in table_bytes(pg_address) for word in LINKS)
    await ask.put(postgres, reveal(ask.batch(2), "p"))
    await tidied(postgres)
    assert not [word for word in LINKS if word in table_bytes(pg_address)]
    assert len(numbers(postgres, "w2")) == 100


async def test_what_is_sealed_is_put_once_though_the_answer_to_its_commit_was_lost(
    postgres: SqlLedger, ask: Any
) -> None:
    await ask.put(postgres, ask.batch(1))
    lost: list[int] = []

    def lose_once(connection: Any) -> None:
        if not lost:
            lost.append(1)
            connection.connection.driver_connection.commit()
            raise OperationalError("COMMIT", {}, ConnectionError("the answer was lost"))

    event.listen(postgres._writes, "commit", lose_once)
    assert await ask.put(postgres, seal(2, 1), seal(2, 2)) == ["", ""]
    assert (lost, numbers(postgres)) == ([1], [1, 2])


async def test_what_another_server_sealed_too_late_is_a_conflict(
    postgres: SqlLedger, pg_address: str, ask: Any
) -> None:
    await ask.put(postgres, ask.batch(1), ask.batch(2))
    other = open_ledger(pg_address)
    assert await ask.put(other, ask.batch(3)) == [""]
    assert await ask.put(postgres, seal(3, 1)) == ["conflict"]
    other.close()
