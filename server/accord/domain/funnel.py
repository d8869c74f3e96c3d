"""The funnel's arithmetic (domain.md 2.7.1): from a revenue goal up to visits, down again as a check, and its price.

Rates and shares are 0…1, volumes are counts of a whole period with their decimals, money is in the workshop's currency,
work is in minutes for one piece and hours for a sum. Whatever cannot be said yet is None; nothing here raises. A rate
outside 0 < r ≤ 1 counts as unknown. What is wrong or missing is in `funnel_checks`.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import reduce
from math import ceil, isfinite, sqrt
from typing import Literal

from msgspec import Struct

Number = float | None
ScenarioName = Literal["cautious", "base", "ambitious"]
SCENARIOS: tuple[ScenarioName, ...] = ("cautious", "base", "ambitious")

POINT = 0.01
"""One percentage point."""
BUSY = 0.85
"""The load above which a plan leaves no time for anything else."""
MOST = 1e15
"""A volume beyond this is a slip of the hand and is not shown."""
Z95 = 1.959963984540054
_FUZZ = 1e-9


# --- what goes in ---


class Level(Struct, frozen=True):
    """One level of a stream: what is known and wished. The rate leads from here to the next level; the last has none.

    `volume` and `monthly` are what the teams wrote down, for the check. `rule` says how the level before is counted
    into this one where the unit changes. `days`: median days from here to a signed contract.
    """

    id: str
    name: str = ""
    unit: str = ""
    owner: str = ""
    baseline: Number = None
    rate: Number = None
    volume: Number = None
    monthly: Number = None
    days: Number = None
    ambitious: Number = None
    lever: str = ""
    rule: str = ""
    measure_from: str = ""


class Stream(Struct, frozen=True):
    """Contracts of one source. `deal` is its average contract where it differs; `budget` pays for the whole stream.

    One without levels brings its share of the contracts, and nobody says how.
    """

    id: str
    levels: tuple[Level, ...] = ()
    share: Number = None
    deal: Number = None
    budget: Number = None


class Task(Struct, frozen=True):
    """Minutes that one piece of a level takes; of one stream, or of all where none is named."""

    level: str
    minutes: Number
    stream: str = ""


class Role(Struct, frozen=True):
    """Who does the work: `hours` a day for one person."""

    id: str
    people: Number = None
    hours: Number = None
    tasks: tuple[Task, ...] = ()


class FunnelInput(Struct, frozen=True):
    """A goal for a period. `open_value`: value × probability of what is open at the start; None counts as 0."""

    streams: tuple[Stream, ...] = ()
    revenue: Number = None
    deal: Number = None
    open_value: Number = None
    starts: date | None = None
    ends: date | None = None
    months: Number = None
    working_days: Number = None
    roles: tuple[Role, ...] = ()
    rules: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


# --- what comes out ---


class LevelFigures(Struct, frozen=True):
    """`gap` in units, `gap_share` as a share of the baseline; `points`: the rate minus its baseline, percentage points.

    `per_deal`: how many of this level one contract takes. `value`: revenue that one of this level is worth.
    `expected`: what the level above gives, going down from what was written there. `window`: days on which something
    must enter this level to close within the period.
    """

    id: str
    volume: Number
    shown: int | None
    rate: Number
    base_rate: Number
    interval: tuple[float, float] | None
    gap: Number
    gap_share: Number
    points: Number
    expected: Number
    month: Number
    week: Number
    day: Number
    per_deal: Number
    value: Number
    cost: Number
    window: tuple[date, date] | None


class StreamFigures(Struct, frozen=True):
    """`rate` from the first level to the last; `revenue` is what its contracts bring."""

    id: str
    levels: tuple[LevelFigures, ...]
    won: Number
    revenue: Number
    rate: Number
    pipeline: Number


class Junction(Struct, frozen=True):
    """A level that several streams share, with their sum."""

    level: str
    volume: Number
    shown: int | None


class Lever(Struct, frozen=True):
    """One percentage point more: the volume `before` and `after` at the top, their `ratio`, and what it would bring.

    `gain` is in money (in contracts while the deal is unknown), with the volumes above kept as they are.
    """

    stream: str
    level: str
    rate: float
    ratio: float
    before: Number
    after: Number
    gain: Number


class Load(Struct, frozen=True):
    """Hours a role needs and has; `over` above 85 %."""

    id: str
    needed: Number
    available: Number
    share: Number
    over: bool


class Scenario(Struct, frozen=True):
    """The goal with other rates: `needs` per stream and level; `won` and `revenue` with the base's top volumes."""

    id: ScenarioName
    needs: dict[str, tuple[Number, ...]]
    won: Number
    revenue: Number


class Figures(Struct, frozen=True):
    streams: tuple[StreamFigures, ...]
    junctions: tuple[Junction, ...]
    won: Number
    revenue: Number
    pipeline: Number
    coverage: Number
    levers: tuple[Lever, ...]
    loads: tuple[Load, ...]
    scenarios: tuple[Scenario, ...]


# --- single formulas ---


def usable(rate: Number) -> Number:
    """A rate that one can divide by, or None."""
    return rate if rate is not None and isfinite(rate) and 0 < rate <= 1 else None


def positive(number: Number) -> Number:
    return number if number is not None and isfinite(number) and number > 0 else None


def times(*numbers: Number) -> Number:
    """The product, or None if one is missing."""
    return None if any(n is None for n in numbers) else reduce(lambda a, b: a * (b or 0.0), numbers, 1.0)


def over(number: Number, by: Number) -> Number:
    """A quotient, or None if a number is missing or the divisor is not positive."""
    divisor = positive(by)
    return None if number is None or divisor is None else number / divisor


def summed(numbers: Iterable[Number]) -> Number:
    """The sum, or None if one is missing or there are none."""
    found = list(numbers)
    known = [n for n in found if n is not None]
    return sum(known) if found and len(known) == len(found) else None


def rounded_up(volume: Number) -> int | None:
    """Never promises less than is needed; what only the machine's arithmetic adds is no further piece."""
    return None if volume is None or not abs(volume) < MOST else ceil(volume - abs(volume) * _FUZZ)


def going_up(rates: Sequence[Number], last: Number) -> tuple[Number, ...]:
    """Volumes from the first level to the last: N[i] = N[i+1] / r[i]."""
    found = [last]
    for rate in reversed(rates):
        found.append(over(found[-1], usable(rate)))
    return tuple(reversed(found))


def going_down(rates: Sequence[Number], first: Number) -> tuple[Number, ...]:
    """Volumes from the first level to the last: N[i+1] = N[i] · r[i]."""
    found = [first]
    for rate in rates:
        found.append(times(found[-1], usable(rate)))
    return tuple(found)


def agrees(actual: float, expected: float, least: float = 1.0, part: float = 0.02) -> bool:
    """Within one unit or two percent of what is expected, whichever is larger."""
    return abs(actual - expected) <= max(least, abs(expected) * part) * (1 + _FUZZ)


def wilson(hits: Number, of: Number) -> tuple[float, float] | None:
    """The 95 % interval of a rate that was counted: `hits` of `of` cases, one at least."""
    n = positive(of)
    if n is None or n < 1 or hits is None or not 0 <= hits <= n:
        return None
    rate, square = hits / n, Z95 * Z95
    middle = rate + square / (2 * n)
    half = Z95 * sqrt(rate * (1 - rate) / n + square / (4 * n * n))
    low, high = (middle - half) / (1 + square / n), (middle + half) / (1 + square / n)
    return max(0.0, min(low, rate)), min(1.0, max(high, rate))


def ratio_of_a_point(rate: float) -> float:
    """What a volume above is multiplied by when this rate rises by one percentage point."""
    return rate / (rate + POINT)


# --- the whole ---


def figures(asked: FunnelInput) -> Figures:
    """Everything that can be said about a goal with what is known so far."""
    needs = {stream.id: _needs(asked, stream, _rates(stream)) for stream in asked.streams}
    streams = tuple(_stream(asked, stream, needs[stream.id]) for stream in asked.streams)
    pipeline = summed(s.pipeline for s in streams if s.levels)
    return Figures(
        streams=streams,
        junctions=_junctions(asked.streams, needs),
        won=summed(s.won for s in streams),
        revenue=_with_open(asked, summed(s.revenue for s in streams)),
        pipeline=pipeline,
        coverage=over(pipeline, asked.revenue),
        levers=_levers(asked, needs),
        loads=tuple(_load(asked, role, needs) for role in asked.roles),
        scenarios=tuple(_scenario(asked, name, needs) for name in SCENARIOS),
    )


def deal_of(asked: FunnelInput, stream: Stream) -> Number:
    return positive(stream.deal) or positive(asked.deal)


def contracts(asked: FunnelInput, stream: Stream) -> Number:
    """Contracts the stream must bring: (R − R_open) · p / V, else what was written at its last level."""
    goal = None if asked.revenue is None else max(0.0, asked.revenue - (asked.open_value or 0.0))
    found = over(times(goal, stream.share), deal_of(asked, stream))
    return stream.levels[-1].volume if found is None and stream.levels else found


def base_rate(stream: Stream, at: int) -> Number:
    """The rate that was counted in the baseline from this level to the next."""
    if at + 1 >= len(stream.levels):
        return None
    return over(stream.levels[at + 1].baseline, stream.levels[at].baseline)


def _rates(stream: Stream) -> tuple[Number, ...]:
    return tuple(usable(level.rate) for level in stream.levels[:-1])


def _needs(asked: FunnelInput, stream: Stream, rates: Sequence[Number]) -> tuple[Number, ...]:
    """Volumes going up; where a rate is missing, on from what was written."""
    if not stream.levels:
        return ()
    found = [contracts(asked, stream)]
    for level, rate in zip(reversed(stream.levels[:-1]), reversed(rates), strict=True):
        need = over(found[-1], usable(rate))
        found.append(level.volume if need is None else need)
    return tuple(reversed(found))


def _stream(asked: FunnelInput, stream: Stream, needs: tuple[Number, ...]) -> StreamFigures:
    won, deal = (needs[-1] if needs else contracts(asked, stream)), deal_of(asked, stream)
    revenue = times(won, deal)
    levels = tuple(_level(asked, stream, at, needs, revenue) for at in range(len(needs)))
    pipeline = times(needs[-2], deal) if len(needs) > 1 else None
    return StreamFigures(stream.id, levels, won, revenue, times(*_rates(stream)) if len(needs) > 1 else None, pipeline)


def _level(asked: FunnelInput, stream: Stream, at: int, needs: tuple[Number, ...], revenue: Number) -> LevelFigures:
    level, need = stream.levels[at], needs[at]
    last = at + 1 == len(needs)
    before, rate = base_rate(stream, at), None if last else usable(level.rate)
    gap = None if need is None or level.baseline is None else need - level.baseline
    return LevelFigures(
        id=level.id,
        volume=need,
        shown=rounded_up(need),
        rate=rate,
        base_rate=before,
        interval=None if last else wilson(stream.levels[at + 1].baseline, level.baseline),
        gap=gap,
        gap_share=over(gap, level.baseline),
        points=None if rate is None or before is None else (rate - before) / POINT,
        expected=times(stream.levels[at - 1].volume, usable(stream.levels[at - 1].rate)) if at else None,
        month=over(need, asked.months),
        week=times(over(need, asked.working_days), 5.0),
        day=over(need, asked.working_days),
        per_deal=over(need, needs[-1]),
        value=over(revenue, need),
        cost=over(stream.budget, need),
        window=_window(asked, level),
    )


def _window(asked: FunnelInput, level: Level) -> tuple[date, date] | None:
    if asked.starts is None or asked.ends is None or level.days is None or not 0 <= level.days <= 3650:
        return None
    back = timedelta(days=round(level.days))
    return asked.starts - back, asked.ends - back


def _with_open(asked: FunnelInput, revenue: Number) -> Number:
    return None if revenue is None else revenue + (asked.open_value or 0.0)


def _junctions(streams: tuple[Stream, ...], needs: dict[str, tuple[Number, ...]]) -> tuple[Junction, ...]:
    """Levels of the first stream that another one has as well."""
    others = {level.id for stream in streams[1:] for level in stream.levels}
    shared = [level.id for stream in streams[:1] for level in stream.levels if level.id in others]
    sums = [(level, summed(_at(streams, needs, level, ""))) for level in shared]
    return tuple(Junction(level, found, rounded_up(found)) for level, found in sums)


def _at(streams: tuple[Stream, ...], needs: dict[str, tuple[Number, ...]], level: str, stream: str) -> list[Number]:
    """Volumes of a level in one stream, or in every stream that has it."""
    return [
        need
        for one in streams
        if stream in ("", one.id)
        for its, need in zip(one.levels, needs[one.id], strict=False)
        if its.id == level
    ]


def _levers(asked: FunnelInput, needs: dict[str, tuple[Number, ...]]) -> tuple[Lever, ...]:
    """The three rates whose rise by one percentage point brings most; a rate that cannot rise so far is none."""
    found = [
        _lever(asked, stream, level, needs[stream.id])
        for stream in asked.streams
        for level in stream.levels[:-1]
        if (usable(level.rate) or 1.0) + POINT <= 1 + _FUZZ
    ]
    return tuple(sorted(found, key=lambda lever: (-(lever.gain or 0.0), lever.ratio))[:3])


def _lever(asked: FunnelInput, stream: Stream, level: Level, needs: tuple[Number, ...]) -> Lever:
    rate = level.rate or 0.0
    ratio = ratio_of_a_point(rate)
    worth = times(needs[-1], deal_of(asked, stream) or 1.0)
    return Lever(stream.id, level.id, rate, ratio, needs[0], times(needs[0], ratio), times(worth, POINT / rate))


def _load(asked: FunnelInput, role: Role, needs: dict[str, tuple[Number, ...]]) -> Load:
    minutes = [times(summed(_at(asked.streams, needs, task.level, task.stream)), task.minutes) for task in role.tasks]
    needed = over(summed(minutes), 60.0)
    available = times(role.people, asked.working_days, role.hours)
    share = over(needed, available)
    return Load(role.id, needed, available, share, share is not None and share > BUSY)


# --- scenarios ---


def rate_in(name: ScenarioName, stream: Stream, at: int) -> Number:
    """Cautious: as it was. Base: as agreed. Ambitious: as written, else each improvement by half as much again."""
    level, was = stream.levels[at], usable(base_rate(stream, at))
    rate = usable(level.rate)
    if name == "cautious":
        return was
    if name == "base" or rate is None:
        return rate
    further = rate if was is None or was >= rate else min(1.0, rate + (rate - was) / 2)
    return usable(level.ambitious) or further


def _scenario(asked: FunnelInput, name: ScenarioName, base: dict[str, tuple[Number, ...]]) -> Scenario:
    rates = {s.id: tuple(rate_in(name, s, at) for at in range(len(s.levels) - 1)) for s in asked.streams}
    won = {s.id: going_down(rates[s.id], base[s.id][0])[-1] if s.levels else contracts(asked, s) for s in asked.streams}
    revenue = summed(times(won[s.id], deal_of(asked, s)) for s in asked.streams)
    needs = {s.id: going_up(rates[s.id], contracts(asked, s)) for s in asked.streams if s.levels}
    return Scenario(name, needs, summed(won.values()), _with_open(asked, revenue))
