"""The agreement at a glance, for a screen on the office wall: State → Wall, in words of one language. Pure."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from msgspec import Struct

from accord.agreement import calendar, typography
from accord.agreement.draft import WORKING, Draft, draft
from accord.agreement.funnel import order
from accord.agreement.html import colour, signed
from accord.agreement.posters import PROMISED
from accord.agreement.summary import PROMISED as SECTIONS
from accord.agreement.summary import shortened
from accord.agreement.tables import Told, tables
from accord.domain.catalogue import TEAMS, Language, Team
from accord.domain.state import State
from accord.words import Words

GOALS: Final = 2
GOAL_LETTERS: Final = 150
PROMISE_LETTERS: Final = 170


class Standing(Struct, frozen=True):
    """How far a version has come. `state`: draft, waiting (for signatures), refused (by somebody), in_force.

    `words` say it; `before` says which earlier version holds meanwhile, "" when none does.
    """

    version: str
    label: str
    state: str
    words: str
    before: str
    fingerprint: str


class Promise(Struct, frozen=True):
    mark: str
    text: str
    more: str = ""


class Side(Struct, frozen=True):
    team: Team
    name: str
    colour: str
    heading: str
    promises: tuple[Promise, ...] = ()


class Level(Struct, frozen=True):
    """A level of the funnel with its figure of a month for each stream, "" where the stream does not have it."""

    name: str
    marketing: str = ""
    sales: str = ""


class Said(Struct, frozen=True):
    label: str
    text: str


class Wall(Struct, frozen=True):
    """Everything on the wall, told. `empty` is a sentence for the time before anything is agreed."""

    language: Language
    title: str
    company: str
    standing: Standing
    sides: tuple[Side, ...]
    goals_heading: str
    goals: tuple[str, ...]
    funnel_heading: str
    levels: tuple[Level, ...]
    dates: tuple[Said, ...]
    qr_label: str
    empty: str = ""
    empty_more: str = ""


def newest(state: State) -> str:
    """The version that people without a seat are shown: the last one frozen, before it the text as it stands."""
    return state.latest.version if state.latest else WORKING


def standing(state: State, found: Draft) -> Standing:
    """Of the version that `found` is a draft of."""
    words, language = Words(found.language), found.language
    status = found.status.replace("_", "-")
    values = {
        "signed": signed([*found.signatures]),
        "of": len(found.signatures),
        "refused": sum(one.decision == "refuse" for one in found.signatures),
        "day": typography.day(found.in_force, found.timezone, language) if found.in_force else "",
    }
    return Standing(
        found.version if found.hash else "",
        words.say("wall-version" if found.hash else "wall-version-draft", version=found.version),
        found.status,
        typography.bound(words.say(f"wall-status-{status}", **values), language),
        _before(state, found, words),
        found.hash,
    )


def wall(state: State, language: Language, at: int) -> Wall:
    """As of `at` (ms UTC)."""
    version, words = newest(state), Words(language)
    found, told = draft(state, language, version, at=at), tables(state, language, version)
    sides = tuple(_side(found, told, team, words) for team in TEAMS)
    goals, levels = tuple(_goals(found)), tuple(_levels(found))
    nothing = not goals and not levels and not any(side.promises for side in sides)
    return Wall(
        language,
        found.title,
        found.company,
        standing(state, found),
        sides,
        words.say("wall-goals"),
        goals,
        words.say("wall-funnel"),
        levels,
        tuple(_dates(found, told, words)),
        words.say("wall-qr"),
        words.say("wall-empty") if nothing else "",
        words.say("wall-empty-more") if nothing else "",
    )


def _before(state: State, found: Draft, words: Words) -> str:
    if found.in_force or not found.hash:
        return ""
    held = [one.version for one in state.versions.values() if one.in_force is not None]
    return words.say("wall-before", version=held[-1]) if held else ""


def _side(found: Draft, told: dict[str, Told], team: Team, words: Words) -> Side:
    side = found.side(team)
    heading = typography.bound(words.say("wall-promises", team=side.name), found.language)
    return Side(team, side.name, colour(side), heading, tuple(_promises(found, told.get(PROMISED[team]), team)))


def _promises(found: Draft, table: Told | None, team: Team) -> Iterator[Promise]:
    """Rows of the team's table; without any what was agreed in words."""
    language = found.language
    for line in table.lines if table else ():
        more = " · ".join(text for field in ("target", "owner", "deadline") if (text := line.said(field)))
        text = _short(line.said("clause"), PROMISE_LETTERS, language)
        yield Promise(line.mark, text, typography.bound(more, language))
    section = next((one for one in found.sections if one.id == SECTIONS[team]), None)
    for clause in section.clauses if section else ():
        if clause.text and not (table and table.lines):
            yield Promise(clause.number, _short(clause.text, PROMISE_LETTERS, language))


def _goals(found: Draft) -> Iterator[str]:
    covered = {one.id: one for one in found.sections if one.covered}
    section = covered.get("goals") or covered.get("purpose")
    texts = [clause.text for clause in section.clauses if clause.text] if section else []
    yield from (_short(text, GOAL_LETTERS, found.language) for text in texts[:GOALS])


def _levels(found: Draft) -> Iterator[Level]:
    streams = [one for one in found.funnel.figures.streams if one.id in TEAMS] if found.funnel else []
    for id_ in order(streams):
        known = {stream.id: level for stream in streams for level in stream.levels if level.id == id_}
        figures = {side: _figure(level.month, found.language) for side, level in known.items()}
        if any(figures.values()):
            name = next(level.name for level in known.values()) or id_
            yield Level(name, figures.get("marketing", ""), figures.get("sales", ""))


def _figure(value: float | None, language: Language) -> str:
    return "" if value is None else typography.number(value, language, 0 if value >= 10 else 1)


def _dates(found: Draft, told: dict[str, Told], words: Words) -> Iterator[Said]:
    language = found.language
    if met := _next_meeting(found, told):
        day, name = met
        text = f"{shortened(name, 60)}, {typography.appointment(day, language)}" if name else ""
        yield Said(words.say("wall-meeting"), text or typography.appointment(day, language))
    if found.period.review:
        yield Said(words.say("wall-review"), typography.iso_day(found.period.review, language))


def _next_meeting(found: Draft, told: dict[str, Told]) -> tuple[datetime, str] | None:
    now = datetime.fromtimestamp(found.at / 1000, typography.zone(found.timezone))
    known = calendar.meetings(told, found.period, found.timezone, found.at)
    coming = [(day, one.line.said("name")) for one in known if (day := calendar.following(one, found.period, now))]
    return min(coming, default=None)


def _short(text: str, letters: int, language: Language) -> str:
    return typography.bound(shortened(text, letters), language)
