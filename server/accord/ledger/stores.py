"""Opening SQLite and PostgreSQL: pragmas, migrations, one server per file."""

import fcntl
import os
import sqlite3
from io import StringIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url

from accord.ledger import tables
from accord.ledger.contract import LedgerError

CHECKPOINT_PAGES = 1000
# What people wrote stays out of messages, and so out of logs.
_READING: dict[str, Any] = {"pool_size": 2, "max_overflow": 14, "hide_parameters": True}


def sqlite_path(address: str | Path) -> Path | None:
    """The file that an address means, a plain path or sqlite:///…; None for PostgreSQL."""
    if isinstance(address, Path) or "://" not in address:
        return Path(address).absolute()
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise LedgerError("unavailable", "SQLite needs a file; accord.ledger.memory keeps nothing")
    return Path(url.database).absolute()


def pragmas(
    synchronous: str = "FULL", foreign_keys: bool = True, checkpoint_pages: int = CHECKPOINT_PAGES
) -> list[str]:
    """For the connection that writes. With synchronous NORMAL a power cut takes commits that were acknowledged."""
    return [
        "PRAGMA busy_timeout=5000",
        "PRAGMA journal_mode=WAL",
        f"PRAGMA synchronous={synchronous}",
        "PRAGMA fullfsync=ON",  # macOS: a plain fsync stops at the drive's own memory
        f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}",
        f"PRAGMA wal_autocheckpoint={checkpoint_pages}",
        "PRAGMA journal_size_limit=67108864",
        "PRAGMA secure_delete=ON",  # what is deleted is overwritten (seals.py)
    ]


def writer(path: Path, commands: list[str]) -> Engine:
    def connect() -> sqlite3.Connection:
        # The transaction is ours: SQLAlchemy's begin says BEGIN IMMEDIATE.
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
        for command in commands:
            connection.execute(command)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def reader(path: Path) -> Engine:
    return create_engine("sqlite://", creator=lambda: connect_read_only(path), poolclass=QueuePool, **_READING)


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Never writes and never checkpoints: with one writer the WAL-reset bug of SQLite before 3.51.3 cannot happen."""
    uri = f"file:{quote(str(path.absolute()))}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA busy_timeout=5000")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    return connection


def postgres_writer(address: str) -> Engine:
    return create_engine(_psycopg(address), poolclass=NullPool, hide_parameters=True)


def postgres_reader(address: str) -> Engine:
    return create_engine(_psycopg(address), pool_pre_ping=True, **_READING)


def _psycopg(address: str) -> URL:
    return make_url(address).set(drivername="postgresql+psycopg")


# ── one server per file ──────────────────────────────────────────────────────────────────────────────────────────────


def lock(path: Path) -> IO[str]:
    """Held until it is closed or the process is gone, however it went."""
    file = open(f"{path}.lock", "a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        owner = file.read().strip() or "unknown"
        file.close()
        raise LedgerError("unavailable", f"{path} belongs to a running server (process {owner})") from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


# ── migrations ───────────────────────────────────────────────────────────────────────────────────────────────────────


def migrate(engine: Engine) -> None:
    """Bring the tables up to `tables.SCHEMA`, all in one transaction."""
    with engine.begin() as connection:
        found = schema(connection)
        if found == tables.SCHEMA:
            return
        if found is not None and found > tables.SCHEMA:
            raise LedgerError("unavailable", f"written by a newer Accord (schema {found})")
        from alembic import command  # slow to import, and seldom needed

        command.upgrade(alembic_config(connection), "head")


def schema(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def alembic_config(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config(stdout=StringIO(), attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
