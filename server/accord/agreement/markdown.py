"""Draft → Markdown that pastes cleanly into wikis and documents. Words of users are escaped: they make no markup."""

import re
from collections.abc import Iterable, Iterator

from accord.agreement import typography
from accord.agreement.draft import Answered, Board, Draft, Reservation, Section, Side, Sources
from accord.agreement.html import Page, agreed, named, signed
from accord.agreement.outline import Block, Card, Fact, Grid, Heading, Items, Paragraph

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&@]|:(?=//))")
_OPENING = re.compile(r"^([-+=]|\d+(?=[.)](?:\s|$)))")


def escaped(text: str) -> str:
    """The text as text, on one line: a line break of the user becomes " / ". Addresses make no links."""
    lines = (line.strip() for line in typography.capped(text).split("\n"))
    return _opening(" / ".join(_SPECIAL.sub(r"\\\1", line) for line in lines if line))


def _opening(text: str) -> str:
    """A dash or "1." at the beginning would start a list."""
    found = _OPENING.match(text)
    if not found:
        return text
    rest = text[found.end() :]
    return f"{found[1]}\\{rest}" if found[1].isdigit() else f"\\{found[1]}{rest}"


def markdown(draft: Draft) -> str:
    """The whole document, as of the draft."""
    return "\n".join(_Markdown(draft).lines()).rstrip() + "\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    heads = tuple(head)
    yield from (_row(*heads), _row(*("---" for _ in heads)), *(_row(*row) for row in rows), "")


class _Markdown:
    def __init__(self, draft: Draft) -> None:
        self.draft, self.page = draft, Page(draft)
        self.say = self.page.say

    def lines(self) -> Iterator[str]:
        draft = self.draft
        yield from (f"# {escaped(draft.title)}", "", f"{escaped(draft.company)} · {self.say('kind')}", "")
        yield from self._facts()
        for section in draft.sections:
            yield from self._signoff(section) if section.id == "signoff" else self._section(section)
        if not any(section.id == "signoff" for section in draft.sections):
            yield from self._signoff(Section("signoff", "", self.say("sign-title")))
        for annex in draft.annexes:
            if self.page.filled(annex):
                yield from self._annex(annex)

    def _facts(self) -> Iterator[str]:
        draft = self.draft
        yield f"- {self.say('version')}: {self.page.status()}"
        if draft.hash:
            yield f"- {self.say('fingerprint')}: `{draft.hash}`"
        for side in draft.sides:
            yield f"- {_mark(side)} {escaped(side.name)}: {', '.join(escaped(named(p)) for p in side.people) or '–'}"
        yield ""

    def _section(self, section: Section) -> Iterator[str]:
        yield from (f"## {section.number}. {escaped(section.title)}", "")
        if section.id == "parties":
            marketing, sales = (escaped(side.name) for side in self.draft.sides)
            yield self.say("parties", marketing=marketing, sales=sales, company=escaped(self.draft.company))
            yield ""
        dated = section.id == "period" and self.page.dated
        if dated:
            yield from (self.page.dated, "")
        if not section.covered and section.id != "parties" and not dated:
            yield from (f"*{escaped(section.planned) or self.say('not-covered')}*", "")
        if section.id == "goals" and self.page.goal:
            yield from (escaped(self.page.goal), "")
        yield from self._blocks(self._said(section))
        if section.id == "purpose":
            yield from (self.say("boundary"), "")

    def _said(self, section: Section) -> Iterable[Block]:
        """Here the figures of the funnel are a table."""
        return section.said if section.id == "goals" else self.page.blocks_of(section)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            match block:
                case Heading():
                    yield from (f"### {escaped(block.text)}", "")
                case Paragraph():
                    yield from (self._clause(block, escaped(block.text)), "")
                case Items():
                    yield from (f"### {escaped(block.title)}", "", *(f"- {escaped(one)}" for one in block.items), "")
                case Card():
                    yield from self._card(block)
                case Grid():
                    yield from self._grid(block)

    def _clause(self, block: Paragraph | Card, words: str) -> str:
        marks = [key for key, on in (("heads", block.heads), ("edited", block.edited)) if on]
        edited = "".join(f" *{self.say(key)}*" for key in marks)
        return f"{_bold(block.number)}{words}{self._sources(block.sources)}{edited}"

    def _card(self, card: Card) -> Iterator[str]:
        title = f"**{escaped(card.title)}**" if card.title else ""
        words = f"{_bold(card.mark)}{' – '.join(part for part in (title, escaped(card.text)) if part)}"
        yield from (self._clause(card, words), "")
        yield from (_fact(fact) for fact in (*card.facts, *card.history))
        yield ""

    def _grid(self, grid: Grid) -> Iterator[str]:
        """A line break in a cell is <br>, which every reader of Markdown tables knows."""
        if grid.title:
            yield from (f"### {escaped(grid.title)}", "")
        yield from _table(
            (self.page.prose("number"), *map(escaped, grid.head)),
            ((line.number, *("<br>".join(map(escaped, cell)) for cell in line.cells)) for line in grid.lines),
        )

    def _sources(self, found: Sources) -> str:
        counts = (("●", found.marketing), ("■", found.sales), ("◌", found.other))
        shown = " ".join(f"{mark} {count}" for mark, count in counts if count)
        return f" ({shown})" if shown else ""

    def _signoff(self, section: Section) -> Iterator[str]:
        number = f"{section.number}. " if section.number else ""
        yield from (f"## {number}{escaped(section.title)}", "")
        if not self.draft.hash:
            yield from (self.say("sign-draft"), "", self.say("seal-form"), "")
            return
        yield from (self.say("sign-intro", version=self.draft.version), "")
        for side in self.draft.sides:
            yield from self._signatures(side)
        yield from (self.say("seal-change"), "", self.say("seal-form"), "")

    def _signatures(self, side: Side) -> Iterator[str]:
        found = [s for s in self.draft.signatures if s.team == side.team]
        count = self.say("sign-count", side=escaped(side.name), signed=signed(found), of=len(found))
        yield from (f"**{_mark(side)} {count}**", "")
        moment = self.page.values()["moment"]
        yield from _table(
            (self.say("sign-person"), self.say("sign-decision"), self.say("sign-when")),
            (
                (
                    escaped(named(s.person)),
                    self.say(f"sign-{s.decision or 'waiting'}") + (f": {escaped(s.reason)}" if s.reason else ""),
                    moment(s.at) if s.at else "",
                )
                for s in found
            ),
        )

    def _annex(self, annex: Section) -> Iterator[str]:
        yield from (f"## {annex.number}. {escaped(annex.title)}", "")
        yield from self._blocks(self.page.blocks_of(annex))
        for board in self.page.boards(annex):
            yield from self._board(board)
        if annex.id == "annex_open":
            yield from self._open_points()
        if annex.id == "annex_provenance":
            yield from self._origins() if self.draft.origins else ()
            yield from self._kept()
            yield from self._reviews()

    def _board(self, board: Board) -> Iterator[str]:
        yield from (f"### {escaped(board.name)}", "")
        for answer in board.answers:
            if not answer.empty:
                yield from self._answer(answer)
        if board.credit:
            yield from (self.say("markdown-credit", credit=escaped(board.credit)), "")

    def _answer(self, answer: Answered) -> Iterator[str]:
        consent = ""
        if answer.outcome:
            consented, of = agreed(answer)
            consent = f" ✓ {self.say('canvas-agreed', agreed=consented, of=of)}"
        yield from (f"#### {answer.number}. {escaped(answer.title)}{consent}", "", f"*{escaped(answer.question)}*", "")
        if answer.outcome:
            yield from (escaped(answer.outcome.text), "")
        if answer.difference:
            yield from (escaped(self.page.gap(answer)), "")
        marks = {"marketing": "●", "sales": "■", None: "◌"}
        for note in answer.notes:
            tail = self.page.note_tail(note)
            yield f"- {marks[note.team]} {escaped(note.text)}" + (f" ({escaped(tail)})" if tail else "")
        yield ""

    def _open_points(self) -> Iterator[str]:
        yield from _table(
            (self.say("open-text"), self.say("open-owner"), self.say("open-due")),
            (
                (escaped(p.text), escaped(p.owner), typography.iso_day(p.due, self.draft.language))
                for p in self.draft.open_points
            ),
        )

    def _origins(self) -> Iterator[str]:
        day = self.page.values()["day"]
        columns = ("clause", "from", "notes", "consent", "day")
        yield from _table(
            (self.say(f"origin-{column}") for column in columns),
            (
                (
                    ", ".join(o.clauses),
                    f"{escaped(o.activity)}: {escaped(o.prompt)}" + "".join(map(self._reservation, o.reservations)),
                    self._sources(o.sources).strip(" ()"),
                    self.page.levels(o),
                    day(o.at),
                )
                for o in self.draft.origins
            ),
        )

    def _kept(self) -> Iterator[str]:
        if self.draft.kept:
            yield from (f"### {self.say('kept-title')}", "")
            lines = ((escaped(one.text), escaped(one.reason)) for one in self.draft.kept)
            yield from _table((self.say("kept-finding"), self.say("kept-reason")), lines)

    def _reviews(self) -> Iterator[str]:
        day, columns = self.page.values()["day"], ("works", "mends", "differ", "single")
        for one in self.draft.reviews:
            yield from (f"### {self.say('reviewed-title', day=day(one.at))}", "")
            heads = (self.say("reviewed-chapter"), *(self.say(f"reviewed-{column}") for column in columns))
            lines = (
                (f"{c.number}. {escaped(c.title)}", *(str(getattr(c, column)) for column in columns))
                for c in one.chapters
            )
            yield from _table(heads, lines)

    def _reservation(self, found: Reservation) -> str:
        return " / " + self.say("origin-reservation", level=found.level, text=escaped(found.text))


def _mark(side: Side) -> str:
    return "●" if side.team == "marketing" else "■"


def _bold(text: str) -> str:
    return f"**{text}** " if text else ""


def _fact(fact: Fact) -> str:
    return f"- {escaped(fact.label)}: {escaped(fact.text)}"
