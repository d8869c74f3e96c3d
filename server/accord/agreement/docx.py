"""Draft → DOCX: to be edited in a word processor, with real headings, lists and tables whose head comes again."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from accord.agreement import typography
from accord.agreement.draft import Answered, Board, Draft, Section
from accord.agreement.html import Page, agreed, named
from accord.agreement.outline import Block, Card, Grid, Heading, Items, Paragraph
from accord.agreement.sheets import CONTROL

SHEET: Final = 165  # mm between the margins
NUMBER: Final = Mm(15)
COLUMNS, SMALL = 5, Pt(9)
"""More columns than that are set in smaller type."""

CARD: Final = (Mm(48), Mm(117))


def docx_of(draft: Draft) -> bytes:
    """The whole document. The same draft gives the same bytes but for the times inside the container."""
    target = io.BytesIO()
    _Writing(draft).document().save(target)
    return target.getvalue()


def clean(text: str) -> str:
    return CONTROL.sub("", typography.capped(text))


class _Writing:
    def __init__(self, draft: Draft) -> None:
        self.draft, self.page, self.doc = draft, Page(draft), docx.Document()
        self.say = self.page.say
        _dress(self.doc, draft)

    def document(self) -> Any:
        draft = self.draft
        self.doc.add_heading(clean(draft.title), 0)
        self.text(f"{draft.company} · {self.say('kind')}")
        self.grid((), self._facts())
        for section in draft.sections:
            self._section(section)
        if not any(section.id == "signoff" for section in draft.sections):
            self.doc.add_heading(self.say("sign-title"), 1)
            self._signoff()
        for annex in draft.annexes:
            if self.page.filled(annex):
                self._annex(annex)
        return self.doc

    def text(self, words: str, style: str | None = None) -> Any:
        return self.doc.add_paragraph(clean(words), style)

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield self.say("version"), self.page.status()
        if self.draft.hash:
            yield self.say("fingerprint"), self.draft.hash
        for side in self.draft.sides:
            yield side.name, ", ".join(map(named, side.people)) or "–"

    # --- chapters ---

    def _section(self, section: Section) -> None:
        self.doc.add_heading(clean(f"{section.number}. {section.title}"), 1)
        if section.id == "signoff":
            self._signoff()
            return
        if section.id == "parties":
            marketing, sales = (side.name for side in self.draft.sides)
            self.text(self.say("parties", marketing=marketing, sales=sales, company=self.draft.company))
        if section.id == "period" and self.page.dated:
            self.text(self.page.dated)
        elif not section.covered and section.id != "parties":
            self.text(section.planned or self.say("not-covered"))
        if section.id == "goals" and self.page.goal:
            self.text(self.page.goal)
        self.blocks(section.said if section.id == "goals" else self.page.blocks_of(section))
        if section.id == "purpose":
            self.text(self.say("boundary"))

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Heading():
                    self.doc.add_heading(clean(block.text), 2)
                case Paragraph():
                    self._clause(block, "", block.text)
                case Items():
                    self.doc.add_heading(clean(block.title), 2)
                    for item in block.items:
                        self.text(item, "List Bullet")
                case Card():
                    self._card(block)
                case Grid():
                    self._table(block)

    def _clause(self, block: Paragraph | Card, name: str, words: str) -> None:
        paragraph = self.doc.add_paragraph()
        if lead := "  ".join(part for part in (block.number, name) if part):
            paragraph.add_run(clean(lead) + "  ").bold = True
        paragraph.add_run(clean(words))
        marks = [self.say(key) for key, on in (("heads", block.heads), ("edited", block.edited)) if on]
        if marks:
            paragraph.add_run(f" ({', '.join(marks)})").italic = True

    def _card(self, card: Card) -> None:
        """A sentence, and what belongs to it as a table of two columns."""
        name = " ".join(part for part in (card.mark, card.title) if part)
        if card.title:
            self.doc.add_heading(clean("  ".join(part for part in (card.number, name) if part)), 3)
            if card.text:
                self.text(card.text)
        else:
            self._clause(card, card.mark, card.text)
        self.grid((), [(fact.label, "\n".join(fact.values)) for fact in (*card.facts, *card.history)])

    def _table(self, grid: Grid) -> None:
        if grid.title:
            self.doc.add_heading(clean(grid.title), 2)
        head = (self.page.prose("number"), *grid.head)
        self.grid(
            head, [(line.number, *("\n".join(cell) for cell in line.cells)) for line in grid.lines], numbered=True
        )

    def grid(self, head: Sequence[str], rows: Iterable[Sequence[str]], numbered: bool = False) -> None:
        """A table; its head comes again on every page. Without one, the first column says what stands beside it."""
        lines = [head, *rows] if head else list(rows)
        if not lines:
            return
        table = self.doc.add_table(len(lines), len(lines[0]), "Table Grid")
        for place, (row, cells) in enumerate(zip(table.rows, lines, strict=True)):
            for at, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
                run = cell.paragraphs[0].add_run(clean(words))
                run.bold = place == 0 if head else at == 0
                run.font.size = SMALL if len(cells) > COLUMNS else None
        if head:
            _head(table)
        _widths(table, _columns(len(lines[0])) if numbered else () if head else CARD)
        self.doc.add_paragraph().paragraph_format.space_after = Pt(0)

    # --- signatures and annexes ---

    def _signoff(self) -> None:
        if not self.draft.hash:
            self.text(self.say("sign-draft"))
            return
        self.text(self.say("sign-intro", version=self.draft.version))
        moment = self.page.values()["moment"]
        head = (self.say("sign-person"), self.say("sign-decision"), self.say("sign-when"))
        for side in self.draft.sides:
            found = [one for one in self.draft.signatures if one.team == side.team]
            self.doc.add_heading(clean(side.name), 2)
            self.grid(
                head,
                [
                    (
                        named(one.person),
                        self.say(f"sign-{one.decision or 'waiting'}") + (f": {one.reason}" if one.reason else ""),
                        moment(one.at) if one.at else "",
                    )
                    for one in found
                ],
            )

    def _annex(self, annex: Section) -> None:
        self.doc.add_heading(clean(f"{annex.number}. {annex.title}"), 1)
        self.blocks(self.page.blocks_of(annex))
        for board in self.page.boards(annex):
            self._board(board)
        if annex.id == "annex_open" and self.draft.open_points:
            head = (self.say("open-text"), self.say("open-owner"), self.say("open-due"))
            points = self.draft.open_points
            self.grid(head, [(p.text, p.owner, typography.iso_day(p.due, self.draft.language)) for p in points])
        if annex.id == "annex_provenance":
            self._origins()

    def _board(self, board: Board) -> None:
        self.doc.add_heading(clean(board.name), 2)
        for answer in board.answers:
            if not answer.empty:
                self._answer(answer)
        if board.credit:
            self.text(board.credit)

    def _answer(self, answer: Answered) -> None:
        self.doc.add_heading(clean(f"{answer.number}. {answer.title}"), 3)
        if answer.outcome:
            consented, of = agreed(answer)
            self.text(answer.outcome.text)
            self.text(f"✓ {self.say('canvas-agreed', agreed=consented, of=of)}")
        marks = {"marketing": "●", "sales": "■", None: "◌"}
        for note in answer.notes:
            tail = self.page.note_tail(note)
            self.text(f"{marks[note.team]} {note.text}" + (f" ({tail})" if tail else ""), "List Bullet")

    def _origins(self) -> None:
        day = self.page.values()["day"]
        head = tuple(self.say(f"origin-{column}") for column in ("clause", "from", "consent", "day"))
        lines = [
            (", ".join(o.clauses), f"{o.activity}: {o.prompt}", self.page.levels(o), day(o.at))
            for o in self.draft.origins
        ]
        if lines:
            self.grid(head, lines)


def _dress(doc: Any, draft: Draft) -> None:
    """An A4 sheet, the document's language, its title, and no times but its own."""
    page = doc.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(25), Mm(20), Mm(22), Mm(20)
    fonts = doc.styles["Normal"].font
    fonts.name, fonts.size = "Calibri", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"pl": "pl-PL", "en": "en-GB"}[draft.language])
    found = doc.styles["Normal"].element.get_or_add_rPr()
    found.append(language)
    about, at = doc.core_properties, datetime.fromtimestamp(draft.at / 1000, UTC).replace(tzinfo=None)
    about.title, about.author, about.comments = clean(draft.title)[:250], clean(draft.company)[:250], ""
    about.language, about.created, about.modified = draft.language, at, at


def _head(table: Any) -> None:
    again = OxmlElement("w:tblHeader")
    again.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(again)
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().insert(0, whole)


def _columns(count: int) -> Sequence[Any]:
    """A narrow column of numbers, and the rest of the sheet shared."""
    return (NUMBER, *[Mm((SHEET - 15) / max(1, count - 1))] * (count - 1))


def _widths(table: Any, widths: Sequence[Any]) -> None:
    if not widths:
        return
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
