"""A real mail server for tests: it listens, speaks SMTP as far as a client needs it, and keeps what it is given."""

import asyncio
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from msgspec import Struct


class Mail(Struct, frozen=True):
    """One letter as it came over the wire; `to` is the envelope's."""

    to: str
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, EmailMessage, policy=default)

    @property
    def text(self) -> str:
        return str(self.message.get_content())


class Mailbox:
    """`async with Mailbox() as box`. `answers` says what it answers to a verb instead of yes: {"RCPT": "450 later"}."""

    def __init__(self) -> None:
        self.mails: list[Mail] = []
        self.answers: dict[str, str] = {}
        self.asked = 0
        self._came = asyncio.Condition()
        self.port = 0

    async def __aenter__(self) -> "Mailbox":
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.shut()

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """From now on nobody answers at that port."""
        self._server.close()
        await self._server.wait_closed()

    def taken(self) -> list[Mail]:
        """What came since one looked last, by whom it is for."""
        mails, self.mails = self.mails, []
        return sorted(mails, key=lambda one: one.to)

    async def has(self, count: int) -> None:
        """Waits until so many letters are here."""
        async with self._came:
            await self._came.wait_for(lambda: len(self.mails) >= count)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.asked += 1
        to, said = "", "220 mailbox"
        try:
            while said:
                writer.write(f"{said}\r\n".encode())
                await writer.drain()
                line = (await reader.readline()).decode()
                verb = line[:4].strip().upper()
                if verb == "RCPT":
                    to = line.partition("<")[2].partition(">")[0]
                if verb == "DATA" and verb not in self.answers:
                    said = await self._letter(reader, writer, to)
                    continue
                said = self.answers.get(verb) or {"QUIT": "", "": ""}.get(verb, "250 yes")
        finally:
            writer.close()

    async def _letter(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, to: str) -> str:
        writer.write(b"354 go on\r\n")
        raw = (await reader.readuntil(b"\r\n.\r\n"))[:-3]
        async with self._came:
            self.mails.append(Mail(to, raw.replace(b"\r\n..", b"\r\n.")))
            self._came.notify_all()
        return "250 taken"
