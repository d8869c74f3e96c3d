"""An example file's tables as rows of a workshop, with the ids of tables and fields of canvases/activities/."""

from collections.abc import Iterator
from typing import Any

from tests.support.agreements import Tree, catalogue, document

from accord.domain import events as e
from accord.domain.apply import fold
from accord.domain.catalogue import TEAMS, Plan, Seat, TeamNames, Text
from accord.domain.lint import model as m
from accord.domain.lint.rows import SECTIONS
from accord.domain.planning import plan_steps
from accord.domain.state import EMPTY, Clause, Person, Result, Row, State, Wording, change
from accord.domain.term import Period

Cells = dict[str, Any]
Line = tuple[str, str, Cells]
"""Table, row id, words per field."""

CONSENTED = "agreed"
LIMIT = "{value} {unit}"


def words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(str(one) for one in value)
    return str(value)


def limit(value: Tree | None) -> str:
    return LIMIT.format(**value) if value else ""


def lines(tree: Tree) -> Iterator[Line]:
    t = tree["tables"]
    yield from _funnel(tree)
    for one in t["icp"]["must"]:
        yield "icp", f"icp-{one['attribute']}", {"attribute": one["attribute"], "rule": one["rule"]}
    for one in t["definitions"]:
        taken = {"any": one.get("at_least_one"), "time_limit": limit(one.get("time_limit"))}
        yield "definitions", one["id"], {**one, **taken}
    for one in t["lead_sources"]:
        yield "lead_sources", one["id"], one
    for one in t["rejection_and_return_reasons"]:
        yield "rejection_and_return_reasons", one["id"], {**one, "reason": one["text"]}
    for n, name in enumerate(t["handover_fields"]):
        yield "handover_fields", f"hf{n}", {"name": name}
    yield from (("process", one["id"], _step(one)) for one in t["process"])
    for team in TEAMS:
        for one in t["commitments"][team]:
            yield f"{team}_commitments", one["id"], _commitment(one)
    yield from (("metrics", one["id"], one) for one in t["metrics"])
    for one in t["reporting"]["dashboard_views"]:
        yield "dashboard", one["id"], {"name": one["id"], "for": one["for"], "metrics": ", ".join(one["metrics"])}
    for one in t["meetings"]:
        agenda = [f"{point['item']} {point['minutes']}" for point in one["agenda"]]
        yield "meetings", one["id"], {**one, "agenda": agenda}
    yield from (("channels", one["id"], one) for one in t["channels"])
    for one in t["escalation"]:
        within, who = limit(one["within"]), one["who"].replace("+", ", ")
        yield "escalation", f"es{one['step']}", {**one, "within": within, "who": who}


def _funnel(tree: Tree) -> Iterator[Line]:
    f = tree["tables"]["funnel"]
    target = f["target"]
    shares = {f"share_{one['source']}": one["share"] for one in target["split"]}
    goal = {
        "period_from": f["period"]["from"],
        "period_to": f["period"]["to"],
        "months": f["period"]["months"],
        "working_days": f["period"]["working_days"],
        "revenue_target": target["revenue_pln"],
        "average_deal": target["average_deal_pln"],
        "cycle_days": tree["company"]["sales_cycle_days_median_mql_to_won"],
        "assumptions": f["assumptions"],
    }
    yield "funnel_goal", "goal", goal | shares
    levers = {one["stage"]: one["text"] for one in f["levers"]}
    for name, stream in f["streams"].items():
        for at, stage in enumerate(stream["stages"]):
            step = "_".join(stream["stages"][at : at + 2])
            level = {
                "stream": name,
                "level": stage,
                "name": stage,
                "unit": f["count_unit"][stage],
                "owner": f["stage_owner"][stage],
                "baseline": stream["baseline"]["volumes"][stage],
                "volume": stream["target"]["volumes"][stage],
                "rate": stream["target"]["rates"].get(step),
                "lever": levers.get(step),
                "unit_rule": "one of them is one of these",
            }
            yield "funnel", f"{name}-{stage}", level


def _step(one: Tree) -> Cells:
    time, stuck = one.get("time_limit"), one.get("bottleneck") or {}
    ways = [way["to"] if isinstance(way, dict) else way for way in one["next"]]
    first = f"{time['by_priority']['A']} {time['unit']}" if time and "by_priority" in time else ""
    return {
        **one,
        "time_limit": limit(time),
        "time_limit_a": first,
        "next": ", ".join(ways),
        "bottleneck": stuck.get("what"),
        "bottleneck_action": stuck.get("action"),
        "bottleneck_owner": stuck.get("owner"),
    }


def _commitment(one: Tree) -> Cells:
    target, before = one["target"], one["baseline"]
    return {
        **one,
        "target": target and "{comparison} {value} {unit} {per}".format(**target),
        "baseline": before.get("value", before.get("measure_from")),
        "report": one["report"].removeprefix("metric:"),
    }


def founded(tree: Tree) -> State:
    """The workshop's plan with all tables, nobody in it yet."""
    language = tree["meta"]["language"]
    plan = Plan(
        tree["meta"]["workshop"]["title"],
        tree["company"]["name"],
        (language,),
        "Europe/Warsaw",
        {"marketing": TeamNames(Text("Marketing", "Marketing"), ""), "sales": TeamNames(Text("Sprzedaż", "Sales"), "")},
        "full-day",
        Text("", ""),
        plan_steps(catalogue(), "full-day"),
        catalogue().sections,
        tuple[Seat, ...](),
        wordlists=catalogue().wordlists,
    )
    return fold(EMPTY, (e.WorkshopFounded(plan, 0),))


def workshop(tree: Tree) -> State:
    """After the day of the example: rows agreed on by everybody, clauses of the results, the period."""
    state = founded(tree)
    prompts: dict[str, str] = {}
    for id_, planned in state.planned_prompts.items():
        prompts.setdefault(planned.prompt.table, id_)
    rows = {}
    for place, (table, id_, cells) in enumerate(lines(tree)):
        fields = {f.id for f in state.tables[table].fields} if table in state.tables else set()
        kept = {name: Wording(words(cells[name]), 1) for name in cells if name in fields and words(cells[name])}
        rows[id_] = Row(id_, table, prompts.get(table, next(iter(state.prompts))), place, kept, by="m1")
        rows[id_] = change(rows[id_], result=CONSENTED, agreed=1)
    own = {f"{id_}.{SECTIONS[row.table]}": row for id_, row in rows.items()}
    standing = {
        key: Clause(key, key.partition(".")[2], 1 + n, Wording(""), CONSENTED, row=row.id)
        for n, (key, row) in enumerate(own.items())
    }
    sla = tree["sla"]
    central = next((id_ for id_, p in state.planned_prompts.items() if p.prompt.id == "central_tool"), "")
    tool = Result("r1", central, tree["tables"]["reporting"]["central_tool"], {}, (), 0)
    return change(
        state,
        people={p["id"]: _person(p) for p in tree["participants"]},
        rows=rows,
        results={"r1": tool} if central else {},
        clauses={c.id: _clause(c) for c in document(tree).clauses} | standing,
        period=Period(sla["valid_from"] or "", sla["valid_to"] or "", sla["review_date"] or ""),
    )


def _person(one: Tree) -> Person:
    role = "member" if one["signs"] else "facilitator"
    team = one["team"] if one["signs"] else None
    return Person(one["id"], one["name"], 1, role, team, "pl", "link", one["role"] == "team_lead")  # type: ignore[arg-type]


def _clause(one: m.Clause) -> Clause:
    return Clause(one.id, one.section, 0, Wording(one.text, 1), "result", ("note",))
