"""A further session in a workshop: who may add one, what it brings, and how people come back for it."""

import msgspec
from tests.support.site import START, Site, Workshop, founded

from accord.domain import commands as c

MONTH = 30 * 24


async def added(site: Site, **wish: object) -> Workshop:
    workshop = await founded(site)
    answer = await workshop.lead.ask(f"/api/w/{workshop.id}/sessions", {"agenda": "review-30", **wish})
    assert answer.status_code == 200, answer.text
    return workshop


async def test_a_facilitator_adds_a_review_whose_content_comes_from_the_catalogue(site: Site) -> None:
    at = START + 30 * 86_400_000
    workshop = await added(site, starts_at=at)
    state = (await site.edge.rooms.open(workshop.id)).state
    first, second = state.plan.sittings
    assert (first.number, first.name.en, first.added) == (1, "First step, 90 minutes", False)
    assert (second.number, second.minutes, second.starts_at, second.added) == (2, 50, at, True)
    mine = [step.activity for step in state.plan.steps if step.session == 2]
    assert mine == ["check-in", "clause-review", "decide-changes", "sign-off", "check-out"]
    assert len({step.id for step in state.plan.steps}) == len(state.plan.steps)


async def test_an_agenda_of_several_sessions_brings_them_all_each_with_its_day(site: Site) -> None:
    workshop = await added(site, agenda="series-4x60", starts_at=START)
    sittings = (await site.edge.rooms.open(workshop.id)).state.plan.sittings
    assert [one.number for one in sittings] == [1, 2, 3, 4, 5]
    days = [one.starts_at or 0 for one in sittings[1:]]
    assert days == sorted(set(days))
    assert {one.version for one in sittings} == {""}


async def test_what_a_browser_sends_as_content_is_not_taken(site: Site) -> None:
    workshop = await founded(site)
    path = f"/api/w/{workshop.id}/sessions"
    for wish, field in (
        ({"agenda": "no-such"}, "agenda"),
        ({"agenda": "heads-first"}, "agenda"),
        ({"agenda": "review-30", "starts_at": 7}, "starts_at"),
        ({"agenda": "review-30", "steps": []}, "steps"),
    ):
        answer = await workshop.lead.ask(path, wish)
        assert (answer.status_code, answer.json()["detail"]["field"]) == (400, field)
    raw = b'{"t":"add_session","steps":[],"sittings":[]}'
    try:
        c.DECODER.decode(raw)
    except msgspec.ValidationError:
        return
    raise AssertionError("it came over the socket")


async def test_only_those_who_facilitate_add_one(site: Site) -> None:
    workshop = await founded(site)
    browser, _ = await workshop.joined()
    for asking, code in ((browser, "not_allowed"), (site.browser(), "no_session")):
        answer = await asking.ask(f"/api/w/{workshop.id}/sessions", {"agenda": "review-30"})
        assert answer.json()["code"] == code


async def test_whoever_comes_to_a_further_session_is_told_that_their_seat_waits(site: Site) -> None:
    workshop = await founded(site)
    await workshop.joined("Ola")
    assert (await site.browser().ask("/api/door", workshop.by_link)).json()["back"] is False
    await workshop.lead.ask(f"/api/w/{workshop.id}/sessions", {"agenda": "review-30"})
    assert (await site.browser().ask("/api/door", workshop.by_link)).json()["back"] is True
    come = {**workshop.by_link, "name": "Ola", "team": "marketing", "language": "pl"}
    assert (await site.browser().ask("/api/join", come)).json()["code"] == "name_here"


async def test_a_session_added_survives_a_restart(site: Site) -> None:
    workshop = await added(site)
    before = (await site.edge.rooms.open(workshop.id)).state
    await site.again()
    assert (await site.edge.rooms.open(workshop.id)).state == before
