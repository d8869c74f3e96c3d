"""The agreement on one page: what a wall or a new colleague needs. Draft → Summary. Pure."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from accord.agreement.draft import Clause, Draft, Section
from accord.domain.catalogue import TEAMS, Team

GOALS: Final = 3
PROMISES: Final = 4
OTHERS: Final = 2
LETTERS: Final = 190
"""A longer sentence ends with …: its number says where it goes on."""

PROMISED: Final[dict[Team, str]] = {"marketing": "marketing_sla", "sales": "sales_sla"}
FACTS: Final = ("period", "communication", "escalation")


class Line(Struct, frozen=True):
    """A clause in short. `number` like "4.2"."""

    number: str
    text: str


class Part(Struct, frozen=True):
    """The first lines of a section, and how many more there are."""

    number: str
    title: str
    lines: tuple[Line, ...]
    more: int


class Summary(Struct, frozen=True):
    goals: Part | None
    promises: dict[Team, Part | None]
    facts: tuple[Part, ...]

    @property
    def empty(self) -> bool:
        return self.goals is None and not any(self.promises.values())


def summary(draft: Draft) -> Summary:
    sections = {section.id: section for section in draft.sections if section.covered}
    goals = sections.get("goals") or sections.get("purpose")
    promises = {team: sections.get(PROMISED[team]) for team in TEAMS}
    return Summary(
        _part(goals, GOALS) if goals else None,
        {team: _part(found, PROMISES) if found else None for team, found in promises.items()},
        tuple(_part(sections[one], OTHERS) for one in FACTS if one in sections),
    )


def _part(section: Section, most: int) -> Part:
    lines = tuple(_lines(section.clauses[:most]))
    return Part(section.number, section.title, lines, len(section.clauses) - len(lines))


def _lines(clauses: tuple[Clause, ...]) -> Iterator[Line]:
    for clause in clauses:
        yield Line(clause.number, shortened(clause.text))


def shortened(text: str) -> str:
    """Its first words on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LETTERS else line[:LETTERS].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"
