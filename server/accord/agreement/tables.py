"""The agreed tables of a version in words and figures, for files that other programs open: State → Told. Pure."""

from typing import Any

import msgspec
from msgspec import Struct

from accord.agreement.draft import frozen_of
from accord.agreement.saying import Saying
from accord.domain import cells, freeze
from accord.domain.catalogue import Language, Table
from accord.domain.state import State


class Cell(Struct, frozen=True):
    """`raw` as it was written; `value` its figure (a share is 0–1) where the whole cell is one."""

    text: str = ""
    raw: str = ""
    value: float | None = None
    kind: str = "text"


class Line(Struct, frozen=True):
    """A row. `mark` is M1, S2 … where the table counts its rows so."""

    id: str
    mark: str
    cells: dict[str, Cell]

    def said(self, field: str) -> str:
        return self.cells.get(field, Cell()).text


class Told(Struct, frozen=True):
    """`heads`: field → its title, in the order of the table."""

    id: str
    title: str
    heads: dict[str, str]
    lines: tuple[Line, ...]
    marked: bool = False


def tables(state: State, language: Language, version: str = "") -> dict[str, Told]:
    """Of the version that `draft` would take. KeyError for a version that is not."""
    frozen = frozen_of(state, version)
    content = frozen.content if frozen else freeze.content(state, freeze.next_version(state))
    tree = msgspec.json.decode(content, type=dict[str, Any])
    telling = _Telling(tree.get("tables", []), state.tables, language)
    return {one["id"]: telling.table(one) for one in telling.found}


class _Telling:
    def __init__(self, found: list[Any], known: dict[str, Table], language: Language) -> None:
        self.found, self.known, self.language = found, known, language
        self.saying = Saying(found, known, language)

    def _mark(self, planned: Table | None, place: int) -> str:
        return f"{planned.prefix}{place}" if planned and planned.prefix else ""

    def table(self, table: Any) -> Told:
        planned = self.known.get(table["id"])
        heads = {field["id"]: field["title"][self.language] for field in table["fields"]}
        kinds = {field["id"]: field["kind"] for field in table["fields"]}
        lines = tuple(
            Line(
                row["id"],
                self._mark(planned, place),
                {id_: self._cell(table, row, id_, kinds.get(id_, "text")) for id_ in row["cells"]},
            )
            for place, row in enumerate(table["rows"], 1)
        )
        return Told(table["id"], table["title"][self.language], heads, lines, bool(planned and planned.prefix))

    def _cell(self, table: Any, row: Any, field: str, kind: str) -> Cell:
        words = row["cells"][field]
        value = {"number": cells.number, "share": cells.share}.get(kind, lambda _: None)(words)
        return Cell("\n".join(self.saying.lines(table, row, field)), words, value, kind)
