"""Reads canvases/, checks every line of it, and turns it into frozen values.

A mistake in a file is reported with its file, line and key, all mistakes at once, in words for the person who wrote it.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, cast

from msgspec.structs import replace

from accord import resources, templates, wordlists
from accord.content import activities, agendas, common, tables
from accord.content.activities import Known, by_id
from accord.content.tables import distinct, each
from accord.domain import catalogue as c
from accord.domain.adapting import CustomPrompt, CustomStep, custom_steps
from accord.domain.catalogue import Catalogue
from accord.domain.planning import plan_steps
from accord.reading import ContentError, Folder, Mistake, Spot

__all__ = ["ContentError", "CustomPrompt", "CustomStep", "Mistake", "custom_steps", "load", "main", "plan_steps"]


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


_NO_ACTIVITIES: Final = ("agendas", "examples")


def _folders(folder: Folder) -> list[Path]:
    """Activity files: every folder but these two may hold some, so a company can keep its own beside ours."""
    inner = sorted(one.name for one in folder.path.glob("*") if one.is_dir() and one.name not in _NO_ACTIVITIES)
    return [path for name in inner for path in folder.below(name)]


_COMMON: Final = tuple("breaks consent facts hints language lint phases preparation sections situations".split())


def _strangers(folder: Folder) -> None:
    for path in folder.below("."):
        if path.stem not in _COMMON:
            folder.mistakes.append(Mistake(path.name, 1, "", "content-unknown-file", {"known": ", ".join(_COMMON)}))


def _activities(spots: list[Spot], known: Known) -> tuple[dict[str, c.Activity], Known]:
    """All activities by id, in their order; first their tables, which any of them may name."""
    opened = [(spot, spot.fields(activities.NEEDS, activities.MAY)) for spot in spots]
    grids = [activities.rows(f, known) for _, f in opened]
    wide = [(f["tables"], rows) for (_, f), rows in zip(opened, grids, strict=True) if "tables" in f]
    read, homes = tables.read(wide)
    known = replace(known, tables=read)
    pairs = []
    for (spot, f), rows in zip(opened, grids, strict=True):
        own = [name for home, name in homes if home is f.get("tables")]
        pairs.append((spot, activities.activity(spot, f, rows, own, known)))
    found = {one.id: one for one in sorted(distinct(pairs, by_id), key=lambda one: (one.order, one.id))}
    return found, replace(known, activities=found)


def _read(folder: Folder) -> Catalogue:
    _strangers(folder)
    sections = distinct(each(folder.one("sections", "sections"), common.section), by_id)
    breaks = dict(value for _, value in each(folder.one("breaks", "breaks"), common.pause))
    own = _own(folder)
    spots = [held["activity"] for held in own if "activity" in held]
    found, known = _activities(spots, Known(frozenset(section.id for section in sections), frozenset(breaks)))
    plans = _roots(folder, folder.below("agendas"), "agenda")
    ready = distinct(((s, agendas.agenda(s, known)) for s in plans), by_id)
    consent, pass_level = common.consent(folder.one("consent", "consent_scale"))
    hints = folder.root(folder.path / "hints.yaml", "note_hints cards")
    catalogue = Catalogue(
        activities=found,
        agendas={one.id: one for one in sorted(ready, key=lambda one: (one.order, one.minutes, one.id))},
        sections=tuple(sorted(sections, key=lambda one: one.order)),
        phases=distinct(each(folder.one("phases", "phases"), common.phase), by_id),
        consent=consent,
        hints=distinct(each(hints["note_hints"], common.hint), by_id),
        units=cast(dict[str, object], folder.one("language", "language_forms").plain() or {}),
        pass_level=pass_level,
        cards=distinct(each(hints["cards"], common.card), by_id),
        facts=_facts(folder, found),
        preparation=distinct(each(folder.one("preparation", "preparation"), common.preparation), by_id),
        breaks=breaks,
        situations=_situations(folder, [one.id for one in ready]),
        wordlists=wordlists.read(folder),
    )
    made = distinct(
        ((h["template"], templates.template(h["template"], catalogue)) for h in own if "template" in h), by_id
    )
    return replace(catalogue, templates={one.id: one for one in made})


def _facts(folder: Folder, activities: Iterable[str]) -> tuple[c.Fact, ...]:
    f = folder.root(folder.path / "facts.yaml", "fact_cards sources")
    sources = dict(value for _, value in each(f["sources"], common.source))
    return distinct(each(f["fact_cards"], lambda one: common.fact(one, sources, activities)), by_id)


def _situations(folder: Folder, agendas: list[str]) -> tuple[c.Situation, ...]:
    spot = folder.one("situations", "situations")
    return distinct(each(spot, lambda one: templates.situation(one, agendas)), by_id)


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
