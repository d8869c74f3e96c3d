"""One document in one language, for whoever may have it: pages made once, files written beside the event loop."""

import asyncio
from collections.abc import Callable
from typing import Any, Final

from fastapi import Response

from accord.agreement.draft import Draft, draft
from accord.agreement.tables import Told, tables
from accord.domain.commands import Receive
from accord.errors import Refused
from accord.http.edge import Edge
from accord.http.guard import DOCUMENT_POLICY, log
from accord.http.papers import Wish

MINUTE: Final = 60_000  # ms
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Write = Callable[[dict[str, Told], Draft], bytes]


async def paged(edge: Edge, what: Wish, kind: str, make: Callable[[Draft], str]) -> str:
    """The page of that version, as of this minute."""
    seq, head = await edge.ledger.run(edge.ledger.head, what.workshop)
    state, at = what.state, edge.now() // MINUTE * MINUTE

    def made() -> str:
        return make(draft(state, what.language, what.version, at=at, head=head.hex()))

    return await edge.pages.get((what.workshop, seq, what.language, what.version, kind, at), made)


async def written(edge: Edge, what: Wish, write: Write) -> bytes:
    """A file of that version's tables and words."""
    state, at = what.state, edge.now() // MINUTE * MINUTE

    def made() -> bytes:
        return write(tables(state, what.language, what.version), draft(state, what.language, what.version, at=at))

    return await asyncio.to_thread(made)


def shown(page: str) -> Response:
    return Response(page, media_type="text/html", headers={"content-security-policy": DOCUMENT_POLICY})


def saved(content: bytes | str, kind: str, name: str) -> Response:
    """To be saved. The name holds no words of anybody: some systems take every character for more than a name."""
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


async def note(room: Any, receipt: Receive) -> None:
    """Who was given what. That it cannot be noted keeps nobody from reading."""
    try:
        await room.ask("", receipt)
    except Refused as refused:
        log.warning("receipt_not_noted", code=refused.code)
