"""One function an event, registered with `@on(TheEvent)`. No rules here: an event has happened."""

from collections.abc import Callable
from functools import singledispatch

from accord.domain.catalogue import Phase
from accord.domain.events import Event
from accord.domain.state import NOTHING, Row, State, alike, change, put


@singledispatch
def applied(event: Event, state: State) -> State:
    """The state after the event."""
    raise TypeError(f"no way to apply {type(event).__name__}")


on: Callable[..., Callable[..., Callable[..., State]]] = applied.register


SHOWING: frozenset[Phase] = frozenset({"reveal", "discuss", "vote", "agree"})
"""Phases in which both sides lie open."""


def reword(state: State, owner: str, **fields: object) -> State:
    """The shared text with other words, pen or hand."""
    row, _, field = owner.partition("/")
    if field:
        return _recell(state, row, field, **fields)
    if owner in state.proposals:
        proposal = state.proposals[owner]
        return reproposal(state, owner, wording=change(proposal.wording, **fields))
    words = change(state.clauses[owner].wording, **fields)
    return change(state, clauses=state.clauses | {c.id: change(c, wording=words) for c in alike(state, owner)})


def _recell(state: State, row_id: str, field: str, **fields: object) -> State:
    row = state.rows[row_id]
    cells = put(row.cells, field, change(row.cells.get(field, NOTHING), **fields))
    return change(state, rows=put(state.rows, row_id, change(row, cells=cells)))


def settled(row: Row) -> Row:
    """The row as it is agreed now."""
    return change(row, agreed=row.version, words={field: wording.text for field, wording in row.cells.items()})


def reproposal(state: State, proposal: str, **fields: object) -> State:
    changed = change(state.proposals[proposal], **fields)
    return change(state, proposals=put(state.proposals, proposal, changed))
