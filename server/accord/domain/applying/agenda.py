"""Steps, phases, the timer."""

from accord.domain import events as e
from accord.domain.applying.base import SHOWING, on
from accord.domain.attending import running
from accord.domain.catalogue import Phase
from accord.domain.heads import said
from accord.domain.state import Now, SessionState, State, change, put, whole


@on(e.PhaseOpened)
def _(event: e.PhaseOpened, state: State) -> State:
    turn = state.planned_steps[event.step].turns[event.turn : event.turn + 1]
    opened = turn[0] if turn else ()
    now = Now(event.step, event.turn, event.phase, event.at + event.seconds * 1000, None, event.seconds)
    state = change(_another_round(state, opened, event.phase), now=now, started=state.started or event.at, ended=None)
    state = _sit_down(state, state.planned_steps[event.step].session, event.at)
    return _show(_start(_phases(state, opened, event.phase), event), opened, event.phase)


def _sit_down(state: State, session: int, at: int) -> State:
    """The step's session is on, and no other. A step of an earlier session may be opened again in a later one."""
    now = running(state) if state.plan.sittings else None
    if not state.plan.sittings or (now and now.number >= session):
        return state
    if now:
        state = over(state, now.number, at)
    sessions = dict(state.sessions)
    known = sessions.get(session, SessionState())
    sessions[session] = change(known, started=known.started or at, ended=None)
    return change(state, sessions=sessions)


def _another_round(state: State, opened: tuple[str, ...], phase: Phase) -> State:
    """Marks that lay open are kept beside those of the round that begins."""
    for prompt in opened if phase == "write" else ():
        marks = state.planned_prompts[prompt].prompt.marks
        given = state.marks.get(prompt)
        if (
            marks
            and marks.rounds
            and given
            and state.prompts[prompt].revealed
            and state.prompts[prompt].phase != "write"
        ):
            earlier = put(state.earlier, prompt, (*state.earlier.get(prompt, ()), given))
            state = change(state, earlier=earlier, marks=put(state.marks, prompt, {}))
    return state


def _phases(state: State, opened: tuple[str, ...], phase: Phase) -> State:
    """The opened prompts get the phase; whatever else was running is closed, but for what is answered beforehand."""
    prompts = {}
    for key, prompt in state.prompts.items():
        if prompt.prework and key not in opened:
            prompts[key] = prompt
            continue
        wanted = phase if key in opened else "closed" if prompt.phase != "waiting" else "waiting"
        counted = wanted != "vote" and (prompt.counted or prompt.phase == "vote")
        revealed = prompt.revealed or (key in opened and phase in SHOWING)
        prompts[key] = change(prompt, phase=wanted, counted=counted, revealed=revealed, prework="")
    return change(state, prompts=prompts)


def _start(state: State, event: e.PhaseOpened) -> State:
    steps = {
        key: change(step, started=step.started or event.at, ended=None, skipped=False)
        if key == event.step
        else change(step, ended=event.at)
        if step.started and not step.ended
        else step
        for key, step in state.steps.items()
    }
    return change(state, steps=steps)


def _show(state: State, opened: tuple[str, ...], phase: Phase) -> State:
    if phase not in SHOWING:
        return state
    notes = {
        key: change(note, shown=True) if note.prompt in opened and not note.shown else note
        for key, note in state.notes.items()
    }
    return change(state, notes=notes)


@on(e.StepFinished)
def _(event: e.StepFinished, state: State) -> State:
    step = change(state.steps[event.step], ended=event.at)
    state = change(state, steps=put(state.steps, event.step, step))
    return _phases(change(state, now=Now()), (), "closed") if state.now.step == event.step else state


@on(e.StepSkipped)
def _(event: e.StepSkipped, state: State) -> State:
    return _step(state, event.step, skipped=event.skip)


@on(e.StepMinutesSet)
def _(event: e.StepMinutesSet, state: State) -> State:
    return _step(state, event.step, minutes=event.minutes)


def _step(state: State, step: str, **fields: object) -> State:
    return change(state, steps=put(state.steps, step, change(state.steps[step], **fields)))


@on(e.VisibilitySet)
def _(event: e.VisibilitySet, state: State) -> State:
    steps = tuple(change(s, visibility=event.visibility) if s.id == event.step else s for s in state.plan.steps)
    return whole(change(state, plan=change(state.plan, steps=steps)))


@on(e.StepMoved)
def _(event: e.StepMoved, state: State) -> State:
    rest = [s for s in state.order if s != event.step]
    at = rest.index(event.before) if event.before in rest else len(rest)
    return change(state, order=(*rest[:at], event.step, *rest[at:]))


@on(e.TimeAdded)
def _(event: e.TimeAdded, state: State) -> State:
    now, more = state.now, event.seconds * 1000
    if now.left is not None:
        return change(state, now=change(now, left=now.left + more, seconds=now.seconds + event.seconds))
    deadline = max(now.deadline or event.at, event.at) + more
    return change(state, now=change(now, deadline=deadline, seconds=now.seconds + event.seconds))


@on(e.TimerPaused)
def _(event: e.TimerPaused, state: State) -> State:
    now = state.now
    if event.pause and now.deadline is not None:
        return change(state, now=change(now, left=now.deadline - event.at, deadline=None))
    if not event.pause and now.left is not None:
        return change(state, now=change(now, left=None, deadline=event.at + now.left))
    return state


@on(e.WorkshopEnded)
def _(event: e.WorkshopEnded, state: State) -> State:
    """Nothing can be answered beforehand any more. Whoever joins the team later is let in by opened doors."""
    prompts = {k: change(p, phase="closed", prework="") if p.prework else p for k, p in state.prompts.items()}
    now = running(state)
    state = over(state, now.number, event.at) if now else state
    return close(change(state, ended=event.at, prompts=prompts, doors=False), event.at)


def over(state: State, session: int, at: int) -> State:
    """The session has ended; the words of the heads' draft are kept beside what becomes of them."""
    ended = change(state.sessions[session], ended=at)
    clauses = {k: change(c, draft=said(state, c)) if c.heads else c for k, c in state.clauses.items()}
    return change(state, sessions=put(state.sessions, session, ended), clauses=clauses)


def close(state: State, at: int) -> State:
    """Steps that were running are over."""
    steps = {k: change(s, ended=at) if s.started and not s.ended else s for k, s in state.steps.items()}
    return _phases(change(state, now=Now(), steps=steps), (), "closed")
