"""Plan and actuals: typed like in a sheet, brought in as a file that is shown first, seen at once by the other team."""

import re

import pytest
from playwright.sync_api import FilePayload, Locator, expect
from tests.browser.people import PHONE, Person, Room
from tests.browser.test_axe import MORE, Findings
from tests.support.measured import importable, measured

FILE = "id;Co;2027-01;2027-02;2027-03\r\n#M1;M1;52;45;1 040\r\n#S2;;0,9;96%;\r\n#goal;;306 000;abc;\r\n"


@pytest.fixture
def agreed(room: Room) -> Room:
    """The worked example, agreed on and not measured yet."""
    room.made, room.lead_cookie = room.post("/api/import", importable(measured("en"), "Ada", "pl"))
    return room


def scorecard(person: Person, room: Room) -> Person:
    person.go(f"/w/{room.id}/scorecard")
    expect(person.heading(person.say("scorecard-title"))).to_be_visible()
    return person


def cell(person: Person, row: str, month: str) -> Locator:
    return person.page.locator(f'input[data-row="{row}"][data-month="{month}"]')


def picture(person: Person, words: str) -> Locator:
    return person.page.get_by_role("img", name=re.compile(words))


@pytest.mark.timeout(180)
def test_figures_are_typed_and_brought_in_and_the_other_team_sees_the_picture(agreed: Room) -> None:
    look = Findings()
    anna = scorecard(agreed.member("Anna", "marketing", "en", **MORE), agreed)
    ben = scorecard(agreed.member("Ben", "sales", "pl", PHONE), agreed)
    anna.sees_said("scorecard-empty")
    # Typed with the keyboard alone, as in a sheet.
    anna.button("scorecard-enter").click()
    cell(anna, "M1", "2027-01").focus()
    anna.page.keyboard.type("52")
    anna.page.keyboard.press("Enter")
    expect(cell(anna, "M2", "2027-01")).to_be_focused()
    anna.page.keyboard.type("0.76")
    anna.page.keyboard.press("ArrowRight")
    expect(cell(anna, "M2", "2027-02")).to_be_focused()
    anna.sees_said("scorecard-bad-share", percent="76", value="0.76")
    expect(cell(anna, "M2", "2027-01")).to_have_attribute("aria-invalid", "true")
    anna.page.keyboard.press("ArrowLeft")
    anna.page.keyboard.type("76%")
    anna.page.keyboard.press("ArrowUp")
    expect(cell(anna, "M1", "2027-01")).to_be_focused()
    anna.page.keyboard.press("ArrowUp")
    expect(cell(anna, "goal", "2027-01")).to_be_focused()
    expect(cell(anna, "S1", "2027-01")).to_have_count(0)
    expect(picture(ben, "M1.*styczeń 2027: 52, spełnione")).to_be_visible()
    expect(picture(ben, "M2.*styczeń 2027: 76%, blisko")).to_be_visible()
    look(anna, "scorecard/grid")
    # A note says why.
    cell(anna, "M2", "2027-01").focus()
    anna.page.locator("#scorecard-note").fill("two fairs fell through")
    anna.page.keyboard.press("Enter")
    # A file is shown before anything is saved.
    desk = scorecard(agreed.facilitator("pl", **MORE), agreed)
    desk.button("scorecard-import").click()
    dialog = desk.page.get_by_role("dialog")
    file: FilePayload = {"name": "luty.csv", "mimeType": "text/csv", "buffer": FILE.encode("cp1250")}
    dialog.locator("input[type=file]").set_input_files(file)
    expect(dialog).to_contain_text(desk.say("scorecard-preview", n=4, new=4, changed=0))
    expect(dialog).to_contain_text("„abc” nie jest liczbą.")
    expect(dialog).to_contain_text("„0,9”: dopisz znak procentu")
    look(desk, "scorecard/preview")
    assert agreed.lead.records.get("actuals:goal") is None, "nothing is saved yet"
    desk.button("scorecard-preview-save", n=4).click()
    expect(dialog).to_have_count(0)
    expect(picture(desk, r"M1.*luty 2027: 45, blisko; marzec 2027: 1\s?040, spełnione")).to_be_visible()
    expect(picture(ben, "S2.*luty 2027: 96%")).to_be_visible()
    # Every picture has its table, one click away.
    desk.page.locator("article", has_text="M2 ").locator("summary").first.click()
    desk.sees("two fairs fell through")
    look(desk, "scorecard/pictures")
    assert look.found == []
