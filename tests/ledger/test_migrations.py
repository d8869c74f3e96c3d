"""Old files become new ones, and the tables in the code are those that the migrations make."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, Integer, MetaData, text

from accord.ledger import stores, tables
from accord.ledger.contract import LedgerError
from accord.ledger.ledger import open_ledger


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "accord.db") if request.param == "sqlite" else request.getfixturevalue("pg_address")


def engine_of(address: str) -> Engine:
    path = stores.sqlite_path(address)
    return stores.postgres_writer(address) if path is None else stores.writer(path, stores.pragmas("FULL"))


def test_the_migrations_make_the_tables_of_the_code(address: str) -> None:
    open_ledger(address).close()
    with engine_of(address).begin() as connection:
        command.check(stores.alembic_config(connection))


def test_the_check_notices_a_column_without_a_migration(address: str) -> None:
    open_ledger(address).close()
    changed = MetaData()
    for table in tables.metadata.tables.values():
        table.to_metadata(changed)
    changed.tables["token"].append_column(Column("more", Integer))
    with engine_of(address).begin() as connection:
        found = compare_metadata(MigrationContext.configure(connection), changed)
    assert [change[0] for change in found] == ["add_column"]


def test_the_code_names_the_newest_migration(tmp_path: Path) -> None:
    with engine_of(str(tmp_path / "a.db")).begin() as connection:
        scripts = ScriptDirectory.from_config(stores.alembic_config(connection))
    assert scripts.get_heads() == [tables.SCHEMA]


def test_a_migration_goes_back_and_forth(address: str) -> None:
    open_ledger(address).close()
    with engine_of(address).begin() as connection:
        command.downgrade(stores.alembic_config(connection), "base")
    open_ledger(address).close()
    with engine_of(address).begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM event")).scalar() == 0


def test_a_migration_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "accord.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("CREATE TABLE seat (somebody TEXT)")  # in the way of a late step
    with pytest.raises(LedgerError):
        open_ledger(path)
    with closing(sqlite3.connect(path)) as database:
        assert [name for (name,) in database.execute("SELECT name FROM sqlite_master")] == ["seat"]
