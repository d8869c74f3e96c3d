"""The canonical content of a version: what everybody signs, and its fingerprint."""

import hashlib
import re

import msgspec

from accord.domain.attending import begun
from accord.domain.catalogue import Field, Table
from accord.domain.state import Row, State, members, rows_of, twin


def content(state: State, version: str) -> str:
    """Canonical JSON (RFC 8785 for the strings, integers and lists used here): sorted keys, no spaces, UTF-8."""
    return msgspec.json.encode(_tree(state, version), order="sorted").decode()


def digest(canonical: str) -> str:
    """SHA-256 in hex of the canonical JSON's UTF-8 bytes."""
    return hashlib.sha256(canonical.encode()).hexdigest()


_SMALL = re.compile(r"0\.(\d{1,3})")
_WHOLE = re.compile(r"([1-9]\d{0,2})\.(\d{1,3})")


def next_version(state: State, *, major: bool = False) -> str:
    """1.0 first, then 1.1, 1.2 …; `major` begins the next period's: 2.0.

    In a session that ends with a small version it is that one, or the next free one.
    """
    session = begun(state) or next(iter(state.plan.sittings), None)
    small = _SMALL.fullmatch(session.version) if session else None
    if small is None:
        return _next_whole(state, major)
    used = [int(found[1]) for v in state.versions if (found := _SMALL.fullmatch(v))]
    return f"0.{max([int(small[1]), *(one + 1 for one in used)])}"


def _next_whole(state: State, major: bool) -> str:
    used = [(int(found[1]), int(found[2])) for v in state.versions if (found := _WHOLE.fullmatch(v))]
    whole, part = max(used, default=(1, -1))
    return f"{whole + 1}.0" if major and used else f"{whole}.{part + 1}"


def _tree(state: State, version: str) -> dict[str, object]:
    plan = state.plan
    return {
        "format": "accord-agreement/1",
        "version": version,
        "title": plan.title,
        "company": plan.company,
        "languages": list(plan.languages),
        "teams": {team: names.name for team, names in plan.teams.items()},
        "parties": [
            {"name": p.name, "number": p.number, "twin": twin(state, p), "team": p.team, "head": p.head}
            for p in members(state)
        ],
        "sections": [{"id": s.id, "title": s.title, "clauses": _clauses(state, s.id)} for s in plan.sections],
        "tables": [table for name in state.tables if (table := _table(state, name))["rows"]],
        "open_points": [
            {"id": i.id, "text": i.text, "owner": i.owner, "due": i.due} for i in state.parked.values() if not i.closed
        ],
    }


def _clauses(state: State, section: str) -> list[dict[str, object]]:
    found = sorted((c for c in state.clauses.values() if c.section == section), key=lambda c: (c.order, c.id))
    return [{"id": c.id, "text": c.wording.text, "sources": list(c.sources), "row": c.row} for c in found]


def _table(state: State, name: str) -> dict[str, object]:
    """The agreed rows; people stand in them by name."""
    table = state.tables[name]
    rows = [row for row in rows_of(state, name) if row.result]
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
