"""From the cells of the funnel's tables to what everybody sees, however unfinished they are."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.funnels import lines
from tests.support.workshops import Scene, plan, prompt, step

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.catalogue import Field, Plan, Table, Text
from accord.domain.funnel import figures
from accord.domain.funnel_rows import CAPACITY, FUNNEL, GOAL, TABLES, Line, currency, read
from accord.domain.sight import everything, look, touched
from accord.domain.sight_funnel import record

EXAMPLE = lines()
BOTH = Text("x", "x")
COLUMNS = {
    GOAL: ("revenue_target", "average_deal", "share_marketing", "share_sales"),
    FUNNEL: ("name", "stream", "level", "rate", "volume"),
    CAPACITY: ("role", "people"),
}


def changed(table: str, at: int, **cells: str) -> dict[str, list[Line]]:
    """The example with other words in some cells of one line."""
    return {
        name: [Line(o.id, {**o.cells, **cells}) if (name, n) == (table, at) else o for n, o in enumerate(some)]
        for name, some in EXAMPLE.items()
    }


def test_the_tables_of_the_example_come_to_its_figures() -> None:
    found = figures(read(EXAMPLE))
    assert [level.shown for level in found.streams[0].levels] == [30000, 600, 150, 120, 60, 48, 12]
    assert [level.shown for level in found.streams[1].levels] == [50, 40, 8]
    assert found.coverage == pytest.approx(4.4)
    assert [load.needed for load in found.loads] == pytest.approx([260, 748])
    assert found.streams[0].levels[2].cost == pytest.approx(420)
    assert found.streams[0].levels[2].window is not None


def test_the_record_says_where_each_level_was_written_and_in_which_money() -> None:
    shown = record(EXAMPLE)
    assert [level.row for stream in shown.streams for level in stream.levels] == [one.id for one in EXAMPLE[FUNNEL]]
    assert (shown.currency, shown.goal, shown.won) == ("PLN", 900_000, 20)
    assert [remark.rule for remark in shown.remarks] == ["GOAL-12"]


@pytest.mark.parametrize(("words", "said"), [("PLN 900,000", "PLN"), ("900 000 zł", "zł"), ("€1m", "€m"), ("900", "")])
def test_money_is_called_as_it_was_written_beside_the_goal(words: str, said: str) -> None:
    assert currency(changed(GOAL, 0, revenue_target=words, currency="")) == said


@pytest.mark.parametrize("words", ["", " ", "8x0", "-5%", "about half", "%", "1e9"])
def test_a_rate_that_cannot_be_read_leaves_its_level_to_what_was_written(words: str) -> None:
    stream = figures(read(changed(FUNNEL, 2, rate=words, volume="160"))).streams[0]
    assert [level.shown for level in stream.levels][2:5] == [160, 120, 60]


@pytest.mark.parametrize(("words", "mql"), [("80%", 150), ("80", 150), ("0.8", 150), ("0,8", 150), ("60 %", 200)])
def test_a_rate_is_read_however_it_is_typed(words: str, mql: int) -> None:
    assert figures(read(changed(FUNNEL, 2, rate=words))).streams[0].levels[2].shown == mql


def test_a_second_line_of_one_level_goes_by_its_own_id() -> None:
    twice = changed(FUNNEL, 1, level="visits")
    assert [level.id for level in read(twice).streams[0].levels][:2] == ["visits", EXAMPLE[FUNNEL][1].id]
    assert record(twice).streams[0].levels[1].row == EXAMPLE[FUNNEL][1].id


def test_partners_with_a_share_bring_their_contracts_even_without_levels() -> None:
    shares = {"share_marketing": "60%", "share_sales": "30%"}
    found = figures(read(changed(GOAL, 0, **shares, share_partners="10%")))
    assert [stream.won for stream in found.streams] == pytest.approx([12, 6, 2])
    assert found.revenue == pytest.approx(900_000)
    assert all(scenario.revenue for scenario in found.scenarios)
    shown = record(changed(GOAL, 0, **shares, share_partners="10%"))
    assert "GOAL-05" not in [remark.rule for remark in shown.remarks]
    assert "GOAL-05" in [remark.rule for remark in record(changed(GOAL, 0, **shares)).remarks]  # negative control


WORDS = st.one_of(
    st.text(max_size=12), st.sampled_from(["", "12", "80%", "0", "2027-01-01", "marketing", "mql", "9" * 20])
)
FIELDS = sorted({field for some in EXAMPLE.values() for line in some for field in line.cells})
ANY_LINE = st.builds(Line, st.uuids().map(str), st.dictionaries(st.sampled_from(FIELDS), WORDS))


@settings(max_examples=60)
@given(st.fixed_dictionaries({table: st.lists(ANY_LINE, max_size=6) for table in TABLES}))
def test_no_words_in_any_cell_raise(any_lines: dict[str, list[Line]]) -> None:
    shown = record(any_lines)
    assert sum(len(stream.levels) for stream in shown.streams) == len(any_lines[FUNNEL])


# ── in a room ────────────────────────────────────────────────────────────────────────────────────────────────────────


def founding() -> Plan:
    """A workshop whose one step has the funnel's tables."""
    tables = tuple(Table(name, BOTH, tuple(Field(one, BOTH) for one in fields)) for name, fields in COLUMNS.items())
    made = step("s1", tuple(structs.replace(prompt(name), table=name) for name in TABLES))
    return plan(structs.replace(made, turns=(tuple(p.id for p in made.prompts),), tables=tables))


def room() -> Scene:
    scene = Scene(founding())
    scene.ask("f1", c.GoTo("s1", 0, "discuss"))
    return scene


def counted(scene: Scene) -> Any:
    return everything(scene.state).get("funnel:w", (None, None))[1]


def add(scene: Scene, table: str, row: str, **cells: str) -> None:
    scene.ask("m1", c.AddRow(row, f"s1.{table}", cells=cells))


def test_there_is_no_funnel_until_a_level_stands_in_its_table() -> None:
    scene = room()
    add(scene, GOAL, "goal-row-1", revenue_target="900")
    assert counted(scene) is None
    add(scene, FUNNEL, "funnel-row-1", name="Leads", level="leads")
    assert [level.name for level in counted(scene).streams[0].levels] == ["Leads"]


def write(scene: Scene, row: str, field: str, words: str) -> tuple[e.Event, ...]:
    """Typed with the pen of the cell; the events of the writing alone."""
    text = f"{row}/{field}"
    scene.ask("s1", c.TakePen(text))
    version = scene.state.rows[row].cells[field].version
    events = scene.ask("s1", c.WritePen(text, words, version))
    scene.ask("s1", c.DropPen(text))
    return events


def with_levels() -> Scene:
    scene = room()
    add(scene, GOAL, "goal-row-1", revenue_target="900", average_deal="90", share_marketing="100%")
    add(scene, FUNNEL, "funnel-row-1", level="sql", stream="marketing", rate="50%")
    add(scene, FUNNEL, "funnel-row-2", level="won", stream="marketing")
    return scene


def test_typing_in_any_of_its_cells_moves_the_funnel_for_all() -> None:
    scene = with_levels()
    assert counted(scene).streams[0].levels[0].shown == 20
    for row, field, words, shown in [
        ("funnel-row-1", "rate", "25%", 40),
        ("goal-row-1", "revenue_target", "1 800", 80),
    ]:
        (event,) = write(scene, row, field, words)
        assert "funnel:w" in (touched(event, scene.state) or ())
        found = look(scene.state, "funnel:w")
        assert found is not None
        assert found[0] == "all"
        assert found[1].streams[0].levels[0].shown == shown  # type: ignore[attr-defined]


def differences(seed: int, look_at: Callable[..., tuple[str, ...] | None]) -> int:
    """How often what a room shows of the funnel is not the truth, in sixty writings."""
    scene, random, wrong = with_levels(), Random(seed), 0
    shown = counted(scene)
    for _ in range(60):
        table, row = random.choice([(GOAL, "goal-row-1"), (FUNNEL, "funnel-row-1"), (FUNNEL, "funnel-row-2")])
        events = write(scene, row, random.choice(COLUMNS[table]), str(random.randint(1, 99)))
        keys = [key for event in events for key in look_at(event, scene.state) or ()]
        if "funnel:w" in keys:
            shown = counted(scene)
        wrong += shown != counted(scene)
    return wrong


def test_looking_only_at_what_events_touch_shows_the_true_funnel() -> None:
    assert [differences(seed, touched) for seed in range(5)] == [0] * 5


def test_a_touched_that_forgets_the_funnel_is_caught() -> None:
    """Negative control."""
    assert differences(1, lambda event, state: ()) > 0
