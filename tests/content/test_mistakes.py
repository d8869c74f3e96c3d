# ruff: noqa: E501 - one slip a line can be read as a table
"""Whoever changes a canvas and slips is told the file, the line and the key."""

import re
import shutil
from pathlib import Path

import pytest

from accord import resources
from accord.content import ContentError, Mistake, load, main

BASIC = "team-canvas/canvas-basic.yaml"
FULL = "team-canvas/canvas-full.yaml"
NINE = "activities/nine-questions.yaml"
CHECK_IN = "activities/check-in.yaml"
RETRO = "activities/retro.yaml"
DEFINITIONS = "activities/definitions.yaml"
PROCESS = "activities/process-map.yaml"
PROMISES = "activities/marketing-commitments.yaml"
FIRST_TITLE = 'title: {pl: "Wspólne cele", en: "Shared goals"}'

# file, what stands there, what somebody wrote instead, a piece of the line that is named, the key, the message
SLIPS = {
    "a language is missing": (BASIC, FIRST_TITLE, 'title: {pl: "Wspólne cele"}', 'title: {pl: "Wspólne cele"}', "activity.zones.1.title.en", "content-missing-language"),
    "a language is empty": (BASIC, FIRST_TITLE, 'title: {pl: "Cele", en: " "}', 'title: {pl: "Cele"', "activity.zones.1.title.en", "content-empty"),
    "no language at all": (BASIC, FIRST_TITLE, 'title: "Cele"', 'title: "Cele"', "activity.zones.1.title", "content-not-mapping"),
    "a word is no word": (BASIC, FIRST_TITLE, "title: {pl: nie, en: no}", "title: {pl: nie", "activity.zones.1.title.en", "content-not-text"),
    "an unknown key": (BASIC, FIRST_TITLE, "titel: {pl: a, en: b}", "titel:", "activity.zones.1.titel", "content-unknown-key"),
    "a needed key is missing": (BASIC, "  who: ", "  # who: ", "  id: canvas-basic", "activity.who", "content-missing-key"),
    "a key twice": (BASIC, "      icon: target\n", "      icon: target\n      icon: heart\n", "icon: heart", "activity.zones.1.icon", "content-key-twice"),
    "an unknown section": (BASIC, "{section: parties, from", "{section: partys, from", "section: partys", "activity.feeds.2.section", "content-unknown-section"),
    "an unknown section of a question": (NINE, "feeds: [{section: goals,", "feeds: [{section: gaols,", "section: gaols", "activity.questions.1.feeds.1.section", "content-unknown-section"),
    "an unknown zone": (BASIC, "from: [roles]", "from: [rolls]", "from: [rolls]", "activity.feeds.2.from.1", "content-unknown-prompt"),
    "an unknown short set": (NINE, "short_set: [q2, q3, q7, q8]", "short_set: [q2, q33]", "short_set:", "activity.short_set.2", "content-unknown-prompt"),
    "an unknown focus": ("agendas/starter-90.yaml", "focus: [q2, q3, q7, q8]", "focus: [q2, q10]", "q10", "agenda.items.2.focus.2", "content-unknown-prompt"),
    "an unknown activity": ("agendas/half-day.yaml", "activity: canvas-basic", "activity: canvas-basics", "canvas-basics", "agenda.items.2.activity", "content-unknown-activity"),
    "an unknown break": ("agendas/half-day.yaml", "break: coffee", "break: cofee", "cofee", "agenda.items.4.break", "content-unknown-break"),
    "bad YAML": (CHECK_IN, 'en: "Everyone"}', 'en: "Everyone', 'en: "Everyone\n', "", "content-not-yaml"),
    "no YAML": (CHECK_IN, "  who:", "\twho:", "\twho:", "", "content-not-yaml"),
    "a zone id twice": (BASIC, "- id: values", "- id: goals", "- id: goals\n      minutes: 5\n      icon: cloud", "activity.zones.4.id", "content-id-twice"),
    "an activity id twice": (FULL, "id: canvas-full", "id: canvas-basic", "id: canvas-basic", "activity.id", "content-id-twice"),
    "an agenda id twice": ("agendas/starter-90.yaml", "id: starter-90", "id: half-day", "id: half-day", "agenda.id", "content-id-twice"),
    "an id with capitals": (BASIC, "- id: values", "- id: Values", "- id: Values", "activity.zones.4.id", "content-bad-id"),
    "phases that do not add up": (BASIC, "{write: 9,", "{write: 10,", "{write: 10", "activity.phases", "content-minutes"),
    "phases of a line that do not add up": ("agendas/half-day.yaml", "{write: 9, reveal: 4", "{write: 8, reveal: 4", "{write: 8, reveal: 4", "agenda.items.2.phases", "content-minutes"),
    "lines that do not add up": ("agendas/half-day.yaml", "{break: short, minutes: 5}", "{break: short, minutes: 6}", "activity: check-in", "agenda.items", "content-minutes"),
    "an unknown phase": (BASIC, "{write: 9,", "{writing: 9,", "{writing: 9", "activity.phases.writing", "content-unknown-key"),
    "a word for a number": (BASIC, "votes_per_person: 3", "votes_per_person: three", "votes_per_person", "activity.votes_per_person", "content-not-number"),
    "half a vote": (BASIC, "votes_per_person: 3", "votes_per_person: 2.5", "votes_per_person", "activity.votes_per_person", "content-not-whole"),
    "too many votes": (BASIC, "votes_per_person: 3", "votes_per_person: 300", "votes_per_person", "activity.votes_per_person", "content-out-of-range"),
    "an unknown kind": (BASIC, "kind: board", "kind: bord", "kind: bord", "activity.kind", "content-not-one-of"),
    "an unknown icon": (BASIC, "icon: heart", "icon: hart", "icon: hart", "activity.zones.3.icon", "content-not-one-of"),
    "a zone over the edge": (BASIC, "place: {x: 67, y: 0,", "place: {x: 77, y: 0,", "{x: 77", "activity.zones.4.place", "content-outside-sheet"),
    "a scale without ends": (CHECK_IN, "      scale: {low", "      # scale: {low", "- id: today_state", "activity.questions.2.scale", "content-missing-key"),
    "the asked team guesses": (NINE, "guesses: sales", "guesses: marketing", "guesses: marketing\n      title: {pl: \"Czego potrzebuje marketing", "activity.questions.7.guesses", "content-same-team"),
    "nothing asked": (CHECK_IN, "  questions:", "  questions: []\n  rows:", "  id: check-in", "activity", "content-no-prompts"),
    "true in words": (CHECK_IN, "together: true", "together: always", "together: always", "activity.together", "content-not-flag"),
    "a list that is none": (CHECK_IN, "  tips:\n", "  tips: none\n  short_set:\n", "tips: none", "activity.tips", "content-not-list"),
    "an unknown table": (RETRO, "      table: actions", "      table: acts", "table: acts", "activity.zones.6.table", "content-unknown-table"),
    "an unknown starter": (DEFINITIONS, "      starter: mql", "      starter: mqll", "starter: mqll", "activity.questions.3.starter", "content-unknown-starter"),
    "an unknown row from the start": (DEFINITIONS, "preset: [mql]", "preset: [mkl]", "preset: [mkl]", "activity.questions.3.preset.1", "content-unknown-starter"),
    "a column of an unknown kind": (DEFINITIONS, "{id: must, kind: list,", "{id: must, kind: lists,", "kind: lists", "activity.tables.1.fields.4.kind", "content-not-one-of"),
    "a cell of no column": (DEFINITIONS, "{id: lead, term:", "{id: lead, name:", "{id: lead, name:", "activity.tables.1.starters.2.name", "content-unknown-key"),
    "a cell of no option": (DEFINITIONS, "applies_to: both, next: close", "applies_to: either, next: close", "applies_to: either", "activity.tables.3.starters.6.applies_to", "content-not-one-of"),
    "a cell in one language": (DEFINITIONS, 'decides: {pl: "system", en: "system"}', 'decides: "system"', 'decides: "system"', "activity.tables.1.starters.2.decides", "content-not-mapping"),
    "a head that is no column": (DEFINITIONS, "head: term", "head: terms", "head: terms", "activity.tables.1.head", "content-unknown-field"),
    "a reference to no row": (PROCESS, "next: [p02]", "next: [p99]", "next: [p99]", "activity.tables.1.starters.1.next.1", "content-unknown-starter"),
    "a reference to no table": (PROCESS, "{id: next, kind: refs, table: process,", "{id: next, kind: refs, table: proces,", "table: proces,", "activity.tables.1.fields.12.table", "content-unknown-table"),
    "a partner that is none": (PROMISES, "pairs_with: [sc-first-attempt, sc-decision]", "pairs_with: [sc-first]", "pairs_with: [sc-first]", "activity.tables.1.starters.1.pairs_with.1", "content-unknown-starter"),
    "a table twice": ("activities/risks.yaml", "    - id: escalation\n      title:", "    - id: actions\n      title:", "    - id: actions", "activity.tables.2.id", "content-id-twice"),
    "marks of a table that is none": ("activities/scorecard.yaml", "[marketing_commitments, sales", "[marketing_commitment, sales", "[marketing_commitment,", "activity.questions.1.marks.tables.1", "content-unknown-table"),
    "marks without choices": ("activities/comments.yaml", "        choices:", "        keys:", "of: sections", "activity.zones.1.marks.choices", "content-missing-key"),
    "a focus close to a starter": ("agendas/starter-90.yaml", "focus: [weekly_leads]", "focus: [weekly leads]", "weekly leads", "agenda.items.6.focus.1", "content-unknown-prompt"),
    "a session out of turn": ("agendas/series-4x60.yaml", "number: 2", "number: 3", "number: 3", "agenda.sessions.2.number", "content-session-number"),
    "a session that does not add up": ("agendas/series-4x60.yaml", "minutes: 24, focus: [q7", "minutes: 25, focus: [q7", "activity: check-in", "agenda.sessions.1.items", "content-minutes"),
    "a step that is none": ("agendas/heads-first.yaml", "step: amend", "step: ammend", "step: ammend", "agenda.sessions.3.items.4.step", "content-unknown-activity"),
    "a card of an unknown source": ("facts.yaml", "source: [S5]", "source: [S55]", "source: [S55]", "fact_cards.2.source.1", "content-unknown-source"),
    "a wrong level of consent": ("consent.yaml", "{value: 5,", "{value: 7,", "{value: 7", "consent_scale.levels.1.value", "content-out-of-range"),
    "a pattern that could search for ever": ("lint.yaml", r"en: '\bMQLs?\b'", r"en: '\b(M+)+QL'", "(M+)+QL", "term_forms.2.en", "content-not-a-pattern"),
    "a hint in one language": ("hints.yaml", 'when: "length > 160", pl:', 'when: "length > 160", de:', "length > 160", "note_hints.1.de", "content-unknown-key"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resources.canvases(), tmp_path / "canvases"))


def mistakes(folder: Path) -> tuple[Mistake, ...]:
    with pytest.raises(ContentError) as caught:
        load(folder)
    return caught.value.mistakes


def change(folder: Path, file: str, old: str, new: str) -> str:
    text = (folder / file).read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    (folder / file).write_text(changed, "utf-8")
    return changed


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_file_line_and_key(folder: Path, slip: str) -> None:
    file, old, new, piece, key, message = SLIPS[slip]
    changed = change(folder, file, old, new)
    told = [(m.file, m.key, m.message) for m in mistakes(folder)]
    assert (file, key, message) in told
    found = mistakes(folder)[told.index((file, key, message))]
    assert found.line == line_of(changed, piece)
    for language in ("pl", "en"):
        assert "{" not in found.sentence(language)
        assert found.sentence(language) in found.line_of_print(language)


def test_several_mistakes_in_several_files_come_at_once(folder: Path) -> None:
    change(folder, BASIC, FIRST_TITLE, 'title: {pl: "Cele"}')
    change(folder, BASIC, "kind: board", "kind: bord")
    change(folder, NINE, "author_visibility: team", "author_visibility: everyone")
    change(folder, "consent.yaml", "pass_level: 3", "pass_level: three")
    found = mistakes(folder)
    assert [m.file for m in found] == [NINE, "consent.yaml", BASIC, BASIC]
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert (caught.value.file, caught.value.line, caught.value.key) == (NINE, found[0].line, found[0].key)
    assert len(str(caught.value).splitlines()) == 4


def test_a_mistake_proposes_what_was_probably_meant(folder: Path) -> None:
    change(folder, BASIC, "from: [roles]", "from: [rolls]")
    assert "Did you mean: roles?" in mistakes(folder)[0].sentence("en")
    assert "Może chodzi o: roles?" in mistakes(folder)[0].sentence("pl")


def test_a_file_that_is_gone_or_empty_or_strange_is_named(folder: Path) -> None:
    (folder / "phases.yaml").unlink()
    (folder / "facts.yaml").write_text("", "utf-8")
    (folder / "extra.yaml").write_text("a: 1", "utf-8")
    (folder / CHECK_IN).write_bytes(b"activity: \xff")
    (folder / "hints.yaml").write_text("x" * 600_000, "utf-8")
    told = {(m.file, m.message) for m in mistakes(folder)}
    assert {
        ("phases.yaml", "content-missing-file"),
        ("facts.yaml", "content-empty"),
        ("extra.yaml", "content-unknown-file"),
        (CHECK_IN, "content-not-utf8"),
        ("hints.yaml", "content-file-large"),
    } <= told


def test_a_broken_list_of_sections_does_not_blame_those_who_refer_to_it(folder: Path) -> None:
    (folder / "sections.yaml").write_text("sections: nothing", "utf-8")
    assert {m.message for m in mistakes(folder)} == {"content-not-list"}


@pytest.mark.parametrize(
    "hostile",
    ["activity: !!python/object/apply:os.getcwd []", "activity: &a [*a]", "[" * 5_000, "a: b: c", "--- 1\n--- 2"],
)
def test_a_hostile_file_is_a_mistake_like_any_other(folder: Path, hostile: str) -> None:
    (folder / "activities/retro.yaml").write_text(hostile, "utf-8")
    assert mistakes(folder)[0].file == "activities/retro.yaml"


def test_an_own_folder_beside_ours_is_read(folder: Path) -> None:
    """The examples of the README, as they stand there."""
    examples = re.findall(r"```yaml\n(activity:.*?)```", (folder / "README.md").read_text("utf-8"), re.S)
    (folder / "our-company").mkdir()
    for number, example in enumerate(examples):
        (folder / f"our-company/example-{number}.yaml").write_text(example, "utf-8")
    found = load(folder).activities
    assert [(p.id, p.must_agree, len(p.feeds)) for p in found["promises"].prompts] == [
        ("promise", True, 1),
        ("worry", False, 0),
    ]
    (table,) = found["promises-list"].tables
    assert [field.kind for field in table.fields] == ["text", "person", "date", "choice", "refs"]
    assert table.starters[0].cells["weight"].pl == "high"


def test_a_table_may_go_on_in_an_activity_of_another_folder(folder: Path) -> None:
    text = (folder / "activities/retro.yaml").read_text("utf-8")
    own = re.sub(r"  tables:\n.*?(?=  zones:)", "", text, flags=re.S).replace("id: retro", "id: our-retro")
    (folder / "our-company").mkdir()
    (folder / "our-company/retro.yaml").write_text(own, "utf-8")
    found = load(folder).activities
    assert found["our-retro"].tables == found["retro"].tables


def test_the_command_is_silent_when_all_is_well_and_prints_every_mistake_otherwise(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    assert capsys.readouterr().out == ""
    changed = change(folder, BASIC, FIRST_TITLE, 'title: {pl: "Wspólne cele"}')
    assert main([str(folder), "--language", "pl"]) == 1
    line = line_of(changed, 'title: {pl: "Wspólne cele"}')
    assert (
        capsys.readouterr().out
        == f"{BASIC}:{line}: activity.zones.1.title.en: Brakuje słów w „en”. Każdy tekst ma pl i en.\n"
    )


def test_every_message_is_written_in_both_languages_and_used() -> None:
    package = resources.PACKAGE
    readers = [package / f"{name}.py" for name in ("reading", "templates", "wordlists")]
    files = [*readers, *(package / "content").glob("*.py")]
    code = "".join(path.read_text("utf-8") for path in files)
    used = set(re.findall(r'"(content-[a-z0-9-]+)"', code))
    for language in ("pl", "en"):
        written = re.findall(
            r"(?m)^(content-[a-z0-9-]+) =", (package / f"words/{language}/content.ftl").read_text("utf-8")
        )
        assert set(written) == used
        assert len(written) == len(used)
