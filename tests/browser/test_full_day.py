"""A whole day led in a real browser: one facilitator presses what the cockpit offers next, robots do the rest."""

import os
import secrets
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.people import Person, Robot, Room, new_room
from tests.browser.served import Server

CELLS = {
    "text": "so that everybody can check it",
    "list": "first\nsecond",
    "number": "10",
    "share": "50%",
    "date": "2027-01-15",
    "limit": "2 working_day",
    "level": "at_least 50 mql month",
}
MOST = 400  # presses; a day has about half of that


@pytest.fixture
def shop(browser: Browser, server: Server) -> Iterator[Room]:
    with new_room(browser, server.base, {server.host}) as room:
        room.found(agenda="full-day")
        yield room


class Crowd:
    """Members who do what each phase asks of them."""

    def __init__(self, room: Room) -> None:
        self.room = room
        teams = ("marketing", "marketing", "sales", "sales", "sales")
        self.robots = [room.robot(f"{team} {n}", team) for n, team in enumerate(teams, 1)]  # type: ignore[arg-type]

    def do(self, prompts: list[dict[str, Any]], phase: str) -> None:
        act = {"write": self.write, "vote": self.vote, "discuss": self.discuss, "agree": self.agree}.get(phase)
        for robot in self.robots:
            robot.until(partial(opened, robot, prompts, phase))
        for prompt in prompts if act else ():
            act(prompt)  # type: ignore[misc]

    def write(self, prompt: dict[str, Any]) -> None:
        marking = self.room.lead.records.get(f"marking:{prompt['id']}")
        for n, robot in enumerate(self.robots):
            if scale := prompt.get("scale"):
                robot.do("rate", prompt=prompt["id"], value=scale["min"] + n % 2)
            elif marking:
                self.mark(robot, prompt, marking)
            else:
                robot.do("add_note", id=secrets.token_urlsafe(9), prompt=prompt["id"], text=f"note {n} of {robot.name}")

    def mark(self, robot: Robot, prompt: dict[str, Any], marking: dict[str, Any]) -> None:
        marks = marking["marks"]
        for target in marking.get("targets", ())[:12]:
            choice = marks["choices"][0]["id"] if marks["choices"] else ""
            value = None if choice else 0.5
            robot.do("mark", prompt=prompt["id"], target=target, choice=choice, value=value, text="because")

    def notes(self, prompt: dict[str, Any]) -> list[dict[str, Any]]:
        return [note for note in self.room.lead.all("note") if note["prompt"] == prompt["id"]]

    def vote(self, prompt: dict[str, Any]) -> None:
        notes = self.notes(prompt)
        for robot in self.robots if notes else ():
            robot.do("vote", prompt=prompt["id"], target=notes[0]["id"], dots=1)

    def rows(self, prompt: dict[str, Any]) -> list[dict[str, Any]]:
        return [row for row in self.room.lead.all("row") if row["prompt"] == prompt["id"]]

    def discuss(self, prompt: dict[str, Any]) -> None:
        """A theme of two notes; the table's rows, filled as far as they must be."""
        notes = self.notes(prompt)
        if len(notes) > 1:
            both = [one["id"] for one in notes[:2]]
            self.robots[0].do("add_theme", id=secrets.token_urlsafe(9), prompt=prompt["id"], title="both", notes=both)
        table = self.room.lead.records.get(f"table:{prompt.get('table', '')}")
        if table is None:
            return
        if not table.get("fixed") and not self.rows(prompt):
            self.robots[0].do("add_row", id=secrets.token_urlsafe(9), prompt=prompt["id"])
            self.room.lead.until(lambda: self.rows(prompt))
        for row in self.rows(prompt)[:3]:
            self.fill(table, row)

    def fill(self, table: dict[str, Any], row: dict[str, Any]) -> None:
        for field in table["fields"]:
            written = row["cells"].get(field["id"], {})
            if not field.get("required") or written.get("text"):
                continue
            owner = next(one.me for one in self.robots if one.name.startswith(table.get("team") or "marketing"))
            options = field.get("options") or [{"id": ""}]
            words = {"choice": options[0]["id"], "person": owner}.get(field["kind"], CELLS.get(field["kind"], ""))
            self.robots[1].do("set_cell", row=row["id"], field=field["id"], words=words, base=written.get("version", 0))

    def agree(self, prompt: dict[str, Any]) -> None:
        rows = [row for row in self.rows(prompt) if row["status"] == "draft" and row["cells"]]
        proposal = secrets.token_urlsafe(9)
        if rows:
            self.promise(rows)
            keys = [row["id"] for row in rows]
            self.robots[0].do("propose_rows", id=proposal, prompt=prompt["id"], rows=keys)
        elif prompt.get("must_agree") and not prompt.get("table"):
            self.robots[0].do("propose", id=proposal, prompt=prompt["id"], words=f"We agree on {prompt['name']}.")
            self.robots[0].do("drop_pen", text=proposal)
        else:
            return
        version = self.room.lead.one("proposal", proposal)["version"]
        for robot in self.robots:
            robot.do("consent", proposal=proposal, version=version, level=4)
        self.room.lead.one("result", proposal)

    def promise(self, rows: list[dict[str, Any]]) -> None:
        table = self.room.lead.records[f"table:{rows[0]['table']}"]
        for robot in self.robots if table.get("team") else ():
            if robot.name.startswith(table["team"]):
                for row in rows:
                    robot.do("promise", row=row["id"], given=True)


def opened(robot: Robot, prompts: list[dict[str, Any]], phase: str) -> bool:
    return all(robot.records[f"prompt:{prompt['id']}"]["phase"] == phase for prompt in prompts)


def here(room: Room) -> tuple[str, int, str]:
    now = room.lead.records.get("now:w", {})
    return now.get("step", ""), now.get("turn", 0), now.get("phase", "waiting")


def press(lead: Person, room: Room, at: tuple[str, int, str]) -> bool:
    """What the cockpit offers next, answering what it asks back. False when it offers nothing more."""
    button = lead.page.locator("button.next:visible")
    if not button.count():
        return False
    button.first.click()
    dialog = lead.page.get_by_role("dialog").locator("visible=true")
    room.lead.until(lambda: here(room) != at or dialog.count() > 0)
    if here(room) == at and dialog.count():
        dialog.locator("button.go").first.click()
        room.lead.until(lambda: here(room) != at)
    return True


@pytest.mark.timeout(600)
def test_a_full_day_is_led_from_the_first_word_to_the_last_without_a_dead_end(shop: Room) -> None:
    crowd, lead = Crowd(shop), shop.facilitator("pl")
    expect(lead.page.locator("button.next")).to_be_visible()
    at = here(shop)
    for number in range(MOST):
        if not press(lead, shop, at):
            break
        at = here(shop)
        step = shop.lead.records.get(f"step:{at[0]}", {"turns": []})
        prompts = [shop.lead.records[f"prompt:{id_}"] for id_ in (step["turns"][at[1]] if step["turns"] else ())]
        crowd.do(prompts, at[2])
        if (folder := os.environ.get("TEST_PICTURES")) and at[2] in ("discuss", "agree"):
            lead.page.screenshot(path=f"{folder}/{number:03}-{step.get('activity')}-{at[2]}.png")
        if shop.lead.records["workshop:w"].get("ended"):
            break
    steps = [one for one in shop.lead.all("step") if one["kind"] != "break"]
    assert {one["status"] for one in steps} <= {"finished", "running"}, [s["activity"] for s in steps]
    tables = {row["table"] for row in shop.lead.all("row") if row["status"] == "agreed"}
    assert {"definitions", "marketing_commitments", "sales_commitments", "metrics", "meetings", "process"} <= tables
    covered = {one["id"] for one in shop.lead.all("section") if one["covered"]}
    assert {
        "purpose",
        "definitions",
        "processes",
        "marketing_sla",
        "sales_sla",
        "reporting",
        "communication",
    } <= covered
    lead.go(f"/w/{shop.id}/agreement")
    lead.sees_said("agreement-versions")
    shop.picture()
