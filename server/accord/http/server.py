"""uvicorn, as Accord runs it: our own socket protocol, no access log, an orderly end."""

import asyncio
import gc
import socket
import sys
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from accord.app import create_app
from accord.domain.catalogue import Catalogue
from accord.http import logs
from accord.http.edge import Edge
from accord.ledger.contract import Ledger
from accord.settings import Settings

SOCKET_BYTES = 64 * 1024
GRACE = 8  # seconds from the signal to the end
# How long a busy event loop may keep the pen from the interpreter, several times a commit. Python's 5 ms made a commit
# wait for tens of milliseconds when the loop was busy (server/decisions/0020-one-statement-a-commit.md).
TURN = 0.0005
WARM_AFTER = 5  # seconds: after a restart everybody comes back first
SELDOM = (20_000, 20, 200)
"""New things before the collector looks at the young, the older, the whole: see `gc.set_threshold`."""


class Server(uvicorn.Server):
    """Says when it is ready; tells the rooms before it closes anything."""

    def __init__(self, config: uvicorn.Config, app: FastAPI, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._app, self._ready = app, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()
            self._warming = asyncio.create_task(self._warm())

    async def _warm(self) -> None:
        await asyncio.sleep(WARM_AFTER)
        await asyncio.to_thread(warm, self._app.state.edge)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        edge = self._app.state.edge
        edge.ready = False
        self._warming.cancel()
        edge.rooms.close()
        await asyncio.sleep(0)  # the farewells leave before the connections do
        await super().shutdown(sockets)
        self._captured_signals.clear()  # else uvicorn raises the signal again, and an orderly end looks like a death


def warm(edge: Edge) -> None:
    """What the first document would make a full room wait for.

    Then what is there for good is not looked through for garbage any more, and the rest seldom: Python's collector held
    the room for 150 ms whenever an export made many new things, and for 60 ms as its notes grew. Almost nothing here
    goes round in circles; what does is found in a quieter hour.
    """
    edge.get_ready()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def config(app: FastAPI) -> uvicorn.Config:
    from accord.http.socket import FrameProtocol

    return uvicorn.Config(
        app,
        loop="uvloop",
        ws=FrameProtocol,
        ws_max_size=SOCKET_BYTES,
        ws_per_message_deflate=False,
        access_log=False,
        log_config=None,
        log_level="critical",
        server_header=False,
        date_header=True,
        proxy_headers=False,  # http/guard.py reads them, and only when told to
        timeout_graceful_shutdown=GRACE,
        lifespan="on",
    )


def run(
    settings: Settings, catalogue: Catalogue, ledger: Ledger, listening: socket.socket, ready: Callable[[], None]
) -> None:
    """Serves until a signal comes. The ledger is closed at the end."""
    logs.configure()
    sys.setswitchinterval(TURN)
    app = create_app(settings, catalogue=catalogue, ledger=ledger)
    Server(config(app), app, ready).run(sockets=[listening])
