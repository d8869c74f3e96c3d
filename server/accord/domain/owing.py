"""Who still owes what: a signature, an answer to a change, homework. Excused people are not waited for."""

from collections.abc import Iterator

from msgspec import Struct

from accord.domain.records import Due
from accord.domain.state import Amendment, Person, Signature, State, Version, hides, members

Dues = tuple[Due, ...]

REMINDED = ("sign", "answer", "prework")
"""Whoever refused has answered: a mail a day would only push."""


class _Open(Struct, frozen=True):
    """What people are asked for now. `given` are the answers to the latest version."""

    latest: Version | None
    given: dict[str, Signature]
    amendments: tuple[Amendment, ...]
    prompts: tuple[str, ...]


def _open(state: State) -> _Open:
    latest = state.latest
    return _Open(
        latest,
        {one.person: one for one in latest.signatures} if latest else {},
        tuple(one for one in state.amendments.values() if not one.end),
        tuple(id_ for id_, prompt in state.prompts.items() if prompt.prework == "open"),
    )


def owed_by_all(state: State) -> dict[str, Dues]:
    """What each member still owes, excused or not; who owes nothing is not there."""
    asked = _open(state)
    return {p.id: found for p in members(state) if (found := tuple(_dues(state, asked, p.id)))}


def owed(state: State, person: str) -> Dues:
    """What that member still owes; () for whoever is no member or not in any more."""
    found = state.people.get(person)
    if found is None or found.role != "member" or found.waiting or found.gone:
        return ()
    return tuple(_dues(state, _open(state), person))


def owing(state: State) -> dict[str, Dues]:
    """Everybody whom the agreement waits for, with what they owe."""
    return {person: dues for person, dues in owed_by_all(state).items() if not state.people[person].excused}


def asked(state: State) -> list[Person]:
    """Members whom nobody excused."""
    return [p for p in members(state) if not p.excused]


def reminded(state: State, person: str) -> Dues:
    """What a mail may remind this person of."""
    found = state.people.get(person)
    return () if found is None or found.excused else tuple(d for d in owed(state, person) if d.kind in REMINDED)


def _dues(state: State, asked: _Open, person: str) -> Iterator[Due]:
    given = asked.given.get(person)
    if asked.latest and given is None:
        yield Due("sign", asked.latest.version, asked.latest.at)
    elif asked.latest and given and given.decision == "refuse":
        yield Due("refused", asked.latest.version, given.at)
    for one in asked.amendments:
        if person not in one.hands:
            yield Due("answer", one.id, one.at, one.until)
    for prompt in asked.prompts:
        if not _has_answered(state, prompt, person):
            yield Due("prework", prompt)


def _has_answered(state: State, prompt: str, person: str) -> bool:
    """Where authors are hidden only what they say themselves: whether somebody wrote would tell too."""
    if person in state.done.get(prompt, ()):
        return True
    if hides(state, prompt):
        return False
    wrote = state.counts.get(prompt, {}).get(person) or state.marks.get(prompt, {}).get(person)
    return bool(wrote) or person in state.ratings.get(prompt, {})
