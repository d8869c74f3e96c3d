"""Plan against actuals in words and figures, for pages and files: State → Scorecard. Pure."""

from typing import Final

from msgspec import Struct

from accord.agreement import typography
from accord.agreement.saying import Saying
from accord.domain import cells
from accord.domain.actuals import Standing, Sum, standings, summed
from accord.domain.catalogue import TEAMS, Language, Team
from accord.domain.plans import Measure, Number, Planned, planned
from accord.domain.state import State
from accord.words import Words

KINDS: Final = ("goal", "commitment", "level", "metric")


class Line(Struct, frozen=True):
    """A measured thing. `level` as it was agreed, in words; `by_month` where there is a figure."""

    measure: Measure
    name: str
    level: str
    found: tuple[Standing, ...]
    sum: Sum
    stream: str = ""

    @property
    def full(self) -> str:
        """M1 and its sentence; a level with the source it is counted for."""
        name = f"{self.name} ({self.stream})" if self.stream else self.name
        return f"{self.measure.mark} {name}".strip()

    @property
    def by_month(self) -> dict[str, Standing]:
        return {one.month: one for one in self.found}

    @property
    def last(self) -> Standing | None:
        return self.found[-1] if self.found else None


class Side(Struct, frozen=True):
    team: Team
    name: str
    colour: str


class Scorecard(Struct, frozen=True):
    """`version` is the one in force, "" while the plan is read from the agreed rows. `at` in ms UTC."""

    title: str
    company: str
    language: Language
    timezone: str
    months: tuple[str, ...]
    lines: tuple[Line, ...]
    sides: tuple[Side, ...]
    currency: str = ""
    version: str = ""
    at: int = 0

    def of(self, kind: str, team: Team | None = None) -> list[Line]:
        return [one for one in self.lines if one.measure.kind == kind and team in (None, one.measure.team)]

    @property
    def goal(self) -> Line | None:
        return next(iter(self.of("goal")), None)

    @property
    def entered(self) -> int:
        return sum(len(one.found) for one in self.lines)


def scorecard(state: State, language: Language, at: int = 0) -> Scorecard:
    plan, names = planned(state), state.plan.teams
    return Scorecard(
        state.plan.title,
        state.plan.company,
        language,
        state.plan.timezone,
        plan.months,
        tuple(_line(state, plan, one, language) for kind in KINDS for one in plan.measures if one.kind == kind),
        tuple(Side(team, names[team].name.said(language), names[team].colour) for team in TEAMS),
        plan.currency,
        plan.version,
        at,
    )


def _line(state: State, plan: Planned, measure: Measure, language: Language) -> Line:
    found = standings(measure, plan.months, state.actuals.get(measure.row, {}))
    name = measure.name.said(language) or Words(language).say(f"scorecard-kind-{measure.kind}")
    teams = {team: names.name.said(language) for team, names in state.plan.teams.items()}
    stream = teams.get(measure.stream, measure.stream and Words(language).say("scorecard-partners"))  # type: ignore[call-overload]
    return Line(measure, name, level(measure, language, plan.currency), found, summed(measure, found), stream)


def level(measure: Measure, language: Language, currency: str = "") -> str:
    """At least 50 MQLs a month; "" where none was agreed."""
    saying = Saying([], {}, language)
    if measure.kind == "metric":
        return measure.target
    if measure.level is None:
        return ""
    if measure.kind == "commitment":
        return saying.level(cells.Level(measure.comparison, measure.level, measure.unit, measure.per))
    if measure.kind == "goal":
        return f"{typography.number(measure.level, language)} {currency}".strip()
    return f"{a_month(measure, language)} {saying.words.say('prose-per', per='month')}"


def a_month(measure: Measure, language: Language) -> str:
    """What a level of the funnel asks of a month; from … to where months differ."""
    plans = [one for one in measure.plan if one is not None] or [measure.level or 0]
    ends = dict.fromkeys(typography.number(one, language) for one in (min(plans), max(plans)))
    return "–".join(ends)


def figure(measure: Measure, value: Number, language: Language, currency: str = "") -> str:
    """76%, 52, 300 000 PLN: short, for tables and pictures. A dash where there is none."""
    if value is None:
        return "–"
    if measure.unit == "percent":
        return Saying([], {}, language).counted(value, "percent")
    said = typography.number(value, language, 2 if abs(value) < 100 else 0)
    return f"{said} {currency}" if measure.kind == "goal" and currency else said
