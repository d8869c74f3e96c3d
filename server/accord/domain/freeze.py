"""The canonical content of a version: what everybody signs, and its fingerprint."""

import hashlib

import msgspec

from accord.domain.state import State, members, twin


def content(state: State, version: str) -> str:
    """Canonical JSON (RFC 8785 for the strings, integers and lists used here): sorted keys, no spaces, UTF-8."""
    return msgspec.json.encode(_tree(state, version), order="sorted").decode()


def digest(canonical: str) -> str:
    """SHA-256 in hex of the canonical JSON's UTF-8 bytes."""
    return hashlib.sha256(canonical.encode()).hexdigest()


def next_version(state: State) -> str:
    """1.0 first, then 1.1, 1.2 …"""
    return f"1.{len(state.versions)}"


def _tree(state: State, version: str) -> dict[str, object]:
    plan = state.plan
    return {
        "format": "accord-agreement/1",
        "version": version,
        "title": plan.title,
        "company": plan.company,
        "languages": list(plan.languages),
        "teams": {team: names.name for team, names in plan.teams.items()},
        "parties": [
            {"name": p.name, "number": p.number, "twin": twin(state, p), "team": p.team, "head": p.head}
            for p in members(state)
        ],
        "sections": [{"id": s.id, "title": s.title, "clauses": _clauses(state, s.id)} for s in plan.sections],
        "open_points": [
            {"id": i.id, "text": i.text, "owner": i.owner, "due": i.due} for i in state.parked.values() if not i.closed
        ],
    }


def _clauses(state: State, section: str) -> list[dict[str, object]]:
    found = sorted((c for c in state.clauses.values() if c.section == section), key=lambda c: (c.order, c.id))
    return [{"id": c.id, "text": c.wording.text, "sources": list(c.sources)} for c in found]
