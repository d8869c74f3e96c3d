"""The prose patterns of the sections: {fields}, and [[parts that stand there only with data]]. Pure.

A sentence whose fields have no data is left out, whether it stands in brackets or not.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

_FIELD: Final = re.compile(r"\{(\w+)\}")
_FACT: Final = re.compile(r"([A-ZĄĆĘŁŃÓŚŹŻ][^{}:.\[\]]*): (\{\w+\}(?:,? \{\w+\})*)")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ{])")


def fields(text: str) -> tuple[str, ...]:
    return tuple(_FIELD.findall(text))


def lead(pattern: str) -> str:
    """What stands before the first "Label: {field}"."""
    found = _FACT.search(pattern)
    return (pattern[: found.start()] if found else pattern).replace("[[", "").strip()


def labels(pattern: str) -> Iterator[tuple[str, str]]:
    """Each "Label: {field}, {field}" of a pattern, as label and fields."""
    for found in _FACT.finditer(pattern):
        yield found[1], found[2]


def sentences(pattern: str) -> list[str]:
    plain = pattern.replace("[[", "").replace("]]", "").replace("— ", "")
    return _SENTENCE.split(plain)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The words with every field said; "" where one of them has no data."""
    if not all(values.get(field) for field in fields(text)):
        return ""
    return _FIELD.sub(lambda found: _ended(values[found[1]], text[found.end() :]), text)


def joined(run: str, values: Mapping[str, str]) -> str:
    """Fields one after the other; those without data are left out with what stands before them."""
    said = ""
    for before, field in re.findall(r"(,? ?)\{(\w+)\}", run):
        if values.get(field):
            said += (before if said else "") + values[field]
    return said


def _ended(value: str, after: str) -> str:
    """A value that ends its own sentence does not get a second full stop."""
    return value.rstrip(".") if after.startswith((".", ";", ",")) else value
