"""From the afternoon to the last signature: a refusal, one changed clause, version 1.1 (facilitation.md 5.5)."""

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.people import PHONE, Person, Robot, Room, new_room, pattern
from tests.browser.served import Server

OLD = "Sales answers every A lead within 8 working hours."
NEW = "Sales answers every A lead within 8 working hours, in fair weeks within 16."
WHY = "8 working hours is impossible in fair weeks"


@pytest.fixture
def shop(browser: Browser, server: Server) -> Iterator[Room]:
    with new_room(browser, server.base, {server.host}) as room:
        room.found()
        yield room


def frozen(room: Room) -> list[Robot]:
    """Two of each team agreed; version 1.0 is frozen. Natalia is a robot of sales, as are two of marketing."""
    robots = [room.robot("Ania", "marketing"), room.robot("Bartek", "marketing"), room.robot("Natalia", "sales")]
    lead = room.lead
    lead.do("set_period", start="2027-02-01", end="2027-04-30", review="2027-04-15")
    lead.do("add_clause", id="clause-purpose", section="purpose", words="900 000 zł of new contracts in the quarter.")
    lead.do("add_clause", id="clause-answer", section="sales_sla", words=OLD)
    return robots


def unsigned(robot: Robot) -> dict[str, Any] | None:
    """The latest version, once this robot has heard of it and of the end of the one it signed."""
    current = [one for one in robot.all("version") if one.get("current")]
    signed = {one["id"].partition("@")[0] for one in robot.all("signature")}
    return current[0] if len(current) == 1 and current[0]["id"] not in signed else None


def sign(robot: Robot) -> None:
    version = robot.until(lambda: unsigned(robot))
    name = robot.records[f"person:{robot.me}"]["name"]
    robot.do("sign", version=version["id"], hash=version["hash"], understands=True, decision="accept", name=name)


def sign_on_screen(person: Person, name: str) -> None:
    person.field("sign-understand").check()
    person.field("sign-name").fill(name)
    hold(person, "accept")


def hold(person: Person, decision: str) -> None:
    person.button("sign-without-holding").click()
    person.button("sign-sure-yes").click()
    person.sees_said(f"sign-receipt-{decision}", version=current(person))


def current(person: Person) -> str:
    return "1.1" if person.page.get_by_text("1.1").count() else "1.0"


def picture(person: Person, name: str) -> None:
    if folder := os.environ.get("TEST_PICTURES"):
        person.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.mark.timeout(240)
def test_a_refusal_changes_one_clause_and_the_last_signature_puts_it_in_force(shop: Room) -> None:
    ania, bartek, natalia = frozen(shop)
    marek = shop.member("Marek", "sales", "en")
    lead = shop.facilitator("pl")
    marek.sees("Umowa")
    shop.lead.do("freeze")
    for robot in (ania, bartek):
        sign(robot)

    # Marek refuses on his phone at home and says how the clause should read.
    marek.go(f"/w/{shop.id}/sign")
    marek.sees(OLD)
    marek.radio("sign-answer-refuse").check()
    marek.field("sign-reason-refuse").fill(WHY)
    clause = marek.field("sign-amend-clause")
    clause.select_option(label=clause.locator("option").filter(has_text=OLD[:20]).inner_text())
    marek.field("agreement-amend-words").fill(NEW)
    marek.field("sign-name").fill("Marek")
    picture(marek, "refuse")
    hold(marek, "refuse")

    # Everybody is asked about that clause, and only that one. The signatures of 1.0 stay.
    lead.go(f"/w/{shop.id}/agreement")
    expect(lead.heading(lead.say("agreement-amend-list"))).to_be_visible()
    lead.sees("Marek")
    change = shop.lead.all("amendment")[0]
    assert (change["text"], change["base"], change["words"]) == ("clause-answer", OLD, NEW)
    assert shop.lead.one("version", "1.0")["signed"] == {"marketing": 2, "sales": 0}

    # One answers at a browser, the others elsewhere; nobody sees single answers before it is decided.
    marek.go(f"/w/{shop.id}/agreement")
    marek.consent(5)
    for robot, level, reason in ((ania, 4, ""), (bartek, 3, "name the weeks")):
        robot.do("answer_amendment", amendment=change["id"], level=level, reason=reason)
    assert "name the weeks" not in lead.everything()
    picture(lead, "amendment-open")
    natalia.do("answer_amendment", amendment=change["id"], level=5)
    lead.sees_said("agreement-amend-end-passed")
    expect(lead.page.get_by_role("main")).to_contain_text(NEW)

    # 1.1 is signed again; those who signed 1.0 read what changed first.
    shop.lead.do("freeze")
    for robot in (ania, bartek):
        sign(robot)
    marek.go(f"/w/{shop.id}/sign")
    marek.sees("in fair weeks within 16")
    sign_on_screen(marek, "Marek")
    lead.go(f"/w/{shop.id}/agreement")
    lead.page.get_by_text(pattern(lead.say("agreement-compare-title"))).click()
    expect(lead.page.locator("ins").filter(has_text="fair weeks").first).to_be_visible()
    picture(lead, "compare")
    assert not shop.lead.one("version", "1.1").get("in_force")
    sign(natalia)
    shop.lead.until(lambda: shop.lead.one("version", "1.1").get("in_force"))
    assert shop.lead.one("version", "1.0")["signed"] == {"marketing": 2, "sales": 0}
    lead.sees(re.sub(r"\s*\d.*", "", lead.say("agreement-in-force", day="1")))


def test_somebody_who_signed_before_reads_first_what_changed_since(shop: Room) -> None:
    frozen(shop)
    ewa = shop.member("Ewa", "marketing", "pl", PHONE, has_touch=True)
    ewa.sees("Umowa")
    shop.lead.do("freeze")
    ewa.go(f"/w/{shop.id}/sign")
    sign_on_screen(ewa, "Ewa")
    lead = shop.lead
    lead.do("take_pen", text="clause-answer")
    lead.do("write_pen", text="clause-answer", words=NEW, base=1)
    lead.do("drop_pen", text="clause-answer")
    lead.do("freeze")
    ewa.go(f"/w/{shop.id}/sign")
    ewa.sees_said("sign-changed", version="1.0")
    expect(ewa.page.locator("ins").filter(has_text="fair weeks").first).to_be_visible()
    picture(ewa, "changed-phone")
    ewa.page.set_viewport_size({"width": 320, "height": 640})
    assert ewa.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
