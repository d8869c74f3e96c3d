"""What people do with tables: fill rows cell by cell, take promises on, ask for consent, sort cards."""

import asyncio
from datetime import timedelta
from typing import Any

import msgspec

from accord.domain import commands as c
from accord.domain.catalogue import Catalogue, Language
from accord.domain.state import NOTHING
from accord.rehearse.person import Person
from accord.rehearse.script import USUAL_LEVEL, Accord, Script
from accord.rehearse.tables import Filled, Place
from accord.rehearse.words import spoken

Prompts = list[str]


class Filling:
    """The part of a rehearsal that plays tables. `rows`: row in the room → the file's."""

    script: Script
    catalogue: Catalogue
    lead: Person
    watch: Person
    people: dict[str, Person]
    prompts: dict[Place, str]
    rows: dict[str, Filled]
    workshop: str
    language: Language

    async def fill(self, step: str, turn: int, prompts: Prompts) -> None:
        """The tables of these prompts, as far as the file has rows for them."""
        mine = [row for row in self.script.rows if self.prompts.get(row.place) in prompts]
        if not mine:
            return
        await self.lead.do(c.GoTo(step, turn, "discuss"))
        for row in mine:
            await self._write_row(row)
        await self._sort(step, turn, mine)
        await self.lead.do(c.GoTo(step, turn, "agree"))
        await self._promise(mine)
        for prompt in prompts:
            await self._agree_rows(prompt, [row for row in mine if self.prompts[row.place] == prompt])

    async def _write_row(self, row: Filled) -> None:
        """Added with its starter, or begun by the room; then every cell as the file has it."""
        writer, prompt = self.people[row.author], self.prompts[row.place]
        await self._sees_prompt(writer, prompt)
        key = self._begun(row) if row.begun else row.key
        self.rows[key] = row
        cells = {field: self._words(row, field) for field in row.cells}
        if not row.begun:
            starter = row.starter if row.starter in self._starters(row.table) else ""
            await writer.do(c.AddRow(key, prompt, starter, (), cells))
            cells = dict.fromkeys(self._superfluous(row, starter), "")
        await asyncio.gather(*(writer.ask(self._cell(key, field, words)) for field, words in cells.items()))

    async def _sees_prompt(self, person: Person, prompt: str) -> None:
        await person.until(lambda: (person.get("prompt", prompt) or {}).get("phase") in ("discuss", "agree"))

    def _begun(self, row: Filled) -> str:
        rows = (one for one in self.lead.all("row") if one["table"] == row.table)
        return next(str(one["id"]) for one in rows if one.get("starter") == row.starter)

    def _cell(self, key: str, field: str, words: str) -> c.SetCell:
        known = (self.lead.get("row", key) or {"cells": {}})["cells"].get(field)
        version = known.get("version", 0) if known else NOTHING.version
        return c.SetCell(key, field, words, version if known else self._started(key, field))

    def _started(self, key: str, field: str) -> int:
        """A row whose news is still on its way: the words of its starter have version 1."""
        row = self.rows[key]
        return 0 if row.begun else int(field in self._starter_cells(row.table, row.starter))

    def _starters(self, table: str) -> set[str]:
        return {one.id for spec in self._specs(table) for one in spec.starters}

    def _specs(self, table: str) -> list[Any]:
        return [spec for activity in self.catalogue.activities.values() for spec in activity.tables if spec.id == table]

    def _starter_cells(self, table: str, starter: str) -> set[str]:
        found = (one for spec in self._specs(table) for one in spec.starters if one.id == starter)
        return set(next(found).cells) if starter in self._starters(table) else set()

    def _superfluous(self, row: Filled, starter: str) -> set[str]:
        """Cells of the starter that the file leaves empty."""
        return self._starter_cells(row.table, starter) - set(row.cells)

    def _words(self, row: Filled, field: str) -> str:
        """People stand in cells by their id in the room."""
        spec = next((f for table in self._specs(row.table) for f in table.fields if f.id == field), None)
        words = row.cells[field]
        if spec is None or spec.kind != "person":
            return words
        return ", ".join(self.people[one].id if one in self.people else one for one in words.split(", "))

    # --- promises and consent ---

    async def _promise(self, rows: list[Filled]) -> None:
        """Everybody of the committing team takes on what their team promises."""
        for row in rows:
            team = next((t.team for t in self._specs(row.table)), None)
            players = self.script.members(team) if team else []
            await asyncio.gather(*(self.people[p.id].do(c.Promise(row.key, True)) for p in players))

    async def _agree_rows(self, prompt: str, rows: list[Filled]) -> None:
        if not rows:
            return
        keys = tuple(key for key, row in self.rows.items() if row in rows)
        proposal = f"ask-{prompt}".replace(".", "-")[:48]
        await self.lead.do(c.ProposeRows(proposal, prompt, keys))
        everybody = {player.id: USUAL_LEVEL for player in self.script.members()}
        await self._consent(proposal, Accord(proposal, proposal, rows[0].place, "", (), everybody, {}, ()))

    async def _consent(self, key: str, accord: Accord) -> str:
        raise NotImplementedError

    # --- before freezing ---

    async def mend(self) -> None:
        """What one does about errors of the check that the file leaves: a usual period, chapters for later."""
        answer = await self.lead.browser.get(f"/api/w/{self.workshop}/findings")
        checked = msgspec.json.decode(answer)
        stops = [one for one in checked["findings"] if one["id"] in checked["stops"]]
        if any(one["rule"].startswith("PER-") for one in stops):
            start, end, review = (self.script.day + timedelta(days=days) for days in (1, 90, 83))
            await self.lead.do(c.SetPeriod(start.isoformat(), end.isoformat(), review.isoformat()))
        for empty in (one["id"] for one in stops if one["rule"] == "STR-01"):
            await self.lead.do(c.KeepFinding(empty, spoken(self.language, "rehearse-usual-later")))

    # --- sorting ---

    async def _sort(self, step: str, turn: int, rows: list[Filled]) -> None:
        """Every round of the file: sorted in private, then compared."""
        cards = {row.id: key for key, row in self.rows.items() if row.table == "leads"}
        if not self.script.rounds or not any(row.table == "leads" for row in rows):
            return
        prompt = self.prompts["lead-calibration", "leads"]
        for one in self.script.rounds:
            await self.lead.do(c.GoTo(step, turn, "write"))
            asked = [
                (self.people[player], c.Mark(prompt, cards[card], choice, None, words))
                for player, marks in one.marks.items()
                for card, (choice, words) in marks.items()
                if choice
            ]
            await asyncio.gather(*(person.ask(command) for person, command in asked))
            await self.lead.do(c.GoTo(step, turn, "reveal"))
        await self.watch.caught_up()
