"""decide(state, command, person, now, new_id) → events, or Refused.

Every rule of the workshop is in `accord.domain.rules` and nowhere else; who may ask when is in `permits`.
"""

from accord.domain.asking import Ask, Events, NewId, about, answer, asker, moment, seated
from accord.domain.commands import Command
from accord.domain.permits import permits
from accord.domain.rules import (
    actuals,
    agenda,
    agreement,
    amendments,
    clock,
    consent,
    drafts,
    notes,
    people,
    rows,
    sections,
    sessions,
    sharing,
    wordings,
)
from accord.domain.state import State
from accord.errors import Refused

RULES = (
    people,
    agenda,
    sessions,
    notes,
    wordings,
    consent,
    rows,
    drafts,
    agreement,
    sections,
    amendments,
    sharing,
    actuals,
    clock,
)
"""Importing them registers their answers."""


def decide(state: State, command: Command, person: str, now: int, new_id: NewId) -> Events:
    """What happens if `person` asks for `command` at `now` (ms UTC). Raises Refused; changes nothing itself."""
    ask = Ask(state, person, now, new_id)
    asks, prompt = asker(ask), about(state, command)
    code = permits(asks, moment(state, prompt), type(command))
    if code:
        raise Refused(code)
    seated(ask, prompt)
    return answer(command, ask)
