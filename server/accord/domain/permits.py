"""Who may ask for what, when: one row a command, default deny. The rows are tested cell by cell."""

from typing import Literal, get_args

from msgspec import Struct

from accord.domain import commands as c
from accord.domain.catalogue import Phase
from accord.domain.commands import Command, Role

Asker = Role | Literal["room"]
"""Who asks; "room" is the server itself (founding, joining, the clock)."""

Moment = Phase | Literal["outside"]
"""The phase of the prompt that the command is about; "outside" when it is about no prompt."""

ASKERS: tuple[Asker, ...] = ("facilitator", "cofacilitator", "member", "observer", "room")
MOMENTS: tuple[Moment, ...] = (*get_args(Phase), "outside")


class Permit(Struct, frozen=True):
    """`lead` are the moments in which those who lead may ask besides."""

    askers: frozenset[Asker]
    moments: frozenset[Moment]
    lead: frozenset[Moment] = frozenset()


ROOM: frozenset[Asker] = frozenset({"room"})
LEAD: frozenset[Asker] = frozenset({"facilitator", "cofacilitator"})
MEMBERS: frozenset[Asker] = frozenset({"member"})
ACTIVE: frozenset[Asker] = LEAD | MEMBERS
ANYBODY: frozenset[Asker] = ACTIVE | {"observer"}
OUTSIDE: frozenset[Moment] = frozenset({"outside"})
ANYTIME: frozenset[Moment] = frozenset(MOMENTS)


def at(*moments: Moment) -> frozenset[Moment]:
    return frozenset(moments)


PERMITS: dict[type[Command], Permit] = {
    c.Found: Permit(ROOM, OUTSIDE),
    c.Import: Permit(ROOM, OUTSIDE),
    c.Join: Permit(ROOM, OUTSIDE),
    c.Receive: Permit(ROOM, OUTSIDE),
    c.Seal: Permit(ROOM, OUTSIDE),
    c.Tick: Permit(ROOM, OUTSIDE),
    c.Admit: Permit(LEAD, OUTSIDE),
    c.TurnAway: Permit(LEAD, OUTSIDE),
    c.RemovePerson: Permit(LEAD, OUTSIDE),
    c.SetRole: Permit(LEAD, OUTSIDE),
    c.SetTeam: Permit(LEAD, OUTSIDE),
    c.SetHead: Permit(LEAD, OUTSIDE),
    c.SetAway: Permit(ACTIVE, OUTSIDE),
    c.SetLanguage: Permit(ANYBODY, OUTSIDE),
    c.SetDoors: Permit(LEAD, OUTSIDE),
    c.GoTo: Permit(LEAD, OUTSIDE),
    c.FinishStep: Permit(LEAD, OUTSIDE),
    c.SkipStep: Permit(LEAD, OUTSIDE),
    c.SetStepMinutes: Permit(LEAD, OUTSIDE),
    c.MoveStep: Permit(LEAD, OUTSIDE),
    c.SetVisibility: Permit(LEAD, OUTSIDE),
    c.AddTime: Permit(LEAD, OUTSIDE),
    c.PauseTimer: Permit(LEAD, OUTSIDE),
    c.EndWorkshop: Permit(LEAD, OUTSIDE),
    c.PlanSession: Permit(LEAD, OUTSIDE),
    c.EndSession: Permit(LEAD, OUTSIDE),
    c.AddSession: Permit(LEAD, OUTSIDE),
    c.SetPrework: Permit(LEAD, OUTSIDE),
    c.AddNote: Permit(MEMBERS, at("write", "discuss")),
    c.EditNote: Permit(MEMBERS, at("write", "discuss")),
    c.RemoveNote: Permit(ACTIVE, at("write", "reveal", "discuss")),
    c.PlaceNote: Permit(MEMBERS, at("write")),
    c.Rate: Permit(MEMBERS, at("write")),
    c.SetDone: Permit(MEMBERS, at("write")),
    c.AddTheme: Permit(ACTIVE, at("reveal", "discuss")),
    c.RenameTheme: Permit(ACTIVE, at("reveal", "discuss", "vote", "agree")),
    c.RemoveTheme: Permit(ACTIVE, at("reveal", "discuss")),
    c.GroupNote: Permit(ACTIVE, at("reveal", "discuss")),
    c.Vote: Permit(MEMBERS, at("vote")),
    c.SetVotes: Permit(LEAD, at("waiting", "write", "reveal", "discuss", "vote")),
    c.Propose: Permit(ACTIVE, at("discuss", "agree")),
    c.TakePen: Permit(ACTIVE, at("discuss", "vote", "agree", "outside"), ANYTIME),
    c.WritePen: Permit(ACTIVE, at("discuss", "vote", "agree", "outside"), ANYTIME),
    c.DropPen: Permit(ACTIVE, ANYTIME),
    c.SetSources: Permit(ACTIVE, at("discuss", "vote", "agree")),
    c.Consent: Permit(MEMBERS, at("agree")),
    c.Withdraw: Permit(LEAD, at("discuss", "vote", "agree", "closed")),
    c.Park: Permit(LEAD, ANYTIME),
    c.EditParked: Permit(LEAD, OUTSIDE),
    c.Jot: Permit(LEAD, OUTSIDE),
    c.AddRow: Permit(ACTIVE, at("discuss", "agree"), ANYTIME),
    c.RemoveRow: Permit(ACTIVE, at("discuss", "agree"), ANYTIME),
    c.PlaceRow: Permit(ACTIVE, at("discuss", "agree"), ANYTIME),
    c.SetCell: Permit(ACTIVE, at("discuss", "vote", "agree"), ANYTIME),
    c.Promise: Permit(MEMBERS, at("discuss", "vote", "agree")),
    c.ProposeRows: Permit(ACTIVE, at("discuss", "agree")),
    c.ProposeDraft: Permit(ACTIVE, at("discuss", "agree")),
    c.TakeUp: Permit(LEAD, OUTSIDE),
    c.Mark: Permit(MEMBERS, at("write")),
    c.AddClause: Permit(LEAD, OUTSIDE),
    c.RemoveClause: Permit(LEAD, OUTSIDE),
    c.RenameSection: Permit(LEAD, OUTSIDE),
    c.SwitchSection: Permit(LEAD, OUTSIDE),
    c.PlaceSection: Permit(LEAD, OUTSIDE),
    c.AddSection: Permit(LEAD, OUTSIDE),
    c.RemoveSection: Permit(LEAD, OUTSIDE),
    c.SetPeriod: Permit(LEAD, OUTSIDE),
    c.KeepFinding: Permit(LEAD, OUTSIDE),
    c.Amend: Permit(ACTIVE, OUTSIDE),
    c.AnswerAmendment: Permit(MEMBERS, OUTSIDE),
    c.SetWindow: Permit(LEAD, OUTSIDE),
    c.WithdrawAmendment: Permit(ACTIVE, OUTSIDE),
    c.Excuse: Permit(LEAD, OUTSIDE),
    c.SetReminders: Permit(LEAD, OUTSIDE),
    c.Freeze: Permit(LEAD, OUTSIDE),
    c.Sign: Permit(MEMBERS, OUTSIDE),
    c.Share: Permit(LEAD, OUTSIDE),
    c.Unshare: Permit(LEAD, OUTSIDE),
    c.SetActuals: Permit(ACTIVE, OUTSIDE),
}


def permits(asker: Asker, moment: Moment, command: type[Command]) -> str:
    """ "" if permitted, else the code of the refusal."""
    row = PERMITS.get(command)
    if row is None or asker not in row.askers:
        return "not_allowed"
    if moment in row.moments or (asker in LEAD and moment in row.lead):
        return ""
    return "vote_closed" if command is c.Vote else "phase_closed"
