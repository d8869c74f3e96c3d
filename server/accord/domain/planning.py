"""Plans the steps of a workshop from an agenda of the catalogue. Pure."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from accord.domain import catalogue as c
from accord.domain.catalogue import Catalogue, PlannedStep, Text
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


def _with_time_to_mark(phases: Minutes, activity: c.Activity) -> Minutes:
    """Marks are made in private: where a plan has no minutes for it, half of the first phase is theirs."""
    if any(phase == "write" for phase, _ in phases) or not any(p.marks for p in activity.prompts):
        return phases
    (first, minutes), *rest = phases
    half = round(minutes / 2, 1)
    return (("write", half), (first, round(minutes - half, 1)), *rest)


def step_of(step: str, activity: c.Activity, minutes: int, phases: Minutes) -> PlannedStep:
    return PlannedStep(
        id=step,
        activity=activity.id,
        kind=activity.kind,
        name=activity.name,
        minutes=minutes,
        phases=_with_time_to_mark(phases, activity),
        prompts=tuple(c.PlannedPrompt(f"{step}.{prompt.id}", prompt) for prompt in activity.prompts),
        turns=_turns(step, activity.prompts, activity.together),
        visibility=activity.visibility,
        votes_per_person=activity.votes_per_person,
        purpose=activity.purpose,
        tips=tips_of(activity),
        credit=activity.credit,
        tables=_used(activity),
    )


def tips_of(activity: c.Activity) -> tuple[Text, ...]:
    """What is read aloud comes first, how to do it next, what to ask for beforehand and the rule of signing last."""
    said = (activity.opening, activity.exercise, *activity.tips, activity.prework, activity.rule)
    return tuple(text for text in said if text)


def _used(activity: c.Activity) -> tuple[c.Table, ...]:
    """The tables that the prompts fill or mark."""
    names = {name for p in activity.prompts for name in (p.table, *(p.marks.tables if p.marks else ()))}
    return tuple(table for table in activity.tables if table.id in names)


def pause_of(catalogue: Catalogue, step: str, pause: str, minutes: int) -> PlannedStep:
    return PlannedStep(step, "", "break", catalogue.breaks[pause], minutes, (), (), ())


def chosen(activity: c.Activity, ids: tuple[str, ...], deep: bool = False) -> c.Activity:
    """The activity with the prompts of `ids` only, or with its usual ones; a deep run takes all there are."""
    wanted = ids or (() if deep else activity.usual)
    if not wanted:
        return activity
    return replace(activity, prompts=tuple(p for p in activity.prompts if p.id in wanted))


def _begun(activity: c.Activity, focus: tuple[str, ...]) -> tuple[c.Activity, tuple[str, ...]]:
    """The prompts in focus. A starter stands for the prompt that begins from it, or for the first one with its table,
    in which its row is there from the start.
    """
    ids, prompts = [], {prompt.id: prompt for prompt in activity.prompts}
    for name in focus:
        at = prompts.get(name) or _home(activity, name)
        if at is None:
            continue
        ids.append(at.id)
        if name != at.id and name not in (at.starter, *at.preset):
            prompts[at.id] = replace(prompts[at.id], preset=(*prompts[at.id].preset, name))
    return replace(activity, prompts=tuple(prompts.values())), tuple(ids)


def _home(activity: c.Activity, starter: str) -> c.Prompt | None:
    own = (p for p in activity.prompts if starter in (p.starter, *p.preset))
    tables = {table.id for table in activity.tables if any(one.id == starter for one in table.starters)}
    return next(own, None) or next((p for p in activity.prompts if p.table in tables), None)


def _from_agenda(catalogue: Catalogue, step: str, item: c.AgendaItem) -> PlannedStep:
    if not item.activity:
        return replace(pause_of(catalogue, step, item.pause, item.minutes), session=item.session)
    activity, focus = _begun(catalogue.activities[item.activity], item.focus)
    ids = focus or (activity.short_set if item.variant == "short" else ())
    phases = given(item.phases) if item.phases else split(activity.phases, item.minutes)
    made = step_of(step, chosen(activity, ids, item.variant == "deep"), item.minutes, phases)
    return replace(made, name=item.name or made.name, session=item.session, tips=(*item.advice, *made.tips))


def plan_steps(catalogue: Catalogue, agenda_id: str) -> tuple[PlannedStep, ...]:
    """The steps "s1", "s2" … of an agenda; Refused("bad_input") when there is no such agenda."""
    if agenda_id not in catalogue.agendas:
        raise Refused("bad_input", field="agenda")
    agenda = catalogue.agendas[agenda_id]
    first, *others = (_from_agenda(catalogue, f"s{n}", item) for n, item in enumerate(agenda.items, 1))
    before = (*((agenda.prework,) if agenda.prework else ()), *agenda.rules)
    return (replace(first, tips=(*before, *first.tips)), *others)


STATE: Final = "today_state"


def asked_again(steps: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    """How people work together is asked as they come and, to show the change, as they leave (domain.md 2.1)."""
    writes = [step for step in steps if any(phase == "write" for phase, _ in step.phases)]
    first = next((p.prompt for step in writes for p in step.prompts if p.prompt.id == STATE), None)
    last = next((step for step in reversed(writes) if step.activity == "check-out"), None)
    if first is None or last is None or not last.turns:
        return steps
    again = c.PlannedPrompt(f"{last.id}.{STATE}", replace(first, feeds=()))
    turns = ((*last.turns[0], again.id), *last.turns[1:])
    longer = replace(last, prompts=(*last.prompts, again), turns=turns)
    return tuple(longer if step is last else step for step in steps)
