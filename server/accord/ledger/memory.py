"""The ledger as a model: the same contract with nothing on disk. For tests and for random schedules."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from itertools import count
from typing import Any

from msgspec.structs import replace

from accord.ledger import addresses, seals
from accord.ledger.chain import genesis, link
from accord.ledger.contract import (
    Address,
    Batch,
    Document,
    Done,
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


class MemoryLedger(OffLoop):
    """`fails` is asked before each batch and may give the error to answer with: a full disk, for a test."""

    def __init__(self, epoch: str = "memory", fails: Callable[[Batch], LedgerError | None] | None = None) -> None:
        super().__init__()
        self.fails = fails
        self.commits = 0
        self._epoch = epoch
        self._rows: dict[str, list[Row]] = {}
        self._sealed: list[tuple[str, Sealed]] = []
        self._used: dict[str, set[tuple[str, int]]] = {}
        self._tokens: dict[bytes, Token] = {}
        self._sessions: dict[bytes, Session] = {}
        self._seats: dict[tuple[bytes, str], Seat] = {}
        self._documents: dict[tuple[str, str], Document] = {}
        self._witnesses: dict[tuple[str, int], Witness] = {}
        self._addresses: dict[tuple[str, str], Address] = {}
        self._gathered: list[tuple[Batch, Done]] = []
        self._closed = False

    # ── the log ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def append(self, batch: Batch, done: Done) -> None:
        if not self._gathered:
            asyncio.get_running_loop().call_soon(self._commit)
        self._gathered.append((batch, done))

    def _commit(self) -> None:
        group, self._gathered = self._gathered, []
        self.commits += bool(group)
        failed: dict[str, LedgerError] = {}
        results = []
        for batch, done in group:
            error = failed.get(batch.workshop) or self._keep(batch)
            if error:
                failed[batch.workshop] = error
            results.append((batch, done, error))
        for batch, done, error in results:
            done(batch, error)

    def _keep(self, batch: Batch) -> LedgerError | None:
        if error := self._refusal(batch):
            return error
        if batch.witness:
            self._witnesses[batch.workshop, batch.seq] = Witness(batch.workshop, batch.seq, batch.at, batch.witness)
        if batch.sealed:
            self._sealed += seals.rows(batch)
            return None
        self._sealed = [
            (workshop, one)
            for workshop, one in self._sealed
            if workshop != batch.workshop or one.prompt not in batch.unsealed
        ]
        rows = self._rows.setdefault(batch.workshop, [])
        if batch.client:
            self._used.setdefault(batch.workshop, set()).add((batch.client, batch.n))
        seq, prev = self.head(batch.workshop)
        client, n = (batch.client, batch.n) if batch.client else (None, None)
        for number, payload in zip(count(seq + 1), batch.payloads):
            own = link(prev, number, batch.at, batch.person, client, n, batch.digest, payload)
            rows.append(Row(number, batch.at, batch.person, client, n, batch.digest, payload, prev, own))
            prev, client, n = own, None, None
        return None

    def _refusal(self, batch: Batch) -> LedgerError | None:
        if self._closed:
            return LedgerError("unavailable", "the ledger is closed")
        if self.fails and (error := self.fails(batch)):
            return error
        head = self.head(batch.workshop)[0]
        if batch.seq != head + 1 or (batch.sealed and not head):
            return LedgerError("conflict" if head else "gone", f"{batch.workshop} is at {head}")
        if (batch.client, batch.n) in self._used.get(batch.workshop, ()):
            return LedgerError("conflict", f"{batch.n} of {batch.client} was used before")
        return None

    def read(self, workshop: str, after: int = 0) -> Iterator[Row]:
        return iter(self._rows.get(workshop, [])[after:])

    def sealed(self, workshop: str) -> list[Sealed]:
        return [one for where, one in self._sealed if where == workshop]

    def workshops(self) -> list[str]:
        return sorted(self._rows, key=lambda workshop: (self._rows[workshop][0].at, workshop))

    def head(self, workshop: str) -> tuple[int, bytes]:
        rows = self._rows.get(workshop)
        return (rows[-1].seq, rows[-1].hash) if rows else (0, genesis(workshop))

    def epoch(self) -> str:
        return self._epoch

    def delete(self, workshop: str) -> Future[None]:
        self._rows.pop(workshop, None)
        self._sealed = [one for one in self._sealed if one[0] != workshop]
        self._used.pop(workshop, None)
        self._tokens = {digest: token for digest, token in self._tokens.items() if token.workshop != workshop}
        self._seats = {key: seat for key, seat in self._seats.items() if seat.workshop != workshop}
        self._documents = {key: one for key, one in self._documents.items() if one.workshop != workshop}
        self._witnesses = {key: one for key, one in self._witnesses.items() if one.workshop != workshop}
        self._addresses = {key: one for key, one in self._addresses.items() if one.workshop != workshop}
        return self._answer(None)

    # ── links and codes ──────────────────────────────────────────────────────────────────────────────────────────────

    def put_token(self, token: Token) -> Future[None]:
        if token.digest in self._tokens:
            return _failed(LedgerError("conflict", "this token is there already"))
        self._tokens[token.digest] = token
        return self._answer(None)

    def find_token(self, digest: bytes) -> Token | None:
        return self._tokens.get(digest)

    def tokens_of(self, workshop: str) -> list[Token]:
        return [token for _, token in sorted(self._tokens.items()) if token.workshop == workshop]

    def use_token(self, digest: bytes, at: int) -> Future[Token | None]:
        token = self._tokens.get(digest)
        if token is None or token.used is not None or (token.expires is not None and token.expires <= at):
            return self._answer(None)
        self._tokens[digest] = replace(token, used=at)
        return self._answer(self._tokens[digest])

    def rotate(self, token: Token) -> Future[int]:
        same = [old for old in self._tokens.values() if _rotates(old) == _rotates(token)]
        rotation = max((old.rotation + 1 for old in same), default=0)
        for old in same:
            del self._tokens[old.digest]
        self._tokens[token.digest] = replace(token, rotation=rotation)
        return self._answer(rotation)

    def drop_token(self, digest: bytes) -> Future[None]:
        self._tokens.pop(digest, None)
        return self._answer(None)

    # ── browsers and who they are ────────────────────────────────────────────────────────────────────────────────────

    def put_session(self, session: Session) -> Future[None]:
        if session.digest in self._sessions:
            return _failed(LedgerError("conflict", "this session is there already"))
        self._sessions[session.digest] = session
        return self._answer(None)

    def find_session(self, digest: bytes) -> Session | None:
        return self._sessions.get(digest)

    def touch_session(self, digest: bytes, seen: int, expires: int) -> Future[None]:
        if digest in self._sessions:
            self._sessions[digest] = replace(self._sessions[digest], seen=seen, expires=expires)
        return self._answer(None)

    def drop_session(self, digest: bytes) -> Future[None]:
        self._sessions.pop(digest, None)
        self._seats = {key: seat for key, seat in self._seats.items() if seat.session != digest}
        return self._answer(None)

    def put_seat(self, seat: Seat) -> Future[None]:
        if seat.session not in self._sessions:
            return _failed(LedgerError("gone", "no such session"))
        self._seats[seat.session, seat.workshop] = seat
        return self._answer(None)

    def find_seat(self, session: bytes, workshop: str) -> Seat | None:
        return self._seats.get((session, workshop))

    def seats_of(self, session: bytes) -> list[Seat]:
        return [seat for _, seat in sorted(self._seats.items()) if seat.session == session]

    def drop_seats(self, workshop: str, person: str) -> Future[None]:
        gone = [key for key, seat in self._seats.items() if (seat.workshop, seat.person) == (workshop, person)]
        for key in gone:
            del self._seats[key]
        return self._answer(None)

    # ── from where people signed ─────────────────────────────────────────────────────────────────────────────────────

    def witnesses(self, workshop: str) -> list[Witness]:
        return [one for _, one in sorted(self._witnesses.items()) if one.workshop == workshop]

    def forget_witnesses(self, before: int) -> Future[int]:
        old = [key for key, one in self._witnesses.items() if one.at < before]
        for key in old:
            del self._witnesses[key]
        return self._answer(len(old))

    # ── documents that were given out ────────────────────────────────────────────────────────────────────────────────

    def put_document(self, document: Document) -> Future[None]:
        self._documents.setdefault((document.digest, document.workshop), document)
        return self._answer(None)

    def find_documents(self, beginning: str) -> list[Document]:
        found = [replace(one, content=b"") for one in self._documents.values() if one.digest.startswith(beginning)]
        return sorted(found, key=lambda one: (one.at, one.workshop))[:10]

    def documents_of(self, workshop: str, version: str) -> list[Document]:
        found = [one for one in self._documents.values() if (one.workshop, one.version) == (workshop, version)]
        return sorted(found, key=lambda one: (one.at, one.digest))

    # ── addresses that people left ───────────────────────────────────────────────────────────────────────────────────

    def put_address(self, address: Address) -> Future[None]:
        self._addresses[addresses.one_of(address)] = address
        return self._answer(None)

    def note_mail(self, address: Address) -> Future[None]:
        known = self._addresses.get(addresses.one_of(address))
        if known and addresses.same(known, address):
            self._addresses[addresses.one_of(address)] = address
        return self._answer(None)

    def addresses(self, workshop: str = "") -> list[Address]:
        found = [one for one in self._addresses.values() if workshop in ("", one.workshop)]
        return sorted(found, key=lambda one: (one.at, one.person))

    def drop_addresses(self, workshop: str, people: tuple[str, ...]) -> Future[int]:
        gone = [(workshop, person) for person in people if self._addresses.pop((workshop, person), None)]
        return self._answer(len(gone))

    def sweep(self, now: int) -> Future[int]:
        tokens = [one.digest for one in self._tokens.values() if one.expires is not None and one.expires <= now]
        sessions = [one.digest for one in self._sessions.values() if one.expires <= now]
        for digest in tokens:
            self.drop_token(digest)
        for digest in sessions:
            self.drop_session(digest)
        return self._answer(len(tokens) + len(sessions))

    def close(self) -> None:
        self._commit()
        self._closed = True
        super().close()

    def _answer(self, result: T) -> Future[T]:
        if self._closed:
            return _failed(LedgerError("unavailable", "the ledger is closed"))
        future: Future[T] = Future()
        future.set_result(result)
        return future


def _rotates(token: Token) -> tuple[str, str, str | None]:
    return token.workshop, token.kind, token.person


def _failed(error: LedgerError) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(error)
    return future
