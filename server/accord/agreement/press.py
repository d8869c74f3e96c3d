"""The press: one process beside the server that prints. A crash in it costs one export and nothing else."""

import asyncio
import contextlib
import hashlib
import heapq
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import count
from multiprocessing import forkserver, get_context
from typing import Final, TypeVar

from accord.agreement import examining, printing, sealing
from accord.agreement.examining import Examined
from accord.agreement.printing import Attached, Job, Printed
from accord.agreement.sealing import Sealing
from accord.errors import Refused

JOBS_PER_PROCESS: Final = 50
SECONDS: Final = 60.0
QUEUE: Final = 40
KEPT: Final = 32
CHARACTERS: Final = 4_000_000
LINES: Final = 60_000
PANGO: Final = "sudo apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

WARM: Final = (
    '<!doctype html><html lang="en"><head><title>-</title><link rel="stylesheet" href="/exports/fallback.css">'
    '<link rel="stylesheet" href="/exports/document.css"></head><body><p>-</p></body></html>'
)

Work = Callable[[Job], Printed]
Given = TypeVar("Given")
Made = TypeVar("Made")


class Turns:
    """One at a time, in the order they came; whoever has short work goes before those who print."""

    def __init__(self) -> None:
        self._busy = False
        self._numbers = count()
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []

    @contextlib.asynccontextmanager
    async def mine(self, *, long: bool) -> AsyncIterator[None]:
        await self._wait(long)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, long: bool) -> None:
        if not self._busy:
            self._busy = True
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (long, next(self._numbers), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._pass_on()  # it was ours already
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            turn = heapq.heappop(self._waiting)[2]
            if not turn.done():
                turn.set_result(None)
                return
        self._busy = False


class Press:
    """Prints one document at a time; up to QUEUE wait.

    Belongs to one event loop. `work` and `seconds` are there for tests.
    """

    def __init__(self, work: Work = printing.work, seconds: float = SECONDS) -> None:
        self._work, self._seconds = work, seconds
        self._pool: ProcessPoolExecutor | None = None
        self._turns = Turns()
        self._running: dict[str, asyncio.Task[bytes]] = {}
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    async def pdf(self, html: str, attachments: tuple[Attached, ...] = (), zoom: float = 1.0) -> bytes:
        """The document as PDF/A-3a and PDF/UA-1; its language and title are those of the HTML.

        The same input is printed once, however many ask. Refused("unavailable", why=…): queue (too many wait),
        large, time, crash, failed, or library, with the `command` that installs what is missing.
        """
        _measure(html)
        job = Job(html, attachments, zoom)
        key = _key(job)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return await asyncio.shield(self._running.get(key) or self._start(key, job))

    async def seal(self, job: Sealing) -> bytes:
        """The file, sealed. Refused as `pdf`."""
        sealed = await self._next(sealing.seal, job)
        if sealed.why:
            raise _refusal(sealed)
        return sealed.pdf

    async def examine(self, pdf: bytes) -> Examined:
        """Whether a PDF is as it was sealed. Refused("unavailable") when the file brings the press down."""
        return await self._next(examining.work, pdf)

    async def warm(self) -> None:
        """Starts the process and unpacks the fonts, so that the first document does not wait for it."""
        with contextlib.suppress(Refused):
            await self.pdf(WARM)

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        for task in self._running.values():
            task.cancel()
        self._drop()

    @property
    def waiting(self) -> int:
        """Documents asked for and not printed yet."""
        return len(self._running)

    def _start(self, key: str, job: Job) -> asyncio.Task[bytes]:
        if len(self._running) >= QUEUE:
            raise Refused("unavailable", why="queue", limit=QUEUE)
        task = self._running[key] = asyncio.create_task(self._print(key, job))
        task.add_done_callback(lambda done: self._ended(key, done))
        return task

    def _ended(self, key: str, task: asyncio.Task[bytes]) -> None:
        self._running.pop(key, None)
        if not task.cancelled():
            task.exception()  # whoever asked has it; nobody may be left to ask

    async def _print(self, key: str, job: Job) -> bytes:
        printed = await self._next(self._work, job, long=True)
        if printed.why:
            raise _refusal(printed)
        self._keep(key, printed.pdf)
        return printed.pdf

    async def _next(self, work: Callable[[Given], Made], job: Given, *, long: bool = False) -> Made:
        async with self._turns.mine(long=long):
            return await self._in_process(work, job)

    async def _in_process(self, work: Callable[[Given], Made], job: Given) -> Made:
        self._pool = self._pool or _pool()
        try:
            running = asyncio.get_running_loop().run_in_executor(self._pool, work, job)
            return await asyncio.wait_for(running, self._seconds)
        except TimeoutError:
            self._drop()
            raise Refused("unavailable", why="time", seconds=int(self._seconds)) from None
        except BrokenProcessPool:
            self._drop()
            raise Refused("unavailable", why="crash") from None

    def _drop(self) -> None:
        """The next document gets a new process."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((pool._processes or {}).values())  # there is no public way to stop one that hangs
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()

    def _keep(self, key: str, pdf: bytes) -> None:
        self._kept[key] = pdf
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)


def ready() -> None:
    """Starts the process from which presses are forked: whoever asks for the first one waits until it is there, and in
    an event loop everybody waits with them. Quick when it runs already.
    """
    forkserver.ensure_running()


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        1, get_context("forkserver"), initializer=printing.prepare, max_tasks_per_child=JOBS_PER_PROCESS
    )


def _measure(html: str) -> None:
    """Layout takes time by the line: what nobody could read is not printed."""
    if len(html) > CHARACTERS or html.count("\n") + html.count("<br") > LINES:
        raise Refused("unavailable", why="large", limit=CHARACTERS, length=len(html))


def _key(job: Job) -> str:
    found = hashlib.sha256(f"{job.zoom} {job.html}".encode())
    for file in job.attachments:
        for part in (file.name.encode(), file.description.encode(), str(file.at).encode(), file.content):
            found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def _refusal(printed: Printed) -> Refused:
    if printed.why == "library":
        return Refused("unavailable", why="library", command=PANGO)
    return Refused("unavailable", why=printed.why, cause=printed.cause)
