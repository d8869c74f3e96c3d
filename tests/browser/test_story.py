"""The main job from end to end, as new users would do it: four people and a projector, Polish and English in one room.

The server is killed twice on the way: while people write, and while they consent.
"""

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.browser.people import LAPTOP, NETWORK_GONE, PHONE, SCREEN, Person, Room, new_room, pattern, plain
from tests.browser.served import Server

from accord.words import Words

TITLE, COMPANY = "Umowa na pierwszy kwartał", "Watomir Sp. z o.o."
ANNA, BEN, CARLA = "Anna Żółkoś", "Ben Novak", "Carla O’Neil"
ANNAS = ("Lead z potrzebą i terminem", "Zna nasz produkt, zanim zadzwoni")
BENS, CARLAS = ("Somebody with a budget this year",), ("Named a date for the start",)
THEME = "Potrzeba i termin"
FIRST = "Dobry lead ma potrzebę i termin."
BETTER = "Dobry lead ma potrzebę, termin i osobę, która decyduje."
EDITED = "Dobry lead ma potrzebę, termin i znaną osobę, która decyduje."
DOUBT, RESERVATION = "We must know who decides", "Only if we look at it again in March"


@dataclass
class Cast:
    """Who is in the room. Anna heads marketing."""

    lead: Person
    anna: Person
    ben: Person
    carla: Person
    wall: Person

    @property
    def members(self) -> tuple[Person, Person, Person]:
        return self.anna, self.ben, self.carla

    @property
    def everybody(self) -> tuple[Person, ...]:
        return self.lead, *self.members, self.wall


@pytest.fixture
def shop(browser: Browser, mortal: Server) -> Iterator[Room]:
    with new_room(browser, mortal.base, {mortal.host}) as room:
        yield room


@pytest.mark.timeout(420)
def test_two_teams_go_from_private_answers_to_a_signed_pdf_through_two_crashes(
    shop: Room, mortal: Server, tmp_path: Path
) -> None:
    lead = shop.person("pl", LAPTOP)
    links = set_up(lead)
    cast = arrive(shop, lead, links)
    check_in(cast)
    question(cast, mortal)
    agree(cast, mortal)
    read_and_edit(cast)
    fingerprint = freeze(cast.lead)
    sign(cast, fingerprint)
    download(cast.anna, cast.members, "pl", tmp_path, fingerprint)
    download(cast.carla, cast.members, "en", tmp_path, fingerprint)


# ── setting up ───────────────────────────────────────────────────────────────────────────────────────────────────────


def set_up(lead: Person) -> dict[str, str]:
    """From the home page to the result page; what opens the workshop."""
    page = lead.page
    lead.go("/")
    lead.link("home-new").click()
    for field, words in (("title", TITLE), ("company", COMPANY), ("name", "Ada Prowadząca")):
        lead.field(f"setup-field-{field}").fill(words)
    page.get_by_role("radio", name=re.compile("Pierwszy krok")).check()
    page.get_by_role("textbox", name=pattern(lead.say("common-team-marketing"))).fill(f"{ANNA}*\nMarek Nieobecny")
    page.get_by_role("textbox", name=pattern(lead.say("common-team-sales"))).fill(CARLA)
    lead.button("setup-go").click()
    expect(lead.heading(lead.say("setup-ready"))).to_be_focused()
    expect(page.get_by_role("img", name=pattern(lead.say("common-qr")))).to_be_visible()
    expect(page.locator(".recovery")).to_have_text(re.compile(r"^\w{4}-\w{4}-\w{4}-\w{4}$"))
    for language in ("Polski", "English"):
        expect(page.get_by_role("link", name=language)).to_have_attribute("href", re.compile("invitation.html"))
    links = {name: lead.field(f"setup-{name}-link").input_value() for name in ("join", "observer")}
    links["code"] = page.locator(".strip .code").inner_text()
    lead.link("setup-open").click()
    lead.sees_said("cockpit-start-title")
    return links


def arrive(shop: Room, lead: Person, links: dict[str, str]) -> Cast:
    """By link with a name of the roster, by code through the waiting room, by link with a typed name."""
    cast = Cast(
        lead, shop.person("pl"), shop.person("en", PHONE, has_touch=True), shop.person("en"), shop.person("pl", SCREEN)
    )
    anna, ben, carla, wall = cast.anna, cast.ben, cast.carla, cast.wall
    wall.go(links["observer"])
    wall.field("join-name").fill("Rzutnik")
    wall.button("common-join").click()
    expect(wall.heading(TITLE)).to_be_visible()
    anna.go(links["join"])
    anna.page.get_by_role("button", name=ANNA).click()
    anna.button("common-join").click()
    anna.sees_said("lobby-title")
    ben.go("/")
    ben.field("common-code").fill(links["code"].lower())
    ben.button("common-join").click()
    ben.field("join-name-other").fill(BEN)
    ben.page.get_by_text(pattern("Sales")).or_(ben.page.get_by_text(pattern("Sprzedaż"))).first.click()
    ben.button("common-join").click()
    ben.sees_said("join-waiting-title")
    lead.button("cockpit-admit-of", name=BEN).click()
    ben.sees_said("lobby-title")
    carla.go(links["join"])
    carla.page.get_by_role("button", name=CARLA).click()
    carla.button("common-join").click()
    for one in (carla, wall):
        for name in (ANNA, BEN, CARLA, "Marek Nieobecny"):
            one.sees(name)
    lead.sees_said("cockpit-missing", team=lead.say("common-team-marketing"), names="Marek Nieobecny")
    assert "#" not in carla.page.url
    return cast


# ── the agenda ───────────────────────────────────────────────────────────────────────────────────────────────────────


def forward(lead: Person, id_: str, **values: object) -> None:
    lead.button(id_, **values).click()


def check_in(cast: Cast) -> None:
    """Several short questions at once, a scale among them, without agreement."""
    next_ = cast.lead.page.locator("button.next")
    expect(next_).to_be_enabled()
    next_.click()
    for one, rating in zip(cast.members, (3, 2, 2), strict=True):
        one.write(f"Oczekiwanie {one.language} {rating}")
        one.page.get_by_role("radio", name=re.compile(rf"^{rating}")).check()
        one.sees_said("stage-scale-saved")
        one.button("stage-done").click()
    expect(cast.lead.text(cast.lead.say("cockpit-done"))).to_have_count(3)
    forward(cast.lead, "cockpit-next-discuss")
    for one in (*cast.members, cast.wall, cast.lead):
        one.sees("Oczekiwanie pl 3")
    assert "Oczekiwanie en 2" in plain(cast.anna.page.locator("main").inner_text())


def question(cast: Cast, server: Server) -> None:
    """Write, reveal, group, vote; the server dies while people write."""
    lead, anna, ben, carla = cast.lead, cast.anna, cast.ben, cast.carla
    lead.page.locator("button.next").click()
    anna.sees_said("stage-sees-team")
    write_privately(cast, server)
    for one in cast.members:
        one.button("stage-done").click()
        expect(one.button("stage-done-on")).to_be_visible()
    expect(lead.text(lead.say("cockpit-done"))).to_have_count(3)  # else the desk would ask whether to go on
    forward(lead, "cockpit-next-reveal")
    for one in cast.everybody:
        for words in (*ANNAS, *BENS, *CARLAS):
            one.sees(words)
    sides = anna.page.locator(".pair .side")
    expect(sides.nth(0)).to_contain_text(ANNAS[0])
    expect(sides.nth(1)).to_contain_text(CARLAS[0])
    assert left(sides.nth(0)) < left(sides.nth(1))
    forward(lead, "cockpit-next-discuss")
    group(anna, ben, carla)
    forward(lead, "cockpit-next-vote")
    vote(cast)


def write_privately(cast: Cast, server: Server) -> None:
    anna, ben, carla = cast.members
    anna.write(ANNAS[0])
    with crash(cast, server):
        anna.composer().fill(ANNAS[1])
        anna.composer().press("Enter")
        expect(note(anna, ANNAS[1])).to_contain_text(anna.say("stage-state-here"))
    for words in ANNAS:
        expect(note(anna, words)).to_contain_text(anna.say("stage-state-saved"))
    ben.write(BENS[0])
    carla.write(CARLAS[0])
    cast.lead.sees_said("cockpit-notes-of", n=2)
    for one in cast.everybody:
        theirs = {anna: ANNAS, ben: BENS, carla: CARLAS}.get(one, ())
        seen = one.everything() + " ".join(one.frames)
        assert [words for words in (*ANNAS, *BENS, *CARLAS) if words in seen] == list(theirs)


def note(person: Person, words: str) -> Locator:
    return person.page.get_by_role("listitem").filter(has_text=pattern(words, whole=False)).last


def left(what: Locator) -> float:
    box = what.bounding_box()
    assert box
    return box["x"]


@contextmanager
def crash(cast: Cast, server: Server) -> Iterator[None]:
    """What is inside happens while the server is dead; afterwards everybody is back where they were."""
    for one in cast.everybody:
        one.watch.forgive(NETWORK_GONE)
    server.kill()
    for one in cast.members:
        expect(one.page.locator("p.line")).to_contain_text(re.compile(r"\w"))
    yield
    server.start()
    for one in cast.everybody:
        expect(one.page.locator("p.line")).to_have_count(0)


def group(anna: Person, ben: Person, carla: Person) -> None:
    """Anna begins a theme from the menu of her note, Carla moves hers into it; Ben, on a phone, sees both."""
    anna.button("stage-move-of", text=ANNAS[0]).click()
    anna.page.get_by_role("menuitem", name=pattern(anna.say("stage-theme-new"))).click()
    anna.field("stage-theme-new-from", n=1).fill(THEME)
    anna.button("stage-theme-make").click()
    expect(carla.heading(THEME)).to_be_visible()
    carla.button("stage-move-of", text=CARLAS[0]).click()
    carla.page.get_by_role("menuitem", name=pattern(carla.say("stage-move-to", theme=THEME))).click()
    theme = ben.page.get_by_role("region", name=pattern(THEME, whole=False))
    for words in (ANNAS[0], CARLAS[0]):
        expect(theme).to_contain_text(words)


def vote(cast: Cast) -> None:
    for one, dots in zip(cast.members, (2, 1, 1), strict=True):
        for _ in range(dots):
            one.button("stage-vote-add", text=THEME).click()
        expect(one.page.get_by_role("group", name=pattern(one.say("stage-vote-mine", n=dots)))).to_be_visible()
    forward(cast.lead, "cockpit-next-agree")
    for one in (*cast.members, cast.wall):
        one.sees("100")
    score = cast.carla.page.locator(".totals li").filter(has_text=THEME)
    expect(score).to_contain_text(re.compile("2"))


# ── one wording ──────────────────────────────────────────────────────────────────────────────────────────────────────


def agree(cast: Cast, server: Server) -> None:
    lead, anna, ben, carla = cast.lead, cast.anna, cast.ben, cast.carla
    anna.button("stage-agree-start-from", text=THEME).click()
    expect(anna.field("stage-pen-words")).to_have_value(THEME)
    reword(anna, FIRST, watched_by=(ben, carla, cast.wall), take=False)
    ben.consent(5)
    chosen = ben.page.get_by_role("radio", checked=True)
    expect(chosen).to_have_count(1)
    with crash(cast, server):
        ben.sees(FIRST)
    for one in cast.members:
        one.sees(FIRST)
    expect(chosen).to_contain_text("5")
    expect(carla.page.get_by_role("radio", checked=True)).to_have_count(0)
    anna.sees_said("stage-consent-heads")
    carla.consent(2, DOUBT)
    anna.consent(4)
    for one in cast.everybody:
        one.sees(DOUBT)
    reword(anna, BETTER, watched_by=(ben, cast.wall))
    ben.consent(5)
    carla.consent(3, RESERVATION)
    carla.sees_said("stage-consent-reservation-kept")
    anna.consent(5)
    for one in cast.everybody:
        one.sees(BETTER)
        one.sees_said("stage-agreed")
    carla.sees(RESERVATION)
    lead.sees(BETTER)


def reword(writer: Person, words: str, watched_by: tuple[Person, ...], take: bool = True) -> None:
    """With the pen; the others see half of it before the rest is there."""
    field = writer.field("stage-pen-words")
    if take:
        writer.button("stage-pen-take").click()
    field.fill("")
    half = words[: len(words) // 2]
    field.press_sequentially(half)
    for one in watched_by:
        expect(one.page.locator(".words").filter(has_text=pattern(half, whole=False))).to_be_visible()
        assert words not in plain(one.page.locator("main").inner_text())
    field.press_sequentially(words[len(half) :])
    for one in watched_by:
        one.sees(words)
    writer.button("stage-pen-drop").click()
    writer.sees_said("stage-pen-free")


# ── the agreement ────────────────────────────────────────────────────────────────────────────────────────────────────


def read_and_edit(cast: Cast) -> None:
    """The clause with its sources and back; Carla changes a word with the pen, Anna sees it."""
    anna, carla = cast.anna, cast.carla
    for one in (anna, carla):
        one.link("stage-agreement-link").click()
        one.sees(BETTER)
    clause = anna.page.locator(".clause").filter(has_text=BETTER).first
    number = plain(clause.get_by_role("heading").first.inner_text())
    anna.button("agreement-origin-of", number=number).click()
    origin = anna.page.get_by_role(
        "complementary", name=pattern(anna.say("agreement-origin-title", number=number), False)
    )
    for words in (ANNAS[0], CARLAS[0], BETTER, RESERVATION):
        expect(origin).to_contain_text(pattern(words, whole=False))
    anna.page.keyboard.press("Escape")
    expect(anna.button("agreement-origin-of", number=number)).to_be_focused()
    carla.button("agreement-edit-of", number=number).click()
    carla.field("agreement-words", number=number).fill(EDITED)
    carla.button("agreement-edit-done-of", number=number).click()
    anna.sees(EDITED)
    anna.sees_said("agreement-edited", name=CARLA)


def freeze(lead: Person) -> str:
    """The first group of the fingerprint."""
    lead.link("cockpit-agreement").click()
    lead.sees(EDITED)
    lead.button("agreement-freeze", version="1.0").click()
    dialog = lead.page.get_by_role("dialog")
    dialog.get_by_role("button", name=pattern(lead.say("agreement-freeze", version="1.0"))).click()
    expect(dialog).to_have_count(0)
    lead.sees_said("agreement-version", version="1.0")
    return lead.page.locator(".fp [title]").first.inner_text().split()[0]


def sign(cast: Cast, fingerprint: str) -> None:
    """Each on their own device: held, confirmed by a second button, with a reservation."""
    anna, ben, carla = cast.members
    for one, name in ((anna, ANNA), (ben, BEN), (carla, CARLA)):
        one.link("stage-sign-go").first.click()
        one.sees_said("sign-hash-same")
        for closed in one.page.locator("details:not([open]) > summary").all():
            closed.click()
        one.sees(EDITED)
        assert fingerprint in one.page.locator(".fp [title]").first.inner_text()
        one.field("sign-understand").check()
        one.field("sign-name").fill(name)
    hold = anna.button("sign-hold-accept")
    hold.scroll_into_view_if_needed()
    hold.hover()
    anna.page.mouse.down()
    anna.sees_said("sign-receipt-accept", version="1.0")
    anna.page.mouse.up()
    ben.button("sign-without-holding").tap()
    ben.button("sign-sure-yes").tap()
    ben.sees_said("sign-receipt-accept", version="1.0")
    carla.field("sign-answer-reserve").check()
    carla.field("sign-reason-reserve").fill(RESERVATION)
    carla.button("sign-without-holding").click()
    carla.button("sign-sure-yes").click()
    carla.sees_said("sign-receipt-reserve", version="1.0")
    expect(cast.lead.page.get_by_text(re.compile(r"^\s*2\s+z\s+2\s*$")).first).to_be_visible()


def download(person: Person, others: tuple[Person, ...], language: str, folder: Path, fingerprint: str) -> None:
    person.go(f"/w/{re.search('/w/([^/]+)', person.page.url)[1]}/agreement")  # type: ignore[index]
    with person.page.expect_download(timeout=110_000) as coming:
        person.link(f"agreement-pdf-{language}").click()
    path = folder / f"{language}.pdf"
    coming.value.save_as(path)
    text = pdf_text(path)
    for words in (TITLE, COMPANY, EDITED, ANNA, BEN, CARLA, RESERVATION, fingerprint):
        assert plain(words) in text, (language, words)
    with pikepdf.open(path) as pdf:
        told = json.loads(pdf.attachments["evidence.json"].get_file().read_bytes())
    ticked = {Words(one.language).say("sign-understand") for one in (person, *others)}
    assert {one["sentence"] for one in told["answers"]} == ticked, "the sentence that the browsers showed and hashed"


def pdf_text(path: Path) -> str:
    """The words of the file, one space between them, without what only lays them out."""
    raw = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, timeout=60).stdout
    kept = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u2060]", "", unicodedata.normalize("NFC", raw.decode()))
    return plain(kept)
