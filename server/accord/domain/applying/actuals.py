"""What was reached."""

from accord.domain import events as e
from accord.domain.applying.base import on
from accord.domain.state import State, change
from accord.domain.term import Actual


@on(e.ActualsSet)
def _(event: e.ActualsSet, state: State) -> State:
    rows = dict(state.actuals)
    for one in event.figures:
        months = dict(rows.get(one.row, {}))
        if one.value is None:
            months.pop(one.period, None)
        else:
            months[one.period] = Actual(one.value, event.person, event.at, one.note)
        rows[one.row] = months
    return change(state, actuals=rows)
