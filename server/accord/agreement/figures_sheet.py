"""Plan against actuals as a sheet of the workbook: figures are figures, words stay words."""

from typing import Any

from accord.agreement.figures import month_head
from accord.agreement.scorecard import Line, Scorecard
from accord.agreement.sheets import inert
from accord.words import Words


def add_sheet(book: Any, card: Scorecard) -> None:
    """Two columns a month, plan and actual; shares as shares, so that they can be counted with."""
    words = Words(card.language)
    sheet = book.add_worksheet(words.say("scorecard-sheet"))
    wrap, bold = book.add_format({"text_wrap": True, "valign": "top"}), _bold(book)
    plain, share = (book.add_format({"valign": "top", "num_format": one}) for one in ("#,##0.##", "0.0%"))
    months = sorted({*card.months, *(one.month for line in card.lines for one in line.found)})
    heads = [words.say("exports-number"), words.say("scorecard-what"), words.say("scorecard-level")]
    for month in months:
        said = month_head(month, card.language)
        heads += [words.say(f"scorecard-sheet-{one}", month=said) for one in ("plan", "actual")]
    sheet.set_column(0, 0, 7, wrap)
    sheet.set_column(1, 2, 34, wrap)
    sheet.set_column(3, len(heads), 13)
    for at, head in enumerate(heads):
        sheet.write_string(0, at, inert(head), bold)
    for row, line in enumerate(card.lines, 1):
        _row(sheet, row, line, _values(line, card, months), (wrap, share if line.measure.unit == "percent" else plain))
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _bold(book: Any) -> Any:
    return book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#EFEBE2"})


def _values(line: Line, card: Scorecard, months: list[str]) -> list[float | None]:
    """Plan and actual of each month, in turn."""
    plan, known = dict(zip(card.months, line.measure.plan, strict=True)), line.by_month
    pairs = ((plan.get(month), known[month].value if month in known else None) for month in months)
    return [value for pair in pairs for value in pair]


def _row(sheet: Any, row: int, line: Line, values: list[float | None], formats: tuple[Any, Any]) -> None:
    wrap, number = formats
    name = f"{line.name} ({line.stream})" if line.stream else line.name
    for at, words in enumerate((line.measure.mark, name, line.level)):
        sheet.write_string(row, at, inert(words), wrap)
    for at, value in enumerate(values, 3):
        if value is not None:
            sheet.write_number(row, at, value / 100 if line.measure.unit == "percent" else value, number)
