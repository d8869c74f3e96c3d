"""The real server as a process, and a network line to it that a test can cut or silence."""

import contextlib
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN = 60.0  # seconds


def build() -> None:
    """web/dist as the sources are now; does nothing when nothing changed."""
    subprocess.run([sys.executable, ROOT / "web/build.py"], check=True, timeout=300, stdout=subprocess.DEVNULL)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class Server:
    """`accord serve` on a port of its own. It can die at any moment and come back on the same port and data."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.more: dict[str, str] = {}
        """Settings besides."""
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def base(self) -> str:
        return f"http://{self.host}"

    def start(self) -> None:
        command = [sys.executable, "-m", "accord", "serve", "--port", str(self.port)]
        environment = {
            **os.environ,
            "ACCORD_DATA": str(self.data),
            "ACCORD_LIMITS__COSTLY_PER_MINUTE": "600",
            **self.more,
        }
        self.data.mkdir(exist_ok=True)
        with (self.data / "log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + START_WITHIN
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server did not start: {(self.data / 'log').read_text()[-2000:]}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        with contextlib.suppress(OSError, urllib.error.URLError):
            with urllib.request.urlopen(f"{self.base}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        return False

    def kill(self) -> None:
        """As a power cut: no goodbye, nothing flushed."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        assert self.process
        self.process.send_signal(how)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=20)


class Line:
    """A network between browser and server: `open` carries, `silent` swallows without a word, `cut` refuses."""

    def __init__(self, target: int) -> None:
        self.target, self.port = target, free_port()
        self._listener: socket.socket | None = None
        self._selector = selectors.DefaultSelector()
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._swallowed: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._on = True
        self.open()
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def base(self) -> str:
        return f"http://{self.host}"

    def open(self) -> None:
        """New connections are carried. Those that were silenced stay dead: nobody told them."""
        with self._lock:
            if self._listener is None:
                self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64, reuse_port=False)
                self._selector.register(self._listener, selectors.EVENT_READ)

    def silence(self) -> None:
        """What is open now is dead, and neither end knows: the way a laptop's connection dies in its sleep."""
        with self._lock:
            self._swallowed |= set(self._pairs)

    def cut(self) -> None:
        with self._lock:
            if self._listener is not None:
                self._selector.unregister(self._listener)
                self._listener.close()
                self._listener = None
            for end in list(self._pairs):
                self._forget(end)

    def close(self) -> None:
        self.cut()
        self._on = False
        self._thread.join(timeout=5)

    def _carry(self) -> None:
        while self._on:
            for key, _ in self._selector.select(timeout=0.05):
                with self._lock:
                    self._ready(key.fileobj)

    def _ready(self, ready: object) -> None:
        if ready is self._listener and self._listener is not None:
            self._accept(self._listener)
        elif isinstance(ready, socket.socket) and ready in self._pairs:
            self._pass_on(ready)

    def _accept(self, listener: socket.socket) -> None:
        near, _ = listener.accept()
        try:
            far = socket.create_connection(("127.0.0.1", self.target), timeout=5)
        except OSError:
            near.close()
            return
        for one, other in ((near, far), (far, near)):
            self._pairs[one] = other
            self._selector.register(one, selectors.EVENT_READ)

    def _pass_on(self, end: socket.socket) -> None:
        try:
            data = end.recv(65536)
            if data and end not in self._swallowed:
                self._pairs[end].sendall(data)
        except OSError:
            data = b""
        if not data:
            self._forget(end)

    def _forget(self, end: socket.socket) -> None:
        for one in (end, self._pairs.get(end)):
            if one is not None and self._pairs.pop(one, None) is not None:
                self._swallowed.discard(one)
                self._selector.unregister(one)
                one.close()
