"""Real Chromium before a real server. One server for all, one of its own for those who kill it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.people import Room, new_room
from tests.browser.served import Line, Server, build

MakeRoom = Callable[..., Room]


@pytest.fixture(scope="session")
def built() -> None:
    build()


@pytest.fixture(scope="session")
def server(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Shared; nobody may kill it."""
    server = Server(tmp_path_factory.mktemp("server") / "data")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def mortal(built: None, tmp_path: Path) -> Iterator[Server]:
    """A server of one's own, to kill and start again."""
    server = Server(tmp_path / "data")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def room(browser: Browser, server: Server) -> Iterator[Room]:
    """No workshop yet: `room.found()`. Fails the test when a page had an error, however well the rest went."""
    with new_room(browser, server.base, {server.host}) as room:
        yield room


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    """A network to the shared server that can be cut."""
    line = Line(server.port)
    yield line
    line.close()
