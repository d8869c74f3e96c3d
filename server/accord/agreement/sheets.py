"""Agreed tables as XLSX and CSV. People's words are text: no cell of theirs is ever a formula."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

import xlsxwriter

from accord.agreement.tables import Cell, Line, Told
from accord.domain.catalogue import Language
from accord.words import Words

SHEETS: Final = ("marketing_commitments", "sales_commitments", "metrics", "meetings")
STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST: Final = 32_000
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def inert(text: str) -> str:
    """As a spreadsheet takes it for words: what could start a formula stands behind an apostrophe."""
    clean = CONTROL.sub("", text)[:LONGEST]
    return f"'{clean}" if clean.lstrip(" \u00a0").startswith(STARTS) or clean.startswith(STARTS) else clean


def chosen(told: dict[str, Told], names: Iterable[str] = SHEETS) -> list[Told]:
    return [told[name] for name in names if name in told]


def xlsx(told: dict[str, Told], title: str, language: Language, more: tuple[Callable[[Any], None], ...] = ()) -> bytes:
    """One sheet a table; figures are figures, the head stays in sight and can filter. `more` add sheets behind them."""
    words, target = Words(language), io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": title[:250], "comments": ""})
        found = chosen(told)
        for table in found:
            _sheet(book, table, words.say("exports-number"))
        for add in more:
            add(book)
        if not found and not more:
            book.add_worksheet(words.say("exports-empty-sheet")).write_string(0, 0, words.say("exports-empty"))
    return target.getvalue()


def _sheet(book: Any, table: Told, number: str) -> None:
    sheet = book.add_worksheet(_named(table.title))
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    share = book.add_format({"num_format": "0.0%", "valign": "top"})
    heads = _heads(table, number)
    sheet.set_column(0, len(heads) - 1, 26, wrap)
    if table.marked:
        sheet.set_column(0, 0, 7, wrap)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#EFEBE2"})
    for at, (_, head) in enumerate(heads):
        sheet.write_string(0, at, inert(head), bold)
    for row, line in enumerate(table.lines, 1):
        for at, (field, _) in enumerate(heads):
            _write(sheet, row, at, _at(line, field), share, wrap)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.lines), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, row: int, at: int, cell: Cell, share: Any, wrap: Any) -> None:
    if cell.value is not None:
        sheet.write_number(row, at, cell.value, share if cell.kind == "share" else wrap)
    else:
        sheet.write_string(row, at, inert(cell.text), wrap)


def _named(title: str) -> str:
    """At most 31 letters and none of those that a sheet's name may not hold."""
    return re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:31] or "-"


def _heads(table: Told, number: str) -> list[tuple[str, str]]:
    return [*([("", number)] if table.marked else []), *table.heads.items()]


def _at(line: Line, field: str) -> Cell:
    return line.cells.get(field, Cell()) if field else Cell(line.mark)


def csv_of(told: dict[str, Told], names: Iterable[str], language: Language) -> bytes:
    """UTF-8 with a mark at its beginning, so that spreadsheets read the letters right; one table after another."""
    out = io.StringIO(newline="")
    write = csv.writer(out)
    number = Words(language).say("exports-number")
    for place, table in enumerate(chosen(told, names)):
        if place:
            write.writerow([])
        heads = _heads(table, number)
        write.writerow([inert(table.title)])
        write.writerow([inert(head) for _, head in heads])
        write.writerows([inert(_at(line, field).text) for field, _ in heads] for line in table.lines)
    return ("\ufeff" + out.getvalue()).encode()
