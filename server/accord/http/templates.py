"""Adapting an agenda before a workshop is founded: what there is to choose from, and templates as YAML.

Nothing is kept here: a template lives in the browser of whoever made it, in a file, or in `canvases/` (decision 0030).
"""

import asyncio
from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, Request, Response
from msgspec import Meta, Struct

from accord import templates
from accord.domain.adapting import Template, as_template, settled, template_steps
from accord.domain.catalogue import Activity, Language
from accord.errors import Refused
from accord.http.edge import Edge, body, edge_of, said

router = APIRouter()

UNSEEN: Final = {"tips": (), "when": None, "who": None, "opening": None, "prework": None, "exercise": None}
"""What nobody changes in the app stays on the server."""


class Checked(Struct, frozen=True, forbid_unknown_fields=True):
    template: Template


class Brought(Struct, frozen=True, forbid_unknown_fields=True):
    text: Annotated[str, Meta(max_length=600_000)]
    language: Language


@router.get("/api/templates")
async def offer(request: Request) -> Response:
    """Every agenda as wishes, and what steps can be made of."""
    known = edge_of(request).catalogue
    made = [as_template(known, one) for one in known.agendas]
    return said(
        {
            "templates": [settled(one) for one in (*made, *known.templates.values())],
            "activities": [_seen(one) for one in known.activities.values()],
            "sections": [{"id": one.id, "title": one.title} for one in known.sections],
            "breaks": known.breaks,
            "phases": {one.id: one.minutes_share for one in known.phases},
        }
    )


def _seen(activity: Activity) -> Any:
    tables = tuple(msgspec.structs.replace(table, starters=()) for table in activity.tables)
    return {**msgspec.structs.asdict(activity), **UNSEEN, "tables": tables}


@router.post("/api/templates")
async def write(request: Request) -> Response:
    """The template as a file. Refused("bad_input") when no workshop could begin with it: names step and field."""
    edge, wish = edge_of(request), await body(request, Checked)
    _slowly(edge)
    whole = settled(wish.template)
    template_steps(edge.catalogue, whole)
    return said({"template": whole, "file": templates.write(whole)})


@router.post("/api/templates/read")
async def read(request: Request) -> Response:
    """The template in a file, or all that is wrong with it, each with its line and key, in the person's language."""
    edge, wish = edge_of(request), await body(request, Brought)
    _slowly(edge)
    found = await asyncio.to_thread(templates.read, wish.text, edge.catalogue)
    mistakes = [{"line": m.line, "key": m.key, "said": m.sentence(wish.language)} for m in found.mistakes]
    return said({"template": found.template, "mistakes": mistakes})


def _slowly(edge: Edge) -> None:
    if not edge.founding.take():
        raise Refused("too_fast", seconds=10)
