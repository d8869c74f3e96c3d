"""Somebody who has everything that is stored, knows what people wrote, and wants to know who did."""

import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy import MetaData, create_engine, text

from accord.ledger import stores

Line = dict[str, Any]
"""A row of some table; "table" says of which."""

NEAR = 100
"""Bytes before a note's words in which its author's id would stand in the event that added it."""


class Written(Struct, frozen=True):
    """What really happened, which the finder is to find out: `author`, `client`, `n` and `frame` sent `words`.

    `note` is the id that the author's browser made.
    """

    author: str
    client: str
    words: str
    note: str
    n: int
    frame: bytes


class Stored(Struct):
    """All that is kept: rows of every table, files byte by byte, exports."""

    lines: list[Line]
    files: dict[str, bytes]
    exports: list[bytes]


def lines(address: str | Path) -> list[Line]:
    path = stores.sqlite_path(address)
    url = str(address).replace("postgresql:", "postgresql+psycopg:") if path is None else f"sqlite:///{path}"
    engine = create_engine(url)
    tables = MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        found = [
            {"table": name} | dict(row._mapping)
            for name, table in tables.tables.items()
            for row in connection.execute(table.select())
        ]
    engine.dispose()
    return found


def sqlite_files(*paths: Path) -> dict[str, bytes]:
    """The files, with whatever stands beside them."""
    beside = [file for path in paths for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return {file.name: file.read_bytes() for file in beside}


def postgres_files(address: str) -> dict[str, bytes]:
    """Of this database, without the write-ahead log that all databases of the server share."""
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
        folder = connection.execute(text("SELECT current_setting('data_directory')")).scalar()
        base = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar()
    engine.dispose()
    return {file.name: file.read_bytes() for file in Path(str(folder), "base", str(base)).iterdir()}


def links(stored: Stored, written: Iterable[Written]) -> list[str]:
    """Every way found from a note to its author; [] if nobody can tell."""
    return [f"{one.words!r} is {one.author}'s: {way}" for one in written for way in _ways(stored, one)]


def _ways(stored: Stored, one: Written) -> Iterator[str]:
    yield from _by_rows(stored.lines, one)
    yield from _by_numbers(stored.lines, one)
    yield from _by_time(stored.lines, one)
    for name, content in stored.files.items():
        yield from (f"{way} in {name}" for way in _by_bytes(content, one))
    for export in stored.exports:
        if any(_tells(thing, one) for thing in _things(json.loads(export))):
            yield "an export says both"


def _by_rows(lines: list[Line], one: Written) -> Iterator[str]:
    for line in lines:
        said = " ".join(_text(value) for value in line.values())
        if one.words in said and any(f"{who}" in said for who in (f'"{one.author}"', one.client)):
            yield f"a row of {line['table']} says both"
        if one.words in said and line.get("person") == one.author:
            yield f"a row of {line['table']} is theirs"
        if one.note in said:
            yield f"a row of {line['table']} knows the note as they sent it"
        if line.get("digest") == zlib.crc32(one.frame):
            yield f"a row of {line['table']} has the checksum of their frame"


def _by_numbers(lines: list[Line], one: Written) -> Iterator[str]:
    """A command of theirs stands where the note was sent, or is missing there while those around it are kept."""
    kept = {line["n"] for line in lines if line.get("client") == one.client and line.get("n")}
    if one.n in kept:
        yield "their command has its number"
    elif kept and min(kept) < one.n < max(kept):
        yield "a number of theirs is missing"


def _by_time(lines: list[Line], one: Written) -> Iterator[str]:
    """Something else of theirs happened in the millisecond in which the words were kept."""
    times = {line["at"] for line in lines if "at" in line and one.words in _text(line.get("payload"))}
    if any(line.get("at") in times and line.get("person") == one.author for line in lines):
        yield "their time is the note's"


def _by_bytes(content: bytes, one: Written) -> Iterator[str]:
    for secret in (one.note.encode(), one.frame):
        if secret in content:
            yield "what they sent is"
    words, author = one.words.encode(), f'"{one.author}"'.encode()
    at = content.find(words)
    while at >= 0:
        if author in content[max(0, at - NEAR) : at] or one.client.encode() in content[max(0, at - NEAR) : at]:
            yield "their id stands before the words"
        at = content.find(words, at + 1)


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _things(value: Any) -> Iterator[Line]:
    """Every JSON object, the innermost too."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _things(part)


def _tells(thing: Line, one: Written) -> bool:
    own = {key: value for key, value in thing.items() if not isinstance(value, dict | list)}
    return one.words in own.values() and (one.author in own.values() or one.client in own.values())
