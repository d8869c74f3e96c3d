"""The invitation people get beforehand: one printable page, in either language."""

from collections.abc import Iterable

from msgspec import Struct

from accord.agreement import typography
from accord.agreement.draft import Side
from accord.agreement.html import Tools, colour, qr, render
from accord.domain.catalogue import TEAMS, Language, Plan


class Line(Struct, frozen=True):
    """One step of the agenda; `pause` for a break."""

    name: str
    minutes: int
    pause: bool


def invitation(plan: Plan, language: Language, *, link: str, code: str, place: str) -> str:
    """The page as HTML. `link` lets straight in, `code` is typed at `place` (the address of the home page)."""
    tools = Tools(language, plan.timezone)
    lines = tuple(Line(s.name.said(language), s.minutes, s.kind == "break") for s in plan.steps)
    return render(
        "invitation.html.jinja",
        tools,
        plan=plan,
        sides=[Side(team, plan.teams[team].name.said(language), plan.teams[team].colour) for team in TEAMS],
        colour=colour,
        lines=lines,
        minutes=_minutes(lines),
        when=typography.moment(plan.starts_at, plan.timezone, language) if plan.starts_at else "",
        link=link,
        code=code,
        place=place,
        qr=qr(link),
    )


def _minutes(lines: Iterable[Line]) -> int:
    return sum(line.minutes for line in lines)
