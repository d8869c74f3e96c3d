"""What one section says against what another says (CONS): promises, funnel, metrics, limits."""

import re
from collections.abc import Iterator
from typing import Final

from accord.domain.catalogue import Text
from accord.domain.lint.commitments import team_names
from accord.domain.lint.definitions import STAGES
from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.goals import apart
from accord.domain.lint.model import Commitment, Definition, Document, Funnel, Limit
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


def periods(funnel: Funnel, name: str) -> float:
    """How many such periods the goals' period has; 0 when nobody can say."""
    weeks = funnel.working_days / 5 if funnel.working_days else funnel.months * 13 / 3
    counts = {"day": funnel.working_days, "week": weeks, "month": funnel.months}
    return {**counts, "quarter": funnel.months / 3, "period": 1.0}.get(name, 0.0)


def needed(funnel: Funnel, one: Commitment) -> list[float]:
    """Volumes that a commitment in a funnel unit may stand for: its own team's stream, or all streams together."""
    levels = LEVELS.get(one.target.unit, ()) if one.target else ()
    volumes = [(s.id, s.volumes[level]) for s in funnel.streams for level in levels if level in s.volumes]
    own = [volume for stream, volume in volumes if stream == one.team]
    return [*own, sum(volume for _, volume in volumes)] if volumes else []


def promised(funnel: Funnel, one: Commitment) -> float:
    """What a commitment comes to in the goals' period; 0 when it cannot be said."""
    return (one.target.value or 0) * periods(funnel, one.target.per) if one.target else 0.0


@rule("CONS-01", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments if d.funnel else ():
        wanted, given = (needed(d.funnel, one), promised(d.funnel, one)) if d.funnel else ([], 0.0)
        if one.target and given and wanted and all(apart(given, volume, least=0) for volume in wanted):
            figures = {"a": given, "b": wanted[0]}
            yield at(f"{one.team}_sla", "commitment", one.id, "target", no=one.no, unit=one.target.unit, **figures)


def rate_of(formula: str, d: Document) -> str:
    """ "SAL ÷ MQL of the same month" is the rate mql_sal; "" when it is no rate between neighbouring levels."""
    parts = _DIVIDED.split(formula)
    if len(parts) != 2 or not d.funnel:
        return ""
    above, below = (_level(part, d) for part in parts)
    steps = {f"{a}_{b}" for stream in d.funnel.streams for a, b in stream.steps}
    return f"{below}_{above}" if f"{below}_{above}" in steps else ""


def _level(words: str, d: Document) -> str:
    """The level a part of a formula counts, when it counts nothing more special: "all MQLs" yes, "A MQLs" no."""
    for form in d.lists.terms:
        if form.id in STAGES and any(one.match(words) for one in patterns(form)):
            return LEVELS[form.id][0]
    return ""


def _rate(d: Document, one: Commitment) -> str:
    metric = d.metric(one.metric)
    return one.rate or (metric.stage if metric and "_" in metric.stage else "") or rate_of(one.measure, d)


@rule("CONS-02", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        rate = _rate(d, one)
        if not d.funnel or not rate or not one.target or one.target.unit != "percent" or one.target.value is None:
            continue
        rates = [stream.rates[rate] * 100 for stream in d.funnel.streams if rate in stream.rates]
        if rates and all(abs(one.target.value - counted) > 1 + 1e-9 for counted in rates):
            figures = {"a": one.target.value, "b": rates[0]}
            yield at(f"{one.team}_sla", "commitment", one.id, "target", no=one.no, **figures)


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
    for one in d.commitments if d.covers("reporting") else ():
        if one.measure and d.metric(one.metric) is None:
            yield at(f"{one.team}_sla", "commitment", one.id, "measure", no=one.no, measure=one.measure)


@rule("CONS-05", "warn")
def _(d: Document) -> Iterator[Spot]:
    if not (d.covers("marketing_sla") and d.covers("sales_sla")):
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
