"""What a cell's words mean: figures, shares, dates, limits, levels, lists. Words that cannot be read mean None."""

import re
from datetime import date

from msgspec import Struct

from accord.domain.catalogue import Field

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_FIGURE = re.compile(r"-?\d+(?:\.\d+)?")
CLOCKS = ("working_minute", "working_hour", "working_day", "minute", "hour", "day", "calendar_day", "week", "month")
COMPARISONS = ("at_least", "at_most", "exactly")


class Limit(Struct, frozen=True):
    """A time limit; `unit` is one of CLOCKS."""

    value: float
    unit: str


class Level(Struct, frozen=True):
    """How much of what: at_least 50 mql month. `per` is "" for a one-off."""

    comparison: str
    value: float
    unit: str
    per: str = ""


def number(words: str) -> float | None:
    """30000, "30 000", "2,5", "PLN 900,000": one figure, whatever stands around it. None if there are more or none."""
    plain = _SPACES.sub("", words)
    plain = re.sub(r"(?<=\d),(?=\d{3}(?:\D|$))", "", plain) if re.search(r"\d,\d{3}(?:\D|$)", plain) else plain
    found = _FIGURE.findall(plain.replace(",", "."))
    return float(found[0]) if len(found) == 1 else None


def share(words: str) -> float | None:
    """ "80%", "80 %" and "0.8" are 0.8; a figure above 1 without a sign is in percent."""
    value = number(words.replace("%", ""))
    if value is None:
        return None
    return value / 100 if "%" in words or value > 1 else value


def day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None


def limit(words: str) -> Limit | None:
    parts = words.split()
    value = number(parts[0]) if len(parts) == 2 and parts[1] in CLOCKS else None
    return Limit(value, parts[1]) if value is not None else None


def level(words: str) -> Level | None:
    """ "<comparison> <value> <unit> [<per>]"."""
    parts = words.split()
    if not 3 <= len(parts) <= 4 or parts[0] not in COMPARISONS:
        return None
    value = number(parts[1])
    return Level(parts[0], value, parts[2], parts[3] if len(parts) == 4 else "") if value is not None else None


def lines(words: str) -> tuple[str, ...]:
    """One item a line."""
    return tuple(item for line in words.splitlines() if (item := line.strip()))


def refs(words: str) -> tuple[str, ...]:
    return tuple(item for part in words.split(",") if (item := part.strip()))


READERS = {"number": number, "share": share, "date": day, "limit": limit, "level": level}


def wrong(field: Field, words: str) -> str:
    """Why the words cannot stand in a cell of this field, "" if they can: the kind that was expected."""
    if not words:
        return ""
    if field.kind == "choice":
        return "" if any(option.id == words for option in field.options) else "choice"
    read = READERS.get(field.kind)
    return field.kind if read and read(words) is None else ""
