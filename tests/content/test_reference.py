"""The content against the list of what it has to have: every id of the reference that the files were made from.

The files may have more; what has another name here or stands elsewhere is told in MOVED.
"""

import pytest

from accord import resources
from accord.content import load, plan_steps
from accord.domain.catalogue import Activity, Catalogue

# fmt: off
# ruff: noqa: E501 - one activity and one agenda a line can be read
ACTIVITIES = {  # kind, minutes short standard deep, sections it feeds
    "check-in": ("questions", "3 10 15", "purpose"),
    "canvas-basic": ("board", "25 35 50", "purpose parties communication annex_canvas"),
    "canvas-full": ("board", "60 90 120", "parties purpose marketing_sla sales_sla communication annex_risks annex_canvas"),
    "customer-journey": ("board", "25 40 75", "annex_journey definitions processes marketing_sla"),
    "persona-icp": ("board", "20 35 60", "annex_persona definitions marketing_sla"),
    "nine-questions": ("questions", "30 60 100", "goals definitions processes marketing_sla reporting annex_answers sales_sla communication"),
    "funnel-goals": ("funnel", "25 40 60", "goals marketing_sla sales_sla reporting"),
    "definitions": ("table", "20 45 90", "definitions processes reporting"),
    "lead-calibration": ("sorting", "10 15 30", "definitions processes"),
    "process-map": ("process", "25 40 75", "processes marketing_sla sales_sla escalation"),
    "marketing-commitments": ("table", "12 22 40", "marketing_sla reporting escalation"),
    "sales-commitments": ("table", "12 22 40", "sales_sla reporting escalation"),
    "reporting": ("table", "8 15 40", "reporting"),
    "meetings-communication": ("table", "7 12 30", "communication"),
    "risks": ("board", "8 15 25", "annex_risks escalation"),
    "retro": ("board", "10 15 30", "communication marketing_sla sales_sla"),
    "sign-off": ("signoff", "7 12 25", "signoff"),
    "check-out": ("questions", "3 5 10", "annex_provenance"),
}
ASKED = {  # zones, questions, columns, parts, inputs
    "check-in": "expect today_state rule",
    "canvas-basic": "goals roles purpose values rules",
    "canvas-full": "people_roles common_goals personal_goals purpose values strengths weaknesses_risks needs_expectations rules",
    "customer-journey": "trigger explore requirements evaluate decide onboard grow",
    "persona-icp": "icp_must icp_exclude triggers segments buying_group persona objections arguments messages materials channels anti_persona",
    "nine-questions": "q1 q2 q3 q4 q5 q6 q7 q8 q9",
    "funnel-goals": "period revenue_target average_deal split stages baseline rates levers",
    "process-map": "generation handover sales_steps feedback",
    "reporting": "central_tool key_conversions views",
    "risks": "fears causes signals safeguards hopes",
    "retro": "start stop continue ask offer actions",
    "sign-off": "read quiz warnings sign",
    "check-out": "first_step insight roti",
}
FIELDS = {  # columns of its tables, rows of a grid
    "customer-journey": "customer_does customer_asks touchpoints source_of_leads our_content contact owner friction",
    "persona-icp": "attribute rule where_to_check exclude_reason priority name buying_role measured_on problem triggers objections arguments message materials channels",
    "definitions": "sentence unit must any exclude decides evidence time_limit example counter_example marketing_view sales_view",
    "process-map": "name trigger responsible output tool time_limit if_late bottleneck",
    "marketing-commitments": "clause owner to measure target baseline deadline measured_with depends_on if_missed",
    "reporting": "name formula owner source_of_truth filled_in baseline target reviewed audience",
    "meetings-communication": "purpose cadence minutes who agenda owner output name date marketing_part sales_part goal_in_leads_or_sql follow_up_rule kind tool for response_expectation",
    "risks": "risk likelihood_1_4 impact_1_4 response owner early_signal",
}
STARTERS = {
    "definitions": "contact lead mql sal sql opportunity opportunity_status opportunity_stage lead_source good_lead rejected recycled handover contact_attempt conversation working_time customer revenue sourced influenced priority fit_industry fit_size fit_region wrong_person bad_data no_need no_budget timing no_contact competitor duplicate misuse",
    "process-map": "person company contact consent source activity score need opening",
    "marketing-commitments": "mc-volume mc-flow mc-quality mc-complete mc-speed mc-notice mc-materials mc-nurture mc-educate mc-report",
    "sales-commitments": "sc-first-attempt sc-decision sc-attempts sc-reason sc-status sc-loss sc-voice sc-expert sc-use sc-outcome",
    "reporting": "visits leads mql mql_sal sal_sql sql_opp win_rate revenue pipeline coverage cycle velocity first_attempt decision_time reason_given handover_complete cost_sql understands web_traffic leads opportunity_status customer_parameters transactions documents dashboard messenger video_calls",
    "meetings-communication": "weekly_leads monthly_results campaign_preview campaign_review call_listening heads_sync quarterly_sla onboarding shared urgent project direct crm_note video documents phone",
}
OPTIONS = {  # values of choices, and of what people mark
    "persona-icp": "initiator champion user economic_buyer decision_maker technical_approver blocker",
    "lead-calibration": "accept reject missing",
    "process-map": "customer system marketing sdr sales both action decision handover wait feedback",
    "reporting": "web_traffic leads opportunity_status customer_parameters transactions documents dashboard messenger video_calls",
    "meetings-communication": "report_only feedback_loop joint_campaigns one_revenue_team",
    "sign-off": "accept accept_with_reservation object question",
}
AGENDAS = {  # minutes, then each line of it
    "starter-90": (90, "check-in:7 nine-questions:30 definitions:20 marketing-commitments:10 sales-commitments:10 meetings-communication:5 sign-off:5 check-out:3"),
    "half-day": (240, "check-in:10 canvas-basic:35 nine-questions:45 break:15 funnel-goals:30 definitions:35 break:5 marketing-commitments:18 sales-commitments:18 reporting:8 meetings-communication:7 sign-off:9 check-out:5"),
    "full-day": (480, "check-in:15 canvas-basic:35 customer-journey:40 break:15 persona-icp:35 nine-questions:60 break:45 funnel-goals:40 definitions:40 break:15 process-map:35 marketing-commitments:20 sales-commitments:20 break:10 reporting:13 meetings-communication:12 risks:8 retro:5 sign-off:12 check-out:5"),
    "series-4x60": (240, "check-in:6 canvas-basic:25 nine-questions:24 check-out:5 check-in:3 persona-icp:20 definitions:24 lead-calibration:10 check-out:3 check-in:3 funnel-goals:25 process-map:28 check-out:4 check-in:2 marketing-commitments:14 sales-commitments:14 reporting:7 meetings-communication:6 sign-off:12 check-out:5"),
    "heads-first": (210, "check-in:5 nine-questions:30 funnel-goals:25 definitions:20 break:5 marketing-commitments:12 sales-commitments:12 involve-teams:8 check-out:3 check-in:5 present-draft:12 comments:10 amend:35 lead-calibration:10 sign-off:12 check-out:6"),
    "quarterly-review": (90, "check-in:5 funnel-goals:18 scorecard:17 lead-calibration:15 retro:15 decide-changes:8 sign-off:7 check-out:5"),
    "review-30": (50, "check-in:5 clause-review:22 decide-changes:10 sign-off:8 check-out:5"),
}
SECTIONS = {  # the rules of the check that each one names
    "summary": "",
    "parties": "STR-03 SIGN-03",
    "purpose": "STR-01 GOAL-04",
    "period": "PER-01 PER-02 PER-03 PER-04",
    "goals": "GOAL-01 GOAL-02 GOAL-03 GOAL-04 GOAL-05 GOAL-06 GOAL-07 GOAL-08 GOAL-09 GOAL-10 GOAL-11 GOAL-12 GOAL-13 GOAL-14",
    "definitions": "DEF-01 DEF-02 DEF-03 DEF-04 DEF-05 DEF-06 DEF-07 DEF-08 DEF-09 DEF-10 DEF-11",
    "processes": "PROC-01 PROC-02 PROC-03 PROC-04 PROC-05 PROC-06 PROC-07 CONS-06 LAW-01 LAW-02",
    "marketing_sla": "COM-01 COM-02 COM-03 COM-04 COM-05 COM-06 COM-07 COM-08 COM-09 COM-10 COM-11 COM-12 COM-13 CONS-01 CONS-02 CONS-03 CONS-04 CONS-05 CONS-06",
    "sales_sla": "COM-01 COM-02 COM-03 COM-04 COM-05 COM-06 COM-07 COM-08 COM-09 COM-10 COM-11 COM-12 COM-13 CONS-01 CONS-02 CONS-03 CONS-04 CONS-05 CONS-06",
    "reporting": "REP-01 REP-02 REP-03 REP-04 REP-05 REP-06 REP-07 REP-08 REP-09 TIME-02 TIME-03",
    "communication": "MEET-01 MEET-02 MEET-03 MEET-04 MEET-05 MEET-06 TIME-01",
    "escalation": "ESC-01 ESC-02 ESC-03 TIME-04",
    "changes": "SIGN-04",
    "signoff": "SIGN-01 SIGN-02 SIGN-03 SIGN-04 SIGN-05",
    "annex_canvas": "STR-06",
    "annex_persona": "STR-02",
    "annex_journey": "STR-02",
    "annex_answers": "STR-05",
    "annex_risks": "STR-06",
    "annex_open": "STR-04",
    "annex_provenance": "STR-05",
}
FACTS = "f-quoted f-hour f-42 f-six f-bench f-group f-v1"
PREPARATION = "data leads stages campaigns invite mandate"
# fmt: on
MOVED = {
    "funnel-goals": {
        "period": "period_from",
        "split": "share_marketing",
        "stages": "levels",
        "levers": "lever",
    },
    "meetings-communication": {"goal_in_leads_or_sql": "goal", "response_expectation": "response"},
    "risks": {"likelihood_1_4": "likelihood", "impact_1_4": "impact"},
}
"""Activity → the reference's id → ours."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(resources.canvases())


def columns(activity: Activity) -> set[str]:
    return {field.id for table in activity.tables for field in table.fields}


def starters(activity: Activity) -> set[str]:
    return {starter.id for table in activity.tables for starter in table.starters}


def prompts(activity: Activity) -> set[str]:
    return {prompt.id for prompt in activity.prompts}


def options(activity: Activity) -> set[str]:
    """Values of every choice there is."""
    inner = {o.id for t in activity.tables for f in t.fields for o in f.options}
    marked = {o.id for p in activity.prompts if p.marks for o in p.marks.choices}
    return inner | marked | {o.id for o in activity.options} | starters(activity)


def fed(activity: Activity) -> set[str]:
    return {feed.section for p in activity.prompts for feed in p.feeds} | {hint.section for hint in activity.hints}


def missing(name: str, wanted: str, there: set[str]) -> list[str]:
    moved = MOVED.get(name, {})
    return [one for one in wanted.split() if moved.get(one, one) not in there]


@pytest.mark.parametrize("name", ACTIVITIES)
def test_an_activity_is_of_its_kind_and_length_and_feeds_its_sections(catalogue: Catalogue, name: str) -> None:
    kind, minutes, sections = ACTIVITIES[name]
    activity = catalogue.activities[name]
    assert activity.kind == kind
    assert " ".join(str(length) for length in activity.minutes.values()) == minutes
    assert fed(activity) == set(sections.split())


def test_activities_stand_in_the_order_of_the_workshop(catalogue: Catalogue) -> None:
    assert list(catalogue.activities)[: len(ACTIVITIES)] == list(ACTIVITIES)


@pytest.mark.parametrize("name", ASKED)
def test_everything_is_asked(catalogue: Catalogue, name: str) -> None:
    activity = catalogue.activities[name]
    assert missing(name, ASKED[name], prompts(activity) | columns(activity)) == []


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_a_column(catalogue: Catalogue, name: str) -> None:
    assert missing(name, FIELDS[name], columns(catalogue.activities[name])) == []


@pytest.mark.parametrize("name", STARTERS)
def test_every_starter_is_offered(catalogue: Catalogue, name: str) -> None:
    assert missing(name, STARTERS[name], starters(catalogue.activities[name])) == []


@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_can_be_chosen(catalogue: Catalogue, name: str) -> None:
    assert missing(name, OPTIONS[name], options(catalogue.activities[name])) == []


@pytest.mark.parametrize("name", AGENDAS)
def test_an_agenda_has_its_lines_and_each_is_planned(catalogue: Catalogue, name: str) -> None:
    minutes, lines = AGENDAS[name]
    agenda = catalogue.agendas[name]
    assert agenda.minutes == minutes
    assert " ".join(f"{item.activity or 'break'}:{item.minutes}" for item in agenda.items) == lines
    steps = plan_steps(catalogue, name)
    assert " ".join(f"{step.activity or 'break'}:{step.minutes}" for step in steps) == lines


def test_the_agendas_stand_in_their_order(catalogue: Catalogue) -> None:
    assert list(catalogue.agendas) == list(AGENDAS)


def test_a_section_names_its_checks(catalogue: Catalogue) -> None:
    assert {section.id: " ".join(section.checks) for section in catalogue.sections} == SECTIONS


def test_facts_and_preparation_are_complete(catalogue: Catalogue) -> None:
    assert " ".join(fact.id for fact in catalogue.facts) == FACTS
    assert " ".join(one.id for one in catalogue.preparation) == PREPARATION


def test_what_is_not_there_would_be_missed(catalogue: Catalogue) -> None:
    """The control."""
    assert missing("retro", "start quit actions", prompts(catalogue.activities["retro"])) == ["quit"]
    assert missing("risks", "impact_1_4", set()) == ["impact_1_4"]
