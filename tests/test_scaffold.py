"""The frame the rest stands in: lock files, scripts, fonts, services, the built page."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import psycopg
import pytest
import redis
from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
FACES = [
    f"{family}-{style}" for family in ("SourceSans3", "SourceSerif4") for style in ("Regular", "It", "Semibold", "Bold")
]


def test_the_python_lock_has_hashes_and_no_hosts() -> None:
    text = (ROOT / "requirements.lock").read_text()
    pinned = re.findall(r"^[a-z0-9][\w.-]*(?:\[.*\])?==", text, re.MULTILINE)
    assert len(pinned) > 50
    assert text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text


def test_the_python_lock_holds_every_pinned_dependency() -> None:
    project, lock = (ROOT / "pyproject.toml").read_text(), (ROOT / "requirements.lock").read_text().lower()
    wanted = re.findall(r'^  "([\w.-]+)(?:\[[\w,]+\])?(==[\w.]+)', project, re.MULTILINE)
    assert len(wanted) > 30
    missing = [
        name
        for name, version in wanted
        if f"\n{name.lower().replace('.', '-')}{version}" not in re.sub(r"\[.*?\]", "", f"\n{lock}")
    ]
    assert missing == []


def test_the_npm_lock_has_hashes_and_no_hosts() -> None:
    packages = json.loads((ROOT / "web/package-lock.json").read_text())["packages"]
    del packages[""]
    assert packages
    assert [name for name, package in packages.items() if "resolved" in package or "integrity" not in package] == []


def test_npm_versions_are_exact() -> None:
    package = json.loads((ROOT / "web/package.json").read_text())
    versions = {**package["dependencies"], **package["devDependencies"]}
    assert {name: version for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)} == {}


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_a_script_is_executable_and_parses(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    shell = path.read_text().splitlines()[0].removeprefix("#!").split()[-1]
    subprocess.run([Path(shell).name, "-n", path], check=True)


@pytest.mark.parametrize("face", FACES)
def test_a_face_is_whole_and_the_browser_loads_it(face: str) -> None:
    assert (ROOT / f"exports/fonts/{face}.woff2").read_bytes()[:4] == b"wOF2"
    assert f"exports/fonts/{face}.woff2" in (ROOT / "web/src/fonts.css").read_text()


def test_the_built_page_has_nothing_inline() -> None:
    page = (ROOT / "web/dist/index.html").read_text()
    assert '<script type="module"' in page
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page) == []


def test_a_wheel_carries_the_content_and_the_screens(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    for wanted in ("canvases/", "exports/fonts/SourceSans3-Regular.woff2", "web/dist/index.html"):
        assert any(name.startswith(f"accord/_content/{wanted}") for name in names), wanted


def test_postgres_answers(pg_dsn: str) -> None:
    with psycopg.connect(pg_dsn) as connection:
        assert connection.execute("select 'Zażółć'").fetchone() == ("Zażółć",)


def test_valkey_answers(valkey_url: str) -> None:
    with redis.Redis.from_url(valkey_url) as client:
        client.set("word", "Zażółć")
        assert client.get("word") == "Zażółć".encode()


def test_chromium_draws(page: Page) -> None:
    page.set_content("<h1>Zażółć gęślą jaźń</h1>")
    assert page.get_by_role("heading").inner_text() == "Zażółć gęślą jaźń"
