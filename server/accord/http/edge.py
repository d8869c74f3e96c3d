"""What all endpoints share: the services made at start, who is asking, how bodies are read and answers are written."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar, cast

import msgspec
from fastapi import Request, Response
from msgspec import Struct

from accord.agreement import html, press
from accord.agreement.press import Press
from accord.domain.catalogue import Catalogue, Plan
from accord.domain.commands import Command
from accord.domain.events import Event
from accord.domain.state import Person, State, sitter
from accord.errors import Refused
from accord.http.checks import Checks
from accord.http.connected import Connected
from accord.http.doors import Doors
from accord.http.guard import Origins
from accord.http.limits import Bucket, Clock, CodeDoor, PerPerson
from accord.http.made import Pages
from accord.http.papers import Papers
from accord.http.reminding import Reminders
from accord.http.sessions import Now, Sessions
from accord.http.tokens import Random, letters
from accord.ledger.contract import Ledger, Session
from accord.settings import Settings

T = TypeVar("T")

STATUS: dict[str, int] = {
    "bad_input": 400,
    "bad_file": 400,
    "no_session": 401,
    "not_allowed": 403,
    "waiting": 403,
    "doors_closed": 403,
    "bad_link": 404,
    "not_found": 404,
    "too_fast": 429,
    "unavailable": 503,
}
"""HTTP status of a refusal; 409 for all others."""


class RoomLike(Protocol):
    """What the edge needs of a room (accord.live.rooms)."""

    @property
    def state(self) -> State: ...

    def ask(self, person: str, command: Command) -> Awaitable[Any]:
        """The person "" is the edge itself. Raises Refused."""


class RoomsLike(Protocol):
    watched: Callable[[Any, tuple[Event, ...]], None]
    """Called with a room and what was just committed in it."""

    async def open(self, workshop: str) -> RoomLike:
        """Raises Refused("not_found")."""

    async def found(self, workshop: str, plan: Plan) -> RoomLike: ...

    async def bring(self, workshop: str, content: bytes) -> RoomLike:
        """From what an export holds. Raises Refused("bad_file")."""

    def sweep(self) -> None:
        """Let idle rooms go."""

    def close(self) -> None:
        """The server stops."""


class Edge:
    """The services of one server. Made by accord.app, found at `request.app.state.edge`."""

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        ledger: Ledger,
        rooms: RoomsLike,
        now: Now,
        clock: Clock,
        random: Random,
        sleep: Callable[[float], Awaitable[None]],
        lan: str = "",
    ) -> None:
        limits = settings.limits
        self.settings, self.catalogue, self.ledger, self.rooms = settings, catalogue, ledger, rooms
        self.now, self.clock, self.random, self.lan = now, clock, random, lan
        self.origins = Origins(settings)
        self.doors = Doors(ledger, settings.secret(), random)
        self.connected = Connected()
        self.sessions = Sessions(ledger, self.origins, now, random, self.connected)
        self.codes = CodeDoor(limits, clock, sleep)
        self.costly = PerPerson(limits.costly_per_minute, clock)
        self.founding = Bucket(limits.foundings_per_minute / 60, limits.foundings_burst, clock)
        self.verifying = PerPerson(limits.verified_per_minute, clock)
        self.opening = PerPerson(limits.opened_per_minute, clock)
        self.shared = PerPerson(10 * limits.costly_per_minute, clock)  # files of one link, whoever opens it
        self.pages, self.press, self.checks = Pages(), Press(), Checks()
        self.papers = Papers(ledger, self.press, settings, now, clock)
        self.reminders = Reminders(ledger, rooms, self.doors, settings, now, clock)
        rooms.watched = self._happened
        self._warming: asyncio.Future[None] | None = None
        self.ready = True

    def _happened(self, room: Any, events: tuple[Event, ...]) -> None:
        self.papers.happened(room, events)
        self.reminders.happened(room, events)

    async def check_connected(self) -> None:
        """Ends the sockets of sessions that ended or lost their seat; the others count as used."""
        for connection in self.connected.all():
            room = await self.rooms.open(connection.workshop)
            if not await self.sessions.holds(connection, room.state):
                self.connected.end((connection,))

    def get_ready(self) -> None:
        """What is slow once: templates, words, the process that presses come from. For a thread."""
        press.ready()
        html.warm()

    def warm_press(self) -> None:
        """Somebody reads the agreement, so a PDF will be asked for: the press starts meanwhile."""
        if self._warming is None:
            self._warming = asyncio.ensure_future(self.press.warm())

    def new_id(self, prefix: str) -> str:
        """59 bits: ids are no secrets, but nobody should meet another workshop by counting."""
        return prefix + letters(self.random(32), 12).lower()

    def link(self, request: Request, workshop: str, letter: str, token: str) -> str:
        """The token stands in the fragment, which no server, proxy or referrer ever sees."""
        return f"{self.origins.base(request.scope, self.lan)}/w/{workshop}#{letter}={token}"

    def address(self, request: Request) -> str:
        return self.origins.address(request.scope)


def edge_of(request: Request) -> Edge:
    return cast(Edge, request.app.state.edge)


class Guest(Struct, frozen=True):
    """Somebody with a seat in a workshop."""

    session: Session
    person: Person
    room: Any  # RoomLike; msgspec does not need to know

    @property
    def state(self) -> State:
        return cast(State, self.room.state)


async def guest(request: Request, workshop: str, *, waiting: bool = False) -> Guest:
    """Who asks. Refused: no_session without a seat here, not_allowed when removed, waiting unless that may pass."""
    edge = edge_of(request)
    session = await edge.sessions.find(request)
    seat = await edge.sessions.seat(session, workshop)
    if session is None or seat is None:
        raise Refused("no_session")
    room = await edge.rooms.open(workshop)
    person = edge.sessions.check(session, sitter(room.state, seat.person))
    if person.waiting and not waiting:
        raise Refused("waiting")
    await edge.sessions.touch(session)
    return Guest(session, person, room)


async def facilitator(request: Request, workshop: str) -> Guest:
    """As `guest`, but only those who facilitate."""
    found = await guest(request, workshop)
    if not found.person.facilitates:
        raise Refused("not_allowed", why="role")
    return found


async def body(request: Request, kind: type[T]) -> T:
    """The request's JSON as that type, nothing converted. Refused("bad_input") names the field."""
    return decode(await request.body(), kind)


def decode(raw: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(raw or b"{}", type=kind)
    except msgspec.ValidationError as error:
        raise Refused("bad_input", **_blame(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("bad_input", field="body", why="json") from None


def _blame(message: str) -> dict[str, str]:
    """The field and the kind of mistake in msgspec's sentence; never the value."""
    field = re.search(r"`\$\.?([\w.\[\]]*)", message) or re.search(r"field `(\w+)`", message)
    missing = re.search(r"required field `(\w+)`", message)
    why = "empty" if missing or "length >= 1" in message else "long" if "length <= " in message else "kind"
    if missing:
        return {"field": missing[1], "why": why}
    unknown = re.search(r"unknown field `(\w+)`", message)
    return {"field": unknown[1] if unknown else field[1] if field else "body", "why": why}


def said(value: object, status: int = 200) -> Response:
    """An answer in JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def refusal(refused: Refused) -> Response:
    """A refusal as JSON with its status."""
    return said({"code": refused.code, "detail": _plain(refused.detail)}, STATUS.get(refused.code, 409))


def _plain(detail: dict[str, object]) -> dict[str, object]:
    return {key: value if isinstance(value, str | int | float | bool) else str(value) for key, value in detail.items()}
