"""Sessions and pre-work."""

from accord.domain import events as e
from accord.domain.applying.agenda import close, over
from accord.domain.applying.base import on
from accord.domain.state import SessionState, State, change, put


@on(e.SessionPlanned)
def _(event: e.SessionPlanned, state: State) -> State:
    known = state.sessions.get(event.session, SessionState())
    return change(state, sessions=put(state.sessions, event.session, change(known, starts_at=event.starts_at)))


@on(e.SessionEnded)
def _(event: e.SessionEnded, state: State) -> State:
    """Whatever ran is over; what people answer before the next session stays open."""
    return close(over(state, event.session, event.at), event.at)


@on(e.PreworkSet)
def _(event: e.PreworkSet, state: State) -> State:
    prompts = dict(state.prompts)
    for prompt in event.prompts:
        phase, prework = ("write", "open") if event.open else ("waiting", "shut")
        prompts[prompt] = change(prompts[prompt], phase=phase, prework=prework)
    return change(state, prompts=prompts)
