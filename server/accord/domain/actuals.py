"""Plan against actuals: how a figure stands to what was planned. Pure.

Met: the level was reached. Close: missed by at most a tenth of the level. Missed: by more. Without a level, or before
a sum can be told, there is no verdict.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from accord.domain.plans import Measure, Number
from accord.domain.term import Actual

Status = Literal["", "met", "close", "missed"]
CLOSE = 0.1
_FUZZ = 1e-9


class Standing(Struct, frozen=True):
    """A month with a figure. `reached` is held against `plan`: the figure itself, or a sum with those before."""

    month: str
    value: float
    reached: float
    plan: Number
    status: Status


class Sum(Struct, frozen=True):
    """Of the months that have figures: their sum and what was planned for them; None where adding says nothing."""

    value: Number = None
    plan: Number = None


def verdict(comparison: str, level: Number, value: float) -> Status:
    """At least, at most or exactly the level; "" without one."""
    if level is None or comparison not in ("at_least", "at_most", "exactly"):
        return ""
    short = {"at_least": level - value, "at_most": value - level, "exactly": abs(value - level)}[comparison]
    fuzz = max(abs(level), abs(value)) * _FUZZ
    if short <= fuzz:
        return "met"
    return "close" if short <= abs(level) * CLOSE + fuzz else "missed"


def standings(measure: Measure, months: tuple[str, ...], known: Mapping[str, Actual]) -> tuple[Standing, ...]:
    """Each month that has a figure, in order; those outside the agreement's months have no plan."""
    plan = dict(zip(months, measure.plan, strict=False))
    spans = _spans(measure, months)
    return tuple(
        _standing(measure, month, spans.get(month, (month,)), plan.get(month), known) for month in sorted(known)
    )


def _spans(measure: Measure, months: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Month → the months whose sum is held against one level."""
    asked = tuple(month for month, plan in zip(months, measure.plan, strict=False) if plan is not None)
    if measure.span == "month":
        return {month: (month,) for month in asked}
    size = 3 if measure.span == "quarter" else max(1, len(asked))
    return {month: asked[at - at % size : at - at % size + size] for at, month in enumerate(asked)}


def _standing(
    measure: Measure, month: str, span: tuple[str, ...], plan: Number, known: Mapping[str, Actual]
) -> Standing:
    value = known[month].value
    before = [one for one in span if one <= month]
    counted = [one for one in known if one <= month] if measure.span == "to_date" else before
    reached = sum(known[one].value for one in counted if one in known)
    complete = all(one in known for one in before)
    status: Status = ""
    if measure.span in ("month", "to_date"):
        status = verdict(measure.comparison, plan, reached) if complete else ""
    elif complete and month == span[-1]:
        status = verdict(measure.comparison, plan, reached)
    elif plan is not None:
        status = _already(measure.comparison, plan, reached)
    return Standing(month, value, reached, plan, status)


def _already(comparison: str, level: float, reached: float) -> Status:
    """What a sum that only grows has decided before its span is over."""
    found = verdict(comparison, level, reached)
    if comparison == "at_least":
        return "met" if found == "met" else ""
    return "missed" if found == "missed" and reached > level else ""


def summed(measure: Measure, found: tuple[Standing, ...]) -> Sum:
    if not found or not measure.adds_up:
        return Sum()
    value = sum(one.value for one in found)
    if measure.span == "month":
        plans = [one.plan for one in found]
        return Sum(value, None if None in plans else sum(plan for plan in plans if plan is not None))
    return Sum(value, found[-1].plan)
