"""The teams' round over the heads' draft, and the comments it rests on."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, found, fresh, note_of, on
from accord.domain.attending import heads_sit, promised
from accord.domain.heads import drafts
from accord.domain.rules.outcomes import and_outcomes
from accord.domain.state import State, asked_about
from accord.errors import Refused


@on(c.ProposeDraft)
def _(command: c.ProposeDraft, ask: Ask) -> Events:
    """The heads cannot take their own draft on: the teams do, when they have met."""
    state, left = ask.state, drafts(ask.state)
    if heads_sit(state):
        raise Refused("not_open")
    items = tuple(dict.fromkeys(command.items)) or left
    if not items:
        raise Refused("not_found")
    for item in items:
        if item not in left:
            raise Refused("not_found")
        _ready(state, item)
    proposal = fresh(command.id, state.proposals, state.clauses, state.rows)  # type: ignore[arg-type]
    return and_outcomes(ask, e.DraftProposed(proposal, command.prompt, ask.person, items, ask.now))


def _ready(state: State, item: str) -> None:
    if asked_about(state, item):
        raise Refused("already_proposed")
    clause = state.clauses.get(item)
    if clause and clause.wording.pen:
        raise Refused("pen_busy", person=clause.wording.pen)
    row = state.rows.get(clause.row if clause else item)
    for field in row.held if row else ():
        raise Refused("pen_busy", person=row.cells[field].pen if row else "")
    if row and not promised(state, row):
        raise Refused("not_promised", row=row.id)


@on(c.TakeUp)
def _(command: c.TakeUp, ask: Ask) -> Events:
    note = note_of(ask.state, command.note)
    if not note.shown:
        raise Refused("not_found")
    if command.prompt:
        found(ask.state.prompts, command.prompt)
    return (e.TakenUp(note.id, command.prompt),) if note.taken_up != command.prompt else ()
