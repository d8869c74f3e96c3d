"""The difference between two versions, clause by clause; words are compared by whoever shows them."""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct

from accord.domain.arrangement import named
from accord.domain.catalogue import Text

Kind = Literal["added", "removed", "changed", "renamed", "moved"]
Tree = dict[str, Any]


class Change(Struct, frozen=True):
    """`what` is section, clause, row or open_point; `field` names the cell of a row.

    Words are "" where there were none. Of a section `was` and `now` are its names without letter, None in the version
    that does without it; one that was moved stands `behind` another now, or first.
    """

    what: str
    kind: Kind
    id: str
    section: str
    field: str = ""
    before: str = ""
    after: str = ""
    was: Text | None = None
    now: Text | None = None
    behind: Text | None = None


def tree(content: str) -> Tree:
    """A version's frozen content."""
    return msgspec.json.decode(content, type=Tree)


def difference(before: Tree, after: Tree) -> tuple[Change, ...]:
    """What one has to read anew: in the order of the later version, then what is gone."""
    return (*_sections(before, after), *_clauses(before, after), *_rows(before, after), *_open_points(before, after))


def _sections(before: Tree, after: Tree) -> Iterator[Change]:
    """An annex that got another letter because others moved is not told."""
    old, new = _names(before), _names(after)
    moved = _moved([one for one in old if one in new], [one for one in new if one in old])
    for at, (key, now) in enumerate(new.items()):
        was = old.get(key)
        if was is None:
            yield Change("section", "added", key, key, now=now)
        elif was != now:
            yield Change("section", "renamed", key, key, was=was, now=now)
        if key in moved:
            behind = [*new.values()][at - 1] if at else None
            yield Change("section", "moved", key, key, was=was, now=now, behind=behind)
    for key, was in old.items():
        if key not in new:
            yield Change("section", "removed", key, key, was=was)


def _names(content: Tree) -> dict[str, Text]:
    return {s["id"]: named(Text(**s["title"])) for s in content["sections"]}


def _moved(old: list[str], new: list[str]) -> frozenset[str]:
    """The fewest that have to move to come from one order to the other."""
    place = {key: at for at, key in enumerate(old)}
    runs: list[list[str]] = []
    for key in new:
        before = [run for run in runs if place[run[-1]] < place[key]]
        runs.append([*_longest(before), key])
    return frozenset(new) - frozenset(_longest(runs))


def _longest(runs: list[list[str]]) -> list[str]:
    return max(runs, key=len) if runs else []


def _clauses(before: Tree, after: Tree) -> Iterator[Change]:
    old, new = _by_clause(before), _by_clause(after)
    for key, (section, words) in new.items():
        if key not in old:
            yield Change("clause", "added", key, section, after=words)
        elif old[key][1] != words:
            yield Change("clause", "changed", key, section, before=old[key][1], after=words)
    for key, (section, words) in old.items():
        if key not in new:
            yield Change("clause", "removed", key, section, before=words)


def _by_clause(content: Tree) -> dict[str, tuple[str, str]]:
    return {c["id"]: (s["id"], c["text"]) for s in content["sections"] for c in s["clauses"]}


def _rows(before: Tree, after: Tree) -> Iterator[Change]:
    """Cells of rows that stand in both; a whole row that comes or goes is a clause that does."""
    old, new = _by_row(before), _by_row(after)
    sections = {c["row"]: s["id"] for s in after["sections"] for c in s["clauses"] if c.get("row")}
    for row, cells in new.items():
        was = old.get(row)
        for field in dict.fromkeys((*cells, *(was or {}))) if was is not None else ():
            words, now = (was or {}).get(field, ""), cells.get(field, "")
            if words != now:
                yield Change("row", "changed", row, sections.get(row, ""), field, words, now)


def _by_row(content: Tree) -> dict[str, dict[str, str]]:
    return {row["id"]: row["cells"] for table in content.get("tables", ()) for row in table["rows"]}


def _open_points(before: Tree, after: Tree) -> Iterator[Change]:
    old = {p["id"]: f"{p['text']} ({p['owner']}, {p['due']})" for p in before["open_points"]}
    new = {p["id"]: f"{p['text']} ({p['owner']}, {p['due']})" for p in after["open_points"]}
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key, ""), new.get(key, "")
        if was != now:
            kind: Kind = "changed" if was and now else "added" if now else "removed"
            yield Change("open_point", kind, key, "annex_open", before=was, after=now)
