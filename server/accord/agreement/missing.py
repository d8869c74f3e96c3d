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


class Line(Struct, frozen=True):
    """Somebody, all they owe, and since when they owe the first of it."""

    name: str
    head: bool
    what: str
    since: str


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
            tuple(self.line(p, owes[p.id]) for p in people if p.id in owes),
            tuple(seat.name for seat in missing(self.state, team)),
            tuple(self.name(p) for p in people if p.excused and owed(self.state, p.id)),
        )

    def name(self, person: Person) -> str:
        return named(Party(person.name, twin(self.state, person), person.head))

    def line(self, person: Person, dues: tuple[Due, ...]) -> Line:
        since = min((one.since for one in dues if one.since is not None), default=None)
        return Line(self.name(person), person.head, "; ".join(self.owes(dues)), self.day(since))

    def owes(self, dues: tuple[Due, ...]) -> Iterator[str]:
        for one in dues:
            if one.kind in ("sign", "refused"):
                yield self.said(one.kind, version=one.thing)
        numbers = [str(self.state.amendments[one.thing].number) for one in dues if one.kind == "answer"]
        if numbers:
            yield self.said("answer", n=len(numbers), numbers=", ".join(numbers))
        if homework := sum(one.kind == "prework" for one in dues):
            yield self.said("prework", n=homework)

    def changes(self) -> Iterator[tuple[str, str]]:
        """Each open change with its window."""
        for one in self.state.amendments.values():
            if not one.end:
                until = typography.moment(one.until, self.timezone, self.language)
                yield self.said("change", number=str(one.number)), self.said("change-until", until=until)

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
        changes=list(sheet.changes()),
        until=sheet.day(reminding.until) if reminding else "",
        waits=sheet.said("people", n=len(owing(state)), of=len(asked(state))),
        at=typography.moment(at, state.plan.timezone, language),
        place=f"{place}/agreement",
        qr=qr(f"{place}/agreement"),
    )
