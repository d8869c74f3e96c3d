"""apply(state, event) → state: `accord.domain.applying` has one function an event."""

from collections.abc import Iterable

from accord.domain.applying import (
    actuals,
    agenda,
    agreement,
    amendments,
    drafts,
    notes,
    people,
    rows,
    sections,
    sessions,
    sharing,
    wordings,
)
from accord.domain.applying.base import applied
from accord.domain.events import Event
from accord.domain.state import State

APPLIED = (people, agenda, sessions, notes, wordings, rows, drafts, agreement, sections, amendments, sharing, actuals)
"""Importing them registers their functions."""


def apply(state: State, event: Event) -> State:
    """The state after the event."""
    return applied(event, state)


def fold(state: State, events: Iterable[Event]) -> State:
    for event in events:
        state = applied(event, state)
    return state
