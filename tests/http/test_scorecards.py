"""Plan and actuals over the edge: pages and files for who has a seat, and a CSV that is looked at and not saved."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pdfua
import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.measured import importable, measured
from tests.support.site import Browser, Site, Workshop, founded

from accord.domain.catalogue import LANGUAGES
from accord.domain.commands import Figure, SetActuals

CSV = {"content-type": "text/csv"}


async def brought(site: Site, months: int = 2) -> Workshop:
    browser = site.browser()
    answer = await browser.ask("/api/import", importable(measured("en", months), "Ada", "pl"))
    assert answer.status_code == 200, answer.text
    return Workshop(site, browser, answer.json())


async def read(browser: Browser, workshop: Workshop, data: bytes, language: str = "en") -> Any:
    path = f"/api/w/{workshop.id}/actuals/read?language={language}"
    answer = await browser.post(path, content=data, headers=CSV)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_page_and_pdf_say_plan_and_actuals_in_pictures_with_words(site: Site, tmp_path: Path) -> None:
    workshop = await brought(site)
    path = f"/api/w/{workshop.id}"
    pages = {one: (await workshop.lead.get(f"{path}/scorecard.html?language={one}")).text for one in LANGUAGES}
    for language, page in pages.items():
        assert f'lang="{language}"' in page
        assert page.count('role="img"') == page.count("<svg") > 20
        assert "<script" not in page
    answer = await workshop.lead.get(f"{path}/scorecard.pdf?language=pl")
    assert answer.headers["content-disposition"] == 'attachment; filename="scorecard-pl.pdf"'
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.Root.Lang) == "pl"
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(figures) == pages["pl"].count('role="img"')
        assert all(str(one.get("/Alt", "")) for one in figures)
    (tmp_path / "scorecard.pdf").write_bytes(answer.content)
    assert not pdfua.validate(str(tmp_path / "scorecard.pdf")).findings


async def test_before_anything_is_agreed_the_page_says_so(site: Site) -> None:
    workshop = await founded(site)
    page = (await workshop.lead.get(f"/api/w/{workshop.id}/scorecard.html?language=en")).text
    assert "Nothing that can be measured has been agreed yet" in page
    filled = await workshop.lead.get(f"/api/w/{workshop.id}/actuals.csv?language=en")
    assert filled.content.startswith(b"\xef\xbb\xbfid ")


async def test_a_filled_file_is_looked_at_and_nothing_is_saved(site: Site) -> None:
    workshop = await brought(site)
    text = "id;Co;2027-01;2027-02;2027-03\n#M1;;40;52;45\n#M2;;abc;;\n"
    found = await read(workshop.lead, workshop, text.encode("cp1250"), "pl")
    assert found["same"] == 1
    assert [(one["period"], one["value"], one["before"]) for one in found["figures"]] == [
        ("2027-02", 52, 51),
        ("2027-03", 45, None),
    ]
    assert found["mistakes"] == [{"line": 3, "said": "„abc” nie jest liczbą."}]
    room = await site.edge.rooms.open(workshop.id)
    assert room.state.actuals["M1"]["2027-02"].value == 51
    # Saved by the command, they are in the next file.
    figures = tuple(Figure(one["row"], one["period"], one["value"]) for one in found["figures"])
    await site.command(workshop.id, workshop.made["person"], SetActuals(figures))
    again = await workshop.lead.get(f"/api/w/{workshop.id}/actuals.csv?language=pl")
    assert (await read(workshop.lead, workshop, again.content))["figures"] == []


async def test_the_workbook_has_a_sheet_of_plan_and_actuals_once_there_are_figures(site: Site) -> None:
    for months, wanted in ((0, False), (2, True)):
        workshop = await brought(site, months)
        answer = await workshop.lead.get(f"/api/w/{workshop.id}/agreement.xlsx?language=en")
        names = openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames
        assert ("Plan and actuals" in names) == wanted


async def test_figures_go_on_elsewhere_with_the_workshop(site: Site) -> None:
    workshop = await brought(site)
    whole = await workshop.lead.get(f"/api/w/{workshop.id}/workshop.json")
    raw = b'{"name":"Ada","language":"pl","workshop":' + whole.content + b"}"
    made = await site.browser().post("/api/import", content=raw, headers={"content-type": "application/json"})
    here, there = [(await site.edge.rooms.open(id_)).state for id_ in (workshop.id, made.json()["id"])]
    assert here.actuals == there.actuals != {}


async def test_who_has_no_seat_or_waits_gets_nothing_and_only_csv_is_taken(site: Site) -> None:
    workshop = await founded(site)
    waiting, _ = await workshop.joined(code=workshop.code)
    for file in ("scorecard.html", "scorecard.pdf", "actuals.csv"):
        path = f"/api/w/{workshop.id}/{file}"
        assert (await site.browser().get(path)).json()["code"] == "no_session", file
        assert (await waiting.get(path)).json()["code"] == "waiting", file
    path = f"/api/w/{workshop.id}/actuals/read"
    assert (await site.browser().post(path, content=b"x", headers=CSV)).json()["code"] == "no_session"
    assert (await workshop.lead.ask(path)).status_code == 415
    assert (await workshop.lead.post(path, content=b"x" * 300_000, headers=CSV)).status_code == 413
    statuses = [(await workshop.lead.post(path, content=b"x", headers=CSV)).status_code for _ in range(40)]
    assert 429 in statuses


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
async def test_any_bytes_have_an_answer(site: Site, data: bytes) -> None:
    workshop = getattr(site, "known", None) or await brought(site, 0)
    site.known = workshop  # type: ignore[attr-defined]
    site.time.on(minutes=1)
    assert set(await read(workshop.lead, workshop, data)) == {"figures", "same", "mistakes"}
