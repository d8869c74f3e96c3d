"""The press is another process: what goes wrong in it costs one export."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from tests.support import presses

from accord.agreement import press as module
from accord.agreement.press import QUEUE, Press, Turns
from accord.agreement.printing import Attached, leave_network
from accord.errors import Refused


@asynccontextmanager
async def pressing(work: Callable[..., Any], seconds: float = 60.0) -> AsyncIterator[Press]:
    found = Press(work, seconds)
    yield found
    found.close()


async def refused(asked: Any) -> dict[str, object]:
    with pytest.raises(Refused) as caught:
        await asked
    assert caught.value.code == "unavailable"
    return caught.value.detail


async def test_a_crash_costs_one_export_and_the_next_one_is_printed() -> None:
    async with pressing(presses.crashing) as press:
        assert (await refused(press.pdf("crash")))["why"] == "crash"
        assert await press.pdf("fine") == b"fine"


async def test_a_document_that_never_ends_is_stopped_and_the_next_one_is_printed() -> None:
    async with pressing(presses.sleeping, seconds=6) as press:
        await press.pdf("first")
        assert (await refused(press.pdf("sleep")))["why"] == "time"
        assert await press.pdf("fine") == b"fine"


async def test_thirty_at_once_queue_and_all_arrive() -> None:
    async with pressing(presses.echo) as press:
        pages = [f"page {n} of" for n in range(30)]
        answers = await asyncio.gather(*(press.pdf(page) for page in pages))
        assert [answer.decode().rstrip("0123456789") for answer in answers] == pages
        assert press.waiting == 0


async def test_a_crash_amid_thirty_costs_one_of_them() -> None:
    async with pressing(presses.crashing) as press:
        pages = [*(f"page {n}" for n in range(15)), "crash", *(f"page {n}" for n in range(15, 30))]
        answers = await asyncio.gather(*(press.pdf(page) for page in pages), return_exceptions=True)
        failed = [page for page, answer in zip(pages, answers, strict=True) if isinstance(answer, Refused)]
        assert failed == ["crash"]
        assert [answer for answer in answers if isinstance(answer, bytes)] == [
            p.encode() for p in pages if p != "crash"
        ]


async def test_short_work_goes_before_those_who_print() -> None:
    """Whoever asks about a document does not wait for thirty others to be printed."""
    order: list[str] = []
    turns = Turns()

    async def take(name: str, long: bool) -> None:
        async with turns.mine(long=long):
            order.append(name)
            await asyncio.sleep(0)

    works = [("first", True), ("second", True), ("left", True), ("third", True), ("short", False)]
    tasks = [asyncio.ensure_future(take(*work)) for work in works]
    await asyncio.sleep(0)
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert order == ["first", "short", "second", "third"]
    async with asyncio.timeout(5), turns.mine(long=True):
        pass


async def test_more_than_the_queue_holds_are_told_so() -> None:
    async with pressing(presses.echo) as press:
        asked = [asyncio.ensure_future(press.pdf(f"page {n}")) for n in range(QUEUE + 10)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        done = [a for a in answers if isinstance(a, bytes)]
        assert len(done) == QUEUE
        assert all(isinstance(a, Refused) and a.detail["why"] == "queue" for a in answers if not isinstance(a, bytes))
        assert press.waiting == 0
        assert await press.pdf("later")


async def test_the_same_document_is_printed_once_however_many_ask() -> None:
    async with pressing(presses.echo) as press:
        together = await asyncio.gather(*(press.pdf("same") for _ in range(50)))
        assert len(set(together)) == 1
        press._drop()  # a new process would answer with another number
        assert await press.pdf("same") == together[0]
        assert await press.pdf("same", (Attached("x", b"", ""),)) != together[0]


async def test_one_who_leaves_does_not_take_the_others_print_away() -> None:
    async with pressing(presses.echo) as press:
        leaving, staying = (asyncio.ensure_future(press.pdf("both")) for _ in range(2))
        await asyncio.sleep(0)
        leaving.cancel()
        assert await staying


async def test_a_missing_library_is_said_with_the_command_that_installs_it() -> None:
    async with pressing(presses.without_library) as press:
        detail = await refused(press.pdf("<p>x</p>"))
    assert detail["why"] == "library"
    assert "apt-get install" in str(detail["command"])
    assert "libpango-1.0-0" in str(detail["command"])


async def test_too_much_is_refused_before_it_reaches_the_press() -> None:
    async with pressing(presses.echo) as press:
        assert (await refused(press.pdf("<br>" * (module.LINES + 1))))["why"] == "large"
        assert (await refused(press.pdf("x" * (module.CHARACTERS + 1))))["why"] == "large"
        assert press._pool is None


@pytest.mark.parametrize("way", ["connect", "fetch", "lookup", "program", "shell"])
async def test_there_is_no_way_out_of_the_press(way: str, unused_tcp_port: int) -> None:
    async with pressing(presses.reaching_out) as press:
        answer = await press.pdf(f"{way} {unused_tcp_port}")
    assert answer in (b"PermissionError", b"URLError")


@pytest.fixture
def unused_tcp_port() -> int:
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_the_press_is_warm_only_where_it_is_asked_for() -> None:
    """WeasyPrint and Pango are loaded in the press's process and never in the server's."""
    assert "weasyprint" not in sys.modules
    assert callable(leave_network)
