"""The tables of a rehearsal file as rows of the workshop's: who writes what into which cell. Nothing played yet."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from typing import Final

import yaml
from babel.dates import format_date
from msgspec import Struct

from accord.domain.catalogue import TEAMS, Team
from accord.domain.words import WORDING
from accord.rehearse.nodes import Value
from accord.rehearse.words import spoken
from accord.words import Words

Place = tuple[str, str]
Cells = dict[str, str]


LOCALES: Final = {"pl": "pl_PL", "en": "en_GB"}


class Filled(Struct, frozen=True):
    """A row of the file. `id` is its own, `key` its id in the room unless the room has it already (`begun`).

    `author` is a player, "" for anybody. People stand in cells by their player's id.
    """

    table: str
    id: str
    key: str
    place: Place
    cells: Cells
    starter: str = ""
    author: str = ""
    begun: bool = False


STARTERS: Final = {
    "def-opp": "opportunity",
    "def-opp-status": "opportunity_status",
    "def-opp-stage": "opportunity_stage",
    "def-source": "lead_source",
    "def-good": "good_lead",
    "def-attempt": "contact_attempt",
    "def-hour": "working_time",
}
"""Definitions whose id says otherwise than its starter's."""
TASKS: Final = {
    "sdr": ("minutes_per_mql", "minutes_per_sal", "minutes_per_own_sql"),
    "account_executives": ("minutes_per_opportunity",),
}
_LENGTH = re.compile(r"×\s*(\d+(?:[.,]\d+)?)\s*(min|h)\b")


def percent(share: str) -> str:
    """0.025 → "2.5%"."""
    return f"{round(float(share) * 100, 4):g}%" if share else ""


def lines(spot: Value) -> str:
    return "\n".join(one.raw() for one in spot.list())


def limit(spot: Value, value: str = "value") -> str:
    return f"{spot[value].raw()} {spot['unit'].raw()}" if spot and spot[value] else ""


def level(spot: Value) -> str:
    """A promise's target as a cell has it."""
    if not spot:
        return ""
    return " ".join(spot[name].raw() for name in ("comparison", "value", "unit", "per")).strip()


class Tables:
    """Goes through `tables` (and `tools`) once. `names`: players' names; `key` makes ids for the room."""

    def __init__(self, root: Value, language: str, names: dict[str, str], key: Callable[[str], str]) -> None:
        self.root, self.tables, self.language, self.names = root, root["tables"], language, names
        self.tools = {tool["id"].raw(): tool["name"].raw() for tool in root["tools"].list()}
        self.keys = {id_: key(id_) for id_ in self._ids()}
        self._key = key

    def _ids(self) -> Iterator[str]:
        """Ids that other rows refer to."""
        for name in ("metrics", "meetings", "process"):
            yield from (row["id"].raw() for row in self.tables[name].list())
        for team in TEAMS:
            yield from (row["id"].raw() for row in self.tables["commitments"][team].list())

    def rows(self) -> tuple[Filled, ...]:
        makers = (
            self._journey,
            self._icp,
            self._personas,
            self._goal,
            self._levels,
            self._capacity,
            self._definitions,
            self._sources,
            self._reasons,
            self._leads,
            self._handover,
            self._process,
            self._commitments,
            self._metrics,
            self._tools,
            self._views,
            self._meetings,
            self._channels,
            self._joint,
            self._risks,
            self._escalation,
            self._actions,
        )
        return tuple(row for make in makers for row in make())

    # --- small words ---

    def _row(self, table: str, id_: str, place: Place, cells: Cells, starter: str = "", author: str = "") -> Filled:
        known = {field: words[:WORDING] for field, words in cells.items() if words.strip()}
        key = self.keys.get(id_) or self._key(f"{table}-{id_}")
        return Filled(table, id_, key, place, known, starter, author)

    def _begun(self, table: str, starter: str, place: Place, cells: Cells) -> Filled:
        """A row that the room begins with."""
        known = {field: words for field, words in cells.items() if words.strip()}
        return Filled(table, starter, "", place, known, starter, begun=True)

    def _tool(self, spot: Value) -> str:
        return self.tools.get(spot.raw(), spot.raw())

    def _team(self, name: str) -> str:
        return spoken(self.language, f"rehearse-team-{name}") if name in (*TEAMS, "both") else name

    def _refs(self, spots: list[Value]) -> str:
        found = (self.keys.get(one.raw().removeprefix("metric:"), "") for one in spots)
        return ", ".join(key for key in found if key)

    def _cells(self, spot: Value, plain: str, **more: str) -> Cells:
        return {name: spot[name].raw() for name in plain.split()} | more

    # --- customer ---

    def _journey(self) -> Iterator[Filled]:
        sources = {one["id"].raw(): one["name"].raw() for one in self.tables["lead_sources"].list()}
        for spot in self.tables["customer_journey"].list():
            stage = spot["stage"].raw()
            cells = self._cells(spot, "customer_does customer_asks our_content contact friction")
            cells["touchpoints"] = ", ".join(one.raw() for one in spot["touchpoints"].list())
            cells["source_of_leads"] = ", ".join(
                sources.get(one.raw(), one.raw()) for one in spot["source_of_leads"].list()
            )
            cells["owner"] = self._team(spot["owner"].raw())
            yield self._begun("customer_journey", stage, ("customer-journey", stage), cells)

    def _icp(self) -> Iterator[Filled]:
        icp = self.tables["icp"]
        for n, spot in enumerate(icp["must"].list()):
            yield self._row("icp", f"must-{n}", ("persona-icp", "icp_must"), self._cells(spot, "attribute rule"))
        for n, spot in enumerate(icp["exclude"].list()):
            yield self._row("icp", f"exclude-{n}", ("persona-icp", "icp_exclude"), {"attribute": spot.raw()})
        for n, spot in enumerate(icp["triggers"].list()):
            yield self._row("icp", f"trigger-{n}", ("persona-icp", "triggers"), {"attribute": spot.raw()})
        for n, spot in enumerate(icp["priority_segments"].list()):
            cells = {"attribute": spot["name"].raw(), "priority": spot["priority"].raw()}
            yield self._row("icp", f"segment-{n}", ("persona-icp", "segments"), cells)

    def _personas(self) -> Iterator[Filled]:
        for spot in self.tables["personas"].list():
            cells = self._cells(spot, "name buying_role measured_on problem message")
            cells |= {name: lines(spot[name]) for name in ("objections", "materials")}
            cells["arguments"] = spot["convinced_by"].raw()
            yield self._row("personas", spot["id"].raw(), ("persona-icp", "persona"), cells)

    # --- goals ---

    def _goal(self) -> Iterator[Filled]:
        funnel = self.tables["funnel"]
        if not funnel:
            return
        target, period = funnel["target"], funnel["period"]
        baseline = funnel["streams"]["marketing"]["baseline"]
        shares = {one["source"].raw(): percent(one["share"].raw()) for one in target["split"].list()}
        cells = {
            "period_from": period["from"].raw(),
            "period_to": period["to"].raw(),
            "months": period["months"].raw(),
            "working_days": period["working_days"].raw(),
            "revenue_target": target["revenue_pln"].raw(),
            "currency": self.root["meta"]["workshop"]["currency"].raw(),
            "revenue_type": funnel["revenue_type"].raw(),
            "average_deal": target["average_deal_pln"].raw(),
            "share_marketing": shares.get("marketing", ""),
            "share_sales": shares.get("sales", ""),
            "cycle_days": self.root["company"]["sales_cycle_days_median_mql_to_won"].raw(),
            "method": funnel["conversion_method"].raw(),
            "baseline_from": baseline["period"]["from"].raw(),
            "baseline_to": baseline["period"]["to"].raw(),
            "baseline_source": self._tool(baseline["source_tool"]),
            "marketing_budget": funnel["costs"]["marketing_budget_pln"].raw(),
            "assumptions": lines(funnel["assumptions"]),
        }
        yield self._begun("funnel_goal", "goal", ("funnel-goals", "goal"), cells)

    def _levels(self) -> Iterator[Filled]:
        funnel = self.tables["funnel"]
        levers = {one["stage"].raw(): one["text"].raw() for one in funnel["levers"].list()}
        rules = self._rules()
        for stream in TEAMS if funnel else ():
            spot = funnel["streams"][stream]
            stages = [one.raw() for one in spot["stages"].list()]
            for at, stage in enumerate(stages):
                step = f"{stage}_{stages[at + 1]}" if at + 1 < len(stages) else ""
                cells = {
                    "unit": funnel["count_unit"][stage].raw(),
                    "owner": funnel["stage_owner"][stage].raw(),
                    "baseline": spot["baseline"]["volumes"][stage].raw(),
                    "volume": spot["target"]["volumes"][stage].raw(),
                    "rate": percent(spot["target"]["rates"][step].raw()) if step else "",
                    "lever": levers.get(step, "") if stream == "marketing" or step not in levers else "",
                    "unit_rule": rules.get(stage, ""),
                }
                starter = stage if stream == "marketing" else f"sales_{stage}"
                yield self._begun("funnel", starter, ("funnel-goals", "levels"), cells)

    def _rules(self) -> dict[str, str]:
        """Where the counted unit changes, the rules of the file in their order."""
        funnel, rules = self.tables["funnel"], iter(self.tables["funnel"]["count_unit_rules"].list())
        found, before, stages = dict[str, str](), "", funnel["streams"]["marketing"]["stages"].list()
        words = Words(self.language)
        for stage in (one.raw() for one in stages):
            unit = funnel["count_unit"][stage].raw()
            if (before == "contact" and unit != before) or (before == "company" and unit != before):
                rule = next(rules, None)
                found[stage] = rule.raw() if rule else ""
            elif before and unit != before:
                found[stage] = " → ".join(f"1 {words.say('rehearse-unit', unit=one)}" for one in (before, unit))
            before = unit
        return found

    def _capacity(self) -> Iterator[Filled]:
        capacity = self.tables["funnel"]["capacity"]
        for starter, fields in TASKS.items():
            spot = capacity[starter]
            if not spot:
                continue
            found = _LENGTH.findall(spot["assumptions"].raw())
            minutes = [float(value.replace(",", ".")) * (60 if unit == "h" else 1) for value, unit in found]
            cells = {"people": spot["people"].raw(), "hours_per_day": spot["selling_hours_per_day"].raw()}
            cells |= {field: f"{one:g}" for field, one in zip(fields, minutes, strict=False)}
            yield self._begun("capacity", starter, ("funnel-goals", "capacity"), cells)

    # --- language ---

    def _definitions(self) -> Iterator[Filled]:
        for spot in self.tables["definitions"].list():
            id_ = spot["id"].raw()
            cells = self._cells(spot, "term sentence unit evidence example counter_example marketing_view sales_view")
            cells |= {name: lines(spot[name]) for name in ("must", "any", "exclude")}
            cells["decides"] = self._tool(spot["decides"])
            cells |= {"time_limit": limit(spot["time_limit"]), "limit_from": spot["time_limit"]["text"].raw()}
            starter = STARTERS.get(id_, id_.removeprefix("def-"))
            yield self._row("definitions", id_, ("definitions", "more"), cells, starter=starter)

    def _sources(self) -> Iterator[Filled]:
        for spot in self.tables["lead_sources"].list():
            cells = self._cells(spot, "name means stream")
            yield self._row("lead_sources", spot["id"].raw(), ("definitions", "sources"), cells)

    def _reasons(self) -> Iterator[Filled]:
        for spot in self.tables["rejection_and_return_reasons"].list():
            cells = self._cells(spot, "applies_to next", reason=spot["text"].raw())
            yield self._row("rejection_and_return_reasons", spot["id"].raw(), ("definitions", "reasons"), cells)

    def _leads(self) -> Iterator[Filled]:
        """The cards of a calibration."""
        for spot in self.tables["calibration"]["leads"].list():
            cells = self._cells(spot, "company role source activity need")
            yield self._begun("leads", spot["id"].raw(), ("lead-calibration", "leads"), cells)

    # --- process ---

    def _handover(self) -> Iterator[Filled]:
        for n, spot in enumerate(self.tables["handover_fields"].list(), 1):
            place = ("process-map", "handover_fields")
            yield self._row("handover_fields", f"h{n}", place, {"name": spot.raw()})

    def _process(self) -> Iterator[Filled]:
        for spot in self.tables["process"].list():
            cells = self._cells(spot, "name part lane kind trigger responsible output if_late")
            cells |= {"tool": self._tool(spot["tool"]), "time_limit": limit(spot["time_limit"])}
            cells |= self._ways(spot) | self._bottleneck(spot["bottleneck"]) | self._first(spot["time_limit"])
            yield self._row("process", spot["id"].raw(), ("process-map", spot["part"].raw()), cells)

    def _first(self, spot: Value) -> Cells:
        first = spot["by_priority"]["A"].raw() if spot else ""
        return {"time_limit_a": f"{first} {spot['unit'].raw()}" if first else ""}

    def _ways(self, spot: Value) -> Cells:
        """Where it goes on: ids, or branches with their conditions."""
        ways = spot["next"].list()
        branches = [way for way in ways if not _scalar(way)]
        plain = [way for way in ways if _scalar(way)]
        targets = [*plain, *(way["to"] for way in branches)]
        return {"next": self._refs(targets), "conditions": "\n".join(way["if"].raw() for way in branches)}

    def _bottleneck(self, spot: Value) -> Cells:
        if not spot:
            return {}
        found = {"": "what", "_action": "action", "_owner": "owner"}
        return {f"bottleneck{end}": spot[name].raw() for end, name in found.items()}

    # --- promises ---

    def _commitments(self) -> Iterator[Filled]:
        for team in TEAMS:
            for spot in self.tables["commitments"][team].list():
                cells = self._cells(spot, "clause owner measure report_frequency if_missed")
                cells |= {
                    "to": self._team(spot["to"].raw()),
                    "target": level(spot["target"]),
                    "baseline": self._baseline(spot["baseline"]),
                    "measured_with": self._tool(spot["measured_with"]),
                    "report": self._refs([spot["report"]]) if spot["report"] else "",
                    "depends_on": self._refs(spot["depends_on"].list()),
                }
                place = (f"{team}-commitments", "commitments")
                yield self._row(f"{team}_commitments", spot["id"].raw(), place, cells, author=spot["owner"].raw())

    def _baseline(self, spot: Value) -> str:
        if spot["measure_from"]:
            return spoken(self.language, "rehearse-measured-from", date=self._day(spot["measure_from"].raw()))
        if not spot["value"]:
            return ""
        value, (year, quarter) = float(spot["value"].raw()), spot["period"].raw().split("-Q")
        number = int(value) if value.is_integer() else value
        shown = str(number).replace(".", "," if self.language == "pl" else ".")
        counted = Words(self.language).say("prose-counted", value=number, shown=shown, unit=spot["unit"].raw())
        return spoken(
            self.language,
            "rehearse-quarter",
            what=counted,
            quarter=("I", "II", "III", "IV")[int(quarter) - 1],
            year=year,
        )

    def _day(self, iso: str) -> str:
        return format_date(date.fromisoformat(iso), "d MMMM y", locale=LOCALES[self.language])

    # --- reporting and rhythm ---

    def _metrics(self) -> Iterator[Filled]:
        for spot in self.tables["metrics"].list():
            cells = self._cells(spot, "name formula owner filled_in baseline target audience funnel_stage")
            cells |= {name: self._tool(spot[name]) for name in ("tool", "source_of_truth")}
            cells["reviewed"] = self._refs([spot["reviewed"]]) if spot["reviewed"] else ""
            yield self._row("metrics", spot["id"].raw(), ("reporting", "metrics"), cells, author=spot["owner"].raw())

    def _tools(self) -> Iterator[Filled]:
        for spot in self.root["tools"].list():
            users = [one.raw() for one in spot["used_by"].list()]
            cells = self._cells(spot, "name category for", used_by=users[0] if len(users) == 1 else "both")
            yield self._row("tools", f"tool-{spot['id'].raw()}", ("reporting", "tools"), cells)

    def _views(self) -> Iterator[Filled]:
        for spot in self.tables["reporting"]["dashboard_views"].list():
            cells = {"for": spot["for"].raw(), "metrics": self._refs(spot["metrics"].list())}
            yield self._begun("dashboard", spot["id"].raw(), ("reporting", "views"), cells)

    def _meetings(self) -> Iterator[Filled]:
        for spot in self.tables["meetings"].list():
            cells = self._cells(spot, "name purpose cadence when minutes owner deputy output")
            cells["who"] = "\n".join(self.names.get(one.raw(), one.raw()) for one in spot["who"].list())
            cells["agenda"] = "\n".join(
                f"{one['item'].raw()} ({one['minutes'].raw()} min)" for one in spot["agenda"].list()
            )
            cells["inputs"] = "\n".join(self._tool(one) for one in spot["inputs"].list())
            place = ("meetings-communication", "meetings")
            yield self._row("meetings", spot["id"].raw(), place, cells, author=spot["owner"].raw())

    def _channels(self) -> Iterator[Filled]:
        for spot in self.tables["channels"].list():
            cells = self._cells(spot, "kind name for response", tool=self._tool(spot["tool"]))
            yield self._row("channels", spot["id"].raw(), ("meetings-communication", "channels"), cells)

    def _joint(self) -> Iterator[Filled]:
        for spot in self.tables["cooperation"]["joint_actions"].list():
            cells = self._cells(spot, "name date owner marketing_part sales_part goal")
            place = ("meetings-communication", "joint_actions")
            yield self._row("joint_actions", spot["id"].raw(), place, cells, author=spot["owner"].raw())

    # --- risks and what follows ---

    def _risks(self) -> Iterator[Filled]:
        for spot in self.tables["risks"].list():
            cells = self._cells(spot, "risk likelihood impact response owner", early_signal=spot["signal"].raw())
            yield self._row("risks", spot["id"].raw(), ("risks", "register"), cells)

    def _escalation(self) -> Iterator[Filled]:
        for spot in self.tables["escalation"].list():
            who = ", ".join(spot["who"].raw().split("+"))
            who = spoken(self.language, "rehearse-its-owner") if who == "owner" else who
            cells = self._cells(spot, "step when what", who=who, within=limit(spot["within"]))
            yield self._row("escalation", f"e{spot['step'].raw()}", ("risks", "escalation"), cells)

    def _actions(self) -> Iterator[Filled]:
        for spot in self.tables["actions"].list():
            cells = self._cells(spot, "text owner due status")
            yield self._row("actions", spot["id"].raw(), ("retro", "actions"), cells, author=spot["owner"].raw())


def _scalar(spot: Value) -> bool:
    return isinstance(spot.node, yaml.ScalarNode)


def spread(rows: tuple[Filled, ...], members: dict[Team, list[str]]) -> tuple[Filled, ...]:
    """Everybody writes some: rows without an author go round, those of a promising team among its people."""
    everybody = [player for players in members.values() for player in players]
    turns = {team: cycle(players) for team, players in members.items() if players}
    anybody, found = cycle(everybody), list[Filled]()
    known = {player for players in members.values() for player in players}
    for row in rows:
        team = next((t for t in TEAMS if row.table == f"{t}_commitments"), None)
        author = row.author if row.author in known else next(turns[team] if team in turns else anybody)
        found.append(Filled(row.table, row.id, row.key, row.place, row.cells, row.starter, author, row.begun))
    return tuple(found)
