"""E-mail addresses people left to be reminded: a table beside the log, whose rows are destroyed like those of seals.py.

What goes takes the whole table with it: every row is deleted, the pages are overwritten (secure_delete), and the rows
of the others are written anew. After the commit the pen empties the -wal (`seals.tidy`).
"""

from collections.abc import Callable
from typing import Any

from msgspec.structs import asdict
from sqlalchemy import Connection, delete, insert, select

from accord.ledger import tables
from accord.ledger.contract import Address


def find(connection: Connection, workshop: str = "") -> list[Address]:
    """Those of a workshop, or all, oldest first."""
    wanted = select(tables.address).order_by(tables.address.c.at, tables.address.c.person)
    if workshop:
        wanted = wanted.where(tables.address.c.workshop == workshop)
    return [_address(row) for row in connection.execute(wanted)]


def put(connection: Connection, given: Address) -> None:
    """In the place of what this person left before."""
    drop(connection, lambda one: one_of(one) == one_of(given))
    _insert(connection, [given])


def note(connection: Connection, given: Address) -> None:
    """What was sent to an address that is still the same; an address that was taken away meanwhile stays away."""
    kept = find(connection)
    if any(same(one, given) for one in kept):
        _write_anew(connection, [given if same(one, given) else one for one in kept])


def drop(connection: Connection, lost: Callable[[Address], bool]) -> int:
    """Forget addresses. Gives how many."""
    kept = find(connection)
    left = [one for one in kept if not lost(one)]
    if len(left) < len(kept):
        _write_anew(connection, left)
    return len(kept) - len(left)


def one_of(address: Address) -> tuple[str, str]:
    return address.workshop, address.person


def same(one: Address, other: Address) -> bool:
    return (one_of(one), one.address, one.at) == (one_of(other), other.address, other.at)


def _write_anew(connection: Connection, kept: list[Address]) -> None:
    connection.execute(delete(tables.address))
    _insert(connection, kept)


def _insert(connection: Connection, given: list[Address]) -> None:
    if given:
        connection.execute(insert(tables.address), [asdict(one) for one in given])


def _address(row: Any) -> Address:
    return Address(**row._mapping)
