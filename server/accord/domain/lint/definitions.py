"""Definitions: are the words we use defined, and well (DEF)."""

from collections.abc import Iterator
from itertools import pairwise

from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.model import Definition, Document, said
from accord.domain.lint.phrases import REJECTING, found
from accord.domain.lint.terms import used

STAGES = ("lead", "mql", "sal", "sql", "opportunity")
REASONS = 12


@rule("DEF-01", "warn")
def _(d: Document) -> Iterator[Spot]:
    known = {one.form for one in d.definitions} | ({"icp"} if d.icp else set())
    for form in d.lists.terms if d.has("definitions") else ():
        if form.id not in known:
            uses = ((one, used(one.text, form)) for one in said(d) if d.covers(one.section))
            hit = next(((one, words) for one, words in uses if words), None)
            if hit:
                yield at("definitions", "term", form.id, term=hit[1])


@rule("DEF-02", "info")
def _(d: Document) -> Iterator[Spot]:
    forms = {form.id: form for form in d.lists.terms}
    for one in d.definitions:
        form = forms.get(one.form)
        if form and not any(used(text, form) for text in _others(d, one)):
            yield at("definitions", "definition", one.id, "term", term=one.term)


def _others(d: Document, without: Definition) -> Iterator[str]:
    """Every sentence but those of one definition."""
    yield from (one.text for one in said(d))
    for one in d.definitions:
        if one.id != without.id:
            yield from (one.sentence, *one.must, *one.any, *one.exclude, one.evidence)


@rule("DEF-03", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.definitions:
        if not one.must:
            yield at("definitions", "definition", one.id, "must", term=one.term)


@rule("DEF-04", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.definitions:
        for field, texts in (("must", one.must), ("any", one.any)):
            for text in texts:
                if any(found(text, d.lists.vague.get(language, ()), language) for language in d.languages):
                    yield at("definitions", "definition", one.id, field, text=text)


@rule("DEF-05", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.definitions:
        if one.form in STAGES and not one.decides:
            yield at("definitions", "definition", one.id, "decides", term=one.term)


@rule("DEF-06", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.definitions:
        if not one.evidence:
            yield at("definitions", "definition", one.id, "evidence", term=one.term)


@rule("DEF-07", "info")
def _(d: Document) -> Iterator[Spot]:
    for one in d.definitions:
        if not one.example or not one.counter_example:
            field = "counter_example" if one.example else "example"
            yield at("definitions", "definition", one.id, field, term=one.term)


@rule("DEF-08", "warn")
def _(d: Document) -> Iterator[Spot]:
    chain = [one for stage in STAGES for one in d.definitions if one.form == stage]
    for a, b in pairwise(chain):
        if _criteria(a) and _criteria(a) == _criteria(b):
            yield at("definitions", "definition", b.id, "must", a=a.term, b=b.term)


def _criteria(one: Definition) -> frozenset[str]:
    return frozenset(" ".join(text.casefold().split()) for text in (*one.must, *one.any))


@rule("DEF-09", "error")
def _(d: Document) -> Iterator[Spot]:
    for one in d.definitions:
        if all(one.views) and not one.agreed:
            yield at("definitions", "definition", one.id, "sentence", term=one.term)


@rule("DEF-10", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.definitions:
        if one.form == "mql" and not one.exclude:
            yield at("definitions", "definition", one.id, "exclude")


@rule("DEF-11", "warn")
def _(d: Document) -> Iterator[Spot]:
    defined = any(one.form in ("rejected", "recycled") for one in d.definitions)
    rejecting = defined or any(REJECTING.search(one.name) for one in d.steps)
    if d.has("rejection_and_return_reasons") and rejecting and not 0 < len(d.reasons) <= REASONS:
        yield at("definitions", "reasons", "reasons")
