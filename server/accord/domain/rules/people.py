"""Founding, joining, and who may do what."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain import public
from accord.domain.asking import Ask, Events, found, on
from accord.domain.rules.outcomes import and_outcomes
from accord.domain.state import Person
from accord.domain.words import clean_name, same_name
from accord.errors import Refused

SEATS, LEAD_SEATS = 500, 20


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
    if command.returns and not _is_known(state.people.get(command.returns), name):
        raise Refused("not_found")
    return (_joined(command, name, ask),)


def _joined(command: c.Join, name: str, ask: Ask) -> e.PersonJoined:
    seat = next((s for s in ask.state.plan.roster if same_name(s.name, name) and s.team == command.team), None)
    head = command.head or bool(seat and seat.head)
    waiting = command.via == "code" or bool(command.returns)
    about = (command.person, name, command.role, command.team, command.language, command.via, waiting, ask.now)
    return e.PersonJoined(*about, head, command.returns)


def _is_known(seat: Person | None, name: str) -> bool:
    """Those who lead have links and codes of their own."""
    return (
        seat is not None and seat.role == "member" and not seat.waiting and not seat.gone and same_name(seat.name, name)
    )


def _person(ask: Ask, person: str) -> Person:
    known = found(ask.state.people, person)
    if known.gone:
        raise Refused("not_found")
    return known


@on(c.Admit)
def _(command: c.Admit, ask: Ask) -> Events:
    """Whoever came back gets their own seat, as long as it is there."""
    person = _person(ask, command.person)
    if not person.waiting:
        return ()
    if not person.returns:
        return (e.PersonAdmitted(person.id, ask.person),)
    if not _is_known(ask.state.people.get(person.returns), person.name):
        raise Refused("not_found")
    return and_outcomes(ask, e.SeatReturned(person.id, person.returns, ask.person))


@on(c.TurnAway)
def _(command: c.TurnAway, ask: Ask) -> Events:
    if not _person(ask, command.person).waiting:
        raise Refused("not_allowed")
    return (e.PersonRemoved(command.person),)


@on(c.RemovePerson)
def _(command: c.RemovePerson, ask: Ask) -> Events:
    _keep_a_facilitator(ask, command.person)
    return and_outcomes(ask, e.PersonRemoved(command.person))


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
    return and_outcomes(ask, e.RoleSet(command.person, command.role))


@on(c.SetTeam)
def _(command: c.SetTeam, ask: Ask) -> Events:
    _person(ask, command.person)
    return and_outcomes(ask, e.TeamSet(command.person, command.team))


@on(c.SetHead)
def _(command: c.SetHead, ask: Ask) -> Events:
    _person(ask, command.person)
    return (e.HeadSet(command.person, command.head),)


@on(c.SetAway)
def _(command: c.SetAway, ask: Ask) -> Events:
    if command.person != ask.person and not ask.leads:
        raise Refused("not_yours")
    _person(ask, command.person)
    return and_outcomes(ask, e.AwaySet(command.person, command.away))


@on(c.SetLanguage)
def _(command: c.SetLanguage, ask: Ask) -> Events:
    return (e.LanguageSet(ask.person, command.language),)


@on(c.SetDoors)
def _(command: c.SetDoors, ask: Ask) -> Events:
    return (e.DoorsSet(command.open),)
