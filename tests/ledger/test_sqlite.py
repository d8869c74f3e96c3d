"""What SQLite and its file can do to a ledger, and what nobody may notice of it."""

import asyncio
import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from accord.ledger.contract import Batch, LedgerError, Token
from accord.ledger.ledger import SqlLedger, open_ledger
from accord.ledger.verify import verify


def tell(ledger: SqlLedger, pragma: str) -> None:
    """To the connection of the pen, while it rests."""
    connection = ledger.pen._connection
    assert connection
    raw: Any = connection.connection.driver_connection
    raw.execute(pragma)


# ── one writer ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_every_commit_is_synced_and_only_the_pen_checkpoints(sqlite: SqlLedger) -> None:
    def ask(connection: Connection) -> list[Any]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "wal_autocheckpoint")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await sqlite.run(sqlite.pen.do, ask) == ["wal", 2, 1, 5000, 1000]
    with sqlite._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 0
        with pytest.raises(Exception, match="readonly"):
            connection.exec_driver_sql("DELETE FROM event")


def test_a_second_server_is_refused_with_the_number_of_the_first(tmp_path: Path, sqlite: SqlLedger) -> None:
    code = "import sys; from accord.ledger.ledger import open_ledger; open_ledger(sys.argv[1])"
    second = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "accord.db"], capture_output=True, text=True, check=False
    )
    assert second.returncode == 1
    assert "unavailable" in second.stderr
    assert "belongs to a running server (process " in second.stderr


def test_the_file_is_free_again_after_closing(tmp_path: Path) -> None:
    for _ in range(2):
        open_ledger(tmp_path / "accord.db").close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["accord.db", "accord.db.lock"]


@pytest.mark.parametrize("name", ["sqlite:///{}/a.db", "{}/with space?#%41.db", "{}/new/folder/ż.db"])
async def test_any_address_opens_and_opens_again(tmp_path: Path, ask: Any, name: str) -> None:
    address = name.format(tmp_path)
    ledger = open_ledger(address)
    assert await ask.put(ledger, ask.batch(1)) == [""]
    epoch = ledger.epoch()
    ledger.close()
    ledger = open_ledger(address)
    assert (ledger.head("w1")[0], ledger.epoch()) == (1, epoch)
    assert await ask.put(ledger, ask.batch(2)) == [""]
    ledger.close()
    assert verify(address) == []


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:"])
def test_a_ledger_without_a_file_is_refused(address: str) -> None:
    with pytest.raises(LedgerError, match="unavailable"):
        open_ledger(address)


def test_a_file_that_is_not_a_ledger_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "accord.db"
    path.write_bytes(b"Dear diary, this is no database at all. " * 100)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="unavailable"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_accord_is_left_alone(tmp_path: Path) -> None:
    open_ledger(tmp_path / "accord.db").close()
    with closing(sqlite3.connect(tmp_path / "accord.db", isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="newer Accord"):
        open_ledger(tmp_path / "accord.db")


# ── group commit ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_while_one_group_is_synced_the_next_gathers(sqlite: SqlLedger, ask: Any) -> None:
    """40 turns of the loop pass while the pen is busy, and become one commit."""
    entered, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def busy(_: Connection) -> None:
        loop.call_soon_threadsafe(entered.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(30)

    occupied = sqlite.pen.do(busy)
    await entered.wait()
    before = sqlite.pen.commits
    waiting = []
    for seq in range(1, 41):
        waiting.append(asyncio.create_task(ask.put(sqlite, ask.batch(seq))))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    go_on.set()
    assert await asyncio.gather(*waiting) == [[""]] * 40
    await asyncio.wrap_future(occupied)
    assert sqlite.pen.commits == before + 2


async def test_appending_costs_the_loop_little(sqlite: SqlLedger, ask: Any) -> None:
    batches = [ask.batch(seq) for seq in range(1, 2_001)]
    finished = asyncio.Event()

    def done(batch: Batch, error: LedgerError | None) -> None:
        if batch.seq == 2_000:
            finished.set()

    started = time.thread_time()
    for batch in batches:
        sqlite.append(batch, done)
    spent = time.thread_time() - started
    await finished.wait()
    assert spent / 2_000 < 50e-6  # about 1 µs on an idle machine


async def test_groups_of_any_size_are_kept_whole(sqlite: SqlLedger, ask: Any) -> None:
    seq = 1
    for size in (1, 2, 63, 64, 65, 999, 1_000, 1_001, 2_500):
        assert await ask.put(sqlite, ask.batch(seq, events=size)) == [""]
        seq += size
    assert sqlite.head("w1")[0] == seq - 1
    assert verify(sqlite) == []


# ── bad days ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_full_disk_refuses_what_does_not_fit_and_nothing_else_happens(sqlite: SqlLedger, ask: Any) -> None:
    await ask.put(sqlite, ask.batch(1), ask.batch(1, "w2"))
    tell(sqlite, "PRAGMA max_page_count=1")  # as large as it is, and no larger
    large = ask.batch(2, events=3_000)
    assert await ask.put(sqlite, large, ask.batch(3_002), ask.batch(2, "w2")) == ["full", "full", ""]
    assert [sqlite.head(one)[0] for one in ("w1", "w2")] == [1, 2]
    tell(sqlite, "PRAGMA max_page_count=100000")
    assert await ask.put(sqlite, large) == [""]
    assert verify(sqlite) == []


async def test_acknowledged_is_kept_until_the_disk_is_full_and_after(sqlite: SqlLedger, ask: Any) -> None:
    await ask.put(sqlite, ask.batch(1))
    tell(sqlite, "PRAGMA max_page_count=40")
    seq = 2
    while (answer := await ask.put(sqlite, ask.batch(seq))) == [""]:
        seq += 1
    assert answer == ["full"]
    assert sqlite.head("w1")[0] == seq - 1
    tell(sqlite, "PRAGMA max_page_count=1000")
    assert await ask.put(sqlite, ask.batch(seq)) == [""]
    assert verify(sqlite) == []


async def test_a_read_only_store_refuses_and_is_read_on(sqlite: SqlLedger, ask: Any) -> None:
    await ask.put(sqlite, ask.batch(1))
    tell(sqlite, "PRAGMA query_only=ON")
    assert await ask.put(sqlite, ask.batch(2)) == ["readonly"]
    assert await ask.put(sqlite, ask.batch(1, "w2")) == ["readonly"]
    assert [row.seq for row in sqlite.read("w1")] == [1]
    tell(sqlite, "PRAGMA query_only=OFF")
    assert await ask.put(sqlite, ask.batch(2)) == [""]


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(LedgerError, match="readonly"):
        open_ledger(tmp_path / "accord.db")


async def test_a_stranger_who_holds_the_lock_delays_and_does_not_lose(
    sqlite: SqlLedger, ask: Any, tmp_path: Path
) -> None:
    await ask.put(sqlite, ask.batch(1))
    with closing(sqlite3.connect(tmp_path / "accord.db", isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(ask.put(sqlite, ask.batch(2), ask.batch(3)))
        await asyncio.sleep(0)
        assert not waiting.done()
        stranger.execute("COMMIT")
        assert await waiting == ["", ""]


async def test_a_lock_held_for_long_is_an_answer_and_the_next_try_works(
    sqlite: SqlLedger, ask: Any, tmp_path: Path
) -> None:
    await ask.put(sqlite, ask.batch(1))
    tell(sqlite, "PRAGMA busy_timeout=1")
    before = sqlite.pen.commits
    with closing(sqlite3.connect(tmp_path / "accord.db", isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        assert await ask.put(sqlite, ask.batch(2), ask.batch(1, "w2")) == ["unavailable", "unavailable"]
        stranger.execute("COMMIT")
    assert sqlite.pen.commits == before
    assert await ask.put(sqlite, ask.batch(2), ask.batch(1, "w2")) == ["", ""]
    assert verify(sqlite) == []


async def test_a_job_that_fails_takes_nobody_along(sqlite: SqlLedger, ask: Any) -> None:
    def job(_: Connection) -> None:
        raise ZeroDivisionError

    failing = sqlite.pen.do(job)
    assert await ask.put(sqlite, ask.batch(1)) == [""]
    with pytest.raises(ZeroDivisionError):
        await asyncio.wrap_future(failing)


async def test_who_gives_up_waiting_does_not_stop_the_pen(sqlite: SqlLedger, ask: Any) -> None:
    entered, go_on = threading.Event(), threading.Event()

    def busy(_: Connection) -> None:
        entered.set()
        go_on.wait(10)

    running = sqlite.pen.do(busy)
    await asyncio.to_thread(entered.wait, 10)
    waiting = sqlite.put_token(Token(b"t" * 32, "w1", "join"))
    assert (running.cancel(), waiting.cancel()) == (False, True)
    go_on.set()
    assert await ask.put(sqlite, ask.batch(1)) == [""]
    assert sqlite.tokens_of("w1") == []


async def test_a_workshop_deleted_right_after_an_append_can_be_founded_again(sqlite: SqlLedger, ask: Any) -> None:
    """The append and the deletion share a transaction."""
    go_on = threading.Event()
    running = sqlite.pen.do(lambda _: go_on.wait(10))
    appended = asyncio.create_task(ask.put(sqlite, ask.batch(1), ask.batch(2)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    deleted = sqlite.delete("w1")
    go_on.set()
    assert await appended == ["", ""]
    await asyncio.wrap_future(deleted)
    assert running.done()
    assert await ask.put(sqlite, ask.batch(3)) == ["gone"]
    assert await ask.put(sqlite, ask.batch(1)) == [""]


async def test_errors_do_not_carry_what_people_wrote(sqlite: SqlLedger, ask: Any) -> None:
    secret = b'{"t":"person_admitted","person":"CANARY"}'
    first = Batch("w1", 1, 1, "p1", "c1", 1, 7, [secret])
    errors: list[LedgerError | None] = []
    finished = asyncio.Event()

    def done(_: Batch, error: LedgerError | None) -> None:
        errors.append(error)
        finished.set()

    await ask.put(sqlite, first)
    sqlite.append(Batch("w1", 2, 1, "p1", "c1", 1, 7, [secret]), done)
    await finished.wait()
    error: BaseException | None = errors[0]
    assert isinstance(error, LedgerError)
    while error is not None:
        assert "CANARY" not in repr(error) + str(error)
        error = error.__cause__ or error.__context__


# ── verify ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def filled(path: Path, ask: Any) -> None:
    ledger = open_ledger(path)
    await ask.put(ledger, *(ask.batch(seq, workshop) for workshop in ("w1", "w2") for seq in range(1, 7)))
    ledger.close()


def one_more(value: Any) -> Any:
    """The same with its last byte, or its lowest byte, changed."""
    if value is None:
        return 1
    if isinstance(value, int):
        return value ^ 64
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1])
    return value[:-1] + chr(ord(value[-1]) ^ 1)


@pytest.mark.parametrize("seq", [1, 3, 6])
@pytest.mark.parametrize(
    "column", ["workshop", "seq", "at", "person", "client", "n", "digest", "payload", "prev", "hash"]
)
async def test_verify_finds_one_changed_byte_in_any_field(tmp_path: Path, ask: Any, column: str, seq: int) -> None:
    path = tmp_path / "accord.db"
    await filled(path, ask)
    assert verify(path) == []
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        where = f"WHERE workshop = 'w1' AND seq = {seq}"
        value = database.execute(f"SELECT {column} FROM event {where}").fetchone()[0]
        changed = "w9" if column == "workshop" else one_more(value)
        database.execute(f"UPDATE event SET {column} = ? {where}", (changed,))
    assert verify(path) != []


async def test_verify_finds_a_changed_byte_in_the_file(tmp_path: Path, ask: Any) -> None:
    path = tmp_path / "accord.db"
    await filled(path, ask)
    whole = path.read_bytes()
    places = [place for place in range(len(whole)) if whole.startswith(ask.payload, place)]
    assert len(places) == 12
    for place in places:
        for offset in (0, 10, len(ask.payload) - 1):
            path.write_bytes(whole[: place + offset] + bytes([whole[place + offset] ^ 1]) + whole[place + offset + 1 :])
            assert verify(path) != [], (place, offset)
    path.write_bytes(whole)
    assert verify(path) == []


CHANGES: dict[str, Callable[[sqlite3.Connection], object]] = {
    "gap": lambda database: database.execute("DELETE FROM event WHERE workshop = 'w1' AND seq = 3"),
    "empty": lambda database: database.execute("DELETE FROM event WHERE workshop = 'w1'"),
    "stray": lambda database: database.execute("DELETE FROM workshop WHERE id = 'w1'"),
    "founding": lambda database: database.execute("UPDATE workshop SET created_at = created_at + 1"),
    "undecodable": lambda database: database.execute('UPDATE event SET payload = \'{"t":"no"}\' WHERE seq = 2'),
    "broken": lambda database: database.execute("UPDATE event SET prev = hash WHERE seq = 2"),
    "unreadable": lambda database: database.execute("UPDATE event SET payload = CAST(x'ff' AS TEXT) WHERE seq = 2"),
}


@pytest.mark.parametrize("code", CHANGES)
async def test_verify_says_what_it_found(tmp_path: Path, ask: Any, code: str) -> None:
    path = tmp_path / "accord.db"
    await filled(path, ask)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        CHANGES[code](database)
    assert code in {finding.code for finding in verify(path)}


async def test_verify_does_not_quote_what_people_wrote(tmp_path: Path, ask: Any) -> None:
    path = tmp_path / "accord.db"
    await filled(path, ask)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE event SET payload = ? WHERE seq = 2", (json.dumps({"t": "CANARY"}),))
    assert "CANARY" not in repr(verify(path))


def test_verify_of_nothing_says_so(tmp_path: Path) -> None:
    assert [finding.code for finding in verify(tmp_path / "none.db")] == ["unreadable"]
    assert list(tmp_path.iterdir()) == []
