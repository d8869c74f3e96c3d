"""One simulated person: a real connection, an outbox with numbers, and what this person has seen."""

import asyncio
import json
import secrets
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from accord.domain import commands as c
from accord.domain.commands import Command
from accord.live.peer import Bucket
from accord.rehearse.site import Browser, Trouble
from accord.rehearse.words import words

Record = dict[str, Any]

ANSWER_WITHIN: Final = 120.0  # seconds
COME_BACK: Final = 40
"""Tries to connect again, half a second apart."""
AGAIN: Final = 0.5  # seconds
FOR_GOOD: Final = frozenset({4400, 4401, 4403, 4404, 4426})
_encode = msgspec.json.Encoder().encode


@lru_cache(maxsize=64)
def _frame(raw: bytes) -> dict[str, Any]:
    """Everybody gets the same bytes; read once, and never changed by who reads."""
    found: dict[str, Any] = msgspec.json.decode(raw)
    return found


@lru_cache(maxsize=4)
def _snapshot(raw: bytes) -> list[Record]:
    found: list[Record] = msgspec.json.decode(zlib.decompress(raw))
    return found


class Person:
    """`id` is the person's in the room. `view` "projector" sees what is for all and nothing else.

    `bucket` keeps to what a server allows; without one commands leave as they come.
    """

    def __init__(self, browser: Browser, workshop: str, id_: str, view: str = "", bucket: Bucket | None = None) -> None:
        self.browser, self.workshop, self.id, self.view = browser, workshop, id_, view
        self.bucket = bucket
        self.records: dict[str, Record] = {}
        self.online: set[str] = set()
        self.refusals: list[dict[str, str]] = []
        self._client = secrets.token_urlsafe(16)
        self._sealed = 1 << 40
        self._n, self._epoch, self._seq = 0, "", 0
        self._waiting: dict[int, tuple[bytes, str, asyncio.Future[str]]] = {}
        self._pongs: dict[float, asyncio.Future[None]] = {}
        self._line: ClientConnection | None = None
        self._all: list[Record] = []
        self._news: asyncio.Future[None] | None = None
        self._task: asyncio.Task[None] | None = None
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue()
        self._here = asyncio.Event()
        self._tries = 0
        self._gone: Trouble | None = None
        self.heard = 0
        """Frames so far."""

    # --- being there ---

    async def arrive(self) -> None:
        """Connected and welcomed. Raises Trouble."""
        self._task = asyncio.create_task(self._stay())
        waiting = asyncio.create_task(self._here.wait())
        await asyncio.wait((waiting, self._task), timeout=ANSWER_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if not self._here.is_set():
            raise self._lost()

    async def go(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _stay(self) -> None:
        while self._tries < COME_BACK:
            self._tries += 1
            self._here.clear()
            with suppress(OSError, ConnectionClosed, InvalidHandshake):
                await self._live()
            if self._line and self._line.close_code in FOR_GOOD:
                break
            await asyncio.sleep(AGAIN)
        self._give_up()

    async def _live(self) -> None:
        address = self.browser.origin.replace("http", "ws", 1) + f"/ws/{self.workshop}"
        async with connect(
            address,
            origin=self.browser.origin,  # type: ignore[arg-type]
            additional_headers={"Cookie": self.browser.cookie},
            compression=None,
            max_size=None,
            max_queue=None,
            proxy=None,
            open_timeout=ANSWER_WITHIN,
        ) as line:
            self._line = line
            self._outbox = asyncio.Queue()
            hello = {"t": "hello", "client": self._client, "epoch": self._epoch, "seq": self._seq, "view": self.view}
            await line.send(json.dumps(hello))
            speaking = asyncio.create_task(self._speak(line, self._outbox))
            try:
                while True:
                    self._hear(await line.recv(decode=False))
            finally:
                speaking.cancel()

    async def _speak(self, line: ClientConnection, outbox: "asyncio.Queue[bytes]") -> None:
        """What this person asks, in order."""
        may_speak = self.bucket.take if self.bucket else lambda: True
        with suppress(ConnectionClosed):
            while True:
                raw = await outbox.get()
                for _ in iter(may_speak, True):
                    await asyncio.sleep(0.05)
                await line.send(raw.decode())

    def _give_up(self) -> None:
        trouble = self._gone = self._lost()
        for _, _, answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(trouble)
        if self._news and not self._news.done():
            self._news.set_exception(trouble)

    def _lost(self) -> Trouble:
        code = self._line.close_code if self._line else None
        return Trouble(words("rehearse-lost", code=str(code or "–")))

    # --- hearing ---

    def _hear(self, raw: bytes) -> None:
        self.heard += 1
        if raw[:1] != b"{":
            self._all = _snapshot(raw)
            return
        message = _frame(raw)
        match message["t"]:
            case "welcome":
                self._welcomed(message)
            case "records":
                self._changed(message)
            case "not_done":
                self._refused(message)
            case "pong":
                self._pongs.pop(message["at"]).set_result(None)
        if self._news and not self._news.done():
            self._news.set_result(None)

    def _welcomed(self, message: dict[str, Any]) -> None:
        if message["full"]:
            self.records = {}
            message = {**message, "put": [*self._all, *message["put"]]}
        self._epoch, self._all, self.online = message["epoch"], [], set(message["online"])
        done = [n for n in self._waiting if n <= message.get("upto", 0)]
        self._changed({**message, "done": [*done, *message.get("done", ())], "online": []})
        self._here.set()
        self._tries = 0
        for raw, _, _ in self._waiting.values():
            self._send(raw)

    def _changed(self, message: dict[str, Any]) -> None:
        for key in message.get("gone", ()):
            self.records.pop(key, None)
        for record in message.get("put", ()):
            self.records[f"{record['t']}:{record['id']}"] = record
        self.online |= set(message.get("online", ()))
        self.online -= set(message.get("offline", ()))
        self._seq = message.get("seq", 0) or self._seq
        for n in message.get("done", ()):
            if n in self._waiting:
                self._waiting.pop(n)[2].set_result("")

    def _refused(self, message: dict[str, Any]) -> None:
        n, code = message["n"], message["code"]
        if n not in self._waiting:
            return
        raw, command, answer = self._waiting[n]
        if code == "too_fast":
            asyncio.get_running_loop().call_later(AGAIN, self._send, raw)
            return
        del self._waiting[n]
        self.refusals.append({"command": command, "code": code})
        answer.set_result(code)

    # --- asking ---

    def ask(self, command: Command) -> "asyncio.Future[str]":
        """Sent at once; the future gives "" once it is saved, else the code of the refusal. Raises Trouble."""
        n = self._number(command)
        raw = b'{"t":"do","n":%d,"do":%b}' % (n, _encode(command))
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting[n] = (raw, str(command.__struct_config__.tag), answer)
        self._send(raw)
        return answer

    def _number(self, command: Command) -> int:
        """What hidden authors write has numbers of its own, so that the others tell nothing of it (PROTOCOL W5)."""
        prompt = getattr(command, "prompt", "") or (self.get("note", getattr(command, "note", "")) or {}).get(
            "prompt", ""
        )
        written = isinstance(command, c.AddNote | c.EditNote | c.RemoveNote | c.PlaceNote | c.Rate | c.Mark)
        if written and (self.get("prompt", prompt) or {}).get("visibility") == "hidden":
            self._sealed += 1 + secrets.randbelow(1 << 20)
            return self._sealed
        self._n += 1
        return self._n

    async def do(self, command: Command) -> str:
        return await asyncio.wait_for(self.ask(command), ANSWER_WITHIN)

    async def caught_up(self) -> None:
        """Everything that was sent to this person before now has been heard."""
        at = float(len(self._pongs) + secrets.randbelow(1 << 40))
        self._pongs[at] = asyncio.get_running_loop().create_future()
        self._send(_encode({"t": "ping", "at": at}))
        await asyncio.wait_for(self._pongs[at], ANSWER_WITHIN)

    def _send(self, raw: bytes) -> None:
        """Through the connection as it is now; what is lost with it goes again after the next welcome."""
        if self._gone:
            raise self._gone
        if self._here.is_set():
            self._outbox.put_nowait(raw)

    # --- seeing ---

    async def until(self, seen: Callable[[], object], within: float | None = ANSWER_WITHIN) -> None:
        """Waits until what this person sees is so. Raises TimeoutError, Trouble."""
        async with asyncio.timeout(within):
            while not seen():
                if self._gone:
                    raise self._gone
                if self._news is None or self._news.done():
                    self._news = asyncio.get_running_loop().create_future()
                await asyncio.shield(self._news)

    def all(self, kind: str) -> list[Record]:
        return [record for record in self.records.values() if record["t"] == kind]

    def get(self, kind: str, id_: str) -> Record | None:
        return self.records.get(f"{kind}:{id_}")
