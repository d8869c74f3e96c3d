"""What a draft consists of: see accord.agreement.draft."""

from msgspec import Struct

from accord.agreement.outline import Block, Paragraph, Sources
from accord.domain.catalogue import Language, Team
from accord.domain.commands import Evidence


class Party(Struct, frozen=True):
    """`twin` is 2, 3 … for the second, third of one name."""

    name: str
    twin: int = 0
    head: bool = False


class Side(Struct, frozen=True):
    team: Team
    name: str
    colour: str
    people: tuple[Party, ...] = ()


class Clause(Struct, frozen=True):
    """`number` like "4.2". `edited` once it says something else than the result it came from.

    With a `row` and without words it says what the row says: `told` is that in one sentence.
    """

    id: str
    number: str
    text: str
    sources: Sources = Sources()
    edited: bool = False
    row: str = ""
    heads: bool = False  # the heads' draft, which the teams have not taken on
    told: str = ""


class Section(Struct, frozen=True):
    """`blocks` are its words as every format prints them; `planned` says when an empty one will be talked about."""

    id: str
    number: str
    title: str
    clauses: tuple[Clause, ...] = ()
    blocks: tuple[Block, ...] = ()
    planned: str = ""

    @property
    def covered(self) -> bool:
        return bool(self.clauses)

    @property
    def said(self) -> tuple[Block, ...]:
        """Its blocks; clauses that nobody told stand as they are."""
        return self.blocks or tuple(
            Paragraph(one.text, one.number, one.id, one.sources, one.edited, heads=one.heads) for one in self.clauses
        )


class Note(Struct, frozen=True):
    """As everybody sees it; `team` None where the prompt hides it."""

    text: str
    team: Team | None = None
    days: float | None = None
    evidence: str = ""


class Outcome(Struct, frozen=True):
    """What was agreed under a prompt. `levels`: consent 0–5 → how many people."""

    text: str
    levels: dict[int, int]
    at: int


class Reservation(Struct, frozen=True):
    text: str
    level: int
    team: Team | None


class Difference(Struct, frozen=True):
    """How far apart the teams were: see domain.records.Divergence."""

    measure: str
    value: float
    flag: bool
    parts: dict[str, float]


class Answered(Struct, frozen=True):
    """A zone or question with all that became of it. `place`: x, y, w, h in percent of the sheet."""

    number: int
    title: str
    question: str
    personal: bool
    icon: str = ""
    place: tuple[int, int, int, int] | None = None
    outcome: Outcome | None = None
    notes: tuple[Note, ...] = ()
    difference: Difference | None = None

    @property
    def empty(self) -> bool:
        return self.outcome is None and not self.notes and self.difference is None


class Board(Struct, frozen=True):
    """A step that was worked on: a canvas (its prompts have places), another board, or questions.

    `annex` is the section it is printed in.
    """

    step: str
    activity: str
    name: str
    answers: tuple[Answered, ...]
    annex: str = "annex_canvas"
    at: int | None = None
    credit: str = ""

    @property
    def picture(self) -> bool:
        return bool(self.answers) and all(a.place for a in self.answers)


class OpenPoint(Struct, frozen=True):
    text: str
    owner: str
    due: str


class Origin(Struct, frozen=True):
    """What clauses come from: one result may feed several. Counts, never names of authors."""

    clauses: tuple[str, ...]
    activity: str
    prompt: str
    sources: Sources
    levels: dict[int, int]
    reservations: tuple[Reservation, ...]
    at: int


class KeptFinding(Struct, frozen=True):
    """A weakness that stays on purpose, as a sentence, and why."""

    text: str
    reason: str


class ReviewedChapter(Struct, frozen=True):
    """Clauses of a chapter that both teams said work, that both want to mend, that they judged differently, and that
    one of them judged.
    """

    number: str
    title: str
    works: int
    mends: int
    differ: int
    single: int


class Reviewed(Struct, frozen=True):
    """One review; `at` is when it was held, ms UTC."""

    at: int
    chapters: tuple[ReviewedChapter, ...]


class Signature(Struct, frozen=True):
    """`decision` is accept, reserve, refuse, or "" while it is owed. `language` is the one it was read in.

    `via`: how they came in (link, code, import); `admitted`: who let them in, where somebody had to.
    """

    person: Party
    team: Team
    decision: str = ""
    reason: str = ""
    at: int = 0
    language: Language = "pl"
    evidence: Evidence = Evidence()
    via: str = ""
    admitted: str = ""
