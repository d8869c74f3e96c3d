"""Sentences in Polish and English, from words/<language>/*.ftl; the same files serve the browser."""

from functools import cache

from fluent.runtime import FluentBundle, FluentResource

from accord.resources import PACKAGE


class Words:
    """Every sentence of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = _bundle(language)

    def say(self, id_: str, **values: object) -> str:
        """The sentence with its values put in. KeyError when there is none; ValueError when a value is missing."""
        if not self._bundle.has_message(id_):
            raise KeyError(id_)
        pattern = self._bundle.get_message(id_).value
        assert pattern is not None
        found, wrong = self._bundle.format_pattern(pattern, values)
        if wrong:
            raise ValueError(f"{id_}: {wrong[0]}")
        return str(found)

    def has(self, id_: str) -> bool:
        return bool(self._bundle.has_message(id_))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((PACKAGE / "words" / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle
