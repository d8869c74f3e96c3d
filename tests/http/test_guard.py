"""The outer wall: hosts, origins, headers, sizes; what no request may do."""

import asyncio

import pytest
from starlette.types import Message
from tests.support.site import HOST, ORIGIN, Browser, Site, founded, wish

from accord.http import downloads, joining, pages, workshops
from accord.http.guard import Guard, Origins, page_policy
from accord.http.limits import short_address
from accord.settings import Limits, Settings, origin_of

POSTS = ("/api/workshops", "/api/door", "/api/join", "/api/enter", "/api/logout", "/api/w/{id}/seat")
POSTS_INSIDE = ("/api/w/{id}/rotate", "/api/w/{id}/return", "/api/w/{id}/later", "/api/import")


async def status(browser: Browser, path: str, **headers: str | None) -> int:
    """Of a founding whose headers are these; None leaves one out."""
    given = {"content-type": "application/json", **browser.headers, **headers}
    request = browser.build_request("POST", path, json=wish())
    for name, value in given.items():
        request.headers.pop(name, None)
        if value is not None:
            request.headers[name] = value
    return (await browser.send(request)).status_code


async def test_a_plain_request_of_our_own_page_passes(site: Site) -> None:
    assert await status(site.browser(), "/api/workshops") == 200


@pytest.mark.parametrize("path", [*POSTS, *POSTS_INSIDE])
@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://accord.example"},
        {"origin": "https://accord.example:444"},
        {"origin": "https://accord.example.evil.example"},
        {"origin": "null"},
        {"origin": None},
        {"x-accord": None},
        {"x-accord": "yes"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "multipart/form-data; boundary=x"},
        {"content-type": None},
        {"host": "evil.example"},
    ],
    ids=str,
)
async def test_a_post_from_elsewhere_is_refused_before_anything_happens(
    site: Site, path: str, wrong: dict[str, str | None]
) -> None:
    assert await status(site.browser(), path.format(id="w1"), **wrong) in (403, 415, 421)
    assert site.edge.ledger.workshops() == []


@pytest.mark.parametrize(
    "host", ["evil.example", "accord.example.evil.example", "", "a@127.0.0.1", "accord.example:99"]
)
async def test_no_page_is_served_under_a_foreign_host(site: Site, host: str) -> None:
    answer = await site.browser().get("/", headers={"host": host})
    assert (answer.status_code, answer.json()["detail"]) == (421, {"why": "host"})


@pytest.mark.parametrize("host", [HOST, "localhost:8000", "127.0.0.1:8000", "192.168.1.5:8000", "[::1]:8000"])
async def test_our_own_names_and_addresses_in_figures_are_served(site: Site, host: str) -> None:
    assert (await site.browser().get("/healthz", headers={"host": host})).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
async def test_other_methods_are_refused(site: Site, method: str) -> None:
    assert (await site.browser().request(method, "/api/workshops")).status_code == 405


async def everything_answered(site: Site) -> list[tuple[str, dict[str, str]]]:
    """One answer of every kind, with its headers."""
    workshop = await founded(site)
    browser = workshop.lead
    gets = ("/", "/nowhere", "/w/x", "/w/x/no-screen", "/assets/none.js", "/healthz", "/readyz", "/api/catalogue")
    inside = (f"/api/w/{workshop.id}/door", "/api/w/none/door", "/api/mine", "/api/nothing", "/index.html")
    answers = [await browser.get(path) for path in (*gets, *inside)]
    answers += [await browser.ask("/api/door", {"code": "x"}), await browser.ask("/api/door", {"bad": 1})]
    answers += [await browser.ask("/api/workshops", wish(title="x" * 700_000)), await browser.put("/")]
    answers += [await browser.get("/", headers={"host": "evil.example"})]
    return [(str(a.request.url), dict(a.headers)) for a in answers]


async def test_every_answer_carries_the_headers(site: Site) -> None:
    for url, headers in await everything_answered(site):
        said = {name: headers.get(name, "") for name in ("x-content-type-options", "referrer-policy", "x-robots-tag")}
        assert said == {
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "x-robots-tag": "noindex, nofollow",
        }, url
        assert "default-src 'none'" in headers["content-security-policy"], url
        assert "frame-ancestors" in headers["content-security-policy"], url
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin", url
        assert "camera=()" in headers["permissions-policy"], url
        assert headers["strict-transport-security"].startswith("max-age=63072000"), url
        assert "/assets/" in url or headers["cache-control"] in ("no-store", "no-cache"), url
        assert "access-control-allow-origin" not in headers, url


async def test_without_the_guard_the_headers_are_missing(site: Site) -> None:
    """The control: nothing else puts them there."""
    layers = [str(layer.cls) for layer in site.app.user_middleware]
    site.app.user_middleware.clear()
    site.app.middleware_stack = None
    answer = await site.browser().get("/api/catalogue")
    assert str(Guard) in layers
    assert "content-security-policy" not in answer.headers


async def test_the_page_may_load_only_what_is_ours(site: Site) -> None:
    policy = page_policy("https", HOST)
    assert "unsafe" not in policy
    assert "*" not in policy
    assert f"connect-src 'self' wss://{HOST};" in policy
    assert "script-src 'self';" in policy
    assert (await site.browser().get("/w/x/projector")).headers["content-security-policy"] == policy


async def test_a_body_over_the_limit_is_refused_whole(site: Site) -> None:
    answer = await site.browser().ask("/api/workshops", wish(title="x" * 700_000))
    assert (answer.status_code, answer.json()["detail"]["why"]) == (413, "long")
    assert site.edge.ledger.workshops() == []


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"\xff\xfe", b'{"a":' * 5000, b'{"title":NaN}', b"null", b'"\\ud800"']
)
async def test_a_body_that_is_no_answer_to_the_form_is_bad_input(site: Site, raw: bytes) -> None:
    for path in POSTS[:4]:
        answer = await site.browser().post(path, content=raw, headers={"content-type": "application/json"})
        assert answer.status_code in (400, 404), (path, answer.text)
        assert answer.json()["code"] in ("bad_input", "bad_link")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_reading_never_changes_anything(site: Site, method: str) -> None:
    workshop = await founded(site)
    member, _ = await workshop.joined()
    paths = {route.path for part in (workshops, joining, downloads, pages) for route in part.router.routes}
    rooms = await site.edge.rooms.open(workshop.id)

    def kept() -> tuple[object, ...]:
        ledger = site.edge.ledger
        head, tokens = ledger.head(workshop.id), ledger.tokens_of(workshop.id)
        seats = [ledger.seats_of(t.digest) for t in tokens]
        return head, tokens, seats, ledger.workshops(), rooms.state

    before = kept()
    for path in sorted(paths):
        known = {
            "step": "s1",
            "screen": "agreement",
            "name": "icon.svg",
            "version": "1.0",
            "kind": "promises",
            "part": "metrics",
        }
        filled = path.format(workshop=workshop.id, **known)
        for browser in (workshop.lead, member, site.browser()):
            answer = await browser.request(method, filled)
            assert "set-cookie" not in answer.headers, path
    assert kept() == before
    assert len(paths) > 15


async def test_what_is_not_there_is_said_in_json_under_api_and_in_words_elsewhere(site: Site) -> None:
    browser = site.browser()
    assert (await browser.get("/api/nothing/here")).json() == {"code": "not_found", "detail": {}}
    polish = await browser.get("/nowhere", headers={"accept-language": "pl-PL,pl;q=0.9,en;q=0.8"})
    english = await browser.get("/nowhere", headers={"accept-language": "en-GB"})
    assert (polish.status_code, english.status_code) == (404, 404)
    assert "strony" in polish.text
    assert "page" in english.text


@pytest.mark.parametrize("name", ["..%2f..%2fpyproject.toml", "%2e%2e/index.html", "%00", ".accord-stamp"])
async def test_nothing_outside_the_built_client_is_served(site: Site, name: str) -> None:
    assert (await site.browser().get(f"/assets/{name}")).status_code == 404
    assert (await site.browser().get(f"/{name}")).status_code == 404


def test_a_proxy_is_believed_only_when_told_to() -> None:
    headers = [
        (b"host", b"accord.example"),
        (b"x-forwarded-for", b"6.6.6.6, 203.0.113.4"),
        (b"x-forwarded-proto", b"https"),
    ]
    scope = {"type": "http", "scheme": "http", "client": ("10.0.0.1", 1), "headers": headers}
    trusting = Origins(Settings(trusted_proxy=True))
    wary = Origins(Settings())
    assert (trusting.address(scope), trusting.scheme(scope)) == ("203.0.113.4", "https")
    assert (wary.address(scope), wary.scheme(scope)) == ("10.0.0.1", "http")


def test_links_never_begin_with_the_loopback_when_the_network_is_served() -> None:
    scope = {"type": "http", "scheme": "http", "client": None, "headers": [(b"host", b"127.0.0.1:8000")]}
    assert Origins(Settings()).base(scope, "192.168.1.5") == "http://192.168.1.5:8000"
    assert Origins(Settings()).base(scope, "") == "http://127.0.0.1:8000"
    assert Origins(Settings(origins=(ORIGIN,))).base(scope, "192.168.1.5") == ORIGIN


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://Accord.Example", "https://accord.example"),
        ("accord.example", "https://accord.example"),
        ("https://accord.example:443/", "https://accord.example"),
        ("http://accord.example:8080/path", "http://accord.example:8080"),
    ],
)
def test_public_addresses_are_kept_as_browsers_send_them(typed: str, kept: str) -> None:
    assert origin_of(typed) == kept


@pytest.mark.parametrize(
    ("whole", "short"),
    [("203.0.113.77", "203.0.113.0"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"), ("", ""), ("testclient", "")],
)
def test_logs_keep_a_shortened_address(whole: str, short: str) -> None:
    assert short_address(whole) == short


async def test_one_address_opens_only_so_many_sockets_and_may_again_when_some_closed() -> None:
    closes, waiting = [], asyncio.Event()

    async def inside(*_: object) -> None:
        await waiting.wait()

    async def send(message: Message) -> None:
        closes.append(message["code"])

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    settings = Settings(limits=Limits(sockets_per_address=2))
    guard = Guard(inside, settings, Origins(settings))
    headers = [(b"host", b"localhost:1"), (b"origin", b"http://localhost:1")]

    def socket(address: str) -> asyncio.Task[None]:
        scope = {"type": "websocket", "scheme": "ws", "client": (address, 1), "headers": headers, "path": "/ws/w"}
        return asyncio.create_task(guard(scope, receive, send))

    one, two = socket("192.0.2.1"), socket("192.0.2.1")
    await socket("192.0.2.1")
    assert closes == [4429]
    elsewhere = socket("192.0.2.2")
    waiting.set()
    await asyncio.gather(one, two, elsewhere)
    await socket("192.0.2.1")
    assert closes == [4429]
