"""What a letter says: in the person's language, plain text, no words of the workshop beyond its title."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from accord.agreement import typography
from accord.domain.owing import reminded
from accord.domain.records import Due
from accord.domain.state import State, Version
from accord.ledger.contract import Address
from accord.words import Words

TITLE: Final = 100  # characters of a title in a subject


class Written(Struct, frozen=True):
    subject: str
    body: str


class _Pen:
    def __init__(self, state: State, person: str) -> None:
        self.state, self.language = state, state.people[person].language
        self.words = Words(self.language)
        self.title = " ".join(state.plan.title.split())

    def say(self, id_: str, **values: object) -> str:
        return self.words.say(f"mail-{id_}", **values).replace(typography.NBSP, " ")

    def day(self, ms: int) -> str:
        return typography.day(ms, self.state.plan.timezone, self.language)

    def moment(self, ms: int) -> str:
        return typography.moment(ms, self.state.plan.timezone, self.language)

    def written(self, subject: str, *paragraphs: str) -> Written:
        short = self.title if len(self.title) <= TITLE else self.title[: TITLE - 1] + "…"
        body = "\n\n".join((self.say("hello"), *paragraphs, self.say("from")))
        return Written(self.say(subject, title=short), f"{body}\n")


def reminder(state: State, to: Address, link: str, most: int) -> Written:
    """What this person still owes, until when they are reminded, and how to end that."""
    pen = _Pen(state, to.person)
    owes = "\n".join(f"- {line}" for line in _owes(pen, reminded(state, to.person)))
    until = pen.day(state.reminding.until) if state.reminding else ""
    return pen.written(
        "remind-subject",
        pen.say("remind-lead", title=pen.title) + f"\n{owes}",
        f"{pen.say('seat')}\n{link}",
        pen.say("care"),
        pen.say("remind-until", until=until, most=most) + " " + pen.say("remind-away"),
    )


def in_force(state: State, to: Address, link: str) -> Written:
    """The last signature has come."""
    pen, latest = _Pen(state, to.person), state.latest
    assert latest
    assert latest.in_force is not None
    day = pen.day(latest.in_force)
    return pen.written(
        "force-subject",
        pen.say("force-lead", title=pen.title, day=day, **_version(latest)),
        f"{pen.say('force-link')}\n{link}",
        pen.say("care"),
        pen.say("force-last"),
    )


def _owes(pen: _Pen, dues: tuple[Due, ...]) -> Iterator[str]:
    state = pen.state
    for one in dues:
        if one.kind == "sign":
            yield pen.say("owes-sign", **_version(state.versions[one.thing]))
        if one.kind == "answer":
            number = str(state.amendments[one.thing].number)
            yield pen.say("owes-answer", number=number, until=pen.moment(one.until or 0))
    if homework := sum(one.kind == "prework" for one in dues):
        yield pen.say("owes-prework", n=homework)


def _version(version: Version) -> dict[str, str]:
    return {"version": version.version, "fingerprint": typography.groups(version.hash, 4)}
