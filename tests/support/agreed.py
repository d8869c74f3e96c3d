"""A workshop that has been through it all: canvases and questions with notes, results, an open point, signatures."""

from collections.abc import Iterable
from pathlib import Path

from tests.support.workshops import Scene

from accord import content, resources
from accord.domain import commands as c
from accord.domain.adapting import CustomStep, custom_steps
from accord.domain.catalogue import Language, Plan, Seat, TeamNames, Text
from accord.domain.state import State, members

PANGRAM = "Zażółć gęślą jaźń ŁÓDŹ ĄĘŚĆŻŹŃ"
MORNING = 1_796_800_000_000  # 9 December 2026

Notes = Iterable[tuple[str, str]]
"""(person, words) pairs."""


def founding(activities: Iterable[str], title: str = "", company: str = "Watomir Sp. z o.o.") -> Plan:
    catalogue = content.load(Path(resources.canvases()))
    return Plan(
        title or "SLA marketing–sprzedaż na I kwartał 2027",
        company,
        ("pl", "en"),
        "Europe/Warsaw",
        {
            "marketing": TeamNames(Text("Marketing", "Marketing"), "blue"),
            "sales": TeamNames(Text("Sprzedaż", "Sales"), "amber"),
        },
        "custom",
        Text("Własny plan", "Own plan"),
        custom_steps(catalogue, tuple(CustomStep(activity=one) for one in activities)),
        catalogue.sections,
        (Seat("Agata", "marketing"),),
    )


class Day(Scene):
    """A scene that can play whole prompts."""

    def __init__(self, plan: Plan, people: Iterable[tuple[str, str, str]]) -> None:
        super().__init__(plan, members=0)
        self.now = MORNING
        for id_, name, team in people:
            self.ask("", c.Join(id_, name, "member", team, "pl", "link"))  # type: ignore[arg-type]

    def prompt(self, name: str) -> str:
        """The planned id of "<activity>/<prompt>"."""
        activity, _, last = name.partition("/")
        return next(
            p.id
            for step in self.state.planned_steps.values()
            if step.activity == activity
            for p in step.prompts
            if p.prompt.id == last
        )

    def open(self, prompt: str, phase: str) -> None:
        step = self.state.step_of[prompt]
        turn = next(n for n, some in enumerate(self.state.planned_steps[step].turns) if prompt in some)
        self.now += 60_000
        self.ask("f1", c.GoTo(step, turn, phase))  # type: ignore[arg-type]

    def write(self, prompt: str, notes: Notes, ratings: dict[str, int] | None = None) -> list[str]:
        """Written and revealed; the ids of the notes."""
        self.open(prompt, "write")
        ids = []
        for person, words in notes:
            ids.append(self.new_id())
            self.ask(person, c.AddNote(ids[-1], prompt, words))
        for person, value in (ratings or {}).items():
            self.ask(person, c.Rate(prompt, value))
        self.open(prompt, "reveal")
        return ids

    def agree(self, prompt: str, words: str, based_on: Iterable[str] = (), doubt: str = "") -> str:
        """Everybody consents; the last one with a reservation if there is a `doubt`."""
        self.open(prompt, "agree")
        proposal, asked = self.new_id(), members(self.state)
        self.ask(asked[0].id, c.Propose(proposal, prompt, words, tuple(based_on)))
        self.ask(asked[0].id, c.DropPen(proposal))
        for number, person in enumerate(sorted(asked, key=lambda p: p.head)):
            doubtful = doubt and number == len(asked) - 1
            level = 3 if doubtful else 5 - number % 2
            self.ask(person.id, c.Consent(proposal, 1, level, doubt if doubtful else ""))
        return proposal

    def sign(self, *, owed: int = 0, doubt: str = "", refusal: str = "") -> None:
        """Freezes; all but the last `owed` sign; the first with a `doubt`, the second with a `refusal`."""
        self.ask("f1", c.Freeze())
        latest = self.state.latest
        assert latest
        signing = members(self.state)
        for number, person in enumerate(signing[: len(signing) - owed]):
            self.now += 61_000
            decision, reason = ("accept", "")
            if number == 0 and doubt:
                decision, reason = "reserve", doubt
            if number == 1 and refusal:
                decision, reason = "refuse", refusal
            self.ask(person.id, c.Sign(latest.version, latest.hash, True, decision, person.name, reason))  # type: ignore[arg-type]


PEOPLE = (
    ("m1", "Zażółć Gęślą", "marketing"),
    ("m2", "Jaźń Łódź", "marketing"),
    ("s1", "Ewa", "sales"),
    ("s2", "Ewa", "sales"),
    ("s3", "Ángel 🚀", "sales"),
)


def sample(words: str = PANGRAM, *, owed: int = 1, language: Language = "pl") -> State:
    """A small finished day with `words` in every place people write in."""
    day = Day(founding(("check-in", "canvas-basic", "canvas-full", "nine-questions"), words[:140]), PEOPLE)
    day.ask("f1", c.SetHead("s1", True))
    wrote = tuple((person, f"{words} {person}") for person, _, _ in PEOPLE)
    for name in ("canvas-basic/goals", "canvas-full/purpose", "nine-questions/q7"):
        prompt = day.prompt(name)
        notes = day.write(prompt, wrote)
        day.agree(prompt, f"{name} {words}", notes, doubt=words)
    scale = day.prompt("nine-questions/q5")
    day.write(scale, (), {"m1": 5, "m2": 4, "s1": 2, "s2": 1, "s3": 2})
    day.ask("f1", c.AddClause("own-clause", "definitions", f"MQL: {words}"))
    day.ask("f1", c.Park("parked-01", words, words[:140], "2027-01-29"))
    day.sign(owed=owed, doubt=words)
    return day.state
