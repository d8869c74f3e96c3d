"""Several sessions of one workshop, and what people answer before the day."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.adding import following
from accord.domain.asking import Ask, Events, found, limit, on
from accord.domain.attending import missing, sitting
from accord.domain.catalogue import TEAMS
from accord.domain.sealing import enough
from accord.domain.state import State, hides, members
from accord.errors import Refused

FIRST_DAY, LAST_DAY = 946_684_800_000, 4_102_444_800_000
"""From 2000 to 2100, ms UTC."""


SESSIONS = 40


def _known(state: State, session: int) -> None:
    if sitting(state, session) is None:
        raise Refused("not_found")


@on(c.PlanSession)
def _(command: c.PlanSession, ask: Ask) -> Events:
    _known(ask.state, command.session)
    _a_day(command.starts_at)
    return (e.SessionPlanned(command.session, command.starts_at),)


def _a_day(at: int | None) -> None:
    if at is not None and not FIRST_DAY <= at <= LAST_DAY:
        raise Refused("bad_input", field="starts_at", why="range")


@on(c.AddSession)
def _(command: c.AddSession, ask: Ask) -> Events:
    """At any moment, also after the end: the workshop goes on. Heads begin only a workshop of their own."""
    if not command.steps or not command.sittings or any(one.heads for one in command.sittings):
        raise Refused("bad_input", field="agenda", why="unknown")
    limit(max(1, len(ask.state.plan.sittings)) + len(command.sittings) - 1, SESSIONS, "sessions")
    for one in command.sittings:
        _a_day(one.starts_at)
    return (e.SessionAdded(*following(ask.state.plan, command.steps, command.sittings), ask.person, ask.now),)


@on(c.EndSession)
def _(command: c.EndSession, ask: Ask) -> Events:
    _known(ask.state, command.session)
    known = ask.state.sessions[command.session]
    return () if known.started is None or known.ended else (e.SessionEnded(command.session, ask.now),)


@on(c.SetPrework)
def _(command: c.SetPrework, ask: Ask) -> Events:
    """Only what the room has not opened yet can be answered before it does."""
    if not command.prompts:
        raise Refused("bad_input", field="prompts", why="empty")
    for prompt in command.prompts:
        known = found(ask.state.prompts, prompt)
        if known.revealed or (known.phase != "waiting" and not known.prework):
            raise Refused("phase_closed")
        if command.open and hides(ask.state, prompt):
            enough(len(members(ask.state)) + sum(len(missing(ask.state, team)) for team in TEAMS))
    prompts = tuple(dict.fromkeys(p for p in command.prompts if _changes(ask.state, p, command.open)))
    return (e.PreworkSet(prompts, command.open),) if prompts else ()


def _expected(state: State) -> int:
    """Members who have joined, and seats of the roster that wait for somebody."""
    return len(members(state)) + sum(len(missing(state, team)) for team in TEAMS)


def _changes(state: State, prompt: str, wanted: bool) -> bool:
    now = state.prompts[prompt].prework
    return now != "open" if wanted else now == "open"
