"""Ledgers to try, and a way to wait for what they answer."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accord.ledger.contract import Batch, Ledger, LedgerError
from accord.ledger.ledger import SqlLedger, open_ledger
from accord.ledger.memory import MemoryLedger

PAYLOAD = b'{"t":"person_admitted","person":"p1"}'


def batch(
    seq: int, workshop: str = "w1", client: str = "c1", n: int | None = None, events: int = 1, at: int = 0
) -> Batch:
    """One command of `events` events; its number is its seq where none is given."""
    return Batch(workshop, seq, at or 1_000 + seq, "p1", client, n or seq, 7, [PAYLOAD] * events)


async def put(ledger: Ledger, *batches: Batch) -> list[str]:
    """Append all in one turn of the loop and wait for the answers: "" or the kind of error."""
    loop = asyncio.get_running_loop()
    answers = [loop.create_future() for _ in batches]

    def answer(index: int) -> Callable[[Batch, LedgerError | None], None]:
        return lambda _, error: answers[index].set_result(error.kind if error else "")

    for index, one in enumerate(batches):
        ledger.append(one, answer(index))
    return list(await asyncio.gather(*answers))


class Try:
    batch = staticmethod(batch)
    put = staticmethod(put)
    payload = PAYLOAD


@pytest.fixture
def ask() -> Try:
    return Try()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqlLedger]:
    ledger = open_ledger(tmp_path / "accord.db")
    yield ledger
    ledger.close()


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite")
    elif request.param == "memory":
        yield from closing(MemoryLedger())
    else:
        yield from closing(open_ledger(request.getfixturevalue("pg_address")))


def closing(ledger: Ledger) -> Iterator[Ledger]:
    yield ledger
    ledger.close()
