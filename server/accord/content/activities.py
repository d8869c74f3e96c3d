"""Reads activities: what is asked, in which order, and where the answers go."""

from collections.abc import Iterable
from typing import Final, Protocol, cast, get_args

import msgspec
from msgspec import Struct, field

from accord.content import tables as t
from accord.content.tables import Tables, distinct, each, refer
from accord.domain import catalogue as c
from accord.domain.catalogue import Text
from accord.domain.planning import SCALES
from accord.reading import Spot

ICONS: Final = ("people", "person", "target", "heart", "cloud", "rocket", "ghost", "hand", "checklist", "")
KINDS: Final[dict[str, c.Kind]] = {
    "board": "board",
    "board_grid": "board",
    "board_and_tables": "board",
    "questions": "questions",
    "structured_table": "table",
    "funnel": "funnel",
    "process_map": "process",
    "sorting": "sorting",
    "signoff": "signoff",
}
TOGETHER: Final = ("table", "funnel", "process", "sorting", "signoff")  # these go through their phases all at once


class Known(Struct, frozen=True):
    """What activities and agendas may refer to. Empty sections mean that the list itself could not be read."""

    sections: frozenset[str]
    breaks: frozenset[str] = frozenset()
    tables: Tables = field(default_factory=Tables)
    activities: dict[str, c.Activity] = {}


class HasId(Protocol):
    @property
    def id(self) -> str: ...


def by_id(value: HasId) -> str:
    return value.id


def _feed(f: dict[str, Spot], known: Known) -> c.Feed:
    """Section `none` means: nowhere."""
    section = refer(f["section"], known.sections and {*known.sections, "none"}, "content-unknown-section")
    return c.Feed(section, f["how"].text())


def _scale(spot: Spot, answer_type: str) -> c.Scale:
    f = spot.fields("low high")
    least, most = SCALES.get(answer_type, (1, 5))
    return c.Scale(least, most, f["low"].text(), f["high"].text())


def _place(spot: Spot) -> c.Place:
    f = spot.fields("x y w h")
    x, y, w, h = (f[side].number(0, 100) for side in "xywh")
    if x + w > 100 or y + h > 100:
        spot.wrong("content-outside-sheet")
    return c.Place(x, y, w, h)


def _team(spot: Spot) -> c.Team:
    return cast(c.Team, spot.choice(c.TEAMS))


def _answer_needs(f: dict[str, Spot]) -> str:
    """Keys a prompt needs because of how it is answered."""
    answer = f["answer_type"].node.value if "answer_type" in f and f["answer_type"].node else ""
    return "scale" if answer in SCALES else "asked guesses" if answer == "request_and_guess" else ""


_PROMPT_MAY: Final = (
    "must_agree answer_type scale good weak follow_ups feeds asked guesses minutes icon place table starter preset"
    " marks"
)


def _prompt(spot: Spot, known: Known, agrees: bool) -> c.Prompt:
    f = spot.fields("id title prompt", _PROMPT_MAY)
    for name in _answer_needs(f).split():
        if name not in f:
            spot.wrong("content-missing-key", name, name=name)
    asked, guesses = (_team(f[name]) if name in f else None for name in ("asked", "guesses"))
    if asked and asked == guesses:
        f["guesses"].wrong("content-same-team")
    answer = f["answer_type"].choice(get_args(c.AnswerType)) if "answer_type" in f else "notes"
    table, starter, preset = _rows_of(f, known.tables)
    return c.Prompt(
        id=f["id"].id(),
        title=f["title"].text(),
        text=f["prompt"].text(),
        answer_type=cast(c.AnswerType, answer),
        must_agree=f["must_agree"].flag() if "must_agree" in f else agrees,
        good=f["good"].text() if "good" in f else None,
        weak=f["weak"].text() if "weak" in f else None,
        follow_ups=f["follow_ups"].texts() if "follow_ups" in f else (),
        feeds=tuple(_feed(one.fields("section how"), known) for one in f["feeds"].spots()) if "feeds" in f else (),
        scale=_scale(f["scale"], answer) if "scale" in f else None,
        asked=asked,
        guesses=guesses,
        minutes=f["minutes"].number(0.5, 240) if "minutes" in f else None,
        place=_place(f["place"]) if "place" in f else None,
        icon=f["icon"].choice(ICONS) if "icon" in f else "",
        table=table,
        starter=starter,
        preset=preset,
        marks=t.marks(f["marks"], known.tables) if "marks" in f else None,
    )


def _rows_of(f: dict[str, Spot], tables: Tables) -> tuple[str, str, tuple[str, ...]]:
    """The table of a prompt, the starter its first row begins from, and those whose rows are there from the start."""
    table = refer(f["table"], tables.known, t.TABLES) if "table" in f else ""
    starters = tables.starters(table)
    starter = refer(f["starter"], starters, t.STARTERS) if "starter" in f else ""
    preset = tuple(refer(one, starters, t.STARTERS) for one in f["preset"].spots()) if "preset" in f else ()
    return table, starter, preset


def minutes_of_phases(spot: Spot, minutes: float) -> dict[str, float]:
    """Minutes of each phase; together they are `minutes`."""
    found = {name: one.number(0, 480) for name, one in spot.fields("", " ".join(c.PHASES)).items()}
    if abs(sum(found.values()) - minutes) > 0.01:
        spot.wrong("content-minutes", sum=f"{sum(found.values()):g}", minutes=f"{minutes:g}")
    return found


def _visibility(spot: Spot | None) -> c.Visibility:
    return cast(c.Visibility, spot.choice(get_args(c.Visibility))) if spot else "team"


def _lengths(spot: Spot) -> dict[str, int]:
    return {name: one.whole(1, 480) for name, one in spot.fields("short standard deep").items()}


def rows(f: dict[str, Spot], known: Known) -> tuple[c.Prompt, ...]:
    """The rows of a grid."""
    found = each(f["rows"], lambda one: _prompt(one, known, False)) if "rows" in f else []
    return distinct(found, by_id)


def _prompts(f: dict[str, Spot], rows: Iterable[c.Prompt], known: Known, agrees: bool) -> tuple[c.Prompt, ...]:
    """Zones, questions and columns. The rows of a grid are asked as follow-ups in each column."""
    asks = tuple(_beside(row.title, row.text) for row in rows)
    pairs = []
    for group in ("columns", "zones", "questions"):
        for spot, prompt in each(f[group], lambda one: _prompt(one, known, agrees)) if group in f else []:
            pairs.append((spot, msgspec.structs.replace(prompt, follow_ups=asks) if group == "columns" else prompt))
    return distinct(pairs, by_id)


def _beside(one: Text, other: Text) -> Text:
    return Text(pl=f"{one.pl}: {other.pl}", en=f"{one.en}: {other.en}")


def _fed(
    prompts: tuple[c.Prompt, ...], others: Iterable[str], feeds: Spot | None, known: Known
) -> tuple[tuple[c.Prompt, ...], tuple[c.Feed, ...]]:
    """The prompts with the feeds that the activity gives them; `all` stands for every prompt.

    `others` are rows of a grid and fields of tables: what they are good for elsewhere is a hint.
    """
    ids, hints = [prompt.id for prompt in prompts], []
    for spot in feeds.spots() if feeds else []:
        f = spot.fields("section from how")
        feed = _feed(f, known)
        named = {refer(source, ["all", *ids, *others], "content-unknown-prompt") for source in f["from"].spots()}
        prompts = tuple(_with(p, feed) if named & {"all", p.id} else p for p in prompts)
        hints += [feed] if not named & {"all", *ids} else []
    return prompts, tuple(hints)


def _with(prompt: c.Prompt, feed: c.Feed) -> c.Prompt:
    return prompt if feed.section == "none" else msgspec.structs.replace(prompt, feeds=(*prompt.feeds, feed))


NEEDS: Final = "id kind name purpose when who minutes phases"
MAY: Final = (
    "order zones questions columns rows author_visibility votes_per_person together short_set usual tips feeds credit"
    " prework opening exercise tables options rule"
)


def activity(
    spot: Spot, f: dict[str, Spot], rows: tuple[c.Prompt, ...], own: Iterable[str], known: Known
) -> c.Activity:
    """One activity from the values of its mapping. `own` are the ids of the tables it brings."""
    minutes = _lengths(f["minutes"])
    phases = minutes_of_phases(f["phases"], minutes["standard"])
    kind = KINDS[f["kind"].choice(KINDS)]
    prompts = _prompts(f, rows, known, phases.get("agree", 0) > 0)
    if not prompts:
        spot.wrong("content-no-prompts")
    tables = _tables(own, prompts, known.tables)
    others = [row.id for row in rows] + [column.id for table in tables for column in table.fields]
    fed, hints = _fed(prompts, others, f.get("feeds"), known)
    return c.Activity(
        id=f["id"].id(),
        kind=kind,
        name=f["name"].text(),
        purpose=f["purpose"].text(),
        when=f["when"].text(),
        who=f["who"].text(),
        minutes=minutes,
        phases=phases,
        prompts=fed,
        visibility=_visibility(f.get("author_visibility")),
        votes_per_person=f["votes_per_person"].whole(0, 20) if "votes_per_person" in f else 3,
        together=f["together"].flag() if "together" in f else kind in TOGETHER,
        short_set=_some(f.get("short_set"), prompts),
        tips=f["tips"].texts() if "tips" in f else (),
        credit=f["credit"].words() if "credit" in f else "",
        prework=_maybe(f.get("prework")),
        opening=_maybe(f.get("opening")),
        order=f["order"].whole() if "order" in f else 0,
        tables=tables,
        usual=_some(f.get("usual"), prompts),
        exercise=_maybe(f.get("exercise")),
        hints=hints,
        options=t.options(f["options"]) if "options" in f else (),
        rule=_maybe(f.get("rule")),
    )


def _maybe(spot: Spot | None) -> Text | None:
    return spot.text() if spot else None


def _some(spot: Spot | None, prompts: Iterable[c.Prompt]) -> tuple[str, ...]:
    """Ids of prompts of the activity."""
    ids = [prompt.id for prompt in prompts]
    return tuple(refer(one, ids, "content-unknown-prompt") for one in spot.spots()) if spot else ()


def _tables(own: Iterable[str], prompts: Iterable[c.Prompt], tables: Tables) -> tuple[c.Table, ...]:
    """The activity's own tables, and those of others that it goes on with."""
    used = [name for p in prompts for name in (p.table, *(p.marks.tables if p.marks else ()))]
    return tuple(tables.known[name] for name in dict.fromkeys((*own, *used)) if name in tables.known)
