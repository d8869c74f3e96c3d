"""What happened. Kept for ever: a field is never renamed or removed, a new shape gets a new class."""

from typing import Literal

import msgspec
from msgspec import Struct

from accord.domain.catalogue import Language, Phase, Plan, PlannedStep, Sitting, Team, Text, Visibility
from accord.domain.commands import Evidence, Figure, Role, snake, union
from accord.domain.sharing import Opens
from accord.domain.state import Marked as Marks
from accord.domain.state import State


class Event(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="t", tag=snake):
    """A fact. Times are ms since 1970, UTC; people and things are ids."""


class WorkshopFounded(Event, frozen=True):
    plan: Plan
    at: int


class WorkshopImported(Event, frozen=True):
    """A workshop that began on another server, as everybody there could see it."""

    state: State
    at: int


class PersonJoined(Event, frozen=True):
    person: str
    name: str
    role: Role
    team: Team | None
    language: Language
    via: str
    waiting: bool
    at: int
    head: bool = False
    returns: str = ""


class PersonAdmitted(Event, frozen=True):
    person: str
    by: str = ""


class SeatReturned(Event, frozen=True):
    """Who waited as `person` is the person of `seat`, says `by`."""

    person: str
    seat: str
    by: str


class PersonRemoved(Event, frozen=True):
    """Turned away or removed. What they wrote stays."""

    person: str


class RoleSet(Event, frozen=True):
    person: str
    role: Role


class TeamSet(Event, frozen=True):
    person: str
    team: Team


class HeadSet(Event, frozen=True):
    person: str
    head: bool


class AwaySet(Event, frozen=True):
    person: str
    away: bool


class LanguageSet(Event, frozen=True):
    person: str
    language: Language


class DoorsSet(Event, frozen=True):
    open: bool


class PhaseOpened(Event, frozen=True):
    """`seconds` is the time planned for the phase; the timer starts with it."""

    step: str
    turn: int
    phase: Phase
    seconds: int
    at: int


class StepFinished(Event, frozen=True):
    step: str
    at: int


class StepSkipped(Event, frozen=True):
    step: str
    skip: bool


class StepMinutesSet(Event, frozen=True):
    step: str
    minutes: int


class StepMoved(Event, frozen=True):
    step: str
    before: str


class VisibilitySet(Event, frozen=True):
    """How far the authors of the step will be named."""

    step: str
    visibility: Visibility


class TimeAdded(Event, frozen=True):
    seconds: int
    at: int


class TimerPaused(Event, frozen=True):
    pause: bool
    at: int


class WorkshopEnded(Event, frozen=True):
    at: int


class SessionPlanned(Event, frozen=True):
    session: int
    starts_at: int | None = None


class SessionAdded(Event, frozen=True):
    """Steps and sessions as they stand from now on, after those there were. With a session 1 in a workshop that had
    none: that is what was there.
    """

    steps: tuple[PlannedStep, ...]
    sittings: tuple[Sitting, ...]
    person: str
    at: int


class SessionEnded(Event, frozen=True):
    session: int
    at: int


class PreworkSet(Event, frozen=True):
    prompts: tuple[str, ...]
    open: bool


class NoteAdded(Event, frozen=True):
    note: str
    prompt: str
    person: str
    text: str
    days: float | None = None
    evidence: str = ""
    late: bool = False


class NoteEdited(Event, frozen=True):
    note: str
    text: str
    days: float | None = None
    evidence: str = ""


class NoteRemoved(Event, frozen=True):
    note: str


class NotePlaced(Event, frozen=True):
    note: str
    before: str


class UnsealedNote(Struct, frozen=True, omit_defaults=True):
    """What somebody wrote; nobody knows any more who."""

    note: str
    text: str
    days: float | None = None
    evidence: str = ""


class Unsealed(Event, frozen=True):
    """Where authors are hidden: all that was written under the prompt, by new ids. Who wrote it is not known any more.

    `ratings` are figures of the teams, "marketing#1": 4; `marks` stand under "#1", "#2" ….
    """

    prompt: str
    notes: tuple[UnsealedNote, ...]
    ratings: dict[str, int] = {}
    marks: Marks = {}


class Rated(Event, frozen=True):
    prompt: str
    person: str
    value: int


class DoneSet(Event, frozen=True):
    prompt: str
    person: str
    done: bool


class ThemeAdded(Event, frozen=True):
    theme: str
    prompt: str
    title: str
    notes: tuple[str, ...] = ()


class ThemeRenamed(Event, frozen=True):
    theme: str
    title: str


class ThemeRemoved(Event, frozen=True):
    theme: str


class NoteGrouped(Event, frozen=True):
    note: str
    theme: str


class Voted(Event, frozen=True):
    prompt: str
    person: str
    target: str
    dots: int


class VotesSet(Event, frozen=True):
    prompt: str
    votes: int


class ProposalOpened(Event, frozen=True):
    """The one who opens it holds the pen."""

    proposal: str
    prompt: str
    person: str
    words: str
    at: int
    based_on: tuple[str, ...] = ()


class PenTaken(Event, frozen=True):
    text: str
    person: str
    at: int


class PenDropped(Event, frozen=True):
    text: str


class WordsWritten(Event, frozen=True):
    text: str
    person: str
    words: str
    at: int


class SourcesSet(Event, frozen=True):
    proposal: str
    based_on: tuple[str, ...]


class ConsentGiven(Event, frozen=True):
    proposal: str
    person: str
    version: int
    level: int
    reason: str = ""


class HandsShown(Event, frozen=True):
    """All answers are in and somebody is below 3: the words change, or it is parked."""

    proposal: str
    round: int


class ResultAgreed(Event, frozen=True):
    """`result` equals the proposal's id. Each section that the prompt feeds gains a clause `<result>.<section>`."""

    result: str
    prompt: str
    at: int


class ProposalWithdrawn(Event, frozen=True):
    proposal: str


class Parked(Event, frozen=True):
    parked: str
    text: str
    owner: str
    due: str
    proposal: str = ""
    prompt: str = ""


class ParkedEdited(Event, frozen=True):
    parked: str
    text: str
    owner: str
    due: str
    closed: bool = False


class Jotted(Event, frozen=True):
    person: str
    text: str


class RowAdded(Event, frozen=True):
    row: str
    table: str
    prompt: str
    person: str
    at: int
    starter: str = ""
    cells: dict[str, str] = {}
    based_on: tuple[str, ...] = ()


class RowRemoved(Event, frozen=True):
    row: str


class RowPlaced(Event, frozen=True):
    row: str
    before: str


class Promised(Event, frozen=True):
    row: str
    person: str
    given: bool


class RowsProposed(Event, frozen=True):
    proposal: str
    prompt: str
    person: str
    rows: tuple[str, ...]
    at: int


class DraftProposed(Event, frozen=True):
    proposal: str
    prompt: str
    person: str
    items: tuple[str, ...]
    at: int


class DraftTakenOn(Event, frozen=True):
    """Every member present consents to that part of the heads' draft."""

    proposal: str
    at: int


class TakenUp(Event, frozen=True):
    note: str
    prompt: str = ""


class Marked(Event, frozen=True):
    """The whole mark; an empty one takes it back."""

    prompt: str
    person: str
    target: str
    choice: str = ""
    value: float | None = None
    text: str = ""


class ClauseAdded(Event, frozen=True):
    clause: str
    section: str
    words: str
    person: str
    at: int


class ClauseRemoved(Event, frozen=True):
    clause: str


class SectionRenamed(Event, frozen=True):
    """Without a title it has the planned one again."""

    section: str
    title: Text | None = None


class SectionSwitched(Event, frozen=True):
    section: str
    on: bool


class SectionPlaced(Event, frozen=True):
    section: str
    before: str


class SectionAdded(Event, frozen=True):
    section: str
    title: Text
    person: str
    at: int


class SectionRemoved(Event, frozen=True):
    section: str


class PeriodSet(Event, frozen=True):
    start: str
    end: str
    review: str
    person: str
    at: int


class FindingKept(Event, frozen=True):
    """Without a reason it is open again."""

    finding: str
    reason: str
    person: str
    at: int


class VersionFrozen(Event, frozen=True):
    """`content` is canonical JSON (sorted keys, no spaces, UTF-8); `hash` its SHA-256 in hex."""

    version: str
    content: str
    hash: str
    person: str
    at: int


class Signed(Event, frozen=True):
    """Never undone. A refusal is a signature record too."""

    version: str
    hash: str
    person: str
    name: str
    decision: Literal["accept", "reserve", "refuse"]
    language: Language
    at: int
    reason: str = ""
    evidence: Evidence = Evidence()


class AmendmentOpened(Event, frozen=True):
    amendment: str
    text: str
    words: str
    base: str
    reason: str
    person: str
    until: int
    at: int


class AmendmentAnswered(Event, frozen=True):
    amendment: str
    person: str
    level: int
    reason: str = ""


class WindowSet(Event, frozen=True):
    amendment: str
    until: int


class AmendmentClosed(Event, frozen=True):
    """`end` is passed (its words hold), objected, lapsed (too few answered) or withdrawn."""

    amendment: str
    end: str
    at: int


class Excused(Event, frozen=True):
    person: str
    excused: bool


class RemindersSet(Event, frozen=True):
    """Until when people are reminded by mail; None: they are not."""

    until: int | None
    person: str
    at: int


class InForce(Event, frozen=True):
    """The last signature has come."""

    version: str
    at: int


class Sealed(Event, frozen=True):
    """A PDF of the version, as everybody gets it from now on. `file` and `certificate` are SHA-256 in hex."""

    version: str
    file: str
    certificate: str
    language: Language
    signed: int
    at: int


class ActualsSet(Event, frozen=True):
    """Each figure is what counts for its row and month from now on; one without a value is taken back."""

    figures: tuple[Figure, ...]
    person: str
    at: int


class Shared(Event, frozen=True):
    """A link was made for somebody without a seat. Its token stands nowhere: the server makes it from its secret."""

    share: str
    to: str
    person: str
    at: int
    opens: Opens = "page"


class Unshared(Event, frozen=True):
    share: str
    person: str
    at: int


class Received(Event, frozen=True):
    """`share` was opened and showed this version ("" is the draft): once a version and day. Or `person` took the file
    of a version in force: once.
    """

    version: str
    at: int
    share: str = ""
    person: str = ""


EVENTS: tuple[type[Event], ...] = tuple(Event.__subclasses__())
ENCODER = msgspec.json.Encoder()
DECODER = msgspec.json.Decoder(union(EVENTS))
