"""Reminders by mail: to those who left an address and still owe something, once a day, in working hours, until a date.

What was sent is noted after the mail server has taken it. A server that dies between the two repeats that one letter.
"""

import asyncio
import smtplib
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any, Final

import structlog
from msgspec.structs import replace

from accord.agreement import typography
from accord.domain import events as e
from accord.domain.events import Event
from accord.domain.owing import owed, reminded
from accord.domain.state import State
from accord.errors import Refused
from accord.http import letters, mailing
from accord.http.doors import Doors
from accord.http.limits import Clock
from accord.http.sessions import DAY, Now
from accord.http.tokens import LETTERS
from accord.ledger.contract import Address, Ledger, LedgerError
from accord.settings import Settings

log = structlog.get_logger("accord.http")

MOST: Final = 5  # letters to one person, from when the reminders were set
OPENS, CLOSES = 9, 17  # hours of the workshop's time zone, Monday to Friday
KEPT: Final = 60 * DAY  # ms an address is kept at most
LOOK: Final = 300.0  # seconds from one look to the next
AGAIN, LONGEST = 60.0, 3600.0  # seconds until a mail server that failed is asked again; doubled up to an hour

WAKE: Final = (
    e.InForce,
    e.Signed,
    e.VersionFrozen,
    e.AmendmentOpened,
    e.PreworkSet,
    e.Excused,
    e.RemindersSet,
    e.PersonRemoved,
    e.RoleSet,
)
"""After these somebody may be due, or an address may have served."""


class Reminders:
    """Belongs to one event loop. Nothing here holds up a room: letters are handed over on a thread."""

    def __init__(self, ledger: Ledger, rooms: Any, doors: Doors, settings: Settings, now: Now, clock: Clock) -> None:
        self._ledger, self._rooms, self._doors, self._settings = ledger, rooms, doors, settings
        self._now, self._clock = now, clock
        self._one_at_a_time = asyncio.Lock()
        self._woken = asyncio.Event()
        self._rests: dict[str, int] = {}
        self._again, self._wait = 0.0, AGAIN
        self._pauses: dict[tuple[str, str], float] = {}

    @property
    def offered(self) -> bool:
        """This server sends mail."""
        return self._settings.sends_mail

    def happened(self, room: Any, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, WAKE) for event in events):
            self.wake(room.workshop)

    def wake(self, workshop: str) -> None:
        """Something changed there."""
        self._rests.pop(workshop, None)
        self._woken.set()

    async def run(self) -> None:
        """Until it is cancelled."""
        if self._settings.smtp_host and not self.offered:
            log.warning("no_mail", missing="origins" if self._settings.smtp_from else "smtp_from")
        while True:
            self._woken.clear()
            try:
                await self.round()
            except Exception as bug:
                log.error("reminders_failed", error=type(bug).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), LOOK)

    async def round(self) -> None:
        """Sends what is due now and destroys the addresses that have served."""
        async with self._one_at_a_time:
            kept = await self._ledger.run(self._ledger.addresses)
            for workshop, some in groupby(sorted(kept, key=lambda one: one.workshop), lambda one: one.workshop):
                if self._rests.get(workshop, 0) <= self._now():
                    await self._look(workshop, list(some))

    async def _look(self, workshop: str, kept: list[Address]) -> None:
        try:
            state: State = (await self._rooms.open(workshop)).state
            lost = tuple(one.person for one in kept if has_served(state, one, self._now()))
            if lost:
                await self._ledger.run(self._ledger.drop_addresses, workshop, lost)
            self._rests[workshop] = rests_until(state, self._now())
            for one in kept:
                if one.person not in lost and not await self._write_to(workshop, state, one):
                    self._rests.pop(workshop, None)
        except (Refused, LedgerError) as error:
            self._rests.pop(workshop, None)
            log.warning("reminders_wait", room=workshop, error=type(error).__name__)

    async def _write_to(self, workshop: str, state: State, one: Address) -> bool:
        """False if it has to be tried again."""
        what = due(state, one, self._now())
        if not what or not self.offered:
            return True
        if self._clock() < max(self._again, self._pauses.get((workshop, one.person), 0.0)):
            return False
        token = await self._doors.later(workshop, one.person)
        link = f"{self._settings.origins[0]}/w/{workshop}#{LETTERS['later']}={token}"
        text = letters.in_force(state, one, link) if what == "in_force" else letters.reminder(state, one, link, MOST)
        if not await self._hand_over(one, text):
            return False
        await self._note(state, one, what)
        return True

    async def _hand_over(self, one: Address, text: letters.Written) -> bool:
        """True when there is nothing more to try: the letter is taken, or will never be."""
        at = datetime.fromtimestamp(self._now() / 1000, UTC)
        message = mailing.letter(self._settings, one.address, text.subject, text.body, at)
        try:
            await asyncio.to_thread(mailing.send, self._settings, message)
        except mailing.NotTaken as refused:
            log.warning("letter_not_taken", room=one.workshop, person=one.person, for_good=refused.for_good)
            self._pauses[one.workshop, one.person] = self._clock() + LOOK
            return refused.for_good
        except (OSError, smtplib.SMTPException) as error:
            log.warning("mail_waits", error=type(error).__name__, seconds=round(self._wait))
            self._again, self._wait = self._clock() + self._wait, min(self._wait * 2, LONGEST)
            return False
        self._wait = AGAIN
        self._pauses.pop((one.workshop, one.person), None)
        return True

    async def _note(self, state: State, one: Address, what: str) -> None:
        if what == "in_force":
            await self._ledger.run(self._ledger.drop_addresses, one.workshop, (one.person,))
        elif state.reminding:
            noted = replace(one, last=self._now(), sent=sent(state, one) + 1, since=state.reminding.at)
            await self._ledger.run(self._ledger.note_mail, noted)


# --- who gets what when ---


def has_served(state: State, one: Address, now: int) -> bool:
    """The person left, or owes nothing of what is in force any more; the stop date has come; or it is too old."""
    person, latest = state.people.get(one.person), state.latest
    if person is None or person.gone or person.role != "member" or now - one.at >= KEPT:
        return True
    if state.reminding and now >= state.reminding.until:
        return True
    told = latest is not None and latest.in_force is not None and one.at >= latest.in_force
    return told and not owed(state, one.person)


def due(state: State, one: Address, now: int) -> str:
    """ "remind", "in_force" or "". On the day an address was left nothing goes to it but the last letter."""
    if not awake(state, now):
        return ""
    latest = state.latest
    if latest and latest.in_force is not None and one.at < latest.in_force:
        return "in_force"
    if state.reminding is None or now >= state.reminding.until or sent(state, one) >= MOST:
        return ""
    fresh = _local(state, max(one.last, one.at)).date() < _local(state, now).date()
    return "remind" if fresh and reminded(state, one.person) else ""


def sent(state: State, one: Address) -> int:
    """Letters since the reminders were set."""
    return one.sent if state.reminding and one.since == state.reminding.at else 0


def awake(state: State, now: int) -> bool:
    """Working hours where the workshop is."""
    at = _local(state, now)
    return at.weekday() < 5 and OPENS <= at.hour < CLOSES


def rests_until(state: State, now: int) -> int:
    """When time alone next makes a difference: the next working morning, or the stop date."""
    at = _local(state, now)
    morning = at.replace(hour=OPENS, minute=0, second=0, microsecond=0)
    while morning <= at or morning.weekday() >= 5:
        morning += timedelta(days=1)
    moment = round(morning.timestamp() * 1000)
    return min(moment, state.reminding.until) if state.reminding and state.reminding.until > now else moment


def _local(state: State, ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, typography.zone(state.plan.timezone))
