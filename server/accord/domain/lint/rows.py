"""Rows of the workshop's tables as the check reads them. Ids of tables and fields are those of canvases/activities/."""

import re
from typing import Final

from accord.domain import cells, funnel_rows
from accord.domain.attending import promised
from accord.domain.catalogue import TEAMS, Team
from accord.domain.funnel import FunnelInput
from accord.domain.funnel_rows import Line
from accord.domain.lint import model as m
from accord.domain.lint.phrases import DECISION, FIRST_CONTACT, REJECTING, lengths
from accord.domain.lint.terms import form_of
from accord.domain.sections import left_rows
from accord.domain.state import Row, State, members, rows_of

SECTIONS: Final = {
    "funnel_goal": "goals",
    "funnel": "goals",
    "capacity": "goals",
    "definitions": "definitions",
    "lead_sources": "definitions",
    "rejection_and_return_reasons": "definitions",
    "process": "processes",
    "handover_fields": "processes",
    "marketing_commitments": "marketing_sla",
    "sales_commitments": "sales_sla",
    "metrics": "reporting",
    "tools": "reporting",
    "dashboard": "reporting",
    "meetings": "communication",
    "channels": "communication",
    "joint_actions": "communication",
    "escalation": "escalation",
    "icp": "annex_persona",
    "personas": "annex_persona",
    "customer_journey": "annex_journey",
    "risks": "annex_risks",
}
"""Table → the section it stands in."""
_BOTH = re.compile(r"\b(?:both|all|everyone|everybody|teams|oba|wszyscy|każdy|zespoły)\b", re.IGNORECASE)
_LAST = re.compile(r"(\d{1,3})(?!.*\d)")


class Rows:
    """The rows that count: agreed ones, those nobody has to agree on, and with `drafts` all that people wrote in."""

    def __init__(self, state: State, drafts: bool) -> None:
        self.state = state
        self.drafts = drafts
        self.members = tuple(m.Member(p.id, p.name, p.team, p.head) for p in members(state) if p.team)
        self._left = left_rows(state)
        self._found = {table: [row for row in rows_of(state, table) if self.counts(row)] for table in SECTIONS}

    def counts(self, row: Row) -> bool:
        if row.id in self._left:
            return False
        written = bool(row.by) or row.version > 1
        loose = not self.state.planned_prompts[row.prompt].prompt.must_agree
        return bool(row.result) or (written and (loose or self.drafts))

    def of(self, table: str) -> list[Row]:
        return self._found[table]

    def _ref(self, table: str, words: str) -> str:
        """The row that a reference names, by its id or its starter's; "" when there is none (any more)."""
        names = cells.refs(words)
        return next((row.id for row in self.of(table) for name in names if name in (row.id, row.starter)), "")

    def _person(self, words: str) -> m.Member | None:
        """The first member that a cell names, by id or by name."""
        parts = [part.casefold() for part in cells.refs(words)]
        return next((one for one in self.members for part in parts if part in (one.id, one.name.casefold())), None)

    def _named(self, words: str) -> str:
        """People who have left are told by their names, too."""
        return ", ".join(self.state.people[p].name if p in self.state.people else p for p in cells.refs(words))

    # --- goals ---

    def _lines(self, table: str) -> list[Line]:
        return [Line(row.id, {name: words.text for name, words in row.cells.items()}) for row in self.of(table)]

    def funnel(self) -> FunnelInput:
        """Nothing while no level counts: a goal alone is no funnel."""
        lines = {table: self._lines(table) for table in funnel_rows.TABLES}
        return funnel_rows.read(lines) if lines[funnel_rows.FUNNEL] else FunnelInput()

    def level_rows(self) -> dict[str, str]:
        by_stream: dict[str, list[Line]] = {}
        for line in self._lines(funnel_rows.FUNNEL):
            by_stream.setdefault(funnel_rows.stream_of(line), []).append(line)
        return {
            f"{stream}.{level}": line.id
            for stream, lines in by_stream.items()
            for level, line in zip(funnel_rows.level_ids(lines), lines, strict=True)
        }

    def roles(self) -> dict[str, str]:
        return {row.id: row.said("role") for row in self.of(funnel_rows.CAPACITY)}

    # --- definitions ---

    def definitions(self) -> tuple[m.Definition, ...]:
        return tuple(self._definition(row) for row in self.of("definitions"))

    def _definition(self, row: Row) -> m.Definition:
        forms = self.state.plan.wordlists.terms
        known = row.starter if row.starter in {form.id for form in forms} else form_of(row.said("term"), forms)
        decider = self._person(row.said("decides"))
        return m.Definition(
            id=row.id,
            term=row.said("term"),
            form=known,
            sentence=row.said("sentence"),
            must=cells.lines(row.said("must")),
            any=cells.lines(row.said("any")),
            exclude=cells.lines(row.said("exclude")),
            decides=row.said("decides"),
            decider=decider.id if decider else "",
            evidence=row.said("evidence"),
            limit=cells.limit(row.said("time_limit")),
            example=row.said("example"),
            counter_example=row.said("counter_example"),
            views=(row.said("marketing_view"), row.said("sales_view")),
            agreed=bool(row.result) and row.agreed == row.version,
        )

    def sources(self) -> tuple[m.Source, ...]:
        return tuple(m.Source(row.id, row.said("name"), row.said("means")) for row in self.of("lead_sources"))

    def reasons(self) -> tuple[m.Source, ...]:
        return tuple(m.Source(row.id, row.said("reason")) for row in self.of("rejection_and_return_reasons"))

    # --- process ---

    def handover_fields(self) -> tuple[str, ...]:
        return tuple(row.said("name") for row in self.of("handover_fields"))

    def steps(self) -> tuple[m.Step, ...]:
        return tuple(self._step(row) for row in self.of("process"))

    def _step(self, row: Row) -> m.Step:
        limits = (cells.limit(row.said(field)) for field in ("time_limit_a", "time_limit"))
        stuck = row.said("bottleneck")
        owner, action = row.said("bottleneck_owner"), row.said("bottleneck_action")
        said = ("name", "part", "lane", "kind", "trigger", "output", "responsible", "tool", "if_late")
        return m.Step(
            id=row.id,
            **{field: row.said(field) for field in said},
            limits=tuple(limit for limit in limits if limit),
            next=tuple(m.Next(self._ref("process", way)) for way in cells.refs(row.said("next"))),
            bottleneck=m.Bottleneck(stuck, action, owner) if stuck else None,
            last=self._ends(row),
        )

    def _ends(self, row: Row) -> bool:
        """The last step of selling, or of what returns to marketing: nothing has to follow."""
        part = [one for one in self.of("process") if one.said("part") == row.said("part")]
        return row.said("part") in ("sales_steps", "feedback") and part[-1] is row

    # --- commitments ---

    def commitments(self) -> tuple[m.Commitment, ...]:
        found = []
        for team in TEAMS:
            table = f"{team}_commitments"
            prefix = self.state.tables[table].prefix if table in self.state.tables else ""
            found += [self._commitment(row, team, f"{prefix}{n}") for n, row in enumerate(self.of(table), 1)]
        return tuple(found)

    def _commitment(self, row: Row, team: Team, no: str) -> m.Commitment:
        owner, level = self._person(row.said("owner")), cells.level(row.said("target"))
        said = ("clause", "measure", "deadline", "baseline", "measured_with", "if_missed")
        return m.Commitment(
            id=row.id,
            no=no,
            team=team,
            **{field: row.said(field) for field in said},
            owner=owner.id if owner else row.said("owner"),
            owner_name=owner.name if owner else self._named(row.said("owner")),
            owner_team=owner.team if owner else None,
            target=m.Target(level.comparison, level.value, level.unit, level.per) if level else None,
            report=row.said("report_frequency") or row.said("report"),
            accepted=promised(self.state, row),
            metric=self._ref("metrics", row.said("report")),
            steps=tuple(step.id for step in self.of("process") if _about(row.said("clause"), step)),
            terms=tuple(self._terms(row.said("clause"))),
        )

    def _terms(self, clause: str) -> list[str]:
        """Definitions whose limit a promise to accept or reject repeats."""
        wanted = ("sal", "rejected") if DECISION.search(clause) else ()
        return [one.id for one in self.definitions() if one.form in wanted]

    # --- reporting and rhythm ---

    def metrics(self) -> tuple[m.Metric, ...]:
        return tuple(self._metric(row) for row in self.of("metrics"))

    def _metric(self, row: Row) -> m.Metric:
        source = row.said("source_of_truth")
        said = ("name", "formula", "owner", "filled_in", "baseline", "target")
        return m.Metric(
            id=row.id,
            **{field: row.said(field) for field in said},
            sources=(source,) if source else (),
            reviewed=self._ref("meetings", row.said("reviewed")),
            stage=row.said("funnel_stage"),
            linked=bool(row.based_on),
        )

    def views(self) -> tuple[m.View, ...]:
        found = ((row, cells.refs(row.said("metrics"))) for row in self.of("dashboard"))
        return tuple(m.View(row.id, row.said("name"), len(metrics)) for row, metrics in found)

    def meetings(self) -> tuple[m.Meeting, ...]:
        return tuple(self._meeting(row) for row in self.of("meetings"))

    def _meeting(self, row: Row) -> m.Meeting:
        people, teams = self._who(row.said("who"))
        owner, deputy = self._person(row.said("owner")), self._person(row.said("deputy"))
        return m.Meeting(
            id=row.id,
            **{field: row.said(field) for field in ("name", "cadence", "when")},
            minutes=cells.number(row.said("minutes")) or 0,
            owner=owner.id if owner else row.said("owner"),
            deputy=deputy.id if deputy else row.said("deputy"),
            agenda=tuple(_minutes(line) for line in cells.lines(row.said("agenda"))),
            people=people,
            teams=teams,
            open_to=bool(row.said("who")) and not teams,
        )

    def _who(self, words: str) -> tuple[tuple[str, ...], frozenset[Team]]:
        """The people named in a list of who comes, and the teams they are of."""
        if _BOTH.search(words):
            return tuple(one.id for one in self.members), frozenset(TEAMS)
        parts = [part.casefold() for line in cells.lines(words) for part in cells.refs(line)]
        people = [one for one in self.members if one.id in parts or one.name.casefold() in parts]
        named = {team for team in TEAMS if self._names(team) & set(parts)}
        return tuple(one.id for one in people), frozenset({one.team for one in people} | named)

    def _names(self, team: Team) -> set[str]:
        name = self.state.plan.teams[team].name
        return {name.pl.casefold(), name.en.casefold(), team}

    def channels(self) -> tuple[m.Channel, ...]:
        return tuple(m.Channel(row.id, row.said("name"), row.said("response")) for row in self.of("channels"))

    def escalation(self) -> tuple[m.Escalation, ...]:
        return tuple(self._escalation(row) for row in sorted(self.of("escalation"), key=_step_number))

    def _escalation(self, row: Row) -> m.Escalation:
        parts = {part.casefold() for part in cells.refs(row.said("who"))}
        people = [one for one in self.members if one.id in parts or one.name.casefold() in parts]
        decides = not people or any(one.head for one in people)
        within = cells.limit(row.said("within"))
        return m.Escalation(row.id, row.said("when"), row.said("what"), row.said("who"), within, decides)


def _step_number(row: Row) -> float:
    return cells.number(row.said("step")) or 0


def _minutes(line: str) -> float | None:
    """The last figure of a point on an agenda: "figures 4"."""
    found = _LAST.search(line)
    return float(found[1]) if found else None


def _about(clause: str, step: Row) -> bool:
    """Whether a promise is about this step of the process: first contact, deciding, answering a rejection."""
    name, kind = step.said("name"), step.said("kind")
    if FIRST_CONTACT.search(clause):
        return bool(FIRST_CONTACT.search(name))
    if DECISION.search(clause):
        return kind == "decision" and bool(REJECTING.search(name))
    return bool(REJECTING.search(clause) and lengths(clause)) and kind == "feedback" and bool(REJECTING.search(name))
