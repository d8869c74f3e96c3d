"""The agreement at a glance: what a screen on the wall tells, and when the next meeting is."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from tests.agreement.test_exports import AT, QUARTERS, WARSAW, meetings
from tests.support.agreed import sample
from tests.support.agreements import example
from tests.support.example_rows import workshop
from tests.support.workshops import Scene

from accord.agreement import calendar
from accord.agreement.wall import PROMISE_LETTERS, Wall, newest, wall
from accord.domain import commands as c
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.state import State

DATES = {
    "pl": ["Przegląd leadów, wtorek, 5 stycznia, 09:00", "23 marca 2027"],
    "en": ["Lead review, Tuesday, 5 January, 09:00", "23 March 2027"],
}


@cache
def told(language: Language) -> Wall:
    return wall(workshop(example(language)), language, AT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_on_the_wall_has_both_sides_goal_funnel_and_dates(language: Language) -> None:
    found = told(language)
    assert [(side.team, len(side.promises), side.promises[0].mark) for side in found.sides] == [
        ("marketing", 7, "M1"),
        ("sales", 7, "S1"),
    ]
    assert all(len(one.text) <= PROMISE_LETTERS + 2 for side in found.sides for one in side.promises)
    assert len(found.goals) == 2
    assert {one.marketing for one in found.levels} >= {"50", "200", "4"}
    assert [one.sales for one in found.levels if one.sales] == ["17", "13", {"pl": "2,7", "en": "2.7"}[language]]
    assert [" ".join(one.text.split()) for one in found.dates] == DATES[language]
    assert found.empty == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_anything_is_agreed_it_says_so_in_a_friendly_way(language: Language) -> None:
    found = wall(Scene().state, language, AT)
    assert found.empty
    assert (found.standing.state, found.standing.version, found.standing.fingerprint) == ("draft", "", "")
    assert told(language).empty == "", "the control"


def standing(state: State) -> tuple[str, str, str]:
    found = wall(state, "en", AT).standing
    return found.label, found.words, found.before


def test_the_newest_version_stands_there_with_who_signed_it_and_what_holds_meanwhile() -> None:
    assert standing(sample(owed=2))[:2] == ("Version 1.0", "3 of 5 signed")
    label, words, before = standing(sample(owed=0))
    assert (label, words.startswith("In force since "), before) == ("Version 1.0", True, "")
    scene = Scene(members=1)
    scene.ask("f1", c.AddClause("clause-1", "purpose", "One"))
    assert newest(scene.state) == "draft"
    scene.ask("f1", c.Freeze())
    for person in ("m1", "s1"):
        sign(scene, person, "accept")
    scene.ask("f1", c.AddClause("clause-2", "purpose", "Two"))
    assert newest(scene.state) == "1.0", "what is not frozen is nobody's yet"
    scene.ask("f1", c.Freeze())
    sign(scene, "m1", "accept")
    sign(scene, "s1", "refuse")
    assert standing(scene.state) == (
        "Version 1.1",
        "1 of 2 signed, 1 person refused",
        "Until everybody has signed, version\u00a01.0 holds.",
    )


def sign(scene: Scene, person: str, decision: str) -> None:
    latest = scene.state.latest
    assert latest
    name = scene.state.people[person].name
    scene.ask(person, c.Sign(latest.version, latest.hash, True, decision, name, "because"))  # type: ignore[arg-type]


def test_promises_in_words_stand_there_while_no_table_has_them() -> None:
    scene = Scene(members=1)
    scene.ask("f1", c.AddClause("clause-1", "marketing_sla", "We call back"))
    side = wall(scene.state, "en", AT).sides[0]
    assert [(one.mark, one.text) for one in side.promises] == [("3.1", "We call back")]


@pytest.mark.parametrize(
    ("cadence", "when", "now", "then"),
    [
        ("weekly", "Tuesday 9:00", "2027-01-05 08:59", "2027-01-05 09:00"),
        ("weekly", "Tuesday 9:00", "2027-01-05 09:01", "2027-01-12 09:00"),
        ("weekly", "Tuesday 9:00", "2027-03-27 12:00", "2027-03-30 09:00"),
        ("biweekly", "Friday, 14:30", "2027-01-04 00:00", "2027-01-15 14:30"),
        ("daily", "9:15", "2027-01-08 10:00", "2027-01-11 09:15"),
        ("monthly", "third Thursday, 14:00", "2027-01-22 00:00", "2027-02-18 14:00"),
        ("monthly", "2027-01-31 10:00", "2027-02-01 00:00", "2027-02-28 10:00"),
        ("quarterly", "23 March 2027, 10:00", "2027-03-24 00:00", "2027-06-23 10:00"),
        ("per_campaign", "2027-02-03 10:00", "2027-01-01 00:00", "2027-02-03 10:00"),
        ("per_campaign", "2027-02-03 10:00", "2027-02-04 00:00", ""),
        ("weekly", "Tuesday 9:00", "2027-12-29 00:00", ""),
    ],
)
def test_the_next_meeting_is_the_first_from_now_on_within_the_period(
    cadence: str, when: str, now: str, then: str
) -> None:
    zone = ZoneInfo(WARSAW)
    at = datetime.fromisoformat(now).replace(tzinfo=zone)
    [found] = calendar.meetings(meetings((cadence, when)), QUARTERS, WARSAW, AT)
    coming = calendar.following(found, QUARTERS, at)
    assert (f"{coming:%Y-%m-%d %H:%M}" if coming else "") == then
    if coming:
        assert coming.astimezone(UTC) >= at.astimezone(UTC)
