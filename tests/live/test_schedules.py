"""Seeded schedules of drops, repeats, reorders, restarts, crashes and full disks: everybody ends up with the truth."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from tests.support.live import LeapingLoop
from tests.support.schedules import Schedule, Wrong

from accord.domain.commands import Command
from accord.domain.sight import Shown
from accord.live.room import Answer, Pending, Room
from accord.live.shown import Change

KEPT_SEEDS: tuple[int, ...] = (485,)
"""Seeds that once failed."""

Broken = Callable[[Room], None]


def run(seed: int, steps: int = 70, broken: Broken | None = None) -> tuple[Wrong, Counter[str]]:
    schedule = Schedule(seed, broken=broken)
    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        return runner.run(schedule.run(steps)), schedule.counted


@pytest.mark.parametrize("first", range(0, 1000, 50))
def test_a_thousand_schedules_end_with_the_truth_for_everybody(first: int) -> None:
    counted: Counter[str] = Counter()
    for seed in range(first, first + 50):
        wrong, happened = run(seed)
        assert not wrong, f"seed {seed}: {wrong[:3]}"
        counted += happened
    assert min(counted[what] for what in ("asked", "cut", "connected", "restarted", "killed", "filled")) > 4


@pytest.mark.parametrize("seed", KEPT_SEEDS)
def test_a_seed_that_once_failed(seed: int) -> None:
    assert not run(seed)[0]


# ── negative controls: rooms that break one promise are found out ────────────────────────────────────────────────────


def forgets_what_is_gone(room: Room) -> None:
    """Now and then a frame leaves out that something is gone."""
    update, frames = room._shown.update, iter(range(10**6))

    def forgetful(looked: Iterable[tuple[str, Shown | None]], seq: int) -> Change:
        change = update(looked, seq)
        if next(frames) % 5 == 0:
            change.gone.clear()
        return change

    room._shown.update = forgetful  # type: ignore[method-assign]


def forgets_what_was_gone_meanwhile(room: Room) -> None:
    since = room._shown.since
    room._shown.since = lambda seq, audiences: (since(seq, audiences)[0], b"")  # type: ignore[method-assign]


def shows_before_the_commit(room: Room) -> None:
    append = room._append

    def eager(pending: Pending, digest: int, now: int, witness: bytes) -> None:
        append(pending, digest, now, witness)
        room.state, room.seq = pending.after, pending.seq
        room._note_changes(pending)
        room._soon()

    room._append = eager  # type: ignore[method-assign]


def says_saved_before_the_commit(room: Room) -> None:
    append = room._append

    def eager(pending: Pending, digest: int, now: int, witness: bytes) -> None:
        answered, pending.answered = pending.answered, []
        append(pending, digest, now, witness)
        for one in answered:
            one(Answer(room.seq))

    room._append = eager  # type: ignore[method-assign]


def does_repeats_again(room: Room) -> None:
    """Neither the room nor the ledger knows the numbers."""
    do = room._do

    def again(peer: Any, asked: Any, digest: int) -> None:
        room.clients[peer.client].digests.pop(asked.n, None)
        do(peer, asked, digest)

    attempt = room._try

    def nameless(
        person: str, client: str, n: int, digest: int, command: Command, answered: Any, witness: bytes = b""
    ) -> None:
        attempt(person, "", 0, 0, command, answered, witness)

    room._do = again  # type: ignore[method-assign, assignment]
    room._try = nameless  # type: ignore[method-assign]


def forgets_that_rights_changed_while_away(room: Room) -> None:
    class Nothing(dict[str, int]):
        def __setitem__(self, key: str, value: int) -> None:
            pass

    room._rights = Nothing()


def forgets_that_it_was_restarted(room: Room) -> None:
    room._floor = 0


BROKEN: dict[str, Broken] = {
    f.__name__: f
    for f in (
        forgets_what_is_gone,
        forgets_what_was_gone_meanwhile,
        shows_before_the_commit,
        says_saved_before_the_commit,
        does_repeats_again,
        forgets_that_rights_changed_while_away,
        forgets_that_it_was_restarted,
    )
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_room_that_breaks_a_promise_is_found_out(broken: Broken) -> None:
    assert any(_fails(seed, broken) for seed in range(300))


def _fails(seed: int, broken: Broken) -> bool:
    try:
        return bool(run(seed, broken=broken)[0])
    except AssertionError:  # a viewer was taken a step back
        return True
