"""What stands in the chapters of the agreement: clauses, and the agreed rows that some of them stand for."""

from accord.domain.catalogue import Field, Table
from accord.domain.sections import left_rows, stands
from accord.domain.state import Parked, Row, State, rows_of


def clauses(state: State, section: str) -> list[dict[str, object]]:
    found = sorted((c for c in state.clauses.values() if c.section == section), key=lambda c: (c.order, c.id))
    return [{"id": c.id, "text": c.wording.text, "sources": list(c.sources), "row": c.row} for c in found]


def open_points(state: State) -> list[Parked]:
    """What is on the parking lot, as long as its annex is part of the agreement."""
    return [one for one in state.parked.values() if not one.closed] if stands(state, "annex_open") else []


def agreed_table(state: State, name: str) -> dict[str, object]:
    """The agreed rows that stand in the agreement; people stand in them by name."""
    table = state.tables[name]
    left = left_rows(state)
    rows = [row for row in rows_of(state, name) if row.result and row.id not in left]
    return {
        "id": table.id,
        "title": table.title,
        "fields": [{"id": f.id, "title": f.title, "kind": f.kind} for f in table.fields],
        "rows": [{"id": row.id, "starter": row.starter, "cells": _cells(state, table, row)} for row in rows],
    }


def _cells(state: State, table: Table, row: Row) -> dict[str, str]:
    return {f.id: _said(state, f, row.said(f.id)) for f in table.fields if row.said(f.id)}


def _said(state: State, field: Field, words: str) -> str:
    if field.kind != "person":
        return words
    names = (state.people[one].name if one in state.people else one for one in words.split(", "))
    return ", ".join(names)
