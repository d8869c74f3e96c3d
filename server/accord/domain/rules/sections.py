"""Sections of the agreement: their names, their order, which are left out, the workshop's own."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.arrangement import named
from accord.domain.asking import Ask, Events, fresh, limit, on
from accord.domain.catalogue import Section, Text
from accord.domain.sections import NEEDED, clauses_in, may_stand, placed, section, sections, stands
from accord.domain.state import State, asked_about
from accord.domain.words import TITLE, clean
from accord.errors import Refused

OWN = 20


def _section(ask: Ask, section_id: str) -> Section:
    known = section(ask.state, section_id)
    if known is None:
        raise Refused("not_found")
    return known


def _own(state: State, section_id: str) -> bool:
    return any(one.id == section_id for one in state.arranged.own)


def _titled(title: Text) -> Text:
    """One line in each language."""
    pl, en = (" ".join(clean(words, TITLE, "title").split()) for words in (title.pl, title.en))
    return named(Text(pl, en))


@on(c.RenameSection)
def _(command: c.RenameSection, ask: Ask) -> Events:
    """The page in short prints no name of its own."""
    known, bare = _section(ask, command.section), not (command.title.pl.strip() or command.title.en.strip())
    if known.id == "summary":
        raise Refused("not_allowed")
    if bare and not _own(ask.state, known.id):
        return (e.SectionRenamed(known.id),) if known.id in ask.state.arranged.titles else ()
    title = _titled(command.title)
    if title == named(known.title):
        return ()
    planned = next((one.title for one in ask.state.plan.sections if one.id == known.id), None)
    return (e.SectionRenamed(known.id, None if planned and named(planned) == title else title),)


@on(c.SwitchSection)
def _(command: c.SwitchSection, ask: Ask) -> Events:
    """Nothing that people are asked about or write just now is left out under their hands."""
    known, state = _section(ask, command.section), ask.state
    if command.on == stands(state, known.id):
        return ()
    if not command.on and known.id in NEEDED:
        raise Refused("section_needed")
    for clause in () if command.on else clauses_in(state, known.id):
        _at_rest(state, clause)
    return (e.SectionSwitched(known.id, command.on),)


def _at_rest(state: State, clause_id: str) -> None:
    clause = state.clauses[clause_id]
    about = (one.text.partition("/")[0] for one in state.amendments.values() if not one.end)
    if clause.wording.pen or asked_about(state, clause_id) or {clause.id, clause.row} & set(about):
        raise Refused("section_asked")


@on(c.PlaceSection)
def _(command: c.PlaceSection, ask: Ask) -> Events:
    known, state = _section(ask, command.section), ask.state
    if not may_stand(state, known.id, command.before):
        raise Refused("bad_input", field="before", why="place")
    if placed(state, known.id, command.before) == tuple(one.id for one in sections(state)):
        return ()
    return (e.SectionPlaced(known.id, command.before),)


@on(c.AddSection)
def _(command: c.AddSection, ask: Ask) -> Events:
    state = ask.state
    limit(len(state.arranged.own), OWN, "sections")
    known = {one.id: one for one in sections(state)}
    section_id = fresh(command.id, known)  # type: ignore[arg-type]
    return (e.SectionAdded(section_id, _titled(command.title), ask.person, ask.now),)


@on(c.RemoveSection)
def _(command: c.RemoveSection, ask: Ask) -> Events:
    known, state = _section(ask, command.section), ask.state
    if not _own(state, known.id):
        raise Refused("not_allowed")
    if next(clauses_in(state, known.id), ""):
        raise Refused("section_not_empty")
    return (e.SectionRemoved(known.id),)
