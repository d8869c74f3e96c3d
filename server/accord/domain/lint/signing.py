"""Escalation and signatures (ESC, SIGN)."""

from collections.abc import Iterator

from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.model import Document
from accord.domain.lint.phrases import meant

GAP = 3  # "loses PLN 200 of bonus" is "loses bonus"


@rule("ESC-01", "warn")
def _(d: Document) -> Iterator[Spot]:
    if d.has("escalation") and not d.escalation:
        yield at("escalation", "escalation", "steps")


@rule("ESC-02", "warn")
def _(d: Document) -> Iterator[Spot]:
    last = d.escalation[-1] if d.escalation else None
    if last and (not last.who or not last.decides):
        yield at("escalation", "escalation", last.id, "who")


@rule("ESC-03", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.commitments:
        if _penalty(d, one.if_missed):
            yield at(f"{one.team}_sla", "commitment", one.id, "if_missed", text=one.if_missed)
    for step in d.escalation:
        if _penalty(d, step.what):
            yield at("escalation", "escalation", step.id, "what", text=step.what)
    for clause in d.clauses:
        if clause.section == "escalation" and _penalty(d, clause.text):
            yield at("escalation", "clause", clause.id, "text", text=clause.text)


def _penalty(d: Document, text: str) -> bool:
    return any(meant(text, d.lists.penalty.get(language, ()), language, GAP) for language in d.languages)


@rule("SIGN-01", "warn")
def _(d: Document) -> Iterator[Spot]:
    missing = [one.name for one in d.signatures if one.decision == "pending"]
    if d.waiting and missing:
        yield at("signoff", "version", "signatures", people=", ".join(missing))


@rule("SIGN-02", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.signatures:
        if one.decision == "refuse":
            yield at("signoff", "signature", one.person, person=one.name, text=one.text)


@rule("SIGN-03", "error")
def _(d: Document) -> Iterator[Spot]:
    signed = [one for one in d.signatures if one.decision in ("accept", "reserve")]
    others = any(not one.head for one in d.members)
    if d.waiting and signed and others and all(one.head for one in signed):
        yield at("signoff", "version", "heads")


@rule("SIGN-04", "error")
def _(d: Document) -> Iterator[Spot]:
    for id_ in d.changed:
        section = d.section(id_)
        if section and any(one.decision in ("accept", "reserve") for one in d.signatures):
            yield at("signoff", "section", id_, section=section.title)


@rule("SIGN-05", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.signatures:
        if one.decision in ("accept", "reserve") and not one.understands:
            yield at("signoff", "signature", one.person, person=one.name)
