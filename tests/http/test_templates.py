"""Adapting over the interface: what there is to choose from, a file and back, a workshop from a template."""

from typing import Any

import msgspec
import pytest
from tests.support.site import Site, founded, wish

from accord.domain.adapting import Template, template_steps

STEP: dict[str, Any] = {
    "activity": "canvas-basic",
    "minutes": 20,
    "prompts": [{"id": "goals", "title": "Nasze cele"}, {"id": "own-1", "title": "Nasz klient", "feeds": ["purpose"]}],
}
TEMPLATE: dict[str, Any] = {"id": "nasza", "name": "Nasza agenda", "steps": [STEP, {"pause": "coffee", "minutes": 10}]}


async def test_every_agenda_is_offered_as_something_to_change(site: Site) -> None:
    told = (await site.browser().get("/api/templates")).json()
    agendas = (await site.browser().get("/api/catalogue")).json()["agendas"]
    assert {one["id"] for one in told["templates"]} == {one["id"] for one in agendas}
    for one in told["templates"]:
        steps = template_steps(site.edge.catalogue, msgspec.convert(one, Template))
        shown = next(agenda for agenda in agendas if agenda["id"] == one["id"])
        assert sum(step.minutes for step in steps) == shown["minutes"]


async def test_a_template_is_a_file_and_comes_back_equal(site: Site) -> None:
    browser = site.browser()
    made = (await browser.ask("/api/templates", {"template": TEMPLATE})).json()
    back = (await browser.ask("/api/templates/read", {"text": made["file"], "language": "pl"})).json()
    assert back == {"template": made["template"], "mistakes": []}
    changed = made["file"].replace("Nasz klient", "Inny klient")
    other = (await browser.ask("/api/templates/read", {"text": changed, "language": "pl"})).json()
    assert other["template"] != made["template"], "the control"


async def test_slips_in_a_file_are_told_in_the_persons_language(site: Site) -> None:
    browser = site.browser()
    made = (await browser.ask("/api/templates", {"template": TEMPLATE})).json()["file"]
    broken = made.replace("break: coffee", "break: cofee")
    told = (await browser.ask("/api/templates/read", {"text": broken, "language": "pl"})).json()
    assert told["template"] is None
    (mistake,) = told["mistakes"]
    assert mistake["line"] == broken[: broken.index("cofee")].count("\n") + 1
    assert (mistake["key"], mistake["said"]) == (
        "template.steps.2.break",
        "Nie ma przerwy „cofee”. Może chodzi o: coffee?",
    )


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("prompts", {"prompts": []}),
        ("phases", {"phases": {"write": 3}, "prompts": [{"id": "a", "title": "x"}]}),
        ("title", {"prompts": [{"id": "a", "title": " "}]}),
        ("name", {"name": "", "prompts": [{"id": "a", "title": "x"}]}),
        ("feeds", {"prompts": [{"id": "a", "title": "x", "feeds": ["nowhere"]}]}),
    ],
)
async def test_a_template_that_cannot_run_is_refused_by_step_and_field(
    site: Site, field: str, change: dict[str, Any]
) -> None:
    own = {"activity": "own-x", "kind": "board", "name": "x", "minutes": 5, **change}
    for path, body in (
        ("/api/templates", {"template": {**TEMPLATE, "steps": [STEP, own]}}),
        ("/api/workshops", wish(template={**TEMPLATE, "steps": [STEP, own]})),
    ):
        answer = await site.browser().ask(path, body)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")
        assert (answer.json()["detail"]["field"], answer.json()["detail"]["step"]) == (field, 2)
    assert site.edge.ledger.workshops() == []


async def test_a_workshop_begins_from_a_template_and_keeps_it_whatever_becomes_of_the_template(site: Site) -> None:
    workshop = await founded(site, template=TEMPLATE)
    room = await site.edge.rooms.open(workshop.id)
    plan = room.state.plan
    assert (plan.agenda, plan.agenda_name.pl) == ("nasza", "Nasza agenda")
    assert plan.steps == template_steps(site.edge.catalogue, msgspec.convert(TEMPLATE, Template))
    renamed = {**TEMPLATE, "steps": [{**STEP, "prompts": [{"id": "goals", "title": "Inne cele"}]}]}
    other = await founded(site, template=renamed)
    await site.again()
    pinned = (await site.edge.rooms.open(workshop.id)).state.plan
    assert pinned == plan
    assert (await site.edge.rooms.open(other.id)).state.plan.steps != plan.steps, "the control"


async def test_a_file_that_is_too_long_is_refused(site: Site) -> None:
    answer = await site.browser().ask("/api/templates/read", {"text": "x" * 700_000, "language": "en"})
    assert answer.status_code == 413
