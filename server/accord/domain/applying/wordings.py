"""Proposals, pens, consent, results, the parking lot."""

from accord.domain import events as e
from accord.domain.applying.base import on, reproposal, reword, settled
from accord.domain.attending import heads_sit
from accord.domain.records import Hand
from accord.domain.sections import sections
from accord.domain.state import (
    NOTHING,
    Clause,
    Parked,
    Proposal,
    Result,
    State,
    Wording,
    alike,
    asked_about,
    cell_field,
    change,
    put,
    without,
    wording,
)


@on(e.ProposalOpened)
def _(event: e.ProposalOpened, state: State) -> State:
    words = Wording(event.words, 1, event.person, event.at, event.person)
    proposal = Proposal(event.proposal, event.prompt, words, event.based_on)
    return change(state, proposals=put(state.proposals, event.proposal, proposal))


@on(e.PenTaken)
def _(event: e.PenTaken, state: State) -> State:
    now = wording(state, event.text)
    assert now is not None
    return reword(state, event.text, pen=event.person, pen_at=event.at, before=now.text)


@on(e.PenDropped)
def _(event: e.PenDropped, state: State) -> State:
    return reword(state, event.text, pen="")


@on(e.WordsWritten)
def _(event: e.WordsWritten, state: State) -> State:
    now = wording(state, event.text)
    assert now is not None
    state = reword(state, event.text, text=event.words, version=now.version + 1, by=event.person, pen_at=event.at)
    if event.text in state.clauses:
        edited = {c.id: change(c, edited=bool(c.result)) for c in alike(state, event.text)}
        return _about_changed(change(state, clauses=state.clauses | edited), event.text)
    if event.text in state.proposals:
        return _asked_again(state, event.text)
    return _row_changed(state, event.text)


def _asked_again(state: State, proposal_id: str, **fields: object) -> State:
    """Other words: nobody has consented to them yet."""
    proposal = state.proposals[proposal_id]
    again = proposal.end == "failed"
    return reproposal(state, proposal_id, hands={}, end="", round=proposal.round + again, **fields)


def _row_changed(state: State, cell: str) -> State:
    """A promise is for the words it was given to; a second failure stays one."""
    row_id = cell.partition("/")[0]
    row, field = state.rows[row_id], cell_field(state, cell)
    promisers: frozenset[str] = frozenset() if field and field.promise else row.promisers
    state = change(state, rows=put(state.rows, row_id, change(row, version=row.version + 1, promisers=promisers)))
    return _about_changed(state, row_id)


def _about_changed(state: State, thing: str) -> State:
    """What is asked about has other words."""
    proposal = asked_about(state, thing)
    if proposal is None or (proposal.end and proposal.round > 1):
        return state
    version = proposal.wording.version + 1
    return _asked_again(state, proposal.id, wording=change(proposal.wording, version=version))


@on(e.SourcesSet)
def _(event: e.SourcesSet, state: State) -> State:
    return reproposal(state, event.proposal, based_on=event.based_on)


@on(e.ConsentGiven)
def _(event: e.ConsentGiven, state: State) -> State:
    hands = state.proposals[event.proposal].hands
    return reproposal(
        state, event.proposal, hands=put(hands, event.person, Hand(event.person, event.level, event.reason))
    )


@on(e.HandsShown)
def _(event: e.HandsShown, state: State) -> State:
    return reproposal(state, event.proposal, end="failed")


@on(e.ResultAgreed)
def _(event: e.ResultAgreed, state: State) -> State:
    """A later result of a prompt takes the place of the earlier one, in its sections too."""
    proposal = state.proposals[event.result]
    present = {k: h for k, h in proposal.hands.items() if not state.people[k].away and not state.people[k].gone}
    result = Result(
        event.result,
        event.prompt,
        proposal.wording.text,
        present,
        proposal.based_on,
        event.at,
        proposal.rows,
        heads_sit(state),
    )
    state = reproposal(state, event.result, end="agreed")
    return _rows_agreed(state, result) if result.rows else _words_agreed(state, result)


def _words_agreed(state: State, result: Result) -> State:
    old = [r.id for r in state.results.values() if r.prompt == result.prompt and not r.rows]
    words = Wording(result.text, 1, by=state.proposals[result.id].wording.by)
    order = state.order_of[result.prompt]
    drafts = {c.section: c.draft for c in state.clauses.values() if c.result in old and c.draft}
    fed = [
        Clause(
            f"{result.id}.{feed}",
            feed,
            order,
            words,
            result.id,
            result.based_on,
            heads=result.heads,
            draft=drafts.get(feed, ""),
        )
        for feed in _feeds(state, result.prompt)
    ]
    clauses = {k: c for k, c in state.clauses.items() if c.result not in old}
    results = put(without(state.results, *old), result.id, result)
    return change(state, results=results, clauses=clauses | {c.id: c for c in fed})


def _feeds(state: State, prompt: str) -> list[str]:
    feeds = dict.fromkeys(f.section for f in state.planned_prompts[prompt].prompt.feeds)
    known = {one.id for one in sections(state)}
    return [feed for feed in feeds if feed in known]


def _rows_agreed(state: State, result: Result) -> State:
    """Each row is a clause in every section it feeds; a result whose rows were all agreed anew is history."""
    rows, clauses = dict(state.rows), dict(state.clauses)
    for name in result.rows:
        row = rows[name] = settled(change(rows[name], result=result.id, heads=result.heads))
        for feed in _feeds(state, row.prompt):
            known = clauses.get(f"{name}.{feed}")
            words, edited, draft = (known.wording, known.edited, known.draft) if known else (NOTHING, False, "")
            clauses[f"{name}.{feed}"] = Clause(
                f"{name}.{feed}", feed, row.place, words, result.id, row.based_on, edited, name, result.heads, draft
            )
    live = {row.result for row in rows.values()}
    results = {key: one for key, one in state.results.items() if not one.rows or key in live}
    return change(state, rows=rows, clauses=clauses, results=put(results, result.id, result))


@on(e.ProposalWithdrawn)
def _(event: e.ProposalWithdrawn, state: State) -> State:
    return reproposal(reword(state, event.proposal, pen=""), event.proposal, end="withdrawn")


@on(e.Parked)
def _(event: e.Parked, state: State) -> State:
    item = Parked(event.parked, event.text, event.owner, event.due, event.prompt, event.proposal)
    if event.proposal:
        state = reproposal(reword(state, event.proposal, pen=""), event.proposal, end="parked")
    return change(state, parked=put(state.parked, event.parked, item))


@on(e.ParkedEdited)
def _(event: e.ParkedEdited, state: State) -> State:
    item = state.parked[event.parked]
    item = change(item, text=event.text, owner=event.owner, due=event.due, closed=event.closed)
    return change(state, parked=put(state.parked, event.parked, item))


@on(e.Jotted)
def _(event: e.Jotted, state: State) -> State:
    return change(state, jots=put(state.jots, event.person, event.text))
