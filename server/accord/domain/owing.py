"""Who still owes what: a signature, an answer to a change, homework. Excused people are not waited for."""

from collections.abc import Iterator

from accord.domain.records import Due
from accord.domain.state import Person, State, hides, members

REMINDED = ("sign", "answer", "prework")
"""Whoever refused has answered: a mail a day would only push."""


def owed(state: State, person: str) -> tuple[Due, ...]:
    """What that member still owes, excused or not; () for whoever is no member or not in any more."""
    found = state.people.get(person)
    if found is None or found.role != "member" or found.waiting or found.gone:
        return ()
    return (*_signature(state, person), *_answers(state, person), *_homework(state, person))


def owing(state: State) -> dict[str, tuple[Due, ...]]:
    """Everybody whom the agreement waits for, with what they owe."""
    return {p.id: found for p in asked(state) if (found := owed(state, p.id))}


def asked(state: State) -> list[Person]:
    """Members whom nobody excused."""
    return [p for p in members(state) if not p.excused]


def reminded(state: State, person: str) -> tuple[Due, ...]:
    """What a mail may remind this person of."""
    found = state.people.get(person)
    return () if found is None or found.excused else tuple(d for d in owed(state, person) if d.kind in REMINDED)


def _signature(state: State, person: str) -> Iterator[Due]:
    latest = state.latest
    if latest is None:
        return
    given = latest.of(person)
    if given is None:
        yield Due("sign", latest.version, latest.at)
    elif given.decision == "refuse":
        yield Due("refused", latest.version, given.at)


def _answers(state: State, person: str) -> Iterator[Due]:
    for one in state.amendments.values():
        if not one.end and person not in one.hands:
            yield Due("answer", one.id, one.at, one.until)


def _homework(state: State, person: str) -> Iterator[Due]:
    for id_, prompt in state.prompts.items():
        if prompt.prework == "open" and not _has_answered(state, id_, person):
            yield Due("prework", id_)


def _has_answered(state: State, prompt: str, person: str) -> bool:
    """Where authors are hidden only what they say themselves: whether somebody wrote would tell too."""
    if person in state.done.get(prompt, ()):
        return True
    if hides(state, prompt):
        return False
    wrote = state.counts.get(prompt, {}).get(person) or state.marks.get(prompt, {}).get(person)
    return bool(wrote) or person in state.ratings.get(prompt, {})
