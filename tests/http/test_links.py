"""Links, codes and sessions: what is kept of them, when they end, how guessing is slowed down."""

import asyncio
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.support.site import Browser, Site, Workshop, founded

from accord.domain import commands as c
from accord.http import logs, tokens
from accord.http.connected import Connection
from accord.http.limits import CodeDoor
from accord.settings import Limits, Settings

WRONG = "ABCD-2345"


# ── how tokens look ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["facilitator", "join", "observer", "return", "later", "session"])
def test_a_token_says_its_kind_and_a_slip_is_seen(kind: tokens.Kind) -> None:
    token = tokens.mint(kind, Random(1).randbytes)
    assert tokens.kind_of(token) == kind
    for at in range(len(token)):
        slip = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        assert tokens.kind_of(slip) is None
    assert tokens.kind_of(token + "A") is None


def test_tokens_have_the_promised_strength() -> None:
    sizes = {kind: len(tokens.mint(kind)) for kind in ("facilitator", "join", "return")}
    assert sizes == {"facilitator": 4 + 43 + 4, "join": 4 + 22 + 4, "return": 4 + 22 + 4}


def test_codes_spread_over_an_alphabet_without_look_alikes() -> None:
    secret = bytes(32)
    codes = [tokens.derive_code(secret, f"w{n}", 0) for n in range(4000)]
    assert len(set(codes)) == len(codes)
    counts = [sum(code.count(letter) for code in codes) for letter in tokens.ALPHABET]
    assert len(counts) == 31
    assert not set("01OIL") & set(tokens.ALPHABET)
    assert max(counts) < 1.2 * min(counts)


def test_what_is_derived_depends_on_secret_workshop_kind_and_rotation() -> None:
    made = {
        tokens.derive(secret, workshop, kind, rotation)
        for secret in (bytes(32), bytes(31) + b"1")
        for workshop in ("w1", "w2")
        for kind in ("join", "observer")
        for rotation in (0, 1)
    }
    assert len(made) == 16


# ── what is kept ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    out = io.StringIO()
    logs.configure(out)
    yield out
    logs.configure()


async def secrets_of(workshop: Workshop) -> list[str]:
    """Everything that opens this workshop, with names and words of it."""
    browser, _ = await workshop.joined("Kanarek-Imię")
    links = [
        (await browser.ask(f"/api/w/{workshop.id}/{kind}")).json()["link"].split("=")[1] for kind in ("return", "later")
    ]
    shown = [workshop.token(name) for name in ("facilitator_link", "join_link", "observer_link")]
    codes = [workshop.code, workshop.code.replace("-", ""), workshop.made["recovery_code"]]
    cookies = [*workshop.lead.cookies.values(), *browser.cookies.values()]
    return [*shown, *codes, *links, *cookies]


async def test_no_token_code_or_cookie_is_on_the_disk(site: Site) -> None:
    kept = await secrets_of(await founded(site))
    disk = site.stored()
    assert len(kept) == 10
    assert [one for one in kept if one.encode() in disk] == []
    assert hashlib.sha256(kept[0].encode()).digest() in disk, "the search would not find anything"


async def test_no_token_code_cookie_name_or_address_is_in_the_log(site: Site, written: io.StringIO) -> None:
    workshop = await founded(site)
    kept = await secrets_of(workshop)
    for _ in range(25):
        await site.browser("203.0.113.77").ask("/api/door", {"code": WRONG})
    await broken(site, workshop)
    text = written.getvalue()
    assert "codes_are_being_guessed" in text
    assert "203.0.113.0" in text
    assert "203.0.113.77" not in text
    assert [one for one in [*kept, WRONG, "Kanarek", "Warsztat", "Watomir"] if one in text] == []


async def broken(site: Site, workshop: Workshop) -> None:
    """An endpoint meets a bug whose message quotes people."""

    async def bug(_: str) -> object:
        raise RuntimeError(f"Kanarek {workshop.code} Watomir")

    before, site.edge.rooms.open = site.edge.rooms.open, bug  # type: ignore[method-assign,assignment]
    answer = await site.browser().ask("/api/door", workshop.by_link)
    site.edge.rooms.open = before  # type: ignore[method-assign]
    assert (answer.status_code, answer.json()["code"]) == (500, "unavailable")
    assert "Kanarek" not in answer.text


async def test_no_answer_sends_a_token_in_an_address_a_server_would_see(site: Site) -> None:
    workshop = await founded(site)
    for link in (workshop.made["facilitator_link"], workshop.made["join_link"]):
        assert "ac" not in link.split("#")[0].removeprefix("https://accord.example/w/").removeprefix(workshop.id)


async def test_links_and_code_are_shown_again_after_a_restart(site: Site) -> None:
    workshop = await founded(site)
    await site.again()
    shown = (await workshop.lead.get(f"/api/w/{workshop.id}/door")).json()
    assert {shown[name] for name in ("join_link", "code", "observer_link")} == {
        workshop.made[name] for name in ("join_link", "code", "observer_link")
    }
    await workshop.joined()


async def test_under_another_secret_new_links_are_made_and_the_recovery_code_still_works(site: Site) -> None:
    workshop = await founded(site)
    (site.folder / "secret").unlink()
    await site.again()
    browser = site.browser()
    await browser.ask("/api/enter", {"id": workshop.id, "recovery": workshop.made["recovery_code"]})
    await browser.ask(f"/api/w/{workshop.id}/seat")
    shown = (await browser.get(f"/api/w/{workshop.id}/door")).json()
    assert shown["code"] != workshop.code
    opened = await site.browser().ask("/api/door", {"code": shown["code"]})
    assert opened.json()["id"] == workshop.id
    token = shown["join_link"].split("=")[1]
    assert (await site.browser().ask("/api/door", {"id": workshop.id, "token": token})).status_code == 200


def test_the_secret_is_for_its_owner_only_and_stays_the_same(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    assert settings.secret() == settings.secret()
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_a_damaged_secret_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("abcd")
    with pytest.raises(ValueError, match="32 bytes"):
        Settings(data=tmp_path).secret()


# ── rotation ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_rotation_kills_the_old_join_link_and_code_at_once(site: Site) -> None:
    workshop = await founded(site)
    fresh = (await workshop.lead.ask(f"/api/w/{workshop.id}/rotate", {"what": "join"})).json()
    for old in (workshop.by_link, {"code": workshop.code}):
        assert (await site.browser().ask("/api/door", old)).json()["code"] == "bad_link"
    for new in ({"id": workshop.id, "token": fresh["join_link"].split("=")[1]}, {"code": fresh["code"]}):
        assert (await site.browser().ask("/api/door", new)).status_code == 200
    assert fresh["observer_link"] == workshop.made["observer_link"]


async def test_rotating_the_facilitator_link_throws_out_every_other_browser_in_that_seat(site: Site) -> None:
    workshop = await founded(site)
    thief, old = site.browser(), {"id": workshop.id, "token": workshop.token("facilitator_link")}
    await thief.ask("/api/enter", old)
    fresh = (await workshop.lead.ask(f"/api/w/{workshop.id}/rotate", {"what": "facilitator"})).json()
    assert (await thief.ask(f"/api/w/{workshop.id}/seat")).json()["code"] == "no_session"
    assert (await workshop.lead.ask(f"/api/w/{workshop.id}/seat")).status_code == 200
    for dead in (old, {"id": workshop.id, "recovery": workshop.made["recovery_code"]}):
        assert (await thief.ask("/api/enter", dead)).json()["code"] == "bad_link"
    recovery = {"id": workshop.id, "recovery": fresh["recovery_code"]}
    assert (await site.browser().ask("/api/enter", recovery)).status_code == 200


@pytest.mark.parametrize("what", ["join", "observer", "facilitator", "", "everything"])
async def test_only_facilitators_rotate_and_only_what_there_is(site: Site, what: str) -> None:
    workshop = await founded(site)
    member, _ = await workshop.joined()
    assert (await member.ask(f"/api/w/{workshop.id}/rotate", {"what": what})).json()["code"] == "not_allowed"
    answer = await workshop.lead.ask(f"/api/w/{workshop.id}/rotate", {"what": what})
    assert answer.status_code == (200 if what in ("join", "observer", "facilitator") else 400)


async def test_a_cofacilitator_does_not_get_the_founders_link(site: Site) -> None:
    workshop = await founded(site)
    other, person = await workshop.joined()
    await site.command(workshop.id, workshop.made["person"], c.SetRole(person, "cofacilitator"))
    assert (await other.ask(f"/api/w/{workshop.id}/rotate", {"what": "facilitator"})).json()["code"] == "not_allowed"
    assert (await other.ask(f"/api/w/{workshop.id}/rotate", {"what": "join"})).status_code == 200


# ── guessing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_code_that_opens_nothing_gets_one_answer_in_one_time_whatever_the_reason(site: Site) -> None:
    unknown, closed, ended, rotated = WRONG, await founded(site), await founded(site), await founded(site)
    await site.command(closed.id, closed.made["person"], c.SetDoors(False))
    await site.command(ended.id, ended.made["person"], c.EndWorkshop())
    await rotated.lead.ask(f"/api/w/{rotated.id}/rotate", {"what": "join"})
    answers, times = set(), set()
    strange = (" ", "not a code", "x" * 3000, "ＫＸ7Ｍ２ＱＲＤ", "\x00")
    for code in (unknown, closed.code, ended.code, rotated.code, *strange):
        before = site.time.seconds
        answer = await site.browser().ask("/api/door", {"code": code})
        answers.add((answer.status_code, answer.text))
        times.add(site.time.seconds - before)
    assert answers == {(404, '{"code":"bad_link","detail":{}}')}
    assert times == {0.25}


async def test_the_holder_of_a_link_is_told_that_the_doors_are_closed(site: Site) -> None:
    workshop = await founded(site)
    await site.command(workshop.id, workshop.made["person"], c.SetDoors(False))
    assert (await site.browser().ask("/api/door", workshop.by_link)).json()["code"] == "doors_closed"


async def test_a_full_room_says_so_to_a_link_and_nothing_to_a_code(site: Site) -> None:
    workshop = await founded(site)
    await workshop.joined()
    site.settings.limits.members = 1
    assert (await site.browser().ask("/api/door", workshop.by_link)).json()["code"] == "room_full"
    assert (await site.browser().ask("/api/door", {"code": workshop.code})).json()["code"] == "bad_link"


async def test_an_address_that_failed_often_waits_two_seconds_and_is_never_locked_out(site: Site) -> None:
    workshop, address = await founded(site), "203.0.113.9"
    for _ in range(20):
        await site.browser(address).ask("/api/door", {"code": WRONG})
    assert set(site.time.waited) == {0.25}
    site.time.waited.clear()
    assert (await site.browser(address).ask("/api/door", {"code": workshop.code})).status_code == 200
    assert site.time.waited == [2.0]
    site.time.waited.clear()
    assert (await site.browser("203.0.113.10").ask("/api/door", {"code": workshop.code})).status_code == 200
    assert site.time.waited == []
    site.time.on(minutes=11)
    assert (await site.browser(address).ask("/api/door", {"code": workshop.code})).status_code == 200
    assert site.time.waited == []


async def test_right_codes_count_for_nothing(site: Site) -> None:
    workshop, address = await founded(site), "203.0.113.9"
    for _ in range(400):
        assert (await site.browser(address).ask("/api/door", {"code": workshop.code})).status_code == 200
    assert site.time.waited == []


async def test_a_search_through_codes_stops_codes_and_never_the_link(site: Site) -> None:
    workshop = await founded(site)
    codes = {"code": workshop.code}
    while (await site.browser("203.0.113.9").ask("/api/door", {"code": WRONG})).status_code == 404:
        site.time.seconds = 0
    assert (await site.browser().ask("/api/door", codes)).json()["code"] == "too_fast"
    assert (await site.browser().ask("/api/door", workshop.by_link)).status_code == 200
    await workshop.joined()
    site.time.on(seconds=10)
    assert (await site.browser().ask("/api/door", codes)).status_code == 200


async def test_the_whole_server_allows_a_burst_of_300_failures_and_then_100_a_minute() -> None:
    now = [0.0]

    async def no_wait(_: float) -> None:
        await asyncio.sleep(0)

    async def failures(door: CodeDoor) -> int:
        for n in range(10_000):
            try:
                await door.enter(f"198.51.100.{n}")
            except Exception:
                return n
            door.failed(f"198.51.100.{n}")
        return 10_000

    door = CodeDoor(Limits(), lambda: now[0], no_wait)
    assert await failures(door) == 300
    now[0] += 60
    assert await failures(door) == 100
    unlimited = CodeDoor(Limits(code_failures_burst=10**9), lambda: now[0], no_wait)
    assert await failures(unlimited) == 10_000, "the control: without the limit nothing stops a search"


# ── how long a session lasts ─────────────────────────────────────────────────────────────────────────────────────────


async def sits(browser: Browser, workshop: Workshop) -> bool:
    return (await browser.ask(f"/api/w/{workshop.id}/seat")).status_code == 200


async def test_a_member_keeps_the_seat_from_one_review_to_the_next(site: Site) -> None:
    workshop = await founded(site)
    browser, _ = await workshop.joined()
    for _ in range(3):
        site.time.on(hours=99 * 24)
        assert await sits(browser, workshop)
    site.time.on(hours=100 * 24, seconds=1)
    assert not await sits(browser, workshop)


async def test_a_member_keeps_the_seat_after_the_end_and_the_browser_its_cookie(site: Site) -> None:
    workshop = await founded(site)
    browser, _ = await workshop.joined()
    await site.command(workshop.id, workshop.made["person"], c.EndWorkshop())
    site.time.on(hours=6 * 24)
    answer = await browser.ask(f"/api/w/{workshop.id}/seat")
    assert answer.status_code == 200
    assert f"max-age={100 * 24 * 3600}" in answer.headers["set-cookie"].lower()


async def test_after_the_end_the_doors_are_closed_until_they_are_opened_for_a_newcomer(site: Site) -> None:
    workshop = await founded(site)
    await site.command(workshop.id, workshop.made["person"], c.EndWorkshop())
    ola = {**workshop.by_link, "name": "Ola", "team": "sales", "language": "pl"}
    assert (await site.browser().ask("/api/join", ola)).json()["code"] == "doors_closed"
    await site.command(workshop.id, workshop.made["person"], c.SetDoors(True))
    assert (await site.browser().ask("/api/join", ola)).status_code == 200


async def test_a_facilitator_is_remembered_for_thirty_days(site: Site) -> None:
    workshop = await founded(site)
    site.time.on(hours=30 * 24 - 1)
    assert await sits(workshop.lead, workshop)
    site.time.on(hours=1, seconds=1)
    assert not await sits(workshop.lead, workshop)


async def test_a_session_outlives_a_restart(site: Site) -> None:
    workshop = await founded(site)
    await site.again()
    assert await sits(workshop.lead, workshop)


async def test_the_session_id_changes_with_every_new_seat_and_the_old_one_is_dead(site: Site) -> None:
    first, second = await founded(site), await founded(site)
    browser, _ = await first.joined()
    old = browser.cookies["__Host-sid"]
    await browser.ask("/api/join", {**second.by_link, "name": "Ola", "team": "sales", "language": "pl"})
    assert browser.cookies["__Host-sid"] != old
    stale = site.browser()
    stale.cookies.set("__Host-sid", old)
    assert not await sits(stale, first)
    assert await sits(browser, first)


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(site: Site) -> None:
    workshop = await founded(site)
    plain = site.browser(origin="http://192.168.1.5:8000")
    person = {"name": "Ola", "team": "sales", "language": "pl", "again": False}
    secure = await site.browser().ask("/api/join", {**workshop.by_link, **person})
    on_lan = await plain.ask("/api/join", {**workshop.by_link, **person})
    for answer, name, flags in ((secure, "__Host-sid", {"secure"}), (on_lan, "sid", set[str]())):
        cookie = answer.headers["set-cookie"]
        said = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert cookie.startswith(f"{name}=acs_")
        assert said - {one for one in said if one.startswith("max-age")} == {
            "httponly",
            "samesite=strict",
            "path=/",
            *flags,
        }
        assert not re.search("domain", cookie, re.IGNORECASE)


async def test_a_socket_that_stays_open_keeps_its_session_in_use(site: Site) -> None:
    workshop = await founded(site)
    browser, person = await workshop.joined()
    session = tokens.digest(browser.cookies["__Host-sid"])
    closed: list[int] = []
    site.edge.connected.add(Connection(session, workshop.id, person, closed.append))
    for _ in range(3):
        site.time.on(hours=99 * 24)
        await site.edge.check_connected()
    assert closed == []
    await site.command(workshop.id, workshop.made["person"], c.RemovePerson(person))
    site.time.on(hours=100 * 24, seconds=1)
    await site.edge.check_connected()
    assert closed == [4401]
