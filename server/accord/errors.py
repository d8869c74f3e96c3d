"""`Refused` is an answer. Anything else that is raised is a bug."""

from typing import Final

CODES: Final = frozenset(
    {
        "bad_input",  # a field is missing, too long, empty or out of range; detail names it
        "not_allowed",  # this role may not do that
        "phase_closed",  # not in this phase of the prompt
        "not_found",  # the thing is not there (any more)
        "not_yours",  # only its author may do that
        "stale",  # the base version is not the current one; detail carries the current words
        "pen_held",  # somebody else holds the pen; detail names them
        "pen_needed",  # take the pen first
        "vote_closed",
        "no_votes_left",
        "reason_needed",  # below 3, a refusal or a reservation needs words
        "heads_last",  # heads answer when all other members have
        "pen_busy",  # consent rests while somebody writes
        "already_proposed",  # one proposal at a time under a prompt
        "heads_only",  # the heads sit; the teams meet later
        "draft_rests",  # between the sessions nobody rewrites the heads' draft
        "heads_draft",  # part of it has not been taken on by the teams
        "comments_waiting",  # no comment of that team has been discussed
        "not_open",  # the proposal is not up for consent
        "other_team",  # only the team that commits itself may say that
        "not_promised",  # the row is still a request: its team has not taken it on
        "stale_document",  # version or hash are not current
        "name_mismatch",  # the typed name is not yours
        "already_signed",
        "not_a_signer",
        "section_needed",  # the document cannot do without it
        "section_off",  # it is left out of the agreement
        "section_asked",  # somebody writes one of its clauses, or people are asked about it
        "section_not_empty",  # clauses stand in it
        "nothing_to_freeze",
        "findings",  # errors of the check stop a version; detail names them
        "doors_closed",
        "room_full",
        "name_taken_by_you",
        "name_here",  # somebody of that name is in the team: are they coming back?
        "owner_and_date_needed",
        "too_many",  # a limit of the room
        "id_conflict",  # the same number was used for another command
        "waiting",  # not admitted yet
        "bad_link",  # unknown, expired, closed or full: deliberately one answer
        "too_fast",
        "bad_file",
        "no_session",
        "too_few_to_hide",  # hidden authors need more people here; detail says how many
        "late_to_hide",  # after the reveal of hidden authors a single note would tell whose it is
        "already_begun",  # how authors are named is settled before a step begins
        "unavailable",  # cannot be saved or printed right now; detail says why
    }
)


class Refused(Exception):
    """A command that may not happen now. `code` is one of CODES; `detail` fills the sentence shown to the person."""

    def __init__(self, code: str, **detail: object) -> None:
        assert code in CODES, code
        super().__init__(code)
        self.code = code
        self.detail = detail
