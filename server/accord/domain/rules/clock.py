"""What time itself does: pens fall free, windows close."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, on
from accord.domain.rules.amendments import overdue
from accord.domain.rules.outcomes import and_outcomes
from accord.domain.rules.wordings import PEN_SILENCE
from accord.domain.state import State, held


@on(c.Tick)
def _(command: c.Tick, ask: Ask) -> Events:
    silent = [text for text, words in held(ask.state) if ask.now - words.pen_at >= PEN_SILENCE]
    happened = [*(e.PenDropped(text) for text in silent), *overdue(ask)]
    return and_outcomes(ask, *happened) if happened else ()


def next_moment(state: State) -> int | None:
    """When time next does something, in ms UTC."""
    moments = [words.pen_at + PEN_SILENCE for _, words in held(state)]
    moments += [one.until for one in state.amendments.values() if not one.end]
    return min(moments, default=None)
