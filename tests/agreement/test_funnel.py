"""The funnel on paper: where its bands lie, and what a reader of the document finds of it."""

import re

import pytest
from msgspec import structs
from tests.support.funnels import lines
from tests.support.workshops import Scene

from accord import resources
from accord.agreement import funnel, html
from accord.agreement.draft import Clause, Draft, Section, draft
from accord.domain.catalogue import Language
from accord.domain.records import Funnel
from accord.domain.sight_funnel import record

SHOWN = record(lines())


def with_funnel(language: Language, found: Funnel | None = SHOWN) -> Draft:
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
    assert '<svg class="funnel"' not in html.page(with_funnel(language, None))  # negative control


def test_colours_are_those_the_style_sheet_has() -> None:
    css = (resources.exports() / "document.css").read_text()
    found = dict(re.findall(r"\.[ab]-(\w+) \{ --[ab]-mark: (#\w+)", css))
    assert found == html.INKS


def test_words_of_a_level_are_text_in_the_picture() -> None:
    hostile = lines()
    hostile["funnel"][1] = structs.replace(
        hostile["funnel"][1], cells={**hostile["funnel"][1].cells, "name": "</text><script>x"}
    )
    page = html.page(with_funnel("en", record(hostile)))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
