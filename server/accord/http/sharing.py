"""Links to read the agreement by: no account, no seat, nothing to change. See server/decisions/0061."""

import hmac
from collections.abc import Iterator
from typing import Any, Final

import msgspec
from fastapi import APIRouter, Request, Response
from msgspec import Struct

from accord.agreement import html
from accord.agreement.docx import docx_of
from accord.agreement.markdown import markdown
from accord.agreement.wall import newest, standing, wall
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.commands import Receive
from accord.domain.sharing import Opens, Share, is_news
from accord.domain.state import State
from accord.errors import Refused
from accord.http.documents import MINUTE, WORD, note, paged, saved, shown, written
from accord.http.edge import Edge, RoomLike, body, edge_of, facilitator, guest, said
from accord.http.papers import Wish
from accord.http.tokens import LETTERS, kind_of, visited_at
from accord.http.workshops import Line, qr

router = APIRouter()

DAY: Final = 24 * 60 * MINUTE
LASTS: Final = 90 * DAY
"""How long a browser reads on without the link. Each day it reads begins them anew: a screen on a wall never stops."""

PATHS: Final[dict[Opens, str]] = {"page": "", "wall": "/wall", "poster": ""}


class Token(Struct, frozen=True, forbid_unknown_fields=True):
    token: Line


class Reader(Struct, frozen=True):
    """Who reads: by which link, since when (ms). `room` is a RoomLike."""

    workshop: str
    share: Share
    room: Any
    since: int

    @property
    def state(self) -> State:
        state: State = self.room.state
        return state


# --- for those who facilitate ---


@router.get("/api/w/{workshop}/share/{share}")
async def link(request: Request, workshop: str, share: str) -> Response:
    """A link that opens something, to be copied or scanned. Refused("not_found")."""
    asking = await facilitator(request, workshop)
    found = next((one for one in _live(asking.state) if one.id == share), None)
    if found is None:
        raise Refused("not_found")
    made = link_of(edge_of(request), request, workshop, found)
    return said({"link": made, "qr": qr(made)})


def link_of(edge: Edge, request: Request, workshop: str, share: Share) -> str:
    """The token stands in the fragment, as in all links."""
    base = edge.origins.base(request.scope, edge.lan)
    return f"{base}/s/{workshop}{PATHS[share.opens]}#{LETTERS['share']}={edge.doors.share(workshop, share.id)}"


def current(edge: Edge, request: Request, workshop: str, state: State) -> str:
    """Where a code on paper or on a wall leads: by the newest link for posters, else where a seat is needed."""
    posters = [one for one in _live(state) if one.opens == "poster"]
    if posters:
        return link_of(edge, request, workshop, posters[-1])
    return f"{edge.origins.base(request.scope, edge.lan)}/w/{workshop}/agreement"


@router.get("/api/w/{workshop}/wall.json")
async def wall_of_a_seat(request: Request, workshop: str) -> Response:
    """The agreement at a glance, for people of the workshop."""
    edge, asking = edge_of(request), await guest(request, workshop)
    what = Wish(workshop, asking.room, newest(asking.state), _language(request, asking.person.language))
    return await _wall(edge, what, current(edge, request, workshop, asking.state))


# --- for those who were given a link ---


@router.post("/api/s/{workshop}/open")
async def open_(request: Request, workshop: str) -> Response:
    """By the token of a link. Whatever is wrong with it, the answer is bad_link."""
    edge, token = edge_of(request), (await body(request, Token)).token
    edge.opening.take(edge.address(request))
    room = await _room(edge, workshop) if kind_of(token) == "share" else None
    share = _opened_by(edge, workshop, room.state, token) if room else None
    if room is None or share is None:
        raise Refused("bad_link")
    return await _told(request, Reader(workshop, share, room, 0))


@router.get("/api/s/{workshop}")
async def facts(request: Request, workshop: str) -> Response:
    """What the link is about, in a browser that opened it."""
    return await _told(request, await _reader(request, workshop))


@router.get("/api/s/{workshop}/wall.json")
async def wall_of_a_link(request: Request, workshop: str) -> Response:
    """The agreement at a glance; its code leads to this link's page."""
    edge, reader = edge_of(request), await _reader(request, workshop)
    address = link_of(edge, request, workshop, msgspec.structs.replace(reader.share, opens="page"))
    response = await _wall(edge, _wish(request, reader), address)
    await _received(edge, reader)
    return _stays(request, response, reader)


@router.get("/api/s/{workshop}/agreement.html")
async def as_page(request: Request, workshop: str) -> Response:
    """What the PDF is printed from."""
    edge, reader = edge_of(request), await _reader(request, workshop)
    edge.warm_press()
    verify = edge.papers.verify
    return shown(await paged(edge, _wish(request, reader), "agreement", lambda made: html.page(made, verify)))


@router.get("/api/s/{workshop}/agreement.pdf")
async def as_pdf(request: Request, workshop: str) -> Response:
    """The sealed file once the version is in force."""
    edge, reader = edge_of(request), await _reader(request, workshop)
    what = _rationed(request, reader)
    return saved(await edge.papers.pdf(what), "application/pdf", _name(what, "pdf"))


@router.get("/api/s/{workshop}/agreement.md")
async def as_markdown(request: Request, workshop: str) -> Response:
    edge, reader = edge_of(request), await _reader(request, workshop)
    what = _wish(request, reader)
    return saved(await paged(edge, what, "markdown", markdown), "text/markdown", _name(what, "md"))


@router.get("/api/s/{workshop}/agreement.docx")
async def as_word(request: Request, workshop: str) -> Response:
    edge, reader = edge_of(request), await _reader(request, workshop)
    what = _rationed(request, reader)
    return saved(await written(edge, what, lambda _, made: docx_of(made)), WORD, _name(what, "docx"))


# --- who reads ---


async def _reader(request: Request, workshop: str) -> Reader:
    """Refused("bad_link"): never opened here, too long ago, or the link was revoked."""
    edge = edge_of(request)
    visit = request.cookies.get(_cookie(edge, request, workshop), "")
    since = visited_at(visit) if kind_of(visit) == "visit" else 0
    if 0 <= edge.now() - since <= LASTS:
        room = await _room(edge, workshop)
        for share in _live(room.state):
            if hmac.compare_digest(edge.doors.visit(workshop, share.id, since), visit):
                return Reader(workshop, share, room, since)
    edge.opening.take(edge.address(request))
    raise Refused("bad_link")


async def _room(edge: Edge, workshop: str) -> RoomLike:
    try:
        return await edge.rooms.open(workshop)
    except Refused as refused:
        raise (Refused("bad_link") if refused.code == "not_found" else refused) from None


def _live(state: State) -> Iterator[Share]:
    return (one for one in state.shares.values() if one.revoked is None)


def _opened_by(edge: Edge, workshop: str, state: State, token: str) -> Share | None:
    fits = (one for one in _live(state) if hmac.compare_digest(edge.doors.share(workshop, one.id), token))
    return next(fits, None)


async def _received(edge: Edge, reader: Reader) -> None:
    """The first time a version is shown on a day; all else costs the log nothing."""
    version = reader.state.latest.version if reader.state.latest else ""
    if is_news(reader.share.openings.get(version), edge.now()):
        await note(reader.room, Receive(version, reader.share.id))


def _stays(request: Request, response: Response, reader: Reader) -> Response:
    """The browser keeps what lets it read, but not the link's own token; renewed once a day."""
    edge, workshop = edge_of(request), reader.workshop
    if edge.now() - reader.since < DAY:
        return response
    name, visit = _cookie(edge, request, workshop), edge.doors.visit(workshop, reader.share.id, edge.now())
    secure, seconds = name.startswith("__Host-"), LASTS // 1000
    response.set_cookie(name, visit, max_age=seconds, path="/", secure=secure, httponly=True, samesite="strict")
    return response


def _cookie(edge: Edge, request: Request, workshop: str) -> str:
    """One for each workshop, beside the one that names the browser: it never stands for a seat."""
    return f"{'__Host-' if edge.origins.scheme(request.scope) == 'https' else ''}read-{workshop}"


# --- what is read ---


async def _told(request: Request, reader: Reader) -> Response:
    edge, what = edge_of(request), _wish(request, reader)
    plan, state = reader.state.plan, reader.state
    made = await paged(edge, what, "standing", lambda found: msgspec.json.encode(standing(state, found)).decode())
    told = {
        "to": reader.share.to,
        "title": plan.title,
        "company": plan.company,
        "languages": plan.languages,
        "standing": msgspec.Raw(made.encode()),
    }
    await _received(edge, reader)
    return _stays(request, said(told), reader)


async def _wall(edge: Edge, what: Wish, address: str) -> Response:
    seq, _ = await edge.ledger.run(edge.ledger.head, what.workshop)
    state, at = what.state, edge.now() // MINUTE * MINUTE

    def made() -> str:
        code = {"qr": html.qr(address), "wall": wall(state, what.language, at)}
        return msgspec.json.encode(code).decode()

    key = (what.workshop, seq, what.language, what.version, f"wall {address}", at)
    return Response(await edge.pages.get(key, made), media_type="application/json")


def _wish(request: Request, reader: Reader) -> Wish:
    language = _language(request, reader.state.plan.languages[0])
    return Wish(reader.workshop, reader.room, newest(reader.state), language)


def _rationed(request: Request, reader: Reader) -> Wish:
    """Costly work: by address and link, and by link for all who have it. Refused("too_fast")."""
    edge = edge_of(request)
    edge.costly.take(f"{reader.share.id} {edge.address(request)}")
    edge.shared.take(reader.share.id)
    return _wish(request, reader)


def _language(request: Request, usual: Language) -> Language:
    wanted = request.query_params.get("language", "")
    return next((one for one in LANGUAGES if one == wanted), usual)


def _name(what: Wish, ending: str) -> str:
    number = what.state.latest.version if what.state.latest else ""
    return "-".join(part for part in ("agreement", number, what.language) if part) + f".{ending}"
