"""The funnel on real screens: whoever changes a rate moves everybody's picture."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser.people import PHONE, Person, Robot, Room, new_room, pattern
from tests.browser.served import Server
from tests.browser.test_axe import MORE, Findings
from tests.support.funnels import lines

STARTERS = {"sales-sql": "sales_sql", "sales-opportunities": "sales_opportunities", "sales-won": "sales_won"}
ROLES = {"sdr": "sdr", "sellers": "account_executives"}


def starter(table: str, line: str) -> str:
    """The starter that a line of the example begins from."""
    known = {"funnel_goal": {"goal": "goal"}, "capacity": ROLES, "funnel": STARTERS}[table]
    return known.get(line, line.removeprefix("marketing-"))


def fill(robot: Robot) -> None:
    """Types the example's figures into the rows that stand there from the start."""
    for table, some in lines().items():
        rows = {row["starter"]: row["id"] for row in robot.all("row") if row["table"] == table}
        for line in some:
            for field, words in line.cells.items():
                if field not in ("name", "stream", "level", "unit", "owner", "role") and words:
                    row = rows[starter(table, line.id)]
                    base = robot.records[f"row:{row}"]["cells"].get(field, {}).get("version", 0)
                    robot.do("set_cell", row=row, field=field, words=words, base=base)
    robot.until(lambda: robot.records["funnel:w"].get("won") == 20)


@pytest.fixture(scope="module")
def funnel(browser: Browser, server: Server) -> Iterator[Room]:
    with new_room(browser, server.base, {server.host}) as room:
        room.found(agenda="custom", steps=[{"activity": "funnel-goals"}])
        room.open("funnel-goals/rates", "write")
        members = [room.robot("Ewa", "marketing"), room.robot("Jan", "sales")]
        prompt = room.prompt("funnel-goals/rates")["id"]
        for robot, values in zip(members, ((0.7, 0.5), (0.55, 0.4)), strict=True):
            for key, value in zip(("mql_sal", "sal_sql"), values, strict=True):
                robot.do("mark", prompt=prompt, target=key, value=value)
        room.open("funnel-goals/rates", "reveal")
        room.open("funnel-goals/rates", "discuss")
        fill(members[0])
        yield room


def level(person: Person, name: str) -> Locator:
    return person.page.locator("figure.funnel li").filter(has=person.page.locator(".name b", has_text=pattern(name)))


def visits(person: Person) -> Locator:
    """What stands on the first band of marketing."""
    return person.page.locator("figure.funnel li .part.a .figures b").first


def rate(person: Person, of: str, to: str) -> Locator:
    return person.page.get_by_role("textbox", name=pattern(f"{of} → {to}", whole=False)).first


def width(person: Person) -> float:
    return float(person.page.locator("figure.funnel .part.a .band").nth(1).evaluate("(e) => parseFloat(e.style.width)"))


def test_somebody_changes_a_rate_and_the_others_picture_moves(funnel: Room) -> None:
    anna, ben = funnel.member("Anna", "marketing"), funnel.member("Ben", "sales", "pl")
    wall = funnel.projector("en")
    expect(visits(anna)).to_have_text("30,000")
    expect(visits(ben)).to_have_text(pattern("30 000"))
    expect(visits(wall)).to_have_text("30,000")
    before = width(ben)
    field = rate(anna, "MQLs", "SALs")
    expect(field).to_have_value("80%")
    field.fill("40")
    expect(visits(ben)).to_have_text(pattern("60 000"))
    expect(visits(wall)).to_have_text("60,000")
    assert width(ben) > before
    # While she writes, the pen is hers, and he sees whose it is.
    expect(rate(ben, "MQL", "SAL")).to_have_attribute("readonly", "")
    ben.sees("Anna")
    field.blur()
    expect(rate(ben, "MQL", "SAL")).to_have_value("40%")
    expect(rate(ben, "MQL", "SAL")).not_to_have_attribute("readonly", "")
    # The other way round, by keys alone.
    rate(ben, "MQL", "SAL").focus()
    for _ in range(40):
        ben.page.keyboard.press("ArrowUp")
    ben.page.keyboard.press("Enter")
    expect(rate(anna, "MQLs", "SALs")).to_have_value("80%")
    expect(visits(anna)).to_have_text("30,000")


def test_the_sums_speak_in_the_persons_words_and_the_load_turns_red(funnel: Room) -> None:
    anna = funnel.member("Ala", "marketing", "en")
    anna.sees("260 of 366 h, 71%")
    anna.sees("From MQLs to the contract it takes 85 days")
    field = rate(anna, "SQLs", "Opportunities")
    field.fill("60")
    field.blur()
    anna.sees_said("funnel-load-over")
    field.fill("80")
    field.blur()
    expect(anna.text(anna.say("funnel-load-over"))).to_have_count(0)


def test_another_scenario_is_looked_at_without_changing_anything_for_others(funnel: Room) -> None:
    anna, ben = funnel.member("Ola", "marketing", "en", PHONE), funnel.member("Iwo", "sales", "en")
    anna.radio("funnel-scenario-cautious").check(force=True)
    expect(visits(anna)).to_have_text("34,560")
    anna.sees("18 contracts")
    expect(visits(ben)).to_have_text("30,000")
    # What they expected alone stands on the way from MQL to SAL, for the ear as well.
    expect(level(ben, "MQLs")).to_contain_text(ben.say("funnel-expected", marketing="70%", sales="55%"))


@pytest.mark.timeout(300)
def test_the_funnel_is_for_everybody_and_fits_every_window(funnel: Room) -> None:
    """axe, light and dark; no sideways scrolling; on the wall nothing of the picture is below the edge."""
    look = Findings()
    anna = funnel.member("Róża", "marketing", "pl", **MORE)
    expect(visits(anna)).to_have_text(pattern("30 000"))
    look(anna, "funnel")
    lead = funnel.facilitator("pl", **MORE)
    expect(visits(lead)).to_have_text(pattern("30 000"))
    look(lead, "cockpit funnel")
    wall = funnel.projector("pl", **MORE)
    expect(visits(wall)).to_have_text(pattern("30 000"))
    look(wall, "projector/funnel")
    assert look.found == []
    last = wall.page.locator("figure.funnel li").last
    expect(last).to_be_in_viewport(ratio=1)
    expect(wall.page.locator(".more")).to_have_count(0)


def test_rates_stay_private_until_the_reveal_and_then_stand_side_by_side(browser: Browser, server: Server) -> None:
    with new_room(browser, server.base, {server.host}) as room:
        room.found(agenda="custom", steps=[{"activity": "funnel-goals", "prompts": [{"id": "rates"}]}])
        room.open("funnel-goals/rates", "write")
        anna, ben = room.member("Anna", "marketing"), room.member("Ben", "sales", "pl", PHONE)
        field = anna.page.get_by_label(pattern("MQLs → SALs"))
        field.fill("lots")
        field.press("Tab")
        anna.sees_said("marks-wrong-share")
        field.fill("65")
        field.press("Tab")
        anna.sees_said("stage-state-saved")
        theirs = ben.page.get_by_label(pattern("MQL → SAL"))
        theirs.fill("47,5")
        theirs.press("Tab")
        ben.sees_said("stage-state-saved")
        assert "0.65" not in "".join(ben.frames)
        assert "65" not in ben.page.locator("main").inner_text()
        anna.page.reload()
        expect(field).to_have_value("65")
        room.open("funnel-goals/rates", "reveal")
        for person, one, other in ((anna, "65%", "47.5%"), (ben, "65%", "47,5%")):
            person.sees_said("marks-head")
            said = person.page.locator(".split li").first
            expect(said).to_contain_text(one)
            expect(said).to_contain_text(other)
        assert "0.65" in "".join(ben.frames)  # the control
