"""decide(state, command, person, now, new_id) → events, or Refused.

Every rule of the workshop is here and nowhere else.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import singledispatch
from typing import TypeVar

from msgspec import Struct

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain import freeze, public
from accord.domain.apply import fold
from accord.domain.catalogue import NOTE_ANSWERS, Phase
from accord.domain.commands import Command
from accord.domain.events import Event
from accord.domain.permits import Asker, Moment, permits
from accord.domain.state import (
    Note,
    Person,
    Proposal,
    State,
    Wording,
    dots,
    members,
    present,
    quorum,
    section,
    shared,
    wording,
)
from accord.domain.words import JOT, NOTE, SHORT, TITLE, WORDING, clean, clean_name, same_name
from accord.errors import Refused

SEATS, LEAD_SEATS = 500, 20
NOTES_EACH, THEMES, PARKED, CLAUSES = 100, 200, 500, 500
PEN_SILENCE = 10_000
PASS = 3
V = TypeVar("V")
_ID = re.compile(r"[A-Za-z0-9_-]{4,48}")

Events = tuple[Event, ...]
NewId = Callable[[], str]


class Ask(Struct, frozen=True):
    """Who asks, when, of which state. `person` "" is the room itself."""

    state: State
    person: str
    now: int
    new_id: NewId

    @property
    def who(self) -> Person:
        return self.state.people[self.person]

    @property
    def leads(self) -> bool:
        return self.who.facilitates


def decide(state: State, command: Command, person: str, now: int, new_id: NewId) -> Events:
    """What happens if `person` asks for `command` at `now` (ms UTC). Raises Refused; changes nothing itself."""
    ask = Ask(state, person, now, new_id)
    code = permits(_asker(ask), moment(state, command), type(command))
    if code:
        raise Refused(code)
    return _decide(command, ask)


def _asker(ask: Ask) -> Asker:
    if not ask.person:
        return "room"
    found = ask.state.people.get(ask.person)
    if found is None or found.gone:
        raise Refused("not_allowed")
    if found.waiting:
        raise Refused("waiting")
    return found.role


# --- what a command is about ---


def moment(state: State, command: Command) -> Moment:
    """The phase of the prompt that the command is about, "outside" if it is about none. Refused("not_found")."""
    prompt = _about(state, command)
    return state.prompts[prompt].phase if prompt else "outside"


def _about(state: State, command: Command) -> str:
    match command:
        case c.AddNote(prompt=p) | c.Rate(prompt=p) | c.SetDone(prompt=p) | c.AddTheme(prompt=p):
            return _known_prompt(state, p)
        case c.Vote(prompt=p) | c.SetVotes(prompt=p) | c.Propose(prompt=p):
            return _known_prompt(state, p)
        case c.EditNote(note=n) | c.RemoveNote(note=n) | c.PlaceNote(note=n) | c.GroupNote(note=n):
            return _note(state, n).prompt
        case c.RenameTheme(theme=t) | c.RemoveTheme(theme=t):
            return _found(state.themes, t).prompt
        case c.Consent(proposal=p) | c.Withdraw(proposal=p) | c.SetSources(proposal=p):
            return _found(state.proposals, p).prompt
        case c.TakePen(text=t) | c.WritePen(text=t) | c.DropPen(text=t):
            return "" if t in state.clauses else _found(state.proposals, t).prompt
        case c.Park(proposal=p) if p:
            return _found(state.proposals, p).prompt
    return ""


def _found(table: dict[str, V], key: str) -> V:
    if key not in table:
        raise Refused("not_found")
    return table[key]


def _known_prompt(state: State, prompt: str) -> str:
    _found(state.prompts, prompt)
    return prompt


def _note(state: State, note: str) -> Note:
    return _found(state.notes, note)


def _fresh(key: str, *tables: dict[str, object]) -> str:
    """An id made by a client: well-formed and unused."""
    if not _ID.fullmatch(key) or any(key in table for table in tables):
        raise Refused("bad_input", field="id", why="id")
    return key


def _limit(count: int, limit: int, what: str) -> None:
    if count >= limit:
        raise Refused("too_many", what=what, limit=limit)


@singledispatch
def _decide(command: Command, ask: Ask) -> Events:
    raise Refused("not_allowed")


on: Callable[..., Callable[..., Callable[..., Events]]] = _decide.register


# --- the workshop and its people ---


@on(c.Found)
def _(command: c.Found, ask: Ask) -> Events:
    if ask.state.founded:
        raise Refused("not_allowed")
    return (e.WorkshopFounded(command.plan, ask.now),)


@on(c.Import)
def _(command: c.Import, ask: Ask) -> Events:
    if ask.state.founded:
        raise Refused("not_allowed")
    return (e.WorkshopImported(public.public(public.read(command.content)), ask.now),)


@on(c.Join)
def _(command: c.Join, ask: Ask) -> Events:
    name, state = clean_name(command.name), ask.state
    leads = command.role in ("facilitator", "cofacilitator")
    if command.person in state.people:
        raise Refused("name_taken_by_you")
    if not state.doors and not leads and command.via != "import":
        raise Refused("doors_closed")
    seats = [p for p in state.people.values() if p.facilitates == leads and not p.gone]
    if len(seats) >= (LEAD_SEATS if leads else SEATS):
        raise Refused("room_full")
    if (command.role == "member") != (command.team is not None):
        raise Refused("bad_input", field="team", why="empty")
    return (_joined(command, name, ask),)


def _joined(command: c.Join, name: str, ask: Ask) -> e.PersonJoined:
    seat = next((s for s in ask.state.plan.roster if same_name(s.name, name) and s.team == command.team), None)
    head = command.head or bool(seat and seat.head)
    waiting = command.via == "code"
    return e.PersonJoined(
        command.person, name, command.role, command.team, command.language, command.via, waiting, ask.now, head
    )


def _person(ask: Ask, person: str) -> Person:
    found = _found(ask.state.people, person)
    if found.gone:
        raise Refused("not_found")
    return found


@on(c.Admit)
def _(command: c.Admit, ask: Ask) -> Events:
    return (e.PersonAdmitted(command.person),) if _person(ask, command.person).waiting else ()


@on(c.TurnAway)
def _(command: c.TurnAway, ask: Ask) -> Events:
    if not _person(ask, command.person).waiting:
        raise Refused("not_allowed")
    return (e.PersonRemoved(command.person),)


@on(c.RemovePerson)
def _(command: c.RemovePerson, ask: Ask) -> Events:
    _keep_a_facilitator(ask, command.person)
    return _and_outcomes(ask, e.PersonRemoved(command.person))


def _keep_a_facilitator(ask: Ask, person: str) -> None:
    """There is always one facilitator left."""
    others = [p for p in ask.state.people.values() if p.role == "facilitator" and not p.gone and p.id != person]
    if _person(ask, person).role == "facilitator" and not others:
        raise Refused("not_allowed")


@on(c.SetRole)
def _(command: c.SetRole, ask: Ask) -> Events:
    person = _person(ask, command.person)
    if command.role == "member" and person.team is None:
        raise Refused("bad_input", field="team", why="empty")
    if command.role != "facilitator":
        _keep_a_facilitator(ask, command.person)
    return _and_outcomes(ask, e.RoleSet(command.person, command.role))


@on(c.SetTeam)
def _(command: c.SetTeam, ask: Ask) -> Events:
    _person(ask, command.person)
    return _and_outcomes(ask, e.TeamSet(command.person, command.team))


@on(c.SetHead)
def _(command: c.SetHead, ask: Ask) -> Events:
    _person(ask, command.person)
    return (e.HeadSet(command.person, command.head),)


@on(c.SetAway)
def _(command: c.SetAway, ask: Ask) -> Events:
    if command.person != ask.person and not ask.leads:
        raise Refused("not_yours")
    _person(ask, command.person)
    return _and_outcomes(ask, e.AwaySet(command.person, command.away))


@on(c.SetLanguage)
def _(command: c.SetLanguage, ask: Ask) -> Events:
    return (e.LanguageSet(ask.person, command.language),)


@on(c.SetDoors)
def _(command: c.SetDoors, ask: Ask) -> Events:
    return (e.DoorsSet(command.open),)


# --- the agenda ---


@on(c.GoTo)
def _(command: c.GoTo, ask: Ask) -> Events:
    step = _found(ask.state.planned_steps, command.step)
    last = max(len(step.turns), 1)
    if not 0 <= command.turn < last or command.phase in ("waiting", "closed"):
        raise Refused("bad_input", field="turn", why="range")
    _found(ask.state.steps, command.step)
    seconds = phase_seconds(ask.state, command.step, command.turn, command.phase)
    return _and_outcomes(ask, e.PhaseOpened(command.step, command.turn, command.phase, seconds, ask.now))


def phase_seconds(state: State, step_id: str, turn: int, phase: Phase) -> int:
    """A turn's part of the step's minutes for the phase: by the minutes its prompts name, else in equal parts."""
    step, minutes = state.planned_steps[step_id], state.steps[step_id].minutes
    planned = sum(length for _, length in step.phases)
    if not step.turns or not planned:
        return minutes * 60
    named = {p.id: p.prompt.minutes for p in step.prompts}
    weights = [sum(named[p] or 0 for p in prompts) for prompts in step.turns]
    share = weights[turn] / sum(weights) if all(weights) else 1 / len(step.turns)
    return round(dict(step.phases).get(phase, 0) / planned * minutes * 60 * share)


@on(c.FinishStep)
def _(command: c.FinishStep, ask: Ask) -> Events:
    step = _found(ask.state.steps, command.step)
    return (e.StepFinished(command.step, ask.now),) if step.started and not step.ended else ()


@on(c.SkipStep)
def _(command: c.SkipStep, ask: Ask) -> Events:
    _found(ask.state.steps, command.step)
    return (e.StepSkipped(command.step, command.skip),)


@on(c.SetStepMinutes)
def _(command: c.SetStepMinutes, ask: Ask) -> Events:
    _found(ask.state.steps, command.step)
    if not 0 <= command.minutes <= 600:
        raise Refused("bad_input", field="minutes", why="range")
    return (e.StepMinutesSet(command.step, command.minutes),)


@on(c.MoveStep)
def _(command: c.MoveStep, ask: Ask) -> Events:
    for step in filter(None, (command.step, command.before)):
        _found(ask.state.steps, step)
    return (e.StepMoved(command.step, command.before),)


@on(c.AddTime)
def _(command: c.AddTime, ask: Ask) -> Events:
    if not ask.state.now.step:
        raise Refused("phase_closed")
    if not -3600 <= command.seconds <= 3600 or not command.seconds:
        raise Refused("bad_input", field="seconds", why="range")
    return (e.TimeAdded(command.seconds, ask.now),)


@on(c.PauseTimer)
def _(command: c.PauseTimer, ask: Ask) -> Events:
    if not ask.state.now.step:
        raise Refused("phase_closed")
    return (e.TimerPaused(command.pause, ask.now),)


@on(c.EndWorkshop)
def _(command: c.EndWorkshop, ask: Ask) -> Events:
    return () if ask.state.ended else (e.WorkshopEnded(ask.now),)


# --- notes ---


@on(c.AddNote)
def _(command: c.AddNote, ask: Ask) -> Events:
    state, prompt = ask.state, command.prompt
    if state.prompts[prompt].phase == "discuss" and not command.late:
        raise Refused("phase_closed")
    _limit(state.counts.get(prompt, {}).get(ask.person, 0), NOTES_EACH, "notes")
    text = clean(command.text, NOTE)
    note = _fresh(command.id, state.notes, state.themes)  # type: ignore[arg-type]
    late = command.late and state.prompts[prompt].phase == "discuss"
    days, evidence = _details(command, state, prompt)
    return (e.NoteAdded(note, prompt, ask.person, text, days, evidence, late),)


def _details(command: c.AddNote | c.EditNote, state: State, prompt: str) -> tuple[float | None, str]:
    kind = state.planned_prompts[prompt].prompt.answer_type
    if command.days is not None and (kind != "ordered_steps" or not 0 <= command.days <= 10_000):
        raise Refused("bad_input", field="days", why="range")
    evidence = clean(command.evidence, SHORT, "evidence", empty=True)
    return command.days, evidence if kind == "ranking_with_evidence" else ""


def _own_note(ask: Ask, note: str) -> Note:
    found = _note(ask.state, note)
    if found.person != ask.person:
        raise Refused("not_yours")
    return found


@on(c.EditNote)
def _(command: c.EditNote, ask: Ask) -> Events:
    note = _own_note(ask, command.note)
    text = clean(command.text, NOTE)
    if command.base != note.version:
        raise Refused("stale", text=note.text, version=note.version)
    days, evidence = _details(command, ask.state, note.prompt)
    return (e.NoteEdited(note.id, text, days, evidence),)


@on(c.RemoveNote)
def _(command: c.RemoveNote, ask: Ask) -> Events:
    note = _note(ask.state, command.note)
    if note.person != ask.person and not (ask.leads and note.shown):
        raise Refused("not_yours")
    return (e.NoteRemoved(note.id),)


@on(c.PlaceNote)
def _(command: c.PlaceNote, ask: Ask) -> Events:
    note = _own_note(ask, command.note)
    if command.before and _own_note(ask, command.before).prompt != note.prompt:
        raise Refused("not_found")
    return (e.NotePlaced(note.id, command.before),)


@on(c.Rate)
def _(command: c.Rate, ask: Ask) -> Events:
    prompt = ask.state.planned_prompts[command.prompt].prompt
    scale = prompt.scale
    if scale is None or not scale.min <= command.value <= scale.max:
        raise Refused("bad_input", field="value", why="range")
    return (e.Rated(command.prompt, ask.person, command.value),)


@on(c.SetDone)
def _(command: c.SetDone, ask: Ask) -> Events:
    return (e.DoneSet(command.prompt, ask.person, command.done),)


# --- themes ---


@on(c.AddTheme)
def _(command: c.AddTheme, ask: Ask) -> Events:
    state = ask.state
    _limit(sum(t.prompt == command.prompt for t in state.themes.values()), THEMES, "themes")
    theme = _fresh(command.id, state.themes, state.notes)  # type: ignore[arg-type]
    for note in command.notes:
        _groupable(ask, note, command.prompt)
    return (e.ThemeAdded(theme, command.prompt, clean(command.title, TITLE, "title"), command.notes),)


def _groupable(ask: Ask, note: str, prompt: str) -> None:
    found = _note(ask.state, note)
    if found.prompt != prompt or not found.shown:
        raise Refused("not_found")


@on(c.RenameTheme)
def _(command: c.RenameTheme, ask: Ask) -> Events:
    theme = ask.state.themes[command.theme]
    title = clean(command.title, TITLE, "title")
    if command.base != theme.version:
        raise Refused("stale", text=theme.title, version=theme.version)
    return (e.ThemeRenamed(theme.id, title),)


@on(c.RemoveTheme)
def _(command: c.RemoveTheme, ask: Ask) -> Events:
    return (e.ThemeRemoved(command.theme),)


@on(c.GroupNote)
def _(command: c.GroupNote, ask: Ask) -> Events:
    note = _note(ask.state, command.note)
    if command.theme:
        _groupable(ask, note.id, _found(ask.state.themes, command.theme).prompt)
    return () if note.theme == command.theme else (e.NoteGrouped(note.id, command.theme),)


# --- votes ---


@on(c.Vote)
def _(command: c.Vote, ask: Ask) -> Events:
    state, prompt = ask.state, command.prompt
    target = state.notes.get(command.target) or _found(state.themes, command.target)
    if target.prompt != prompt or (isinstance(target, Note) and not target.shown):
        raise Refused("not_found")
    mine = dots(state, prompt, ask.person)
    spent = sum(mine.values()) - mine.get(command.target, 0)
    if command.dots < 0 or spent + command.dots > state.prompts[prompt].votes:
        raise Refused("no_votes_left", votes=state.prompts[prompt].votes)
    return (e.Voted(prompt, ask.person, command.target, command.dots),)


@on(c.SetVotes)
def _(command: c.SetVotes, ask: Ask) -> Events:
    if not 1 <= command.votes <= 99:
        raise Refused("bad_input", field="votes", why="range")
    return (e.VotesSet(command.prompt, command.votes),)


# --- wordings and the pen ---


@on(c.Propose)
def _(command: c.Propose, ask: Ask) -> Events:
    state = ask.state
    prompt = state.planned_prompts[command.prompt].prompt
    if not prompt.must_agree and prompt.answer_type not in NOTE_ANSWERS:
        raise Refused("not_allowed")
    if any(p.prompt == command.prompt and p.end in ("", "failed") for p in state.proposals.values()):
        raise Refused("already_proposed")
    proposal = _fresh(command.id, state.proposals, state.clauses)  # type: ignore[arg-type]
    words = clean(command.words, WORDING, empty=True)
    return (e.ProposalOpened(proposal, command.prompt, ask.person, words, ask.now, _sources(ask, command.based_on)),)


def _sources(ask: Ask, notes: tuple[str, ...]) -> tuple[str, ...]:
    for note in notes:
        if not _note(ask.state, note).shown:
            raise Refused("not_found")
    return tuple(dict.fromkeys(notes))


def _pen(ask: Ask, text: str) -> Wording:
    """The wording whose pen may move: a clause, or a proposal that is still to be decided."""
    proposal = ask.state.proposals.get(text)
    if proposal and (proposal.end not in ("", "failed") or (proposal.end and proposal.round > 1)):
        raise Refused("not_open")
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
    return _and_outcomes(ask, e.PenDropped(command.text))


@on(c.SetSources)
def _(command: c.SetSources, ask: Ask) -> Events:
    _pen(ask, command.proposal)
    return (e.SourcesSet(command.proposal, _sources(ask, command.based_on)),)


@on(c.Tick)
def _(command: c.Tick, ask: Ask) -> Events:
    silent = [o.id for o in shared(ask.state) if o.wording.pen and ask.now - o.wording.pen_at >= PEN_SILENCE]
    return _and_outcomes(ask, *(e.PenDropped(text) for text in silent)) if silent else ()


# --- consent ---


@on(c.Consent)
def _(command: c.Consent, ask: Ask) -> Events:
    proposal = ask.state.proposals[command.proposal]
    _may_consent(ask, proposal, command)
    reason = clean(command.reason, NOTE, "reason", empty=True)
    if command.level < PASS and not reason:
        raise Refused("reason_needed")
    kept = reason if command.level <= PASS else ""
    given = e.ConsentGiven(proposal.id, ask.person, proposal.wording.version, command.level, kept)
    return _and_outcomes(ask, given)


def _may_consent(ask: Ask, proposal: Proposal, command: c.Consent) -> None:
    if proposal.wording.pen:
        raise Refused("pen_busy", person=proposal.wording.pen)
    if proposal.status != "open":
        raise Refused("not_open")
    if command.version != proposal.wording.version:
        raise Refused("stale", text=proposal.wording.text, version=proposal.wording.version)
    if not 0 <= command.level <= 5:
        raise Refused("bad_input", field="level", why="range")
    if ask.who.head and others_answer(ask.state, proposal):
        raise Refused("heads_last")


def others_answer(state: State, proposal: Proposal) -> bool:
    """Some present member who is not a head has not answered yet."""
    return any(not p.head and p.id not in proposal.hands for p in present(state))


def _and_outcomes(ask: Ask, *events: Event) -> Events:
    """The events, and what follows when they make the last answer of a proposal, or the last signature, come in."""
    after = fold(ask.state, events)
    outcomes = (o for p in after.proposals.values() if (o := _outcome(after, p, ask.now)))
    return (*events, *outcomes, *_in_force(after, ask.now))


def _outcome(state: State, proposal: Proposal, now: int) -> Event | None:
    if proposal.status != "open" or state.prompts[proposal.prompt].phase != "agree":
        return None
    asked = present(state)
    if not proposal.hands or any(p.id not in proposal.hands for p in asked):
        return None
    if any(proposal.hands[p.id].level < PASS for p in asked):
        return e.HandsShown(proposal.id, proposal.round)
    return e.ResultAgreed(proposal.id, proposal.prompt, now) if quorum(state) else None


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
        _known_prompt(state, command.prompt)
    _limit(len(state.parked), PARKED, "parked")
    prompt = state.proposals[command.proposal].prompt if command.proposal else command.prompt
    item = _fresh(command.id, state.parked)  # type: ignore[arg-type]
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
    _found(ask.state.parked, command.parked)
    return (e.ParkedEdited(command.parked, *_owned(command), command.closed),)


@on(c.Jot)
def _(command: c.Jot, ask: Ask) -> Events:
    return (e.Jotted(ask.person, clean(command.text, JOT, empty=True)),)


# --- the agreement ---


@on(c.AddClause)
def _(command: c.AddClause, ask: Ask) -> Events:
    state = ask.state
    if section(state, command.section) is None:
        raise Refused("not_found")
    _limit(len(state.clauses), CLAUSES, "clauses")
    clause = _fresh(command.id, state.clauses, state.proposals)  # type: ignore[arg-type]
    return (e.ClauseAdded(clause, command.section, clean(command.words, WORDING), ask.person, ask.now),)


@on(c.RemoveClause)
def _(command: c.RemoveClause, ask: Ask) -> Events:
    _found(ask.state.clauses, command.clause)
    return (e.ClauseRemoved(command.clause),)


@on(c.Freeze)
def _(command: c.Freeze, ask: Ask) -> Events:
    """A version needs a clause; no pen may be in a hand, and it must differ from the one before."""
    state = ask.state
    if not state.clauses:
        raise Refused("nothing_to_freeze")
    held = next((k.wording.pen for k in state.clauses.values() if k.wording.pen), "")
    if held:
        raise Refused("pen_busy", person=held)
    version = freeze.next_version(state)
    if state.latest and freeze.content(state, state.latest.version) == state.latest.content:
        raise Refused("nothing_to_freeze")
    content = freeze.content(state, version)
    return (e.VersionFrozen(version, content, freeze.digest(content), ask.person, ask.now),)


@on(c.Sign)
def _(command: c.Sign, ask: Ask) -> Events:
    latest = ask.state.latest
    if latest is None or (command.version, command.hash) != (latest.version, latest.hash):
        raise Refused("stale_document", version=latest.version if latest else "")
    before = latest.of(ask.person)
    if before and before.decision != "refuse":
        raise Refused("already_signed")
    reason = clean(command.reason, NOTE, "reason", empty=True) if command.decision != "accept" else ""
    _signable(command, ask.who, reason)
    signed = e.Signed(
        latest.version, latest.hash, ask.person, ask.who.name, command.decision, ask.who.language, ask.now, reason
    )
    return _and_outcomes(ask, signed)


def _signable(command: c.Sign, who: Person, reason: str) -> None:
    if not same_name(command.name, who.name):
        raise Refused("name_mismatch")
    if command.decision != "refuse" and not command.understands:
        raise Refused("bad_input", field="understands", why="empty")
    if command.decision != "accept" and not reason:
        raise Refused("reason_needed")


def _in_force(state: State, now: int) -> Events:
    """The latest version holds once every member has signed it; also when the last who had not leaves."""
    latest, owing = state.latest, members(state)
    if latest is None or latest.in_force or not owing:
        return ()
    owed = [p for p in owing if (s := latest.of(p.id)) is None or s.decision == "refuse"]
    return () if owed else (e.InForce(latest.version, now),)
