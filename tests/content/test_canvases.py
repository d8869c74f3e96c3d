"""The files that ship: complete, in both languages, with the ids that workshops and rehearsals rely on."""

from collections.abc import Iterator
from itertools import combinations

import msgspec
import pytest

from accord import resources
from accord.content import load, plan_steps
from accord.domain.catalogue import Catalogue, Place, Prompt, Wordlists

CREDIT = "Team Canvas – Alexey Ivanov and Dmitry Voloshchuk, theteamcanvas.com, CC BY-SA 4.0. Adapted."
PROMPTS = {
    "check-in": "expect today_state rule",
    "canvas-basic": "goals roles purpose values rules",
    "canvas-full": "people_roles common_goals personal_goals purpose values strengths weaknesses_risks"
    " needs_expectations rules",
    "customer-journey": "trigger explore requirements evaluate decide onboard grow journey",
    "persona-icp": "icp_must icp_exclude triggers segments buying_group persona objections arguments messages materials"
    " channels anti_persona",
    "nine-questions": "q1 q2 q3 q4 q5 q6 q7 q8 q9",
    "risks": "fears causes signals safeguards hopes",
    "retro": "start stop continue ask offer actions",
    "check-out": "first_step insight roti",
}
SECTIONS = (
    "summary parties purpose period goals definitions processes marketing_sla sales_sla reporting communication"
    " escalation changes signoff annex_canvas annex_persona annex_journey annex_answers annex_risks annex_open"
    " annex_provenance"
)
SAME_IN_BOTH = {"Marketing.", "5."}


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


def prompts_of(catalogue: Catalogue, activity: str) -> dict[str, Prompt]:
    return {prompt.id: prompt for prompt in catalogue.activities[activity].prompts}


def test_the_activities_and_prompts_are_those_that_workshops_know(catalogue: Catalogue) -> None:
    found = {name: " ".join(p.id for p in one.prompts) for name, one in catalogue.activities.items()}
    assert found == PROMPTS
    assert list(found) == list(PROMPTS)


def test_the_sections_stand_in_the_order_of_the_document(catalogue: Catalogue) -> None:
    assert " ".join(section.id for section in catalogue.sections) == SECTIONS
    assert all(section.good for section in catalogue.sections)


def test_the_common_files_are_complete(catalogue: Catalogue) -> None:
    assert [guide.id for guide in catalogue.phases] == ["write", "reveal", "discuss", "vote", "agree"]
    assert sum(guide.minutes_share for guide in catalogue.phases) == pytest.approx(1)
    assert [level.value for level in catalogue.consent] == [5, 4, 3, 2, 1, 0]
    assert catalogue.pass_level == 3
    assert [hint.id for hint in catalogue.hints] == ["long", "two", "blame", "person", "number", "vague", "contact"]
    assert [len(card.points) for card in catalogue.cards] == [9]
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
    assert {t["pl"] for _, t in found if t["pl"] == t["en"]} == SAME_IN_BOTH


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
    assert {name: one.visibility for name, one in catalogue.activities.items() if one.visibility != "team"} == {
        "check-in": "named",
        "risks": "hidden",
        "check-out": "named",
    }


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


@pytest.mark.parametrize("name", ["starter-90", "half-day"])
def test_an_agenda_adds_up_with_its_later_lines_and_plans_without_them(catalogue: Catalogue, name: str) -> None:
    agenda = catalogue.agendas[name]
    assert sum(item.minutes for item in agenda.items) == agenda.minutes
    assert {item.activity for item in agenda.items if item.later} & set(catalogue.activities) == set()
    planned = [step.activity for step in plan_steps(catalogue, name) if step.kind != "break"]
    assert planned == [item.activity for item in agenda.items if item.activity and not item.later]
