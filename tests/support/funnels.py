"""The funnel of the worked example (domain.md section 5) as input, read from its file."""

from datetime import date
from typing import Any

import yaml
from msgspec import structs

from accord.domain.funnel import FunnelInput, Level, Role, Stream, Task
from accord.domain.funnel_rows import Line
from accord.resources import canvases


def example() -> FunnelInput:
    return of(yaml.safe_load((canvases() / "examples/watomir.en.yaml").read_text())["tables"]["funnel"])


def of(funnel: dict[str, Any]) -> FunnelInput:
    """The funnel table of an example file, changed or not."""
    period, target = funnel["period"], funnel["target"]
    shares = {one["source"]: one["share"] for one in target["split"]}
    streams = tuple(
        Stream(name, tuple(_level(funnel, stream, at) for at in range(len(stream["stages"]))), shares[name])
        for name, stream in funnel["streams"].items()
    )
    budget = float(funnel["costs"]["marketing_budget_pln"])
    return FunnelInput(
        streams=(structs.replace(streams[0], budget=budget), *streams[1:]),
        revenue=target["revenue_pln"],
        deal=target["average_deal_pln"],
        starts=date.fromisoformat(period["from"]),
        ends=date.fromisoformat(period["to"]),
        months=period["months"],
        working_days=period["working_days"],
        roles=_roles(funnel["capacity"]),
        rules=tuple(funnel["count_unit_rules"]),
        assumptions=tuple(funnel["assumptions"]),
    )


def _level(funnel: dict[str, Any], stream: dict[str, Any], at: int) -> Level:
    stages = stream["stages"]
    stage, step = stages[at], "_".join(stages[at : at + 2])
    levers = {lever["stage"]: lever["text"] for lever in funnel["levers"]}
    return Level(
        id=stage,
        unit=funnel["count_unit"][stage],
        owner=funnel["stage_owner"][stage],
        baseline=stream["baseline"]["volumes"][stage],
        rate=stream["target"]["rates"].get(step),
        volume=stream["target"]["volumes"][stage],
        monthly=stream.get("monthly", {}).get(stage),
        days=85 if stage == "mql" else None,
        lever=levers.get(step, ""),
    )


def _roles(capacity: dict[str, Any]) -> tuple[Role, ...]:
    """Minutes as the file's assumptions say them in words."""
    sdr, sellers = capacity["sdr"], capacity["account_executives"]
    calls = (Task("mql", 40, "marketing"), Task("sal", 30, "marketing"), Task("sql", 120, "sales"))
    return (
        Role("sdr", sdr["people"], sdr["selling_hours_per_day"], calls),
        Role("seller", sellers["people"], sellers["selling_hours_per_day"], (Task("opportunities", 510),)),
    )


GOAL = {
    "period_from": "2027-01-01",
    "period_to": "2027-03-31",
    "months": "3",
    "working_days": "61",
    "revenue_target": "900 000",
    "currency": "PLN",
    "average_deal": "45 000",
    "share_marketing": "60%",
    "share_sales": "40%",
    "cycle_days": "85",
    "marketing_budget": "63 000",
    "assumptions": "A lead belongs to the quarter it was created in.",
}
MINUTES = ("minutes_per_mql", "minutes_per_sal", "minutes_per_own_sql", "minutes_per_opportunity")


def lines() -> dict[str, list[Line]]:
    """The example's funnel as people would type it into the tables of canvases/activities/funnel-goals.yaml."""
    asked = example()
    levels = [(stream.id, level) for stream in asked.streams for level in stream.levels]
    return {
        "funnel_goal": [Line("goal", GOAL)],
        "funnel": [Line(f"{stream}-{level.id}", _cells(stream, level)) for stream, level in levels],
        "capacity": [
            Line(
                "sdr",
                {
                    "role": "SDR",
                    "people": "1",
                    "hours_per_day": "6",
                    **dict(zip(MINUTES, ("40", "30", "120"), strict=False)),
                },
            ),
            Line("sellers", {"role": "Salespeople", "people": "2,5", "hours_per_day": "6", MINUTES[3]: "510"}),
        ],
    }


def _cells(stream: str, level: Level) -> dict[str, str]:
    figures = {"baseline": level.baseline, "volume": level.volume}
    return {
        "name": level.id.upper(),
        "stream": stream,
        "level": level.id,
        "unit": level.unit,
        "owner": level.owner,
        "unit_rule": "Several people of one company make one SQL.",
        "lever": level.lever,
        "rate": "" if level.rate is None else f"{level.rate:.0%}",
        **{name: f"{value:g}" for name, value in figures.items() if value is not None},
    }
