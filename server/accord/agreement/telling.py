"""A finding as a sentence, in a reader's language."""

from typing import Any

from accord.agreement import typography
from accord.domain.catalogue import Language, Text
from accord.domain.cells import Limit
from accord.domain.lint.findings import Finding, Value
from accord.words import Words


def told(finding: Finding, language: Language) -> str:
    return _sentence(f"lint-{finding.rule}", finding.values, language)


def retold(frozen: dict[str, Any], language: Language) -> str:
    """A finding as a version keeps it: its rule and its values in plain JSON."""
    values = {name: _read(value) for name, value in frozen["values"].items()}
    return _sentence(f"lint-{frozen['rule']}", values, language)


def _read(value: Any) -> Value:
    if isinstance(value, dict):
        return Limit(**value) if "unit" in value else Text(**value)
    return value if isinstance(value, str) else float(value)


def closing(finding: Finding, language: Language) -> list[str]:
    """What would close the gap, one sentence a change."""
    return [_sentence(f"lint-close-{one.kind}", one.values, language) for one in finding.changes]


def _sentence(id_: str, values: dict[str, Value], language: Language) -> str:
    words = Words(language)
    return words.say(id_, **{name: _said(value, words, language) for name, value in values.items()})


def _said(value: Value, words: Words, language: Language) -> str | float:
    if isinstance(value, Text):
        return value.said(language)
    if isinstance(value, Limit):
        return words.say("lint-limit", value=value.value, unit=value.unit)
    return typography.iso_day(value, language) if isinstance(value, str) else value
