"""Starting a workshop, its doors, and what the start page shows."""

import asyncio
import io
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import segno
from fastapi import APIRouter, Request, Response
from msgspec import Meta, Raw, Struct
from msgspec.structs import replace

from accord.agreement import json as export
from accord.content import CustomStep, custom_steps, plan_steps
from accord.domain.adapting import Template, settled, template_steps
from accord.domain.catalogue import (
    TEAMS,
    Agenda,
    Catalogue,
    Language,
    Plan,
    PlannedStep,
    Seat,
    Sitting,
    Team,
    TeamNames,
    Text,
)
from accord.domain.commands import Join, SetAway
from accord.domain.planning import asked_again
from accord.domain.words import TITLE, clean, clean_name
from accord.errors import Refused
from accord.http.doors import Keys
from accord.http.edge import Edge, Guest, RoomLike, body, edge_of, facilitator, guest, said
from accord.http.tokens import LETTERS, Kind, show_code

router = APIRouter()

COLOURS: Final = (
    {"id": "classic", "marketing": "blue", "sales": "amber"},
    {"id": "garden", "marketing": "violet", "sales": "ochre"},
    {"id": "harbour", "marketing": "green", "sales": "rose"},
)
"""Pairs whose marks differ in lightness too, so that photocopies and all eyes tell them apart (web/src/tokens.css)."""

USUAL_NAMES: Final[dict[Team, Text]] = {"marketing": Text("Marketing", "Marketing"), "sales": Text("Sprzedaż", "Sales")}
"""A team left with its usual name is called so in both languages; any other name is as typed."""

Line = Annotated[str, Meta(max_length=4_000)]  # cleaned and measured by domain.words; this only stops the absurd
Id = Annotated[str, Meta(min_length=1, max_length=64)]


class NewTeam(Struct, frozen=True, forbid_unknown_fields=True):
    name: Line
    colour: Annotated[str, Meta(max_length=20, pattern="^[a-z0-9-]*$")] = ""


class NewSeat(Struct, frozen=True, forbid_unknown_fields=True):
    name: Line
    team: Team
    head: bool = False


class NewWorkshop(Struct, frozen=True, forbid_unknown_fields=True):
    """`name` and `language` are the founder's, who facilitates. A `template` is used instead of the `agenda`."""

    title: Line
    company: Line
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=2)]
    timezone: Annotated[str, Meta(max_length=64)]
    teams: dict[Team, NewTeam]
    agenda: Annotated[str, Meta(max_length=120)]
    name: Line
    language: Language
    roster: Annotated[tuple[NewSeat, ...], Meta(max_length=500)] = ()
    starts_at: int | None = None
    steps: Annotated[tuple[CustomStep, ...], Meta(max_length=60)] | None = None
    template: Template | None = None


class Imported(Struct, frozen=True, forbid_unknown_fields=True):
    """`workshop` is a workshop.json as it stands; `name` and `language` are those of who facilitates from now on."""

    name: Line
    language: Language
    workshop: Raw


class Rotate(Struct, frozen=True, forbid_unknown_fields=True):
    what: Line


@router.get("/api/catalogue")
async def catalogue(request: Request) -> Response:
    """The agendas one may choose from, the colours of the teams, what is said in each phase, what to bring, and why."""
    known = edge_of(request).catalogue
    agendas = [_agenda(known, agenda, plan_steps(known, agenda.id)) for agenda in known.agendas.values()]
    agendas += [_agenda(known, one, template_steps(known, one)) for one in known.templates.values()]
    told = {"phases": known.phases, "preparation": known.preparation, "facts": known.facts}
    return said({"agendas": agendas, "colours": COLOURS, **told})


@router.get("/api/language")
async def language(request: Request) -> Response:
    """How figures are said: inflected units, comparisons, periods, as canvases/language.yaml has them."""
    return said(edge_of(request).catalogue.units)


def _agenda(known: Catalogue, agenda: Agenda | Template, steps: tuple[PlannedStep, ...]) -> dict[str, Any]:
    shown = [{"activity": s.activity, "name": s.name, "minutes": s.minutes, "pause": s.kind == "break"} for s in steps]
    about = {"id": agenda.id, "name": agenda.name, "suits": agenda.suits, "outcome": agenda.outcome}
    situations = [one.text for one in known.situations if agenda.id in one.agendas[:1]]
    minutes = sum(step.minutes for step in steps)
    sessions = [{"name": one.name, "minutes": one.minutes} for one in agenda.sittings]
    company = agenda.id in known.templates
    return {
        **about,
        "situations": situations,
        "company": company,
        "minutes": minutes,
        "whole": minutes if company else agenda.minutes,
        "sessions": sessions,
        "heads": any(one.heads for one in agenda.sittings),
        "steps": shown,
    }


@router.post("/api/workshops")
async def found(request: Request) -> Response:
    """A workshop with its facilitator; answers everything that opens it, the recovery code for the only time."""
    edge, wish = edge_of(request), await body(request, NewWorkshop)
    plan = planned(edge.catalogue, wish)
    name = clean_name(wish.name)
    await room_for_one(edge)
    workshop, person = edge.new_id("w"), edge.new_id("p")
    room = await edge.rooms.found(workshop, plan)
    await room.ask("", Join(person, name, "facilitator", None, wish.language, "founder"))
    return await opened(request, workshop, person)


@router.post("/api/import")
async def bring(request: Request) -> Response:
    """A workshop from another server, with new links and a facilitator who may have a seat in it already."""
    edge, wish = edge_of(request), await body(request, Imported)
    name = clean_name(wish.name)
    await room_for_one(edge)
    content = await asyncio.to_thread(export.content, bytes(wish.workshop))
    workshop = edge.new_id("w")
    room = await edge.rooms.bring(workshop, content)
    return await opened(request, workshop, await leader(edge, room, name, wish.language))


async def leader(edge: Edge, room: RoomLike, name: str, language: Language) -> str:
    """Whoever takes an imported workshop on: the facilitator of that name in it, else somebody new."""
    known = (p for p in room.state.people.values() if p.role == "facilitator" and not p.gone)
    found = next((p.id for p in known if p.name == name), None)
    if found:
        await room.ask(found, SetAway(found, False))
        return found
    person = edge.new_id("p")
    await room.ask("", Join(person, name, "facilitator", None, language, "founder"))
    return person


async def room_for_one(edge: Edge) -> None:
    """Refused when the server holds as many workshops as it may, or was asked for too many at once."""
    if not edge.founding.take():
        raise Refused("too_fast", seconds=10)
    if len(await edge.ledger.run(edge.ledger.workshops)) >= edge.settings.limits.workshops:
        raise Refused("unavailable", why="full")


async def opened(request: Request, workshop: str, founder: str) -> Response:
    """Makes the links of a new workshop and seats its founder in this browser."""
    edge = edge_of(request)
    recovery = await edge.doors.make(workshop, founder)
    keys = await edge.doors.keys(workshop)
    response = said({})
    await edge.sessions.sit(request, response, workshop, founder)
    opens = {**shown(request, workshop, keys), **leading(request, workshop, keys, recovery)}
    return _filled(response, {"id": workshop, "person": founder, **opens})


def planned(known: Catalogue, wish: NewWorkshop) -> Plan:
    """What a workshop starts from, content pinned. Refused("bad_input") names the field that cannot be used."""
    agenda, name, steps, sittings = way(known, wish.agenda, wish.template, wish.steps)
    if set(wish.teams) != set(TEAMS):
        raise Refused("bad_input", field="teams", why="empty")
    return Plan(
        title=clean(_line(wish.title), TITLE, "title"),
        company=clean(_line(wish.company), TITLE, "company"),
        languages=tuple(dict.fromkeys(wish.languages)),
        timezone=_zone(wish.timezone),
        teams={team: _team(wish.teams[team], team) for team in TEAMS},
        agenda=agenda,
        agenda_name=name,
        steps=steps,
        sections=known.sections,
        roster=tuple(Seat(clean_name(s.name), s.team, s.head) for s in wish.roster if s.name.strip()),
        starts_at=wish.starts_at,
        sittings=dated(sittings, wish.starts_at, _zone(wish.timezone)),
        wordlists=known.wordlists,
    )


def dated(sittings: tuple[Sitting, ...], starts_at: int | None, zone: str) -> tuple[Sitting, ...]:
    """The first session at the start of the workshop, each later one its gap of working days on, at the same hour."""
    if starts_at is None:
        return sittings
    at, made = datetime.fromtimestamp(starts_at / 1000, ZoneInfo(zone)), []
    for number, one in enumerate(sittings):
        at = _working_days_on(at, one.gap) if number else at
        made.append(replace(one, starts_at=one.starts_at or round(at.timestamp() * 1000)))
    return tuple(made)


def _working_days_on(at: datetime, days: int) -> datetime:
    while days > 0:
        at += timedelta(days=1)
        days -= at.weekday() < 5
    return at


Way = tuple[str, Text, tuple[PlannedStep, ...], tuple[Sitting, ...]]
OWN_AGENDA: Final = Text("Własny plan", "Own agenda")


def way(known: Catalogue, name: str, wished: Template | None, custom: tuple[CustomStep, ...] | None = None) -> Way:
    """Id and name of the agenda, its steps and sittings. Refused("bad_input") names what cannot be used."""
    agenda, template = known.agendas.get(name), wished or known.templates.get(name)
    if template:
        whole = settled(template)
        return whole.id, cast(Text, whole.name), asked_again(template_steps(known, whole)), whole.sittings
    if custom is not None:
        return (
            agenda.id if agenda else "custom",
            agenda.name if agenda else OWN_AGENDA,
            custom_steps(known, custom),
            (),
        )
    if agenda is None:
        raise Refused("bad_input", field="agenda", why="unknown")
    return agenda.id, agenda.name, asked_again(plan_steps(known, agenda.id)), agenda.sittings


def _line(text: str) -> str:
    return " ".join(text.split())


def _team(team: NewTeam, which: Team) -> TeamNames:
    name = clean(_line(team.name), 60, f"teams.{which}.name")
    usual = USUAL_NAMES[which]
    words = usual if name in (usual.pl, usual.en) else Text(name, name)
    return TeamNames(words, team.colour or COLOURS[0][which])


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused("bad_input", field="timezone", why="unknown") from None


@router.get("/api/w/{workshop}/door")
async def door(request: Request, workshop: str) -> Response:
    """What the projector shows: join link, code, QR. For those who facilitate or observe."""
    asking = await guest(request, workshop)
    if asking.person.role == "member":
        raise Refused("not_allowed", why="role")
    return said(shown(request, workshop, await edge_of(request).doors.keys(workshop)))


@router.post("/api/w/{workshop}/rotate")
async def rotate(request: Request, workshop: str) -> Response:
    """New links in place of old ones, which open nothing from now on."""
    edge, asking, what = edge_of(request), await facilitator(request, workshop), (await body(request, Rotate)).what
    if what == "facilitator":
        return await _rotate_leading(request, workshop, asking)
    kinds: dict[str, tuple[Kind, ...]] = {"join": ("join", "code"), "observer": ("observer",)}
    if what not in kinds:
        raise Refused("bad_input", field="what", why="unknown")
    for kind in kinds[what]:
        await edge.doors.rotate(workshop, kind)
    return said(shown(request, workshop, await edge.doors.keys(workshop)))


async def _rotate_leading(request: Request, workshop: str, asking: Guest) -> Response:
    """Only whose link it is: every other browser that sits in this seat loses it, this one gets a new session."""
    edge, person = edge_of(request), asking.person
    if person.id != await edge.doors.founder(workshop):
        raise Refused("not_allowed", why="role")
    recovery = await edge.doors.rotate_leading(workshop, person.id)
    await edge.ledger.run(edge.ledger.drop_seats, workshop, person.id)
    response = said({})
    await edge.sessions.sit(request, response, workshop, person.id)
    await edge.check_connected()
    return _filled(response, leading(request, workshop, await edge.doors.keys(workshop), recovery))


def shown(request: Request, workshop: str, keys: Keys) -> dict[str, str]:
    """Links and code for people to join by, with the join link as QR."""
    edge = edge_of(request)
    join = edge.link(request, workshop, LETTERS["join"], keys.join)
    observer = edge.link(request, workshop, LETTERS["observer"], keys.observer)
    return {"join_link": join, "code": show_code(keys.code), "observer_link": observer, "qr": qr(join)}


def leading(request: Request, workshop: str, keys: Keys, recovery: str) -> dict[str, str]:
    link = edge_of(request).link(request, workshop, LETTERS["facilitator"], keys.facilitator)
    return {"facilitator_link": link, "recovery_code": show_code(recovery)}


def qr(link: str) -> str:
    """An SVG of its own, black on white with a quiet zone; it has no size, so it fills what it is put into."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True, dark="#000", light="#fff", nl=False
    )
    return out.getvalue().decode()


def _filled(response: Response, value: object) -> Response:
    """The response with its cookies, and this as its body."""
    full = said(value, response.status_code)
    for name, one in response.raw_headers:
        if name == b"set-cookie":
            full.raw_headers.append((name, one))
    return full
