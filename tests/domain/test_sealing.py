"""What hidden authors write, and what is left of it after the reveal."""

from random import Random

import pytest
from tests.support.workshops import Scene, both, plan, prompt, step

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.apply import fold
from accord.domain.catalogue import Marks, Option, Plan, PlannedPrompt, Visibility
from accord.domain.commands import Command
from accord.domain.events import DECODER, ENCODER
from accord.domain.permits import PERMITS
from accord.domain.sealing import sealed
from accord.domain.sight import Shown, everything, seen_by
from accord.domain.state import EMPTY, change

FEARS, MOOD, VIEW = "s1.fears", "s1.mood", "s1.view"
VIEWS = Marks("keys", choices=(Option("yes", both("yes")), Option("no", both("no"))), keys=(Option("k1", both("k1")),))


def hiding(visibility: Visibility = "hidden") -> Plan:
    one = step("s1", (prompt("fears"), prompt("mood", "scale_1_5"), prompt("view")), visibility)
    marked = PlannedPrompt(VIEW, change(prompt("view"), marks=VIEWS))
    prompts = (*one.prompts[:2], marked)
    return plan(change(one, prompts=prompts, turns=((FEARS, MOOD, VIEW),)))


WRITTEN: tuple[tuple[str, Command], ...] = (
    ("m1", c.AddNote("note-1", FEARS, "one")),
    ("m1", c.AddNote("note-2", FEARS, "two")),
    ("s1", c.AddNote("note-3", FEARS, "three")),
    ("m1", c.EditNote("note-2", "two, changed", 1)),
    ("m1", c.PlaceNote("note-2", "note-1")),
    ("m1", c.RemoveNote("note-1")),
    ("m1", c.Rate(MOOD, 4)),
    ("s1", c.Rate(MOOD, 2)),
    ("m2", c.Rate(MOOD, 5)),
    ("m1", c.Mark(VIEW, "k1", "yes")),
    ("s2", c.Mark(VIEW, "k1", "no")),
)


class Told(Scene):
    """Keeps apart, as a room does, what the log has and what is sealed."""

    def __init__(self, visibility: Visibility = "hidden") -> None:
        self.log: list[e.Event] = []
        self.beside: list[tuple[str, e.Event]] = []
        super().__init__(hiding(visibility))

    def ask(self, person: str, command: Command) -> tuple[e.Event, ...]:
        before = self.state
        events = super().ask(person, command)
        if seal := sealed(before, events):
            self.beside += [(seal, event) for event in events]
        else:
            self.log += events
            broken = {event.prompt for event in events if isinstance(event, e.Unsealed)}
            self.beside = [(where, event) for where, event in self.beside if where not in broken]
        return events

    def write(self) -> None:
        self.ask("f1", c.GoTo("s1", 0, "write"))
        for person, command in WRITTEN:
            self.ask(person, command)

    def read_back(self) -> dict[str, Shown]:
        """The records of everybody, after log and seals were read again."""
        again = fold(EMPTY, [DECODER.decode(ENCODER.encode(x)) for x in (*self.log, *(x for _, x in self.beside))])
        return everything(again)

    def shown(self) -> dict[str, Shown]:
        return everything(self.state)


def test_nothing_hidden_authors_write_is_in_the_log_and_all_of_it_is_beside_it() -> None:
    told = Told()
    told.write()
    assert [event for event in told.log if hasattr(event, "prompt")] == []
    assert len(told.beside) == len(WRITTEN)
    assert told.read_back() == told.shown()


@pytest.mark.parametrize("visibility", ["team", "named"])
def test_nothing_is_sealed_where_authors_do_not_hide(visibility: Visibility) -> None:
    told = Told(visibility)
    told.write()
    told.ask("f1", c.GoTo("s1", 0, "reveal"))
    assert told.beside == []
    assert not [event for event in told.log if isinstance(event, e.Unsealed)]


def test_the_reveal_is_one_event_a_prompt_that_names_nobody() -> None:
    told = Told()
    told.write()
    told.ask("f1", c.GoTo("s1", 0, "reveal"))
    assert told.beside == []
    fears, mood, view = (event for event in told.log if isinstance(event, e.Unsealed))
    assert sorted(note.text for note in fears.notes) == ["three", "two, changed"]
    assert mood.ratings == {"marketing#1": 4, "marketing#2": 5, "sales#1": 2}
    assert sorted(mark["k1"].choice for mark in view.marks.values()) == ["no", "yes"]
    said = ENCODER.encode([fears, mood, view])
    assert not [word for word in (b'"m1"', b'"s1"', b'"m2"', b'"s2"', b"note-") if word in said]
    assert told.read_back() == told.shown()


def test_after_the_reveal_everybody_sees_the_same_of_it() -> None:
    told = Told()
    told.write()
    told.ask("f1", c.GoTo("s1", 0, "reveal"))
    kinds = ("note:", "authorship:", "ratings:", "split:")
    seen = [
        {key: record for key, record in seen_by(told.state, person).items() if key.startswith(kinds)}
        for person in ("m1", "s1", "f1", "")
    ]
    assert seen[0]
    assert all(other == seen[0] for other in seen)
    assert not [key for key in seen[0] if key.startswith("authorship:")]


def test_the_order_of_the_notes_is_that_of_their_new_ids_and_says_nothing_of_the_old_one() -> None:
    firsts = set()
    for seed in range(30):
        told, random = Told(), Random(seed)
        told.new_id = lambda random=random: f"{random.getrandbits(80):020x}"  # type: ignore[method-assign, misc]
        told.write()
        (unsealed, *_) = told.ask("f1", c.GoTo("s1", 0, "reveal"))
        assert isinstance(unsealed, e.Unsealed)
        ids = [note.note for note in unsealed.notes]
        assert ids == sorted(ids)
        firsts.add(unsealed.notes[0].text)
    assert firsts == {"three", "two, changed"}


def test_after_the_reveal_nobody_rates_or_marks_one_by_one() -> None:
    told = Told()
    told.write()
    told.ask("f1", c.GoTo("s1", 0, "reveal"))
    told.ask("f1", c.GoTo("s1", 0, "write"))
    assert told.refusal("s2", c.Rate(MOOD, 1)) == "late_to_hide"
    assert told.refusal("s2", c.Mark(VIEW, "k1", "yes")) == "late_to_hide"
    assert told.refusal("s2", c.AddNote("note-9", FEARS, "more")) == ""
    assert told.read_back() == told.shown()
    told.ask("f1", c.GoTo("s1", 0, "discuss"))
    assert sorted(note.text for note in told.state.notes.values()) == ["more", "three", "two, changed"]


def test_a_log_from_before_seals_replays_and_its_hidden_notes_stay_their_authors() -> None:
    told = Told()
    old = [
        e.PhaseOpened("s1", 0, "write", 60, 1),
        e.NoteAdded("note-1", FEARS, "m1", "one"),
        e.PhaseOpened("s1", 0, "reveal", 60, 2),
    ]
    state = fold(told.state, old)
    assert state.notes["note-1"].shown
    assert "authorship:note-1" in seen_by(state, "m1")
    assert "authorship:note-1" not in seen_by(state, "s1")


def test_what_was_in_an_old_log_and_not_revealed_yet_is_revealed_without_its_author() -> None:
    told = Told()
    old = [e.PhaseOpened("s1", 0, "write", 60, 1), e.NoteAdded("note-1", FEARS, "m1", "one")]
    told.log += old
    told.state = fold(told.state, old)
    told.ask("f1", c.GoTo("s1", 0, "reveal"))
    (note,) = told.state.notes.values()
    assert (note.text, note.person, note.id == "note-1") == ("one", "", False)
    assert told.read_back() == told.shown()


def test_pre_work_needs_enough_people_to_hide_among() -> None:
    told = Told()
    told.ask("f1", c.RemovePerson("m2"))
    assert told.refusal("f1", c.SetPrework((FEARS,), True)) == "too_few_to_hide"
    told.ask("", c.Join("m3", "third", "member", "marketing", "pl", "link"))
    assert told.refusal("f1", c.SetPrework((FEARS,), True)) == ""
    assert told.refusal("f1", c.SetVisibility("s1", "named")) == "already_begun"
    told.ask("m1", c.AddNote("note-1", FEARS, "before the day"))
    assert [seal for seal, _ in told.beside] == [FEARS]


SEALED = {c.AddNote, c.EditNote, c.RemoveNote, c.PlaceNote, c.Rate, c.Mark}
TELLS_NOTHING = {c.SetDone, c.DropPen}
"""Who is done; who puts down the pen of a wording."""


def test_every_command_of_somebody_who_writes_is_known_to_be_sealed_or_to_tell_nothing() -> None:
    """A new one needs a decision: must its event enter the log where authors hide?"""
    writing = {kind for kind, permit in PERMITS.items() if "member" in permit.askers and "write" in permit.moments}
    assert writing == SEALED | TELLS_NOTHING
    assert {type(command) for _, command in WRITTEN} == SEALED
