"""Links to read the agreement by: who reads what, for how long, what is noted, and that nothing else opens."""

import hmac
from typing import Any

import httpx2
import pytest
import structlog
from starlette.requests import HTTPConnection
from structlog.testing import capture_logs
from tests.support.site import START, Browser, Site, Workshop, founded

from accord.agreement import html, posters
from accord.domain import commands as c
from accord.domain.sharing import Share
from accord.domain.state import State, members
from accord.errors import Refused
from accord.http import tokens
from accord.http.papers import Wish

DAY = 24
FILES = {"agreement.html": "20 nowych", "agreement.md": "20 nowych", "agreement.docx": "", "agreement.pdf": ""}


@pytest.fixture
async def workshop(site: Site) -> Workshop:
    """With one clause and two members; the press is quick."""
    found = await founded(site)
    for name, team in (("Ola", "marketing"), ("Ewa", "sales")):
        await found.joined(name, team)
    await ask(found, c.AddClause("clause-01", "purpose", "20 nowych klientów"))

    async def pdf(page: str, attachments: object = (), zoom: float = 1.0) -> bytes:
        return b"%PDF-1.7" + page.encode()

    site.edge.press.pdf = pdf  # type: ignore[method-assign,assignment]
    return found


async def ask(workshop: Workshop, command: c.Command) -> None:
    await workshop.site.command(workshop.id, workshop.made["person"], command)


async def state_of(workshop: Workshop) -> State:
    return (await workshop.site.edge.rooms.open(workshop.id)).state


async def share(workshop: Workshop, id_: str = "share-one", opens: Any = "page") -> str:
    """A link for somebody; its token."""
    await ask(workshop, c.Share(id_, f"Zarząd {id_}", opens))
    answer = await workshop.lead.get(f"/api/w/{workshop.id}/share/{id_}")
    assert answer.status_code == 200, answer.text
    return str(answer.json()["link"]).rpartition("#s=")[2]


async def opened(workshop: Workshop, token: str, browser: Browser | None = None) -> Browser:
    found = browser or workshop.site.browser()
    answer = await found.ask(f"/api/s/{workshop.id}/open", {"token": token})
    assert answer.status_code == 200, answer.text
    return found


async def signed(workshop: Workshop, *, but: int = 0) -> None:
    state = await state_of(workshop)
    assert state.latest
    people = members(state)
    for person in people[: len(people) - but]:
        sign = c.Sign(state.latest.version, state.latest.hash, True, "accept", person.name)
        await workshop.site.command(workshop.id, person.id, sign)


def paths(workshop: Workshop) -> list[str]:
    return [f"/api/s/{workshop.id}{rest}" for rest in ("", "/wall.json", *(f"/{name}" for name in FILES))]


# ── what is read ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_whoever_has_a_link_reads_the_newest_version_and_takes_its_files(
    workshop: Workshop, language: str
) -> None:
    reader = await opened(workshop, await share(workshop))
    told = (await reader.get(f"/api/s/{workshop.id}?language={language}")).json()
    assert (told["title"], told["company"], told["to"]) == ("Warsztat", "Watomir", "Zarząd share-one")
    assert (told["standing"]["state"], told["standing"]["version"], told["standing"]["fingerprint"]) == (
        "draft",
        "",
        "",
    )
    await ask(workshop, c.Freeze())
    await signed(workshop, but=1)
    standing = (await reader.get(f"/api/s/{workshop.id}?language={language}")).json()["standing"]
    latest = (await state_of(workshop)).latest
    assert latest
    assert (standing["state"], standing["version"], standing["fingerprint"]) == ("waiting", "1.0", latest.hash)
    assert standing["words"] == {"pl": "1 z\u00a02 podpisów", "en": "1 of 2 signed"}[language]
    for name, words in FILES.items():
        answer = await reader.get(f"/api/s/{workshop.id}/{name}?language={language}")
        assert (answer.status_code, words in answer.text) == (200, True), name
        if name != "agreement.html":
            said = f'attachment; filename="agreement-1.0-{language}{name[9:]}"'
            assert answer.headers["content-disposition"] == said
    wall = (await reader.get(f"/api/s/{workshop.id}/wall.json?language={language}")).json()["wall"]
    assert (wall["language"], wall["standing"]["words"]) == (language, standing["words"])


async def test_the_page_of_a_link_is_the_page_the_pdf_is_printed_from(workshop: Workshop) -> None:
    reader = await opened(workshop, await share(workshop))
    theirs = await reader.get(f"/api/s/{workshop.id}/agreement.html?language=en")
    ours = await workshop.lead.get(f"/api/w/{workshop.id}/agreement.html?language=en")
    assert theirs.text == ours.text
    assert theirs.headers["content-security-policy"] == ours.headers["content-security-policy"]


async def test_words_that_moved_on_after_a_version_are_not_read_until_they_are_frozen(workshop: Workshop) -> None:
    reader = await opened(workshop, await share(workshop))
    await ask(workshop, c.Freeze())
    await ask(workshop, c.AddClause("clause-02", "purpose", "Słowa, które przyszły później"))
    page = f"/api/s/{workshop.id}/agreement.html"
    assert "Słowa, które przyszły później" not in (await reader.get(page)).text
    await ask(workshop, c.Freeze())
    assert "Słowa, które przyszły później" in (await reader.get(page)).text, "the control"


async def test_a_version_in_force_is_the_sealed_file_and_what_holds_meanwhile_is_said(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes = []

    async def sealed(wish: Wish) -> bytes:
        wishes.append((wish.version, wish.language))
        return b"%PDF sealed"

    monkeypatch.setattr(workshop.site.edge.papers, "pdf", sealed)
    reader = await opened(workshop, await share(workshop))
    await ask(workshop, c.Freeze())
    await signed(workshop)
    wishes.clear()
    assert (await reader.get(f"/api/s/{workshop.id}/agreement.pdf?language=en")).content == b"%PDF sealed"
    assert wishes == [("1.0", "en")]
    await ask(workshop, c.AddClause("clause-02", "purpose", "Więcej"))
    await ask(workshop, c.Freeze())
    standing = (await reader.get(f"/api/s/{workshop.id}?language=en")).json()["standing"]
    assert (standing["label"], standing["words"]) == ("Version 1.1", "0 of 2 signed")
    assert standing["before"] == "Until everybody has signed, version\u00a01.0 holds."


CANARY = "Kanarek-żółty-prywatny"


async def test_private_words_reach_no_link_before_the_reveal(workshop: Workshop) -> None:
    reader, state = await opened(workshop, await share(workshop)), await state_of(workshop)
    planned = [(step, p) for step in state.plan.steps for p in step.prompts if p.prompt.answer_type == "notes"]
    step, prompt = next((step, p) for step, p in planned if step.visibility != "hidden")
    turn = next(at for at, some in enumerate(step.turns) if prompt.id in some)

    async def told() -> str:
        workshop.site.time.on(minutes=2)
        return " ".join([(await reader.get(one)).text for one in paths(workshop) if not one.endswith("docx")])

    await ask(workshop, c.GoTo(step.id, turn, "write"))
    await workshop.site.command(workshop.id, members(state)[0].id, c.AddNote("note-one", prompt.id, CANARY))
    assert CANARY not in await told()
    await ask(workshop, c.GoTo(step.id, turn, "reveal"))
    assert CANARY in await told(), "the control: what is revealed is printed in the annex"


# ── what opens nothing ───────────────────────────────────────────────────────────────────────────────────────────────


async def test_whatever_is_wrong_with_a_link_it_gets_one_answer(site: Site, workshop: Workshop) -> None:
    token, revoked, other = await share(workshop), await share(workshop, "share-two"), await founded(site)
    await ask(workshop, c.Unshare("share-two"))
    strange = ("", "x" * 3000, "acd_ąę", token[:-1], token[:-5] + "x" + token[-4:], tokens.mint("share"))
    doors = [workshop.token(link) for link in ("join_link", "observer_link", "facilitator_link")]
    wrong = [(workshop.id, one) for one in (*strange, *doors, revoked)] + [(other.id, token), ("w-nothing", token)]
    answers = [await site.browser().ask(f"/api/s/{id_}/open", {"token": one}) for id_, one in wrong]
    answers += [await site.browser().get(one) for one in paths(workshop)]
    assert {(one.status_code, one.text) for one in answers} == {(404, '{"code":"bad_link","detail":{}}')}
    assert {one.headers.get("set-cookie") for one in answers} == {None}
    assert (await site.browser().ask(f"/api/s/{workshop.id}/open", {"token": token})).status_code == 200


async def test_a_link_to_read_by_opens_no_other_door(site: Site, workshop: Workshop) -> None:
    keys = {"id": workshop.id, "token": await share(workshop)}
    for path, body in (
        ("/api/door", keys),
        ("/api/join", {**keys, "name": "Ola", "team": "sales", "language": "pl"}),
        ("/api/enter", keys),
    ):
        assert (await site.browser().ask(path, body)).json()["code"] == "bad_link", path


async def test_a_link_that_is_revoked_is_dead_at_once_in_every_browser(workshop: Workshop) -> None:
    token, kept = await share(workshop), await share(workshop, "share-two")
    reader, other = await opened(workshop, token), await opened(workshop, kept)
    await ask(workshop, c.Unshare("share-one"))
    for path in paths(workshop):
        answer = await reader.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "bad_link"), path
        assert (await other.get(path)).status_code == 200, path
    assert (await workshop.lead.get(f"/api/w/{workshop.id}/share/share-one")).json()["code"] == "not_found"


async def test_a_browser_reads_on_for_ninety_days_after_it_last_read(workshop: Workshop) -> None:
    token = await share(workshop)
    idle, wall = await opened(workshop, token), await opened(workshop, token)
    for _ in range(5):
        workshop.site.time.on(hours=20 * DAY)
        assert (await wall.get(f"/api/s/{workshop.id}/wall.json")).status_code == 200
    assert (await idle.get(f"/api/s/{workshop.id}")).json()["code"] == "bad_link"
    assert (await idle.ask(f"/api/s/{workshop.id}/open", {"token": token})).status_code == 200, "the link still opens"


async def test_a_visit_cannot_be_made_younger_or_taken_elsewhere(site: Site, workshop: Workshop) -> None:
    reader, other = await opened(workshop, await share(workshop)), await founded(site)
    name = f"__Host-read-{workshop.id}"
    visit = reader.cookies[name]
    assert tokens.visited_at(visit) == START
    forged = tokens.dress("visit", (START + 1).to_bytes(8, "big") + bytes(16))
    for workshop_id, value in ((workshop.id, forged), (other.id, visit)):
        browser = site.browser()
        browser.cookies.set(f"__Host-read-{workshop_id}", value)
        assert (await browser.get(f"/api/s/{workshop_id}")).json()["code"] == "bad_link"


async def test_the_cookie_of_a_reader_is_out_of_reach_and_holds_no_token(site: Site, workshop: Workshop) -> None:
    token = await share(workshop)
    answer = await site.browser().ask(f"/api/s/{workshop.id}/open", {"token": token})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"__Host-read-{workshop.id}=acv_")
    assert token not in cookie
    said = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/", "secure", f"max-age={90 * 24 * 3600}"} == said
    assert answer.headers["referrer-policy"] == "no-referrer"


def routes(site: Site) -> list[tuple[str, str]]:
    """(method, path) of every route of the server."""
    parts: list[Any] = [*site.app.routes]
    return [(m, r.path) for part in parts for r in part.original_router.routes for m in r.methods if m != "HEAD"]


OPEN = {"/api/verify", "/api/verify/file", "/api/door", "/api/join", "/api/enter", "/api/logout", "/api/workshops"}
OPEN |= {"/api/import", "/api/templates", "/api/templates/read", "/api/s/{workshop}/open"}
"""What may be asked by anybody who has never been here; each has tests of its own."""


async def test_a_reader_changes_nothing_and_comes_into_no_room(workshop: Workshop) -> None:
    """Every route there is: whatever needs a seat is refused, and there is no way to write by a link."""
    site = workshop.site
    reader = await opened(workshop, await share(workshop))
    before = site.edge.ledger.head(workshop.id)
    asked = 0
    for method, path in routes(site):
        inside = path.startswith("/api/w/")
        if not inside and (method == "GET" or path in OPEN):
            continue
        named = path.replace("{workshop}", workshop.id).replace("{share}", "share-one").replace("{version}", "1.0")
        answer = await (reader.ask(named) if method == "POST" else reader.get(named))
        refused = ((401, "no_session"), (404, "not_found"), (415, "bad_input"))  # the last where a file is wanted
        assert (answer.status_code, answer.json()["code"]) in refused, path
        asked += 1
    assert asked > 20
    for path in ("", "/agreement.html", "/wall.json"):
        assert (await reader.ask(f"/api/s/{workshop.id}{path}")).status_code == 403, "POST where only GET is"
    assert site.edge.ledger.head(workshop.id) == before


async def test_a_reader_gets_no_socket(workshop: Workshop) -> None:
    reader = await opened(workshop, await share(workshop))
    cookies = "; ".join(f"{name}={value}" for name, value in reader.cookies.items())
    headers = [(b"cookie", cookies.encode()), (b"host", b"accord.example")]
    line = HTTPConnection({"type": "websocket", "scheme": "wss", "path": "/", "headers": headers})
    assert await workshop.site.edge.sessions.seated(line, workshop.id) == (None, None)


async def test_only_who_facilitates_gets_the_links(workshop: Workshop) -> None:
    await share(workshop)
    member, _ = await workshop.joined("Ala", "sales")
    assert (await member.get(f"/api/w/{workshop.id}/share/share-one")).json()["code"] == "not_allowed"
    assert (await workshop.site.browser().get(f"/api/w/{workshop.id}/share/share-one")).status_code == 401


# ── what is kept ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_no_token_is_kept_or_logged(workshop: Workshop) -> None:
    with capture_logs() as logs:
        token = await share(workshop)
        reader = await opened(workshop, token)
        await workshop.site.browser().ask(f"/api/s/{workshop.id}/open", {"token": token[:-1] + "x"})
        structlog.get_logger().info("the control", token=token)
    assert [token in repr(one) for one in logs] == [False] * (len(logs) - 1) + [True]
    visit = reader.cookies[f"__Host-read-{workshop.id}"]
    stored = workshop.site.stored()
    assert b"share-one" in stored, "the control"
    for secret in (token, visit, token[4:]):
        assert secret.encode() not in stored
    assert tokens.digest(token) not in stored


async def share_of(workshop: Workshop, id_: str = "share-one") -> Share:
    return (await state_of(workshop)).shares[id_]


async def test_the_first_opening_of_a_version_on_a_day_is_noted_and_a_link_cannot_flood_the_log(
    workshop: Workshop,
) -> None:
    token, site = await share(workshop), workshop.site
    before, _ = site.edge.ledger.head(workshop.id)
    for _ in range(40):
        reader = await opened(workshop, token)
        for path in paths(workshop)[:3]:
            await reader.get(path)
        site.time.on(seconds=1)
    assert site.edge.ledger.head(workshop.id)[0] == before + 1
    await ask(workshop, c.Freeze())
    await reader.get(f"/api/s/{workshop.id}")
    site.time.on(hours=DAY)
    for _ in range(3):
        await reader.get(f"/api/s/{workshop.id}/wall.json")
    found = {version: (one.days, one.first) for version, one in (await share_of(workshop)).openings.items()}
    assert found == {"": (1, START), "1.0": (2, START + 40_000)}


async def test_reading_goes_on_when_nothing_can_be_noted(workshop: Workshop) -> None:
    reader = await opened(workshop, await share(workshop))
    room = await workshop.site.edge.rooms.open(workshop.id)

    async def full(person: str, command: c.Command) -> None:
        raise Refused("unavailable", why="full")

    room.ask = full  # type: ignore[method-assign]
    workshop.site.time.on(hours=DAY)
    with capture_logs() as logs:
        assert (await reader.get(f"/api/s/{workshop.id}")).status_code == 200
    assert [one["event"] for one in logs] == ["receipt_not_noted"]


async def test_who_of_the_teams_took_the_file_in_force_is_noted_once(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def sealed(wish: Wish) -> bytes:
        return b"%PDF sealed"

    monkeypatch.setattr(workshop.site.edge.papers, "pdf", sealed)
    member, person = await workshop.joined("Ala", "sales")
    path = f"/api/w/{workshop.id}/agreement.pdf"
    await ask(workshop, c.Freeze())
    await member.get(path)
    assert (await state_of(workshop)).received == {}, "a draft and a version that waits are no agreement yet"
    await signed(workshop)
    for _ in range(3):
        assert (await member.get(path)).status_code == 200
    await member.get(f"{path}?version=1.0&language=en")
    assert (await state_of(workshop)).received == {"1.0": {person: START}}


async def test_an_address_that_tries_links_is_slowed_and_others_are_not(site: Site, workshop: Workshop) -> None:
    token, address = await share(workshop), "203.0.113.9"
    tries = [await site.browser(address).ask(f"/api/s/{workshop.id}/open", {"token": "x"}) for _ in range(31)]
    assert [one.status_code for one in tries] == [404] * 30 + [429]
    bare = [await site.browser("203.0.113.11").get(f"/api/s/{workshop.id}") for _ in range(31)]
    assert [one.status_code for one in bare] == [404] * 30 + [429]
    assert (await site.browser("203.0.113.10").ask(f"/api/s/{workshop.id}/open", {"token": token})).status_code == 200
    site.time.on(seconds=10)
    assert (await site.browser(address).ask(f"/api/s/{workshop.id}/open", {"token": token})).status_code == 200


async def test_files_of_a_link_are_rationed(workshop: Workshop) -> None:
    token = await share(workshop)
    one, other = await opened(workshop, token), await opened(workshop, token)
    path = f"/api/s/{workshop.id}/agreement.pdf"
    assert [(await one.get(path)).status_code for _ in range(7)] == [200] * 6 + [429]
    assert (await other.get(path)).status_code == 200
    answers: list[httpx2.Response] = []
    while len(answers) < 80 and (not answers or answers[-1].status_code == 200):
        answers.append(await (await opened(workshop, token)).get(path))
    assert len(answers) == 60 - 7 + 1, "all who have the link together"


# ── elsewhere and later ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_link_outlives_a_restart_and_leaves_the_seat_of_this_browser_alone(workshop: Workshop) -> None:
    reader = await opened(workshop, await share(workshop), workshop.lead)
    await workshop.site.again()
    assert (await reader.get(f"/api/s/{workshop.id}")).status_code == 200
    assert (await reader.ask(f"/api/w/{workshop.id}/seat")).json()["role"] == "facilitator"


async def test_under_another_secret_old_links_are_dead_and_the_list_has_new_ones(workshop: Workshop) -> None:
    token, site = await share(workshop), workshop.site
    reader = await opened(workshop, token)
    (site.folder / "secret").unlink()
    await site.again()
    assert (await reader.get(f"/api/s/{workshop.id}")).json()["code"] == "bad_link"
    assert (await site.browser().ask(f"/api/s/{workshop.id}/open", {"token": token})).json()["code"] == "bad_link"
    link = (await workshop.lead.get(f"/api/w/{workshop.id}/share/share-one")).json()["link"]
    new = link.rpartition("#s=")[2]
    assert not hmac.compare_digest(new, token)
    assert (await site.browser().ask(f"/api/s/{workshop.id}/open", {"token": new})).status_code == 200


async def test_an_export_carries_no_links_and_no_receipts(site: Site, workshop: Workshop) -> None:
    token = await share(workshop)
    await opened(workshop, token)
    whole = (await workshop.lead.get(f"/api/w/{workshop.id}/workshop.json")).content
    assert b"share-one" not in whole
    assert "Zarząd share-one".encode() not in whole
    raw = b'{"name":"Ada","language":"pl","workshop":' + whole + b"}"
    answer = await site.browser().post("/api/import", content=raw, headers={"content-type": "application/json"})
    elsewhere = answer.json()["id"]
    assert (await site.edge.rooms.open(elsewhere)).state.shares == {}
    assert (await site.browser().ask(f"/api/s/{elsewhere}/open", {"token": token})).json()["code"] == "bad_link"


async def test_the_code_on_a_poster_leads_to_the_newest_link_for_posters(workshop: Workshop) -> None:
    site, path = workshop.site, f"/api/w/{workshop.id}/poster/promises.pdf"
    site.settings.limits.costly_per_minute = 100
    place = f"https://accord.example/w/{workshop.id}/agreement"

    async def leads_to() -> str:
        site.time.on(minutes=1)
        page = (await workshop.lead.get(path)).text
        links = {one: (await workshop.lead.get(f"/api/w/{workshop.id}/share/{one}")).json() for one in made}
        known = {"seat": place} | {one: str(told["link"]) for one, told in links.items() if "link" in told}
        return next(name for name, address in known.items() if html.qr(str(address)).path in page)

    made: list[str] = []
    assert await leads_to() == "seat"
    for id_, opens, then in (
        ("page-one", "page", "seat"),
        ("poster-one", "poster", "poster-one"),
        ("poster-two", "poster", "poster-two"),
    ):
        await share(workshop, id_, opens)
        made.append(id_)
        assert await leads_to() == then
    await ask(workshop, c.Unshare("poster-two"))
    assert await leads_to() == "poster-one"
    assert "promises" in posters.HEADINGS


async def test_the_wall_is_for_people_with_a_seat_and_for_a_link(workshop: Workshop) -> None:
    member, _ = await workshop.joined("Ala", "sales")
    reader = await opened(workshop, await share(workshop, opens="wall"))
    seat = (await member.get(f"/api/w/{workshop.id}/wall.json?language=en")).json()
    theirs = (await reader.get(f"/api/s/{workshop.id}/wall.json?language=en")).json()
    assert seat["wall"] == theirs["wall"]
    assert seat["qr"] != theirs["qr"]
    link = (await workshop.lead.get(f"/api/w/{workshop.id}/share/share-one")).json()["link"]
    assert theirs["qr"]["path"] == html.qr(link.replace("/wall#", "#")).path
    assert (await workshop.site.browser().get(f"/api/w/{workshop.id}/wall.json")).status_code == 401
