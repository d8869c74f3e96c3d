"""Sixty people, and something nasty in every field: all of it stays text."""

import re
from collections import Counter

import pytest
from tests.support.hostile import PLACES, hostile
from tests.support.rehearsals import Rehearsed, plain_runs, written

pytestmark = pytest.mark.timeout(300)
FILE = hostile(60)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    folder = tmp_path_factory.mktemp("hostile")
    return Rehearsed(written(folder / "sixty.yaml", FILE), folder / "out")


def test_it_plays_to_the_end_and_nobody_is_refused(played: Rehearsed) -> None:
    assert played.run.returncode == 0, played.said[-3000:]
    assert played.facts["refusals"] == []
    teams = Counter(one["team"] for one in FILE["participants"])
    assert played.facts["people"] == {"marketing": teams["marketing"], "sales": teams["sales"], "facilitator": 1}


def test_every_note_and_vote_is_there_under_the_names_of_the_file(played: Rehearsed) -> None:
    found = played.facts
    for activity, zone in PLACES:
        notes = [n for n in FILE["notes"] if (n["activity"], n["zone"]) == (activity, zone)]
        key = f"{activity}/{zone}"
        teams = Counter(n["team"] for n in notes)
        assert found["notes"][key] == {"marketing": teams["marketing"], "sales": teams["sales"]}
        for note in notes if zone != "q7" else ():
            votes = found["votes"][key][note["id"]]
            assert {team: votes[team] for team in ("marketing", "sales")} == note["votes"]
        assert set(found["themes"][key]) == {n["theme"] for n in notes if "theme" in n}


def test_what_somebody_cannot_live_with_is_parked_after_two_rounds(played: Rehearsed) -> None:
    statuses = [played.facts["results"][f"{a}/{z}"]["status"] for a, z in PLACES]
    assert statuses == ["parked" if n % 3 == 2 else "agreed" for n in range(len(PLACES))]
    parked = played.facts["results"]["/".join(PLACES[2])]
    assert parked["consent"]["1"] == 1
    assert parked["reservations"][0]["by"] == FILE["participants"][5]["id"]


def test_signatures_follow_the_file(played: Rehearsed) -> None:
    (version,) = played.facts["versions"]
    ids = [one["id"] for one in FILE["participants"][1:]]
    assert (version["missing"], version["refused"]) == ([ids[3]], [ids[2]])
    assert len(version["signed"]) == 57


def test_the_pdf_shows_it_as_text(played: Rehearsed) -> None:
    text = played.pdf()
    flat = re.sub(r"\s", "", text)
    assert "<script>alert(1)</script>" in flat
    assert "{{7*7}}" in flat
    assert "<imgsrc=xonerror=alert(1)>" in flat
    for n, item in enumerate(FILE["agreed"]):
        if n % 3 != 2:
            assert f"wording{n}" in flat
            assert all(run in flat for run in plain_runs(item["text"])[:8])


def test_the_terminal_is_not_commanded_by_a_name(played: Rehearsed) -> None:
    assert "\x1b" not in played.said
    assert "\x07" not in played.said
    assert "\x00" not in played.said


def test_nothing_of_it_runs_in_the_exported_files(played: Rehearsed) -> None:
    raw = (played.out / "agreement.pdf").read_bytes()
    assert b"/JavaScript" not in raw
    assert b"/Launch" not in raw
