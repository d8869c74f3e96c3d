"""workshop.json: the whole workshop as everybody may know it, to keep or to go on with on another server."""

import hashlib

import msgspec
from msgspec import Struct

from accord.domain import freeze
from accord.domain.public import public, read
from accord.domain.state import State
from accord.errors import Refused

FORMAT = "accord-workshop/1"


class Export(Struct, frozen=True, forbid_unknown_fields=True):
    """`seq` and `head` name the event it was taken after, so that it is found in the log. `state` is a public State.

    `digest` is the SHA-256 of all else as canonical JSON; files written before there was one have none.
    """

    format: str
    workshop: str
    exported_at: int
    seq: int
    head: str
    state: msgspec.Raw
    digest: str = ""


def write(state: State, workshop: str, seq: int, head: str, now: int) -> bytes:
    """UTF-8 JSON, indented, the same bytes for the same log. `head` is the last event's hash in hex."""
    inner = msgspec.Raw(msgspec.json.encode(public(state)))
    export = Export(FORMAT, workshop, now, seq, head, inner)
    return _written(msgspec.structs.replace(export, digest=_digest(export)))


def _written(export: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(export), indent=1)


def _digest(export: Export) -> str:
    tree = msgspec.json.decode(msgspec.json.encode(export))
    del tree["digest"]
    return hashlib.sha256(msgspec.json.encode(tree, order="sorted")).hexdigest()


def findings(data: bytes) -> list[str]:
    """What is not as it was written; [] when every byte is. A digest shows chance and clumsiness, not a forger.

    unreadable  no export                                digest  something in it was changed, or it has no digest
    form        the same content, written another way    words   a version's fingerprint is not that of its words
    """
    try:
        export = msgspec.json.decode(data, type=Export)
        state = read(bytes(export.state))
        found = ["form"] if _written(msgspec.json.decode(data)) != data else []
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, Refused):
        return ["unreadable"]
    if export.format != FORMAT or export.digest != _digest(export):
        found.append("digest")
    if any(freeze.digest(one.content) != one.hash for one in state.versions.values()):
        found.append("words")
    return found


def content(data: bytes) -> bytes:
    """The state inside an export, checked. Refused("bad_file") says what is wrong and where."""
    try:
        export = msgspec.json.decode(data, type=Export)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("bad_file", where=str(error)[:200]) from None
    if export.format != FORMAT:
        raise Refused("bad_file", where="format")
    if export.digest not in ("", _digest(export)):
        raise Refused("bad_file", where="digest")
    read(bytes(export.state))
    return bytes(export.state)
