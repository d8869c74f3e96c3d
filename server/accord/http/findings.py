"""What the check of the document finds now. The agreement's screen asks again when what it reads has changed."""

from fastapi import APIRouter, Request, Response

from accord.http.edge import edge_of, guest

router = APIRouter()


@router.get("/api/w/{workshop}/findings")
async def findings(request: Request, workshop: str) -> Response:
    """For everybody in the workshop: what the document says is for all of them."""
    asking = await guest(request, workshop)
    made = await edge_of(request).checks.of(workshop, asking.state)
    return Response(made, media_type="application/json")
