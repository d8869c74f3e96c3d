"""The heads' draft and the teams' round."""

from accord.domain import events as e
from accord.domain.applying.base import on, reproposal, settled
from accord.domain.state import Proposal, State, Wording, alike, change, put


@on(e.DraftProposed)
def _(event: e.DraftProposed, state: State) -> State:
    sources = dict.fromkeys(n for item in event.items if item in state.clauses for n in state.clauses[item].sources)
    words = Wording("", 1, by=event.person)
    proposal = Proposal(event.proposal, event.prompt, words, tuple(sources), drafts=event.items)
    return change(state, proposals=put(state.proposals, event.proposal, proposal))


@on(e.DraftTakenOn)
def _(event: e.DraftTakenOn, state: State) -> State:
    """Whatever it was about is the teams' from now on; a row or result with its last clause."""
    items = state.proposals[event.proposal].drafts
    taken = {c.id for item in items if item in state.clauses for c in alike(state, item)}
    clauses = {
        k: change(c, heads=False, taken_on=event.proposal) if k in taken else c for k, c in state.clauses.items()
    }
    rested = {c.row for c in clauses.values() if c.heads}
    about = {*items, *(clauses[k].row for k in taken)}
    rows = {k: settled(change(row, heads=False)) if k in about - rested else row for k, row in state.rows.items()}
    state = reproposal(change(state, clauses=clauses, rows=rows), event.proposal, end="agreed")
    return _results(state, items)


def _results(state: State, items: tuple[str, ...]) -> State:
    """Results of which nothing is the heads' alone any more."""
    left = {c.result for c in state.clauses.values() if c.heads} | {r.result for r in state.rows.values() if r.heads}
    stands = {c.result for c in state.clauses.values()} | {r.result for r in state.rows.values()} | set(items)
    results = {
        k: change(r, heads=False) if r.heads and k in stands and k not in left else r for k, r in state.results.items()
    }
    return change(state, results=results)


@on(e.TakenUp)
def _(event: e.TakenUp, state: State) -> State:
    note = change(state.notes[event.note], taken_up=event.prompt)
    return change(state, notes=put(state.notes, event.note, note))
