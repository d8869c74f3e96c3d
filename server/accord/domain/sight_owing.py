"""Who still owes what, as it is shown: to the person what, to facilitators how many."""

from collections.abc import Iterator

from accord.domain import records as r
from accord.domain.catalogue import TEAMS
from accord.domain.owing import Dues, owed, owed_by_all
from accord.domain.records import FACILITATORS, Both, Record, only
from accord.domain.state import State

Shown = tuple[str, Record]


def owed_key(state: State, prompt: str, person: str) -> tuple[str, ...]:
    """What an answer to a prompt may change: homework that is open."""
    return (f"owed:{person}",) if state.prompts[prompt].prework == "open" else ()


def look_owed(state: State, person: str) -> Shown | None:
    found = owed(state, person)
    return (only(person), r.Owed(person, found)) if found else None


def debts(state: State) -> Iterator[Shown]:
    owes = owed_by_all(state)
    for person, dues in owes.items():
        yield only(person), r.Owed(person, dues)
    if state.latest or state.amendments or state.reminding:
        waits = {person: dues for person, dues in owes.items() if not state.people[person].excused}
        yield FACILITATORS, _owing(state, waits)


def _owing(state: State, waits: dict[str, Dues]) -> r.Owing:
    def count(*kinds: str) -> Both:
        who = {person for person, dues in waits.items() if any(one.kind in kinds for one in dues)}
        return Both(**{team: sum(state.people[p].team == team for p in who) for team in TEAMS})

    until = state.reminding.until if state.reminding else None
    return r.Owing("w", count("sign", "refused"), count("answer"), count("sign", "refused", "answer"), until)
