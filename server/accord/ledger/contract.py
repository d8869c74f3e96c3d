"""What a ledger keeps and promises. `accord.ledger.ledger` and `accord.ledger.memory` keep the promise."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Literal, ParamSpec, Protocol, TypeVar, overload

from msgspec import Struct

Kind = Literal["full", "readonly", "conflict", "gone", "unavailable"]
T = TypeVar("T")
P = ParamSpec("P")


class LedgerError(Exception):
    """Nothing of the batch was kept.

    full         no space is left; works again when there is some
    readonly     the store may not be written
    conflict     `seq` does not follow the head, or the client's `n` was used before
    gone         the workshop is not here (any more)
    unavailable  the store does not answer, belongs to another server, or is damaged
    """

    def __init__(self, kind: Kind, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail


class Batch(Struct, frozen=True):
    """The events of one command: all are kept or none.

    `seq` is that of the first event, the others follow; 1 founds the workshop. `at` is ms since 1970, UTC. `person` is
    "" for the room itself. `client` and `n` are the command's number, "" and 0 when nobody will ask again; `digest`
    (32 bits) tells a repeat from another command with the same number. Payloads are JSON in UTF-8.

    With `sealed` (a prompt) the payloads are kept beside the log and take no number; `seq` is then the next one all the
    same. What is sealed under the prompts of `unsealed` is destroyed in the same commit.

    `witness` is JSON about the connection that asked, kept beside the log and not in its chain, in the same commit.
    """

    workshop: str
    seq: int
    at: int
    person: str
    client: str
    n: int
    digest: int
    payloads: tuple[bytes, ...] | list[bytes]
    sealed: str = ""
    unsealed: tuple[str, ...] = ()
    witness: bytes = b""

    @property
    def last(self) -> int:
        """The head after it."""
        return self.seq - 1 if self.sealed else self.seq + len(self.payloads) - 1


Done = Callable[[Batch, LedgerError | None], None]


class Row(Struct, frozen=True):
    """One event as it is kept. `client` and `n` stand at the first event of a command only."""

    seq: int
    at: int
    person: str
    client: str | None
    n: int | None
    digest: int
    payload: bytes
    prev: bytes
    hash: bytes


class Sealed(Struct, frozen=True):
    """One event of a hidden author, as it is kept until the reveal. It has neither time nor number nor hash."""

    prompt: str
    person: str
    client: str | None
    n: int | None
    digest: int
    payload: bytes


class Witness(Struct, frozen=True):
    """From where the event `seq` was asked for: JSON. Kept for its own time; the log does not miss it."""

    workshop: str
    seq: int
    at: int
    content: bytes


class Token(Struct, frozen=True):
    """A link or code that opens a door. `digest` is its SHA-256, times are ms, `rotation` counts renewals."""

    digest: bytes
    workshop: str
    kind: str
    person: str | None = None
    expires: int | None = None
    used: int | None = None
    rotation: int = 0


class Session(Struct, frozen=True):
    """One browser. `digest` is the SHA-256 of the cookie's secret; times in ms."""

    digest: bytes
    created: int
    seen: int
    expires: int


class Seat(Struct, frozen=True):
    """Who a browser is in a workshop."""

    session: bytes
    workshop: str
    person: str


class Document(Struct, frozen=True):
    """Something that people may hold in their hands and ask about later. `at` in ms.

    kind "version": `digest` is the SHA-256 of the words that are signed, `content` is empty. kind "sealed", or
    "stamped" when its seal has a time stamp: of the whole file, which is in `content` where it was asked for; `signed`
    says how many answers it holds. Digests in hex.
    """

    digest: str
    workshop: str
    version: str
    kind: str
    language: str = ""
    signed: int = 0
    at: int = 0
    content: bytes = b""


class Address(Struct, frozen=True):
    """Where somebody wants to be reminded, left by choice `at`; ms. It is no part of the log and is destroyed.

    `last`: when the last mail went (or the address was left), `sent`: how many went since the reminders were set at
    `since`.
    """

    workshop: str
    person: str
    address: str
    at: int
    last: int = 0
    sent: int = 0
    since: int = 0


class Ledger(Protocol):
    """The memory of all workshops. `append` and `run` are for the event loop, all else for other threads."""

    def append(self, batch: Batch, done: Done) -> None:
        """Take the batch and return at once. `done` is called on the loop after the commit, or with what prevented it.

        Batches of a workshop are kept in the order given. After a failure the batches already given for that workshop
        fail as well, for they no longer follow the head.
        """

    def read(self, workshop: str, after: int = 0) -> Iterator[Row]:
        """Committed events with seq > after, in order. Nothing for an unknown workshop."""

    def sealed(self, workshop: str) -> list[Sealed]:
        """What is sealed now, in the order it came. It happened after all events: of what is sealed none tells."""

    def witnesses(self, workshop: str) -> list[Witness]:
        """In the order of their events."""

    def forget_witnesses(self, before: int) -> Future[int]:
        """Those older than that, ms. Gives how many."""

    def workshops(self) -> list[str]:
        """Ids, oldest first."""

    def head(self, workshop: str) -> tuple[int, bytes]:
        """Seq and hash of the last event; 0 and the genesis hash for an unknown workshop."""

    def epoch(self) -> str:
        """Random; new when the store is made and when a backup is restored."""

    def delete(self, workshop: str) -> Future[None]:
        """The workshop with everything that belongs to it."""

    # Links and codes

    def put_token(self, token: Token) -> Future[None]: ...

    def find_token(self, digest: bytes) -> Token | None:
        """Also when expired or used: the caller decides."""

    def tokens_of(self, workshop: str) -> list[Token]: ...

    def use_token(self, digest: bytes, at: int) -> Future[Token | None]:
        """Mark as used. Exactly one caller ever gets the token; None when used, expired or unknown."""

    def rotate(self, token: Token) -> Future[int]:
        """Put the token in the place of all of its workshop, kind and person. Gives its rotation."""

    def drop_token(self, digest: bytes) -> Future[None]: ...

    # Browsers and who they are

    def put_session(self, session: Session) -> Future[None]: ...

    def find_session(self, digest: bytes) -> Session | None:
        """Also when expired: the caller decides."""

    def touch_session(self, digest: bytes, seen: int, expires: int) -> Future[None]: ...

    def drop_session(self, digest: bytes) -> Future[None]:
        """With its seats."""

    def put_seat(self, seat: Seat) -> Future[None]:
        """A browser has one seat in a workshop: the newest."""

    def find_seat(self, session: bytes, workshop: str) -> Seat | None: ...

    def seats_of(self, session: bytes) -> list[Seat]: ...

    def drop_seats(self, workshop: str, person: str) -> Future[None]:
        """In every browser of that person."""

    # Documents that were given out

    def put_document(self, document: Document) -> Future[None]:
        """Nothing happens when this workshop has one with that digest."""

    def find_documents(self, beginning: str) -> list[Document]:
        """Those whose digest begins so, without their content, oldest first; at most ten."""

    def documents_of(self, workshop: str, version: str) -> list[Document]:
        """Of every kind, with their content, oldest first."""

    # Addresses that people left to be reminded

    def put_address(self, address: Address) -> Future[None]:
        """In the place of the one this person left before."""

    def note_mail(self, address: Address) -> Future[None]:
        """What was sent to it. Nothing happens when the person took it away or left another meanwhile."""

    def addresses(self, workshop: str = "") -> list[Address]:
        """Of a workshop, or all; oldest first."""

    def drop_addresses(self, workshop: str, people: tuple[str, ...]) -> Future[int]:
        """Destroy them. Gives how many there were."""

    def sweep(self, now: int) -> Future[int]:
        """Forget expired tokens and sessions. Gives how many."""

    # For the event loop: `await ledger.run(ledger.find_session, digest)`, `await ledger.run(ledger.put_token, token)`

    @overload
    async def run(self, call: Callable[P, Future[T]], *args: P.args, **kwargs: P.kwargs) -> T: ...
    @overload
    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...

    def close(self) -> None:
        """Write what waits, then let go of the store. Blocks."""


class OffLoop:
    """A writing call only leaves its order with the pen; a reading one is done on a thread for reading."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(4, "ledger-read")

    @overload
    async def run(self, call: Callable[P, Future[T]], *args: P.args, **kwargs: P.kwargs) -> T: ...
    @overload
    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...
    async def run(self, call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        loop = asyncio.get_running_loop()
        result = await loop.run_in_executor(self._threads, lambda: call(*args, **kwargs))
        return await asyncio.wrap_future(result) if isinstance(result, Future) else result

    def close(self) -> None:
        self._threads.shutdown()
