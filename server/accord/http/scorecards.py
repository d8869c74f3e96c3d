"""Plan against actuals: as a page, a PDF, a CSV to fill in; and a filled one looked at before anything is saved."""

import asyncio

import msgspec
from fastapi import APIRouter, Request, Response

from accord.agreement import figures
from accord.agreement.scorecard import Scorecard, scorecard
from accord.agreement.standing import page
from accord.domain.plans import planned
from accord.http.documents import MINUTE, saved, shown
from accord.http.downloads import language_of
from accord.http.edge import Guest, edge_of, guest, said

router = APIRouter()


def _card(request: Request, asking: Guest) -> Scorecard:
    edge = edge_of(request)
    return scorecard(asking.state, language_of(request, asking), edge.now() // MINUTE * MINUTE)


@router.get("/api/w/{workshop}/scorecard.html")
async def as_page(request: Request, workshop: str) -> Response:
    """What the PDF is printed from."""
    asking = await guest(request, workshop)
    edge_of(request).warm_press()
    return shown(await asyncio.to_thread(page, _card(request, asking)))


@router.get("/api/w/{workshop}/scorecard.pdf")
async def as_pdf(request: Request, workshop: str) -> Response:
    """Printed in the press. Refused("unavailable", why=…) when it cannot be."""
    edge, asking = edge_of(request), await guest(request, workshop)
    edge.costly.take(asking.person.id)
    card = _card(request, asking)
    content = await edge.press.pdf(await asyncio.to_thread(page, card))
    return saved(content, "application/pdf", f"scorecard-{card.language}.pdf")


@router.get("/api/w/{workshop}/actuals.csv")
async def as_csv(request: Request, workshop: str) -> Response:
    """Every measured row by month, with what was entered: to keep, and to fill in and bring back."""
    edge, asking = edge_of(request), await guest(request, workshop)
    edge.costly.take(asking.person.id)
    content = await asyncio.to_thread(figures.csv_of, _card(request, asking))
    return saved(content, "text/csv; charset=utf-8", "actuals.csv")


@router.post("/api/w/{workshop}/actuals/read")
async def read(request: Request, workshop: str) -> Response:
    """What a filled CSV would change, and each cell that was not understood, in words. Saves nothing."""
    edge, asking = edge_of(request), await guest(request, workshop)
    edge.verifying.take(asking.person.id)
    data, state, language = await request.body(), asking.state, language_of(request, asking)
    found = await asyncio.to_thread(figures.read_csv, data, state, planned(state), asking.person)
    mistakes = [{"line": one.line, "said": one.sentence(language)} for one in found.mistakes]
    return said({"figures": msgspec.to_builtins(found.entries), "same": found.same, "mistakes": mistakes})
