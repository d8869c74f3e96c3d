"""What people may see of sessions: a part of `accord.domain.sight`."""

from collections.abc import Iterator

from accord.domain import records as r
from accord.domain.attending import running
from accord.domain.catalogue import Sitting
from accord.domain.heads import drafts, said, unheard
from accord.domain.records import ALL, Record
from accord.domain.sections import standing, stands
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
                one.who,
            ),
        )


def draft(state: State) -> Iterator[Shown]:
    """What is left of the heads' draft, and what became of it section by section."""
    if not any(session.heads for session in state.plan.sittings):
        return
    yield ALL, r.Draft("w", drafts(state), unheard(state))
    for section in standing(state):
        if shown := comparison(state, section.id):
            yield shown


def comparison(state: State, section: str) -> Shown | None:
    clauses = [c for c in state.clauses.values() if c.section == section and stands(state, section)]
    theirs = [c for c in clauses if c.heads or c.draft]
    if not theirs:
        return None
    changed = sum(bool(c.draft) and c.draft != said(state, c) for c in theirs)
    return ALL, r.Comparison(section, len(theirs), sum(c.heads for c in theirs), changed, len(clauses) - len(theirs))


def _status(state: State, session: Sitting) -> str:
    known = state.sessions.get(session.number, SessionState())
    if known.started is not None:
        return "running" if known.ended is None else "ended"
    if known.ended is not None:
        return "ended"
    waiting = (s for s in state.plan.sittings if _waits(state.sessions.get(s.number, SessionState())))
    return "next" if running(state) is None and next(waiting, None) == session else "planned"


def _waits(known: SessionState) -> bool:
    """It neither began nor was overtaken by the end of the workshop."""
    return known.started is None and known.ended is None
