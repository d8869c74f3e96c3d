"""The agreement as a page and as files: who gets them, and what they may not do."""

import io

import pikepdf
import pytest
from tests.support.site import Site, Workshop, founded

from accord.domain.commands import SetAway
from accord.http.guard import DOCUMENT_POLICY

FILES = {
    "agreement.docx": b"PK",
    "agreement.xlsx": b"PK",
    "commitments.csv": b"\xef\xbb\xbf",
    "metrics.csv": b"\xef\xbb\xbf",
    "meetings.ics": b"BEGIN:VCALENDAR",
}
"""File → how its bytes begin."""


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_every_file_is_there_from_the_first_minute(site: Site, language: str) -> None:
    workshop = await founded(site)
    for file, begins in FILES.items():
        answer = await workshop.lead.get(f"/api/w/{workshop.id}/{file}?language={language}")
        assert answer.status_code == 200, file
        assert answer.content.startswith(begins), file
        assert answer.headers["content-disposition"].startswith("attachment"), file
        site.time.on(minutes=1)
    assert (await workshop.lead.get(f"/api/w/{workshop.id}/people.csv")).status_code == 404


async def test_a_poster_is_printed_in_the_size_that_was_asked_for(site: Site) -> None:
    workshop = await founded(site)
    path = f"/api/w/{workshop.id}/poster"
    for size, width in (("a3", 1190), ("a1", 2381)):
        answer = await workshop.lead.get(f"{path}/promises.pdf?size={size}&language=en")
        with pikepdf.open(io.BytesIO(answer.content)) as pdf:
            assert (len(pdf.pages), int(pdf.pages[0].mediabox[2])) == (1, width)
    assert (await workshop.lead.get(f"{path}/promises.pdf?size=a0")).status_code == 404
    assert (await workshop.lead.get(f"{path}/nothing.pdf")).status_code == 404
    assert (await site.browser().get(f"{path}/promises.pdf")).json()["code"] == "no_session"


async def test_files_are_rationed(site: Site) -> None:
    workshop = await founded(site)
    path = f"/api/w/{workshop.id}/metrics.csv"
    answers = [(await workshop.lead.get(path)).status_code for _ in range(60)]
    assert 429 in answers


async def test_the_page_of_the_agreement_is_there_from_the_first_minute_in_both_languages(site: Site) -> None:
    workshop = await founded(site)
    pages = {}
    for language in ("pl", "en"):
        answer = await workshop.lead.get(f"/api/w/{workshop.id}/agreement.html?language={language}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert f'lang="{language}"' in answer.text
        pages[language] = answer.text
    assert pages["pl"] != pages["en"]


async def test_a_printed_page_may_run_nothing_and_load_nothing_from_elsewhere(site: Site) -> None:
    workshop = await founded(site, company='<img src=x onerror=alert(1)>"><script>alert(1)</script>')
    answer = await workshop.lead.get(f"/api/w/{workshop.id}/agreement.html")
    assert answer.headers["content-security-policy"] == DOCUMENT_POLICY
    assert "script-src" not in DOCUMENT_POLICY
    assert DOCUMENT_POLICY.startswith("default-src 'none'")
    assert "<script" not in answer.text
    assert "<img src=x" not in answer.text


@pytest.mark.parametrize("name", ["document.css", "fonts/SourceSans3-Regular.woff2"])
async def test_styles_and_fonts_of_printed_pages_are_served(site: Site, name: str) -> None:
    assert (await site.browser().get(f"/exports/{name}")).status_code == 200


@pytest.mark.parametrize("name", ["document.html.jinja", "..%2fpyproject.toml", "fonts/fonts.conf", "%2e%2e/exports"])
async def test_nothing_else_of_the_exports_is_served(site: Site, name: str) -> None:
    assert (await site.browser().get(f"/exports/{name}")).status_code == 404


async def test_whoever_has_no_seat_or_still_waits_gets_no_file(site: Site) -> None:
    workshop = await founded(site)
    waiting, _ = await workshop.joined(code=workshop.code)
    for file in ("agreement.html", "agreement.pdf", "board/s1.html", "agreement.md", "workshop.json", *FILES):
        path = f"/api/w/{workshop.id}/{file}"
        assert (await site.browser().get(path)).json()["code"] == "no_session", file
        assert (await waiting.get(path)).json()["code"] == "waiting", file


async def test_markdown_and_json_are_files_and_json_is_for_who_facilitates(site: Site) -> None:
    workshop = await founded(site)
    member, _ = await workshop.joined()
    written = await member.get(f"/api/w/{workshop.id}/agreement.md?language=en")
    assert written.headers["content-disposition"] == 'attachment; filename="agreement-en.md"'
    assert written.text.startswith("# Warsztat")
    whole = await workshop.lead.get(f"/api/w/{workshop.id}/workshop.json")
    assert whole.json()["workshop"] == workshop.id
    assert (await member.get(f"/api/w/{workshop.id}/workshop.json")).json()["code"] == "not_allowed"


async def test_the_invitation_carries_link_and_code_and_is_not_for_members(site: Site) -> None:
    workshop = await founded(site)
    member, _ = await workshop.joined()
    path = f"/api/w/{workshop.id}/invitation.html"
    page = await workshop.lead.get(f"{path}?language=en")
    assert workshop.code in page.text
    assert workshop.made["join_link"] in page.text
    assert "CRM stages and statuses" in page.text, "what sales brings"
    assert "Management mandate" not in page.text, "what the heads have to settle is no guest's business"
    assert (await member.get(path)).json()["code"] == "not_allowed"


async def test_a_workshop_goes_on_elsewhere_and_everybody_finds_their_seat_once(site: Site) -> None:
    workshop = await founded(site)
    _, ola = await workshop.joined("Ola")
    whole = (await workshop.lead.get(f"/api/w/{workshop.id}/workshop.json")).content
    browser = site.browser()
    raw = b'{"name":"Ada","language":"pl","workshop":' + whole + b"}"
    answer = await browser.post("/api/import", content=raw, headers={"content-type": "application/json"})
    made = answer.json()
    assert answer.status_code == 200, answer.text
    assert made["id"] != workshop.id
    assert made["person"] == workshop.made["person"]
    elsewhere = Workshop(site, browser, made)
    assert (await elsewhere.joined("ola"))[1] == ola
    assert (await elsewhere.joined("Ola"))[1] != ola
    assert (await elsewhere.joined("Ola", "sales"))[1] != ola


async def test_an_imported_seat_is_never_taken_over_twice_even_when_its_owner_is_away(site: Site) -> None:
    workshop = await founded(site)
    _, ola = await workshop.joined("Ola")
    whole = (await workshop.lead.get(f"/api/w/{workshop.id}/workshop.json")).content
    browser = site.browser()
    raw = b'{"name":"Ada","language":"pl","workshop":' + whole + b"}"
    made = (await browser.post("/api/import", content=raw, headers={"content-type": "application/json"})).json()
    elsewhere = Workshop(site, browser, made)
    await elsewhere.joined("Ola")
    await site.command(made["id"], ola, SetAway(ola, True))
    assert (await elsewhere.joined("Ola"))[1] != ola


@pytest.mark.parametrize("file", [b"{}", b"[]", b'"x"', b'{"format":"accord-workshop/1"}', b"null"])
async def test_a_file_that_is_no_workshop_changes_nothing(site: Site, file: bytes) -> None:
    raw = b'{"name":"Ada","language":"pl","workshop":' + file + b"}"
    answer = await site.browser().post("/api/import", content=raw, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_file")
    assert site.edge.ledger.workshops() == []


async def test_an_import_may_be_large_and_not_larger(site: Site) -> None:
    statuses = []
    for size in (1_900_000, 2_200_000):
        raw = b'{"name":"Ada","language":"pl","workshop":"' + b"x" * size + b'"}'
        answer = await site.browser().post("/api/import", content=raw, headers={"content-type": "application/json"})
        statuses.append(answer.status_code)
    assert statuses == [400, 413]


async def test_a_version_or_board_that_is_not_there_is_said_to_be_so(site: Site) -> None:
    workshop = await founded(site)
    for path in ("agreement.html?version=9.9", "board/none.html"):
        assert (await workshop.lead.get(f"/api/w/{workshop.id}/{path}")).json()["code"] == "not_found"


async def test_the_pdf_is_printed_for_a_member_and_too_many_in_a_minute_are_refused(site: Site) -> None:
    workshop = await founded(site)
    member, _ = await workshop.joined()
    printed = []

    async def pdf(page: str, attachments: object = ()) -> bytes:
        printed.append(page)
        return b"%PDF-1.7"

    site.edge.press.pdf = pdf  # type: ignore[method-assign,assignment]
    path = f"/api/w/{workshop.id}/agreement.pdf?language=en"
    answers = [await member.get(path) for _ in range(7)]
    assert [answer.status_code for answer in answers] == [200] * 6 + [429]
    assert answers[0].content.startswith(b"%PDF")
    assert answers[0].headers["content-disposition"] == 'attachment; filename="agreement-en.pdf"'
    assert printed[0] == (await member.get(path.replace("pdf", "html"))).text
    site.time.on(minutes=1)
    assert (await member.get(path)).status_code == 200
