"""WebSocket frames built once and written to many transports (RFC 6455, server to client: unmasked, whole)."""

import struct
import zlib


def text(payload: bytes) -> bytes:
    """A text frame."""
    return _frame(0x81, payload)


def packed(payload: bytes) -> bytes:
    """A binary frame with the payload zlib-compressed: snapshots, packed once for everybody who joins."""
    return _frame(0x82, zlib.compress(payload, 6))


def _frame(first: int, payload: bytes) -> bytes:
    size = len(payload)
    if size < 126:
        return bytes((first, size)) + payload
    if size < 65_536:
        return struct.pack("!BBH", first, 126, size) + payload
    return struct.pack("!BBQ", first, 127, size) + payload
