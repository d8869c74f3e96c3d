"""Proposals, pens, consent, results, the parking lot."""

from accord.domain import events as e
from accord.domain.applying.base import on, reproposal, reword
from accord.domain.records import Hand
from accord.domain.state import Clause, Parked, Proposal, Result, State, Wording, alike, change, put, section, without


@on(e.ProposalOpened)
def _(event: e.ProposalOpened, state: State) -> State:
    words = Wording(event.words, 1, event.person, event.at, event.person)
    proposal = Proposal(event.proposal, event.prompt, words, event.based_on)
    return change(state, proposals=put(state.proposals, event.proposal, proposal))


@on(e.PenTaken)
def _(event: e.PenTaken, state: State) -> State:
    owner = state.proposals.get(event.text) or state.clauses[event.text]
    return reword(state, event.text, pen=event.person, pen_at=event.at, before=owner.wording.text)


@on(e.PenDropped)
def _(event: e.PenDropped, state: State) -> State:
    return reword(state, event.text, pen="")


@on(e.WordsWritten)
def _(event: e.WordsWritten, state: State) -> State:
    owner = state.proposals.get(event.text) or state.clauses[event.text]
    version = owner.wording.version + 1
    state = reword(state, event.text, text=event.words, version=version, by=event.person, pen_at=event.at)
    if event.text in state.clauses:
        edited = {c.id: change(c, edited=bool(c.result)) for c in alike(state, event.text)}
        return change(state, clauses=state.clauses | edited)
    proposal = state.proposals[event.text]
    again = proposal.end == "failed"
    return reproposal(state, event.text, hands={}, end="", round=proposal.round + again)


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
    result = Result(event.result, event.prompt, proposal.wording.text, present, proposal.based_on, event.at)
    old = [r.id for r in state.results.values() if r.prompt == event.prompt]
    state = reproposal(state, event.result, end="agreed")
    clauses = {k: c for k, c in state.clauses.items() if c.result not in old}
    clauses.update({c.id: c for c in _clauses(state, result)})
    return change(state, results=put(without(state.results, *old), event.result, result), clauses=clauses)


def _clauses(state: State, result: Result) -> list[Clause]:
    proposal = state.proposals[result.id]
    order = state.order_of[result.prompt]
    words = Wording(result.text, 1, by=proposal.wording.by)
    feeds = dict.fromkeys(f.section for f in state.planned_prompts[result.prompt].prompt.feeds)
    return [
        Clause(f"{result.id}.{feed}", feed, order, words, result.id, result.based_on)
        for feed in feeds
        if section(state, feed)
    ]


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
