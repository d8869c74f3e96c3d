"""The pen: one thread with the one connection that writes. Whatever waits goes into one transaction, with one sync."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import lru_cache
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, NamedTuple

import psycopg
from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import DBAPIError

from accord.ledger import seals, tables
from accord.ledger.chain import genesis, link
from accord.ledger.contract import Batch, Done, Kind, LedgerError, T

COLUMNS = tuple(column.name for column in tables.event.columns)
_AT_ONCE = 1000  # rows in one statement
_TIDY_AGAIN = 1.0  # seconds

Head = tuple[int, bytes]


class Append(NamedTuple):
    batch: Batch
    done: Done
    loop: asyncio.AbstractEventLoop


class Job(NamedTuple):
    call: Callable[[Connection], Any]
    future: "Future[Any]"


Piece = Append | Job


class Pen:
    """`gap` (seconds) is the least time from one commit to the next: longer means fewer, larger transactions."""

    def __init__(self, engine: Engine, gap: float = 0.0) -> None:
        self.commits = 0
        self._engine = engine
        self._gap = gap
        self._connection: Connection | None = None
        self._heads: dict[str, Head] = {}
        self._gathered: list[Append] = []
        self._inbox: SimpleQueue[list[Piece] | None] = SimpleQueue()
        self._closed = False
        # A seal may have been broken just before the last server died.
        self._untidy = True
        self._thread = Thread(target=self._work, name="pen", daemon=True)
        self._thread.start()

    # ── on the event loop ────────────────────────────────────────────────────────────────────────────────────────────

    def append(self, batch: Batch, done: Done) -> None:
        loop = asyncio.get_running_loop()
        if not self._gathered:
            # The group is everything that arrives in this turn of the loop.
            loop.call_soon(self._hand_over)
        self._gathered.append(Append(batch, done, loop))

    def _hand_over(self) -> None:
        if self._gathered and not self._closed:
            group, self._gathered = self._gathered, []
            self._inbox.put(group)  # type: ignore[arg-type]  # nobody puts a Job into this list
        elif self._gathered:
            group, self._gathered = self._gathered, []
            _acknowledge([(piece, closed()) for piece in group])

    def do(self, call: Callable[[Connection], T]) -> "Future[T]":
        """From any thread: run in a transaction of the pen. `call` may run twice; only its last run is kept."""
        future: Future[T] = Future()
        if self._closed:
            future.set_exception(closed())
        else:
            self._inbox.put([Job(call, future)])
        return future

    def close(self) -> None:
        """Write what waits and let go of the connection."""
        self._hand_over()
        self._closed = True
        self._inbox.put(None)
        self._thread.join()
        while not self._inbox.empty():
            late = [piece for piece in self._inbox.get() or [] if wanted(piece)]
            self._answer(late, [closed() for _ in late])

    # ── on the pen thread ────────────────────────────────────────────────────────────────────────────────────────────

    def _work(self) -> None:
        open_ = True
        while open_:
            pieces, open_ = self._take()
            started = time.monotonic()
            if pieces:
                self._answer(pieces, self._write(pieces))
            if self._untidy:
                self._tidy()
            if self._gap and open_:
                time.sleep(max(0.0, started + self._gap - time.monotonic()))
        self._let_go()

    def _take(self) -> tuple[list[Piece], bool]:
        """Wait for work, then take all there is. False at the end of the last."""
        pieces: list[Piece] = []
        try:
            group = self._inbox.get(timeout=_TIDY_AGAIN if self._untidy else None)
        except Empty:
            return pieces, True
        while group is not None:
            pieces += [piece for piece in group if wanted(piece)]
            try:
                group = self._inbox.get_nowait()
            except Empty:
                return pieces, True
        return pieces, False

    def _write(self, pieces: list[Piece]) -> list[Any]:
        """For each piece its result or its error."""
        try:
            return self._transaction(pieces)
        except Exception as error:
            reason = translate(error)
            self._recover(reason)
            if is_busy(error) or (len(pieces) == 1 and reason.kind != "unavailable"):
                return [own(piece, error, reason) for piece in pieces]
            return self._write_one_by_one(pieces)

    def _write_one_by_one(self, pieces: list[Piece]) -> list[Any]:
        """So that nobody suffers for another. What follows a failed batch of its workshop fails for the same reason."""
        results: list[Any] = []
        failed: dict[str, LedgerError] = {}
        lost: LedgerError | None = None
        for piece in pieces:
            workshop = piece.batch.workshop if isinstance(piece, Append) else ""
            result = lost or failed.get(workshop) or self._write_alone(piece)
            if isinstance(result, LedgerError) and isinstance(piece, Append):
                failed[workshop] = result
            lost = result if isinstance(result, LedgerError) and result.kind == "unavailable" else lost
            results.append(result)
        return results

    def _write_alone(self, piece: Piece) -> Any:
        try:
            return self._transaction([piece], again=True)[0]
        except Exception as error:
            reason = translate(error)
            self._recover(reason)
            return own(piece, error, reason)

    def _transaction(self, pieces: list[Piece], again: bool = False) -> list[Any]:
        self._connection = connection = self._connection or self._engine.connect()
        heads: dict[str, Head] = {}
        rows: list[tuple[object, ...]] = []
        if not again and self._is_plain(connection, pieces):
            results = self._line_up(connection, pieces, heads, rows, again)
            insert_at_once(connection, rows)
            self._heads.update(heads)
        else:
            with connection.begin():
                results = self._line_up(connection, pieces, heads, rows, again)
                insert_all(connection, rows)
                self._seal(connection, pieces, results, again)
                keep_witnesses(connection, pieces, results)
                self._heads.update(heads)  # before the jobs, for one of them may delete the workshop
                for index, piece in enumerate(pieces):
                    if isinstance(piece, Job):
                        results[index] = piece.call(connection)
        self.commits += 1
        return results

    def _is_plain(self, connection: Connection, pieces: list[Piece]) -> bool:
        """Nothing but events of workshops that are in use: what the pen does most of its life."""
        known = self._heads
        return connection.dialect.name == "sqlite" and all(
            isinstance(piece, Append)
            and piece.batch.workshop in known
            and piece.batch.seq > 1
            and not touches_seals(piece)
            and not piece.batch.witness
            for piece in pieces
        )

    def _line_up(
        self,
        connection: Connection,
        pieces: list[Piece],
        heads: dict[str, Head],
        rows: list[tuple[object, ...]],
        again: bool,
    ) -> list[Any]:
        """Fill `heads` and `rows` with what will be; gives the refusals."""
        results: list[Any] = [None] * len(pieces)
        failed: dict[str, LedgerError] = {}
        for index, piece in enumerate(pieces):
            if isinstance(piece, Append):
                batch = piece.batch
                head = heads.get(batch.workshop) or self._head(connection, batch)
                if batch.seq == head[0] + 1 and batch.workshop not in failed and (head[0] or not batch.sealed):
                    heads[batch.workshop] = head if batch.sealed else chain(batch, head, rows)
                elif not (again and is_kept(connection, batch)):
                    # Refused by number, before anything of it was written: the rest of the group goes on.
                    results[index] = failed.setdefault(batch.workshop, misplaced(batch, head[0]))
        return results

    def _seal(self, connection: Connection, pieces: list[Piece], results: list[Any], again: bool) -> None:
        about = [
            piece.batch
            for piece, error in zip(pieces, results, strict=True)
            if isinstance(piece, Append) and touches_seals(piece) and not error
        ]
        if again:
            about = [batch for batch in about if not (batch.sealed and seals.is_kept(connection, batch))]
        if about and seals.keep(connection, about):
            self._untidy = True

    def _tidy(self) -> None:
        try:
            self._untidy = self._connection is not None and not seals.tidy(self._connection)
        except (DBAPIError, sqlite3.Error, psycopg.Error):
            self._let_go()

    def _head(self, connection: Connection, batch: Batch) -> Head:
        # No key of the store would refuse what another server sealed too late.
        head = None if batch.sealed else self._heads.get(batch.workshop)
        if head is None and batch.seq == 1 and not batch.sealed:
            return 0, genesis(batch.workshop)  # were it there already, the table of workshops would refuse it
        if head is None:
            head = find_head(connection, batch.workshop)
            if head[0]:
                self._heads[batch.workshop] = head
        return head

    def forget(self, workshop: str) -> None:
        """On the pen thread only: after a workshop was deleted. What is left of it in the files goes too."""
        self._heads.pop(workshop, None)
        self.untidy()

    def untidy(self) -> None:
        """On the pen thread only: something was destroyed; what is left of it in the files goes too."""
        self._untidy = True

    def _recover(self, reason: LedgerError) -> None:
        """Whatever was believed about the store is read again."""
        self._heads.clear()
        if reason.kind == "unavailable":
            self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            try:
                connection.close()
            except (DBAPIError, sqlite3.Error):
                connection.invalidate()

    def _answer(self, pieces: list[Piece], results: list[Any]) -> None:
        told: dict[asyncio.AbstractEventLoop, list[tuple[Append, LedgerError | None]]] = {}
        for piece, result in zip(pieces, results, strict=True):
            if isinstance(piece, Append):
                told.setdefault(piece.loop, []).append((piece, result))
            elif isinstance(result, Exception):
                piece.future.set_exception(result)
            else:
                piece.future.set_result(result)
        for loop, group in told.items():
            with suppress(RuntimeError):  # the loop has ended, and with it all who could want to know
                loop.call_soon_threadsafe(_acknowledge, group)


def touches_seals(piece: Piece) -> bool:
    return isinstance(piece, Append) and bool(piece.batch.sealed or piece.batch.unsealed)


def keep_witnesses(connection: Connection, pieces: list[Piece], results: list[Any]) -> None:
    """Again, where a commit had happened whose answer was lost."""
    kept = [p.batch for p, error in zip(pieces, results, strict=True) if isinstance(p, Append) and not error]
    for batch in (one for one in kept if one.witness):
        row = {"workshop": batch.workshop, "seq": batch.seq, "at": batch.at, "content": batch.witness}
        column = tables.witness.c
        connection.execute(delete(tables.witness).where(column.workshop == batch.workshop, column.seq == batch.seq))
        connection.execute(insert(tables.witness).values(row))


def wanted(piece: Piece) -> bool:
    """False for a job that was cancelled; from now on it cannot be."""
    return isinstance(piece, Append) or piece.future.set_running_or_notify_cancel()


def _acknowledge(group: list[tuple[Append, LedgerError | None]]) -> None:
    for (batch, done, loop), error in group:
        try:
            done(batch, error)
        except Exception as mistake:
            loop.call_exception_handler({"message": "after a commit", "exception": mistake})


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def chain(batch: Batch, head: Head, rows: list[tuple[object, ...]]) -> Head:
    """Add the rows of the batch to `rows`. Gives the new head."""
    seq, prev = head
    workshop, at, person, digest = batch.workshop, batch.at, batch.person, batch.digest
    client, n = (batch.client, batch.n) if batch.client else (None, None)
    for payload in batch.payloads:
        seq += 1
        own_hash = link(prev, seq, at, person, client, n, digest, payload)
        rows.append((workshop, seq, at, person, client, n, digest, payload.decode(), prev, own_hash))
        prev, client, n = own_hash, None, None
    return seq, prev


def insert_all(connection: Connection, rows: list[tuple[object, ...]]) -> None:
    founded = [{"id": row[0], "created_at": row[2]} for row in rows if row[1] == 1]
    if founded:
        connection.execute(insert(tables.workshop), founded)
    if rows:
        connection.execute(insert(tables.event), [dict(zip(COLUMNS, row, strict=True)) for row in rows])


def insert_at_once(connection: Connection, rows: list[tuple[object, ...]]) -> None:
    """SQLite: one statement, which is a transaction of its own and one wait for the interpreter.

    With BEGIN, a row a step and COMMIT a busy event loop keeps the pen waiting at every one of them.
    """
    raw: Any = connection.connection.driver_connection
    if 0 < len(rows) <= _AT_ONCE:
        raw.execute(insert_sql(len(rows)), [value for row in rows for value in row])
    elif rows:
        with connection.begin():
            raw.executemany(insert_sql(1), rows)


@lru_cache(256)
def insert_sql(rows: int) -> str:
    values = f"({', '.join('?' * len(COLUMNS))})"
    return f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES {', '.join([values] * rows)}"


def find_head(connection: Connection, workshop: str) -> Head:
    event = tables.event.c
    newest = select(event.seq, event.hash).where(event.workshop == workshop).order_by(event.seq.desc()).limit(1)
    row = connection.execute(newest).first()
    return (row.seq, bytes(row.hash)) if row else (0, genesis(workshop))


def is_kept(connection: Connection, batch: Batch) -> bool:
    """Whether a commit whose answer was lost had happened."""
    event = tables.event.c
    kept = select(event.seq, event.prev, event.hash).where(event.workshop == batch.workshop)
    rows = connection.execute(kept.where(event.seq.between(batch.seq, batch.last)).order_by(event.seq)).all()
    return bool(rows) and chain(batch, (batch.seq - 1, bytes(rows[0].prev)), []) == (rows[-1].seq, bytes(rows[-1].hash))


# ── errors ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_SQLITE: dict[int, Kind] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_CONSTRAINT: "conflict",
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: "gone",
}
_POSTGRES: dict[str, Kind] = {"53100": "full", "25006": "readonly", "23505": "conflict", "23503": "gone"}


def closed() -> LedgerError:
    return LedgerError("unavailable", "the ledger is closed")


def misplaced(batch: Batch, head: int) -> LedgerError:
    if head == 0:
        return LedgerError("gone", f"no workshop {batch.workshop}")
    return LedgerError("conflict", f"{batch.workshop} is at {head}, {batch.seq} does not follow")


def translate(error: BaseException) -> LedgerError:
    if isinstance(error, LedgerError):
        return error
    original = error.orig if isinstance(error, DBAPIError) and error.orig else error
    kind: Kind = "unavailable"
    if isinstance(original, sqlite3.Error):
        code = getattr(original, "sqlite_errorcode", 0)
        kind = _SQLITE.get(code) or _SQLITE.get(code & 0xFF, "unavailable")
    elif isinstance(original, psycopg.Error):
        kind = _POSTGRES.get(original.sqlstate or "", "unavailable")
    return LedgerError(kind, f"{type(original).__name__}: {str(original).splitlines()[0] if str(original) else ''}")


def is_busy(error: BaseException) -> bool:
    """Somebody else held the lock for longer than we wait: asking again at once would only make the wait longer."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return getattr(original, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def own(piece: Piece, error: Exception, reason: LedgerError) -> Exception:
    """A job that raised something else than the store's errors gets its own exception back."""
    from_store = isinstance(error, DBAPIError | sqlite3.Error | psycopg.Error | LedgerError)
    return reason if isinstance(piece, Append) or from_store else error
