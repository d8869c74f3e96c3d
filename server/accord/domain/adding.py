"""A further session of a workshop: how the steps of an agenda follow those that are there. Pure."""

import re

from accord.domain.catalogue import Plan, PlannedPrompt, PlannedStep, Sitting
from accord.domain.state import change

_NUMBERED = re.compile(r"s(\d+)")


def following(
    plan: Plan, steps: tuple[PlannedStep, ...], sittings: tuple[Sitting, ...]
) -> tuple[tuple[PlannedStep, ...], tuple[Sitting, ...]]:
    """Steps and sessions as they come after those of the plan: ids and numbers go on.

    A plan of one session gets that one as number 1. Versions are counted by what was frozen, so none is promised.
    """
    first = () if plan.sittings else (_what_was(plan),)
    last = max(one.number for one in (*plan.sittings, *first))
    step = max((int(found[1]) for one in plan.steps if (found := _NUMBERED.fullmatch(one.id))), default=0)
    sections = frozenset(one.id for one in plan.sections)
    later = tuple(change(one, number=last + one.number, version="", heads=False, added=True) for one in sittings)
    return tuple(_moved(one, step + n, last, sections) for n, one in enumerate(steps, 1)), (*first, *later)


def _what_was(plan: Plan) -> Sitting:
    return Sitting(1, plan.agenda_name, sum(step.minutes for step in plan.steps), starts_at=plan.starts_at)


def _moved(step: PlannedStep, number: int, sessions: int, sections: frozenset[str]) -> PlannedStep:
    """The step under its new id. Content that came later may name chapters that this agreement does not have."""
    id_ = f"s{number}"
    names = {one.id: f"{id_}.{one.prompt.id}" for one in step.prompts}
    return change(
        step,
        id=id_,
        session=sessions + step.session,
        prompts=tuple(_renamed(one, names[one.id], sections) for one in step.prompts),
        turns=tuple(tuple(names[one] for one in turn) for turn in step.turns),
    )


def _renamed(planned: PlannedPrompt, id_: str, sections: frozenset[str]) -> PlannedPrompt:
    feeds = tuple(feed for feed in planned.prompt.feeds if feed.section in sections)
    return PlannedPrompt(id_, change(planned.prompt, feeds=feeds))
