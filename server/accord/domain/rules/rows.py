"""Rows of tables, promises, consent on rows, and marks."""

from accord.domain import cells
from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, found, fresh, limit, note_of, on
from accord.domain.attending import promised
from accord.domain.catalogue import Field, Marks, Table
from accord.domain.reviews import judged
from accord.domain.rules.outcomes import and_outcomes
from accord.domain.rules.wordings import PEN_SILENCE
from accord.domain.sealing import still_hides
from accord.domain.sections import standing, stands
from accord.domain.state import NOTHING, Row, State, asked_about, rows_of, table_of
from accord.domain.words import NOTE, WORDING, clean
from accord.errors import Refused

ROWS = 200


@on(c.AddRow)
def _(command: c.AddRow, ask: Ask) -> Events:
    state, table = ask.state, _table(ask.state, command.prompt)
    if table.fixed:
        raise Refused("not_allowed")
    limit(len(rows_of(state, table.id)), ROWS, "rows")
    row = fresh(command.id, state.rows, state.proposals, state.clauses)  # type: ignore[arg-type]
    given = {name: clean(words, WORDING, name, empty=True) for name, words in command.cells.items()}
    for name in given:
        _field(table, name)
    written = started(state, table, command.starter) | {name: words for name, words in given.items() if words}
    for note in command.based_on:
        if not note_of(state, note).shown:
            raise Refused("not_found")
    sources = tuple(dict.fromkeys(command.based_on))
    return (e.RowAdded(row, table.id, command.prompt, ask.person, ask.now, command.starter, written, sources),)


def _table(state: State, prompt: str) -> Table:
    table = table_of(state, prompt)
    if table is None:
        raise Refused("not_found")
    return table


def _field(table: Table, name: str) -> Field:
    field = table.field(name)
    if field is None:
        raise Refused("not_found")
    return field


def started(state: State, table: Table, starter: str) -> dict[str, str]:
    """The words a starter begins with, in the workshop's first language."""
    if not starter:
        return {}
    known = next((s for s in table.starters if s.id == starter), None)
    if known is None:
        raise Refused("not_found")
    return {name: text.said(state.plan.languages[0]) for name, text in known.cells.items()}


@on(c.RemoveRow)
def _(command: c.RemoveRow, ask: Ask) -> Events:
    row = found(ask.state.rows, command.row)
    if ask.state.tables[row.table].fixed:
        raise Refused("not_allowed")
    if row.result and not ask.leads:
        raise Refused("not_yours")
    if asked_about(ask.state, row.id):
        raise Refused("already_proposed")
    return (e.RowRemoved(row.id),)


@on(c.PlaceRow)
def _(command: c.PlaceRow, ask: Ask) -> Events:
    row = found(ask.state.rows, command.row)
    if command.before and found(ask.state.rows, command.before).table != row.table:
        raise Refused("not_found")
    return (e.RowPlaced(row.id, command.before),)


@on(c.SetCell)
def _(command: c.SetCell, ask: Ask) -> Events:
    row = found(ask.state.rows, command.row)
    field = _field(ask.state.tables[row.table], command.field)
    now = row.cells.get(field.id, NOTHING)
    if now.pen not in ("", ask.person) and ask.now - now.pen_at < PEN_SILENCE:
        raise Refused("pen_held", person=now.pen)
    if command.base != now.version:
        raise Refused("stale", text=now.text, version=now.version)
    words = clean(command.words, WORDING, field.id, empty=True)
    if why := cells.wrong(field, words):
        raise Refused("bad_input", field=field.id, why=why)
    return () if words == now.text else (e.WordsWritten(f"{row.id}/{field.id}", ask.person, words, ask.now),)


@on(c.Promise)
def _(command: c.Promise, ask: Ask) -> Events:
    row = found(ask.state.rows, command.row)
    if ask.who.team != ask.state.tables[row.table].team:
        raise Refused("other_team")
    if (ask.person in row.promisers) == command.given:
        return ()
    return (e.Promised(row.id, ask.person, command.given),)


@on(c.ProposeRows)
def _(command: c.ProposeRows, ask: Ask) -> Events:
    table = _table(ask.state, command.prompt)
    if not command.rows:
        raise Refused("bad_input", field="rows", why="empty")
    for name in command.rows:
        _proposable(ask.state, found(ask.state.rows, name), table)
    proposal = fresh(command.id, ask.state.proposals, ask.state.clauses, ask.state.rows)  # type: ignore[arg-type]
    rows = tuple(dict.fromkeys(command.rows))
    return and_outcomes(ask, e.RowsProposed(proposal, command.prompt, ask.person, rows, ask.now))


def _proposable(state: State, row: Row, table: Table) -> None:
    if row.table != table.id:
        raise Refused("not_found")
    if asked_about(state, row.id):
        raise Refused("already_proposed")
    for field in row.held:
        raise Refused("pen_busy", person=row.cells[field].pen)
    if not promised(state, row):
        raise Refused("not_promised", row=row.id)


# --- marks ---


@on(c.Mark)
def _(command: c.Mark, ask: Ask) -> Events:
    marks = ask.state.planned_prompts[command.prompt].prompt.marks
    wanted, known = dict.fromkeys((command.target, *command.also)), targets(ask.state, command.prompt)
    if marks is None or not wanted.keys() <= set(known):
        raise Refused("not_found")
    if not marks.rounds:
        still_hides(ask.state, command.prompt)
    text = clean(command.text, NOTE, empty=True)
    _markable(marks, command, text)
    if command.also and (not command.choice or text):
        raise Refused("bad_input", field="also", why="choice")
    return tuple(e.Marked(command.prompt, ask.person, target, command.choice, command.value, text) for target in wanted)


def _markable(marks: Marks, command: c.Mark, text: str) -> None:
    if marks.kind == "choice":
        if command.value is not None or (command.choice and command.choice not in {o.id for o in marks.choices}):
            raise Refused("bad_input", field="choice", why="choice")
        if command.choice in marks.says and not text:
            raise Refused("reason_needed")
    elif command.choice or (command.value is not None and not 0 <= command.value <= _most(marks)):
        raise Refused("bad_input", field="value", why="range")


def _most(marks: Marks) -> float:
    return 1 if marks.kind == "share" else 1e12


def targets(state: State, prompt: str) -> tuple[str, ...]:
    """What people mark under the prompt, in reading order."""
    planned = state.planned_prompts[prompt].prompt
    match planned.marks.of if planned.marks else "":
        case "keys":
            return tuple(key.id for key in planned.marks.keys) if planned.marks else ()
        case "rows":
            tables = (planned.marks.tables if planned.marks else ()) or (planned.table,)
            return tuple(row.id for table in tables for row in rows_of(state, table))
        case "clauses":
            if planned.marks and planned.marks.review:
                return judged(state)
            return tuple(one.id for one in state.clauses.values() if stands(state, one.section))
        case "sections":
            written = {clause.section for clause in state.clauses.values()}
            return tuple(s.id for s in standing(state) if s.id in written or not written)
    return ()
