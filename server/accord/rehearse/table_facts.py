"""What the people of a rehearsal saw in the tables in the end, by the ids of its file."""

from collections.abc import Callable
from typing import Any

from accord.domain import cells
from accord.domain.catalogue import TEAMS
from accord.rehearse.person import Person, Record
from accord.rehearse.tables import Filled

Facts = dict[str, Any]


def tables(public: Person, player: Callable[[str], str], rows: dict[str, Filled]) -> Facts:
    """`rows`: row in the room → the file's. `player` gives a person's id in the file."""
    seen = _Tables(public, player, rows)
    return {
        "funnel": seen.funnel(),
        "definitions": seen.by_id("definitions"),
        "commitments": {team: list(seen.by_id(f"{team}_commitments").values()) for team in TEAMS},
        "metrics": seen.by_id("metrics"),
        "process": list(seen.by_id("process").values()),
        "meetings": seen.by_id("meetings"),
        "calibration": seen.calibration(),
        "tables": {name: seen.by_id(name) for name in seen.others()},
    }


NAMED = ("definitions", "metrics", "process", "meetings", *(f"{team}_commitments" for team in TEAMS))


class _Tables:
    def __init__(self, public: Person, player: Callable[[str], str], rows: dict[str, Filled]) -> None:
        self.public, self.player, self.rows = public, player, rows
        self.kinds = {
            spec["id"]: {field["id"]: field.get("kind", "text") for field in spec["fields"]}
            for spec in public.all("table")
        }

    def others(self) -> list[str]:
        return sorted({row["table"] for row in self.public.all("row")} - set(NAMED))

    def by_id(self, table: str) -> Facts:
        found = sorted((one for one in self.public.all("row") if one["table"] == table), key=lambda one: one["place"])
        return {self._name(row["id"]): self._row(row) for row in found}

    def _name(self, row: str) -> str:
        return self.rows[row].id if row in self.rows else row

    def _row(self, row: Record) -> Facts:
        kinds = self.kinds.get(row["table"], {})
        said = {name: cell.get("text", "") for name, cell in row["cells"].items()}
        read = {name: self._read(kinds.get(name, "text"), words) for name, words in said.items() if words}
        promised = {"promised": row.get("promised", True)} if row["table"].endswith("_commitments") else {}
        return {"id": self._name(row["id"]), "status": row["status"], **promised, **read}

    def _read(self, kind: str, words: str) -> Any:
        if kind == "number":
            return cells.number(words)
        if kind == "share":
            return cells.share(words)
        if kind == "list":
            return list(cells.lines(words))
        if kind == "refs":
            return [self._name(ref) for ref in cells.refs(words)]
        if kind == "person":
            return ", ".join(self.player(one) for one in words.split(", "))
        return self._measured(kind, words)

    def _measured(self, kind: str, words: str) -> Any:
        if kind == "limit" and (found := cells.limit(words)):
            return {"value": found.value, "unit": found.unit}
        if kind == "level" and (level := cells.level(words)):
            return {"comparison": level.comparison, "value": level.value, "unit": level.unit, "per": level.per}
        return words

    def funnel(self) -> Facts:
        """Volumes that the room works out from the goal and the rates, beside those that were written."""
        record = self.public.get("funnel", "w")
        if record is None:
            return {}
        whole = {name: record.get(name) for name in ("goal", "revenue", "won", "pipeline", "coverage")}
        streams = {stream["id"]: _stream(stream) for stream in record["streams"]}
        return {**whole, "streams": streams, "remarks": record.get("remarks", [])}

    def calibration(self) -> Facts:
        return {"rounds": [one for record in self.public.all("calibration") for one in record["rounds"]]}


def _stream(stream: Record) -> Facts:
    return {level["id"]: level for level in stream["levels"]}
