"""The words of a section as people read them: clauses, and the tables they stand for, in the section's pattern. Pure.

A clause that somebody wrote by hand stays as it is written; what its row says stands beside it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from msgspec.structs import replace

from accord.agreement import columns, patterns
from accord.agreement.outline import Block, Card, Fact, Grid, Heading, Items, Line, Paragraph
from accord.agreement.parts import Clause, Section
from accord.agreement.saying import Saying
from accord.agreement.typography import NBSP
from accord.domain import cells
from accord.domain.catalogue import Language, Table, Team, TeamNames
from accord.domain.catalogue import Section as Planned
from accord.words import Words

OTHER: Final[dict[Team, Team]] = {"marketing": "sales", "sales": "marketing"}
Found = tuple[Any, Any]
"""A table of the version and one of its rows."""


class Teller:
    """`tables` are those of a version's content; `known` and `sections` are pinned in the plan.

    `prompts`: row → title of the prompt it was written under.
    """

    def __init__(
        self,
        tables: list[Any],
        known: Mapping[str, Table],
        sections: Iterable[Planned],
        teams: Mapping[Team, TeamNames],
        prompts: Mapping[str, str],
        language: Language,
    ) -> None:
        self.prompts = prompts
        self.language, self.known, self.teams = language, known, teams
        self.saying, self.words = Saying(tables, known, language), Words(language)
        self.rows: dict[str, Found] = {row["id"]: (table, row) for table in tables for row in table["rows"]}
        self.patterns = {one.id: one.pattern.said(language) for one in sections if one.pattern}

    def told(self, section: Section, values: Mapping[str, str] | None = None) -> Section:
        """The section with its blocks, and each clause of a row with its sentence. `values` fill the pattern's rest."""
        clauses = tuple(self._short(section, clause) for clause in section.clauses)
        told = replace(section, clauses=clauses)
        blocks = (*self._blocks(told), *self._rest(told, values or {}))
        return replace(told, blocks=blocks)

    def _short(self, section: Section, clause: Clause) -> Clause:
        found = self.rows.get(clause.row)
        if clause.text or not found:
            return clause
        table, row = found
        name = self.saying.head(table, row)
        if table["id"].endswith("_commitments"):
            return replace(
                clause, told=f"{self.saying.names[row['id']]}: {self.saying.cell(table, row, 'clause') or name}"
            )
        if table["id"] in columns.SENTENCES:
            return replace(clause, told=" ".join(self._sentences(section.id, found)) or name)
        return replace(clause, told=name)

    # --- blocks ---

    def _blocks(self, section: Section) -> Iterator[Block]:
        self.numbers = {clause.row: clause.number for clause in section.clauses if clause.row}
        for table, run in groupby(section.clauses, key=self._table):
            some = list(run)
            yield from self._table_blocks(section, table, some) if table else self._paragraphs(some)

    def _table(self, clause: Clause) -> str:
        """ "" for words that stand for themselves."""
        return str(self.rows[clause.row][0]["id"]) if clause.row in self.rows and not clause.text else ""

    def _paragraphs(self, clauses: list[Clause]) -> Iterator[Block]:
        for one in clauses:
            text = one.text or self.words.say("prose-changing")
            edited = one.edited or bool(one.row and one.text)
            yield Paragraph(text, one.number, one.id, one.sources, edited, heads=one.heads)
            if one.text and one.row in self.rows:
                yield self._beside(one)

    def _beside(self, clause: Clause) -> Card:
        table, row = self.rows[clause.row]
        facts = tuple(self._facts(table, row, [f["id"] for f in table["fields"]]))
        return Card(self.words.say("prose-beside"), "", facts, table=table["id"], beside=True)

    def _table_blocks(self, section: Section, table: str, clauses: list[Clause]) -> Iterator[Block]:
        title = self._title(table)
        if table in columns.SENTENCES:
            yield from (self._sentence(section, clause) for clause in clauses)
        elif table == "personas" and not section.id.startswith("annex"):
            yield self._grid(table, title, clauses, (("name",), ("buying_role",), ("problem",)))
        elif table in columns.CARDS:
            yield Heading(title)
            yield from (self._card(section, clause) for clause in clauses)
        elif table in columns.FACTS:
            yield Heading(title)
            yield from (self._listed(clause) for clause in clauses)
        elif table in columns.BY_PROMPT:
            for prompt, run in groupby(clauses, key=lambda one: self.prompts.get(one.row, title)):
                yield self._grid(table, prompt, list(run), columns.COLUMNS[table])
        elif table == "process":
            yield from self._process(section, clauses)
        else:
            yield self._grid(table, title, clauses, columns.COLUMNS.get(table) or self._all(table))
            if table == "metrics":
                yield from self._ready(clauses)
            if table == "funnel":
                yield from self._units(clauses)

    def _title(self, table: str) -> str:
        found = next(one for one, _ in self.rows.values() if one["id"] == table)
        return str(found["title"][self.language])

    def _all(self, table: str) -> tuple[tuple[str, ...], ...]:
        found = next(one for one, _ in self.rows.values() if one["id"] == table)
        return tuple((field["id"],) for field in found["fields"])

    # --- grids ---

    def _grid(self, name: str, title: str, clauses: list[Clause], wanted: tuple[tuple[str, ...], ...]) -> Grid:
        rows = [(clause, *self.rows[clause.row]) for clause in clauses]
        kept = [tuple(f for f in column if any(row["cells"].get(f) for _, _, row in rows)) for column in wanted]
        used = [column for column in kept if column]
        lines = tuple(
            Line(tuple(self._cell(t, row, column) for column in used), clause.number, clause.id, clause.heads)
            for clause, t, row in rows
        )
        head = tuple(self.saying.title(rows[0][1], column[0]) for column in used)
        return Grid(name, title, head, lines, name in columns.WIDE)

    def _cell(self, table: Any, row: Any, column: tuple[str, ...]) -> tuple[str, ...]:
        said: list[str] = []
        for place, field in enumerate(column):
            found = self._values(table, row, field)
            if place == 0 or field in columns.BARE:
                said += found
            elif found:
                said.append(f"{self.saying.title(table, field)}: {', '.join(found)}")
        return tuple(said)

    def _values(self, table: Any, row: Any, field: str) -> tuple[str, ...]:
        words = row["cells"].get(field, "")
        unit = columns.UNITS.get((table["id"], field))
        if unit and (value := cells.number(words)) is not None:
            return (self.saying.counted(value, unit),)
        if table["id"] == "process" and field == "next":
            return tuple(self._ways(table, row))
        return self.saying.lines(table, row, field)

    def _ready(self, clauses: list[Clause]) -> Iterator[Items]:
        """When the figures are there: said once for all metrics that have the same time."""
        groups: dict[str, list[str]] = {}
        for clause in clauses:
            table, row = self.rows[clause.row]
            if when := self.saying.cell(table, row, "filled_in"):
                groups.setdefault(when, []).append(self.saying.head(table, row))
        if groups:
            said = tuple(f"{when}: {', '.join(names)}" for when, names in groups.items())
            yield Items(self.words.say("prose-ready"), said)

    def _units(self, clauses: list[Clause]) -> Iterator[Items]:
        """What is counted on each level, and by which rule."""
        said = tuple(text for clause in clauses if (text := self._unit(clause)))
        if said:
            yield Items(self.words.say("prose-units"), said)

    def _unit(self, clause: Clause) -> str:
        table, row = self.rows[clause.row]
        unit, rule = (self.saying.cell(table, row, field) for field in ("unit", "unit_rule"))
        told = ". ".join(one.rstrip(".") for one in (unit, rule) if one)
        return f"{clause.number} {self.saying.head(table, row)}: {told}" if told else ""

    # --- processes ---

    def _process(self, section: Section, clauses: list[Clause]) -> Iterator[Block]:
        def part(clause: Clause) -> str:
            return self.saying.cell(*self.rows[clause.row], "part")

        wanted = columns.COLUMNS["process"]
        for name, run in groupby(clauses, key=part):
            some = list(run)
            yield self._grid("process", name or self._title("process"), some, wanted)
        marks = [text for clause in clauses if (text := self._bottleneck(section, clause))]
        if marks:
            yield Items(self.words.say("prose-bottlenecks"), tuple(marks))

    def _ways(self, table: Any, row: Any) -> Iterator[str]:
        """Where it goes on, by the number of the clause; with its condition where there are several ways."""
        after = cells.refs(row["cells"].get("next", ""))
        ways = [self.numbers.get(one, self.saying.names.get(one, one)) for one in after]
        conditions = self.saying.lines(table, row, "conditions")
        if len(conditions) == len(ways):
            yield from (f"{condition} →{NBSP}{way}" for condition, way in zip(conditions, ways, strict=True))
        else:
            yield from (*(f"→{NBSP}{way}" for way in ways), *conditions)

    def _bottleneck(self, section: Section, clause: Clause) -> str:
        table, row = self.rows[clause.row]
        said = {name: self.saying.cell(table, row, name) for name in ("bottleneck", "bottleneck_action", "name")}
        if not said["bottleneck"]:
            return ""
        after = ", ".join(x for x in (said["bottleneck_action"], self.saying.cell(table, row, "bottleneck_owner")) if x)
        text = f"{clause.number} {said['name']}: {said['bottleneck']}"
        return f"{text} → {after}" if after else text

    # --- cards ---

    def _card(self, section: Section, clause: Clause) -> Card:
        return replace(self._bare_card(section, clause), sources=clause.sources, heads=clause.heads)

    def _bare_card(self, section: Section, clause: Clause) -> Card:
        table, row = self.rows[clause.row]
        name = self.saying.head(table, row)
        history = tuple(self._facts(table, row, columns.HISTORY))
        if table["id"] == "personas":
            rest = [field["id"] for field in table["fields"] if field["id"] != "name"]
            return Card(name, "", tuple(self._facts(table, row, rest)), clause.number, clause.id, table=table["id"])
        facts = tuple(self._pattern_facts(section.id, table, row))
        if table["id"] == "definitions":
            text = self.saying.cell(table, row, "sentence")
            return Card(name, text, facts, clause.number, clause.id, table=table["id"], history=history)
        text, mark = self._lead(section.id, (table, row)), self.saying.names[row["id"]]
        return Card("", text, facts, clause.number, clause.id, mark, table["id"], history)

    def _listed(self, clause: Clause) -> Card:
        """Every field that says something, sums of money with their currency."""
        table, row = self.rows[clause.row]
        planned = self.known.get(table["id"])
        left_out = {planned.head if planned else "", "currency"}
        facts = tuple(self._facts(table, row, [f["id"] for f in table["fields"] if f["id"] not in left_out]))
        return Card(
            self.saying.head(table, row), "", facts, clause.number, clause.id, table=table["id"], heads=clause.heads
        )

    def _lead(self, section: str, found: Found) -> str:
        """Marketing commits to sales that it …"""
        table, row = found
        lead = patterns.lead(self.patterns.get(section, "")).removeprefix("{no}. ")
        said = patterns.fill(lead, self._promised(table, row))
        return said or self.saying.head(table, row)

    def _promised(self, table: Any, row: Any) -> dict[str, str]:
        team: Team = "sales" if table["id"].startswith("sales") else "marketing"
        clause = self.saying.cell(table, row, "clause")
        return {
            "team_subject": self._team(team, "subject"),
            "team_object": self._team(OTHER[team], "object"),
            "clause": clause,
        }

    def _team(self, team: Team, form: str) -> str:
        """Its inflected name; another name stays as it is, after the word for a team."""
        name, usual = self.teams[team].name.said(self.language), self.words.say("prose-team", team=team, form="name")
        if name.casefold() == usual.casefold():
            return self.words.say("prose-team", team=team, form=form)
        return self.words.say("prose-other-team", name=name, form=form)

    def _pattern_facts(self, section: str, table: Any, row: Any) -> Iterator[Fact]:
        for label, run in patterns.labels(self.patterns.get(section, "")):
            names = patterns.fields(run)
            if names == ("comparison", "value", "unit", "per"):
                yield from self._fact(label, self.saying.lines(table, row, "target"))
                yield from self._facts(table, row, columns.PROMISED)
            elif len(names) == 1:
                yield from self._fact(label, self._criteria(table, row, names[0]))
            else:
                said = patterns.joined(run, {name: self.saying.cell(table, row, name) for name in names})
                yield from self._fact(label, (said,) if said else ())

    def _criteria(self, table: Any, row: Any, field: str) -> tuple[str, ...]:
        found = self.saying.lines(table, row, field)
        since = self.saying.cell(table, row, "limit_from") if field == "time_limit" else ""
        return (f"{found[0]} ({since})",) if found and since else found

    def _facts(self, table: Any, row: Any, names: Iterable[str]) -> Iterator[Fact]:
        money, currency = columns.MONEY.get(table["id"], frozenset()), row["cells"].get("currency", "").strip()
        for name in names:
            said = self.saying.lines(table, row, name)
            if name in money and currency:
                said = tuple(f"{one}{NBSP}{currency}" for one in said)
            yield from self._fact(self.saying.title(table, name), said)

    def _fact(self, label: str, values: tuple[str, ...]) -> Iterator[Fact]:
        if values:
            yield Fact(label, values)

    # --- sentences ---

    def _sentence(self, section: Section, clause: Clause) -> Paragraph:
        found = self.rows[clause.row]
        said = " ".join(self._sentences(section.id, found)) or self.saying.head(*found)
        return Paragraph(said, clause.number, clause.id, clause.sources, heads=clause.heads)

    def _sentences(self, section: str, found: Found) -> Iterator[str]:
        """Those of the pattern that have fields of the row."""
        table, row = found
        values = {field["id"]: self.saying.cell(table, row, field["id"]) for field in table["fields"]}
        limit = cells.limit(row["cells"].get("within", ""))
        if limit:
            values["within"] = self.saying.within(limit.value, limit.unit)
        for one in patterns.sentences(self.patterns.get(section, "")):
            if patterns.fields(one) and (said := patterns.fill(one, values)):
                yield said

    def _rest(self, section: Section, values: Mapping[str, str]) -> Iterator[Paragraph]:
        """What the pattern says beside the clauses: sentences of the form, and those for which there are values."""
        pattern, printed = self.patterns.get(section.id, ""), self.words.say("document-no-penalties")
        for one in patterns.sentences(pattern):
            form = section.id in FORMAL and not patterns.fields(one) and section.covered and one not in printed
            if form or any(field in values for field in patterns.fields(one)):
                if said := patterns.fill(one, values):
                    yield Paragraph(said, fixed=True)


FORMAL: Final = frozenset({"escalation", "changes"})
"""Sections whose pattern has sentences without data."""
