"""Somebody real leads; the simulated people follow what is opened."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.support.rehearsals import Rehearsed, environment, facts_in, small, written

from accord.domain import commands as c
from accord.rehearse.person import Person
from accord.rehearse.site import Browser


class Practice:
    """A rehearsal that waits for its facilitator."""

    def __init__(self, path: Path, out: Path) -> None:
        command = [sys.executable, "-m", "accord.cli", "rehearse", str(path), "--out", str(out), "--speed", "1000"]
        self.process = subprocess.Popen(
            command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self.process.stdout
        said = (re.search(r"http\S+/w/\S+#f=\S+", line) for line in self.process.stdout)
        found = next(one for one in said if one)
        self.link = urlsplit(found[0])

    async def seat(self) -> Person:
        browser, workshop = Browser(f"http://{self.link.netloc}"), self.link.path.split("/")[2]
        seated = await browser.post("/api/enter", {"id": workshop, "token": self.link.fragment.partition("=")[2]})
        person = Person(browser, workshop, seated["person"])
        await person.arrive()
        return person

    def end(self) -> tuple[int, str]:
        out, _ = self.process.communicate(timeout=60)
        return self.process.returncode, out


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    started = Practice(written(tmp_path / "f.yaml", small()), tmp_path / "out")
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.process.communicate()


async def test_people_follow_the_facilitator_to_the_signatures(practice: Practice, tmp_path: Path) -> None:
    lead = await practice.seat()
    await lead.do(c.GoTo("s1", 0, "write"))
    await lead.until(lambda: any(writing["counts"] for writing in lead.all("writing")))
    await lead.do(c.GoTo("s1", 0, "reveal"))
    await lead.until(lambda: lead.all("note"))
    await lead.do(c.GoTo("s1", 0, "agree"))
    await lead.until(lambda: lead.all("result"))
    await lead.do(c.Freeze())
    await lead.until(lambda: any(version.get("in_force") for version in lead.all("version")))
    await lead.do(c.EndWorkshop())
    code, said = practice.end()
    assert code == 0, said
    found = facts_in(tmp_path / "out")
    assert found["results"]["ours/z"]["status"] == "agreed"
    assert found["versions"][0]["signed"] == ["a", "b"]
    assert (tmp_path / "out/agreement.pdf").read_bytes().startswith(b"%PDF")
    await lead.go()


async def test_people_answer_a_wording_of_the_facilitator_too(practice: Practice, tmp_path: Path) -> None:
    lead = await practice.seat()
    await lead.do(c.GoTo("s1", 0, "discuss"))
    await lead.do(c.Propose("mine", "s1.z", "We say good morning."))
    await lead.do(c.DropPen("mine"))
    await lead.do(c.GoTo("s1", 0, "agree"))
    await lead.until(lambda: lead.get("result", "mine"))
    await lead.do(c.EndWorkshop())
    code, said = practice.end()
    assert code == 0, said
    assert facts_in(tmp_path / "out")["results"]["ours/z"]["wording"] == "We say good morning."
    await lead.go()


def test_a_seat_that_nobody_takes_is_taken_by_the_rehearsal(tmp_path: Path) -> None:
    path = written(tmp_path / "f.yaml", small())
    played = Rehearsed(path, tmp_path / "out", "--speed", "100000")
    assert played.run.returncode == 0, played.said
    assert "leads itself" in played.said
    assert played.facts["results"]["ours/z"]["status"] == "agreed"
