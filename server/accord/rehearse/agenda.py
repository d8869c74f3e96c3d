"""The steps a script needs, as somebody would ask for them who sets a workshop up, and what became of its prompts."""

from collections.abc import Iterable
from typing import Any, Final

from accord.domain.catalogue import Activity, Catalogue, Prompt
from accord.domain.planning import SCALES
from accord.domain.words import clean
from accord.errors import Refused
from accord.rehearse.script import Keys, Place, Script

MOST_PROMPTS: Final = 60
"""Of one step; a longer activity goes on in another one."""
LABEL: Final = 200
PLAIN: Final = r"[A-Za-z0-9_-]{1,40}"

Steps = list[dict[str, Any]]


def steps(script: Script, catalogue: Catalogue) -> tuple[Steps, dict[str, Place]]:
    """Steps for POST /api/workshops, and for each prompt's id in the room the place of the file it stands for.

    Activities and prompts of the catalogue come first, in its order and with its words.
    """
    made: Steps = []
    places: dict[str, Place] = {}
    keys = Keys("", PLAIN)
    for activity, prompts in _sorted(script.places, catalogue).items():
        known = catalogue.activities.get(activity)
        key = keys.of(activity)
        for at in range(0, len(prompts), MOST_PROMPTS):
            step = _step(script, known, activity, key)
            names = Keys("", PLAIN)
            for prompt in prompts[at : at + MOST_PROMPTS]:
                name = names.of(prompt)
                step["prompts"].append(_prompt(script, known, (activity, prompt), name))
                places[f"s{len(made) + 1}.{name}"] = (activity, prompt)
            made.append(step)
    return made, places


def _sorted(places: Iterable[Place], catalogue: Catalogue) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for activity, prompt in places:
        found.setdefault(activity, []).append(prompt)
    known = [activity for activity in catalogue.activities if activity in found]
    order = [*known, *(activity for activity in found if activity not in known)]
    return {activity: _in_order(found[activity], catalogue.activities.get(activity)) for activity in order}


def _in_order(prompts: list[str], activity: Activity | None) -> list[str]:
    known = [prompt.id for prompt in activity.prompts if prompt.id in prompts] if activity else []
    return [*known, *(prompt for prompt in prompts if prompt not in known)]


def _step(script: Script, known: Activity | None, activity: str, key: str) -> dict[str, Any]:
    if known:
        return {"activity": activity, "prompts": []}
    return {"activity": key, "name": _label(activity), "prompts": []}


def _prompt(script: Script, activity: Activity | None, place: Place, name: str) -> dict[str, Any]:
    """What is agreed in the file must be agreed in the room; the rest is as the catalogue has it, or personal."""
    known = next((p for p in activity.prompts if p.id == place[1]), None) if activity else None
    wanted: dict[str, Any] = {"id": name}
    if known is None:
        wanted |= _titled(activity, place[1]) | {"must_agree": False}
    accords = [accord for accord in script.accords if accord.place == place]
    if accords:
        wanted["must_agree"] = True
    if accords and accords[-1].feeds is not None:
        wanted["feeds"] = list(accords[-1].feeds)
    if place in script.scales and not _same_scale(known, script.scales[place]):
        wanted["answer_type"] = _scale_type(script.scales[place])
    return wanted


def _titled(activity: Activity | None, zone: str) -> dict[str, Any]:
    """A zone of the file that the catalogue's activity lacks is called like the activity, what it asks its purpose."""
    if activity is None or activity.purpose is None:
        return {"title": _label(zone), "text": _label(zone)}
    said = {"title": activity.name, "text": activity.purpose}
    return {field: {"pl": text.pl, "en": text.en} for field, text in said.items()}


def _same_scale(known: Prompt | None, scale: tuple[int, int]) -> bool:
    return known is not None and known.scale is not None and (known.scale.min, known.scale.max) == scale


def _scale_type(scale: tuple[int, int]) -> str:
    """The one that takes reasons too, where there are two."""
    return [name for name, range_ in SCALES.items() if range_ == scale][-1]


def _label(text: str) -> str:
    """As a title; what has no visible letter gets a dash."""
    try:
        return clean(" ".join(text.split()), 4 * len(text), empty=True)[:LABEL].strip() or "–"
    except Refused:
        return "–"
