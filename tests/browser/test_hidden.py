"""Hidden authors on real screens: what is promised before the first letter, among how many, and what stays known."""

import pytest
from playwright.sync_api import expect
from tests.browser.people import LAPTOP, PHONE, Language, Person, Room, pattern, plain

STEPS = [{"activity": "risks"}, {"activity": "check-in"}]


def enough(room: Room) -> None:
    for name, team in (("Olek", "marketing"), ("Iga", "marketing"), ("Ben", "sales"), ("Ewa", "sales")):
        room.robot(name, team)  # type: ignore[arg-type]


def promise(person: Person) -> str:
    return plain(person.page.locator(".priv:visible").first.inner_text())


@pytest.mark.parametrize(("language", "viewport"), [("pl", LAPTOP), ("en", PHONE)])
def test_what_is_promised_stands_before_the_first_letter(
    room: Room, language: Language, viewport: dict[str, int]
) -> None:
    room.found(agenda="custom", steps=STEPS)
    enough(room)
    anna = room.member("Anna", "marketing", language, viewport)
    room.open("risks/fears", "write")
    expect(anna.composer()).to_be_visible()
    hidden, few = plain(anna.say("stage-sees-hidden")), plain(anna.say("stage-sees-hidden-few"))
    assert promise(anna) == f"{hidden} {few}"
    said = anna.composer().get_attribute("aria-describedby")
    assert said
    assert anna.page.locator(f"#{said.split()[-1]}").count() == 1
    room.robot("Max", "sales")
    expect(anna.page.locator(".priv:visible").first).to_have_text(pattern(hidden))
    room.open("check-in/expect", "write")
    expect(anna.page.locator(".priv:visible").first).to_have_text(pattern(anna.say("stage-sees-named")))


def test_too_few_people_do_not_write_hidden_and_whoever_leads_may_show_the_authors(room: Room) -> None:
    room.found(agenda="custom", steps=STEPS)
    desk = room.facilitator("pl")
    anna = room.member("Anna", "marketing", "pl")
    room.robot("Ben", "sales")
    desk.sees_said("cockpit-few-to-hide", step="Ryzyka i obawy", teams="Marketing, Sprzedaż")
    desk.page.get_by_role("button", name=pattern("Ryzyka", whole=False)).first.click()
    desk.page.locator("button.next:visible").first.click()
    desk.sees_said("refused-too_few_to_hide", here=2, fewest=4)
    desk.field("cockpit-authors").select_option("team")
    desk.page.locator("button.next:visible").first.click()
    expect(anna.composer()).to_be_visible()
    assert promise(anna) == plain(anna.say("stage-sees-team"))
    expect(desk.field("cockpit-authors")).to_be_disabled()


def test_after_the_reveal_the_author_too_sees_a_note_that_is_nobodys(room: Room) -> None:
    room.found(agenda="custom", steps=STEPS)
    enough(room)
    anna, desk = room.member("Anna", "marketing", "en"), room.facilitator("pl")
    room.open("risks/fears", "write")
    anna.write("That nobody opens it")
    desk.sees_said("cockpit-nobody-knows")
    expect(desk.page.locator("section").filter(has_text="Anna").last).not_to_contain_text("That nobody opens it")
    anna.page.reload()
    anna.sees("That nobody opens it")
    anna.page.locator("[data-edit]").first.click()
    anna.page.locator("form.note textarea").fill("That nobody reads it")
    room.open("risks/fears", "reveal")
    room.open("risks/fears", "discuss")
    anna.sees_said("stage-late-hidden")
    (note,) = room.lead.all("note")
    assert note["text"] == "That nobody opens it"
    assert not [one for one in room.lead.all("authorship") if one["id"] == note["id"]]
    assert f"authorship:{note['id']}" not in " ".join(anna.frames)
    # What was typed and not saved had a note that is no more: it is kept beside.
    anna.sees("That nobody reads it")
