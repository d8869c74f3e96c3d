"""A facilitator adapts an agenda in the app; it runs, feeds the agreement, is a file and comes back equal."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser.people import PHONE, Person, Room, new_room, pattern, refused
from tests.browser.served import Server

from accord import content, resources, templates
from accord.domain.adapting import Template, template_steps
from accord.domain.catalogue import PlannedStep
from accord.domain.planning import plan_steps

KNOWN = content.load(resources.canvases())
ACTIVITY, QUESTIONS = "canvas-basic", "nine-questions"
RENAMED, ADDED, TENTH = "Po co tu jesteśmy", "Nasz klient", "Co zmieniamy od poniedziałku?"


@pytest.fixture
def shop(browser: Browser, server: Server) -> Iterator[Room]:
    with new_room(browser, server.base, {server.host}) as room:
        yield room


def begin(shop: Room, language: Any = "pl", agenda: str = "half-day", **more: Any) -> Person:
    """Set-up with an agenda chosen, and that agenda open."""
    ada = shop.person(language, reduced_motion="reduce", **more)
    ada.go("/new")
    ada.page.locator(f"input[type=radio][value={agenda}]").check()
    ada.button("setup-adapt").click()
    expect(steps(ada).first).to_be_visible()
    return ada


def steps(ada: Person) -> Locator:
    return ada.page.locator("li.step")


def step(ada: Person, activity: str) -> Locator:
    """The row of an activity, opened."""
    name = KNOWN.activities[activity].name.said(ada.language)
    row = steps(ada).filter(has=ada.page.get_by_role("button", name=pattern(name, whole=False), expanded=None)).first
    head = row.locator(".line > .name").first
    if head.get_attribute("aria-expanded") == "false":
        head.click()
    expect(row.locator(".panel")).to_be_visible()
    return row


def zone(row: Locator, title: str) -> Locator:
    return row.locator("li.prompt").filter(has_text=pattern(title, whole=False)).first


def titles(row: Locator) -> list[str]:
    return [" ".join(one.split()) for one in row.locator("li.prompt .said").all_inner_texts()]


def write(ada: Person, inside: Locator, label: str, words: str) -> None:
    inside.get_by_label(pattern(ada.say(label))).fill(words)


def inside(row: Locator, ada: Person, id_: str) -> Locator:
    return row.get_by_role("button", name=pattern(ada.say(id_), whole=False)).first


def adapt(ada: Person) -> None:
    """Renames, hides and adds a zone, and asks a tenth question."""
    canvas = step(ada, ACTIVITY)
    first, second = (KNOWN.activities[ACTIVITY].prompts[at].title.said(ada.language) for at in (0, 1))
    zone(canvas, first).locator(".name").click()
    write(ada, zone(canvas, first), "adapt-prompt-title", RENAMED)
    inside(zone(canvas, second), ada, "adapt-hide").click()
    inside(canvas, ada, "adapt-add-zone").click()
    added = canvas.locator("li.prompt").last
    write(ada, added, "adapt-prompt-title", ADDED)
    write(ada, added, "adapt-prompt-text", "Dla kogo to robimy?")
    feed(ada, added, "purpose")
    nine = step(ada, QUESTIONS)
    back = nine.locator("ul.back button")
    while back.count():
        back.first.click()
    assert nine.locator("li.prompt").count() == 9
    inside(nine, ada, "adapt-add-question").click()
    tenth = nine.locator("li.prompt").last
    write(ada, tenth, "adapt-prompt-title", TENTH)
    feed(ada, tenth, "goals")


def feed(ada: Person, prompt: Locator, section: str) -> None:
    title = next(one.title.said(ada.language) for one in KNOWN.sections if one.id == section)
    prompt.locator("summary").first.click()
    prompt.get_by_label(pattern(title)).check()


def working(ada: Person) -> Template:
    kept = ada.page.evaluate("() => localStorage.getItem('accord:draft:new:agenda')")
    return msgspec.convert(json.loads(kept)["template"], Template)


def file_of(ada: Person, folder: Path) -> Path:
    with ada.page.expect_download() as waiting:
        ada.button("adapt-download").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def found(shop: Room, ada: Person) -> None:
    """Sets the workshop up on its page, and takes the room there."""
    ada.field("setup-field-title").fill("Umowa")
    ada.field("setup-field-company").fill("Watomir")
    ada.field("setup-field-name").fill("Ada")
    with ada.page.expect_response(lambda answer: answer.url.endswith("/api/workshops")) as waiting:
        ada.button("setup-go").click()
    shop.made = waiting.value.json()
    cookies = ada.page.context.cookies(shop.base)
    shop.lead_cookie = "; ".join(f"{one['name']}={one['value']}" for one in cookies)
    ada.sees_said("setup-ready")


def test_an_adapted_canvas_and_a_tenth_question_run_feed_the_agreement_and_come_back_equal(
    shop: Room, tmp_path: Path
) -> None:
    ada = begin(shop)
    adapt(ada)
    made = working(ada)
    path = file_of(ada, tmp_path)
    read = templates.read(path.read_text("utf-8"), KNOWN)
    assert read.template, read.mistakes
    assert plan(read.template) == plan(made)
    ada.button("adapt-use").click()
    expect(ada.page.locator("input[type=radio][value='~adapted']")).to_be_checked()
    found(shop, ada)
    runs(shop)
    reads_back(shop, path, made)


def plan(template: Template) -> tuple[PlannedStep, ...]:
    return template_steps(KNOWN, template)


def runs(shop: Room) -> None:
    """The zones are those that were made, and what is agreed under the new ones is a clause."""
    members = [shop.robot("Anna", "marketing"), shop.robot("Ben", "sales")]
    prompts = {one["title"]["pl"]: one for one in shop.lead.all("prompt")}
    gone = KNOWN.activities[ACTIVITY].prompts[1].title.pl
    assert RENAMED in prompts
    assert gone not in prompts
    anna = shop.member("Ola", "marketing", "pl")
    for title, words in (
        (ADDED, "Klientem jest zakład, nie hurtownia."),
        (TENTH, "Od poniedziałku oddzwaniamy w dzień."),
    ):
        prompt = prompts[title]
        activity = next(s["activity"] for s in shop.lead.all("step") if s["id"] == prompt["step"])
        name = f"{activity}/{prompt['name']}"
        shop.open(name, "write")
        anna.sees(title)
        anna.write(f"Odpowiedź: {title}")
        shop.open(name, "reveal")
        ola = next(one["id"] for one in shop.lead.all("person") if one["name"] == "Ola")
        shop.lead.do("set_away", person=ola, away=True)
        shop.agree(name, words, members)
        shop.lead.do("set_away", person=ola, away=False)
    anna.go(f"/w/{shop.id}/agreement")
    anna.sees("Klientem jest zakład, nie hurtownia.")
    anna.sees("Od poniedziałku oddzwaniamy w dzień.")


def reads_back(shop: Room, path: Path, made: Template) -> None:
    """In another browser: the file is opened, and what is there is what was made."""
    other = shop.person("pl", reduced_motion="reduce")
    other.go("/new/agenda")
    expect(steps(other).first).to_be_visible()
    assert plan(working(other)) != plan(made), "the control: another agenda was there before"
    other.button("adapt-open").click()
    other.field("adapt-open-file").set_input_files(path)
    other.button("adapt-open-go").click()
    expect(other.page.get_by_role("dialog")).to_have_count(0)
    expect(step(other, ACTIVITY).locator("li.prompt .said").first).to_have_text(RENAMED)
    assert plan(working(other)) == plan(made)
    other.page.reload()
    expect(steps(other).first).to_be_visible()
    assert plan(working(other)) == plan(made), "nothing is lost on reload"


def test_a_file_with_mistakes_is_told_line_by_line_and_what_was_there_stays(shop: Room, tmp_path: Path) -> None:
    ada = begin(shop)
    before = working(ada)
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        "template:\n  id: x\n  name: {pl: a, en: b}\n  steps:\n    - {break: siesta, minutes: 5}\n"
        "    - {activity: chek-in, minutes: 5}\n",
        "utf-8",
    )
    ada.button("adapt-open").click()
    ada.field("adapt-open-file").set_input_files(broken)
    ada.button("adapt-open-go").click()
    ada.sees_said("adapt-open-line", n=5)
    ada.sees("template.steps.2.activity")
    ada.page.keyboard.press("Escape")
    assert working(ada) == before


def test_an_agenda_that_cannot_run_is_told_at_its_step_and_kept(shop: Room) -> None:
    ada = begin(shop)
    ada.watch.forgive(refused(400))
    canvas = step(ada, ACTIVITY)
    inside(canvas, ada, "adapt-add-zone").click()
    ada.button("adapt-use").click()
    ada.sees_said("adapt-wrong-title")
    assert ada.page.url.endswith("/new/agenda")
    write(ada, canvas.locator("li.prompt").last, "adapt-prompt-title", ADDED)
    ada.button("adapt-use").click()
    expect(ada.page.locator("input[type=radio][value='~adapted']")).to_be_checked()


def press(ada: Person, *keys: str) -> None:
    for key in keys:
        ada.page.keyboard.press(key)


def tab_to(ada: Person, target: Locator) -> None:
    target.first.wait_for()
    for _ in range(90):
        if target.evaluate_all("(all) => all.includes(document.activeElement)"):
            return
        press(ada, "Tab")
    raise AssertionError(f"Tab does not reach {target}")


def test_steps_are_moved_shortened_removed_put_back_replaced_and_added_by_keyboard(shop: Room) -> None:
    ada = begin(shop, "en")
    before = [one.activity or one.pause for one in working(ada).steps]
    second = KNOWN.activities[before[1]].name.en
    tab_to(ada, ada.button("adapt-up", name=second))
    press(ada, "Enter")
    moved = ada.button("adapt-up", name=second)
    expect(moved).to_be_focused()
    assert [one.activity for one in working(ada).steps][:2] == [before[1], before[0]]
    press(ada, "Shift+Tab")
    expect(ada.page.get_by_label(ada.say("adapt-minutes-of", name=second))).to_be_focused()
    press(ada, "Control+a")
    ada.page.keyboard.insert_text("20")
    press(ada, "Tab")
    first = working(ada).steps[0]
    assert (first.minutes, sum((first.phases or {}).values())) == (20, 20)
    remove_and_put_back(ada, second)
    replace(ada, second)
    add_a_break(ada)


def menu(ada: Person, name: str, item: str) -> None:
    tab_to(ada, ada.button("adapt-more-of", name=name))
    press(ada, "Enter")
    wanted = ada.page.get_by_role("menuitem", name=pattern(ada.say(item)))
    wanted.wait_for()
    for _ in range(5):
        if wanted.evaluate("(one) => one === document.activeElement"):
            break
        press(ada, "ArrowDown")
    press(ada, "Enter")


def remove_and_put_back(ada: Person, name: str) -> None:
    many = steps(ada).count()
    menu(ada, name, "adapt-remove")
    expect(steps(ada)).to_have_count(many - 1)
    ada.page.reload()
    expect(steps(ada)).to_have_count(many - 1)
    tab_to(ada, ada.button("adapt-back-of", name=name))
    press(ada, "Enter")
    expect(steps(ada)).to_have_count(many)
    assert working(ada).steps[0].minutes == 20, "as it was"


def replace(ada: Person, name: str) -> None:
    menu(ada, name, "adapt-replace")
    wanted = KNOWN.activities["risks"].name.en
    tab_to(ada, ada.page.get_by_role("dialog").get_by_role("button", name=pattern(wanted, whole=False)))
    press(ada, "Enter")
    expect(ada.page.get_by_role("dialog")).to_have_count(0)
    first = working(ada).steps[0]
    assert (first.activity, first.minutes, sum((first.phases or {}).values())) == ("risks", 20, 20)


def add_a_break(ada: Person) -> None:
    tab_to(ada, ada.button("adapt-add"))
    press(ada, "Enter")
    tab_to(ada, ada.page.get_by_role("dialog").get_by_role("button", name=KNOWN.breaks["lunch"].en))
    press(ada, "Enter")
    expect(ada.page.get_by_role("dialog")).to_have_count(0)
    assert working(ada).steps[-1].pause == "lunch"


def test_minutes_are_held_against_what_is_booked(shop: Room) -> None:
    ada = begin(shop)
    total = sum(one.minutes or 0 for one in working(ada).steps)
    ada.sees_said("adapt-fits")
    ada.field("adapt-booked").fill(str(total - 5))
    ada.field("adapt-booked").blur()
    ada.sees_said("adapt-over", minutes=5)
    ada.field("adapt-booked").fill(str(total + 5))
    ada.field("adapt-booked").blur()
    ada.sees_said("adapt-spare", minutes=5)


def test_a_template_is_saved_chosen_again_and_removed(shop: Room) -> None:
    ada = begin(shop, viewport=PHONE)
    ada.field("adapt-name").fill("Nasze pół dnia")
    ada.button("adapt-save").click()
    ada.sees_said("adapt-saved")
    kept = working(ada)
    ada.go("/new")
    ada.page.locator("input[type=radio][value=starter-90]").check()
    ada.button("setup-adapt").click()
    expect(steps(ada).first).to_be_visible()
    assert plan(working(ada)) != plan(kept)
    ada.go("/new")
    card = ada.page.locator(f"input[type=radio][value='~saved:{kept.id}']")
    card.check()
    ada.button("setup-adapt").click()
    expect(ada.field("adapt-name")).to_have_value("Nasze pół dnia")
    assert plan(working(ada)) == plan(kept)
    ada.go("/new")
    ada.button("setup-agenda-forget-of", name="Nasze pół dnia").click()
    ada.page.get_by_role("dialog").get_by_role("button", name=pattern(ada.say("adapt-remove"))).click()
    expect(card).to_have_count(0)


def test_columns_renamed_hidden_and_added_are_the_rooms_columns_and_come_back_from_the_file(
    shop: Room, tmp_path: Path
) -> None:
    ada = begin(shop)
    row = step(ada, "definitions")
    columns = row.locator("details.columns").first
    columns.locator("summary").click()
    table = KNOWN.activities["definitions"].tables[0]
    columns.get_by_label(pattern(ada.say("adapt-column-name", n=1))).fill("Słowo")
    gone = next(one for one in table.fields if one.id == "any").title.pl
    columns.get_by_role("button", name=pattern(ada.say("adapt-hide-of", name=gone))).click()
    columns.get_by_role("button", name=pattern(ada.say("adapt-column-add"))).click()
    columns.get_by_label(pattern(ada.say("adapt-column-name", n=len(table.fields)))).fill("Kto to wie")
    made = working(ada)
    read = templates.read(file_of(ada, tmp_path).read_text("utf-8"), KNOWN)
    assert read.template, read.mistakes
    assert plan(read.template) == plan(made)
    assert plan(made) != plan_steps(KNOWN, "half-day"), "the control"
    ada.button("adapt-use").click()
    found(shop, ada)
    fields = [(one["id"], one["title"]["pl"]) for one in shop.lead.one("table", table.id)["fields"]]
    assert fields[0] == (table.fields[0].id, "Słowo")
    assert fields[-1] == ("own-1", "Kto to wie")
    assert "any" not in dict(fields)
    mql = shop.open("definitions/mql", "discuss")
    shop.lead.do("add_row", id="row-1", prompt=mql["id"], cells={"term": "MQL", "own-1": "Ola"})
    assert shop.lead.one("row", "row-1")["cells"]["own-1"]["text"] == "Ola"
    answer = shop.lead.ask("add_row", id="row-2", prompt=mql["id"], cells={"term": "MQL", "any": "x"})
    assert not answer["ok"], "the control: a hidden column holds nothing"


def test_a_step_at_the_edge_of_a_session_moves_into_the_next_one(shop: Room) -> None:
    ada = begin(shop, agenda="series-4x60")
    before = [one.session for one in working(ada).steps]
    at = before.index(2) - 1
    steps(ada).nth(at).locator(".ordered button").last.click()
    after = working(ada).steps
    assert [one.session for one in after] == [*before[:at], 2, *before[at + 1 :]]
    ada.sees("✕")
