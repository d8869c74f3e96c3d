"""Words that nobody filled in, and people who have left (TXT, OWN)."""

import re
from collections.abc import Iterator

from accord.domain.lint.findings import Spot, at, rule
from accord.domain.lint.model import Document, Spoken

BLANK = re.compile(r"(?<!\{)\{(?:[^\W_][\w ]{0,39}|…)\}(?!\})|_{3,}|…{2,}|\.{5,}")
"""{N}, {okres} as in the starters of canvases/; ___, ……, ..... as people leave room on paper."""


@rule("TXT-01", "error")
def _(d: Document) -> Iterator[Spot]:
    """Nobody can keep or break a promise of {N} days."""
    clauses = (Spoken(one.section, "clause", one.id, "text", one.text) for one in d.clauses)
    for one in (*clauses, *d.written):
        if found := BLANK.search(one.text):
            yield at(one.section, one.kind, one.object, one.field, text=found[0])


@rule("OWN-01", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.left:
        if one.field:
            title = {"title": one.title} if one.title else {}
            of = "cell" if one.title else "open"
            yield at(one.section, one.kind, one.object, one.field, of=of, person=one.person, what=one.what, **title)


@rule("OWN-02", "warn")
def _(d: Document) -> Iterator[Spot]:
    for one in d.left:
        if not one.field:
            yield at(one.section, one.kind, one.object, "", people=one.person, what=one.what)
