"""Findings of each workshop, made anew only when something they read has changed."""

import asyncio
from typing import Any, Final

import msgspec
from msgspec import Struct

from accord.domain.lint.check import check, stopping
from accord.domain.lint.findings import Finding
from accord.domain.lint.gather import gather
from accord.domain.state import State

READS: Final = (
    "rows",
    "clauses",
    "results",
    "parked",
    "versions",
    "people",
    "period",
    "kept",
    "prompts",
    "notes",
    "steps",
    "arranged",
)
"""The parts of a state that the check reads. They are replaced, never changed, so the same part is the same answer."""
ROOMS: Final = 64


class Found(Struct, frozen=True):
    """`stops`: ids of the errors in what people agreed on, for which no version can be made."""

    findings: tuple[Finding, ...]
    stops: tuple[str, ...]


def found(state: State) -> Found:
    return Found(check(gather(state, drafts=True)), tuple(one.id for one in stopping(state)))


class Checks:
    """The last answer of each workshop that was asked for."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Any, ...], bytes]] = {}

    async def of(self, workshop: str, state: State) -> bytes:
        """Made beside the event loop, and only when a part of the state is another one than last time."""
        parts = tuple(getattr(state, name) for name in READS)
        before = self._known.get(workshop)
        if before and all(a is b for a, b in zip(before[0], parts, strict=True)):
            return before[1]
        made = await asyncio.to_thread(lambda: msgspec.json.encode(found(state)))
        self._known.pop(workshop, None)
        self._known[workshop] = parts, made
        while len(self._known) > ROOMS:
            del self._known[next(iter(self._known))]
        return made
