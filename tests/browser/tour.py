"""A walk through every screen in every state, for those who look at each: axe, and whoever wants pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import FilePayload, expect
from tests.browser.people import LAPTOP, Language, Person, Robot, Room, pattern, refused

Visit = Callable[[Person, str], None]
"""Called with the page and the name of the screen it shows: "<who>/<screen>"."""

QUESTIONS = "nine-questions"
BOARD = "canvas-basic"
TABLED = {"pl": "Wspólne definicje", "en": "Shared definitions"}
STEPS: list[dict[str, Any]] = [
    {"activity": "check-in", "phases": {"write": 2, "reveal": 1, "discuss": 5}},
    {"activity": QUESTIONS, "prompts": [{"id": one} for one in ("q2", "q4", "q5", "q6", "q7")]},
    {"pause": "coffee", "minutes": 10},
    {"activity": BOARD},
    {"activity": "canvas-full"},
]
OURS = ("Lead, który zna termin i podał osobę decyzyjną", "Ma budżet na ten rok", "Pyta o wdrożenie, nie o cenę")
THEIRS = ("Named a date for the start and asked for an offer", "Has a budget this year")
WORDING = "Dobry lead ma potrzebę, termin i osobę, która decyduje; sprzedaż oddzwania w jeden dzień."


@dataclass
class Day:
    """One room with a member, the facilitator and the projector at pages, and robots around them."""

    room: Room
    anna: Person
    desk: Person
    wall: Person
    olek: Robot
    ben: Robot
    visit: Visit

    def all(self, name: str) -> None:
        for who, person in (("member", self.anna), ("cockpit", self.desk), ("projector", self.wall)):
            self.visit(person, f"{who}/{name}")


def public(room: Room, language: Language, visit: Visit, viewport: dict[str, int] = LAPTOP, **more: Any) -> None:
    """Before one is in: home, set-up, the doors."""
    person = room.person(language, viewport, **more)
    person.watch.forgive(refused(401, 404))
    person.go("/")
    expect(person.field("common-code")).to_be_focused()
    visit(person, "home")
    person.button("home-recovery").click()
    expect(person.field("home-recovery-address")).to_be_visible()
    visit(person, "home-recovery")
    person.page.keyboard.press("Escape")
    person.field("common-code").fill("ABC")
    person.button("common-join").click()
    person.sees_said("common-code-short")
    visit(person, "home-code-short")
    found(person, visit)
    room.found(roster=[{"name": "Katarzyna Wiśniewska-Brzęczyszczykiewicz", "team": "sales", "head": True}])
    person.go(room.made["join_link"])
    expect(person.field("join-name-other")).to_be_visible()
    visit(person, "join-link")
    person.button("common-join").click()
    person.sees_said("join-name-missing")
    visit(person, "join-missing")
    person.go(f"/w/{room.id}")
    person.sees_said("join-nobody-title")
    visit(person, "join-nobody")
    person.go("/j#ZZZZ9999")
    person.sees_said("refused-bad_link")
    visit(person, "join-bad-code")
    person.go(f"/j#{room.made['code'].replace(' ', '').replace('-', '')}")
    person.field("join-name-other").fill("Ola")
    person.page.locator(".teams label").first.click()
    person.button("common-join").click()
    person.sees_said("join-waiting-title")
    visit(person, "waiting")


def found(person: Person, visit: Visit) -> None:
    person.go("/new")
    expect(person.page.locator("input[type=radio]").nth(4)).to_be_visible()
    visit(person, "setup")
    person.button("setup-import").click()
    expect(person.field("setup-import-file")).to_be_visible()
    visit(person, "setup-import")
    person.page.keyboard.press("Escape")
    adapted(person, visit)
    person.field("setup-field-title").fill("Umowa marketing–sprzedaż na pierwszy kwartał")
    person.field("setup-field-company").fill("Watomir Sp. z o.o.")
    person.field("setup-field-name").fill("Ada")
    person.page.locator("textarea").first.fill("Anna Nowak*\nAnna Nowak\nOlek")
    visit(person, "setup-filled")
    person.button("setup-go").click()
    person.sees_said("setup-ready")
    visit(person, "setup-ready")


def adapted(person: Person, visit: Visit) -> None:
    """The agenda before founding: closed, one step with its zones and a new one, dialogs, a file with mistakes."""
    page = person.page
    page.locator("input[type=radio][value=half-day]").check()
    person.button("setup-adapt").click()
    expect(page.locator("li.step").first).to_be_visible()
    visit(person, "adapt")
    page.locator("li.step > .line > .name").nth(1).click()
    page.locator("li.prompt .name").first.click()
    for summary in page.locator("li.prompt summary").all():
        summary.click()
    page.locator("li.prompt .tools > button").nth(1).click()
    page.get_by_role("button", name=pattern(person.say("adapt-add-zone"), whole=False)).click()
    visit(person, "adapt-step")
    name = page.locator("li.step .what", has_text=pattern(TABLED[person.language], whole=False))
    name.first.click()
    page.locator("details.columns summary").first.click()
    page.locator("details.columns .tools .quiet").first.click()
    page.get_by_role("button", name=pattern(person.say("adapt-column-add"))).first.click()
    visit(person, "adapt-columns")
    person.button("adapt-add").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    visit(person, "adapt-add")
    page.keyboard.press("Escape")
    person.button("adapt-open").click()
    text = b"template: {id: x, steps: [{break: siesta}]}"
    wrong: FilePayload = {"name": "agenda.yaml", "mimeType": "text/yaml", "buffer": text}
    person.field("adapt-open-file").set_input_files(wrong)
    person.button("adapt-open-go").click()
    expect(page.locator(".mistakes")).to_be_visible()
    visit(person, "adapt-mistakes")
    page.keyboard.press("Escape")
    page.get_by_role("link", name=pattern(person.say("adapt-to-setup"))).click()
    page.locator("input[type=radio][value=half-day]").check()
    visit(person, "setup-adapted")


def begin(
    room: Room, language: Language, visit: Visit, viewport: dict[str, int] = LAPTOP, steps: Any = STEPS, **more: Any
) -> Day:
    roster = [{"name": "Zofia Nieobecna", "team": "sales", "head": False}]
    room.found(agenda="custom", steps=steps, roster=roster)
    olek, ben = room.robot("Olek Łęcki", "marketing"), room.robot("Ben Novak", "sales")
    anna = room.member("Anna Żółkoś", "marketing", language, viewport, **more)
    desk = room.facilitator(language, viewport, **more)
    wall = room.projector(language, **more)
    day = Day(room, anna, desk, wall, olek, ben, visit)
    anna.sees_said("lobby-title")
    desk.sees_said("cockpit-start-title")
    wall.sees("Anna Żółkoś")
    return day


def arriving(day: Day) -> None:
    """Lobby, keyboard list, people and doors, somebody at the door."""
    anna, desk = day.anna, day.desk
    day.all("lobby")
    anna.page.get_by_text(pattern(anna.say("lobby-device"))).click()
    anna.button("lobby-device-make").click()
    expect(anna.page.get_by_role("img", name=pattern(anna.say("lobby-device-qr")))).to_be_visible()
    day.visit(anna, "member/lobby-device")
    anna.page.keyboard.press("?")
    expect(anna.heading(anna.say("common-keys-title"))).to_be_visible()
    day.visit(anna, "member/keys")
    anna.page.keyboard.press("Escape")
    day.room.post("/api/join", {"code": day.room.made["code"], "name": "Iwo", "team": "sales", "language": "pl"})
    desk.button("cockpit-admit-of", name="Iwo").wait_for(state="attached")
    day.visit(desk, "cockpit/somebody-waits")
    desk.button("cockpit-here", n=3, of=3).click()
    expect(desk.button("cockpit-doors-close")).to_be_visible()
    day.visit(desk, "cockpit/people")
    desk.page.get_by_role("dialog").locator("button.who").first.click()
    day.visit(desk, "cockpit/person")
    desk.page.keyboard.press("Escape")
    iwo = next(one for one in day.room.lead.all("person") if one["name"] == "Iwo")
    day.room.lead.do("turn_away", person=iwo["id"])


def writing(day: Day) -> None:
    """Each kind of answer, private."""
    anna, room = day.anna, day.room
    room.open("check-in/expect", "write")
    anna.write("Wychodzimy z jedną definicją MQL")
    day.all("write-together")
    for name, label in (("q4", "step"), ("q5", "reason"), ("q6", "rank"), ("q7", "need")):
        room.open(f"{QUESTIONS}/{name}", "write")
        anna.field(f"stage-note-label-{label}").fill("Targi w Poznaniu")
        anna.composer().press("Enter")
        expect(anna.page.locator(".notes .note")).to_have_count(1)
        day.visit(anna, f"member/write-{name}")
    day.visit(day.wall, "projector/write-q7")
    prompt = room.open(f"{QUESTIONS}/q2", "write")["id"]
    expect(anna.composer()).to_be_visible()
    day.visit(anna, "member/write-empty")
    for words in OURS:
        anna.write(words)
    for number, words in enumerate(THEIRS):
        day.ben.do("add_note", id=f"note-of-ben-{number}", prompt=prompt, text=words)
    day.olek.do("add_note", id="note-of-olek", prompt=prompt, text="Podał termin")
    anna.composer().fill(
        "Marek zawsze wysyła 40 słabych leadów, a potem dziwi się, że nikt nie oddzwania i że to trwa."
    )
    day.all("write")
    anna.composer().fill("")
    anna.page.locator("[data-edit]").first.click()
    day.visit(anna, "member/write-edit")
    anna.page.keyboard.press("Escape")
    day.desk.page.keyboard.press("ArrowRight")
    expect(day.desk.page.get_by_role("dialog")).to_be_visible()
    day.visit(day.desk, "cockpit/ask-still-writing")
    day.desk.page.keyboard.press("Escape")


def talking(day: Day) -> None:
    """Reveal, themes, votes."""
    anna, room = day.anna, day.room
    prompt = room.open(f"{QUESTIONS}/q2", "reveal")["id"]
    anna.sees(THEIRS[0])
    day.all("reveal")
    room.open(f"{QUESTIONS}/q2", "discuss")
    notes = {one["text"]: one["id"] for one in room.lead.all("note") if one["prompt"] == prompt}
    both = (notes[OURS[0]], notes[THEIRS[0]])
    room.lead.do("add_theme", id="theme-shared", prompt=prompt, title="Potrzeba i termin", notes=both)
    room.lead.do("add_theme", id="theme-ours", prompt=prompt, title="Budżet", notes=(notes[OURS[1]],))
    expect(anna.heading("Potrzeba i termin")).to_be_visible()
    day.all("discuss")
    anna.button("stage-move-of", text=OURS[2]).click()
    expect(anna.page.get_by_role("menu")).to_be_visible()
    day.visit(anna, "member/discuss-menu")
    anna.page.keyboard.press("Escape")
    anna.button("stage-late-open").click()
    day.visit(anna, "member/discuss-late")
    room.open(f"{QUESTIONS}/q2", "vote")
    anna.button("stage-vote-add", text="Potrzeba i termin").click()
    day.ben.do("vote", prompt=prompt, target="theme-shared", dots=2)
    day.all("vote")


def agreeing(day: Day) -> None:
    """A wording from nothing to failed, parked and agreed."""
    anna, room, lead = day.anna, day.room, day.room.lead
    prompt = room.open(f"{QUESTIONS}/q2", "agree")["id"]
    expect(anna.button("stage-agree-write")).to_be_visible()
    day.all("agree-none")
    day.ben.do("propose", id="proposal-1", prompt=prompt, words="Dobry lead ma potrzebę.", based_on=())
    anna.sees("Dobry lead ma potrzebę.")
    day.all("agree-pen-held")
    day.ben.do("drop_pen", text="proposal-1")
    anna.button("stage-pen-take").click()
    anna.field("stage-pen-words").fill(WORDING)
    lead.until(lambda: lead.records["proposal:proposal-1"]["text"] == WORDING)
    day.visit(anna, "member/agree-pen-mine")
    anna.button("stage-pen-drop").click()
    expect(anna.button("stage-pen-take")).to_be_visible()
    anna.consent(2)
    expect(anna.field("stage-consent-why")).to_be_visible()
    day.all("agree-consent")
    version = lead.records["proposal:proposal-1"]["version"]
    anna.consent(2, "Termin zwrotu jest za krótki dla zapytań z targów")
    for robot in (day.olek, day.ben):
        robot.do("consent", proposal="proposal-1", version=version, level=4)
    anna.sees_said("stage-failed-1")
    day.all("agree-failed")
    day.desk.page.keyboard.press("o")
    expect(day.desk.field("cockpit-park-what")).to_be_visible()
    day.visit(day.desk, "cockpit/park")
    day.desk.page.keyboard.press("Escape")
    lead.do("park", id="parked-1", text="Definicja złego leada", owner="Anna Żółkoś", due="2027-01-29")
    lead.do("withdraw", proposal="proposal-1")
    settle(day, prompt)


def settle(day: Day, prompt: str) -> None:
    lead = day.room.lead
    source = next(one["id"] for one in lead.all("note") if one["prompt"] == prompt)
    lead.do("propose", id="proposal-2", prompt=prompt, words=WORDING, based_on=(source,))
    lead.do("drop_pen", text="proposal-2")
    day.anna.sees(WORDING)
    day.anna.consent(5)
    day.olek.do("consent", proposal="proposal-2", version=1, level=4)
    day.ben.do("consent", proposal="proposal-2", version=1, level=3, reason="Only until March")
    day.anna.sees_said("stage-agreed")
    day.all("agreed")


def between(day: Day) -> None:
    """Break, boards, a step opened in the agenda, the end."""
    anna, desk, room = day.anna, day.desk, day.room
    pause = next(one["id"] for one in room.lead.all("step") if one["kind"] == "break")
    room.lead.do("go_to", step=pause, turn=0, phase="discuss")
    expect(anna.page.locator(".calm")).to_be_visible()
    day.all("break")
    room.open(f"{BOARD}/goals", "write")
    anna.write("Dwudziestu nowych klientów w kwartale")
    day.all("board-write")
    room.open(f"{BOARD}/goals", "agree")
    expect(anna.page.locator(".board .zone").first).to_be_visible()
    day.visit(anna, "member/board-agree")
    board = next(one["id"] for one in room.lead.all("step") if one["activity"] == BOARD)
    room.lead.do("finish_step", step=board)
    expect(anna.page.locator(".calm")).to_be_visible()
    day.all("between")
    desk.page.locator(".agenda button.name").last.click()
    day.visit(desk, "cockpit/step-opened")
    for step in ("s4", "s5"):
        anna.go(f"/w/{room.id}/board/{step}")
        expect(anna.page.locator(".zone").first).to_be_visible()
        day.visit(anna, f"member/board-page-{step}")
    anna.go(f"/w/{room.id}")
    room.lead.do("end_workshop")
    anna.sees_said("stage-ended")
    day.all("ended")


def papers(day: Day) -> None:
    """Agreement, freezing, signing."""
    anna, desk, room = day.anna, day.desk, day.room
    anna.go(f"/w/{room.id}/sign")
    anna.sees_said("sign-nothing-title")
    day.visit(anna, "member/sign-nothing")
    for person, who in ((anna, "member"), (desk, "cockpit")):
        person.go(f"/w/{room.id}/agreement")
        person.sees(WORDING)
        day.visit(person, f"{who}/agreement")
    number = " ".join(anna.page.locator(".clause h3").first.inner_text().split())
    anna.button("agreement-origin-of", number=number).click()
    expect(anna.page.locator(".origin")).to_be_visible()
    day.visit(anna, "member/agreement-origin")
    anna.button("agreement-edit-of", number=number).click()
    expect(anna.field("agreement-words", number=number)).to_be_visible()
    day.visit(anna, "member/agreement-edit")
    anna.button("agreement-edit-done-of", number=number).click()
    room.lead.do("set_period", start="2027-01-01", end="2027-03-31", review="2027-03-23")
    for section in ("purpose", "processes", "marketing_sla", "sales_sla", "reporting"):
        room.lead.do("keep_finding", finding=f"STR-01:section:{section}", reason="Nie dzisiaj")
    desk.button("agreement-freeze", version="1.0").click()
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    day.visit(desk, "cockpit/freeze")
    dialog.get_by_role("button", name=pattern(desk.say("agreement-freeze", version="1.0"))).click()
    desk.sees_said("agreement-version", version="1.0")
    day.visit(desk, "cockpit/frozen")
    anna.go(f"/w/{room.id}/sign")
    anna.sees_said("sign-box", version="1.0")
    day.visit(anna, "member/sign")
    anna.button("sign-later").click()
    expect(anna.field("sign-later-link")).to_be_visible()
    day.visit(anna, "member/sign-later")
    anna.page.keyboard.press("Escape")
    anna.field("sign-answer-reserve").check()
    anna.field("sign-reason-reserve").fill("Wracamy do terminu w marcu")
    anna.field("sign-understand").check()
    anna.field("sign-name").fill("Anna Żółkoś")
    anna.button("sign-without-holding").click()
    expect(anna.button("sign-sure-yes")).to_be_visible()
    day.visit(anna, "member/sign-sure")
    anna.button("sign-sure-yes").click()
    anna.sees_said("sign-receipt-reserve", version="1.0")
    day.visit(anna, "member/signed")
    anna.go(f"/w/{room.id}")
    anna.sees_said("stage-ended")


def trouble(day: Day) -> None:
    """Words that are too many, and words that came too late."""
    anna, room = day.anna, day.room
    room.open(f"{QUESTIONS}/q5", "write")
    expect(anna.composer()).to_be_visible()
    anna.composer().fill("za długie " * 300)
    anna.sees_said("refused-bad_input", why="long")
    day.visit(anna, "member/too-long")
    anna.composer().fill("Połowa zdania, którego nikt nie zdążył")
    room.open(f"{QUESTIONS}/q5", "discuss")
    anna.sees_said("stage-refused-closed")
    day.all("too-late")
