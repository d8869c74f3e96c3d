"""A real room between two sessions: it may sleep, people come back, and what they wrote beforehand is still sealed."""

import json

from tests.support.live import clock, found, joined, leaping, reopen, settle
from tests.support.workshops import heads_first

from accord.domain import commands as c
from accord.domain.state import State
from accord.ledger.memory import MemoryLedger

SECRET = "Kanarek-przed-dniem-żółty"
WEEK = 7 * 86_400


async def first_session(ledger: MemoryLedger) -> State:
    """The heads agree a clause and go home; m2 answers before the teams meet."""
    room = await found(ledger, members=2, founding=heads_first())
    for command in (c.SetHead("m1", True), c.SetHead("s1", True), c.PlanSession(2, clock() + WEEK * 1000)):
        await room.ask("f1", command)
    await room.ask("f1", c.GoTo("s1", 0, "discuss"))
    await room.ask("f1", c.AddClause("clause-1", "purpose", "We share one goal"))
    await room.ask("f1", c.EndSession(1))
    await room.ask("f1", c.SetPrework(("s5.comments", "s5.sections"), True))
    await room.ask("m2", c.AddNote("note-1", "s5.comments", SECRET))
    await room.ask("m2", c.Mark("s5.sections", "purpose", "change", None, SECRET))
    return room.state


@leaping
async def test_a_week_later_everything_is_there_and_sealed_until_the_teams_meet() -> None:
    ledger = MemoryLedger()
    before = await first_session(ledger)
    room = reopen(ledger)
    assert room.state == before
    author, other, head, lead, screen = await joined(room, "m2", "s2", "m1", "f1", "")
    assert other.records["session:2"]["status"] == "next"
    assert other.records["clause:clause-1"]["heads"] is True
    assert SECRET in json.dumps(author.records, ensure_ascii=False)
    for viewer in (other, head, lead, screen):
        assert SECRET not in json.dumps([viewer.records, viewer.messages], ensure_ascii=False), viewer.person
    assert lead.records["writing:s5.comments"]["counts"] == {"m2": 1}

    await room.ask("f1", c.GoTo("s5", 0, "reveal"))
    await settle()
    for viewer in (other, head, lead, screen):
        viewer.read()
        notes = [one["text"] for key, one in viewer.records.items() if key.startswith("note:")]
        assert sorted(notes) == sorted([SECRET, f"purpose: {SECRET}"])
        assert viewer.records["session:2"]["status"] == "running"
