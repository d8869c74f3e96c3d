"""Plan against actuals as a CSV to fill in, and read back: bytes → figures and what could not be understood. Pure.

Every line carries the id of its row behind a #, so that no spreadsheet takes it for a figure. No bad line keeps the
others out: what is understood is told beside what is not.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

from babel.dates import get_month_names
from msgspec import Struct

from accord.agreement.scorecard import Scorecard
from accord.agreement.sheets import CONTROL, inert
from accord.agreement.typography import LOCALES
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.plans import Measure, Planned
from accord.domain.rules.actuals import MOST, may_enter
from accord.domain.state import Person, State
from accord.errors import Refused
from accord.words import Words

BYTES: Final = 256 * 1024
LINES: Final = 2_000
MISTAKES: Final = 200
DELIMITERS: Final[dict[Language, str]] = {"pl": ";", "en": ","}
_SPACES: Final = re.compile(r"[\s\u00a0\u2007\u2009\u202f']")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


# --- out ---


def csv_of(card: Scorecard) -> bytes:
    """UTF-8 with a mark at its beginning; commas or, in Polish, semicolons: what spreadsheets of that language open."""
    out, words = io.StringIO(newline=""), Words(card.language)
    write = csv.writer(out, delimiter=DELIMITERS[card.language])
    heads = [words.say(f"scorecard-csv-{name}") for name in ("id", "what", "level")]
    write.writerow([*heads, *(month_head(month, card.language) for month in card.months)])
    for line in card.lines:
        known = line.by_month
        figures = (_written(line.measure, known[m].value, card.language) if m in known else "" for m in card.months)
        write.writerow([f"#{line.measure.row}", inert(line.full), inert(line.level), *figures])
    return ("\ufeff" + out.getvalue()).encode()


def month_head(month: str, language: Language) -> str:
    """ "2027-01 January": words enough that no spreadsheet makes a date of it."""
    return f"{month} {get_month_names('wide', 'stand-alone', locale=LOCALES[language])[int(month[5:])]}"


def _written(measure: Measure, value: float, language: Language) -> str:
    said = f"{value:.6f}".rstrip("0").rstrip(".")
    said = said.replace(".", ",") if language == "pl" else said
    return f"{said}%" if measure.unit == "percent" else said


# --- in ---


class Entry(Struct, frozen=True):
    """A figure of the file; `before` is what stands there now."""

    row: str
    period: str
    value: float
    before: float | None


class Mistake(Struct, frozen=True):
    """`why` is the end of the word `scorecard-line-…`; `said` what stood there."""

    line: int
    why: str
    said: str = ""

    def sentence(self, language: Language) -> str:
        return Words(language).say(f"scorecard-line-{self.why}", said=self.said)


class Reading(Struct, frozen=True):
    """`entries` that would change something, in the file's order; `same` figures stand there already."""

    entries: tuple[Entry, ...]
    same: int
    mistakes: tuple[Mistake, ...]


def read_csv(data: bytes, state: State, plan: Planned, who: Person) -> Reading:
    """Refused("bad_input") only where the file is too long to look at."""
    if len(data) > BYTES:
        raise Refused("bad_input", field="file", why="long")
    text = decoded(data)
    if text.count("\n") + text.count("\r") > 2 * LINES:
        raise Refused("bad_input", field="file", why="long")
    return _File(text, state, plan, who).reading()


def decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 with a mark, UTF-8, else Windows-1250 as spreadsheets of this region write it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").replace("\0", "")
    try:
        return data.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        return data.decode("cp1250", "replace").replace("\0", "")


Row = tuple[int, list[str]]
"""The line it ends on, and its cells."""


class _File:
    def __init__(self, text: str, state: State, plan: Planned, who: Person) -> None:
        self.state, self.plan, self.who = state, plan, who
        self.mistakes: list[Mistake] = []
        self.entries: dict[tuple[str, str], Entry] = {}
        self.same = 0
        self.delimiter, self.rows, self.head = self._best(text)
        self.months = self._columns()

    def reading(self) -> Reading:
        if not self.months:
            self.mistakes = [Mistake(1, "head")]
        seen: set[str] = set()
        for line, cells in self.rows[self.head + 1 :] if self.months else ():
            self._row(line, cells, seen)
        return Reading(tuple(self.entries.values()), self.same, tuple(self.mistakes[:MISTAKES]))

    def _best(self, text: str) -> tuple[str, list[Row], int]:
        """The delimiter that finds most months in one of the first lines."""
        tried = [(one, rows := list(_rows(text, one)), _head(rows)) for one in (";", ",", "\t")]
        return max(tried, key=lambda found: _count(found[1], found[2]))

    def _columns(self) -> dict[int, str]:
        """Column → month. Months outside the agreement stand there too: their figures are told as mistakes."""
        cells = self.rows[self.head][1] if self.head < len(self.rows) else []
        return {at: month for at, cell in enumerate(cells) if (month := month_in(cell))}

    @property
    def comma(self) -> bool:
        """Whether a comma divides the whole from its parts."""
        return self.delimiter == ";" or (self.delimiter == "\t" and self.who.language == "pl")

    def _row(self, line: int, cells: list[str], seen: set[str]) -> None:
        given = [(self.months[at], cell.strip()) for at, cell in enumerate(cells) if at in self.months]
        given = [(month, words) for month, words in given if words not in ("", "-", "–")]
        if not given:
            return
        measure = self._measure(cells)
        if measure is None:
            self._wrong(line, "row", cells[0].strip() or cells[min(1, len(cells) - 1)].strip())
        elif not may_enter(self.who, measure):
            self._wrong(line, "team", measure.mark)
        elif measure.row in seen:
            self._wrong(line, "twice", measure.mark or measure.name.said(self.who.language))
        else:
            seen.add(measure.row)
            for month, words in given:
                self._figure(line, measure, month, words)

    def _measure(self, cells: list[str]) -> Measure | None:
        """By its id, else by its mark: M1."""
        key = cells[0].strip().lstrip("'").lstrip("#")
        names = [cell.split()[0] for cell in cells[:2] if cell.split()]
        by_mark = (one for one in self.plan.measures if one.mark and one.mark in names)
        return self.plan.of(key) or next(by_mark, None)

    def _figure(self, line: int, measure: Measure, month: str, words: str) -> None:
        if month not in self.plan.months:
            self._wrong(line, "month", month)
            return
        value = figure_in(words, measure, comma=self.comma, currency=self.plan.currency)
        if isinstance(value, str):
            self._wrong(line, value, words)
            return
        now = self.state.actuals.get(measure.row, {}).get(month)
        if now and now.value == value:
            self.same += 1
        else:
            self.entries[measure.row, month] = Entry(measure.row, month, value, now.value if now else None)

    def _wrong(self, line: int, why: str, said: str) -> None:
        self.mistakes.append(Mistake(line, why, CONTROL.sub("", said)[:40]))


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Until a line that cannot be read as cells."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, cells or [""]
    except csv.Error:
        return


def _head(rows: list[Row]) -> int:
    """The place of the line with most months among the first ten."""
    return max(range(min(10, len(rows))), key=lambda at: _count(rows, at), default=0)


def _count(rows: list[Row], at: int) -> int:
    return sum(month_in(cell) != "" for cell in rows[at][1]) if at < len(rows) else 0


def _month_names() -> dict[str, int]:
    """The first three letters of each month in each language: jan, sty …"""
    names = ((get_month_names("wide", "stand-alone", locale=LOCALES[one])) for one in LANGUAGES)
    return {name[:3].casefold(): at for some in names for at, name in some.items()}


MONTHS: Final = _month_names()
_YEAR_FIRST: Final = re.compile(r"((?:19|20)\d\d)[-./ ](\d{1,2})(?!\d)")
_YEAR_LAST: Final = re.compile(r"(?<!\d)(?:\d{1,2}[-./])?(\d{1,2})[-./ ]((?:19|20)\d\d)")
_NAMED: Final = re.compile(r"([^\W\d_]{3,})[\W_]*((?:19|20)?\d\d)(?!\d)")


def month_in(cell: str) -> str:
    """ "2027-01", however a spreadsheet has written it: 01.2027, Jan-27, styczeń 2027, 2027-01-01. "" if none."""
    cell = cell[:60]
    if found := _YEAR_FIRST.search(cell):
        return _month(found[1], int(found[2]))
    if found := _YEAR_LAST.search(cell):
        return _month(found[2], int(found[1]))
    if found := _NAMED.search(cell):
        return _month(f"20{found[2][-2:]}", MONTHS.get(found[1][:3].casefold(), 0))
    return ""


def _month(year: str, month: int) -> str:
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""


def figure_in(words: str, measure: Measure, *, comma: bool, currency: str = "") -> float | str:
    """The figure of a cell, or why there is none: number, two_ways, share (76% or 0.76%?), percent, range."""
    plain = _SPACES.sub("", words).replace("−", "-")
    percent = plain.endswith("%")
    plain = _bare(plain.removesuffix("%"), ("zł", "PLN", "EUR", "€", "$", "£", currency))
    value = _number(plain, comma)
    if isinstance(value, str):
        return value
    if percent and measure.unit != "percent":
        return "percent"
    if measure.unit == "percent" and not percent and 0 < abs(value) < 1:
        return "share"
    return value if abs(value) <= MOST else "range"


def _bare(words: str, currencies: Iterable[str]) -> str:
    for one in currencies:
        if one and words.casefold().startswith(one.casefold()):
            return words[len(one) :]
        if one and words.casefold().endswith(one.casefold()):
            return words[: -len(one)]
    return words


def _number(plain: str, comma: bool) -> float | str:
    """Grouping is taken for what it is; one mark before three digits that may be either is asked about."""
    sign, digits = (-1, plain[1:]) if plain.startswith("-") else (1, plain)
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", digits, re.ASCII) or len(digits) > 24:
        return "number"
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return sign * float(digits)
    decimal = "," if comma else "."
    if len(set(marks)) == 2:
        whole, _, part = digits.rpartition(marks[-1])
        return sign * float(f"{_digits(whole)}.{part}") if _GROUPED.fullmatch(whole) else "number"
    if len(marks) > 1:
        return sign * float(_digits(digits)) if _GROUPED.fullmatch(digits) else "number"
    if marks[0] != decimal and _GROUPED.fullmatch(digits):
        return "two_ways" if comma else sign * float(_digits(digits))
    return sign * float(digits.replace(",", "."))


def _digits(grouped: str) -> str:
    return re.sub(r"[.,]", "", grouped)
