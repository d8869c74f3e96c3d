"""A signed agreement is reviewed in its own workshop: judged apart, discussed and signed anew where it differs."""

import pytest
from playwright.sync_api import expect
from tests.browser.people import PHONE, Person, Robot, Room, pattern
from tests.browser.test_amendments import NEW, OLD, frozen, picture, sign
from tests.browser.test_axe import MORE, Findings

CANARY = "on Fridays nobody picks up"
GOAL, MEET = "900 000 zł of new contracts", "Both teams meet every Monday at 9."


def signed(room: Room) -> tuple[list[Robot], Person, Robot]:
    """Version 1.0 is in force and the day is over. Marek of sales reads on his phone; his robot signs for him."""
    robots = frozen(room)
    lead = room.lead
    lead.do("add_clause", id="clause-meet", section="communication", words=MEET)
    own = room.robot("Marek", "sales")
    marek = room.person("en", PHONE, cookie=own.cookie, name="Marek", has_touch=True, **MORE)
    room.open("check-in/today_state", "write")
    lead.do("freeze")
    for robot in (*robots, own):
        sign(robot)
    lead.until(lambda: lead.one("version", "1.0").get("in_force"))
    lead.do("end_workshop")
    marek.go(f"/w/{room.id}")
    return robots, marek, own


@pytest.mark.timeout(240)
def test_a_review_changes_only_the_clause_that_the_teams_see_differently(room: Room) -> None:
    room.found()
    look = Findings()
    robots, marek, own = signed(room)
    ania, bartek, natalia = robots
    lead, screen = room.facilitator("pl", **MORE), room.projector("pl", **MORE)

    # The workshop goes on: the day proposed is the one in the agreement, and people see when they meet.
    lead.button("review-add").click()
    expect(lead.field("review-add-when")).to_have_value("2027-04-15T09:00")
    look(lead, "a session is added")
    lead.button("review-add-go").click()
    marek.sees("Review after 30 days")
    marek.sees("15 April 2027, 9:00")
    screen.sees("Przegląd po 30 dniach")
    look(lead, "before the review, led")

    # Everybody judges apart, by thumb or by key; nobody hears of it.
    prompt = room.open("clause-review/state", "write")["id"]
    marek.sees_said("review-progress", n=0, of=3)
    marek.page.get_by_role("button", name=pattern("Sales' commitments", whole=False)).click()
    answer = marek.page.locator("[data-target='clause-answer']")
    answer.get_by_role("radio").nth(1).click()
    answer.get_by_role("textbox").fill(CANARY)
    answer.get_by_role("textbox").press("Enter")
    marek.sees_said("review-progress", n=1, of=3)
    look(marek, "judging on a phone")
    marek.page.keyboard.press("1")
    marek.sees_said("review-progress", n=2, of=3)
    marek.page.keyboard.press("1")
    marek.sees_said("review-all-done")
    for robot, choice in ((ania, "green"), (bartek, "green"), (natalia, "amber")):
        text = "" if choice == "green" else "fairs"
        robot.do("mark", prompt=prompt, target="clause-answer", choice=choice, text=text)
        robot.do("mark", prompt=prompt, target="clause-meet", choice="green", also=["clause-purpose"])
    lead.sees("4")
    heard = "".join((*lead.frames, *screen.frames, *natalia.frames, *room.lead.frames))
    assert CANARY not in lead.everything() + screen.everything() + heard

    # Two the same, one apart: that one is talked about, and gets other words.
    room.open("clause-review/state", "discuss")
    for person in (lead, screen):
        person.sees_said("review-same", n=2)
        person.sees_said("review-differ", n=1)
        person.sees(CANARY)
        expect(person.page.locator(".verdict")).to_have_count(1)
    look(lead, "what differs, led")
    look(screen, "projector/what differs")
    look(marek, "what differs on a phone")
    marek.button("review-change-of", number=number(marek)).click()
    marek.field("agreement-amend-words").fill(NEW)
    marek.field("agreement-amend-reason").fill(CANARY)
    marek.button("agreement-amend-send").click()
    marek.consent(5)
    lead.sees(NEW[-20:])
    change = room.lead.all("amendment")[0]
    assert (change["text"], change["base"], change["words"]) == ("clause-answer", OLD, NEW)
    for robot in robots:
        robot.do("answer_amendment", amendment=change["id"], level=4)
    lead.sees_said("agreement-amend-end-passed")
    picture(lead, "review-passed")

    # Where changes are decided it is still at hand. 1.1 asks only for what changed; signatures of 1.0 stay.
    room.open("decide-changes/changes", "discuss")
    marek.sees_said("review-differ-head")
    room.lead.do("freeze")
    marek.go(f"/w/{room.id}/sign")
    marek.sees_said("sign-changed", version="1.0")
    expect(marek.page.locator("ins").filter(has_text="fair weeks").first).to_be_visible()
    for robot in (*robots, own):
        sign(robot)
    room.lead.until(lambda: room.lead.one("version", "1.1").get("in_force"))
    assert room.lead.one("version", "1.0")["signed"] == {"marketing": 2, "sales": 2}

    # What was said stays beside each clause.
    marek.go(f"/w/{room.id}/agreement")
    history = marek.page.get_by_role("list", name=marek.say("review-history"))
    expect(history).to_have_count(3)
    expect(history.filter(has_text="needs mending")).to_have_count(1)
    look(marek, "the history of a clause")
    assert look.found == []


def number(person: Person) -> str:
    return person.page.locator(".verdict .no").first.inner_text()
