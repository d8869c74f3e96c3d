"""The agreement on one page: what a wall or a new colleague needs. Draft → Summary. Pure."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from accord.agreement.draft import Clause, Draft, Section
from accord.domain.catalogue import TEAMS, Team

PROMISES: Final = 4


class Size(Struct, frozen=True):
    """Letters of a sentence, after which it ends with … (its number says where it goes on), and sentences of a part."""

    letters: int
    goals: int = 3
    others: int = 2


SIZES: Final = (Size(210), Size(170), Size(140), Size(110), Size(64, 2, 1))
"""The first that fits the page is taken."""

PAGE: Final = 41
"""Lines of the narrow column that the page holds beside its headings."""

NARROW, WIDE, LARGE = 36, 92, 62
"""Letters of a line: in a team's column, across the page, across it in large type."""

PROMISED: Final[dict[Team, str]] = {"marketing": "marketing_sla", "sales": "sales_sla"}
SENTENCES: Final = (*PROMISED.values(), "escalation")
"""Sections whose rows are told in whole sentences."""

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
    if "summary" in draft.left_out:
        return Summary(None, {}, ())
    made = (_summary(draft, size) for size in SIZES)
    return next((one for one in made if _lines_of(one) <= PAGE), _summary(draft, SIZES[-1]))


def _summary(draft: Draft, size: Size) -> Summary:
    sections = {section.id: section for section in draft.sections if section.covered}
    goals = sections.get("goals") or sections.get("purpose")
    promises = {team: sections.get(PROMISED[team]) for team in TEAMS}
    return Summary(
        _part(goals, size.goals, size.letters) if goals else None,
        {team: _part(found, PROMISES, size.letters) if found else None for team, found in promises.items()},
        tuple(_part(sections[one], size.others, size.letters) for one in FACTS if one in sections),
    )


def _lines_of(made: Summary) -> float:
    """How long the page becomes, in lines of a team's column."""
    columns = max((_height(part, NARROW) for part in made.promises.values() if part), default=0)
    wide = sum(_height(part, WIDE) for part in made.facts)
    return columns + wide + (1.5 * _height(made.goals, LARGE) if made.goals else 0)


def _height(part: Part, width: int) -> float:
    """With half a line between two clauses."""
    return sum(-(-len(line.text) // width) + 0.5 for line in part.lines) + 2.2 + bool(part.more)


def _part(section: Section, most: int, letters: int) -> Part:
    worded = _worded(section)
    lines = tuple(_lines(worded[:most], letters))
    return Part(section.number, section.title, lines, len(section.clauses) - len(lines))


def _lines(clauses: tuple[Clause, ...], letters: int) -> Iterator[Line]:
    for clause in clauses:
        yield Line(clause.number, shortened(clause.text or clause.told, letters))


def _worded(section: Section) -> tuple[Clause, ...]:
    """What can stand on one page: words, and rows that are whole sentences, promises first."""
    words = tuple(clause for clause in section.clauses if clause.text)
    rows = tuple(clause for clause in section.clauses if clause.told) if section.id in SENTENCES else ()
    return (*rows, *words)


def shortened(text: str, letters: int) -> str:
    """Its first words on one line."""
    line = " ".join(text.split())
    return line if len(line) <= letters else line[:letters].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"
