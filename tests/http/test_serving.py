"""The server as it is started: a real process, real sockets, real signals."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx2
import pytest
import websockets
from tests.support.site import wish

from accord.http.moving import witnessed

ENGLISH = {**os.environ, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
ACCORD = (sys.executable, "-m", "accord.cli")


def accord(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command that ends by itself."""
    command = [*ACCORD, *map(str, arguments)]
    environment = {**ENGLISH, **environment}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


class Running:
    def __init__(self, data: Path) -> None:
        command = [*ACCORD, "serve", "--port", "0", "--data", str(data)]
        self.data = data
        self.process = subprocess.Popen(
            command, env={**ENGLISH, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        found = re.search(r"http://127\.0\.0\.1:(\d+)", self.process.stdout.readline())
        assert found, self.end(signal.SIGKILL)
        self.origin, self.port = found[0], int(found[1])

    def browser(self) -> httpx2.AsyncClient:
        return httpx2.AsyncClient(base_url=self.origin, headers={"origin": self.origin, "x-accord": "1"})

    def end(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One for all tests that leave it alive."""
    yield from served(tmp_path_factory.mktemp("data"))


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Running]:
    yield from served(tmp_path)


def served(data: Path) -> Iterator[Running]:
    server = Running(data)
    yield server
    if server.process.poll() is None:
        server.end(signal.SIGKILL)


async def founded(browser: httpx2.AsyncClient) -> dict[str, Any]:
    made: dict[str, Any] = (await browser.post("/api/workshops", json=wish())).json()
    return made


@asynccontextmanager
async def connected(
    running: Running, browser: httpx2.AsyncClient, workshop: str, **hello: object
) -> AsyncIterator[websockets.ClientConnection]:
    """A socket of that browser, after its hello."""
    cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    address = f"ws://127.0.0.1:{running.port}/ws/{workshop}"
    async with websockets.connect(address, origin=running.origin, additional_headers={"cookie": cookie}) as line:  # type: ignore[arg-type]
        await line.send(json.dumps({"t": "hello", "client": "c" * 22, **hello}))
        yield line


async def heard(line: websockets.ClientConnection, kind: str) -> dict[str, Any]:
    """The next message of that kind, whatever comes before it."""
    async for frame in line:
        if isinstance(frame, str) and (message := json.loads(frame))["t"] == kind:
            return dict(message)
    raise AssertionError(f"the server hung up before {kind}")


async def test_a_browser_founds_and_is_welcomed_by_its_room(running: Running) -> None:
    async with running.browser() as browser:
        made = await founded(browser)
        async with connected(running, browser, made["id"]) as line:
            assert (await heard(line, "welcome"))["me"] == made["person"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"host": "evil.example"},
    ],
    ids=str,
)
async def test_a_socket_from_elsewhere_is_refused_even_with_the_cookie(
    running: Running, headers: dict[str, str]
) -> None:
    async with running.browser() as browser:
        made = await founded(browser)
    cookie = f"sid={browser.cookies['sid']}"
    given = {"host": f"127.0.0.1:{running.port}", "cookie": cookie, **headers}
    if "sec-fetch-site" in headers or "host" in headers:
        given["origin"] = running.origin
    assert await status_of_handshake(running, made["id"], given) == 403
    assert await status_of_handshake(running, made["id"], {**given, **ours(running)}) == 101


def ours(running: Running) -> dict[str, str]:
    return {"host": f"127.0.0.1:{running.port}", "origin": running.origin, "sec-fetch-site": "same-origin"}


async def status_of_handshake(running: Running, workshop: str, headers: dict[str, str]) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", running.port)
    upgrade = {"connection": "Upgrade", "upgrade": "websocket", "sec-websocket-version": "13"}
    lines = {**upgrade, "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", **headers}
    request = f"GET /ws/{workshop} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    writer.write(f"{request}\r\n".encode())
    status = int((await reader.readline()).split()[1])
    writer.close()
    return status


async def test_a_socket_without_a_seat_is_told_4401(running: Running) -> None:
    async with running.browser() as browser, running.browser() as stranger:
        made = await founded(browser)
        async with connected(running, stranger, made["id"]) as line:
            with pytest.raises(websockets.ConnectionClosed):
                await line.recv()
            assert line.close_code == 4401


async def test_logging_out_closes_the_sockets_of_this_browser_and_no_others(running: Running) -> None:
    async with running.browser() as one, running.browser() as other:
        made = await founded(one)
        token = made["facilitator_link"].split("=")[1]
        await other.post("/api/enter", json={"id": made["id"], "token": token})
        async with (
            connected(running, one, made["id"]) as line,
            connected(running, other, made["id"], client="d" * 22) as stays,
        ):
            await heard(line, "welcome")
            await heard(stays, "welcome")
            await one.post("/api/logout", json={})
            await line.wait_closed()
            assert line.close_code == 4401
            await stays.send(json.dumps({"t": "ping", "at": 1}))
            await heard(stays, "pong")


async def test_a_new_facilitator_link_closes_the_sockets_that_came_by_the_old_one(running: Running) -> None:
    async with running.browser() as one, running.browser() as thief:
        made = await founded(one)
        token = made["facilitator_link"].split("=")[1]
        await thief.post("/api/enter", json={"id": made["id"], "token": token})
        async with (
            connected(running, one, made["id"]) as stays,
            connected(running, thief, made["id"], client="d" * 22) as line,
        ):
            await heard(stays, "welcome")
            await heard(line, "welcome")
            await one.post(f"/api/w/{made['id']}/rotate", json={"what": "facilitator"})
            await line.wait_closed()
            assert line.close_code == 4401
            await stays.send(json.dumps({"t": "ping", "at": 1}))
            await heard(stays, "pong")


async def test_from_where_somebody_signed_stays_on_the_server_beside_the_log(running: Running) -> None:
    async with running.browser() as lead, running.browser() as ola:
        made = await founded(lead)
        coming = {"id": made["id"], "token": made["join_link"].split("=")[1], "name": "Ola", "team": "marketing"}
        person = (await ola.post("/api/join", json=coming)).json()["person"]
        async with running.browser() as ela:  # who has not signed: nothing comes into force, nothing is sealed
            await ela.post("/api/join", json=coming | {"name": "Ela"})
        async with connected(running, lead, made["id"]) as line:
            await done(line, 1, t="add_clause", id="clause-number-one", section="purpose", words="We call back.")
            await done(line, 2, t="freeze")
        words = (await lead.get(f"/api/w/{made['id']}/versions/1.0.json")).content
        async with connected(running, ola, made["id"], client="d" * 22) as line:
            signed = {"version": "1.0", "hash": sha256(words).hexdigest(), "understands": True, "name": "Ola"}
            await done(line, 1, t="sign", decision="accept", **signed)
            await done(line, 2, t="set_language", language="en")
        exported = (await lead.get(f"/api/w/{made['id']}/workshop.json")).text
    [kept] = witnessed(running.data / "accord.db", made["id"])
    assert (kept["person"], kept["address"]) == (person, "127.0.0.1")
    assert "websockets" in str(kept["agent"])
    assert '"Ola"' in exported
    assert "127.0.0.1" not in exported


async def done(line: websockets.ClientConnection, n: int, **command: object) -> None:
    await line.send(json.dumps({"t": "do", "n": n, "do": command}))
    async for frame in line:
        message = json.loads(frame) if isinstance(frame, str) else {}
        assert message.get("t") != "not_done", message
        if n in message.get("done", []):
            return


async def test_a_signal_ends_it_in_order_and_everybody_is_told_when_to_come_back(mortal: Running) -> None:
    async with mortal.browser() as browser:
        made = await founded(browser)
        async with connected(mortal, browser, made["id"]) as line:
            await heard(line, "welcome")
            mortal.process.send_signal(signal.SIGTERM)
            assert (await heard(line, "going_away"))["retry_ms"] >= 0
            await line.wait_closed()
            assert line.close_code == 1012
    code, out, err = await asyncio.to_thread(mortal.end)
    assert (code, err) == (0, "")
    assert "Everything is saved" in out


async def test_after_a_restart_the_same_cookie_sits_in_the_same_seat(mortal: Running, tmp_path: Path) -> None:
    async with mortal.browser() as browser:
        made = await founded(browser)
        mortal.end()
        again = Running(tmp_path)
        async with again.browser() as later:
            later.cookies.update(browser.cookies)
            assert (await later.get("/api/mine")).json()[0]["id"] == made["id"]
        assert again.end()[0] == 0


async def test_nothing_of_it_all_was_logged(mortal: Running) -> None:
    async with mortal.browser() as browser:
        made = await founded(browser)
        async with connected(mortal, browser, made["id"]) as line:
            await heard(line, "welcome")
            await line.send("{ no json: Kanarek")
            await line.send(json.dumps({"t": "do", "n": 1, "do": {"t": "jot", "text": "Kanarek"}}))
            await heard(line, "records")
    _, out, err = mortal.end()
    assert [word for word in ("Kanarek", made["code"], "acs_", "acf_", "Watomir") if word in out + err] == []


# ── what stops a start ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_port_that_is_taken_is_said_with_another_one(tmp_path: Path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        english = accord("serve", "--port", port, "--data", tmp_path)
        polish = accord("serve", "--port", port, "--data", tmp_path, LC_ALL="pl_PL.UTF-8")
    assert (english.returncode, polish.returncode) == (2, 2)
    assert f"Port {port} is taken" in english.stderr
    assert f"--port {port + 1}" in english.stderr
    assert f"Port {port} zajmuje inny program" in polish.stderr
    assert "Traceback" not in english.stderr + polish.stderr


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = accord("serve", "--port", 0, "--data", tmp_path / "file" / "data")
    assert ended.returncode == 2
    assert "cannot write to" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_second_server_on_the_same_folder_is_told_so(running: Running) -> None:
    ended = accord("serve", "--port", 0, "--data", running.data)
    assert ended.returncode == 2
    assert "already using" in ended.stderr


def test_a_damaged_secret_store_or_setting_is_said(tmp_path: Path) -> None:
    for name, content, environment, said in (
        ("secret", "no secret", {}, "secret in"),
        ("accord.db", "no database" * 999, {}, "cannot be opened"),
        ("other", "", {"ACCORD_PORT": "many"}, "A setting cannot be used"),
    ):
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        (folder / name).write_text(content)
        port = () if environment else ("--port", 0)
        ended = accord("serve", *port, "--data", folder, **environment)
        assert (ended.returncode, said in ended.stderr) == (2, True), ended.stderr
        assert "Traceback" not in ended.stderr


def test_mistakes_in_content_are_listed_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "phases.yaml").write_text("phases: [\n")
    ended = accord("content", tmp_path)
    assert ended.returncode == 2
    assert "phases.yaml" in ended.stderr


def test_a_store_is_verified_backed_up_and_restored(running: Running, tmp_path: Path) -> None:
    with httpx2.Client(base_url=running.origin, headers={"origin": running.origin, "x-accord": "1"}) as browser:
        made = browser.post("/api/workshops", json=wish()).json()
    copy, elsewhere = tmp_path / "copies" / "copy.db", tmp_path / "elsewhere"
    copy.parent.mkdir()
    for command in (("verify", running.data), ("backup", copy, "--data", running.data), ("restore", copy, elsewhere)):
        ended = accord(*command)
        assert ended.returncode == 0, ended.stderr
    again = Running(elsewhere)
    with httpx2.Client(base_url=again.origin, headers={"origin": again.origin, "x-accord": "1"}) as browser:
        recovery = {"id": made["id"], "recovery": made["recovery_code"]}
        assert browser.post("/api/enter", json=recovery).json()["person"] == made["person"]
    assert again.end()[0] == 0


def test_a_workshop_is_exported_from_a_running_server_and_imported_into_another_store(
    running: Running, tmp_path: Path
) -> None:
    with httpx2.Client(base_url=running.origin, headers={"origin": running.origin, "x-accord": "1"}) as browser:
        made = browser.post("/api/workshops", json=wish()).json()
    file, elsewhere = tmp_path / "workshop.json", tmp_path / "elsewhere"
    ended = accord("export", made["id"], "--out", file, "--data", running.data)
    assert ended.returncode == 0, ended.stderr
    unknown = accord("export", "none", "--data", running.data)
    assert (unknown.returncode, made["id"] in unknown.stderr) == (2, True)
    ended = accord("import", file, "--name", "Ewa", "--data", elsewhere)
    assert ended.returncode == 0, ended.stderr
    [workshop, token] = re.findall(r"/w/(\w+)#f=(\S+)", ended.stdout)[0]
    again = Running(elsewhere)
    with httpx2.Client(base_url=again.origin, headers={"origin": again.origin, "x-accord": "1"}) as browser:
        assert browser.post("/api/enter", json={"id": workshop, "token": token}).status_code == 200
        assert browser.get("/api/mine").json()[0]["name"] == "Ewa"
    assert again.end()[0] == 0
    file.write_text("no workshop")
    ended = accord("import", file, "--data", elsewhere)
    assert (ended.returncode, "was not taken in" in ended.stderr) == (2, True)


def test_commands_about_a_store_that_is_not_there_say_so(tmp_path: Path) -> None:
    for command in (("verify", tmp_path / "none.db"), ("backup", tmp_path / "b", "--data", tmp_path)):
        ended = accord(*command)
        assert (ended.returncode, "is not there" in ended.stderr) == (2, True), ended.stderr
