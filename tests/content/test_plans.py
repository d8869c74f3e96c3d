"""From an agenda, or from what somebody wishes, to the steps of a workshop."""

import msgspec
import pytest

from accord import resources
from accord.content import CustomPrompt, CustomStep, custom_steps, load, plan_steps
from accord.domain.catalogue import AgendaItem, Catalogue, PlannedStep
from accord.domain.planning import asked_again
from accord.errors import Refused


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(resources.canvases())


def sections(step: PlannedStep) -> list[list[str]]:
    return [[feed.section for feed in one.prompt.feeds] for one in step.prompts]


@pytest.mark.parametrize("agenda", sorted(load(resources.canvases()).agendas))
def test_the_phases_of_every_step_add_up_to_its_minutes(catalogue: Catalogue, agenda: str) -> None:
    steps = plan_steps(catalogue, agenda)
    assert [step.id for step in steps] == [f"s{n}" for n in range(1, len(steps) + 1)]
    for step in steps:
        assert sum(minutes for _, minutes in step.phases) == (0 if step.kind == "break" else step.minutes)


def test_the_half_day_runs_whole(catalogue: Catalogue) -> None:
    steps = plan_steps(catalogue, "half-day")
    assert [(step.activity, step.kind, step.minutes) for step in steps] == [
        ("check-in", "questions", 10),
        ("canvas-basic", "board", 35),
        ("nine-questions", "questions", 45),
        ("", "break", 15),
        ("funnel-goals", "funnel", 30),
        ("definitions", "table", 35),
        ("", "break", 5),
        ("marketing-commitments", "table", 18),
        ("sales-commitments", "table", 18),
        ("reporting", "table", 8),
        ("meetings-communication", "table", 7),
        ("sign-off", "signoff", 9),
        ("check-out", "questions", 5),
    ]
    assert steps[3].name.pl == "Przerwa na kawę"
    assert steps[1].phases == (("write", 9), ("reveal", 4), ("discuss", 11), ("vote", 3), ("agree", 8))


def step_for(catalogue: Catalogue, agenda: str, activity: str) -> PlannedStep:
    return next(step for step in plan_steps(catalogue, agenda) if step.activity == activity)


def ids(step: PlannedStep) -> str:
    return " ".join(one.prompt.id for one in step.prompts)


def test_structured_steps_take_all_their_prompts_through_the_phases_together(catalogue: Catalogue) -> None:
    step = step_for(catalogue, "half-day", "definitions")
    assert step.turns == (("s6.mql", "s6.sal", "s6.sql"),)
    assert [one.prompt.preset for one in step.prompts] == [("mql",), ("sal",), ("sql",)]
    assert [table.id for table in step.tables] == ["definitions"]


def test_without_a_focus_the_usual_prompts_are_taken_short_ones_when_time_is_short(catalogue: Catalogue) -> None:
    assert ids(step_for(catalogue, "full-day", "definitions")) == "lead mql sal sql opportunity more sources reasons"
    assert ids(step_for(catalogue, "full-day", "funnel-goals")) == "rates goal levels capacity"
    assert ids(step_for(catalogue, "half-day", "funnel-goals")) == "rates goal levels"
    assert ids(step_for(catalogue, "half-day", "reporting")) == "metrics central_tool"


def test_a_deep_run_asks_everything(catalogue: Catalogue) -> None:
    deep = msgspec.structs.replace(AgendaItem("definitions", minutes=90), variant="deep")
    agenda = msgspec.structs.replace(catalogue.agendas["half-day"], items=(deep,))
    (step,) = plan_steps(msgspec.structs.replace(catalogue, agendas={"own": agenda}), "own")
    assert len(step.prompts) == len(catalogue.activities["definitions"].prompts) == 24


def test_a_starter_in_focus_is_a_row_from_the_start_of_the_prompt_with_its_table(catalogue: Catalogue) -> None:
    step = step_for(catalogue, "starter-90", "meetings-communication")
    assert [(one.prompt.id, one.prompt.preset) for one in step.prompts] == [("meetings", ("weekly_leads",))]
    assert catalogue.activities["meetings-communication"].prompts[0].preset == (), "the control"


def test_words_in_focus_are_advice_before_the_tips(catalogue: Catalogue) -> None:
    step = step_for(catalogue, "starter-90", "marketing-commitments")
    assert step.tips[0].pl == "dwa najważniejsze"
    assert step.tips[1] == catalogue.activities["marketing-commitments"].exercise
    assert ids(step) == "commitments"


def test_sessions_are_told_apart_with_what_lies_between(catalogue: Catalogue) -> None:
    series, heads = catalogue.agendas["series-4x60"], catalogue.agendas["heads-first"]
    assert [(one.number, one.version, one.gap) for one in series.sittings] == [
        (1, "0.1", 0),
        (2, "0.2", 5),
        (3, "0.3", 5),
        (4, "1.0", 5),
    ]
    assert [(one.heads, one.gap, one.before is None) for one in heads.sittings] == [(True, 0, True), (False, 5, False)]
    assert len(heads.rules) == 2
    assert sorted({step.session for step in plan_steps(catalogue, "series-4x60")}) == [1, 2, 3, 4]
    for agenda in (series, heads):
        for sitting in agenda.sittings:
            assert sum(item.minutes for item in agenda.items if item.session == sitting.number) == sitting.minutes


def test_marks_bring_the_tables_they_are_about(catalogue: Catalogue) -> None:
    step = step_for(catalogue, "quarterly-review", "scorecard")
    assert [table.id for table in step.tables] == ["marketing_commitments", "sales_commitments"]
    assert [one.prompt.table for one in step.prompts] == ["", "", ""]


def test_five_comments_have_seven_minutes_each(catalogue: Catalogue) -> None:
    step = step_for(catalogue, "heads-first", "amend")
    assert len(step.turns) == 5
    assert step.phases == (("discuss", 20), ("agree", 15))


def test_a_plan_stays_small_enough_to_be_kept_and_sent(catalogue: Catalogue) -> None:
    for agenda in catalogue.agendas:
        assert len(msgspec.json.encode(plan_steps(catalogue, agenda))) < 256 * 1024, agenda


def test_a_focus_leaves_only_its_prompts(catalogue: Catalogue) -> None:
    step = plan_steps(catalogue, "starter-90")[1]
    assert [one.id for one in step.prompts] == ["s2.q2", "s2.q3", "s2.q7", "s2.q8"]
    assert step.turns == (("s2.q2",), ("s2.q3",), ("s2.q7",), ("s2.q8",))


def test_a_short_run_without_a_focus_uses_the_short_set_and_scales_the_phases(catalogue: Catalogue) -> None:
    agenda = catalogue.agendas["starter-90"]
    item = msgspec.structs.replace(agenda.items[1], focus=(), phases={})
    changed = msgspec.structs.replace(agenda, items=(item,))
    (step,) = plan_steps(msgspec.structs.replace(catalogue, agendas={"own": changed}), "own")
    assert [one.prompt.id for one in step.prompts] == ["q2", "q3", "q7", "q8"]
    assert step.phases == (("write", 7.5), ("reveal", 3.0), ("discuss", 10.0), ("vote", 2.0), ("agree", 7.5))


def test_a_round_goes_through_its_phases_all_at_once(catalogue: Catalogue) -> None:
    step = plan_steps(catalogue, "starter-90")[0]
    assert step.turns == (("s1.expect", "s1.today_state", "s1.rule"),)
    assert step.phases == (("write", 2), ("discuss", 5))


def test_what_is_read_aloud_stands_before_the_tips(catalogue: Catalogue) -> None:
    (step,) = custom_steps(catalogue, [{"activity": "risks"}])
    assert step.tips[0] == catalogue.activities["risks"].opening
    assert step.visibility == "hidden"


def test_an_unknown_agenda_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as caught:
        plan_steps(catalogue, "all-week")
    assert caught.value.code == "bad_input"


def test_a_known_activity_comes_whole_from_the_catalogue(catalogue: Catalogue) -> None:
    (step,) = custom_steps(catalogue, [{"activity": "check-in", "minutes": 5}])
    assert step.phases == (("write", 1.0), ("reveal", 0.5), ("discuss", 3.5))
    assert len(step.turns) == 1
    assert step.name == catalogue.activities["check-in"].name


def test_a_known_prompt_is_overridden_only_by_what_is_given(catalogue: Catalogue) -> None:
    wish = {
        "activity": "canvas-basic",
        "votes_per_person": 9,
        "prompts": [{"id": "goals", "feeds": ["goals", "purpose"]}],
    }
    (step,) = custom_steps(catalogue, [wish])
    known = catalogue.activities["canvas-basic"].prompts[0]
    goals = step.prompts[0].prompt
    assert (goals.title, goals.text, goals.must_agree, goals.place) == (known.title, known.text, True, known.place)
    assert sections(step) == [["goals", "purpose"]]
    assert goals.feeds[1].how == known.feeds[0].how
    assert (step.votes_per_person, step.minutes, step.credit) == (9, 35, catalogue.activities["canvas-basic"].credit)
    assert [phase for phase, _ in step.phases] == ["write", "reveal", "discuss", "vote", "agree"]
    assert sum(minutes for _, minutes in step.phases) == pytest.approx(35)


def test_unknown_activities_and_prompts_are_made_from_what_is_given(catalogue: Catalogue) -> None:
    wish = {
        "activity": "garden",
        "name": "Ogród",
        "minutes": 12,
        "visibility": "named",
        "prompts": [
            {"id": "Grządka 1", "must_agree": False, "feeds": []},
            {"id": "weeds", "title": "Chwasty", "must_agree": False},
        ],
    }
    (step,) = custom_steps(catalogue, [wish])
    assert (step.name.pl, step.name.en, step.kind, step.minutes) == ("Ogród", "Ogród", "board", 12)
    assert step.turns == (("s1.Grządka 1",), ("s1.weeds",))
    assert [one.prompt.title.en for one in step.prompts] == ["Grządka 1", "Chwasty"]
    assert [one.prompt.text.en for one in step.prompts] == ["Grządka 1", "Chwasty"]
    assert [phase for phase, _ in step.phases] == ["write", "reveal", "discuss", "vote"]
    assert sum(minutes for _, minutes in step.phases) == pytest.approx(12)
    assert step.purpose is None


def test_agreement_is_planned_when_one_prompt_needs_it(catalogue: Catalogue) -> None:
    wish = {"activity": "x", "prompts": [{"id": "a", "must_agree": False}, {"id": "b"}]}
    assert [phase for phase, _ in custom_steps(catalogue, [wish])[0].phases][-1] == "agree"


def test_given_phases_are_kept_in_their_order_without_the_empty_ones(catalogue: Catalogue) -> None:
    wish = {"activity": "x", "phases": {"agree": 2.5, "vote": 0, "write": 1}, "prompts": [{"id": "a"}]}
    (step,) = custom_steps(catalogue, [wish])
    assert list(step.phases) == [("write", 1.0), ("agree", 2.5)]
    assert step.minutes == 4


def test_scales_and_guesses_of_unknown_prompts_are_complete(catalogue: Catalogue) -> None:
    prompts = [
        {"id": "mood", "answer_type": "scale_1_4"},
        {"id": "need", "answer_type": "request_and_guess", "asked": "sales", "guesses": "marketing"},
    ]
    (step,) = custom_steps(catalogue, [{"activity": "x", "prompts": prompts}])
    scale = step.prompts[0].prompt.scale
    assert scale
    assert (scale.min, scale.max) == (1, 4)
    assert step.prompts[1].prompt.asked == "sales"


def test_breaks_and_ready_made_wishes_are_taken_too(catalogue: Catalogue) -> None:
    steps = custom_steps(
        catalogue, [CustomStep(pause="lunch", minutes=40), CustomStep("x", prompts=(CustomPrompt("a"),))]
    )
    assert [(step.id, step.kind, step.minutes) for step in steps] == [("s1", "break", 40), ("s2", "board", 20)]


def test_hostile_words_stay_words_and_lose_only_what_cannot_be_shown(catalogue: Catalogue) -> None:
    title = "<script>alert(1)</script> {{7*7}} \u202eabc\x00"
    (step,) = custom_steps(catalogue, [{"activity": "x", "prompts": [{"id": "a", "title": title}]}])
    assert step.prompts[0].prompt.title.pl == "<script>alert(1)</script> {{7*7}} abc"


@pytest.mark.parametrize(
    "wish",
    [
        [],
        "steps",
        [{}],
        [{"activity": "unknown"}],
        [{"activity": "x", "prompts": [{"id": ""}]}],
        [{"activity": "x", "prompts": [{"id": "a"}, {"id": "a"}]}],
        [{"activity": "x", "prompts": [{"id": "a", "feeds": ["no-such-section"]}]}],
        [{"activity": "x", "prompts": [{"id": "a", "answer_type": "request_and_guess", "asked": "sales"}]}],
        [{"activity": "x", "prompts": [{"id": "a", "colour": "red"}]}],
        [{"activity": "x", "prompts": [{"id": "a", "title": "x" * 3_000}]}],
        [{"activity": "check-in", "minutes": 0}],
        [{"activity": "check-in", "phases": {"lunch": 1}}],
        [{"pause": "siesta"}],
        [{"activity": "check-in"}] * 61,
    ],
)
def test_a_wish_that_cannot_be_planned_is_refused(catalogue: Catalogue, wish: object) -> None:
    with pytest.raises(Refused) as caught:
        custom_steps(catalogue, wish)
    assert caught.value.code == "bad_input"
    assert caught.value.detail["field"]


@pytest.mark.parametrize(
    ("agenda", "again"),
    [
        ("full-day", "s20.today_state"),
        ("half-day", "s13.today_state"),
        ("series-4x60", "s20.today_state"),
        ("quarterly-review", "s8.today_state"),
        ("starter-90", ""),  # nobody writes in its check-out
        ("heads-first", ""),  # nor in its check-in
    ],
)
def test_how_people_work_together_is_asked_again_as_they_leave(catalogue: Catalogue, agenda: str, again: str) -> None:
    plain = plan_steps(catalogue, agenda)
    steps = asked_again(plain)
    more = {p.id for s in steps for p in s.prompts} - {p.id for s in plain for p in s.prompts}
    assert more == ({again} if again else set())
    asked = next((p.prompt for s in steps for p in s.prompts if p.id == again), None)
    assert asked is None or (asked.scale is not None and asked.feeds == ())
    assert not again or again in next(s for s in steps if again.startswith(f"{s.id}.")).turns[0]
