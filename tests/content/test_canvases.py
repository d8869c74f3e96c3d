# ruff: noqa: E501 - one activity and one table a line can be read
"""The files that ship: complete, in both languages, with the ids that workshops and rehearsals rely on."""

import re
from collections.abc import Iterator
from itertools import combinations

import msgspec
import pytest

from accord import resources
from accord.content import load
from accord.domain.catalogue import Catalogue, Field, Place, Prompt, Table, Text, Wordlists
from accord.domain.cells import wrong

CREDIT = "Team Canvas – Alexey Ivanov and Dmitry Voloshchuk, theteamcanvas.com, CC BY-SA 4.0. Adapted."
# fmt: off
PROMPTS = {
    "check-in": "expect today_state rule",
    "canvas-basic": "goals roles purpose values rules",
    "canvas-full": "people_roles common_goals personal_goals purpose values strengths weaknesses_risks needs_expectations rules",
    "customer-journey": "trigger explore requirements evaluate decide onboard grow journey",
    "persona-icp": "icp_must icp_exclude triggers segments buying_group persona objections arguments messages materials channels anti_persona",
    "nine-questions": "q1 q2 q3 q4 q5 q6 q7 q8 q9",
    "funnel-goals": "rates goal levels capacity",
    "definitions": "contact lead mql sal sql opportunity opportunity_status opportunity_stage lead_source good_lead rejected recycled handover contact_attempt conversation working_time customer revenue sourced influenced priority more sources reasons",
    "lead-calibration": "leads criteria missing_fields",
    "process-map": "generation handover handover_fields sales_steps feedback",
    "marketing-commitments": "commitments",
    "sales-commitments": "commitments",
    "reporting": "metrics tools central_tool key_conversions views",
    "meetings-communication": "meetings channels mode joint_actions",
    "risks": "fears causes signals safeguards hopes register escalation",
    "retro": "start stop continue ask offer actions",
    "sign-off": "read quiz warnings sign",
    "check-out": "first_step insight roti",
    "involve-teams": "open given until",
    "present-draft": "why open unknown",
    "comments": "sections comments",
    "amend": "comment_1 comment_2 comment_3 comment_4 comment_5",
    "scorecard": "kept level lesson",
    "clause-review": "state mend",
    "decide-changes": "changes rule",
}
TABLES = {
    "customer_journey": ("stage customer_does customer_asks touchpoints source_of_leads our_content contact owner friction", "trigger explore requirements evaluate decide onboard grow"),
    "icp": ("attribute rule where_to_check exclude_reason priority", ""),
    "personas": ("name buying_role measured_on problem triggers objections arguments message materials channels", ""),
    "funnel_goal": ("name period_from period_to months working_days revenue_target currency revenue_type average_deal average_deal_sales share_marketing share_sales share_partners open_pipeline cycle_days method baseline_from baseline_to baseline_source marketing_budget assumptions", "goal"),
    "funnel": ("name stream level unit owner baseline rate volume median_days unit_rule lever lever_owner", "visits leads mql sal sql opportunities won sales_sql sales_opportunities sales_won"),
    "capacity": ("role people hours_per_day minutes_per_mql minutes_per_sal minutes_per_own_sql minutes_per_opportunity", "sdr account_executives"),
    "definitions": ("term sentence unit must any exclude decides evidence time_limit limit_from example counter_example marketing_view sales_view", "contact lead mql sal sql opportunity opportunity_status opportunity_stage lead_source good_lead rejected recycled handover contact_attempt conversation working_time customer revenue sourced influenced priority"),
    "lead_sources": ("name means stream", ""),
    "rejection_and_return_reasons": ("reason applies_to next", "fit_industry fit_size fit_region wrong_person bad_data no_need no_budget timing no_contact competitor duplicate misuse"),
    "leads": ("lead company role source activity need", "l01 l02 l03 l04 l05 l06 l07 l08 l09 l10"),
    "handover_fields": ("name", "person company contact consent source activity score need opening"),
    "process": ("name part lane kind trigger responsible output tool time_limit time_limit_a if_late next conditions bottleneck bottleneck_action bottleneck_owner", "p01 p02 p03 p04 p05 p06 p07 p09 p10 p11 p12 p13 p08 p14"),
    "marketing_commitments": ("clause owner to measure target baseline deadline measured_with report report_frequency depends_on if_missed", "mc-volume mc-flow mc-quality mc-complete mc-speed mc-notice mc-materials mc-nurture mc-educate mc-report"),
    "sales_commitments": ("clause owner to measure target baseline deadline measured_with report report_frequency depends_on if_missed", "sc-first-attempt sc-decision sc-attempts sc-reason sc-status sc-loss sc-voice sc-expert sc-use sc-outcome"),
    "metrics": ("name formula owner tool source_of_truth filled_in baseline target reviewed audience funnel_stage", "visits leads mql mql_sal sal_sql sql_opp win_rate revenue pipeline coverage cycle velocity first_attempt decision_time reason_given handover_complete cost_sql understands"),
    "tools": ("name category for used_by", "web_traffic leads opportunity_status customer_parameters transactions documents dashboard messenger video_calls"),
    "dashboard": ("name for metrics", "team management"),
    "meetings": ("name purpose cadence when minutes who owner deputy agenda inputs output", "weekly_leads monthly_results campaign_preview campaign_review call_listening heads_sync quarterly_sla onboarding"),
    "channels": ("name kind tool for response who", "shared urgent project direct crm_note video documents phone"),
    "joint_actions": ("name date owner marketing_part sales_part goal follow_up_rule", ""),
    "risks": ("risk likelihood impact response owner early_signal", ""),
    "escalation": ("step when what who within", "first second third"),
    "actions": ("text owner due sign status", ""),
}
# fmt: on
SECTIONS = (
    "summary parties purpose period goals definitions processes marketing_sla sales_sla reporting communication"
    " escalation changes signoff annex_canvas annex_persona annex_journey annex_answers annex_risks annex_open"
    " annex_provenance"
)
SAME_IN_BOTH = {
    *("Agenda", "Blog.", "CRM", "CTR.", "Demo", "Lead", "Livespace", "MQL", "Marketing", "Marketing 2", "Marketing 4"),
    *("Marketing.", "PLN", "Persona", "SAL", "SAL ÷ MQL", "SQL ÷ SAL", "System", "status MQL"),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(resources.canvases())


def texts(value: object, way: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of plain values with the way to it."""
    if isinstance(value, dict) and set(value) == {"pl", "en"}:
        yield way, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(one, f"{way}.{key}")
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one, way)


def is_code(words: str) -> bool:
    """Figures, and the ids that choices and references are written with."""
    return re.fullmatch(r"[\W\d]*|[a-z][a-z0-9_-]*(, [a-z0-9_-]+)*|Lead \d+", words) is not None


def tables_of(catalogue: Catalogue) -> dict[str, Table]:
    return {table.id: table for activity in catalogue.activities.values() for table in activity.tables}


def prompts_of(catalogue: Catalogue, activity: str) -> dict[str, Prompt]:
    return {prompt.id: prompt for prompt in catalogue.activities[activity].prompts}


def test_the_activities_and_prompts_are_those_that_workshops_know(catalogue: Catalogue) -> None:
    found = {name: " ".join(p.id for p in one.prompts) for name, one in catalogue.activities.items()}
    assert found == PROMPTS
    assert list(found) == list(PROMPTS)


def test_the_tables_have_the_fields_and_starters_that_workshops_know(catalogue: Catalogue) -> None:
    found = {
        table.id: (" ".join(f.id for f in table.fields), " ".join(s.id for s in table.starters))
        for table in tables_of(catalogue).values()
    }
    assert found == TABLES


def test_a_table_that_two_activities_have_is_the_same(catalogue: Catalogue) -> None:
    shared = [(t, tables_of(catalogue)[t.id]) for a in catalogue.activities.values() for t in a.tables]
    assert len(shared) > len(TABLES)
    assert all(one is other for one, other in shared)


def test_a_starter_says_only_what_its_fields_can_hold(catalogue: Catalogue) -> None:
    for table in tables_of(catalogue).values():
        for starter in table.starters:
            for name, said in starter.cells.items():
                field = table.field(name)
                assert field
                assert [wrong(field, said.pl), wrong(field, said.en)] == ["", ""], (table.id, starter.id, name)
    assert wrong(Field("x", Text("x", "x"), "limit"), "soon") == "limit", "the control"


def test_the_sections_stand_in_the_order_of_the_document(catalogue: Catalogue) -> None:
    assert " ".join(section.id for section in catalogue.sections) == SECTIONS
    assert all(section.good and section.pattern and section.data for section in catalogue.sections)
    checks = {check for section in catalogue.sections for check in section.checks}
    assert {check.split("-")[0] for check in checks} >= {"STR", "PER", "GOAL", "DEF", "PROC", "COM", "CONS", "REP"}


def test_the_common_files_are_complete(catalogue: Catalogue) -> None:
    assert [guide.id for guide in catalogue.phases] == ["write", "reveal", "discuss", "vote", "agree"]
    assert sum(guide.minutes_share for guide in catalogue.phases) == pytest.approx(1)
    assert [level.value for level in catalogue.consent] == [5, 4, 3, 2, 1, 0]
    assert catalogue.pass_level == 3
    assert [hint.id for hint in catalogue.hints] == ["long", "two", "blame", "person", "number", "vague", "contact"]
    assert [(card.id, len(card.points)) for card in catalogue.cards] == [("canvas-reminders", 9), ("new-funnel", 1)]
    assert (len(catalogue.facts), len(catalogue.preparation), set(catalogue.breaks)) == (
        7,
        6,
        {"coffee", "lunch", "short"},
    )
    assert {unit["id"] for unit in msgspec.convert(catalogue.units["units"], list[dict[str, object]])} >= {
        "mql",
        "working_day",
    }


def test_every_text_is_written_in_both_languages(catalogue: Catalogue) -> None:
    found = list(texts(msgspec.to_builtins(msgspec.structs.replace(catalogue, units={}, wordlists=Wordlists()))))
    assert len(found) > 500
    assert [way for way, text in found if not text["pl"].strip() or not text["en"].strip()] == []
    assert {t["pl"] for _, t in found if t["pl"] == t["en"] and not is_code(t["pl"])} == SAME_IN_BOTH


def test_every_question_shows_a_good_and_a_weak_answer(catalogue: Catalogue) -> None:
    bare = {"customer-journey"}  # its rows carry the examples
    for name in set(catalogue.activities) - bare:
        assert [p.id for p in catalogue.activities[name].prompts if not p.good or not p.weak] == [], name


def test_the_columns_of_the_journey_ask_what_its_rows_say(catalogue: Catalogue) -> None:
    columns = prompts_of(catalogue, "customer-journey")
    assert [len(columns[name].follow_ups) for name in ("trigger", "grow", "journey")] == [8, 8, 0]
    assert columns["trigger"].follow_ups[0].en == "What the customer does: Describe visible actions, in order."


def test_results_land_in_the_sections_they_feed(catalogue: Catalogue) -> None:
    questions, canvas = prompts_of(catalogue, "nine-questions"), prompts_of(catalogue, "canvas-basic")
    assert [feed.section for feed in questions["q5"].feeds] == ["marketing_sla", "reporting"]
    assert [feed.section for feed in canvas["goals"].feeds] == ["purpose", "annex_canvas"]
    assert [feed.section for feed in canvas["rules"].feeds] == ["communication", "annex_canvas"]
    assert prompts_of(catalogue, "check-out")["roti"].feeds == ()


def test_needs_are_asked_of_one_team_and_guessed_by_the_other(catalogue: Catalogue) -> None:
    questions = prompts_of(catalogue, "nine-questions")
    assert [(questions[q].asked, questions[q].guesses) for q in ("q7", "q8")] == [
        ("marketing", "sales"),
        ("sales", "marketing"),
    ]


def test_scales_say_what_their_ends_mean(catalogue: Catalogue) -> None:
    for activity, prompt, ends in (
        ("check-in", "today_state", (1, 4)),
        ("check-out", "roti", (1, 5)),
        ("nine-questions", "q5", (1, 5)),
    ):
        scale = prompts_of(catalogue, activity)[prompt].scale
        assert scale
        assert (scale.min, scale.max) == ends


def test_rounds_go_together_and_nothing_in_them_must_be_agreed(catalogue: Catalogue) -> None:
    for name in ("check-in", "check-out"):
        assert catalogue.activities[name].together
        assert not any(p.must_agree for p in catalogue.activities[name].prompts)
    assert not catalogue.activities["canvas-basic"].together


def test_only_five_zones_of_the_complete_canvas_must_be_agreed(catalogue: Catalogue) -> None:
    agreed = [p.id for p in catalogue.activities["canvas-full"].prompts if p.must_agree]
    assert agreed == ["people_roles", "common_goals", "purpose", "values", "rules"]


def test_who_wrote_is_hidden_where_people_write_their_fears(catalogue: Catalogue) -> None:
    seen = {name: one.visibility for name, one in catalogue.activities.items()}
    assert [name for name, how in seen.items() if how == "hidden"] == ["risks"]
    assert " ".join(name for name, how in seen.items() if how == "named") == (
        "check-in funnel-goals process-map reporting meetings-communication sign-off check-out involve-teams present-draft"
        " decide-changes"
    )


def overlap(one: Place, other: Place) -> bool:
    across = one.x < other.x + other.w and other.x < one.x + one.w
    return across and one.y < other.y + other.h and other.y < one.y + one.h


@pytest.mark.parametrize("name", ["canvas-basic", "canvas-full"])
def test_zones_lie_on_the_sheet_and_only_the_heart_covers_others(catalogue: Catalogue, name: str) -> None:
    places = {p.id: p.place for p in catalogue.activities[name].prompts if p.place}
    assert len(places) == len(catalogue.activities[name].prompts)
    for place in places.values():
        assert place.x >= 0
        assert place.y >= 0
        assert place.x + place.w <= 100
        assert place.y + place.h <= 100
    crossing = {pair for pair in combinations(places, 2) if overlap(places[pair[0]], places[pair[1]])}
    assert all("purpose" in pair for pair in crossing)
    assert sum(p.w * p.h for zone, p in places.items() if zone != "purpose" or name == "canvas-basic") == 10_000


def test_the_overlap_of_two_zones_would_be_seen() -> None:
    assert overlap(Place(0, 0, 50, 50), Place(49, 49, 10, 10))
    assert not overlap(Place(0, 0, 50, 50), Place(50, 0, 50, 50))


@pytest.mark.parametrize("name", ["canvas-basic", "canvas-full"])
def test_the_team_canvas_carries_its_credit_minutes_and_licence(catalogue: Catalogue, name: str) -> None:
    assert catalogue.activities[name].credit == CREDIT
    assert all(prompt.icon and prompt.minutes for prompt in catalogue.activities[name].prompts)
    folder = resources.canvases() / "team-canvas"
    assert "creativecommons.org/licenses/by-sa/4.0/legalcode" in (folder / "LICENSE").read_text("utf-8")
    assert (folder / "NOTICE").read_text("utf-8").startswith(CREDIT)


def test_no_board_but_the_team_canvas_claims_its_credit(catalogue: Catalogue) -> None:
    assert {name for name, one in catalogue.activities.items() if one.credit} == {"canvas-basic", "canvas-full"}


def test_a_why_card_tells_its_source_in_words_beside_the_activities_it_is_about(catalogue: Catalogue) -> None:
    for fact in catalogue.facts:
        assert fact.activities
        assert len(fact.cited) == len(fact.source)
        assert not set(fact.cited) & set(fact.source)
    hour = next(fact for fact in catalogue.facts if fact.id == "f-hour")
    assert "HBR" in hour.cited[0]
