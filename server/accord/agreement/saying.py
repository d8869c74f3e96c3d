"""A cell of a table in words: figures with inflected units, levels, limits, dates, names. Pure."""

import re
from collections.abc import Mapping
from typing import Any, Final

from accord.agreement import typography
from accord.domain import cells
from accord.domain.catalogue import Field, Language, Table, Text
from accord.words import Words

_PLAIN: Final = re.compile(r"-?[\d\s\u00a0.,]+")


class Saying:
    """`tables` are a version's, `known` the tables as they were planned: options and kinds of cells come from them."""

    def __init__(self, tables: list[Any], known: Mapping[str, Table], language: Language) -> None:
        self.language, self.known, self.words = language, known, Words(language)
        self.names = dict(self._names(tables))

    def _names(self, tables: list[Any]) -> list[tuple[str, str]]:
        """Row and starter → what others call it: M1, or the words of its head."""
        found: list[tuple[str, str]] = []
        for table in tables:
            planned = self.known.get(table["id"])
            for place, row in enumerate(table["rows"], 1):
                name = f"{planned.prefix}{place}" if planned and planned.prefix else self.head(table, row)
                found += [(key, name) for key in (row["starter"], row["id"]) if key]
        return found

    def head(self, table: Any, row: Any) -> str:
        planned = self.known.get(table["id"])
        first = (planned.head if planned else "") or table["fields"][0]["id"]
        return self.cell(table, row, first)

    def title(self, table: Any, field: str) -> str:
        found = next((one["title"] for one in table["fields"] if one["id"] == field), None)
        return str(found[self.language]) if found else field

    def cell(self, table: Any, row: Any, field: str) -> str:
        return "; ".join(self.lines(table, row, field))

    def lines(self, table: Any, row: Any, field: str) -> tuple[str, ...]:
        """() where nothing is written; a list has several."""
        words = row["cells"].get(field, "").strip()
        kind = next((one["kind"] for one in table["fields"] if one["id"] == field), "text")
        if not words:
            return ()
        if kind == "list":
            return cells.lines(words)
        return (self._said(kind, words, self._field(table, field)),)

    def _field(self, table: Any, field: str) -> Field | None:
        planned = self.known.get(table["id"])
        return planned.field(field) if planned else None

    def _said(self, kind: str, words: str, field: Field | None) -> str:
        match kind:
            case "choice":
                return self._option(words, field)
            case "number":
                value = cells.number(words) if _PLAIN.fullmatch(words) else None
                return words if value is None else typography.number(value, self.language, 3)
            case "share":
                part = cells.share(words)
                return words if part is None else self._counted("prose-counted", part * 100, "percent")
            case "date":
                return typography.iso_day(words, self.language)
            case "limit":
                limit = cells.limit(words)
                return words if limit is None else self.counted(limit.value, limit.unit)
            case "level":
                level = cells.level(words)
                return words if level is None else self.level(level)
            case "refs":
                return ", ".join(self.names.get(one, one) for one in cells.refs(words))
        return words

    def _option(self, words: str, field: Field | None) -> str:
        found: Text | None = next((one.text for one in field.options if one.id == words), None) if field else None
        return found.said(self.language) if found else words

    def level(self, level: cells.Level) -> str:
        """At least 50 MQLs a month. There is no more than 100%."""
        whole = (level.comparison, level.value, level.unit) == ("at_least", 100, "percent")
        parts = (
            "" if whole else self.words.say("prose-comparison", comparison=level.comparison),
            self.counted(level.value, level.unit),
            self.words.say("prose-per", per=level.per) if level.per else "",
        )
        return " ".join(part for part in parts if part)

    def counted(self, value: float, unit: str) -> str:
        """2 dni robocze, 2,5 dnia roboczego."""
        return self._counted("prose-counted", value, unit)

    def within(self, value: float, unit: str) -> str:
        """As it stands after "w ciągu": 2 dni roboczych."""
        return self._counted("prose-within", value, unit)

    def _counted(self, sentence: str, value: float, unit: str) -> str:
        shown = typography.number(value, self.language, 2)
        number = int(value) if float(value).is_integer() else round(value, 2)
        return self.words.say(sentence, value=number, shown=shown, unit=unit)
