"""What a rule says, where, and the list of all rules.

A rule is a small function of the model. It says where something is weak; its id, severity and words belong to its
name: the sentence is `lint-<id>` in the catalogues, filled with `values`.
"""

from collections.abc import Callable, Iterable
from typing import Final, Literal

from msgspec import Struct

from accord.domain.catalogue import Text
from accord.domain.cells import Limit
from accord.domain.lint.model import Document

Severity = Literal["error", "warn", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warn", "info")
Value = str | float | Text | Limit


class Spot(Struct, frozen=True):
    """A place that is weak. `severity` only where a rule has two."""

    section: str
    kind: str
    object: str
    field: str = ""
    severity: Severity | None = None
    values: dict[str, Value] = {}


class Change(Struct, frozen=True):
    """One change that would close a gap, by itself."""

    kind: str
    values: dict[str, Value]


class Finding(Struct, frozen=True):
    """`id` stays the same as long as it is about the same thing, so that people can answer it.

    An error stops a version; a warning can be kept on purpose with a reason; info is a hint.
    """

    id: str
    rule: str
    severity: Severity
    section: str
    kind: str
    object: str
    field: str
    values: dict[str, Value]
    changes: tuple[Change, ...] = ()


Look = Callable[[Document], Iterable[Spot]]


class Rule(Struct, frozen=True):
    id: str
    severity: Severity
    look: Look


RULES: Final[dict[str, Rule]] = {}


def rule(id_: str, severity: Severity) -> Callable[[Look], Look]:
    """Registers a rule under its id in domain.md 3.4."""

    def keep(look: Look) -> Look:
        assert id_ not in RULES, id_
        RULES[id_] = Rule(id_, severity, look)
        return look

    return keep


def at(section: str, kind: str, object_: str, field: str = "", /, **values: Value) -> Spot:
    return Spot(section, kind, object_, field, None, values)
