"""A link for somebody without a seat: made, opened in a clean browser, revoked, gone; and the agreement on the wall."""

from typing import Any

import pytest
from playwright.sync_api import expect
from tests.browser.people import NETWORK_GONE, PHONE, SCREEN, Person, Room, pattern, refused
from tests.browser.test_axe import Findings

SMALLEST = """(least) => [...document.querySelectorAll("body *")]
    .filter((e) => e.checkVisibility() && !e.closest(".vh, .skip, dialog, [role=status]"))
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .filter((e) => parseFloat(getComputedStyle(e).fontSize) < least)
    .map((e) => `${e.textContent.trim()}: ${getComputedStyle(e).fontSize}`)"""
HIDDEN = "() => { const m = document.querySelector('main'); return m.scrollHeight - m.clientHeight }"
PROMISES = ("Zadzwonimy do każdego leada w dwie godziny robocze", "Powiemy, dlaczego lead wrócił")
MORE: dict[str, Any] = {"bypass_csp": True, "reduced_motion": "reduce"}


@pytest.fixture
def look() -> Findings:
    return Findings()


def test_a_link_is_made_opened_elsewhere_and_revoked_and_the_wall_shows_what_holds(room: Room, look: Findings) -> None:
    room.found()
    signers = [room.robot("Anna", "marketing"), room.robot("Marek", "sales")]
    wall = room.person("pl", SCREEN, cookie=room.lead_cookie, **MORE)
    wall.go(f"/w/{room.id}/wall")
    wall.sees_said("wall-empty")
    look(wall, "wall-empty")
    for section, words in zip(("marketing_sla", "sales_sla"), PROMISES, strict=True):
        room.lead.do("add_clause", id=f"clause-{section}", section=section, words=words)
    room.lead.do("freeze")
    version = room.lead.until(lambda: room.lead.records.get("version:1.0"))
    sign = {"version": "1.0", "hash": version["hash"], "understands": True, "decision": "accept"}
    signers[0].do("sign", name="Anna", **sign)

    desk = room.facilitator("en", **MORE)
    desk.go(f"/w/{room.id}/agreement")
    link = made(desk, look)
    reader = room.person("en", PHONE, **MORE)
    opened(reader, link, look)
    expect(desk.text(desk.say("agreement-version", version="1.0")).last).to_be_visible()
    share = room.lead.until(lambda: next((one for one in room.lead.all("share") if one.get("opened")), None))
    assert [one["version"] for one in share["opened"]] == ["1.0"]

    on_the_wall(wall, look)
    signers[1].do("sign", name="Marek", **sign)
    room.lead.until(lambda: room.lead.records["version:1.0"].get("in_force"))
    reader.page.reload()
    expect(reader.link("share-pdf-sealed")).to_be_visible()
    revoked(desk, look)
    reader.watch.forgive(refused(404))
    reader.page.reload()
    reader.sees_said("share-gone-title")
    assert PROMISES[0] not in reader.everything()
    look(reader, "share-gone")
    assert look.found == []


def made(desk: Person, look: Findings) -> str:
    """By keyboard; the address, once it is shown."""
    desk.button("share-open").focus()
    desk.page.keyboard.press("Enter")
    desk.sees_said("share-list-none")
    desk.page.keyboard.press("Enter")
    desk.sees_said("share-to-missing")
    desk.page.keyboard.type("Board of directors")
    desk.page.keyboard.press("Enter")
    field = desk.field("share-link-of", to="Board of directors")
    expect(desk.page.locator(":focus")).to_have_text(desk.say("common-copy"))
    look(desk, "share-dialog")
    assert "········" in field.input_value(), "nobody reads it over a shoulder"
    field.focus()
    return field.input_value()


def opened(reader: Person, link: str, look: Findings) -> None:
    """Only the button uses the link; then it is gone from the address, and a reload still reads."""
    reader.go(link)
    expect(reader.button("share-door-go")).to_be_focused()
    assert PROMISES[0] not in reader.everything()
    look(reader, "share-door")
    reader.page.keyboard.press("Enter")
    reader.sees_said("wall-status-waiting", signed=1, of=2)
    frame = reader.page.frame_locator("iframe")
    expect(frame.get_by_text(pattern(PROMISES[0], whole=False)).first).to_be_visible()
    assert "#" not in reader.page.url
    look(reader, "shared")
    with reader.page.expect_download() as download:
        reader.link("agreement-markdown").press("Enter")
    assert PROMISES[1] in download.value.path().read_text("utf-8")
    reader.page.reload()
    reader.sees_said("wall-version", version="1.0")
    assert reader.frames == [], "no socket"


def on_the_wall(wall: Person, look: Findings) -> None:
    wall.page.evaluate("() => window.dispatchEvent(new Event('online'))")
    wall.sees(PROMISES[0])
    wall.sees_said("wall-status-waiting", signed=1, of=2)
    look(wall, "wall")
    wall.page.keyboard.press("p")
    wall.button("wall-full").wait_for()
    assert wall.page.evaluate(SMALLEST, 36) == []
    assert wall.page.evaluate(SMALLEST, 37), "the control"
    assert wall.page.evaluate(HIDDEN) <= 0
    wall.watch.forgive(NETWORK_GONE)
    wall.page.context.set_offline(True)
    wall.page.evaluate("() => window.dispatchEvent(new Event('online'))")
    expect(wall.page.locator(".old")).to_be_visible()
    wall.sees(PROMISES[1])
    look(wall, "wall-old")
    wall.page.context.set_offline(False)
    wall.page.evaluate("() => window.dispatchEvent(new Event('online'))")
    expect(wall.page.locator(".old")).to_have_count(0)


def revoked(desk: Person, look: Findings) -> None:
    desk.button("share-revoke-of", to="Board of directors").press("Enter")
    desk.sees_said("share-revoke-sure")
    look(desk, "share-revoke")
    desk.button("share-revoke-yes").press("Enter")
    expect(desk.page.locator("li.dead")).to_be_visible()
    look(desk, "share-revoked")
    desk.page.keyboard.press("Escape")
    desk.page.get_by_text(pattern(desk.say("share-received", n=0, of=2, version="1.0"))).press("Enter")
    look(desk, "share-received")
