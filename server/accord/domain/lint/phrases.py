"""Reading people's sentences: words in any inflection, lengths of time, days, rhythms, sums of money."""

import re
from functools import cache
from typing import Final

from accord.domain.catalogue import Language
from accord.domain.cells import Limit

_ADJECTIVE: Final = "(?:y|i|a|e|ą|ego|emu|ym|im|ej|ych|ich|ymi|imi)"
_NOUN_A: Final = "(?:a|y|i|ę|ą|o|ze|om|ami|ach)"
_NOUN_IE: Final = "(?:e|a|u|em|om|ami|ach)"
_NOUN: Final = "(?:u|owi|em|y|ów|om|ami|ach)?"
_NO: Final = re.compile(r"\b(?:no|not|never|without|nie|bez|żadn\w+)(?:\W+\w+){0,2}\W*$", re.IGNORECASE)


def _polish(word: str) -> str:
    if len(word) <= 3:
        return re.escape(word)
    if word.endswith("ie"):
        return re.escape(word[:-1]) + _NOUN_IE
    if word[-1] in "yi":
        return re.escape(word[:-1]) + _ADJECTIVE
    if word[-1] in "aęą":
        return re.escape(word[:-1]) + _NOUN_A
    return re.escape(word) + (_NOUN if word[-1] not in "oeuó" else "")


def _english(word: str) -> str:
    if len(word) <= 3:
        return re.escape(word)
    if word.endswith("y"):
        return re.escape(word[:-1]) + "(?:y|ies|ied)"
    base = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return re.escape(base) + "(?:s|es|d|ed|ing)?"


@cache
def inflected(entry: str, language: Language, gap: int = 0) -> re.Pattern[str]:
    """The words of a list's entry in any inflection, in order, at most `gap` other words between them."""
    one = _polish if language == "pl" else _english
    between = r"\W+" if not gap else rf"\W+(?:\w+\W+){{0,{gap}}}?"
    return re.compile(rf"\b{between.join(one(word) for word in entry.split())}\b(?!-)", re.IGNORECASE)


def found(text: str, entries: tuple[str, ...], language: Language, gap: int = 0) -> str:
    """The words in the text that match an entry of the list; "" when none does."""
    for entry in entries:
        if hit := inflected(entry, language, gap).search(text):
            return hit[0]
    return ""


def meant(text: str, entries: tuple[str, ...], language: Language, gap: int = 0) -> str:
    """Like `found`, but what is denied ("no fines") is not meant."""
    for entry in entries:
        for hit in inflected(entry, language, gap).finditer(text):
            if not _NO.search(text[max(0, hit.start() - 60) : hit.start()]):
                return hit[0]
    return ""


# --- lengths of time ---

_UNITS: Final = {"min": "minute", "hou": "hour", "h": "hour", "god": "hour", "day": "day", "dni": "day", "dzi": "day"}
_LENGTH: Final = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,6}(?:[.,]\d{1,3})?)[\s\u00a0-]*(?P<before>working|business|calendar)?\s*"
    r"(?P<unit>minut\w*|hours?|h|godzin\w*|days?|dni\w*|dzień)\b(?:\s*(?P<after>robocz\w*|kalendarzow\w*))?"
    r"(?P<ahead>\W+(?:before|ahead|przed)\b)?",
    re.IGNORECASE,
)


def lengths(text: str) -> list[Limit]:
    """Lengths of time that a sentence names, in order; "5 days before …" is no limit.

    The unit is minute, hour or day when the sentence does not say which clock.
    """
    return [_length(hit) for hit in _LENGTH.finditer(text) if not hit["ahead"]]


def _length(hit: re.Match[str]) -> Limit:
    said = hit["unit"].lower()
    unit = _UNITS.get(said[:3]) or _UNITS[said[:1]]
    clock = (hit["before"] or hit["after"] or "").lower()
    if clock.startswith(("work", "busi", "rob")):
        unit = f"working_{unit}"
    elif clock and unit == "day":
        unit = "calendar_day"
    elif clock:
        unit = f"calendar_{unit}"
    return Limit(float(hit["n"].replace(",", ".")), unit)


WORKING_DAY_HOURS: Final = 8.0
_WORKING_DAYS: Final = {
    "working_minute": 1 / 60 / WORKING_DAY_HOURS,
    "working_hour": 1 / WORKING_DAY_HOURS,
    "working_day": 1.0,
    "minute": 1 / 24 / 60 * 5 / 7,
    "hour": 1 / 24 * 5 / 7,
    "day": 5 / 7,
    "calendar_day": 5 / 7,
    "week": 5.0,
    "month": 61 / 3,
}


def working_days(limit: Limit) -> float:
    """About how many working days that is."""
    return limit.value * _WORKING_DAYS.get(limit.unit, 1.0)


# --- days and rhythms ---

_DAYS: Final = (
    r"\b(?:mondays?|poniedział\w+)",
    r"\b(?:tuesdays?|wtor\w+)",
    r"\b(?:wednesdays?|środ\w+)",
    r"\b(?:thursdays?|czwart\w+)",
    r"\b(?:fridays?|piąt\w+)",
)
_DAY_PATTERNS: Final = tuple(re.compile(day, re.IGNORECASE) for day in _DAYS)
_NTH_WORKING: Final = re.compile(
    r"\b(\d{1,3})\s*(?:st|nd|rd|th|\.)?\s*(?:working day|dzień robocz|dnia robocz)", re.IGNORECASE
)
_NTH: Final = re.compile(
    r"\b(\d{1,3})\s*(?:st|nd|rd|th|\.)(?:\s*(?:of the|dnia|dzień))?(?=\W+(?:month|miesiąca|of))", re.IGNORECASE
)
_TIME: Final = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_NOON: Final = re.compile(r"\b(?:noon|południ\w+)\b", re.IGNORECASE)
_PER: Final = (
    ("day", r"\b(?:a|per|every) day|\bdaily|\bdzienn\w+|\bcodziennie"),
    ("week", r"\bweek(?:ly)?\b|\btydzień|\btygodni\w+"),
    ("month", r"\bmonth(?:ly)?\b|\bmiesią\w+|\bmiesięczn\w+"),
    ("quarter", r"\bquarter(?:ly)?\b|\bkwarta\w+"),
)
_PER_PATTERNS: Final = tuple((per, re.compile(pattern, re.IGNORECASE)) for per, pattern in _PER)


def weekday(text: str) -> int | None:
    """0 for Monday … 4 for Friday; None when the text names no working day of the week."""
    return next((at for at, day in enumerate(_DAY_PATTERNS) if day.search(text)), None)


def per(text: str) -> str:
    """The period a level is given for: day, week, month, quarter, or "" when the text does not say."""
    return next((name for name, pattern in _PER_PATTERNS if pattern.search(text)), "")


def day_of_month(text: str) -> float | None:
    """About which day of the month, the hour as a fraction: "the 2nd working day, 12:00" is 3.5."""
    working, plain = _NTH_WORKING.search(text), _NTH.search(text)
    if working:
        return -(-int(working[1]) * 7 // 5) + _hour(text)
    return int(plain[1]) + _hour(text) if plain else None


def moment_of_week(text: str) -> float | None:
    """Days since Monday 0:00."""
    day = weekday(text)
    return None if day is None else day + _hour(text)


def _hour(text: str) -> float:
    if _NOON.search(text):
        return 0.5
    time = _TIME.search(text)
    return (int(time[1]) + int(time[2]) / 60) / 24 if time else 0.0


CADENCE_DAYS: Final = {"daily": 1.0, "weekly": 5.0, "biweekly": 10.0, "monthly": 61 / 3, "quarterly": 61.0}
"""Working days from one meeting to the next; other rhythms (per campaign) are not regular."""


# --- money ---

_MONEY: Final = re.compile(
    r"(?:(?:PLN|EUR|USD|€|\$|£)\s*(?P<a>\d[\d\s\u00a0,.]{0,20})\s*(?P<am>k|m|thousand|million)?"
    r"|(?P<b>\d[\d\s\u00a0,.]{0,20})\s*(?P<bm>k|tys\.?|mln|thousand|million)?\s*(?:zł|PLN|EUR|€))",
    re.IGNORECASE,
)
_TIMES: Final = {"k": 1e3, "tys": 1e3, "thousand": 1e3, "m": 1e6, "mln": 1e6, "million": 1e6}


def money(text: str) -> list[float]:
    """Sums with a currency: "PLN 900k", "900 tys. zł", "900 000 zł"."""
    return [_sum(hit["a"] or hit["b"], hit["am"] or hit["bm"] or "") for hit in _MONEY.finditer(text)]


def _sum(digits: str, times: str) -> float:
    plain = re.sub(r"[\s\u00a0]|[,.](?=\d{3}(?!\d))", "", digits).rstrip(",.").replace(",", ".")
    number = re.match(r"\d+(?:\.\d+)?", plain)
    return float(number[0] if number else 0) * _TIMES.get(times.lower().rstrip("."), 1.0)


# --- people's own data ---

_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}\.[a-z]{2,}", re.IGNORECASE)
_PHONE: Final = re.compile(r"(?<![\d-])(?:\+\d{1,3}[\s-]?)?(?:\d{3}[\s-]\d{3}[\s-]\d{3}|\d{9})(?![\d-])")
_NIP: Final = re.compile(r"(?<!\d)\d{3}-\d{3}-\d{2}-\d{2}(?!\d)|\bNIP\W*\d{10}\b")
_PESEL: Final = re.compile(r"(?<!\d)\d{11}(?!\d)")
_NAMED: Final = re.compile(r"\b[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]+\s+[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{2,}\b")
_WEIGHTS: Final = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)


def personal(text: str) -> bool:
    """An e-mail address or PESEL number, or a telephone or NIP number beside somebody's name."""
    if _EMAIL.search(text) or any(_pesel(hit[0]) for hit in _PESEL.finditer(text)):
        return True
    return bool((_PHONE.search(text) or _NIP.search(text)) and _NAMED.search(text))


def _pesel(digits: str) -> bool:
    total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False))
    return (10 - total % 10) % 10 == int(digits[10])


# --- what a sentence is about ---

REJECTING: Final = re.compile(r"\b(?:reject\w*|odrzu\w+)", re.IGNORECASE)
FIRST_CONTACT: Final = re.compile(
    r"\bfirst (?:contact|attempt|call)|\bpierwsz\w+ (?:prób\w+|kontakt\w*|telefon\w*)", re.IGNORECASE
)
DECISION: Final = re.compile(
    r"\baccepts?\b.*\breject|\bprzyj\w+.*\bodrzu|\bdecisions? (?:on|about) (?:each|every)", re.IGNORECASE
)
CONSENT: Final = re.compile(r"\bconsents?\b|\bzg[oó]d\w*", re.IGNORECASE)
COLD: Final = re.compile(
    r"\bcold[- ](?:call|e-?mail|outreach)\w*|\bzimn\w+ (?:telefon|mail|e-mail|kontakt|wiadomo)\w*|\bcold ?calling",
    re.IGNORECASE,
)
_TWO: Final = re.compile(r"\b(?:or|and|albo|lub|oraz|i)\b|[/+]|,\s", re.IGNORECASE)


def two(text: str) -> bool:
    """Whether a cell that wants one thing names two: "CRM or the sheet"."""
    return bool(_TWO.search(text))
