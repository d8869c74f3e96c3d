"""Who a browser is: one session, named by a cookie, with one seat in each workshop."""

from collections.abc import Callable
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import Response

from accord.domain.owing import owed
from accord.domain.state import Person, State
from accord.errors import Refused
from accord.http.connected import Connected, Connection
from accord.http.guard import Origins
from accord.http.tokens import Random, digest, kind_of, mint
from accord.ledger.contract import Ledger, Seat, Session

MINUTE: Final = 60_000  # all times are ms
HOUR: Final = 60 * MINUTE
IDLE: Final = 12 * HOUR
AFTER_END: Final = 24 * HOUR
DAY: Final = 24 * HOUR
SIGNED: Final = 7 * DAY  # after it came into force people take the document home
WAITING: Final = 60 * DAY  # so long after it was frozen a version may be signed from outside
LEADING: Final = 30 * DAY
TOUCH: Final = 5 * MINUTE  # how often the use of a session is written down

Now = Callable[[], int]
"""The server's clock: ms since 1970, UTC."""


def may_sit(person: Person, session: Session, state: State, now: int) -> bool:
    """Whether the session still speaks for the person: facilitators 30 days; others until it `closes`, idle 12 h."""
    if person.facilitates:
        return now - session.created <= LEADING
    ends = closes(person, state)
    return now - session.seen <= IDLE and (ends is None or now <= ends)


def closes(person: Person, state: State) -> int | None:
    """When the seat of somebody who does not lead closes, in ms; None before the end.

    24 h after the end. While a version waits for signatures, or this person owes something, 60 days after it was
    frozen; a week after it came into force.
    """
    if state.ended is None:
        return None
    ends, latest = state.ended + AFTER_END, state.latest
    if latest and (latest.in_force is None or owed(state, person.id)):
        ends = max(ends, latest.at + WAITING)
    if latest and latest.in_force is not None:
        ends = max(ends, latest.in_force + SIGNED)
    return ends


class Sessions:
    """Browsers as the ledger keeps them. The cookie's secret is never kept, only its digest."""

    def __init__(self, ledger: Ledger, origins: Origins, now: Now, random: Random, connected: Connected) -> None:
        self._ledger, self._origins, self._now, self._random = ledger, origins, now, random
        self._connected = connected

    async def find(self, request: HTTPConnection) -> Session | None:
        """The browser's session while it lasts."""
        secret = request.cookies.get(self.cookie(request), "")
        if kind_of(secret) != "session":
            return None
        session = await self._ledger.run(self._ledger.find_session, digest(secret))
        return session if session and self._now() < session.expires else None

    async def seat(self, session: Session | None, workshop: str) -> Seat | None:
        return await self._ledger.run(self._ledger.find_seat, session.digest, workshop) if session else None

    async def seated(self, request: HTTPConnection, workshop: str) -> tuple[Session | None, Seat | None]:
        """The browser's session and its seat, looked up in one go."""
        secret = request.cookies.get(self.cookie(request), "")
        if kind_of(secret) != "session":
            return None, None

        def look(key: bytes) -> tuple[Session | None, Seat | None]:
            return self._ledger.find_session(key), self._ledger.find_seat(key, workshop)

        session, seat = await self._ledger.run(look, digest(secret))
        return (session, seat) if session and self._now() < session.expires else (None, None)

    async def seats(self, session: Session | None) -> list[Seat]:
        return await self._ledger.run(self._ledger.seats_of, session.digest) if session else []

    def check(self, session: Session, person: Person | None, state: State) -> Person:
        """The person in the seat; Refused when the seat is no longer theirs."""
        if person is None or not may_sit(person, session, state, self._now()):
            raise Refused("no_session")
        if person.gone:
            raise Refused("not_allowed", why="removed")
        return person

    async def touch(self, session: Session) -> None:
        """The session is in use."""
        if (now := self._now()) - session.seen >= TOUCH:
            await self._ledger.run(self._ledger.touch_session, session.digest, now, session.expires)

    async def sit(self, request: HTTPConnection, response: Response, workshop: str, person: str) -> Session:
        """Gives the browser that seat, under a new session id; its other seats come along."""
        old = await self.find(request)
        kept = [seat for seat in await self.seats(old) if seat.workshop != workshop]
        secret, now = mint("session", self._random), self._now()
        session = Session(digest(secret), now, now, now + LEADING)
        await self._ledger.run(self._ledger.put_session, session)
        for seat in (*kept, Seat(b"", workshop, person)):
            await self._ledger.run(self._ledger.put_seat, Seat(session.digest, seat.workshop, seat.person))
        if old:
            self._connected.moved(old.digest, session.digest)
            await self._ledger.run(self._ledger.drop_session, old.digest)
        self._set_cookie(request, response, secret, LEADING // 1000)
        return session

    async def leave(self, request: HTTPConnection, response: Response) -> Session | None:
        """Logs the browser out everywhere; answers which session ended."""
        session = await self.find(request)
        if session:
            await self._ledger.run(self._ledger.drop_session, session.digest)
            self._connected.end(self._connected.of(session.digest))
        self._set_cookie(request, response, "", 0)
        return session

    async def holds(self, connection: Connection, state: State) -> bool:
        """Whether an open socket may stay; being open is being in use."""

        def look() -> tuple[Session | None, Seat | None]:
            key = connection.session
            return self._ledger.find_session(key), self._ledger.find_seat(key, connection.workshop)

        session, seat = await self._ledger.run(look)
        person = state.people.get(connection.person)
        if session is None or seat is None or seat.person != connection.person or person is None:
            return False
        if self._now() >= session.expires or not may_sit(person, session, state, self._now()):
            return False
        await self.touch(session)
        return True

    def cookie(self, request: HTTPConnection) -> str:
        """`__Host-` needs https, which a meeting room's own network does not have (server/decisions/0010)."""
        return "__Host-sid" if self._origins.scheme(request.scope) == "https" else "sid"

    def _set_cookie(self, request: HTTPConnection, response: Response, secret: str, seconds: int) -> None:
        name = self.cookie(request)
        secure = name.startswith("__Host-")
        response.set_cookie(name, secret, max_age=seconds, path="/", secure=secure, httponly=True, samesite="strict")
