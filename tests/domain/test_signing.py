"""Signatures: nobody signs wrongly, nothing takes one away; and what differs between two versions."""

from random import Random

import pytest
from tests.support.workshops import Scene, plan, structured, wander

from accord.domain import commands as c
from accord.domain.decide import decide
from accord.domain.state import State, change, put
from accord.domain.versions import Change, difference, tree
from accord.errors import Refused


def waiting() -> Scene:
    """A version 1.1 that waits for signatures, after a 1.0; m1 has signed it, s1 refused it."""
    scene = Scene()
    scene.ask("f1", c.AddClause("clause-1", "purpose", "one"))
    scene.ask("f1", c.Freeze())
    scene.ask("f1", c.AddClause("clause-2", "purpose", "two"))
    scene.ask("f1", c.Freeze())
    for person, decision in (("m1", "accept"), ("s1", "refuse")):
        scene.ask(person, signature(scene.state, person, decision=decision, reason="why not"))
    return scene


def signature(state: State, person: str, **other: object) -> c.Sign:
    """A right one, with something else in it."""
    assert state.latest
    right = c.Sign(state.latest.version, state.latest.hash, True, "accept", state.people[person].name)
    return change(right, **other)


def wrong(state: State, random: Random) -> tuple[str, c.Sign]:
    """A signature that must not be taken: stale, by somebody else, again, without understanding, without a reason."""
    old, people = state.versions["1.0"], ["m2", "s2"]
    person = random.choice(people)
    noise = "".join(random.choice("0123456789abcdef") for _ in range(64))
    return random.choice(
        [
            (person, signature(state, person, hash=noise)),
            (person, signature(state, person, version="1.0", hash=old.hash)),
            (person, signature(state, person, version="1.0")),
            (person, signature(state, person, hash=old.hash)),
            (person, signature(state, person, version=f"{random.randint(0, 9)}.{random.randint(2, 99)}")),
            (person, signature(state, person, name=state.people[random.choice(["m1", "s1", "f1"])].name)),
            (person, signature(state, person, name=noise[:20])),
            (person, signature(state, person, understands=False)),
            (person, signature(state, person, decision=random.choice(["refuse", "reserve"]), reason=" ")),
            ("m1", signature(state, "m1", decision=random.choice(["accept", "reserve", "refuse"]), reason="again")),
            ("f1", signature(state, "f1")),
            ("nobody", signature(state, "m2")),
            ("", signature(state, "m2")),
            ("s1", signature(state, "s1", hash=old.hash)),
        ]
    )


def accepted(state: State, person: str, sign: c.Sign) -> bool:
    try:
        return bool(decide(state, sign, person, 2_000_000, lambda: "made-1"))
    except Refused:
        return False


def test_of_ten_thousand_wrong_signatures_none_is_taken() -> None:
    scene, random = waiting(), Random(7)
    assert sum(accepted(scene.state, *wrong(scene.state, random)) for _ in range(10_000)) == 0


def test_the_right_signature_is_taken_so_the_count_means_something() -> None:
    """Negative control: two people owe one, and who refused may think again."""
    scene = waiting()
    assert [accepted(scene.state, p, signature(scene.state, p)) for p in ("m2", "s2", "s1")] == [True, True, True]
    careless = change(
        scene.state, people=put(scene.state.people, "m2", change(scene.state.people["m2"], name="sales 9"))
    )
    assert accepted(careless, "m2", signature(scene.state, "m2", name="sales 9"))


@pytest.mark.parametrize("seed", range(25))
def test_nothing_that_anybody_asks_for_takes_a_signature_away(seed: int) -> None:
    scene = Scene(plan(structured("s4")))
    scene.ask("f1", c.AddClause("clause-1", "purpose", "one"))
    scene.ask("f1", c.Freeze())
    for person in ("m1", "s1"):
        scene.ask(person, signature(scene.state, person))
    for before, _ in wander(scene, Random(seed), 300):
        for name, version in before.versions.items():
            kept = scene.state.versions[name]
            assert kept.signatures[: len(version.signatures)] == version.signatures
            assert (kept.content, kept.hash) == (version.content, version.hash)


# ── the difference between two versions ──────────────────────────────────────────────────────────────────────────────


def test_a_difference_names_what_came_what_went_and_what_reads_otherwise() -> None:
    scene = Scene()
    for clause, words in (("clause-1", "one"), ("clause-2", "two"), ("clause-3", "three")):
        scene.ask("f1", c.AddClause(clause, "purpose", words))
    scene.ask("f1", c.Freeze())
    scene.ask("f1", c.TakePen("clause-2"))
    scene.ask("f1", c.WritePen("clause-2", "two and a half", 1))
    scene.ask("f1", c.DropPen("clause-2"))
    scene.ask("f1", c.RemoveClause("clause-3"))
    scene.ask("f1", c.AddClause("clause-4", "definitions", "four"))
    scene.ask("f1", c.Park("park-1", "later", "she", "2027-01-01"))
    scene.ask("f1", c.Freeze())
    first, second = (tree(v.content) for v in scene.state.versions.values())
    assert difference(first, second) == (
        Change("clause", "changed", "clause-2", "purpose", before="two", after="two and a half"),
        Change("clause", "added", "clause-4", "definitions", after="four"),
        Change("clause", "removed", "clause-3", "purpose", before="three"),
        Change("open_point", "added", "park-1", "annex_open", after="later (she, 2027-01-01)"),
    )
    assert difference(first, first) == ()
    back = difference(second, first)
    assert {(one.id, one.before, one.after) for one in back} == {
        (one.id, one.after, one.before) for one in difference(first, second)
    }


def test_a_row_that_was_agreed_anew_differs_cell_by_cell() -> None:
    scene = Scene(plan(structured("s4")), members=1)
    scene.ask("f1", c.GoTo("s4", 0, "agree"))
    scene.ask("m1", c.AddRow("row-1", "s4.terms", cells={"term": "Lead"}))
    for proposal, unit, base in (("prop-1", "contact", 0), ("prop-2", "deal", 1)):
        scene.ask("m1", c.SetCell("row-1", "unit", unit, base))
        scene.ask("m1", c.ProposeRows(proposal, "s4.terms", ("row-1",)))
        for person in ("m1", "s1"):
            scene.ask(person, c.Consent(proposal, 1, 4))
        scene.ask("f1", c.Freeze())
    first, second = (tree(v.content) for v in scene.state.versions.values())
    assert difference(first, second) == (Change("row", "changed", "row-1", "definitions", "unit", "contact", "deal"),)


@pytest.mark.parametrize(
    "evidence", [c.Evidence(consent="0" * 63), c.Evidence(consent="<b>"), c.Evidence(zone="x" * 61)]
)
def test_what_a_device_says_of_itself_must_look_like_what_it_is(evidence: c.Evidence) -> None:
    scene = waiting()
    given = signature(scene.state, "m2")
    with pytest.raises(Refused, match="bad_input"):
        scene.ask("m2", change(given, evidence=evidence))
    scene.ask("m2", change(given, evidence=c.Evidence(consent="0" * 64, zone="Europe/Warsaw")))
