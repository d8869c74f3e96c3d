"""Tokens and codes: how they look, how they are made again from the server's secret, what is kept of them.

A token is "<prefix>_<base64url><4 characters of checksum>"; the prefix tells people and leak scanners what it is, the
checksum catches a slip before the database is asked. Only digests are kept.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import Final, Literal

Kind = Literal["facilitator", "join", "observer", "return", "later", "recovery", "code", "session", "share", "visit"]

PREFIXES: Final[dict[Kind, str]] = {
    "facilitator": "acf",
    "join": "acj",
    "observer": "aco",
    "return": "acr",
    "later": "acl",
    "session": "acs",
    "share": "acd",
    "visit": "acv",
}
SIZES: Final[dict[Kind, int]] = {"facilitator": 32, "session": 32, "visit": 24}  # bytes; 16 for the others
ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31, without look-alikes
CODE_LENGTH: Final = 8
RECOVERY_LENGTH: Final = 16  # 79 bits: written by hand, never guessed
LETTERS: Final[dict[Kind, str]] = {
    "facilitator": "f",
    "join": "k",
    "observer": "o",
    "return": "r",
    "later": "r",
    "share": "s",
}

Random = Callable[[int], bytes]


def mint(kind: Kind, random: Random = secrets.token_bytes) -> str:
    """A new token of that kind."""
    return dress(kind, random(SIZES.get(kind, 16)))


def dress(kind: Kind, body: bytes) -> str:
    bare = f"{PREFIXES[kind]}_{_base64(body)}"
    return bare + _checksum(bare)


def kind_of(token: str) -> Kind | None:
    """What the token claims to be; None when it cannot be one of ours."""
    if len(token) > 64 or not token.isascii():
        return None
    kind = next((k for k, prefix in PREFIXES.items() if token.startswith(f"{prefix}_")), None)
    if kind is None or len(token) != len(dress(kind, bytes(SIZES.get(kind, 16)))):
        return None
    return kind if hmac.compare_digest(_checksum(token[:-4]), token[-4:]) else None


def digest(token: str) -> bytes:
    """What is kept of a token: 32 bytes."""
    return hashlib.sha256(token.encode()).digest()


def derive(secret: bytes, workshop: str, kind: Kind, rotation: int, person: str = "") -> str:
    """The token of that kind of a workshop, or of a person in it; the same every time: it can be shown again though
    only its digest is kept.
    """
    whose = (workshop, person) if person else (workshop,)
    return dress(kind, _keyed(secret, "token", kind, *whose, str(rotation))[: SIZES.get(kind, 16)])


def derive_share(secret: bytes, workshop: str, share: str) -> str:
    """The token of a link to read by. Nothing of it is kept: whether the link holds, the workshop's log says."""
    return dress("share", _keyed(secret, "token", "share", workshop, share)[: SIZES.get("share", 16)])


def derive_visit(secret: bytes, workshop: str, share: str, at: int) -> str:
    """What a browser keeps after that link was opened in it at `at` (ms): good for reading, and it grows old."""
    return dress("visit", at.to_bytes(8, "big") + _keyed(secret, "visit", workshop, share, str(at))[:16])


def visited_at(visit: str) -> int:
    """When a visit began, as it claims itself; of a token that `kind_of` calls a visit."""
    return int.from_bytes(base64.urlsafe_b64decode(visit.partition("_")[2][:12])[:8], "big")


def derive_code(secret: bytes, workshop: str, rotation: int) -> str:
    """The workshop's code, 8 letters and figures."""
    return letters(_keyed(secret, "code", workshop, str(rotation)), CODE_LENGTH)


def mint_recovery(random: Random = secrets.token_bytes) -> str:
    return letters(random(32), RECOVERY_LENGTH)


def digest_code(secret: bytes, code: str) -> bytes:
    """A code is too short for a bare digest: 40 bits are searched in an hour, so the secret goes in."""
    return _keyed(secret, "digest", tidy_code(code))


def tidy_code(typed: str) -> str:
    """As typed by people: any case, with spaces and dashes of any kind."""
    return "".join(c for c in typed[:64].upper() if c.isalnum())


def show_code(code: str) -> str:
    """KX7M-2QRD: fours are easier to read aloud."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def letters(random: bytes, length: int) -> str:
    """Letters of the alphabet from 32 random bytes; the bias of the remainder is below 2⁻¹⁷⁰."""
    number, out = int.from_bytes(random, "big"), []
    for _ in range(length):
        number, index = divmod(number, len(ALPHABET))
        out.append(ALPHABET[index])
    return "".join(out)


def _keyed(secret: bytes, *parts: str) -> bytes:
    return hmac.digest(secret, "\x00".join(("accord/1", *parts)).encode(), "sha256")


def _base64(body: bytes) -> str:
    return base64.urlsafe_b64encode(body).rstrip(b"=").decode()


def _checksum(bare: str) -> str:
    return _base64(hashlib.sha256(b"accord checksum " + bare.encode()).digest()[:3])
