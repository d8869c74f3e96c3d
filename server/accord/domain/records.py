"""What is now true and shown. A record looks the same to everyone who may see it; its audience says who that is.

On the wire a record is a JSON object with "t" (its kind) and "id"; its key is "<t>:<id>". An audience is
"all", "facilitators" (facilitator and co-facilitators) or "person:<id>".
"""

from msgspec import Struct

from accord.domain.catalogue import (
    AnswerType,
    Field,
    Kind,
    Language,
    Marks,
    Phase,
    Place,
    Scale,
    Team,
    TeamNames,
    Text,
    Visibility,
)
from accord.domain.commands import Role, snake
from accord.domain.funnel import Junction, Lever, Load, Scenario
from accord.domain.funnel_checks import Remark
from accord.domain.funnel_parts import FunnelStream
from accord.domain.sharing import Opens

ALL = "all"
FACILITATORS = "facilitators"


def only(person: str) -> str:
    return f"person:{person}"


class Record(Struct, frozen=True, omit_defaults=True, tag_field="t", tag=snake):
    id: str

    @property
    def key(self) -> str:
        return f"{self.__struct_config__.tag}:{self.id}"


class Both(Struct, frozen=True):
    """A figure for each team."""

    marketing: float = 0
    sales: float = 0


class Workshop(Record, frozen=True):
    """id "w"; to all."""

    title: str
    company: str
    languages: tuple[Language, ...]
    timezone: str
    teams: dict[Team, TeamNames]
    agenda_name: Text
    doors: bool
    ended: int | None = None
    starts_at: int | None = None
    next_version: str = "1.0"  # the number that a version frozen now would get


class Session(Record, frozen=True):
    """id is its number; to all. One sitting of several; times in ms UTC.

    `status`: planned, next (the one people come to next), running, ended. `homework` is for after it, `before` for the
    `gap` working days ahead of it. `heads`: only they and one more of each team sit there.
    """

    number: int
    name: Text
    minutes: int
    status: str
    version: str = ""
    homework: Text | None = None
    before: Text | None = None
    heads: bool = False
    gap: int = 0
    starts_at: int | None = None
    started: int | None = None
    ended: int | None = None
    who: Text | None = None


class Roster(Record, frozen=True):
    """id "w"; to all. Names of the roster who have not joined."""

    missing: dict[Team, tuple[str, ...]]


class Person(Record, frozen=True):
    """To all; to facilitators while `waiting`. `number` counts joiners.

    `twin` is 2, 3 … for the second, third of one name.
    """

    name: str
    number: int
    role: Role
    team: Team | None
    language: Language
    twin: int = 0
    head: bool = False
    away: bool = False
    waiting: bool = False
    via: str = "link"
    excused: bool = False
    sits: bool = True  # in the session that is on; in one of the heads not everybody does
    returns: str = ""  # waits, and says to be this person


class Step(Record, frozen=True):
    """To all. `status` is planned, running, finished or skipped; times in ms UTC.

    `planned` are the minutes before edits. `exposed` are teams whose hidden authors may be guessed, as few are here.
    """

    order: int
    activity: str
    kind: Kind
    name: Text
    minutes: int
    phases: tuple[tuple[Phase, float], ...]
    turns: tuple[tuple[str, ...], ...]
    visibility: Visibility
    status: str
    planned: int
    started: int | None = None
    ended: int | None = None
    purpose: Text | None = None
    credit: str = ""
    session: int = 1
    exposed: tuple[Team, ...] = ()


class Prompt(Record, frozen=True):
    """To all. id "<step>.<prompt>"; `phase` is waiting before its turn, closed after.

    `revealed` once shown to both sides.
    """

    step: str
    order: int
    name: str  # the prompt's id inside the activity
    title: Text
    text: Text
    answer_type: AnswerType
    must_agree: bool
    phase: Phase
    revealed: bool
    visibility: Visibility
    votes: int
    good: Text | None = None
    weak: Text | None = None
    asked: Team | None = None
    guesses: Team | None = None
    scale: Scale | None = None
    place: Place | None = None
    icon: str = ""
    minutes: float | None = None
    feeds: tuple[str, ...] = ()
    table: str = ""
    starter: str = ""
    prework: str = ""  # open, or shut: people answer it, or did, before the room opens it


class Guide(Record, frozen=True):
    """To facilitators; id is a step or a prompt: tips, follow-up questions."""

    tips: tuple[Text, ...] = ()


class Now(Record, frozen=True):
    """id "w"; to all. Where the room is. `deadline` ms UTC of the running timer; `left` ms while paused.

    `seconds` its whole length.
    """

    step: str = ""
    turn: int = 0
    phase: Phase = "waiting"
    deadline: int | None = None
    left: int | None = None
    seconds: int = 0
    started: int | None = None


class Progress(Record, frozen=True):
    """id is a prompt; to all.

    How many people of each team have an answer, have voted, and how many there are (away ones left out).
    """

    answered: Both
    voted: Both
    of: Both


class Writing(Record, frozen=True):
    """id is a prompt; to facilitators. Notes per person (never their words) and who said they are done."""

    counts: dict[str, int]
    done: tuple[str, ...]


class Desk(Record, frozen=True):
    """id "<prompt>@<person>"; to that person: own rating, own done mark."""

    rating: int | None = None
    done: bool = False


class Note(Record, frozen=True):
    """To its author until revealed, then to all. `team` is empty where authors are hidden."""

    prompt: str
    text: str
    place: int
    version: int
    team: Team | None = None
    theme: str = ""
    days: float | None = None
    evidence: str = ""
    late: bool = False
    taken_up: str = ""  # the prompt under which this comment is discussed


class Authorship(Record, frozen=True):
    """id is a note; to its author, and to all where authors are named and the note is revealed."""

    person: str


class Ratings(Record, frozen=True):
    """id is a prompt; to all once revealed: every rating, sorted, per team, without names."""

    marketing: tuple[int, ...]
    sales: tuple[int, ...]


class Change(Record, frozen=True):
    """id is a prompt whose scale was asked before, in `since`; to all once revealed: each team's mean then and now."""

    since: str
    before: dict[Team, float]
    after: dict[Team, float]


class Theme(Record, frozen=True):
    prompt: str
    title: str
    place: int
    version: int


class Ballot(Record, frozen=True):
    """id "<prompt>@<person>"; to that person. Dots per note or theme, and how many are left."""

    dots: dict[str, int]
    left: int


class Tally(Record, frozen=True):
    """id is a note or theme; to all after the vote closed. A theme's votes include those on its notes.

    `score` 0…1, teams balanced.
    """

    prompt: str
    votes: Both
    score: float


class Divergence(Record, frozen=True):
    """id is a prompt; to all once revealed. `measure`: scale_gap, one_sided_themes, shared_top3, steps, guessed.

    `value`: the difference of means; the share of themes raised by one team only; common items of the top-3 lists;
    the larger of
    step difference ÷ 2 and time difference ÷ 30 % (1 or more flags); the share of needs guessed. `parts` has what the
    sentence needs.
    """

    measure: str
    value: float
    flag: bool
    parts: dict[str, float]


class Proposal(Record, frozen=True):
    """To all.

    `status`: draft (words or pen in motion), open (consent is asked), failed (hands shown, somebody below 3; `round`
    1 may be
    changed, after round 2 it must be parked), agreed, parked, withdrawn. `pen` is the person who holds it."""

    prompt: str
    text: str
    version: int
    status: str
    round: int
    based_on: tuple[str, ...]
    pen: str = ""
    by: str = ""
    before: str = ""  # the words before the last change of hand
    rows: tuple[str, ...] = ()  # asked about these rows; then it has no words
    drafts: tuple[str, ...] = ()  # or about these clauses, rows and results of the heads' draft


class Asked(Record, frozen=True):
    """id is a proposal; to all: how many have answered, of how many present; `heads_wait` while others still answer."""

    answered: Both
    of: Both
    heads_wait: bool
    quorum: bool


class OwnConsent(Record, frozen=True):
    """id "<proposal>@<person>"; to that person."""

    level: int
    reason: str = ""


class Hand(Struct, frozen=True):
    person: str
    level: int
    reason: str = ""


class Hands(Record, frozen=True):
    """id is a proposal; to all once every answer is in. Heads stand last."""

    hands: tuple[Hand, ...]


class Result(Record, frozen=True):
    """id is the proposal it came from; to all."""

    prompt: str
    text: str
    consent: dict[str, int]
    reservations: tuple[Hand, ...]
    based_on: tuple[str, ...]
    at: int
    rows: tuple[str, ...] = ()
    heads: bool = False  # agreed by the heads, not yet taken on by the teams


class ParkedItem(Record, frozen=True):
    """To all."""

    text: str
    owner: str
    due: str
    prompt: str = ""
    proposal: str = ""
    closed: bool = False


class Jottings(Record, frozen=True):
    """id is a person; to that person."""

    text: str


class Leaver(Record, frozen=True):
    """id is a person's; to all. Was here and has left: what they wrote and promised still bears the name."""

    name: str
    team: Team | None
    twin: int


class Section(Record, frozen=True):
    """To all. A section without clauses is not covered yet.

    `off`: left out of the agreement, its clauses stay. `own`: the workshop added it. `needed`: it cannot be left out.
    `planned`: its title before somebody renamed it.
    """

    order: int
    core: bool
    title: Text
    covered: bool
    off: bool = False
    own: bool = False
    needed: bool = False
    planned: Text | None = None


class Clause(Record, frozen=True):
    """To all. `result` is "" for a clause written by hand; `edited` once its words differ from the result's."""

    section: str
    order: int
    text: str
    version: int
    result: str = ""
    sources: tuple[str, ...] = ()
    pen: str = ""
    by: str = ""
    edited: bool = False
    row: str = ""  # without text the clause says what this row says
    heads: bool = False  # the heads' draft: the teams have not taken it on
    draft: str = ""  # what the heads wrote, where it reads otherwise now
    taken_on: str = ""  # the proposal in which the teams took it on
    proposal: str = ""  # the one that asks them now


class Start(Struct, frozen=True):
    """A starter as people choose it: its id and what it is about; with a `prompt` only there. `note` is advice."""

    id: str
    name: Text
    pairs_with: tuple[str, ...] = ()
    prompt: str = ""  # its id in the activity
    note: Text | None = None


class Table(Record, frozen=True):
    """To all. What its rows are made of; `head` names the field that names a row, `team` commits itself in each."""

    title: Text
    fields: tuple[Field, ...]
    starts: tuple[Start, ...] = ()
    head: str = ""
    team: Team | None = None
    owner: str = ""
    fixed: bool = False
    prefix: str = ""


class Cell(Struct, frozen=True, omit_defaults=True):
    """A shared text. `pen` is the person who holds it, `by` who wrote last."""

    text: str = ""
    version: int = 0
    pen: str = ""
    by: str = ""


class Row(Record, frozen=True):
    """To all. `status`: draft, asked (consent is on), failed, agreed, changed (since it was agreed).

    `was`: what was agreed in the cells that say something else by now. `promised`: its team has taken it on; until then
    it is a request. `promisers` are those who said so.
    """

    table: str
    prompt: str
    place: int
    cells: dict[str, Cell]
    status: str
    promised: bool = True
    promisers: tuple[str, ...] = ()
    starter: str = ""
    based_on: tuple[str, ...] = ()
    by: str = ""
    team: Team | None = None
    result: str = ""
    proposal: str = ""
    was: dict[str, str] = {}
    heads: bool = False


class Comparison(Record, frozen=True):
    """id is a section; to all, in a workshop that the heads begin: what became of their draft.

    `clauses` they wrote; `left` the teams have not taken on yet; `changed` read otherwise now. `added` the teams wrote.
    """

    clauses: int
    left: int
    changed: int
    added: int


class Draft(Record, frozen=True):
    """id "w"; to all, in a workshop that the heads begin: what is `left` of their draft.

    `unheard`: a team of which no comment has been discussed yet.
    """

    left: tuple[str, ...] = ()
    unheard: Team | None = None


class Funnel(Record, frozen=True):
    """id "w"; to all, once levels of a funnel stand in their table: what they come to (domain.md 2.7.1).

    `goal`: the revenue that is wanted, `revenue`: what all contracts bring. `currency` as people wrote it.
    """

    streams: tuple[FunnelStream, ...]
    junctions: tuple[Junction, ...] = ()
    levers: tuple[Lever, ...] = ()
    loads: tuple[Load, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    remarks: tuple[Remark, ...] = ()
    currency: str = ""
    goal: float | None = None
    deal: float | None = None
    open_value: float | None = None
    starts: str = ""
    ends: str = ""
    won: float | None = None
    revenue: float | None = None
    pipeline: float | None = None
    coverage: float | None = None


class Marking(Record, frozen=True):
    """id is a prompt; to all: what is marked under it. `targets` in reading order."""

    marks: Marks
    targets: tuple[str, ...] = ()


class OwnMark(Struct, frozen=True, omit_defaults=True):
    choice: str = ""
    value: float | None = None
    text: str = ""


class OwnMarks(Record, frozen=True):
    """id "<prompt>@<person>"; to that person: what they said of each target."""

    marks: dict[str, OwnMark]


class Said(Struct, frozen=True, omit_defaults=True):
    """Words that go with a mark. `team` is empty where authors are hidden, `person` unless they are named."""

    text: str
    choice: str = ""
    team: Team | None = None
    person: str = ""


class Split(Record, frozen=True):
    """id "<prompt>@<target>"; to all once revealed: what was said of one target.

    `sides`: choice → people of each team (empty where authors are hidden; `sum` has them all). `marketing`, `sales`:
    values, sorted. `differ`: the majorities of the teams chose differently. `tops`: the choice of each team's majority,
    "" without one; empty where authors are hidden.
    """

    prompt: str
    target: str
    sum: dict[str, int] = {}
    sides: dict[str, Both] = {}
    marketing: tuple[float, ...] = ()
    sales: tuple[float, ...] = ()
    said: tuple[Said, ...] = ()
    differ: bool = False
    tops: dict[str, str] = {}


class Round(Struct, frozen=True):
    """How alike people sorted.

    `agreed` of `of` targets had one choice of both majorities; `within` is the mean share of each team's most frequent
    choice, 0…1; `missing` what people lacked.
    """

    agreed: int
    of: int
    within: Both
    missing: tuple[str, ...] = ()


class Calibration(Record, frozen=True):
    """id is a prompt; to all once revealed: each round of marks, the latest last."""

    rounds: tuple[Round, ...]


class Term(Record, frozen=True):
    """id "w"; to all. ISO dates: from when to when the agreement runs, when it is looked at again; "" while unknown."""

    start: str = ""
    end: str = ""
    review: str = ""


class KeptFinding(Record, frozen=True):
    """id is a finding's; to all. It stays on purpose."""

    reason: str
    by: str
    at: int


class Amendment(Record, frozen=True):
    """To all. `text` is a clause or "<row>/<field>"; `base` the words it replaces. While it is open only counts are
    told, afterwards `hands`. `end` is "", passed, objected, lapsed or withdrawn.
    """

    number: int
    text: str
    words: str
    base: str
    reason: str
    person: str
    at: int
    until: int
    answered: Both
    of: Both
    version: str = ""
    end: str = ""
    hands: tuple[Hand, ...] = ()


class Due(Struct, frozen=True, omit_defaults=True):
    """`kind`: sign (a version), refused (it was, and may be signed yet), answer (an amendment), prework (a prompt).

    Times in ms UTC; `until` is when the window closes.
    """

    kind: str
    thing: str
    since: int | None = None
    until: int | None = None


class Owed(Record, frozen=True):
    """id is a person; to that person: what they still owe."""

    dues: tuple[Due, ...]


class Owing(Record, frozen=True):
    """id "w"; to facilitators: how many people of each team owe a signature of the latest version, and an answer to a
    change. Excused ones are not counted. `until`: mail reminds them so long.
    """

    signatures: Both
    answers: Both
    people: Both
    until: int | None = None


class Version(Record, frozen=True):
    """id is its number, "1.0"; to all. Counts, never names. `current` until the next version is frozen.

    `sealed`: when its first file was sealed, ms.
    """

    hash: str
    at: int
    signed: Both
    of: Both
    refused: int
    current: bool
    in_force: int | None = None
    sealed: int | None = None


class Signature(Record, frozen=True):
    """id "<version>@<person>"; to that person."""

    decision: str
    at: int
    name: str
    hash: str
    reason: str = ""


class Opened(Struct, frozen=True):
    """A version ("" is the draft) as it was opened by a link: first and last in ms UTC, on how many days."""

    version: str
    first: int
    last: int
    days: int


class Share(Record, frozen=True):
    """To facilitators: a link for somebody without a seat, without its token."""

    to: str
    opens: Opens
    by: str
    at: int
    revoked: int | None = None
    opened: tuple[Opened, ...] = ()


class Receipt(Record, frozen=True):
    """id is a version in force; to facilitators: who took its file, and when first, ms UTC."""

    people: dict[str, int]


class Scorecard(Record, frozen=True):
    """id "w"; to all once something agreed is measured. `months` are "2027-01" …, () while nobody gave the period.

    `version` is the one in force that the plan is read from, "" while it is read from the agreed rows.
    """

    months: tuple[str, ...] = ()
    version: str = ""
    currency: str = ""


class Measure(Record, frozen=True):
    """id is a row; to all. What a figure a month is entered for; see `accord.domain.plans.Measure`.

    `plan` goes with the scorecard's months.
    """

    kind: str
    order: int
    table: str
    name: Text
    plan: tuple[float | None, ...] = ()
    span: str = "month"
    team: Team | None = None
    mark: str = ""
    comparison: str = ""
    level: float | None = None
    unit: str = ""
    per: str = ""
    target: str = ""
    stream: str = ""


class Reached(Struct, frozen=True, omit_defaults=True):
    """A month's figure. `sum` is what is held against the plan where that is not the figure itself.

    `status` is met, close, missed, or "" where nothing can be told.
    """

    value: float
    by: str
    at: int
    note: str = ""
    sum: float | None = None
    status: str = ""


class Actuals(Record, frozen=True):
    """id is a row; to all. Month → figure; the sum of all of them, where adding says something, and its plan."""

    figures: dict[str, Reached]
    sum: float | None = None
    plan: float | None = None


RECORDS: tuple[type[Record], ...] = tuple(Record.__subclasses__())
