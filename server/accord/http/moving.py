"""A workshop out of a store and into another one, without a server running."""

import asyncio
import secrets
import time
from pathlib import Path
from typing import cast

import msgspec
from msgspec import Struct

from accord.agreement import json
from accord.domain.apply import apply
from accord.domain.catalogue import Language
from accord.domain.commands import Join
from accord.domain.events import DECODER
from accord.domain.state import EMPTY
from accord.domain.words import clean_name
from accord.http.doors import Doors
from accord.http.tokens import letters, show_code
from accord.ledger.contract import Ledger
from accord.ledger.ledger import open_log
from accord.live.rooms import Rooms
from accord.settings import Settings


class Brought(Struct, frozen=True):
    """What opens a workshop that was brought in."""

    workshop: str
    token: str
    code: str


def take_out(source: str | Path, workshop: str) -> bytes | list[str]:
    """workshop.json, or the ids that are known when this one is not. A running server does not mind."""
    log = open_log(source)
    try:
        state = EMPTY
        for row in log.read(workshop):
            state = apply(state, DECODER.decode(row.payload))
        seq, head = log.head(workshop)
        return json.write(state, workshop, seq, head.hex(), now()) if seq else log.workshops()
    finally:
        log.let_go()


def witnessed(source: str | Path, workshop: str) -> list[dict[str, object]]:
    """From where each answer to a version was given, as long as it is kept: seq, at (ms), person, and what the
    connection told of itself. A running server does not mind."""
    log = open_log(source)
    try:
        kept = {one.seq: msgspec.json.decode(one.content, type=dict[str, object]) for one in log.witnesses(workshop)}
        rows = (row for row in log.read(workshop) if row.seq in kept)
        return [{"seq": row.seq, "at": row.at, "person": row.person, **kept[row.seq]} for row in rows]
    finally:
        log.let_go()


def bring_in(settings: Settings, ledger: Ledger, content: bytes, name: str, language: str) -> Brought:
    """Keeps the workshop under a new id, with a facilitator of that name. Refused("bad_file"). Closes the ledger."""
    try:
        return asyncio.run(_bring(settings, ledger, content, clean_name(name), cast(Language, language)))
    finally:
        ledger.close()


async def _bring(settings: Settings, ledger: Ledger, content: bytes, name: str, language: Language) -> Brought:
    state = json.content(content)
    doors = Doors(ledger, settings.secret(), secrets.token_bytes)
    workshop, person = (letter + _id() for letter in "wp")
    rooms = Rooms(ledger, clock=now, new_id=_id)
    room = await rooms.bring(workshop, state)
    await room.ask("", Join(person, name, "facilitator", None, language, "founder"))
    recovery = await doors.make(workshop, person)
    keys = await doors.keys(workshop)
    rooms.close()
    return Brought(workshop, keys.facilitator, show_code(recovery))


def now() -> int:
    """ms since 1970, UTC."""
    return time.time_ns() // 1_000_000


def _id() -> str:
    return letters(secrets.token_bytes(32), 12).lower()
