"""Rehearsals as people start them, and what they leave behind; files made up for them."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import yaml

Facts = dict[str, Any]


def environment(**more: str) -> dict[str, str]:
    """Of a terminal in English, without settings of a server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ACCORD_")}
    return {**kept, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1", **more}


def facts_in(out: Path) -> Facts:
    found: Facts = json.loads((out / "facts.json").read_text("utf-8"))
    return found


class Rehearsed:
    """A rehearsal that ended."""

    def __init__(self, path: Path, out: Path, *options: str) -> None:
        command = [sys.executable, "-m", "accord.cli", "rehearse", str(path), "--out", str(out), *options]
        self.out = out
        self.run = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=280, check=False)

    @property
    def said(self) -> str:
        return self.run.stdout + self.run.stderr

    @property
    def facts(self) -> Facts:
        return facts_in(self.out)

    def pdf(self) -> str:
        """All of its text."""
        command = ["pdftotext", "-enc", "UTF-8", str(self.out / "agreement.pdf"), "-"]
        return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def squeezed(text: str) -> str:
    """What of it must come back from paper: no spaces, hyphens or invisible characters; compatible letters as one."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\W_]", "", plain).casefold()


def plain_runs(text: str) -> list[str]:
    """Stretches of ASCII letters and figures, which paper keeps in reading order whatever is around them."""
    return re.findall(r"[A-Za-z0-9]{3,}", text)


def written(path: Path, file: dict[str, Any]) -> Path:
    path.write_text(yaml.safe_dump(file, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def small(**changes: Any) -> dict[str, Any]:
    """Two people, one note, one result."""
    file: dict[str, Any] = {
        "participants": [
            {"id": "a", "name": "Ann", "team": "marketing", "role": "team_lead"},
            {"id": "b", "name": "Bob", "team": "sales", "role": "member"},
        ],
        "notes": [{"id": "n1", "activity": "ours", "zone": "z", "author": "a", "team": "marketing", "text": "Hello"}],
        "agreed": [
            {
                "id": "r1",
                "activity": "ours",
                "zone": "z",
                "text": "We say hello.",
                "based_on": ["n1"],
                "consent": {"marketing": [5], "sales": [4]},
                "feeds": ["purpose"],
            }
        ],
    }
    return {**file, **changes}
