"""Is every event still what it was when it was acknowledged?"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from struct import error as StructError
from typing import Protocol

from msgspec import MsgspecError, Struct

from accord.domain.events import DECODER
from accord.ledger.chain import genesis, link
from accord.ledger.contract import LedgerError, Row
from accord.ledger.ledger import SqlLog, open_log


class Log(Protocol):
    def workshops(self) -> list[str]: ...
    def read(self, workshop: str, after: int = 0) -> Iterator[Row]: ...


class Finding(Struct, frozen=True):
    """Something that is not as it was written. `detail` never quotes what people wrote.

    gap          an event is missing before this one        broken      it does not follow the event before
    changed      a field was changed after it was written   undecodable this Accord cannot read the payload
    unreadable   the store cannot give the rows             damaged     SQLite finds its file wrong
    empty        a workshop without events                  stray       events without a workshop
    founding     the workshop's row and its first event disagree
    """

    workshop: str
    seq: int
    code: str
    detail: str = ""


Decode = Callable[[bytes], object]


def verify(source: "Log | str | Path", decode: Decode = DECODER.decode) -> list[Finding]:
    """Of a ledger, or of what lies at an address (also while a server uses it). [] says that nothing was changed.

    Events cut off the end of a workshop leave no trace here: only a head noted elsewhere (a printed agreement, a
    backup) shows that they are missing.
    """
    if not isinstance(source, str | Path):
        return _verify(source, decode)
    try:
        log = open_log(source)
    except LedgerError as error:
        return [Finding("", 0, "unreadable", error.detail)]
    try:
        return _verify(log, decode)
    finally:
        log.let_go()


def _verify(log: Log, decode: Decode) -> list[Finding]:
    found: list[Finding] = []
    try:
        if isinstance(log, SqlLog):
            found += [Finding("", 0, "damaged", text) for text in log.damage()]
            found += [Finding(one, 0, "stray") for one in log.strays()]
        for workshop in log.workshops():
            found += _workshop(log, workshop, decode)
    except (LedgerError, TypeError, ValueError) as error:
        found.append(Finding("", 0, "unreadable", _without_words(error)))
    return found


def _workshop(log: Log, workshop: str, decode: Decode) -> list[Finding]:
    found: list[Finding] = []
    first: list[int] = []

    def noted() -> Iterator[Row]:
        for row in log.read(workshop):
            first[:] = first or [row.at]
            yield row

    try:
        found += verify_rows(workshop, noted(), decode)
    except (LedgerError, AttributeError, TypeError, ValueError) as error:
        return [*found, Finding(workshop, 0, "unreadable", _without_words(error))]
    if not first:
        found.append(Finding(workshop, 0, "empty"))
    elif isinstance(log, SqlLog) and log.founded(workshop) != first[0]:
        found.append(Finding(workshop, 0, "founding"))
    return found


def verify_rows(workshop: str, rows: Iterable[Row], decode: Decode = DECODER.decode) -> Iterator[Finding]:
    """Of one workshop's events, wherever they come from."""
    seq, prev = 0, genesis(workshop)
    for row in rows:
        if row.seq != seq + 1:
            yield Finding(workshop, row.seq, "gap", f"after {seq}")
        if row.prev != prev:
            yield Finding(workshop, row.seq, "broken")
        if own_hash(row) != row.hash:
            yield Finding(workshop, row.seq, "changed")
        try:
            decode(row.payload)
        except (MsgspecError, ValueError) as error:
            yield Finding(workshop, row.seq, "undecodable", _without_words(error))
        seq, prev = row.seq, row.hash


def own_hash(row: Row) -> bytes | None:
    """None where the fields are not even of their type or size."""
    try:
        return link(row.prev, row.seq, row.at, row.person, row.client, row.n, row.digest, row.payload)
    except (StructError, AttributeError, TypeError, ValueError):
        return None


def _without_words(error: Exception) -> str:
    """What kind of mistake and where: `ValidationError $.at`. A message may quote what somebody wrote."""
    if isinstance(error, LedgerError):
        return error.kind
    place = str(error).rpartition(" - at ")[2] if " - at " in str(error) else ""
    return f"{type(error).__name__} {place}".strip()
