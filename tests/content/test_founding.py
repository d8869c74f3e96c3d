"""A workshop begins with every agenda that ships: its tables, and the rows that are there from the start."""

import re

import pytest
from tests.support.workshops import Scene, plan

from accord import resources
from accord.content import load, plan_steps
from accord.domain import records as r
from accord.domain.sight import everything
from accord.domain.state import State

CATALOGUE = load(resources.canvases())


def begun(agenda: str) -> State:
    return Scene(plan(*plan_steps(CATALOGUE, agenda))).state


def tables(state: State) -> dict[str, r.Table]:
    return {one.id: one for _, one in everything(state).values() if isinstance(one, r.Table)}


@pytest.mark.parametrize("agenda", CATALOGUE.agendas)
def test_every_table_of_an_agenda_is_shown_with_starters_called_in_words(agenda: str) -> None:
    found = tables(begun(agenda))
    assert bool(found) == (agenda != "review-30"), "a review fills no table"
    names = [start.name for table in found.values() for start in table.starts]
    assert [name.pl for name in names if re.fullmatch(r"[a-z]+(_[a-z]+)+", name.pl)] == []


def test_the_rows_in_focus_are_there_from_the_start() -> None:
    rows = begun("half-day").rows.values()
    assert [row.starter for row in rows if row.table == "definitions"] == ["mql", "sal", "sql"]
    assert len([row for row in rows if row.table == "funnel"]) == 10
    assert [row.starter for row in begun("starter-90").rows.values() if row.table == "meetings"] == ["weekly_leads"]
    assert [row for row in rows if row.table == "meetings"] == [], "the control"


def test_a_starter_of_one_part_of_the_map_is_offered_there_with_its_advice_where_there_is_any() -> None:
    found = tables(begun("full-day"))
    parts = {start.id: start.prompt for start in found["process"].starts}
    assert (parts["p01"], parts["p05"], parts["p09"], parts["p08"]) == (
        "generation",
        "handover",
        "sales_steps",
        "feedback",
    )
    notes = {start.id: start.note for start in found["tools"].starts}
    assert notes["messenger"]
    assert notes["messenger"].pl == "np. Slack"
    assert notes["dashboard"] is None


def test_a_table_that_a_later_step_names_is_one_table() -> None:
    state = begun("full-day")
    assert len([step for step in state.plan.steps if any(t.id == "handover_fields" for t in step.tables)]) == 1
    series = begun("series-4x60")
    named = [step.activity for step in series.plan.steps if any(t.id == "handover_fields" for t in step.tables)]
    assert named == ["lead-calibration", "process-map"]
    assert list(tables(series)).count("handover_fields") == 1
