"""Proposals and the pen: one writes at a time, everybody sees it."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, fresh, note_of, on
from accord.domain.attending import running
from accord.domain.catalogue import NOTE_ANSWERS
from accord.domain.rules.outcomes import and_outcomes
from accord.domain.state import Wording, wording
from accord.domain.words import WORDING, clean
from accord.errors import Refused

PEN_SILENCE = 10_000
"""ms after which a silent pen falls free."""


@on(c.Propose)
def _(command: c.Propose, ask: Ask) -> Events:
    state = ask.state
    prompt = state.planned_prompts[command.prompt].prompt
    if not prompt.must_agree and prompt.answer_type not in NOTE_ANSWERS:
        raise Refused("not_allowed")
    if any(
        p.prompt == command.prompt and p.end in ("", "failed") and not p.rows and not p.drafts
        for p in state.proposals.values()
    ):
        raise Refused("already_proposed")
    proposal = fresh(command.id, state.proposals, state.clauses, state.rows)  # type: ignore[arg-type]
    words = clean(command.words, WORDING, empty=True)
    return (e.ProposalOpened(proposal, command.prompt, ask.person, words, ask.now, _sources(ask, command.based_on)),)


def _sources(ask: Ask, notes: tuple[str, ...]) -> tuple[str, ...]:
    for note in notes:
        if not note_of(ask.state, note).shown:
            raise Refused("not_found")
    return tuple(dict.fromkeys(notes))


def _pen(ask: Ask, text: str) -> Wording:
    """The wording whose pen may move: a clause, or a proposal that is still to be decided."""
    proposal = ask.state.proposals.get(text)
    if proposal and (
        proposal.rows or proposal.drafts or proposal.end not in ("", "failed") or (proposal.end and proposal.round > 1)
    ):
        raise Refused("not_open")
    clause = ask.state.clauses.get(text)
    if clause and clause.heads and not ask.leads and running(ask.state) is None:
        raise Refused("draft_rests")
    found = wording(ask.state, text)
    assert found is not None
    return found


@on(c.TakePen)
def _(command: c.TakePen, ask: Ask) -> Events:
    words = _pen(ask, command.text)
    if words.pen == ask.person:
        return ()
    held = words.pen and ask.now - words.pen_at < PEN_SILENCE
    if held and not (command.force and ask.leads):
        raise Refused("pen_held", person=words.pen)
    return (e.PenTaken(command.text, ask.person, ask.now),)


@on(c.WritePen)
def _(command: c.WritePen, ask: Ask) -> Events:
    words = _pen(ask, command.text)
    if words.pen != ask.person:
        code = "stale" if command.base != words.version else "pen_needed"
        raise Refused(code, text=words.text, version=words.version, person=words.pen)
    if command.base != words.version:
        raise Refused("stale", text=words.text, version=words.version)
    text = clean(command.words, WORDING, empty=True)
    return () if text == words.text else (e.WordsWritten(command.text, ask.person, text, ask.now),)


@on(c.DropPen)
def _(command: c.DropPen, ask: Ask) -> Events:
    found = wording(ask.state, command.text)
    if found is None or found.pen != ask.person:
        return ()
    return and_outcomes(ask, e.PenDropped(command.text))


@on(c.SetSources)
def _(command: c.SetSources, ask: Ask) -> Events:
    _pen(ask, command.proposal)
    return (e.SourcesSet(command.proposal, _sources(ask, command.based_on)),)
