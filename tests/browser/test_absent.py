"""Somebody who was away: what they still owe, their own link, reminders by choice, and what others may see of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.people import PHONE, Room, new_room, pattern
from tests.browser.served import Server
from tests.browser.test_amendments import NEW, OLD, frozen, picture, sign
from tests.browser.test_axe import MORE, Findings

ADDRESS = "natalia@example.com"


@pytest.fixture
def shop(browser: Browser, built: None, tmp_path: Path) -> Iterator[Room]:
    """A server that sends mail: nobody answers at that port, and nothing is due before tomorrow."""
    server = Server(tmp_path / "data")
    post = {"ACCORD_SMTP_HOST": "127.0.0.1", "ACCORD_SMTP_PORT": "9", "ACCORD_SMTP_FROM": "accord@example.com"}
    server.more = {**post, "ACCORD_ORIGINS": server.base}
    server.start()
    with new_room(browser, server.base, {server.host}) as room:
        room.found()
        yield room
    server.stop()


@pytest.mark.timeout(180)
def test_somebody_who_was_away_comes_back_by_their_own_link_to_what_they_owe(shop: Room) -> None:
    look = Findings()
    ania, bartek, *_ = frozen(shop)
    lead = shop.facilitator("pl", **MORE)
    marek = shop.member("Marek", "sales", "en", **MORE)
    marek.sees("Umowa")
    away = next(one for one in shop.lead.all("person") if one["name"] == "Marek")["id"]
    shop.lead.do("freeze")
    for robot in (ania, bartek):
        sign(robot)
    shop.lead.do("set_away", person=away, away=True)

    # He takes his link home and says where he wants to be reminded.
    marek.go(f"/w/{shop.id}/sign")
    marek.button("sign-later").click()
    link = marek.field("sign-later-link").input_value()
    marek.field("owing-mail-field").fill("marek@")
    marek.field("owing-mail-field").evaluate("(field) => { field.type = 'text'; }")
    marek.field("owing-mail-field").press("Enter")
    marek.sees_said("refused-bad_input", why="address")
    marek.watch.forgive(r"status of 400")
    marek.field("owing-mail-field").fill(ADDRESS)
    look(marek, "later")
    picture(marek, "later")
    marek.field("owing-mail-field").press("Enter")
    marek.sees_said("owing-mail-kept", address=ADDRESS)

    # Whoever leads sees how many, never who, and sets the last day.
    lead.go(f"/w/{shop.id}/agreement")
    side = lead.page.get_by_role("region", name=pattern(lead.say("owing-title")))
    expect(side).to_contain_text(pattern(lead.say("owing-left", left=1, n=2), whole=False))
    assert "Marek" not in side.inner_text()
    assert ADDRESS not in lead.everything() + "".join(lead.frames)
    lead.button("owing-remind-set").click()
    expect(lead.field("owing-remind-until")).to_be_visible()
    look(lead, "reminders")
    picture(lead, "reminders")
    lead.field("owing-remind-until").press("Enter")
    expect(lead.page.get_by_role("dialog")).to_have_count(0)
    until = shop.lead.until(lambda: shop.lead.one("owing", "w").get("until"))
    assert until > shop.lead.one("version", "1.0")["at"] + 9 * 86_400_000
    look(lead, "agreement")
    picture(lead, "agreement")
    with lead.page.expect_popup() as opened:
        lead.link("owing-sheet").click()
    expect(opened.value.locator("table")).to_contain_text("Marek")
    picture_of_sheet(opened.value)

    # Meanwhile a change is proposed. At home his own link leads him to the signature, with a word about the change.
    natalia = next(one for one in shop._robots if one.name == "Natalia")
    natalia.do("amend", id="amend-1", text="clause-answer", words=NEW, reason="fairs", until=until)
    home = shop.person("en", PHONE, has_touch=True, **MORE)
    home.go(link)
    home.sees_said("join-later-text")
    home.page.get_by_role("main").get_by_role("button").click()
    home.sees_said("sign-box", version="1.0")
    home.sees_said("owing-answer", n=1)
    home.sees(OLD)
    look(home, "back")
    picture(home, "back")
    home.link("owing-answer-go").click()
    home.link("owing-answer-go").click()
    expect(home.page.locator("#amendments")).to_be_in_viewport()
    home.consent(5)
    picture(home, "answered")
    home.go(f"/w/{shop.id}")
    home.sees_said("stage-sign-link", version="1.0")
    picture(home, "room")

    # On second thoughts he wants no mail. A letter would have led him to the signature.
    home.go(f"/w/{shop.id}/sign")
    home.button("owing-mail-away").click()
    home.sees_said("owing-mail-gone")
    look(home, "gone")
    lead.page.reload()
    expect(side).to_contain_text(pattern(lead.say("owing-left", left=0, n=4), whole=False))
    assert look.found == []


def picture_of_sheet(page: object) -> None:
    import os

    if folder := os.environ.get("TEST_PICTURES"):
        page.screenshot(path=f"{folder}/sheet.png", full_page=True)  # type: ignore[attr-defined]
