"""apply(state, event) → state. No rules here: an event has happened."""

from collections.abc import Callable
from functools import singledispatch

from accord.domain import events as e
from accord.domain.catalogue import Phase
from accord.domain.events import Event
from accord.domain.records import Hand
from accord.domain.state import (
    Clause,
    Note,
    Now,
    Parked,
    Person,
    PromptState,
    Proposal,
    Result,
    Signature,
    State,
    StepState,
    Theme,
    Version,
    Wording,
    alike,
    change,
    put,
    section,
    shared,
    whole,
    without,
)

SHOWING: frozenset[Phase] = frozenset({"reveal", "discuss", "vote", "agree"})


def apply(state: State, event: Event) -> State:
    """The state after the event."""
    return _apply(event, state)


def fold(state: State, events: "tuple[Event, ...] | list[Event]") -> State:
    for event in events:
        state = _apply(event, state)
    return state


@singledispatch
def _apply(event: Event, state: State) -> State:
    raise TypeError(f"no way to apply {type(event).__name__}")


on: Callable[..., Callable[..., Callable[..., State]]] = _apply.register


@on(e.WorkshopFounded)
def _(event: e.WorkshopFounded, state: State) -> State:
    steps = event.plan.steps
    begun = State(
        plan=event.plan,
        founded=event.at,
        order=tuple(s.id for s in steps),
        steps={s.id: StepState(minutes=s.minutes) for s in steps},
        prompts={p.id: PromptState(votes=s.votes_per_person) for s in steps for p in s.prompts},
    )
    return whole(begun)


@on(e.WorkshopImported)
def _(event: e.WorkshopImported, state: State) -> State:
    return whole(event.state)


# --- people ---


@on(e.PersonJoined)
def _(event: e.PersonJoined, state: State) -> State:
    person = Person(
        event.person,
        event.name,
        len(state.people) + 1,
        event.role,
        event.team,
        event.language,
        event.via,
        head=event.head,
        waiting=event.waiting,
    )
    return change(state, people=put(state.people, event.person, person))


def _person(state: State, person: str, **fields: object) -> State:
    return change(state, people=put(state.people, person, change(state.people[person], **fields)))


@on(e.PersonAdmitted)
def _(event: e.PersonAdmitted, state: State) -> State:
    return _person(state, event.person, waiting=False)


@on(e.PersonRemoved)
def _(event: e.PersonRemoved, state: State) -> State:
    return _free_pens(_person(state, event.person, gone=True, waiting=False), event.person)


def _free_pens(state: State, person: str) -> State:
    for owner in shared(state):
        if owner.wording.pen == person:
            state = _word(state, owner.id, pen="")
    return state


@on(e.RoleSet)
def _(event: e.RoleSet, state: State) -> State:
    return _person(state, event.person, role=event.role)


@on(e.TeamSet)
def _(event: e.TeamSet, state: State) -> State:
    return _person(state, event.person, team=event.team)


@on(e.HeadSet)
def _(event: e.HeadSet, state: State) -> State:
    return _person(state, event.person, head=event.head)


@on(e.AwaySet)
def _(event: e.AwaySet, state: State) -> State:
    return _person(state, event.person, away=event.away)


@on(e.LanguageSet)
def _(event: e.LanguageSet, state: State) -> State:
    return _person(state, event.person, language=event.language)


@on(e.DoorsSet)
def _(event: e.DoorsSet, state: State) -> State:
    return change(state, doors=event.open)


# --- the agenda ---


@on(e.PhaseOpened)
def _(event: e.PhaseOpened, state: State) -> State:
    turn = state.planned_steps[event.step].turns[event.turn : event.turn + 1]
    opened = turn[0] if turn else ()
    now = Now(event.step, event.turn, event.phase, event.at + event.seconds * 1000, None, event.seconds)
    state = change(state, now=now, started=state.started or event.at, ended=None)
    return _show(_start(_phases(state, opened, event.phase), event), opened, event.phase)


def _phases(state: State, opened: tuple[str, ...], phase: Phase) -> State:
    """The opened prompts get the phase; whatever else was running is closed."""
    prompts = {}
    for key, prompt in state.prompts.items():
        wanted = phase if key in opened else "closed" if prompt.phase != "waiting" else "waiting"
        counted = wanted != "vote" and (prompt.counted or prompt.phase == "vote")
        revealed = prompt.revealed or (key in opened and phase in SHOWING)
        prompts[key] = change(prompt, phase=wanted, counted=counted, revealed=revealed)
    return change(state, prompts=prompts)


def _start(state: State, event: e.PhaseOpened) -> State:
    steps = {
        key: change(step, started=step.started or event.at, ended=None, skipped=False)
        if key == event.step
        else change(step, ended=event.at)
        if step.started and not step.ended
        else step
        for key, step in state.steps.items()
    }
    return change(state, steps=steps)


def _show(state: State, opened: tuple[str, ...], phase: Phase) -> State:
    if phase not in SHOWING:
        return state
    notes = {
        key: change(note, shown=True) if note.prompt in opened and not note.shown else note
        for key, note in state.notes.items()
    }
    return change(state, notes=notes)


@on(e.StepFinished)
def _(event: e.StepFinished, state: State) -> State:
    step = change(state.steps[event.step], ended=event.at)
    state = change(state, steps=put(state.steps, event.step, step))
    return _phases(change(state, now=Now()), (), "closed") if state.now.step == event.step else state


@on(e.StepSkipped)
def _(event: e.StepSkipped, state: State) -> State:
    return _step(state, event.step, skipped=event.skip)


@on(e.StepMinutesSet)
def _(event: e.StepMinutesSet, state: State) -> State:
    return _step(state, event.step, minutes=event.minutes)


def _step(state: State, step: str, **fields: object) -> State:
    return change(state, steps=put(state.steps, step, change(state.steps[step], **fields)))


@on(e.StepMoved)
def _(event: e.StepMoved, state: State) -> State:
    rest = [s for s in state.order if s != event.step]
    at = rest.index(event.before) if event.before in rest else len(rest)
    return change(state, order=(*rest[:at], event.step, *rest[at:]))


@on(e.TimeAdded)
def _(event: e.TimeAdded, state: State) -> State:
    now, more = state.now, event.seconds * 1000
    if now.left is not None:
        return change(state, now=change(now, left=now.left + more, seconds=now.seconds + event.seconds))
    deadline = max(now.deadline or event.at, event.at) + more
    return change(state, now=change(now, deadline=deadline, seconds=now.seconds + event.seconds))


@on(e.TimerPaused)
def _(event: e.TimerPaused, state: State) -> State:
    now = state.now
    if event.pause and now.deadline is not None:
        return change(state, now=change(now, left=now.deadline - event.at, deadline=None))
    if not event.pause and now.left is not None:
        return change(state, now=change(now, left=None, deadline=event.at + now.left))
    return state


@on(e.WorkshopEnded)
def _(event: e.WorkshopEnded, state: State) -> State:
    steps = {k: change(s, ended=event.at) if s.started and not s.ended else s for k, s in state.steps.items()}
    return _phases(change(state, ended=event.at, now=Now(), steps=steps), (), "closed")


# --- notes and themes ---


@on(e.NoteAdded)
def _(event: e.NoteAdded, state: State) -> State:
    prompt, place = state.prompts[event.prompt], state.places + 1
    person = state.people.get(event.person)
    note = Note(
        event.note,
        event.prompt,
        event.person,
        person.team if person else None,
        event.text,
        place,
        shown=event.late or prompt.phase in SHOWING,
        days=event.days,
        evidence=event.evidence,
        late=event.late,
    )
    state = _count(state, event.prompt, event.person, 1)
    return change(state, notes=put(state.notes, event.note, note), places=place)


def _count(state: State, prompt: str, person: str, more: int) -> State:
    counts = state.counts.get(prompt, {})
    return change(state, counts=put(state.counts, prompt, put(counts, person, counts.get(person, 0) + more)))


def _note(state: State, note: str, **fields: object) -> State:
    return change(state, notes=put(state.notes, note, change(state.notes[note], **fields)))


@on(e.NoteEdited)
def _(event: e.NoteEdited, state: State) -> State:
    version = state.notes[event.note].version + 1
    return _note(state, event.note, text=event.text, days=event.days, evidence=event.evidence, version=version)


@on(e.NoteRemoved)
def _(event: e.NoteRemoved, state: State) -> State:
    note = state.notes[event.note]
    state = _count(state, note.prompt, note.person, -1)
    return change(_forget_dots(state, note.prompt, event.note), notes=without(state.notes, event.note))


def _forget_dots(state: State, prompt: str, target: str) -> State:
    ballots = {person: without(ballot, target) for person, ballot in state.ballots.get(prompt, {}).items()}
    return change(state, ballots=put(state.ballots, prompt, ballots)) if ballots else state


@on(e.NotePlaced)
def _(event: e.NotePlaced, state: State) -> State:
    """The author's notes under the prompt share out the places they have, in the new order."""
    moved = state.notes[event.note]
    mine = sorted(
        (n for n in state.notes.values() if n.prompt == moved.prompt and n.person == moved.person),
        key=lambda n: n.place,
    )
    places = [n.place for n in mine]
    rest = [n.id for n in mine if n.id != event.note]
    at = rest.index(event.before) if event.before in rest else len(rest)
    order = [*rest[:at], event.note, *rest[at:]]
    notes = dict(state.notes)
    for key, place in zip(order, places, strict=True):
        notes[key] = change(notes[key], place=place)
    return change(state, notes=notes)


@on(e.Rated)
def _(event: e.Rated, state: State) -> State:
    ratings = put(state.ratings.get(event.prompt, {}), event.person, event.value)
    return change(state, ratings=put(state.ratings, event.prompt, ratings))


@on(e.DoneSet)
def _(event: e.DoneSet, state: State) -> State:
    done = state.done.get(event.prompt, frozenset())
    done = done | {event.person} if event.done else done - {event.person}
    return change(state, done=put(state.done, event.prompt, done))


@on(e.ThemeAdded)
def _(event: e.ThemeAdded, state: State) -> State:
    theme = Theme(event.theme, event.prompt, event.title, state.places + 1)
    state = change(state, themes=put(state.themes, event.theme, theme), places=theme.place)
    for note in event.notes:
        state = _note(state, note, theme=event.theme)
    return state


@on(e.ThemeRenamed)
def _(event: e.ThemeRenamed, state: State) -> State:
    theme = state.themes[event.theme]
    theme = change(theme, title=event.title, version=theme.version + 1)
    return change(state, themes=put(state.themes, event.theme, theme))


@on(e.ThemeRemoved)
def _(event: e.ThemeRemoved, state: State) -> State:
    notes = {k: change(n, theme="") if n.theme == event.theme else n for k, n in state.notes.items()}
    state = _forget_dots(state, state.themes[event.theme].prompt, event.theme)
    return change(state, notes=notes, themes=without(state.themes, event.theme))


@on(e.NoteGrouped)
def _(event: e.NoteGrouped, state: State) -> State:
    return _note(state, event.note, theme=event.theme)


# --- votes ---


@on(e.Voted)
def _(event: e.Voted, state: State) -> State:
    ballots = state.ballots.get(event.prompt, {})
    mine = ballots.get(event.person, {})
    mine = put(mine, event.target, event.dots) if event.dots else without(mine, event.target)
    return change(state, ballots=put(state.ballots, event.prompt, put(ballots, event.person, mine)))


@on(e.VotesSet)
def _(event: e.VotesSet, state: State) -> State:
    prompt = change(state.prompts[event.prompt], votes=event.votes)
    return change(state, prompts=put(state.prompts, event.prompt, prompt))


# --- wordings ---


@on(e.ProposalOpened)
def _(event: e.ProposalOpened, state: State) -> State:
    words = Wording(event.words, 1, event.person, event.at, event.person)
    proposal = Proposal(event.proposal, event.prompt, words, event.based_on)
    return change(state, proposals=put(state.proposals, event.proposal, proposal))


def _word(state: State, owner: str, **fields: object) -> State:
    if owner in state.proposals:
        proposal = state.proposals[owner]
        return _proposal(state, owner, wording=change(proposal.wording, **fields))
    words = change(state.clauses[owner].wording, **fields)
    return change(state, clauses=state.clauses | {c.id: change(c, wording=words) for c in alike(state, owner)})


def _proposal(state: State, proposal: str, **fields: object) -> State:
    changed = change(state.proposals[proposal], **fields)
    return change(state, proposals=put(state.proposals, proposal, changed))


@on(e.PenTaken)
def _(event: e.PenTaken, state: State) -> State:
    owner = state.proposals.get(event.text) or state.clauses[event.text]
    return _word(state, event.text, pen=event.person, pen_at=event.at, before=owner.wording.text)


@on(e.PenDropped)
def _(event: e.PenDropped, state: State) -> State:
    return _word(state, event.text, pen="")


@on(e.WordsWritten)
def _(event: e.WordsWritten, state: State) -> State:
    owner = state.proposals.get(event.text) or state.clauses[event.text]
    version = owner.wording.version + 1
    state = _word(state, event.text, text=event.words, version=version, by=event.person, pen_at=event.at)
    if event.text in state.clauses:
        edited = {c.id: change(c, edited=bool(c.result)) for c in alike(state, event.text)}
        return change(state, clauses=state.clauses | edited)
    proposal = state.proposals[event.text]
    again = proposal.end == "failed"
    return _proposal(state, event.text, hands={}, end="", round=proposal.round + again)


@on(e.SourcesSet)
def _(event: e.SourcesSet, state: State) -> State:
    return _proposal(state, event.proposal, based_on=event.based_on)


@on(e.ConsentGiven)
def _(event: e.ConsentGiven, state: State) -> State:
    hands = state.proposals[event.proposal].hands
    return _proposal(
        state, event.proposal, hands=put(hands, event.person, Hand(event.person, event.level, event.reason))
    )


@on(e.HandsShown)
def _(event: e.HandsShown, state: State) -> State:
    return _proposal(state, event.proposal, end="failed")


@on(e.ResultAgreed)
def _(event: e.ResultAgreed, state: State) -> State:
    """A later result of a prompt takes the place of the earlier one, in its sections too."""
    proposal = state.proposals[event.result]
    present = {k: h for k, h in proposal.hands.items() if not state.people[k].away and not state.people[k].gone}
    result = Result(event.result, event.prompt, proposal.wording.text, present, proposal.based_on, event.at)
    old = [r.id for r in state.results.values() if r.prompt == event.prompt]
    state = _proposal(state, event.result, end="agreed")
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
    return _proposal(_word(state, event.proposal, pen=""), event.proposal, end="withdrawn")


@on(e.Parked)
def _(event: e.Parked, state: State) -> State:
    item = Parked(event.parked, event.text, event.owner, event.due, event.prompt, event.proposal)
    if event.proposal:
        state = _proposal(_word(state, event.proposal, pen=""), event.proposal, end="parked")
    return change(state, parked=put(state.parked, event.parked, item))


@on(e.ParkedEdited)
def _(event: e.ParkedEdited, state: State) -> State:
    item = state.parked[event.parked]
    item = change(item, text=event.text, owner=event.owner, due=event.due, closed=event.closed)
    return change(state, parked=put(state.parked, event.parked, item))


@on(e.Jotted)
def _(event: e.Jotted, state: State) -> State:
    return change(state, jots=put(state.jots, event.person, event.text))


# --- the agreement ---


@on(e.ClauseAdded)
def _(event: e.ClauseAdded, state: State) -> State:
    order = 1000 + len(state.clauses)
    clause = Clause(event.clause, event.section, order, Wording(event.words, 1, by=event.person))
    return change(state, clauses=put(state.clauses, event.clause, clause))


@on(e.ClauseRemoved)
def _(event: e.ClauseRemoved, state: State) -> State:
    return change(state, clauses=without(state.clauses, event.clause))


@on(e.VersionFrozen)
def _(event: e.VersionFrozen, state: State) -> State:
    version = Version(event.version, event.content, event.hash, event.at)
    return change(state, versions=put(state.versions, event.version, version))


@on(e.Signed)
def _(event: e.Signed, state: State) -> State:
    version, person = state.versions[event.version], state.people[event.person]
    signature = Signature(event.person, event.name, person.team, event.decision, event.reason, event.language, event.at)
    version = change(version, signatures=(*version.signatures, signature))
    return change(state, versions=put(state.versions, event.version, version))


@on(e.InForce)
def _(event: e.InForce, state: State) -> State:
    version = change(state.versions[event.version], in_force=event.at)
    return change(state, versions=put(state.versions, event.version, version))
