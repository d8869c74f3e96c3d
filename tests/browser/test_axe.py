"""axe on every screen and state, light and dark; and no screen scrolls sideways, however narrow the window."""

from pathlib import Path
from typing import Any

import pytest
from tests.browser import tour
from tests.browser.people import Person, Room

AXE = Path(__file__).resolve().parents[2] / "web/node_modules/axe-core/axe.min.js"
GRAVE = {"serious", "critical"}
NARROW = (320, 390, 683)
"""CSS pixels: a small phone, a phone, and a laptop of 1366 at 200 %."""
WIDE_ONLY = ("projector/",)
RUN = """async (only) => {
    const all = {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]};
    const found = await axe.run(document, {resultTypes: ["violations"], runOnly: only ?? all});
    const said = (node) => node.target.join(" ") + ": " + node.failureSummary;
    return found.violations.map((v) => [v.impact, v.id, v.nodes.map(said)]);
}"""
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
SIDEWAYS = """() => {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth + 1) return [];
    return [...document.querySelectorAll("body *")]
        .filter((e) => e.getBoundingClientRect().right > page.clientWidth + 1)
        .map((e) => `${e.tagName}.${e.className}`).slice(-4);
}"""


class Findings:
    """Collects, so that one run tells everything."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.seen: list[str] = []

    def __call__(self, person: Person, screen: str) -> None:
        self.seen.append(screen)
        page = person.page
        page.evaluate("() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => 0)))")
        if not page.evaluate("() => 'axe' in window"):
            page.add_script_tag(path=AXE)
        self._axe(person, screen, None)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self._axe(person, f"{screen} (dark)", CONTRAST)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        if not screen.startswith(WIDE_ONLY):
            self._reflow(person, screen)

    def _axe(self, person: Person, screen: str, only: Any) -> None:
        for impact, rule, nodes in person.page.evaluate(RUN, only):
            if impact in GRAVE:
                self.found.append(f"{screen}: {rule}: {nodes[0]} (+{len(nodes) - 1})")

    def _reflow(self, person: Person, screen: str) -> None:
        usual = person.page.viewport_size
        assert usual
        for width in NARROW:
            person.page.set_viewport_size({"width": width, "height": 800})
            if wide := person.page.evaluate(SIDEWAYS):
                self.found.append(f"{screen} at {width}: {wide}")
        person.page.set_viewport_size(usual)


MORE: dict[str, Any] = {"bypass_csp": True, "reduced_motion": "reduce"}


@pytest.fixture
def look() -> Findings:
    return Findings()


def test_the_doors(room: Room, look: Findings) -> None:
    tour.public(room, "pl", look, **MORE)
    assert look.found == []
    assert len(look.seen) == 18


@pytest.mark.timeout(300)
def test_a_day_in_the_room(room: Room, look: Findings) -> None:
    day = tour.begin(room, "pl", look, **MORE)
    tour.arriving(day)
    tour.writing(day)
    tour.talking(day)
    tour.agreeing(day)
    tour.between(day)
    tour.papers(day)
    tour.trouble(day)
    assert look.found == []
    assert len(look.seen) > 60


def test_the_looker_finds_what_is_wrong(room: Room, look: Findings) -> None:
    """The control: a button without a name, grey words on white, a row wider than the window."""
    person = room.person("en", **MORE)
    person.go("/")
    person.field("common-code").wait_for()
    person.page.evaluate(
        """() => {
            const wrong = document.createElement("div");
            const button = document.createElement("button"), words = document.createElement("p");
            Object.assign(words.style, {color: "#ddd", background: "#fff", width: "700px"});
            words.textContent = "Nobody can read this";
            wrong.append(button, words);
            document.querySelector("main").append(wrong);
        }"""
    )
    look(person, "home")
    for wrong in ("home: button-name", "home: color-contrast", "home (dark): color-contrast", "home at 390"):
        assert any(found.startswith(wrong) for found in look.found), (wrong, look.found)
