"""The funnel of domain.md 2.7.1: the worked example to the unit, and what holds for every goal, rate and baseline."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import ceil, inf, nan
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.funnels import example

from accord.domain.funnel import (
    MOST,
    SCENARIOS,
    Figures,
    FunnelInput,
    Level,
    Load,
    Role,
    Stream,
    StreamFigures,
    Task,
    agrees,
    figures,
    going_down,
    going_up,
    ratio_of_a_point,
    rounded_up,
    wilson,
)
from accord.domain.funnel_checks import remarks

EXAMPLE = figures(example())
MARKETING, SALES = EXAMPLE.streams


def of(stream: StreamFigures, what: str) -> list[Any]:
    return [getattr(level, what) for level in stream.levels]


def with_rate(asked: FunnelInput, level: str, rate: float | None, stream: int = 0) -> FunnelInput:
    return with_level(asked, level, stream, rate=rate)


def with_level(asked: FunnelInput, level: str, stream: int = 0, **changes: Any) -> FunnelInput:
    streams = list(asked.streams)
    levels = tuple(structs.replace(one, **changes) if one.id == level else one for one in streams[stream].levels)
    streams[stream] = structs.replace(streams[stream], levels=levels)
    return structs.replace(asked, streams=tuple(streams))


def rules(asked: FunnelInput) -> list[str]:
    return [remark.rule for remark in remarks(asked)]


# ── the worked example ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_example_goes_up_from_twelve_contracts_to_thirty_thousand_visits() -> None:
    assert of(MARKETING, "shown") == [30000, 600, 150, 120, 60, 48, 12]
    assert of(SALES, "shown") == [50, 40, 8]
    assert (EXAMPLE.won, EXAMPLE.revenue) == (20, 900_000)
    worse = figures(with_rate(example(), "mql", 0.65))
    assert of(worse.streams[0], "shown") == [36924, 739, 185, 120, 60, 48, 12]  # negative control: the rate matters


def test_the_example_splits_its_revenue_sixty_to_forty() -> None:
    assert (MARKETING.won, MARKETING.revenue) == (12, 540_000)
    assert (SALES.won, SALES.revenue) == (8, 360_000)


def test_the_example_needs_eighty_eight_opportunities_and_covers_its_goal_four_point_four_times() -> None:
    assert [(junction.level, junction.shown) for junction in EXAMPLE.junctions] == [
        ("sql", 110),
        ("opportunities", 88),
        ("won", 20),
    ]
    assert EXAMPLE.pipeline == pytest.approx(3_960_000)
    assert EXAMPLE.coverage == pytest.approx(4.4)


def test_the_example_pays_420_for_an_mql_and_a_lead_is_worth_900() -> None:
    assert of(MARKETING, "cost")[2] == pytest.approx(420)
    assert of(MARKETING, "cost")[4] == pytest.approx(1050)
    assert of(MARKETING, "cost")[6] == pytest.approx(5250)
    assert of(MARKETING, "value")[1] == pytest.approx(900)
    assert of(SALES, "cost") == [None, None, None]


def test_the_example_loads_the_sdr_with_260_of_366_hours_and_the_sellers_with_748_of_915() -> None:
    sdr, sellers = EXAMPLE.loads
    assert [sdr.needed, sdr.available] == pytest.approx([260, 366])
    assert [sellers.needed, sellers.available] == pytest.approx([748, 915])
    assert not sdr.over
    assert not sellers.over
    assert (round(sdr.share or 0, 2), round(sellers.share or 0, 2)) == (0.71, 0.82)


def test_the_example_per_month_week_and_day() -> None:
    assert of(MARKETING, "month") == pytest.approx([10000, 200, 50, 40, 20, 16, 4])
    assert of(MARKETING, "week")[2] == pytest.approx(150 * 5 / 61)
    assert of(MARKETING, "day")[0] == pytest.approx(30000 / 61)


def test_the_examples_whole_rate_is_one_contract_for_fifty_leads() -> None:
    assert MARKETING.rate == pytest.approx(0.0004)
    assert of(MARKETING, "per_deal")[:3] == pytest.approx([2500, 50, 12.5])


def test_the_examples_gaps_keep_units_percent_and_points_apart() -> None:
    visits, mql = MARKETING.levels[0], MARKETING.levels[2]
    assert [visits.gap, visits.gap_share] == pytest.approx([1200, 0.0417], abs=1e-4)
    assert [mql.gap, mql.gap_share] == pytest.approx([-23, -0.1329], abs=1e-4)
    assert mql.points == pytest.approx(15.26, abs=0.01)


def test_ten_contracts_of_forty_two_opportunities_leave_a_wide_interval() -> None:
    """13.48–38.53 %. domain.md prints 14–38, which is 13.5 and 38.5 rounded to even."""
    interval = MARKETING.levels[5].interval
    assert interval is not None
    assert interval == pytest.approx((0.1348, 0.3853), abs=1e-4)
    assert wilson(100, 420) != pytest.approx(interval, abs=0.02)  # negative control: more cases, a narrower one


def test_the_examples_leads_for_the_quarter_come_from_october_on() -> None:
    """85 days before 1 January and before 31 March."""
    assert MARKETING.levels[2].window == (date(2026, 10, 8), date(2027, 1, 5))


def test_the_examples_strongest_levers_in_order_of_what_they_bring() -> None:
    assert [(lever.stream, lever.level) for lever in EXAMPLE.levers] == [
        ("marketing", "visits"),
        ("marketing", "leads"),
        ("marketing", "opportunities"),
    ]
    assert (EXAMPLE.levers[0].before, EXAMPLE.levers[0].after) == pytest.approx((30000, 20000))
    assert EXAMPLE.levers[1].gain == pytest.approx(540_000 * 0.01 / 0.25)


def test_the_examples_scenarios() -> None:
    cautious, base, ambitious = EXAMPLE.scenarios
    assert base.revenue == pytest.approx(900_000)
    assert cautious.revenue is not None
    assert ambitious.revenue is not None
    assert cautious.revenue < 900_000 < ambitious.revenue
    assert (cautious.needs["marketing"][2], base.needs["marketing"][2]) == pytest.approx((207.6, 150))


def test_the_example_has_one_remark_the_long_way_from_mql_to_signature() -> None:
    assert rules(example()) == ["GOAL-12"]


# ── what the check finds, each against the example that has none of it ───────────────────────────────────────────────


def goal(**changes: Any) -> FunnelInput:
    return structs.replace(example(), **changes)


def shares(marketing: float, sales: float) -> FunnelInput:
    m, s = example().streams
    return goal(streams=(structs.replace(m, share=marketing), structs.replace(s, share=sales)))


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (with_rate(example(), "sal", None), "GOAL-01"),
        (with_rate(example(), "sal", 1.2), "GOAL-02"),
        (with_rate(example(), "sal", 0.0), "GOAL-02"),
        (with_level(example(), "sal", volume=110), "GOAL-03"),
        (goal(revenue=1_000_000), "GOAL-04"),
        (shares(0.7, 0.4), "GOAL-05"),
        (with_level(example(), "mql", monthly=55), "GOAL-06"),
        (with_level(example(), "mql", baseline=None), "GOAL-07"),
        (with_rate(example(), "sql", 0.99), "GOAL-08"),
        (with_level(example(), "visits", baseline=20_000), "GOAL-08"),
        (with_level(example(), "opportunities", baseline=29), "GOAL-09"),
        (with_level(example(), "sal", owner=""), "GOAL-10"),
        (goal(assumptions=(), ends=date(2027, 2, 28)), "GOAL-11"),
        (goal(roles=(Role("sdr", 0.8, 6, example().roles[0].tasks),)), "GOAL-13"),
        (goal(rules=()), "GOAL-14"),
        (with_level(example(), "sal", unit=""), "GOAL-14"),
    ],
)
def test_the_check_finds(asked: FunnelInput, rule: str) -> None:
    assert rule in rules(asked)
    assert rule not in rules(example())


def test_a_lag_longer_than_the_period_is_no_finding_where_the_pipeline_at_the_start_counts() -> None:
    short = goal(assumptions=(), ends=date(2027, 2, 28))
    assert "GOAL-11" not in rules(structs.replace(short, open_value=90_000.0))


def test_open_opportunities_lower_what_must_be_won() -> None:
    found = figures(goal(open_value=90_000.0))
    assert found.won == pytest.approx(18)
    assert found.revenue == pytest.approx(900_000)


def test_a_stream_with_its_own_contract_value_needs_another_number() -> None:
    m, s = example().streams
    found = figures(goal(streams=(m, structs.replace(s, deal=90_000.0))))
    assert [found.streams[1].won, found.revenue] == pytest.approx([4, 900_000])


def test_a_load_above_eighty_five_percent_is_flagged_and_one_at_it_is_not() -> None:
    def load(people: float) -> Load:
        task = (Task("opportunities", 60.0, "marketing"),)
        return figures(goal(roles=(Role("seller", people, 1.0, task),), working_days=10.0)).loads[0]

    assert load(48 / 8.5).share == pytest.approx(0.85)
    assert not load(48 / 8.5).over
    assert load(48 / 8.6).over


# ── what holds for every funnel ──────────────────────────────────────────────────────────────────────────────────────

RATES = st.floats(0.005, 1.0)
VOLUMES = st.floats(0.1, 1e6)
ODD = st.one_of(st.none(), st.sampled_from([0.0, -1.0, 1.0, 0.5, inf, -inf, nan, 1e308, 5e-324]), st.floats())


def funnels(rate: st.SearchStrategy[Any] = RATES, count: st.SearchStrategy[Any] = VOLUMES) -> st.SearchStrategy[Any]:
    """Goals with one to three streams of two to six levels."""
    level = st.builds(
        Level, st.sampled_from("abcdef"), baseline=count, rate=rate, volume=count, monthly=count, days=count
    )
    stream = st.builds(
        Stream,
        st.sampled_from(["marketing", "sales", "partners"]),
        st.lists(level, min_size=2, max_size=6, unique_by=lambda one: one.id).map(tuple),
        share=rate,
        deal=st.none() | count,
    )
    role = st.builds(
        Role, st.just("sdr"), count, count, st.lists(st.builds(Task, st.sampled_from("abc"), count)).map(tuple)
    )
    return st.builds(
        FunnelInput,
        st.lists(stream, min_size=1, max_size=3, unique_by=lambda one: one.id).map(tuple),
        revenue=count,
        deal=count,
        months=count,
        working_days=count,
        roles=st.lists(role, max_size=2).map(tuple),
    )


@dataclass
class Way:
    """Rates and what they lead to."""

    rates: list[float]
    last: float


WAYS = st.builds(Way, st.lists(RATES, min_size=1, max_size=7), VOLUMES)


def returns(way: Way, up: Callable[..., tuple[float | None, ...]]) -> bool:
    there = up(way.rates, way.last)
    return there == pytest.approx(going_down(way.rates, there[0]), rel=1e-9)


@given(WAYS)
def test_up_and_then_down_returns(way: Way) -> None:
    assert returns(way, going_up)


def test_a_way_up_that_skips_a_rate_does_not_return() -> None:
    """Negative control."""
    assert not returns(Way([0.5, 0.25], 10), lambda rates, last: going_up([*rates[:-1], 1.0], last))


@given(WAYS)
def test_rounding_up_never_promises_less_and_never_a_whole_unit_more(way: Way) -> None:
    for volume in reversed(going_up(way.rates, way.last)):
        assert volume is not None
        shown = rounded_up(volume)
        if shown is None:
            assert volume >= MOST
            return
        assert volume * (1 - 1e-9) <= shown < volume + 1


def test_rounding_to_the_nearest_would_promise_less() -> None:
    """Negative control; and what only binary fractions add is no further piece."""
    assert round(120.4) < 120.4 <= (rounded_up(120.4) or 0)
    assert (rounded_up(3 * 0.1 * 10), ceil(3 * 0.1 * 10)) == (3, 4)


@given(WAYS)
def test_rounded_volumes_pass_the_check_going_down(way: Way) -> None:
    volumes = going_up(way.rates, way.last)
    assume((volumes[0] or 0) < MOST)
    shown = [rounded_up(volume) or 0 for volume in volumes]
    assert all(agrees(below, above * rate) for above, below, rate in zip(shown, shown[1:], way.rates, strict=False))


def test_the_tolerance_is_one_unit_or_two_percent() -> None:
    assert agrees(11, 10)
    assert not agrees(11.1, 10)
    assert agrees(1020, 1000)
    assert not agrees(1021, 1000)


def split(asked: FunnelInput) -> FunnelInput:
    """The same goal with shares that add up to 1."""
    total = sum(stream.share or 0 for stream in asked.streams)
    streams = tuple(structs.replace(stream, share=(stream.share or 0) / total) for stream in asked.streams)
    return structs.replace(asked, streams=streams)


@given(funnels())
def test_shares_that_add_up_bring_the_goal_and_others_are_found(asked: FunnelInput) -> None:
    whole = split(asked)
    assert figures(whole).revenue == pytest.approx(asked.revenue)
    assert "GOAL-05" not in rules(whole)
    doubled = tuple(structs.replace(stream, share=(stream.share or 0) * 2) for stream in whole.streams)
    assert "GOAL-05" in rules(structs.replace(whole, streams=doubled))  # negative control


def differs(rate: float, volume: float, by: float = 0.01) -> float:
    """The volume above after the rate has risen, worked out anew rather than by the formula."""
    return (going_up([rate + by], volume * rate)[0] or 0.0) - volume * ratio_of_a_point(rate)


@given(st.floats(0.005, 0.98), VOLUMES)
def test_the_sensitivity_formula_is_the_finite_difference(rate: float, volume: float) -> None:
    assert differs(rate, volume) == pytest.approx(0, abs=volume * 1e-9)
    assert differs(rate, volume, 0.02) != pytest.approx(0, abs=volume * 1e-9)  # negative control: two points


@given(funnels())
def test_every_lever_is_the_funnel_counted_anew_and_none_left_out_is_stronger(asked: FunnelInput) -> None:
    found = figures(asked)
    assert len(found.levers) <= 3
    gains = [lever.gain or 0 for lever in found.levers]
    assert gains == sorted(gains, reverse=True)
    for lever in found.levers:
        at = [stream.id for stream in asked.streams].index(lever.stream)
        anew = figures(with_rate(asked, lever.level, lever.rate + 0.01, at)).streams[at]
        assert lever.after == pytest.approx(anew.levels[0].volume)


CASES = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(CASES)
def test_wilsons_interval_holds_the_rate_and_stays_within_nothing_and_all(cases: tuple[int, int]) -> None:
    hits, n = cases
    low, high = wilson(hits, n) or (9, -9)
    assert 0 <= low <= hits / n <= high <= 1
    assert low < high


@given(CASES, st.integers(2, 50))
def test_more_cases_of_one_rate_narrow_the_interval(cases: tuple[int, int], times: int) -> None:
    hits, n = cases
    narrow, wide = wilson(hits * times, n * times) or (0, 9), wilson(hits, n) or (0, 0)
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_the_simple_interval_would_leave_nothing_and_all() -> None:
    """Negative control: 1 of 3 by the normal approximation reaches below 0; Wilson's does not."""
    assert 1 / 3 - 1.96 * (1 / 3 * 2 / 3 / 3) ** 0.5 < 0 < (wilson(1, 3) or (0, 0))[0]


@given(funnels(), st.floats(0.5, 0.999))
def test_a_lower_rate_never_needs_fewer_of_any_level_above_and_leaves_those_below(
    asked: FunnelInput, by: float
) -> None:
    stream = asked.streams[0]
    before = of(figures(asked).streams[0], "volume")
    for at, level in enumerate(stream.levels[:-1]):
        after = of(figures(with_rate(asked, level.id, (level.rate or 0) * by)).streams[0], "volume")
        assert all(new > old for new, old in zip(after[: at + 1], before[: at + 1], strict=True))
        assert after[at + 1 :] == before[at + 1 :]


@given(funnels(), st.floats(1.01, 5))
def test_a_higher_goal_needs_more_of_everything(asked: FunnelInput, by: float) -> None:
    more = figures(structs.replace(asked, revenue=(asked.revenue or 0) * by))
    for stream, higher in zip(figures(asked).streams, more.streams, strict=True):
        assert of(higher, "volume") == pytest.approx([volume * by for volume in of(stream, "volume")])


@given(funnels())
def test_the_value_of_a_level_is_its_deal_times_the_rates_below(asked: FunnelInput) -> None:
    for stream, found in zip(asked.streams, figures(asked).streams, strict=True):
        worth = stream.deal or asked.deal or 0
        for level, its in reversed([*zip(stream.levels, found.levels, strict=True)]):
            worth *= 1.0 if level is stream.levels[-1] else level.rate or 0
            assert its.value == pytest.approx(worth)


@given(funnels())
def test_the_ambitious_scenario_never_brings_less_than_the_base_and_the_base_brings_the_goal(
    asked: FunnelInput,
) -> None:
    _, base, ambitious = figures(split(asked)).scenarios
    assert base.revenue == pytest.approx(asked.revenue)
    assert (ambitious.revenue or 0) >= (base.revenue or 0) * (1 - 1e-9)


@given(funnels())
def test_the_cautious_scenario_moves_with_the_baseline_and_not_with_the_targets(asked: FunnelInput) -> None:
    other = with_rate(asked, asked.streams[0].levels[0].id, 0.123)
    stream = asked.streams[0].id
    needs = [figures(one).scenarios[0].needs[stream] for one in (asked, other)]
    assert needs[0] == needs[1]
    twice = with_level(asked, asked.streams[0].levels[0].id, baseline=(asked.streams[0].levels[0].baseline or 0) * 2)
    changed = figures(twice).scenarios[0].needs[stream]
    assert needs[0][0] is None or changed != needs[0]  # negative control


# ── what is missing ──────────────────────────────────────────────────────────────────────────────────────────────────


@given(funnels(ODD, ODD))
@settings(max_examples=400)
def test_no_number_however_odd_raises(asked: FunnelInput) -> None:
    found = figures(asked)
    assert [scenario.id for scenario in found.scenarios] == [*SCENARIOS]
    remarks(asked, found)
    assert msgspec.json.decode(msgspec.json.encode(found))


def test_an_empty_funnel_says_nothing() -> None:
    found = figures(FunnelInput())
    assert (found.streams, found.won, found.coverage, found.levers, found.loads) == ((), None, None, (), ())
    assert figures(FunnelInput((Stream("marketing"),))).streams[0].levels == ()
    assert remarks(FunnelInput()) == ()


def without(field: str) -> Figures:
    return figures(goal(**{field: None}))


def test_a_missing_figure_leaves_out_what_needs_it_and_nothing_else() -> None:
    assert of(without("months").streams[0], "month") == [None] * 7
    assert of(without("months").streams[0], "shown") == of(MARKETING, "shown")
    assert without("working_days").loads[0].available is None
    assert without("working_days").loads[0].needed == pytest.approx(260)
    assert without("starts").streams[0].levels[2].window is None


def test_above_a_missing_rate_counting_goes_on_from_what_was_written() -> None:
    found = figures(with_level(with_rate(example(), "mql", None), "mql", volume=160)).streams[0]
    assert of(found, "volume") == pytest.approx([32000, 640, 160, 120, 60, 48, 12])
    assert found.rate is None
    silent = figures(with_level(with_rate(example(), "mql", None), "mql", volume=None)).streams[0]
    assert of(silent, "volume") == pytest.approx([30000, 600, None, 120, 60, 48, 12])


def test_without_a_revenue_goal_the_contracts_that_were_written_are_the_start() -> None:
    found = without("revenue")
    assert of(found.streams[0], "shown") == of(MARKETING, "shown")
    assert found.coverage is None
