"""The funnel (GOAL): what its arithmetic remarks, as findings; and whether the purpose names the same goal."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from msgspec import structs

from accord.domain.funnel import FunnelInput, Level, Stream, agrees
from accord.domain.funnel_checks import Remark, remarks
from accord.domain.lint.findings import Severity, Spot, Value, at, rule
from accord.domain.lint.model import Document, said
from accord.domain.lint.phrases import money

SEVERITY: Final[dict[str, Severity]] = {
    "GOAL-01": "error",
    "GOAL-02": "error",
    "GOAL-03": "error",
    "GOAL-05": "error",
    "GOAL-06": "warn",
    "GOAL-08": "warn",
    "GOAL-09": "info",
    "GOAL-10": "warn",
    "GOAL-11": "warn",
    "GOAL-12": "info",
    "GOAL-13": "warn",
    "GOAL-14": "warn",
}
FIELD: Final = {
    "GOAL-01": "volume",
    "GOAL-02": "rate",
    "GOAL-03": "volume",
    "GOAL-06": "monthly",
    "GOAL-07": "baseline",
    "GOAL-08": "lever",
    "GOAL-09": "baseline",
    "GOAL-10": "owner",
    "GOAL-14": "unit_rule",
}
PERCENT: Final = {
    ("GOAL-02", "value"),
    ("GOAL-03", "rate"),
    ("GOAL-05", "sum"),
    ("GOAL-08", "delta"),
    ("GOAL-13", "load"),
}
"""Shares that the sentences say in percent."""


@lru_cache(maxsize=8)
def remarked(asked: FunnelInput) -> tuple[Remark, ...]:
    """About the plan as it is written down; whether it brings the goal is a question of its own (GOAL-04)."""
    written = bool(asked.streams) and all(stream.levels and stream.levels[-1].volume for stream in asked.streams)
    plan = structs.replace(asked, revenue=None) if written else asked
    goal = tuple(one for one in remarks(asked) if one.rule == "GOAL-04")
    return (*goal, *(one for one in remarks(plan) if one.rule != "GOAL-04"))


def _of(rule_id: str) -> Callable[[Document], Iterator[Spot]]:
    def look(d: Document) -> Iterator[Spot]:
        return (_spot(d, remark) for remark in remarked(d.funnel) if remark.rule == rule_id)

    return look


for _id, _severity in SEVERITY.items():
    rule(_id, _severity)(_of(_id))


def _spot(d: Document, remark: Remark) -> Spot:
    stream = next((one for one in d.funnel.streams if one.id == remark.stream), None)
    values: dict[str, Value] = {
        name: value * 100 if (remark.rule, name) in PERCENT else value for name, value in remark.values.items()
    }
    if not stream:
        kind, object_ = ("load", remark.level) if remark.level else ("funnel", "split")
        return Spot("goals", kind, object_, "", None, {**values, "role": d.roles.get(remark.level, remark.level)})
    level = remark.next if remark.rule in ("GOAL-03", "GOAL-14") and remark.next else remark.level
    place = f"{stream.id}.{level}"
    given = {**_names(stream, remark), **values}
    return Spot("goals", "level", d.level_rows.get(place, place), FIELD.get(remark.rule, ""), None, given)


def named(level: Level) -> str:
    return level.name or level.id


def _names(stream: Stream, remark: Remark) -> dict[str, Value]:
    """What sentences call the levels; figures of the same name come over them."""
    ids = [one.id for one in stream.levels]
    at_ = ids.index(remark.level)
    a, b = (at_, ids.index(remark.next)) if remark.next else (max(at_ - 1, 0), at_)
    names: dict[str, Value] = {"a": named(stream.levels[a]), "b": named(stream.levels[b])}
    return {**names, "stage": named(stream.levels[at_]), "name": named(stream.levels[at_])}


@rule("GOAL-04", "error")
def _(d: Document) -> Iterator[Spot]:
    """Contracts against the goal; and a warning when the purpose names another sum."""
    wrong = next((one for one in remarked(d.funnel) if one.rule == "GOAL-04"), None)
    if wrong:
        yield Spot("goals", "funnel", "revenue", "revenue_target", None, _deals(d, wrong.values))
    elif told := _told(d, d.funnel.revenue or 0):
        won = sum(stream.levels[-1].volume or 0 for stream in d.funnel.streams if stream.levels)
        figures = {"won": won, "expected": d.funnel.revenue or 0, "actual": told}
        yield Spot("purpose", "clause", "revenue", "text", "warn", _deals(d, figures))


def _deals(d: Document, figures: dict[str, float]) -> dict[str, Value]:
    deal = d.funnel.deal or figures["expected"] / (figures["won"] or 1)
    return {**figures, "average_deal": deal}


def _told(d: Document, revenue: float) -> float:
    """A sum that the purpose names instead of the goal; 0 when it names the goal or none."""
    sums = [one for text in said(d) if text.section == "purpose" for one in money(text.text)]
    same = any(agrees(one, revenue, 0, 0.01) for one in sums)
    return 0.0 if same or not revenue else max(sums, default=0.0)


@rule("GOAL-07", "warn")
def _(d: Document) -> Iterator[Spot]:
    yield from _of("GOAL-07")(d)
    for metric in d.metrics:
        if metric.target and not metric.baseline:
            yield at("reporting", "metric", metric.id, "baseline", name=metric.name)
