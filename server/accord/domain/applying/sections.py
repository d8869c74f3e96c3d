"""Sections of the agreement."""

from accord.domain import events as e
from accord.domain.applying.base import on
from accord.domain.catalogue import Section
from accord.domain.sections import added, placed
from accord.domain.state import State, change, put, without


def _arranged(state: State, **fields: object) -> State:
    return change(state, arranged=change(state.arranged, **fields))


@on(e.SectionRenamed)
def _(event: e.SectionRenamed, state: State) -> State:
    titles = state.arranged.titles
    if event.title is None:
        return _arranged(state, titles=without(titles, event.section))
    return _arranged(state, titles=put(titles, event.section, event.title))


@on(e.SectionSwitched)
def _(event: e.SectionSwitched, state: State) -> State:
    off = state.arranged.off
    return _arranged(state, off=off - {event.section} if event.on else off | {event.section})


@on(e.SectionPlaced)
def _(event: e.SectionPlaced, state: State) -> State:
    """As planned again, nothing differs from a workshop that never moved anything."""
    order = placed(state, event.section, event.before)
    planned = tuple(one.id for one in state.plan.sections)
    return _arranged(state, order=() if order == planned else order)


@on(e.SectionAdded)
def _(event: e.SectionAdded, state: State) -> State:
    """Always a chapter that shows, like those every agreement has."""
    own = (*state.arranged.own, Section(event.section, 0, True, event.title))
    return _arranged(state, order=added(state, event.section), own=own)


@on(e.SectionRemoved)
def _(event: e.SectionRemoved, state: State) -> State:
    arranged = state.arranged
    own = tuple(one for one in arranged.own if one.id != event.section)
    order = tuple(one for one in arranged.order if one != event.section)
    planned = tuple(one.id for one in state.plan.sections)
    return _arranged(
        state,
        own=own,
        order=() if order == planned else order,
        titles=without(arranged.titles, event.section),
        off=arranged.off - {event.section},
    )
