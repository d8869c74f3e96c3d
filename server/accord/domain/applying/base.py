"""One function an event, registered with `@on(TheEvent)`. No rules here: an event has happened."""

from collections.abc import Callable
from functools import singledispatch

from accord.domain.catalogue import Phase
from accord.domain.events import Event
from accord.domain.state import State, alike, change, put


@singledispatch
def applied(event: Event, state: State) -> State:
    """The state after the event."""
    raise TypeError(f"no way to apply {type(event).__name__}")


on: Callable[..., Callable[..., Callable[..., State]]] = applied.register


SHOWING: frozenset[Phase] = frozenset({"reveal", "discuss", "vote", "agree"})
"""Phases in which both sides lie open."""


def reword(state: State, owner: str, **fields: object) -> State:
    if owner in state.proposals:
        proposal = state.proposals[owner]
        return reproposal(state, owner, wording=change(proposal.wording, **fields))
    words = change(state.clauses[owner].wording, **fields)
    return change(state, clauses=state.clauses | {c.id: change(c, wording=words) for c in alike(state, owner)})


def reproposal(state: State, proposal: str, **fields: object) -> State:
    changed = change(state.proposals[proposal], **fields)
    return change(state, proposals=put(state.proposals, proposal, changed))
