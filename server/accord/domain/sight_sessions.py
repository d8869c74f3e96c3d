"""What people may see of sessions: a part of `accord.domain.sight`."""

from collections.abc import Iterator

from accord.domain import records as r
from accord.domain.attending import running
from accord.domain.catalogue import Sitting
from accord.domain.records import ALL, Record
from accord.domain.state import SessionState, State

Shown = tuple[str, Record]


def sessions(state: State) -> Iterator[Shown]:
    for one in state.plan.sittings:
        known = state.sessions.get(one.number, SessionState())
        yield (
            ALL,
            r.Session(
                str(one.number),
                one.number,
                one.name,
                one.minutes,
                _status(state, one),
                one.version,
                one.homework,
                one.before,
                one.heads,
                one.gap,
                known.starts_at,
                known.started,
                known.ended,
            ),
        )


def _status(state: State, session: Sitting) -> str:
    known = state.sessions.get(session.number, SessionState())
    if known.started is not None:
        return "running" if known.ended is None else "ended"
    waiting = (s for s in state.plan.sittings if state.sessions.get(s.number, SessionState()).started is None)
    return "next" if running(state) is None and next(waiting, None) == session else "planned"
