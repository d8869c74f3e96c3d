"""Reminders by mail: the right people, once a day, in working hours, until a date; the address is kept nowhere else."""

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.mailbox import Mail, Mailbox
from tests.support.site import START, Browser, Site, Workshop, founded

from accord.domain import commands as c
from accord.domain.state import State
from accord.http import logs, reminding
from accord.http.sessions import DAY
from accord.words import Words

HOUR = DAY // 24
ANNA, BERT = "anna.kanarek@example.com", "bert.kanarek@example.com"
# START is Friday, 15 January 2027, 9:00 in Warsaw.


@pytest.fixture
async def box() -> AsyncIterator[Mailbox]:
    async with Mailbox() as box:
        yield box


@pytest.fixture
async def site(tmp_path: Path, box: Mailbox) -> AsyncIterator[Site]:
    post = {"smtp_host": "127.0.0.1", "smtp_port": box.port, "smtp_from": "Accord <accord@accord.example>"}
    async with Site(tmp_path, smtp_tls="none", **post) as site:
        yield site


class Afternoon:
    """A version waits for the signatures of Anna (Polish), Bert (English) and Cyril, who left no address."""

    def __init__(self, site: Site, workshop: Workshop) -> None:
        self.site, self.workshop, self.id = site, workshop, workshop.id
        self.people: dict[str, tuple[Browser, str]] = {}

    async def come(self, name: str, team: str, address: str = "") -> str:
        browser, person = self.people[name] = await self.workshop.joined(name, team)
        if address:
            answer = await browser.ask(f"/api/w/{self.id}/mail", {"address": address})
            assert (answer.status_code, answer.json()["address"]) == (200, address)
        return person

    async def lead(self, command: c.Command) -> None:
        await self.site.command(self.id, self.workshop.made["person"], command)

    async def state(self) -> State:
        return (await self.site.edge.rooms.open(self.id)).state

    async def sign(self, name: str, decision: Any = "accept") -> None:
        latest = (await self.state()).latest
        assert latest
        asked = c.Sign(latest.version, latest.hash, True, decision, name, "because")
        await self.site.command(self.id, self.people[name][1], asked)

    async def morning(self, days: float = 1) -> None:
        self.site.time.on(hours=24 * days)
        await self.site.edge.reminders.round()


@pytest.fixture
async def day(site: Site) -> Afternoon:
    day = Afternoon(site, await founded(site, title="Umowa Watomir\tzespołów"))
    for name, team, address in (("Anna", "marketing", ANNA), ("Bert", "sales", BERT), ("Cyril", "sales", "")):
        await day.come(name, team, address)
    await site.command(day.id, day.people["Bert"][1], c.SetLanguage("en"))
    await day.lead(c.AddClause("clause-1", "purpose", "Kanarek answers every lead within a day"))
    await day.lead(c.Freeze())
    await day.lead(c.SetReminders(START + 10 * DAY))
    return day


def to(mails: list[Mail]) -> list[str]:
    return [one.to for one in mails]


async def test_who_left_an_address_and_owes_gets_one_letter_a_working_day(day: Afternoon, box: Mailbox) -> None:
    await day.morning(0)
    assert box.taken() == [], "nothing on the day they left it"
    await day.morning(1)
    await day.morning(1)
    assert box.taken() == [], "Saturday and Sunday"
    await day.morning(1)
    assert to(box.taken()) == [ANNA, BERT]
    for hours in (1, 3, 3.9):
        await day.morning(hours / 24)
    assert box.taken() == [], "nobody twice a day"
    await day.morning(16.1 / 24)
    assert to(box.taken()) == [ANNA, BERT]


async def test_at_night_nobody_gets_anything(day: Afternoon, box: Mailbox) -> None:
    await day.morning(3 - 0.5 / 24)
    assert box.taken() == [], "Monday, 8:30"
    await day.morning(8.5 / 24)
    assert box.taken() == [], "Monday, 17:00"
    await day.morning(15.9 / 24)
    assert box.taken() == [], "Tuesday, 8:54"
    await day.morning(0.1 / 24)
    assert to(box.taken()) == [ANNA, BERT]


async def test_after_five_letters_or_the_stop_date_nobody_gets_any(day: Afternoon, box: Mailbox) -> None:
    await day.lead(c.SetReminders(START + 30 * DAY))
    for _ in range(20):
        await day.morning()
    assert to(box.taken()) == sorted([ANNA, BERT] * 5)
    await day.lead(c.SetReminders(START + 22 * DAY))
    await day.morning(1.5 / 24)
    assert to(box.taken()) == [ANNA, BERT], "set anew, it begins anew"
    await day.morning()
    assert to(box.taken()) == [ANNA, BERT]
    await day.morning()
    assert (to(box.taken()), day.site.edge.ledger.addresses()) == ([], []), "the stop date takes the addresses along"


async def test_who_signed_refused_or_is_excused_gets_none_and_with_none_to_remind_there_are_none(
    day: Afternoon, box: Mailbox
) -> None:
    await day.come("Dora", "sales", "dora@example.com")
    await day.sign("Anna")
    await day.sign("Bert", "refuse")
    await day.lead(c.Excuse(day.people["Dora"][1], True))
    await day.morning(3)
    assert box.taken() == []
    await day.lead(c.SetReminders(None))
    await day.lead(c.Excuse(day.people["Dora"][1], False))
    await day.morning()
    assert box.taken() == []
    await day.lead(c.SetReminders(START + 10 * DAY))
    await day.morning(0)
    assert to(box.taken()) == ["dora@example.com"]


async def test_a_letter_speaks_the_persons_language_and_leads_into_their_own_seat(day: Afternoon, box: Mailbox) -> None:
    own = (await day.people["Anna"][0].ask(f"/api/w/{day.id}/later")).json()["link"]
    await day.morning(3)
    anna, bert = box.taken()
    latest = (await day.state()).latest
    assert latest
    assert anna.message["Subject"] == "Czeka na Ciebie: Umowa Watomir zespołów"
    assert bert.message["Subject"] == "Waiting for you: Umowa Watomir zespołów"
    assert "podpis pod wersją 1.0" in anna.text
    assert "your signature under version 1.0" in bert.text
    assert latest.hash[:4] in bert.text
    assert "25 January 2027" in bert.text
    assert "Kanarek answers" not in anna.text + bert.text
    assert own in anna.text, "the link they have stays good"
    assert (anna.message["Auto-Submitted"], anna.message["To"]) == ("auto-generated", ANNA)
    found = re.search(r"#r=(\S+)", bert.text)
    assert found
    entered = await day.site.browser().ask("/api/enter", {"id": day.id, "token": found[1]})
    assert entered.json()["person"] == day.people["Bert"][1]


async def test_the_last_signature_is_told_once_and_then_no_address_is_left(day: Afternoon, box: Mailbox) -> None:
    await day.lead(c.EndWorkshop())
    await day.morning(3)
    assert to(box.taken()) == [ANNA, BERT]
    day.site.time.on(hours=11)
    for name in ("Anna", "Bert", "Cyril"):
        await day.sign(name)
    await day.morning(0)
    assert box.taken() == [], "Monday, 20:00"
    await day.morning(13 / 24)
    anna, bert = box.taken()
    assert anna.message["Subject"] == "Umowa obowiązuje: Umowa Watomir zespołów"
    assert "18 January 2027" in bert.text
    assert day.site.edge.ledger.addresses() == []
    link = re.search(r"#r=(\S+)", anna.text)
    assert link
    assert (await day.site.browser().ask("/api/enter", {"id": day.id, "token": link[1]})).status_code == 200
    await day.morning()
    assert box.taken() == []


async def test_a_joiner_is_reminded_of_what_is_in_force_and_forgotten_with_the_signature(
    day: Afternoon, box: Mailbox
) -> None:
    for name in ("Anna", "Bert", "Cyril"):
        await day.sign(name)
    await day.morning(0)
    box.taken()
    day.site.time.on(hours=1)
    await day.come("Ewa", "sales", "ewa@example.com")
    await day.morning(3)
    assert [(one.to, one.message["Subject"][:5]) for one in box.taken()] == [("ewa@example.com", "Czeka")]
    await day.sign("Ewa")
    await day.morning(0)
    assert (box.taken(), day.site.edge.ledger.addresses()) == ([], [])


async def test_a_restart_sends_nothing_twice(day: Afternoon, box: Mailbox) -> None:
    await day.morning(3)
    assert to(box.taken()) == [ANNA, BERT]
    await day.site.again()
    await day.site.edge.reminders.round()
    assert box.taken() == []
    await day.morning()
    assert to(box.taken()) == [ANNA, BERT]


async def test_a_dead_mail_server_is_asked_again_later_and_the_room_goes_on(
    day: Afternoon, box: Mailbox, written: io.StringIO
) -> None:
    await box.shut()
    await day.morning(3)
    await day.sign("Cyril")
    assert json.loads(written.getvalue().splitlines()[-1])["event"] == "mail_waits"
    await box.open()
    await day.site.edge.reminders.round()
    assert box.taken() == [], "not at once"
    await day.morning(61 / 86400)
    assert to(box.taken()) == [ANNA, BERT]


@pytest.mark.parametrize(("answer", "again"), [("450 later", [ANNA, BERT]), ("550 nobody here", [])])
async def test_an_address_that_is_not_taken_holds_up_nobody(
    day: Afternoon, box: Mailbox, answer: str, again: list[str]
) -> None:
    box.answers = {"RCPT": answer}
    await day.morning(3)
    assert (box.taken(), box.asked) == ([], 2), "each was tried"
    box.answers = {}
    await day.morning(10 / 1440)
    assert to(box.taken()) == again, "for now, or for today"


async def test_nothing_goes_in_the_clear_where_the_line_should_be_secret(
    tmp_path: Path, box: Mailbox, written: io.StringIO
) -> None:
    """The mail server does not offer STARTTLS, which is what a listener in between would make it look like."""
    post = {"smtp_host": "127.0.0.1", "smtp_port": box.port, "smtp_from": "accord@accord.example"}
    async with Site(tmp_path, **post, smtp_user="accord", smtp_password="Kanarek") as site:
        day = Afternoon(site, await founded(site))
        await day.come("Anna", "marketing", ANNA)
        await day.lead(c.AddClause("clause-1", "purpose", "words"))
        await day.lead(c.Freeze())
        await day.lead(c.SetReminders(START + 10 * DAY))
        await day.morning(3)
    assert box.taken() == []
    assert box.asked > 0
    assert "SMTPNotSupportedError" in written.getvalue()
    assert "Kanarek" not in written.getvalue()


async def test_letters_go_by_themselves(day: Afternoon, box: Mailbox) -> None:
    """Nobody calls the round: an event wakes it."""
    day.site.time.on(hours=72)
    await day.lead(c.SetReminders(START + 11 * DAY))
    async with asyncio.timeout(20):
        await box.has(2)
    assert to(box.taken()) == [ANNA, BERT]


# ── what is kept, and where it must not be ───────────────────────────────────────────────────────────────────────────


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    out = io.StringIO()
    logs.configure(out)
    yield out
    logs.configure()


async def test_an_address_is_in_no_event_export_log_or_answer_to_others_and_nowhere_once_taken_away(
    day: Afternoon, box: Mailbox, written: io.StringIO
) -> None:
    box.answers = {"RCPT": "550 nobody here"}
    await day.morning(3)
    await box.shut()
    await day.morning(1)
    lead = day.workshop.lead
    export = await lead.get(f"/api/w/{day.id}/workshop.json")
    told = await lead.get(f"/api/w/{day.id}/mail")
    sheet = await lead.get(f"/api/w/{day.id}/missing.html")
    events = b"".join(row.payload for row in day.site.edge.ledger.read(day.id))
    for text in (export.content, told.content, sheet.content, events, written.getvalue().encode()):
        assert text
        assert b"kanarek@" not in text
    assert written.getvalue().count("letter_not_taken") == 2
    assert (told.json()["owe"], told.json()["left"]) == (3, 2)
    assert ANNA.encode() in day.site.stored(), "the control: it can be found"

    again = day.site.browser()
    await again.ask(
        "/api/enter", {"id": day.id, "token": await day.site.edge.doors.later(day.id, day.people["Anna"][1])}
    )
    assert (await again.get(f"/api/w/{day.id}/mail")).json()["address"] == ANNA, "it is shown to the person alone"
    assert (await again.ask(f"/api/w/{day.id}/mail", {"address": ""})).json()["address"] == ""
    await day.lead(c.RemovePerson(day.people["Bert"][1]))
    await day.morning(1)
    await day.site.again()
    assert day.site.edge.ledger.addresses() == []
    assert b"kanarek@" not in day.site.stored()


@pytest.mark.parametrize(
    "wrong",
    [
        *("anna", "anna@", "@example.com", "anna@localhost", "a b@example.com", "<anna@example.com>"),
        *(
            "anna@example.com\nBcc: all@example.com",
            "anna@example.com\r\n\r\nHello",
            "anna@example.com,bert@example.com",
        ),
        *("ż@example.com", "anna@-x.com", "anna@exa mple.com", f"{'a' * 300}@example.com"),
    ],
)
async def test_what_is_no_plain_address_is_refused(day: Afternoon, wrong: str) -> None:
    answer = await day.people["Cyril"][0].ask(f"/api/w/{day.id}/mail", {"address": wrong})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")


async def test_no_name_or_title_makes_a_header(site: Site, box: Mailbox) -> None:
    evil = "x\r\nBcc: all@example.com\r\n\r\nFree money"
    day = Afternoon(site, await founded(site, title=evil, company=evil))
    await day.come("Bcc: all@example.com", "sales", ANNA)
    await day.lead(c.AddClause("clause-1", "purpose", "words"))
    await day.lead(c.Freeze())
    await day.lead(c.SetReminders(START + 10 * DAY))
    await day.morning(3)
    (mail,) = box.taken()
    assert mail.to == ANNA
    assert mail.message["Bcc"] is None
    assert "Bcc" in mail.message["Subject"], "the control: the words came through"


async def test_only_members_leave_an_address_and_only_where_mail_is_sent(day: Afternoon, tmp_path: Path) -> None:
    lead = await day.workshop.lead.ask(f"/api/w/{day.id}/mail", {"address": ANNA})
    assert lead.json()["code"] == "not_allowed"
    assert (await day.site.browser().ask(f"/api/w/{day.id}/mail", {"address": ANNA})).json()["code"] == "no_session"
    async with Site(tmp_path / "other") as silent:
        workshop = await founded(silent)
        browser, _ = await workshop.joined()
        assert (await browser.get(f"/api/w/{workshop.id}/mail")).json()["offered"] is False
        answer = await browser.ask(f"/api/w/{workshop.id}/mail", {"address": ANNA})
        assert answer.json() == {"code": "unavailable", "detail": {"why": "mail"}}


# ── the path of somebody who was away ────────────────────────────────────────────────────────────────────────────────


async def test_who_was_away_comes_back_by_their_own_link_days_later_reads_and_signs(day: Afternoon) -> None:
    browser, cyril = day.people["Cyril"]
    link = (await browser.ask(f"/api/w/{day.id}/later")).json()["link"].split("=")[1]
    await day.lead(c.SetAway(cyril, True))
    await day.lead(c.EndWorkshop())
    day.site.time.on(hours=24 * 9)
    home = day.site.browser()
    assert (await home.ask("/api/enter", {"id": day.id, "token": link})).json()["person"] == cyril
    page = await home.get(f"/api/w/{day.id}/agreement.html?version=1.0")
    assert "Kanarek answers every lead within a day" in page.text.replace("\xa0", " ")
    await day.sign("Cyril")
    latest = (await day.state()).latest
    assert latest
    assert [one.person for one in latest.signatures] == [cyril]
    await browser.ask(f"/api/w/{day.id}/later")
    assert (await home.ask("/api/enter", {"id": day.id, "token": link})).json()["code"] == "bad_link"


# ── the sheet ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("language", "owes"), [("pl", "podpis pod wersją 1.0"), ("en", "signature under version 1.0")])
async def test_the_sheet_has_names_for_those_who_lead_and_the_heads_and_nobodys_link(
    day: Afternoon, language: str, owes: str
) -> None:
    tokens = [(await browser.ask(f"/api/w/{day.id}/later")).json()["link"] for browser, _ in day.people.values()]
    await day.sign("Anna")
    await day.lead(c.Excuse(day.people["Bert"][1], True))
    path = f"/api/w/{day.id}/missing.html?language={language}"
    sheet = (await day.workshop.lead.get(path)).text.replace("\xa0", " ")
    assert sheet.count(owes) == 1
    for word in ("Cyril", "Bert", "Ola", f"/w/{day.id}/agreement"):  # Ola is on the roster and has not come
        assert word in sheet
    assert "Anna" not in sheet
    assert [one for one in tokens if one.split("=")[1] in sheet or "#r=" in sheet] == []
    browser, cyril = day.people["Cyril"]
    assert (await browser.get(path)).json()["code"] == "not_allowed"
    await day.lead(c.SetHead(cyril, True))
    assert (await browser.get(path)).status_code == 200


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_screen_promises_what_the_rules_keep(language: str) -> None:
    said = Words(language).say("owing-remind-what")
    for figure in (f" {reminding.OPENS}:00", f" {reminding.CLOSES}:00", f" {reminding.MOST} "):
        assert figure in said
    assert f" {reminding.MOST} " in Words(language).say("owing-mail-hint")
