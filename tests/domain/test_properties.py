"""What holds for every input: scores, words, names, frozen content, consent, minutes."""

import json
import unicodedata
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.workshops import Scene, plan, prompt, step, wander

from accord.domain import commands as c
from accord.domain import freeze
from accord.domain.attending import present, quorum
from accord.domain.catalogue import PHASES, TEAMS, PlannedPrompt, PlannedStep, Seat
from accord.domain.measures import score, tallies, total
from accord.domain.records import Both
from accord.domain.rules.agenda import phase_seconds
from accord.domain.rules.outcomes import PASS
from accord.domain.sight import everything, seen_by
from accord.domain.state import State, change, members
from accord.domain.words import LINES, NAME, clean, clean_name, same_name
from accord.errors import Refused

DOTS = st.integers(0, 40)


# ── scores ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(st.tuples(DOTS, DOTS), min_size=1, max_size=12))
def test_a_score_is_a_share_and_the_scores_of_all_targets_add_up_to_one(votes: list[tuple[int, int]]) -> None:
    of = Both(sum(m for m, _ in votes), sum(s for _, s in votes))
    scores = [score(Both(m, s), of) for m, s in votes]
    assert all(0 <= one <= 1 for one in scores)
    assert sum(scores) == pytest.approx(1 if of.marketing or of.sales else 0)


@given(st.lists(st.tuples(DOTS, DOTS), min_size=1, max_size=12), st.integers(2, 9))
def test_a_team_twice_as_large_has_no_more_weight(votes: list[tuple[int, int]], times: int) -> None:
    of = Both(sum(m for m, _ in votes), sum(s for _, s in votes))
    larger = Both(of.marketing * times, of.sales)
    for m, s in votes:
        assert score(Both(m * times, s), larger) == pytest.approx(score(Both(m, s), of))


@given(DOTS, st.integers(1, 40))
def test_a_team_without_votes_is_left_out(mine: int, others: int) -> None:
    assert score(Both(mine, 0), Both(mine + others, 0)) == pytest.approx(mine / (mine + others))


@given(st.lists(st.tuples(st.sampled_from(["m1", "s1", "m2", "s2"]), st.sampled_from("abcd"), st.integers(0, 3))))
@settings(max_examples=60)
def test_tallies_count_every_dot_once_under_its_note(votes: list[tuple[str, str, int]]) -> None:
    scene = voting()
    for person, note, dots in votes:
        scene.refusal(person, c.Vote("s1.q1", f"note-{note}", dots))
    found, of = tallies(scene.state, "s1.q1"), total(scene.state, "s1.q1")
    assert sum(v.marketing for v in found.values()) == of.marketing
    assert sum(v.sales for v in found.values()) == of.sales
    spent = [sum(ballot.values()) for ballot in scene.state.ballots.get("s1.q1", {}).values()]
    assert all(0 <= one <= scene.state.prompts["s1.q1"].votes for one in spent)
    assert sum(spent) == of.marketing + of.sales


def voting() -> Scene:
    scene = Scene()
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    for note in "abcd":
        scene.ask("m1", c.AddNote(f"note-{note}", "s1.q1", note))
    scene.ask("f1", c.GoTo("s1", 0, "vote"))
    return scene


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\u200b\u200c\u200d\u200e\u202e\u2066\u2069\ufeff\u061c\u00ad\r\n\t \u0301é🙂👩\U000e0041\x00\x1b\x85"
        ),
    ),
    max_size=80,
)
DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(HOSTILE)
@settings(max_examples=1500)
def test_clean_words_stay_as_they_are_and_can_be_kept_anywhere(text: str) -> None:
    kept = cleaned(text)
    if kept is None:
        return
    assert clean(kept, 10_000, empty=True) == kept
    assert kept == kept.strip() == unicodedata.normalize("NFC", kept)
    assert not [ch for ch in kept if unicodedata.category(ch) == "Cc" and ch not in "\n\t"]
    assert not [ch for ch in kept if unicodedata.bidirectional(ch) in DIRECTIONS]
    assert kept.encode().decode() == kept
    assert len(kept) <= 10_000
    assert kept.count("\n") <= LINES


def cleaned(text: str) -> str | None:
    try:
        return clean(text, 10_000, empty=True)
    except Refused as refused:
        if refused.code != "bad_input":
            raise
        return None


@pytest.mark.parametrize(
    "text", ["Zażółć gęślą jaźń", "👩‍👩‍👧 🇵🇱 ✍️", "שלום עולם", "a\nb\tc", "<script>", "½ ≥ ✓ ☐", "ﬁ"]
)
def test_clean_words_of_every_language_are_left_alone(text: str) -> None:
    assert clean(text, 100) == text


@given(HOSTILE)
@settings(max_examples=1500)
def test_a_clean_name_stays_as_it_is_on_one_line_without_joiners_outside_emoji(text: str) -> None:
    try:
        name = clean_name(text)
    except Refused as refused:
        if refused.code != "bad_input":
            raise
        return
    assert clean_name(name) == name
    assert same_name(name, f"  {name.upper().lower()} ") or name.casefold() != name.upper().lower().casefold()
    assert 0 < len(name) <= NAME
    assert len(name.splitlines()) == 1
    assert "  " not in name


@given(st.lists(st.sampled_from(["Ada", "ada ", " ADA", "Bo", "A  da"]), min_size=1, max_size=6))
def test_people_of_one_name_are_numbered_by_when_they_came(names: list[str]) -> None:
    scene = Scene(members=0)
    for number, name in enumerate(names):
        scene.ask("", c.Join(f"p-{number}", name, "member", TEAMS[number % 2], "pl", "link"))
    people = [r for r in seen_by(scene.state, "f1").values() if type(r).__name__ == "Person"]
    shown: dict[str, list[int]] = {}
    for person in people:
        shown.setdefault(person.name.casefold(), []).append(person.twin)  # type: ignore[attr-defined]
    for twins in shown.values():
        assert twins == [0, *range(2, len(twins) + 1)]


# ── what is frozen ───────────────────────────────────────────────────────────────────────────────────────────────────


def shuffled(state: State, random: Random) -> State:
    """The same state with every table in another order, but for the people, whose order is their number."""

    def mix(table: dict[str, object]) -> dict[str, object]:
        items = [*table.items()]
        random.shuffle(items)
        return dict(items)

    tables = ("clauses", "results", "proposals", "notes", "themes", "prompts", "steps")
    return change(state, **{name: mix(getattr(state, name)) for name in tables})


@pytest.mark.parametrize("seed", range(15))
def test_the_frozen_content_does_not_depend_on_the_order_of_tables(seed: int) -> None:
    scene, random = Scene(), Random(seed)
    for _ in wander(scene, random, 250):
        pass
    scene.refusal("f1", c.AddClause("clause-z", "purpose", "one"))
    scene.refusal("f1", c.AddClause("clause-a", "purpose", "two"))
    content = freeze.content(scene.state, "1.0")
    for _ in range(3):
        assert freeze.content(shuffled(scene.state, random), "1.0") == content
    assert freeze.digest(content) == freeze.digest(content)


def test_the_frozen_content_is_canonical_json() -> None:
    scene = Scene()
    scene.ask("f1", c.AddClause("clause-1", "purpose", 'Zażółć "x" \\ \n שלום 🙂 </script>'))
    content = freeze.content(scene.state, "1.0")
    same = json.dumps(json.loads(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert content == same


@given(st.sampled_from(["clause", "party", "title", "parked"]))
def test_whatever_is_signed_changes_the_hash(what: str) -> None:
    scene = Scene()
    scene.ask("f1", c.AddClause("clause-1", "purpose", "words"))
    scene.ask("f1", c.Park("park-1", "later", "she", "2027-01-01"))
    before = freeze.digest(freeze.content(scene.state, "1.0"))
    match what:
        case "clause":
            scene.ask("f1", c.TakePen("clause-1"))
            scene.ask("f1", c.WritePen("clause-1", "words.", 1))
        case "party":
            scene.ask("f1", c.SetHead("m1", True))
        case "title":
            scene.state = change(scene.state, plan=change(scene.state.plan, title="Other"))
        case "parked":
            scene.ask("f1", c.EditParked("park-1", "later", "he", "2027-01-01"))
    assert freeze.digest(freeze.content(scene.state, "1.0")) != before


# ── consent ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=6, max_size=6),
    st.integers(0, 2),
)
def test_consent_is_everybody_present_at_three_or_more_and_half_of_each_team(
    hands: list[tuple[bool, int]], unseated: int
) -> None:
    """`hands`: is the member away, and how high; `unseated`: names of the roster who never came."""
    scene = _consenting(unseated)
    people = [p.id for p in members(scene.state)]
    for person, (away, _) in zip(people, hands, strict=True):
        scene.ask("f1", c.SetAway(person, away))
    for person, (away, level) in zip(people, hands, strict=True):
        if not away:
            scene.ask(person, c.Consent("prop-1", 1, level, "because"))
    here = {p: level for p, (away, level) in zip(people, hands, strict=True) if not away}
    sides = {team: [p.id for p in present(scene.state, team)] for team in TEAMS}
    half = 2 * len(sides["marketing"]) >= 3 and 2 * len(sides["sales"]) >= 3 + unseated and all(sides.values())
    assert quorum(scene.state) == half
    low = [level for level in here.values() if level < PASS]
    wanted = "failed" if low else "agreed" if half and here else "open"
    assert scene.state.proposals["prop-1"].status == wanted
    assert ("prop-1" in scene.state.results) == (wanted == "agreed")


def _consenting(unseated: int) -> Scene:
    roster = tuple(Seat(f"absent {n}", "sales") for n in range(unseated))
    scene = Scene(change(plan(), roster=roster), members=3)
    scene.ask("f1", c.GoTo("s1", 0, "agree"))
    scene.ask("m1", c.Propose("prop-1", "s1.q1", "words"))
    scene.ask("m1", c.DropPen("prop-1"))
    return scene


# ── minutes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

LENGTHS = st.floats(0.1, 60, allow_nan=False)


@given(
    st.integers(1, 480),
    st.lists(st.one_of(st.none(), LENGTHS), min_size=1, max_size=9),
    st.lists(LENGTHS, min_size=1, max_size=5),
)
def test_the_phases_of_all_turns_fill_the_steps_minutes(
    minutes: int, prompts: list[float | None], lengths: list[float]
) -> None:
    """To half a second for each phase of each turn, since a timer counts whole seconds."""
    planned = tuple(
        PlannedPrompt(f"s1.p{i}", change(prompt(f"p{i}"), minutes=named)) for i, named in enumerate(prompts)
    )
    phases = tuple(zip(PHASES, lengths, strict=False))
    one: PlannedStep = change(
        step("s1", ()), minutes=minutes, prompts=planned, turns=tuple((p.id,) for p in planned), phases=phases
    )
    scene = Scene(plan(one), members=0)
    parts = [phase_seconds(scene.state, "s1", turn, phase) for turn in range(len(prompts)) for phase, _ in phases]
    assert all(part >= 0 for part in parts)
    assert abs(sum(parts) - minutes * 60) <= len(parts) / 2


@given(st.integers(0, 600))
def test_changed_minutes_change_the_phases_with_them(minutes: int) -> None:
    scene = Scene(plan(step("s1", (prompt("q1"),))), members=0)
    scene.ask("f1", c.SetStepMinutes("s1", minutes))
    assert abs(sum(phase_seconds(scene.state, "s1", 0, phase) for phase in PHASES) - minutes * 60) <= 2.5


# ── whatever happens ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seed", range(25))
def test_on_every_walk_what_must_never_be_is_not(seed: int) -> None:
    scene = Scene()
    for before, _ in wander(scene, Random(seed), 300):
        _never(before, scene.state)
    for audience, record in everything(scene.state).values():
        assert audience == "all" or audience == "facilitators" or audience.removeprefix("person:") in scene.state.people
        assert record.key.startswith(f"{record.__struct_config__.tag}:")


def _never(before: State, after: State) -> None:
    assert [v.signatures for v in before.versions.values()] == [
        v.signatures[: len(before.versions[k].signatures)] for k, v in after.versions.items() if k in before.versions
    ], "a signature went away"
    for key, version in before.versions.items():
        assert (after.versions[key].content, after.versions[key].hash) == (version.content, version.hash)
    for key, note in before.notes.items():
        assert key not in after.notes or not note.shown or after.notes[key].shown, "what was revealed was hidden again"
    assert any(p.role == "facilitator" and not p.gone for p in after.people.values()), "nobody leads"
    for version in after.versions.values():
        assert freeze.digest(version.content) == version.hash
    for ballots in after.ballots.values():
        assert all(dots > 0 for ballot in ballots.values() for dots in ballot.values())
    for prompt_id, counts in after.counts.items():
        for person, count in counts.items():
            mine = [n for n in after.notes.values() if n.prompt == prompt_id and n.person == person]
            assert len(mine) == count
