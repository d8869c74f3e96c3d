"""Sections, period, open points, personal data (STR, PER)."""

from collections.abc import Iterator
from datetime import date, timedelta

from accord.domain.catalogue import TEAMS
from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.model import Document, said
from accord.domain.lint.phrases import personal

REVIEW_AFTER_DAYS = 100


def day(iso: str) -> date | None:
    """None when it is no date."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


@rule("STR-01", "error")
def _(d: Document) -> Iterator[Spot]:
    for section in d.sections:
        if section.core and section.covered and not section.filled:
            yield at(section.id, "section", section.id, section=section.title)


@rule("STR-02", "info")
def _(d: Document) -> Iterator[Spot]:
    for section in d.sections:
        if section.id.startswith("annex") and section.covered and not section.filled:
            yield at(section.id, "section", section.id, section=section.title)


@rule("STR-03", "error")
def _(d: Document) -> Iterator[Spot]:
    for team in TEAMS:
        if not any(member.team == team and member.head for member in d.members):
            yield at("parties", "team", team, team=d.teams[team])


@rule("STR-04", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.parked:
        if not one.owner or not one.due:
            yield at("annex_open", "parked", one.id, "due" if one.owner else "owner", text=one.text)


@rule("STR-05", "info")
def _(d: Document) -> Iterator[Spot]:
    for clause in d.clauses:
        if not clause.sourced:
            yield at(clause.section, "clause", clause.id, no=clause.number)


@rule("STR-06", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in said(d):
        if personal(one.text):
            yield at(one.section, one.kind, one.object, one.field)
    for note, text in d.notes:
        if personal(text):
            yield at("annex_canvas", "note", note, "text")


# --- period ---


@rule("PER-01", "error")
def _(d: Document) -> Iterator[Spot]:
    start, end = day(d.period.start), day(d.period.end)
    if not start or not end or start >= end:
        yield at("period", "period", "period", "end" if start else "start")


@rule("PER-02", "error")
def _(d: Document) -> Iterator[Spot]:
    if not day(d.period.review):
        yield at("period", "period", "period", "review")


@rule("PER-03", "warn")
def _(d: Document) -> Iterator[Spot]:
    start, end, review = (day(one) for one in (d.period.start, d.period.end, d.period.review))
    late = review and ((end and review > end) or (start and review > start + timedelta(REVIEW_AFTER_DAYS)))
    if late:
        yield at("period", "period", "period", "review", date=d.period.review)


@rule("PER-04", "warn")
def _(d: Document) -> Iterator[Spot]:
    start, end = day(d.period.start), day(d.period.end)
    goals = d.funnel.starts, d.funnel.ends
    if start and end and goals[0] and goals[1] and goals != (start, end):
        a = {"a_from": goals[0].isoformat(), "a_to": goals[1].isoformat()}
        b = {"b_from": start.isoformat(), "b_to": end.isoformat()}
        yield at("goals", "funnel", "period", "period", **a, **b)
