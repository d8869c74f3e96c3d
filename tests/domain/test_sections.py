"""Sections as the workshop arranges them: what is frozen, checked, numbered, and how two versions differ."""

import hashlib
from typing import Any

import msgspec
import pytest
from tests.support.agreements import catalogue, example
from tests.support.example_rows import workshop
from tests.support.workshops import Scene, both, plan

from accord.agreement.draft import draft
from accord.agreement.html import page
from accord.agreement.summary import summary
from accord.domain import commands as c
from accord.domain.arrangement import Arrangement
from accord.domain.catalogue import TEAMS, Section, Text
from accord.domain.freeze import content
from accord.domain.lint.check import check
from accord.domain.lint.gather import gather
from accord.domain.public import public, read
from accord.domain.sections import NEEDED, left_rows, numbers, placed, sections, standing
from accord.domain.state import Clause, State, Wording, change
from accord.domain.versions import Change, difference, tree
from accord.errors import Refused

ALL = tuple(one.id for one in catalogue().sections)


def whole(**clauses: str) -> Scene:
    """A workshop with all sections of canvases/, and a clause by hand in some of them."""
    scene = Scene(change(plan(), sections=catalogue().sections))
    for at, (section, words) in enumerate(clauses.items()):
        scene.ask("f1", c.AddClause(f"clause-{at}", section, words))
    return scene


def frozen(scene: Scene) -> dict[str, Any]:
    return tree(content(scene.state, "1.0"))


def titles(scene: Scene, *ids: str) -> dict[str, str]:
    return {one.id: one.title.en for one in sections(scene.state) if one.id in ids}


# ── nothing touched, nothing changed ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("language", "digest"),
    [
        ("pl", "405a065933b7300ebc68f0c14c9c3cd212abd33720ea4d8a4c4f693a19e8bb4a"),
        ("en", "9f9752c5089bff8f21912c9c8e8ce01ed4199541ced784243460e1ee262cd0dc"),
    ],
)
def test_an_agreement_whose_sections_nobody_touched_is_the_same_to_the_byte(language: str, digest: str) -> None:
    """The figures are those of the day before sections could be arranged."""
    assert hashlib.sha256(content(workshop(example(language)), "1.0").encode()).hexdigest() == digest


def test_what_is_put_back_is_as_if_it_had_never_been_touched() -> None:
    scene = whole(goals="20 customers")
    before = content(scene.state, "1.0")
    scene.ask("f1", c.RenameSection("goals", Text("Nasze cele", "Our goals")))
    scene.ask("f1", c.SwitchSection("definitions", False))
    scene.ask("f1", c.PlaceSection("annex_risks", "annex_persona"))
    scene.ask("f1", c.PlaceSection("changes", "goals"))
    scene.ask("f1", c.AddSection("ours-1", both("Trade fairs")))
    assert content(scene.state, "1.0") != before, "the control"
    scene.ask("f1", c.RenameSection("goals", catalogue_title("goals")))
    scene.ask("f1", c.SwitchSection("definitions", True))
    scene.ask("f1", c.PlaceSection("annex_risks", "annex_open"))
    scene.ask("f1", c.PlaceSection("changes", "signoff"))
    scene.ask("f1", c.RemoveSection("ours-1"))
    assert scene.state.arranged == Arrangement()
    assert content(scene.state, "1.0") == before


def catalogue_title(section: str) -> Text:
    return next(one.title for one in catalogue().sections if one.id == section)


# ── names, order, letters ────────────────────────────────────────────────────────────────────────────────────────────


def test_chapters_are_numbered_as_they_stand_and_what_is_left_out_has_no_number() -> None:
    scene = whole(goals="20 customers")
    assert (numbers(scene.state)["goals"], numbers(scene.state)["annex_risks"]) == ("4", "E")
    scene.ask("f1", c.PlaceSection("goals", "parties"))
    scene.ask("f1", c.SwitchSection("purpose", False))
    found = numbers(scene.state)
    assert (found["goals"], found["parties"], "purpose" in found, "summary" in found) == ("1", "2", False, False)
    made = draft(scene.state, "en")
    assert {one.id: one.number for one in made.sections} == {k: n for k, n in found.items() if n.isdigit()}


def test_an_annex_keeps_its_letter_under_another_name_and_gets_another_when_annexes_move() -> None:
    scene = whole()
    scene.ask("f1", c.RenameSection("annex_persona", Text("Załącznik X. Nasi klienci", "Our customers")))
    scene.ask("f1", c.SwitchSection("annex_canvas", False))
    assert titles(scene, "annex_persona") == {"annex_persona": "Annex B. Our customers"}
    scene.ask("f1", c.PlaceSection("annex_persona", "annex_canvas"))
    assert titles(scene, "annex_persona", "annex_canvas", "annex_journey") == {
        "annex_persona": "Annex A. Our customers",
        "annex_canvas": "Annex B. Filled canvases",
        "annex_journey": "Annex C. Customer journey",
    }


@pytest.mark.parametrize(
    ("section", "before"),
    [
        ("signoff", "goals"),
        ("summary", ""),
        ("goals", "summary"),
        ("goals", "annex_risks"),
        ("annex_risks", "goals"),
        ("goals", "goals"),
        ("goals", "nowhere"),
    ],
)
def test_signatures_stay_last_the_page_in_short_first_and_annexes_among_annexes(section: str, before: str) -> None:
    assert whole().refusal("f1", c.PlaceSection(section, before)) == "bad_input"


def test_the_page_in_short_has_no_name_to_change() -> None:
    assert whole().refusal("f1", c.RenameSection("summary", both("Short"))) == "not_allowed"


@pytest.mark.parametrize(("section", "last"), [("goals", "signoff"), ("annex_canvas", "")])
def test_last_means_last_of_its_kind(section: str, last: str) -> None:
    order = placed(whole().state, section, "")
    assert (*order, "")[order.index(section) + 1] == last
    assert sorted(order) == sorted(ALL)


def test_a_section_of_our_own_stands_before_the_signatures_and_prints_with_its_clauses() -> None:
    scene = whole()
    scene.ask("f1", c.AddSection("ours-1", Text("Targi", "Trade fairs")))
    scene.ask("f1", c.AddClause("clause-9", "ours-1", "Both teams stand at the stand"))
    chapters = [(one.number, one.title, [k.text for k in one.clauses]) for one in draft(scene.state, "pl").sections]
    assert chapters[-2:] == [("13", "Targi", ["Both teams stand at the stand"]), ("14", "Podpisy", [])]


# ── left out ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("section", sorted(NEEDED))
def test_the_document_cannot_do_without_some(section: str) -> None:
    assert whole().refusal("f1", c.SwitchSection(section, False)) == "section_needed"
    assert whole().refusal("f1", c.SwitchSection(section, True)) == ""


def with_clause(state: State, row: str, section: str) -> State:
    clause = Clause(f"{row}.{section}", section, 9, Wording(""), "r1", row=row)
    return change(state, clauses={**state.clauses, clause.id: clause})


def test_promises_of_a_section_left_out_are_in_no_part_of_the_agreement_and_come_back() -> None:
    state = workshop(example("en"))
    promised = {f"S{n}" for n in range(1, 8)}
    before = content(state, "1.0")
    off = change(state, arranged=Arrangement(off=frozenset({"sales_sla"})))
    assert left_rows(off) == promised
    assert ['"S7"' in one for one in (before, content(off, "1.0"))] == [True, False]
    assert "sales_sla" not in {one.id for one in standing(off)}
    assert off.rows == state.rows
    also = with_clause(off, "S7", "annex_risks")
    assert left_rows(also) == promised - {"S7"}, "what stands elsewhere as well stays"
    assert content(change(off, arranged=Arrangement()), "1.0") == before


def test_nothing_is_found_in_a_section_that_is_left_out() -> None:
    scene = whole(goals="We will win {N} customers", changes="Changes by e-mail")
    assert {"TXT-01", "STR-05"} <= {one.rule for one in check(gather(scene.state)) if one.section == "goals"}
    scene.ask("f1", c.SwitchSection("goals", False))
    assert [one.section for one in check(gather(scene.state))] == ["changes"]


def test_what_was_signed_and_is_left_out_now_asks_for_new_signatures() -> None:
    scene = whole(goals="20 customers", changes="By e-mail")
    scene.ask("f1", c.Freeze())
    latest = scene.state.latest
    assert latest is not None
    scene.ask("m1", c.Sign(latest.version, latest.hash, True, "accept", "marketing 1"))
    scene.ask("f1", c.SwitchSection("goals", False))
    assert "SIGN-04:section:goals" in {one.id for one in check(gather(scene.state))}
    assert draft(scene.state, "en").version == "1.1", "the text has moved on"
    assert "20 customers" in {one.text for one in draft(scene.state, "en", "1.0").clauses}


def test_the_page_in_short_is_left_out_with_its_section() -> None:
    scene = whole(goals="20 customers", marketing_sla="50 MQLs")
    assert not summary(draft(scene.state, "en")).empty
    scene.ask("f1", c.SwitchSection("summary", False))
    assert summary(draft(scene.state, "en")).empty


def test_nobody_is_said_to_have_promised_nothing_yet_where_promises_are_left_out() -> None:
    def promising(scene: Scene) -> list[str]:
        made = page(draft(scene.state, "en")).replace("\u00a0", " ")
        return [team for team in TEAMS if f"{team} promises" in made]

    scene = whole(goals="20 customers")
    assert promising(scene) == ["marketing", "sales"]
    scene.ask("f1", c.SwitchSection("sales_sla", False))
    assert promising(scene) == ["marketing"]


def test_open_points_go_with_their_annex() -> None:
    scene = whole(goals="20 customers")
    scene.ask("f1", c.Park("park-1", "who calls?", "Marek", "2027-01-01"))
    assert len(frozen(scene)["open_points"]) == 1
    scene.ask("f1", c.SwitchSection("annex_open", False))
    assert frozen(scene)["open_points"] == []


# ── two versions ─────────────────────────────────────────────────────────────────────────────────────────────────────


def told(one: Change) -> tuple[str, str, str]:
    return one.kind, one.id, one.behind.en if one.behind else ""


def test_two_versions_say_which_sections_were_renamed_moved_left_out_and_added() -> None:
    scene = whole(goals="20 customers", definitions="A lead")
    before = frozen(scene)
    scene.ask("f1", c.RenameSection("goals", Text("Nasze cele", "Our goals")))
    scene.ask("f1", c.PlaceSection("escalation", "goals"))
    scene.ask("f1", c.SwitchSection("definitions", False))
    scene.ask("f1", c.AddSection("ours-1", both("Trade fairs")))
    changes = difference(before, frozen(scene))
    assert [told(one) for one in changes if one.what == "section"] == [
        ("moved", "escalation", "Period and review"),
        ("renamed", "goals", ""),
        ("added", "ours-1", ""),
        ("removed", "definitions", ""),
    ]
    assert [(one.kind, one.section, one.before) for one in changes if one.what == "clause"] == [
        ("removed", "definitions", "A lead")
    ]
    assert difference(before, before) == ()


def test_an_annex_that_gets_another_letter_is_not_told_as_renamed() -> None:
    scene = whole()
    before = frozen(scene)
    scene.ask("f1", c.PlaceSection("annex_risks", "annex_canvas"))
    assert [told(one) for one in difference(before, frozen(scene))] == [("moved", "annex_risks", "Sign-off")]


# ── out and in ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_export_brings_the_arrangement_along() -> None:
    scene = whole(goals="20 customers")
    scene.ask("f1", c.AddSection("ours-1", both("Trade fairs")))
    scene.ask("f1", c.SwitchSection("goals", False))
    assert read(msgspec.json.encode(public(scene.state))).arranged == scene.state.arranged


@pytest.mark.parametrize(
    "arranged",
    [
        Arrangement(order=("goals",)),
        Arrangement(order=(*ALL, "goals")),
        Arrangement(order=(*ALL[:-1], "nowhere")),
        Arrangement(off=frozenset({"parties"})),
        Arrangement(off=frozenset({"nowhere"})),
        Arrangement(own=(Section("goals", 0, True, both("Twice")),)),
    ],
)
def test_a_file_whose_sections_do_not_hold_together_is_refused(arranged: Arrangement) -> None:
    state = change(whole().state, arranged=arranged)
    with pytest.raises(Refused, match="bad_file"):
        read(msgspec.json.encode(public(state)))
