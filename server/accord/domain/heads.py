"""The heads' draft: what they agreed before the teams met, and what still keeps it from being signed."""

from accord.domain.catalogue import TEAMS, Team
from accord.domain.sections import sections, standing, stands
from accord.domain.state import Clause, Note, State


def drafts(state: State) -> tuple[str, ...]:
    """What only the heads agreed: clauses in reading order, then rows and results that stand in no clause."""
    order = {section.id: at for at, section in enumerate(standing(state))}
    clauses = sorted(
        (c for c in state.clauses.values() if c.heads and stands(state, c.section)),
        key=lambda c: (order.get(c.section, 0), c.order),
    )
    shown = {c.row for c in state.clauses.values()} | {c.result for c in state.clauses.values()}
    rows = (row.id for row in state.rows.values() if row.heads and row.id not in shown)
    results = (r.id for r in state.results.values() if r.heads and not r.rows and r.id not in shown)
    return (*(c.id for c in clauses), *rows, *results)


def said(state: State, clause: Clause) -> str:
    """What the clause says: its words, or those of its row."""
    row = state.rows.get(clause.row)
    if clause.wording.text or row is None:
        return clause.wording.text
    return " · ".join(text for f in state.tables[row.table].fields if (text := row.said(f.id)))


def comments(state: State) -> list[Note]:
    """What the teams say of the draft: the notes of a step in which sections are marked."""
    steps = {s.id for s in state.plan.steps if any(_marks_sections(state, p.id) for p in s.prompts)}
    return [n for n in state.notes.values() if n.shown and state.step_of[n.prompt] in steps]


def _marks_sections(state: State, prompt: str) -> bool:
    marks = state.planned_prompts[prompt].prompt.marks
    return marks is not None and marks.of == "sections"


def unheard(state: State) -> Team | None:
    """A team of which no comment on the heads' draft has been discussed."""
    asked = any(_marks_sections(state, prompt) for prompt in state.prompts)
    if not asked or not any(session.heads for session in state.plan.sittings):
        return None
    heard = {note.team for note in comments(state) if _discussed(state, note)}
    return next((team for team in TEAMS if team not in heard), None)


def _discussed(state: State, note: Note) -> bool:
    where = state.prompts.get(note.taken_up)
    return where is not None and where.phase != "waiting" and not where.prework


def worded(state: State, prompts: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """(prompt, person, words) of each mark on a section that says why, not a note yet; under the prompt for notes.

    In the order of sections and words, which says nothing of who was first.
    """
    marked = [p for p in prompts if _marks_sections(state, p)]
    plain = [p for p in prompts if state.planned_prompts[p].prompt.marks is None]
    found = []
    for prompt in marked:
        target = plain[-1] if plain else prompt
        known = {(n.person, n.text) for n in state.notes.values() if n.prompt == target}
        found += [(target, *one) for one in _said_of_sections(state, prompt) if one not in known]
    return found


def _said_of_sections(state: State, prompt: str) -> list[tuple[str, str]]:
    given = state.marks.get(prompt, {})
    marks = state.planned_prompts[prompt].prompt.marks
    says = marks.says if marks else ()
    said = []
    for section in sections(state):
        here = [(person, mine[section.id]) for person, mine in given.items() if section.id in mine]
        for person, mark in sorted(here, key=lambda one: (one[1].text, one[1].choice)):
            if mark.choice in says and mark.text and person in state.people:
                title = section.title.said(state.people[person].language)
                said.append((person, f"{title}: {mark.text}"))
    return said
