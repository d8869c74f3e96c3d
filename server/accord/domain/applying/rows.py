"""Rows of tables, promises, marks."""

from accord.domain import events as e
from accord.domain.applying.base import on
from accord.domain.catalogue import PlannedStep
from accord.domain.state import Mark, Proposal, Row, State, Wording, change, put, rows_of, without


@on(e.RowAdded)
def _(event: e.RowAdded, state: State) -> State:
    person = state.people.get(event.person)
    words = {field: Wording(text, 1, by=event.person) for field, text in event.cells.items()}
    row = Row(
        event.row,
        event.table,
        event.prompt,
        state.places + 1,
        words,
        event.starter,
        event.based_on,
        event.person,
        person.team if person else None,
    )
    return change(state, rows=put(state.rows, event.row, row), places=row.place)


def begun(state: State, steps: tuple[PlannedStep, ...], known: frozenset[str] = frozenset()) -> State:
    """With the rows that the steps have from the start, in tables other than those `known`."""
    for step in steps:
        for planned in step.prompts:
            for starter in planned.prompt.preset if planned.prompt.table not in known else ():
                state = _preset(state, planned.id, planned.prompt.table, starter)
    return state


def _preset(state: State, prompt: str, table_id: str, starter: str) -> State:
    table = state.tables.get(table_id)
    known = next((s for s in table.starters if s.id == starter), None) if table else None
    if known is None or any(row.starter == starter and row.table == table_id for row in state.rows.values()):
        return state
    words = {field: Wording(text.said(state.plan.languages[0]), 1) for field, text in known.cells.items()}
    row = Row(f"{prompt}-{starter}".replace(".", "-"), table_id, prompt, state.places + 1, words, starter)
    return change(state, rows=put(state.rows, row.id, row), places=row.place)


@on(e.RowRemoved)
def _(event: e.RowRemoved, state: State) -> State:
    clauses = {key: clause for key, clause in state.clauses.items() if clause.row != event.row}
    return change(state, rows=without(state.rows, event.row), clauses=clauses)


@on(e.RowPlaced)
def _(event: e.RowPlaced, state: State) -> State:
    """The rows of the table share out the places they have, in the new order."""
    mine = rows_of(state, state.rows[event.row].table)
    rest = [row.id for row in mine if row.id != event.row]
    at = rest.index(event.before) if event.before in rest else len(rest)
    order = [*rest[:at], event.row, *rest[at:]]
    places = {key: row.place for key, row in zip(order, mine, strict=True)}
    rows = {key: change(row, place=places[key]) if key in places else row for key, row in state.rows.items()}
    clauses = {k: change(c, order=places[c.row]) if c.row in places else c for k, c in state.clauses.items()}
    return change(state, rows=rows, clauses=clauses)


@on(e.Promised)
def _(event: e.Promised, state: State) -> State:
    row = state.rows[event.row]
    promisers = row.promisers | {event.person} if event.given else row.promisers - {event.person}
    return change(state, rows=put(state.rows, row.id, change(row, promisers=promisers)))


@on(e.RowsProposed)
def _(event: e.RowsProposed, state: State) -> State:
    words = Wording("", 1, by=event.person)
    sources = tuple(dict.fromkeys(note for row in event.rows for note in state.rows[row].based_on))
    proposal = Proposal(event.proposal, event.prompt, words, sources, rows=event.rows)
    return change(state, proposals=put(state.proposals, event.proposal, proposal))


@on(e.Marked)
def _(event: e.Marked, state: State) -> State:
    marks = state.marks.get(event.prompt, {})
    mine = marks.get(event.person, {})
    mark = Mark(event.choice, event.value, event.text)
    mine = without(mine, event.target) if mark == Mark() else put(mine, event.target, mark)
    return change(state, marks=put(state.marks, event.prompt, put(marks, event.person, mine)))
