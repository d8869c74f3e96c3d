"""The state shown is the fold of what was sent: for every command and every viewer."""

from collections.abc import Callable
from random import Random

import pytest
from tests.support.workshops import Scene, heads_first, plan, structured, wander

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.apply import fold
from accord.domain.events import DECODER, ENCODER
from accord.domain.sight import Shown, everything, look, touched
from accord.domain.state import EMPTY, State

Touched = Callable[[e.Event, State], tuple[str, ...] | None]


def shown_after(
    shown: dict[str, Shown], events: tuple[e.Event, ...], scene: Scene, look_at: Touched
) -> dict[str, Shown]:
    """What a room shows after the events, looking only at what they touch."""
    keys = [look_at(event, scene.state) for event in events]
    if any(k is None for k in keys):
        return everything(scene.state)
    changed = {key: look(scene.state, key) for some in keys for key in some or ()}
    kept = {k: s for k, s in shown.items() if k not in changed}
    return kept | {k: s for k, s in changed.items() if s}


def differences(seed: int, look_at: Touched = touched, scene: Scene | None = None) -> list[tuple[e.Event, ...]]:
    """The events of a random walk after which the room would show something else than the truth."""
    scene = scene or Scene()
    shown, wrong = everything(scene.state), []
    for _, events in wander(scene, Random(seed), 400):
        shown = shown_after(shown, events, scene, look_at)
        if shown != everything(scene.state):
            wrong.append(events)
    return wrong


@pytest.mark.parametrize("seed", range(40))
def test_looking_only_at_what_events_touch_shows_the_same_as_looking_at_everything(seed: int) -> None:
    assert not differences(seed)


@pytest.mark.parametrize("seed", range(40))
def test_so_it_does_with_rows_and_marks(seed: int) -> None:
    assert not differences(seed, scene=Scene(plan(structured("s4"))))


@pytest.mark.parametrize("seed", range(40))
def test_so_it_does_with_sessions_and_a_draft_of_the_heads(seed: int) -> None:
    assert not differences(seed, scene=Scene(heads_first()))


def test_the_walk_with_sessions_meets_every_event_about_them() -> None:
    missing: set[type[e.Event]] = {e.SessionPlanned, e.SessionEnded, e.PreworkSet, e.DraftProposed, e.TakenUp}
    seeds = iter(range(400))
    while missing:
        scene = Scene(heads_first())
        for _ in wander(scene, Random(next(seeds)), 300):
            pass
        missing -= {type(event) for event in scene.events}


def after_a_word_in_the_draft(look_at: Touched) -> bool:
    """Whether the room shows the truth after somebody changed a clause of the heads."""
    scene = Scene(heads_first())
    for command in (c.GoTo("s1", 0, "discuss"), c.AddClause("clause-1", "purpose", "words"), c.EndSession(1)):
        scene.ask("f1", command)
    scene.ask("f1", c.GoTo("s6", 0, "discuss"))
    scene.ask("m1", c.TakePen("clause-1"))
    shown = everything(scene.state)
    events = scene.ask("m1", c.WritePen("clause-1", "other words", 1))
    return shown_after(shown, events, scene, look_at) == everything(scene.state)


def test_a_touched_that_forgets_what_became_of_the_draft_is_caught() -> None:
    """Negative control."""

    def forgetful(event: e.Event, state: State) -> tuple[str, ...] | None:
        keys = touched(event, state)
        return keys and tuple(k for k in keys if not k.startswith("comparison:"))

    assert after_a_word_in_the_draft(touched)
    assert not after_a_word_in_the_draft(forgetful)


def test_the_walk_with_rows_meets_every_event_about_rows() -> None:
    kinds = set()
    for seed in range(60):
        scene = Scene(plan(structured("s4")))
        for _ in wander(scene, Random(seed), 200):
            pass
        kinds |= {type(event) for event in scene.events}
    assert {e.RowAdded, e.RowPlaced, e.RowRemoved, e.Promised, e.RowsProposed, e.Marked, e.WordsWritten} <= kinds


def test_a_touched_that_forgets_a_row_is_caught() -> None:
    """Negative control."""

    def forgetful(event: e.Event, state: State) -> tuple[str, ...] | None:
        keys = touched(event, state)
        return keys and tuple(k for k in keys if not k.startswith("row:"))

    assert any(differences(seed, forgetful, Scene(plan(structured("s4")))) for seed in range(10))


def test_a_touched_that_forgets_a_record_is_caught() -> None:
    """Negative control."""

    def forgetful(event: e.Event, state: State) -> tuple[str, ...] | None:
        keys = touched(event, state)
        return keys and tuple(k for k in keys if not k.startswith("progress:"))

    assert any(differences(seed, forgetful) for seed in range(10))


@pytest.mark.parametrize("seed", range(10))
def test_a_log_read_back_folds_to_the_same_state(seed: int) -> None:
    scene = Scene()
    for _ in wander(scene, Random(seed), 400):
        pass
    read_back = [DECODER.decode(ENCODER.encode(event)) for event in scene.events]
    assert fold(EMPTY, read_back) == scene.state
