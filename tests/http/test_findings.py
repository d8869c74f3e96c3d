"""Findings over HTTP: for everybody inside, made anew only when what they read has changed."""

from typing import Any

from tests.support.site import Site, Workshop, founded

from accord.domain.commands import AddClause, Command, Jot, Park, SetPeriod, SwitchSection


async def lead(workshop: Workshop, command: Command) -> None:
    await workshop.site.command(workshop.id, workshop.made["person"], command)


async def ids(workshop: Workshop) -> list[str]:
    answer: dict[str, Any] = (await workshop.lead.get(f"/api/w/{workshop.id}/findings")).json()
    return [one["id"] for one in answer["findings"]]


async def test_who_has_no_seat_or_still_waits_is_told_nothing(site: Site) -> None:
    workshop = await founded(site)
    member, _ = await workshop.joined()
    waiting, _ = await workshop.joined(code=workshop.code)
    path = f"/api/w/{workshop.id}/findings"
    assert (await site.browser().get(path)).json()["code"] == "no_session"
    assert (await waiting.get(path)).json()["code"] == "waiting"
    assert (await member.get(path)).json() == {"findings": [], "stops": []}


async def test_an_error_is_told_with_its_place_and_that_it_stops(site: Site) -> None:
    workshop = await founded(site)
    await lead(workshop, SetPeriod("2027-03-31", "2027-01-01", ""))
    answer = (await workshop.lead.get(f"/api/w/{workshop.id}/findings")).json()
    first = answer["findings"][0]
    assert (first["rule"], first["severity"], first["section"], first["field"]) == ("PER-01", "error", "period", "end")
    assert answer["stops"] == ["PER-01:period:period", "PER-02:period:period"]


async def test_the_answer_follows_what_happens_and_is_made_once_for_the_same_state(site: Site) -> None:
    workshop = await founded(site)
    assert await ids(workshop) == []
    await lead(workshop, AddClause("clause-1", "purpose", "We work together"))
    assert await ids(workshop) == ["STR-05:clause:clause-1"]
    checks = site.edge.checks
    (_, before), *_ = checks._known.values()
    await lead(workshop, Jot("nobody else reads this"))
    assert await ids(workshop) == ["STR-05:clause:clause-1"]
    (_, after), *_ = checks._known.values()
    assert after is before
    await lead(workshop, SwitchSection("purpose", False))
    assert await ids(workshop) == []
    await lead(workshop, SwitchSection("purpose", True))
    assert await ids(workshop) == ["STR-05:clause:clause-1"]
    await lead(workshop, Park("park-1", "call jan@firma.pl", "Marek", "2027-01-29"))
    await ids(workshop)
    (_, again), *_ = checks._known.values()
    assert again is not before
