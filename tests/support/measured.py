"""The worked example with everything agreed and measured: a workshop to enter figures in."""

from typing import Any

import msgspec
from tests.support.agreements import example
from tests.support.example_rows import workshop

from accord.agreement import json as export
from accord.domain.catalogue import Language
from accord.domain.plans import planned
from accord.domain.state import State, Wording, change
from accord.domain.term import Actual

NAMES = {"visits": "Visits", "leads": "Leads", "mql": "MQL", "sal": "SAL", "sql": "SQL", "won": "Won"}
AT = 1_800_000_000_000


def measured(language: Language = "en", months: int = 0) -> State:
    """With figures of the first months, some met, some close, some missed."""
    state = workshop(example(language))
    rows = {}
    for key, row in state.rows.items():
        cells = dict(row.cells)
        if row.table == "funnel":
            level = row.said("level")
            cells["name"] = Wording(NAMES.get(level, level.capitalize()), 1)
        if row.table == "funnel_goal":
            cells["currency"] = Wording("PLN", 1)
        rows[key] = change(row, cells=cells)
    state = change(state, rows=rows, results={}, clauses={k: c for k, c in state.clauses.items() if c.row})
    return change(state, actuals=figures(state, months))


def figures(state: State, months: int) -> dict[str, dict[str, Actual]]:
    """1.02, 0.93 and 0.8 of the plan in turn; one commitment has none."""
    plan, found = planned(state), {}
    for at, one in enumerate(plan.measures):
        parts = [(1.02, 0.93, 0.8)[(at + n) % 3] for n in range(months)]
        steps = [level for level in one.plan if level is not None]
        if one.span == "to_date":
            steps = [now - before for now, before in zip(steps, [0, *steps], strict=False)]
        values = [
            min(100, round(step * part, 1)) if one.unit == "percent" else float(round(step * part))
            for step, part in zip(steps, parts, strict=False)
        ]
        if one.row != "M6":
            found[one.row] = {m: Actual(v, "m1", AT) for m, v in zip(plan.months, values, strict=False)}
    return found


def importable(state: State, name: str, language: Language) -> Any:
    """The body of an import."""
    file = msgspec.json.decode(export.write(state, "w1", 1, "00", AT))
    return {"name": name, "language": language, "workshop": file}
