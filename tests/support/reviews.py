"""A signed workshop and its review, told command by command."""

from tests.support.workshops import Scene, another_session, judging

from accord.domain import commands as c

P = "s5.state"


def signed() -> Scene:
    """Three clauses in a version in force."""
    scene = Scene()
    for n, section in enumerate(("marketing_sla", "purpose", "marketing_sla"), 1):
        scene.ask("f1", c.AddClause(f"clause-{n}", section, f"words {n}"))
    scene.ask("f1", c.Freeze())
    latest = scene.state.latest
    assert latest
    for person in ("m1", "m2", "s1", "s2"):
        name = scene.state.people[person].name
        scene.ask(person, c.Sign(latest.version, latest.hash, True, "accept", name))
    return scene


def reviewed(scene: Scene) -> Scene:
    scene.ask("f1", another_session(judging("s1")))
    scene.now += 60_000
    scene.ask("f1", c.GoTo("s5", 0, "write"))
    scene.ask("m1", c.Mark(P, "clause-1", "green", also=("clause-2", "clause-3")))
    scene.ask("m2", c.Mark(P, "clause-1", "green"))
    scene.ask("s1", c.Mark(P, "clause-1", "red", text="canary"))
    scene.ask("s2", c.Mark(P, "clause-2", "green"))
    return scene
