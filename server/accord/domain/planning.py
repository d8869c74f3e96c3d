"""Plans the steps of a workshop from an agenda of the catalogue. Pure."""

from collections.abc import Iterable
from typing import Final

import msgspec

from accord.domain import catalogue as c
from accord.domain.catalogue import Catalogue, PlannedStep
from accord.errors import Refused

Minutes = tuple[tuple[c.Phase, float], ...]
SCALES: Final = {"scale_1_4": (1, 4), "scale_1_5": (1, 5), "scale_1_5_with_reason": (1, 5)}


def split(weights: dict[str, float], minutes: float) -> Minutes:
    """`minutes` shared out by weight in tenths of a minute, in the order of phases; the shares add up exactly."""
    used = [phase for phase in c.PHASES if weights.get(phase, 0) > 0]
    total, done, before = sum(weights[p] for p in used), 0.0, 0.0
    shares: list[tuple[c.Phase, float]] = []
    for phase in used:
        done += weights[phase]
        until = round(done / total * minutes, 1)
        shares.append((phase, round(until - before, 1)))
        before = until
    return tuple(shares)


def given(phases: dict[str, float]) -> Minutes:
    return tuple((phase, phases[phase]) for phase in c.PHASES if phases.get(phase, 0) > 0)


def _turns(step: str, prompts: Iterable[c.Prompt], together: bool) -> tuple[tuple[str, ...], ...]:
    ids = tuple(f"{step}.{prompt.id}" for prompt in prompts)
    return (ids,) if together and ids else tuple((one,) for one in ids)


def step_of(step: str, activity: c.Activity, minutes: int, phases: Minutes) -> PlannedStep:
    return PlannedStep(
        id=step,
        activity=activity.id,
        kind=activity.kind,
        name=activity.name,
        minutes=minutes,
        phases=phases,
        prompts=tuple(c.PlannedPrompt(f"{step}.{prompt.id}", prompt) for prompt in activity.prompts),
        turns=_turns(step, activity.prompts, activity.together),
        visibility=activity.visibility,
        votes_per_person=activity.votes_per_person,
        purpose=activity.purpose,
        tips=(activity.opening, *activity.tips) if activity.opening else activity.tips,
        credit=activity.credit,
        tables=activity.tables,
    )


def pause_of(catalogue: Catalogue, step: str, pause: str, minutes: int) -> PlannedStep:
    return PlannedStep(step, "", "break", catalogue.breaks[pause], minutes, (), (), ())


def _focused(activity: c.Activity, focus: tuple[str, ...]) -> c.Activity:
    if not focus:
        return activity
    return msgspec.structs.replace(activity, prompts=tuple(p for p in activity.prompts if p.id in focus))


def _from_agenda(catalogue: Catalogue, step: str, item: c.AgendaItem) -> PlannedStep:
    if not item.activity:
        return pause_of(catalogue, step, item.pause, item.minutes)
    activity = catalogue.activities[item.activity]
    focus = item.focus or (activity.short_set if item.variant == "short" else ())
    phases = given(item.phases) if item.phases else split(activity.phases, item.minutes)
    return step_of(step, _focused(activity, focus), item.minutes, phases)


def _running(items: Iterable[c.AgendaItem]) -> list[c.AgendaItem]:
    """The items that can run now. A break at either end, or straight after another one, goes with what it parted."""
    kept: list[c.AgendaItem] = []
    for item in (one for one in items if not one.later):
        if item.activity or (kept and kept[-1].activity):
            kept.append(item)
    return kept[:-1] if kept and not kept[-1].activity else kept


def plan_steps(catalogue: Catalogue, agenda_id: str) -> tuple[PlannedStep, ...]:
    """The steps "s1", "s2" … of an agenda; Refused("bad_input") when there is no such agenda."""
    if agenda_id not in catalogue.agendas:
        raise Refused("bad_input", field="agenda")
    items = _running(catalogue.agendas[agenda_id].items)
    return tuple(_from_agenda(catalogue, f"s{n}", item) for n, item in enumerate(items, 1))
