"""The lead's way: owners, data, limits, no dead ends (PROC, LAW)."""

from collections.abc import Iterator

from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.model import Document, Step
from accord.domain.lint.phrases import COLD, CONSENT, FIRST_CONTACT

SELLING = ("sales_steps", "handover")
NOBODY = ("system", "customer")


@rule("PROC-01", "error")
def _(d: Document) -> Iterator[Spot]:
    for step in d.steps:
        if not step.responsible:
            yield _at(step, "responsible")


@rule("PROC-02", "error")
def _(d: Document) -> Iterator[Spot]:
    for step in d.steps:
        if step.kind == "handover" and not (step.output and (d.handover_fields or not d.has("handover_fields"))):
            yield _at(step, "output")


@rule("PROC-03", "warn")
def _(d: Document) -> Iterator[Spot]:
    for step in d.steps:
        if step.kind in ("handover", "decision") and step.lane not in NOBODY and not step.limits:
            yield _at(step, "time_limit")


@rule("PROC-04", "error")
def _(d: Document) -> Iterator[Spot]:
    for step in d.steps:
        ways = step.next
        if (not ways and not step.last) or any(d.step(way.to) is None for way in ways):
            yield _at(step, "next")


@rule("PROC-05", "error")
def _(d: Document) -> Iterator[Spot]:
    sales = [step for step in d.steps if step.lane in ("sales", "sdr")]
    if d.steps and not any(_returns(d, step) for step in sales):
        yield at("processes", "process", "feedback", "next")


def _returns(d: Document, start: Step) -> bool:
    """Whether a way leads from here to a step of feedback that marketing takes part in."""
    seen, ahead = {start.id}, [start]
    while ahead:
        step = ahead.pop()
        if step.kind == "feedback" and step.lane in ("marketing", "both"):
            return True
        found = [one for way in step.next if (one := d.step(way.to)) and one.id not in seen]
        seen |= {one.id for one in found}
        ahead += found
    return False


@rule("PROC-06", "warn")
def _(d: Document) -> Iterator[Spot]:
    for step in d.steps:
        if step.bottleneck and not (step.bottleneck.action and step.bottleneck.owner):
            yield _at(step, "bottleneck")


@rule("PROC-07", "info")
def _(d: Document) -> Iterator[Spot]:
    for step in d.steps:
        if FIRST_CONTACT.search(step.name) and step.lane not in NOBODY and not step.if_late:
            yield at("processes", "step", step.id, "if_late", responsible=d.name(step.responsible) or step.name)


@rule("LAW-01", "warn")
def _(d: Document) -> Iterator[Spot]:
    if d.handover_fields and not any(CONSENT.search(one) for one in d.handover_fields):
        yield at("processes", "handover_fields", "handover_fields")


@rule("LAW-02", "info")
def _(d: Document) -> Iterator[Spot]:
    for source in d.sources:
        if COLD.search(f"{source.name} {source.means}"):
            yield at("definitions", "source", source.id, "name")
    for step in d.steps:
        if COLD.search(f"{step.name} {step.trigger}"):
            yield _at(step, "name")


def _at(step: Step, field: str) -> Spot:
    return at("processes", "step", step.id, field, step=step.name)
