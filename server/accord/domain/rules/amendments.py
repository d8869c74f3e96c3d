"""Changes between meetings: other words for one clause and a window for consent (domain.md 2.0.2, rule 5)."""

from accord.domain import cells
from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, found, fresh, limit, on
from accord.domain.catalogue import TEAMS
from accord.domain.events import Event
from accord.domain.records import Hand
from accord.domain.rules.outcomes import PASS, and_outcomes
from accord.domain.state import Amendment, State, asked_of, cell_field, change, put, wording
from accord.domain.words import NOTE, WORDING, clean
from accord.errors import Refused

OPEN = 100
SHORTEST, LONGEST = 10 * 60_000, 60 * 86_400_000
"""ms a window may take."""


@on(c.Amend)
def _(command: c.Amend, ask: Ask) -> Events:
    return (amended(ask, command.id, command.text, command.words, command.reason, command.until),)


def amended(ask: Ask, id_: str, text: str, words: str, reason: str, until: int) -> e.AmendmentOpened:
    """The event that opens an amendment; Refused where it cannot be one."""
    state, now = ask.state, _amendable(ask.state, text)
    limit(sum(not one.end for one in state.amendments.values()), OPEN, "amendments")
    if any(one.text == text and not one.end for one in state.amendments.values()):
        raise Refused("already_proposed")
    said = clean(words, WORDING, "words")
    if said == now:
        raise Refused("bad_input", field="words", why="same")
    field = cell_field(state, text)
    if field and (wrong := cells.wrong(field, said)):
        raise Refused("bad_input", field="words", why=wrong)
    why = clean(reason, NOTE, "reason")
    _check_window(ask, until)
    known = (state.amendments, state.proposals, state.clauses, state.rows)
    amendment = fresh(id_, *known)  # type: ignore[arg-type]
    return e.AmendmentOpened(amendment, text, said, now, why, ask.person, until, ask.now)


def _amendable(state: State, text: str) -> str:
    """The present words of a clause or of a cell of a row that was agreed."""
    row, _, field = text.partition("/")
    known = row in state.rows and bool(state.rows[row].result) if field else text in state.clauses
    words = wording(state, text) if known else None
    if words is None:
        raise Refused("not_found")
    if words.pen:
        raise Refused("pen_busy", person=words.pen)
    return words.text


def _check_window(ask: Ask, until: int) -> None:
    if not SHORTEST <= until - ask.now <= LONGEST:
        raise Refused("bad_input", field="until", why="range")


def _open(ask: Ask, amendment: str) -> Amendment:
    one = found(ask.state.amendments, amendment)
    if one.end:
        raise Refused("not_open")
    return one


@on(c.AnswerAmendment)
def _(command: c.AnswerAmendment, ask: Ask) -> Events:
    one = _open(ask, command.amendment)
    if not 0 <= command.level <= 5:
        raise Refused("bad_input", field="level", why="range")
    reason = clean(command.reason, NOTE, "reason", empty=True)
    if command.level < PASS and not reason:
        raise Refused("reason_needed")
    given = e.AmendmentAnswered(one.id, ask.person, command.level, reason if command.level <= PASS else "")
    after = change(one, hands=put(one.hands, ask.person, Hand(ask.person, given.level, given.reason)))
    if all(person.id in after.hands for person in asked_of(ask.state, after)):
        return (given, *_closed(ask.state, after, ask.now))
    return (given,)


def _closed(state: State, one: Amendment, now: int) -> Events:
    """The words hold when nobody is below 3 and more than half of each team answered. Silence lets them lapse.

    Whoever is excused holds up nothing and counts only with an answer.
    """
    people = asked_of(state, one)
    answers = {person: hand for person, hand in one.hands.items() if person in {p.id for p in people}}
    if any(hand.level < PASS for hand in answers.values()):
        return (e.AmendmentClosed(one.id, "objected", now),)
    teams = [[p for p in people if p.team == team] for team in TEAMS]
    if not all(2 * sum(p.id in answers for p in team) > len(team) for team in teams):
        return (e.AmendmentClosed(one.id, "lapsed", now),)
    return (e.AmendmentClosed(one.id, "passed", now),)


def overdue(ask: Ask) -> list[Event]:
    """What closes because its window is over."""
    due = [one for one in ask.state.amendments.values() if not one.end and one.until <= ask.now]
    return [event for one in due for event in _closed(ask.state, one, ask.now)]


@on(c.SetWindow)
def _(command: c.SetWindow, ask: Ask) -> Events:
    one = _open(ask, command.amendment)
    _check_window(ask, command.until)
    return (e.WindowSet(one.id, command.until),)


@on(c.WithdrawAmendment)
def _(command: c.WithdrawAmendment, ask: Ask) -> Events:
    one = _open(ask, command.amendment)
    if one.person != ask.person and not ask.leads:
        raise Refused("not_yours")
    return (e.AmendmentClosed(one.id, "withdrawn", ask.now),)


@on(c.Excuse)
def _(command: c.Excuse, ask: Ask) -> Events:
    """Somebody absent for long does not hold up the agreement and signs on return."""
    person = found(ask.state.people, command.person)
    if person.gone or person.role != "member":
        raise Refused("not_found")
    return and_outcomes(ask, e.Excused(person.id, command.excused))


@on(c.SetReminders)
def _(command: c.SetReminders, ask: Ask) -> Events:
    if command.until is not None:
        _check_window(ask, command.until)
    elif ask.state.reminding is None:
        return ()
    return (e.RemindersSet(command.until, ask.person, ask.now),)
