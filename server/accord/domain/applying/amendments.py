"""Changes between meetings."""

from accord.domain import events as e
from accord.domain.applying.base import on, reword
from accord.domain.records import Hand
from accord.domain.state import Amendment, State, alike, change, put, wording
from accord.domain.term import Reminding


@on(e.AmendmentOpened)
def _(event: e.AmendmentOpened, state: State) -> State:
    latest = state.latest
    one = Amendment(
        event.amendment,
        len(state.amendments) + 1,
        event.text,
        event.words,
        event.base,
        event.reason,
        event.person,
        event.at,
        event.until,
        version=latest.version if latest else "",
    )
    return change(state, amendments=put(state.amendments, one.id, one))


def _amendment(state: State, amendment: str, **fields: object) -> State:
    changed = change(state.amendments[amendment], **fields)
    return change(state, amendments=put(state.amendments, amendment, changed))


@on(e.AmendmentAnswered)
def _(event: e.AmendmentAnswered, state: State) -> State:
    hands = put(state.amendments[event.amendment].hands, event.person, Hand(event.person, event.level, event.reason))
    return _amendment(state, event.amendment, hands=hands)


@on(e.WindowSet)
def _(event: e.WindowSet, state: State) -> State:
    return _amendment(state, event.amendment, until=event.until)


@on(e.AmendmentClosed)
def _(event: e.AmendmentClosed, state: State) -> State:
    state = _amendment(state, event.amendment, end=event.end, closed=event.at)
    return _hold(state, state.amendments[event.amendment]) if event.end == "passed" else state


def _hold(state: State, one: Amendment) -> State:
    """The new words stand in the text; a row stays agreed, for that is what they agreed to."""
    now = wording(state, one.text)
    if now is None:
        return state
    state = reword(state, one.text, text=one.words, version=now.version + 1, by=one.person, pen="")
    row_id, _, field = one.text.partition("/")
    if not field:
        return change(state, clauses=state.clauses | {c.id: change(c, edited=True) for c in alike(state, one.text)})
    row = state.rows[row_id]
    settled = row.agreed == row.version
    agreed = row.agreed + 1 if settled else row.agreed
    words = row.words | {field: one.words} if settled else row.words
    return change(state, rows=put(state.rows, row_id, change(row, version=row.version + 1, agreed=agreed, words=words)))


@on(e.Excused)
def _(event: e.Excused, state: State) -> State:
    person = change(state.people[event.person], excused=event.excused)
    return change(state, people=put(state.people, event.person, person))


@on(e.RemindersSet)
def _(event: e.RemindersSet, state: State) -> State:
    return change(state, reminding=Reminding(event.until, event.at) if event.until is not None else None)
