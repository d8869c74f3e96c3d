"""The ledger on SQLite (one file, one server) and PostgreSQL."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import IO, Any

from msgspec.structs import asdict
from sqlalchemy import Connection, Engine, Table, delete, func, insert, inspect, or_, select, update
from sqlalchemy.exc import DBAPIError

from accord.ledger import addresses, seals, stores, tables
from accord.ledger.contract import (
    Address,
    Batch,
    Document,
    Done,
    Kind,
    Ledger,
    LedgerError,
    OffLoop,
    Row,
    Sealed,
    Seat,
    Session,
    T,
    Token,
    Witness,
)
from accord.ledger.pen import Head, Pen, find_head, translate

__all__ = [
    "Address",
    "Batch",
    "Document",
    "Done",
    "Kind",
    "Ledger",
    "LedgerError",
    "Row",
    "Sealed",
    "Seat",
    "Session",
    "SqlLedger",
    "SqlLog",
    "Token",
    "open_ledger",
    "open_log",
]

_ROW = select(*(tables.event.c[name] for name in Row.__struct_fields__))


FOUND = 10
"""Documents that a beginning of a digest may mean, at most."""

GAP = 0.004
"""Seconds from one commit to the next at least, so that a busy server writes fewer and larger transactions."""


def open_ledger(
    address: str | Path,
    *,
    synchronous: str = "FULL",
    gap: float = GAP,
    checkpoint_pages: int = stores.CHECKPOINT_PAGES,
    new_epoch: Callable[[], str] = lambda: secrets.token_hex(16),
) -> "SqlLedger":
    """Open or make the store at a path, sqlite:///… or postgresql://…; raises LedgerError. `gap`: see Pen."""
    path = stores.sqlite_path(address)
    held: IO[str] | None = None
    try:
        if path is None:
            writes, reads = stores.postgres_writer(str(address)), stores.postgres_reader(str(address))
            stores.migrate(writes)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            held = stores.lock(path)
            # Rebuilding a table must not take what refers to it along.
            stores.migrate(stores.writer(path, stores.pragmas(synchronous, foreign_keys=False)))
            writes = stores.writer(path, stores.pragmas(synchronous, checkpoint_pages=checkpoint_pages))
            reads = stores.reader(path)
        return SqlLedger(writes, reads, held, gap, new_epoch)
    except (OSError, DBAPIError, sqlite3.Error, LedgerError) as error:
        if held:
            held.close()
        raise opening(error) from error


def opening(error: Exception) -> LedgerError:
    if isinstance(error, PermissionError) or (isinstance(error, OSError) and error.errno == 30):
        return LedgerError("readonly", str(error))
    return translate(error)


class SqlLog:
    """What is kept, for reading only: of a ledger in use, of one at rest, or of a backup."""

    def __init__(self, reads: Engine) -> None:
        self._reads = reads

    def read(self, workshop: str, after: int = 0) -> Iterator[Row]:
        event = tables.event.c
        wanted = _ROW.where(event.workshop == workshop, event.seq > after).order_by(event.seq)
        with self._reading() as connection:
            for seq, at, person, client, n, digest, payload, prev, own in connection.execution_options(
                yield_per=500
            ).execute(wanted):
                yield Row(seq, at, person, client, n, digest, payload.encode(), bytes(prev), bytes(own))

    def sealed(self, workshop: str) -> list[Sealed]:
        with self._reading() as connection:
            return seals.find(connection, workshop)

    def witnesses(self, workshop: str) -> list[Witness]:
        return self._find(tables.witness, Witness, tables.witness.c.workshop == workshop)

    def workshops(self) -> list[str]:
        wanted = select(tables.workshop.c.id).order_by(tables.workshop.c.created_at, tables.workshop.c.id)
        with self._reading() as connection:
            return list(connection.execute(wanted).scalars())

    def head(self, workshop: str) -> Head:
        with self._reading() as connection:
            return find_head(connection, workshop)

    def founded(self, workshop: str) -> int | None:
        """When the workshop began, by its own row, in ms."""
        with self._reading() as connection:
            began = select(tables.workshop.c.created_at).where(tables.workshop.c.id == workshop)
            return connection.execute(began).scalar()

    def strays(self) -> list[str]:
        """Workshops that have events and no row."""
        known = select(tables.workshop.c.id)
        wanted = select(tables.event.c.workshop).distinct().where(tables.event.c.workshop.not_in(known))
        with self._reading() as connection:
            return list(connection.execute(wanted).scalars())

    def documents(self) -> Iterator[Document]:
        """All that were given out, with their content, one at a time."""
        order = (tables.document.c.workshop, tables.document.c.digest)
        with self._reading() as connection:
            if not inspect(connection).has_table(tables.document.name):
                return  # written before there were any
            wanted = select(tables.document).order_by(*order)
            for row in connection.execution_options(yield_per=1).execute(wanted):
                yield _one(Document, row)

    def damage(self) -> list[str]:
        """What SQLite finds wrong with its file."""
        with self._reading() as connection:
            if connection.dialect.name != "sqlite":
                return []
            found = list(connection.exec_driver_sql("PRAGMA integrity_check").scalars())
        return [] if found == ["ok"] else found

    def _reading(self) -> "_Reading":
        return _Reading(self._reads)

    def let_go(self) -> None:
        self._reads.dispose()

    def _find(self, table: Table, kind: type[T], *conditions: Any) -> list[T]:
        wanted = select(table).where(*conditions).order_by(*table.primary_key.columns)
        with self._reading() as connection:
            return [_one(kind, row) for row in connection.execute(wanted)]


def open_log(address: str | Path) -> SqlLog:
    """Neither locks nor changes anything, so a running server does not mind. Raises LedgerError."""
    path = stores.sqlite_path(address)
    if path is not None and not path.is_file():
        raise LedgerError("unavailable", f"{path} is not there")
    return SqlLog(stores.postgres_reader(str(address)) if path is None else stores.reader(path))


class SqlLedger(SqlLog, OffLoop):
    """`Ledger` over SQLAlchemy. Made by `open_ledger`."""

    def __init__(
        self, writes: Engine, reads: Engine, held: IO[str] | None, gap: float, new_epoch: Callable[[], str]
    ) -> None:
        SqlLog.__init__(self, reads)
        OffLoop.__init__(self)
        self._writes = writes
        self._held = held
        self.pen = Pen(writes, gap)
        self.append = self.pen.append
        try:
            self._epoch = self.pen.do(lambda connection: _epoch(connection, new_epoch)).result()
        except LedgerError:
            self.close()
            raise

    def close(self) -> None:
        self.let_go()
        self.pen.close()
        OffLoop.close(self)
        self.let_go()
        self._writes.dispose()
        if self._held:
            self._held.close()

    # ── the log ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def epoch(self) -> str:
        return self._epoch

    def delete(self, workshop: str) -> Future[None]:
        def call(connection: Connection) -> None:
            for table in (tables.seat, tables.token, tables.document, tables.witness, tables.event):
                connection.execute(delete(table).where(table.c.workshop == workshop))
            connection.execute(delete(tables.workshop).where(tables.workshop.c.id == workshop))
            seals.break_(connection, lambda held: held[0] == workshop)
            addresses.drop(connection, lambda one: one.workshop == workshop)
            self.pen.forget(workshop)

        return self.pen.do(call)

    # ── links and codes ──────────────────────────────────────────────────────────────────────────────────────────────

    def put_token(self, token: Token) -> Future[None]:
        return self._do(insert(tables.token).values(asdict(token)))

    def find_token(self, digest: bytes) -> Token | None:
        return next(iter(self._find(tables.token, Token, tables.token.c.digest == digest)), None)

    def tokens_of(self, workshop: str) -> list[Token]:
        return self._find(tables.token, Token, tables.token.c.workshop == workshop)

    def use_token(self, digest: bytes, at: int) -> Future[Token | None]:
        column = tables.token.c
        fresh = (column.digest == digest, column.used.is_(None), or_(column.expires.is_(None), column.expires > at))

        def call(connection: Connection) -> Token | None:
            if not connection.execute(update(tables.token).where(*fresh).values(used=at)).rowcount:
                return None
            return _one(Token, connection.execute(select(tables.token).where(column.digest == digest)).one())

        return self.pen.do(call)

    def rotate(self, token: Token) -> Future[int]:
        column = tables.token.c
        same = (
            column.workshop == token.workshop,
            column.kind == token.kind,
            column.person.is_not_distinct_from(token.person),
        )

        def call(connection: Connection) -> int:
            last = connection.execute(select(func.max(column.rotation)).where(*same)).scalar()
            rotation = 0 if last is None else last + 1
            connection.execute(delete(tables.token).where(*same))
            connection.execute(insert(tables.token).values(asdict(token) | {"rotation": rotation}))
            return rotation

        return self.pen.do(call)

    def drop_token(self, digest: bytes) -> Future[None]:
        return self._do(delete(tables.token).where(tables.token.c.digest == digest))

    # ── browsers and who they are ────────────────────────────────────────────────────────────────────────────────────

    def put_session(self, session: Session) -> Future[None]:
        return self._do(insert(tables.session).values(asdict(session)))

    def find_session(self, digest: bytes) -> Session | None:
        return next(iter(self._find(tables.session, Session, tables.session.c.digest == digest)), None)

    def touch_session(self, digest: bytes, seen: int, expires: int) -> Future[None]:
        return self._do(
            update(tables.session).where(tables.session.c.digest == digest).values(seen=seen, expires=expires)
        )

    def drop_session(self, digest: bytes) -> Future[None]:
        return self._do(delete(tables.session).where(tables.session.c.digest == digest))

    def put_seat(self, seat: Seat) -> Future[None]:
        column = tables.seat.c
        return self._do(
            delete(tables.seat).where(column.session == seat.session, column.workshop == seat.workshop),
            insert(tables.seat).values(asdict(seat)),
        )

    def find_seat(self, session: bytes, workshop: str) -> Seat | None:
        column = tables.seat.c
        return next(iter(self._find(tables.seat, Seat, column.session == session, column.workshop == workshop)), None)

    def seats_of(self, session: bytes) -> list[Seat]:
        return self._find(tables.seat, Seat, tables.seat.c.session == session)

    def drop_seats(self, workshop: str, person: str) -> Future[None]:
        column = tables.seat.c
        return self._do(delete(tables.seat).where(column.workshop == workshop, column.person == person))

    # ── from where people signed ─────────────────────────────────────────────────────────────────────────────────────

    def forget_witnesses(self, before: int) -> Future[int]:
        old = delete(tables.witness).where(tables.witness.c.at < before)
        return self.pen.do(lambda connection: connection.execute(old).rowcount)

    # ── documents that were given out ────────────────────────────────────────────────────────────────────────────────

    def put_document(self, document: Document) -> Future[None]:
        column = tables.document.c
        same = (column.digest == document.digest, column.workshop == document.workshop)

        def call(connection: Connection) -> None:
            if connection.execute(select(column.digest).where(*same)).first() is None:
                connection.execute(insert(tables.document).values(asdict(document)))

        return self.pen.do(call)

    def find_documents(self, beginning: str) -> list[Document]:
        column = tables.document.c
        known = [one for one in column if one.name != "content"]
        # Hex digits all come before "g": a range reads the index, where LIKE might not.
        span = (column.digest >= beginning, column.digest < f"{beginning}g")
        wanted = select(*known).where(*span).order_by(column.at, column.workshop).limit(FOUND)
        with self._reading() as connection:
            return [_one(Document, row) for row in connection.execute(wanted)]

    def documents_of(self, workshop: str, version: str) -> list[Document]:
        column = tables.document.c
        found = self._find(tables.document, Document, column.workshop == workshop, column.version == version)
        return sorted(found, key=lambda one: (one.at, one.digest))

    # ── addresses that people left ───────────────────────────────────────────────────────────────────────────────────

    def put_address(self, address: Address) -> Future[None]:
        return self._tidied(lambda connection: addresses.put(connection, address))

    def note_mail(self, address: Address) -> Future[None]:
        return self._tidied(lambda connection: addresses.note(connection, address))

    def addresses(self, workshop: str = "") -> list[Address]:
        with self._reading() as connection:
            return addresses.find(connection, workshop)

    def drop_addresses(self, workshop: str, people: tuple[str, ...]) -> Future[int]:
        lost = {(workshop, person) for person in people}
        return self._tidied(lambda connection: addresses.drop(connection, lambda one: addresses.one_of(one) in lost))

    def sweep(self, now: int) -> Future[int]:
        old = [delete(table).where(table.c.expires <= now) for table in (tables.token, tables.session)]
        return self.pen.do(lambda connection: sum(connection.execute(one).rowcount for one in old))

    # ── how ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _do(self, *statements: Any) -> Future[None]:
        def call(connection: Connection) -> None:
            for statement in statements:
                connection.execute(statement)

        return self.pen.do(call)

    def _tidied(self, write: Callable[[Connection], T]) -> Future[T]:
        """What is gone after it is gone from the files too."""

        def call(connection: Connection) -> T:
            self.pen.untidy()
            return write(connection)

        return self.pen.do(call)


class _Reading:
    """A short connection for reading; what goes wrong with it is a LedgerError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Connection:
        try:
            self._connection = self._engine.connect()
        except (DBAPIError, sqlite3.Error) as error:
            raise translate(error) from error
        return self._connection

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self._connection.close()
        if isinstance(error, DBAPIError | sqlite3.Error):
            raise translate(error) from error


def _one(kind: type[T], row: Any) -> T:
    return kind(
        **{name: bytes(value) if isinstance(value, memoryview) else value for name, value in row._mapping.items()}
    )


def _epoch(connection: Connection, new_epoch: Callable[[], str]) -> str:
    known = connection.execute(select(tables.meta.c.value).where(tables.meta.c.key == "epoch")).scalar()
    if known is None:
        known = new_epoch()
        connection.execute(insert(tables.meta).values(key="epoch", value=known))
    return known
