"""Small workshops and random commands for tests. All randomness comes from the `random.Random` that is passed in."""

from collections.abc import Iterator
from random import Random

from msgspec import structs

from accord.domain import commands as c
from accord.domain.apply import fold
from accord.domain.attending import present
from accord.domain.catalogue import (
    PHASES,
    TEAMS,
    AnswerType,
    Feed,
    Field,
    Marks,
    Option,
    Phase,
    Plan,
    PlannedPrompt,
    PlannedStep,
    Prompt,
    Scale,
    Section,
    Sitting,
    Starter,
    Table,
    TeamNames,
    Text,
    Visibility,
)
from accord.domain.commands import Command
from accord.domain.decide import decide
from accord.domain.events import Event
from accord.domain.state import EMPTY, State, members, wording
from accord.errors import Refused


def both(words: str) -> Text:
    return Text(words, words)


SECTIONS = tuple(Section(s, i, True, both(s)) for i, s in enumerate(("purpose", "definitions", "marketing_sla")))
ONE_TO_FIVE = Scale(1, 5, both("low"), both("high"))


def prompt(
    id_: str, kind: AnswerType = "notes", *, agree: bool = True, feeds: tuple[str, ...] = ("purpose",)
) -> Prompt:
    return Prompt(
        id_,
        both(id_),
        both(f"{id_}?"),
        kind,
        agree,
        feeds=tuple(Feed(f, both("how")) for f in feeds),
        scale=ONE_TO_FIVE if kind.startswith("scale") else None,
        asked="marketing" if kind == "request_and_guess" else None,
        guesses="sales" if kind == "request_and_guess" else None,
    )


def sitting(number: int, version: str = "", *, heads: bool = False, gap: int = 0) -> Sitting:
    name, homework = both(f"session {number}"), both(f"homework {number}")
    return Sitting(number, name, 60, version, homework, heads, gap, both(f"before {number}") if gap else None)


def series(*sittings: Sitting, steps: tuple[PlannedStep, ...]) -> Plan:
    """A workshop of several sessions."""
    return structs.replace(plan(*steps), sittings=sittings)


COMMENTS = Marks(
    "sections",
    choices=tuple(Option(one, both(one)) for one in ("accept", "unclear", "change")),
    says=("unclear", "change"),
)


def commented(id_: str) -> PlannedStep:
    """A step in which people say of each section what they think of it; its prompts together."""
    sections = structs.replace(prompt("sections", agree=False, feeds=()), marks=COMMENTS)
    made = step(id_, (sections, prompt("comments", agree=False, feeds=())))
    return structs.replace(made, turns=(tuple(p.id for p in made.prompts),))


def heads_first() -> Plan:
    """The heads sit in s1 and s4, everybody comments in s5 and meets in s6."""
    later = (commented("s5"), step("s6", (prompt("comment_1"), prompt("comment_2"))))
    return series(
        sitting(1, "0.1", heads=True),
        sitting(2, "1.0", gap=5),
        steps=(
            step("s1", (prompt("q1"), prompt("q2", feeds=("definitions", "purpose")))),
            structured("s4"),
            *(structs.replace(one, session=2) for one in later),
        ),
    )


VERDICTS = Marks(
    "clauses",
    choices=tuple(Option(one, both(one)) for one in ("green", "amber", "red")),
    says=("amber", "red"),
    review=True,
)


def judging(id_: str) -> PlannedStep:
    """A step in which both teams judge the clauses of the agreement; its prompts together."""
    state = structs.replace(prompt("state", agree=False, feeds=()), marks=VERDICTS)
    made = step(id_, (state, prompt("mend", feeds=("purpose",))))
    return structs.replace(made, turns=(tuple(p.id for p in made.prompts),))


def another_session(*steps: PlannedStep, starts_at: int | None = None) -> c.AddSession:
    """A review as the http edge asks for it: of all kinds of steps, unless the steps are given."""
    name = sitting(1, "0.3")
    made = steps or (judging("s1"), structured("s2"), step("s3", (prompt("q9", feeds=("unknown",)),)))
    return c.AddSession(made, (structs.replace(name, starts_at=starts_at),))


def step(id_: str, prompts: tuple[Prompt, ...], visibility: Visibility = "team") -> PlannedStep:
    planned = tuple(PlannedPrompt(f"{id_}.{p.id}", p) for p in prompts)
    phases = tuple((phase, 2.0) for phase in PHASES)
    turns = tuple((p.id,) for p in planned)
    return PlannedStep(id_, "nine-questions", "questions", both(id_), 10, phases, planned, turns, visibility, 3)


def plan(*steps: PlannedStep) -> Plan:
    return Plan(
        "Workshop",
        "Company",
        ("pl", "en"),
        "Europe/Warsaw",
        {team: TeamNames(both(team), "") for team in TEAMS},
        "custom",
        both("custom"),
        steps or DEFAULT_STEPS,
        SECTIONS,
    )


TERMS = Table(
    "terms",
    both("Terms"),
    (
        Field("term", both("Term"), required=True),
        Field(
            "unit",
            both("Unit"),
            "choice",
            options=(Option("contact", both("a contact")), Option("deal", both("a deal"))),
        ),
        Field("limit", both("Limit"), "limit"),
        Field("decides", both("Who decides"), "person"),
    ),
    (Starter("mql", {"term": Text("MQL po polsku", "MQL")}),),
    head="term",
)
PROMISES = Table(
    "promises",
    both("Promises"),
    (
        Field("clause", both("What"), promise=True),
        Field("owner", both("Owner"), "person", promise=True),
        Field("target", both("Level"), "level", promise=True),
        Field("note", both("Note")),
    ),
    (Starter("volume", {"clause": both("will hand over {N} MQLs")}),),
    head="clause",
    team="marketing",
    owner="owner",
    prefix="M",
)
SORTING = Marks(
    "rows",
    choices=tuple(Option(one, both(one)) for one in ("accept", "reject", "missing")),
    says=("reject", "missing"),
    rounds=True,
)
STRUCTURED = (
    structs.replace(prompt("terms", feeds=("definitions",)), table="terms", marks=SORTING),
    structs.replace(prompt("marketing", feeds=("marketing_sla",)), table="promises", preset=("volume",)),
    structs.replace(
        prompt("rates"),
        marks=Marks(
            "keys", "share", keys=(Option("mql_sal", both("MQL to SAL")), Option("sal_sql", both("SAL to SQL")))
        ),
    ),
)


def structured(id_: str) -> PlannedStep:
    """A step with tables and marks, its prompts together."""
    made = step(id_, STRUCTURED)
    return structs.replace(made, kind="table", turns=(tuple(p.id for p in made.prompts),), tables=(TERMS, PROMISES))


DEFAULT_STEPS = (
    step("s1", (prompt("q1"), prompt("q5", "scale_1_5_with_reason"), prompt("q7", "request_and_guess"))),
    step("s2", (prompt("q4", "ordered_steps", feeds=("definitions", "purpose")), prompt("fears")), "hidden"),
    step("s3", (prompt("q6", "ranking_with_evidence"),), "named"),
    structured("s4"),
)


class Scene:
    """A workshop told command by command; keeps every event."""

    def __init__(self, founding: Plan | None = None, *, members: int = 2) -> None:
        self.state: State = EMPTY
        self.events: list[Event] = []
        self.now = 1_000_000
        self.ids = 0
        self.ask("", c.Found(founding or plan()))
        self.ask("", c.Join("f1", "Facilitator", "facilitator", None, "pl", "founder"))
        for number in range(members):
            for team in TEAMS:
                id_ = f"{team[0]}{number + 1}"
                self.ask("", c.Join(id_, f"{team} {number + 1}", "member", team, "en", "link"))

    def new_id(self) -> str:
        self.ids += 1
        return f"id-{self.ids:04}"

    def ask(self, person: str, command: Command) -> tuple[Event, ...]:
        events = decide(self.state, command, person, self.now, self.new_id)
        self.state = fold(self.state, events)
        self.events.extend(events)
        return events

    def refusal(self, person: str, command: Command) -> str:
        """The code of the refusal, "" if it was done."""
        try:
            self.ask(person, command)
        except Refused as refused:
            return refused.code
        return ""


FIELDS = ("term", "unit", "limit", "decides", "clause", "owner", "target", "note", "none")
WORDS = ("lead", "Zażółć gęślą", "<b>x</b>", "שלום", "🙂", "a;b. c", "5 MQL", " ", "", "x" * 3000)


def random_commands(state: State, random: Random, new_id: str) -> Iterator[tuple[str, Command]]:
    """Endless (person, command) pairs, most of them sensible for the state that `state` was when asked for."""
    people = [*state.people, "nobody"]
    someone = random.choice(people)
    prompts, notes, themes = [*state.prompts], [*state.notes, "none"], [*state.themes, "none"]
    proposals, clauses = [*state.proposals, "none"], [*state.clauses, "none"]
    shown = [n.id for n in state.notes.values() if n.shown]
    steps, pick = [*state.planned_steps], random.choice
    words = pick(WORDS) if random.random() < 0.2 else f"words {random.randint(1, 99)}"
    here = [p for p, s in state.prompts.items() if s.phase not in ("waiting", "closed")] or prompts
    text = pick([*proposals, *clauses])
    version = _version(state, text)
    latest = state.latest
    sections = [*(s.id for s in state.plan.sections), *(s.id for s in state.arranged.own), "none"]
    section = pick(sections)
    work: list[tuple[str, Command]] = [
        (someone, c.AddNote(new_id, pick(here), words, pick([None, None, 3.0]), "9", random.random() < 0.3)),
        (someone, c.AddNote(new_id, pick(here), words)),
        (_author(state, n := pick(notes), someone), c.EditNote(n, words, pick([1, 2]))),
        (_author(state, n := pick(notes), someone), c.RemoveNote(n)),
        (_author(state, n := pick(notes), someone), c.PlaceNote(n, pick([*notes, ""]))),
        (someone, c.Rate(pick(here), random.randint(0, 6))),
        (someone, c.SetDone(pick(here), random.random() < 0.7)),
        (someone, c.AddTheme(new_id, pick(here), words, tuple(shown[:2]) if random.random() < 0.3 else ())),
        (someone, c.RenameTheme(pick(themes), words, pick([1, 2]))),
        (someone, c.RemoveTheme(pick(themes))),
        (someone, c.GroupNote(pick(notes), pick([*themes, ""]))),
        (someone, c.GroupNote(pick(notes), pick(themes))),
        (someone, c.Vote(pick(here), pick(notes + themes), random.randint(0, 2))),
        (someone, c.Vote(pick(here), pick(notes + themes), 1)),
        (someone, c.Propose(new_id, pick(here), words, tuple(shown[:3]))),
        (someone, c.TakePen(text, random.random() < 0.3)),
        (_holder(state, text, someone), c.WritePen(text, words, version)),
        (_holder(state, text, someone), c.DropPen(text)),
        (someone, c.SetSources(pick(proposals), tuple(shown[:2]))),
        (someone, c.Consent(p := pick(proposals), _version(state, p), random.choice([5, 4, 3, 3, 2]), words)),
        (someone, c.Consent(p := pick(proposals), _version(state, p), 4)),
        (someone, c.SetLanguage("pl")),
        (
            someone,
            c.Sign(
                latest.version if latest else "1.0",
                latest.hash if latest else "",
                True,
                pick(["accept", "reserve", "refuse"]),
                state.people[someone].name if someone in state.people else "x",
                words,
            ),
        ),
        (someone, c.GoTo(steps[0], 0, "write")),
    ]
    if judged := [p for p in here if p.endswith(".state")]:
        some = (pick(clauses),) if random.random() < 0.3 else ()
        work += [(someone, c.Mark(pick(judged), pick(clauses), pick(["green", "red"]), None, words, some))] * 3
        work += [(someone, c.Mark(pick(judged), pick(clauses), "green", also=some))] * 3
    lead: list[tuple[str, Command]] = [
        ("f1", c.SetVotes(pick(prompts), random.randint(1, 5))),
        ("f1", c.Withdraw(pick(proposals))),
        ("f1", c.Park(new_id, words, "somebody", "2027-01-01", pick([*proposals, ""]), pick([*prompts, ""]))),
        ("f1", c.SetAway(someone, random.random() < 0.5)),
        ("f1", c.SetHead(someone, random.random() < 0.3)),
        ("f1", c.Jot(words)),
        ("f1", c.PauseTimer(random.random() < 0.5)),
        ("f1", c.AddTime(60)),
        ("f1", c.SkipStep(pick(steps), random.random() < 0.5)),
        ("f1", c.MoveStep(pick(steps), pick([*steps, ""]))),
        ("f1", c.FinishStep(pick(steps))),
        ("f1", c.AddClause(new_id, section, words)),
        ("f1", c.RemoveClause(pick(clauses))),
        ("f1", c.SetPeriod("2027-01-01", pick(["2027-03-31", "2026-12-31"]), pick(["", "2027-03-23"]))),
        ("f1", c.RenameSection(section, Text(pick(["", words]), words))),
        ("f1", c.SwitchSection(section, random.random() < 0.6)),
        ("f1", c.PlaceSection(section, pick([*sections, ""]))),
        ("f1", c.AddSection(new_id, both(words))),
        ("f1", c.RemoveSection(section)),
        ("f1", c.KeepFinding(pick([*state.kept, "STR-04:parked:none"]), pick(["", words]))),
        ("f1", c.Freeze(random.random() < 0.2)),
        (
            someone,
            c.Amend(
                new_id, pick([*clauses, f"{pick([*state.rows, 'none'])}/term"]), words, "why", pick([4, 90]) * 10**7
            ),
        ),
        (someone, c.AnswerAmendment(pick([*state.amendments, "none"]), random.choice([5, 4, 3, 2]), "so")),
        ("f1", c.SetWindow(pick([*state.amendments, "none"]), pick([4, 90]) * 10**7)),
        (someone, c.WithdrawAmendment(pick([*state.amendments, "none"]))),
        ("f1", c.Excuse(someone, random.random() < 0.5)),
        (
            someone,
            c.SetActuals((c.Figure(pick([*state.rows, "none"]), pick(["2027-01", "2027-03"]), pick([5.0, None])),)),
        ),
        ("f1", c.SetReminders(pick([None, 4 * 10**7, 90 * 10**7]))),
        ("", c.Join(new_id, words, "member", pick(TEAMS), "pl", pick(["link", "code"]))),
        ("", c.Join(f"{new_id}b", state.people["s1"].name, "member", "sales", "pl", "link", returns="s1")),
        ("f1", c.Admit(pick([someone, *(p.id for p in state.people.values() if p.waiting)]))),
        ("f1", c.RemovePerson(someone)) if random.random() < 0.1 else ("", c.Tick()),
        ("", c.Seal(latest.version, latest.hash, words[:9], "c", "pl", 1)) if latest else ("", c.Tick()),
        ("f1", c.Share(new_id, words, pick(["page", "wall", "poster"]))),
        ("f1", c.Unshare(pick([*state.shares, "none"]))),
        ("", c.Receive(pick([*state.versions, ""]), pick([*state.shares, "none"]))),
        ("", c.Receive(pick([*state.versions, "9.9"]), person=someone)),
        ("f1", c.SetTeam(someone, pick(TEAMS))),
        ("f1", c.SetRole(someone, pick(["member", "observer", "cofacilitator"]))),
        ("f1", c.SetDoors(random.random() < 0.8)),
        ("f1", c.SetStepMinutes(pick(steps), 7)),
        ("f1", c.EndWorkshop()),
        (someone, c.ProposeDraft(new_id, pick(here), ())),
        (someone, c.ProposeDraft(new_id, pick(here), (pick(clauses),))),
        ("f1", c.TakeUp(pick(notes), pick([*prompts, ""]))),
        ("f1", c.SetPrework(tuple(random.sample(prompts, min(2, len(prompts)))), random.random() < 0.7)),
        ("f1", c.PlanSession(random.randint(1, 3), random.choice([None, 1_800_000_000_000]))),
        ("f1", c.EndSession(random.randint(1, 3))),
        (someone, another_session()),
        ("f1", c.EditParked(pick([*state.parked, "none"]), words, "she", "2027-02-02")),
    ]
    tabled = about_tables(state, random, new_id, someone, words)
    chance = random.random()
    if chance < 0.12:
        yield ("f1", c.GoTo(pick(steps), pick([0, 0, 1, 2]), pick(PHASES)))
    yield tabled if chance < 0.35 else pick(work) if chance < 0.9 else pick(lead)


def about_tables(state: State, random: Random, new_id: str, someone: str, words: str) -> tuple[str, Command]:
    """Something random to ask about rows, cells and marks, or for the phase that it needs."""
    pick, rows = random.choice, [*state.rows, "none"]
    prompt, row, field = (
        pick([p for p in state.prompts if p.startswith("s4.")] or [*state.prompts]),
        pick(rows),
        pick(FIELDS),
    )
    cell, shown = f"{row}/{field}", [n.id for n in state.notes.values() if n.shown]
    value = pick([words, "contact", "8 working_hour", "at_least 50 mql month", someone])
    mine = tuple(r.id for r in state.rows.values() if r.prompt == prompt)
    asks: list[tuple[Phase, str, Command]] = [
        (
            "discuss",
            someone,
            c.AddRow(new_id, prompt, pick(["", "mql"]), tuple(shown[:1]), pick([{}, {"term": words}])),
        ),
        ("discuss", someone, c.TakePen(cell)),
        ("discuss", someone, c.WritePen(cell, words, _version(state, cell))),
        ("discuss", _holder(state, cell, someone), c.WritePen(cell, words, _version(state, cell))),
        ("agree", _holder(state, cell, someone), c.DropPen(cell)),
        ("agree", someone, c.SetCell(row, field, value, _version(state, cell))),
        ("discuss", someone, c.Promise(row, random.random() < 0.8)),
        ("agree", someone, c.ProposeRows(new_id, prompt, pick([mine[:2], mine]))),
        ("write", someone, c.Mark(prompt, pick(rows), pick(["accept", "reject", "missing", ""]), None, words)),
        ("write", someone, c.Mark("s4.rates", "mql_sal", "", random.random(), "")),
        ("discuss", someone, c.PlaceRow(row, pick([*rows, ""]))),
        ("discuss", someone, c.RemoveRow(row)),
    ]
    phase, asker, command = pick(asks)
    ready = state.prompts[prompt].phase == phase or random.random() < 0.4
    return (asker, command) if ready else ("f1", c.GoTo(state.step_of[prompt], 0, phase))


def _version(state: State, text: str) -> int:
    found = wording(state, text) if text.partition("/")[0] in {*state.rows, *state.proposals, *state.clauses} else None
    return found.version if found else 1


def _author(state: State, note: str, other: str) -> str:
    return state.notes[note].person if note in state.notes else other


def _holder(state: State, text: str, other: str) -> str:
    found = wording(state, text) if text.partition("/")[0] in {*state.rows, *state.proposals, *state.clauses} else None
    return (found.pen if found else "") or other


def wander(scene: Scene, random: Random, steps: int) -> Iterator[tuple[State, tuple[Event, ...]]]:
    """Ask for random things; yields the state and the events after each command that was done."""
    for number in range(steps):
        scene.now += random.choice([5, 700, 15_000])
        person, command = next(random_commands(scene.state, random, f"new-{number:05}"))
        for asker, asked in [(person, command), *(consents(scene.state, random) if random.random() < 0.05 else ())]:
            before = scene.state
            try:
                yield before, scene.ask(asker, asked)
            except Refused:
                continue


def consents(state: State, random: Random) -> Iterator[tuple[str, Command]]:
    """Everybody answers what is open; then everybody signs what is frozen."""
    level = random.choice([2, 3, 4, 5])
    for proposal in [p for p in state.proposals.values() if p.status in ("open", "draft")]:
        yield "f1", c.GoTo(state.step_of[proposal.prompt], _turn(state, proposal.prompt), "agree")
        yield proposal.wording.pen, c.DropPen(proposal.id)
        for person in sorted(present(state), key=lambda p: p.head):
            yield person.id, c.Consent(proposal.id, proposal.wording.version, level, "because" if level < 4 else "")
    if state.latest and random.random() < 0.3:
        for person in members(state):
            yield person.id, c.Sign(state.latest.version, state.latest.hash, True, "accept", person.name)


def _turn(state: State, prompt: str) -> int:
    turns = state.planned_steps[state.step_of[prompt]].turns
    return next(at for at, prompts in enumerate(turns) if prompt in prompts)
