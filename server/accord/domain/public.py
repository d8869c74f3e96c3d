"""A workshop as everybody may know it: what an export holds and an import begins with.

Private words, hands that were not shown, authors whom the rule does not name, the facilitators' notes and the links to
read by stay behind.
"""

import re
from typing import Any

import msgspec

from accord.domain.catalogue import TEAMS, Field, Team
from accord.domain.measures import ratings
from accord.domain.sections import NEEDED
from accord.domain.state import (
    Marked,
    Note,
    Proposal,
    Row,
    State,
    Wording,
    change,
    members,
    mixed,
    place,
    visibility,
    whole,
)
from accord.domain.words import WORDING, clean
from accord.errors import Refused

FINAL = ("agreed", "failed", "parked")
LONGEST = 4 * WORDING
_FROZEN = re.compile(r"\.versions\..*\.content$")
"""A whole document in JSON, whose words are checked one by one."""
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)


def public(state: State) -> State:
    """The state without anything that only some may see. Votes and ratings are kept as figures of the teams."""
    notes = {note.id: _unsigned(state, note) for note in mixed(state) if note.shown}
    return change(
        state,
        notes=notes,
        counts={},
        done={},
        jots={},
        shares={},
        received={},
        people={key: change(p, away=True, via="import") for key, p in state.people.items() if not p.waiting},
        ratings={prompt: _figures(state, prompt) for prompt in state.ratings if state.prompts[prompt].revealed},
        ballots={prompt: _sums(state, prompt) for prompt in state.ballots if state.prompts[prompt].counted},
        proposals={key: _shown_hands(proposal) for key, proposal in state.proposals.items()},
        clauses={key: change(clause, wording=change(clause.wording, pen="")) for key, clause in state.clauses.items()},
        rows={key: _without_pens(row) for key, row in state.rows.items()},
        marks={prompt: _nameless(state, prompt, given) for prompt, given in _open_marks(state)},
        earlier={p: tuple(_nameless(state, p, one) for one in rounds) for p, rounds in state.earlier.items()},
        amendments={key: change(one, hands=one.hands if one.end else {}) for key, one in state.amendments.items()},
        planned_steps={},
        planned_prompts={},
        step_of={},
        order_of={},
        tables={},
    )


def _unsigned(state: State, note: Note) -> Note:
    rule = visibility(state, note.prompt)
    if rule == "named":
        return note
    return change(note, person="", team=None if rule == "hidden" else note.team, place=place(state, note))


def _figures(state: State, prompt: str) -> dict[str, int]:
    """ "marketing#1": 4, …: whose each was is not said."""
    sides = ratings(state, prompt)
    return {f"{team}#{at}": value for team in TEAMS for at, value in enumerate(sides[team], 1)}


def _sums(state: State, prompt: str) -> dict[str, dict[str, int]]:
    """Every team as if it were one voter."""
    people: dict[str, Team | None] = {p.id: p.team for p in state.people.values()}
    sums: dict[str, dict[str, int]] = {}
    for person, ballot in state.ballots[prompt].items():
        team = people.get(person) or person
        for target, dots in ballot.items() if team in TEAMS else ():
            mine = sums.setdefault(team, {})
            mine[target] = mine.get(target, 0) + dots
    return sums


def _without_pens(row: Row) -> Row:
    return change(row, cells={field: change(words, pen="") for field, words in row.cells.items()})


def _open_marks(state: State) -> list[tuple[str, Marked]]:
    return [
        (p, given)
        for p, given in state.marks.items()
        if state.prompts[p].revealed and state.prompts[p].phase != "write"
    ]


def _nameless(state: State, prompt: str, given: Marked) -> Marked:
    """ "sales#1": …: whose marks they were is not said, nor whose side where authors are hidden."""
    rule = visibility(state, prompt)
    if rule == "named":
        return given
    people = {p.id: p.team for p in state.people.values()}
    sets = sorted(((people.get(p) or p, mine) for p, mine in given.items()), key=lambda one: repr(one[1]))
    return {f"{'' if rule == 'hidden' else team}#{at}": mine for at, (team, mine) in enumerate(sets, 1)}


def _shown_hands(proposal: Proposal) -> Proposal:
    free: Wording = change(proposal.wording, pen="")
    return change(proposal, wording=free, hands=proposal.hands if proposal.end in FINAL else {})


# --- coming in ---

_decoder = msgspec.json.Decoder(State)


def read(content: bytes) -> State:
    """The state of an export's JSON, whole again. Refused("bad_file") says where it does not hold together."""
    try:
        _check_words(msgspec.json.decode(content), "")
        state = _decoder.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("bad_file", where=str(error)[:200]) from None
    state = change(whole(state), shares={}, received={})
    for where, missing in _loose(state):
        raise Refused("bad_file", where=f"{where} {missing}"[:200])
    return state


def _check_words(value: Any, where: str) -> None:
    """Words of a file obey the rules of words that are typed."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_words(key, where)
            _check_words(inner, f"{where}.{key}"[-80:])
    elif isinstance(value, list):
        for inner in value:
            _check_words(inner, where)
    elif isinstance(value, str) and _FROZEN.search(where):
        _check_words(msgspec.json.decode(value), f"{where}."[-80:])
    elif isinstance(value, str) and clean(value, LONGEST, where, empty=True) != value.strip():
        raise Refused("bad_file", where=where)


def _loose(state: State) -> list[tuple[str, str]]:
    """References that lead nowhere: (what, id)."""
    wanted: list[tuple[str, str, Any]] = [("order", step, state.planned_steps) for step in state.order]
    wanted += [("steps", step, state.planned_steps) for step in state.steps]
    wanted += [("steps", step, state.steps) for step in state.planned_steps]
    wanted += [("prompts", prompt, state.planned_prompts) for prompt in state.prompts]
    wanted += [("prompts", prompt, state.prompts) for prompt in state.planned_prompts]
    wanted += [("now", state.now.step, state.steps)] if state.now.step else []
    cells = {f"{row.id}/{f.id}" for row in state.rows.values() for f in _fields(state, row)}
    answers: list[Any] = [*state.proposals.values(), *state.results.values()]
    held: list[Any] = [*state.notes.values(), *state.themes.values(), *answers]
    wanted += [("prompt", thing.prompt, state.prompts) for thing in held]
    wanted += [("theme", note.theme, state.themes) for note in state.notes.values() if note.theme]
    wanted += [("result", result, state.proposals) for result in state.results]
    wanted += [("table", row.table, state.tables) for row in state.rows.values()]
    wanted += [("prompt", row.prompt, state.prompts) for row in state.rows.values()]
    wanted += [("cell", f"{row.id}/{f}", cells) for row in state.rows.values() for f in row.cells]
    wanted += [("row", clause.row, state.rows) for clause in state.clauses.values() if clause.row]
    hands = [person for one in answers for person in one.hands]
    wanted += [("person", person, state.people) for person in hands]
    wanted += [("person", s.person, state.people) for v in state.versions.values() for s in v.signatures]
    wanted += [("person", one.by, state.people) for known in state.actuals.values() for one in known.values()]
    wanted += [
        ("month", month, ()) for known in state.actuals.values() for month in known if not _MONTH.fullmatch(month)
    ]
    tables = [*state.ballots, *state.ratings, *state.marks, *state.earlier]
    wanted += [("prompt", prompt, state.prompts) for prompt in tables]
    return [*((what, key) for what, key, known in wanted if key not in known), *_arranged(state)]


def _arranged(state: State) -> list[tuple[str, str]]:
    """What keeps the sections from being in the order that the file says."""
    arranged, planned = state.arranged, [one.id for one in state.plan.sections]
    ids = [*planned, *(one.id for one in arranged.own)]
    twice = [one for one in (ids, arranged.order) if len(set(one)) != len(one)]
    torn = bool(arranged.order) and set(arranged.order) != set(ids)
    bad = [*(arranged.off & NEEDED), *(key for key in (*arranged.titles, *arranged.off) if key not in ids)]
    return [("sections", key) for key in (*bad, *(["order"] if twice or torn else []))]


def _fields(state: State, row: Row) -> tuple[Field, ...]:
    return state.tables[row.table].fields if row.table in state.tables else ()


def claim(state: State, name: str, team: Team | None) -> str:
    """The seat that waits for this person after an import: same name and team, nobody in it yet; else ""."""
    waiting = (p for p in members(state, team) if p.via == "import" and p.away)
    return next((p.id for p in waiting if p.name.casefold() == name.casefold()), "")
