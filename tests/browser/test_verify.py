"""Somebody who was never in the workshop has the PDF and asks whether it is the signed one, by keyboard, on a phone."""

from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import expect
from tests.browser.people import PHONE, Language, Person, Room
from tests.browser.test_axe import Findings


def signed(room: Room, folder: Path) -> tuple[Path, str]:
    """A small workshop that everybody signed: its sealed PDF and the fingerprint."""
    room.found()
    lead = room.lead
    people = [room.robot("Anna", "marketing"), room.robot("Marek", "sales")]
    lead.do("add_clause", id="clause-one", section="purpose", words="20 nowych klientów w kwartale")
    lead.do("freeze")
    version = lead.until(lambda: lead.records.get("version:1.0"))
    for one in people:
        answer = {"version": "1.0", "hash": version["hash"], "understands": True, "decision": "accept"}
        one.do("sign", name=one.name, **answer)
    lead.until(lambda: lead.records["version:1.0"].get("in_force"))
    headers = {"Cookie": room.lead_cookie}
    with httpx2.Client(timeout=60) as client:
        pdf = client.get(f"{room.base}/api/w/{room.id}/agreement.pdf?language=pl", headers=headers)
    assert pdf.status_code == 200, pdf.text
    path = folder / "umowa.pdf"
    path.write_bytes(pdf.content)
    return path, str(version["hash"])


def choose(person: Person, file: Path) -> None:
    person.page.locator("input[type=file]").set_input_files(file)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_stranger_learns_whether_a_document_is_the_signed_one(
    room: Room, language: Language, tmp_path: Path, look: Findings
) -> None:
    file, fingerprint = signed(room, tmp_path)
    stranger = room.person(language, PHONE, bypass_csp=True, reduced_motion="reduce")
    stranger.watch.forgive("status of 400", "status of 404")
    stranger.go("/verify")
    expect(stranger.page.locator("h1")).to_be_visible()
    look(stranger, "verify")
    choose(stranger, file)
    stranger.sees_said("verify-sealed", version="1.0")
    expect(stranger.page.get_by_text("Umowa na pierwszy kwartał")).to_be_visible()
    look(stranger, "verify-sealed")
    changed = tmp_path / "zmieniona.pdf"
    changed.write_bytes(file.read_bytes()[:-40] + b"x" + file.read_bytes()[-39:])
    choose(stranger, changed)
    stranger.sees_said("verify-changed")
    look(stranger, "verify-changed")
    by_keyboard(stranger, fingerprint)
    assert look.found == []


def by_keyboard(stranger: Person, fingerprint: str) -> None:
    field = stranger.field("verify-hash")
    field.focus()
    stranger.page.keyboard.type("12ab")
    stranger.page.keyboard.press("Tab")
    stranger.page.keyboard.press("Enter")
    stranger.sees_said("verify-hash-short")
    field.fill("0" * 64)
    stranger.button("verify-go").press("Enter")
    stranger.sees_said("verify-unknown")
    field.fill(" ".join(fingerprint[at : at + 4] for at in range(0, 16, 4)).upper())
    stranger.button("verify-go").press("Enter")
    stranger.sees_said("verify-version", version="1.0")
    stranger.go(f"/verify#{fingerprint}")
    stranger.page.reload()
    stranger.sees_said("verify-version", version="1.0")


@pytest.fixture
def look() -> Findings:
    return Findings()
