"""Figures of plan against actuals: who may enter which, and where."""

from math import isfinite

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, on
from accord.domain.plans import Measure, Planned, planned
from accord.domain.state import Person, State
from accord.domain.term import Actual
from accord.domain.words import SHORT, clean
from accord.errors import Refused

FIGURES = 300
"""Of one command: more is sent in several."""

MOST = 1e12


def may_enter(who: Person, measure: Measure) -> bool:
    """A commitment's figures are its own team's to enter; what both teams share, and for who leads all, is free."""
    return who.facilitates or measure.team in (None, who.team)


@on(c.SetActuals)
def _(command: c.SetActuals, ask: Ask) -> Events:
    """Rows of the plan, months of the agreement. What stands there already is no event."""
    if not command.figures:
        raise Refused("bad_input", field="figures", why="empty")
    if len(command.figures) > FIGURES:
        raise Refused("too_many", what="figures", limit=FIGURES)
    plan = planned(ask.state)
    meant = {(one.row, one.period): _checked(one, plan, ask.who) for one in command.figures}
    changed = tuple(one for one in meant.values() if _changes(ask.state, one))
    return (e.ActualsSet(changed, ask.person, ask.now),) if changed else ()


def _checked(one: c.Figure, plan: Planned, who: Person) -> c.Figure:
    measure = plan.of(one.row)
    if measure is None:
        raise Refused("not_found")
    if not may_enter(who, measure):
        raise Refused("other_team")
    if one.period not in plan.months:
        raise Refused("bad_input", field="period", why="month")
    if one.value is not None and not (isfinite(one.value) and abs(one.value) <= MOST):
        raise Refused("bad_input", field="value", why="range")
    note = clean(one.note, SHORT, "note", empty=True) if one.value is not None else ""
    return c.Figure(one.row, one.period, one.value, note)


def _changes(state: State, one: c.Figure) -> bool:
    now: Actual | None = state.actuals.get(one.row, {}).get(one.period)
    return (None if now is None else (now.value, now.note)) != (None if one.value is None else (one.value, one.note))
