"""Coming in: what is behind a link or code, joining, entering a seat again, leaving."""

from collections.abc import Awaitable, Callable
from typing import Any, Literal, TypeVar, cast

from fastapi import APIRouter, Request, Response
from msgspec import Struct

from accord.domain.attending import missing
from accord.domain.catalogue import TEAMS, Language, Team
from accord.domain.commands import Join, Role, SetAway
from accord.domain.public import claim
from accord.domain.state import Person, State
from accord.domain.words import clean_name
from accord.errors import Refused
from accord.http.edge import Edge, RoomLike, body, edge_of, guest, said
from accord.http.guard import log, where
from accord.http.sessions import closes
from accord.http.tokens import LETTERS
from accord.http.workshops import Line, qr
from accord.ledger.contract import Token

router = APIRouter()
T = TypeVar("T")

ROLES: dict[str, Role] = {"facilitator": "facilitator", "join": "member", "code": "member", "observer": "observer"}


class Knock(Struct, frozen=True, forbid_unknown_fields=True):
    """A code, or a workshop's id with a token of it."""

    code: Line = ""
    id: Line = ""
    token: Line = ""


class Come(Knock, frozen=True):
    """With who is coming. Observers need no team."""

    name: Line = ""
    team: Team | None = None
    language: Language = "pl"
    head: bool = False


class Enter(Struct, frozen=True, forbid_unknown_fields=True):
    """Into a seat that exists: by facilitator, return or later link, or by the printed recovery code."""

    id: Line
    token: Line = ""
    recovery: Line = ""


class Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Behind(Struct, frozen=True):
    """What a link or code opens."""

    workshop: str
    token: Token
    room: Any  # RoomLike

    @property
    def role(self) -> Role:
        return ROLES[self.token.kind]

    @property
    def state(self) -> State:
        state: State = self.room.state
        return state


@router.post("/api/door")
async def knock(request: Request) -> Response:
    """Which workshop this opens and whom it waits for."""
    behind = await _behind(request, await body(request, Knock))
    state = behind.state
    inside = [p for p in state.people.values() if p.role == "member" and not p.gone and not p.waiting]
    return said(
        {
            "id": behind.workshop,
            "via": "code" if behind.token.kind == "code" else "link",
            "role": behind.role,
            "title": state.plan.title,
            "company": state.plan.company,
            "languages": state.plan.languages,
            "teams": state.plan.teams,
            "missing": {team: [seat.name for seat in missing(state, team)] for team in TEAMS},
            "people": len(inside),
        }
    )


@router.post("/api/join")
async def join(request: Request) -> Response:
    """A seat for somebody new; the same browser gets the seat it has. By code one waits to be admitted."""
    edge, come = edge_of(request), await body(request, Come)
    behind = await _behind(request, come)
    if behind.role == "facilitator":
        return await _seated(request, behind.workshop, _holder(behind.token, behind.state))
    if mine := await _own_seat(request, edge, behind):
        return said({"id": behind.workshop, "person": mine.id, "waiting": mine.waiting})
    removed = await _was_removed(request, edge, behind)
    if not removed and (known := await _claimed(edge, behind, come)):
        return await _seated(request, behind.workshop, known)
    asked = _asked(edge, behind, come, removed)
    await behind.room.ask("", asked)
    return await _seated(request, behind.workshop, behind.room.state.people[asked.person])


def _asked(edge: Edge, behind: Behind, come: Come, removed: bool) -> Join:
    """Whom a facilitator sent away must be admitted again, whatever link they hold."""
    team = come.team if behind.role == "member" else None
    via: Literal["link", "code"] = "code" if behind.token.kind == "code" or removed else "link"
    return Join(edge.new_id("p"), clean_name(come.name), behind.role, team, come.language, via, come.head)


async def _claimed(edge: Edge, behind: Behind, come: Come) -> Person | None:
    """After an import everybody finds their own seat by name and team, by the link, and only the first to come."""
    if behind.token.kind != "join":
        return None
    person = claim(behind.state, clean_name(come.name), come.team)
    if not person or not await edge.doors.claim(behind.workshop, person):
        return None
    await behind.room.ask(person, SetAway(person, False))
    return cast(Person, behind.room.state.people[person])


async def _own_seat(request: Request, edge: Edge, behind: Behind) -> Person | None:
    session = await edge.sessions.find(request)
    seat = await edge.sessions.seat(session, behind.workshop)
    if session is None or seat is None:
        return None
    try:
        return edge.sessions.check(session, behind.state.people.get(seat.person), behind.state)
    except Refused:
        return None


async def _was_removed(request: Request, edge: Edge, behind: Behind) -> bool:
    seat = await edge.sessions.seat(await edge.sessions.find(request), behind.workshop)
    person = behind.state.people.get(seat.person) if seat else None
    return person is not None and person.gone


@router.post("/api/enter")
async def enter(request: Request) -> Response:
    """The seat of whoever this link or recovery code belongs to, in this browser."""
    edge, wish = edge_of(request), await body(request, Enter)
    if wish.recovery:
        token = await _slowly(request, lambda: edge.doors.find_recovery(wish.id, wish.recovery))
    else:
        token = _or_bad(await edge.doors.find(wish.id, wish.token, edge.now()))
    room = await _room(edge, token)
    person = _holder(token, room.state)
    ends = closes(person, room.state)
    if token.kind == "later" and ends is not None and edge.now() > ends:
        raise Refused("bad_link")
    if token.kind == "return" and not await edge.doors.use(token, edge.now()):
        raise Refused("bad_link")
    return await _seated(request, token.workshop, person)


@router.post("/api/w/{workshop}/seat")
async def my_seat(request: Request, workshop: str) -> Response:
    """Who I am here, before a socket is opened; the cookie is all the socket asks for (decisions/0001)."""
    edge = edge_of(request)
    await body(request, Nothing)
    asking = await guest(request, workshop, waiting=True)
    await edge.doors.mend(workshop)
    return said({"me": asking.person.id, "role": asking.person.role})


@router.post("/api/w/{workshop}/return")
async def return_link(request: Request, workshop: str) -> Response:
    """My own seat on another device: once, within 15 minutes."""
    edge, asking = edge_of(request), await guest(request, workshop)
    await body(request, Nothing)
    token = await edge.doors.make_return(workshop, asking.person.id, edge.now())
    link = edge.link(request, workshop, LETTERS["return"], token)
    return said({"link": link, "qr": qr(link)})


@router.post("/api/w/{workshop}/later")
async def later_link(request: Request, workshop: str) -> Response:
    """My own seat until it closes (`sessions.closes`), to sign later."""
    edge, asking = edge_of(request), await guest(request, workshop)
    await body(request, Nothing)
    token = await edge.doors.make_later(workshop, asking.person.id)
    link = edge.link(request, workshop, LETTERS["later"], token)
    return said({"link": link, "qr": qr(link)})


@router.get("/api/mine")
async def mine(request: Request) -> Response:
    """The workshops this browser has a seat in, newest first."""
    edge = edge_of(request)
    session = await edge.sessions.find(request)
    found = []
    for seat in await edge.sessions.seats(session):
        try:
            state = (await edge.rooms.open(seat.workshop)).state
            person = edge.sessions.check(session, state.people.get(seat.person), state) if session else None
        except Refused:
            continue
        if person:
            found.append(_mine(seat.workshop, person, state))
    return said(sorted(found, key=lambda one: -int(one["founded"])))


def _mine(workshop: str, person: Person, state: State) -> dict[str, Any]:
    plan, latest = state.plan, state.latest
    return {
        "id": workshop,
        "title": plan.title,
        "company": plan.company,
        "person": person.id,
        "name": person.name,
        "role": person.role,
        "team": person.team,
        "waiting": person.waiting,
        "founded": state.founded,
        "starts_at": plan.starts_at,
        "ended": state.ended,
        "version": latest.version if latest else None,
    }


@router.post("/api/logout")
async def logout(request: Request) -> Response:
    """This browser forgets who it is, in every workshop."""
    edge, response = edge_of(request), said({})
    await body(request, Nothing)
    await edge.sessions.leave(request, response)
    return response


async def _behind(request: Request, knock: Knock) -> Behind:
    """Refused: a code that opens nothing gets one answer, whatever the reason; who holds a link is told why."""
    edge = edge_of(request)
    if knock.code:
        return await _slowly(request, lambda: _behind_code(edge, knock.code))
    token = _or_bad(await edge.doors.find(knock.id, knock.token, edge.now()))
    if token.kind not in ROLES:
        raise Refused("bad_link")
    room = await _room(edge, token)
    if refused := _closed(edge, token, room.state):
        raise refused
    return Behind(token.workshop, token, room)


async def _behind_code(edge: Edge, code: str) -> Behind | None:
    token = await edge.doors.find_code(code)
    if token is None or token.kind != "code":
        return None
    room = await _room(edge, token)
    return None if _closed(edge, token, room.state) else Behind(token.workshop, token, room)


def _closed(edge: Edge, token: Token, state: State) -> Refused | None:
    """Why nobody new may come in by this token now."""
    if token.kind == "facilitator":
        return None
    if not state.doors or state.ended is not None:
        return Refused("doors_closed")
    inside = sum(not p.facilitates and not p.gone for p in state.people.values())
    return Refused("room_full") if inside >= edge.settings.limits.members else None


async def _slowly(request: Request, look: Callable[[], Awaitable[T | None]]) -> T:
    """A try that may be a guess: failures are counted, and all of them take the same time and get the same answer."""
    edge, address = edge_of(request), edge_of(request).address(request)
    started = edge.clock()
    await edge.codes.enter(address)
    if found := await look():
        return found
    failures = edge.codes.failed(address)
    if failures == edge.settings.limits.address_failures:
        log.warning("codes_are_being_guessed", **where(request.scope, edge.origins), failures=failures)
    await edge.codes.level_time(started)
    raise Refused("bad_link")


def _or_bad(token: Token | None) -> Token:
    if token is None:
        raise Refused("bad_link")
    return token


async def _room(edge: Edge, token: Token) -> RoomLike:
    try:
        return await edge.rooms.open(token.workshop)
    except Refused as refused:
        raise (Refused("bad_link") if refused.code == "not_found" else refused) from None


def _holder(token: Token, state: State) -> Person:
    """The person a link belongs to, unless they are gone."""
    person = state.people.get(token.person or "")
    if person is None or person.gone:
        raise Refused("bad_link")
    return person


async def _seated(request: Request, workshop: str, person: Person) -> Response:
    edge = edge_of(request)
    response = said({"id": workshop, "person": person.id, "waiting": person.waiting})
    await edge.sessions.sit(request, response, workshop, person.id)
    return response
