"""What goes wrong at the door and in a field: one clear sentence in the person's language, and nothing lost."""

import pytest
from playwright.sync_api import expect
from tests.browser.people import NETWORK_GONE, PHONE, Language, Person, Room, pattern, plain, refused
from tests.browser.served import Line

STEPS = [{"activity": "nine-questions", "prompts": [{"id": "q2"}], "phases": {"write": 5, "discuss": 5, "agree": 5}}]


def knock(room: Room, language: Language = "en", path: str = "", status: int = 404) -> Person:
    person = room.person(language)
    person.watch.forgive(refused(status))
    person.go(path or "/")
    return person


def type_code(person: Person, code: str) -> None:
    person.field("common-code").fill(code)
    person.button("common-join").click()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_an_unknown_code_is_said_in_the_persons_language_and_stays_in_the_field(room: Room, language: Language) -> None:
    person = knock(room, language)
    type_code(person, "ZZZZ 99")
    person.sees_said("common-code-short")
    type_code(person, "ZZZZ 9999")
    person.sees_said("refused-bad_link")
    expect(person.field("common-code")).to_have_value("ZZZZ9999")


def test_a_replaced_link_and_code_open_nothing_and_say_so(room: Room) -> None:
    room.found()
    old_link, old_code = room.made["join_link"], room.made["code"]
    new, _ = room.post(f"/api/w/{room.id}/rotate", {"what": "join"}, room.lead_cookie)
    person = knock(room, path=old_link)
    person.sees_said("refused-bad_link")
    type_code(person, old_code)
    person.sees_said("refused-bad_link")
    person.go(new["join_link"])
    expect(person.field("join-name")).to_be_visible()


def test_a_link_back_works_once(room: Room) -> None:
    room.found()
    cookie, _ = room.seat("Anna", "marketing")
    made, _ = room.post(f"/api/w/{room.id}/return", {}, cookie)
    first, second = knock(room, path=made["link"]), knock(room, path=made["link"])
    first.button("join-enter").click()
    first.sees_said("lobby-title")
    second.button("join-enter").click()
    second.sees_said("join-link-used")


def test_closed_doors_tell_a_link_what_to_do_and_a_code_nothing(room: Room) -> None:
    room.found()
    room.lead.do("set_doors", open=False)
    person = knock(room, path=room.made["join_link"], status=409)
    person.watch.forgive(refused(403, 404, 410, 423))
    person.sees_said("refused-doors_closed")
    type_code(person, room.made["code"])
    person.sees_said("refused-bad_link")


def test_somebody_who_was_removed_is_told_so_and_the_room_goes_on(room: Room) -> None:
    room.found()
    gone, stays = room.member("Anna", "marketing"), room.member("Ben", "sales", "pl")
    gone.watch.forgive(refused(401, 403), "WebSocket")
    gone.sees_said("lobby-title")
    person = next(one for one in room.lead.all("person") if one["name"] == "Anna")
    room.lead.do("remove_person", person=person["id"])
    gone.sees_said("common-closed-removed")
    expect(stays.page.locator("main").get_by_text("Anna")).to_have_count(0)
    stays.sees_said("lobby-title")


def test_two_people_with_one_name_are_told_apart(room: Room) -> None:
    room.found()
    first, second = room.member("Anna Nowak", "marketing", "pl"), room.member("Anna Nowak", "sales")
    for one in (first, second):
        one.sees("Anna Nowak (2)")


def test_somebody_on_another_phone_is_let_back_into_their_own_seat(room: Room) -> None:
    room.found()
    first = room.member("Anna Nowak", "marketing", "pl")
    facilitator = room.facilitator("pl")
    phone = room.person("pl", PHONE)
    phone.watch.forgive(refused(401, 409))
    phone.go(room.made["join_link"])
    phone.field("join-name").fill("anna nowak")
    phone.page.get_by_role("group").get_by_text("Marketing").click()
    phone.button("common-join").click()
    phone.sees_said("join-again-title", name="anna nowak")
    phone.button("join-again-yes").click()
    phone.sees_said("join-waiting-title")
    facilitator.sees_said("cockpit-returns-online")
    facilitator.button("cockpit-admit-of", name="anna nowak").click()
    phone.sees_said("lobby-title")
    for one in (first, phone):
        expect(one.text("Anna Nowak (2)")).to_have_count(0)
    assert [one["name"] for one in room.lead.all("person") if one["role"] == "member"] == ["Anna Nowak"]


def test_a_name_of_emoji_is_a_name_and_one_of_control_characters_is_not(room: Room) -> None:
    room.found()
    person = knock(room, path=room.made["join_link"], status=400)
    person.field("join-name").fill("\u200b\u202e\u0007")
    person.page.get_by_role("group").get_by_text("Marketing").click()
    person.button("common-join").click()
    expect(person.page.get_by_role("alert")).to_contain_text(
        pattern(person.say("refused-bad_input", why="empty"), False)
    )
    person.field("join-name").fill("🚀 Zoë 👩‍👩‍👧")
    person.button("common-join").click()
    person.sees_said("lobby-title")
    person.sees("🚀 Zoë 👩‍👩‍👧")


def test_ten_thousand_characters_in_a_note_stay_in_the_field_until_they_fit(room: Room) -> None:
    room.found(agenda="custom", steps=STEPS)
    prompt = room.open("nine-questions/q2", "write")["id"]
    person = room.member("Anna", "marketing", "pl", PHONE)
    words = "zażółć gęślą " * 770
    person.composer().fill(words)
    person.composer().press("Enter")
    person.sees_said("refused-bad_input", why="long")
    expect(person.composer()).to_have_value(words)
    person.page.reload()
    expect(person.composer()).to_have_value(words)
    person.composer().fill(words[:1990])
    person.composer().press("Enter")
    room.lead.until(lambda: sum(room.lead.one("writing", prompt)["counts"].values()) == 1)
    expect(person.composer()).to_have_value("")


def test_a_stale_edit_of_a_wording_shows_both_and_the_writer_decides(room: Room, line: Line) -> None:
    room.hosts.add(line.host)
    room.found(agenda="custom", steps=STEPS)
    room.open("nine-questions/q2", "agree")
    other = room.robot("Ben", "sales")
    cookie, _ = room.seat("Anna", "marketing", "pl")
    anna = room.person("pl", cookie=cookie, base=line.base)
    anna.watch.forgive(NETWORK_GONE)
    anna.go(f"/w/{room.id}")
    anna.button("stage-agree-write").click()
    field = anna.field("stage-pen-words")
    field.fill("Ours")
    proposal = other.until(lambda: next((p for p in other.all("proposal") if p["text"] == "Ours"), None))["id"]
    line.cut()
    expect(anna.page.locator("p.line")).to_be_visible()
    field.fill("Ours, written in a tunnel")
    other.until(lambda: not other.records[f"proposal:{proposal}"].get("pen"))
    other.do("take_pen", text=proposal)
    other.do(
        "write_pen", text=proposal, words="Theirs, written meanwhile", base=other.one("proposal", proposal)["version"]
    )
    other.do("drop_pen", text=proposal)
    line.open()
    both = anna.page.get_by_role("group", name=pattern(anna.say("stage-clash-title")))
    expect(both).to_contain_text("Ours, written in a tunnel")
    expect(both).to_contain_text("Theirs, written meanwhile")
    anna.button("stage-clash-use-mine").click()
    other.until(lambda: other.records[f"proposal:{proposal}"]["text"] == "Ours, written in a tunnel")
    assert plain(field.input_value()) == "Ours, written in a tunnel"
