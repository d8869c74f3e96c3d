"""A language for stories about a workshop (tests/conversations/README.md says how to write one)."""

from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import Struct, structs
from tests.support.workshops import Scene, commented, judging, plan, prompt, sitting, step, structured

from accord.domain import commands as c
from accord.domain.apply import fold
from accord.domain.catalogue import Plan, PlannedStep, Seat, Sitting
from accord.domain.commands import COMMANDS, Command, union
from accord.domain.events import DECODER, ENCODER
from accord.domain.lint.check import check
from accord.domain.lint.gather import gather
from accord.domain.sight import seen_by
from accord.domain.state import EMPTY, change
from accord.errors import Refused

FOLDER = Path(__file__).parent.parent / "conversations"
_COMMAND: Any = union(COMMANDS)
_WORDS = {"story", "workshop", "told"}


class Misunderstood(Exception):
    """The story itself is not written in the language."""


def stories() -> list[Path]:
    return sorted(FOLDER.glob("*.yaml"))


def tell(text: str) -> Scene:
    """Plays the story; AssertionError where it goes otherwise, Misunderstood where it cannot be read."""
    story = yaml.safe_load(text)
    if set(story) - _WORDS or not story.get("story") or not story.get("told"):
        raise Misunderstood(f"a story has {sorted(_WORDS)}")
    scene = _scene(story.get("workshop") or {})
    for number, line in enumerate(story["told"], 1):
        try:
            _happen(scene, line)
        except AssertionError as error:
            raise AssertionError(f"line {number}, {line}: {error}") from None
    _holds_together(scene)
    return scene


def _scene(wished: dict[str, Any]) -> Scene:
    known = {"members", "heads", "steps", "roster", "sessions"}
    if set(wished) - known:
        raise Misunderstood(f"a workshop has {sorted(known)}")
    scene = Scene(_plan(wished), members=wished.get("members", 2))
    for head in wished.get("heads", []):
        scene.ask("f1", c.SetHead(head, True))
    return scene


def _plan(wished: dict[str, Any]) -> Plan:
    roster = tuple(Seat(s["name"], s["team"], s.get("head", False)) for s in wished.get("roster", []))
    steps, sessions = _agenda(wished)
    return change(plan(*steps), roster=roster, sittings=sessions)


def _agenda(wished: dict[str, Any]) -> tuple[tuple[PlannedStep, ...], tuple[Sitting, ...]]:
    sessions = tuple(
        change(
            sitting(s["number"], s.get("version", ""), heads=s.get("heads", False), gap=s.get("gap", 0)),
            starts_at=s.get("starts_at"),
        )
        for s in wished.get("sessions", [])
    )
    return tuple(_step(one) for one in wished.get("steps", [])), sessions


def _step(one: dict[str, Any]) -> PlannedStep:
    prompts = (
        prompt(p["id"], p.get("kind", "notes"), agree=p.get("agree", True), feeds=tuple(p.get("feeds", ["purpose"])))
        for p in one.get("prompts", [])
    )
    kinds = {"commented": commented, "structured": structured, "judging": judging}
    kind = next((name for name in kinds if one.get(name)), "")
    made = kinds[kind](one["id"]) if kind else step(one["id"], tuple(prompts), one.get("authors", "team"))
    votes, rule = one.get("votes", made.votes_per_person), one.get("authors", made.visibility)
    return change(made, votes_per_person=votes, session=one.get("session", 1), visibility=rule)


def _happen(scene: Scene, line: dict[str, Any]) -> None:
    scene.now += 10
    rest = dict(line)
    refused, detail = rest.pop("refused", ""), rest.pop("detail", {})
    [(who, what)] = rest.items()
    if who == "sees":
        _sees(scene, what)
    elif who == "sees_nothing_of":
        _misses(scene, what)
    elif who in ("finds", "finds_nothing_of"):
        _finds(scene, what, who == "finds")
    elif who == "seconds_pass":
        scene.now += what * 1000
        scene.ask("", c.Tick())
    elif who == "everybody":
        for person in [p for p in scene.state.people.values() if p.role == "member" and not p.gone]:
            _ask(scene, person.id, what, refused, detail)
    else:
        _ask(scene, "" if who == "room" else who, what, refused, detail)


def _finds(scene: Scene, ids: list[str], there: bool) -> None:
    """What the check of the document says: ids of findings, or of rules."""
    found = check(gather(scene.state))
    known = {one.id for one in found} | {one.rule for one in found}
    assert [one for one in ids if (one in known) != there] == [], f"finds {sorted(known)}"


def _ask(scene: Scene, who: str, what: dict[str, Any], refused: str, detail: dict[str, Any]) -> None:
    asked, answer = command(scene, who, what), None
    try:
        scene.ask(who, asked)
    except Refused as no:
        answer = no
    if answer is None:
        assert not refused, f"{who or 'the room'} was not refused"
        return
    assert answer.code == refused, f"refused with {answer.code} {answer.detail}"
    assert {k: answer.detail.get(k) for k in detail} == detail, f"says {answer.detail}"


def command(scene: Scene, who: str, what: dict[str, Any]) -> Command:
    """`{add_note: {…}}` as a command; "$hash" and "$name" are filled in."""
    [(tag, fields)] = what.items()
    latest, person = scene.state.latest, scene.state.people.get(who)
    filled = {"$hash": latest.hash if latest else "", "$name": person.name if person else ""}
    fields = {k: filled.get(v, v) if isinstance(v, str) else v for k, v in (fields or {}).items()}
    if tag == "add_session":
        return c.AddSession(*_agenda(fields))
    try:
        return msgspec.convert({"t": tag, **fields}, _COMMAND)  # type: ignore[no-any-return]
    except msgspec.ValidationError as error:
        raise Misunderstood(f"{what}: {error}") from None


def _records(scene: Scene, viewer: str) -> dict[str, Any]:
    seen = seen_by(scene.state, "" if viewer == "projector" else viewer)
    return {key: structs.asdict(record) for key, record in seen.items()}


def _sees(scene: Scene, what: dict[str, Any]) -> None:
    for viewer, wanted in what.items():
        seen = _records(scene, viewer)
        for key, fields in (wanted if isinstance(wanted, dict) else dict.fromkeys(wanted)).items():
            assert key in seen, f"{viewer} does not see {key}"
            shown = {name: _plain(seen[key].get(name)) for name in fields or {}}
            assert shown == (fields or {}), f"{viewer} sees {key} with {shown}"


def _plain(value: Any) -> Any:
    """As YAML writes it: lists for tuples, figures with six digits, inner things without what is empty."""
    if isinstance(value, Struct):
        return {name: _plain(part) for name, part in structs.asdict(value).items() if part != ""}
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return round(value, 6) if isinstance(value, float) else value


def _misses(scene: Scene, what: dict[str, Any]) -> None:
    for viewer, unwanted in what.items():
        seen = _records(scene, viewer)
        found = [key for key in seen for wish in unwanted if key == wish or key.startswith(f"{wish}:")]
        assert not found, f"{viewer} sees {found}"


def _holds_together(scene: Scene) -> None:
    """Whatever the story: its log, read back, gives the same state."""
    assert fold(EMPTY, [DECODER.decode(ENCODER.encode(event)) for event in scene.events]) == scene.state
