"""An export holds what everybody may know, and a workshop goes on from it."""

from random import Random

import msgspec
import pytest
from msgspec import structs
from tests.support.workshops import Scene, heads_first, wander

from accord.agreement import json as export
from accord.domain import commands as c
from accord.domain import records as r
from accord.domain.public import claim, public, read
from accord.domain.sight import seen_by
from accord.domain.state import EMPTY
from accord.errors import Refused


def imported(scene: Scene) -> Scene:
    other = Scene()
    other.state = EMPTY
    data = export.write(scene.state, "w1", 7, "00", 1)
    other.ask("", c.Import(export.content(data)))
    return other


def told(scene: Scene) -> dict[str, object]:
    """What the projector shows, less what an import changes on purpose: who is here, and whose pen it is."""
    lost = ("person", "roster", "progress", "asked", "version")
    free: dict[str, dict[str, object]] = {
        "proposal": {"pen": "", "status": ""},
        "clause": {"pen": ""},
        "step": {"exposed": ()},
    }
    shown = {k: (k.partition(":")[0], record) for k, record in seen_by(scene.state, "").items()}
    shown |= {k: (kind, _unheld(one)) for k, (kind, one) in shown.items() if isinstance(one, r.Row)}
    return {k: structs.replace(record, **free.get(kind, {})) for k, (kind, record) in shown.items() if kind not in lost}


def _unheld(row: r.Row) -> r.Row:
    cells = {field: structs.replace(cell, pen="") for field, cell in row.cells.items()}
    return structs.replace(row, cells=cells, promised=False)


@pytest.mark.parametrize("seed", range(15))
def test_an_imported_workshop_shows_what_the_exported_one_showed(seed: int) -> None:
    scene = Scene()
    for _ in wander(scene, Random(seed), 300):
        pass
    other = imported(scene)
    assert told(other) == told(scene)


def test_a_long_version_is_taken_in_and_its_words_are_checked_one_by_one() -> None:
    scene = Scene()
    words = "x" * 9_000
    for n in range(6):
        scene.ask("f1", c.AddClause(f"clause-{n}", "purpose", words))
    scene.ask("f1", c.Freeze())
    other = imported(scene)
    assert other.state.versions["1.0"].content == scene.state.versions["1.0"].content
    data = msgspec.json.encode(public(scene.state)).decode()
    said = rf"\"text\":\"{words}"
    assert said in data
    read(data.encode())
    for wrong in (words * 6, "a\u202eb"):
        with pytest.raises(Refused):
            read(data.replace(said, rf"\"text\":\"{wrong}", 1).encode())


def test_words_nobody_has_seen_are_not_exported() -> None:
    scene = Scene()
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("m1", c.AddNote("note-1", "s1.q1", "canary-word"))
    scene.ask("f1", c.Jot("canary-jot"))
    data = export.write(scene.state, "w1", 7, "00", 1)
    assert b"canary" not in data
    scene.ask("f1", c.GoTo("s1", 0, "reveal"))
    assert b"canary-word" in export.write(scene.state, "w1", 7, "00", 1)


def test_an_export_does_not_say_who_wrote_what_nor_who_voted_for_what() -> None:
    scene = Scene()
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("m1", c.AddNote("note-1", "s1.q1", "a note"))
    scene.ask("f1", c.GoTo("s1", 0, "vote"))
    scene.ask("s1", c.Vote("s1.q1", "note-1", 2))
    scene.ask("f1", c.GoTo("s1", 0, "agree"))
    shown = public(scene.state)
    assert shown.notes["note-1"].person == ""
    assert shown.ballots == {"s1.q1": {"sales": {"note-1": 2}}}


def test_somebody_of_an_imported_workshop_finds_the_own_seat_again() -> None:
    other = imported(Scene())
    assert claim(other.state, "MARKETING 1", "marketing") == "m1"
    assert claim(other.state, "marketing 1", "sales") == ""


@pytest.mark.parametrize(
    "broken",
    [b"", b"{}", b"[1]", b'{"format":"other/1","workshop":"w","exported_at":1,"seq":1,"head":"","state":{}}'],
)
def test_a_file_that_is_no_export_is_refused(broken: bytes) -> None:
    with pytest.raises(Refused) as refused:
        export.content(broken)
    assert refused.value.code == "bad_file"


def test_an_export_whose_references_lead_nowhere_is_refused() -> None:
    scene = Scene()
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("m1", c.AddNote("note-1", "s1.q1", "a note"))
    scene.ask("f1", c.GoTo("s1", 0, "reveal"))
    data = msgspec.json.encode(public(scene.state))
    read(data)
    with pytest.raises(Refused):
        read(data.replace(b'"prompt":"s1.q1"', b'"prompt":"s9.q9"'))
    with pytest.raises(Refused):
        read(data.replace(b"a note", "a\u202enote".encode()))


def test_a_workshop_between_two_sessions_goes_on_as_it_was() -> None:
    scene = Scene(heads_first())
    for command in (c.GoTo("s1", 0, "discuss"), c.AddClause("clause-1", "purpose", "words"), c.EndSession(1)):
        scene.ask("f1", command)
    scene.ask("f1", c.SetPrework(("s5.comments",), True))
    scene.ask("m1", c.AddNote("note-1", "s5.comments", "sealed"))
    other = imported(scene)
    assert told(other) == told(scene)
    assert other.state.sessions == scene.state.sessions
    assert other.state.clauses["clause-1"].heads
    assert "note-1" not in other.state.notes
