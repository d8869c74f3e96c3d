"""The sections of the agreement as they are now: in their order, by their names, some of them left out.

Everything that shows, freezes, checks or counts sections asks here and never the plan.
"""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Final

from accord.domain.arrangement import Arrangement, annexed, lettered, named
from accord.domain.catalogue import Section, Text
from accord.domain.state import State, change

NEEDED: Final = frozenset({"parties", "period", "signoff", "annex_provenance"})
"""Never left out: who agreed, for how long, who signed, and why a known weakness stays (decision 0060)."""
PLACED: Final = frozenset({"summary", "signoff"})
"""Stay where they are: the page in short before all chapters, the signatures after them."""


def sections(state: State) -> tuple[Section, ...]:
    """All of them as they are now, those left out too."""
    arranged, planned = state.arranged, state.plan.sections
    if arranged == Arrangement():
        return planned
    known = {one.id: one for one in (*planned, *arranged.own)}
    order = tuple(known[one] for one in arranged.order or known)
    letters = _letters(planned, order)
    return tuple(
        change(one, order=at, title=_title(arranged.titles.get(one.id), one.title, letters.get(one.id, "")))
        for at, one in enumerate(order)
    )


def _letters(planned: tuple[Section, ...], order: tuple[Section, ...]) -> dict[str, str]:
    """Annexes keep their letters until one is moved; then they are lettered as they stand, left out or not."""
    was, now = ([one for one in some if is_annex(one)] for some in (planned, order))
    if [one.id for one in was] == [one.id for one in now]:
        return {one.id: lettered(one.title.pl)[0] for one in now}
    return {one.id: letter for one, letter in zip(now, ascii_uppercase, strict=False)}


def _title(name: Text | None, planned: Text, letter: str) -> Text:
    return annexed(letter, name or named(planned)) if letter else name or planned


def is_annex(section: Section) -> bool:
    return bool(lettered(section.title.pl)[0])


def section(state: State, section_id: str) -> Section | None:
    return next((one for one in sections(state) if one.id == section_id), None)


def stands(state: State, section_id: str) -> bool:
    """It is not left out."""
    return section_id not in state.arranged.off


def standing(state: State) -> tuple[Section, ...]:
    """What the agreement consists of."""
    return tuple(one for one in sections(state) if stands(state, one.id))


def numbers(state: State) -> dict[str, str]:
    """Section → its number as printed, or the letter of an annex; core chapters and those with a clause have one."""
    written = {clause.section for clause in state.clauses.values()}
    found: dict[str, str] = {}
    chapters = 0
    for one in standing(state):
        letter = lettered(one.title.pl)[0]
        if letter or one.core or one.id in written:
            chapters += not letter
            found[one.id] = letter or str(chapters)
    return found


def left_rows(state: State) -> frozenset[str]:
    """Rows that stand only in sections which are left out."""
    if not state.arranged.off:
        return frozenset()
    clauses = [(clause.row, stands(state, clause.section)) for clause in state.clauses.values() if clause.row]
    return frozenset(row for row, there in clauses if not there) - {row for row, there in clauses if there}


def placed(state: State, section_id: str, before: str) -> tuple[str, ...]:
    """The ids in their order with one of them put before another, or last of its kind ("")."""
    known = {one.id: one for one in sections(state)}
    rest = [one for one in known if one != section_id]
    at = rest.index(before) if before in rest else _end(known, rest, is_annex(known[section_id]))
    return (*rest[:at], section_id, *rest[at:])


def added(state: State, section_id: str) -> tuple[str, ...]:
    """The ids with a new chapter after the last one."""
    known = {one.id: one for one in sections(state)}
    at = _end(known, [*known], annex=False)
    return (*[*known][:at], section_id, *[*known][at:])


def _end(known: dict[str, Section], rest: list[str], annex: bool) -> int:
    """Where the last chapter, or the last annex, would stand."""
    after = (at for at, one in enumerate(rest) if one == "signoff" or is_annex(known[one]))
    return len(rest) if annex else next(after, len(rest))


def may_stand(state: State, section_id: str, before: str) -> bool:
    """Chapters are placed among chapters, annexes among annexes; what is PLACED is no neighbour to pass."""
    known = {one.id: one for one in sections(state)}
    if section_id in PLACED or before == section_id or (before and before not in known):
        return False
    if not before:
        return True
    annex = is_annex(known[section_id])
    return before != "summary" and is_annex(known[before]) == annex


def clauses_in(state: State, section_id: str) -> Iterator[str]:
    return (clause.id for clause in state.clauses.values() if clause.section == section_id)
