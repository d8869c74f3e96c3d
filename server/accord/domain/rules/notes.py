"""Notes, ratings, themes and votes."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, found, fresh, limit, note_of, on
from accord.domain.sealing import still_hides
from accord.domain.state import Note, State, dots
from accord.domain.words import NOTE, SHORT, TITLE, clean
from accord.errors import Refused

NOTES_EACH, THEMES = 100, 200


@on(c.AddNote)
def _(command: c.AddNote, ask: Ask) -> Events:
    state, prompt = ask.state, command.prompt
    if state.prompts[prompt].phase == "discuss" and not command.late:
        raise Refused("phase_closed")
    limit(state.counts.get(prompt, {}).get(ask.person, 0), NOTES_EACH, "notes")
    text = clean(command.text, NOTE)
    note = fresh(command.id, state.notes, state.themes)  # type: ignore[arg-type]
    late = command.late and state.prompts[prompt].phase == "discuss"
    if late:
        still_hides(state, prompt)
    days, evidence = _details(command, state, prompt)
    return (e.NoteAdded(note, prompt, ask.person, text, days, evidence, late),)


def _details(command: c.AddNote | c.EditNote, state: State, prompt: str) -> tuple[float | None, str]:
    kind = state.planned_prompts[prompt].prompt.answer_type
    if command.days is not None and (kind != "ordered_steps" or not 0 <= command.days <= 10_000):
        raise Refused("bad_input", field="days", why="range")
    evidence = clean(command.evidence, SHORT, "evidence", empty=True)
    return command.days, evidence if kind == "ranking_with_evidence" else ""


def _own_note(ask: Ask, note: str) -> Note:
    found = note_of(ask.state, note)
    if found.person != ask.person:
        raise Refused("not_yours")
    return found


@on(c.EditNote)
def _(command: c.EditNote, ask: Ask) -> Events:
    note = _own_note(ask, command.note)
    text = clean(command.text, NOTE)
    if command.base != note.version:
        raise Refused("stale", text=note.text, version=note.version)
    days, evidence = _details(command, ask.state, note.prompt)
    return (e.NoteEdited(note.id, text, days, evidence),)


@on(c.RemoveNote)
def _(command: c.RemoveNote, ask: Ask) -> Events:
    note = note_of(ask.state, command.note)
    if note.person != ask.person and not (ask.leads and note.shown):
        raise Refused("not_yours")
    return (e.NoteRemoved(note.id),)


@on(c.PlaceNote)
def _(command: c.PlaceNote, ask: Ask) -> Events:
    note = _own_note(ask, command.note)
    if command.before and _own_note(ask, command.before).prompt != note.prompt:
        raise Refused("not_found")
    return (e.NotePlaced(note.id, command.before),)


@on(c.Rate)
def _(command: c.Rate, ask: Ask) -> Events:
    prompt = ask.state.planned_prompts[command.prompt].prompt
    scale = prompt.scale
    if scale is None or not scale.min <= command.value <= scale.max:
        raise Refused("bad_input", field="value", why="range")
    still_hides(ask.state, command.prompt)
    return (e.Rated(command.prompt, ask.person, command.value),)


@on(c.SetDone)
def _(command: c.SetDone, ask: Ask) -> Events:
    return (e.DoneSet(command.prompt, ask.person, command.done),)


@on(c.AddTheme)
def _(command: c.AddTheme, ask: Ask) -> Events:
    state = ask.state
    limit(sum(t.prompt == command.prompt for t in state.themes.values()), THEMES, "themes")
    theme = fresh(command.id, state.themes, state.notes)  # type: ignore[arg-type]
    for note in command.notes:
        _groupable(ask, note, command.prompt)
    return (e.ThemeAdded(theme, command.prompt, clean(command.title, TITLE, "title"), command.notes),)


def _groupable(ask: Ask, note: str, prompt: str) -> None:
    found = note_of(ask.state, note)
    if found.prompt != prompt or not found.shown:
        raise Refused("not_found")


@on(c.RenameTheme)
def _(command: c.RenameTheme, ask: Ask) -> Events:
    theme = ask.state.themes[command.theme]
    title = clean(command.title, TITLE, "title")
    if command.base != theme.version:
        raise Refused("stale", text=theme.title, version=theme.version)
    return (e.ThemeRenamed(theme.id, title),)


@on(c.RemoveTheme)
def _(command: c.RemoveTheme, ask: Ask) -> Events:
    return (e.ThemeRemoved(command.theme),)


@on(c.GroupNote)
def _(command: c.GroupNote, ask: Ask) -> Events:
    note = note_of(ask.state, command.note)
    if command.theme:
        _groupable(ask, note.id, found(ask.state.themes, command.theme).prompt)
    return () if note.theme == command.theme else (e.NoteGrouped(note.id, command.theme),)


@on(c.Vote)
def _(command: c.Vote, ask: Ask) -> Events:
    state, prompt = ask.state, command.prompt
    target = state.notes.get(command.target) or found(state.themes, command.target)
    if target.prompt != prompt or (isinstance(target, Note) and not target.shown):
        raise Refused("not_found")
    mine = dots(state, prompt, ask.person)
    spent = sum(mine.values()) - mine.get(command.target, 0)
    if command.dots < 0 or spent + command.dots > state.prompts[prompt].votes:
        raise Refused("no_votes_left", votes=state.prompts[prompt].votes)
    return (e.Voted(prompt, ask.person, command.target, command.dots),)


@on(c.SetVotes)
def _(command: c.SetVotes, ask: Ask) -> Events:
    if not 1 <= command.votes <= 99:
        raise Refused("bad_input", field="votes", why="range")
    return (e.VotesSet(command.prompt, command.votes),)
