"""Reads the common files: phases, consent, hints, cards, facts, preparation, breaks, sections."""

from collections.abc import Iterable
from typing import cast

from accord.content.tables import distinct, refer
from accord.domain import catalogue as c
from accord.domain.catalogue import Text
from accord.reading import Spot, both

# The common files


def phase(spot: Spot) -> c.PhaseGuide:
    f = spot.fields("id minutes_share name participants_see script")
    name = cast(c.Phase, f["id"].choice(c.PHASES))
    share = f["minutes_share"].number(0, 1)
    return c.PhaseGuide(name, f["name"].text(), f["participants_see"].text(), f["script"].text(), share)


def consent(spot: Spot) -> tuple[tuple[c.ConsentLevel, ...], int]:
    f = spot.fields("id pass_level levels")
    levels = []
    for level in f["levels"].spots():
        g = level.fields("value pl en")
        levels.append((level, c.ConsentLevel(g["value"].whole(0, 5), both(g))))
    return distinct(levels, lambda level: str(level.value)), f["pass_level"].whole(0, 5)


def hint(spot: Spot) -> c.Hint:
    f = spot.fields("id when pl en")
    f["when"].words()
    return c.Hint(f["id"].id(), both(f))


def card(spot: Spot) -> c.Card:
    """A card has `points`, or one `text`."""
    f = spot.fields("id title", "points text")
    if "points" not in f and "text" not in f:
        spot.wrong("content-missing-key", "points", name="points")
    points = f["points"].texts() if "points" in f else ()
    return c.Card(f["id"].id(), f["title"].text(), (f["text"].text(), *points) if "text" in f else points)


def source(spot: Spot) -> tuple[str, str]:
    f = spot.fields("id text")
    return f["id"].words(), f["text"].words()


def fact(spot: Spot, sources: dict[str, str], activities: Iterable[str]) -> c.Fact:
    """`activities` are those beside which the card is shown."""
    f = spot.fields("id source activities pl en")
    cited = tuple(refer(one, sources, "content-unknown-source") for one in f["source"].spots())
    shown = tuple(refer(one, activities, "content-unknown-activity") for one in f["activities"].spots())
    return c.Fact(f["id"].id(), both(f), cited, shown, tuple(sources.get(key, key) for key in cited))


def preparation(spot: Spot) -> c.Preparation:
    f = spot.fields("id who pl en")
    return c.Preparation(f["id"].id(), f["who"].choice(("both", *c.TEAMS, "facilitator", "heads")), both(f))


def pause(spot: Spot) -> tuple[str, Text]:
    f = spot.fields("id pl en")
    return f["id"].id(), both(f)


def section(spot: Spot) -> c.Section:
    f = spot.fields("id order core title data pattern good_clause checks")
    return c.Section(
        id=f["id"].id(),
        order=f["order"].whole(),
        core=f["core"].flag(),
        title=f["title"].text(),
        good=f["good_clause"].texts(),
        pattern=f["pattern"].text(),
        data=f["data"].ids(),
        checks=f["checks"].ids(),
    )
