"""The state of one workshop: frozen values in dicts that are replaced, never changed in place."""

import zlib
from typing import Any, TypeVar

from msgspec import Struct, structs

from accord.domain.catalogue import Language, Phase, Plan, PlannedPrompt, PlannedStep, Seat, Section, Team, Visibility
from accord.domain.commands import Role
from accord.domain.records import Hand

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

    @property
    def facilitates(self) -> bool:
        return self.role in FACILITATING


class StepState(Struct, frozen=True):
    minutes: int
    skipped: bool = False
    started: int | None = None
    ended: int | None = None


class PromptState(Struct, frozen=True):
    """`counted` once a vote under it was closed; `votes` are dots per person."""

    votes: int
    phase: Phase = "waiting"
    revealed: bool = False
    counted: bool = False


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


class Proposal(Struct, frozen=True):
    """`end` is "", failed, agreed, parked or withdrawn. `hands` are the answers to the present version."""

    id: str
    prompt: str
    wording: Wording
    based_on: tuple[str, ...]
    round: int = 1
    end: str = ""
    hands: dict[str, Hand] = {}

    @property
    def status(self) -> str:
        if self.end:
            return self.end
        return "open" if not self.wording.pen and self.wording.text.strip() else "draft"


class Result(Struct, frozen=True):
    id: str
    prompt: str
    text: str
    hands: dict[str, Hand]
    based_on: tuple[str, ...]
    at: int


class Clause(Struct, frozen=True):
    """`result` is "" for one written by hand."""

    id: str
    section: str
    order: int
    wording: Wording
    result: str = ""
    sources: tuple[str, ...] = ()
    edited: bool = False


class Parked(Struct, frozen=True):
    id: str
    text: str
    owner: str
    due: str
    prompt: str = ""
    proposal: str = ""
    closed: bool = False


class Signature(Struct, frozen=True):
    person: str
    name: str
    team: Team | None
    decision: str
    reason: str
    language: Language
    at: int


class Version(Struct, frozen=True):
    """Signatures are only ever added; a person's last one counts."""

    version: str
    content: str
    hash: str
    at: int
    signatures: tuple[Signature, ...] = ()
    in_force: int | None = None

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
    places: int = 0  # the last place given to a note or theme

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
    )


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


def present(state: State, team: Team | None = None) -> list[Person]:
    return [p for p in members(state, team) if not p.away]


def missing(state: State, team: Team) -> tuple[Seat, ...]:
    """Seats of the roster whose name has not joined that team; two of one name need two people."""
    joined = [p.name.casefold() for p in members(state, team)]
    seats = []
    for seat in (s for s in state.plan.roster if s.team == team):
        if seat.name.casefold() in joined:
            joined.remove(seat.name.casefold())
        else:
            seats.append(seat)
    return tuple(seats)


def quorum(state: State) -> bool:
    """At least half of each team is present, and somebody of each."""
    return all(_half(state, team) for team in ("marketing", "sales"))


def shared(state: State) -> list[Proposal | Clause]:
    """Everything with a pen."""
    return [*state.proposals.values(), *state.clauses.values()]


def _half(state: State, team: Team) -> bool:
    here = len(present(state, team))
    return here > 0 and 2 * here >= len(members(state, team)) + len(missing(state, team))


def visibility(state: State, prompt: str) -> Visibility:
    """How far authors are named under a prompt."""
    return state.planned_steps[state.step_of[prompt]].visibility


def mixed(state: State) -> list[Note]:
    """Notes in the order they came; those of hidden authors, once shown, in one that says nothing of who wrote when."""
    hidden = {p for p in state.prompts if visibility(state, p) == "hidden"}
    told = [n for n in state.notes.values() if n.prompt not in hidden or not n.shown]
    rest = (n for n in state.notes.values() if n.prompt in hidden and n.shown)
    return [*told, *sorted(rest, key=_shuffled)]


def _shuffled(note: Note) -> int:
    return zlib.crc32(note.id.encode())


def place(state: State, note: Note) -> int:
    """Where the note stands in reading order, as everybody may know it."""
    return _shuffled(note) if note.shown and visibility(state, note.prompt) == "hidden" else note.place


def wording(state: State, text: str) -> Wording | None:
    """The shared text of a proposal or clause."""
    owner = state.proposals.get(text) or state.clauses.get(text)
    return owner.wording if owner else None


def alike(state: State, clause: str) -> list[Clause]:
    """The clause and those of the same result in other sections: one wording, one pen."""
    found = state.clauses[clause]
    return [c for c in state.clauses.values() if c.id == clause or (c.result and c.result == found.result)]


def section(state: State, section_id: str) -> Section | None:
    return next((s for s in state.plan.sections if s.id == section_id), None)


def dots(state: State, prompt: str, person: str) -> dict[str, int]:
    return state.ballots.get(prompt, {}).get(person, {})


def twin(state: State, person: Person) -> int:
    """0 for a name nobody had before, 2 for the second of that name …"""
    same = [
        p for p in state.people.values() if p.name.casefold() == person.name.casefold() and p.number <= person.number
    ]
    return len(same) if len(same) > 1 else 0
