"""The state of one workshop: frozen values in dicts that are replaced, never changed in place."""

import zlib
from typing import Any, Literal, TypeVar

from msgspec import Struct, structs

from accord.domain.arrangement import Arrangement
from accord.domain.catalogue import (
    Field,
    Language,
    Phase,
    Plan,
    PlannedPrompt,
    PlannedStep,
    Table,
    Team,
    Visibility,
)
from accord.domain.commands import Evidence, Role
from accord.domain.records import Hand
from accord.domain.sharing import Share
from accord.domain.term import Actual, Kept, Period, Reminding
from accord.domain.words import looks

K = TypeVar("K")
V = TypeVar("V")
S = TypeVar("S", bound=Struct)

FACILITATING = frozenset({"facilitator", "cofacilitator"})


class Person(Struct, frozen=True):
    id: str
    name: str
    number: int
    role: Role
    team: Team | None
    language: Language
    via: str
    head: bool = False
    away: bool = False
    waiting: bool = False
    gone: bool = False
    turned_away: bool = False  # gone before anybody let them in
    excused: bool = False  # absent for long: signs on return and holds nothing up
    returns: str = ""  # waits and says to be this person
    seat: str = ""  # and is
    admitted: str = ""  # by whom, who came by code or came back

    @property
    def left(self) -> bool:
        """Was here, and is no more."""
        return self.gone and not self.turned_away and not self.seat

    @property
    def facilitates(self) -> bool:
        return self.role in FACILITATING


class StepState(Struct, frozen=True):
    minutes: int
    skipped: bool = False
    started: int | None = None
    ended: int | None = None


Prework = Literal["", "open", "shut"]


class PromptState(Struct, frozen=True):
    """`counted` once a vote under it was closed; `votes` are dots per person.

    `prework`: people answer before the day, or did, and the room has not opened it yet.
    """

    votes: int
    phase: Phase = "waiting"
    revealed: bool = False
    counted: bool = False
    prework: Prework = ""


class SessionState(Struct, frozen=True):
    """When a session is planned, began and ended; ms UTC."""

    starts_at: int | None = None
    started: int | None = None
    ended: int | None = None


class Note(Struct, frozen=True):
    """`shown` once both sides may read it. `team` is the author's when it was written."""

    id: str
    prompt: str
    person: str
    team: Team | None
    text: str
    place: int
    version: int = 1
    shown: bool = False
    theme: str = ""
    days: float | None = None
    evidence: str = ""
    late: bool = False
    taken_up: str = ""  # the prompt under which a comment is discussed


class Theme(Struct, frozen=True):
    id: str
    prompt: str
    title: str
    place: int
    version: int = 1


class Wording(Struct, frozen=True):
    """A shared text with one pen. `before` are the words when the pen was last taken; `by` wrote last."""

    text: str
    version: int = 0
    pen: str = ""
    pen_at: int = 0
    by: str = ""
    before: str = ""


class Row(Struct, frozen=True):
    """A row of a table; every cell is a shared text, its id "<row>/<field>". `version` counts what was written in any.

    `team` is that of whoever added it. `promisers` are people of the committing team who promise it. `result` agreed
    it, when it had the version `agreed` and said `words`.
    """

    id: str
    table: str
    prompt: str
    place: int
    cells: dict[str, Wording] = {}
    starter: str = ""
    based_on: tuple[str, ...] = ()
    by: str = ""
    team: Team | None = None
    promisers: frozenset[str] = frozenset()
    version: int = 1
    result: str = ""
    agreed: int = 0
    words: dict[str, str] = {}
    heads: bool = False  # agreed by the heads alone, not yet by the teams

    @property
    def held(self) -> tuple[str, ...]:
        """Fields whose pen is in a hand."""
        return tuple(field for field, words in self.cells.items() if words.pen)

    def said(self, field: str) -> str:
        return self.cells[field].text if field in self.cells else ""


class Mark(Struct, frozen=True):
    """What one person says of one thing."""

    choice: str = ""
    value: float | None = None
    text: str = ""


Marked = dict[str, dict[str, Mark]]
"""Person → target → mark."""


class Proposal(Struct, frozen=True):
    """`end` is "", failed, agreed, parked or withdrawn. `hands` are the answers to the present version.

    With `rows` or `drafts` it is about them and has no words of its own; drafts are what the heads agreed: ids of
    clauses, and of rows and results that stand in no clause.
    """

    id: str
    prompt: str
    wording: Wording
    based_on: tuple[str, ...]
    round: int = 1
    end: str = ""
    hands: dict[str, Hand] = {}
    rows: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        if self.end:
            return self.end
        return "open" if self.rows or self.drafts or (not self.wording.pen and self.wording.text.strip()) else "draft"


class Result(Struct, frozen=True):
    id: str
    prompt: str
    text: str
    hands: dict[str, Hand]
    based_on: tuple[str, ...]
    at: int
    rows: tuple[str, ...] = ()
    heads: bool = False


class Clause(Struct, frozen=True):
    """`result` is "" for one written by hand. One with a `row` says what the row says until somebody writes words.

    `heads`: it is the heads' draft until the teams take it on, in the proposal `taken_on`. `draft` are the heads' words
    as their session ended.
    """

    id: str
    section: str
    order: int
    wording: Wording
    result: str = ""
    sources: tuple[str, ...] = ()
    edited: bool = False
    row: str = ""
    heads: bool = False
    draft: str = ""
    taken_on: str = ""


class Parked(Struct, frozen=True):
    id: str
    text: str
    owner: str
    due: str
    prompt: str = ""
    proposal: str = ""
    closed: bool = False


class Amendment(Struct, frozen=True):
    """Other words for a clause, or for the cell "<row>/<field>" of an agreed row, put to everybody until `until`.

    `base` are the words it replaces, `version` the one that was the latest then. `end` is "", passed, objected, lapsed
    or withdrawn.
    """

    id: str
    number: int
    text: str
    words: str
    base: str
    reason: str
    person: str
    at: int
    until: int
    version: str = ""
    hands: dict[str, Hand] = {}
    end: str = ""
    closed: int | None = None


class Signature(Struct, frozen=True):
    person: str
    name: str
    team: Team | None
    decision: str
    reason: str
    language: Language
    at: int
    evidence: Evidence = Evidence()


class Seal(Struct, frozen=True):
    """A sealed file: SHA-256 of it and of the certificate, in hex, and how many answers it holds."""

    file: str
    certificate: str
    language: Language
    signed: int
    at: int


class Version(Struct, frozen=True):
    """Signatures are only ever added; a person's last one counts."""

    version: str
    content: str
    hash: str
    at: int
    signatures: tuple[Signature, ...] = ()
    in_force: int | None = None
    seals: tuple[Seal, ...] = ()

    def of(self, person: str) -> Signature | None:
        return next((s for s in reversed(self.signatures) if s.person == person), None)


class Now(Struct, frozen=True):
    step: str = ""
    turn: int = 0
    phase: Phase = "waiting"
    deadline: int | None = None
    left: int | None = None
    seconds: int = 0


class State(Struct, frozen=True):
    plan: Plan
    founded: int = 0
    doors: bool = True
    started: int | None = None
    ended: int | None = None
    now: Now = Now()
    order: tuple[str, ...] = ()  # step ids
    people: dict[str, Person] = {}
    steps: dict[str, StepState] = {}
    prompts: dict[str, PromptState] = {}
    planned_steps: dict[str, PlannedStep] = {}
    planned_prompts: dict[str, PlannedPrompt] = {}
    step_of: dict[str, str] = {}  # prompt id → step id
    order_of: dict[str, int] = {}  # prompt id → its place in the whole agenda as planned
    notes: dict[str, Note] = {}
    counts: dict[str, dict[str, int]] = {}  # prompt → person → notes
    done: dict[str, frozenset[str]] = {}
    ratings: dict[str, dict[str, int]] = {}
    themes: dict[str, Theme] = {}
    ballots: dict[str, dict[str, dict[str, int]]] = {}  # prompt → person → target → dots
    proposals: dict[str, Proposal] = {}
    results: dict[str, Result] = {}
    clauses: dict[str, Clause] = {}
    parked: dict[str, Parked] = {}
    jots: dict[str, str] = {}
    versions: dict[str, Version] = {}
    places: int = 0  # the last place given to a note, theme or row
    tables: dict[str, Table] = {}
    rows: dict[str, Row] = {}
    marks: dict[str, Marked] = {}  # by prompt
    earlier: dict[str, tuple[Marked, ...]] = {}  # marks of the rounds before, by prompt
    sessions: dict[int, SessionState] = {}  # by number, where the plan has several
    period: Period = Period()
    kept: dict[str, Kept] = {}  # findings that stay on purpose
    amendments: dict[str, Amendment] = {}
    shares: dict[str, Share] = {}
    received: dict[str, dict[str, int]] = {}  # version → person → when they first took the file
    actuals: dict[str, dict[str, Actual]] = {}  # row → month → figure
    reminding: Reminding | None = None
    arranged: Arrangement = Arrangement()

    @property
    def latest(self) -> Version | None:
        return next(reversed(self.versions.values()), None) if self.versions else None


EMPTY = State(plan=Plan("", "", ("pl",), "UTC", {}, "", None, (), ()))  # type: ignore[arg-type]


def whole(state: State) -> State:
    """With the look-ups that follow from its plan."""
    steps = state.plan.steps
    prompts = [p for s in steps for p in s.prompts]
    return change(
        state,
        planned_steps={s.id: s for s in steps},
        planned_prompts={p.id: p for p in prompts},
        step_of={p.id: s.id for s in steps for p in s.prompts},
        order_of={p.id: at for at, p in enumerate(prompts)},
        tables=_tables(state.plan),
    )


def _tables(plan: Plan) -> dict[str, Table]:
    """By id, the first step that names one says what it is. Those of added sessions stand behind: what was frozen has
    its tables in this order.
    """
    added = {one.number for one in plan.sittings if one.added}
    tables = {t.id: t for step in reversed(plan.steps) if step.session not in added for t in step.tables}
    for step in plan.steps if added else ():
        for table in step.tables:
            tables.setdefault(table.id, table)
    return tables


def put(table: dict[K, V], key: K, value: V) -> dict[K, V]:
    return {**table, key: value}


def without(table: dict[K, V], *keys: K) -> dict[K, V]:
    return {k: v for k, v in table.items() if k not in keys}


def change(struct: S, **fields: Any) -> S:
    return structs.replace(struct, **fields)


# --- questions about a state ---


def members(state: State, team: Team | None = None) -> list[Person]:
    """Members who are in, away or not."""
    return [
        p
        for p in state.people.values()
        if p.role == "member" and not p.waiting and not p.gone and (team is None or p.team == team)
    ]


def asked_of(state: State, amendment: Amendment) -> list[Person]:
    """Whose answer is waited for, or was given: members without those who are excused and silent."""
    return [p for p in members(state) if not p.excused or p.id in amendment.hands]


def held(state: State) -> list[tuple[str, Wording]]:
    """Shared texts whose pen is in a hand, by id."""
    owners: list[Proposal | Clause] = [*state.proposals.values(), *state.clauses.values()]
    return [
        *((o.id, o.wording) for o in owners if o.wording.pen),
        *((f"{row.id}/{field}", row.cells[field]) for row in state.rows.values() for field in row.held),
    ]


def visibility(state: State, prompt: str) -> Visibility:
    """How far authors are named under a prompt."""
    return state.planned_steps[state.step_of[prompt]].visibility


def hides(state: State, prompt: str) -> bool:
    """Nobody is to know who wrote under the prompt."""
    return visibility(state, prompt) == "hidden"


def mixed(state: State) -> list[Note]:
    """Notes in the order they came; those of hidden authors, once shown, in one that says nothing of who wrote when."""
    hidden = {p for p in state.prompts if hides(state, p)}
    told = [n for n in state.notes.values() if n.prompt not in hidden or not n.shown]
    rest = (n for n in state.notes.values() if n.prompt in hidden and n.shown)
    return [*told, *sorted(rest, key=_shuffled)]


def _shuffled(note: Note) -> int:
    return zlib.crc32(note.id.encode())


def place(state: State, note: Note) -> int:
    """Where the note stands in reading order, as everybody may know it."""
    return _shuffled(note) if note.shown and hides(state, note.prompt) else note.place


NOTHING = Wording("")


def wording(state: State, text: str) -> Wording | None:
    """The shared text of a proposal, a clause, or a cell."""
    row, _, field = text.partition("/")
    if field:
        return state.rows[row].cells.get(field, NOTHING) if cell_field(state, text) else None
    owner = state.proposals.get(text) or state.clauses.get(text)
    return owner.wording if owner else None


def cell_field(state: State, text: str) -> Field | None:
    """The field of the cell "<row>/<field>", None if there is no such cell."""
    row, _, field = text.partition("/")
    return state.tables[state.rows[row].table].field(field) if row in state.rows else None


def table_of(state: State, prompt: str) -> Table | None:
    return state.tables.get(state.planned_prompts[prompt].prompt.table)


def rows_of(state: State, table: str) -> list[Row]:
    """The rows of a table in reading order."""
    return sorted((row for row in state.rows.values() if row.table == table), key=lambda row: (row.place, row.id))


def asked_about(state: State, thing: str) -> Proposal | None:
    """The proposal that puts the row or clause to the room and is not decided."""
    return next((p for p in state.proposals.values() if p.end in ("", "failed") and _is_about(state, p, thing)), None)


def _is_about(state: State, proposal: Proposal, thing: str) -> bool:
    if thing in proposal.rows or thing in proposal.drafts:
        return True
    clauses = (state.clauses[one] for one in proposal.drafts if one in state.clauses)
    mine = state.clauses.get(thing)
    return any(
        thing == c.row or (mine and mine.result and (mine.result, mine.row) == (c.result, c.row)) for c in clauses
    )


def alike(state: State, clause: str) -> list[Clause]:
    """The clause and those of the same result, or row, in other sections: one wording, one pen."""
    found = state.clauses[clause]
    same = (found.result, found.row)
    return [c for c in state.clauses.values() if c.id == clause or (c.result and (c.result, c.row) == same)]


def dots(state: State, prompt: str, person: str) -> dict[str, int]:
    return state.ballots.get(prompt, {}).get(person, {})


def sitter(state: State, person: str) -> Person | None:
    """Who sits where a browser was given the seat of `person`: after a return that is the older one."""
    found = state.people.get(person)
    return state.people.get(found.seat) if found and found.seat else found


def twin(state: State, person: Person) -> int:
    """0 for a name nobody had before, 2 for the second that looks like it …"""
    mine = looks(person.name)
    same = [p for p in state.people.values() if p.number <= person.number and not p.returns and looks(p.name) == mine]
    return len(same) if len(same) > 1 else 0
