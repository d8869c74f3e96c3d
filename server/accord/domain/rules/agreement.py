"""Clauses, frozen versions, signatures."""

import re

from accord.domain import cells, freeze
from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, found, fresh, limit, on
from accord.domain.heads import drafts, unheard
from accord.domain.lint.check import check, keepable, stopping
from accord.domain.lint.gather import gather
from accord.domain.rules.amendments import amended
from accord.domain.rules.outcomes import and_outcomes
from accord.domain.sections import section, stands
from accord.domain.state import Clause, Person, State, asked_about, change
from accord.domain.term import Period
from accord.domain.words import NAME, NOTE, WORDING, clean, same_name
from accord.errors import Refused

CLAUSES = 500


@on(c.AddClause)
def _(command: c.AddClause, ask: Ask) -> Events:
    state = ask.state
    if section(state, command.section) is None:
        raise Refused("not_found")
    if not stands(state, command.section):
        raise Refused("section_off")
    limit(len(state.clauses), CLAUSES, "clauses")
    clause = fresh(command.id, state.clauses, state.proposals)  # type: ignore[arg-type]
    return (e.ClauseAdded(clause, command.section, clean(command.words, WORDING), ask.person, ask.now),)


@on(c.RemoveClause)
def _(command: c.RemoveClause, ask: Ask) -> Events:
    found(ask.state.clauses, command.clause)
    if asked_about(ask.state, command.clause):
        raise Refused("already_proposed")
    return (e.ClauseRemoved(command.clause),)


@on(c.SetPeriod)
def _(command: c.SetPeriod, ask: Ask) -> Events:
    for field in ("start", "end", "review"):
        words = getattr(command, field)
        if words and cells.day(words) is None:
            raise Refused("bad_input", field=field, why="date")
    given = Period(command.start, command.end, command.review)
    if given == ask.state.period:
        return ()
    return (e.PeriodSet(given.start, given.end, given.review, ask.person, ask.now),)


@on(c.KeepFinding)
def _(command: c.KeepFinding, ask: Ask) -> Events:
    """Errors have to go and hints need no answer."""
    reason = clean(command.reason, NOTE, "reason", empty=True)
    if not reason:
        found(ask.state.kept, command.finding)
        return (e.FindingKept(command.finding, "", ask.person, ask.now),)
    findings = {one.id: one for one in check(gather(ask.state, drafts=True))}
    if not keepable(found(findings, command.finding)):
        raise Refused("not_allowed")
    return (e.FindingKept(command.finding, reason, ask.person, ask.now),)


@on(c.Freeze)
def _(command: c.Freeze, ask: Ask) -> Events:
    """A version needs a clause; no pen may be in a hand, it must differ from the one before, and no error stops it."""
    state = ask.state
    clauses = _standing(state)
    if not clauses:
        raise Refused("nothing_to_freeze")
    _no_draft_left(state)
    held = next((k.wording.pen for k in clauses if k.wording.pen), "")
    if held:
        raise Refused("pen_busy", person=held)
    if errors := stopping(state):
        raise Refused("findings", n=len(errors), findings=[one.id for one in errors])
    version = freeze.next_version(state, major=command.major)
    if state.latest and freeze.content(state, state.latest.version) == state.latest.content:
        raise Refused("nothing_to_freeze")
    content = freeze.content(state, version)
    return (e.VersionFrozen(version, content, freeze.digest(content), ask.person, ask.now),)


def _standing(state: State) -> list[Clause]:
    """Clauses that are part of the agreement."""
    return [one for one in state.clauses.values() if stands(state, one.section)]


def _no_draft_left(state: State) -> None:
    """The teams have taken on whatever the heads agreed, and a comment of each was discussed."""
    left = drafts(state)
    if left:
        raise Refused("heads_draft", count=len(left))
    if team := unheard(state):
        raise Refused("comments_waiting", team=team)


@on(c.Sign)
def _(command: c.Sign, ask: Ask) -> Events:
    latest = ask.state.latest
    if latest is None or (command.version, command.hash) != (latest.version, latest.hash):
        raise Refused("stale_document", version=latest.version if latest else "")
    _no_draft_left(ask.state)
    before = latest.of(ask.person)
    if before and before.decision != "refuse":
        raise Refused("already_signed")
    reason = clean(command.reason, NOTE, "reason", empty=True) if command.decision != "accept" else ""
    _signable(command, ask.who, reason)
    signed = e.Signed(
        latest.version,
        latest.hash,
        ask.person,
        ask.who.name,
        command.decision,
        ask.who.language,
        ask.now,
        reason,
        _plausible(command.evidence),
    )
    return and_outcomes(ask, signed, *_amendment(command, ask))


_DIGEST = re.compile(r"([0-9a-f]{64})?")


def _plausible(given: c.Evidence) -> c.Evidence:
    """What a device says of itself is printed: it must look like what it is."""
    if not _DIGEST.fullmatch(given.consent):
        raise Refused("bad_input", field="consent", why="form")
    return change(given, zone=clean(given.zone, NAME, "zone", empty=True))


def _amendment(command: c.Sign, ask: Ask) -> Events:
    """Whoever refuses may say how the clause should read instead: everybody is asked about that one only."""
    if command.decision != "refuse" or not command.amend:
        return ()
    return (amended(ask, ask.new_id(), command.amend, command.words, command.reason, command.until),)


def _signable(command: c.Sign, who: Person, reason: str) -> None:
    if not same_name(command.name, who.name):
        raise Refused("name_mismatch")
    if command.decision != "refuse" and not command.understands:
        raise Refused("bad_input", field="understands", why="empty")
    if command.decision != "accept" and not reason:
        raise Refused("reason_needed")


@on(c.Seal)
def _(command: c.Seal, ask: Ask) -> Events:
    """Only what everybody signed is sealed, and each file is noted once."""
    version = found(ask.state.versions, command.version)
    if version.in_force is None or command.hash != version.hash:
        raise Refused("stale_document", version=version.version)
    if command.file in {seal.file for seal in version.seals}:
        return ()
    sealed = (version.version, command.file, command.certificate, command.language, command.signed)
    return (e.Sealed(*sealed, at=ask.now),)
