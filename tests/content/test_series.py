"""Workshops of several sessions, played whole with the content as it stands."""

import itertools

import pytest
from tests.support.days import DAY, Player, planned

from accord import resources
from accord.agreement.draft import draft
from accord.content import load
from accord.domain import commands as c
from accord.domain.catalogue import Catalogue
from accord.domain.heads import drafts, unheard


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(resources.canvases())


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words that are played mean nothing; what the check of the document says of them is told elsewhere."""
    monkeypatch.setattr("accord.domain.rules.agreement.stopping", lambda state: ())


START = 1_800_000_000_000


def test_a_series_of_four_sessions_on_four_dates_ends_with_one_agreement(catalogue: Catalogue) -> None:
    player = Player(planned(catalogue, "series-4x60"))
    scene = player.scene
    numbers, clauses = [], [0]
    for sitting in scene.state.plan.sittings:
        scene.now = START + sitting.number * 7 * DAY
        scene.ask("f1", c.PlanSession(sitting.number, scene.now))
        player.session(sitting.number)
        clauses.append(len(scene.state.clauses))
        numbers.append(player.freeze())
        assert scene.state.sessions[sitting.number].ended, "it ends by itself"
        assert scene.state.ended is None, "the workshop goes on"
    assert numbers == ["0.1", "0.2", "0.3", "1.0"]
    assert clauses == sorted(set(clauses)), "every session adds to the one agreement"
    starts = [scene.state.sessions[n].started or 0 for n in (1, 2, 3, 4)]
    assert [late - early for early, late in itertools.pairwise(starts)] == [7 * DAY] * 3
    planned_prompts = {c.result.split(".")[0] for c in scene.state.clauses.values()}
    assert planned_prompts, "with results of every session"
    sessions = {scene.state.planned_steps[scene.state.step_of[r.prompt]].session for r in scene.state.results.values()}
    assert sessions == {1, 2, 3, 4}
    first = next(r for r in scene.state.results.values() if scene.state.step_of[r.prompt] == "s2")
    latest = scene.state.latest
    assert latest
    assert first.text in latest.content, "what the first session agreed stands in the last version"
    scene.ask("f1", c.EndWorkshop())
    assert scene.state.ended


def test_open_topics_carry_over(catalogue: Catalogue) -> None:
    player = Player(planned(catalogue, "series-4x60"))
    scene = player.scene
    player.session(1)
    scene.ask("f1", c.Park("park-1", "Who keeps the CRM clean?", "Ada", "2027-01-01"))
    player.session(2)
    assert not scene.state.parked["park-1"].closed
    scene.ask("f1", c.EditParked("park-1", "Who keeps the CRM clean?", "Ada", "2027-01-01", closed=True))
    assert scene.state.parked["park-1"].closed


def test_heads_first_ends_with_every_clause_consented_by_the_teams(catalogue: Catalogue) -> None:
    player = Player(planned(catalogue, "heads-first"), members=3, heads=("m1", "s1"))
    scene = player.scene
    player.session(1)
    consented = {p for r in scene.state.results.values() for p in r.hands}
    assert consented == {"m1", "m2", "s1", "s2"}, "the heads and one more of each team"
    assert scene.state.clauses
    assert all(clause.heads for clause in scene.state.clauses.values())
    assert scene.refusal("f1", c.Freeze()) == "heads_draft"
    printed = [clause for section in draft(scene.state, "en").sections for clause in section.clauses]
    assert printed
    assert all(clause.heads for clause in printed), "paper says so too"

    (comments,) = [s for s in scene.state.plan.steps if s.activity == "comments"]
    amend = next(s for s in scene.state.plan.steps if s.activity == "amend")
    scene.now += 7 * DAY
    scene.ask("f1", c.SetPrework(tuple(p.id for p in comments.prompts), True))
    written = {clause.section for clause in scene.state.clauses.values()}
    for person in ("m2", "m3", "s2", "s3"):
        for section in sorted(written):
            asks = person in ("m3", "s3") and section == "definitions"
            mark = c.Mark(
                f"{comments.id}.sections", section, "change" if asks else "accept", None, "why?" if asks else ""
            )
            scene.ask(person, mark)

    for step in [s for s in scene.state.plan.steps if s.session == 2]:
        if step is amend:
            scene.ask("f1", c.GoTo(amend.id, 0, "discuss"))
            player.take_up(f"{amend.id}.comment_1")
            row = next(cl.row for cl in scene.state.clauses.values() if cl.section == "definitions" and cl.row)
            field = next(f.id for f in scene.state.tables[scene.state.rows[row].table].fields if f.kind == "text")
            base = scene.state.rows[row].cells[field].version if field in scene.state.rows[row].cells else 0
            scene.ask("f1", c.SetCell(row, field, "other words of the teams", base))
            scene.ask("m3", c.ProposeDraft("ask-one", f"{amend.id}.comment_1", (drafts(scene.state)[0],)))
            scene.ask("f1", c.GoTo(amend.id, 0, "agree"))
            player.consent("ask-one")
            scene.ask("s3", c.ProposeDraft("ask-rest", f"{amend.id}.comment_1"))
            player.consent("ask-rest")
        player.step(step)

    assert drafts(scene.state) == ()
    assert unheard(scene.state) is None
    everybody = {"m1", "m2", "m3", "s1", "s2", "s3"}
    for clause in scene.state.clauses.values():
        asked = scene.state.proposals[clause.taken_on] if clause.taken_on else scene.state.results[clause.result]
        assert set(asked.hands) == everybody, clause.id
    assert player.freeze() == "1.0"
    assert not any(clause.heads for section in draft(scene.state, "en").sections for clause in section.clauses)


def test_without_the_teams_round_nothing_of_the_heads_is_signed(catalogue: Catalogue) -> None:
    """Negative control of the story above."""
    player = Player(planned(catalogue, "heads-first"), members=3, heads=("m1", "s1"))
    player.session(1)
    player.session(2)
    assert drafts(player.scene.state)
    assert player.scene.refusal("f1", c.Freeze()) == "heads_draft"
