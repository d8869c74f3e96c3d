"""The canonical content of a version: what everybody signs, and its fingerprint."""

import hashlib
import re

import msgspec

from accord.domain.attending import begun
from accord.domain.chapters import agreed_table, clauses, open_points
from accord.domain.lint.check import kept_findings
from accord.domain.lint.findings import Finding
from accord.domain.sections import standing
from accord.domain.state import State, members, twin


def content(state: State, version: str) -> str:
    """Canonical JSON (RFC 8785 for the strings, integers and lists used here): sorted keys, no spaces, UTF-8."""
    return msgspec.json.encode(_tree(state, version), order="sorted").decode()


def digest(canonical: str) -> str:
    """SHA-256 in hex of the canonical JSON's UTF-8 bytes."""
    return hashlib.sha256(canonical.encode()).hexdigest()


_SMALL = re.compile(r"0\.(\d{1,3})")
_WHOLE = re.compile(r"([1-9]\d{0,2})\.(\d{1,3})")


def next_version(state: State, *, major: bool = False) -> str:
    """1.0 first, then 1.1, 1.2 …; `major` begins the next period's: 2.0.

    In a session that ends with a small version it is that one, or the next free one.
    """
    session = begun(state) or next(iter(state.plan.sittings), None)
    small = _SMALL.fullmatch(session.version) if session else None
    if small is None:
        return _next_whole(state, major)
    used = [int(found[1]) for v in state.versions if (found := _SMALL.fullmatch(v))]
    return f"0.{max([int(small[1]), *(one + 1 for one in used)])}"


def _next_whole(state: State, major: bool) -> str:
    used = [(int(found[1]), int(found[2])) for v in state.versions if (found := _WHOLE.fullmatch(v))]
    whole, part = max(used, default=(1, -1))
    return f"{whole + 1}.0" if major and used else f"{whole}.{part + 1}"


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
        "sections": [{"id": s.id, "title": s.title, "clauses": clauses(state, s.id)} for s in standing(state)],
        "tables": [table for name in state.tables if (table := agreed_table(state, name))["rows"]],
        "open_points": [{"id": i.id, "text": i.text, "owner": i.owner, "due": i.due} for i in open_points(state)],
        **_spoken_of(state),
    }


def _spoken_of(state: State) -> dict[str, object]:
    """The period once somebody set it, and what stays in the agreement on purpose."""
    period, kept = state.period, kept_findings(state)
    return {
        **({"period": msgspec.structs.asdict(period)} if period.start or period.end or period.review else {}),
        **({"kept": [_kept(finding, state.kept[finding.id].reason) for finding in kept]} if kept else {}),
    }


def _kept(finding: Finding, reason: str) -> dict[str, object]:
    return {"rule": finding.rule, "section": finding.section, "values": finding.values, "reason": reason}
