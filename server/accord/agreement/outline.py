"""The neutral form of a document's words: what every format (HTML, Markdown, DOCX, XLSX, JSON) prints. Pure.

`draft(...)` gives sections and annexes whose `blocks` are these, in reading order. All words are in the draft's
language, with numbers, dates, units and names already said; nothing in them is markup. `number` is that of the clause
("7.3"), `clause` its id and so its anchor; both "" for words that belong to no clause. `sources` are its notes.

What each format still says itself, because it draws it: the people of the parties, the picture of the funnel (its
figures stand here as tables as well: `table` is in accord.domain.funnel_rows.TABLES), canvases and signatures.
"""

from collections.abc import Iterator

from msgspec import Struct


class Sources(Struct, frozen=True):
    """How many notes; `other` are those whose team is hidden."""

    marketing: int = 0
    sales: int = 0
    other: int = 0


class Heading(Struct, frozen=True, tag="heading"):
    """Below the title of the section."""

    text: str


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """`edited`: people changed the words after they agreed. `fixed`: words of the form, not of the teams.

    `heads`, here and below: so far only the heads of the teams have drafted it.
    """

    text: str
    number: str = ""
    clause: str = ""
    sources: Sources = Sources()
    edited: bool = False
    fixed: bool = False
    heads: bool = False


class Items(Struct, frozen=True, tag="items"):
    """A list under a sentence."""

    title: str
    items: tuple[str, ...]


class Fact(Struct, frozen=True):
    """A name and what it is; more than one value is a list."""

    label: str
    values: tuple[str, ...]

    @property
    def text(self) -> str:
        """On one line; whole sentences stand one after the other."""
        whole = all(value.rstrip("”\"'").endswith((".", "!", "?")) or value.endswith(".") for value in self.values)
        return (" " if whole else "; ").join(self.values)


class Card(Struct, frozen=True, tag="card"):
    """One row told as a sentence with its facts: a definition, a promise, a persona. `mark` is M1, S2 … or ""."""

    title: str
    text: str
    facts: tuple[Fact, ...]
    number: str = ""
    clause: str = ""
    mark: str = ""
    table: str = ""
    history: tuple[Fact, ...] = ()
    beside: bool = False  # the data that stands beside words written by hand
    sources: Sources = Sources()
    edited: bool = False
    heads: bool = False


class Line(Struct, frozen=True):
    """A row of a grid: as many cells as the head; a cell is some lines of words. The first cell names the row."""

    cells: tuple[tuple[str, ...], ...]
    number: str = ""
    clause: str = ""
    heads: bool = False


class Grid(Struct, frozen=True, tag="grid"):
    """A table. `wide`: it wants a sheet across."""

    table: str
    title: str
    head: tuple[str, ...]
    lines: tuple[Line, ...]
    wide: bool = False


Block = Heading | Paragraph | Items | Card | Grid


def words(block: Block) -> Iterator[str]:
    """Every piece of text in it, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Items():
            yield from (block.title, *block.items)
        case Card():
            yield from (block.title, block.text)
            for fact in (*block.facts, *block.history):
                yield from (fact.label, *fact.values)
        case Grid():
            yield from (block.title, *block.head)
            yield from (text for line in block.lines for cell in line.cells for text in cell)
