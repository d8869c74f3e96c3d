"""Plays whole workshops at the level of the domain: every step, every phase, everybody's answers."""

from msgspec import structs
from tests.support.workshops import Scene, both

from accord.domain import commands as c
from accord.domain.attending import present, promised
from accord.domain.catalogue import TEAMS, Catalogue, Plan, PlannedPrompt, PlannedStep, TeamNames
from accord.domain.heads import comments
from accord.domain.planning import asked_again, plan_steps
from accord.domain.state import Person, asked_about, members, rows_of

DAY = 86_400_000
MINUTE = 60_000


def planned(catalogue: Catalogue, agenda: str) -> Plan:
    known = catalogue.agendas[agenda]
    teams = {team: TeamNames(both(team), "") for team in TEAMS}
    steps = asked_again(plan_steps(catalogue, agenda))
    plan = Plan("Workshop", "Company", ("en",), "Europe/Warsaw", teams, agenda, known.name, steps, catalogue.sections)
    return structs.replace(plan, sittings=known.sittings)


class Player:
    """A facilitator and teams that do what each phase asks of them."""

    def __init__(self, plan: Plan, members: int = 3, heads: tuple[str, ...] = ()) -> None:
        self.scene = Scene(plan, members=members)
        for head in heads:
            self.scene.ask("f1", c.SetHead(head, True))

    def session(self, number: int) -> None:
        for step in self.scene.state.plan.steps:
            if step.session == number:
                self.step(step)

    def step(self, step: PlannedStep) -> None:
        for turn in range(max(len(step.turns), 1)):
            for phase, minutes in step.phases or (("discuss", step.minutes),):
                self.scene.ask("f1", c.GoTo(step.id, turn, phase))
                self.scene.now += round(minutes * MINUTE)
                for prompt in self.opened(step, turn):
                    getattr(self, f"_{phase}")(prompt)
        self.scene.ask("f1", c.FinishStep(step.id))

    def opened(self, step: PlannedStep, turn: int) -> list[PlannedPrompt]:
        ids = [p for turn_ in step.turns[turn : turn + 1] for p in turn_]
        return [p for p in step.prompts if p.id in ids]

    @property
    def here(self) -> list[Person]:
        return present(self.scene.state)

    def _write(self, prompt: PlannedPrompt) -> None:
        for person in self.here:
            if prompt.prompt.scale:
                self.scene.ask(person.id, c.Rate(prompt.id, 2 + person.number % 3))
            else:
                self.note(person.id, prompt.id)

    def note(self, person: str, prompt: str) -> None:
        self.scene.ask(person, c.AddNote(self.scene.new_id(), prompt, f"{person} on {prompt}"))

    def _reveal(self, prompt: PlannedPrompt) -> None:
        pass

    _discuss = _reveal

    def _vote(self, prompt: PlannedPrompt) -> None:
        notes = [n.id for n in self.scene.state.notes.values() if n.prompt == prompt.id and n.shown]
        for person in self.here if notes else ():
            self.scene.ask(person.id, c.Vote(prompt.id, notes[0], 1))

    def _agree(self, prompt: PlannedPrompt) -> None:
        if prompt.prompt.table and prompt.prompt.must_agree:
            self._rows(prompt)
        elif prompt.prompt.must_agree and not prompt.prompt.marks:
            words = self.scene.new_id()
            self.scene.ask("f1", c.Propose(words, prompt.id, f"Agreed: {prompt.id}"))
            self.scene.ask("f1", c.DropPen(words))
            self.consent(words)

    def _rows(self, prompt: PlannedPrompt) -> None:
        table, state = prompt.prompt.table, self.scene.state
        if not any(row.prompt == prompt.id for row in state.rows.values()):
            field = state.tables[table].fields[0]
            cells = {field.id: "words"} if field.kind in ("text", "list") else {}
            self.scene.ask("f1", c.AddRow(self.scene.new_id(), prompt.id, prompt.prompt.starter, (), cells))
        mine = [r.id for r in rows_of(self.scene.state, table) if r.prompt == prompt.id and not r.result]
        for row in mine:
            self._promise(row)
        asked = self.scene.new_id()
        self.scene.ask("f1", c.ProposeRows(asked, prompt.id, tuple(mine)))
        self.consent(asked)

    def _promise(self, row: str) -> None:
        team = self.scene.state.tables[self.scene.state.rows[row].table].team
        for person in self.here:
            if person.team == team and not promised(self.scene.state, self.scene.state.rows[row]):
                self.scene.ask(person.id, c.Promise(row, True))

    def consent(self, proposal: str) -> None:
        """Everybody present can support it; heads answer last."""
        version = self.scene.state.proposals[proposal].wording.version
        for person in sorted(self.here, key=lambda p: p.head):
            self.scene.ask(person.id, c.Consent(proposal, version, 4))
        assert self.scene.state.proposals[proposal].end == "agreed"

    def freeze(self) -> str:
        """A version that everybody signs."""
        self.scene.ask("f1", c.Freeze())
        version = self.scene.state.latest
        assert version
        for person in members(self.scene.state):
            self.scene.ask(person.id, c.Sign(version.version, version.hash, True, "accept", person.name))
        assert self.scene.state.versions[version.version].in_force
        return version.version

    def take_up(self, prompt: str) -> None:
        """One comment of each team is discussed under the prompt."""
        for team in TEAMS:
            note = next(n for n in comments(self.scene.state) if n.team == team)
            self.scene.ask("f1", c.TakeUp(note.id, prompt))

    def undecided(self) -> list[str]:
        return [row for row in self.scene.state.rows if asked_about(self.scene.state, row)]
