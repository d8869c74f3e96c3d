"""Sections arranged by keyboard; somebody leaves, and their promise is given to another person."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser.people import Person, Robot, Room, new_room, pattern
from tests.browser.served import Server
from tests.browser.test_axe import MORE, Findings

STEPS: list[dict[str, Any]] = [{"activity": "definitions", "prompts": [{"id": "mql"}]}]
MQL = "definitions/mql"


@pytest.fixture
def shop(browser: Browser, server: Server) -> Iterator[Room]:
    with new_room(browser, server.base, {server.host}) as room:
        yield room.found(agenda="custom", steps=STEPS)


def agreement(room: Room, person: Person) -> Person:
    person.go(f"/w/{room.id}/agreement")
    expect(person.heading(person.say("agreement-findings"))).to_be_visible()
    return person


def dialog(person: Person) -> Locator:
    return person.page.get_by_role("dialog")


def press(person: Person, key: str, **values: Any) -> None:
    """A button of the dialog, by keyboard."""
    button = dialog(person).get_by_role("button", name=pattern(person.say(key, **values)))
    button.focus()
    person.page.keyboard.press("Enter")


@pytest.mark.timeout(300)
def test_sections_get_names_an_order_and_are_left_out_and_taken_in_again(shop: Room) -> None:
    look = Findings()
    shop.lead.do("add_clause", id="clause-1", section="purpose", words="Pracujemy nad jednym celem.")
    shop.lead.do("add_clause", id="clause-2", section="changes", words="Zmiany mailem.")
    desk, anna = (
        agreement(shop, shop.facilitator("pl", **MORE)),
        agreement(shop, shop.member("Anna", "marketing", "en")),
    )
    chapters = anna.page.get_by_role("navigation", name=pattern(anna.say("agreement-chapters")))
    expect(anna.button("sections-open")).to_have_count(0)
    desk.button("sections-open").click()
    # Another name, in both languages of the workshop.
    press(desk, "sections-rename-of", name="Cel, zakres i zasady")
    for language, words in (("", "Po co to robimy i komu to służy"), (" (English)", "What we do it for")):
        dialog(desk).get_by_label(desk.say("sections-name") + language, exact=True).fill(words)
    press(desk, "sections-save")
    expect(chapters).to_contain_text("2 What we do it for")
    # One place down: the focus goes along.
    press(desk, "adapt-down", name="Po co to robimy i komu to służy")
    expect(chapters).to_contain_text("3 What we do it for")
    expect(
        dialog(desk).get_by_role("button", name=desk.say("adapt-down", name="Po co to robimy i komu to służy"))
    ).to_be_focused()
    # One of our own.
    for language, words in (("", "Wspólne wystąpienia na targach branżowych"), (" (English)", "Trade fairs")):
        dialog(desk).get_by_label(desk.say("sections-add-name") + language, exact=True).fill(words)
    press(desk, "sections-add-go")
    expect(chapters).to_contain_text("13 Trade fairs")
    # Left out: what goes is said first, and is kept.
    box = dialog(desk).get_by_role("checkbox", name=desk.say("sections-in-of", name="Zmiany w SLA"))
    box.focus()
    desk.page.keyboard.press("Space")
    expect(dialog(desk)).to_contain_text(desk.say("sections-off-sure", n=1))
    look(desk, "agreement/sections")
    press(desk, "sections-off-go")
    expect(chapters).not_to_contain_text("Changes to this SLA")
    expect(anna.page.get_by_text("Zmiany mailem.")).to_have_count(0)
    anna.sees_said("sections-left-out-one", name="Changes to this SLA", n=1)
    expect(box).not_to_be_checked()
    box.focus()
    desk.page.keyboard.press("Space")
    anna.sees("Zmiany mailem.")
    expect(box).to_be_checked()
    desk.page.keyboard.press("Space")
    expect(dialog(desk).get_by_role("button", name=desk.say("sections-off-go"))).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(box).not_to_be_checked()
    desk.page.keyboard.press("Escape")
    anna.sees_said("sections-left-out-one", name="Changes to this SLA", n=1)
    look(desk, "agreement/arranged")
    assert look.found == []


def agreed(room: Room, members: list[Robot], decides: str) -> str:
    """A definition that everybody agreed on, decided by one of them."""
    prompt = room.open(MQL, "agree")
    row = next(str(one["id"]) for one in room.lead.all("row") if one["prompt"] == prompt["id"])
    words = {"decides": decides, "sentence": "A firm that asked for an offer", "must": "asked for an offer"}
    cells = room.lead.records[f"row:{row}"]["cells"]
    for field in {*cells, *words} - {"term", "unit"}:
        version = cells.get(field, {}).get("version", 0)
        room.lead.do("set_cell", row=row, field=field, words=words.get(field, ""), base=version)
    members[0].do("propose_rows", id="prop-1", prompt=prompt["id"], rows=[row])
    for one in members:
        one.do("consent", proposal="prop-1", version=1, level=5)
    room.lead.until(lambda: room.lead.records[f"row:{row}"]["status"] == "agreed")
    return row


@pytest.mark.timeout(300)
def test_whoever_leaves_is_found_in_the_agreement_and_somebody_else_takes_it_on(shop: Room) -> None:
    look = Findings()
    members = [shop.robot("Ola", "marketing"), shop.robot("Ben", "sales")]
    _, natalia = shop.seat("Natalia", "sales")
    shop.lead.do("set_away", person=natalia, away=True)
    agreed(shop, members, natalia)
    shop.lead.do("set_period", start="2027-01-01", end="2027-03-31", review="2027-03-23")
    for one in members:
        shop.lead.do("set_head", person=one.me, head=True)
    desk = shop.facilitator("en", **MORE)
    # Before: how many places are left without somebody. After: the way to them.
    desk.button("cockpit-people-open").first.click()
    dialog(desk).get_by_role("button", name=pattern("Natalia", whole=False)).first.click()
    press(desk, "cockpit-remove")
    expect(dialog(desk)).to_contain_text(desk.say("leaving-before", n=1))
    press(desk, "cockpit-remove-yes")
    expect(dialog(desk)).to_contain_text(desk.say("leaving-after", name="Natalia", n=1))
    look(desk, "cockpit/left")
    dialog(desk).get_by_role("link", name=desk.say("leaving-go")).click()
    # The finding leads to its cell, which still says the name.
    card = desk.page.locator("article.finding").filter(has_text="Natalia")
    card.get_by_role("button", name=pattern(desk.say("agreement-finding-go"), whole=False)).first.click()
    place = desk.page.locator('[data-field="decides"]')
    expect(place).to_be_focused()
    expect(place).to_contain_text("Natalia")
    # Frozen as it was; the change is asked about with a person, not with an id.
    shop.lead.do("freeze")
    newcomer = agreement(shop, shop.member("Zofia", "sales", "en"))
    newcomer.page.get_by_role("button", name=pattern(newcomer.say("agreement-amend-open"), whole=False)).first.click()
    dialog(newcomer).get_by_label(newcomer.say("agreement-amend-which")).select_option(label="Who decides")
    dialog(newcomer).get_by_role("radio", name=pattern("Zofia", whole=False)).click()
    dialog(newcomer).get_by_label(newcomer.say("agreement-amend-reason")).fill("I take it over")
    press(newcomer, "agreement-amend-send")
    amendment = shop.lead.until(lambda: shop.lead.all("amendment"))[0]
    for one in members:
        one.do("answer_amendment", amendment=amendment["id"], level=5)
    newcomer.consent(5)
    shop.lead.until(lambda: shop.lead.all("amendment")[0].get("end") == "passed")
    expect(card).to_have_count(0)
    # Who joins later reads where a clause comes from before signing.
    newcomer.go(f"/w/{shop.id}/sign")
    newcomer.page.locator("details summary").first.click()
    newcomer.page.get_by_role("button", name=pattern(newcomer.say("agreement-origin"), whole=False)).first.click()
    newcomer.sees_said("agreement-origin-same")
    assert look.found == []
