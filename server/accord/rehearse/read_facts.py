"""Facts that the server is asked for: what differs between versions, what was amended."""

from itertools import pairwise
from typing import Any

import msgspec

from accord.rehearse.person import Record
from accord.rehearse.play import Rehearsal

Facts = dict[str, Any]


async def read_facts(rehearsal: Rehearsal) -> Facts:
    """`differences` from each version to the next, `amendments` in their order."""
    versions = sorted(rehearsal.watch.all("version"), key=lambda one: int(one["at"]))
    return {
        "differences": [await _difference(rehearsal, a["id"], b["id"]) for a, b in pairwise(versions)],
        "amendments": [_amendment(rehearsal, one) for one in rehearsal.watch.all("amendment")],
    }


async def _get(rehearsal: Rehearsal, path: str) -> Facts:
    answer = await rehearsal.lead.browser.get(f"/api/w/{rehearsal.workshop}/{path}")
    found: Facts = msgspec.json.decode(answer)
    return found


async def _difference(rehearsal: Rehearsal, before: str, after: str) -> Facts:
    found = await _get(rehearsal, f"difference?from={before}&to={after}")
    rows = rehearsal.rows
    changes = [one | {"id": rows[one["id"]].id if one["id"] in rows else one["id"]} for one in found["changes"]]
    return {"from": before, "to": after, "changes": changes}


def _amendment(rehearsal: Rehearsal, one: Record) -> Facts:
    players = {person.id: player for player, person in rehearsal.people.items()}
    plain = {name: one.get(name, "") for name in ("number", "text", "base", "words", "reason", "end")}
    return {**plain, "by": players.get(one["person"], one["person"]), "hands": len(one.get("hands", ()))}
