"""What one section says against what another says (CONS): promises, funnel, metrics, limits."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from accord.domain.catalogue import Text
from accord.domain.cells import Limit
from accord.domain.funnel import FunnelInput, agrees, figures
from accord.domain.lint.commitments import team_names
from accord.domain.lint.definitions import STAGES
from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.model import Commitment, Definition, Document
from accord.domain.lint.phrases import DECISION, FIRST_CONTACT, lengths, per
from accord.domain.lint.terms import patterns

LEVELS: Final = {
    "visit": ("visits",),
    "lead": ("leads",),
    "mql": ("mql",),
    "sal": ("sal",),
    "sql": ("sql",),
    "opportunity": ("opportunities",),
    "contract": ("won",),
    "customer": ("won",),
}
"""Unit of a level → the funnel's level it is counted in."""
_DIVIDED = re.compile(r"\s*(?:÷|/|:)\s*")


def periods(funnel: FunnelInput, name: str) -> float:
    """How many such periods the goals' period has; 0 when nobody can say."""
    months, days = funnel.months or 0.0, funnel.working_days or 0.0
    counts = {"day": days, "week": days / 5 or months * 13 / 3, "month": months, "quarter": months / 3, "period": 1.0}
    return counts.get(name, 0.0)


@lru_cache(maxsize=8)
def volumes(funnel: FunnelInput) -> dict[tuple[str, str], float]:
    """(stream, level) → what is written there, or else what the goal needs."""
    needs = {(s.id, one.id): one.volume for s in figures(funnel).streams for one in s.levels}
    written = {(s.id, one.id): one.volume for s in funnel.streams for one in s.levels}
    found = {key: need if written[key] is None else written[key] for key, need in needs.items()}
    return {key: volume for key, volume in found.items() if volume is not None}


def needed(funnel: FunnelInput, one: Commitment) -> list[float]:
    """Volumes that a commitment in a funnel unit may stand for: its own team's stream, or all streams together."""
    levels = LEVELS.get(one.target.unit, ()) if one.target else ()
    found = {key[0]: volume for key, volume in volumes(funnel).items() if key[1] in levels}
    return [*([found[one.team]] if one.team in found else []), sum(found.values())] if found else []


def promised(funnel: FunnelInput, one: Commitment) -> float:
    """What a commitment comes to in the goals' period; 0 when it cannot be said."""
    return (one.target.value or 0) * periods(funnel, one.target.per) if one.target else 0.0


@rule("CONS-01", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        wanted, given = needed(d.funnel, one), promised(d.funnel, one)
        if one.target and given and wanted and not any(agrees(given, volume, 0) for volume in wanted):
            values = {"a": given, "b": wanted[0]}
            yield at(f"{one.team}_sla", "commitment", one.id, "target", no=one.no, unit=one.target.unit, **values)


def rate_of(formula: str, d: Document) -> str:
    """ "SAL ÷ MQL of the same month" is the rate mql_sal; "" when it is no rate between neighbouring levels."""
    parts = _DIVIDED.split(formula)
    if len(parts) != 2:
        return ""
    above, below = (_level(part, d) for part in parts)
    return f"{below}_{above}" if f"{below}_{above}" in rates(d.funnel) else ""


def rates(funnel: FunnelInput) -> dict[str, list[float]]:
    """ "mql_sal" → the rate from one level to the next in each stream that has them."""
    found: dict[str, list[float]] = {}
    for stream in funnel.streams:
        for a, b in pairwise(stream.levels):
            found.setdefault(f"{a.id}_{b.id}", []).extend([] if a.rate is None else [a.rate])
    return found


def _level(words: str, d: Document) -> str:
    """The level a part of a formula counts, when it counts nothing more special: "all MQLs" yes, "A MQLs" no."""
    for form in d.lists.terms:
        if form.id in STAGES and any(one.match(words) for one in patterns(form)):
            return LEVELS[form.id][0]
    return ""


def rate_asked(d: Document, one: Commitment) -> str:
    """The rate of the funnel that a commitment is about, "" when it is about none."""
    metric = d.metric(one.metric)
    return one.rate or (metric.stage if metric and "_" in metric.stage else "") or rate_of(one.measure, d)


@rule("CONS-02", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        rate = rate_asked(d, one)
        if not rate or not one.target or one.target.unit != "percent" or one.target.value is None:
            continue
        counted = [value * 100 for value in rates(d.funnel).get(rate, ())]
        if counted and all(abs(one.target.value - value) > 1 + 1e-9 for value in counted):
            values = {"a": one.target.value, "b": counted[0]}
            yield at(f"{one.team}_sla", "commitment", one.id, "target", no=one.no, **values)


@rule("CONS-03", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        metric = d.metric(one.metric)
        if not metric or not one.target:
            continue
        counted = per(metric.target)
        if one.target.per and counted and counted != one.target.per:
            values = {"no": one.no, "metric": metric.name, "a": one.target.per, "b": counted}
            yield at(f"{one.team}_sla", "commitment", one.id, "target", **values)


@rule("CONS-04", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments if d.has("metrics") else ():
        if one.measure and d.metric(one.metric) is None:
            yield at(f"{one.team}_sla", "commitment", one.id, "measure", no=one.no, measure=one.measure)


@rule("CONS-05", "warn")
def _(d: Document) -> Iterator[Spot]:
    if not d.has("marketing_commitments", "sales_commitments"):
        return
    volume = any(one.target and one.target.unit in LEVELS for one in d.of("marketing"))
    handling = any(FIRST_CONTACT.search(one.clause) or DECISION.search(one.clause) for one in d.of("sales"))
    if volume != handling:
        section, missing = ("sales_sla", "handling") if volume else ("marketing_sla", "volume")
        yield at(section, "teams", "pair", "", missing=missing, **team_names(d))


# --- limits ---


@rule("CONS-06", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        for place, name, limit in _elsewhere(d, one):
            own = lengths(one.clause)
            if own and limit not in own:
                limits = {"a": own[0], "b": limit}
                yield at(
                    f"{one.team}_sla",
                    "commitment",
                    one.id,
                    "clause",
                    topic=name,
                    x=one.no,
                    y=_title(d, place),
                    **limits,
                )


def _title(d: Document, section: str) -> Text:
    found = d.section(section)
    return found.title if found else Text(section, section)


def _elsewhere(d: Document, one: Commitment) -> Iterator[tuple[str, str, Limit]]:
    """(section, what, limit) of the steps a commitment is about, and of definitions its own team decides on there."""
    steps = [step for id_ in one.steps if (step := d.step(id_)) and step.limits]
    for step in steps:
        yield from (("processes", step.name, limit) for limit in step.limits)
    for definition in d.definitions if steps else ():
        if definition.limit and definition.id in one.terms and _decided_by(d, definition) == one.team:
            yield "definitions", definition.term, definition.limit


def _decided_by(d: Document, definition: Definition) -> str:
    return next((member.team for member in d.members if member.id == definition.decider), "")
