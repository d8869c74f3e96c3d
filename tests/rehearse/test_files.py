"""Files that cannot be played say where and why; files with parts missing are played all the same."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.rehearsals import Rehearsed, small, written

from accord import content, resources
from accord.rehearse import main
from accord.rehearse.agenda import steps
from accord.rehearse.nodes import Broken
from accord.rehearse.script import Script, load


def loaded(tmp_path: Path, file: dict[str, Any]) -> Script:
    return load(written(tmp_path / "file.yaml", file), content.load(resources.canvases()))


def mistakes(tmp_path: Path, file: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(Broken) as broken:
        loaded(tmp_path, file)
    return [(one.key, one.message) for one in broken.value.mistakes]


def changed(path: str, value: object) -> dict[str, Any]:
    """The small file with another value somewhere, such as "notes.0.author"."""
    file: dict[str, Any] = yaml.safe_load(yaml.safe_dump(small()))
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    inside: Any = file
    for part in way:
        inside = inside[part]
    inside[last] = value
    return file


WRONG = [
    ("notes.0.author", "nobody", "notes.1.author", "rehearse-no-person"),
    ("notes.0.author", None, "notes.1.author", "rehearse-missing"),
    ("notes.0.team", "sales", "notes.1.team", "rehearse-other-team"),
    ("notes.0.text", "\u200b\x07", "notes.1.text", "rehearse-missing"),
    ("notes.0.text", ["a"], "notes.1.text", "rehearse-not-text"),
    ("notes.0.votes", {"sales": -1}, "notes.1.votes.sales", "rehearse-not-whole"),
    ("notes.0.votes", {"sales": 100}, "notes", "rehearse-many-votes"),
    ("notes.0.zone", "", "notes.1.zone", "rehearse-missing"),
    ("notes", {"a": 1}, "notes", "rehearse-not-list"),
    ("participants.1.id", "a", "participants.2.id", "rehearse-twice"),
    ("participants.1.team", "finance", "participants.2.team", "rehearse-unknown"),
    ("participants.1.name", "\u202e", "participants.2.name", "rehearse-missing"),
    ("agreed.0.consent.sales", [5, 5], "agreed.1.consent.sales", "rehearse-other-length"),
    ("agreed.0.consent.sales", [], "agreed.1.consent.sales", "rehearse-other-length"),
    ("agreed.0.consent.sales", [6], "agreed.1.consent.sales.1", "rehearse-not-whole"),
    ("agreed.0.based_on", ["n9"], "agreed.1.based_on.1", "rehearse-no-note"),
    ("agreed.0.feeds", ["nowhere"], "agreed.1.feeds.1", "rehearse-no-section"),
    ("agreed.0.reservations", [{"by": "x", "text": "t"}], "agreed.1.reservations.1.by", "rehearse-no-person"),
    ("meta", {"language": "de"}, "meta.language", "rehearse-unknown"),
    ("meta", {"workshop": {"timezone": "Mars/Base"}}, "meta.workshop.timezone", "rehearse-bad-zone"),
    ("meta", {"workshop": {"date": "soon"}}, "meta.workshop.date", "rehearse-bad-date"),
    ("sla", {"signatures": [{"person": "b", "decision": "perhaps"}]}, "sla.signatures.1.decision", "rehearse-unknown"),
    (
        "scale_answers",
        [{"activity": "nine-questions", "zone": "q5", "marketing": [1, 2]}],
        "scale_answers.1.marketing",
        "rehearse-other-length",
    ),
    (
        "scale_answers",
        [{"activity": "x", "zone": "y", "scale": {"min": 0, "max": 9}}],
        "scale_answers.1.scale",
        "rehearse-bad-scale",
    ),
]


@pytest.mark.parametrize(("path", "value", "key", "message"), WRONG)
def test_a_mistake_is_named_with_its_key(tmp_path: Path, path: str, value: object, key: str, message: str) -> None:
    assert (key, message) in mistakes(tmp_path, changed(path, value))


def test_the_small_file_itself_is_fine(tmp_path: Path) -> None:
    assert loaded(tmp_path, small()).remarks == ()


def test_votes_of_a_team_without_members_are_a_mistake(tmp_path: Path) -> None:
    file = changed("participants.1.team", "none")
    file["notes"][0]["votes"] = {"sales": 1}
    file["agreed"] = []
    assert mistakes(tmp_path, file) == [("notes.1.votes.sales", "rehearse-empty-team")]


def test_a_file_without_members_cannot_be_played(tmp_path: Path) -> None:
    assert mistakes(tmp_path, {"meta": {}}) == [("participants", "rehearse-nobody")]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"a: [1, 2\nb: 3\n", 2),
        (b"a: 1\nb: \xff\n", 2),
        (b"- just\n- a list\n", 1),
        (b"", 1),
        (b"[" * 300_000 + b"]" * 300_000, 1),
    ],
)
def test_what_is_no_yaml_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes, line: int
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_bytes(raw)
    assert main([str(path), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert f"broken.yaml:{line}: " in said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()


def test_mistakes_are_said_in_polish_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")
    assert main([str(written(tmp_path / "f.yaml", changed("notes.0.author", "nobody")))]) == 1
    assert "„nobody” nie ma wśród uczestników" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nothing.yaml")]) == 1
    assert "nothing.yaml" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path / "f.yaml", small())
    assert main([str(path), "--out", str(tmp_path / "out"), "--server", "http://127.0.0.1:9"]) == 1
    assert "http://127.0.0.1:9" in capsys.readouterr().err


def test_too_long_words_are_cut_and_said(tmp_path: Path) -> None:
    script = loaded(tmp_path, changed("notes.0.text", "a" * 10_000))
    assert len(script.notes[0].text) == 2_000
    assert [(one.key, one.message) for one in script.remarks] == [("notes.1.text", "rehearse-cut")]


def test_ids_that_a_room_does_not_take_get_others_that_differ(tmp_path: Path) -> None:
    file = small()
    file["notes"] = [{**file["notes"][0], "id": id_} for id_ in ("n1", "", "a b", "a  b", "x" * 99, "made-3")][:1] + [
        {**file["notes"][0], "id": id_} for id_ in ("a b", "a  b", "x" * 99, "made-3")
    ]
    keys = [note.key for note in loaded(tmp_path, file).notes]
    assert keys[0] == "note-n1"
    assert len(set(keys)) == 5


def test_an_activity_of_many_prompts_goes_on_in_another_step(tmp_path: Path) -> None:
    file = small(agreed=[])
    file["notes"] = [{**file["notes"][0], "id": f"n{n}", "zone": f"z{n}"} for n in range(61)]
    catalogue = content.load(resources.canvases())
    made, places = steps(load(written(tmp_path / "f.yaml", file), catalogue), catalogue)
    assert [len(step["prompts"]) for step in made] == [60, 1]
    assert places["s2.z60"] == ("ours", "z60")


def test_two_people_are_enough(tmp_path: Path) -> None:
    played = Rehearsed(written(tmp_path / "two.yaml", small()), tmp_path / "out", "--language", "pl")
    assert played.run.returncode == 0, played.said
    found = played.facts
    assert found["people"] == {"marketing": 1, "sales": 1, "facilitator": 1}
    assert found["results"]["ours/z"]["consent"] == {"5": 1, "4": 1}
    assert found["versions"][0]["signed"] == ["a", "b"]
    assert "Wehello" not in played.pdf()
    assert "We say hello." in played.pdf()


def test_a_workshop_without_any_agreement_ends_without_signatures(tmp_path: Path) -> None:
    file = small(agreed=[], participants=[*small()["participants"], {"id": "o", "name": "Olga", "team": "none"}])
    played = Rehearsed(written(tmp_path / "f.yaml", file), tmp_path / "out")
    assert played.run.returncode == 0, played.said
    assert played.facts["versions"] == []
    assert played.facts["results"]["ours/z"]["status"] == "personal"


def test_with_one_team_only_nothing_can_be_agreed(tmp_path: Path) -> None:
    file = small(participants=small()["participants"][:1])
    file["agreed"][0]["consent"] = {"marketing": [5]}
    played = Rehearsed(written(tmp_path / "f.yaml", file), tmp_path / "out")
    assert played.run.returncode == 0, played.said
    assert played.facts["results"]["ours/z"]["status"] == "parked"


def test_sign_all_signs_for_the_pending_too(tmp_path: Path) -> None:
    file = small(sla={"signatures": [{"person": "b", "decision": "pending"}]})
    played = Rehearsed(written(tmp_path / "f.yaml", file), tmp_path / "out", "--sign", "all")
    assert played.facts["versions"][0]["missing"] == []
    assert played.facts["versions"][0]["signed"] == ["a", "b"]
