"""The document of a workshop as the check reads it: people, sections, words, signatures; the tables are in `rows`."""

from collections.abc import Iterator
from typing import Any

import msgspec

from accord.domain.chapters import agreed_table, clauses, open_points
from accord.domain.lint import model as m
from accord.domain.lint.rows import SECTIONS, Rows
from accord.domain.lint.written import left, written
from accord.domain.sections import numbers, sections, standing, stands
from accord.domain.state import State, members

GENERATED = ("summary", "annex_provenance")
"""Sections that the document fills by itself and nobody can leave empty."""


def gather(state: State, drafts: bool = False) -> m.Document:
    """What people agreed on; with `drafts`, also rows that are being written and not agreed yet."""
    rows = Rows(state, drafts)
    return m.Document(
        languages=state.plan.languages,
        teams={team: names.name for team, names in state.plan.teams.items()},
        sections=tuple(_sections(state, rows)),
        lists=state.plan.wordlists,
        members=rows.members,
        period=state.period,
        clauses=tuple(_clauses(state)),
        notes=tuple((note.id, note.text) for note in state.notes.values() if note.shown),
        parked=tuple(m.Parked(i.id, i.text, i.owner, i.due) for i in open_points(state)),
        funnel=rows.funnel(),
        roles=rows.roles(),
        level_rows=rows.level_rows(),
        icp=bool(rows.of("icp")),
        definitions=rows.definitions(),
        sources=rows.sources(),
        reasons=rows.reasons(),
        handover_fields=rows.handover_fields(),
        steps=rows.steps(),
        commitments=rows.commitments(),
        metrics=rows.metrics(),
        central_tool=_agreed_under(state, "central_tool"),
        views=rows.views(),
        meetings=rows.meetings(),
        channels=rows.channels(),
        escalation=rows.escalation(),
        waiting=state.latest is not None and state.latest.in_force is None,
        signatures=tuple(_signatures(state)),
        changed=tuple(_changed(state)),
        written=tuple(written(state, rows)),
        left=tuple(left(state, rows)),
        absent=frozenset(table for table in SECTIONS if _is_absent(state, rows, table)),
    )


def _agreed_under(state: State, name: str) -> str:
    """What was agreed under the prompt of that name, anywhere in the agenda."""
    asked = {id_ for id_, planned in state.planned_prompts.items() if planned.prompt.id == name}
    return next((one.text for one in state.results.values() if one.prompt in asked), "")


def _is_absent(state: State, rows: Rows, table: str) -> bool:
    """Nobody has come to it, or its section is left out."""
    return not stands(state, SECTIONS[table]) or not _came_to(state, rows, table)


def _came_to(state: State, rows: Rows, table: str) -> bool:
    return bool(rows.of(table)) or any(
        planned.prompt.table == table and _closed(state, id_) for id_, planned in state.planned_prompts.items()
    )


def _closed(state: State, prompt: str) -> bool:
    """Whether the room has been there and has gone on; what was parked is an open point instead."""
    parked = any(one.prompt == prompt and one.end == "parked" for one in state.proposals.values())
    return state.prompts[prompt].phase == "closed" and not parked


def _sections(state: State, rows: Rows) -> Iterator[m.Section]:
    for section in sections(state):
        filled = section.id in GENERATED or _filled(state, rows, section.id)
        there = stands(state, section.id) and section.id not in GENERATED
        covered = there and (filled or _asked(state, section.id))
        yield m.Section(section.id, section.title, section.core, covered, filled)


def _filled(state: State, rows: Rows, section: str) -> bool:
    own = {
        "signoff": bool(state.versions),
        "period": any((state.period.start, state.period.end, state.period.review)),
        "annex_open": bool(state.parked),
        "annex_canvas": any(note.shown for note in state.notes.values()),
    }
    tables = (table for table, its in SECTIONS.items() if its == section)
    written = any(clause.section == section for clause in state.clauses.values()) or any(map(rows.of, tables))
    return own.get(section, False) or written


def _asked(state: State, section: str) -> bool:
    """Whether a prompt that feeds it must be agreed and lies behind; period and parties are asked for with signing."""
    if section in ("period", "parties"):
        signing = [step.id for step in state.planned_steps.values() if step.kind == "signoff"]
        return any(state.steps[step].started for step in signing if step in state.steps)
    return any(
        planned.prompt.must_agree and section in {feed.section for feed in planned.prompt.feeds} and _closed(state, id_)
        for id_, planned in state.planned_prompts.items()
    )


def _clauses(state: State) -> Iterator[m.Clause]:
    """Numbered within their section; those that stand for a row are read from its table."""
    places: dict[str, int] = {}
    chapter = numbers(state)
    standing = (one for one in state.clauses.values() if stands(state, one.section))
    for clause in sorted(standing, key=lambda one: (one.order, one.id)):
        places[clause.section] = places.get(clause.section, 0) + 1
        if clause.wording.text or not clause.row:
            number = f"{chapter.get(clause.section, '')}.{places[clause.section]}"
            sourced = bool(clause.result or clause.sources or clause.row)
            yield m.Clause(clause.id, clause.section, number, clause.wording.text, sourced)


# --- signatures ---


def _signatures(state: State) -> Iterator[m.Signature]:
    """Of the latest version: what each member said of it; a refusal of who has left stands too."""
    latest = state.latest
    for person in members(state) if latest else ():
        given = latest.of(person.id) if latest else None
        if given is None:
            yield m.Signature(person.id, person.name, "pending", person.head, False)
        else:
            yield m.Signature(person.id, person.name, given.decision, person.head, True, given.reason)


def _changed(state: State) -> Iterator[str]:
    """Sections that no longer say what the latest version says, left out or taken in since among them."""
    if state.latest is None:
        return
    frozen = msgspec.json.decode(state.latest.content)
    rows = {row["id"]: row["cells"] for table in frozen.get("tables", ()) for row in table["rows"]}
    was = {one["id"]: _words(one["clauses"], rows) for one in frozen["sections"]}
    cells = _agreed(state)
    now = {one.id: _words(clauses(state, one.id), cells) for one in standing(state)}
    for section in dict.fromkeys((*was, *now)):
        if was.get(section, []) != now.get(section, []):
            yield section


def _agreed(state: State) -> dict[str, Any]:
    tables: list[Any] = [agreed_table(state, name)["rows"] for name in state.tables]
    return {row["id"]: row["cells"] for rows in tables for row in rows}


def _words(found: list[dict[str, Any]], rows: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Each clause's words, or those of its row."""
    return [(one["id"], one["text"], None if one["text"] else rows.get(one.get("row", ""))) for one in found]
