"""Plan against actuals: what is planned for each month, and when a figure is met, close or missed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from tests.support.agreements import example
from tests.support.example_rows import workshop

from accord.domain import actuals, freeze
from accord.domain.actuals import Standing, standings, summed, verdict
from accord.domain.catalogue import Text
from accord.domain.plans import MOST_MONTHS, Measure, Planned, months_between, parts, planned
from accord.domain.state import State, Version, change, put
from accord.domain.term import Actual, Period

LEVELS = st.floats(0, 1e9).filter(lambda x: x == 0 or x > 1e-3)
QUARTER = ("2027-01", "2027-02", "2027-03")


@pytest.fixture(scope="module")
def state() -> State:
    return workshop(example("en"))


@pytest.fixture(scope="module")
def plan(state: State) -> Planned:
    return planned(state)


def measure(plan: Planned, row: str) -> Measure:
    found = plan.of(row)
    assert found, row
    return found


# ── the plan ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_plan_of_the_example_is_what_its_people_agreed_on(plan: Planned) -> None:
    assert (plan.months, plan.version) == (QUARTER, "")
    assert measure(plan, "goal").plan == pytest.approx((300_000, 600_000, 900_000))
    levels = {one.row: one.plan[0] for one in plan.measures if one.kind == "level"}
    wanted = {"visits": 10_000, "leads": 200, "mql": 50, "sal": 40, "sql": 20, "opportunities": 16, "won": 4}
    assert levels == pytest.approx(
        {f"marketing-{name}": value for name, value in wanted.items()}
        | {"sales-sql": 50 / 3, "sales-opportunities": 40 / 3, "sales-won": 8 / 3}
    )
    first = measure(plan, "M1")
    assert (first.comparison, first.level, first.unit, first.per) == ("at_least", 50, "mql", "month")
    marks = [one.mark for one in plan.measures if one.kind == "commitment"]
    assert marks == [f"{side}{n}" for side in "MS" for n in range(1, 8)]


def test_a_metric_that_a_commitment_or_the_funnel_shows_is_not_asked_for_twice(plan: Planned) -> None:
    metrics = [one.row for one in plan.measures if one.kind == "metric"]
    assert {"win_rate", "pipeline"} <= set(metrics)
    assert not {"mql", "mql_sal", "visits"} & set(metrics)


def test_a_metric_that_does_not_say_at_least_or_at_most_has_a_plan_and_no_verdict(plan: Planned) -> None:
    assert (measure(plan, "win_rate").comparison, measure(plan, "win_rate").plan[0]) == ("", 25)
    pipeline = measure(plan, "pipeline")
    assert (pipeline.comparison, pipeline.span, pipeline.plan[0]) == ("at_least", "quarter", 3_960_000)


def test_what_is_in_force_is_the_plan_whatever_is_changed_since(state: State) -> None:
    content = freeze.content(state, "1.0")
    version = Version("1.0", content, freeze.digest(content), 1, in_force=2)
    signed = change(state, versions={"1.0": version}, rows={}, period=Period())
    assert planned(signed).version == "1.0"
    assert structs.replace(planned(signed), version="") == planned(state)
    waiting = change(state, versions={"1.0": change(version, in_force=None)}, rows={})
    assert planned(waiting).measures == ()


def test_words_that_are_being_changed_are_no_plan_until_they_are_agreed(state: State) -> None:
    row = state.rows["M1"]
    words = {name: one.text for name, one in row.cells.items()}
    cells = put(row.cells, "target", change(row.cells["target"], text="at_least 70 mql month", version=2))
    typed = change(row, cells=cells, version=2, words=words)
    assert measure(planned(change(state, rows=put(state.rows, "M1", typed))), "M1").level == 50
    agreed = change(typed, agreed=2)
    assert measure(planned(change(state, rows=put(state.rows, "M1", agreed))), "M1").level == 70


def test_without_a_period_there_are_no_months_and_the_goals_period_is_one(state: State) -> None:
    assert planned(change(state, period=Period())).months == QUARTER
    bare = change(state, period=Period(), rows={key: row for key, row in state.rows.items() if key != "goal"})
    assert planned(bare).months == ()
    year = planned(change(state, period=Period("2027-01-01", "2027-12-31", "")))
    assert len(year.months) == 12
    assert measure(year, "M1").plan == (50,) * 12
    assert measure(year, "marketing-mql").plan[3:] == (None,) * 9, "the funnel was counted for a quarter"


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(0, 1500))
def test_the_parts_of_a_period_make_a_whole(start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    found = parts(start, end)
    assert list(found) == months_between(start, end)
    assert len(found) <= MOST_MONTHS
    assert all(part > 0 for part in found.values())
    if len(found) < MOST_MONTHS:
        assert sum(found.values()) == pytest.approx(1)


def test_whole_months_are_equal_parts_and_others_go_by_their_days() -> None:
    assert set(parts(date(2027, 1, 1), date(2027, 3, 31)).values()) == {1 / 3}
    assert parts(date(2027, 1, 17), date(2027, 2, 15)) == {"2027-01": 0.5, "2027-02": 0.5}
    long = parts(date(2027, 1, 1), date(2030, 12, 31))
    assert (len(long), set(long.values())) == (MOST_MONTHS, {1 / 48})


# ── the verdict ──────────────────────────────────────────────────────────────────────────────────────────────────────


@given(LEVELS, st.floats(0, 2))
def test_met_close_and_missed_are_a_tenth_of_the_level_apart(level: float, part: float) -> None:
    wanted = "met" if part >= 1 else "close" if part >= 0.9 else "missed"
    mirrored = "met" if part <= 1 else "close" if part <= 1.1 else "missed"
    edge = min(abs(part - one) for one in (0.9, 1, 1.1)) < 1e-6
    if edge or not level:
        return
    assert verdict("at_least", level, level * part) == wanted
    assert verdict("at_most", level, level * part) == mirrored
    exact = verdict("exactly", level, level * part)
    assert exact == ("close" if abs(part - 1) <= 0.1 else "missed")


@given(LEVELS)
def test_the_level_itself_is_met_and_without_one_nothing_is_said(level: float) -> None:
    for comparison in ("at_least", "at_most", "exactly"):
        assert verdict(comparison, level, level) == "met"
        assert verdict(comparison, None, level) == ""
    assert verdict("", level, level) == ""
    assert verdict("at_least", level, level * 0.9) in ("met", "close")


def test_a_verdict_that_is_too_kind_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control."""
    monkeypatch.setattr(actuals, "CLOSE", 0.2)
    with pytest.raises((AssertionError, ExceptionGroup)):
        test_met_close_and_missed_are_a_tenth_of_the_level_apart()


# ── figures over months ──────────────────────────────────────────────────────────────────────────────────────────────

NAME = Text("x", "x")


def entered(*values: float | None) -> dict[str, Actual]:
    months = [f"2027-{n:02}" for n in range(1, len(values) + 1)]
    return {m: Actual(v, "m1", 1) for m, v in zip(months, values, strict=True) if v is not None}


def told(found: tuple[Standing, ...]) -> list[tuple[float, str]]:
    return [(one.reached, one.status) for one in found]


def test_the_goal_is_told_to_date_and_not_across_a_gap() -> None:
    goal = Measure("g", "goal", "t", NAME, (300, 600, 900), "to_date", comparison="at_least")
    assert told(standings(goal, QUARTER, entered(320, 250, 100))) == [(320, "met"), (570, "close"), (670, "missed")]
    assert told(standings(goal, QUARTER, entered(320, None, 700))) == [(320, "met"), (1020, "")]
    assert told(standings(goal, QUARTER, entered(320, 250, 400, 50)))[-1] == (1020, ""), "after the period it goes on"


def test_a_level_a_quarter_is_told_when_it_is_over_or_decided() -> None:
    least = Measure("q", "commitment", "t", NAME, (12,) * 3, "quarter", comparison="at_least")
    assert told(standings(least, QUARTER, entered(3, 5, 3))) == [(3, ""), (8, ""), (11, "close")]
    assert told(standings(least, QUARTER, entered(13))) == [(13, "met")]
    most = structs.replace(least, comparison="at_most", plan=(4,) * 3)
    assert told(standings(most, QUARTER, entered(2, 1, 1))) == [(2, ""), (3, ""), (4, "met")]
    assert told(standings(most, QUARTER, entered(2, 5))) == [(2, ""), (7, "missed")]


def test_sums_are_told_only_where_adding_says_something() -> None:
    count = Measure("c", "commitment", "t", NAME, (50,) * 3, comparison="at_least", unit="mql", per="month")
    of = standings(count, QUARTER, entered(52, 45))
    assert summed(count, of) == actuals.Sum(97, 100)
    for one in (structs.replace(count, unit="percent"), structs.replace(count, per="week")):
        assert summed(one, of) == actuals.Sum()
    assert summed(count, ()) == actuals.Sum()


def test_a_figure_outside_the_months_of_the_plan_is_kept_and_not_judged() -> None:
    count = Measure("c", "commitment", "t", NAME, (50,) * 3, comparison="at_least")
    before = {"2026-12": Actual(1, "m1", 1)}
    assert standings(count, QUARTER, before) == (Standing("2026-12", 1, 1, None, ""),)
