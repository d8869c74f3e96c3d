"""Where the things that are no code lie: beside the package in a wheel (`_content`), two folders up in a checkout."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `name` ("canvases", "exports", "web/dist"), whether it is there or not."""
    packed = PACKAGE / "_content" / name
    return packed if packed.is_dir() else PACKAGE.parents[1] / name


def canvases() -> Path:
    return folder("canvases")


def exports() -> Path:
    return folder("exports")


@cache
def words(area: str, language: str) -> FluentBundle:
    """The sentences of words/<language>/<area>.ftl."""
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((PACKAGE / "words" / language / f"{area}.ftl").read_text("utf-8")))
    return bundle
