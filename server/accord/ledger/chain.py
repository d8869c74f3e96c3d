"""The hash chain: every event carries the hash of the one before."""

import struct
from hashlib import sha256

_FRAME = struct.Struct(">QqqQIII")


def genesis(workshop: str) -> bytes:
    """What the first event of a workshop follows: a chain cannot be moved to another workshop."""
    return sha256(b"accord ledger 1\0" + workshop.encode()).digest()


def link(
    prev: bytes, seq: int, at: int, person: str, client: str | None, n: int | None, digest: int, payload: bytes
) -> bytes:
    """SHA-256 over the previous hash and all fields, lengths before the words; n is -1 where there is no client."""
    who = person.encode()
    tab = client.encode() if client is not None else b""
    number = n if n is not None else -1
    frame = _FRAME.pack(seq, at, number, digest, len(who), len(tab), len(payload))
    return sha256(b"".join((prev, frame, who, tab, payload))).digest()
