"""What hidden authors write until the reveal: a table beside the log, out of the chain, whose rows are destroyed.

To delete a row is not enough, for its bytes would stay where they were: in free pages, in older pages of the -wal, in
what PostgreSQL calls dead tuples. So a broken seal clears the whole table, whose pages are then overwritten
(secure_delete), and writes what other prompts still need anew; after the commit `tidy` empties the -wal. Until that
has worked once it is tried again, after a crash at the next start.
"""

from collections.abc import Callable, Iterable
from typing import Any

import psycopg
from msgspec.structs import asdict
from sqlalchemy import Connection, delete, insert, select

from accord.ledger import tables
from accord.ledger.contract import Batch, Sealed

_ROW = select(*(tables.sealed.c[name] for name in ("workshop", *Sealed.__struct_fields__))).order_by(tables.sealed.c.id)
_LOCK_WAIT = "100ms"

Held = tuple[str, Sealed]
"""Workshop and row."""


def rows(batch: Batch) -> list[Held]:
    """Each event of a sealed command; its number stands at the first."""
    found: list[Held] = []
    client, n = (batch.client, batch.n) if batch.client else (None, None)
    for payload in batch.payloads:
        found.append((batch.workshop, Sealed(batch.sealed, batch.person, client, n, batch.digest, payload)))
        client, n = None, None
    return found


def find(connection: Connection, workshop: str) -> list[Sealed]:
    found = connection.execute(_ROW.where(tables.sealed.c.workshop == workshop))
    return [_sealed(row) for row in found]


def _sealed(row: Any) -> Sealed:
    return Sealed(row.prompt, row.person, row.client, row.n, row.digest, row.payload.encode())


def is_kept(connection: Connection, batch: Batch) -> bool:
    """Whether a commit whose answer was lost had happened."""
    kept = find(connection, batch.workshop)
    return all(row in kept for _, row in rows(batch))


def keep(connection: Connection, batches: Iterable[Batch]) -> bool:
    """Put what is sealed and break what is unsealed, in that order of the batches. True if a seal was broken."""
    fresh: list[Held] = []
    broken: set[tuple[str, str]] = set()
    for batch in batches:
        now = {(batch.workshop, prompt) for prompt in batch.unsealed}
        fresh = [one for one in fresh if _seal(one) not in now] + (rows(batch) if batch.sealed else [])
        broken |= now
    if broken:
        break_(connection, lambda one: _seal(one) in broken)
    put(connection, fresh)
    return bool(broken)


def _seal(one: Held) -> tuple[str, str]:
    return one[0], one[1].prompt


def break_(connection: Connection, lost: Callable[[Held], bool]) -> None:
    """Forget rows. The others are written anew, so that no page keeps an older copy of anything."""
    every = [(row.workshop, _sealed(row)) for row in connection.execute(_ROW)]
    connection.execute(delete(tables.sealed))
    put(connection, [one for one in every if not lost(one)])


def put(connection: Connection, held: list[Held]) -> None:
    if held:
        values = [asdict(row) | {"workshop": workshop, "payload": row.payload.decode()} for workshop, row in held]
        connection.execute(insert(tables.sealed), values)


def tidy(connection: Connection) -> bool:
    """After the commit: nothing older may stay behind in the files. False while somebody who reads prevents it."""
    raw: Any = connection.connection.driver_connection
    if connection.dialect.name != "sqlite":
        return _vacuum(raw)
    raw.execute("PRAGMA busy_timeout=0")
    try:
        (busy, *_) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        raw.execute("PRAGMA busy_timeout=5000")
    return not busy


def _vacuum(raw: Any) -> bool:
    raw.autocommit = True
    try:
        raw.execute(f"SET lock_timeout = '{_LOCK_WAIT}'")
        raw.execute("VACUUM (FULL) sealed, address")
    except psycopg.errors.LockNotAvailable:
        return False
    finally:
        raw.execute("RESET lock_timeout")
        raw.autocommit = False
    return True
