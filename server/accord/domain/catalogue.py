"""What content is made of: activities, prompts, sections, agendas. `accord.content` reads them from YAML.

A workshop pins them.
"""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from accord.domain.adapting import Template

Language = Literal["pl", "en"]
LANGUAGES: tuple[Language, ...] = ("pl", "en")
Phase = Literal["waiting", "write", "reveal", "discuss", "vote", "agree", "closed"]
PHASES: tuple[Phase, ...] = ("write", "reveal", "discuss", "vote", "agree")
Team = Literal["marketing", "sales"]
TEAMS: tuple[Team, Team] = ("marketing", "sales")
Visibility = Literal["named", "team", "hidden"]
Kind = Literal["board", "questions", "table", "funnel", "process", "sorting", "signoff", "break"]
AnswerType = Literal[
    "notes",
    "ordered_steps",
    "scale_1_4",
    "scale_1_5",
    "scale_1_5_with_reason",
    "ranking_with_evidence",
    "request_and_guess",
    "notes_own_then_other",
]
NOTE_ANSWERS: frozenset[str] = frozenset(
    {"notes", "ordered_steps", "ranking_with_evidence", "request_and_guess", "notes_own_then_other"}
)


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in both languages; equal where somebody wrote them in one language only."""

    pl: str
    en: str

    def said(self, language: str) -> str:
        return self.pl if language == "pl" else self.en


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a zone lies on the printed sheet, in percent of its frame from the top left."""

    x: float
    y: float
    w: float
    h: float


class Scale(Struct, frozen=True, forbid_unknown_fields=True):
    min: int
    max: int
    low: Text
    high: Text


class Feed(Struct, frozen=True, forbid_unknown_fields=True):
    """A result of the prompt lands in this section of the agreement."""

    section: str
    how: Text


FieldKind = Literal[
    "text", "list", "choice", "person", "number", "share", "date", "limit", "level", "refs"
]  # how a cell's words are read: see domain/cells.py
MarkKind = Literal["choice", "number", "share"]
MarksOf = Literal["rows", "clauses", "sections", "keys"]


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the values of a choice."""

    id: str
    text: Text


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """A column of a table. `table` is the one that `refs` name rows of; `promise`: new words ask for new promises."""

    id: str
    title: Text
    kind: FieldKind = "text"
    required: bool = False
    prompt: Text | None = None
    good: Text | None = None
    weak: Text | None = None
    options: tuple[Option, ...] = ()
    table: str = ""
    promise: bool = False


class Starter(Struct, frozen=True, forbid_unknown_fields=True):
    """A row to begin from, words per field. `pairs_with` names starters of the other side that belong to it.

    With a `prompt` it is offered under that one only. `note` is advice for whoever fills it in.
    """

    id: str
    cells: dict[str, Text]
    pairs_with: tuple[str, ...] = ()
    prompt: str = ""
    note: Text | None = None


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """Structured rows. Its id is one for the whole workshop: a later step that names it goes on with the same rows.

    `team` is the one that commits itself in every row; `owner` the field that names the person who answers for it.
    `head` is the field that names a row. A `fixed` table has the rows it began with and no others.
    """

    id: str
    title: Text
    fields: tuple[Field, ...]
    starters: tuple[Starter, ...] = ()
    head: str = ""
    team: Team | None = None
    owner: str = ""
    fixed: bool = False
    prefix: str = ""  # M → M1, M2 …

    def field(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.id == name), None)


class Marks(Struct, frozen=True, forbid_unknown_fields=True):
    """What each person says privately about each of many things: rows, clauses, sections or the `keys` given here.

    `says` are the choices that need words; `rounds`: the phase may be opened again and both rounds are compared.
    `review`: clauses are those of the version in force, and what was said of them stays beside them.
    """

    of: MarksOf
    kind: MarkKind = "choice"
    choices: tuple[Option, ...] = ()
    says: tuple[str, ...] = ()
    keys: tuple[Option, ...] = ()
    rounds: bool = False
    tables: tuple[str, ...] = ()  # of rows: those of these tables; none is the prompt's own
    review: bool = False


class Prompt(Struct, frozen=True, forbid_unknown_fields=True):
    """A zone of a board or a question: the words notes are written under.

    With a `table` its rows are added under it as well, the first from `starter`, those of `preset` from the start; with
    `marks` people mark things.
    """

    id: str
    title: Text
    text: Text
    answer_type: AnswerType = "notes"
    must_agree: bool = True
    good: Text | None = None
    weak: Text | None = None
    follow_ups: tuple[Text, ...] = ()
    feeds: tuple[Feed, ...] = ()
    scale: Scale | None = None
    asked: Team | None = None
    guesses: Team | None = None
    minutes: float | None = None
    place: Place | None = None
    icon: str = ""
    table: str = ""
    starter: str = ""
    preset: tuple[str, ...] = ()
    marks: Marks | None = None


class Activity(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of content from canvases/."""

    id: str
    kind: Kind
    name: Text
    purpose: Text
    when: Text
    who: Text
    minutes: dict[str, int]  # short, standard, deep
    phases: dict[str, float]  # minutes of each phase in the standard variant
    prompts: tuple[Prompt, ...]
    visibility: Visibility = "team"
    votes_per_person: int = 3
    together: bool = False  # all prompts go through the phases at once (check-in), not one after the other
    short_set: tuple[str, ...] = ()
    tips: tuple[Text, ...] = ()
    credit: str = ""
    prework: Text | None = None
    opening: Text | None = None  # read aloud before writing; a plan puts it before the tips
    order: int = 0
    tables: tuple[Table, ...] = ()
    usual: tuple[str, ...] = ()  # prompts taken where nobody says which
    exercise: Text | None = None  # how to do it, for the facilitator; also on paper
    hints: tuple[Feed, ...] = ()  # what single fields are good for in other sections; no clause comes of them
    options: tuple[Option, ...] = ()  # how one may sign
    rule: Text | None = None  # when a signed agreement is in force


class AgendaItem(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of an agenda template. A break has no activity."""

    activity: str = ""
    pause: str = ""  # coffee, lunch, short
    minutes: int = 0
    phases: dict[str, float] = field(default_factory=dict)
    focus: tuple[str, ...] = ()
    variant: str = "standard"
    session: int = 1
    advice: tuple[Text, ...] = ()  # what to look at, in words
    name: Text | None = None  # what the step is called here


class Sitting(Struct, frozen=True, forbid_unknown_fields=True):
    """One session of a workshop. `version` is the number its agreement gets; `gap` working days lie before it.

    `heads`: only some people sit there; what they agree is a proposal to the teams. `before` is what people do between
    the sessions. `added`: it came to a workshop that was there.
    """

    number: int
    name: Text
    minutes: int
    version: str = ""
    homework: Text | None = None
    heads: bool = False
    gap: int = 0
    before: Text | None = None
    starts_at: int | None = None  # ms since 1970, UTC
    who: Text | None = None
    added: bool = False


class Agenda(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: Text
    suits: Text  # for whom
    outcome: Text
    minutes: int
    items: tuple[AgendaItem, ...]
    sittings: tuple[Sitting, ...] = ()
    prework: Text | None = None
    rules: tuple[Text, ...] = ()
    order: int = 0


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter of the agreement."""

    id: str
    order: int
    core: bool
    title: Text
    intro: Text | None = None
    good: tuple[Text, ...] = ()  # what makes its clauses good
    pattern: Text | None = None  # its prose: {fields}, and [[parts that stand there only with data]]
    data: tuple[str, ...] = ()  # what it is made from
    checks: tuple[str, ...] = ()  # ids of lint rules


class TermForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A term of the field and how to find it in a sentence: a regular expression for each language."""

    id: str
    pl: str
    en: str


class Wordlists(Struct, frozen=True, forbid_unknown_fields=True):
    """What the check of the document reads for: words nobody can verify, vague criteria, penalties, terms."""

    soft: dict[Language, tuple[str, ...]] = {}
    vague: dict[Language, tuple[str, ...]] = {}
    penalty: dict[Language, tuple[str, ...]] = {}
    terms: tuple[TermForm, ...] = ()


class PhaseGuide(Struct, frozen=True, forbid_unknown_fields=True):
    """What a phase is called, what people see in it, what the facilitator says."""

    id: Phase
    name: Text
    participants_see: Text
    script: Text
    minutes_share: float


class ConsentLevel(Struct, frozen=True, forbid_unknown_fields=True):
    value: int
    text: Text


class Hint(Struct, frozen=True, forbid_unknown_fields=True):
    """A live hint on a note; `id` names the rule that fires it."""

    id: str
    text: Text


class Card(Struct, frozen=True, forbid_unknown_fields=True):
    """Reminders shown beside a board and printed with its poster."""

    id: str
    title: Text
    points: tuple[Text, ...]


class Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """A "why" card, shown beside `activities`. It motivates and never prefills a figure.

    `source` are keys of the sources' list, `cited` its words.
    """

    id: str
    text: Text
    source: tuple[str, ...]
    activities: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


class Situation(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a company stands, and the agenda that helps there; the next ones go on from it."""

    id: str
    agendas: tuple[str, ...]
    text: Text


class Preparation(Struct, frozen=True, forbid_unknown_fields=True):
    """What to bring. `who` is both, marketing, sales, facilitator or heads."""

    id: str
    who: str
    text: Text


class Catalogue(Struct, frozen=True):
    """Everything under canvases/, checked."""

    activities: dict[str, Activity]
    agendas: dict[str, Agenda]
    sections: tuple[Section, ...]
    phases: tuple[PhaseGuide, ...]
    consent: tuple[ConsentLevel, ...]
    hints: tuple[Hint, ...]
    units: dict[str, object] = field(default_factory=dict)  # language_forms: inflected units, comparisons, periods
    pass_level: int = 3
    cards: tuple[Card, ...] = ()
    facts: tuple[Fact, ...] = ()
    preparation: tuple[Preparation, ...] = ()
    breaks: dict[str, Text] = field(default_factory=dict)
    templates: "dict[str, Template]" = field(default_factory=dict)  # those of the company that keeps this folder
    situations: tuple[Situation, ...] = ()
    wordlists: Wordlists = Wordlists()


class PlannedPrompt(Struct, frozen=True, forbid_unknown_fields=True):
    """A prompt pinned in a workshop. `id` is unique in the workshop: "<step>.<prompt id in the activity>"."""

    id: str
    prompt: Prompt


class PlannedStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A step pinned in a workshop: an activity, its prompts in turns, minutes for each phase."""

    id: str
    activity: str  # id in canvases/, "" for a break
    kind: Kind
    name: Text
    minutes: int
    phases: tuple[tuple[Phase, float], ...]  # of the whole step, in order; those left out are skipped
    prompts: tuple[PlannedPrompt, ...]
    turns: tuple[tuple[str, ...], ...]  # planned-prompt ids that go through the phases together
    visibility: Visibility = "team"
    votes_per_person: int = 3
    purpose: Text | None = None
    tips: tuple[Text, ...] = ()
    credit: str = ""
    tables: tuple[Table, ...] = ()
    session: int = 1


class TeamNames(Struct, frozen=True, forbid_unknown_fields=True):
    name: Text
    colour: str  # id of a colour pair's half, see web tokens


class Seat(Struct, frozen=True, forbid_unknown_fields=True):
    """A name on the roster, before anybody sits there."""

    name: str
    team: Team
    head: bool = False


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a workshop starts from; content is pinned here, so an old log replays for ever."""

    title: str
    company: str
    languages: tuple[Language, ...]
    timezone: str
    teams: dict[Team, TeamNames]
    agenda: str
    agenda_name: Text
    steps: tuple[PlannedStep, ...]
    sections: tuple[Section, ...]
    roster: tuple[Seat, ...] = ()
    starts_at: int | None = None  # ms since 1970, UTC; planned start
    sittings: tuple[Sitting, ...] = ()
    wordlists: Wordlists = Wordlists()
