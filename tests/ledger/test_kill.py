"""`kill -9` under load: what was acknowledged is there, and there once."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from accord.ledger.ledger import open_log
from accord.ledger.verify import verify

WRITER = Path(__file__).with_name("writer.py")

Acknowledged = tuple[str, str, int, int]  # workshop, client, n, seq


def write_and_kill(path: Path, after: int, *options: str) -> set[Acknowledged]:
    """Start a writer, kill it when it has acknowledged so many commands, and give all it acknowledged."""
    with subprocess.Popen([sys.executable, WRITER, path, *options], stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        lines = [writer.stdout.readline() for _ in range(after)]
        os.kill(writer.pid, signal.SIGKILL)
        lines += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    return {acknowledged(line) for line in lines if line.endswith(b"\n")}


def acknowledged(line: bytes) -> Acknowledged:
    workshop, client, n, seq = line.decode().split()
    return workshop, client, int(n), int(seq)


def kept(path: Path) -> Counter[Acknowledged]:
    log = open_log(path)
    found = Counter(
        (workshop, row.client, row.n or 0, row.seq)
        for workshop in log.workshops()
        for row in log.read(workshop)
        if row.client
    )
    found.update(
        (workshop, row.client, row.n or 0, 0)
        for workshop in log.workshops()
        for row in log.sealed(workshop)
        if row.client
    )
    log.let_go()
    return found


def lost_in(path: Path, kills: int, *options: str, seed: int = 1) -> int:
    """Kill again and again; the number of commands that were acknowledged and are gone. Asserts that none is twice."""
    chance = random.Random(seed)
    told: set[Acknowledged] = set()
    for _ in range(kills):
        told |= write_and_kill(path, chance.randint(1, 400), *options)
        found = kept(path)
        numbers = Counter((workshop, client, n) for workshop, client, n, _ in found)
        assert max(numbers.values(), default=1) == 1
    assert verify(path) == []
    return len(told - set(found))


def test_nothing_acknowledged_is_lost_or_twice_when_the_server_is_killed(tmp_path: Path) -> None:
    assert lost_in(tmp_path / "accord.db", kills=6) == 0


def test_nothing_a_hidden_author_wrote_is_lost_or_twice_when_the_server_is_killed(tmp_path: Path) -> None:
    assert lost_in(tmp_path / "accord.db", 3, "sealed", seed=2) == 0


def test_the_check_notices_a_server_that_acknowledges_before_the_commit(tmp_path: Path) -> None:
    assert lost_in(tmp_path / "accord.db", 3, "early") > 0
