"""The sheet "who is missing": one printable page with names for whoever leads and the heads, with nobody's link."""

from collections.abc import Iterator

from msgspec import Struct

from accord.agreement import typography
from accord.agreement.draft import Side, named
from accord.agreement.html import Tools, colour, qr, render
from accord.agreement.parts import Party
from accord.domain.attending import missing
from accord.domain.catalogue import TEAMS, Language, Team
from accord.domain.owing import asked, owed, owing
from accord.domain.records import Due
from accord.domain.state import Person, State, members, twin


class Owes(Struct, frozen=True):
    """What somebody owes, and since when."""

    what: str
    since: str


class Line(Struct, frozen=True):
    name: str
    head: bool
    owes: tuple[Owes, ...]


class Half(Struct, frozen=True):
    """One team. `absent` have not joined, `excused` are not waited for."""

    side: Side
    lines: tuple[Line, ...]
    absent: tuple[str, ...]
    excused: tuple[str, ...]


class _Sheet(Tools):
    def __init__(self, state: State, language: Language) -> None:
        super().__init__(language, state.plan.timezone)
        self.state = state

    def said(self, id_: str, **values: object) -> str:
        return typography.bound(self.words.say(f"missing-{id_}", **values), self.language)

    def day(self, ms: int | None) -> str:
        return typography.day(ms, self.timezone, self.language) if ms is not None else ""

    def half(self, team: Team) -> Half:
        names = self.state.plan.teams[team]
        people = sorted(members(self.state, team), key=lambda one: one.number)
        owes = owing(self.state)
        return Half(
            Side(team, names.name.said(self.language), names.colour),
            tuple(Line(self.name(p), p.head, tuple(self.owes(owes[p.id]))) for p in people if p.id in owes),
            tuple(seat.name for seat in missing(self.state, team)),
            tuple(self.name(p) for p in people if p.excused and owed(self.state, p.id)),
        )

    def name(self, person: Person) -> str:
        return named(Party(person.name, twin(self.state, person), person.head))

    def owes(self, dues: tuple[Due, ...]) -> Iterator[Owes]:
        for one in dues:
            if one.kind in ("sign", "refused"):
                yield Owes(self.said(one.kind, version=one.thing), self.day(one.since))
            if one.kind == "answer":
                until = typography.moment(one.until or 0, self.timezone, self.language)
                number = str(self.state.amendments[one.thing].number)
                yield Owes(self.said("answer", number=number, until=until), self.day(one.since))
        if homework := sum(one.kind == "prework" for one in dues):
            yield Owes(self.said("prework", n=homework), "")

    def version(self) -> str:
        latest = self.state.latest
        if latest is None:
            return self.said("none-frozen")
        about = {"version": latest.version, "fingerprint": typography.groups(latest.hash, 4)}
        if latest.in_force is not None:
            return self.said("force", day=self.day(latest.in_force), **about)
        return self.said("version-said", day=self.day(latest.at), **about)


def missing_sheet(state: State, language: Language, *, place: str, at: int) -> str:
    """The page as HTML. `place` is the address of the workshop without any token."""
    sheet = _Sheet(state, language)
    halves = [sheet.half(team) for team in TEAMS]
    reminding = state.reminding
    return render(
        "missing.html.jinja",
        sheet,
        plan=state.plan,
        said=sheet.said,
        halves=halves,
        colour=colour,
        version=sheet.version(),
        until=sheet.day(reminding.until) if reminding else "",
        waits=sheet.said("people", n=len(owing(state)), of=len(asked(state))),
        at=typography.moment(at, state.plan.timezone, language),
        place=f"{place}/agreement",
        qr=qr(f"{place}/agreement"),
    )
