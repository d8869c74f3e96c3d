"""What is wrong with a funnel, or still missing: rules GOAL-01 … GOAL-14 of the document check (domain.md 3.4)."""

from collections.abc import Iterator

from msgspec import Struct

from accord.domain.funnel import (
    BUSY,
    Figures,
    FunnelInput,
    Level,
    Number,
    Stream,
    StreamFigures,
    agrees,
    base_rate,
    contracts,
    deal_of,
    figures,
    summed,
    times,
    usable,
)

FEW = 30
"""Fewer cases than this make a baseline rate an assumption."""
STEEP = 0.25
"""A target that rises by more than this needs an action."""


class Remark(Struct, frozen=True):
    """One thing to look at; `rule` is its id in the document check. `values` are the numbers its sentence needs."""

    rule: str
    stream: str = ""
    level: str = ""
    next: str = ""
    values: dict[str, float] = {}


def remarks(asked: FunnelInput, found: Figures | None = None) -> tuple[Remark, ...]:
    """In the order of the rules, then of the levels."""
    results = found or figures(asked)
    every = [
        *(_shares(asked)),
        *(_revenue(asked)),
        *(
            remark
            for stream, its in zip(asked.streams, results.streams, strict=True)
            for remark in _in_stream(asked, stream, its)
        ),
        *(
            Remark("GOAL-13", level=load.id, values=_hours(load.needed, load.share))
            for load in results.loads
            if load.over
        ),
    ]
    return tuple(sorted(every, key=lambda remark: remark.rule))


def _hours(needed: Number, share: Number) -> dict[str, float]:
    return {"hours": needed or 0.0, "load": share or 0.0, "limit": BUSY}


def _shares(asked: FunnelInput) -> Iterator[Remark]:
    total = summed(stream.share for stream in asked.streams)
    if total is not None and abs(total - 1) > 0.005 + 1e-9:
        yield Remark("GOAL-05", values={"sum": total})


def _revenue(asked: FunnelInput) -> Iterator[Remark]:
    """What the contracts that were written bring, against the goal."""
    brought = summed(times(_written_won(asked, stream), deal_of(asked, stream)) for stream in asked.streams)
    if brought is None or asked.revenue is None:
        return
    expected = brought + (asked.open_value or 0.0)
    if not agrees(expected, asked.revenue, 0.0, 0.01):
        won = summed(_written_won(asked, stream) for stream in asked.streams)
        yield Remark("GOAL-04", values={"won": won or 0.0, "expected": expected, "actual": asked.revenue})


def _written_won(asked: FunnelInput, stream: Stream) -> Number:
    written = stream.levels[-1].volume if stream.levels else None
    return contracts(asked, stream) if written is None else written


def _in_stream(asked: FunnelInput, stream: Stream, found: StreamFigures) -> Iterator[Remark]:
    volumes = {level.id: level.volume for level in found.levels}
    for at, level in enumerate(stream.levels):
        after = stream.levels[at + 1] if at + 1 < len(stream.levels) else None
        yield from _level(asked, stream, level, volumes[level.id], last=after is None)
        if after:
            yield from _step(asked, stream, at, level, after)
    yield from _lag(asked, stream)


def _level(asked: FunnelInput, stream: Stream, level: Level, need: Number, last: bool) -> Iterator[Remark]:
    def say(rule: str, **values: float) -> Remark:
        return Remark(rule, stream.id, level.id, values=values)

    if need is None or (level.rate is None and not last):
        yield say("GOAL-01")
    volume = need if level.volume is None else level.volume
    if level.monthly is not None and asked.months and volume is not None:
        total = level.monthly * asked.months
        if not agrees(total, volume):
            yield say("GOAL-06", months=asked.months, a=total, b=volume)
    if level.baseline is None and not level.measure_from and need is not None:
        yield say("GOAL-07")
    if not level.owner:
        yield say("GOAL-10")
    if not level.unit:
        yield say("GOAL-14")
    top = stream.levels[0] is level
    if top and need is not None and level.baseline and need / level.baseline - 1 > STEEP and not level.lever:
        yield say("GOAL-08", delta=need / level.baseline - 1)


def _step(asked: FunnelInput, stream: Stream, at: int, level: Level, after: Level) -> Iterator[Remark]:
    def say(rule: str, **values: float) -> Remark:
        return Remark(rule, stream.id, level.id, after.id, values)

    rate, was = level.rate, base_rate(stream, at)
    if rate is not None and usable(rate) is None:
        yield say("GOAL-02", value=rate)
    expected = times(level.volume, usable(rate))
    if expected is not None and after.volume is not None and not agrees(after.volume, expected):
        yield say("GOAL-03", rate=rate or 0.0, expected=expected, actual=after.volume, a=level.volume or 0.0)
    if rate is not None and was and rate / was - 1 > STEEP + 1e-9 and not level.lever:
        yield say("GOAL-08", delta=rate / was - 1)
    if level.baseline is not None and level.baseline < FEW:
        yield say("GOAL-09", n=level.baseline)
    if level.unit and after.unit and level.unit != after.unit and not (after.rule or asked.rules):
        yield say("GOAL-14")


def _lag(asked: FunnelInput, stream: Stream) -> Iterator[Remark]:
    """A way to the contract that is longer than the period, or so long that its first contracts are older leads."""
    known = [level for level in stream.levels if level.days is not None]
    if not known or asked.starts is None or asked.ends is None:
        return
    period = (asked.ends - asked.starts).days + 1
    first = known[0]
    if (first.days or 0.0) >= period and not asked.open_value and not asked.assumptions:
        yield Remark("GOAL-11", stream.id, first.id, values={"days": first.days or 0.0, "period": float(period)})
    early = next((level for level in known if period * 2 / 3 <= (level.days or 0.0) < period), None)
    if early:
        yield Remark("GOAL-12", stream.id, early.id, values={"days": early.days or 0.0, "period": float(period)})
