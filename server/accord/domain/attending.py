"""Sessions, and who is in the room: what a quorum, a consent and a promise count."""

from accord.domain.catalogue import Seat, Sitting, Team
from accord.domain.state import Person, Row, State, members


def sitting(state: State, number: int) -> Sitting | None:
    return next((s for s in state.plan.sittings if s.number == number), None)


def running(state: State) -> Sitting | None:
    """The session that began and has not ended; None between sessions and where the plan has only one."""
    return next((s for s in state.plan.sittings if _runs(state, s)), None)


def _runs(state: State, session: Sitting) -> bool:
    known = state.sessions.get(session.number)
    return bool(known and known.started is not None and known.ended is None)


def begun(state: State) -> Sitting | None:
    """The last session that began, over or not."""
    known = [s for s in state.plan.sittings if (k := state.sessions.get(s.number)) and k.started is not None]
    return known[-1] if known else None


def comes_back(state: State) -> bool:
    """A session that was added later is still to come, or on."""
    return any(one.added and state.sessions[one.number].ended is None for one in state.plan.sittings)


def heads_sit(state: State) -> bool:
    """A session of the heads is on: what is agreed now is a proposal to the teams."""
    session = running(state) if state.plan.sittings else None
    return session is not None and session.heads


def sits(state: State, person: Person) -> bool:
    """Somebody the room counts on: in a session of heads they and one more of each team, in any other everybody."""
    if not heads_sit(state) or person.head:
        return True
    others = (p for p in members(state, person.team) if not p.head and not p.away)
    return person == min(others, key=lambda p: p.number, default=person)


def present(state: State, team: Team | None = None) -> list[Person]:
    """Members who are not away and sit in the session that is on."""
    return [p for p in members(state, team) if not p.away and sits(state, p)]


def missing(state: State, team: Team) -> tuple[Seat, ...]:
    """Seats of the roster whose name has not joined that team; two of one name need two people."""
    joined = [p.name.casefold() for p in members(state, team)]
    seats = []
    for seat in (s for s in state.plan.roster if s.team == team):
        if seat.name.casefold() in joined:
            joined.remove(seat.name.casefold())
        else:
            seats.append(seat)
    return tuple(seats)


def quorum(state: State) -> bool:
    """At least half of each team is present, and somebody of each; of the heads' session only that."""
    return all(_half(state, team) for team in ("marketing", "sales"))


def _half(state: State, team: Team) -> bool:
    here = len(present(state, team))
    return here > 0 and (heads_sit(state) or 2 * here >= len(members(state, team)) + len(missing(state, team)))


def promised(state: State, row: Row) -> bool:
    """More than half of the committing team's present members say yes, and so does the owner if they are here.

    A row of a table without a committing team is no promise and needs none.
    """
    table = state.tables[row.table]
    if table.team is None or (row.result and row.agreed == row.version):
        return True
    here = [p.id for p in present(state, table.team)]
    owner = state.people.get(row.said(table.owner))
    agrees = owner is None or owner.gone or owner.away or owner.role != "member" or owner.id in row.promisers
    return agrees and 2 * sum(p in row.promisers for p in here) > len(here)
