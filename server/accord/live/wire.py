"""Every message of the socket, JSON text frames.

The browser's types are generated from this file (web/src/sync/wire.ts).
"""

from typing import Any

import msgspec
from msgspec import Struct

from accord.domain import commands
from accord.domain.commands import snake, union

PROTOCOL = 1
MAX_FRAME = 32 * 1024
MAX_HELLO = 1024

# --- from the browser ---


class FromBrowser(Struct, frozen=True, forbid_unknown_fields=True, tag_field="t", tag=snake):
    pass


class Hello(FromBrowser, frozen=True):
    """The first frame, within 5 s. `client` is a random id of the tab.

    `seq` and `epoch` what it had last (0, "" at first).

    `view` "projector" asks for what everybody may see and nothing else, whoever asks.
    """

    client: str
    protocol: int = PROTOCOL
    epoch: str = ""
    seq: int = 0
    view: str = ""


class Do(FromBrowser, frozen=True):
    """A command, numbered 1, 2, 3 … by the client for ever. A repeat gets the first answer and does nothing."""

    n: int
    do: union(commands.WIRE)  # type: ignore[valid-type]


class Here(FromBrowser, frozen=True):
    """Presence: newest wins, never kept. `at` is a record's key or a short word, x and y parts per 10,000 of it."""

    at: str = ""
    x: int = 0
    y: int = 0
    typing: bool = False


class Ping(FromBrowser, frozen=True):
    """`at` is the browser's own clock and comes back unchanged in the pong."""

    at: float


FROM_BROWSER = msgspec.json.Decoder(union((Hello, Do, Here, Ping)))

# --- to the browser ---


class ToBrowser(Struct, frozen=True, omit_defaults=True, tag_field="t", tag=snake):
    pass


class Welcome(ToBrowser, frozen=True):
    """Answer to hello. `full`: forget every record you have, these are all.

    `me` is the person's id, "" for the projector.

    `now` is the server's clock in ms UTC. `done` are this client's accepted command numbers above the highest one
    without a gap
    (`upto`): everything up to it, and these, need not be sent again.
    """

    me: str
    epoch: str
    seq: int
    now: int
    full: bool
    put: list[Any]
    gone: list[str]
    online: list[str]
    upto: int = 0
    done: list[int] = []


class Records(ToBrowser, frozen=True):
    """What changed up to `seq`: first remove `gone` (keys), then put `put` (records). `done`: own commands now saved.

    `here` are presences, `online` and `offline` persons whose first or last connection came or went.
    """

    seq: int = 0
    put: list[Any] = []
    gone: list[str] = []
    done: list[int] = []
    here: list[Any] = []
    online: list[str] = []
    offline: list[str] = []


class HereFragment(Struct, frozen=True, omit_defaults=True):
    """The presence of one person, inside `Records.here`: `p` is the person, the rest as they sent it."""

    p: str
    at: str = ""
    x: int = 0
    y: int = 0
    typing: bool = False


class NotDone(ToBrowser, frozen=True):
    """Command `n` was refused; nothing changed.

    `code` has a sentence in the catalogues (`refused-<code>`), `detail` fills it.
    """

    n: int
    code: str
    detail: dict[str, Any] = {}


class Pong(ToBrowser, frozen=True):
    at: float
    now: int


class GoingAway(ToBrowser, frozen=True):
    """The server stops; come back after `retry_ms`."""

    retry_ms: int


TO_BROWSER: tuple[type[ToBrowser], ...] = (Welcome, Records, NotDone, Pong, GoingAway)

CLOSE: dict[int, str] = {
    4400: "bad frame",
    4401: "no session",
    4403: "not allowed, removed or turned away",
    4404: "no such workshop",
    4408: "too slow",
    4409: "superseded by a newer connection of the same tab",
    4426: "other protocol version: reload",
    4429: "too fast",
}
