"""Metrics, meetings, channels, and whether figures are there when they are needed (REP, MEET, TIME)."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from accord.domain.lint.findings import Spot, Value, at, rule
from accord.domain.lint.goals import named
from accord.domain.lint.model import Document, Meeting, Metric
from accord.domain.lint.phrases import (
    CADENCE_DAYS,
    day_of_month,
    lengths,
    moment_of_week,
    two,
    weekday,
    working_days,
)
from accord.domain.lint.structure import day

FIGURES, HOURS, SLACK_DAYS = 8, 6, 5
WEEKS_A_MONTH = 13 / 3


def _at(metric: Metric, field: str, **values: Value) -> Spot:
    return at("reporting", "metric", metric.id, field, metric=metric.name, **values)


@rule("REP-01", "error")
def _(d: Document) -> Iterator[Spot]:
    for metric in d.metrics:
        if not metric.owner:
            yield _at(metric, "owner")


@rule("REP-02", "error")
def _(d: Document) -> Iterator[Spot]:
    for metric in d.metrics:
        if not metric.sources:
            yield _at(metric, "source_of_truth")


@rule("REP-03", "warn")
def _(d: Document) -> Iterator[Spot]:
    for metric in d.metrics:
        if not metric.formula:
            yield _at(metric, "formula")


@rule("REP-04", "warn")
def _(d: Document) -> Iterator[Spot]:
    for metric in d.metrics:
        if not metric.filled_in:
            yield _at(metric, "filled_in")


@rule("REP-05", "warn")
def _(d: Document) -> Iterator[Spot]:
    for metric in d.metrics:
        if len(metric.sources) > 1 or any(two(source) for source in metric.sources):
            yield _at(metric, "source_of_truth")


@rule("REP-06", "warn")
def _(d: Document) -> Iterator[Spot]:
    """Where the owner changes, and the last step, the win rate."""
    shown = {metric.stage for metric in d.metrics}
    for stream in d.funnel.streams if d.has("metrics") else ():
        for a, b in pairwise(stream.levels):
            meets = a.owner != b.owner or b is stream.levels[-1]
            if meets and f"{a.id}_{b.id}" not in shown:
                yield at("reporting", "rate", f"{a.id}_{b.id}", a=named(a), b=named(b))


@rule("REP-07", "warn")
def _(d: Document) -> Iterator[Spot]:
    if d.has("metrics") and not d.central_tool:
        yield at("reporting", "reporting", "central_tool", "central_tool")


@rule("REP-08", "info")
def _(d: Document) -> Iterator[Spot]:
    promised = {one.metric for one in d.commitments}
    for metric in d.metrics:
        if not metric.stage and metric.id not in promised and not metric.linked:
            yield _at(metric, "name")


@rule("REP-09", "info")
def _(d: Document) -> Iterator[Spot]:
    for view in d.views:
        if view.count > FIGURES:
            yield at("reporting", "view", view.id, "metrics", view=view.name, n=view.count)


# --- meetings and channels ---


def _meets(meeting: Meeting, field: str, **values: Value) -> Spot:
    return at("communication", "meeting", meeting.id, field, meeting=meeting.name, **values)


@rule("MEET-01", "warn")
def _(d: Document) -> Iterator[Spot]:
    for meeting in d.meetings:
        missing = next((f for f in ("owner", "cadence", "agenda") if not getattr(meeting, f)), "")
        if missing:
            yield _meets(meeting, missing)


@rule("MEET-02", "error")
def _(d: Document) -> Iterator[Spot]:
    regular = [one for one in d.meetings if one.cadence in CADENCE_DAYS]
    if d.has("meetings") and not any(len(one.teams) == 2 or one.open_to for one in regular):
        yield at("communication", "meetings", "both")


@rule("MEET-03", "info")
def _(d: Document) -> Iterator[Spot]:
    for meeting in d.meetings:
        minutes = [point for point in meeting.agenda if point is not None]
        told = minutes and len(minutes) == len(meeting.agenda) and meeting.minutes
        if told and sum(minutes) != meeting.minutes:
            yield _meets(meeting, "agenda", a=sum(minutes), b=meeting.minutes)


@rule("MEET-04", "info")
def _(d: Document) -> Iterator[Spot]:
    for meeting in d.meetings:
        if meeting.owner and not meeting.deputy:
            yield _meets(meeting, "deputy", owner=d.name(meeting.owner))


@rule("MEET-05", "warn")
def _(d: Document) -> Iterator[Spot]:
    for channel in d.channels:
        if not channel.response:
            yield at("communication", "channel", channel.id, "response", channel=channel.name)


@rule("MEET-06", "info")
def _(d: Document) -> Iterator[Spot]:
    minutes: dict[str, float] = defaultdict(float)
    for meeting in d.meetings:
        times = {"daily": 61 / 3, "weekly": WEEKS_A_MONTH, "biweekly": WEEKS_A_MONTH / 2, "quarterly": 1 / 3}
        for person in meeting.people if len(meeting.teams) == 2 else ():
            minutes[person] += meeting.minutes * times.get(meeting.cadence, 1.0)
    for person, spent in minutes.items():
        if spent > HOURS * 60:
            yield at("communication", "person", person, person=d.name(person), hours=spent / 60)


# --- time ---


@rule("TIME-01", "warn")
def _(d: Document) -> Iterator[Spot]:
    for section, kind, id_, topic, wait, limits in _waits(d):
        meeting = _named(d, wait)
        if not meeting or not limits:
            continue
        limit = min(limits, key=working_days)
        if CADENCE_DAYS[meeting.cadence] > max(SLACK_DAYS, 3 * working_days(limit)):
            yield at(section, kind, id_, "if_missed", topic=topic, limit=limit, cadence=meeting.cadence)


def _waits(d: Document) -> Iterator[tuple[str, str, str, str, str, list]]:  # type: ignore[type-arg]
    """Everything with a limit and words on what happens when it passes."""
    for one in d.commitments:
        yield f"{one.team}_sla", "commitment", one.id, one.no, one.if_missed, lengths(one.clause)
    for step in d.steps:
        yield "processes", "step", step.id, step.name, step.if_late, list(step.limits)


def _named(d: Document, text: str) -> Meeting | None:
    """The regular meeting that a sentence names, by its name or its day of the week."""
    for meeting in (one for one in d.meetings if one.cadence in CADENCE_DAYS):
        on = weekday(meeting.when)
        if meeting.name.casefold() in text.casefold() or (on is not None and weekday(text) == on):
            return meeting
    return None


@rule("TIME-02", "warn")
def _(d: Document) -> Iterator[Spot]:
    for metric in d.metrics:
        meeting = next((one for one in d.meetings if one.id == metric.reviewed), None)
        if meeting and _late(metric.filled_in, meeting.when):
            yield _at(metric, "filled_in", meeting=meeting.name)


def _late(ready: str, meeting: str) -> bool:
    """Whether figures are ready only after the meeting; both are told as days of the month, or of the week."""
    for moment in (day_of_month, moment_of_week):
        a, b = moment(ready), moment(meeting)
        if a is not None and b is not None:
            return a > b
    return False


@rule("TIME-03", "warn")
def _(d: Document) -> Iterator[Spot]:
    known = {meeting.id for meeting in d.meetings}
    for metric in d.metrics if d.has("meetings") else ():
        if metric.target and metric.reviewed not in known:
            yield _at(metric, "reviewed")


@rule("TIME-04", "info")
def _(d: Document) -> Iterator[Spot]:
    start, review = day(d.period.start), day(d.period.review)
    total = sum(working_days(one.within) for one in d.escalation if one.within)
    if start and review and total > (review - start).days * 5 / 7:
        yield at("escalation", "escalation", "total", "within")
