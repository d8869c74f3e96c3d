"""The whole way without a mouse, for a member and for the facilitator; and one always sees where one is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser.people import Person, Robot, Room, new_room, pattern
from tests.browser.served import Server

STEPS = [
    {
        "activity": "nine-questions",
        "prompts": [{"id": "q2"}],
        "phases": {"write": 5, "reveal": 1, "discuss": 5, "vote": 2, "agree": 5},
    }
]
Q = "nine-questions/q2"
MOST = 70
"""Stops of Tab before we say that something cannot be reached."""

SHOWN = """() => {
    const here = document.activeElement;
    const near = [here, here.closest("label"), here.nextElementSibling, here.parentElement].filter(Boolean);
    const look = () => near.map((e) => {
        const s = getComputedStyle(e);
        return [s.outline, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecoration].join();
    }).join(" / ");
    const focused = look();
    here.blur();
    const without = look();
    here.focus({preventScroll: true});
    return focused !== without;
}"""


@pytest.fixture
def shop(browser: Browser, server: Server) -> Iterator[Room]:
    with new_room(browser, server.base, {server.host}) as room:
        yield room.found(agenda="custom", steps=STEPS)


def focused(person: Person) -> Locator:
    return person.page.locator(":focus")


def is_focused(target: Locator) -> bool:
    return bool(target.evaluate_all("(all) => all.includes(document.activeElement)"))


def tab_to(person: Person, target: Locator) -> None:
    target.first.wait_for()
    for _ in range(MOST):
        if is_focused(target):
            return
        person.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")


def press(person: Person, *keys: str) -> None:
    for key in keys:
        person.page.keyboard.press(key)


def write(person: Person, words: str) -> None:
    person.page.keyboard.insert_text(words)


def test_a_member_joins_writes_groups_votes_consents_and_signs_by_keyboard(shop: Room) -> None:
    ben = shop.robot("Ben", "sales")
    anna = shop.person("en", reduced_motion="reduce")
    join(shop, anna)
    shop.open(Q, "write")
    notes(anna)
    shop.open(Q, "discuss")
    theme(anna)
    shop.open(Q, "vote")
    vote(anna)
    shop.open(Q, "agree")
    proposal = agree(shop, anna)
    ben.do("consent", proposal=proposal, version=ben.records[f"proposal:{proposal}"]["version"], level=5)
    anna.sees_said("stage-agreed")
    shop.lead.do("freeze")
    sign(anna)


def join(shop: Room, anna: Person) -> None:
    anna.go(shop.made["join_link"])
    tab_to(anna, anna.field("join-name"))
    write(anna, "Anna")
    tab_to(anna, anna.page.get_by_role("radio"))
    press(anna, "Space")
    tab_to(anna, anna.button("common-join"))
    press(anna, "Enter")
    anna.sees_said("lobby-title")


def notes(anna: Person) -> None:
    expect(anna.composer()).to_be_visible()
    press(anna, "n")
    expect(anna.composer()).to_be_focused()
    write(anna, "A budget and a date")
    press(anna, "Enter", "ArrowUp")
    expect(anna.field("stage-edit-label")).to_be_focused()
    write(anna, " this year")
    press(anna, "Enter")
    anna.sees("A budget and a date this year")
    expect(anna.field("stage-edit-label")).to_have_count(0)
    press(anna, "n")
    expect(anna.composer()).to_be_focused()
    write(anna, "Knows what we sell")
    press(anna, "Enter")
    expect(anna.page.locator(".notes > li")).to_have_count(2)
    press(anna, "Escape")
    expect(anna.composer()).not_to_be_focused()


def theme(anna: Person) -> None:
    expect(anna.button("stage-theme-new")).to_be_visible()
    press(anna, "g")
    wanted = anna.page.get_by_role("menuitem", name=pattern(anna.say("stage-theme-new")))
    wanted.wait_for()
    for _ in range(10):
        if is_focused(wanted):
            break
        press(anna, "ArrowDown")
    press(anna, "Enter")
    expect(anna.field("stage-theme-new-from", n=1)).to_be_focused()
    write(anna, "Need and date")
    press(anna, "Enter")
    expect(anna.heading("Need and date")).to_be_visible()


def vote(anna: Person) -> None:
    tab_to(anna, anna.button("stage-vote-add", text="Need and date"))
    mine = anna.page.get_by_role("listitem").filter(has=anna.heading("Need and date")).get_by_role("group").last
    for dots in (1, 0, 1):
        press(anna, "v")
        expect(mine).to_have_accessible_name(pattern(anna.say("stage-vote-mine", n=dots)))


def agree(shop: Room, anna: Person) -> str:
    """The id of the proposal."""
    expect(anna.button("stage-agree-write")).to_be_visible()
    press(anna, "p")
    expect(anna.field("stage-pen-words")).to_be_focused()
    write(anna, "A good lead has a need and a date.")
    press(anna, "Escape")
    anna.sees_said("stage-pen-free")
    press(anna, "4")
    chosen = anna.page.get_by_role("radio", checked=True)
    expect(chosen).to_contain_text("4")
    press(anna, "5")
    expect(chosen).to_contain_text("5")
    found = shop.lead.until(
        lambda: next((p for p in shop.lead.all("proposal") if p["text"] and not p.get("pen")), None)
    )
    return str(found["id"])


def sign(anna: Person) -> None:
    tab_to(anna, anna.link("stage-sign-go"))
    press(anna, "Enter")
    anna.sees_said("sign-hash-same")
    tab_to(anna, anna.field("sign-understand"))
    press(anna, "Space")
    tab_to(anna, anna.field("sign-name"))
    write(anna, "Anna")
    tab_to(anna, anna.button("sign-hold-accept"))
    anna.page.keyboard.down("Enter")
    anna.sees_said("sign-receipt-accept", version="1.0")
    anna.page.keyboard.up("Enter")


def test_a_facilitator_leads_parks_writes_and_freezes_by_keyboard(shop: Room) -> None:
    members = [shop.robot("Anna", "marketing"), shop.robot("Ben", "sales")]
    desk = shop.facilitator("en", reduced_motion="reduce")
    desk.sees_said("cockpit-start-title")
    press(desk, "ArrowRight")
    expect(desk.button("cockpit-next-reveal")).to_be_visible()
    clock(shop, desk)
    park(desk)
    press(desk, "ArrowRight")
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    tab_to(desk, desk.button("cockpit-ask-reveal"))
    press(desk, "Enter")
    for next_ in ("discuss", "vote", "agree"):
        expect(desk.button(f"cockpit-next-{next_}")).to_be_visible()
        press(desk, "ArrowRight")
    expect(desk.button("stage-agree-write")).to_be_visible()
    press(desk, "Shift+P")
    expect(desk.field("stage-pen-words")).to_be_focused()
    write(desk, "A good lead has a need and a date.")
    press(desk, "Escape")
    desk.sees_said("stage-pen-free")
    for one in members:
        consent(one)
    desk.sees_said("stage-agreed")
    freeze(desk)


def consent(robot: Robot) -> None:
    proposal = robot.until(lambda: next((p for p in robot.all("proposal") if p["text"] and not p.get("pen")), None))
    robot.do("consent", proposal=proposal["id"], version=proposal["version"], level=5)


def clock(shop: Room, desk: Person) -> None:
    lead = shop.lead
    before = lead.until(lambda: lead.records["now:w"].get("deadline"))
    press(desk, "+")
    lead.until(lambda: lead.records["now:w"]["deadline"] == before + 60_000)
    press(desk, "k")
    desk.sees_said("common-paused")
    press(desk, "k")
    expect(desk.button("cockpit-pause")).to_be_visible()
    press(desk, "F6")
    expect(desk.page.locator("[data-region]:focus")).to_have_count(1)


def park(desk: Person) -> None:
    press(desk, "o")
    tab_to(desk, desk.field("cockpit-park-what"))
    write(desk, "Who answers at weekends")
    tab_to(desk, desk.field("cockpit-park-owner"))
    write(desk, "Ben")
    press(desk, "Enter")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
    desk.sees("Who answers at weekends")


def freeze(desk: Person) -> None:
    tab_to(desk, desk.link("cockpit-agreement"))
    press(desk, "Enter")
    desk.sees("A good lead has a need and a date.")
    tab_to(desk, desk.button("agreement-freeze", version="1.0"))
    press(desk, "Enter")
    dialog = desk.page.get_by_role("dialog")
    tab_to(desk, dialog.get_by_role("button", name=pattern(desk.say("agreement-freeze", version="1.0"))))
    press(desk, "Enter")
    expect(dialog).to_have_count(0)
    desk.sees_said("agreement-version", version="1.0")


def test_every_stop_of_tab_shows_where_one_is(shop: Room) -> None:
    shop.robot("Ben", "sales")
    anna = shop.member("Anna", "marketing", reduced_motion="reduce")
    desk = shop.facilitator("pl", reduced_motion="reduce")
    anna.sees_said("lobby-title")
    stops(anna, "lobby")
    shop.open(Q, "write")
    anna.write("A budget and a date")
    stops(anna, "write")
    expect(desk.button("cockpit-next-reveal")).to_be_visible()
    stops(desk, "cockpit")
    shop.open(Q, "discuss")
    expect(anna.button("stage-theme-new")).to_be_visible()
    stops(anna, "discuss")
    shop.open(Q, "agree")
    anna.button("stage-agree-write").click()
    anna.field("stage-pen-words").fill("A good lead has a date.")
    anna.button("stage-pen-drop").click()
    anna.sees_said("stage-pen-free")
    stops(anna, "agree")
    for path, there in (
        ("/", anna.link("home-new")),
        ("/new", anna.button("setup-go")),
        ("/new/agenda", anna.button("adapt-use")),
        (f"/w/{shop.id}/agreement", anna.link("agreement-preview")),
    ):
        anna.go(path)
        expect(there).to_be_visible()
        stops(anna, path)


def stops(person: Person, where: str) -> None:
    """Once round with Tab, from the top; each stop must look different from how it looks without the focus."""
    person.page.evaluate(
        "() => { document.activeElement.blur(); window.getSelection()?.removeAllRanges(); scrollTo(0, 0) }"
    )
    seen = 0
    for _ in range(MOST):
        press(person, "Tab")
        if person.page.evaluate("() => document.activeElement === document.body"):
            break
        seen += 1
        assert person.page.evaluate(SHOWN), (where, focused(person).evaluate("(e) => e.outerHTML.slice(0, 200)"))
    assert seen > 3, where
