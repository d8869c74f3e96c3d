"""A further session of a workshop: the agreement is reviewed, or the teams go on with their next topic.

The content comes from the catalogue, never from a browser (decision 0063).
"""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from msgspec import Meta, Struct

from accord.domain.adapting import Template
from accord.domain.catalogue import Catalogue, PlannedStep, Sitting
from accord.domain.commands import AddSession
from accord.errors import Refused
from accord.http.edge import body, edge_of, facilitator, said
from accord.http.workshops import dated, way

router = APIRouter()


class Further(Struct, frozen=True, forbid_unknown_fields=True):
    """`agenda` is one of the catalogue; a `template` is used instead of it. `starts_at`: ms UTC, None without a day."""

    agenda: Annotated[str, Meta(max_length=120)]
    starts_at: int | None = None
    template: Template | None = None


@router.post("/api/w/{workshop}/sessions")
async def add(request: Request, workshop: str) -> Response:
    """Another agenda in this workshop. Its content comes from the catalogue, or is checked as for a new workshop."""
    edge, asking, wish = edge_of(request), await facilitator(request, workshop), await body(request, Further)
    if not edge.founding.take():
        raise Refused("too_fast", seconds=10)
    steps, sittings = planned(edge.catalogue, wish, asking.state.plan.timezone)
    await asking.room.ask(asking.person.id, AddSession(steps, sittings))
    return said({"sessions": [one.number for one in asking.state.plan.sittings]})


def planned(known: Catalogue, wish: Further, zone: str) -> tuple[tuple[PlannedStep, ...], tuple[Sitting, ...]]:
    """The steps of the agenda, and the sessions it takes: one, or its own, each with its day."""
    _, name, steps, sittings = way(known, wish.agenda, wish.template)
    whole = sittings or (Sitting(1, name, sum(step.minutes for step in steps)),)
    return steps, dated(whole, wish.starts_at, zone)
