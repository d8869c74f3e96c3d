"""How the house stands: who may import whom, what is pure, how long a module may be (DESIGN §3)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "server/accord"

FLOOR = {"settings", "errors", "resources"}
MAY_IMPORT: dict[str, set[str]] = {
    "settings": set(),
    "errors": set(),
    "resources": set(),
    "words": {"errors", "resources"},
    "domain": {"errors"},
    "reading": {"domain", "errors", "resources"},
    "templates": {"domain", "errors", "reading"},
    "wordlists": {"domain", "reading"},
    "content": {"domain", "errors", "reading", "resources", "templates", "wordlists"},
    "agreement": {"domain", "errors", "resources", "words"},
    "ledger": {"domain", "errors"},
    "live": {"domain", "errors", "ledger"},
    "http": FLOOR | {"agreement", "content", "domain", "ledger", "live", "reading", "templates", "words"},
    "app": FLOOR | {"agreement", "content", "domain", "http", "ledger", "live", "words"},
    "http.server": FLOOR | {"app", "domain", "http", "ledger", "live"},  # uvicorn around the app
    "rehearse": FLOOR | {"app", "content", "domain", "http", "http.server", "live", "reading", "words"},
    "cli": FLOOR
    | {"agreement", "app", "content", "domain", "http", "http.server", "ledger", "live", "rehearse", "words"},
    "__main__": {"cli"},
}
"""Unit → the units it may import, besides itself."""

IMPURE = {"asyncio", "time", "random", "secrets", "os", "io", "pathlib", "socket", "threading", "uuid", "logging"}
IMPURE_CALLS = {"open", "print", "input", "now", "today", "utcnow"}

LONGEST = 450
LONGER: dict[str, int] = {
    "domain/commands.py": 680,  # every command
    "domain/events.py": 680,  # every event
    "domain/state.py": 560,  # the whole state, and questions about it
    "domain/records.py": 800,  # every record
    "domain/sight.py": 720,  # who sees every record
    "live/room.py": 690,  # the one consumer
}
"""Modules that are longer for a reason, and how long they may become."""


def modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    return [path for path in found if "migrations" not in path.parts]


def unit(module: str) -> str:
    """ "accord.live.room" → "live"."""
    inner = module.removeprefix("accord.").removeprefix("accord")
    return "http.server" if inner == "http.server" else inner.split(".")[0]


def name(path: Path) -> str:
    return ".".join(("accord", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def imports(source: str) -> Iterator[str]:
    """Every module a source imports, wherever in it; `from accord import x` is accord.x."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports say where from"
            whole = node.module or ""
            yield from (f"accord.{alias.name}" for alias in node.names) if whole == "accord" else (whole,)


def trespasses(importer: str, source: str) -> list[str]:
    """Imports that go against the table."""
    mine = unit(importer)
    units = {unit(module) for module in imports(source) if module.split(".")[0] == "accord"} - {mine, "", "__version__"}
    return sorted(units - MAY_IMPORT[mine])


@pytest.mark.parametrize("path", modules(), ids=name)
def test_imports_point_one_way(path: Path) -> None:
    importer = name(path)
    if importer != "accord":
        assert trespasses(importer, path.read_text()) == []


def test_the_table_itself_points_one_way() -> None:
    """Whoever may be imported may not import back, however long the way round."""
    reached = {one: set(wanted) for one, wanted in MAY_IMPORT.items()}
    for _ in MAY_IMPORT:
        for wanted in reached.values():
            wanted |= {further for middle in set(wanted) for further in reached[middle]}
    assert [one for one, wanted in reached.items() if one in wanted] == []


@pytest.mark.parametrize(
    ("importer", "source", "found"),
    [
        ("accord.domain.decide", "from accord.live.room import Room", ["live"]),
        ("accord.live.room", "def f():\n    from accord.http import guard", ["http"]),
        ("accord.live.room", "import accord.agreement.draft", ["agreement"]),
        ("accord.http.pages", "from accord import app, resources", ["app"]),
        ("accord.agreement.html", "from accord.http.socket import endpoint", ["http"]),
        ("accord.live.room", "from accord.domain.state import State", []),
    ],
)
def test_an_import_the_wrong_way_is_found(importer: str, source: str, found: list[str]) -> None:
    """Negative control."""
    assert trespasses(importer, source) == found


# ── the domain is pure ───────────────────────────────────────────────────────────────────────────────────────────────


def impurities(source: str) -> list[str]:
    """Clocks, randomness, waiting, files: whatever makes the same input give another output."""
    tree = ast.parse(source)
    found = {module for module in imports(source) if module.split(".")[0] in IMPURE}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            said = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            found |= {said} & IMPURE_CALLS
        if isinstance(node, ast.Await | ast.AsyncFunctionDef):
            found.add("await")
    return sorted(found)


@pytest.mark.parametrize("path", sorted((PACKAGE / "domain").rglob("*.py")), ids=name)
def test_the_domain_knows_no_clock_no_chance_no_waiting_and_no_files(path: Path) -> None:
    assert impurities(path.read_text()) == []


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "from random import choice",
        "from datetime import datetime\nat = datetime.now()",
        "async def f(): await g()",
        "open('x')",
        "def f():\n    import os",
    ],
)
def test_an_impure_domain_is_found(source: str) -> None:
    """Negative control."""
    assert impurities(source)


# ── the rest of the house ────────────────────────────────────────────────────────────────────────────────────────────


def test_no_module_is_longer_than_one_can_read() -> None:
    lengths = {str(path.relative_to(PACKAGE)): len(path.read_text().splitlines()) for path in modules()}
    assert {path: lines for path, lines in lengths.items() if lines > LONGER.get(path, LONGEST)} == {}
    assert [path for path in LONGER if lengths[path] <= LONGEST] == [], "no exception is needed any more"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_only_the_command_line_prints(path: Path) -> None:
    tree = ast.parse(path.read_text())
    prints = [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "print"]
    assert path.name == "cli.py" or prints == []


def svelte_imports(source: str) -> list[str]:
    return re.findall(r"""(?:from|import)\s*\(?["'](svelte[/"'][^"']*|[^"']*\.svelte(?:\.ts)?|\$[^"']*)["']?""", source)


@pytest.mark.parametrize("path", sorted((ROOT / "web/src/sync").glob("*.ts")), ids=lambda path: path.name)
def test_the_browsers_sync_does_not_know_svelte(path: Path) -> None:
    assert svelte_imports(path.read_text()) == []
    assert "$state" not in path.read_text()


@pytest.mark.parametrize(
    "source", ['import { x } from "svelte";', 'import "svelte/store";', 'import Y from "../Y.svelte";']
)
def test_a_sync_that_knows_svelte_is_found(source: str) -> None:
    """Negative control."""
    assert svelte_imports(source)
