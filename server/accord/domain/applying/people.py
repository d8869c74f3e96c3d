"""Founding, people, doors."""

from accord.domain import events as e
from accord.domain.applying import rows
from accord.domain.applying.base import on, reword
from accord.domain.state import Person, PromptState, SessionState, State, StepState, change, held, put, whole


@on(e.WorkshopFounded)
def _(event: e.WorkshopFounded, state: State) -> State:
    steps = event.plan.steps
    state = State(
        plan=event.plan,
        founded=event.at,
        order=tuple(s.id for s in steps),
        steps={s.id: StepState(minutes=s.minutes) for s in steps},
        prompts={p.id: PromptState(votes=s.votes_per_person) for s in steps for p in s.prompts},
        sessions={s.number: SessionState(s.starts_at) for s in event.plan.sittings},
    )
    return rows.begun(whole(state), steps)


@on(e.WorkshopImported)
def _(event: e.WorkshopImported, state: State) -> State:
    return whole(event.state)


@on(e.PersonJoined)
def _(event: e.PersonJoined, state: State) -> State:
    person = Person(
        event.person,
        event.name,
        len(state.people) + 1,
        event.role,
        event.team,
        event.language,
        event.via,
        head=event.head,
        waiting=event.waiting,
        returns=event.returns,
    )
    return change(state, people=put(state.people, event.person, person))


def _person(state: State, person: str, **fields: object) -> State:
    return change(state, people=put(state.people, person, change(state.people[person], **fields)))


@on(e.PersonAdmitted)
def _(event: e.PersonAdmitted, state: State) -> State:
    return _person(state, event.person, waiting=False, admitted=event.by)


@on(e.SeatReturned)
def _(event: e.SeatReturned, state: State) -> State:
    """Who waited leaves nothing behind but the way to the seat."""
    state = _person(state, event.person, waiting=False, gone=True, seat=event.seat)
    return _person(state, event.seat, away=False, admitted=event.by)


@on(e.PersonRemoved)
def _(event: e.PersonRemoved, state: State) -> State:
    waited = state.people[event.person].waiting
    return _free_pens(_person(state, event.person, gone=True, waiting=False, turned_away=waited), event.person)


def _free_pens(state: State, person: str) -> State:
    for text, words in held(state):
        if words.pen == person:
            state = reword(state, text, pen="")
    return state


@on(e.RoleSet)
def _(event: e.RoleSet, state: State) -> State:
    return _person(state, event.person, role=event.role)


@on(e.TeamSet)
def _(event: e.TeamSet, state: State) -> State:
    return _person(state, event.person, team=event.team)


@on(e.HeadSet)
def _(event: e.HeadSet, state: State) -> State:
    return _person(state, event.person, head=event.head)


@on(e.AwaySet)
def _(event: e.AwaySet, state: State) -> State:
    return _person(state, event.person, away=event.away)


@on(e.LanguageSet)
def _(event: e.LanguageSet, state: State) -> State:
    return _person(state, event.person, language=event.language)


@on(e.DoorsSet)
def _(event: e.DoorsSet, state: State) -> State:
    return change(state, doors=event.open)
