"""The funnel as everybody sees it: a part of `accord.domain.sight`, counted anew whenever a cell of it changes."""

from collections.abc import Mapping, Sequence

from accord.domain import records as r
from accord.domain.funnel import figures
from accord.domain.funnel_checks import remarks
from accord.domain.funnel_parts import streams
from accord.domain.funnel_rows import FUNNEL, TABLES, Line, currency, read, stream_of
from accord.domain.records import ALL, Record
from accord.domain.state import State, rows_of

Shown = tuple[str, Record]


def funnel_key(state: State, row: str) -> tuple[str, ...]:
    """The record's key, if the row belongs to what it is counted from."""
    return ("funnel:w",) if state.rows[row].table in TABLES else ()


def funnel(state: State, _id: str = "w") -> Shown | None:
    """None while no level stands anywhere."""
    lines = {table: _lines(state, table) for table in TABLES}
    return (ALL, record(lines)) if lines[FUNNEL] else None


def _lines(state: State, table: str) -> list[Line]:
    return [Line(row.id, {name: words.text for name, words in row.cells.items()}) for row in rows_of(state, table)]


def record(lines: Mapping[str, Sequence[Line]]) -> r.Funnel:
    asked = read(lines)
    found = figures(asked)
    rows: dict[str, list[str]] = {stream.id: [] for stream in asked.streams}
    for line in lines.get(FUNNEL, ()):
        rows[stream_of(line)].append(line.id)
    return r.Funnel(
        "w",
        streams=streams(asked, found, rows),
        junctions=found.junctions,
        levers=found.levers,
        loads=found.loads,
        scenarios=found.scenarios,
        remarks=remarks(asked, found),
        currency=currency(lines),
        goal=asked.revenue,
        deal=asked.deal,
        open_value=asked.open_value,
        starts=asked.starts.isoformat() if asked.starts else "",
        ends=asked.ends.isoformat() if asked.ends else "",
        won=found.won,
        revenue=found.revenue,
        pipeline=found.pipeline,
        coverage=found.coverage,
    )
