"""The agreement and the workshop as pages to print and as files."""

import asyncio
import re
from collections.abc import Callable
from functools import partial
from typing import Final

import msgspec
from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from accord import resources
from accord.agreement import calendar, html, posters, sheets
from accord.agreement import json as export
from accord.agreement.docx import docx_of
from accord.agreement.draft import WORKING, Draft, frozen_of
from accord.agreement.figures_sheet import add_sheet
from accord.agreement.invitation import invitation
from accord.agreement.markdown import markdown
from accord.agreement.scorecard import scorecard
from accord.agreement.tables import Told
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.commands import Receive
from accord.domain.versions import difference, tree
from accord.errors import Refused
from accord.http.documents import WORD, Write, note, paged, saved, shown, written
from accord.http.edge import Guest, edge_of, facilitator, guest
from accord.http.papers import Wish
from accord.http.sharing import current
from accord.http.tokens import LETTERS, show_code

router = APIRouter()

SHARED: Final = re.compile(r"[\w-]+\.(css|woff2)\Z")

Make = Callable[[Draft], str]


def language_of(request: Request, asking: Guest) -> Language:
    """The one asked for, else the person's."""
    wanted = request.query_params.get("language", "")
    return next((one for one in LANGUAGES if one == wanted), asking.person.language)


def _version(request: Request, asking: Guest) -> str:
    """Refused("not_found") when there is no such version."""
    version = request.query_params.get("version", "")
    if version not in ("", WORKING, *asking.state.versions):
        raise Refused("not_found")
    return version


def _wish(request: Request, workshop: str, asking: Guest) -> Wish:
    """Refused("not_found") when there is no such version."""
    return Wish(workshop, asking.room, _version(request, asking), language_of(request, asking))


async def _page(request: Request, workshop: str, asking: Guest, make: Make, what: str) -> str:
    """The page of the version asked for, as of this minute. Refused("not_found") when there is no such version."""
    return await paged(edge_of(request), _wish(request, workshop, asking), what, make)


@router.get("/api/w/{workshop}/agreement.html")
async def as_page(request: Request, workshop: str) -> Response:
    """What the PDF is printed from."""
    edge, asking = edge_of(request), await guest(request, workshop)
    edge.warm_press()
    await edge.papers.remember(workshop, asking.state)
    verify = edge.papers.verify
    return shown(await _page(request, workshop, asking, lambda made: html.page(made, verify), "agreement"))


@router.get("/api/w/{workshop}/agreement.pdf")
async def as_pdf(request: Request, workshop: str) -> Response:
    """Printed in the press; a version in force is the sealed file. Refused("unavailable", why=…) when it cannot be."""
    edge, asking = edge_of(request), await guest(request, workshop)
    edge.costly.take(asking.person.id)
    wish = _wish(request, workshop, asking)
    content = await edge.papers.pdf(wish)
    await _received(asking, wish.version)
    return saved(content, "application/pdf", _name(request, asking, "pdf"))


async def _received(asking: Guest, version: str) -> None:
    """Whoever takes the file of what is in force has it from now on."""
    found = frozen_of(asking.state, version)
    if found and found.in_force is not None and asking.person.id not in asking.state.received.get(found.version, {}):
        await note(asking.room, Receive(found.version, person=asking.person.id))


@router.get("/api/w/{workshop}/versions/{version}.json")
async def canonical(request: Request, workshop: str, version: str) -> Response:
    """The frozen words of a version, byte for byte what its fingerprint is made of."""
    state = (await guest(request, workshop)).state
    found = state.versions.get(version)
    if found is None:
        raise Refused("not_found")
    await edge_of(request).papers.remember(workshop, state)
    return Response(found.content, media_type="application/json")


@router.get("/api/w/{workshop}/difference")
async def compared(request: Request, workshop: str) -> Response:
    """What differs between two versions. Refused("not_found") when there is no such version."""
    versions = (await guest(request, workshop)).state.versions
    names = [request.query_params.get(side, "") for side in ("from", "to")]
    if any(name not in versions for name in names):
        raise Refused("not_found")
    before, after = (tree(versions[name].content) for name in names)
    found = {"from": names[0], "to": names[1], "changes": difference(before, after)}
    return Response(msgspec.json.encode(found), media_type="application/json")


@router.get("/api/w/{workshop}/agreement.md")
async def as_markdown(request: Request, workshop: str) -> Response:
    """For wikis."""
    asking = await guest(request, workshop)
    page = await _page(request, workshop, asking, markdown, "markdown")
    return saved(page, "text/markdown", _name(request, asking, "md"))


SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSVS: Final = {"commitments": ("marketing_commitments", "sales_commitments"), "metrics": ("metrics",)}


async def _told(request: Request, workshop: str, write: Write) -> bytes:
    """Written beside the room, by those who have a seat; rationed."""
    edge, asking = edge_of(request), await guest(request, workshop)
    edge.costly.take(asking.person.id)
    return await written(edge, _wish(request, workshop, asking), write)


@router.get("/api/w/{workshop}/agreement.docx")
async def as_word(request: Request, workshop: str) -> Response:
    """To be edited."""
    content = await _told(request, workshop, lambda _, made: docx_of(made))
    return saved(content, WORD, _name(request, await guest(request, workshop), "docx"))


@router.get("/api/w/{workshop}/agreement.xlsx")
async def as_sheets(request: Request, workshop: str) -> Response:
    """Commitments, metrics and meetings; once there are figures, plan and actuals."""
    asking = await guest(request, workshop)
    card = scorecard(asking.state, language_of(request, asking))
    more = (partial(add_sheet, card=card),) if card.entered else ()
    content = await _told(request, workshop, lambda told, made: sheets.xlsx(told, made.title, made.language, more))
    return saved(content, SHEET, _name(request, asking, "xlsx"))


@router.get("/api/w/{workshop}/{part}.csv")
async def as_csv(request: Request, workshop: str, part: str) -> Response:
    """commitments.csv, metrics.csv."""
    if part not in CSVS:
        raise Refused("not_found")
    content = await _told(request, workshop, lambda told, made: sheets.csv_of(told, CSVS[part], made.language))
    return saved(content, "text/csv; charset=utf-8", f"{part}.csv")


@router.get("/api/w/{workshop}/meetings.ics")
async def as_calendar(request: Request, workshop: str) -> Response:
    """Meetings and the review, for a calendar."""

    def written(told: dict[str, Told], made: Draft) -> bytes:
        about = calendar.About(workshop, made.title, made.period, made.timezone, made.language)
        return calendar.ics(told, about, made.at)

    return saved(await _told(request, workshop, written), "text/calendar; charset=utf-8", "meetings.ics")


@router.get("/api/w/{workshop}/poster/{kind}.pdf")
async def as_poster(request: Request, workshop: str, kind: str) -> Response:
    """For the wall: promises, glossary, or the canvas of a step; `size` a4, a3 or a1. Printed in the press."""
    edge, size = edge_of(request), request.query_params.get("size", "a3")
    if size not in posters.ZOOMS:
        raise Refused("not_found")
    address = current(edge, request, workshop, (await guest(request, workshop)).state)

    def drawn(told: dict[str, Told], made: Draft) -> bytes:
        return _poster(made, told, kind, address).encode()

    page = (await _told(request, workshop, drawn)).decode()
    content = await edge.press.pdf(page, zoom=posters.ZOOMS[size])
    return saved(content, "application/pdf", f"poster-{size}.pdf")


def _poster(made: Draft, told: dict[str, Told], kind: str, address: str) -> str:
    known = next((one for one in posters.HEADINGS if one == kind), None)
    if known:
        return posters.poster(made, told, known, address)
    if not any(one.step == kind and one.picture for one in made.boards):
        raise Refused("not_found")
    return posters.canvas(made, kind, address)


@router.get("/api/w/{workshop}/workshop.json")
async def as_json(request: Request, workshop: str) -> Response:
    """The whole workshop as everybody may know it, for another server. For those who facilitate."""
    edge, asking = edge_of(request), await facilitator(request, workshop)
    edge.costly.take(asking.person.id)
    state = asking.state
    seq, head = await edge.ledger.run(edge.ledger.head, workshop)
    content = await asyncio.to_thread(export.write, state, workshop, seq, head.hex(), edge.now())
    return saved(content, "application/json", "workshop.json")


@router.get("/api/w/{workshop}/invitation.html")
async def invite(request: Request, workshop: str) -> Response:
    """One page to print or send beforehand, with the join link and the code. Not for members."""
    edge, asking = edge_of(request), await guest(request, workshop)
    if asking.person.role == "member":
        raise Refused("not_allowed", why="role")
    keys, plan, language = await edge.doors.keys(workshop), asking.state.plan, language_of(request, asking)
    link = edge.link(request, workshop, LETTERS["join"], keys.join)
    place = edge.origins.base(request.scope, edge.lan)
    bring = edge.catalogue.preparation
    return shown(invitation(plan, language, link=link, code=show_code(keys.code), place=place, bring=bring))


@router.get("/api/w/{workshop}/board/{step}.html")
async def board(request: Request, workshop: str, step: str) -> Response:
    """One board, to be printed."""
    asking = await guest(request, workshop)

    def made(draft: Draft) -> str:
        if step not in {one.step for one in draft.boards}:
            raise Refused("not_found")
        return html.board(draft, step)

    return shown(await _page(request, workshop, asking, made, f"board {step}"))


def _name(request: Request, asking: Guest, ending: str) -> str:
    version = re.sub(r"[^0-9.]", "", request.query_params.get("version", ""))[:8]
    return "-".join(part for part in ("agreement", version, language_of(request, asking)) if part) + f".{ending}"


@router.get("/exports/{name}")
def sheet(name: str) -> Response:
    """The styles of printed pages."""
    return _shared(name)


@router.get("/exports/fonts/{name}")
def font(name: str) -> Response:
    return _shared(f"fonts/{name}")


def _shared(name: str) -> Response:
    path = resources.exports() / name
    if not SHARED.search(name) or ".." in name or not path.is_file():
        raise Refused("not_found")
    return FileResponse(path, headers={"cache-control": "no-cache"})
