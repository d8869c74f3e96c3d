"""The pages: one file for every screen of the app, its assets, and what watches over the server."""

import re
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse

from accord import resources
from accord.http.edge import edge_of, said
from accord.http.guard import header, page_policy
from accord.ledger.contract import LedgerError
from accord.words import Words

router = APIRouter()

SCREENS: Final = (
    "/",
    "/new",
    "/new/agenda",
    "/j",
    "/verify",
    "/s/{workshop}",
    "/s/{workshop}/wall",
    "/w/{workshop}",
    "/w/{workshop}/{screen}",
    "/w/{workshop}/board/{step}",
)
IN_A_WORKSHOP: Final = frozenset({"projector", "agreement", "sign", "scorecard", "wall"})
FOR_EVER: Final = "public, max-age=31536000, immutable"
NAME: Final = re.compile(r"[\w-][\w.-]*\Z")


def language_of(request: Request) -> str:
    """pl or en, whichever the browser names first."""
    wanted = header(request.scope, b"accept-language").lower()
    named = (part.strip()[:2] for part in wanted.split(","))
    return next((one for one in named if one in ("pl", "en")), "en")


def screen(request: Request) -> Response:
    """The app; it looks at its own address to know which screen it is."""
    index = resources.folder("web/dist") / "index.html"
    words = Words(language_of(request))
    if request.path_params.get("screen", "projector") not in IN_A_WORKSHOP:
        return PlainTextResponse(words.say("cli-no-page"), 404)
    if not index.is_file():
        return PlainTextResponse(words.say("cli-no-web"), 503)
    origins = edge_of(request).origins
    policy = page_policy(origins.scheme(request.scope), header(request.scope, b"host").lower())
    headers = {"content-security-policy": policy, "cache-control": "no-cache"}
    return FileResponse(index, media_type="text/html", headers=headers)


for path in SCREENS:
    router.add_api_route(path, screen, methods=["GET", "HEAD"], include_in_schema=False)


@router.get("/assets/{name}")
def asset(name: str) -> Response:
    """Files whose name changes with their content."""
    return _file(resources.folder("web/dist") / "assets", name, FOR_EVER)


@router.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return said({"ok": True})


@router.get("/readyz")
async def ready(request: Request) -> Response:
    """The store answers and the server is not about to stop."""
    edge = edge_of(request)
    try:
        await edge.ledger.run(edge.ledger.epoch)
    except LedgerError:
        return said({"ok": False}, 503)
    return said({"ok": edge.ready}, 200 if edge.ready else 503)


@router.get("/favicon.ico")
def icon() -> Response:
    """Browsers ask for it on pages that name no icon."""
    return _file(resources.folder("web/dist"), "icon.svg", "no-cache")


@router.get("/{name}")
def root_file(name: str, request: Request) -> Response:
    """Icons and the like."""
    if "." not in name or name == "index.html":
        return PlainTextResponse(Words(language_of(request)).say("cli-no-page"), 404)
    return _file(resources.folder("web/dist"), name, "no-cache")


def _file(folder: Path, name: str, caching: str) -> Response:
    path = folder / name
    if not NAME.match(name) or not path.is_file():
        return PlainTextResponse("", 404)
    return FileResponse(path, headers={"cache-control": caching})
