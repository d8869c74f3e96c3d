"""Founding, joining by link and by code, coming back, and what a link or code tells before one is in."""

import json

import pytest
from tests.support.site import Site, founded, wish

from accord.domain import commands as c
from accord.domain.state import members


async def test_the_founder_gets_everything_that_opens_the_workshop(site: Site) -> None:
    made = (await founded(site)).made
    links = {name: made[name] for name in ("facilitator_link", "join_link", "observer_link")}
    assert all(link.startswith(f"https://accord.example/w/{made['id']}#") for link in links.values())
    assert [links[name].split("#")[1][:2] for name in links] == ["f=", "k=", "o="]
    assert len(made["code"]) == 9
    assert len(made["recovery_code"]) == 19
    assert made["qr"].startswith("<svg")


async def test_the_founder_facilitates_in_this_browser(site: Site) -> None:
    workshop = await founded(site)
    [mine] = (await workshop.lead.get("/api/mine")).json()
    assert (mine["id"], mine["role"], mine["name"]) == (workshop.id, "facilitator", "Ada")


async def test_the_agendas_are_public_and_their_minutes_add_up(site: Site) -> None:
    told = (await site.browser().get("/api/catalogue")).json()
    assert {"starter-90", "half-day"} <= {agenda["id"] for agenda in told["agendas"]}
    for agenda in told["agendas"]:
        assert agenda["minutes"] == sum(step["minutes"] for step in agenda["steps"]) > 0


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("title", {"title": "   "}),
        ("title", {"title": "x" * 141}),
        ("agenda", {"agenda": "no-such"}),
        ("timezone", {"timezone": "Mars/Olympus"}),
        ("timezone", {"timezone": "../../etc/passwd"}),
        ("languages", {"languages": []}),
        ("languages", {"languages": ["de"]}),
        ("name", {"name": "\u200b\u202e"}),
        ("teams", {"teams": {"marketing": {"name": "M"}}}),
        ("starts_at", {"starts_at": "tomorrow"}),
        ("surprise", {"surprise": 1}),
    ],
)
async def test_a_wish_that_cannot_be_met_is_refused_by_its_field(
    site: Site, field: str, other: dict[str, object]
) -> None:
    answer = await site.browser().ask("/api/workshops", wish(**other))
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")
    assert answer.json()["detail"]["field"].split("[")[0] == field
    assert site.edge.ledger.workshops() == []


async def test_a_refusal_never_repeats_what_was_sent(site: Site) -> None:
    canary = "kanarek" * 700
    answer = await site.browser().ask("/api/workshops", wish(title=canary, languages=[canary]))
    assert "kanarek" not in answer.text


async def test_a_custom_agenda_is_pinned_in_the_workshop(site: Site) -> None:
    step = {"activity": "our-own", "name": "Our own", "minutes": 9, "prompts": [{"id": "p", "title": "Why?"}]}
    workshop = await founded(site, agenda="custom", steps=[step])
    room = await site.edge.rooms.open(workshop.id)
    assert [(s.name.en, s.minutes) for s in room.state.plan.steps] == [("Our own", 9)]


async def test_a_link_tells_what_it_opens_and_who_is_missing(site: Site) -> None:
    workshop = await founded(site)
    told = (await site.browser().ask("/api/door", workshop.by_link)).json()
    assert (told["via"], told["role"], told["title"], told["people"]) == ("link", "member", "Warsztat", 0)
    assert told["missing"] == {"marketing": ["Ola"], "sales": []}


async def test_somebody_who_comes_by_link_enters_and_is_missing_no_more(site: Site) -> None:
    workshop = await founded(site)
    browser, person = await workshop.joined("Ola")
    assert (await browser.get("/api/mine")).json()[0]["waiting"] is False
    told = (await site.browser().ask("/api/door", workshop.by_link)).json()
    assert (told["missing"]["marketing"], told["people"]) == ([], 1)
    mine = (await browser.ask(f"/api/w/{workshop.id}/seat")).json()
    assert (mine["me"], mine["role"]) == (person, "member")


async def test_somebody_who_comes_by_code_waits_until_admitted(site: Site) -> None:
    workshop = await founded(site)
    typed = workshop.code.lower().replace("-", " ")
    browser, person = await workshop.joined(code=typed)
    assert (await browser.get("/api/mine")).json()[0]["waiting"] is True
    assert (await browser.ask(f"/api/w/{workshop.id}/return")).json()["code"] == "waiting"
    await site.command(workshop.id, workshop.made["person"], c.Admit(person))
    assert (await browser.ask(f"/api/w/{workshop.id}/return")).status_code == 200


async def test_an_observer_needs_no_team_and_sees_the_door(site: Site) -> None:
    workshop = await founded(site)
    browser, _ = await workshop.joined("Sala", None, id=workshop.id, token=workshop.token("observer_link"))
    shown = (await browser.get(f"/api/w/{workshop.id}/door")).json()
    assert (shown["code"], shown["join_link"]) == (workshop.code, workshop.made["join_link"])


async def test_a_member_does_not_see_the_door(site: Site) -> None:
    workshop = await founded(site)
    browser, _ = await workshop.joined()
    answer = await browser.get(f"/api/w/{workshop.id}/door")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


async def test_joining_again_in_the_same_browser_is_the_same_person(site: Site) -> None:
    workshop = await founded(site)
    browser, person = await workshop.joined("Ola")
    again = await browser.ask("/api/join", {**workshop.by_link, "name": "Ela", "team": "sales", "language": "en"})
    assert again.json()["person"] == person


async def test_two_people_may_share_a_name(site: Site) -> None:
    workshop = await founded(site)
    people = {(await workshop.joined("Ola"))[1] for _ in range(2)}
    assert len(people) == 2


async def test_whoever_comes_back_on_another_device_gets_their_own_seat_once_a_facilitator_has_seen_them(
    site: Site,
) -> None:
    workshop = await founded(site)
    first, ola = await workshop.joined("Ola")
    second = site.browser()
    come = {**workshop.by_link, "name": " ola ", "team": "marketing", "language": "pl"}
    assert (await second.ask("/api/join", come)).json()["code"] == "name_here"
    waiting = (await second.ask("/api/join", {**come, "again": True})).json()
    assert waiting["waiting"] is True
    assert (await second.ask(f"/api/w/{workshop.id}/later")).json()["code"] == "waiting"
    await site.command(workshop.id, workshop.made["person"], c.Admit(waiting["person"]))
    for browser in (first, second):
        assert (await browser.ask(f"/api/w/{workshop.id}/seat")).json()["me"] == ola
        assert (await browser.get("/api/mine")).json()[0]["waiting"] is False
    room = await site.edge.rooms.open(workshop.id)
    assert [p.id for p in members(room.state)] == [ola]
    assert room.state.people[ola].admitted == workshop.made["person"]


async def test_a_seat_that_was_given_back_ends_with_its_person(site: Site) -> None:
    workshop = await founded(site)
    _, ola = await workshop.joined("Ola")
    second = site.browser()
    come = {**workshop.by_link, "name": "Ola", "team": "marketing", "language": "pl", "again": True}
    waiting = (await second.ask("/api/join", come)).json()["person"]
    await site.command(workshop.id, workshop.made["person"], c.Admit(waiting))
    await site.command(workshop.id, workshop.made["person"], c.RemovePerson(ola))
    assert (await second.ask(f"/api/w/{workshop.id}/seat")).json()["code"] == "not_allowed"


@pytest.mark.parametrize("who", [{"team": "sales"}, {"name": "Ela"}, {"token": "observer_link", "team": None}])
async def test_nobody_is_asked_whether_they_come_back_who_has_no_namesake_in_the_team(
    site: Site, who: dict[str, str]
) -> None:
    workshop = await founded(site)
    await workshop.joined("Ola")
    come = {**workshop.by_link, "name": "Ola", "team": "marketing", "language": "pl"} | who
    if "token" in who:
        come["token"] = workshop.token(who["token"])
    assert (await site.browser().ask("/api/join", come)).status_code == 200


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Zoe\u0308   Z\u0301  ", "Zoë Ź"),
        ("\u202eEve\u202c\u200b", "Eve"),
        ("👩\u200d💻 Ela", "👩\u200d💻 Ela"),
        ("O\u200dla", "Ola"),
        ("<b>Jan</b>", "<b>Jan</b>"),
    ],
)
async def test_names_are_normalised_and_lose_what_is_invisible(site: Site, typed: str, kept: str) -> None:
    workshop = await founded(site)
    _, person = await workshop.joined(typed)
    assert (await site.edge.rooms.open(workshop.id)).state.people[person].name == kept


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 61, "\ud800"])
async def test_a_name_that_says_nothing_or_too_much_is_refused(site: Site, name: str) -> None:
    workshop = await founded(site)
    raw = json.dumps({**workshop.by_link, "name": name, "team": "sales", "language": "pl"})
    answer = await site.browser().post("/api/join", content=raw, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")


async def test_a_member_without_a_team_is_asked_for_it(site: Site) -> None:
    workshop = await founded(site)
    answer = await site.browser().ask("/api/join", {**workshop.by_link, "name": "Jan", "language": "pl"})
    assert answer.json() == {"code": "bad_input", "detail": {"field": "team", "why": "empty"}}


async def test_who_was_removed_and_joins_again_waits(site: Site) -> None:
    workshop = await founded(site)
    browser, person = await workshop.joined()
    await site.command(workshop.id, workshop.made["person"], c.RemovePerson(person))
    assert (await browser.ask(f"/api/w/{workshop.id}/seat")).json()["code"] == "not_allowed"
    again = await browser.ask("/api/join", {**workshop.by_link, "name": "Ola", "team": "sales", "language": "pl"})
    assert again.json()["waiting"] is True
    assert again.json()["person"] != person


async def test_one_browser_sits_in_several_workshops(site: Site) -> None:
    first, second = await founded(site), await founded(site, title="Drugi")
    browser, _ = await first.joined()
    person = {"name": "Ola", "team": "sales", "language": "pl"}
    assert (await browser.ask("/api/join", {**second.by_link, **person})).status_code == 200
    assert {one["title"] for one in (await browser.get("/api/mine")).json()} == {"Warsztat", "Drugi"}


async def test_the_facilitator_link_leads_to_the_same_person_in_another_browser(site: Site) -> None:
    workshop = await founded(site)
    other = site.browser()
    answer = await other.ask("/api/enter", {"id": workshop.id, "token": workshop.token("facilitator_link")})
    assert answer.json()["person"] == workshop.made["person"]
    assert (await other.ask(f"/api/w/{workshop.id}/seat")).json()["role"] == "facilitator"


async def test_the_recovery_code_leads_back_and_stays_valid(site: Site) -> None:
    workshop = await founded(site)
    for typed in (workshop.made["recovery_code"], workshop.made["recovery_code"].lower().replace("-", "")):
        answer = await site.browser().ask("/api/enter", {"id": workshop.id, "recovery": typed})
        assert answer.json()["person"] == workshop.made["person"]


async def test_a_return_link_works_once_and_for_fifteen_minutes(site: Site) -> None:
    workshop = await founded(site)
    browser, person = await workshop.joined()

    async def link() -> dict[str, str]:
        made = (await browser.ask(f"/api/w/{workshop.id}/return")).json()["link"]
        assert f"/w/{workshop.id}#r=" in made
        return {"id": workshop.id, "token": made.split("=")[1]}

    first = await link()
    assert (await site.browser().ask("/api/enter", first)).json()["person"] == person
    assert (await site.browser().ask("/api/enter", first)).json()["code"] == "bad_link"
    second = await link()
    site.time.on(minutes=16)
    assert (await site.browser().ask("/api/enter", second)).json()["code"] == "bad_link"


async def test_the_later_link_opens_the_seat_until_the_next_one_is_made(site: Site) -> None:
    workshop = await founded(site)
    browser, person = await workshop.joined()
    made = (await browser.ask(f"/api/w/{workshop.id}/later")).json()["link"]
    later = {"id": workshop.id, "token": made.split("=")[1]}
    await site.command(workshop.id, workshop.made["person"], c.EndWorkshop())
    for _ in range(2):
        site.time.on(hours=7 * 24)
        assert (await site.browser().ask("/api/enter", later)).json()["person"] == person
    await browser.ask(f"/api/w/{workshop.id}/later")
    assert (await site.browser().ask("/api/enter", later)).json()["code"] == "bad_link"


async def test_nobody_gets_a_link_into_the_seat_of_somebody_else(site: Site) -> None:
    first, second = await founded(site), await founded(site)
    browser, _ = await first.joined()
    for path in ("return", "later", "seat"):
        assert (await browser.ask(f"/api/w/{second.id}/{path}")).json()["code"] == "no_session"


async def test_logging_out_forgets_the_browser_everywhere(site: Site) -> None:
    workshop = await founded(site)
    browser, _ = await workshop.joined()
    kept = dict(browser.cookies)
    assert (await browser.ask("/api/logout")).status_code == 200
    browser.cookies.update(kept)
    assert (await browser.get("/api/mine")).json() == []
    assert (await browser.ask(f"/api/w/{workshop.id}/seat")).status_code == 401
