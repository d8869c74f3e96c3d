"""A network that goes away, a connection that dies without a word, a tab that is there twice: nothing typed is lost."""

import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, Locator, expect
from tests.browser.people import NETWORK_GONE, PHONE, Person, Robot, Room, new_room, pattern
from tests.browser.served import Line, Server

WITHIN = 3_000  # ms from waking up to being live again
STEPS = [
    {
        "activity": "nine-questions",
        "prompts": [{"id": "q2"}],
        "phases": {"write": 5, "reveal": 1, "discuss": 5, "vote": 1, "agree": 5},
    }
]


@pytest.fixture
def shop(browser: Browser, server: Server, line: Line) -> Iterator[Room]:
    """Writing is open; robots and the facilitator do not use the line."""
    with new_room(browser, server.base, {server.host, line.host}) as room:
        room.found(agenda="custom", steps=STEPS)
        room.open("nine-questions/q2", "write")
        yield room


def anna(shop: Room, line: Line) -> Person:
    cookie, _ = shop.seat("Anna", "marketing")
    person = shop.person("en", PHONE, cookie=cookie, base=line.base, name="Anna")
    person.watch.forgive(NETWORK_GONE)
    person.go(f"/w/{shop.id}")
    expect(person.composer()).to_be_visible()
    return person


def offline(person: Person, line: Line) -> None:
    line.cut()
    person.page.context.set_offline(True)
    expect(person.page.locator("p.line")).to_be_visible()


def online(person: Person, line: Line) -> None:
    line.open()
    person.page.context.set_offline(False)


def note(person: Person, words: str) -> Locator:
    return person.page.get_by_role("listitem").filter(has_text=pattern(words, whole=False)).last


def add(person: Person, words: str) -> None:
    person.composer().fill(words)
    person.composer().press("Enter")


def test_notes_typed_offline_wait_here_and_arrive(shop: Room, line: Line) -> None:
    person = anna(shop, line)
    add(person, "typed before")
    expect(note(person, "typed before")).to_contain_text(person.say("stage-state-saved"))
    offline(person, line)
    for words in ("first in the tunnel", "second in the tunnel"):
        add(person, words)
        expect(note(person, words)).to_contain_text(person.say("stage-state-here"))
    person.sees_said("common-offline-waiting", count=2)
    assert shop.lead.one("progress", shop.prompt("nine-questions/q2")["id"])["answered"]["marketing"] == 1
    online(person, line)
    for words in ("first in the tunnel", "second in the tunnel"):
        expect(note(person, words)).to_contain_text(person.say("stage-state-saved"))
    expect(person.page.locator("p.line")).to_have_count(0)
    shop.open("nine-questions/q2", "reveal")
    shop.lead.until(lambda: len(shop.lead.all("note")) == 3)


def test_a_note_that_missed_its_phase_is_shown_as_not_submitted_and_can_still_be_added(shop: Room, line: Line) -> None:
    person = anna(shop, line)
    offline(person, line)
    add(person, "too late for the reveal")
    person.composer().fill("half a thou")
    shop.open("nine-questions/q2", "reveal")
    shop.open("nine-questions/q2", "discuss")
    online(person, line)
    missed = note(person, "too late for the reveal")
    expect(missed).to_contain_text(person.say("stage-refused-closed"))
    expect(note(person, "half a thou")).to_contain_text(person.say("stage-refused-closed"))
    missed.get_by_role("button", name=pattern(person.say("stage-refused-late"))).click()
    late = shop.lead.until(lambda: shop.lead.all("note"))
    assert [(one["text"], one["late"]) for one in late] == [("too late for the reveal", True)]
    expect(note(person, "too late for the reveal")).to_contain_text(person.say("stage-note-late"))


def test_a_reload_without_a_network_keeps_what_was_written_and_what_was_half_typed(shop: Room, line: Line) -> None:
    person = anna(shop, line)
    offline(person, line)
    add(person, "written in the tunnel")
    expect(note(person, "written in the tunnel")).to_contain_text(person.say("stage-state-here"))
    person.composer().fill("half a thou")
    with pytest.raises(Error):
        person.page.reload()
    online(person, line)
    person.go(f"/w/{shop.id}")
    expect(note(person, "written in the tunnel")).to_contain_text(person.say("stage-state-saved"))
    expect(person.composer()).to_have_value("half a thou")


def test_after_sleep_a_dead_connection_is_noticed_and_what_was_missed_is_there_within_three_seconds(
    shop: Room, line: Line
) -> None:
    """The best of three: the machine of the tests may be busy, the promise is about the page."""
    person, robot = anna(shop, line), shop.robot("Ben", "sales")
    shop.open("nine-questions/q2", "discuss")
    expect(person.button("stage-theme-new")).to_be_visible()
    took = []
    for number in itertools.count(1):
        took.append(sleep_and_wake(person, line, robot, number))
        if took[-1] <= WITHIN or number == 3:
            break
    assert min(took) <= WITHIN, took


def sleep_and_wake(person: Person, line: Line, robot: Robot, number: int) -> float:
    """ms from waking up until a note of the time asleep is on the screen."""
    missed = f"said while you slept {number}"
    line.silence()
    prompt = robot.room.prompt("nine-questions/q2")["id"]
    robot.do("add_note", id=f"missed-{number}", prompt=prompt, text=missed, late=True)
    assert missed not in person.page.locator("main").inner_text()
    took = person.page.evaluate(
        """(words) => new Promise((done) => {
            const began = performance.now();
            const look = () => document.body.innerText.includes(words) && done(performance.now() - began);
            new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
            window.dispatchEvent(new Event("focus"));
        })""",
        missed,
    )
    return float(took)


def test_a_duplicated_tab_is_a_second_window_of_the_same_person(shop: Room, line: Line) -> None:
    person = anna(shop, line)
    person.write("from the first window")
    with person.page.context.expect_page() as coming:
        person.page.evaluate("() => void window.open(location.href)")
    twin = Person(coming.value, "en", person.watch, line.base, "Anna")
    expect(note(twin, "from the first window")).to_be_visible()
    twin.write("from the second window")
    person.write("from the first again")
    for one in (person, twin):
        for words in ("from the first window", "from the second window", "from the first again"):
            expect(note(one, words)).to_contain_text(one.say("stage-state-saved"))
    me = [one for one in shop.lead.all("person") if one["name"] == "Anna"]
    assert len(me) == 1
