"""A funnel's tables as input for its arithmetic. Tolerant: a cell that is empty or half typed is not known yet.

The ids of tables, fields and options are those of canvases/activities/funnel-goals.yaml.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from accord.domain import cells
from accord.domain.catalogue import TEAMS
from accord.domain.funnel import FunnelInput, Level, Number, Role, Stream, Task

GOAL, FUNNEL, CAPACITY = "funnel_goal", "funnel", "capacity"
TABLES = (GOAL, FUNNEL, CAPACITY)
PARTNERS = "partners"


class Line(Struct, frozen=True):
    """A row as the arithmetic needs it: its id and the words of its cells."""

    id: str
    cells: Mapping[str, str]

    def said(self, field: str) -> str:
        return self.cells.get(field, "").strip()

    def number(self, field: str) -> Number:
        """Nothing on this sheet can be less than nothing."""
        found = cells.number(self.said(field))
        return found if found is not None and found >= 0 else None

    def share(self, field: str) -> Number:
        return cells.share(self.said(field))

    def day(self, field: str) -> date | None:
        return cells.day(self.said(field))


def read(lines: Mapping[str, Sequence[Line]]) -> FunnelInput:
    """Lines of each table, in reading order. The goal is the first line of its table."""
    goal = next(iter(lines.get(GOAL, ())), Line("", {}))
    starts, ends = goal.day("period_from"), goal.day("period_to")
    levels = lines.get(FUNNEL, ())
    return FunnelInput(
        streams=tuple(
            _stream(name, goal, [one for one in levels if stream_of(one) == name]) for name in _names(levels, goal)
        ),
        revenue=goal.number("revenue_target"),
        deal=goal.number("average_deal"),
        open_value=goal.number("open_pipeline"),
        starts=starts,
        ends=ends,
        months=goal.number("months") or _months(starts, ends),
        working_days=goal.number("working_days"),
        roles=tuple(_role(one) for one in lines.get(CAPACITY, ())),
        assumptions=cells.lines(goal.said("assumptions")),
    )


def stream_of(line: Line) -> str:
    return line.said("stream") or TEAMS[0]


def level_ids(lines: Iterable[Line]) -> list[str]:
    """What each line of one stream counts; a second one of a kind, or of no kind, goes by its own id."""
    found: list[str] = []
    for line in lines:
        level = line.said("level")
        found.append(level if level and level not in found else line.id)
    return found


def currency(lines: Mapping[str, Sequence[Line]]) -> str:
    """As it was written: in its own cell, or beside the goal."""
    goal = next(iter(lines.get(GOAL, ())), Line("", {}))
    beside = "".join(ch for ch in goal.said("revenue_target").partition(",")[0] if ch.isalpha() or ch in "€$£")
    return goal.said("currency") or beside[:8]


def _names(levels: Iterable[Line], goal: Line) -> tuple[str, ...]:
    """Marketing first, then sales, then whoever else; partners also where they have a share and no levels."""
    found = dict.fromkeys(stream_of(line) for line in levels)
    found |= dict.fromkeys(name for name in (PARTNERS,) if found and goal.share(f"share_{name}"))
    return tuple(sorted(found, key=lambda name: TEAMS.index(name) if name in TEAMS else len(TEAMS)))


def _stream(name: str, goal: Line, lines: Sequence[Line]) -> Stream:
    levels = tuple(_level(one, line, goal) for one, line in zip(level_ids(lines), lines, strict=True))
    deal, budget = goal.number(f"average_deal_{name}"), goal.number(f"{name}_budget")
    return Stream(name, levels, goal.share(f"share_{name}"), deal, budget)


def _level(id_: str, line: Line, goal: Line) -> Level:
    cycle = goal.number("cycle_days") if id_ == "mql" else None
    days = line.number("median_days")
    return Level(
        id=id_,
        name=line.said("name"),
        unit=line.said("unit"),
        owner=line.said("owner"),
        baseline=line.number("baseline"),
        rate=line.share("rate"),
        volume=line.number("volume"),
        days=cycle if days is None else days,
        lever=line.said("lever"),
        rule=line.said("unit_rule"),
    )


TASKS = {
    "minutes_per_mql": ("mql", ""),
    "minutes_per_sal": ("sal", ""),
    "minutes_per_own_sql": ("sql", "sales"),
    "minutes_per_opportunity": ("opportunities", ""),
}


def _role(line: Line) -> Role:
    asked = {field: line.number(field) for field in TASKS}
    tasks = tuple(Task(TASKS[field][0], minutes, TASKS[field][1]) for field, minutes in asked.items() if minutes)
    return Role(line.id, line.number("people"), line.number("hours_per_day"), tasks)


def _months(starts: date | None, ends: date | None) -> Number:
    """Whole months, or None where the period has a broken one."""
    if starts is None or ends is None or ends < starts or ends == date.max:
        return None
    after = ends + timedelta(days=1)
    months = (after.year - starts.year) * 12 + after.month - starts.month
    return float(months) if after.day == starts.day and months else None
