"""What the rules look at: the agreement's tables and words, whatever they were gathered from (domain.md 3.1).

An empty string, an empty tuple or None means: nobody said it yet. Dates are ISO (2027-03-31). Shares and rates are
0…1. The funnel is the one its arithmetic counts with.
"""

from collections.abc import Iterator

from msgspec import Struct

from accord.domain.catalogue import Language, Team, Text, Wordlists
from accord.domain.cells import Limit
from accord.domain.funnel import FunnelInput
from accord.domain.term import Period


class Target(Struct, frozen=True):
    """A level: at_least, at_most or exactly `value` `unit` per day, week, month, quarter or period."""

    comparison: str = "at_least"
    value: float | None = None
    unit: str = ""
    per: str = ""


class Section(Struct, frozen=True):
    """`covered` once the agenda reached it or something stands in it; else it prints "not covered yet"."""

    id: str
    title: Text
    core: bool = True
    covered: bool = True
    filled: bool = True


class Member(Struct, frozen=True):
    id: str
    name: str
    team: Team
    head: bool = False


class Clause(Struct, frozen=True):
    """`sourced` when it grew from a result of the workshop. `number` as printed, "4.2"."""

    id: str
    section: str
    number: str
    text: str
    sourced: bool = True


class Parked(Struct, frozen=True):
    id: str
    text: str
    owner: str = ""
    due: str = ""


class Definition(Struct, frozen=True):
    """`form` is the id of the term it defines (domain.md, term_forms), "" for one of the company's own."""

    id: str
    term: str
    form: str = ""
    sentence: str = ""
    must: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    decides: str = ""
    decider: str = ""  # the person, when `decides` names one
    evidence: str = ""
    limit: Limit | None = None
    example: str = ""
    counter_example: str = ""
    views: tuple[str, str] = ("", "")
    agreed: bool = True


class Source(Struct, frozen=True):
    """Where leads come from, or why they go back: a line of a list."""

    id: str
    name: str
    means: str = ""


class Next(Struct, frozen=True):
    """A way on; `to` is a step's id, `when` the answer of a decision."""

    to: str
    when: str = ""


class Bottleneck(Struct, frozen=True):
    what: str
    action: str = ""
    owner: str = ""


class Step(Struct, frozen=True):
    """A step of the lead's way. `last` when nothing has to follow."""

    id: str
    name: str
    part: str = ""
    lane: str = ""
    kind: str = "action"
    trigger: str = ""
    output: str = ""
    responsible: str = ""
    tool: str = ""
    limits: tuple[Limit, ...] = ()
    if_late: str = ""
    next: tuple[Next, ...] = ()
    bottleneck: Bottleneck | None = None
    last: bool = False


class Commitment(Struct, frozen=True):
    """`no` as printed (M1). `owner_team` when the owner is somebody of the workshop. `limits` are those its sentence
    names. `metric`, `steps`, `terms` are what it is about, as far as known."""

    id: str
    no: str
    team: Team
    clause: str = ""
    owner: str = ""
    owner_name: str = ""
    owner_team: Team | None = None
    measure: str = ""
    target: Target | None = None
    deadline: str = ""
    baseline: str = ""
    measured_with: str = ""
    report: str = ""
    if_missed: str = ""
    accepted: bool = True
    metric: str = ""
    rate: str = ""
    steps: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class Metric(Struct, frozen=True):
    """`stage` is the level or rate it shows; `sources` the tools that settle it; `reviewed` a meeting's id."""

    id: str
    name: str
    formula: str = ""
    owner: str = ""
    sources: tuple[str, ...] = ()
    filled_in: str = ""
    baseline: str = ""
    target: str = ""
    reviewed: str = ""
    stage: str = ""
    linked: bool = False


class View(Struct, frozen=True):
    id: str
    name: str
    count: int


class Meeting(Struct, frozen=True):
    """`teams` whose people come; `open_to` is true when `who` could not be read as people or teams."""

    id: str
    name: str
    cadence: str = ""
    when: str = ""
    minutes: float = 0
    owner: str = ""
    deputy: str = ""
    agenda: tuple[float | None, ...] = ()  # minutes of each point, None where it does not say
    people: tuple[str, ...] = ()
    teams: frozenset[Team] = frozenset()
    open_to: bool = False


class Channel(Struct, frozen=True):
    id: str
    name: str
    response: str = ""


class Escalation(Struct, frozen=True):
    """`decides` is false when the people named are known and none of them heads a team."""

    id: str
    when: str = ""
    what: str = ""
    who: str = ""
    within: Limit | None = None
    decides: bool = True


class Signature(Struct, frozen=True):
    """`decision` is pending, accept, reserve or refuse."""

    person: str
    name: str
    decision: str
    head: bool = False
    understands: bool = True
    text: str = ""


class Spoken(Struct, frozen=True):
    """Words of the document and where they stand."""

    section: str
    kind: str
    object: str
    field: str
    text: str


class Left(Struct, frozen=True):
    """A cell or an open point that names somebody who has left; without a field, a promise only they had made.

    `what` names the row, `title` the column.
    """

    section: str
    kind: str
    object: str
    field: str
    person: str
    what: str
    title: Text | None = None


class Document(Struct, frozen=True):
    languages: tuple[Language, ...]
    teams: dict[Team, Text]
    sections: tuple[Section, ...]
    lists: Wordlists = Wordlists()
    members: tuple[Member, ...] = ()
    period: Period = Period()
    clauses: tuple[Clause, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()  # id, words
    parked: tuple[Parked, ...] = ()
    funnel: FunnelInput = FunnelInput()
    roles: dict[str, str] = {}  # a role of the funnel → its name
    level_rows: dict[str, str] = {}  # "<stream>.<level>" → the row it is written in
    icp: bool = False
    definitions: tuple[Definition, ...] = ()
    sources: tuple[Source, ...] = ()
    reasons: tuple[Source, ...] = ()
    handover_fields: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    metrics: tuple[Metric, ...] = ()
    central_tool: str = ""
    views: tuple[View, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    channels: tuple[Channel, ...] = ()
    escalation: tuple[Escalation, ...] = ()
    waiting: bool = False  # a version waits for signatures
    signatures: tuple[Signature, ...] = ()
    changed: tuple[str, ...] = ()  # sections that differ from the version people signed
    absent: frozenset[str] = frozenset()  # tables nobody has come to, or whose section is left out
    written: tuple[Spoken, ...] = ()  # every cell of every table
    left: tuple[Left, ...] = ()

    def section(self, id_: str) -> Section | None:
        return next((s for s in self.sections if s.id == id_), None)

    def has(self, *tables: str) -> bool:
        """Whether the agenda came to these tables."""
        return not self.absent & set(tables)

    def covers(self, id_: str) -> bool:
        found = self.section(id_)
        return found is not None and found.covered

    def of(self, team: Team) -> list[Commitment]:
        return [c for c in self.commitments if c.team == team]

    def step(self, id_: str) -> Step | None:
        return next((s for s in self.steps if s.id == id_), None)

    def name(self, person: str) -> str:
        """A member's name; free words stay as they are."""
        return next((one.name for one in self.members if one.id == person), person)

    def metric(self, id_: str) -> Metric | None:
        return next((m for m in self.metrics if m.id == id_), None)


def said(d: Document) -> Iterator[Spoken]:
    """Every sentence people agree on, definitions left out."""
    for clause in d.clauses:
        yield Spoken(clause.section, "clause", clause.id, "text", clause.text)
    for c in d.commitments:
        for field in ("clause", "measure", "if_missed"):
            yield Spoken(f"{c.team}_sla", "commitment", c.id, field, getattr(c, field))
    for step in d.steps:
        for field in ("name", "trigger", "output", "if_late"):
            yield Spoken("processes", "step", step.id, field, getattr(step, field))
    for metric in d.metrics:
        for field in ("name", "formula"):
            yield Spoken("reporting", "metric", metric.id, field, getattr(metric, field))
    for one in d.escalation:
        for field in ("when", "what"):
            yield Spoken("escalation", "escalation", one.id, field, getattr(one, field))
