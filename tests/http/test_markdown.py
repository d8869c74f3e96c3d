"""Markdown round-trips its tables: what a reader of Markdown finds in a cell is what the document told there."""

import re
from collections.abc import Iterator
from itertools import zip_longest

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.support.agreements import Tree, example
from tests.support.example_rows import workshop
from tests.support.site import Site, founded

from accord.agreement import markdown
from accord.agreement.draft import WORKING, draft
from accord.agreement.outline import Grid
from accord.agreement.tables import Told, tables
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.state import State, change
from accord.words import Words

PIPES = "a | b \\| `c | d` || <br> & *no* [link](x) ~~e~~"
LINES = "first | line\nsecond \\ line\n\n- third | **line**"
TOLD = ("lead_sources", "rejection_and_return_reasons", "handover_fields", "metrics", "meetings", "channels", "icp")
"""Tables that the file has as tables; others are told in sentences."""

Rows = list[list[str]]


def evil(language: Language) -> Tree:
    """The worked example with words in its tables that would break a table."""
    tree = example(language)
    tree["tables"]["lead_sources"][0]["means"] = PIPES
    tree["tables"]["meetings"][0]["purpose"] = LINES
    tree["tables"]["metrics"][0]["formula"] = f"{PIPES}\n{LINES}"
    return tree


async def downloaded(site: Site, language: Language) -> tuple[str, State]:
    """agreement.md as a browser gets it, and the workshop it was written from."""
    found, state = await founded(site), workshop(evil(language))
    room = await site.edge.rooms.open(found.id)
    room.state = change(state, people={**state.people, **room.state.people})  # type: ignore[misc]
    answer = await found.lead.get(f"/api/w/{found.id}/agreement.md?language={language}&version=draft")
    assert answer.status_code == 200, answer.text
    return answer.text, room.state


def read(text: str) -> list[Rows]:
    """Every table of a Markdown file, its head first, as an independent reader sees it."""
    found: list[Rows] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and found and token.level > 3:
            found[-1][-1].append("".join(plain(token)))
    return found


def plain(token: Token) -> Iterator[str]:
    """Words and line breaks; a mark-up that people's words made would be missing from them."""
    for child in token.children or ():
        yield "\n" if (child.type, child.content) == ("html_inline", "<br>") else child.content


def grids(state: State, language: Language) -> list[Grid]:
    """The tables of the document, in its order."""
    made = draft(state, language, WORKING)
    return [block for part in (*made.sections, *made.annexes) for block in part.said if isinstance(block, Grid)]


def differences(found: list[Rows], told: list[Grid], number: str) -> list[str]:
    """Where the tables of a file that count their rows say something else than those of the document."""
    numbered = [rows for rows in found if rows[0][0] == number]
    expected = [expected_of(grid, number) for grid in told]
    if len(numbered) != len(expected):
        return [f"{len(numbered)} tables instead of {len(expected)}"]
    rows = [pair for mine, theirs in zip(numbered, expected, strict=True) for pair in zip_longest(mine, theirs)]
    cells = [pair for mine, theirs in rows for pair in zip_longest(mine or [], theirs or [])]
    assert len(cells) > 500
    return [f"{a!r} ≠ {b!r}" for a, b in cells if a is None or b is None or spaced(a) != spaced(b)]


def expected_of(grid: Grid, number: str) -> Rows:
    return [[number, *grid.head], *([line.number, *map(one_cell, line.cells)] for line in grid.lines)]


def one_cell(lines: tuple[str, ...]) -> str:
    """A value's own line breaks become " / ", its values stand on lines of their own."""
    return "\n".join(" / ".join(part.strip() for part in line.split("\n") if part.strip()) for line in lines)


def spaced(words: str) -> list[list[str]]:
    return [line.split() for line in words.split("\n")]


def untold(found: list[Rows], told: dict[str, Told]) -> list[str]:
    """Cells of the agreed tables, in the columns that the file has, whose words it lacks."""
    text = " ".join(" ".join(cell.split()) for rows in found for row in rows for cell in row)
    heads = {name for rows in found for name in rows[0]}
    lines = [(table, line) for table in told.values() if table.title and not table.marked for line in table.lines]
    wanted = [
        " ".join(part.split())
        for table, line in lines
        for field, cell in line.cells.items()
        if table.heads.get(field) in heads and cell.kind in ("text", "list", "long")
        for part in cell.text.replace("\n\n", "\n").split("\n")
    ]
    return [words for words in wanted if words not in text]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_cell_of_the_file_is_what_the_document_told(site: Site, language: Language) -> None:
    text, state = await downloaded(site, language)
    found, number = read(text), Words(language).say("prose-number")
    assert differences(found, grids(state, language), number) == []
    assert untold(found, {name: one for name, one in tables(state, language, WORKING).items() if name in TOLD}) == []
    cells = [" ".join(cell.split()) for rows in found for row in rows for cell in row]
    for words in (PIPES, LINES):
        assert any(one_cell((words,)) in cell for cell in cells), "what would break a table is in one cell"


async def test_a_file_whose_tables_say_something_else_is_found(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a cell exchanged for its neighbour, a row that is missing, a pipe that is not escaped."""
    text, state = await downloaded(site, "en")
    found, told = read(text), grids(state, "en")
    number = Words("en").say("prose-number")
    at = next(at for at, rows in enumerate(found) if rows[0][0] == number)
    head, first, *rest = found[at]
    for wrong in ([head, [first[0], *first[:0:-1]], *rest], [head, *rest]):
        assert differences([*found[:at], wrong, *found[at + 1 :]], told, number)
    monkeypatch.setattr(markdown, "_SPECIAL", re.compile(r"([\\`*_{}\[\]<>#~&@])"))
    site.time.on(minutes=1)
    broken, _ = await downloaded(site, "en")
    assert differences(read(broken), told, number)
