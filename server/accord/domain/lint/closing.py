"""What would close a gap between promise, goal and capacity: up to three changes, each enough by itself.

A change is told by its kind (`lint-close-<kind>` in the catalogues) and the figures of its sentence.
"""

from collections.abc import Callable
from itertools import pairwise
from math import ceil, floor
from typing import Final

from accord.domain.funnel import BUSY, Level, Role, Stream, Task, figures
from accord.domain.lint.consistency import LEVELS, needed, periods, promised, rate_asked, volumes
from accord.domain.lint.findings import Change, Spot, Value
from accord.domain.lint.goals import named
from accord.domain.lint.model import Commitment, Document

MOST = 3
Changes = list[Change]


def _change(kind: str, **values: Value) -> Change:
    return Change(kind, values)


def _commitment(d: Document, spot: Spot) -> Commitment:
    return next(one for one in d.commitments if one.id == spot.object)


def _promise(d: Document, spot: Spot) -> Changes:
    """A volume against the funnel: promise what it needs, a better rate below, or another goal."""
    one = _commitment(d, spot)
    given, wanted = promised(d.funnel, one), needed(d.funnel, one)[0]
    target = one.target
    if target is None or not given or not wanted:
        return []
    level = wanted / periods(d.funnel, target.per)
    found = [_change("promise", no=one.no, value=ceil(level - 1e-9), unit=target.unit, per=target.per)]
    stream = next((s for s in d.funnel.streams if s.id == one.team), None)
    found += _better_rate(stream, LEVELS[target.unit][0], wanted / given) if stream else []
    if d.funnel.revenue:
        part = (stream.share if stream else None) or 1.0
        found.append(_change("goal", value=d.funnel.revenue * (1 - part * (1 - given / wanted))))
    return found


def _better_rate(stream: Stream, level: str, times: float) -> Changes:
    """The rate at or below the level whose change by that factor is the smallest and still a rate."""
    ids = [one.id for one in stream.levels]
    below = list(pairwise(stream.levels))[ids.index(level) :] if level in ids else []
    possible = [(a, b) for a, b in below if a.rate and a.rate * times <= 1]
    if not possible:
        return []
    a, b = min(possible, key=lambda step: step[0].rate or 0)
    return [_rate(a, b, (a.rate or 0) * times)]


def _rate(a: Level, b: Level, value: float) -> Change:
    return _change("rate", a=named(a), b=named(b), rate=(a.rate or 0) * 100, value=value * 100)


def _share(d: Document, spot: Spot) -> Changes:
    """A promised rate against the funnel's: the one, or the other."""
    one, rate = _commitment(d, spot), rate_asked(d, _commitment(d, spot))
    value = (one.target.value or 0) if one.target else 0
    steps = [(a, b) for s in d.funnel.streams for a, b in pairwise(s.levels) if f"{a.id}_{b.id}" == rate and a.rate]
    found = [_change("share", no=one.no, value=(a.rate or 0) * 100) for a, _ in steps[:1]]
    return found + [_rate(a, b, value / 100) for a, b in steps[:1] if 0 < value <= 100]


def _step(d: Document, spot: Spot) -> Changes:
    """A level that does not follow from the one above: the volume, the rate, or the level above."""
    for stream in d.funnel.streams:
        for a, b in pairwise(stream.levels):
            place = f"{stream.id}.{b.id}"
            if d.level_rows.get(place, place) == spot.object and a.volume and a.rate and b.volume:
                found = [_change("volume", stage=named(b), value=a.volume * a.rate)]
                found += [_rate(a, b, b.volume / a.volume)] if b.volume <= a.volume else []
                return [*found, _change("volume", stage=named(a), value=b.volume / a.rate)]
    return []


def _revenue(d: Document, spot: Spot) -> Changes:
    """Contracts against the goal: more of them, bigger ones, or another goal."""
    won, deal, goal = (spot.values.get(name, 0) for name in ("won", "average_deal", "actual"))
    if spot.section != "goals" or not all(isinstance(one, int | float) and one > 0 for one in (won, deal, goal)):
        return []
    contracts, value, wanted = (float(one) for one in (won, deal, goal) if isinstance(one, int | float))
    return [
        _change("contracts", value=ceil(wanted / value - 1e-9)),
        _change("deal", value=wanted / contracts),
        _change("goal", value=contracts * value),
    ]


def _load(d: Document, spot: Spot) -> Changes:
    """Work that does not fit: more people, less time for the biggest task, or less of everything."""
    role = next((one for one in d.funnel.roles if one.id == spot.object), None)
    load = next((one for one in figures(d.funnel).loads if one.id == spot.object), None)
    if not role or not load or not load.needed or not load.available or not role.people:
        return []
    over = load.needed / (load.available * BUSY)
    name = d.roles.get(role.id, role.id)
    found = [_change("people", role=name, value=ceil(role.people * over * 10 - 1e-9) / 10)]
    found += _shorter(d, role, load.needed - load.available * BUSY)
    return [*found, _change("goal", value=d.funnel.revenue / over)] if d.funnel.revenue else found


def _shorter(d: Document, role: Role, hours: float) -> Changes:
    """How long one piece of the biggest task may take."""
    if not role.tasks:
        return []
    task = max(role.tasks, key=lambda one: _pieces(d, one) * (one.minutes or 0))
    pieces, minutes = _pieces(d, task), task.minutes or 0
    shorter = minutes - hours * 60 / pieces if pieces else 0
    if shorter < 1:
        return []
    return [_change("minutes", stage=_level_name(d, task.level), minutes=minutes, value=floor(shorter))]


def _pieces(d: Document, task: Task) -> float:
    """How many of its level there are, in its stream or in all."""
    return sum(n for (stream, its), n in volumes(d.funnel).items() if its == task.level and task.stream in ("", stream))


def _level_name(d: Document, level: str) -> str:
    return next((named(one) for stream in d.funnel.streams for one in stream.levels if one.id == level), level)


CLOSING: Final[dict[str, Callable[[Document, Spot], Changes]]] = {
    "CONS-01": _promise,
    "CONS-02": _share,
    "GOAL-03": _step,
    "GOAL-04": _revenue,
    "GOAL-13": _load,
}


def changes(rule: str, d: Document, spot: Spot) -> tuple[Change, ...]:
    """Of a finding that is a gap in figures; none for others."""
    close = CLOSING.get(rule)
    return tuple(close(d, spot)[:MOST]) if close else ()
