"""The check itself: every rule, and the findings in the order people read them."""

from accord.domain.lint import (
    commitments,
    consistency,
    definitions,
    goals,
    process,
    reporting,
    signing,
    structure,
    words,
)
from accord.domain.lint.closing import changes
from accord.domain.lint.findings import RULES, SEVERITIES, Finding, Rule, Spot
from accord.domain.lint.gather import gather
from accord.domain.lint.model import Document
from accord.domain.state import State

SUBJECTS = (structure, goals, definitions, process, commitments, consistency, reporting, signing, words)
"""Importing them registers their rules."""


def check(document: Document) -> tuple[Finding, ...]:
    """Errors by section, then warnings, then hints; one finding for each rule and object.

    A section that nobody has come to yet has none.
    """
    found: dict[str, Finding] = {}
    for rule in RULES.values():
        for spot in rule.look(document):
            if document.covers(spot.section):
                finding = _finding(document, rule, spot)
                found.setdefault(finding.id, finding)
    order = {section.id: at for at, section in enumerate(document.sections)}
    return tuple(sorted(found.values(), key=lambda one: (SEVERITIES.index(one.severity), order[one.section])))


def keepable(finding: Finding) -> bool:
    """Warnings may stay on purpose; an empty section may wait, printed as not covered yet; some braces are meant."""
    return finding.severity == "warn" or finding.rule in ("STR-01", "TXT-01")


def stopping(state: State) -> tuple[Finding, ...]:
    """Errors in what people agreed on. Those about signing concern the version before: a new one is their cure."""
    errors = (one for one in check(gather(state)) if one.severity == "error" and one.section != "signoff")
    return tuple(one for one in errors if one.id not in state.kept or not keepable(one))


def kept_findings(state: State) -> tuple[Finding, ...]:
    """What stays on purpose and is still there."""
    return tuple(one for one in check(gather(state)) if one.id in state.kept) if state.kept else ()


def _finding(document: Document, rule: Rule, spot: Spot) -> Finding:
    id_ = f"{rule.id}:{spot.kind}:{spot.object}"
    severity = spot.severity or rule.severity
    close = changes(rule.id, document, spot)
    return Finding(id_, rule.id, severity, spot.section, spot.kind, spot.object, spot.field, spot.values, close)
