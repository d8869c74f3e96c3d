"""The check of a running workshop: rows and clauses of a state, errors stop a version, warnings are kept on purpose."""

import re

import msgspec
import pytest
from tests.support.agreements import catalogue, changed, example
from tests.support.example_rows import workshop
from tests.support.workshops import Scene, both, plan, prompt, step, structured

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.catalogue import LANGUAGES, Language, Section
from accord.domain.decide import decide
from accord.domain.freeze import content
from accord.domain.lint.check import check, stopping
from accord.domain.lint.findings import Finding
from accord.domain.lint.gather import gather
from accord.domain.lint.words import BLANK
from accord.domain.state import Clause, Signature, State, Version, Wording, change
from accord.domain.term import Kept
from accord.errors import Refused

WITHOUT_SIGNATURES = 17


def found(state: State, drafts: bool = False) -> dict[str, Finding]:
    return {one.id: one for one in check(gather(state, drafts))}


def written(state: State, row: str, **cells: str) -> State:
    before = state.rows[row]
    now = {**before.cells, **{field: Wording(words, 2) for field, words in cells.items()}}
    return change(state, rows={**state.rows, row: change(before, cells=now)})


# ── the example, as rows of a workshop ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_as_rows_of_a_workshop_has_hints_only(language: Language) -> None:
    findings = found(workshop(example(language)))
    assert {one.severity for one in findings.values()} == {"info"}
    assert {"GOAL-12:level:marketing-mql", "COM-13:owner:marketing.m4", "COM-13:owner:sales.s2"} <= set(findings)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", range(WITHOUT_SIGNATURES))
def test_each_listed_change_made_in_the_rows_triggers_its_rule(language: Language, n: int) -> None:
    tree = example(language)
    mutation = tree["test_mutations"][n]
    before = found(workshop(tree))
    after = found(workshop(changed(tree, mutation["set"], mutation["to"])))
    assert {after[one].rule for one in set(after) - set(before)} - {"REP-08"} == {mutation["expect_rule"]}


def test_a_finding_leads_to_its_cell() -> None:
    one = found(written(workshop(example("en")), "S7", if_missed="a fine of PLN 200"))["ESC-03:commitment:S7"]
    assert (one.section, one.object, one.field) == ("sales_sla", "S7", "if_missed")


def test_only_what_people_agreed_on_stops_a_version_and_drafts_are_shown_already() -> None:
    state = written(workshop(example("en")), "S7", owner="")
    assert "COM-01:commitment:S7" in {one.id for one in stopping(state)}
    loose = change(state, rows={**state.rows, "S7": change(state.rows["S7"], result="")})
    assert stopping(loose) == ()
    assert "COM-01:commitment:S7" in found(loose, drafts=True)


def test_a_starter_nobody_touched_is_not_looked_at() -> None:
    state = workshop(example("en"))
    bare = change(state.rows["S7"], result="", by="", version=1, cells={})
    state = change(state, rows={**state.rows, "S7": bare})
    assert "COM-01:commitment:S7" not in found(state, drafts=True)
    assert "COM-01:commitment:S7" in found(
        change(state, rows={**state.rows, "S7": change(bare, version=2)}), drafts=True
    )


def test_a_better_rate_a_bigger_promise_or_a_smaller_goal_each_close_the_gap() -> None:
    """What a change says is enough: made, the finding is gone."""
    short = written(workshop(example("en")), "M1", target="at_least 40 mql month")
    gap = found(short)["CONS-01:commitment:M1"]
    assert [one.kind for one in gap.changes] == ["promise", "rate", "goal"]
    assert gap.changes[0].values["value"] == 50
    assert gap.id not in found(written(short, "M1", target="at_least 50 mql month"))
    assert gap.id in found(written(short, "M1", target="at_least 48 mql month")), "the control"


# ── errors stop, warnings are kept ───────────────────────────────────────────────────────────────────────────────────


def led(state: State, command: c.Command) -> tuple[object, ...]:
    return decide(state, command, "f1", 1_000_000, lambda: "made-1")


def test_an_error_stops_the_version_and_names_itself_until_it_is_gone() -> None:
    state = workshop(example("en"))
    broken = written(state, "S7", if_missed="a fine of PLN 200")
    with pytest.raises(Refused) as refused:
        led(broken, c.Freeze())
    assert refused.value.code == "findings"
    assert refused.value.detail == {"n": 1, "findings": ["ESC-03:commitment:S7"]}
    assert led(state, c.Freeze())


def test_a_warning_stops_nothing() -> None:
    assert led(written(workshop(example("en")), "S7", if_missed=""), c.Freeze())


def test_a_section_the_agenda_never_reached_has_no_finding_and_one_left_empty_has() -> None:
    steps = (step("s1", (prompt("q1", feeds=("purpose",)),)), step("s2", (prompt("q2", feeds=("definitions",)),)))
    scene = Scene(plan(*steps))
    assert found(scene.state) == {}
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("f1", c.GoTo("s2", 0, "write"))
    assert list(found(scene.state)) == ["STR-01:section:purpose"]
    scene.ask("f1", c.AddClause("clause-1", "purpose", "We work together"))
    assert list(found(scene.state)) == ["STR-05:clause:clause-1"]


def test_an_empty_section_stops_the_version_unless_it_waits_on_purpose() -> None:
    scene = Scene(plan(step("s1", (prompt("q1", feeds=("purpose",)),)), step("s2", (prompt("q2", feeds=("none",)),))))
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("f1", c.GoTo("s2", 0, "write"))
    scene.ask("f1", c.AddClause("clause-1", "definitions", "An MQL is a lead that …"))
    assert scene.refusal("f1", c.Freeze()) == "findings"
    scene.ask("f1", c.KeepFinding("STR-01:section:purpose", "on the second day"))
    assert scene.refusal("f1", c.Freeze()) == ""


def test_a_warning_is_kept_with_a_reason_and_opened_again() -> None:
    scene = parked()
    kept = "STR-04:parked:park-1"
    assert scene.refusal("f1", c.KeepFinding(kept, "no such")) == ""
    assert scene.state.kept[kept].reason == "no such"
    assert scene.refusal("f1", c.KeepFinding(kept, "")) == ""
    assert scene.state.kept == {}


@pytest.mark.parametrize(
    ("person", "finding", "code"),
    [
        ("m1", "STR-04:parked:park-1", "not_allowed"),
        ("f1", "STR-04:parked:park-9", "not_found"),
        ("f1", "PER-01:period:period", "not_allowed"),
    ],
)
def test_only_a_facilitator_keeps_and_only_warnings(person: str, finding: str, code: str) -> None:
    scene = parked()
    scene.ask("f1", c.SetPeriod("2027-03-31", "2027-01-01", ""))
    assert scene.refusal(person, c.KeepFinding(finding, "a reason")) == code


def parked() -> Scene:
    """An open point that lost its date."""
    sections = (Section("annex_open", 1, False, both("open")), Section("period", 2, True, both("period")))
    scene = Scene(change(plan(structured("s4")), sections=sections))
    scene.ask("f1", c.Park("park-1", "who calls?", "Marek", "2027-01-01"))
    point = change(scene.state.parked["park-1"], due="")
    scene.state = change(scene.state, parked={"park-1": point})
    return scene


# ── the period ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_period_is_set_shown_and_cleared() -> None:
    scene = Scene()
    scene.ask("f1", c.SetPeriod("2027-01-01", "2027-03-31", "2027-03-23"))
    assert scene.state.period.review == "2027-03-23"
    assert scene.ask("f1", c.SetPeriod("2027-01-01", "2027-03-31", "2027-03-23")) == ()
    with pytest.raises(Refused, match="bad_input"):
        scene.ask("f1", c.SetPeriod("2027-01-01", "in spring", ""))


def test_what_stays_on_purpose_is_part_of_the_version_as_long_as_it_is_still_there() -> None:
    state = written(workshop(example("en")), "S7", if_missed="")
    weak = "COM-05:commitment:S7"
    kept = change(state, kept={weak: Kept("We decide in January", "f1", 1)})
    frozen = led(kept, c.Freeze())[0]
    assert isinstance(frozen, e.VersionFrozen)
    tree = msgspec.json.decode(frozen.content)
    assert [(one["rule"], one["reason"]) for one in tree["kept"]] == [("COM-05", "We decide in January")]
    assert tree["period"] == {"start": "2027-01-01", "end": "2027-03-31", "review": "2027-03-23"}
    mended = written(kept, "S7", if_missed="we talk about it on Tuesday")
    assert "kept" not in msgspec.json.decode(content(mended, "1.0"))


def test_a_row_that_changed_after_signing_asks_for_new_signatures() -> None:
    state = workshop(example("en"))
    clause = Clause("S7.sales_sla", "sales_sla", 9, Wording(""), "r1", row="S7")
    state = change(state, clauses={**state.clauses, clause.id: clause})
    text = content(state, "1.0")
    signed = Signature("m1", "Marketing 1", "marketing", "accept", "", "en", 1)
    state = change(state, versions={"1.0": Version("1.0", text, "0", 1, (signed,))})
    assert not [one for one in found(state) if one.startswith("SIGN-04")]
    assert "SIGN-04:section:sales_sla" in found(written(state, "S7", if_missed="nothing"))


# ── blanks, and people who have left ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("blank", ["{N}", "{okres}", "___", "……", "....."])
def test_a_blank_in_any_cell_that_was_agreed_stops_the_version_and_leads_to_its_cell(blank: str) -> None:
    state = written(workshop(example("en")), "ch1", response=f"within {blank} days")
    one = found(state)["TXT-01:response:ch1"]
    assert (one.severity, one.section, one.object, one.field) == ("error", "communication", "ch1", "response")
    assert one.values["text"] == blank
    assert [one.id for one in stopping(state)] == ["TXT-01:response:ch1"]


@pytest.mark.parametrize(
    "words", ["at once …", "a_b__c", "{}", "A... B", "{ one\nand two }", "{" + "x" * 41 + "}", "{{name}}", "{% x %}"]
)
def test_what_only_looks_like_a_blank_is_none(words: str) -> None:
    """Negative control."""
    state = written(workshop(example("en")), "ch1", response=words)
    assert "TXT-01:response:ch1" not in found(state)


def test_braces_that_are_meant_stay_with_a_reason() -> None:
    scene = Scene()
    scene.ask("f1", c.AddClause("clause-1", "purpose", "The field {lead} of the CRM"))
    assert scene.refusal("f1", c.Freeze()) == "findings"
    scene.ask("f1", c.KeepFinding("TXT-01:clause:clause-1", "It is called so"))
    assert scene.refusal("f1", c.Freeze()) == ""


def test_a_blank_in_a_clause_by_hand_is_found_too() -> None:
    scene = Scene()
    scene.ask("f1", c.AddClause("clause-1", "purpose", "We meet every {day}"))
    assert "TXT-01:clause:clause-1" in found(scene.state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_example_has_a_blank_or_names_somebody_who_left(language: Language) -> None:
    rules = {one.rule for one in found(workshop(example(language)), drafts=True).values()}
    assert not {"TXT-01", "OWN-01", "OWN-02"} & rules


def test_every_form_of_blank_that_starters_have_is_known() -> None:
    """A starter as it comes is found; one with all its blanks filled in is not."""
    words = [
        text
        for activity in catalogue().activities.values()
        for table in activity.tables
        for starter in table.starters
        for cell in starter.cells.values()
        for text in (cell.pl, cell.en)
    ]
    marked = [one for one in words if re.search(r"[{}]|__|\.\.\.", one)]
    assert len(marked) > 50
    assert [one for one in marked if not BLANK.search(one)] == []
    assert [one for one in marked if BLANK.search(BLANK.sub("5", one))] == []


def without(state: State, *people: str) -> State:
    gone = {one: change(state.people[one], gone=True) for one in people}
    return change(state, people={**state.people, **gone})


def left(state: State) -> dict[str, tuple[str, str]]:
    mine = (one for one in found(state).values() if one.rule.startswith("OWN"))
    return {one.id: (one.section, str(one.values.get("person", one.values.get("people")))) for one in mine}


def test_whoever_leaves_is_found_in_every_cell_that_names_them() -> None:
    state = workshop(example("en"))
    assert left(state) == {}
    state = written(state, "S7", owner="s5", note="whatever")
    state = written(state, "mt-weekly", who="Sales 5, Marketing 1", deputy="s5")
    state = written(state, "p05", responsible="Sales 5, in her absence Sales 51")
    name = state.people["s5"].name
    found_ = left(without(state, "s5"))
    assert {
        "OWN-01:owner:S7": ("sales_sla", name),
        "OWN-01:deputy:mt-weekly": ("communication", name),
        "OWN-01:who:mt-weekly": ("communication", name),
        "OWN-01:responsible:p05": ("processes", name),
    }.items() <= found_.items()


def test_a_name_that_is_part_of_another_or_that_somebody_here_bears_is_not_found() -> None:
    state = written(workshop(example("en")), "p05", responsible="Sales 51")
    assert "OWN-01:responsible:p05" not in left(without(state, "s5"))
    again = written(state, "p05", responsible="Sales 5")
    assert "OWN-01:responsible:p05" in left(without(again, "s5")), "the control"
    newcomer = change(state.people["s4"], name="Sales 5")
    assert "OWN-01:responsible:p05" not in left(without(change(again, people={**again.people, "s4": newcomer}), "s5"))


def test_an_open_point_of_somebody_who_left_is_found() -> None:
    sections = (Section("annex_open", 1, False, both("open")),)
    scene = Scene(change(plan(structured("s4")), sections=sections))
    scene.ask("f1", c.Park("park-1", "who calls?", "sales 2", "2027-01-01"))
    scene.ask("f1", c.Park("park-2", "who pays?", "sales 1", "2027-01-01"))
    scene.ask("f1", c.RemovePerson("s2"))
    assert left(scene.state) == {"OWN-01:parked:park-1": ("annex_open", "sales 2")}


def test_a_promise_is_found_when_the_last_who_made_it_has_left() -> None:
    state = workshop(example("en"))
    row = change(state.rows["S7"], promisers=frozenset({"s4", "s5"}))
    state = change(state, rows={**state.rows, "S7": row})
    assert "OWN-02:promise:S7" not in left(without(state, "s5"))
    assert left(without(state, "s4", "s5"))["OWN-02:promise:S7"] == ("sales_sla", "Sales 4, Sales 5")
