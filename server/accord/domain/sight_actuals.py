"""What is measured, planned and reached, as everybody sees it: a part of `accord.domain.sight`."""

from collections.abc import Iterator

from accord.domain import records as r
from accord.domain.actuals import Standing, standings, summed
from accord.domain.plans import Measure, Planned, planned
from accord.domain.records import ALL, Record
from accord.domain.state import State
from accord.domain.term import Actual

Shown = tuple[str, Record]


def scorecard(state: State) -> Iterator[Shown]:
    """Nothing while nothing that was agreed is measured."""
    plan = planned(state)
    if not plan.measures:
        return
    yield ALL, r.Scorecard("w", plan.months, plan.version, plan.currency)
    for order, measure in enumerate(plan.measures):
        yield ALL, _measure(measure, order)
        if shown := _actuals(state, plan, measure):
            yield shown


def look_actuals(state: State, row: str) -> Shown | None:
    plan = planned(state)
    measure = plan.of(row)
    return _actuals(state, plan, measure) if measure else None


def _measure(one: Measure, order: int) -> Record:
    return r.Measure(
        one.row,
        one.kind,
        order,
        one.table,
        one.name,
        tuple(None if level is None else round(level, 6) for level in one.plan),
        one.span,
        one.team,
        one.mark,
        one.comparison,
        one.level,
        one.unit,
        one.per,
        one.target,
        one.stream,
    )


def _actuals(state: State, plan: Planned, measure: Measure) -> Shown | None:
    known = state.actuals.get(measure.row)
    if not known:
        return None
    found = standings(measure, plan.months, known)
    all_of = summed(measure, found)
    figures = {one.month: _reached(known[one.month], one) for one in found}
    return ALL, r.Actuals(measure.row, figures, all_of.value, None if all_of.plan is None else round(all_of.plan, 6))


def _reached(actual: Actual, one: Standing) -> r.Reached:
    total = None if one.reached == one.value else round(one.reached, 6)
    return r.Reached(actual.value, actual.by, actual.at, actual.note, total, one.status)
