"""The one page: the first sentences of what was agreed, never longer than a page."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.agreement.conftest import pages
from tests.support.agreed import sample

from accord.agreement import html
from accord.agreement.draft import Clause, Draft, draft
from accord.agreement.summary import PROMISES, SIZES, shortened, summary
from accord.domain.term import Period

TITLE = "On one page"


def filled(words: str, clauses: int) -> Draft:
    """Every section with so many clauses of these words."""
    made = draft(sample(owed=0), "en")
    sections = tuple(
        msgspec.structs.replace(
            s, clauses=tuple(Clause(f"c{n}", f"{s.number}.{n}", words) for n in range(clauses)), blocks=()
        )
        for s in made.sections
    )
    return msgspec.structs.replace(made, sections=sections)


@pytest.mark.parametrize(
    "words", ["Krótko.", "Przekaże co najmniej 50 MQL zgodnych z definicją. " * 4, "ąćęłńóśźż " * 300]
)
def test_it_is_one_page_whatever_was_agreed(words: str, pdf: Callable[..., Path]) -> None:
    found = pages(pdf(html.page(filled(words, 9))))
    begins = next(number for number, page in enumerate(found) if TITLE in page and "In short." in page)
    assert "Contents" in found[begins + 1]


def test_it_says_how_many_clauses_there_are_besides() -> None:
    made = summary(filled("A promise.", 9))
    for part in made.promises.values():
        assert part
        assert (len(part.lines), part.more) == (PROMISES, 9 - PROMISES)
    assert made.goals
    assert made.goals.number == "4"


def test_a_clause_that_a_row_says_leaves_no_empty_line() -> None:
    made = filled("A promise.", 2)
    sections = tuple(
        msgspec.structs.replace(one, clauses=(*one.clauses, Clause("r1", f"{one.number}.9", "", row="r1")))
        for one in made.sections
    )
    part = summary(msgspec.structs.replace(made, sections=sections)).promises["sales"]
    assert part
    assert ([line.text for line in part.lines], part.more) == (["A promise."] * 2, 1)


def test_the_period_stands_on_it() -> None:
    period = Period("2027-01-01", "2027-03-31", "2027-03-23")
    page = html.page(msgspec.structs.replace(filled("A promise.", 1), period=period))
    said = page.replace("\u00a0", " ")
    assert said.count("31 March 2027") == 2  # here and in its own part


def test_a_draft_in_which_nothing_is_promised_has_no_such_page() -> None:
    made = filled("", 0)
    assert summary(made).empty
    assert "In short." not in html.page(made)


def test_a_long_sentence_ends_at_a_word() -> None:
    assert shortened("one two three", 80) == "one two three"
    assert shortened("one two, three", 9) == "one two …"
    assert len(shortened("word " * 500, SIZES[-1].letters)) <= SIZES[-1].letters + 2
