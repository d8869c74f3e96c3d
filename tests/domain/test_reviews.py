"""A further session in a workshop that was signed, and what both teams said of its clauses."""

from msgspec import structs
from tests.support.reviews import P, reviewed, signed
from tests.support.workshops import (
    PROMISES,
    SECTIONS,
    STRUCTURED,
    TERMS,
    Scene,
    another_session,
    judging,
    plan,
    series,
    sitting,
    step,
    structured,
)

from accord.agreement import json as export
from accord.domain import commands as c
from accord.domain import freeze
from accord.domain.reviews import judged, reviews
from accord.domain.sight import everything, seen_by


def test_what_is_judged_is_the_version_in_force_in_reading_order() -> None:
    scene = signed()
    scene.ask("f1", c.AddClause("clause-4", "purpose", "only in the draft"))
    assert judged(scene.state) == ("clause-2", "clause-1", "clause-3")
    scene.ask("f1", c.Freeze())
    assert judged(scene.state) == ("clause-2", "clause-1", "clause-3"), "1.1 is not in force yet"
    scene.ask("f1", c.RemoveClause("clause-2"))
    assert judged(scene.state) == ("clause-1", "clause-3")


def test_annexes_are_not_judged() -> None:
    scene = Scene(
        structs.replace(plan(), sections=(*SECTIONS, structs.replace(SECTIONS[0], id="annex_risks", order=9)))
    )
    scene.ask("f1", c.AddClause("clause-1", "annex_risks", "a risk"))
    scene.ask("f1", c.AddClause("clause-2", "purpose", "a goal"))
    assert judged(scene.state) == ("clause-2",)
    scene.ask("f1", c.Freeze())
    assert judged(scene.state) == ("clause-2",)


def test_what_is_left_out_is_not_judged_and_the_order_is_that_of_the_room() -> None:
    scene = Scene()
    scene.ask("f1", c.AddClause("clause-1", "marketing_sla", "one"))
    scene.ask("f1", c.AddClause("clause-2", "purpose", "two"))
    scene.ask("f1", c.PlaceSection("marketing_sla", "purpose"))
    assert judged(scene.state) == ("clause-1", "clause-2")
    scene.ask("f1", c.SwitchSection("purpose", False))
    assert judged(scene.state) == ("clause-1",)
    scene.ask("f1", c.SwitchSection("purpose", True))
    scene.ask("f1", c.Freeze())
    scene.ask("f1", c.SwitchSection("marketing_sla", False))
    assert judged(scene.state) == ("clause-2",)


def test_before_a_version_is_in_force_the_latest_is_judged_and_before_any_the_draft() -> None:
    scene = Scene()
    scene.ask("f1", c.AddClause("clause-1", "marketing_sla", "one"))
    scene.ask("f1", c.AddClause("clause-2", "purpose", "two"))
    assert judged(scene.state) == ("clause-2", "clause-1")
    scene.ask("f1", c.Freeze())
    scene.ask("f1", c.AddClause("clause-3", "purpose", "three"))
    assert judged(scene.state) == ("clause-2", "clause-1")


def test_verdicts_of_a_team_are_nobodys_business_before_the_reveal() -> None:
    scene = reviewed(signed())
    assert reviews(scene.state) == ()
    assert b"canary" not in export.write(scene.state, "w1", 1, "00", 1)
    assert not [key for key in everything(scene.state) if key.startswith("split")]
    mine = [key for key in seen_by(scene.state, "s2") if key.startswith("own_marks")]
    assert mine == [f"own_marks:{P}@s2"]
    scene.ask("f1", c.GoTo("s5", 0, "reveal"))
    (review,) = reviews(scene.state)
    assert {one.clause: one.tops for one in review.verdicts} == {
        "clause-1": {"marketing": "green", "sales": "red"},
        "clause-2": {"marketing": "green", "sales": "green"},
        "clause-3": {"marketing": "green"},
    }
    assert review.choices == ("green", "amber", "red")
    assert b"canary" in export.write(scene.state, "w1", 1, "00", 1)


def test_where_authors_are_hidden_no_verdict_is_a_teams() -> None:
    scene = signed()
    scene.ask("f1", another_session(structs.replace(judging("s1"), visibility="hidden")))
    scene.ask("f1", c.GoTo("s5", 0, "write"))
    for person in ("m1", "m2", "s1", "s2"):
        scene.ask(person, c.Mark(P, "clause-1", "green"))
    scene.ask("f1", c.GoTo("s5", 0, "reveal"))
    assert reviews(scene.state) == ()
    _, split = everything(scene.state)[f"split:{P}@clause-1"]
    assert (split.sum, split.tops, split.sides) == ({"green": 4}, {}, {})  # type: ignore[attr-defined]


def test_an_imported_review_says_what_it_said_and_names_nobody() -> None:
    scene = reviewed(signed())
    scene.ask("f1", c.GoTo("s5", 0, "reveal"))
    other = Scene()
    other.state = type(other.state)(plan=plan())
    data = export.write(scene.state, "w1", 1, "00", 1)
    other.ask("", c.Import(export.content(data)))
    assert reviews(other.state) == reviews(scene.state)
    assert not set(other.state.marks[P]) & set(scene.state.people)


def test_a_further_session_changes_nothing_of_what_is_frozen() -> None:
    """Tables stand in a version in the order that the steps gave them; those of the review come behind."""
    tables = {"terms": STRUCTURED[0], "marketing": STRUCTURED[1]}
    one, two = (step(f"s{n}", (structs.replace(p, marks=None),)) for n, p in enumerate(tables.values(), 1))
    founding = plan(structs.replace(one, tables=(TERMS,)), structs.replace(two, tables=(PROMISES,)))
    scene = Scene(founding)
    scene.ask("f1", c.AddRow("row-1", "s1.terms", cells={"term": "MQL"}))
    for prompt, row in (("s1.terms", "row-1"), ("s2.marketing", "s2-marketing-volume")):
        scene.ask("f1", c.GoTo(prompt[:2], 0, "agree"))
        for person in ("m1", "m2"):
            if prompt == "s2.marketing":
                scene.ask(person, c.Promise(row, True))
        scene.ask("m1", c.ProposeRows(f"prop-{row[:5]}", prompt, (row,)))
        for person in ("m1", "m2", "s1", "s2"):
            scene.ask(person, c.Consent(f"prop-{row[:5]}", 1, 4))
    before = freeze.content(scene.state, "1.0")
    assert before.index('"promises"') < before.index('"terms"')
    scene.ask("f1", another_session(structured("s1")))
    assert freeze.content(scene.state, "1.0") == before
    assert len(scene.state.rows) == 2, "a table that was there does not begin anew"


def test_sessions_that_the_end_overtook_are_not_waited_for_when_one_more_comes() -> None:
    steps = (step("s1", ()), structs.replace(step("s2", ()), session=2))
    scene = Scene(series(sitting(1), sitting(2), steps=steps))
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("f1", c.EndWorkshop())
    scene.ask("f1", another_session())
    shown = {key: record.status for key, (_, record) in everything(scene.state).items() if key.startswith("session")}  # type: ignore[attr-defined]
    assert shown == {"session:1": "ended", "session:2": "ended", "session:3": "next"}
    assert scene.state.ended is None


def test_a_session_added_while_a_step_runs_leaves_it_running() -> None:
    scene = Scene()
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("f1", another_session())
    assert scene.state.now.step == "s1"
    _, first = everything(scene.state)["session:1"]
    _, second = everything(scene.state)["session:2"]
    assert (first.status, second.status) == ("running", "planned")  # type: ignore[attr-defined]


def test_chapters_that_an_agreement_does_not_have_are_not_fed() -> None:
    scene = Scene()
    scene.ask("f1", another_session())
    assert scene.state.planned_prompts["s7.q9"].prompt.feeds == ()
    assert [feed.section for feed in scene.state.planned_prompts["s5.mend"].prompt.feeds] == ["purpose"]


def test_a_room_holds_only_so_many_sessions() -> None:
    scene = Scene()
    for _ in range(39):
        scene.ask("f1", another_session(judging("s1")))
    assert scene.refusal("f1", another_session(judging("s1"))) == "too_many"
