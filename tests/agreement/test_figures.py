"""The CSV of plan and actuals: out, filled in, and back, whatever a spreadsheet or a hand has made of it."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.measured import measured

from accord.agreement import figures, sheets
from accord.agreement.figures import Reading, csv_of, figure_in, month_in, read_csv
from accord.agreement.figures_sheet import add_sheet
from accord.agreement.scorecard import scorecard
from accord.domain.catalogue import LANGUAGES, Language, Text
from accord.domain.plans import Measure, planned
from accord.domain.state import Person, State, Wording, change, put
from accord.domain.term import Actual
from accord.errors import Refused

STATE = measured("en", 2)
PLAN = planned(STATE)
LEAD = Person("f1", "Ada", 1, "facilitator", None, "pl", "link")
ANNA = Person("m1", "Anna", 2, "member", "marketing", "pl", "link")


def read(text: str | bytes, state: State = STATE, who: Person = LEAD) -> Reading:
    return read_csv(text if isinstance(text, bytes) else text.encode(), state, planned(state), who)


def told(found: Reading) -> dict[tuple[str, str], float]:
    return {(one.row, one.period): one.value for one in found.entries}


def wrong(found: Reading) -> list[tuple[int, str]]:
    return [(one.line, one.why) for one in found.mistakes]


# ── there and back ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_file_comes_back_as_it_went(language: Language) -> None:
    made = csv_of(scorecard(STATE, language))
    entered = sum(len(months) for months in STATE.actuals.values())
    assert read(made) == Reading((), entered, ())
    bare = read(made, change(STATE, actuals={}))
    assert told(bare) == {(row, m): one.value for row, months in STATE.actuals.items() for m, one in months.items()}


VALUES = st.floats(-1e9, 1e9).map(lambda value: round(value, 6))


@given(st.lists(VALUES, min_size=3, max_size=3), st.sampled_from(LANGUAGES), st.sampled_from(["M1", "M2", "goal"]))
def test_whatever_was_entered_comes_back(values: list[float], language: Language, row: str) -> None:
    known = {month: Actual(value, "m1", 1) for month, value in zip(PLAN.months, values, strict=True)}
    state = change(STATE, actuals={row: known})
    assert read(csv_of(scorecard(state, language)), state) == Reading((), 3, ())


@pytest.mark.parametrize(
    ("encoding", "ends"),
    [("utf-8-sig", "\r\n"), ("utf-8", "\n"), ("cp1250", "\r\n"), ("utf-16", "\r\n"), ("utf-8", "\r")],
)
def test_marks_code_pages_and_line_ends_survive(encoding: str, ends: str) -> None:
    lines = ["id;Co;styczeń 2027;luty 2027", "#M1;M1 przekaże;52;45,5", "#S1;S1 podejmie próbę;91 %;"]
    found = read(ends.join(lines).encode(encoding))
    assert told(found) == {("M1", "2027-01"): 52, ("M1", "2027-02"): 45.5, ("S1", "2027-01"): 91}
    assert found.mistakes == ()


@given(st.binary(max_size=3000))
def test_any_bytes_are_answered(data: bytes) -> None:
    found = read(data)
    assert [one.sentence(language) for one in found.mistakes for language in LANGUAGES]


HEAD = "id,what,2027-01,2027-02\n"


@given(st.text(max_size=400), st.sampled_from(["#M1,M1,", "#goal,,", "", "M2,,"]))
def test_any_words_behind_a_good_line_are_answered_and_the_good_line_counts(words: str, begins: str) -> None:
    try:
        found = read(HEAD + "#S2,S2,97%,\n" + begins + words)
    except UnicodeEncodeError:
        return  # no file holds half a letter
    assert ("S2", "2027-01") in told(found) or '"' in words or "\r" in words
    assert all(one.sentence("pl") for one in found.mistakes)


def test_a_file_that_is_too_long_is_refused() -> None:
    for data in (b"x" * (figures.BYTES + 1), b"\n" * 5_000):
        with pytest.raises(Refused) as refused:
            read(data)
        assert refused.value.detail["why"] == "long"


# ── what is not understood ───────────────────────────────────────────────────────────────────────────────────────────


def test_each_bad_cell_is_named_and_the_good_ones_stand() -> None:
    text = (
        "id;Co;2027-01;2027-02;2027-03;2027-09\n"
        "#M1;;52;abc;45;\n"
        "#none;;1;;;\n"
        "#M2;;0,8;80%;;\n"
        "#M1;;1;;;\n"
        "#goal;;1.234;300 000 zł;76%;5\n"
        ";;;;;\n"
        "#M3;;;;;\n"
    )
    found = read(text)
    assert told(found) == {
        ("M1", "2027-01"): 52,
        ("M1", "2027-03"): 45,
        ("M2", "2027-02"): 80,
        ("goal", "2027-02"): 300_000,
    }
    assert wrong(found) == [
        (2, "number"),
        (3, "row"),
        (4, "share"),
        (5, "twice"),
        (6, "two_ways"),
        (6, "percent"),
        (6, "month"),
    ]
    assert found.mistakes[0].sentence("pl") == "„abc” nie jest liczbą."


def test_the_other_teams_commitments_are_not_taken() -> None:
    found = read(HEAD + "#M1,,1,\n#S1,,90%,\n#goal,,5,\n", who=ANNA)
    assert set(told(found)) == {("M1", "2027-01"), ("goal", "2027-01")}
    assert wrong(found) == [(3, "team")]


def test_a_file_without_months_says_so() -> None:
    for text in ("", "a,b,c\n1,2,3", "%PDF-1.7 \x00\xff"):
        assert wrong(read(text)) == [(1, "head")]


def test_what_stands_there_is_told_beside_what_would_be_new() -> None:
    found = read(HEAD + "#M1,,40,52\n")
    assert found.same == 1, "January stands there already"
    assert [(one.value, one.before) for one in found.entries] == [(52, 51)]


@pytest.mark.parametrize(
    ("words", "comma", "value"),
    [
        ("1 234,5", True, 1234.5),
        ("1\u00a0234,5", True, 1234.5),
        ("1.234,5", True, 1234.5),
        ("1,234.5", True, 1234.5),
        ("1,234", True, 1.234),
        ("1.234", True, "two_ways"),
        ("1.5", True, 1.5),
        ("1,234", False, 1234),
        ("1.234", False, 1.234),
        ("12,5", False, 12.5),
        ("1,234,567", False, 1_234_567),
        ("12,34,567", False, "number"),
        ("−5", True, -5),
        ("PLN 300,000", False, 300_000),
        ("=1+1", True, "number"),
        ("3 of 4", True, "number"),
        ("1e5", True, "number"),
        ("٣", True, "number"),
        ("9" * 20, True, "range"),
    ],
)
def test_figures_are_read_as_their_spreadsheet_wrote_them(words: str, comma: bool, value: float | str) -> None:
    count = Measure("r", "commitment", "t", Text("", ""), ())
    assert figure_in(words, count, comma=comma) == value


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("2027-01 styczeń", "2027-01"),
        ("2027-01-01", "2027-01"),
        ("01.2027", "2027-01"),
        ("1/2027", "2027-01"),
        ("01.01.2027", "2027-01"),
        ("Jan-27", "2027-01"),
        ("sty.27", "2027-01"),
        ("Październik 2027", "2027-10"),
        ("2027-13", ""),
        ("Level", ""),
        ("Poziom 2027", ""),
        ("co najmniej 50 MQL w miesiącu", ""),
    ],
)
def test_months_are_known_however_a_spreadsheet_writes_them(cell: str, month: str) -> None:
    assert month_in(cell) == month


# ── no words are formulas ────────────────────────────────────────────────────────────────────────────────────────────


def hostile() -> State:
    row = STATE.rows["M1"]
    cells = put(row.cells, "clause", Wording('=HYPERLINK("http://x","y")', 1))
    return change(STATE, rows=put(STATE.rows, "M1", change(row, cells=cells)))


def test_no_cell_of_the_file_is_a_formula() -> None:
    text = csv_of(scorecard(hostile(), "en")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert any("HYPERLINK" in cell for row in rows for cell in row)
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_figures_to_count_with_and_no_formula(language: Language) -> None:
    card = scorecard(hostile(), language)
    book = openpyxl.load_workbook(io.BytesIO(sheets.xlsx({}, "t", language, (lambda book: add_sheet(book, card),))))
    sheet = book.worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert [cell.value for cell in rows["M1"][3:7]] == [50, 40, 50, 51]
    assert rows["M2"][4].number_format == "0.0%"
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
