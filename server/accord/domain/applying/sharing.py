"""Links to read the agreement by, and who has it."""

from accord.domain import events as e
from accord.domain.applying.base import on
from accord.domain.sharing import Share, again
from accord.domain.state import State, change, put


@on(e.Shared)
def _(event: e.Shared, state: State) -> State:
    share = Share(event.share, event.to, event.opens, event.person, event.at)
    return change(state, shares=put(state.shares, share.id, share))


@on(e.Unshared)
def _(event: e.Unshared, state: State) -> State:
    share = change(state.shares[event.share], revoked=event.at)
    return change(state, shares=put(state.shares, share.id, share))


@on(e.Received)
def _(event: e.Received, state: State) -> State:
    if not event.share:
        have = put(state.received.get(event.version, {}), event.person, event.at)
        return change(state, received=put(state.received, event.version, have))
    share = state.shares[event.share]
    opening = again(share.openings.get(event.version), event.at)
    share = change(share, openings=put(share.openings, event.version, opening))
    return change(state, shares=put(state.shares, share.id, share))
