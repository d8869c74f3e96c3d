"""What a person may ask for. One class a command; the wire's tag is the class name in snake case."""

import re
from typing import Any, Literal

import msgspec
from msgspec import Struct

from accord.domain.catalogue import Language, Phase, Plan, PlannedStep, Sitting, Team, Text, Visibility
from accord.domain.sharing import Opens

Role = Literal["facilitator", "cofacilitator", "member", "observer"]


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Command(Struct, frozen=True, forbid_unknown_fields=True, tag_field="t", tag=snake):
    """Asked by a person; answered with events or with Refused."""


# --- the workshop and its people (Found, Join are asked by the http edge, never over a socket) ---


class Found(Command, frozen=True):
    plan: Plan


class Import(Command, frozen=True):
    """A workshop begins with what an export holds (`accord.domain.public`)."""

    content: bytes


class Join(Command, frozen=True):
    """`person` is made by the edge. By code one waits to be admitted; by link or QR one enters.

    With `returns` somebody says that this seat is theirs: they wait until a facilitator has seen that it is so.
    """

    person: str
    name: str
    role: Role
    team: Team | None
    language: Language
    via: Literal["link", "code", "founder", "import"]
    head: bool = False
    returns: str = ""


class Admit(Command, frozen=True):
    person: str


class TurnAway(Command, frozen=True):
    person: str


class RemovePerson(Command, frozen=True):
    person: str


class SetRole(Command, frozen=True):
    person: str
    role: Role


class SetTeam(Command, frozen=True):
    person: str
    team: Team


class SetHead(Command, frozen=True):
    person: str
    head: bool


class SetAway(Command, frozen=True):
    """An absent member is not waited for. Anybody may say it of themselves, facilitators of everybody."""

    person: str
    away: bool


class SetLanguage(Command, frozen=True):
    language: Language


class SetDoors(Command, frozen=True):
    open: bool


# --- the agenda ---


class GoTo(Command, frozen=True):
    """Open a phase of a turn of a step. Going back is allowed; what was revealed stays revealed."""

    step: str
    turn: int
    phase: Phase


class FinishStep(Command, frozen=True):
    step: str


class SkipStep(Command, frozen=True):
    step: str
    skip: bool


class SetStepMinutes(Command, frozen=True):
    step: str
    minutes: int


class MoveStep(Command, frozen=True):
    """Put the step before another one, or last ("")."""

    step: str
    before: str


class SetVisibility(Command, frozen=True):
    """How far the authors of a step are named; only before it began."""

    step: str
    visibility: Visibility


class AddTime(Command, frozen=True):
    seconds: int


class PauseTimer(Command, frozen=True):
    pause: bool


class EndWorkshop(Command, frozen=True):
    pass


class PlanSession(Command, frozen=True):
    """The day and hour of a session, ms UTC; None takes it back."""

    session: int
    starts_at: int | None


class EndSession(Command, frozen=True):
    """People go home and come back for the next session; the workshop goes on."""

    session: int


class AddSession(Command, frozen=True):
    """Another agenda in this workshop, in sessions 1, 2 …, its steps "s1", "s2" … as they are planned for a new one.

    Completed by the http edge, which knows the agendas: nobody brings content over a socket.
    """

    steps: tuple[PlannedStep, ...]
    sittings: tuple[Sitting, ...]


class SetPrework(Command, frozen=True):
    """Open or close the writing of these prompts before the day. What was written waits, sealed, for the reveal."""

    prompts: tuple[str, ...]
    open: bool


# --- notes ---


class AddNote(Command, frozen=True):
    """`id` is made by the client, so that the note keeps its key while it waits for the network.

    `late` adds to an open discussion.
    """

    id: str
    prompt: str
    text: str
    days: float | None = None  # ordered steps: how long the step takes
    evidence: str = ""  # ranking: the figure
    late: bool = False


class EditNote(Command, frozen=True):
    note: str
    text: str
    base: int
    days: float | None = None
    evidence: str = ""


class RemoveNote(Command, frozen=True):
    note: str


class PlaceNote(Command, frozen=True):
    """Order of one's own steps or ranking: put the note before another one, or last ("")."""

    note: str
    before: str


class Rate(Command, frozen=True):
    prompt: str
    value: int


class SetDone(Command, frozen=True):
    prompt: str
    done: bool


# --- themes ---


class AddTheme(Command, frozen=True):
    id: str
    prompt: str
    title: str
    notes: tuple[str, ...] = ()


class RenameTheme(Command, frozen=True):
    theme: str
    title: str
    base: int


class RemoveTheme(Command, frozen=True):
    """Its notes stay, ungrouped."""

    theme: str


class GroupNote(Command, frozen=True):
    """Put a note into a theme, or out of any (""). A guess and a need in one theme are a hit."""

    note: str
    theme: str


# --- votes ---


class Vote(Command, frozen=True):
    """My dots on this note or theme are now `dots`."""

    prompt: str
    target: str
    dots: int


class SetVotes(Command, frozen=True):
    """Dots per person under a prompt."""

    prompt: str
    votes: int


# --- wordings and the pen ---


class Propose(Command, frozen=True):
    """Open a proposal and take its pen; `words` may come from a theme or a note."""

    id: str
    prompt: str
    words: str = ""
    based_on: tuple[str, ...] = ()


class TakePen(Command, frozen=True):
    """`text` is the id of a proposal or clause, or "<row>/<field>". A facilitator may take it out of a hand."""

    text: str
    force: bool = False


class WritePen(Command, frozen=True):
    text: str
    words: str
    base: int


class DropPen(Command, frozen=True):
    text: str


class SetSources(Command, frozen=True):
    proposal: str
    based_on: tuple[str, ...]


class Consent(Command, frozen=True):
    """`version` is that of the words consented to. Below 3 `reason` says what would bring it to 3.

    At 3 a reservation may stay.
    """

    proposal: str
    version: int
    level: int
    reason: str = ""


class Withdraw(Command, frozen=True):
    proposal: str


class Park(Command, frozen=True):
    """Onto the parking lot with owner and date. With a proposal, that proposal ends here."""

    id: str
    text: str
    owner: str
    due: str  # ISO date
    proposal: str = ""
    prompt: str = ""


class EditParked(Command, frozen=True):
    parked: str
    text: str
    owner: str
    due: str
    closed: bool = False


class Jot(Command, frozen=True):
    """The facilitator's private notes, whole."""

    text: str


# --- rows of tables, and marks ---


class AddRow(Command, frozen=True):
    """A row under a prompt with a table: empty, from a starter, with `cells`, grown from notes."""

    id: str
    prompt: str
    starter: str = ""
    based_on: tuple[str, ...] = ()
    cells: dict[str, str] = {}


class RemoveRow(Command, frozen=True):
    row: str


class PlaceRow(Command, frozen=True):
    """Put the row before another one of its table, or last ("")."""

    row: str
    before: str


class SetCell(Command, frozen=True):
    """Write a whole cell at once: a choice, a figure, a date. `base` is the version of its words."""

    row: str
    field: str
    words: str
    base: int


class Promise(Command, frozen=True):
    """Somebody of the committing team says that they will do it, or takes that back."""

    row: str
    given: bool


class ProposeRows(Command, frozen=True):
    """Ask for everybody's consent to these rows as they stand."""

    id: str
    prompt: str
    rows: tuple[str, ...]


class ProposeDraft(Command, frozen=True):
    """Ask the teams to take on these parts of the heads' draft: clauses, rows, results; all that is left if none."""

    id: str
    prompt: str
    items: tuple[str, ...] = ()


class TakeUp(Command, frozen=True):
    """This comment is discussed under that prompt; under "" it is not."""

    note: str
    prompt: str


class Mark(Command, frozen=True):
    """What I say of one thing, in private until the reveal. Without choice, value and text it is taken back.

    `also` are things of which I say the same; only a choice that needs no words can be said of several at once.
    """

    prompt: str
    target: str
    choice: str = ""
    value: float | None = None
    text: str = ""
    also: tuple[str, ...] = ()


# --- the agreement ---


class AddClause(Command, frozen=True):
    id: str
    section: str
    words: str


class RemoveClause(Command, frozen=True):
    clause: str


class RenameSection(Command, frozen=True):
    """An annex is named without its letter. Two empty names are the planned ones again."""

    section: str
    title: Text


class SwitchSection(Command, frozen=True):
    """Left out, a section and its clauses are no part of the agreement; the words stay and come back with it."""

    section: str
    on: bool


class PlaceSection(Command, frozen=True):
    """Put a chapter before another one, or last (""); an annex before another annex."""

    section: str
    before: str


class AddSection(Command, frozen=True):
    """A chapter of the workshop's own, after the last one; its clauses are written by hand."""

    id: str
    title: Text


class RemoveSection(Command, frozen=True):
    """One of the workshop's own, while nothing stands in it."""

    section: str


class SetPeriod(Command, frozen=True):
    """From when to when the agreement runs, and when it is looked at again: ISO dates, "" while unknown."""

    start: str
    end: str
    review: str


class KeepFinding(Command, frozen=True):
    """A weakness that stays on purpose, and why; without a reason it is open again."""

    finding: str
    reason: str


class Amend(Command, frozen=True):
    """Other words for a clause, or for a cell of an agreed row, with a reason and a window for consent (ms UTC)."""

    id: str
    text: str
    words: str
    reason: str
    until: int


class AnswerAmendment(Command, frozen=True):
    """0–5, as for a proposal. Below 3 `reason` says what would bring it to 3."""

    amendment: str
    level: int
    reason: str = ""


class SetWindow(Command, frozen=True):
    amendment: str
    until: int


class WithdrawAmendment(Command, frozen=True):
    amendment: str


class Excuse(Command, frozen=True):
    """Absent for long: the agreement does not wait for this member, who signs on return."""

    person: str
    excused: bool


class SetReminders(Command, frozen=True):
    """Who still owes something and left an address gets mail until then (ms UTC); None: nobody gets any."""

    until: int | None


class Freeze(Command, frozen=True):
    """`major`: the next period's agreement, 2.0 after 1.x."""

    major: bool = False


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How somebody came to sign, as their browser tells it: seconds with the text, whether they came to its end."""

    seconds: int = 0
    to_end: bool = False
    clock: int = 0  # ms UTC by the signer's device
    zone: str = ""
    consent: str = ""  # SHA-256 of the sentence that was agreed to


class Sign(Command, frozen=True):
    version: str
    hash: str
    understands: bool
    decision: Literal["accept", "reserve", "refuse"]
    name: str
    reason: str = ""
    amend: str = ""  # with a refusal: the clause or cell, or "" …
    words: str = ""  # … and how it should read
    until: int = 0
    evidence: Evidence = Evidence()


class Figure(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was reached of a measured row in a month ("2027-01"); None takes back what was entered."""

    row: str
    period: str
    value: float | None
    note: str = ""


class SetActuals(Command, frozen=True):
    """One figure that was typed, or the lines of a file. The last one for the same place counts."""

    figures: tuple[Figure, ...]


# --- links to read it by ---


class Share(Command, frozen=True):
    """A link for `to` ("Board of directors"), who has no seat: reads the newest version, changes nothing."""

    id: str
    to: str
    opens: Opens = "page"


class Unshare(Command, frozen=True):
    """The link opens nothing from now on."""

    share: str


# --- asked by the room itself ---


class Receive(Command, frozen=True):
    """Somebody has been given a version ("" is the draft): by a link, or a person who took the file in force."""

    version: str
    share: str = ""
    person: str = ""


class Seal(Command, frozen=True):
    """The PDF of a version in force has been sealed and found sound. `file` and `certificate` are SHA-256 in hex.

    `signed`: how many answers the file holds.
    """

    version: str
    hash: str
    file: str
    certificate: str
    language: Language
    signed: int


class Tick(Command, frozen=True):
    """Time passed: pens fall free."""


COMMANDS: tuple[type[Command], ...] = tuple(Command.__subclasses__())
NOT_ON_THE_WIRE: frozenset[type[Command]] = frozenset({Found, Import, Join, AddSession, Receive, Seal, Tick})
WIRE: tuple[type[Command], ...] = tuple(c for c in COMMANDS if c not in NOT_ON_THE_WIRE)


def union(kinds: tuple[type[Struct], ...]) -> Any:
    """The classes as one tagged union for a msgspec decoder."""
    import functools
    import operator

    return functools.reduce(operator.or_, kinds)


DECODER = msgspec.json.Decoder(union(WIRE))
