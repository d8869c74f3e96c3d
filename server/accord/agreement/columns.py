"""How the tables of the catalogue stand on paper: which fields share a column. Content of documents, no code."""

from typing import Final

CARDS: Final = frozenset({"definitions", "marketing_commitments", "sales_commitments", "personas"})
"""Tables whose rows are told one by one."""

FACTS: Final = frozenset({"funnel_goal"})
"""Tables of one row: its fields one below the other."""

MONEY: Final[dict[str, frozenset[str]]] = {
    "funnel_goal": frozenset(
        {"revenue_target", "average_deal", "average_deal_sales", "open_pipeline", "marketing_budget"}
    ),
}
"""Figures that are said with the row's currency."""

SENTENCES: Final = frozenset({"escalation"})
"""Tables whose rows are sentences of the section's pattern."""

COLUMNS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "lead_sources": (("name",), ("means",), ("stream",)),
    "rejection_and_return_reasons": (("reason",), ("applies_to",), ("next",)),
    "metrics": (
        ("name", "audience"),
        ("formula",),
        ("owner",),
        ("source_of_truth",),
        ("target", "baseline"),
        ("reviewed",),
    ),
    "tools": (("name",), ("category",), ("for",), ("used_by",)),
    "dashboard": (("name",), ("for",), ("metrics",)),
    "meetings": (
        ("name", "cadence", "when", "minutes"),
        ("purpose", "inputs"),
        ("agenda",),
        ("owner", "deputy", "who"),
        ("output",),
    ),
    "channels": (("name",), ("kind", "tool"), ("for",), ("response",), ("who",)),
    "joint_actions": (("name",), ("date",), ("owner",), ("marketing_part", "sales_part"), ("goal", "follow_up_rule")),
    "actions": (("text",), ("owner",), ("due",), ("sign",), ("status",)),
    "risks": (("risk",), ("response",), ("early_signal",), ("owner",), ("likelihood", "impact")),
    "icp": (("attribute",), ("rule",), ("where_to_check",), ("exclude_reason",)),
    "process": (
        ("name", "lane"),
        ("responsible",),
        ("trigger",),
        ("output", "tool"),
        ("time_limit", "time_limit_a", "if_late"),
        ("next",),
    ),
    "handover_fields": (("name",),),
    "funnel": (
        ("name", "stream"),
        ("owner",),
        ("baseline",),
        ("volume",),
        ("rate",),
        ("lever", "lever_owner"),
    ),
}
"""A column is called what its first field is; the others stand below it with their names."""

BARE: Final = frozenset({"cadence", "when", "minutes", "agenda", "stream", "lane", "audience", "tool"})
"""Fields that need no name before them."""

BY_PROMPT: Final = frozenset({"icp"})
"""Tables whose rows mean something else under each prompt: what a company must have, what excludes it."""

WIDE: Final = frozenset({"customer_journey"})
HISTORY: Final = ("marketing_view", "sales_view")
UNITS: Final = {("meetings", "minutes"): "minute"}
PROMISED: Final = ("measure", "deadline")
"""Fields of a promise that its pattern does not name."""
