"""The invitation people get beforehand: one printable page, in either language."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from accord.agreement import typography
from accord.agreement.draft import Side
from accord.agreement.html import Tools, colour, qr, render
from accord.domain.catalogue import TEAMS, Language, Plan, Preparation


class Line(Struct, frozen=True):
    """One step of the agenda; `pause` for a break."""

    name: str
    minutes: int
    pause: bool


GUESTS: Final = ("both", *TEAMS)  # whoever leads, and the heads, prepare apart from the invitation


class _Bring(Struct, frozen=True):
    """What to have ready; `who` is both or a team."""

    who: str
    text: str


def invitation(
    plan: Plan, language: Language, *, link: str, code: str, place: str, bring: Iterable[Preparation] = ()
) -> str:
    """The page as HTML. `link` lets straight in, `code` is typed at `place` (the address of the home page).

    Of `bring` it tells what concerns everybody and what one team.
    """
    tools = Tools(language, plan.timezone)
    lines = tuple(Line(s.name.said(language), s.minutes, s.kind == "break") for s in plan.steps)
    return render(
        "invitation.html.jinja",
        tools,
        plan=plan,
        sides=[Side(team, plan.teams[team].name.said(language), plan.teams[team].colour) for team in TEAMS],
        colour=colour,
        lines=lines,
        bring=[_Bring(one.who, one.text.said(language)) for one in bring if one.who in GUESTS],
        minutes=_minutes(lines),
        when=typography.moment(plan.starts_at, plan.timezone, language) if plan.starts_at else "",
        link=link,
        code=code,
        place=place,
        qr=qr(link),
    )


def _minutes(lines: Iterable[Line]) -> int:
    return sum(line.minutes for line in lines)
