"""Each commitment on its own, and the two teams' side by side (COM)."""

from collections import Counter
from collections.abc import Iterator

from accord.domain.catalogue import TEAMS, Team
from accord.domain.lint.findings import Spot, Value, at, rule
from accord.domain.lint.model import Commitment, Document
from accord.domain.lint.phrases import found, lengths

BARE = ("minute", "hour", "day")


def team_names(d: Document) -> dict[str, Value]:
    return {team: d.teams[team] for team in TEAMS}


def _at(one: Commitment, field: str, **values: Value) -> Spot:
    return at(f"{one.team}_sla", "commitment", one.id, field, no=one.no, **values)


@rule("COM-01", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if not one.owner:
            yield _at(one, "owner")


@rule("COM-02", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if not one.measure:
            yield _at(one, "measure")
        elif one.target is None or one.target.value is None or not one.target.unit:
            yield _at(one, "target")


@rule("COM-03", "error")
def _(d: Document) -> Iterator[Spot]:
    """A level that is missing altogether is COM-02's."""
    for one in d.commitments:
        if one.target is not None and not one.target.per and not one.deadline:
            yield _at(one, "target")


@rule("COM-04", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if not one.measured_with or not one.report:
            yield _at(one, "measured_with")


@rule("COM-05", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if not one.if_missed:
            yield _at(one, "if_missed")


@rule("COM-06", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if not one.accepted:
            yield _at(one, "", team=d.teams[one.team])


@rule("COM-07", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        for language in d.languages:
            if word := found(one.clause, d.lists.soft.get(language, ()), language):
                yield _at(one, "clause", word=word)


@rule("COM-08", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if not one.baseline:
            yield _at(one, "baseline")


@rule("COM-09", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if any(limit.unit in BARE[1:] for limit in lengths(one.clause)) or (one.target and one.target.unit in BARE):
            yield _at(one, "clause")


@rule("COM-10", "warn")
def _(d: Document) -> Iterator[Spot]:
    if not d.has("marketing_commitments", "sales_commitments"):
        return
    m, s = (len(d.of(team)) for team in TEAMS)
    if max(m, s) > 2 * min(m, s):
        section = "marketing_sla" if m < s else "sales_sla"
        values: dict[str, Value] = {"m": m, "s": s, **team_names(d)}
        yield Spot(section, "teams", "balance", "", None if min(m, s) else "error", values)


@rule("COM-11", "error")
def _(d: Document) -> Iterator[Spot]:
    first: dict[tuple[Team, str, str, str], Commitment] = {}
    for one in d.commitments:
        if not one.measure or not one.target or one.target.value is None:
            continue
        scope = (one.team, " ".join(one.measure.casefold().split()), one.target.unit, one.target.per)
        other = first.setdefault(scope, one)
        if other.target and other.target.value != one.target.value:
            yield at(f"{one.team}_sla", "commitment", one.id, "target", a=other.no, b=one.no)


@rule("COM-12", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if one.owner_team and one.owner_team != one.team:
            yield _at(one, "owner", owner=one.owner_name)


@rule("COM-13", "info")
def _(d: Document) -> Iterator[Spot]:
    """From two commitments on: one is nobody's pile."""
    for team in TEAMS:
        own, size = d.of(team), sum(1 for one in d.members if one.team == team)
        for owner, n in Counter(one.owner for one in own if one.owner).items():
            if size > 2 and n > 1 and 2 * n > len(own):
                name = next(one.owner_name or owner for one in own if one.owner == owner)
                yield at(f"{team}_sla", "owner", f"{team}.{owner}", owner=name, n=n, total=len(own))
