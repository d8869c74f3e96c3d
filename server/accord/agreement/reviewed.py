"""What came of reviews, chapter by chapter: how many clauses both teams judged alike. State → rows of a table. Pure."""

from collections import Counter
from collections.abc import Iterable

from accord.agreement.parts import Reviewed, ReviewedChapter, Section
from accord.domain.reviews import Review, Verdict, both, common, reviews
from accord.domain.state import State


def reviewed(state: State, sections: Iterable[Section], until: int | None) -> tuple[Reviewed, ...]:
    """Every review that lies open and, with `until` (ms UTC), began by then. Without the clauses that are gone."""
    chapters = tuple(sections)
    found = (_reviewed(one, chapters) for one in reviews(state) if until is None or one.at <= until)
    return tuple(one for one in found if one.chapters)


def _reviewed(review: Review, sections: tuple[Section, ...]) -> Reviewed:
    said = {one.clause: _came(one, review) for one in review.verdicts}
    rows = []
    for section in sections:
        counts = Counter(said[clause.id] for clause in section.clauses if clause.id in said)
        if counts:
            rows.append(ReviewedChapter(section.number, section.title, *(counts[one] for one in COLUMNS)))
    return Reviewed(review.at, tuple(rows))


COLUMNS = ("works", "mends", "differ", "single")


def _came(verdict: Verdict, review: Review) -> str:
    if not both(verdict.tops):
        return "single"
    alike = common(verdict.tops)
    if not alike:
        return "differ"
    return "works" if alike == review.choices[0] else "mends"
