"""Asking: who asks for what of which state, and what every rule needs to answer."""

import re
from collections.abc import Callable
from functools import singledispatch
from typing import TypeVar

from msgspec import Struct

from accord.domain import commands as c
from accord.domain.attending import heads_sit, sits
from accord.domain.commands import Command
from accord.domain.events import Event
from accord.domain.permits import Asker, Moment
from accord.domain.state import Note, Person, Row, State, cell_field
from accord.errors import Refused

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


def asker(ask: Ask) -> Asker:
    if not ask.person:
        return "room"
    found = ask.state.people.get(ask.person)
    if found is None or found.gone:
        raise Refused("not_allowed")
    if found.waiting:
        raise Refused("waiting")
    return found.role


def moment(state: State, prompt: str) -> Moment:
    """The phase of the prompt, "outside" for ""."""
    return state.prompts[prompt].phase if prompt else "outside"


def seated(ask: Ask, prompt: str) -> None:
    """While the heads sit, the others of their teams only answer what is open beforehand. Refused("heads_only")."""
    if prompt and ask.person and heads_sit(ask.state) and not ask.state.prompts[prompt].prework:
        if ask.who.role == "member" and not sits(ask.state, ask.who):
            raise Refused("heads_only")


def about(state: State, command: Command) -> str:
    """The prompt that the command is about, "" if it is about none. Refused("not_found")."""
    match command:
        case c.AddNote(prompt=p) | c.Rate(prompt=p) | c.SetDone(prompt=p) | c.AddTheme(prompt=p):
            return known_prompt(state, p)
        case c.Vote(prompt=p) | c.SetVotes(prompt=p) | c.Propose(prompt=p):
            return known_prompt(state, p)
        case c.EditNote(note=n) | c.RemoveNote(note=n) | c.PlaceNote(note=n) | c.GroupNote(note=n):
            return note_of(state, n).prompt
        case c.RenameTheme(theme=t) | c.RemoveTheme(theme=t):
            return found(state.themes, t).prompt
        case c.Consent(proposal=p) | c.Withdraw(proposal=p) | c.SetSources(proposal=p):
            return found(state.proposals, p).prompt
        case c.TakePen(text=t) | c.WritePen(text=t) | c.DropPen(text=t):
            return _about_text(state, t)
        case c.AddRow(prompt=p) | c.ProposeRows(prompt=p) | c.ProposeDraft(prompt=p) | c.Mark(prompt=p):
            return known_prompt(state, p)
        case c.RemoveRow(row=r) | c.PlaceRow(row=r) | c.SetCell(row=r) | c.Promise(row=r):
            return _asks_now(state, found(state.rows, r))
        case c.Park(proposal=p) if p:
            return found(state.proposals, p).prompt
    return ""


def _about_text(state: State, text: str) -> str:
    if "/" in text:
        if cell_field(state, text) is None:
            raise Refused("not_found")
        return _asks_now(state, state.rows[text.partition("/")[0]])
    return "" if text in state.clauses else found(state.proposals, text).prompt


def _asks_now(state: State, row: Row) -> str:
    """The prompt through which the row may be changed now: its own, or a later one that goes on with its table."""
    steps = state.planned_steps[state.now.step].turns[state.now.turn] if state.now.step else ()
    going_on = [p for p in steps if state.planned_prompts[p].prompt.table == row.table]
    return row.prompt if row.prompt in going_on or not going_on else going_on[0]


def found(table: dict[str, V], key: str) -> V:
    if key not in table:
        raise Refused("not_found")
    return table[key]


def known_prompt(state: State, prompt: str) -> str:
    found(state.prompts, prompt)
    return prompt


def note_of(state: State, note: str) -> Note:
    return found(state.notes, note)


def fresh(key: str, *tables: dict[str, object]) -> str:
    """An id made by a client: well-formed and unused."""
    if not _ID.fullmatch(key) or any(key in table for table in tables):
        raise Refused("bad_input", field="id", why="id")
    return key


def limit(count: int, limit: int, what: str) -> None:
    if count >= limit:
        raise Refused("too_many", what=what, limit=limit)


@singledispatch
def answer(command: Command, ask: Ask) -> Events:
    """What happens; a rule is a function registered with `@on(TheCommand)`."""
    raise Refused("not_allowed")


on: Callable[..., Callable[..., Callable[..., Events]]] = answer.register
