"""What is measured, and how much of it was planned for each month: read from the rows people agreed on. Pure.

The version in force decides; until there is one, the rows as they are agreed now. Ids of tables and fields are those of
canvases/activities/; a table that a team commits itself in is known by its field of kind "level".
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

import msgspec
from msgspec import Struct

from accord.domain import cells, funnel_rows
from accord.domain.catalogue import TEAMS, Table, Team, Text
from accord.domain.funnel import figures
from accord.domain.funnel_parts import streams
from accord.domain.funnel_rows import FUNNEL, GOAL, Line
from accord.domain.state import Row, State, rows_of

Number = float | None
Kind = Literal["goal", "level", "commitment", "metric"]
Span = Literal["month", "quarter", "whole", "to_date"]
Tables = list[dict[str, Any]]

METRICS = "metrics"
MOST_MONTHS = 36
NOT_ADDED = frozenset({*cells.CLOCKS, "percent", "attempts_average", "working_hour_median"})
"""Units whose figures of several months say nothing as a sum."""


class Measure(Struct, frozen=True):
    """One thing that a figure a month is entered for.

    `plan` is what each month is held against, None where nothing is planned. With the span "month" that is the figure
    of the month; with "quarter" (three months from the start) and "whole" the sum since it began; with "to_date" the
    sum so far. `per` is that of the level as it was agreed. `target` are the words of a metric.
    """

    row: str
    kind: Kind
    table: str
    name: Text
    plan: tuple[Number, ...]
    span: Span = "month"
    team: Team | None = None
    mark: str = ""
    comparison: str = ""
    level: Number = None
    unit: str = ""
    per: str = ""
    target: str = ""
    stream: str = ""

    @property
    def adds_up(self) -> bool:
        """Whether the figures of several months make a sum: no shares, no times, no averages a week."""
        if self.kind == "metric" and self.span == "month":
            return False
        return self.unit not in NOT_ADDED and self.per not in ("day", "week")


class Planned(Struct, frozen=True):
    """`months` are "2027-01" …, () while nobody said from when to when. `version` is the one in force, "" without."""

    months: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    version: str = ""
    currency: str = ""

    def of(self, row: str) -> Measure | None:
        return next((one for one in self.measures if one.row == row), None)


class Shape(Struct, frozen=True):
    """Of a table what a plan needs. `starters`: id → what its head cell began as, in both languages."""

    id: str
    head: str
    team: Team | None
    prefix: str
    level: str
    starters: tuple[tuple[str, str, str], ...]


def planned(state: State) -> Planned:
    version = next((one for one in reversed(state.versions.values()) if one.in_force is not None), None)
    shapes = tuple(shape for table in state.tables.values() if (shape := _shape(table)))
    if version:
        return _of_version(version.content, version.version, shapes)
    tables = [_agreed(state, shape.id) for shape in shapes]
    period = (state.period.start, state.period.end)
    return _planned(msgspec.json.encode([one for one in tables if one["rows"]]), period, "", shapes)


def _shape(table: Table) -> Shape | None:
    level = next((field.id for field in table.fields if field.kind == "level"), "")
    if table.id not in (*funnel_rows.TABLES, METRICS) and not (table.team and level):
        return None
    began = ((one.id, one.cells.get(table.head)) for one in table.starters)
    starters = tuple((id_, said.pl, said.en) for id_, said in began if said)
    return Shape(table.id, table.head, table.team, table.prefix, level, starters)


def _agreed(state: State, table: str) -> dict[str, Any]:
    rows = [row for row in rows_of(state, table) if row.result]
    return {"id": table, "rows": [{"id": row.id, "starter": row.starter, "cells": _words(row)} for row in rows]}


def _words(row: Row) -> dict[str, str]:
    """As they were agreed: what is being changed since then is no plan yet."""
    now = {name: words.text for name, words in row.cells.items()}
    return now if row.agreed == row.version else row.words


@lru_cache(maxsize=64)
def _of_version(content: str, version: str, shapes: tuple[Shape, ...]) -> Planned:
    tree = msgspec.json.decode(content)
    period = tree.get("period", {})
    known = {shape.id for shape in shapes}
    tables = [one for one in tree.get("tables", ()) if one["id"] in known]
    return _planned(msgspec.json.encode(tables), (period.get("start", ""), period.get("end", "")), version, shapes)


@lru_cache(maxsize=64)
def _planned(tables: bytes, period: tuple[str, str], version: str, shapes: tuple[Shape, ...]) -> Planned:
    return _Reading(msgspec.json.decode(tables, type=Tables), period, shapes).planned(version)


# --- months ---


def months_between(start: date, end: date) -> list[str]:
    """ "2027-01" … of every month that has a day of it, MOST_MONTHS at most."""
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, min(last, first + MOST_MONTHS - 1) + 1)]


def parts(start: date, end: date) -> dict[str, float]:
    """Month → its part of the period: equal parts where the period is whole months, else by its days."""
    months = months_between(start, end)
    after = end + timedelta(days=1) if end < date.max else end
    if start.day == after.day == 1:
        whole = (after.year - start.year) * 12 + after.month - start.month
        return {month: 1 / whole for month in months}
    days = (end - start).days + 1
    return {month: _days(month, start, end) / days for month in months}


def _days(month: str, start: date, end: date) -> int:
    first = date.fromisoformat(f"{month}-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if first.year < date.max.year else date.max
    return (min(last, end) - max(first, start)).days + 1


class _Reading:
    def __init__(self, tables: Tables, period: tuple[str, str], shapes: tuple[Shape, ...]) -> None:
        self.shapes = {shape.id: shape for shape in shapes}
        self.rows = {one["id"]: one["rows"] for one in tables}
        self.lines = {name: [self._line(name, row) for row in self.rows.get(name, ())] for name in funnel_rows.TABLES}
        goal = self.lines[GOAL][0] if self.lines[GOAL] else Line("", {})
        self.term = _span(cells.day(period[0]), cells.day(period[1]))
        self.counted = _span(goal.day("period_from"), goal.day("period_to")) or self.term
        spans = [span for span in (self.term or self.counted, self.counted) if span]
        first, last = min((a for a, _ in spans), default=None), max((b for _, b in spans), default=None)
        self.months = tuple(months_between(first, last)) if first and last else ()
        self.term = self.term or self.counted

    def planned(self, version: str) -> Planned:
        found = (*self._goal(), *self._levels(), *self._commitments(), *self._metrics())
        return Planned(self.months, found, version, funnel_rows.currency(self.lines))

    def _line(self, table: str, row: dict[str, Any]) -> Line:
        return Line(row["id"], row["cells"])

    def _name(self, table: str, row: dict[str, Any]) -> Text:
        """Its head cell; one that is still called what it began as is called so in both languages."""
        shape = self.shapes[table]
        words = row["cells"].get(shape.head, "").strip()
        began = next((one for one in shape.starters if one[0] == row["starter"]), None)
        if began and words in ("", *began[1:]):
            return Text(began[1], began[2])
        return Text(words, words)

    def _within(self, span: tuple[date, date] | None) -> dict[str, float]:
        return parts(*span) if span else {}

    # --- the goal and its funnel ---

    def _goal(self) -> Iterator[Measure]:
        for row, line in list(zip(self.rows.get(GOAL, ()), self.lines[GOAL], strict=True))[:1]:
            revenue = line.number("revenue_target")
            if revenue is not None:
                yield Measure(
                    row["id"], "goal", GOAL, self._name(GOAL, row), self._to_date(revenue), "to_date",
                    comparison="at_least", level=revenue, per="period",
                )  # fmt: skip

    def _to_date(self, whole: float) -> tuple[Number, ...]:
        share, found = 0.0, []
        part = self._within(self.counted)
        for month in self.months:
            share += part.get(month, 0.0)
            found.append(whole * min(1.0, share) if month in part else None)
        return tuple(found)

    def _levels(self) -> Iterator[Measure]:
        if not self.lines[FUNNEL]:
            return
        asked = funnel_rows.read(self.lines)
        ids: dict[str, list[str]] = {stream.id: [] for stream in asked.streams}
        for line in self.lines[FUNNEL]:
            ids[funnel_rows.stream_of(line)].append(line.id)
        known, part = {row["id"]: row for row in self.rows[FUNNEL]}, self._within(self.counted)
        for stream in streams(asked, figures(asked), ids):
            for level in stream.levels:
                volume = level.volume
                plan = tuple(None if volume is None or m not in part else volume * part[m] for m in self.months)
                yield Measure(
                    level.row, "level", FUNNEL, self._name(FUNNEL, known[level.row]), plan,
                    comparison="at_least" if volume is not None else "", level=volume, per="period", stream=stream.id,
                )  # fmt: skip

    # --- commitments and metrics ---

    def _promising(self) -> list[Shape]:
        """Tables in which a team commits itself, marketing first."""
        found = [shape for shape in self.shapes.values() if shape.team and shape.level]
        return sorted(found, key=lambda shape: TEAMS.index(shape.team) if shape.team else 0)

    def _commitments(self) -> Iterator[Measure]:
        for shape in self._promising():
            for n, row in enumerate(self.rows.get(shape.id, ()), 1):
                yield self._commitment(shape, row, f"{shape.prefix}{n}" if shape.prefix else "")

    def _commitment(self, shape: Shape, row: dict[str, Any], mark: str) -> Measure:
        level = cells.level(row["cells"].get(shape.level, ""))
        name = self._name(shape.id, row)
        if level is None:
            nothing = (None,) * len(self.months)
            return Measure(row["id"], "commitment", shape.id, name, nothing, team=shape.team, mark=mark)
        span = _span_of(level.unit, level.per)
        return Measure(
            row["id"], "commitment", shape.id, name, self._held(level.value, span), span, shape.team, mark,
            level.comparison, level.value, level.unit, level.per,
        )  # fmt: skip

    def _held(self, level: float, span: Span) -> tuple[Number, ...]:
        """What each month is held against; a quarter that the agreement's end cuts short asks for its part."""
        inside = list(self._within(self.term))
        if span != "quarter":
            return tuple(level if month in inside else None for month in self.months)
        spans = [inside[at : at + 3] for at in range(0, len(inside), 3)]
        plan = {month: level * len(three) / 3 for three in spans for month in three}
        return tuple(plan.get(month) for month in self.months)

    def _metrics(self) -> Iterator[Measure]:
        """Those that show nothing else of this list: nobody enters a figure twice."""
        for row in self.rows.get(METRICS, ()):
            if not self._shown_already(row):
                yield self._metric(row)

    def _metric(self, row: dict[str, Any]) -> Measure:
        words = row["cells"].get("target", "").strip()
        value, unit = cells.number(words.replace("%", "")), "percent" if "%" in words else ""
        per = "quarter" if re.search(r"kwarta|quarter", words, re.IGNORECASE) else "month"
        span = _span_of(unit, per)
        plan = self._held(value, span) if value is not None else (None,) * len(self.months)
        return Measure(
            row["id"], "metric", METRICS, self._name(METRICS, row), plan, span, None, "",
            "" if value is None else _comparison(words), value, unit, "" if value is None else per, words,
        )  # fmt: skip

    def _shown_already(self, row: dict[str, Any]) -> bool:
        """By a commitment that names the metric, or by the one stream of the funnel that has its level."""
        promised = (one["cells"].get("report", "") for s in self._promising() for one in self.rows.get(s.id, ()))
        if any(name in (row["id"], row["starter"]) for words in promised for name in cells.refs(words)):
            return True
        stage: str = row["cells"].get("funnel_stage", "")
        return sum(line.said("level") == stage for line in self.lines[FUNNEL]) == 1


def _span(start: date | None, end: date | None) -> tuple[date, date] | None:
    return (start, end) if start and end and start <= end else None


def _span_of(unit: str, per: str) -> Span:
    """Levels a day or a week, and what cannot be added, are held against the month's own figure."""
    if unit in NOT_ADDED or per in ("day", "week", "month"):
        return "month"
    return "quarter" if per == "quarter" else "whole"


_LEAST = re.compile(r"\b(?:at least|no less than|co najmniej|nie mniej niż|minimum)\b|≥", re.IGNORECASE)
_MOST = re.compile(r"\b(?:at most|no more than|najwyżej|nie więcej niż|maximum|maksimum)\b|≤", re.IGNORECASE)


def _comparison(words: str) -> str:
    """At least or at most, as the words say it; "" when they say neither or both."""
    found = [way for way, known in (("at_least", _LEAST), ("at_most", _MOST)) if known.search(words)]
    return found[0] if len(found) == 1 else ""
