"""What follows by itself: the last answer decides a proposal, the last signature puts a version in force."""

from accord.domain import events as e
from accord.domain.apply import fold
from accord.domain.asking import Ask, Events
from accord.domain.attending import present, quorum
from accord.domain.events import Event
from accord.domain.state import Person, Proposal, State, Version, members

PASS = 3


def others_answer(state: State, proposal: Proposal) -> bool:
    """Some present member who is not a head has not answered yet."""
    return any(not p.head and p.id not in proposal.hands for p in present(state))


def and_outcomes(ask: Ask, *events: Event) -> Events:
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
    if not quorum(state):
        return None
    return e.DraftTakenOn(proposal.id, now) if proposal.drafts else e.ResultAgreed(proposal.id, proposal.prompt, now)


def _in_force(state: State, now: int) -> Events:
    """The latest version holds once every member has signed it; also when the last who had not leaves."""
    latest, owing = state.latest, members(state)
    if latest is None or latest.in_force or not owing:
        return ()
    signed = [s for p in owing if (s := latest.of(p.id)) and s.decision != "refuse"]
    owed = [p for p in owing if not ((s := latest.of(p.id)) and s.decision != "refuse") and not _excused(latest, p)]
    return () if owed or not signed else (e.InForce(latest.version, now),)


def _excused(latest: Version, person: Person) -> bool:
    """Not waited for; a refusal counts whoever gave it."""
    return person.excused and latest.of(person.id) is None
