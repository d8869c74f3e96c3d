"""People's words on paper: line ends, direction, dates, numbers. Text stays text; nothing here makes markup."""

import re
import unicodedata
from datetime import UTC, datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, get_timezone_gmt, get_timezone_name
from babel.numbers import format_decimal

from accord.domain.catalogue import Language
from accord.domain.words import LINES

NBSP: Final = "\u00a0"
LOCALES: Final = {"pl": "pl_PL", "en": "en_GB"}
CHARACTERS: Final = 10_000

_LONE = re.compile(r"(?<![^\s(„\"'])([aiouwzAIOUWZ])[ \n](?=\S)")
_UNITS = (
    r"zł|PLN|EUR|USD|%|tys\.?|mln|mld|proc\.?|godz\.?|min\.?|sek\.?|r\.|szt\.?|os\.?|pkt|km|kg|MB|"
    r"MQLs?|SQLs?|SALs?|dni|dnia|dzień|godzin[ayę]?|minut[ayę]?|tygodni[ae]?|tydzień|miesi[ąę]c\w*|lat[a]?|rok[u]?|"
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|"
    r"kwarta[łl]\w*|osób|osoby|osoba|lead\w*|hours?|minutes?|days?|weeks?|months?|years?|people|k|"
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
_UNIT = re.compile(rf"(\d) (?=(?:{_UNITS})(?!\w))")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_ROMAN = re.compile(r"\b([IVX]{1,4}) (?=kwarta)")
_DASH = re.compile(r" (?=[–—] )")


def bound(text: str, language: str) -> str:
    """The words with no-break spaces where a line may not end: after one-letter words, before units and dashes."""
    if language == "pl":
        text = _ROMAN.sub(rf"\1{NBSP}", _LONE.sub(rf"\1{NBSP}", text))
    return _DASH.sub(NBSP, _UNIT.sub(rf"\1{NBSP}", _THOUSANDS.sub(NBSP, text)))


def capped(text: str) -> str:
    """At most CHARACTERS and LINES of a text: layout time goes by lines. What is cut ends with …"""
    lines = text.split("\n")
    if len(lines) <= LINES + 1 and len(text) <= CHARACTERS:
        return text
    return "\n".join(lines[: LINES + 1])[:CHARACTERS].rstrip() + " …"


def direction(text: str) -> str:
    """rtl if the first letter that has a direction runs from right to left."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def groups(digest: str, count: int = 8) -> str:
    """The first `count` groups of four digits of a hash: what people compare by eye."""
    return " ".join(digest[at : at + 4] for at in range(0, 4 * count, 4) if digest[at : at + 4])


def zone(name: str) -> tzinfo:
    """UTC where the name is not known: a document is printed with a plain zone rather than not at all."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def _at(ms: int, timezone: str) -> datetime:
    return datetime.fromtimestamp(ms / 1000, zone(timezone))


def day(ms: int, timezone: str, language: Language) -> str:
    """9 grudnia 2026, 9 December 2026."""
    return bound(format_date(_at(ms, timezone).date(), "d MMMM y", locale=LOCALES[language]), language)


def moment(ms: int, timezone: str, language: Language) -> str:
    """9 grudnia 2026, 17:04 CET: to the minute, with the zone."""
    at = _at(ms, timezone)
    clock = format_datetime(at, "d MMMM y, HH:mm", locale=LOCALES[language])
    return f"{bound(clock, language)}{NBSP}{_zoned(at, language)}"


def _zoned(at: datetime, language: Language) -> str:
    zoned = get_timezone_name(at, width="short", locale=LOCALES[language])
    if not zoned[:1].isalpha() or "/" in zoned or len(zoned) > 12:
        zoned = get_timezone_gmt(at, "long", locale=LOCALES[language])
    return zoned


def second(ms: int, timezone: str, language: Language) -> str:
    """9 grudnia 2026, 17:04:31 CET: as evidence needs it."""
    clock = format_datetime(_at(ms, timezone), "d MMMM y, HH:mm:ss", locale=LOCALES[language])
    return f"{bound(clock, language)}{NBSP}{_zoned(_at(ms, timezone), language)}"


def iso_day(text: str, language: Language) -> str:
    """A day written 2027-01-29, said in words; anything else as it stands."""
    try:
        return bound(format_date(datetime.strptime(text, "%Y-%m-%d"), "d MMMM y", locale=LOCALES[language]), language)
    except ValueError:
        return text


def appointment(at: datetime, language: Language) -> str:
    """wtorek, 5 stycznia, 09:00: a day and an hour to come."""
    return bound(format_datetime(at, "EEEE, d MMMM, HH:mm", locale=LOCALES[language]), language)


def number(value: float, language: Language, digits: int = 1) -> str:
    """2,8 or 2.8; whole numbers without a fraction."""
    return format_decimal(round(value, digits), format="#,##0.###", locale=LOCALES[language])
