"""What a document says, in one language, before anybody thinks of paper: State → Draft. Pure.

Notes, results and divergences come through `accord.domain.sight` as everybody sees them, so a draft cannot hold words
that are not revealed or authors that are hidden. Signatures are the one thing more: they are what a document is for.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

import msgspec
from msgspec import Struct

from accord.agreement import typography
from accord.agreement.funnel import Agreed, agreed
from accord.agreement.outline import Sources
from accord.agreement.parts import (
    Answered,
    Board,
    Clause,
    Difference,
    KeptFinding,
    Note,
    OpenPoint,
    Origin,
    Outcome,
    Party,
    Reservation,
    Reviewed,
    Section,
    Side,
    Signature,
)
from accord.agreement.prose import Teller
from accord.agreement.reviewed import reviewed
from accord.agreement.telling import retold
from accord.domain import freeze
from accord.domain import records as r
from accord.domain.arrangement import lettered
from accord.domain.catalogue import TEAMS, Language, PlannedStep, Team, Text
from accord.domain.sight import seen_by
from accord.domain.state import Signature as Given
from accord.domain.state import State, Version, members, twin
from accord.domain.term import Period
from accord.words import Words

WORKING: Final = "draft"
"""Instead of a version's number: the text as it stands, whatever was frozen."""

R = TypeVar("R", bound=r.Record)


class Draft(Struct, frozen=True):
    """A whole document. `version` is "1.0" or, while nothing is frozen, the one it will become.

    `status`: draft, waiting (for signatures), refused (by somebody), in_force. `hash` is "" for a draft; `head` is the
    last hash of the log when the caller knows it. Times in ms UTC; `at` is when the document was made. `answers` are
    all that were given, in their order; of a person's several the last one is among the `signatures`.
    `left_out` are ids of planned sections that it does without.
    """

    language: Language
    title: str
    company: str
    timezone: str
    version: str
    status: str
    hash: str
    frozen: int | None
    in_force: int | None
    sides: tuple[Side, Side]
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]
    boards: tuple[Board, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    origins: tuple[Origin, ...] = ()
    signatures: tuple[Signature, ...] = ()
    held: int | None = None
    at: int = 0
    head: str = ""
    languages: tuple[Language, ...] = ()
    answers: tuple[Signature, ...] = ()
    funnel: Agreed | None = None
    period: Period = Period()
    kept: tuple[KeptFinding, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    left_out: frozenset[str] = frozenset()

    @property
    def clauses(self) -> Iterator[Clause]:
        return (clause for section in (*self.sections, *self.annexes) for clause in section.clauses)

    def side(self, team: Team) -> Side:
        return self.sides[TEAMS.index(team)]


def draft(state: State, language: Language, version: str = "", *, at: int = 0, head: str = "") -> Draft:
    """The document of a version: its number, WORKING for the text as it stands, or "" for the best there is.

    That is the last frozen version as long as nobody has changed a word since. KeyError for a version that is not.
    """
    frozen = frozen_of(state, version)
    return _Drafting(state, language, frozen).draft(at, head)


def frozen_of(state: State, version: str) -> Version | None:
    """The version that `draft` takes; None for the text as it stands."""
    if version == WORKING:
        return None
    if version:
        return state.versions[version]
    return state.latest if state.latest and not changed(state, state.latest) else None


def changed(state: State, version: Version) -> bool:
    """The words have moved on since that version."""
    before, now = _tree(version.content), _tree(freeze.content(state, version.version))
    parts = ("sections", "tables", "open_points", "period", "kept")
    return any(before.get(part) != now.get(part) for part in parts)


def _tree(content: str) -> dict[str, Any]:
    return msgspec.json.decode(content, type=dict[str, Any])


class _Drafting:
    def __init__(self, state: State, language: Language, frozen: Version | None) -> None:
        self.state, self.language, self.frozen = state, language, frozen
        self.records = seen_by(state, "")
        self.number = frozen.version if frozen else freeze.next_version(state)
        self.tree = _tree(frozen.content if frozen else freeze.content(state, self.number))
        plan, prompts = state.plan, self._prompts()
        tables = self.tree.get("tables", [])
        self.teller = Teller(tables, state.tables, plan.sections, plan.teams, prompts, language)
        self.until = frozen.at if frozen else None
        self.notes = {note.id: note for note in self.all(r.Note)}
        self.results = {one.id: one for one in self.all(r.Result) if self.until is None or one.at <= self.until}
        self.agreed = {one.prompt: one for one in self.results.values()}
        self.differences = {one.id: one for one in self.all(r.Divergence)}

    def all(self, kind: type[R]) -> list[R]:
        return [record for record in self.records.values() if isinstance(record, kind)]

    def draft(self, at: int, head: str) -> Draft:
        state, plan, frozen = self.state, self.state.plan, self.frozen
        sections, annexes = self._sections()
        signatures = tuple(self._signatures())
        boards = [self._board(state.planned_steps[step]) for step in state.order]
        used = [board for board in boards if any(not answer.empty for answer in board.answers)]
        return Draft(
            language=self.language,
            title=self.tree["title"],
            company=self.tree["company"],
            timezone=plan.timezone,
            version=self.number,
            status=_status(frozen, signatures),
            hash=frozen.hash if frozen else "",
            frozen=frozen.at if frozen else None,
            in_force=frozen.in_force if frozen else None,
            sides=(self._side("marketing"), self._side("sales")),
            sections=sections,
            annexes=annexes,
            boards=tuple(used),
            open_points=tuple(OpenPoint(i["text"], i["owner"], i["due"]) for i in self.tree["open_points"]),
            origins=tuple(self._origins(sections, annexes)),
            signatures=signatures,
            held=state.started,
            at=at,
            head=head,
            languages=plan.languages,
            answers=tuple(self._answers()),
            funnel=agreed(self.tree.get("tables", ()), self.state.tables, self.language),
            period=Period(**self.tree.get("period", {})),
            left_out=frozenset(self._left_out()),
            kept=tuple(KeptFinding(retold(one, self.language), one["reason"]) for one in self.tree.get("kept", ())),
            reviews=reviewed(state, sections, self.until),
        )

    def _prompts(self) -> dict[str, str]:
        known = self.state.planned_prompts
        return {r.id: self._said(known[r.prompt].prompt.title) for r in self.state.rows.values() if r.prompt in known}

    def _said(self, text: dict[str, str] | Text) -> str:
        return text.said(self.language) if isinstance(text, Text) else text[self.language]

    # --- parties ---

    def _side(self, team: Team) -> Side:
        people = tuple(Party(p["name"], p["twin"], p["head"]) for p in self.tree["parties"] if p["team"] == team)
        return Side(team, self._said(self.tree["teams"][team]), self.state.plan.teams[team].colour, people)

    def _signatures(self) -> Iterator[Signature]:
        """Everyone of the version and everyone who joined since; nobody while there is nothing to sign."""
        ids = {p.number: p.id for p in self.state.people.values()}
        for number, (party, team) in sorted(self._signers().items()) if self.frozen else ():
            if team in TEAMS:
                yield self._signature(party, team, ids.get(number, ""))

    def _signers(self) -> dict[int, tuple[Party, Team]]:
        parties = {p["number"]: (Party(p["name"], p["twin"], p["head"]), p["team"]) for p in self.tree["parties"]}
        for person in members(self.state):
            late = Party(person.name, twin(self.state, person), person.head)
            parties.setdefault(person.number, (late, person.team))
        return parties

    def _signature(self, party: Party, team: Team, person: str) -> Signature:
        given = self.frozen.of(person) if self.frozen else None
        return self._given(party, team, given) if given else Signature(party, team)

    def _answers(self) -> Iterator[Signature]:
        parties = self._signers() if self.frozen else {}
        for given in self.frozen.signatures if self.frozen else ():
            person = self.state.people.get(given.person)
            party, team = parties.get(person.number if person else 0, (Party(given.name), given.team))
            if team in TEAMS:
                yield self._given(party, team, given)

    def _given(self, party: Party, team: Team, given: Given) -> Signature:
        person = self.state.people.get(given.person)
        admitted = self.state.people.get(person.admitted) if person else None
        said = (given.decision, given.reason, given.at, given.language, given.evidence)
        return Signature(party, team, *said, person.via if person else "", admitted.name if admitted else "")

    # --- sections ---

    def _sections(self) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
        """The numbered chapters, and the annexes, which keep the letter their title begins with."""
        about = {section.id: section for section in self.state.plan.sections}
        chapters: list[Section] = []
        annexes: list[Section] = []
        for found in self.tree["sections"]:
            title, known = self._said(found["title"]), about.get(found["id"])
            letter, name = lettered(title)
            if letter:
                annexes.append(self._section(found, letter, name))
            elif found["clauses"] or known is None or known.core:
                chapters.append(self._section(found, str(len(chapters) + 1), title))
        return tuple(chapters), tuple(annexes)

    def _left_out(self) -> set[str]:
        return {one.id for one in self.state.plan.sections} - {one["id"] for one in self.tree["sections"]}

    def _section(self, found: dict[str, Any], number: str, title: str) -> Section:
        numbered = enumerate(found["clauses"], 1)
        clauses = tuple(self._clause(c, f"{number}.{n}") for n, c in numbered)
        planned = "" if clauses else self._planned(found["id"])
        section = Section(found["id"], number, title, clauses, planned=planned)
        return self.teller.told(section, self._values(found["id"]))

    def _planned(self, section: str) -> str:
        """The first step of the agenda that is still to come and feeds it; "" if there is none."""
        state, words = self.state, Words(self.language)
        for step in (state.planned_steps[one] for one in state.order):
            run = state.steps[step.id]
            fed = any(feed.section == section for one in step.prompts for feed in one.prompt.feeds)
            if fed and run.started is None and not run.skipped:
                at = next((one.starts_at for one in state.plan.sittings if one.number == step.session), None)
                name = self._said(step.name)
                if at is None:
                    return words.say("prose-planned", step=name)
                day = typography.day(at, state.plan.timezone, self.language)
                return words.say("prose-planned-day", day=day, step=name)
        return ""

    def _values(self, section: str) -> dict[str, str]:
        """What the pattern of a section says beside its clauses."""
        if section == "parties":
            return {f"{team}_lead": ", ".join(named(p) for p in self._side(team).people if p.head) for team in TEAMS}
        if section == "purpose":
            return self._starting_state()
        return {}

    def _starting_state(self) -> dict[str, str]:
        """How both teams rated their cooperation at check-in."""
        found = next((gap for key, gap in self.differences.items() if key.endswith(".today_state")), None)
        parts = found.parts if found else {}
        if not all(team in parts for team in TEAMS):
            return {}
        marketing, sales = (typography.number(parts[team], self.language) for team in TEAMS)
        return {"state_m": marketing, "state_s": sales}

    def _clause(self, found: dict[str, Any], number: str) -> Clause:
        result = self.results.get(found["id"].partition(".")[0])
        edited = result is not None and result.text != found["text"]
        now = None if self.frozen else self.state.clauses.get(found["id"])
        heads = now is not None and now.heads
        sources = self._count(found["sources"])
        return Clause(found["id"], number, found["text"], sources, edited, found.get("row", ""), heads)

    def _count(self, notes: Iterable[str]) -> Sources:
        teams = [self.notes[note].team for note in notes if note in self.notes]
        return Sources(teams.count("marketing"), teams.count("sales"), teams.count(None))

    def _origins(self, sections: Iterable[Section], annexes: Iterable[Section]) -> Iterator[Origin]:
        """In the order of the document. Annexes repeat what stands in a section: they count where nothing else does."""
        chapters, others = (self._by_result(some) for some in (sections, annexes))
        for result, clauses in (chapters | {one: c for one, c in others.items() if one not in chapters}).items():
            yield self._origin(self.results[result], clauses)

    def _by_result(self, sections: Iterable[Section]) -> dict[str, list[Clause]]:
        found: dict[str, list[Clause]] = {}
        for clause in (clause for section in sections for clause in section.clauses):
            result = clause.id.partition(".")[0]
            if result in self.results:
                found.setdefault(result, []).append(clause)
        return found

    def _origin(self, result: r.Result, clauses: list[Clause]) -> Origin:
        step = self.state.planned_steps[self.state.step_of[result.prompt]]
        prompt = self.state.planned_prompts[result.prompt].prompt
        reserved = tuple(Reservation(h.reason, h.level, self._team(h.person)) for h in result.reservations)
        name, title, numbers = self._said(step.name), self._said(prompt.title), tuple(c.number for c in clauses)
        return Origin(numbers, name, title, self._count(result.based_on), _levels(result), reserved, result.at)

    def _team(self, person: str) -> Team | None:
        found = self.state.people.get(person)
        return found.team if found else None

    # --- boards ---

    def _board(self, step: PlannedStep) -> Board:
        answers = tuple(self._answered(number, p.id) for number, p in enumerate(step.prompts, 1))
        started = self.state.steps[step.id].started
        return Board(step.id, step.activity, self._said(step.name), answers, self._annex(step), started, step.credit)

    def _annex(self, step: PlannedStep) -> str:
        """The annex its prompts feed, for boards that have one of their own."""
        fed = [feed.section for planned in step.prompts for feed in planned.prompt.feeds]
        own = next((section for section in fed if section.startswith("annex_")), "annex_canvas")
        return "annex_answers" if step.kind == "questions" else own

    def _answered(self, number: int, prompt_id: str) -> Answered:
        prompt = self.state.planned_prompts[prompt_id].prompt
        result, gap = self.agreed.get(prompt_id), self.differences.get(prompt_id)
        place = prompt.place
        return Answered(
            number=number,
            title=self._said(prompt.title),
            question=self._said(prompt.text),
            personal=not prompt.must_agree or (result is not None and not result.text),  # its rows say it
            icon=prompt.icon,
            place=(round(place.x), round(place.y), round(place.w), round(place.h)) if place else None,
            outcome=Outcome(result.text, _levels(result), result.at) if result and result.text else None,
            notes=self._notes(prompt_id),
            difference=Difference(gap.measure, gap.value, gap.flag, gap.parts) if gap else None,
        )

    def _notes(self, prompt: str) -> tuple[Note, ...]:
        found = sorted((n for n in self.notes.values() if n.prompt == prompt), key=lambda n: (n.place, n.id))
        return tuple(Note(n.text, n.team, n.days, n.evidence) for n in found)


def named(person: Party) -> str:
    """The name, with its number beside it for the second and third of one name."""
    return f"{person.name} ({person.twin})" if person.twin else str(person.name)


def _levels(result: r.Result) -> dict[int, int]:
    values = list(result.consent.values())
    return {level: values.count(level) for level in range(5, -1, -1) if level in values}


def _status(frozen: Version | None, signatures: Iterable[Signature]) -> str:
    if frozen is None:
        return "draft"
    if any(s.decision == "refuse" for s in signatures):
        return "refused"
    return "in_force" if frozen.in_force else "waiting"


__all__ = [
    "WORKING",
    "Answered",
    "Board",
    "Clause",
    "Difference",
    "Draft",
    "KeptFinding",
    "Note",
    "OpenPoint",
    "Origin",
    "Outcome",
    "Party",
    "Reservation",
    "Section",
    "Side",
    "Signature",
    "Sources",
    "changed",
    "draft",
    "frozen_of",
    "named",
]
