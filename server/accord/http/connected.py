"""Which sockets are open on behalf of which session, so that they end with it, at once or at the next round."""

from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct

NO_SESSION: Final = 4401

HangUp = Callable[[int], None]


class Connection(Struct, eq=False):
    """An open socket. `session` is the digest; `hang_up` takes the close code."""

    session: bytes
    workshop: str
    person: str
    hang_up: HangUp


class Connected:
    """All open sockets of this process."""

    def __init__(self) -> None:
        self._open: dict[bytes, set[Connection]] = {}

    def add(self, connection: Connection) -> None:
        self._open.setdefault(connection.session, set()).add(connection)

    def remove(self, connection: Connection) -> None:
        """Once it is closed, whoever closed it."""
        found = self._open.get(connection.session, set())
        found.discard(connection)
        if not found:
            self._open.pop(connection.session, None)

    def moved(self, old: bytes, new: bytes) -> None:
        """The browser got a new session id; its open sockets stay its own."""
        for connection in self._open.pop(old, set()):
            connection.session = new
            self.add(connection)

    def end(self, connections: Iterable[Connection], code: int = NO_SESSION) -> None:
        for connection in tuple(connections):
            connection.hang_up(code)

    def of(self, session: bytes) -> tuple[Connection, ...]:
        return tuple(self._open.get(session, ()))

    def all(self) -> tuple[Connection, ...]:
        return tuple(one for some in self._open.values() for one in some)
