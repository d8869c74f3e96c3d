"""A whole server for tests, without a network: a real ledger and real rooms, time and waiting in the test's hands."""

import itertools
from pathlib import Path
from typing import Any

import httpx2
from fastapi import FastAPI

from accord import content, resources
from accord.app import create_app
from accord.domain.catalogue import Catalogue
from accord.domain.commands import Command
from accord.http.edge import Edge
from accord.ledger.ledger import open_ledger
from accord.settings import Settings

HOST = "accord.example"
ORIGIN = f"https://{HOST}"
START = 1_800_000_000_000  # ms
_catalogue: list[Catalogue] = []


def catalogue() -> Catalogue:
    """canvases/, read once."""
    if not _catalogue:
        _catalogue.append(content.load(resources.canvases()))
    return _catalogue[0]


class Time:
    """Stands still until told; waiting takes no time and is written down."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waited: list[float] = []

    def wall(self) -> int:
        return START + round(self.seconds * 1000)

    def mono(self) -> float:
        return self.seconds

    def on(self, *, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        self.seconds += hours * 3600 + minutes * 60 + seconds

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.seconds += seconds


class Browser(httpx2.AsyncClient):
    """A browser on a page of ours: it keeps its cookies and says where it comes from."""

    async def ask(self, path: str, body: Any = None, **headers: str) -> httpx2.Response:
        return await self.post(path, json=body or {}, headers=headers)


class Site:
    """`async with Site(folder) as site`. `again()` is what a restart does; the folder stays."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.folder, self.time = folder, Time()
        self.settings = Settings(data=folder, origins=(ORIGIN,), **settings)
        self.browsers: list[Browser] = []
        self._addresses = itertools.count(1)

    async def __aenter__(self) -> "Site":
        await self._start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stop()

    async def again(self) -> None:
        await self._stop()
        await self._start()
        for browser in self.browsers:
            browser._transport = self._transport("192.0.2.1")

    async def _start(self) -> None:
        time, known = self.time, catalogue()
        ledger = open_ledger(self.folder / "accord.db")
        self.app: FastAPI = create_app(
            self.settings, catalogue=known, ledger=ledger, wall=time.wall, clock=time.mono, sleep=time.sleep
        )
        self._life = self.app.router.lifespan_context(self.app)
        await self._life.__aenter__()

    async def _stop(self) -> None:
        await self._life.__aexit__(None, None, None)

    @property
    def edge(self) -> Edge:
        edge: Edge = self.app.state.edge
        return edge

    def _transport(self, address: str) -> httpx2.ASGITransport:
        return httpx2.ASGITransport(app=self.app, client=(address, 50_000), raise_app_exceptions=False)

    def browser(self, address: str = "", origin: str = ORIGIN) -> Browser:
        """A browser that knows nobody yet."""
        transport = self._transport(address or f"192.0.2.{next(self._addresses)}")
        browser = Browser(transport=transport, base_url=origin, headers={"origin": origin, "x-accord": "1"})
        self.browsers.append(browser)
        return browser

    async def command(self, workshop: str, person: str, command: Command) -> None:
        """What a socket would do."""
        await (await self.edge.rooms.open(workshop)).ask(person, command)

    def stored(self) -> bytes:
        """Every byte on the disk but the secret."""
        return b"".join(p.read_bytes() for p in self.folder.rglob("*") if p.is_file() and p.name != "secret")


class Workshop:
    """A workshop just founded, with the browser of its facilitator."""

    def __init__(self, site: Site, browser: Browser, made: dict[str, Any]) -> None:
        self.site, self.lead, self.made = site, browser, made
        self.id: str = made["id"]
        self.code: str = made["code"]

    def token(self, link: str) -> str:
        return str(self.made[link].split("=", 1)[1])

    @property
    def by_link(self) -> dict[str, str]:
        return {"id": self.id, "token": self.token("join_link")}

    async def joined(self, name: str = "Ola", team: str | None = "marketing", **how: Any) -> tuple[Browser, str]:
        """Somebody new, whoever has the same name, by the join link unless told otherwise."""
        browser = self.site.browser()
        person = {"name": name, "team": team, "language": "pl", "again": False}
        answer = await browser.ask("/api/join", {**(how or self.by_link), **person})
        assert answer.status_code == 200, answer.text
        return browser, answer.json()["person"]


def wish(**other: Any) -> dict[str, Any]:
    """What the set-up page sends."""
    teams = {"marketing": {"name": "Marketing", "colour": "blue"}, "sales": {"name": "Sprzedaż", "colour": "amber"}}
    usual = {
        "title": "Warsztat",
        "company": "Watomir",
        "languages": ["pl", "en"],
        "timezone": "Europe/Warsaw",
        "teams": teams,
        "agenda": "starter-90",
        "roster": [{"name": "Ola", "team": "marketing", "head": False}],
        "name": "Ada",
        "language": "pl",
    }
    return {**usual, **other}


async def founded(site: Site, **other: Any) -> Workshop:
    browser = site.browser()
    answer = await browser.ask("/api/workshops", wish(**other))
    assert answer.status_code == 200, answer.text
    return Workshop(site, browser, answer.json())
