"""Reads agendas: which activities for how many minutes, in one session or in several."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

import yaml
from msgspec.structs import replace

from accord.content.activities import Known, minutes_of_phases
from accord.content.tables import refer
from accord.domain import catalogue as c
from accord.domain.catalogue import Text
from accord.reading import Spot, known_as

ACTIVITY: Final = "content-unknown-activity"


def _has(spot: Spot, key: str) -> bool:
    return isinstance(spot.node, yaml.MappingNode) and any(one.value == key for one, _ in spot.node.value)


def _item(spot: Spot, known: Known) -> c.AgendaItem:
    """A break, an activity, or a step: an activity that has no variants."""
    if _has(spot, "break"):
        f = spot.fields("break minutes")
        pause = refer(f["break"], known.breaks, "content-unknown-break")
        return c.AgendaItem(pause=pause, minutes=f["minutes"].whole(1, 480))
    key = "step" if _has(spot, "step") else "activity"
    f = spot.fields(f"{key} minutes", "name phases" if key == "step" else "name phases variant custom focus")
    activity, minutes = refer(f[key], known.activities, ACTIVITY), f["minutes"].whole(1, 480)
    if "custom" in f:
        f["custom"].flag()
    focus, advice = _focus(f["focus"], known.activities.get(activity)) if "focus" in f else ((), ())
    return c.AgendaItem(
        activity=activity,
        minutes=minutes,
        phases=minutes_of_phases(f["phases"], minutes) if "phases" in f else {},
        focus=focus,
        variant=f["variant"].choice(("standard", "short", "deep")) if "variant" in f else "standard",
        advice=advice,
        name=f["name"].text() if "name" in f else None,
    )


def _focus(spot: Spot, activity: c.Activity | None) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    """Ids of prompts and starters, and advice in words. Words that are almost an id are a slip."""
    ids = [p.id for p in activity.prompts] + [s.id for w in activity.tables for s in w.starters] if activity else []
    focus: list[str] = []
    advice: list[Text] = []
    for one in spot.spots():
        if isinstance(one.node, yaml.MappingNode):
            advice.append(one.text())
            continue
        words = one.words()
        if words in ids or not ids:
            focus.append(words)
        elif " " not in words or get_close_matches(words, ids, 1, 0.8):
            one.wrong("content-unknown-prompt", value=words, known=known_as(words, ids))
        else:
            advice.append(Text(words, words))
    return tuple(focus), tuple(advice)


def _summed(spot: Spot, items: Iterable[c.AgendaItem], minutes: int) -> None:
    total = sum(item.minutes for item in items)
    if total != minutes:
        spot.wrong("content-minutes", sum=str(total), minutes=str(minutes))


def _session(spot: Spot, known: Known, before: c.Sitting) -> tuple[c.Sitting, list[c.AgendaItem]]:
    """One session; what lies between it and the one before is in `before`."""
    f = spot.fields("number name minutes items", "version homework who heads gap")
    number, minutes = f["number"].whole(1, 20), f["minutes"].whole(1, 960)
    if number != before.number:
        f["number"].wrong("content-session-number", number=str(before.number))
    items = [replace(_item(one, known), session=number) for one in f["items"].spots()]
    _summed(f["items"], items, minutes)
    sitting = replace(
        before,
        name=f["name"].text(),
        minutes=minutes,
        version=f["version"].words() if "version" in f else "",
        homework=f["homework"].text() if "homework" in f else None,
        heads=f["heads"].flag() if "heads" in f else False,
        gap=f["gap"].whole(0, 250) if "gap" in f else before.gap,
        who=f["who"].text() if "who" in f else None,
    )
    return sitting, items


def _between(spot: Spot, number: int) -> c.Sitting:
    f = spot.fields("between")["between"].fields("working_days step")
    return c.Sitting(number, Text("", ""), 0, gap=f["working_days"].whole(0, 250), before=f["step"].text())


def _sessions(spot: Spot, known: Known) -> tuple[list[c.Sitting], list[c.AgendaItem]]:
    sittings: list[c.Sitting] = []
    items: list[c.AgendaItem] = []
    before: c.Sitting | None = None
    for one in spot.spots():
        number = len(sittings) + 1
        if _has(one, "between"):
            before = _between(one, number)
            continue
        sitting, found = _session(one, known, before or c.Sitting(number, Text("", ""), 0))
        sittings.append(sitting)
        items += found
        before = None
    return sittings, items


def agenda(spot: Spot, known: Known) -> c.Agenda:
    """`items` of one session, or `sessions`."""
    several = _has(spot, "sessions")
    f = spot.fields(f"id name for outcome minutes {'sessions' if several else 'items'}", "prework rules order")
    minutes = f["minutes"].whole(1, 5_000)
    if several:
        sittings, items = _sessions(f["sessions"], known)
    else:
        sittings, items = [], [_item(one, known) for one in f["items"].spots()]
    _summed(f["sessions" if several else "items"], items, minutes)
    return c.Agenda(
        id=f["id"].id(),
        name=f["name"].text(),
        suits=f["for"].text(),
        outcome=f["outcome"].text(),
        minutes=minutes,
        items=tuple(items),
        sittings=tuple(sittings),
        prework=f["prework"].text() if "prework" in f else None,
        rules=f["rules"].texts() if "rules" in f else (),
        order=f["order"].whole() if "order" in f else 0,
    )
