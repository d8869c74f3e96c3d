"""A finding as a sentence, in a reader's language."""

from accord.agreement import typography
from accord.domain.catalogue import Language, Text
from accord.domain.cells import Limit
from accord.domain.lint.findings import Finding, Value
from accord.words import Words


def told(finding: Finding, language: Language) -> str:
    words = Words(language)
    values = {name: _said(value, words, language) for name, value in finding.values.items()}
    return words.say(f"lint-{finding.rule}", **values)


def _said(value: Value, words: Words, language: Language) -> str | float:
    if isinstance(value, Text):
        return value.said(language)
    if isinstance(value, Limit):
        return words.say("lint-limit", value=value.value, unit=value.unit)
    return typography.iso_day(value, language) if isinstance(value, str) else value
