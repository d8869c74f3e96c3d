"""Files that other programs open: read back with other people's readers."""

import csv
import io
import re
import shutil
import subprocess
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import docx
import msgspec
import openpyxl
import pytest
import vobject
from tests.agreement.conftest import Print, pages, squeezed
from tests.support.agreements import example
from tests.support.example_rows import workshop
from tests.support.workshops import Scene

from accord.agreement import calendar, posters, sheets
from accord.agreement.docx import docx_of
from accord.agreement.draft import WORKING, draft
from accord.agreement.outline import words
from accord.agreement.posters import Kind
from accord.agreement.tables import Cell, Line, Told, tables
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.state import State
from accord.domain.term import Period

WARSAW = "Europe/Warsaw"
AT = round(datetime(2027, 1, 4, tzinfo=UTC).timestamp() * 1000)
EVIL = ("=1+1", "+48 600", "-2+3", "@SUM(A1)", "\t=1", "  =HYPERLINK(1)", "＝1+1", "\r=1")


@cache
def state(language: str = "en") -> State:
    return workshop(example(language))


def told(language: Language = "en") -> dict[str, Told]:
    return tables(state(language), language, WORKING)


def one_table(*words: str) -> dict[str, Told]:
    lines = tuple(Line(f"r{at}", "", {"name": Cell(text)}) for at, text in enumerate(words))
    return {"metrics": Told("metrics", "Metrics", {"name": "Metric"}, lines)}


# ── sheets ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def formulas(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def runs(content: bytes) -> list[str]:
    """Cells of a CSV that a spreadsheet would compute."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [cell for row in rows for cell in row if cell.strip(" \u00a0\t\r\n").startswith(("=", "+", "-", "@", "＝"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_commitments_metrics_and_meetings_are_sheets_with_a_row_for_each(language: Language) -> None:
    found = told(language)
    book = openpyxl.load_workbook(io.BytesIO(sheets.xlsx(found, "t", language)))
    assert [sheet.max_row - 1 for sheet in book] == [len(found[name].lines) for name in sheets.SHEETS]
    first = book.worksheets[0]
    assert [cell.value for cell in first[1]][1:] == list(found["marketing_commitments"].heads.values())
    assert first["A2"].value == "M1"
    assert first["B2"].value == found["marketing_commitments"].lines[0].said("clause")
    minutes = book.worksheets[3].cell(2, 1 + list(found["meetings"].heads).index("minutes"))
    assert (minutes.value, minutes.data_type) == (25, "n"), "figures are figures"


def test_an_agreement_without_rows_still_is_a_file_that_says_so() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheets.xlsx({}, "t", "en")))
    assert book.worksheets[0]["A1"].value == "No row has been agreed yet."


@pytest.mark.parametrize("words", EVIL)
def test_words_that_look_like_a_formula_stay_words(words: str) -> None:
    found = one_table(words)
    assert formulas(sheets.xlsx(found, "t", "en")) == []
    assert runs(sheets.csv_of(found, ("metrics",), "en")) == []


def test_a_formula_that_is_let_through_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control."""
    monkeypatch.setattr(sheets, "inert", lambda text: text)
    assert runs(sheets.csv_of(one_table("=1+1"), ("metrics",), "en")) == ["=1+1"]
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "=1+1"
    book.save(target := io.BytesIO())
    assert formulas(target.getvalue()) == ["=1+1"]


def test_csv_keeps_polish_letters_line_breaks_and_quotes() -> None:
    words = 'Zażółć "gęślą"\njaźń; a, b'
    rows = list(csv.reader(io.StringIO(sheets.csv_of(one_table(words), ("metrics",), "pl").decode("utf-8-sig"))))
    assert rows[2] == [words]


# ── calendar ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def meetings(*whens: tuple[str, str]) -> dict[str, Told]:
    """(cadence, when) pairs."""
    lines = (
        Line(f"m{n}", "", {"name": Cell(f"M{n}"), "cadence": Cell(c, c), "when": Cell(w), "minutes": Cell("30")})
        for n, (c, w) in enumerate(whens)
    )
    return {"meetings": Told("meetings", "Meetings", {"when": "When"}, tuple(lines))}


def events(found: dict[str, Told], period: Period, zone: str = WARSAW) -> list[Any]:
    about = calendar.About("w1", "SLA", period, zone, "en")
    return list(vobject.readOne(calendar.ics(found, about, AT).decode()).vevent_list)


def times(event: Any) -> list[datetime]:
    return [one.replace(tzinfo=event.dtstart.value.tzinfo) for one in event.getrruleset(addRDate=True)]


QUARTERS = Period("2027-01-01", "2027-12-31", "2027-06-15")


def test_a_weekly_meeting_stays_at_nine_when_clocks_change() -> None:
    event = events(meetings(("weekly", "Tuesday 9:00")), QUARTERS)[0]
    found = times(event)
    assert {(one.hour, one.minute, one.weekday()) for one in found} == {(9, 0, 1)}
    utc = {one.date().isoformat(): one.astimezone(UTC).hour for one in found}
    assert [utc[day] for day in ("2027-03-23", "2027-03-30", "2027-10-26", "2027-11-02")] == [8, 7, 7, 8]
    assert max(found).date().isoformat() == "2027-12-28", "it ends with the period"


def test_a_meeting_written_in_utc_would_move_with_the_clocks() -> None:
    """Negative control: the check of local times sees it."""
    event = events(meetings(("weekly", "Tuesday 9:00")), QUARTERS, "UTC")[0]
    assert len({one.astimezone(ZoneInfo(WARSAW)).hour for one in times(event)}) == 2


@pytest.mark.parametrize(
    ("cadence", "when", "days"),
    [
        ("weekly", "wtorek 9:00", ["2027-01-05", "2027-01-12"]),
        ("biweekly", "Friday, 14:30", ["2027-01-01", "2027-01-15"]),
        ("daily", "9:15", ["2027-01-01", "2027-01-04"]),
        ("monthly", "third Thursday, 14:00", ["2027-01-21", "2027-02-18"]),
        ("monthly", "trzeci czwartek, 14:00", ["2027-01-21", "2027-02-18"]),
        ("monthly", "ostatni piątek 10:00", ["2027-01-29", "2027-02-26"]),
        ("monthly", "4th working day of the month, 13:00", ["2027-01-06", "2027-02-04"]),
        ("monthly", "4. dzień roboczy miesiąca, 13:00", ["2027-01-06", "2027-02-04"]),
        ("quarterly", "23 marca 2027, 10:00", ["2027-03-23", "2027-06-23"]),
        ("quarterly", "23 March 2027, 10:00", ["2027-03-23", "2027-06-23"]),
        ("per_campaign", "2027-02-03 10:00", ["2027-02-03"]),
    ],
)
def test_what_people_write_becomes_days(cadence: str, when: str, days: list[str]) -> None:
    event = events(meetings((cadence, when)), QUARTERS)[0]
    found = times(event) if hasattr(event, "rrule") else [event.dtstart.value]
    assert [one.date().isoformat() for one in found[:2]] == days


@pytest.mark.parametrize(
    ("cadence", "when"), [("weekly", "some time"), ("per_campaign", "5 days before"), ("", "9:00")]
)
def test_nobody_is_called_to_a_time_that_was_not_agreed(cadence: str, when: str) -> None:
    found = meetings((cadence, when))
    assert list(calendar.meetings(found, QUARTERS, WARSAW, AT)) == []
    assert calendar.left(found, QUARTERS, WARSAW, AT) == ["M0"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_s_meetings_come_with_owner_agenda_and_the_review(language: Language) -> None:
    about = calendar.About("w1", "SLA", QUARTERS, WARSAW, language)
    whole = calendar.ics(told(language), about, AT).decode()
    assert "BEGIN:VTIMEZONE" in whole
    found = list(vobject.readOne(whole).vevent_list)
    assert len(found) == 5, "four meetings and the review"
    first = found[0].description.value
    heads = told(language)["meetings"].heads
    assert heads["owner"] in first
    assert heads["agenda"] in first
    assert found[-1].dtstart.value.isoformat() == QUARTERS.review
    assert len({one.uid.value for one in found}) == 5


def test_the_same_meeting_is_the_same_event_when_it_is_taken_again() -> None:
    one, two = (events(meetings(("weekly", "Tuesday 9:00")), QUARTERS)[0] for _ in range(2))
    assert one.uid.value == two.uid.value


# ── posters ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["promises", "glossary"])
def test_a_poster_holds_every_row_on_one_sheet(printed: Print, tmp_path: Path, kind: Kind, language: Language) -> None:
    found, made = told(language), draft(state(language), language, WORKING, at=AT)
    answer = printed(posters.poster(made, found, kind, "https://accord.example/w/w1/agreement"))
    (path := tmp_path / "poster.pdf").write_bytes(answer.pdf)
    shown = pages(path)
    names = ("marketing_commitments", "sales_commitments") if kind == "promises" else ("definitions",)
    field = "clause" if kind == "promises" else "sentence"
    texts = [line.said(field) for name in names for line in found[name].lines]
    assert len(shown) == 1
    assert [text for text in texts if bare(text) not in bare(shown[0])] == []


def test_the_fuller_a_sheet_the_smaller_its_letters() -> None:
    """Negative control: one size would not fit all."""
    sizes = []
    for count in (2, 8, 16):
        lines = tuple(Line(f"r{n}", f"M{n}", {"clause": Cell("will " + "do so " * 20)}) for n in range(count))
        found = {"marketing_commitments": Told("marketing_commitments", "M", {"clause": "What"}, lines, True)}
        page = posters.poster(draft(state(), "en", WORKING), found, "promises")
        found_size = re.search(r'class="both t(\d+)"', page)
        assert found_size
        sizes.append(int(found_size[1]))
    assert sizes == sorted(set(sizes), reverse=True)
    assert len(sizes) == 3


# ── DOCX ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def style(paragraph: Any) -> str:
    return str(paragraph.style.name)


def written(language: Language) -> bytes:
    return docx_of(draft(state(language), language, WORKING, at=AT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_has_real_headings_and_tables_in_its_language(language: Language) -> None:
    found = docx.Document(io.BytesIO(written(language)))
    made = draft(state(language), language, WORKING, at=AT)
    headings = [p.text for p in found.paragraphs if style(p) == "Heading 1"]
    assert [f"{one.number}. {one.title}" for one in made.sections] == headings[: len(made.sections)]
    assert found.core_properties.language == language
    texts = [p.text for p in found.paragraphs]
    texts += [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    shown = squeezed("".join(texts))
    told_words = [text for one in made.sections for block in one.said for text in words(block)]
    assert len(told_words) > 300
    assert [text for text in told_words if squeezed(text) not in shown] == []
    assert len(found.tables) > 20
    assert any(row._tr.xpath("./w:trPr/w:tblHeader") for table in found.tables for row in table.rows[:1])


def test_letters_that_xml_cannot_hold_do_not_stop_a_document() -> None:
    made = msgspec.structs.replace(draft(state(), "en", WORKING), title="a\x00b\x0bc")
    assert docx.Document(io.BytesIO(docx_of(made))).paragraphs[0].text == "abc"


def test_a_document_of_an_empty_workshop_opens() -> None:
    scene = Scene().state
    found = docx.Document(io.BytesIO(docx_of(draft(scene, "pl"))))
    assert [p for p in found.paragraphs if style(p) == "Heading 1"]


def bare(text: str) -> str:
    """Without spaces and hyphens: a line may end at either."""
    return squeezed(text).replace("-", "")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
@pytest.mark.timeout(180)
def test_libreoffice_shows_the_same_headings_and_tables(tmp_path: Path) -> None:
    content = written("pl")
    (tmp_path / "a.docx").write_bytes(content)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    convert = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=150)
    text = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], check=True, capture_output=True, timeout=60).stdout
    shown, found = bare(text.decode()), docx.Document(io.BytesIO(content))
    headings = [p.text for p in found.paragraphs if style(p).startswith("Heading")]
    assert [one for one in headings if bare(one) not in shown] == []
    words = [c.text for table in found.tables for row in table.rows for c in row.cells]
    short = [line for text in words for line in text.split("\n") if len(line) < 25]
    assert [one for one in short if bare(one) not in shown] == []
