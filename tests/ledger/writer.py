"""A server that only writes, to be killed: `writer.py PATH [early] [sealed]`. Each acknowledged command is a line.

"early" acknowledges before the commit: the mistake that the test must notice. "sealed": half of the clients are hidden
authors.
"""

import asyncio
import os
import sys

from accord.ledger.contract import Batch, LedgerError
from accord.ledger.ledger import SqlLedger, open_ledger

WORKSHOPS = ("w1", "w2", "w3")
CLIENTS = tuple(f"c{number}" for number in range(12))
PAYLOAD = b'{"t":"person_admitted","person":"p1"}'
EARLY = "early" in sys.argv
HIDDEN = CLIENTS[1::2] if "sealed" in sys.argv else ()


class Room:
    """Three commands of each client are on their way at any time; every third is of two events."""

    def __init__(self, ledger: SqlLedger, workshop: str) -> None:
        self.ledger = ledger
        self.workshop = workshop
        rows = list(ledger.read(workshop))
        self.seq = len(rows)
        self.last = dict.fromkeys(CLIENTS, 0) | {row.client: row.n or 0 for row in rows if row.client}
        self.last |= {row.client: row.n or 0 for row in ledger.sealed(workshop) if row.client}

    def send(self, client: str, n: int) -> None:
        events = 2 if n % 3 == 0 else 1
        sealed = "prompt" if client in HIDDEN else ""
        batch = Batch(self.workshop, self.seq + 1, 1_000, "p1", client, n, 7, [PAYLOAD] * events, sealed)
        self.seq = batch.last
        self.ledger.append(batch, self.done)
        if EARLY:
            acknowledge(batch)

    def done(self, batch: Batch, error: LedgerError | None) -> None:
        if error:
            raise error
        if not EARLY:
            acknowledge(batch)
        self.next(batch.client)

    def next(self, client: str) -> None:
        self.last[client] += 1
        self.send(client, self.last[client])

    async def repeat(self) -> None:
        """What was kept before the crash is refused when it comes again."""
        for client, n in self.last.items():
            if n and client not in HIDDEN:
                answer: asyncio.Future[LedgerError | None] = asyncio.get_running_loop().create_future()
                batch = Batch(self.workshop, self.seq + 1, 1_000, "p1", client, n, 7, [PAYLOAD])
                self.ledger.append(batch, lambda _, error, answer=answer: answer.set_result(error))  # type: ignore[misc]
                error = await answer
                assert error, f"{client} {n} was kept twice"
                assert error.kind == "conflict", error


def acknowledge(batch: Batch) -> None:
    os.write(1, f"{batch.workshop} {batch.client} {batch.n} {0 if batch.sealed else batch.seq}\n".encode())


async def main() -> None:
    ledger = open_ledger(sys.argv[1])
    for workshop in WORKSHOPS:
        room = Room(ledger, workshop)
        await room.repeat()
        for client in CLIENTS * 3:
            room.next(client)
    await asyncio.Event().wait()


asyncio.run(main())
