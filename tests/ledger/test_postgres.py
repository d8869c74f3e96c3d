"""What PostgreSQL can do to a ledger: other processes, lost connections, lost answers."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import OperationalError

from accord.ledger.contract import LedgerError
from accord.ledger.ledger import SqlLedger, open_ledger
from accord.ledger.verify import verify


@pytest.fixture
def postgres(pg_address: str) -> Iterator[SqlLedger]:
    ledger = open_ledger(pg_address)
    yield ledger
    ledger.close()


def cut_connections(address: str) -> None:
    """As when the server of PostgreSQL is started again."""
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
        while connection.execute(text(f"SELECT count(*) {others}")).scalar():
            pass
    engine.dispose()


async def test_a_lost_connection_is_opened_again_and_nobody_notices(
    postgres: SqlLedger, pg_address: str, ask: Any
) -> None:
    await ask.put(postgres, ask.batch(1))
    await asyncio.to_thread(cut_connections, pg_address)
    assert await ask.put(postgres, ask.batch(2), ask.batch(1, "w2")) == ["", ""]
    assert [row.seq for row in postgres.read("w1")] == [1, 2]
    assert verify(postgres) == []


async def test_a_commit_whose_answer_was_lost_is_recognised(postgres: SqlLedger, ask: Any) -> None:
    await ask.put(postgres, ask.batch(1))
    lost: list[int] = []

    def lose_once(connection: Any) -> None:
        if not lost:
            lost.append(1)
            connection.connection.driver_connection.commit()
            raise OperationalError("COMMIT", {}, ConnectionError("the answer was lost"))

    event.listen(postgres._writes, "commit", lose_once)
    assert await ask.put(postgres, ask.batch(2, events=2), ask.batch(4)) == ["", ""]
    assert lost == [1]
    assert [row.seq for row in postgres.read("w1")] == [1, 2, 3, 4]
    assert verify(postgres) == []


async def test_a_database_that_does_not_answer_is_unavailable_until_it_does(
    postgres: SqlLedger, pg_address: str, ask: Any
) -> None:
    await ask.put(postgres, ask.batch(1))
    down = [True]

    def refuse(*_: object) -> None:
        if down[0]:
            raise OperationalError("connect", {}, ConnectionError("refused"))

    event.listen(postgres._writes, "do_connect", refuse)
    await asyncio.to_thread(cut_connections, pg_address)
    assert await ask.put(postgres, ask.batch(2), ask.batch(1, "w2")) == ["unavailable", "unavailable"]
    down.clear()
    down.append(False)
    assert await ask.put(postgres, ask.batch(2), ask.batch(1, "w2")) == ["", ""]


async def test_of_two_servers_that_write_one_workshop_one_hears_of_a_conflict(
    postgres: SqlLedger, pg_address: str, ask: Any
) -> None:
    other = open_ledger(pg_address)
    assert other.epoch() == postgres.epoch()
    assert await ask.put(postgres, ask.batch(1), ask.batch(2)) == ["", ""]
    assert await ask.put(other, ask.batch(3)) == [""]
    assert await ask.put(postgres, ask.batch(3, n=4)) == ["conflict"]
    assert await ask.put(postgres, ask.batch(4)) == [""]
    other.close()
    assert verify(postgres) == []


async def test_a_read_only_database_refuses(postgres: SqlLedger, pg_address: str, ask: Any) -> None:
    await ask.put(postgres, ask.batch(1))

    def set_read_only(connection: Any) -> None:
        connection.exec_driver_sql("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")

    await postgres.run(postgres.pen.do, set_read_only)
    assert await ask.put(postgres, ask.batch(2)) == ["readonly"]


def test_an_address_where_nobody_is_is_unavailable() -> None:
    with pytest.raises(LedgerError, match="unavailable"):
        open_ledger("postgresql://nobody@127.0.0.1:1/none?connect_timeout=2")
