"""Puts content and the built browser client into a wheel; an editable install reads them where they lie."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = ("canvases", "exports", "web/dist")


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        if not (root / "web/dist/index.html").is_file():
            raise SystemExit("web/dist is empty, so the wheel would have no screens. Build it first: ./run setup")
        for folder in CONTENT:
            build_data["force_include"][str(root / folder)] = f"accord/_content/{folder}"
