"""People in a workshop: in a browser of their own, or as a robot on a socket where the page is not the point."""

import itertools
import os
import re
import secrets
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import urlsplit

import httpx2
import msgspec
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, expect
from websockets.sync.client import ClientConnection, connect

from accord.words import Words

Language = Literal["pl", "en"]
Team = Literal["marketing", "sales"]

PATIENCE = 30_000  # ms; the machine may be busy
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
SCREEN = {"width": 1920, "height": 1080}
LOCALES = {"pl": "pl-PL", "en": "en-GB"}

expect.set_options(timeout=PATIENCE)


def pattern(words: str, whole: bool = True) -> re.Pattern[str]:
    """The words as a page may show them: lines broken and bound anywhere a space is."""
    inner = r"\s+".join(re.escape(part) for part in words.split())
    return re.compile(rf"^\s*{inner}\s*$" if whole else inner)


def plain(text: str) -> str:
    """One space between words, whatever kind of space they have."""
    return " ".join(text.split())


# ── what may not happen on any page ──────────────────────────────────────────────────────────────────────────────────


class Watch:
    """Errors, policy violations and strangers' addresses on the pages of one context; forgives what a test names."""

    def __init__(self, context: BrowserContext, hosts: set[str]) -> None:
        self.problems: list[str] = []
        self._hosts = hosts
        self._forgiven: list[re.Pattern[str]] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"uncaught: {error.error}"))
        context.on("request", self._request)

    def forgive(self, *patterns: str) -> None:
        self._forgiven += [re.compile(one) for one in patterns]

    def _note(self, problem: str) -> None:
        self.problems.append(problem)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "assert") or "Content Security Policy" in message.text:
            self._note(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc not in self._hosts:
            self._note(f"another host: {request.url}")

    def left(self) -> list[str]:
        return [one for one in self.problems if not any(known.search(one) for known in self._forgiven)]


NETWORK_GONE = r"ERR_(CONNECTION|INTERNET|EMPTY|NETWORK|SOCKET)|WebSocket connection to .* failed"


def refused(*statuses: int) -> str:
    """The browser's own line in the console about an answer that says no."""
    return rf"the server responded with a status of ({'|'.join(map(str, statuses))})"


# ── a person at a browser ────────────────────────────────────────────────────────────────────────────────────────────


class Person:
    """One page in a context of its own, with the words of its language."""

    def __init__(self, page: Page, language: Language, watch: Watch, base: str, name: str = "") -> None:
        self.page, self.language, self.watch, self.base, self.name = page, language, watch, base, name
        self.words = Words(language)
        self.frames: list[str] = []
        """Everything that came over this page's sockets."""
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))

    def _frame(self, frame: str | bytes) -> None:
        self.frames.append(frame if isinstance(frame, str) else zlib.decompress(frame).decode())

    def say(self, id_: str, **values: object) -> str:
        return self.words.say(id_, **values)

    def go(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.base + path)

    def button(self, id_: str, **values: object) -> Locator:
        return self.page.get_by_role("button", name=pattern(self.say(id_, **values)))

    def link(self, id_: str, **values: object) -> Locator:
        return self.page.get_by_role("link", name=pattern(self.say(id_, **values)))

    def heading(self, words: str) -> Locator:
        return self.page.get_by_role("heading", name=pattern(words, whole=False))

    def field(self, id_: str, **values: object) -> Locator:
        return self.page.get_by_label(pattern(self.say(id_, **values)))

    def radio(self, id_: str, **values: object) -> Locator:
        return self.page.get_by_role("radio", name=pattern(self.say(id_, **values), whole=False))

    def text(self, words: str) -> Locator:
        return self.page.get_by_text(pattern(words, whole=False))

    def sees(self, words: str) -> None:
        expect(self.text(words).locator("visible=true").first).to_be_visible()

    def sees_said(self, id_: str, **values: object) -> None:
        self.sees(self.say(id_, **values))

    def everything(self) -> str:
        """All that the page holds: text, values of fields, attributes, the title."""
        return str(
            self.page.evaluate(
                """() => document.documentElement.outerHTML + document.title
                   + [...document.querySelectorAll('input,textarea')].map((f) => f.value).join(' ')"""
            )
        )

    # What members do.

    def composer(self) -> Locator:
        return self.page.locator("[data-composer]:visible").first

    def write(self, words: str, at: int = 0) -> None:
        """A note under the prompt in place `at`, and the word that it is saved."""
        field = self.page.locator("[data-composer]:visible").nth(at)
        field.fill(words)
        field.press("Enter")
        note = self.page.locator("ul.notes > li, ol.notes > li").filter(has_text=pattern(words, whole=False))
        expect(note.first).to_contain_text(self.say("stage-state-saved"))

    def consent(self, level: int, reason: str = "") -> None:
        row = self.page.get_by_role("radio", name=pattern(f"{level} {self.say(f'stage-consent-{level}')}", whole=False))
        row.click()
        if reason:
            self.field("stage-consent-why" if level < 3 else "stage-consent-reservation").fill(reason)
        if reason or level == 3:
            self.button("stage-consent-why-send").click()

    def clean(self) -> None:
        problems = self.watch.left()
        assert not problems, f"{self.page.url}: {problems}"


# ── a person without a page ──────────────────────────────────────────────────────────────────────────────────────────


class Robot:
    """Somebody's socket: asks for commands and keeps the records this person may see."""

    def __init__(self, room: "Room", cookie: str, me: str, name: str = "") -> None:
        self.room, self.cookie, self.me, self.name = room, cookie, me, name
        self.records: dict[str, dict[str, Any]] = {}
        self.frames: list[str] = []
        self._client, self._n = secrets.token_urlsafe(12), itertools.count(1)
        self._answers: dict[int, dict[str, Any]] = {}
        self._news = threading.Condition()
        self._line: ClientConnection | None = None

    def arrive(self) -> "Robot":
        base = self.room.base
        headers = {"Cookie": self.cookie, "Origin": base}
        address = base.replace("http", "ws", 1) + f"/ws/{self.room.id}"
        self._line = connect(address, additional_headers=headers, max_size=None, open_timeout=30, legacy=True)
        hello = {"t": "hello", "client": self._client, "protocol": 1, "epoch": "", "seq": 0}
        self._line.send(msgspec.json.encode(hello).decode())
        threading.Thread(target=self._listen, args=(self._line,), daemon=True).start()
        self.until(lambda: "workshop:w" in self.records)
        return self

    def leave(self) -> None:
        if self._line:
            self._line.close()

    def _listen(self, line: ClientConnection) -> None:
        snapshot: list[dict[str, Any]] = []
        for raw in line:
            if isinstance(raw, bytes):
                snapshot = msgspec.json.decode(zlib.decompress(raw))
                continue
            with self._news:
                self.frames.append(raw)
                self._take(msgspec.json.decode(raw), snapshot)
                self._news.notify_all()

    def _take(self, frame: dict[str, Any], snapshot: list[dict[str, Any]]) -> None:
        if frame["t"] == "welcome" and frame["full"]:
            self.records = {f"{one['t']}:{one['id']}": one for one in snapshot}
        for key in frame.get("gone", []):
            self.records.pop(key, None)
        for one in frame.get("put", []):
            self.records[f"{one['t']}:{one['id']}"] = one
        for n in frame.get("done", []):
            self._answers[n] = {"ok": True}
        if frame["t"] == "not_done":
            self._answers[frame["n"]] = {"ok": False, **frame}

    def until(self, so: Callable[[], Any], seconds: float = 30) -> Any:
        """What `so` says, once it says something."""
        deadline = time.monotonic() + seconds
        with self._news:
            while not (found := so()):
                left = deadline - time.monotonic()
                assert left > 0, "it did not come about"
                self._news.wait(left)
        return found

    def ask(self, command: str, **fields: Any) -> dict[str, Any]:
        """The answer: {"ok": True}, or {"ok": False, "code": …, "detail": …}."""
        assert self._line
        n = next(self._n)
        self._line.send(msgspec.json.encode({"t": "do", "n": n, "do": {"t": command, **fields}}).decode())
        answer: dict[str, Any] = self.until(lambda: self._answers.get(n))
        return answer

    def do(self, command: str, **fields: Any) -> None:
        answer = self.ask(command, **fields)
        assert answer["ok"], (command, answer)

    def all(self, kind: str) -> list[dict[str, Any]]:
        return [one for key, one in list(self.records.items()) if key.startswith(f"{kind}:")]

    def one(self, kind: str, id_: str) -> dict[str, Any]:
        found: dict[str, Any] = self.until(lambda: self.records.get(f"{kind}:{id_}"))
        return found


# ── the room ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Room:
    """A workshop on a server with the people a test needs in it."""

    def __init__(self, browser: Browser, base: str, hosts: set[str]) -> None:
        self.browser, self.base, self.hosts = browser, base, hosts
        self.made: dict[str, Any] = {}
        self.people: list[Person] = []
        self._robots: list[Robot] = []
        self._leading: Robot | None = None
        self.lead_cookie = ""

    # Founding.

    def found(self, **other: Any) -> "Room":
        """By the interface, as the set-up page does it."""
        teams = {
            "marketing": {"name": "Marketing", "colour": "blue"},
            "sales": {"name": "Sprzedaż", "colour": "amber"},
        }
        wish = {
            "title": "Umowa na pierwszy kwartał",
            "company": "Watomir",
            "languages": ["pl", "en"],
            "timezone": "Europe/Warsaw",
            "teams": teams,
            "agenda": "starter-90",
            "roster": [],
            "name": "Ada Prowadząca",
            "language": "pl",
            **other,
        }
        self.made, self.lead_cookie = self.post("/api/workshops", wish)
        return self

    def post(self, path: str, body: Any, cookie: str = "") -> tuple[dict[str, Any], str]:
        """The answer and the cookie it came with."""
        headers = {"X-Accord": "1", "Origin": self.base, **({"Cookie": cookie} if cookie else {})}
        with httpx2.Client(timeout=30) as client:
            answer = client.post(self.base + path, json=body, headers=headers)
        assert answer.status_code == 200, answer.text
        given = answer.headers.get("set-cookie", "")
        return answer.json(), given.split(";", 1)[0] or cookie

    @property
    def id(self) -> str:
        return str(self.made["id"])

    def token(self, link: str) -> str:
        return str(self.made[link]).split("=", 1)[1]

    # People.

    def context(self, language: Language, viewport: dict[str, int], **more: Any) -> BrowserContext:
        return self.browser.new_context(
            locale=LOCALES[language],
            timezone_id="Europe/Warsaw",
            viewport={"width": viewport["width"], "height": viewport["height"]},
            **more,
        )

    def person(
        self,
        language: Language = "pl",
        viewport: dict[str, int] = LAPTOP,
        *,
        cookie: str = "",
        base: str = "",
        name: str = "",
        **more: Any,
    ) -> Person:
        """Somebody at a fresh browser; with a cookie, somebody with a seat."""
        context = self.context(language, viewport, **more)
        context.set_default_timeout(PATIENCE)
        if cookie:
            key, value = cookie.split("=", 1)
            context.add_cookies([{"name": key, "value": value, "url": base or self.base}])
        watch = Watch(context, self.hosts)
        made = Person(context.new_page(), language, watch, base or self.base, name)
        self.people.append(made)
        return made

    def seat(self, name: str, team: Team | None, language: Language = "en", **how: Any) -> tuple[str, str]:
        """Joined by link over the interface: (cookie, person)."""
        keys = how or {"id": self.id, "token": self.token("join_link")}
        body = {**keys, "name": name, "team": team, "language": language, "head": False, "again": False}
        answer, cookie = self.post("/api/join", body)
        return cookie, str(answer["person"])

    def facilitator(self, language: Language = "pl", viewport: dict[str, int] = LAPTOP, **more: Any) -> Person:
        person = self.person(language, viewport, cookie=self.lead_cookie, **more)
        person.go(f"/w/{self.id}")
        return person

    def member(
        self, name: str, team: Team, language: Language = "en", viewport: dict[str, int] = LAPTOP, **more: Any
    ) -> Person:
        cookie, _ = self.seat(name, team, language)
        person = self.person(language, viewport, cookie=cookie, name=name, **more)
        person.go(f"/w/{self.id}")
        return person

    def projector(self, language: Language = "pl", **more: Any) -> Person:
        person = self.person(language, SCREEN, cookie=self.lead_cookie, **more)
        person.go(f"/w/{self.id}/projector")
        return person

    def robot(self, name: str, team: Team) -> Robot:
        cookie, me = self.seat(name, team)
        made = Robot(self, cookie, me, name).arrive()
        self._robots.append(made)
        return made

    @property
    def lead(self) -> Robot:
        """The facilitator's own socket, for steps that are not the point."""
        if self._leading is None:
            self._leading = Robot(self, self.lead_cookie, str(self.made["person"])).arrive()
            self._robots.append(self._leading)
        return self._leading

    # The agenda.

    def prompt(self, name: str) -> dict[str, Any]:
        """The record of "<activity>/<prompt>"."""
        activity, _, last = name.partition("/")
        steps = {one["id"] for one in self.lead.all("step") if one["activity"] == activity}
        return next(one for one in self.lead.all("prompt") if one["name"] == last and one["step"] in steps)

    def open(self, name: str, phase: str) -> dict[str, Any]:
        """Open a phase of the turn in which "<activity>/<prompt>" is."""
        prompt = self.prompt(name)
        step = self.lead.records[f"step:{prompt['step']}"]
        turn = next(at for at, some in enumerate(step["turns"]) if prompt["id"] in some)
        self.lead.do("go_to", step=step["id"], turn=turn, phase=phase)
        self.lead.until(lambda: self.lead.records[f"prompt:{prompt['id']}"]["phase"] == phase)
        return prompt

    def agree(self, name: str, words: str, members: list[Robot], based_on: tuple[str, ...] = ()) -> str:
        """Everybody consents with 5 to the words under "<activity>/<prompt>"; the id of the proposal."""
        prompt = self.open(name, "agree")
        proposal = secrets.token_urlsafe(9)
        self.lead.do("propose", id=proposal, prompt=prompt["id"], words=words, based_on=based_on)
        self.lead.do("drop_pen", text=proposal)
        version = self.lead.one("proposal", proposal)["version"]
        for one in members:
            one.do("consent", proposal=proposal, version=version, level=5)
        self.lead.one("result", proposal)
        return proposal

    # The end.

    def close(self) -> None:
        for robot in self._robots:
            robot.leave()
        for person in self.people:
            person.page.context.close()

    def picture(self) -> None:
        """What everybody sees, into the folder that TEST_PICTURES names."""
        if folder := os.environ.get("TEST_PICTURES"):
            for number, person in enumerate(self.people):
                print(number, person.name, person.page.url, person.watch.left())  # noqa: T201
                person.page.screenshot(path=f"{folder}/{number}.png")

    def clean(self) -> None:
        """No page of this room had a problem that no test forgave."""
        for person in self.people:
            person.clean()


@contextmanager
def new_room(browser: Browser, base: str, hosts: set[str]) -> Iterator[Room]:
    room = Room(browser, base, hosts)
    try:
        yield room
        room.clean()
    except BaseException:
        room.picture()
        raise
    finally:
        room.close()
