"""Copies of a SQLite ledger, of a running server too. A copy gets its name only after it was checked and verified."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from accord.ledger import stores
from accord.ledger.contract import LedgerError
from accord.ledger.ledger import opening
from accord.ledger.verify import verify


def backup(source: str | Path, target: Path) -> None:
    """Copy the ledger at `source` into the new file `target`. Raises LedgerError, and then leaves nothing behind."""
    with _new_file(target) as unfinished:
        _copy(_sqlite(source), unfinished)


def restore(copy: Path, target: str | Path, new_epoch: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
    """Put a backup where no ledger is. Its new epoch tells browsers to forget what they knew of the lost one."""
    path = _sqlite(target)
    leftovers = [Path(f"{path}{end}") for end in ("-wal", "-shm", "-journal")]
    if any(one.exists() for one in leftovers):
        raise LedgerError("conflict", f"{path} has left -wal, -shm or -journal behind: move them away with it")
    with _new_file(path) as unfinished:
        _copy(copy, unfinished)
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            connection.execute("UPDATE meta SET value = ? WHERE key = 'epoch'", (new_epoch(),))


def _sqlite(address: str | Path) -> Path:
    path = stores.sqlite_path(address)
    if path is None:
        raise LedgerError("unavailable", "PostgreSQL has its own: pg_dump and pg_restore")
    return path


def _copy(source: Path, target: Path) -> None:
    if not source.is_file():
        raise LedgerError("unavailable", f"{source} is not there")
    with closing(stores.connect_read_only(source)) as reading, closing(sqlite3.connect(target)) as writing:
        # In one step: a copy in several begins anew after each write and never ends on a busy server.
        reading.backup(writing, pages=-1)
        # One file, without the -wal and -shm of a ledger in use.
        writing.execute("PRAGMA journal_mode=DELETE")
        _leave_out_private(writing)
    findings = verify(target)
    if findings:
        raise LedgerError("unavailable", f"the copy does not verify: {len(findings)} findings, {findings[0].code} …")


def _leave_out_private(copy: sqlite3.Connection) -> None:
    """Nobody could destroy in a copy who wrote what, or an address somebody takes away; so neither is in it."""
    copy.execute("PRAGMA journal_mode=MEMORY")
    copy.execute("PRAGMA secure_delete=ON")
    for table in ("sealed", "address"):
        if copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
            copy.execute(f"DELETE FROM {table}")
            copy.commit()


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """A name to write to, which becomes `target` when all went well and is on the disk."""
    if target.exists():
        raise LedgerError("conflict", f"{target} is there already")
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        _sync(unfinished)
        unfinished.rename(target)
        _sync(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise opening(error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
