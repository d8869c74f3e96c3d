"""Clauses, versions, signatures."""

from accord.domain import events as e
from accord.domain.applying.base import on
from accord.domain.attending import heads_sit
from accord.domain.state import Clause, Seal, Signature, State, Version, Wording, change, put, without
from accord.domain.term import Kept, Period


@on(e.ClauseAdded)
def _(event: e.ClauseAdded, state: State) -> State:
    order = 1000 + len(state.clauses)
    clause = Clause(
        event.clause, event.section, order, Wording(event.words, 1, by=event.person), heads=heads_sit(state)
    )
    return change(state, clauses=put(state.clauses, event.clause, clause))


@on(e.ClauseRemoved)
def _(event: e.ClauseRemoved, state: State) -> State:
    return change(state, clauses=without(state.clauses, event.clause))


@on(e.PeriodSet)
def _(event: e.PeriodSet, state: State) -> State:
    return change(state, period=Period(event.start, event.end, event.review))


@on(e.FindingKept)
def _(event: e.FindingKept, state: State) -> State:
    if not event.reason:
        return change(state, kept=without(state.kept, event.finding))
    return change(state, kept=put(state.kept, event.finding, Kept(event.reason, event.person, event.at)))


@on(e.VersionFrozen)
def _(event: e.VersionFrozen, state: State) -> State:
    version = Version(event.version, event.content, event.hash, event.at)
    return change(state, versions=put(state.versions, event.version, version))


@on(e.Signed)
def _(event: e.Signed, state: State) -> State:
    version, person = state.versions[event.version], state.people[event.person]
    signature = Signature(
        event.person, event.name, person.team, event.decision, event.reason, event.language, event.at, event.evidence
    )
    version = change(version, signatures=(*version.signatures, signature))
    return change(state, versions=put(state.versions, event.version, version))


@on(e.InForce)
def _(event: e.InForce, state: State) -> State:
    version = change(state.versions[event.version], in_force=event.at)
    return change(state, versions=put(state.versions, event.version, version))


@on(e.Sealed)
def _(event: e.Sealed, state: State) -> State:
    version = state.versions[event.version]
    seal = Seal(event.file, event.certificate, event.language, event.signed, event.at)
    return change(state, versions=put(state.versions, event.version, change(version, seals=(*version.seals, seal))))
