"""Where the room is: steps, turns, phases, the timer."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.apply import fold
from accord.domain.applying.base import SHOWING
from accord.domain.asking import Ask, Events, found, on
from accord.domain.attending import present, running
from accord.domain.catalogue import Phase, PlannedStep
from accord.domain.heads import worded
from accord.domain.rules.outcomes import and_outcomes
from accord.domain.sealing import enough, unseal
from accord.domain.state import State, visibility
from accord.domain.words import NOTE
from accord.errors import Refused


@on(c.GoTo)
def _(command: c.GoTo, ask: Ask) -> Events:
    step = found(ask.state.planned_steps, command.step)
    last = max(len(step.turns), 1)
    if not 0 <= command.turn < last or command.phase in ("waiting", "closed"):
        raise Refused("bad_input", field="turn", why="range")
    found(ask.state.steps, command.step)
    seconds = phase_seconds(ask.state, command.step, command.turn, command.phase)
    opened = e.PhaseOpened(command.step, command.turn, command.phase, seconds, ask.now)
    prompts = tuple(p for turn in step.turns[command.turn : command.turn + 1] for p in turn)
    comments = _comments(ask, prompts) if command.phase in SHOWING else ()
    return and_outcomes(ask, *_seals(ask, command, step), opened, *comments)


def _comments(ask: Ask, prompts: tuple[str, ...]) -> Events:
    """What was said of single sections becomes notes, so that the room can group them and vote on them."""
    named = [p for p in prompts if visibility(ask.state, p) != "hidden"]
    return tuple(
        e.NoteAdded(ask.new_id(), prompt, person, words[:NOTE])
        for prompt, person, words in worded(ask.state, tuple(named))
    )


def _seals(ask: Ask, command: c.GoTo, step: PlannedStep) -> tuple[e.Unsealed, ...]:
    """Whoever writes where authors are hidden hides among enough people; what they wrote is unsealed at the reveal."""
    if step.visibility == "hidden" and command.phase == "write":
        enough(len(present(ask.state)))
    if command.phase not in SHOWING or not step.turns:
        return ()
    return tuple(u for prompt in step.turns[command.turn] if (u := unseal(ask.state, prompt, ask.new_id)))


@on(c.SetVisibility)
def _(command: c.SetVisibility, ask: Ask) -> Events:
    step = found(ask.state.planned_steps, command.step)
    prompts = [ask.state.prompts[p.id] for p in step.prompts]
    if found(ask.state.steps, command.step).started or any(p.phase != "waiting" or p.prework for p in prompts):
        raise Refused("already_begun")
    return () if step.visibility == command.visibility else (e.VisibilitySet(command.step, command.visibility),)


def phase_seconds(state: State, step_id: str, turn: int, phase: Phase) -> int:
    """A turn's part of the step's minutes for the phase: by the minutes its prompts name, else in equal parts."""
    step, minutes = state.planned_steps[step_id], state.steps[step_id].minutes
    planned = sum(length for _, length in step.phases)
    if not step.turns or not planned:
        return minutes * 60
    named = {p.id: p.prompt.minutes for p in step.prompts}
    weights = [sum(named[p] or 0 for p in prompts) for prompts in step.turns]
    share = weights[turn] / sum(weights) if all(weights) else 1 / len(step.turns)
    return round(dict(step.phases).get(phase, 0) / planned * minutes * 60 * share)


@on(c.FinishStep)
def _(command: c.FinishStep, ask: Ask) -> Events:
    step = found(ask.state.steps, command.step)
    if not step.started or step.ended:
        return ()
    finished = e.StepFinished(command.step, ask.now)
    return (finished, *_all_done(fold(ask.state, (finished,)), ask.now))


def _all_done(state: State, now: int) -> Events:
    """A session ends by itself with its last step."""
    session = running(state) if state.plan.sittings else None
    mine = [state.steps[s.id] for s in state.plan.steps if session and s.session == session.number]
    over = all(step.skipped or step.ended for step in mine)
    return (e.SessionEnded(session.number, now),) if session and over else ()


@on(c.SkipStep)
def _(command: c.SkipStep, ask: Ask) -> Events:
    found(ask.state.steps, command.step)
    return (e.StepSkipped(command.step, command.skip),)


@on(c.SetStepMinutes)
def _(command: c.SetStepMinutes, ask: Ask) -> Events:
    found(ask.state.steps, command.step)
    if not 0 <= command.minutes <= 600:
        raise Refused("bad_input", field="minutes", why="range")
    return (e.StepMinutesSet(command.step, command.minutes),)


@on(c.MoveStep)
def _(command: c.MoveStep, ask: Ask) -> Events:
    for step in filter(None, (command.step, command.before)):
        found(ask.state.steps, step)
    return (e.StepMoved(command.step, command.before),)


@on(c.AddTime)
def _(command: c.AddTime, ask: Ask) -> Events:
    if not ask.state.now.step:
        raise Refused("phase_closed")
    if not -3600 <= command.seconds <= 3600 or not command.seconds:
        raise Refused("bad_input", field="seconds", why="range")
    return (e.TimeAdded(command.seconds, ask.now),)


@on(c.PauseTimer)
def _(command: c.PauseTimer, ask: Ask) -> Events:
    if not ask.state.now.step:
        raise Refused("phase_closed")
    return (e.TimerPaused(command.pause, ask.now),)


@on(c.EndWorkshop)
def _(command: c.EndWorkshop, ask: Ask) -> Events:
    return () if ask.state.ended else (e.WorkshopEnded(ask.now),)
