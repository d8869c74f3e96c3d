"""What goes wrong at the door and in a field: one clear sentence in the person's language, and nothing lost."""

from playwright.sync_api import expect
from tests.browser.people import NETWORK_GONE, PHONE, Room, pattern, plain, refused


def type_code(person, code: str) -> None:  # type: ignore[no-untyped-def]
    person.field("common-code").fill(code)
    person.button("common-join").click()


def test_an_unknown_code_is_said_in_the_persons_language(room: Room) -> None:
    for language in ("pl", "en"):
        person = room.person(language)  # type: ignore[arg-type]
        person.watch.forgive(refused(404))
        person.go("/")
        type_code(person, "ZZZZ 9999")
        person.sees_said("refused-bad_link")
        expect(person.field("common-code")).to_have_value("ZZZZ9999")
