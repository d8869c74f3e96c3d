"""Hostile words on the screens of those who lead, take part and watch: shown as text, run by nobody."""

import asyncio
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page
from tests.support.hostile import hostile
from tests.support.rehearsals import written

from accord import content, resources
from accord.domain import commands as c
from accord.rehearse.play import Pace, Rehearsal
from accord.rehearse.script import load
from accord.rehearse.site import temporary_server


class Played:
    """A workshop that was played and stays open; cookies of who leads and of one member."""

    def __init__(self, path: Path, server: str) -> None:
        catalogue = content.load(resources.canvases())
        script = load(path, catalogue)
        rehearsal = Rehearsal(script, catalogue, server, "en", Pace(None, random.Random(1)))
        asyncio.run(self._play(rehearsal))
        self.server, self.workshop = server, rehearsal.workshop
        member = rehearsal.people[script.members()[1].id]
        self.cookies = {"lead": rehearsal.lead.browser.cookie, "member": member.browser.cookie}

    async def _play(self, rehearsal: Rehearsal) -> None:
        await rehearsal.found()
        await rehearsal.gather()
        await rehearsal.play()
        await rehearsal.freeze()
        await rehearsal.lead.do(c.GoTo("s1", 0, "discuss"))
        await rehearsal.leave()

    def cookie(self, who: str) -> dict[str, Any]:
        name, _, value = self.cookies[who].partition("=")
        return {"name": name, "value": value, "url": self.server}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    path = written(tmp_path_factory.mktemp("screens") / "twelve.yaml", hostile(13))
    with temporary_server() as server, ThreadPoolExecutor(1) as aside:
        yield aside.submit(Played, path, server).result(100)


SCREENS = [
    ("lead", ""),
    ("lead", "/projector"),
    ("lead", "/agreement"),
    ("lead", "/board/s1"),
    ("member", ""),
    ("member", "/agreement"),
    ("member", "/sign"),
]


@pytest.mark.parametrize(("who", "screen"), SCREENS)
def test_nothing_that_people_wrote_is_run(
    played: Played, context: BrowserContext, page: Page, who: str, screen: str
) -> None:
    troubles: list[str] = []
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: troubles.append(request.url))
    context.add_cookies([played.cookie(who)])  # type: ignore[list-item]
    page.goto(f"{played.server}/w/{played.workshop}{screen}")
    page.get_by_text("<script>alert(1)</script>").first.wait_for(state="attached")
    assert page.locator("img[src='x'], body script").count() == 0
    assert "49 {%" not in page.content()
    assert [trouble for trouble in troubles if not trouble.startswith(played.server)] == []


def test_a_page_that_ran_them_would_be_found_out(page: Page) -> None:
    """The control."""
    messages: list[str] = []

    def heard(dialog: Dialog) -> None:
        messages.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", heard)
    page.set_content("<script>alert(1)</script>")
    assert messages == ["1"]
