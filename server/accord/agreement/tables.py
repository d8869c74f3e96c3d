"""The agreed tables of a version in words and figures, for files that other programs open: State → Told. Pure."""

from typing import Any, Final

import msgspec
from msgspec import Struct

from accord.agreement import typography
from accord.agreement.draft import frozen_of
from accord.domain import cells, freeze
from accord.domain.catalogue import Field, Language, Table
from accord.domain.state import State
from accord.words import Words

SIGNS: Final = {"at_least": "≥ ", "at_most": "≤ ", "exactly": "= "}


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
        self.found, self.known, self.language, self.words = found, known, language, Words(language)
        self.names: dict[str, str] = {}
        for table in found:
            for place, row in enumerate(table["rows"], 1):
                self.names |= {key: self._name(table, row, place) for key in (row["starter"], row["id"]) if key}

    def _name(self, table: Any, row: Any, place: int) -> str:
        planned = self.known.get(table["id"])
        head = (planned.head if planned else "") or table["fields"][0]["id"]
        return self._mark(planned, place) or row["cells"].get(head, "")

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
                {
                    id_: self._cell(kinds.get(id_, "text"), words, planned.field(id_) if planned else None)
                    for id_, words in row["cells"].items()
                },
            )
            for place, row in enumerate(table["rows"], 1)
        )
        return Told(table["id"], table["title"][self.language], heads, lines, bool(planned and planned.prefix))

    def _cell(self, kind: str, words: str, field: Field | None) -> Cell:
        value = {"number": cells.number, "share": cells.share}.get(kind, lambda _: None)(words)
        return Cell(self._said(kind, words.strip(), field), words, value, kind)

    def _said(self, kind: str, words: str, field: Field | None) -> str:
        match kind:
            case "choice":
                options = field.options if field else ()
                return next((one.text.said(self.language) for one in options if one.id == words), words)
            case "date":
                return typography.iso_day(words, self.language)
            case "refs":
                return ", ".join(self.names.get(one, one) for one in cells.refs(words))
            case "limit":
                limit = cells.limit(words)
                return f"{self._number(limit.value)} {self._unit(limit)}" if limit else words
            case "level":
                level = cells.level(words)
                return self._level(level) if level else words
        return words

    def _level(self, level: cells.Level) -> str:
        unit = "" if level.unit == "percent" else " " + self._unit(level)
        per = self.words.say("exports-per", per=level.per) if level.per else ""
        sign = "%" if level.unit == "percent" else ""
        return f"{SIGNS[level.comparison]}{self._number(level.value)}{sign}{unit} {per}".rstrip()

    def _number(self, value: float) -> str:
        return typography.number(value, self.language, 3)

    def _unit(self, found: cells.Limit | cells.Level) -> str:
        if found.unit not in cells.CLOCKS:
            return found.unit.replace("_", " ").upper()
        return self.words.say("exports-unit", unit=found.unit, n=found.value)
