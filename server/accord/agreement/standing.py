"""The scorecard as a page to print: small pictures of plan and actuals, and every figure in tables. Pure.

The plan is a dashed line, what was reached a solid one; a point's shape says met, close or missed, so that a photocopy
still tells them apart.
"""

from datetime import date
from typing import Any, Final

from babel.dates import format_date
from msgspec import Struct

from accord.agreement import typography
from accord.agreement.html import COLOURS, DEFAULT, INKS, Tools, render
from accord.agreement.scorecard import Line, Scorecard, figure
from accord.domain.actuals import Status
from accord.domain.catalogue import Team

WIDE, NARROW = (652.0, 150.0), (216.0, 64.0)
"""Of the goal's picture and of the others; four units are a millimetre of an A4 page."""

COLUMNS: Final = 4
"""Months of one table."""


class Point(Struct, frozen=True):
    x: float
    y: float
    status: Status
    said: str


class Picture(Struct, frozen=True):
    """`plan` and `reached` are runs of points of a line; where a month is missing a new one begins."""

    width: float
    height: float
    right: float
    floor: float
    plan: tuple[str, ...]
    reached: tuple[str, ...]
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, str], ...]


def picture(line: Line, card: Scorecard, size: tuple[float, float] = NARROW) -> Picture:
    return _Drawing(line, card, size).picture()


class _Drawing:
    def __init__(self, line: Line, card: Scorecard, size: tuple[float, float]) -> None:
        self.line, self.card = line, card
        self.width, self.height = size
        self.months = sorted({*card.months, *(one.month for one in line.found)})
        last = len(self.said(line.last.reached)) if line.last and size == NARROW else 0
        self.right = self.width - 12 - (5.4 * last + 2 if last else 0)  # the last figure stands behind its line
        self.step = (self.right - 12) / max(1, len(self.months))
        plans = [plan for plan in line.measure.plan if plan is not None]
        values = [*plans, *(one.reached for one in line.found)] or [0.0, 1.0]
        spread = max(values) - min(values) or abs(max(values)) or 1.0
        self.low, self.high = min(values) - spread * 0.25, max(values) + spread * 0.25
        if min(values) >= 0:
            self.low = max(0.0, self.low)
        self.floor = self.height - 16

    def x(self, month: str) -> float:
        return round(12 + self.step * (self.months.index(month) + 0.5), 1)

    def y(self, value: float) -> float:
        room = self.floor - 18
        return round(18 + room * (self.high - value) / (self.high - self.low), 1)

    def picture(self) -> Picture:
        found = {one.month: one for one in self.line.found}
        points = tuple(
            Point(self.x(one.month), self.y(one.reached), one.status, self.said(one.reached)) for one in found.values()
        )
        runs = self.runs([(m, found[m].reached if m in found else None) for m in self.months])
        return Picture(
            self.width,
            self.height,
            round(self.right, 1),
            self.floor,
            self.planned(),
            tuple(r for r in runs if " " in r),
            points,
            self.ticks(),
        )

    def said(self, value: float) -> str:
        return figure(self.line.measure, value, self.card.language, self.card.currency)

    def planned(self) -> tuple[str, ...]:
        """Stairs that part where a month has no plan; a slope for what is told to date."""
        plan = list(zip(self.card.months, self.line.measure.plan, strict=True))
        if self.line.measure.span == "to_date":
            return tuple(self.runs(plan))
        half = self.step / 2
        stairs = [
            "" if level is None else f"{self.x(m) - half:g},{self.y(level):g} {self.x(m) + half:g},{self.y(level):g}"
            for m, level in plan
        ]
        return tuple(run.strip() for run in " ".join(stairs).split("  ") if run.strip())

    def runs(self, values: list[tuple[str, float | None]]) -> list[str]:
        found: list[list[str]] = [[]]
        for month, value in values:
            if value is None:
                found.append([])
            else:
                found[-1].append(f"{self.x(month):g},{self.y(value):g}")
        return [" ".join(run) for run in found if run]

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Names of months as far as they have room: about thirty units each."""
        every = max(1, round(30 / self.step + 0.4))
        return tuple((self.x(m), month_short(m, self.card)) for m in self.months[::every])


def month_short(month: str, card: Scorecard) -> str:
    """Jan, sty; with its year in January and where it is the first."""
    name = _named(month, "LLL", card)
    return f"{name} {month[2:4]}" if month[5:] == "01" and len(card.months) > 12 else name


def _named(month: str, pattern: str, card: Scorecard) -> str:
    year, number = int(month[:4]), int(month[5:])
    return str(format_date(date(year, number, 1), pattern, locale=typography.LOCALES[card.language]))


class Page(Tools):
    def __init__(self, card: Scorecard) -> None:
        super().__init__(card.language, card.timezone)
        self.card = card

    def score(self, id_: str, **values: object) -> str:
        return typography.bound(self.words.say(f"scorecard-{id_}", **values), self.language)

    def values(self) -> dict[str, Any]:
        card = self.card
        return super().values() | {
            "card": card,
            "score": self.score,
            "drawn": lambda line: picture(line, card),
            "drawn_goal": picture(card.goal, card, WIDE) if card.goal else None,
            "standing": self.standing,
            "alt": self.alt,
            "figure": lambda line, value: figure(line.measure, value, card.language, card.currency),
            "month": lambda one: _named(one, "LLLL y", card),
            "short": lambda one: month_short(one, card),
            "chunks": [self.months[at : at + COLUMNS] for at in range(0, len(self.months), COLUMNS)],
            "streams": self.streams(),
            "colours": {side.team: _colour(side.team, side.colour) for side in card.sides},
            "ink": {side.team: INKS[_colour(side.team, side.colour)] for side in card.sides},
            "legend": ("met", "close", "missed"),
        }

    @property
    def months(self) -> list[str]:
        return sorted({*self.card.months, *(one.month for line in self.card.lines for one in line.found)})

    def streams(self) -> list[tuple[str, list[Line]]]:
        """Levels of each stream, by its name."""
        lines = self.card.of("level")
        return [(one, [line for line in lines if line.stream == one]) for one in dict.fromkeys(n.stream for n in lines)]

    def standing(self, line: Line) -> str:
        """What the last figure says: "January 2027: 52 of at least 50"; to date, for the goal."""
        last = line.last
        if last is None:
            return self.score("none-yet")
        month = _named(last.month, "LLLL y", self.card)
        said = figure(line.measure, last.reached, self.language, self.card.currency)
        if last.reached != last.value or line.measure.span == "to_date":
            return self.score("to-date", month=month, said=said)
        return self.score("in-month", month=month, said=said)

    def alt(self, line: Line) -> str:
        """The picture in a sentence."""
        told = "; ".join(
            f"{_named(one.month, 'LLLL y', self.card)}: "
            + figure(line.measure, one.reached, self.language, self.card.currency)
            + (f", {self.score(one.status)}" if one.status else "")
            for one in line.found
        )
        return self.score("alt", name=line.full, level=line.level or "–", told=told or self.score("none-yet"))


def _colour(team: Team, colour: str) -> str:
    return colour if colour in COLOURS else DEFAULT[team]


def page(card: Scorecard) -> str:
    return render("scorecard.html.jinja", Page(card))
