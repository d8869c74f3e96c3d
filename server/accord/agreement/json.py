"""workshop.json: the whole workshop as everybody may know it, to keep or to go on with on another server."""

import msgspec
from msgspec import Struct

from accord.domain.public import public, read
from accord.domain.state import State
from accord.errors import Refused

FORMAT = "accord-workshop/1"


class Export(Struct, frozen=True, forbid_unknown_fields=True):
    """`seq` and `head` name the event it was taken after, so that it is found in the log. `state` is a public State."""

    format: str
    workshop: str
    exported_at: int
    seq: int
    head: str
    state: msgspec.Raw


def write(state: State, workshop: str, seq: int, head: str, now: int) -> bytes:
    """UTF-8 JSON, indented, the same bytes for the same log. `head` is the last event's hash in hex."""
    inner = msgspec.Raw(msgspec.json.encode(public(state)))
    return msgspec.json.format(msgspec.json.encode(Export(FORMAT, workshop, now, seq, head, inner)), indent=1)


def content(data: bytes) -> bytes:
    """The state inside an export, checked. Refused("bad_file") says what is wrong and where."""
    try:
        export = msgspec.json.decode(data, type=Export)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refused("bad_file", where=str(error)[:200]) from None
    if export.format != FORMAT:
        raise Refused("bad_file", where="format")
    read(bytes(export.state))
    return bytes(export.state)
