"""Load on one room over real sockets, with something in the way: a reader that stops, an export while people write.

    .venv/bin/python tests/bench/room_load.py [--people 60] [--seconds 20] [--trouble none|reader|export] [--day]

Everybody makes one edit and ten pointer moves a second. Prints the milliseconds from sending an edit to each other
person's receiving it (p50, p99), and whether the stopped reader came back complete. With --day the room is full of what
a whole day leaves behind. Run it with nothing else running.
"""

import argparse
import asyncio
import contextlib
import gc
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
from websockets.asyncio.client import ClientConnection, connect

PROMPTS = ("a", "b", "c", "d")
TABLES = {
    "definitions": (
        "more",
        "lead mql sal sql opportunity rejected recycled handover contact_attempt conversation".split(),
    ),
    "marketing-commitments": ("commitments", "mc-volume mc-quality mc-speed mc-notice mc-materials mc-nurture".split()),
    "sales-commitments": (
        "commitments",
        "sc-first-attempt sc-decision sc-attempts sc-reason sc-status sc-loss".split(),
    ),
    "process-map": ("handover", "p01 p02 p03 p04 p05 p06 p07 p09".split()),
    "reporting": ("metrics", "visits leads mql mql_sal sal_sql win_rate revenue pipeline coverage cycle".split()),
    "meetings-communication": ("meetings", "weekly_leads monthly_results campaign_preview heads_sync".split()),
}
NOTES_BEFORE = 16
"""Of each person, with --day: 60 people leave about 2,000 records of notes behind."""
LIMITS = {"ACCORD_LIMITS__COMMANDS_PER_SECOND": "1000", "ACCORD_LIMITS__COMMANDS_BURST": "1000"}


@contextlib.contextmanager
def server() -> Iterator[str]:
    """A server of its own on a free port. Server, press and load share the machine as the system likes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, **LIMITS, "ACCORD_DATA": folder}
        command = [sys.executable, "-m", "accord", "serve", "--port", str(port)]
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


class Person:
    """One member with one socket: edits the own note, moves, and notes when others' edits arrive."""

    def __init__(self, number: int, socket_: ClientConnection) -> None:
        self.number, self.socket = number, socket_
        self.n, self.version = 0, 1
        self.waits: list[float] = []
        self.texts: dict[str, str] = {}
        self.seq = 0
        self.stopped = asyncio.Event()

    async def say(self, **message: Any) -> None:
        await self.socket.send(json.dumps(message))

    async def do(self, **command: Any) -> None:
        self.n += 1
        await self.say(t="do", n=self.n, do=command)

    async def edit(self, words: str) -> None:
        text = f"{time.perf_counter():.6f} {self.number} {words}."
        await self.do(t="edit_note", note=f"note-{self.number}", text=text, base=self.version)
        self.version += 1

    async def listen(self) -> None:
        async for frame in self.socket:
            now = time.perf_counter()
            told = json.loads(zlib.decompress(frame) if isinstance(frame, bytes) else frame)
            if isinstance(told, list):
                self.take(told, None)
                continue
            self.seq = max(self.seq, told.get("seq", 0))
            self.take(told.get("put", ()), now)

    def take(self, records: Any, now: float | None) -> None:
        for record in records:
            if record["t"] != "note":
                continue
            self.texts[record["id"]] = record["text"]
            sent = record["text"].partition(" ")[0]
            if now and "." in sent and record["id"] != f"note-{self.number}":
                self.waits.append(now - float(sent))


async def join(http: httpx2.AsyncClient, base: str, made: dict[str, Any], number: int) -> tuple[str, dict[str, str]]:
    token = made["join_link"].split("#k=")[1]
    body = {"id": made["id"], "token": token, "name": f"User {number}", "language": "en"}
    answer = await http.post(
        f"{base}/api/join", json={**body, "team": "sales" if number % 2 else "marketing"}, headers=heads(base)
    )
    answer.raise_for_status()
    http.cookies.clear()
    return str(answer.json()["person"]), {"Cookie": answer.headers["set-cookie"].split(";")[0], "Origin": base}


def heads(base: str) -> dict[str, str]:
    return {"X-Accord": "1", "Origin": base}


async def opened(base: str, workshop: str, cookies: dict[str, str], client: str, seq: int = 0, epoch: str = "") -> Any:
    socket_ = await connect(
        f"{base.replace('http', 'ws')}/ws/{workshop}", additional_headers=cookies, origin=None, max_size=None,
        compression=None,
    )  # fmt: skip
    await socket_.send(json.dumps({"t": "hello", "client": client, "seq": seq, "epoch": epoch}))
    return socket_


async def found(http: httpx2.AsyncClient, base: str, day: bool) -> tuple[dict[str, Any], dict[str, str]]:
    prompts = [{"id": one, "title": one, "text": one} for one in PROMPTS]
    team = {"name": "Team", "colour": ""}
    wish: dict[str, Any] = {
        "title": "Load",
        "company": "Load",
        "languages": ["en"],
        "timezone": "UTC",
        "agenda": "custom",
    }
    wish |= {"name": "Lead", "language": "en", "teams": {"marketing": team, "sales": team}}
    tables = [{"activity": activity, "prompts": [{"id": prompt}]} for activity, (prompt, _) in TABLES.items()]
    wish |= {"steps": [{"activity": "load", "minutes": 60, "together": True, "prompts": prompts}, *tables * day]}
    answer = await http.post(f"{base}/api/workshops", json=wish, headers=heads(base))
    answer.raise_for_status()
    http.cookies.clear()
    return answer.json(), {"Cookie": answer.headers["set-cookie"].split(";")[0], "Origin": base}


@contextlib.asynccontextmanager
async def room(
    base: str, people: int, day: bool = False
) -> AsyncIterator[tuple[list[Person], dict[str, Any], dict[str, str]]]:
    async with httpx2.AsyncClient(timeout=30) as http:
        made, lead = await found(http, base, day)
        desk = Person(-1, await opened(base, made["id"], lead, "lead-000001"))
        await desk.do(t="go_to", step="s1", turn=0, phase="discuss")
        members = []
        for number in range(people):
            _, cookies = await join(http, base, made, number)
            member = Person(number, await opened(base, made["id"], cookies, f"client-{number:04}"))
            member.cookies = cookies  # type: ignore[attr-defined]
            members.append(member)
    tasks = [asyncio.create_task(one.listen()) for one in (*members, desk)]
    for one in members:
        prompt = f"s1.{PROMPTS[one.number % 4]}"
        for n in range(NOTES_BEFORE * day):
            words = f"note {n} of a long day with its leads and calls"
            await one.do(t="add_note", id=f"old-{one.number}-{n}", prompt=prompt, text=words, late=True)
        await one.do(t="add_note", id=f"note-{one.number}", prompt=prompt, text="new", late=True)
    for at, (prompt, starters) in enumerate(TABLES.values() if day else (), 2):
        for starter in starters:
            await desk.do(t="add_row", id=f"row-{at}-{starter}", prompt=f"s{at}.{prompt}", starter=starter)
    await asyncio.sleep(1 + 4 * day)
    try:
        yield members, made, lead
    finally:
        for task in tasks:
            task.cancel()
        for one in (*members, desk):
            await one.socket.close()


async def work(one: Person, seconds: float, chance: random.Random) -> None:
    """One edit and ten moves a second, at moments of one's own."""
    end = time.perf_counter() + seconds
    await asyncio.sleep(chance.random())
    moves = 0
    while time.perf_counter() < end:
        if moves % 10 == 0:
            await one.edit("some words about leads")
        await one.say(t="here", at="s1.a", x=moves % 1000, y=one.number)
        moves += 1
        await asyncio.sleep(0.1)


async def export(base: str, made: dict[str, Any], lead: dict[str, str]) -> str:
    async with httpx2.AsyncClient(timeout=90) as http:
        begun = time.perf_counter()
        answer = await http.get(f"{base}/api/w/{made['id']}/agreement.pdf?language=en", headers=lead)
        return f"export {answer.status_code}, {len(answer.content)} bytes, {time.perf_counter() - begun:.1f} s"


async def stop_reading(one: Person, seconds: float) -> None:
    """The kernel's buffers fill, then the server's; nothing is read."""
    one.socket.transport.pause_reading()
    await asyncio.sleep(seconds)
    one.socket.transport.resume_reading()


async def measure(base: str, people: int, seconds: float, trouble: str, day: bool, exports: int) -> None:
    async with room(base, people, day) as (members, made, lead):
        gc.disable()  # the load's own pauses would count as the server's
        chance = random.Random(7)
        busy, victim = (members[:-1], members[-1]) if trouble == "reader" else (members, None)
        jobs: list[Any] = [work(one, seconds, random.Random(chance.random())) for one in busy]
        if victim:
            jobs.append(stop_reading(victim, seconds))
        if trouble == "export":
            jobs += [export(base, made, lead) for _ in range(exports)]
        said = [one for one in await asyncio.gather(*jobs) if one]
        await asyncio.sleep(1)
        waits = sorted(1000 * wait for one in busy for wait in one.waits)
        p50, p99 = waits[len(waits) // 2], waits[int(len(waits) * 0.99)]
        print(f"{trouble}: {len(waits)} deliveries, p50 {p50:.2f} ms, p99 {p99:.2f} ms, max {waits[-1]:.1f} ms", *said)
        if victim:
            await come_back(base, made, victim, busy)


async def come_back(base: str, made: dict[str, Any], victim: Person, others: list[Person]) -> None:
    """The reader that stopped connects again with its number and must hold what the others hold."""
    closed = victim.socket.close_code
    again = Person(victim.number, await opened(base, made["id"], victim.cookies, "client-back", 0))  # type: ignore[attr-defined]
    task = asyncio.create_task(again.listen())
    await asyncio.sleep(1)
    task.cancel()
    print(f"stopped reader: close code {closed}; complete after coming back: {again.texts == others[0].texts}")
    await again.socket.close()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--people", type=int, default=60)
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--trouble", choices=("none", "reader", "export"), default="none")
    options.add_argument("--day", action="store_true")
    options.add_argument("--exports", type=int, default=3, help="how many at once, with --trouble export")
    chosen = options.parse_args()
    with server() as base:
        wait_for(base)
        asyncio.run(measure(base, chosen.people, chosen.seconds, chosen.trouble, chosen.day, chosen.exports))


def wait_for(base: str) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with contextlib.suppress(httpx2.HTTPError):
            if httpx2.get(f"{base}/healthz").status_code == 200:
                return
        time.sleep(0.05)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
