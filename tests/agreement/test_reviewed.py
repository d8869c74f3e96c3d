"""The annex of a document that was reviewed says, chapter by chapter, what both teams said of its clauses."""

import pytest
from tests.support.reviews import P, reviewed, signed
from tests.support.workshops import Scene, both

from accord.agreement import html
from accord.agreement.draft import WORKING, draft
from accord.agreement.markdown import markdown
from accord.domain import commands as c
from accord.domain.catalogue import Language, Section
from accord.domain.state import change, whole


def held() -> Scene:
    """Judged and revealed: clause-1 differently, clause-2 the same, clause-3 by one side."""
    scene = signed()
    provenance = Section("annex_provenance", 20, True, both("Annex G. Where it comes from"))
    plan = change(scene.state.plan, sections=(*scene.state.plan.sections, provenance))
    scene.state = whole(change(scene.state, plan=plan))
    reviewed(scene)
    scene.ask("f1", c.GoTo("s5", 0, "reveal"))
    return scene


@pytest.mark.parametrize(("language", "said"), [("pl", "Ocenione różnie"), ("en", "Judged differently")])
def test_the_table_counts_verdicts_chapter_by_chapter(language: Language, said: str) -> None:
    made = draft(held().state, language, version=WORKING)
    (review,) = made.reviews
    rows = [(one.number, one.works, one.mends, one.differ, one.single) for one in review.chapters]
    assert rows == [("1", 1, 0, 0, 0), ("3", 0, 0, 1, 1)]
    assert said in html.page(made)
    assert f"| {said} |" in markdown(made)


def test_a_version_from_before_the_review_says_nothing_of_it_and_the_next_one_does() -> None:
    scene = held()
    assert draft(scene.state, "en", version="1.0").reviews == ()
    scene.now += 1
    scene.ask("f1", c.AddClause("clause-4", "purpose", "new"))
    scene.ask("f1", c.Freeze())
    assert len(draft(scene.state, "en", version="1.1").reviews) == 1


def test_before_the_reveal_the_document_knows_of_no_verdict() -> None:
    scene = held()
    scene.ask("f1", c.GoTo("s5", 0, "write"))
    assert P in scene.state.marks
    made = draft(scene.state, "en", version=WORKING)
    assert made.reviews == ()
    assert "Judged differently" not in html.page(made)
