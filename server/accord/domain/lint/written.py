"""What stands in the cells of every table, whatever it is about; and which of them name somebody who has left."""

import re
from collections.abc import Iterator

from accord.domain import cells
from accord.domain.catalogue import Field, Table
from accord.domain.chapters import open_points
from accord.domain.lint import model as m
from accord.domain.lint.rows import SECTIONS, Rows
from accord.domain.sections import sections, stands
from accord.domain.state import Person, Row, State, rows_of

NAMES = ("person", "text", "list")
"""Kinds of fields in which somebody may be named in words."""


def written(state: State, rows: Rows) -> Iterator[m.Spoken]:
    """The words of every cell, in the order of tables, rows and fields."""
    for table, row in _all(state, rows):
        section = _section(state, row)
        for field in table.fields:
            if field.kind != "choice" and (words := row.said(field.id)):
                yield m.Spoken(section, field.id, row.id, field.id, words)


def left(state: State, rows: Rows) -> Iterator[m.Left]:
    """Cells and open points that name somebody who has left, and promises that nobody who is here has made."""
    gone = [person for person in state.people.values() if person.left and person.role == "member"]
    if not gone:
        return
    here = {person.name.casefold() for person in state.people.values() if not person.gone and not person.waiting}
    named = [person for person in gone if person.name.casefold() not in here]
    for table, row in _all(state, rows):
        yield from _left_in(state, table, row, gone, named)
    for one in open_points(state):
        if people := [p for p in gone if one.owner == p.id] or [p for p in named if _says(one.owner, p)]:
            yield m.Left("annex_open", "parked", one.id, "owner", _names(people), one.text)


def _left_in(state: State, table: Table, row: Row, gone: list[Person], named: list[Person]) -> Iterator[m.Left]:
    section, what = _section(state, row), row.said(table.head)
    for field in table.fields:
        if people := _people(field, row.said(field.id), gone, named):
            yield m.Left(section, field.id, row.id, field.id, _names(people), what, field.title)
    if table.team and row.promisers and row.promisers <= {person.id for person in gone}:
        yield m.Left(section, "promise", row.id, "", _names([state.people[one] for one in row.promisers]), what)


def _people(field: Field, words: str, gone: list[Person], named: list[Person]) -> list[Person]:
    """Those who left and whom the cell names: by id or, where free words stand, by name."""
    if field.kind not in NAMES or not words:
        return []
    parts = {part.casefold() for line in cells.lines(words) for part in cells.refs(line)}
    if field.kind != "person":
        return [one for one in named if one.name.casefold() in parts]
    known = [one for one in gone if one.id in parts]
    return known or [one for one in named if _says(words, one)]


def _says(words: str, person: Person) -> bool:
    """The whole name, not a part of another."""
    return bool(re.search(rf"(?<!\w){re.escape(person.name.casefold())}(?!\w)", words.casefold()))


def _names(people: list[Person]) -> str:
    return ", ".join(sorted({person.name for person in people}))


def _all(state: State, rows: Rows) -> Iterator[tuple[Table, Row]]:
    for name, table in state.tables.items():
        yield from ((table, row) for row in rows_of(state, name) if rows.counts(row))


def _section(state: State, row: Row) -> str:
    """Where it is read: in the section of its clause, else where it will stand."""
    there = {clause.section for clause in state.clauses.values() if clause.row == row.id}
    feeds = [feed.section for feed in state.planned_prompts[row.prompt].prompt.feeds]
    order = [one.id for one in sections(state) if stands(state, one.id)]
    found = next((one for one in order if one in there), "") or SECTIONS.get(row.table, "")
    return found or next((one for one in order if one in feeds), "")
