"""The funnel on paper: where its bands lie, and what a reader of the document finds of it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
from msgspec import structs
from tests.agreement.conftest import pages, plain
from tests.domain.test_funnel_rows import with_levels
from tests.support.funnels import lines
from tests.support.workshops import Scene

from accord import content, resources
from accord.agreement import funnel, html
from accord.agreement.draft import Clause, Draft, Section, draft
from accord.domain import commands as c
from accord.domain.catalogue import Language
from accord.domain.funnel_rows import Line
from accord.domain.sight_funnel import record

SHOWN = record(lines())
TABLES = {table.id: table for table in content.load(resources.canvases()).activities["funnel-goals"].tables}
STARTERS = {"marketing-mql": "mql", "sdr": "sdr"}


def frozen(some: dict[str, list[Line]]) -> list[dict[str, object]]:
    """The lines as a frozen version carries them."""
    return [
        {"id": name, "rows": [{"id": o.id, "starter": STARTERS.get(o.id, ""), "cells": {**o.cells}} for o in found]}
        for name, found in some.items()
    ]


def with_funnel(language: Language, some: dict[str, list[Line]] | None = None) -> Draft:
    found = funnel.agreed(frozen(lines() if some is None else some), TABLES, language)
    goals = Section("goals", "4", "Goals", (Clause("g", "4.1", "PLN 900,000 of new contracts."),))
    return structs.replace(draft(Scene().state, language), funnel=found, sections=(goals,))


def test_bands_narrow_from_the_top_and_meet_at_the_fold() -> None:
    drawn = funnel.picture(SHOWN)
    sides = {side: [band for band in drawn.bands if band.side == side] for side in ("marketing", "sales")}
    assert [len(bands) for bands in sides.values()] == [7, 3]
    for bands in sides.values():
        widths = [band.width for band in bands]
        assert widths == sorted(widths, reverse=True)
    assert {round(band.x + band.width, 6) for band in sides["marketing"]} == {262}
    assert {band.x for band in sides["sales"]} == {390}
    assert all(0 <= band.x and band.x + band.width <= funnel.WIDTH for band in drawn.bands)


def test_levels_that_both_have_lie_side_by_side_with_their_sum() -> None:
    drawn = funnel.picture(SHOWN)
    tops = {
        side: {band.words.volume: band.y for band in drawn.bands if band.side == side}
        for side in ("marketing", "sales")
    }
    assert (tops["marketing"][48], tops["marketing"][12]) == (tops["sales"][40], tops["sales"][8])
    assert [name.sum for name in drawn.names] == [None, None, None, None, 110, 88, 20]


def test_one_stream_alone_takes_the_whole_width() -> None:
    drawn = funnel.picture(structs.replace(SHOWN, streams=SHOWN.streams[:1], junctions=()))
    assert max(band.x + band.width for band in drawn.bands) == pytest.approx(funnel.WIDTH)


def test_a_level_without_a_volume_has_a_name_and_no_band() -> None:
    bare = {**lines(), "funnel_goal": []}
    bare["funnel"] = [structs.replace(one, cells={**one.cells, "volume": ""}) for one in bare["funnel"]]
    drawn = funnel.picture(record(bare))
    assert drawn.bands == ()
    assert len(drawn.names) == 7


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_document_shows_the_funnel_in_its_chapter_on_goals(language: Language) -> None:
    page = html.page(with_funnel(language))
    assert page.count('<svg class="funnel"') == 1
    chapter = re.split(r'<section class="chapter', page)
    assert [i for i, part in enumerate(chapter) if 'svg class="funnel"' in part] == [
        next(i for i, part in enumerate(chapter) if '<table class="levels"' in part)
    ]
    assert '<svg class="funnel"' not in html.page(with_funnel(language, {}))  # negative control


def test_colours_are_those_the_style_sheet_has() -> None:
    css = (resources.exports() / "document.css").read_text()
    found = dict(re.findall(r"\.[ab]-(\w+) \{ --[ab]-mark: (#\w+)", css))
    assert found == html.INKS


def test_words_of_a_level_are_text_in_the_picture() -> None:
    hostile = lines()
    hostile["funnel"][1] = structs.replace(
        hostile["funnel"][1], cells={**hostile["funnel"][1].cells, "name": "</text><script>x"}
    )
    page = html.page(with_funnel("en", hostile))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_chapter_says_the_goal_the_levers_and_the_load() -> None:
    page = plain(re.sub(r"<[^>]+>", "", html.page(with_funnel("pl"))))
    for words in (
        "900 000 PLN z 20 nowych umów",
        "Średnia umowa: 45 000 PLN",
        "Okres: od 1 stycznia 2027 do 31 marca 2027",
        "Potrzebne szanse: 3 960 000 PLN, 4,4 × cel",
        "A stricter MQL definition",
        "SDR 260 z 366 godzin, 71% czasu",
    ):
        assert words in page, words


def test_a_level_that_is_called_as_it_began_is_called_so_in_the_readers_language() -> None:
    def second(language: Language, name: str) -> str:
        some = lines()
        some["funnel"][2] = structs.replace(some["funnel"][2], cells={**some["funnel"][2].cells, "name": name})
        found = funnel.agreed(frozen(some), TABLES, language)
        return found.figures.streams[0].levels[2].name if found else ""

    assert (second("en", "MQL"), second("pl", "MQLs")) == ("MQLs", "MQL")
    assert second("en", "Dobre kontakty") == "Dobre kontakty"


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_printed_funnel_can_be_read_by_a_screen_reader(language: Language, pdf: Callable[..., Path]) -> None:
    path = pdf(html.page(with_funnel(language)))
    assert not pdfua.validate(str(path)).findings
    text = " ".join(pages(path))
    assert all(words in text for words in ("MQL", "64", "4.1"))
    with pikepdf.open(path) as file:
        texts = [str(one.get("/Alt", "")) for kind, one in elements(file.Root.StructTreeRoot) if kind == "Figure"]
    assert any(plain(one).startswith(("Lejek od", "The funnel from")) for one in texts)


def elements(element: Any) -> Iterator[tuple[str, Any]]:
    """(kind, element) of a tagged document, in reading order."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid["/S"])[1:], kid
            yield from elements(kid)


# ── from consent to the document ─────────────────────────────────────────────────────────────────────────────────────


def agree(scene: Scene, table: str, *rows: str) -> None:
    proposal = f"proposal-{rows[0]}"
    scene.ask("f1", c.GoTo("s1", 0, "agree"))
    scene.ask("f1", c.ProposeRows(proposal, f"s1.{table}", rows))
    version = scene.state.proposals[proposal].wording.version
    for person in ("m1", "m2", "s1", "s2"):
        scene.ask(person, c.Consent(proposal, version, 5))


def test_only_agreed_rows_are_in_the_document_with_the_goal_once_it_is_agreed_too() -> None:
    scene = with_levels()
    assert draft(scene.state, "en").funnel is None
    agree(scene, "funnel", "funnel-row-1", "funnel-row-2")
    found = draft(scene.state, "en").funnel
    assert found is not None
    assert [level.shown for level in found.figures.streams[0].levels] == [None, None]
    agree(scene, "funnel_goal", "goal-row-1")
    found = draft(scene.state, "en").funnel
    assert found is not None
    assert [level.shown for level in found.figures.streams[0].levels] == [20, 10]
