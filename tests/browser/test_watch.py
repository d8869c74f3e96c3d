"""The control of all other tests here: a page that does wrong is found out."""

import pytest
from playwright.sync_api import Browser
from tests.browser.people import Room, new_room
from tests.browser.served import Server

WRONGS = {
    "console:": "console.error('something broke')",
    "uncaught:": "setTimeout(() => { throw new Error('nobody caught me') })",
    "another host:": "fetch('http://elsewhere.example/').catch(() => 0)",
    "Content Security Policy": "document.body.setAttribute('style', 'color: red')",
    "TrustedHTML": "setTimeout(() => { document.body.innerHTML = '<b>words of a user</b>' })",
}


@pytest.mark.parametrize("wrong", list(WRONGS))
def test_a_page_that_does_wrong_fails_its_test(browser: Browser, server: Server, wrong: str) -> None:
    def visit() -> None:
        with new_room(browser, server.base, {server.host}) as room:
            do_wrong(room, wrong)

    with pytest.raises(AssertionError, match=wrong):
        visit()


def do_wrong(room: Room, wrong: str) -> None:
    person = room.person("en")
    person.go("/")
    person.field("common-code").wait_for()
    person.clean()
    if wrong == "another host:":
        # The policy stops such a request before it is one: only a page without it gets this far.
        person = room.person("en", bypass_csp=True)
        person.page.context.route("http://elsewhere.example/**", lambda route: route.abort())
        person.watch.forgive("ERR_FAILED", "CORS", "net::")
        person.go("/")
    person.page.evaluate(f"() => void ({WRONGS[wrong]})")
    person.page.wait_for_function("() => new Promise((done) => setTimeout(() => done(true)))")
    person.page.context.cookies()  # one more answer of the browser: what happened before it has been heard
