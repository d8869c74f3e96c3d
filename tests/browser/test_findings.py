"""Findings beside the agreement: an error stops the version, a warning stays with a reason, each leads to its place."""

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.people import PHONE, Person, Room, pattern
from tests.browser.test_axe import MORE, Findings

LATE = "2027-06-30"


def agreement(room: Room, person: Person) -> Person:
    person.go(f"/w/{room.id}/agreement")
    expect(person.heading(person.say("agreement-findings"))).to_be_visible()
    return person


def card(person: Person, words: str) -> Locator:
    return person.page.locator("article.finding").filter(has_text=pattern(words, whole=False))


def dates(person: Person, start: str, end: str, review: str) -> None:
    for name, day in (("start", start), ("end", end), ("review", review)):
        person.field(f"agreement-period-{name}").fill(day)
    person.button("agreement-period-set").click()


@pytest.fixture
def begun(room: Room) -> Room:
    room.found(agenda="starter-90")
    room.lead.do("add_clause", id="clause-1", section="purpose", words="Pracujemy razem nad jednym celem.")
    room.lead.do("set_period", start="2027-03-31", end="2027-01-01", review="")
    return room


@pytest.mark.timeout(300)
def test_an_error_stops_the_version_until_it_is_mended_and_a_warning_stays_with_a_reason(begun: Room) -> None:
    desk = agreement(begun, begun.facilitator("pl"))
    anna = agreement(begun, begun.member("Anna", "marketing", "en"))
    wrong = desk.say("lint-PER-01")
    expect(card(desk, wrong)).to_be_visible()
    expect(card(anna, anna.say("lint-PER-01"))).to_be_visible()
    # It stops the version, in words.
    desk.button("agreement-freeze", version="1.0").click()
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text(wrong)
    expect(dialog.get_by_role("button", name=desk.say("agreement-freeze", version="1.0"))).to_be_disabled()
    desk.page.keyboard.press("Escape")
    # One click leads to its chapter.
    card(desk, wrong).get_by_role("button").first.click()
    expect(desk.page.locator("#section-period")).to_be_focused()
    # Mended, it is gone for everybody; a review that comes too late is a warning.
    dates(desk, "2027-01-01", "2027-03-31", LATE)
    expect(card(desk, wrong)).to_have_count(0)
    expect(card(anna, anna.say("lint-PER-01"))).to_have_count(0)
    late = card(desk, "30 czerwca 2027")
    late.get_by_role("button", name=pattern(desk.say("agreement-finding-keep"), whole=False)).click()
    desk.field("agreement-finding-reason").fill("Przegląd robimy razem z budżetem.")
    desk.button("agreement-finding-keep-go").click()
    anna.page.locator("summary").filter(has_text=pattern(anna.say("agreement-findings-kept", n=1))).click()
    anna.sees("Przegląd robimy razem z budżetem.")
    # What stays is part of the version.
    desk.button("agreement-freeze", version="1.0").click()
    dialog.get_by_role("button", name=desk.say("agreement-freeze", version="1.0")).click()
    desk.sees_said("agreement-version", version="1.0")
    printed = desk.page.request.get(f"{desk.base}/api/w/{begun.id}/agreement.html?language=pl")
    assert "Przegląd robimy razem z budżetem." in printed.text().replace("\u00a0", " ")


@pytest.mark.timeout(300)
def test_findings_are_for_everybody_and_fit_every_window(begun: Room) -> None:
    look = Findings()
    begun.lead.do("set_period", start="2027-01-01", end="2027-03-31", review=LATE)
    desk = agreement(begun, begun.facilitator("pl", **MORE))
    late = card(desk, "30 czerwca 2027")
    late.get_by_role("button", name=pattern(desk.say("agreement-finding-keep"), whole=False)).click()
    look(desk, "agreement/findings")
    phone = agreement(begun, begun.member("Anna", "marketing", "en", PHONE, **MORE))
    phone.page.locator(".found a").click()
    expect(phone.page.locator("#agreement-findings")).to_be_focused()
    look(phone, "agreement/findings on a phone")
    assert look.found == []
