"""What content is made of: activities, prompts, sections, agendas. `accord.content` reads them from YAML.

A workshop pins them.
"""

from typing import Literal

from msgspec import Struct, field

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


class Prompt(Struct, frozen=True, forbid_unknown_fields=True):
    """A zone of a board or a question: the words notes are written under."""

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


class AgendaItem(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of an agenda template. A break has no activity."""

    activity: str = ""
    pause: str = ""  # coffee, lunch, short
    minutes: int = 0
    phases: dict[str, float] = field(default_factory=dict)
    focus: tuple[str, ...] = ()
    variant: str = "standard"
    later: bool = False  # its activity has no file in canvases/ yet; a running plan leaves the line out


class Agenda(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: Text
    suits: Text  # for whom
    outcome: Text
    minutes: int
    items: tuple[AgendaItem, ...]


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter of the agreement."""

    id: str
    order: int
    core: bool
    title: Text
    intro: Text | None = None
    good: tuple[Text, ...] = ()  # what makes its clauses good


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
    """A "why" card. It motivates and never prefills a figure; `source` are keys of the sources' list."""

    id: str
    text: Text
    source: tuple[str, ...]


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
