# ruff: noqa: E501 - one slip a line can be read as a table
"""A company's agenda: made of wishes, written as YAML, read again; what runs is the same on every way."""

import re
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accord import resources, templates
from accord.content import ContentError, load, plan_steps
from accord.domain import catalogue as c
from accord.domain.adapting import Template, as_template, custom_steps, needed, settled, template_steps
from accord.domain.catalogue import Catalogue
from accord.errors import Refused

ROOT = resources.canvases()
KNOWN = load(ROOT)
SHARED = next((table for activity in KNOWN.activities.values() for table in activity.tables), None)
OURS = c.Table(
    "promises",
    c.Text("Obietnice", "Promises"),
    (
        c.Field("what", c.Text("Co", "What"), required=True),
        c.Field("who", c.Text("Kto", "Who"), "person"),
        c.Field("note", c.Text("Uwagi", "Remarks")),
    ),
    (c.Starter("first", {"what": c.Text("a", "b"), "note": c.Text("c", "d")}),),
    head="what",
    owner="who",
)


def with_table() -> Catalogue:
    """The catalogue with a table in its nine questions and in its check-out."""
    changed = {name: tabled(KNOWN.activities[name]) for name in ("nine-questions", "check-out")}
    return msgspec.structs.replace(KNOWN, activities={**KNOWN.activities, **changed})


def tabled(activity: c.Activity) -> c.Activity:
    first, *others = activity.prompts
    prompts = (msgspec.structs.replace(first, table="promises"), *others)
    return msgspec.structs.replace(activity, prompts=prompts, tables=(OURS,))


CANVAS: dict[str, Any] = {
    "activity": "canvas-basic",
    "minutes": 35,
    "phases": {"write": 9, "reveal": 4, "discuss": 11, "vote": 3, "agree": 8},
    "visibility": "hidden",
    "prompts": [
        {"id": "goals", "title": {"pl": "Po co: „razem”", "en": "What for"}},
        {"id": "own-1", "title": "Nasz klient", "text": "Kto: to jest? #1 'no'", "feeds": ["purpose"]},
        {"id": "roles", "must_agree": True, "good": "Ala: 1.0", "answer_type": "ordered_steps"},
    ],
}
TEN: dict[str, Any] = {
    "activity": "nine-questions",
    "minutes": 60,
    "prompts": [*({"id": f"q{n}"} for n in range(1, 10)), {"id": "q10", "title": "Dziesiąte?", "feeds": ["goals"]}],
}
ASKED = {"asked": "sales", "guesses": "marketing"}
OWN: dict[str, Any] = {
    "activity": "own-ogrod",
    "kind": "questions",
    "name": {"pl": "Ogród", "en": ""},
    "minutes": 12,
    "together": True,
    "votes_per_person": 0,
    "prompts": [{"id": "a", "title": "Grządka\ndruga", "answer_type": "request_and_guess", **ASKED}],
}


def made(*steps: dict[str, Any], **more: Any) -> Template:
    usual = (CANVAS, {"pause": "lunch", "minutes": 30}, TEN, OWN)
    return msgspec.convert({"id": "nasza", "name": "Nasza agenda", "steps": steps or usual, **more}, Template)


def read(text: str, known: Catalogue = KNOWN) -> Template:
    found = templates.read(text, known)
    assert found.template, found.mistakes
    return found.template


@pytest.mark.parametrize("agenda", list(KNOWN.agendas))
def test_an_agenda_as_a_template_plans_the_same_steps(agenda: str) -> None:
    template = as_template(KNOWN, agenda)
    assert template_steps(KNOWN, template) == plan_steps(KNOWN, agenda)
    changed = msgspec.structs.replace(template, steps=template.steps[1:])
    assert template_steps(KNOWN, changed) != plan_steps(KNOWN, agenda), "the control"


def as_company(template: Template) -> Template:
    return msgspec.structs.replace(template, id="nasza")


@pytest.mark.parametrize(
    "template", [made(), *(as_company(as_template(KNOWN, one)) for one in KNOWN.agendas)], ids=lambda one: str(one.name)
)
def test_a_template_comes_back_from_yaml_equal(template: Template) -> None:
    whole = settled(template)
    back = read(templates.write(whole))
    assert back == whole
    assert template_steps(KNOWN, back) == template_steps(KNOWN, template)


def test_one_changed_word_in_the_file_makes_another_plan() -> None:
    """The control of the round trip."""
    text = templates.write(settled(made()))
    assert template_steps(KNOWN, read(text.replace("Nasz klient", "Nasza klientka"))) != template_steps(KNOWN, made())


def test_words_in_one_language_serve_both() -> None:
    step = template_steps(KNOWN, made())[3]
    assert (step.name, step.kind) == (c.Text("Ogród", "Ogród"), "questions")


def test_a_sheet_with_a_hole_is_laid_out_evenly() -> None:
    usual = [{"id": p.id} for p in KNOWN.activities["canvas-basic"].prompts]
    (whole,) = template_steps(KNOWN, made({**CANVAS, "prompts": usual}))
    assert all(one.prompt.place for one in whole.prompts), "the control"
    (holed,) = template_steps(KNOWN, made({**CANVAS, "prompts": usual[1:]}))
    assert not any(one.prompt.place for one in holed.prompts)


def test_a_canvas_keeps_its_credit_and_what_was_not_touched() -> None:
    step = template_steps(KNOWN, made())[0]
    known = KNOWN.activities["canvas-basic"]
    assert (step.credit, step.activity, step.visibility) == (known.credit, "canvas-basic", "hidden")
    goals, *_ = (one.prompt for one in step.prompts)
    assert (goals.title.en, goals.text) == ("What for", known.prompts[0].text)
    assert not any(one.prompt.place for one in step.prompts), "two zones are left out and one is new: no picture"


def test_a_new_zone_lies_where_one_was_left_out() -> None:
    first, *others = KNOWN.activities["canvas-basic"].prompts
    prompts = [*({"id": one.id} for one in others), {"id": "own-1", "title": "Nasz klient"}]
    (step,) = template_steps(KNOWN, made({**CANVAS, "prompts": prompts}))
    assert step.prompts[-1].prompt.place == first.place


def test_a_zone_too_many_has_no_place_on_the_sheet() -> None:
    usual = [{"id": p.id} for p in KNOWN.activities["canvas-basic"].prompts]
    step = template_steps(KNOWN, made({**CANVAS, "prompts": [*usual, {"id": "more", "title": "Jeszcze"}]}))[0]
    assert [one.prompt.id for one in step.prompts if not one.prompt.place] == ["more"]


def test_columns_are_renamed_hidden_moved_and_added_in_every_step_that_has_the_table() -> None:
    known, fields = with_table(), [
        {"id": "who"},
        {"id": "what", "title": {"pl": "Obietnica", "en": "Promise"}},
        {"id": "own-x", "title": "Ryzyko", "kind": "choice", "options": [{"id": "a", "text": {"pl": "x", "en": "y"}}]},
    ]  # fmt: skip
    template = made(TEN, {"activity": "check-out", "minutes": 5}, tables=[{"id": "promises", "fields": fields}])
    for step in template_steps(known, template):
        (table,) = step.tables
        assert [field.id for field in table.fields] == ["who", "what", "own-x"]
        assert table.fields[1].title.pl == "Obietnica"
        assert table.fields[0].kind == "person"
        assert table.starters[0].cells.keys() == {"what"}
    assert read(templates.write(settled(template)), known) == settled(template)


def test_what_is_asked_in_a_table_is_asked_in_it_when_it_is_new_too() -> None:
    activity = KNOWN.activities["nine-questions"]
    prompts = tuple(msgspec.structs.replace(p, table="promises") for p in activity.prompts)
    changed = msgspec.structs.replace(activity, prompts=prompts, tables=(OURS,))
    known = msgspec.structs.replace(KNOWN, activities={"nine-questions": changed})
    (step,) = custom_steps(
        known, [{"activity": "nine-questions", "prompts": [{"id": "q1"}, {"id": "new", "title": "x"}]}]
    )
    assert [one.prompt.table for one in step.prompts] == ["promises", "promises"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ([{"id": "note"}], "needed"),
        ([{"id": "what"}], "needed"),
        ([{"id": "what"}, {"id": "who"}, {"id": "who"}], "twice"),
        ([{"id": "what"}, {"id": "who"}, {"id": "new"}], "empty"),
        ([{"id": "what"}, {"id": "who"}, {"id": "new", "title": "x", "kind": "choice"}], "empty"),
    ],
)
def test_columns_without_which_rows_say_nothing_stay(fields: list[dict[str, str]], why: str) -> None:
    assert needed(OURS, False) == {"what", "who"}
    assert needed(OURS, True) == {"what", "who", "note"}, "a funnel reckons with all of them"
    template = made({"pause": "lunch", "minutes": 5}, TEN, tables=[{"id": "promises", "fields": fields}])
    with pytest.raises(Refused) as caught:
        template_steps(with_table(), template)
    assert (caught.value.detail["why"], caught.value.detail["step"]) == (why, 2)
    found = templates.read(templates.write(template), with_table())
    assert found.template is None
    assert found.mistakes


def test_a_company_folder_may_hold_templates_beside_activities(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT, tmp_path / "canvases"))
    (folder / "watomir").mkdir()
    (folder / "watomir/nasza.yaml").write_text(templates.write(settled(made())), "utf-8")
    known = load(folder)
    assert known.templates == {"nasza": settled(made())}
    assert known.activities == KNOWN.activities


def in_sessions(*sessions: int) -> Template:
    steps = [{"activity": "check-in", "minutes": 5, "session": session} for session in sessions]
    sittings = [{"number": n, "name": {"pl": f"S{n}", "en": f"S{n}"}, "minutes": 60} for n in (1, 2, 3)]
    return made(*steps, sittings=sittings, name={"pl": "Cztery", "en": "Four"})


def test_a_session_without_steps_is_none_and_the_others_are_numbered_anew() -> None:
    whole = settled(in_sessions(1, 3, 3))
    assert [(one.number, one.name.pl) for one in whole.sittings] == [(1, "S1"), (2, "S3")]
    assert [one.session for one in whole.steps] == [1, 2, 2]
    assert settled(whole) == whole == read(templates.write(whole))


@pytest.mark.parametrize(("sessions", "step"), [((1, 4), 2), ((2, 1), 2), ((1, 3, 2), 3)])
def test_a_step_in_no_session_or_before_its_session_is_refused(sessions: tuple[int, ...], step: int) -> None:
    with pytest.raises(Refused) as caught:
        settled(in_sessions(*sessions))
    assert (caught.value.detail["field"], caught.value.detail["step"]) == ("session", step)
    (mistake,) = templates.read(templates.write(in_sessions(*sessions)), KNOWN).mistakes
    assert (mistake.key, mistake.message) == (f"template.steps.{step}.session", "content-cannot-run")


SLIPS = {
    "an unknown activity": ("activity: canvas-basic", "activity: canvas-basics", "content-unknown-activity"),
    "an unknown zone without words": ("  - id: own-1\n", "  - id: own-2\n    ", "content-not-yaml"),
    "a new zone without a title": ('title: {pl: "Nasz klient", en: "Nasz klient"}', "weak: {pl: a, en: b}", "content-missing-key"),
    "a zone twice": ("- id: own-1", "- id: goals", "content-id-twice"),
    "phases that do not add up": ("write: 9", "write: 10", "content-minutes"),
    "an unknown section": ("[goals]", "[gaols]", "content-unknown-section"),
    "an unknown rule": ("author_visibility: hidden", "author_visibility: secret", "content-not-one-of"),
    "an unknown key": ("votes_per_person", "votes_for_person", "content-unknown-key"),
    "an unknown break": ("break: lunch", "break: siesta", "content-unknown-break"),
    "one language": ('{pl: "Nasza agenda", en: "Nasza agenda"}', '{pl: "Nasza agenda"}', "content-missing-language"),
    "our agenda's id": ("id: nasza", "id: half-day", "content-id-twice"),
    "half a minute": ("minutes: 60", "minutes: 60.5", "content-not-whole"),
    "an own step without questions": ("kind: questions", "kind: funnel", "content-not-one-of"),
    "the same team twice": ("guesses: marketing", "guesses: sales", "content-both-teams"),
    "not YAML": ("minutes: 60", "minutes: [60", "content-not-yaml"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_every_slip_is_told_with_its_line_and_key(slip: str) -> None:
    old, new, message = SLIPS[slip]
    text = templates.write(settled(made()))
    assert old in text, "the control: it can be slipped"
    found = templates.read(text.replace(old, new, 1), KNOWN)
    assert found.template is None
    told = [one for one in found.mistakes if one.message == message]
    assert told, found.mistakes
    assert told[0].line > 1
    assert told[0].key.startswith("template.") or message == "content-not-yaml"
    assert told[0].sentence("pl") != told[0].sentence("en")


def test_all_slips_come_at_once() -> None:
    text = templates.write(settled(made()))
    for old, new in (("write: 9", "write: 10"), ("[goals]", "[gaols]"), ("break: lunch", "break: siesta")):
        text = text.replace(old, new, 1)
    assert len({one.line for one in templates.read(text, KNOWN).mistakes}) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "agenda: {}",
        "template:",
        "- a\n- b",
        "template: {id: x, name: {pl: a, en: b}, steps: []}",
        "[" * 20_000,
        "a: &a [1]\nb: *a",
        "template: &t {x: [*t]}",
        "x" * 600_000,
        "template: \x00",
        "%YAML 9\n---\n",
        "template: !!python/object:os.system x",
        "--- a\n--- b",
    ],
    ids=lambda text: text[:12],
)
def test_no_file_breaks_the_reader(text: str) -> None:
    found = templates.read(text, KNOWN)
    assert found.template is None
    assert found.mistakes
    assert all(one.sentence("pl") for one in found.mistakes)


def test_a_file_of_references_is_refused_before_it_is_followed() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    found = templates.read("template:\n" + "".join(f"  {line}\n" for line in lines), KNOWN)
    assert [one.message for one in found.mistakes] == ["content-no-anchors"]


def test_stars_in_words_are_no_references() -> None:
    template = made({**TEN, "name": "*ważne* & *pilne* '*a*' # *b"})
    assert read(templates.write(settled(template))) == settled(template)


def test_a_template_that_stands_in_the_folder_is_checked_like_everything_there(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT, tmp_path / "canvases"))
    (folder / "watomir").mkdir()
    text = templates.write(settled(made())).replace("break: lunch", "break: siesta")
    (folder / "watomir/nasza.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert caught.value.file == "watomir/nasza.yaml"
    assert caught.value.line == 1 + text[: text.index("siesta")].count("\n")


def test_the_example_of_the_readme_runs() -> None:
    (example,) = re.findall(r"```yaml\n(template:.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert [step.kind for step in template_steps(KNOWN, read(example))] == ["board", "break", "questions"]
