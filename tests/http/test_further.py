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


async def test_weeks_later_people_find_their_own_seat_by_name_and_only_one_that_nobody_sits_in(site: Site) -> None:
    workshop = await founded(site)
    _, ola = await workshop.joined("Ola")
    lead, path = workshop.made["person"], f"/api/w/{workshop.id}/sessions"
    await site.command(workshop.id, lead, c.EndWorkshop())
    site.time.on(hours=MONTH - 1)
    assert (await workshop.lead.ask(path, {"agenda": "review-30"})).status_code == 200
    assert (await site.browser().ask("/api/door", workshop.by_link)).json()["back"] is True
    assert (await site.browser().ask("/api/door", {"code": workshop.code})).json()["back"] is False
    assert (await workshop.joined("ola"))[1] == ola
    # Somebody sits there now: the next of that name is somebody else, and so is one of the other team.
    assert (await workshop.joined("Ola"))[1] != ola
    assert (await workshop.joined("Ola", "sales"))[1] != ola


async def test_by_code_nobody_gets_a_seat_that_was_somebody_elses(site: Site) -> None:
    workshop = await founded(site)
    _, ola = await workshop.joined("Ola")
    site.time.on(hours=MONTH - 1)
    await workshop.lead.ask(f"/api/w/{workshop.id}/sessions", {"agenda": "review-30"})
    _, other = await workshop.joined("Ola", code=workshop.code)
    assert other != ola


async def test_without_a_further_session_an_old_seat_stays_its_owners(site: Site) -> None:
    workshop = await founded(site)
    _, ola = await workshop.joined("Ola")
    site.time.on(hours=MONTH - 1)
    assert (await site.browser().ask("/api/door", workshop.by_link)).json()["back"] is False
    assert (await workshop.joined("Ola"))[1] != ola


async def test_a_session_added_survives_a_restart(site: Site) -> None:
    workshop = await added(site)
    before = (await site.edge.rooms.open(workshop.id)).state
    await site.again()
    assert (await site.edge.rooms.open(workshop.id)).state == before
