"""The document of an example file: its tables as the check reads them."""

import copy
import re
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml
from tests.support import funnels

from accord import content, resources
from accord.domain.catalogue import TEAMS, Catalogue, Language, Team, Text
from accord.domain.cells import Limit
from accord.domain.lint import model as m
from accord.domain.lint.terms import form_of
from accord.domain.term import Period

Tree = dict[str, Any]


@cache
def catalogue() -> Catalogue:
    return content.load(Path(resources.canvases()))


@cache
def _example(language: str) -> Tree:
    text = (resources.canvases() / "examples" / f"watomir.{language}.yaml").read_text("utf-8")
    return cast(Tree, yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def example(language: str) -> Tree:
    """A copy to change."""
    return copy.deepcopy(_example(language))


def document(tree: Tree) -> m.Document:
    t, sla = tree["tables"], tree["sla"]
    language = cast(Language, tree["meta"]["language"])
    lists = catalogue().wordlists
    definitions = tuple(_definition(one, tree) for one in t["definitions"])
    return m.Document(
        languages=(language,),
        teams={"marketing": Text("Marketing", "Marketing"), "sales": Text("Sprzedaż", "Sales")},
        sections=tuple(m.Section(s.id, s.title, s.core) for s in catalogue().sections),
        lists=lists,
        members=_members(tree),
        period=Period(sla["valid_from"] or "", sla["valid_to"] or "", sla["review_date"] or ""),
        clauses=tuple(_clauses(tree)),
        notes=tuple((one["id"], one["text"]) for one in tree["notes"]),
        parked=tuple(m.Parked(one["id"], one["text"], one["owner"], one["due"]) for one in t["parking"]),
        funnel=funnels.of(t["funnel"]),
        icp=bool(t["icp"]["must"]),
        definitions=definitions,
        sources=tuple(m.Source(one["id"], one["name"], one["means"]) for one in t["lead_sources"]),
        reasons=tuple(m.Source(one["id"], one["text"]) for one in t["rejection_and_return_reasons"]),
        handover_fields=tuple(t["handover_fields"]),
        steps=tuple(_step(one) for one in t["process"]),
        commitments=tuple(_commitment(one, team, tree) for team in TEAMS for one in t["commitments"][team]),
        metrics=tuple(_metric(one) for one in t["metrics"]),
        central_tool=t["reporting"]["central_tool"],
        views=tuple(m.View(v["id"], v["for"], len(v["metrics"])) for v in t["reporting"]["dashboard_views"]),
        meetings=tuple(_meeting(one, tree) for one in t["meetings"]),
        channels=tuple(m.Channel(one["id"], one["name"], one["response"]) for one in t["channels"]),
        escalation=tuple(_escalation(one, tree) for one in t["escalation"]),
        waiting=sla["status"] == "waiting_for_signatures",
        signatures=tuple(_signature(one, tree) for one in sla["signatures"]),
    )


def _members(tree: Tree) -> tuple[m.Member, ...]:
    people = [one for one in tree["participants"] if one["signs"]]
    return tuple(m.Member(p["id"], p["name"], p["team"], p["role"] == "team_lead") for p in people)


def _person(tree: Tree, id_: str) -> m.Member | None:
    return next((one for one in _members(tree) if one.id == id_), None)


def _clauses(tree: Tree) -> list[m.Clause]:
    return [
        m.Clause(f"{one['id']}.{section}", section, str(n), one["text"])
        for n, one in enumerate(tree["agreed"], 1)
        for section in one["feeds"]
    ]


def _limit(value: Tree | None) -> Limit | None:
    return Limit(value["value"], value["unit"]) if value else None


def _definition(one: Tree, tree: Tree) -> m.Definition:
    views = one.get("marketing_view", ""), one.get("sales_view", "")
    return m.Definition(
        id=one["id"],
        term=one["term"],
        form=form_of(one["term"], catalogue().wordlists.terms),
        sentence=one["sentence"],
        must=tuple(one["must"]),
        any=tuple(one.get("at_least_one", ())),
        exclude=tuple(one["exclude"]),
        decides=one["decides"],
        decider=one["decides"] if _person(tree, one["decides"]) else "",
        evidence=one["evidence"],
        limit=_limit(one.get("time_limit")),
        example=one["example"],
        counter_example=one["counter_example"],
        views=views,
        agreed=one["status"] == "agreed",
    )


def _step(one: Tree) -> m.Step:
    limit, stuck = one.get("time_limit"), one.get("bottleneck")
    values = [*limit.get("by_priority", {}).values()] or [limit["value"]] if limit else []
    ways = (m.Next(way["to"], way["if"]) if isinstance(way, dict) else m.Next(way) for way in one["next"])
    return m.Step(
        **{k: one[k] for k in ("id", "name", "part", "lane", "kind", "trigger", "output", "responsible", "tool")},
        limits=tuple(Limit(value, limit["unit"]) for value in values) if limit else (),
        if_late=one.get("if_late", ""),
        next=tuple(ways),
        bottleneck=m.Bottleneck(stuck["what"], stuck["action"], stuck["owner"]) if stuck else None,
    )


def _commitment(one: Tree, team: Team, tree: Tree) -> m.Commitment:
    owner, links, before = _person(tree, one["owner"]), one["links"], one["baseline"]
    target = one["target"] and m.Target(**one["target"])
    return m.Commitment(
        id=one["id"],
        no=one["id"],
        team=team,
        clause=one["clause"],
        owner=one["owner"] or "",
        owner_name=owner.name if owner else "",
        owner_team=owner.team if owner else None,
        measure=one["measure"],
        target=target,
        baseline=str(before.get("value", before.get("measure_from", ""))),
        measured_with=one["measured_with"],
        report=one["report"],
        if_missed=one["if_missed"],
        accepted=one["accepted_by_committing_team"],
        metric=one["report"].removeprefix("metric:"),
        steps=tuple(link for link in links if re.fullmatch(r"p\d+", link)),
        terms=tuple(link for link in links if link.startswith("def-")),
    )


def _metric(one: Tree) -> m.Metric:
    sources = dict.fromkeys(s for s in (one["tool"], one["source_of_truth"]) if s)
    return m.Metric(
        **{k: one[k] for k in ("id", "name", "formula", "owner", "filled_in", "baseline", "target", "reviewed")},
        sources=tuple(sources) if one["source_of_truth"] else (),
        stage=one.get("funnel_stage", ""),
        linked=bool(one.get("links")),
    )


def _meeting(one: Tree, tree: Tree) -> m.Meeting:
    people = [person for id_ in one["who"] if (person := _person(tree, id_))]
    return m.Meeting(
        **{k: one[k] for k in ("id", "name", "cadence", "when", "minutes", "owner", "deputy")},
        agenda=tuple(item["minutes"] for item in one["agenda"]),
        people=tuple(one["who"]),
        teams=frozenset(person.team for person in people),
    )


def _escalation(one: Tree, tree: Tree) -> m.Escalation:
    people = [person for id_ in one["who"].split("+") if (person := _person(tree, id_))]
    return m.Escalation(
        str(one["step"]),
        one["when"],
        one["what"],
        one["who"],
        _limit(one["within"]),
        not people or any(p.head for p in people),
    )


def _signature(one: Tree, tree: Tree) -> m.Signature:
    decisions = {"accept_with_reservation": "reserve", "object": "refuse"}
    person = _person(tree, one["person"])
    assert person
    decision = decisions.get(one["decision"], one["decision"])
    said = str(one.get("reservation") or one.get("reason", ""))
    return m.Signature(person.id, person.name, str(decision), person.head, one.get("understands", False), said)


# --- changes ---


def changed(tree: Tree, way: str, to: object) -> Tree:
    """The example with one of its `test_mutations` made."""
    if isinstance(to, str) and to.startswith(("remove ", "only ")):
        return _listed(tree, way, to)
    *most, last = re.findall(r"[^.\[\]]+(?:=[^\]]+)?", way)
    node: Any = tree
    for key in most:
        node = _step_into(node, key)
    node[last if isinstance(node, dict) else int(last)] = to
    return tree


def _step_into(node: Any, key: str) -> Any:
    if key.startswith("id="):
        return next(one for one in node if one["id"] == key[3:])
    return node[int(key)] if isinstance(node, list) else node[key]


def _listed(tree: Tree, way: str, to: str) -> Tree:
    node: Any = tree
    for key in way.split("."):
        node = node[key]
    named = to.split(" ", 1)[1]
    kept = [one for one in node if _keeps(one, to, named)]
    node[:] = kept
    return tree


def _keeps(one: Tree, to: str, named: str) -> bool:
    if to.startswith("only "):
        return one["person"] in named.split(" and ")
    first, _, last = named.partition("..")
    return not first <= one["id"] <= (last or first)
