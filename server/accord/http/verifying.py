"""Whoever holds a document asks whether it is the signed one: no account, and nothing about any other workshop.

A SHA-256 is a key here: of the words (it is printed on every page) or of the file. Who knows it holds the document.
"""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Request, Response
from msgspec import Meta, Struct
from msgspec.structs import replace

from accord.agreement.examining import NO_SEAL, Examined
from accord.domain.state import State, Version
from accord.errors import Refused
from accord.http.edge import Edge, body, edge_of, said
from accord.ledger.contract import Document

router = APIRouter()

SHORTEST: Final = 16
"""Hex digits that are enough to ask for a fingerprint: those in the footer, 64 bits that nobody guesses."""

UPLOAD_SECONDS: Final = 60
AT_ONCE: Final = 4
"""Uploads that are read at one time: they are held in memory."""

Kind = Literal["sealed", "version", "copy", "changed", "foreign", "gone", "unknown", "not_pdf"]
_uploads = asyncio.Semaphore(AT_ONCE)


class Asked(Struct, forbid_unknown_fields=True):
    hash: Annotated[str, Meta(max_length=300)]


class Verdict(Struct, frozen=True, omit_defaults=True):
    """What is said about a document.

    sealed   the file as this server sealed it       version  these words are known here; the file was not looked at
    copy     known words attached, but no seal       changed  sealed once, and not the same bytes any more
    foreign  as another server sealed it             gone     as this server sealed it; its workshop is gone
    unknown  neither words nor seal are known        not_pdf  no PDF that can be read

    What follows is said only of what the asker holds. `status`: in_force, waiting (for signatures) or refused. Times in
    ms UTC, 0 when not. `of` people `signed`, `reserved` of them with a reservation. `newer`: a later version in force.
    """

    verdict: Kind
    file: str = ""
    fingerprint: str = ""
    title: str = ""
    company: str = ""
    timezone: str = ""
    version: str = ""
    status: str = ""
    frozen: int = 0
    in_force: int = 0
    signed: int = 0
    reserved: int = 0
    of: int = 0
    sealed: int = 0
    stamped: int = 0
    certificate: str = ""
    newer: str = ""


@router.post("/api/verify")
async def by_hash(request: Request) -> Response:
    """A fingerprint, or at least its first sixteen digits; spaces do not matter."""
    edge, asked = edge_of(request), await body(request, Asked)
    edge.verifying.take(edge.address(request))
    digits = re.sub(r"[^0-9a-f]", "", asked.hash.lower().rpartition("#")[2])
    if not SHORTEST <= len(digits) <= 64:
        raise Refused("bad_input", field="hash", why="hash")
    found = await _known(edge, digits)
    return said(found or Verdict("unknown"))


@router.post("/api/verify/file")
async def by_file(request: Request) -> Response:
    """The PDF itself. It is looked at and forgotten."""
    edge = edge_of(request)
    edge.verifying.take(edge.address(request))
    async with _room_for_one():
        pdf = await request.body()
        digest = hashlib.sha256(pdf).hexdigest()
        found = await _known(edge, digest) or await _judged(edge, await edge.press.examine(pdf))
    return said(replace(found, file=digest))


@router.get("/api/seal.pem")
async def certificate(request: Request) -> Response:
    """What this server seals with, without the key: for `accord verify FILE.pdf --certificate seal.pem` elsewhere."""
    key = await edge_of(request).papers.certificate()
    headers = {"content-disposition": 'attachment; filename="seal.pem"'}
    return Response(key.pem, media_type="application/x-pem-file", headers=headers)


@asynccontextmanager
async def _room_for_one() -> AsyncIterator[None]:
    """Refused("too_fast") when it takes too long to come."""
    try:
        async with asyncio.timeout(UPLOAD_SECONDS), _uploads:
            yield
    except TimeoutError:
        raise Refused("too_fast", seconds=UPLOAD_SECONDS) from None


# --- what is known here ---


async def _known(edge: Edge, digits: str) -> Verdict | None:
    """The document with that digest, if the workshop's log bears it out."""
    for document in await edge.ledger.run(edge.ledger.find_documents, digits):
        state = await _state(edge, document.workshop)
        version = state.versions.get(document.version) if state else None
        if state and version and (found := _of_document(state, version, document)):
            return found
    return None


def _of_document(state: State, version: Version, document: Document) -> Verdict | None:
    if document.kind == "version":
        return _about(state, version, "version") if document.digest == version.hash else None
    seal = next((one for one in version.seals if one.file == document.digest), None)
    if seal is None:
        return None
    return replace(_about(state, version, "sealed"), sealed=seal.at, certificate=seal.certificate, file=seal.file)


async def _state(edge: Edge, workshop: str) -> State | None:
    try:
        return (await edge.rooms.open(workshop)).state
    except Refused:
        return None


def _about(state: State, version: Version, kind: Kind) -> Verdict:
    last = {one.person: one.decision for one in version.signatures}
    decisions = [*last.values()]
    refused, waiting = "refuse" in decisions, "in_force" if version.in_force else "waiting"
    in_force = [one for one in state.versions.values() if one.in_force and one.at > version.at]
    return Verdict(
        kind,
        fingerprint=version.hash,
        title=state.plan.title,
        company=state.plan.company,
        timezone=state.plan.timezone,
        version=version.version,
        status="refused" if refused else waiting,
        frozen=version.at,
        in_force=version.in_force or 0,
        signed=sum(one in ("accept", "reserve") for one in decisions),
        reserved=decisions.count("reserve"),
        of=_signers(state, version),
        newer=in_force[-1].version if in_force else "",
    )


def _signers(state: State, version: Version) -> int:
    """Who has signed and who still owes it."""
    asked = {one.person for one in version.signatures}
    return len(asked | {p.id for p in state.people.values() if p.role == "member" and not p.gone and not p.waiting})


# --- what a file says of itself ---


async def _judged(edge: Edge, found: Examined) -> Verdict:
    if "not_pdf" in found.problems:
        return Verdict("not_pdf")
    ours = (await edge.papers.certificate()).fingerprint
    known = await _known(edge, found.fingerprint) if found.fingerprint else None
    if NO_SEAL in found.problems:
        return replace(known, verdict="copy") if known else Verdict("unknown")
    if found.problems:
        return replace(known, verdict="changed") if known else Verdict("changed")
    kind: Kind = "foreign" if found.certificate != ours else "sealed" if known else "gone"
    about = known or _itself(found)
    seal = {"sealed": found.sealed_at, "stamped": found.stamped_at, "certificate": found.certificate}
    return replace(about, verdict=kind, **seal)


def _itself(found: Examined) -> Verdict:
    """What the file claims: it is sealed, so that is what was sealed."""
    return Verdict(
        "gone",
        fingerprint=found.fingerprint,
        title=found.title,
        company=found.company,
        version=found.version,
        signed=found.signed,
        of=found.of,
    )
