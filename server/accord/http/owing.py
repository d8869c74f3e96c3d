"""My own address for reminders, how many left one, and the sheet of who still owes what."""

import asyncio

from fastapi import APIRouter, Request, Response
from msgspec import Struct

from accord.agreement.missing import missing_sheet
from accord.domain.owing import owing
from accord.errors import Refused
from accord.http.documents import shown
from accord.http.downloads import language_of
from accord.http.edge import Edge, Guest, body, edge_of, guest, said
from accord.http.mailing import address_of
from accord.http.workshops import Line
from accord.ledger.contract import Address

router = APIRouter()


class Mine(Struct, frozen=True, forbid_unknown_fields=True):
    """Where I want to be reminded; "" takes it away."""

    address: Line = ""


@router.get("/api/w/{workshop}/mail")
async def my_mail(request: Request, workshop: str) -> Response:
    """Whether this server sends mail, my own address, and to those who lead how many left one, never whose."""
    edge, asking = edge_of(request), await guest(request, workshop)
    return said(await _told(edge, workshop, asking))


@router.post("/api/w/{workshop}/mail")
async def set_my_mail(request: Request, workshop: str) -> Response:
    """Leave an address or take it away. Kept outside the log; for members, who may owe something."""
    edge, asking, mine = edge_of(request), await guest(request, workshop), await body(request, Mine)
    person = asking.person.id
    if mine.address.strip():
        await edge.ledger.run(edge.ledger.put_address, _address(edge, workshop, asking, mine))
        edge.reminders.wake(workshop)
    else:
        await edge.ledger.run(edge.ledger.drop_addresses, workshop, (person,))
    return said(await _told(edge, workshop, asking))


def _address(edge: Edge, workshop: str, asking: Guest, mine: Mine) -> Address:
    if asking.person.role != "member":
        raise Refused("not_allowed", why="role")
    if not _offered(edge, asking):
        raise Refused("unavailable", why="mail")
    return Address(workshop, asking.person.id, address_of(mine.address), edge.now(), edge.now())


def _until(asking: Guest) -> int | None:
    return asking.state.reminding.until if asking.state.reminding else None


def _offered(edge: Edge, asking: Guest) -> bool:
    """Mail can be sent, and the stop date has not come."""
    until = _until(asking)
    return edge.reminders.offered and (until is None or edge.now() < until)


async def _told(edge: Edge, workshop: str, asking: Guest) -> dict[str, object]:
    left = await edge.ledger.run(edge.ledger.addresses, workshop)
    mine = next((one.address for one in left if one.person == asking.person.id), "")
    told: dict[str, object] = {"offered": _offered(edge, asking), "address": mine, "until": _until(asking)}
    if asking.person.facilitates:
        owe = owing(asking.state)
        told |= {"sends": edge.reminders.offered, "owe": len(owe), "left": sum(one.person in owe for one in left)}
    return told


@router.get("/api/w/{workshop}/missing.html")
async def sheet(request: Request, workshop: str) -> Response:
    """One page with names, for those who lead and for the heads. It holds nobody's link."""
    edge, asking = edge_of(request), await guest(request, workshop)
    if not asking.person.facilitates and not asking.person.head:
        raise Refused("not_allowed", why="role")
    place = f"{edge.origins.base(request.scope, edge.lan)}/w/{workshop}"
    language, at = language_of(request, asking), edge.now()
    return shown(await asyncio.to_thread(missing_sheet, asking.state, language, place=place, at=at))
