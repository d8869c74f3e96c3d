"""Reads canvases/, checks every line of it, and turns it into frozen values.

A mistake in a file is reported with its file, line and key, all mistakes at once, in words for the person who wrote it.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeVar, cast, get_args

import msgspec
import yaml
from msgspec import Struct

from accord import resources, templates, wordlists
from accord.domain import catalogue as c
from accord.domain.adapting import CustomPrompt, CustomStep, custom_steps
from accord.domain.catalogue import Catalogue, Text
from accord.domain.planning import SCALES, plan_steps
from accord.reading import ContentError, Folder, Mistake, Spot, both, known_as

__all__ = ["ContentError", "CustomPrompt", "CustomStep", "Mistake", "custom_steps", "load", "main", "plan_steps"]

T = TypeVar("T")
ICONS: Final = ("people", "person", "target", "heart", "cloud", "rocket", "ghost", "hand", "checklist", "")
KINDS: Final[dict[str, c.Kind]] = {
    "board": "board",
    "board_grid": "board",
    "board_and_tables": "board",
    "questions": "questions",
}


def _distinct(pairs: Iterable[tuple[Spot, T]], name: Callable[[T], str]) -> tuple[T, ...]:
    """The values; an id that comes a second time is noted where it comes."""
    seen: dict[str, T] = {}
    for spot, value in pairs:
        if name(value) and name(value) in seen:
            spot.wrong("content-id-twice", "id", value=name(value))
        seen.setdefault(name(value), value)
    return tuple(seen.values())


# The common files


def _phase(spot: Spot) -> c.PhaseGuide:
    f = spot.fields("id minutes_share name participants_see script")
    name = cast(c.Phase, f["id"].choice(c.PHASES))
    share = f["minutes_share"].number(0, 1)
    return c.PhaseGuide(name, f["name"].text(), f["participants_see"].text(), f["script"].text(), share)


def _consent(spot: Spot) -> tuple[tuple[c.ConsentLevel, ...], int]:
    f = spot.fields("id pass_level levels")
    levels = []
    for level in f["levels"].spots():
        g = level.fields("value pl en")
        levels.append((level, c.ConsentLevel(g["value"].whole(0, 5), both(g))))
    return _distinct(levels, lambda level: str(level.value)), f["pass_level"].whole(0, 5)


def _hint(spot: Spot) -> c.Hint:
    f = spot.fields("id when pl en")
    f["when"].words()
    return c.Hint(f["id"].id(), both(f))


def _card(spot: Spot) -> c.Card:
    f = spot.fields("id title points")
    return c.Card(f["id"].id(), f["title"].text(), f["points"].texts())


def _fact(spot: Spot) -> c.Fact:
    f = spot.fields("id source pl en")
    return c.Fact(f["id"].id(), both(f), f["source"].ids())


def _preparation(spot: Spot) -> c.Preparation:
    f = spot.fields("id who pl en")
    return c.Preparation(f["id"].id(), f["who"].choice(("both", *c.TEAMS, "facilitator", "heads")), both(f))


def _break(spot: Spot) -> tuple[str, Text]:
    f = spot.fields("id pl en")
    return f["id"].id(), both(f)


def _section(spot: Spot) -> c.Section:
    f = spot.fields("id order core title data pattern good_clause checks")
    f["data"].ids(), f["pattern"].text(), f["checks"].ids()
    good = f["good_clause"].texts()
    return c.Section(f["id"].id(), f["order"].whole(), f["core"].flag(), f["title"].text(), good=good)


def _each(spot: Spot, read: Callable[[Spot], T]) -> list[tuple[Spot, T]]:
    """Every value of a list, each once: readers note their mistakes as they go."""
    return [(one, read(one)) for one in spot.spots()]


class HasId(Protocol):
    @property
    def id(self) -> str: ...


def _by_id(value: HasId) -> str:
    return value.id


# Activities


class Known(Struct, frozen=True):
    """What activities and agendas may refer to. Empty sections mean that the list itself could not be read."""

    sections: frozenset[str]
    breaks: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    activities: dict[str, c.Activity] = {}


def _refer(spot: Spot, known: Iterable[str], message: str) -> str:
    value, options = spot.words(), list(known)
    if value and options and value not in options:
        spot.wrong(message, value=value, known=known_as(value, options))
    return value


def _feed(f: dict[str, Spot], known: Known) -> c.Feed:
    """Section `none` means: nowhere."""
    section = _refer(f["section"], known.sections and {*known.sections, "none"}, "content-unknown-section")
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


_PROMPT_MAY: Final = "must_agree answer_type scale good weak follow_ups feeds asked guesses minutes icon place table"


def _prompt(spot: Spot, known: Known, agrees: bool) -> c.Prompt:
    f = spot.fields("id title prompt", _PROMPT_MAY)
    for name in _answer_needs(f).split():
        if name not in f:
            spot.wrong("content-missing-key", name, name=name)
    asked, guesses = (_team(f[name]) if name in f else None for name in ("asked", "guesses"))
    if asked and asked == guesses:
        f["guesses"].wrong("content-same-team")
    answer = f["answer_type"].choice(get_args(c.AnswerType)) if "answer_type" in f else "notes"
    if "table" in f:
        f["table"].id()
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
    )


def _phases(spot: Spot, minutes: float) -> dict[str, float]:
    """Minutes of each phase; together they are `minutes`."""
    found = {name: one.number(0, 480) for name, one in spot.fields("", " ".join(c.PHASES)).items()}
    if abs(sum(found.values()) - minutes) > 0.01:
        spot.wrong("content-minutes", sum=f"{sum(found.values()):g}", minutes=f"{minutes:g}")
    return found


def _visibility(spot: Spot | None) -> c.Visibility:
    return cast(c.Visibility, spot.choice(get_args(c.Visibility))) if spot else "team"


def _lengths(spot: Spot) -> dict[str, int]:
    return {name: one.whole(1, 480) for name, one in spot.fields("short standard deep").items()}


def _rows(spot: Spot | None, known: Known) -> tuple[c.Prompt, ...]:
    return _distinct(_each(spot, lambda one: _prompt(one, known, False)), _by_id) if spot else ()


def _prompts(f: dict[str, Spot], rows: Iterable[c.Prompt], known: Known, agrees: bool) -> tuple[c.Prompt, ...]:
    """Zones, questions and columns. The rows of a grid are asked as follow-ups in each column."""
    asks = tuple(_beside(row.title, row.text) for row in rows)
    pairs = []
    for group in ("columns", "zones", "questions"):
        for spot, prompt in _each(f[group], lambda one: _prompt(one, known, agrees)) if group in f else []:
            pairs.append((spot, msgspec.structs.replace(prompt, follow_ups=asks) if group == "columns" else prompt))
    return _distinct(pairs, _by_id)


def _beside(one: Text, other: Text) -> Text:
    return Text(pl=f"{one.pl}: {other.pl}", en=f"{one.en}: {other.en}")


def _fed(prompts: tuple[c.Prompt, ...], rows: Iterable[str], feeds: Spot | None, known: Known) -> tuple[c.Prompt, ...]:
    """The prompts with the feeds that the activity gives them; `all` stands for every prompt."""
    ids = [prompt.id for prompt in prompts]
    for spot in feeds.spots() if feeds else []:
        f = spot.fields("section from how")
        feed = _feed(f, known)
        named = {_refer(source, ["all", *ids, *rows], "content-unknown-prompt") for source in f["from"].spots()}
        prompts = tuple(_with(p, feed) if named & {"all", p.id} else p for p in prompts)
    return prompts


def _with(prompt: c.Prompt, feed: c.Feed) -> c.Prompt:
    return prompt if feed.section == "none" else msgspec.structs.replace(prompt, feeds=(*prompt.feeds, feed))


_ACTIVITY: Final = "id kind name purpose when who minutes phases"
_ACTIVITY_MAY: Final = (
    "order zones questions columns rows author_visibility votes_per_person together short_set tips feeds credit prework"
    " opening tables table_fields buying_roles"
)


def _activity(spot: Spot, known: Known) -> c.Activity:
    """One activity. `tables`, `table_fields` and `buying_roles` are kept in the file and not read yet."""
    f = spot.fields(_ACTIVITY, _ACTIVITY_MAY)
    minutes = _lengths(f["minutes"])
    phases = _phases(f["phases"], minutes["standard"])
    rows = _rows(f.get("rows"), known)
    prompts = _prompts(f, rows, known, phases.get("agree", 0) > 0)
    if not prompts:
        spot.wrong("content-no-prompts")
    ids = [prompt.id for prompt in prompts]
    short = f["short_set"].spots() if "short_set" in f else []
    return c.Activity(
        id=f["id"].id(),
        kind=KINDS[f["kind"].choice(KINDS)],
        name=f["name"].text(),
        purpose=f["purpose"].text(),
        when=f["when"].text(),
        who=f["who"].text(),
        minutes=minutes,
        phases=phases,
        prompts=_fed(prompts, [row.id for row in rows], f.get("feeds"), known),
        visibility=_visibility(f.get("author_visibility")),
        votes_per_person=f["votes_per_person"].whole(0, 20) if "votes_per_person" in f else 3,
        together=f["together"].flag() if "together" in f else False,
        short_set=tuple(_refer(one, ids, "content-unknown-prompt") for one in short),
        tips=f["tips"].texts() if "tips" in f else (),
        credit=f["credit"].words() if "credit" in f else "",
        prework=f["prework"].text() if "prework" in f else None,
        opening=f["opening"].text() if "opening" in f else None,
        order=f["order"].whole() if "order" in f else 0,
    )


# Agendas


def _item(spot: Spot, known: Known) -> c.AgendaItem:
    if isinstance(spot.node, yaml.MappingNode) and any(key.value == "break" for key, _ in spot.node.value):
        f = spot.fields("break minutes")
        pause = _refer(f["break"], known.breaks, "content-unknown-break")
        return c.AgendaItem(pause=pause, minutes=f["minutes"].whole(1, 480))
    f = spot.fields("activity minutes", "variant custom focus phases")
    name = _refer(f["activity"], {*known.activities, *known.planned}, "content-unknown-activity")
    minutes = f["minutes"].whole(1, 480)
    if "custom" in f:
        f["custom"].flag()
    return c.AgendaItem(
        activity=name,
        minutes=minutes,
        phases=_phases(f["phases"], minutes) if "phases" in f else {},
        focus=_focus(f["focus"], known.activities.get(name)) if "focus" in f else (),
        variant=f["variant"].choice(("standard", "short", "deep")) if "variant" in f else "standard",
        later=name in known.planned,
    )


def _focus(spot: Spot, activity: c.Activity | None) -> tuple[str, ...]:
    if activity is None:
        return spot.ids()
    ids = [prompt.id for prompt in activity.prompts]
    return tuple(_refer(one, ids, "content-unknown-prompt") for one in spot.spots())


def _agenda(spot: Spot, known: Known) -> c.Agenda:
    f = spot.fields("id name for outcome minutes items")
    items = tuple(_item(one, known) for one in f["items"].spots())
    minutes = f["minutes"].whole(1, 2_000)
    if sum(item.minutes for item in items) != minutes:
        f["items"].wrong("content-minutes", sum=str(sum(item.minutes for item in items)), minutes=str(minutes))
    return c.Agenda(f["id"].id(), f["name"].text(), f["for"].text(), f["outcome"].text(), minutes, items)


# The whole folder


def _roots(folder: Folder, paths: Iterable[Path], key: str) -> Iterator[Spot]:
    for path in paths:
        spot = folder.root(path, key)[key]
        if spot.node is not None:
            yield spot


def _own(folder: Folder) -> list[dict[str, Spot]]:
    """What the files of activity folders hold: an `activity` or a company's `template`."""
    found = []
    for path in _folders(folder):
        before, held = len(folder.mistakes), folder.root(path, "", "activity template")
        if not held and len(folder.mistakes) == before:
            file, name = path.relative_to(folder.path).as_posix(), "activity"
            folder.mistakes.append(Mistake(file, 1, name, "content-missing-key", {"name": name}))
        found.append(held)
    return found


def _planned(folder: Folder, activities: dict[str, c.Activity]) -> frozenset[str]:
    names = {spot.id(): spot for spot in folder.one("planned", "planned").spots()}
    for name in set(names) & set(activities):
        names[name].wrong("content-planned-exists", value=name)
    return frozenset(names) - set(activities)


_NO_ACTIVITIES: Final = ("agendas", "examples")


def _folders(folder: Folder) -> list[Path]:
    """Activity files: every folder but these two may hold some, so a company can keep its own beside ours."""
    inner = sorted(one.name for one in folder.path.glob("*") if one.is_dir() and one.name not in _NO_ACTIVITIES)
    return [path for name in inner for path in folder.below(name)]


_COMMON: Final = (
    "breaks",
    "consent",
    "facts",
    "hints",
    "language",
    "lint",
    "phases",
    "planned",
    "preparation",
    "sections",
    "situations",
)


def _strangers(folder: Folder) -> None:
    for path in folder.below("."):
        if path.stem not in _COMMON:
            folder.mistakes.append(Mistake(path.name, 1, "", "content-unknown-file", {"known": ", ".join(_COMMON)}))


def _read(folder: Folder) -> Catalogue:
    _strangers(folder)
    sections = _distinct(_each(folder.one("sections", "sections"), _section), _by_id)
    breaks = dict(value for _, value in _each(folder.one("breaks", "breaks"), _break))
    known = Known(frozenset(section.id for section in sections), frozenset(breaks))
    own = _own(folder)
    found = _distinct(((s, _activity(s, known)) for s in (o["activity"] for o in own if "activity" in o)), _by_id)
    activities = {one.id: one for one in sorted(found, key=lambda one: (one.order, one.id))}
    known = msgspec.structs.replace(known, activities=activities, planned=_planned(folder, activities))
    agendas = _distinct(((s, _agenda(s, known)) for s in _roots(folder, folder.below("agendas"), "agenda")), _by_id)
    consent, pass_level = _consent(folder.one("consent", "consent_scale"))
    hints = folder.root(folder.path / "hints.yaml", "note_hints card")
    catalogue = Catalogue(
        activities=activities,
        agendas={one.id: one for one in sorted(agendas, key=lambda one: (one.minutes, one.id))},
        sections=tuple(sorted(sections, key=lambda one: one.order)),
        phases=_distinct(_each(folder.one("phases", "phases"), _phase), _by_id),
        consent=consent,
        hints=_distinct(_each(hints["note_hints"], _hint), _by_id),
        units=cast(dict[str, object], folder.one("language", "language_forms").plain() or {}),
        pass_level=pass_level,
        cards=(_card(hints["card"]),),
        facts=_distinct(_each(folder.one("facts", "fact_cards"), _fact), _by_id),
        preparation=_distinct(_each(folder.one("preparation", "preparation"), _preparation), _by_id),
        breaks=breaks,
        situations=_distinct(
            _each(folder.one("situations", "situations"), lambda s: templates.situation(s, [a.id for a in agendas])),
            _by_id,
        ),
        wordlists=wordlists.read(folder),
    )
    made = _distinct(
        ((s, templates.template(s, catalogue)) for s in (o["template"] for o in own if "template" in o)), _by_id
    )
    return msgspec.structs.replace(catalogue, templates={one.id: one for one in made})


def load(folder: Path) -> Catalogue:
    """Everything under `folder`, checked; ContentError with every mistake found otherwise."""
    place = Folder(Path(folder))
    catalogue = _read(place)
    if place.mistakes:
        raise ContentError(place.mistakes)
    return catalogue


# Checking from the command line


def main(arguments: Sequence[str] | None = None) -> int:
    """`python -m accord.content [FOLDER] [--language pl]`: prints every mistake; 1 when there are any."""
    parser = argparse.ArgumentParser(prog="accord check-content")
    parser.add_argument("folder", nargs="?", type=Path, default=resources.canvases())
    parser.add_argument("--language", choices=c.LANGUAGES, default="en")
    chosen = parser.parse_args(arguments)
    try:
        load(chosen.folder)
    except ContentError as error:
        sys.stdout.write("".join(mistake.line_of_print(chosen.language) + "\n" for mistake in error.mistakes))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
