"""How rows are told: units and their forms, patterns with and without data, words written by hand beside the data."""

import pytest
from msgspec.structs import replace
from tests.support import golden

from accord.agreement import patterns
from accord.agreement.draft import WORKING, draft
from accord.agreement.outline import Card, Paragraph
from accord.agreement.saying import Saying
from accord.domain.catalogue import Language, TeamNames, Text
from accord.domain.cells import Level
from accord.domain.state import Wording


@pytest.mark.parametrize(
    ("language", "value", "unit", "said"),
    [
        ("pl", 1, "working_day", "1 dzień roboczy"),
        ("pl", 2, "working_hour", "2 godziny robocze"),
        ("pl", 12, "working_day", "12 dni roboczych"),
        ("pl", 22, "month", "22 miesiące"),
        ("pl", 2.5, "working_hour", "2,5 godziny roboczej"),
        ("en", 1, "working_day", "1 working day"),
        ("en", 2.5, "working_hour", "2.5 working hours"),
    ],
)
def test_figures_carry_their_units_inflected(language: Language, value: float, unit: str, said: str) -> None:
    assert Saying([], {}, language).counted(value, unit).replace("\u00a0", " ") == said


def test_within_takes_the_genitive_in_polish() -> None:
    saying = Saying([], {}, "pl")
    assert [saying.within(n, "working_day") for n in (1, 2, 5)] == [
        "1 dnia roboczego",
        "2 dni roboczych",
        "5 dni roboczych",
    ]
    assert saying.within(2, "working_day") != saying.counted(2, "working_day")


def test_a_level_says_how_much_of_what_in_which_time() -> None:
    assert (
        Saying([], {}, "pl").level(Level("at_least", 2, "conversation", "month")) == "co najmniej 2 rozmowy w miesiącu"
    )
    assert Saying([], {}, "en").level(Level("at_least", 100, "percent", "month")) == "100% a month"


def test_a_sentence_without_its_data_is_left_out() -> None:
    assert patterns.fill("Owner: {owner}.", {"owner": "Anna"}) == "Owner: Anna."
    assert patterns.fill("Owner: {owner}.", {"owner": ""}) == ""
    assert patterns.fill("{text}.", {"text": "Done."}) == "Done."


def test_words_written_by_hand_stay_beside_the_data_of_their_row() -> None:
    state = golden.state("en")
    clause = next(c for c in state.clauses.values() if c.row == "row-M1")
    edited = replace(clause, wording=Wording("By hand: fifty a month.", 2, by="f"))
    section = next(
        s
        for s in draft(replace(state, clauses=state.clauses | {clause.id: edited}), "en", WORKING).sections
        if s.id == "marketing_sla"
    )
    at = next(n for n, b in enumerate(section.blocks) if isinstance(b, Paragraph) and b.clause == clause.id)
    words, beside = section.blocks[at : at + 2]
    assert isinstance(words, Paragraph)
    assert words.text == "By hand: fifty a month."
    assert words.edited
    assert isinstance(beside, Card)
    assert beside.beside
    assert any("50 MQLs" in fact.text for fact in beside.facts)


def test_a_clause_whose_row_is_being_changed_keeps_its_number_and_says_so() -> None:
    state = golden.state("pl")
    row = replace(state.rows["row-M1"], result="")
    section = next(
        s
        for s in draft(replace(state, rows=state.rows | {row.id: row}), "pl", WORKING).sections
        if s.id == "marketing_sla"
    )
    changing = [b for b in section.blocks if isinstance(b, Paragraph) and "właśnie zmieniany" in b.text]
    assert [b.number for b in changing] == ["7.4"]


def test_a_renamed_team_commits_under_its_own_name() -> None:
    state = golden.state("pl")
    teams = state.plan.teams | {"marketing": TeamNames(Text("Wzrost", "Growth"), "blue")}
    made = draft(replace(state, plan=replace(state.plan, teams=teams)), "pl")
    told = [b.text for s in made.sections if s.id == "marketing_sla" for b in s.blocks if isinstance(b, Card)]
    assert told[0].startswith("Zespół „Wzrost” zobowiązuje się wobec sprzedaży, że przekaże")
    assert "Marketing zobowiązuje się" not in told[0]
