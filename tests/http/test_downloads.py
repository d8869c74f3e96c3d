"""The agreement as a page and as files: who gets them, and what they may not do."""

import pytest
from tests.support.site import Site, founded

from accord.http.guard import DOCUMENT_POLICY


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
    for file in ("agreement.html", "agreement.pdf", "board/s1.html", "agreement.md", "workshop.json"):
        path = f"/api/w/{workshop.id}/{file}"
        assert (await site.browser().get(path)).json()["code"] == "no_session", file
        assert (await waiting.get(path)).json()["code"] == "waiting", file


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
