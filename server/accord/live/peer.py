"""One connection as the room sees it: who, which audiences, a bounded outbox that is the transport's own buffer."""

import time
from collections.abc import Callable
from typing import Protocol

from accord.domain.records import ALL, FACILITATORS, only
from accord.domain.sight import may_see
from accord.domain.state import State

SKIP_HERE = 64 * 1024
"""Bytes waiting for a peer above which it gets no presence."""
DROP = 1024 * 1024
"""Bytes waiting for a peer above which it is dropped; it comes back with its number."""


class Pipe(Protocol):
    """What carries frames to a browser. Writing never waits."""

    def write(self, frame: bytes) -> None: ...
    def waiting(self) -> int:
        """Bytes written that have not left."""

    def close(self, code: int) -> None: ...


class Bucket:
    """So many commands a second, some more at once."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.burst, self.clock = rate, burst, clock
        self.level, self.at = burst, clock()

    def take(self) -> bool:
        now = self.clock()
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


class Peer:
    """`person` is "" for the projector; `owner` is who opened it, and it goes when they go.

    `origin` is JSON about the connection, for the evidence of a signature.
    """

    __slots__ = ("audiences", "bucket", "client", "errors", "origin", "owner", "person", "pipe", "public")

    def __init__(
        self, pipe: Pipe, person: str, client: str, bucket: Bucket, owner: str = "", origin: bytes = b""
    ) -> None:
        self.pipe = pipe
        self.person = person
        self.owner = owner or person
        self.client = client
        self.bucket = bucket
        self.errors = 0
        self.origin = origin
        self.audiences: tuple[str, ...] = ()
        self.public = False

    def look(self, state: State) -> None:
        """Find the audiences anew: roles change."""
        mine = (ALL, FACILITATORS, only(self.person)) if self.person else (ALL,)
        whose = self.person or self.owner
        self.audiences = tuple(a for a in mine if not whose or may_see(state, whose, a))
        self.public = ALL in self.audiences
