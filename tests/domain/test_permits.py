"""Who may ask for what, when: every cell, against a table written down here by hand."""

from collections.abc import Callable

import pytest
from tests.support.workshops import Scene, another_session, both, plan

from accord.domain import commands as c
from accord.domain.commands import COMMANDS, WIRE, Command, snake
from accord.domain.decide import decide
from accord.domain.permits import ASKERS, MOMENTS, PERMITS, Asker, Moment, permits
from accord.domain.state import State, change, put
from accord.errors import Refused

ASKER: dict[str, Asker] = {
    "F": "facilitator",
    "C": "cofacilitator",
    "M": "member",
    "O": "observer",
    "R": "room",
}
MOMENT: dict[str, Moment] = {
    "-": "waiting",
    "w": "write",
    "r": "reveal",
    "d": "discuss",
    "v": "vote",
    "a": "agree",
    "x": "closed",
    "o": "outside",
}

TABLE = """
    found             ....R   .......o
    import            ....R   .......o
    join              ....R   .......o
    receive           ....R   .......o
    seal              ....R   .......o
    tick              ....R   .......o
    admit             FC...   .......o
    turn_away         FC...   .......o
    remove_person     FC...   .......o
    set_role          FC...   .......o
    set_team          FC...   .......o
    set_head          FC...   .......o
    set_away          FCM..   .......o
    set_language      FCMO.   .......o
    set_doors         FC...   .......o
    go_to             FC...   .......o
    finish_step       FC...   .......o
    skip_step         FC...   .......o
    set_step_minutes  FC...   .......o
    move_step         FC...   .......o
    set_visibility    FC...   .......o
    add_time          FC...   .......o
    pause_timer       FC...   .......o
    end_workshop      FC...   .......o
    plan_session      FC...   .......o
    end_session       FC...   .......o
    add_session       FC...   .......o
    set_prework       FC...   .......o
    add_note          ..M..   .w.d....
    edit_note         ..M..   .w.d....
    remove_note       FCM..   .wrd....
    place_note        ..M..   .w......
    rate              ..M..   .w......
    set_done          ..M..   .w......
    add_theme         FCM..   ..rd....
    rename_theme      FCM..   ..rdva..
    remove_theme      FCM..   ..rd....
    group_note        FCM..   ..rd....
    vote              ..M..   ....v...
    set_votes         FC...   -wrdv...
    propose           FCM..   ...d.a..
    take_pen          FCM..   ...dva.o   -wrdvaxo
    write_pen         FCM..   ...dva.o   -wrdvaxo
    drop_pen          FCM..   -wrdvaxo
    set_sources       FCM..   ...dva..
    consent           ..M..   .....a..
    withdraw          FC...   ...dvax.
    park              FC...   -wrdvaxo
    edit_parked       FC...   .......o
    jot               FC...   .......o
    add_row           FCM..   ...d.a..   -wrdvaxo
    remove_row        FCM..   ...d.a..   -wrdvaxo
    place_row         FCM..   ...d.a..   -wrdvaxo
    set_cell          FCM..   ...dva..   -wrdvaxo
    promise           ..M..   ...dva..
    propose_rows      FCM..   ...d.a..
    propose_draft     FCM..   ...d.a..
    take_up           FC...   .......o
    mark              ..M..   .w......
    add_clause        FC...   .......o
    remove_clause     FC...   .......o
    rename_section    FC...   .......o
    switch_section    FC...   .......o
    place_section     FC...   .......o
    add_section       FC...   .......o
    remove_section    FC...   .......o
    set_period        FC...   .......o
    keep_finding      FC...   .......o
    amend             FCM..   .......o
    answer_amendment  ..M..   .......o
    set_window        FC...   .......o
    withdraw_amendment FCM..  .......o
    excuse            FC...   .......o
    set_reminders     FC...   .......o
    freeze            FC...   .......o
    sign              ..M..   .......o
    share             FC...   .......o
    unshare           FC...   .......o
    set_actuals       FCM..   .......o
"""
"""Command · who (Facilitator, Co-facilitator, Member, Observer, the Room itself) · in which phase of its prompt
(- before it, write, reveal, discuss, vote, agree, x closed, o about no prompt)
· in which phases those who lead may besides."""

ROWS = {line.split()[0]: (*line.split()[1:], "")[:3] for line in TABLE.strip().splitlines()}
LEAD = ("facilitator", "cofacilitator")
NAMES = {snake(command.__name__): command for command in COMMANDS}
CELLS = [(command, asker, moment) for command in COMMANDS for asker in ASKERS for moment in MOMENTS]
TABLE_CODES = {"not_allowed", "phase_closed", "vote_closed"}


def expected(command: type[Command], asker: Asker, moment: Moment) -> str:
    who, when, lead = ROWS[snake(command.__name__)]
    when += lead if asker in LEAD else ""
    if asker not in {ASKER[letter] for letter in who if letter != "."}:
        return "not_allowed"
    if moment in {MOMENT[letter] for letter in when if letter != "."}:
        return ""
    return "vote_closed" if command is c.Vote else "phase_closed"


def test_every_command_has_one_row_in_both_tables() -> None:
    assert set(ROWS) == set(NAMES)
    assert set(PERMITS) == set(COMMANDS)


def test_the_table_is_written_in_columns() -> None:
    for who, when, lead in ROWS.values():
        assert all(letter in (".", column) for letter, column in zip(who, "FCMOR", strict=True))
        for moments in (when, lead or "........"):
            assert all(letter in (".", column) for letter, column in zip(moments, "-wrdvaxo", strict=True))


def test_every_cell_is_as_the_table_says() -> None:
    assert len(CELLS) == len(COMMANDS) * 5 * 8
    wrong = [cell for cell in CELLS if permits(cell[1], cell[2], cell[0]) != expected(*cell)]
    assert wrong == []


def test_a_command_without_a_row_is_nobodys() -> None:
    class Dance:
        """Not a Command, so that the list of commands stays as it is."""

    for asker in ASKERS:
        for moment in MOMENTS:
            assert permits(asker, moment, Dance) == "not_allowed"  # type: ignore[arg-type]


def test_a_cell_changed_by_mistake_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: observers who sign."""
    sign: type[Command] = c.Sign
    monkeypatch.setitem(PERMITS, sign, change(PERMITS[sign], askers=PERMITS[sign].askers | {"observer"}))
    wrong = {cell[:2] for cell in CELLS if permits(cell[1], cell[2], cell[0]) != expected(*cell)}
    assert wrong == {(c.Sign, "observer")}


def test_nothing_of_the_room_comes_over_a_socket() -> None:
    for command in WIRE:
        assert "room" not in PERMITS[command].askers


# ── decide asks the table ────────────────────────────────────────────────────────────────────────────────────────────

P = "s1.q1"
PEOPLE: dict[Asker, str] = {"facilitator": "f1", "cofacilitator": "c1", "member": "m1", "observer": "o1", "room": ""}


@pytest.fixture(scope="module")
def full() -> State:
    """A workshop in which everything is there."""
    scene = Scene()
    scene.ask("", c.Join("c1", "Second", "cofacilitator", None, "en", "link"))
    scene.ask("", c.Join("o1", "Guest", "observer", None, "en", "link"))
    scene.ask("", c.Join("n1", "Newcomer", "member", "sales", "en", "code"))
    scene.ask("f1", c.GoTo("s1", 0, "write"))
    scene.ask("m1", c.AddNote("note-1", P, "words"))
    scene.ask("f1", c.GoTo("s1", 0, "discuss"))
    scene.ask("m1", c.AddTheme("theme-1", P, "title"))
    scene.ask("m1", c.Propose("prop-1", P, "wording"))
    scene.ask("m1", c.DropPen("prop-1"))
    scene.ask("f1", c.AddClause("clause-1", "purpose", "by hand"))
    scene.ask("f1", c.Park("park-1", "later", "she", "2027-01-01"))
    scene.ask("f1", c.Freeze())
    scene.ask("f1", c.Share("share-1", "Board"))
    scene.ask("f1", c.AddRow("row-1", "s4.terms", cells={"term": "Lead"}))
    return scene.state


SAMPLES: dict[type[Command], Callable[[], Command]] = {
    c.Found: lambda: c.Found(plan()),
    c.Import: lambda: c.Import(b"{}"),
    c.Join: lambda: c.Join("x1", "New", "member", "sales", "pl", "link"),
    c.Seal: lambda: c.Seal("1.0", "", "f" * 64, "c" * 64, "pl", 1),
    c.Tick: c.Tick,
    c.Receive: lambda: c.Receive("1.0", "share-1"),
    c.Share: lambda: c.Share("share-2", "Board"),
    c.Unshare: lambda: c.Unshare("share-1"),
    c.Admit: lambda: c.Admit("n1"),
    c.TurnAway: lambda: c.TurnAway("n1"),
    c.RemovePerson: lambda: c.RemovePerson("m2"),
    c.SetRole: lambda: c.SetRole("m2", "observer"),
    c.SetTeam: lambda: c.SetTeam("m2", "sales"),
    c.SetHead: lambda: c.SetHead("m2", True),
    c.SetAway: lambda: c.SetAway("m1", True),
    c.SetLanguage: lambda: c.SetLanguage("pl"),
    c.SetDoors: lambda: c.SetDoors(False),
    c.GoTo: lambda: c.GoTo("s1", 0, "write"),
    c.FinishStep: lambda: c.FinishStep("s1"),
    c.SkipStep: lambda: c.SkipStep("s2", True),
    c.SetStepMinutes: lambda: c.SetStepMinutes("s1", 5),
    c.MoveStep: lambda: c.MoveStep("s1", ""),
    c.SetVisibility: lambda: c.SetVisibility("s3", "hidden"),
    c.AddTime: lambda: c.AddTime(60),
    c.PauseTimer: lambda: c.PauseTimer(True),
    c.EndWorkshop: c.EndWorkshop,
    c.PlanSession: lambda: c.PlanSession(1, None),
    c.EndSession: lambda: c.EndSession(1),
    c.AddSession: another_session,
    c.SetPrework: lambda: c.SetPrework(("s2.q4",), True),
    c.AddNote: lambda: c.AddNote("note-2", P, "words", late=True),
    c.EditNote: lambda: c.EditNote("note-1", "other", 1),
    c.RemoveNote: lambda: c.RemoveNote("note-1"),
    c.PlaceNote: lambda: c.PlaceNote("note-1", ""),
    c.Rate: lambda: c.Rate("s1.q5", 3),
    c.SetDone: lambda: c.SetDone(P, True),
    c.AddTheme: lambda: c.AddTheme("theme-2", P, "title"),
    c.RenameTheme: lambda: c.RenameTheme("theme-1", "other", 1),
    c.RemoveTheme: lambda: c.RemoveTheme("theme-1"),
    c.GroupNote: lambda: c.GroupNote("note-1", "theme-1"),
    c.Vote: lambda: c.Vote(P, "theme-1", 1),
    c.SetVotes: lambda: c.SetVotes(P, 5),
    c.Propose: lambda: c.Propose("prop-2", "s1.q7", "words"),
    c.TakePen: lambda: c.TakePen("prop-1"),
    c.WritePen: lambda: c.WritePen("prop-1", "words", 1),
    c.DropPen: lambda: c.DropPen("prop-1"),
    c.SetSources: lambda: c.SetSources("prop-1", ("note-1",)),
    c.Consent: lambda: c.Consent("prop-1", 1, 5),
    c.Withdraw: lambda: c.Withdraw("prop-1"),
    c.Park: lambda: c.Park("park-2", "later", "she", "2027-01-01", "prop-1"),
    c.EditParked: lambda: c.EditParked("park-1", "later", "he", "2027-01-01"),
    c.Jot: lambda: c.Jot("private"),
    c.AddRow: lambda: c.AddRow("row-2", "s4.terms"),
    c.RemoveRow: lambda: c.RemoveRow("row-1"),
    c.PlaceRow: lambda: c.PlaceRow("row-1", ""),
    c.SetCell: lambda: c.SetCell("row-1", "unit", "contact", 0),
    c.Promise: lambda: c.Promise("s4-marketing-volume", True),
    c.ProposeRows: lambda: c.ProposeRows("prop-3", "s4.terms", ("row-1",)),
    c.ProposeDraft: lambda: c.ProposeDraft("prop-4", P),
    c.TakeUp: lambda: c.TakeUp("note-1", P),
    c.Mark: lambda: c.Mark("s4.terms", "row-1", "accept"),
    c.AddClause: lambda: c.AddClause("clause-2", "purpose", "words"),
    c.RemoveClause: lambda: c.RemoveClause("clause-1"),
    c.RenameSection: lambda: c.RenameSection("purpose", both("Why we do it")),
    c.SwitchSection: lambda: c.SwitchSection("purpose", False),
    c.PlaceSection: lambda: c.PlaceSection("purpose", ""),
    c.AddSection: lambda: c.AddSection("own-1", both("Ours")),
    c.RemoveSection: lambda: c.RemoveSection("own-1"),
    c.SetPeriod: lambda: c.SetPeriod("2027-01-01", "2027-03-31", "2027-03-23"),
    c.KeepFinding: lambda: c.KeepFinding("COM-05:commitment:x", ""),
    c.Amend: lambda: c.Amend("amend-1", "clause-1", "other words", "because", 2_000_000 + 86_400_000),
    c.AnswerAmendment: lambda: c.AnswerAmendment("amend-1", 4),
    c.SetWindow: lambda: c.SetWindow("amend-1", 2_000_000 + 86_400_000),
    c.WithdrawAmendment: lambda: c.WithdrawAmendment("amend-1"),
    c.Excuse: lambda: c.Excuse("m2", True),
    c.SetReminders: lambda: c.SetReminders(2_000_000 + 86_400_000),
    c.Freeze: c.Freeze,
    c.Sign: lambda: c.Sign("1.0", "0", True, "accept", "marketing 1"),
    c.SetActuals: lambda: c.SetActuals((c.Figure("row-1", "2027-01", 5.0),)),
}


def refusal(state: State, command: Command, person: str) -> str:
    try:
        decide(state, command, person, 2_000_000, lambda: "made-1")
    except Refused as refused:
        return refused.code
    return ""


def in_phase(state: State, moment: Moment) -> State:
    """Every prompt in that phase."""
    if moment == "outside":
        return state
    return change(state, prompts={k: change(p, phase=moment) for k, p in state.prompts.items()})


def test_there_is_a_sample_of_every_command() -> None:
    assert set(SAMPLES) == set(COMMANDS)
    assert all(type(sample()) is command for command, sample in SAMPLES.items())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: snake(command.__name__))
def test_what_the_table_forbids_is_refused_with_its_code_and_what_it_allows_is_not(
    command: type[Command], full: State
) -> None:
    """Through decide. A sample says itself whether it is about a prompt."""
    moments = [m for m in MOMENTS if (m == "outside") == (SAMPLES[command]() in _OUTSIDE)]
    for moment in moments:
        state = in_phase(full, moment)
        for asker, person in PEOPLE.items():
            code, wanted = refusal(state, SAMPLES[command](), person), expected(command, asker, moment)
            assert (code in TABLE_CODES) == bool(wanted) or _ALSO.get((command, moment)) == code, (asker, moment, code)
            assert not wanted or code == wanted


_OUTSIDE = [
    SAMPLES[command]()
    for command, (_, when, _lead) in ((NAMES[n], row) for n, row in ROWS.items())
    if when[:7] == "." * 7
]
_ALSO: dict[tuple[type[Command], Moment], str] = {
    (c.Found, "outside"): "not_allowed",  # founded already
    (c.Import, "outside"): "not_allowed",
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: snake(command.__name__))
def test_decide_consults_the_table_for_every_command(
    command: type[Command], full: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[type[Command]] = []

    def never(asker: Asker, moment: Moment, command: type[Command]) -> str:
        asked.append(command)
        return "too_fast"  # a code that no rule gives

    monkeypatch.setattr("accord.domain.decide.permits", never)
    assert refusal(in_phase(full, "discuss"), SAMPLES[command](), "f1") == "too_fast"
    assert asked == [command]


@pytest.mark.parametrize("command", WIRE, ids=lambda command: snake(command.__name__))
def test_who_waits_was_removed_or_is_unknown_may_nothing(command: type[Command], full: State) -> None:
    gone = change(full, people=put(full.people, "m1", change(full.people["m1"], gone=True)))
    for state, person, code in ((full, "n1", "waiting"), (gone, "m1", "not_allowed"), (full, "nobody", "not_allowed")):
        assert refusal(in_phase(state, "write"), SAMPLES[command](), person) == code
