"""Is every event still what it was when it was acknowledged?"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from struct import error as StructError
from typing import Protocol

from msgspec import MsgspecError, Struct

from accord.domain.events import DECODER, Sealed
from accord.ledger.chain import genesis, link
from accord.ledger.contract import Document, LedgerError, Row
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
    document     a sealed file is not the one that its workshop's log noted, or is missing
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
        found += _documents(log) if isinstance(log, SqlLog) and not found else []
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


Noted = tuple[str, str, str, str, int]
"""Workshop, SHA-256 of the file, version, language, answers in it."""


def _documents(log: SqlLog) -> Iterator[Finding]:
    """The sealed files against what the logs say of them; only once the logs themselves are sound.

    A file that no log speaks of was kept in the moment of a crash: nobody has it, and the next time it is noted.
    """
    noted = {one for workshop in log.workshops() for one in _noted(log, workshop)}
    digests = {(workshop, digest) for workshop, digest, *_ in noted}
    kept: set[Noted] = set()
    for one in log.documents():
        if one.kind == "version":
            continue
        kept.add(_kept(one))
        other = (one.workshop, one.digest) in digests and _kept(one) not in noted
        if other or hashlib.sha256(one.content).hexdigest() != one.digest:
            yield Finding(one.workshop, 0, "document", one.digest[:16])
    yield from (Finding(workshop, 0, "document", f"{digest[:16]} missing") for workshop, digest, *_ in noted - kept)


def _noted(log: SqlLog, workshop: str) -> Iterator[Noted]:
    for row in log.read(workshop):
        if b'"sealed"' in row.payload:
            event = DECODER.decode(row.payload)
            if isinstance(event, Sealed):
                yield workshop, event.file, event.version, event.language, event.signed


def _kept(one: Document) -> Noted:
    return one.workshop, one.digest, one.version, one.language, one.signed


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
