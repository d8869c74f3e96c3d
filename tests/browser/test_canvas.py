"""Team Canvas, Basic and complete: drawn where its file places the zones, an outline where no picture fits."""

import math
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser.people import LAPTOP, PHONE, Person, Room, new_room, pattern, plain
from tests.browser.served import Server

from accord import content, resources
from accord.domain.catalogue import Activity

CREDIT = "Team Canvas – Alexey Ivanov and Dmitry Voloshchuk, theteamcanvas.com, CC BY-SA 4.0. Adapted."
BOARDS = {"canvas-basic": "s1", "canvas-full": "s2"}
AGREED = {"canvas-basic": "goals", "canvas-full": "common_goals"}
NEAR = 5.0
"""Percent of the sheet. Paper has gaps and rows that grow with their words; the places are whole figures."""


@pytest.fixture(scope="module")
def shop(browser: Browser, server: Server) -> Iterator[Room]:
    """Both boards in one workshop, one zone of each agreed by two people."""
    with new_room(browser, server.base, {server.host}) as room:
        room.found(agenda="custom", steps=[{"activity": one} for one in BOARDS])
        members = [room.robot("Anna", "marketing"), room.robot("Ben", "sales")]
        for activity, zone in AGREED.items():
            prompt = room.open(f"{activity}/{zone}", "write")
            for one in members:
                one.do("add_note", id=f"note-{activity}-{one.name}", prompt=prompt["id"], text=f"Od {one.name}")
            room.open(f"{activity}/{zone}", "reveal")
            room.agree(f"{activity}/{zone}", f"Wspólny cel: {activity}", members)
            room.lead.do("finish_step", step=BOARDS[activity])
        yield room


@pytest.fixture(scope="module")
def known() -> dict[str, Activity]:
    return content.load(resources.canvases()).activities


def heads(person: Person) -> Locator:
    return person.page.locator(".zone h2")


def zone(person: Person, title: str) -> Locator:
    return person.page.get_by_role("region", name=pattern(title, whole=False))


def box(what: Locator) -> tuple[float, float, float, float]:
    found = what.bounding_box()
    assert found
    return found["x"], found["y"], found["width"], found["height"]


def places(person: Person, activity: Activity) -> dict[str, tuple[float, float, float, float]]:
    """Where each zone is drawn, in percent of the sheet that all of them cover."""
    found = {one.id: box(zone(person, one.title.pl).locator(".in-zone")) for one in activity.prompts}
    x, y = min(one[0] for one in found.values()), min(one[1] for one in found.values())
    w = max(one[0] + one[2] for one in found.values()) - x
    h = max(one[1] + one[3] for one in found.values()) - y
    return {
        name: ((left - x) * 100 / w, (top - y) * 100 / h, wide * 100 / w, high * 100 / h)
        for name, (left, top, wide, high) in found.items()
    }


def heart_of(activity: Activity) -> str:
    """The zone that lies on the crossing of others, if there is one."""
    return next((one.id for one in activity.prompts if one.place and one.place.w < 20 and one.place.h < 30), "")


def agrees_with_its_file(person: Person, activity: Activity) -> None:
    expect(heads(person)).to_have_count(len(activity.prompts))
    drawn, heart = places(person, activity), heart_of(activity)
    for one in activity.prompts:
        assert one.place
        x, y, w, h = drawn[one.id]
        if one.id == heart:
            middle = (x + w / 2, y + h / 2)
            assert middle == pytest.approx((one.place.x + one.place.w / 2, one.place.y + one.place.h / 2), abs=NEAR)
            continue
        assert (x, y, w, h) == pytest.approx((one.place.x, one.place.y, one.place.w, one.place.h), abs=NEAR), one.id


@pytest.mark.parametrize("name", list(BOARDS))
def test_the_board_is_drawn_where_its_file_places_the_zones(shop: Room, known: dict[str, Activity], name: str) -> None:
    person = shop.person("pl", LAPTOP, cookie=shop.lead_cookie)
    person.go(f"/w/{shop.id}/board/{BOARDS[name]}")
    agrees_with_its_file(person, known[name])
    agreed = next(one for one in known[name].prompts if one.id == AGREED[name])
    shown = zone(person, agreed.title.pl)
    expect(shown).to_contain_text(f"Wspólny cel: {name}")
    expect(shown).to_contain_text(person.say("board-zone-agreed", n=2, of=2))
    for one in known[name].prompts:
        if one.id != AGREED[name]:
            expect(zone(person, one.title.pl)).to_contain_text(
                pattern(person.say("board-zone-later-minutes", n=one.minutes), False)
            )
        if not one.must_agree:
            expect(zone(person, one.title.pl)).to_contain_text(person.say("board-zone-personal"))
    person.sees(CREDIT)


def circle(person: Person) -> tuple[float, float, float]:
    """Where the heart is drawn: its middle and its radius."""
    x, y, w, h = box(person.page.locator(".zone.heart .in-zone"))
    assert w == pytest.approx(h, rel=0.25)
    return x + w / 2, y + h / 2, min(w, h) / 2


def under_the_heart(person: Person) -> list[str]:
    """Words of other zones that lie where the heart lies."""
    cx, cy, radius = circle(person)
    found = []
    for words in person.page.locator(".zone:not(.heart) :is(h2, p, li)").all():
        lines = words.evaluate(
            "(e) => { const r = document.createRange(); r.selectNodeContents(e); return [...r.getClientRects()]"
            " .filter((b) => b.width > 1).map((b) => [b.x, b.y, b.width, b.height]) }"
        )
        for x, y, w, h in lines:
            near = min(max(cx, x), x + w), min(max(cy, y), y + h)
            if math.dist((cx, cy), near) < radius - 1:
                found.append(words.inner_text())
    return found


def test_nothing_of_the_complete_board_is_hidden_under_its_heart(shop: Room, known: dict[str, Activity]) -> None:
    person = shop.person("pl", LAPTOP, cookie=shop.lead_cookie)
    person.go(f"/w/{shop.id}/board/s2")
    expect(heads(person)).to_have_count(len(known["canvas-full"].prompts))
    assert under_the_heart(person) == []
    # The control: a heart twice as large covers something.
    person.page.locator(".zone.heart .in-zone").evaluate("(heart) => { heart.style.scale = '2' }")
    assert under_the_heart(person) != []


@pytest.mark.parametrize("name", list(BOARDS))
def test_on_a_phone_the_same_board_is_an_outline_in_the_files_order(
    shop: Room, known: dict[str, Activity], name: str
) -> None:
    person = shop.person("pl", PHONE, cookie=shop.lead_cookie)
    person.go(f"/w/{shop.id}/board/{BOARDS[name]}")
    expect(heads(person)).to_have_count(len(known[name].prompts))
    boxes = [box(zone(person, one.title.pl)) for one in known[name].prompts]
    assert len({round(one[0]) for one in boxes}) == 1
    assert all(above[1] + above[3] <= below[1] + 1 for above, below in pairwise(boxes))
    person.sees(CREDIT)


@pytest.mark.parametrize("name", list(BOARDS))
def test_the_projector_shows_the_board_between_two_steps(shop: Room, known: dict[str, Activity], name: str) -> None:
    shop.open(f"{name}/{AGREED[name]}", "agree")
    wall = shop.projector("pl")
    wall.sees(f"Wspólny cel: {name}")
    shop.lead.do("finish_step", step=BOARDS[name])
    expect(heads(wall)).to_have_count(len(known[name].prompts))
    agrees_with_its_file(wall, known[name])
    expect(wall.text(CREDIT)).to_be_in_viewport()


def test_poster_and_pdf_carry_both_boards_with_their_credit(shop: Room, tmp_path: Path) -> None:
    person = shop.person("pl", LAPTOP, cookie=shop.lead_cookie)
    for name, step in BOARDS.items():
        person.go(f"/api/w/{shop.id}/board/{step}.html")
        person.sees(CREDIT)
        person.sees(f"Wspólny cel: {name}")
    answer = person.page.context.request.get(f"{shop.base}/api/w/{shop.id}/agreement.pdf?language=pl", timeout=110_000)
    path = tmp_path / "agreement.pdf"
    path.write_bytes(answer.body())
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, timeout=60).stdout
    assert plain(text.decode()).count(CREDIT) >= len(BOARDS)
