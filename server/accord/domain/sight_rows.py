"""What people may see of tables, rows and marks: a part of `accord.domain.sight`."""

from collections import Counter
from collections.abc import Iterable, Iterator

from accord.domain import catalogue as c
from accord.domain import records as r
from accord.domain.attending import promised
from accord.domain.catalogue import TEAMS, Team
from accord.domain.records import ALL, Both, Record, only
from accord.domain.reviews import both, common, is_review, team_of, top, tops
from accord.domain.rules.rows import targets
from accord.domain.state import Mark, Marked, Row, State, asked_about, visibility

Shown = tuple[str, Record]


def tables(state: State) -> Iterator[Shown]:
    for table in state.tables.values():
        yield ALL, _table(table)
    for row in state.rows.values():
        yield _row(state, row)


def _table(table: c.Table) -> r.Table:
    starts = tuple(r.Start(s.id, _called(table, s), s.pairs_with, s.prompt, s.note) for s in table.starters)
    return r.Table(
        table.id,
        table.title,
        table.fields,
        starts,
        table.head,
        table.team,
        table.owner,
        table.fixed,
        table.prefix,
    )


def _called(table: c.Table, starter: c.Starter) -> c.Text:
    """Its head, else its first cell: that of a choice as people read it."""
    name = table.head if table.head in starter.cells else next(iter(starter.cells), "")
    field, said = table.field(name), starter.cells.get(name, table.title)
    return next((one.text for one in field.options if one.id == said.en), said) if field else said


def _row(state: State, row: Row) -> Shown:
    cells = {name: r.Cell(w.text, w.version, w.pen, w.by) for name, w in row.cells.items()}
    asked = asked_about(state, row.id)
    return ALL, r.Row(
        row.id,
        row.table,
        row.prompt,
        row.place,
        cells,
        _status(state, row),
        promised(state, row),
        tuple(sorted(row.promisers)),
        row.starter,
        row.based_on,
        row.by,
        row.team,
        row.result,
        asked.id if asked else "",
        _was(row),
        row.heads,
    )


def _was(row: Row) -> dict[str, str]:
    if not row.result or row.agreed == row.version:
        return {}
    fields = dict.fromkeys((*row.words, *row.cells))
    return {name: row.words.get(name, "") for name in fields if row.words.get(name, "") != row.said(name)}


def _status(state: State, row: Row) -> str:
    asked = asked_about(state, row.id)
    if asked:
        return "failed" if asked.end else "asked"
    if not row.result:
        return "draft"
    return "agreed" if row.version == row.agreed else "changed"


def look_row(state: State, id_: str) -> Shown | None:
    row = state.rows.get(id_)
    return _row(state, row) if row else None


# --- marks ---


def about_marks(state: State, prompt: str, open_: bool) -> Iterator[Shown]:
    """What is marked, everybody's own marks, and, once they lie open, what was said of each target."""
    marks = state.planned_prompts[prompt].prompt.marks
    if marks is None:
        return
    found = targets(state, prompt)
    yield ALL, r.Marking(prompt, marks, found)
    for person in state.people:
        if mine := own_marks(state, prompt, person):
            yield mine
    if open_:
        given = state.marks.get(prompt, {})
        yield from (split for target in found if (split := _split(state, prompt, target, given)))
        if marks.kind == "choice" and marks.rounds:
            rounds = (*state.earlier.get(prompt, ()), *((given,) if given else ()))
            yield ALL, r.Calibration(prompt, tuple(alike(state, one, found, marks) for one in rounds))


def own_marks(state: State, prompt: str, person: str) -> Shown | None:
    mine = state.marks.get(prompt, {}).get(person)
    if not mine:
        return None
    return only(person), r.OwnMarks(
        f"{prompt}@{person}", {t: r.OwnMark(m.choice, m.value, m.text) for t, m in mine.items()}
    )


def _split(state: State, prompt: str, target: str, given: Marked) -> Shown | None:
    rule = visibility(state, prompt)
    marks = [(person, mine[target]) for person, mine in given.items() if target in mine]
    if not marks:
        return None
    counts = Counter(mark.choice for _, mark in marks if mark.choice)
    sides = {} if rule == "hidden" else {choice: _both(state, marks, choice) for choice in sorted(counts)}
    values = {team: _values(state, marks, team) for team in TEAMS}
    said: dict[str, str] = {} if rule == "hidden" else tops(state, given, target)
    return ALL, r.Split(
        f"{prompt}@{target}",
        prompt,
        target,
        dict(sorted(counts.items())),
        sides,
        values["marketing"],
        values["sales"],
        _words(state, rule, marks),
        _apart(state, prompt, said),
        said,
    )


def _apart(state: State, prompt: str, said: dict[str, str]) -> bool:
    """The majorities chose differently. In a review a team without a majority has to talk too."""
    if not both(said) or common(said):
        return False
    return is_review(state.planned_prompts[prompt].prompt.marks) or "" not in said.values()


def _both(state: State, marks: Iterable[tuple[str, Mark]], choice: str) -> Both:
    teams = [team_of(state, person) for person, mark in marks if mark.choice == choice]
    return Both(teams.count("marketing"), teams.count("sales"))


def _values(state: State, marks: Iterable[tuple[str, Mark]], team: Team) -> tuple[float, ...]:
    return tuple(sorted(m.value for p, m in marks if m.value is not None and team_of(state, p) == team))


def _words(state: State, rule: c.Visibility, marks: Iterable[tuple[str, Mark]]) -> tuple[r.Said, ...]:
    """Sorted by their words, so that their order says nothing of who was first."""
    said = [
        r.Said(
            mark.text,
            mark.choice,
            None if rule == "hidden" else team_of(state, person),
            person if rule == "named" and person in state.people else "",
        )
        for person, mark in marks
        if mark.text
    ]
    return tuple(sorted(said, key=lambda one: (one.choice, one.text, one.person)))


def alike(state: State, given: Marked, found: tuple[str, ...], marks: c.Marks) -> r.Round:
    """Agreement between the teams and within each (domain.md 2.9)."""
    by_team = {
        team: [Counter(m[t].choice for p, m in given.items() if t in m and team_of(state, p) == team) for t in found]
        for team in TEAMS
    }
    sides = [[top(Counter(counts)) for counts in by_team[team]] for team in TEAMS]
    agreed = sum(1 for m, s in zip(*sides, strict=True) if m and m == s)
    within = {team: _mean([max(k.values()) / k.total() for k in by_team[team] if k.total()]) for team in TEAMS}
    lacked = {m.text for mine in given.values() for m in mine.values() if m.choice == "missing" and m.text}
    return r.Round(agreed, len(found), Both(**within), tuple(sorted(lacked)))


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 12) if values else 0
