"""Where a rehearsal takes place: a temporary server of its own, or a given one; and browsers that knock there."""

import asyncio
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import urlsplit

from accord.rehearse.words import words

PATIENCE: Final = 120  # seconds for one answer; a long document takes a while to print
_UNHINDERED: Final = {
    "COMMANDS_PER_SECOND": "1000000",
    "COMMANDS_BURST": "1000000",
    "COSTLY_PER_MINUTE": "1000",
    "BODY": "8000000",
}
"""Simulated people type faster than the limits for people allow."""


class Trouble(Exception):
    """The rehearsal cannot go on; says why in one sentence."""


@contextmanager
def temporary_server() -> Iterator[str]:
    """The address of a server that knows nothing yet and is forgotten afterwards."""
    with tempfile.TemporaryDirectory(prefix="accord-rehearsal-", ignore_cleanup_errors=True) as folder:
        with open(f"{folder}/errors", "w+") as errors:
            process = subprocess.Popen(
                [sys.executable, "-m", "accord.cli", "serve", "--port", "0", "--data", f"{folder}/data"],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,  # Ctrl C is for the rehearsal, which stops the server in order
            )
            try:
                yield _address(process, errors.name)
            finally:
                _stop(process)


def _environment() -> dict[str, str]:
    """Nothing of what is set for the real server: its store and addresses are not ours to touch."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("ACCORD_")}
    limits = {f"ACCORD_LIMITS__{name}": value for name, value in _UNHINDERED.items()}
    return {**kept, **limits, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}


def _address(process: "subprocess.Popen[str]", errors: str) -> str:
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    with open(errors) as file:
        last = (file.read().strip().splitlines() or [""])[-1]
    raise Trouble(words("rehearse-no-server", why=last))


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


class Refusal(Trouble):
    """The server's answer was no."""

    def __init__(self, status: int, code: str, detail: dict[str, Any]) -> None:
        self.status, self.code, self.detail = status, code, detail
        super().__init__(words("rehearse-refused", code=code, detail=json.dumps(detail, ensure_ascii=False)))


class Browser:
    """One person's browser, as far as HTTP goes: it keeps one cookie."""

    def __init__(self, server: str) -> None:
        parts = urlsplit(server if "://" in server else f"http://{server}")
        self.origin = f"{parts.scheme}://{parts.netloc}".lower()
        self._secure, self._host = parts.scheme == "https", parts.netloc
        self.cookie = ""

    async def post(self, path: str, body: object) -> dict[str, Any]:
        """The answer's JSON. Raises Refusal, Trouble when nobody answers."""
        answered = await asyncio.to_thread(self._ask, "POST", path, json.dumps(body).encode())
        found: dict[str, Any] = json.loads(answered)
        return found

    async def get(self, path: str) -> bytes:
        return await asyncio.to_thread(self._ask, "GET", path, None)

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        headers = {"Origin": self.origin, "X-Accord": "1", "Content-Type": "application/json"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        line = kind(self._host, timeout=PATIENCE)
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Trouble(words("rehearse-unreachable", url=self.origin, why=str(error))) from None
        finally:
            line.close()
        self._keep(answer)
        if answer.status >= 300:
            raise _refusal(answer.status, content)
        return content

    def _keep(self, answer: http.client.HTTPResponse) -> None:
        given = answer.getheader("set-cookie")
        if given:
            self.cookie = given.split(";", 1)[0]


def _refusal(status: int, content: bytes) -> Refusal:
    try:
        said = json.loads(content)
        return Refusal(status, str(said["code"]), dict(said["detail"]))
    except (ValueError, KeyError, TypeError):
        return Refusal(status, str(status), {})
