"""Practice: somebody real leads from the facilitator's seat, and the simulated people follow."""

import asyncio
from contextlib import suppress
from typing import Any, Final

from accord.rehearse.person import Person
from accord.rehearse.play import Rehearsal
from accord.rehearse.words import tell

TAKE_SEAT_WITHIN: Final = 120.0
LEAST: Final = 10.0
"""Seconds in which somebody should open the facilitator's link: of the workshop's time, but no fewer real ones."""


async def practise(rehearsal: Rehearsal, everybody: bool) -> bool:
    """Leaves the facilitator's seat. True when somebody led to the end; False, back in the seat, when nobody came."""
    seat = rehearsal.lead
    rehearsal.watch = rehearsal.person(seat.browser, "", "projector")
    await rehearsal.watch.arrive()
    await seat.go()
    await rehearsal.watch.until(lambda: seat.id not in rehearsal.watch.online)
    tell("rehearse-practice", link=rehearsal.facilitator_link)
    if await _taken(rehearsal, seat):
        await _follow(rehearsal, everybody)
        return True
    tell("rehearse-nobody-leads")
    await _sit_down(rehearsal, seat)
    return False


async def _taken(rehearsal: Rehearsal, seat: Person) -> bool:
    watch, speed = rehearsal.watch, rehearsal.pace.speed or 1
    with suppress(TimeoutError):
        await watch.until(lambda: seat.id in watch.online, max(LEAST, TAKE_SEAT_WITHIN / speed))
        return True
    return False


async def _sit_down(rehearsal: Rehearsal, seat: Person) -> None:
    again = rehearsal.person(seat.browser, seat.id)
    await again.arrive()
    for player, person in rehearsal.people.items():
        if person is seat:
            rehearsal.people[player] = again
    await rehearsal.watch.go()
    rehearsal.lead = rehearsal.watch = again


async def _follow(rehearsal: Rehearsal, everybody: bool) -> None:
    """Do what each opened phase asks for, sign what is frozen, until the workshop is ended."""
    watch, signed = rehearsal.watch, set[str]()
    doing: set[asyncio.Task[None]] = set()
    at = None
    while not _ended(watch):
        now = watch.get("now", "w") or {}
        here = (now.get("step", ""), now.get("turn", 0), now.get("phase", "waiting"))
        if here != at and here[0]:
            doing.add(asyncio.create_task(_phase(rehearsal, *here)))
        at = here
        for version in watch.all("version"):
            if version["current"] and version["id"] not in signed:
                signed.add(version["id"])
                doing.add(asyncio.create_task(rehearsal.sign(everybody)))
        doing = {task for task in doing if not _over(task)}
        await _news(watch)
    for task in doing:
        task.cancel()
    await asyncio.gather(*doing, return_exceptions=True)


async def _news(watch: Person) -> None:
    """Something came; or a second passed, in which a task may have ended."""
    before = watch.heard
    with suppress(TimeoutError):
        await watch.until(lambda: watch.heard > before, 1)


def _ended(watch: Person) -> bool:
    return (watch.get("workshop", "w") or {}).get("ended") is not None


def _over(task: "asyncio.Task[None]") -> bool:
    """What the facilitator cut short is no trouble; a bug of ours is."""
    if task.done() and (error := task.exception()) and not isinstance(error, TimeoutError | KeyError):
        raise error
    return task.done()


async def _phase(rehearsal: Rehearsal, step: str, turn: int, phase: Any) -> None:
    turns = (rehearsal.watch.get("step", step) or {"turns": ()})["turns"]
    prompts = [one for one in turns[turn] if one in rehearsal.places] if turn < len(turns) else []
    await rehearsal.act(phase, prompts, rehearsal.seconds())
    if phase == "agree":
        await rehearsal.agree(prompts)
