"""The funnel: does it add up, is it owned, is there an action behind it (GOAL)."""

from collections.abc import Iterator
from itertools import pairwise

from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.model import Document, Funnel, Stream, said
from accord.domain.lint.phrases import money
from accord.domain.lint.structure import day

RISE, FEW, FULL = 0.25, 30, 0.85


def apart(one: float, other: float, share: float = 0.02, least: float = 1) -> bool:
    """Whether two figures differ by more than rounding explains."""
    return abs(one - other) > max(least, share * abs(other)) + 1e-9


def streams(d: Document) -> Iterator[tuple[Funnel, Stream]]:
    for stream in d.funnel.streams if d.funnel else ():
        if d.funnel:
            yield d.funnel, stream


def _level(stream: Stream, stage: str) -> str:
    return f"{stream.id}.{stage}"


@rule("GOAL-01", "error")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for stage in stream.stages:
            rate = next((f"{a}_{b}" for a, b in stream.steps if a == stage), "")
            if stage not in stream.volumes or (rate and rate not in stream.rates):
                field = "rate" if stage in stream.volumes else "volume"
                yield at("goals", "level", _level(stream, stage), field, stage=funnel.name(stage))


@rule("GOAL-02", "error")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for a, b in stream.steps:
            rate = stream.rates.get(f"{a}_{b}")
            if rate is not None and not 0 < rate <= 1:
                names = {"a": funnel.name(a), "b": funnel.name(b)}
                yield at("goals", "level", _level(stream, a), "rate", **names, value=rate)


@rule("GOAL-03", "error")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for a, b in stream.steps:
            n, rate, actual = stream.volumes.get(a), stream.rates.get(f"{a}_{b}"), stream.volumes.get(b)
            if n is None or rate is None or actual is None or not apart(actual, n * rate):
                continue
            figures = {"a": n, "rate": rate, "expected": n * rate, "actual": actual}
            yield at("goals", "level", _level(stream, b), "volume", **figures, b=funnel.name(b))


@rule("GOAL-04", "error")
def _(d: Document) -> Iterator[Spot]:
    if not d.funnel or not d.funnel.revenue or not d.funnel.average_deal or not _won(d.funnel):
        return
    won, deal, actual = _won(d.funnel), d.funnel.average_deal, d.funnel.revenue
    if apart(won * deal, actual, 0.01, 0):
        yield at("goals", "funnel", "revenue", "revenue", **_revenue(won, deal, actual))
    elif told := _told(d, actual):
        spot = at("purpose", "clause", "revenue", "text", **_revenue(won, deal, told))
        yield Spot(spot.section, spot.kind, spot.object, spot.field, "warn", spot.values)


def _revenue(won: float, deal: float, actual: float) -> dict[str, float]:
    return {"won": won, "average_deal": deal, "expected": won * deal, "actual": actual}


def _won(funnel: Funnel) -> float:
    return sum(stream.volumes.get(stream.stages[-1], 0) for stream in funnel.streams if stream.stages)


def _told(d: Document, revenue: float) -> float:
    """A sum that the purpose names instead of the goal; 0 when it names the goal or none."""
    sums = [one for text in said(d) if text.section == "purpose" for one in money(text.text)]
    return 0.0 if any(not apart(one, revenue, 0.01, 0) for one in sums) else max(sums, default=0.0)


@rule("GOAL-05", "error")
def _(d: Document) -> Iterator[Spot]:
    total = sum(d.funnel.split.values()) if d.funnel else 0
    if d.funnel and d.funnel.split and abs(total - 1) > 0.005 + 1e-9:
        yield at("goals", "funnel", "split", "split", sum=total * 100)


@rule("GOAL-06", "warn")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for stage, monthly in stream.monthly.items():
            volume = stream.volumes.get(stage)
            if volume is not None and funnel.months and apart(monthly * funnel.months, volume):
                figures = {"months": funnel.months, "a": monthly * funnel.months, "b": volume}
                yield at("goals", "level", _level(stream, stage), "monthly", stage=funnel.name(stage), **figures)


@rule("GOAL-07", "warn")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for stage in stream.stages:
            if stage in stream.volumes and stage not in stream.baseline and not funnel.measure_from:
                yield at("goals", "level", _level(stream, stage), "baseline", name=funnel.name(stage))
    for metric in d.metrics:
        if metric.target and not metric.baseline:
            yield at("reporting", "metric", metric.id, "baseline", name=metric.name)


@rule("GOAL-08", "warn")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for key, now, before in _compared(stream):
            named = any(key == one.stage or key in one.stage.split("_") for one in funnel.levers)
            if before > 0 and now / before - 1 > RISE + 1e-9 and not named:
                name = funnel.name(key.partition("_")[0])
                field = "rate" if "_" in key else "volume"
                level = f"{stream.id}.{key.partition('_')[0]}"
                yield at("goals", "level", level, field, name=name, delta=(now / before - 1) * 100)


def _compared(stream: Stream) -> Iterator[tuple[str, float, float]]:
    for stage, volume in stream.volumes.items():
        yield stage, volume, stream.baseline.get(stage, 0)
    for step, rate in stream.rates.items():
        yield step, rate, stream.baseline_rates.get(step, 0)


@rule("GOAL-09", "info")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for a, b in stream.steps:
            n = stream.baseline.get(a)
            if n is not None and n < FEW:
                yield at("goals", "level", _level(stream, a), "baseline", a=funnel.name(a), b=funnel.name(b), n=n)


@rule("GOAL-10", "warn")
def _(d: Document) -> Iterator[Spot]:
    if d.funnel:
        for stage in dict.fromkeys(stage for stream in d.funnel.streams for stage in stream.stages):
            if not d.funnel.owners.get(stage):
                yield at("goals", "level", stage, "owner", stage=d.funnel.name(stage))


# --- time and capacity ---


def length(d: Document) -> int:
    """Days of the goals' period, or of the agreement's; 0 when neither is known."""
    spans = ((d.funnel.start, d.funnel.end) if d.funnel else ("", ""), (d.period.start, d.period.end))
    for start, end in ((day(a), day(b)) for a, b in spans):
        if start and end and end > start:
            return (end - start).days + 1
    return 0


@rule("GOAL-11", "warn")
def _(d: Document) -> Iterator[Spot]:
    days = max(d.funnel.cycle.values(), default=0) if d.funnel else 0
    if d.funnel and 0 < length(d) <= days and d.funnel.opening is None and not d.funnel.assumptions:
        yield at("goals", "funnel", "cycle", "opening", days=days)


@rule("GOAL-12", "info")
def _(d: Document) -> Iterator[Spot]:
    days = d.funnel.cycle.get("mql", 0) if d.funnel else 0
    if length(d) * 2 / 3 <= days < length(d):
        yield at("goals", "funnel", "cycle", "cycle", days=days)


@rule("GOAL-13", "warn")
def _(d: Document) -> Iterator[Spot]:
    for load in d.funnel.loads if d.funnel else ():
        if load.available > 0 and load.needed / load.available > FULL:
            figures = {"hours": load.needed, "load": load.needed / load.available * 100}
            yield at("goals", "load", load.role.en, "needed", **figures, role=load.role)


@rule("GOAL-14", "warn")
def _(d: Document) -> Iterator[Spot]:
    for funnel, stream in streams(d):
        for a, b in pairwise(stream.stages):
            units = funnel.units.get(a, ""), funnel.units.get(b, "")
            if not all(units) or (units[0] != units[1] and not funnel.unit_rules):
                yield at("goals", "level", _level(stream, b), "unit", a=funnel.name(a), b=funnel.name(b))
                break
