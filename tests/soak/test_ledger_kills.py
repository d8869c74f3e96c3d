"""The crash test of tests/ledger, for long."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]


@pytest.mark.parametrize("seed", [2])
def test_a_hundred_kills_lose_nothing(tmp_path: Path, seed: int) -> None:
    spec = spec_from_file_location("kill", Path(__file__).parents[1] / "ledger" / "test_kill.py")
    assert spec
    assert spec.loader
    kill = module_from_spec(spec)
    spec.loader.exec_module(kill)
    assert kill.lost_in(tmp_path / "accord.db", kills=100, seed=seed) == 0
