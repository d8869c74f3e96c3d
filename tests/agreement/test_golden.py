"""The whole document in both languages, word by word; how to renew it stands in tests/support/golden.py."""

import re

import pytest
from tests.support import golden

from accord.agreement.draft import draft
from accord.agreement.html import page
from accord.agreement.outline import Block, Card, Grid, Paragraph, words
from accord.agreement.saying import Saying
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.versions import tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_what_was_read_and_kept(language: Language) -> None:
    assert golden.text(language) == golden.kept(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_says_something_and_keeps_its_number(language: Language) -> None:
    made = draft(golden.state(language), language)
    for section in (*made.sections, *made.annexes):
        assert [c.number for c in section.clauses] == [f"{section.number}.{n + 1}" for n in range(len(section.clauses))]
        assert all(clause.text or clause.told for clause in section.clauses)
        numbers = [number for block in section.blocks for number in _numbers(block)]
        assert numbers == [clause.number for clause in section.clauses]


def _numbers(block: Block) -> list[str]:
    if isinstance(block, Grid):
        return [line.number for line in block.lines]
    return [block.number] if isinstance(block, Paragraph | Card) and block.number else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_or_date_is_left_as_a_machine_wrote_it(language: Language) -> None:
    made = draft(golden.state(language), language)
    said = [text for section in (*made.sections, *made.annexes) for block in section.blocks for text in words(block)]
    raw = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b(working|calendar)_\w+|\bat_(least|most)\b|[{}]|\brow-|\[\[|\]\]")
    assert [text for text in said if raw.search(text)] == []
    assert raw.search("w ciągu 2 working_day")


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_of_markdown_come_back_cell_by_cell(language: Language) -> None:
    made = draft(golden.state(language), language)
    grids = [b for s in (*made.sections, *made.annexes) for b in s.blocks if isinstance(b, Grid)]
    read = _tables(golden.text(language))
    for grid in grids:
        wanted = [[line.number, *("\n".join(cell) for cell in line.cells)] for line in grid.lines]
        assert wanted in read, grid.title
    assert [["4.2", "nothing like it"]] not in read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_stands_on_the_page(language: Language) -> None:
    made = draft(golden.state(language), language)
    text = _plain(page(made))
    cards = [b for s in made.sections for b in s.blocks if isinstance(b, Card)]
    assert len(cards) > 30
    assert all(_plain(value) in text for card in cards for fact in card.facts for value in fact.values)
    assert "no such words" not in text


def _plain(html: str) -> str:
    import html as entities

    return " ".join(entities.unescape(re.sub(r"<[^>]+>", " ", html) if "<html" in html else html).split())


def _tables(text: str) -> list[list[list[str]]]:
    found: list[list[list[str]]] = [[]]
    for line in text.split("\n"):
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            found[-1].append(["\n".join(_unescaped(one) for one in cell.strip().split("<br>")) for cell in cells])
        elif found[-1]:
            found.append([])
    return [table[2:] for table in found if table]


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_signed_is_left_off_the_page(language: Language) -> None:
    """Each cell of each row that stands in a clause. What is for programs only is named here."""
    state = golden.state(language)
    assert state.latest is not None
    content = tree(state.latest.content)
    said = {clause.row for clause in draft(state, language).clauses if clause.row}
    unprinted = {("metrics", "funnel_stage"), ("process", "kind"), ("process", "next"), ("funnel", "level")}
    saying, text = Saying(content["tables"], state.tables, language), _plain(page(draft(state, language)))
    cells = [
        (table["id"], field["id"], line)
        for table in content["tables"]
        for row in table["rows"]
        for field in table["fields"]
        for line in saying.lines(table, row, field["id"])
        if row["id"] in said and (table["id"], field["id"]) not in unprinted
    ]
    assert len(cells) > 700
    assert [cell for cell in cells if _plain(cell[2]).rstrip(".") not in text] == []
    assert "a cell that nobody wrote" not in text
