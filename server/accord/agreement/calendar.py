"""Meetings and reviews as an iCalendar file, at the room's local times whatever the season. Pure.

What recurs without a day and an hour that can be read (for each campaign, "some time") is no event: people would be
called to a time nobody agreed. `left` names those.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from icalendar import Calendar, Event, vDate
from msgspec import Struct

from accord.agreement import typography
from accord.agreement.tables import Line, Told
from accord.domain import cells
from accord.domain.catalogue import Language
from accord.domain.lint.phrases import weekday
from accord.domain.term import Period
from accord.words import Words

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CLOCK: Final = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d|\.\d)(?:\s*(am|pm)\b)?", re.IGNORECASE)
YEARS: Final = 8
"""How far ahead the file knows when clocks change."""
ISO: Final = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
MONTHS: Final = (
    *("sty|jan", "lut|feb", "mar", "kwi|apr", "maj|may", "cze|jun"),
    *("lip|jul", "sie|aug", "wrz|sep", "paź|oct", "lis|nov", "gru|dec"),
)
DATED: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d]{3,})\.?\s+(\d{4})\b")
PLACES: Final = (
    *((r"\b(?:first|1st|pierwsz\w+)\b|\b1\.", 1), (r"\b(?:second|2nd|drug\w+)\b|\b2\.", 2)),
    *((r"\b(?:third|3rd|trzec\w+)\b|\b3\.", 3), (r"\b(?:fourth|4th|czwart(?:y|a|ą|ego|ej))\b|\b4\.", 4)),
    *((r"\b(?:fifth|5th|piąt(?:y|a|ego|ej))\b|\b5\.", 5), (r"\b(?:last|ostatni\w*)\b", -1)),
)
WORKING: Final = re.compile(r"\b(?:working day|business day|dzień roboczy|dnia roboczego)\b", re.IGNORECASE)


class About(Struct, frozen=True):
    """The agreement whose meetings they are; `workshop` makes events the same ones whenever they come again."""

    workshop: str
    title: str
    period: Period
    timezone: str
    language: Language


class Meeting(Struct, frozen=True):
    """A first day and how it comes again; `rule` as RRULE takes it, {} for once."""

    line: Line
    starts: datetime
    minutes: int
    rule: dict[str, Any]


def ics(told: dict[str, Told], about: About, at: int) -> bytes:
    """`at` (ms UTC) is when it was made: what has no first day of its own begins at the period's start, or then."""
    title, period, timezone, language = about.title, about.period, about.timezone, about.language
    calendar = Calendar()
    calendar.add("prodid", "-//Accord//Agreement//" + language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    stamp = datetime.fromtimestamp(at / 1000, UTC)
    table = told.get("meetings")
    for found in meetings(told, period, timezone, at):
        calendar.add_component(_event(found, table, about, stamp))
    if review := cells.day(period.review):
        calendar.add_component(_review(review, about, stamp))
    year = (cells.day(period.start) or stamp.date()).year
    calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + YEARS, 1, 1))
    return bytes(calendar.to_ical())


def meetings(told: dict[str, Told], period: Period, timezone: str, at: int) -> Iterator[Meeting]:
    table = told.get("meetings")
    zone = typography.zone(timezone)
    today = datetime.fromtimestamp(at / 1000, zone).date()
    begins = cells.day(period.start) or today
    for line in table.lines if table else ():
        found = _timed(line, begins)
        if found:
            day, clock, rule = found
            length = cells.number(line.said("minutes"))
            yield Meeting(line, datetime.combine(day, clock, zone), int(min(length or 60, 1_440)), rule)


def following(found: Meeting, period: Period, now: datetime) -> datetime | None:
    """When it is held next, from `now` on; None after the last time, or not within a good year."""
    begins, end = max(found.starts.date(), now.date()), cells.day(period.end) if found.rule else None
    for day in (begins + timedelta(days=n) for n in range(400)):
        at = datetime.combine(day, found.starts.time(), found.starts.tzinfo)
        if _held(found, day) and at >= now and not (end and day > end):
            return at
    return None


def _held(found: Meeting, day: date) -> bool:
    rule, first = found.rule, found.starts.date()
    every = rule.get("INTERVAL", 1)
    if not rule:
        return day == first
    if rule["FREQ"] == "WEEKLY":
        weeks = (day - timedelta(days=day.weekday()) - first + timedelta(days=first.weekday())).days // 7
        return weeks % every == 0 and _meant(rule, day)
    if ((day.year - first.year) * 12 + day.month - first.month) % every:
        return False
    if "BYMONTHDAY" in rule:
        return day.day == rule["BYMONTHDAY"] or (rule["BYMONTHDAY"] == -1 and day == _month(day)[-1])
    return _meant(rule, day)


def left(told: dict[str, Told], period: Period, timezone: str, at: int) -> list[str]:
    """The names of meetings that have no time to be put into a calendar."""
    table = told.get("meetings")
    put = {one.line.id for one in meetings(told, period, timezone, at)}
    return [line.said("name") for line in table.lines if line.id not in put] if table else []


def _timed(line: Line, begins: date) -> tuple[date, time, dict[str, Any]] | None:
    when, cadence = line.said("when"), line.cells["cadence"].raw if "cadence" in line.cells else ""
    clock = _clock(when)
    if clock is None:
        return None
    dated = _dated(when)
    rule = _rule(cadence, when, dated)
    if rule is None:
        return (dated, clock, {}) if dated else None
    return (dated or _first(rule, begins), clock, rule)


def _clock(when: str) -> time | None:
    found = CLOCK.search(DATED.sub(" ", ISO.sub(" ", when)))
    if not found:
        return None
    hour = int(found[1])
    if found[3] and hour <= 12:
        hour = hour % 12 + 12 * (found[3].lower() == "pm")
    return time(hour, int(found[2]))


def _dated(when: str) -> date | None:
    if iso := ISO.search(when):
        return cells.day(iso[1])
    found = DATED.search(when)
    name = found[2].casefold() if found else ""
    month = next((n for n, starts in enumerate(MONTHS, 1) if name.startswith(tuple(starts.split("|")))), 0)
    return cells.day(f"{found[3]}-{month:02}-{int(found[1]):02}") if found and month else None


def _rule(cadence: str, when: str, dated: date | None) -> dict[str, Any] | None:
    on = weekday(when)
    match cadence:
        case "daily":
            return {"FREQ": "WEEKLY", "BYDAY": list(DAYS[:5])}
        case "weekly" | "biweekly" if on is not None or dated:
            day = DAYS[dated.weekday() if dated else on or 0]
            return {"FREQ": "WEEKLY", "INTERVAL": 1 + (cadence == "biweekly"), "BYDAY": [day]}
        case "monthly":
            return _monthly(when, on, dated, 1)
        case "quarterly":
            return _monthly(when, on, dated, 3)
    return None


def _monthly(when: str, on: int | None, dated: date | None, interval: int) -> dict[str, Any] | None:
    every = {"FREQ": "MONTHLY", "INTERVAL": interval}
    if dated:
        return every | {"BYMONTHDAY": dated.day if dated.day <= 28 else -1}
    place = next((n for pattern, n in PLACES if re.search(pattern, when, re.IGNORECASE)), None)
    if place is None:
        return None
    if WORKING.search(when):
        return every | {"BYDAY": list(DAYS[:5]), "BYSETPOS": place}
    return every | {"BYDAY": [f"{place}{DAYS[on]}"]} if on is not None else None


def _first(rule: dict[str, Any], begins: date) -> date:
    """The first day on or after `begins` that the rule means."""
    days = (begins + timedelta(days=n) for n in range(70))
    return next(day for day in days if _meant(rule, day))


def _meant(rule: dict[str, Any], day: date) -> bool:
    names = [str(one) for one in rule["BYDAY"]]
    place = rule.get("BYSETPOS") or next((int(one[:-2]) for one in names if one[:-2]), 0)
    name = DAYS[day.weekday()]
    if name not in {one[-2:] for one in names}:
        return False
    if not place:
        return True
    same = [d for d in _month(day) if DAYS[d.weekday()] in {one[-2:] for one in names}]
    return 0 < abs(place) <= len(same) and same[place if place < 0 else place - 1] == day


def _month(day: date) -> list[date]:
    first = day.replace(day=1)
    return [one for n in range(31) if (one := first + timedelta(days=n)).month == first.month]


def _event(found: Meeting, table: Told | None, about: About, stamp: datetime) -> Event:
    event, line = Event(), found.line
    event.add("uid", _uid(about.workshop, line.id))
    event.add("dtstamp", stamp)
    event.add("summary", line.said("name"))
    event.add("dtstart", found.starts)
    event.add("dtend", found.starts + timedelta(minutes=found.minutes))
    if found.rule:
        event.add("rrule", found.rule | _until(found, about.period))
    event.add("description", _described(line, table, about.title))
    return event


def _until(found: Meeting, period: Period) -> dict[str, Any]:
    """The last moment of the period's last day, in UTC as the standard asks."""
    end = cells.day(period.end)
    if not end or end < found.starts.date():
        return {}
    return {"UNTIL": datetime.combine(end, time(23, 59, 59), found.starts.tzinfo).astimezone(UTC)}


def _described(line: Line, table: Told | None, title: str) -> str:
    heads = table.heads if table else {}
    asked = ("purpose", "owner", "deputy", "who", "agenda", "inputs", "output", "when")
    told = [
        f"{heads.get(field, field)}: {'; '.join(cells.lines(line.said(field)))}" for field in asked if line.said(field)
    ]
    return "\n".join((*told, title))


def _review(day: date, about: About, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(about.workshop, "review"))
    event.add("dtstamp", stamp)
    event.add("summary", Words(about.language).say("exports-review", title=about.title))
    event.add("dtstart", vDate(day))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(workshop: str, id_: str) -> str:
    return hashlib.sha256(f"{workshop}\0{id_}".encode()).hexdigest()[:32] + "@accord"
