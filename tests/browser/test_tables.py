"""Rows of tables: two people in one, a request that becomes a promise, consent; by keyboard and on a phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser.people import PHONE, Person, Robot, Room, new_room, pattern
from tests.browser.served import Server
from tests.browser.test_axe import Findings

STEPS: list[dict[str, Any]] = [
    {"activity": "definitions", "prompts": [{"id": "mql"}]},
    {"activity": "marketing-commitments"},
    {"activity": "lead-calibration", "prompts": [{"id": "leads"}, {"id": "criteria"}]},
    {"activity": "process-map"},
    {"activity": "customer-journey"},
    {"activity": "meetings-communication"},
]
MQL, REQUEST = "definitions/mql", "marketing-commitments/commitments"
LEADS = "lead-calibration/leads"


@pytest.fixture
def shop(browser: Browser, server: Server) -> Iterator[Room]:
    with new_room(browser, server.base, {server.host}) as room:
        yield room.found(agenda="custom", steps=STEPS)


def row_of(room: Room, table: str) -> str:
    """The id of the one row of a table."""
    rows: list[str] = room.lead.until(lambda: [one["id"] for one in room.lead.all("row") if one["table"] == table])
    return rows[0]


def cell(person: Person, field: str) -> Locator:
    return person.page.get_by_role("button", name=pattern(f"{field}:", whole=False)).locator("visible=true").first


def words_in(room: Room, row: str, field: str) -> str:
    return str(room.lead.records[f"row:{row}"]["cells"].get(field, {}).get("text", ""))


def opened(person: Person, row: str) -> None:
    head = person.page.locator(f"#row-{row} [aria-expanded]").first
    expect(head).to_be_visible()
    if head.get_attribute("aria-expanded") == "false":
        head.click()


def test_two_type_in_two_cells_and_who_wants_the_same_is_told_who_holds_it(shop: Room) -> None:
    anna, ben = shop.member("Anna", "marketing"), shop.member("Ben", "sales")
    shop.open(MQL, "discuss")
    row = row_of(shop, "definitions")
    for one in (anna, ben):
        opened(one, row)
    cell(anna, "Where it shows").click()
    cell(ben, "Example").click()
    anna.page.keyboard.type("CRM, field “lead status”")
    ben.page.keyboard.type("Food plant, 220 people")
    expect(ben.page.locator(f"#row-{row}")).to_contain_text("CRM, field “lead status”")
    expect(anna.page.locator(f"#row-{row}")).to_contain_text("Food plant, 220 people")
    # Ben wants the cell that Anna holds: he reads who writes there, and has no way in.
    ben.sees_said("table-pen-held", name="Anna")
    expect(ben.page.get_by_role("button", name=pattern("Where it shows:", whole=False))).to_have_count(0)
    anna.page.keyboard.press("Escape")
    expect(cell(ben, "Where it shows")).to_be_visible()
    cell(ben, "Where it shows").click()
    ben.page.keyboard.press("End")
    ben.page.keyboard.type(", required")
    ben.page.keyboard.press("Escape")
    shop.lead.until(lambda: words_in(shop, row, "evidence") == "CRM, field “lead status”, required")
    assert words_in(shop, row, "example") == "Food plant, 220 people"


def test_both_press_at_once_and_the_second_hears_the_name(shop: Room) -> None:
    anna, ben = shop.member("Anna", "marketing"), shop.robot("Ben", "sales")
    shop.open(MQL, "discuss")
    row = row_of(shop, "definitions")
    opened(anna, row)
    # Anna's press leaves before she hears of Ben's pen: her page is frozen while he takes it.
    field = cell(anna, "Example")
    anna.page.evaluate("() => (window.held = WebSocket.prototype.send, WebSocket.prototype.send = () => undefined)")
    ben.do("take_pen", text=f"{row}/example")
    expect(anna.text(anna.say("table-pen-held", name="Ben")).first).to_be_visible()
    anna.page.evaluate("() => (WebSocket.prototype.send = window.held)")
    expect(field).to_have_count(0)


def test_a_value_that_cannot_be_read_stays_with_its_reason(shop: Room) -> None:
    anna = shop.member("Anna", "marketing", "pl")
    shop.open(MQL, "discuss")
    row = row_of(shop, "definitions")
    opened(anna, row)
    more = anna.page.get_by_role("button", name=pattern("Jeszcze", whole=False))
    if more.count():
        more.first.click()
    cell(anna, "Limit czasu w tym statusie").click()
    figure = anna.field("table-part-figure")
    figure.fill("wkrótce")
    figure.press("Enter")
    anna.sees_said("refused-bad_input", why="limit")
    anna.sees("wkrótce working_day")
    anna.button("table-cell-change").click()
    figure.fill("2,5")
    anna.field("table-part-unit").select_option("working_hour")
    figure.press("Enter")
    shop.lead.until(lambda: words_in(shop, row, "time_limit") == "2.5 working_hour")
    anna.sees("2,5 godziny roboczej")


def test_a_cell_set_without_network_arrives_afterwards(shop: Room) -> None:
    anna = shop.member("Anna", "marketing")
    anna.watch.forgive(r"ERR_|WebSocket")
    shop.open(MQL, "discuss")
    row = row_of(shop, "definitions")
    opened(anna, row)
    cell(anna, "What we count").click()
    anna.page.context.set_offline(True)
    anna.page.evaluate("() => window.dispatchEvent(new Event('offline'))")
    anna.page.get_by_role("radio", name="company").click()
    expect(cell(anna, "What we count")).to_contain_text("company")
    anna.page.context.set_offline(False)
    shop.lead.until(lambda: words_in(shop, row, "unit") == "company")


def press_through(person: Person, name: str, most: int = 120) -> None:
    """Tab until the button with this name has the focus, then Enter."""
    wanted = pattern(name, whole=False)
    for _ in range(most):
        person.page.keyboard.press("Tab")
        said = person.page.evaluate(
            "() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')"
        )
        if wanted.search(said):
            person.page.keyboard.press("Enter")
            return
    raise AssertionError(f"no way by Tab to {name}")


def test_a_request_becomes_a_commitment_by_keyboard_only(shop: Room) -> None:
    ben = shop.member("Ben", "sales")
    anna = shop.member("Anna", "marketing")
    prompt = shop.open(REQUEST, "agree")
    assert prompt["table"] == "marketing_commitments"
    ben.page.locator("#main").focus()
    press_through(ben, ben.say("table-add"))
    row = row_of(shop, "marketing_commitments")
    expect(ben.page.locator(f"#row-{row} [aria-expanded]").first).to_be_focused()
    press_through(ben, ben.say("table-sentence-what"))
    expect(ben.page.locator("textarea:focus")).to_be_visible()
    ben.page.keyboard.type("will hand over at least 50 MQLs a month")
    ben.page.keyboard.press("Enter")
    shop.lead.until(lambda: words_in(shop, row, "clause").startswith("will hand over"))
    anna.sees_said("table-status-request", team="Marketing")
    expect(anna.button("table-ask")).to_be_disabled()
    anna.page.locator("#main").focus()
    opened_by_key = anna.page.locator(f"#row-{row} [aria-expanded]").first
    if opened_by_key.get_attribute("aria-expanded") == "false":
        press_through(anna, "will hand over")
    press_through(anna, anna.say("table-promise"))
    anna.sees_said("table-status-promise", team="Marketing")
    press_through(anna, anna.say("table-ask"))
    for one in (anna, ben):
        one.sees_said("table-asked-rows", n=1)
        one.page.locator("#main").focus()
        one.page.keyboard.press("5")
    anna.sees_said("stage-agreed")
    assert shop.lead.records[f"row:{row}"]["status"] == "agreed"
    reader = shop.facilitator("en")
    reader.go(f"/w/{shop.id}/agreement")
    reader.sees("will hand over at least 50 MQLs a month")
    # Other words: everybody sees what was agreed beside what stands there now.
    again = shop.robot("Cleo", "sales")
    version = shop.lead.records[f"row:{row}"]["cells"]["clause"]["version"]
    again.do("set_cell", row=row, field="clause", words="will hand over at least 60 MQLs a month", base=version)
    anna.sees_said("table-status-changed")


def cards(person: Person) -> Locator:
    return person.page.locator("nav .strip button")


def test_leads_are_sorted_by_key_twice_and_the_teams_are_compared(shop: Room) -> None:
    anna, wall = shop.member("Anna", "marketing", "pl"), shop.projector("pl")
    others = [shop.robot("Olek", "marketing"), shop.robot("Ben", "sales"), shop.robot("Ida", "sales")]
    prompt = shop.open(LEADS, "write")
    marking = shop.lead.one("marking", prompt["id"])["targets"]
    assert len(marking) == 10
    expect(cards(anna)).to_have_count(10)
    anna.page.locator("#main").focus()
    anna.page.keyboard.press("1")
    anna.sees_said("table-deck-at", n=2, of=10)
    anna.page.keyboard.press("2")
    words = anna.field("table-deck-words")
    expect(words).to_be_focused()
    anna.page.keyboard.type("poza ICP")
    anna.page.keyboard.press("Enter")
    for _ in range(8):
        anna.page.keyboard.press("1")
    anna.sees_said("table-deck-done", n=10, of=10)
    assert not [key for key in others[1].records if key.startswith(("split:", "own_marks:"))]
    _sort(shop, others, marking, "missing")
    shop.open(LEADS, "reveal")
    for one in (anna, wall):
        one.sees_said("table-round-agreed", n=8, of=10)
        one.sees_said("table-round-enough")
    # Differing cards stand first: the second, on which Anna alone says no, is no majority of marketing either.
    heads = anna.page.locator("li.split.differ h3, li.split.differ h4")
    expect(heads).to_have_count(2)
    shop.open(LEADS, "write")
    expect(anna.page.get_by_text(anna.say("table-deck-done", n=0, of=10))).to_be_visible()
    for _ in range(10):
        anna.page.keyboard.press("1")
    _sort(shop, others, marking, "accept")
    shop.open(LEADS, "reveal")
    anna.sees_said("table-round-before", before=8, after=10, change="more")
    anna.sees_said("table-split-alike")


def _sort(room: Room, people: list[Robot], targets: list[str], third: str) -> None:
    """Everybody accepts all; sales says `third` of the last."""
    for one in people:
        for target in targets:
            choice = third if target == targets[-1] and one.name != "Olek" else "accept"
            words = {"text": "koniec umowy"} if choice == "missing" else {}
            one.do("mark", prompt=room.prompt(LEADS)["id"], target=target, choice=choice, **words)


def test_what_is_marked_and_must_be_agreed_is_both(shop: Room) -> None:
    anna, desk, wall = shop.member("Anna", "marketing"), shop.facilitator("en"), shop.projector("en")
    ben = shop.robot("Ben", "sales")
    prompt = shop.open("meetings-communication/mode", "write")
    marking = shop.lead.one("marking", prompt["id"])
    choice = marking["marks"]["choices"][0]["id"]
    ben.do("mark", prompt=prompt["id"], target=marking["targets"][0], choice=choice)
    shop.open("meetings-communication/mode", "agree")
    for one in (anna, desk):
        expect(one.page.locator("section.compared")).to_be_visible()
        expect(one.button("stage-agree-write").first).to_be_visible()
    ben.do("propose", id="prop-mode", prompt=prompt["id"], words="We report and improve campaigns")
    for one in (anna, desk, wall):
        one.sees("We report and improve campaigns")


def test_the_way_of_a_lead_and_the_journey_are_drawn_beside_their_outline(shop: Room) -> None:
    findings = Findings()
    anna, wall = (
        shop.member("Anna", "marketing", "pl", bypass_csp=True),
        shop.projector("pl", bypass_csp=True),
    )
    prompt = shop.open("process-map/handover", "discuss")
    for starter in ("p04", "p05", "p08"):
        shop.lead.do("add_row", id=f"row-{starter}", prompt=prompt["id"], starter=starter)
    steps = anna.page.locator(".map .step a")
    expect(steps).to_have_count(3)
    expect(anna.page.locator("path.way")).to_have_count(1)
    expect(anna.page.locator("#row-row-p05")).to_be_visible()
    for who, person in (("member", anna), ("projector", wall)):
        findings(person, f"{who}/map")
    shop.open("customer-journey/trigger", "discuss")
    expect(anna.page.get_by_role("columnheader")).to_have_count(8)
    cell(anna, "Co robi klient").click()
    anna.page.keyboard.type("Wraca do cennika")
    anna.page.keyboard.press("Escape")
    wall.sees("Wraca do cennika")
    for who, person in (("member", anna), ("projector", wall)):
        findings(person, f"{who}/journey")
    assert not findings.found, "\n".join(findings.found)


def test_tables_are_whole_for_axe_on_narrow_windows_and_for_the_room(shop: Room) -> None:
    findings = Findings()
    members = [shop.robot("Olek", "marketing"), shop.robot("Ben", "sales")]
    anna = shop.member("Anna", "marketing", "pl", PHONE, bypass_csp=True)
    desk, wall = shop.facilitator("pl", bypass_csp=True), shop.projector("pl", bypass_csp=True)
    shop.open(MQL, "discuss")
    row = row_of(shop, "definitions")
    opened(anna, row)
    members[1].do("take_pen", text=f"{row}/example")
    anna.sees_said("table-pen-held", name="Ben")
    for who, person in (("member", anna), ("cockpit", desk), ("projector", wall)):
        findings(person, f"{who}/definitions")
    cell(anna, "Co liczymy").click()
    findings(anna, "member/choice")
    anna.page.keyboard.press("Escape")
    members[1].do("drop_pen", text=f"{row}/example")
    prompt = shop.open(REQUEST, "agree")
    _promise(shop, members, prompt["id"])
    anna.sees_said("table-asked-rows", n=1)
    for who, person in (("member", anna), ("cockpit", desk), ("projector", wall)):
        findings(person, f"{who}/promise")
    shop.open(LEADS, "write")
    for who, person in (("member", anna), ("cockpit", desk)):
        findings(person, f"{who}/sorting")
    leads = shop.lead.one("marking", shop.prompt(LEADS)["id"])["targets"]
    _sort(shop, [*members, shop.robot("Ada", "sales")], leads[:2], "missing")
    shop.open(LEADS, "reveal")
    for who, person in (("member", anna), ("cockpit", desk), ("projector", wall)):
        findings(person, f"{who}/sorted")
    assert not findings.found, "\n".join(findings.found)


def _promise(room: Room, members: list[Robot], prompt: str) -> None:
    members[0].do("add_row", id="row-volume", prompt=prompt, starter="mc-volume")
    for one in (members[0], room.robot("Ida", "marketing")):
        one.do("promise", row="row-volume", given=True)
    room.lead.until(lambda: room.lead.records["row:row-volume"].get("promised", True))
    members[0].do("propose_rows", id="prop-volume", prompt=prompt, rows=["row-volume"])
