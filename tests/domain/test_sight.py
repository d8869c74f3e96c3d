"""The state shown is the fold of what was sent: for every command and every viewer."""

from random import Random

import pytest
from tests.support.workshops import Scene, wander

from accord.domain import events as e
from accord.domain.apply import fold
from accord.domain.events import DECODER, ENCODER
from accord.domain.sight import Shown, everything, look, touched
from accord.domain.state import EMPTY


def shown_after(shown: dict[str, Shown], events: tuple[e.Event, ...], scene: Scene) -> dict[str, Shown]:
    """What a room shows after the events, looking only at what they touch."""
    keys = [touched(event, scene.state) for event in events]
    if any(k is None for k in keys):
        return everything(scene.state)
    changed = {key: look(scene.state, key) for some in keys for key in some or ()}
    kept = {k: s for k, s in shown.items() if k not in changed}
    return kept | {k: s for k, s in changed.items() if s}


@pytest.mark.parametrize("seed", range(40))
def test_looking_only_at_what_events_touch_shows_the_same_as_looking_at_everything(seed: int) -> None:
    scene = Scene()
    shown = everything(scene.state)
    done = set()
    for _, events in wander(scene, Random(seed), 400):
        done |= {type(event) for event in events}
        shown = shown_after(shown, events, scene)
        assert shown == everything(scene.state), events
    assert len(done) > 15


@pytest.mark.parametrize("seed", range(10))
def test_a_log_read_back_folds_to_the_same_state(seed: int) -> None:
    scene = Scene()
    for _ in wander(scene, Random(seed), 400):
        pass
    read_back = [DECODER.decode(ENCODER.encode(event)) for event in scene.events]
    assert fold(EMPTY, read_back) == scene.state


def test_the_comparison_notices_a_record_that_is_forgotten() -> None:
    """Negative control: a `touched` that forgets one key is caught by the walk above."""
    scene = Scene()
    shown = everything(scene.state)
    caught = False
    for _, events in wander(scene, Random(1), 400):
        if any(isinstance(event, e.NoteAdded) for event in events):
            forgotten = {k: s for k, s in everything(scene.state).items() if not k.startswith("progress:")}
            caught = caught or forgotten | {k: s for k, s in shown.items() if k.startswith("progress:")} != everything(
                scene.state
            )
        shown = everything(scene.state)
    assert caught
