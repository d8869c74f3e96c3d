"""Puts the server together: settings → ledger, content, rooms, press → the application."""

import asyncio
import secrets
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from accord import content, resources
from accord.domain.catalogue import Catalogue
from accord.errors import Refused
from accord.http import (
    downloads,
    findings,
    further,
    joining,
    owing,
    pages,
    scorecards,
    sharing,
    templates,
    verifying,
    workshops,
)
from accord.http.edge import Edge, RoomsLike, refusal
from accord.http.guard import Guard, Origins
from accord.http.sessions import DAY
from accord.http.socket import Sockets
from accord.http.tokens import Random, letters
from accord.ledger.contract import Ledger, LedgerError
from accord.ledger.ledger import open_ledger
from accord.live.rooms import Rooms
from accord.settings import Settings

log = structlog.get_logger("accord.app")


def now() -> int:
    """ms since 1970, UTC."""
    return time.time_ns() // 1_000_000


def create_app(
    settings: Settings | None = None,
    *,
    catalogue: Catalogue | None = None,
    ledger: Ledger | None = None,
    rooms: Callable[[Ledger], RoomsLike] | None = None,
    wall: Callable[[], int] = now,
    clock: Callable[[], float] = time.monotonic,
    random: Random = secrets.token_bytes,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> FastAPI:
    """The application. What is not given is made from the settings when it starts.

    Starting raises LedgerError when the store cannot be opened, ContentError when canvases/ has mistakes, OSError or
    ValueError when the secret cannot be read.
    """
    chosen = settings or Settings()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        kept = ledger or open_ledger(chosen.database_url)
        try:
            known = catalogue or content.load(resources.canvases())
            made = rooms(kept) if rooms else _rooms(kept, wall, random)
            edge = Edge(chosen, known, kept, made, wall, clock, random, sleep, lan_address(chosen.host))
            app.state.edge = edge
            keeping = asyncio.create_task(_keep_house(edge))
            reminding = asyncio.create_task(edge.reminders.run())
            yield
            edge.ready = False
            keeping.cancel()
            reminding.cancel()
            made.close()
            edge.papers.close()
            edge.press.close()
        finally:
            kept.close()

    app = FastAPI(lifespan=life, docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    edges = (workshops, templates, further, joining, sharing, scorecards, downloads, findings, verifying, owing, pages)
    for part in edges:
        app.include_router(part.router)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(LedgerError, _not_kept)
    app.add_exception_handler(HTTPException, _http)
    app.add_middleware(Sockets)
    app.add_middleware(Guard, settings=chosen, origins=Origins(chosen))
    return app


def _rooms(ledger: Ledger, wall: Callable[[], int], random: Random) -> RoomsLike:
    return Rooms(ledger, clock=wall, new_id=lambda: letters(random(32), 12).lower())


async def _keep_house(edge: Edge) -> None:
    """Every four minutes: rooms nobody is in, what has expired, sockets whose session ended."""
    while True:
        edge.rooms.sweep()
        try:
            await edge.ledger.run(edge.ledger.sweep, edge.now())
            await edge.ledger.run(edge.ledger.forget_witnesses, edge.now() - edge.settings.evidence_days * DAY)
            await edge.check_connected()
        except (LedgerError, Refused) as error:
            log.error("house_not_kept", error=type(error).__name__)
        await asyncio.sleep(240)


async def _refused(_: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return refusal(refused)


async def _not_kept(_: Request, error: Exception) -> Response:
    assert isinstance(error, LedgerError)
    log.error("not_kept", kind=error.kind)
    return refusal(Refused("unavailable", why=error.kind))


async def _http(_: Request, error: Exception) -> Response:
    """What the framework itself refuses: unknown paths and methods."""
    status = getattr(error, "status_code", 500)
    return refusal(Refused("not_found")) if status == 404 else refusal(Refused("not_allowed", why="method"))


def lan_address(host: str) -> str:
    """This machine's address in its network, for links, when the server listens to the network; "" when it does not."""
    if host not in ("0.0.0.0", "::", ""):
        return "" if host in ("127.0.0.1", "::1", "localhost") else host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; the system only chooses the way
            return str(probe.getsockname()[0])
        except OSError:
            return ""
