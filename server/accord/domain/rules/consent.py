"""Consent of every person of both teams, and the parking lot for what it is not reached on."""

from datetime import date

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, found, fresh, known_prompt, limit, on
from accord.domain.rules.outcomes import PASS, and_outcomes, others_answer
from accord.domain.state import Proposal
from accord.domain.words import JOT, NOTE, TITLE, clean
from accord.errors import Refused

PARKED = 500


@on(c.Consent)
def _(command: c.Consent, ask: Ask) -> Events:
    proposal = ask.state.proposals[command.proposal]
    _may_consent(ask, proposal, command)
    reason = clean(command.reason, NOTE, "reason", empty=True)
    if command.level < PASS and not reason:
        raise Refused("reason_needed")
    kept = reason if command.level <= PASS else ""
    given = e.ConsentGiven(proposal.id, ask.person, proposal.wording.version, command.level, kept)
    return and_outcomes(ask, given)


def _may_consent(ask: Ask, proposal: Proposal, command: c.Consent) -> None:
    held = proposal.wording.pen or _pen_in_rows(ask, proposal)
    if held:
        raise Refused("pen_busy", person=held)
    if proposal.status != "open":
        raise Refused("not_open")
    if command.version != proposal.wording.version:
        raise Refused("stale", text=proposal.wording.text, version=proposal.wording.version)
    if not 0 <= command.level <= 5:
        raise Refused("bad_input", field="level", why="range")
    if ask.who.head and others_answer(ask.state, proposal):
        raise Refused("heads_last")


def _pen_in_rows(ask: Ask, proposal: Proposal) -> str:
    clauses = [ask.state.clauses[one] for one in proposal.drafts if one in ask.state.clauses]
    named = (*proposal.rows, *proposal.drafts, *(c.row for c in clauses))
    rows = (ask.state.rows[row] for row in named if row in ask.state.rows)
    pens = (*(c.wording.pen for c in clauses), *(row.cells[field].pen for row in rows for field in row.held))
    return next(filter(None, pens), "")


@on(c.Withdraw)
def _(command: c.Withdraw, ask: Ask) -> Events:
    if ask.state.proposals[command.proposal].end not in ("", "failed"):
        raise Refused("not_open")
    return (e.ProposalWithdrawn(command.proposal),)


@on(c.Park)
def _(command: c.Park, ask: Ask) -> Events:
    state = ask.state
    if command.proposal and state.proposals[command.proposal].end not in ("", "failed"):
        raise Refused("not_open")
    if command.prompt:
        known_prompt(state, command.prompt)
    limit(len(state.parked), PARKED, "parked")
    prompt = state.proposals[command.proposal].prompt if command.proposal else command.prompt
    item = fresh(command.id, state.parked)  # type: ignore[arg-type]
    return (e.Parked(item, *_owned(command), command.proposal, prompt),)


def _owned(command: c.Park | c.EditParked) -> tuple[str, str, str]:
    """Text, owner and date; a parked matter has all three."""
    text = clean(command.text, NOTE)
    owner = clean(command.owner, TITLE, "owner", empty=True)
    try:
        due = date.fromisoformat(command.due).isoformat()
    except ValueError:
        due = ""
    if not owner or not due:
        raise Refused("owner_and_date_needed")
    return text, owner, due


@on(c.EditParked)
def _(command: c.EditParked, ask: Ask) -> Events:
    found(ask.state.parked, command.parked)
    return (e.ParkedEdited(command.parked, *_owned(command), command.closed),)


@on(c.Jot)
def _(command: c.Jot, ask: Ask) -> Events:
    return (e.Jotted(ask.person, clean(command.text, JOT, empty=True)),)
