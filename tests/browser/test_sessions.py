"""Several sessions, heads first, and what is answered before the day: people in real browsers."""

import secrets
import time

from playwright.sync_api import expect
from tests.browser.people import PHONE, Robot, Room
from tests.browser.test_axe import MORE, Findings

HOUR = 3_600_000


def consent(members: list[Robot], proposal: str) -> None:
    for member in members:
        version = member.one("proposal", proposal)["version"]
        member.do("consent", proposal=proposal, version=version, level=4)


def heads_first(room: Room) -> list[Robot]:
    """A workshop that the heads begin; those who sit in their session, heads last."""
    heads = [{"name": "Marta", "team": "marketing", "head": True}, {"name": "Sebastian", "team": "sales", "head": True}]
    room.found(agenda="heads-first", starts_at=round(time.time() * 1000) + HOUR, roster=heads)
    sits = [room.robot("Anna", "marketing"), room.robot("Piotr", "sales")]
    return [*sits, room.robot("Marta", "marketing"), room.robot("Sebastian", "sales")]


def test_the_heads_draft_becomes_the_teams_agreement(room: Room) -> None:
    sits, look = heads_first(room), Findings()
    member = room.member("Kasia", "marketing", "pl", **MORE)
    facilitator = room.facilitator("pl", **MORE)
    member.sees("Szkic kierujących")

    room.agree("nine-questions/q1", "Dobry lead ma budżet i termin.", sits)
    room.agree("nine-questions/q2", "Oddzwaniamy w ciągu 8 godzin roboczych.", sits)
    member.sees_said("sessions-sits-out")
    facilitator.button("sessions-end").click()
    member.sees("Spotkanie zespołów")

    # Before the day: the facilitator opens the comments, people answer, nobody reads along.
    facilitator.page.get_by_text(facilitator.say("sessions-prework-choose")).click()
    comments = room.prompt("comments/comments")
    facilitator.page.get_by_label("Uwagi", exact=True).check()
    member.sees_said("sessions-prework")
    member.write("Osiem godzin w piątek to za dużo")
    piotr = sits[1]
    piotr.do("add_note", id=secrets.token_urlsafe(9), prompt=comments["id"], text="Kto to mierzy?")
    facilitator.sees_said("cockpit-have", n=2, of=5)
    assert "Osiem godzin w piątek" not in facilitator.everything() + "".join(facilitator.frames)
    look(member, "before the day")
    look(facilitator, "before the day, led")

    # The teams meet: comments are revealed and taken up, then everybody is asked.
    room.open("comments/comments", "reveal")
    room.open("amend/comment_1", "discuss")
    member.sees("Pięć uwag")
    facilitator.button("sessions-comment-take-of", text="Osiem godzin w piątek to za dużo").click()
    member.sees("Osiem godzin w piątek to za dużo")
    facilitator.page.get_by_text(facilitator.say("sessions-comments-choose")).click()
    facilitator.button("sessions-comment-take-of", text="Kto to mierzy?").click()
    assert facilitator_refused(room) == "heads_draft"
    facilitator.button("sessions-ask-all").click()
    room.open("amend/comment_1", "agree")
    member.sees_said("sessions-asked", n=2)
    member.consent(5)
    look(member, "the teams' round")
    look(facilitator, "the teams' round, led")
    (asked,) = [one for one in room.lead.all("proposal") if one.get("drafts")]
    consent(sits, asked["id"])
    room.lead.until(lambda: not room.lead.one("draft", "w").get("left"))
    assert all(one.get("taken_on") == asked["id"] for one in room.lead.all("clause"))
    reader = room.member("Ewa", "sales", "pl")
    reader.go(f"/w/{room.id}/agreement")
    reader.sees("Dobry lead ma budżet i termin.")
    expect(reader.text(reader.say("sessions-draft-mark"))).to_have_count(0)
    assert look.found == []


def facilitator_refused(room: Room) -> str:
    return str(room.lead.ask("freeze").get("code", ""))


def test_between_two_sessions_people_know_when_they_meet_again_and_what_to_do(room: Room) -> None:
    room.found(agenda="series-4x60", starts_at=round(time.time() * 1000) - 11 * 60_000)
    look = Findings()
    phone = room.member("Ola", "marketing", "en", PHONE, **MORE)
    facilitator = room.facilitator("en", **MORE)
    room.open("check-in/expect", "write")
    facilitator.sees("behind")
    facilitator.button("cockpit-shorten").first.click()
    facilitator.radio("sessions-way-pairs").check()
    facilitator.button("cockpit-shorten-go").click()
    facilitator.sees_said("cockpit-in-time")
    facilitator.button("sessions-end").click()
    phone.sees("Shared customer, shared language")
    phone.sees("Last quarter's figures and 10 leads.")
    look(phone, "between two sessions")
    look(facilitator, "between two sessions, led")
    facilitator.page.get_by_label(facilitator.say("sessions-plan")).first.fill("2031-02-03T09:30")
    facilitator.page.get_by_label(facilitator.say("sessions-plan")).first.blur()
    phone.sees("3 February 2031, 9:30")
    assert look.found == []
