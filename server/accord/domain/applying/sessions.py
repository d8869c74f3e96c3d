"""Sessions and pre-work."""

from accord.domain import events as e
from accord.domain.applying import rows
from accord.domain.applying.agenda import close, over
from accord.domain.applying.base import on
from accord.domain.catalogue import PlannedStep
from accord.domain.state import PromptState, SessionState, State, StepState, change, put, whole


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


@on(e.SessionAdded)
def _(event: e.SessionAdded, state: State) -> State:
    """The workshop goes on with the new steps. Tables that were there keep their rows; new ones begin with theirs."""
    known = frozenset(state.tables)
    sessions = _over_and_new(event, state)
    plan = change(state.plan, steps=(*state.plan.steps, *event.steps), sittings=(*state.plan.sittings, *event.sittings))
    state = whole(change(_with(state, event.steps), plan=plan, sessions=sessions, ended=None))
    return rows.begun(state, event.steps, known)


def _with(state: State, steps: tuple[PlannedStep, ...]) -> State:
    prompts = {p.id: PromptState(votes=s.votes_per_person) for s in steps for p in s.prompts}
    return change(
        state,
        order=(*state.order, *(s.id for s in steps)),
        steps=state.steps | {s.id: StepState(minutes=s.minutes) for s in steps},
        prompts=state.prompts | prompts,
    )


def _over_and_new(event: e.SessionAdded, state: State) -> dict[int, SessionState]:
    """A workshop of one session has had it, unless a step of it runs. After the end no earlier one is waited for."""
    sessions = dict(state.sessions)
    for one in event.sittings:
        ended = state.ended or (event.at if state.started is not None and not state.now.step else None)
        was = SessionState(one.starts_at, state.started, ended)
        sessions[one.number] = SessionState(one.starts_at) if one.added else was
    if state.ended is not None:
        for number, known in state.sessions.items():
            sessions[number] = known if known.ended is not None else change(known, ended=state.ended)
    return sessions
