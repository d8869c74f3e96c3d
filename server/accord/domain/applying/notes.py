"""Notes, ratings, themes, votes."""

from accord.domain import events as e
from accord.domain.applying.base import SHOWING, on
from accord.domain.sealing import is_sealed
from accord.domain.state import Note, State, Theme, change, put, without


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
    if is_sealed(state, note):
        return change(state, notes=put(state.notes, event.note, _sealed(state, note)))
    return change(state, notes=put(state.notes, event.note, note), places=place)


def _sealed(state: State, note: Note) -> Note:
    """It takes nothing of what the log counts: a log is read without it. Its place is one among its author's."""
    mine = [n.place for n in state.notes.values() if n.prompt == note.prompt and n.person == note.person]
    return change(note, team=None, place=1 + max(mine, default=0))


@on(e.Unsealed)
def _(event: e.Unsealed, state: State) -> State:
    """New notes without an author stand in the place of what was sealed."""
    notes = {key: n for key, n in state.notes.items() if n.prompt != event.prompt or n.shown}
    for place, one in enumerate(event.notes, state.places + 1):
        notes[one.note] = Note(
            one.note, event.prompt, "", None, one.text, place, shown=True, days=one.days, evidence=one.evidence
        )
    state = change(
        state, notes=notes, places=state.places + len(event.notes), counts=without(state.counts, event.prompt)
    )
    if event.ratings:
        state = change(state, ratings=put(state.ratings, event.prompt, event.ratings))
    return change(state, marks=put(state.marks, event.prompt, event.marks)) if event.marks else state


def _count(state: State, prompt: str, person: str, more: int) -> State:
    if not person:
        return state
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
