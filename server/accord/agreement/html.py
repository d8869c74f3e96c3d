"""Draft → HTML: the page people preview is the page the PDF is printed from.

Templates lie in exports/. Words of users are text and nothing else: never in an attribute, a style or an address.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from msgspec import Struct

from accord import resources
from accord.agreement import boards, funnel, typography
from accord.agreement.draft import Answered, Board, Clause, Draft, Note, Origin, Section, Side, Signature, named
from accord.agreement.outline import Block, Grid, Paragraph
from accord.agreement.summary import summary
from accord.domain.catalogue import LANGUAGES, Language, Team
from accord.domain.funnel_rows import FUNNEL
from accord.domain.records import Funnel
from accord.words import Words

ASSETS: Final = "/exports/"
"""Where the pages expect document.css and fonts/; the server hands them out there, the press from its own list."""

FALLBACK: Final = "<!--fallback-->"
"""Where a page links the faces for rare letters. Words of users cannot make it: their < is escaped."""

_RARE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u2010-\u2014\u2018-\u201e\u2020-\u2022"
    "\u2026\u202f\u2030\u2039\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212\u2260\u2264\u2265\u25a0\u25a1\u25cb\u25cc\u25cf\u2610\u2611\u2665"
    "\u2713\u2717]"
)
"""Letters that Source Sans and Source Serif may lack; a test holds the rest against the fonts."""

NAMES_ON_COVER: Final = 12
NAMES_IN_COLUMNS: Final = 30
NOTES_IN_LIST: Final = 60
COLOURS: Final = ("blue", "amber", "violet", "ochre", "green", "rose")
DEFAULT: Final[dict[Team, str]] = {"marketing": "blue", "sales": "amber"}
INKS: Final = {
    "blue": "#1f5391",
    "amber": "#bd700f",
    "violet": "#5b3b8c",
    "ochre": "#a8801a",
    "green": "#17603f",
    "rose": "#c25a73",
}
"""The marks of document.css: inside a picture the press reads no style sheet."""


def page(draft: Draft, verify: str = "") -> str:
    """The whole document as HTML. `verify`: the page where who holds it can ask about it, if others can reach it."""
    return _rendered("document.html.jinja", Page(draft, verify).values())


def board(draft: Draft, step: str) -> str:
    """One board as a printable page: the canvas as a picture and everything on it as a list. KeyError if not there."""
    found = {one.step: one for one in draft.boards}[step]
    return _rendered("board.html.jinja", Page(draft).values() | {"board": found})


class Qr(Struct, frozen=True):
    """Dark modules as the path of an SVG, `size` modules wide with the quiet zone."""

    path: str
    size: int


def qr(text: str) -> Qr:
    code = segno.make(text, error="m", micro=False)
    rows = [list(row) for row in code.matrix]
    dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module]
    return Qr("".join(dark), len(rows) + 4)


class Tools:
    """What templates may ask for in one language."""

    def __init__(self, language: Language, timezone: str) -> None:
        self.language, self.timezone = language, timezone
        self.words = Words(language)

    def values(self) -> dict[str, Any]:
        return {
            "language": self.language,
            "assets": ASSETS,
            "say": self.say,
            "prose": self.prose,
            "bound": lambda text: typography.bound(typography.capped(text), self.language),
            "dir": typography.direction,
            "day": lambda ms: typography.day(ms, self.timezone, self.language),
            "moment": lambda ms: typography.moment(ms, self.timezone, self.language),
            "second": lambda ms: typography.second(ms, self.timezone, self.language),
            "iso_day": lambda text: typography.iso_day(text, self.language),
            "number": self.number,
            "groups": typography.groups,
        }

    def number(self, value: float) -> str:
        return typography.number(value, self.language)

    def prose(self, id_: str, **values: object) -> str:
        return typography.bound(self.words.say(f"prose-{id_}", **values), self.language)

    def say(self, id_: str, **values: object) -> str:
        return typography.bound(self.words.say(f"document-{id_}", **values), self.language)


class Page(Tools):
    """The values and questions of the document's templates."""

    def __init__(self, draft: Draft, verify: str = "") -> None:
        super().__init__(draft.language, draft.timezone)
        self.draft, self.verify = draft, verify

    def values(self) -> dict[str, Any]:
        draft = self.draft
        return super().values() | {
            "draft": draft,
            "status": self.status(),
            "dated": self.dated,
            "lead": _lead(draft),
            "chapters": [s for s in draft.sections if s.id != "signoff"],
            "signoff": next((s for s in draft.sections if s.id == "signoff"), None),
            "annexes": [annex for annex in draft.annexes if self.filled(annex)],
            "parties": next((s.number for s in draft.sections if s.id == "parties"), ""),
            "colour": colour,
            "picture": boards.picture,
            "funnel": draft.funnel,
            "goal": self.goal,
            "drawn_funnel": funnel.picture(draft.funnel.figures) if draft.funnel else None,
            "blocks_of": self.blocks_of,
            "has_wide": lambda section: any(isinstance(one, Grid) and one.wide for one in section.said[:1]),
            "number_of": {c.row: c.number for s in draft.sections if s.id == "goals" for c in s.clauses if c.row},
            "ink": {side.team: INKS[colour(side)] for side in draft.sides},
            "percent": self.percent,
            "signed_number": self.signed_number,
            "side_names": {side.team: side.name for side in draft.sides},
            "named": named,
            "on_cover": NAMES_ON_COVER,
            "in_columns": NAMES_IN_COLUMNS,
            "in_list": NOTES_IN_LIST,
            "signatures": lambda team: [s for s in draft.signatures if s.team == team],
            "signed": signed,
            "boards": self.boards,
            "gap": self.gap,
            "levels": self.levels,
            "agreed": agreed,
            "note_tail": self.note_tail,
            "seal": qr(self.about()) if draft.hash else None,
            "verify": self.verify,
            "brief": summary(draft),
            "foot": self.foot(),
        }

    def about(self) -> str:
        """What the QR code says: where the page is that knows the fingerprint, or only the fingerprint."""
        draft = self.draft
        return f"{self.verify}#{draft.hash}" if self.verify else f"accord {draft.version} sha256 {draft.hash}"

    def foot(self) -> str:
        draft = self.draft
        if not draft.hash:
            return self.say("foot-draft", version=draft.version)
        return self.say("foot", version=draft.version, fingerprint=typography.groups(draft.hash, 4))

    @property
    def dated(self) -> str:
        """From when to when it runs, and when it is looked at again; "" while nobody said."""
        start, end, review = (
            typography.iso_day(one, self.draft.language)
            for one in (self.draft.period.start, self.draft.period.end, self.draft.period.review)
        )
        if not start or not end:
            return ""
        runs = self.say("period", start=start, end=end)
        return f"{runs} " + self.say("period-review", review=review) if review else runs

    @property
    def goal(self) -> str:
        """The shared goal in words; "" while nobody named it or its levels lack figures."""
        found = self.draft.funnel.figures if self.draft.funnel else None
        if found is None or found.goal is None or found.won is None:
            return ""
        return " ".join(self._goal(found, found.goal, found.won))

    def _goal(self, found: Funnel, goal: float, won: float) -> Iterator[str]:
        number, currency, day = self.number, found.currency, typography.iso_day
        yield self.say("funnel-goal", goal=number(goal), currency=currency, won=round(won, 1), contracts=number(won))
        if found.deal is not None:
            yield self.say("funnel-deal", deal=number(found.deal), currency=currency)
        if found.starts and found.ends:
            starts, ends = (day(one, self.language) for one in (found.starts, found.ends))
            yield self.say("funnel-period", **{"from": starts, "to": ends})
        if found.coverage is not None and found.pipeline is not None:
            pipeline, times = number(found.pipeline), number(found.coverage)
            yield self.say("funnel-coverage", pipeline=pipeline, currency=currency, times=times)

    def status(self) -> str:
        draft = self.draft
        owed = sum(not s.decision for s in draft.signatures)
        refused = sum(s.decision == "refuse" for s in draft.signatures)
        values = {"version": draft.version, "left": owed, "of": len(draft.signatures), "refused": refused}
        return self.say(f"status-{draft.status.replace('_', '-')}", **values)

    def filled(self, annex: Section) -> bool:
        told = self.draft.origins or self.draft.kept or self.draft.reviews
        lists = {"annex_open": self.draft.open_points, "annex_provenance": told}
        return bool(annex.clauses or self.boards(annex) or lists.get(annex.id))

    def boards(self, annex: Section) -> list[Board]:
        return [one for one in self.draft.boards if one.annex == annex.id]

    def left_over(self, annex: Section) -> list[Clause]:
        """Clauses of an annex that its boards do not show already."""
        said = {a.outcome.text for one in self.boards(annex) for a in one.answers if a.outcome}
        return [clause for clause in annex.clauses if clause.text not in said]

    def blocks_of(self, section: Section) -> list[Block]:
        """Without what a board or the picture of the funnel says already."""
        said = {a.outcome.text for one in self.boards(section) for a in one.answers if a.outcome}
        return [one for one in section.said if not self._told(section, one, said)]

    def _told(self, section: Section, block: Block, said: set[str]) -> bool:
        if isinstance(block, Paragraph):
            return block.text in said
        return isinstance(block, Grid) and section.id == "goals" and bool(self.draft.funnel) and block.table == FUNNEL

    def levels(self, origin: Origin) -> str:
        said = (self.say("origin-level", count=n, level=level) for level, n in origin.levels.items())
        return ", ".join(said)

    def note_tail(self, note: Note) -> str:
        """The days of a step and the evidence of a ranked item."""
        parts = [note.evidence] if note.evidence else []
        if note.days is not None:
            days = typography.number(note.days, self.language)
            parts.insert(0, self.say("note-days", count=days, days=note.days))
        return ", ".join(parts)

    def percent(self, share: float) -> str:
        return self.say("percent", value=typography.number(share * 100, self.language))

    def signed_number(self, value: float) -> str:
        sign = "+" if value > 0 else "−" if value < 0 else "±"
        return sign + typography.number(abs(value), self.language)

    def gap(self, answer: Answered) -> str:
        found = answer.difference
        if found is None:
            return ""
        kind = {"scale_gap": "scale", "one_sided_themes": "themes", "shared_top3": "top"}.get(
            found.measure, found.measure
        )
        figures: dict[str, object] = {
            key.replace("_", "-"): typography.number(value, self.language) for key, value in found.parts.items()
        }
        if kind == "themes":
            figures["themes"] = int(found.parts["themes"])  # a number, so that its plural is right
        names = {f"{side.team}-name": side.name for side in self.draft.sides}
        verdict = self.say("gap-wide" if found.flag else "gap-near")
        return f"{verdict} {self.say(f'gap-{kind}', **figures, **names)}"


def colour(side: Side) -> str:
    """A class of document.css; never the words of a file."""
    return side.colour if side.colour in COLOURS else DEFAULT[side.team]


def signed(signatures: list[Signature]) -> int:
    return sum(s.decision in ("accept", "reserve") for s in signatures)


def agreed(answer: Answered) -> tuple[int, int]:
    """How many consented (3 or more), of how many."""
    levels = answer.outcome.levels if answer.outcome else {}
    return sum(n for level, n in levels.items() if level >= 3), sum(levels.values())


def _lead(draft: Draft) -> str:
    """The sentence under the title: what this is for, if that has been agreed in few words."""
    texts = [clause.text for one in ("purpose", "goals") for s in draft.sections if s.id == one for clause in s.clauses]
    return next((text for text in texts if len(text) <= 280 and "\n" not in text), "")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(resources.exports()),
        autoescape=select_autoescape(enabled_extensions=("jinja",), default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def warm() -> None:
    """Templates and words, once: it takes a third of a second in which nobody else gets the interpreter."""
    for name in _environment().list_templates(extensions=["jinja"]):
        _environment().get_template(name)
    for language in LANGUAGES:
        Tools(language, "UTC").say("funnel-month", count=1)


def _rendered(name: str, values: dict[str, Any]) -> str:
    page = str(_environment().get_template(name).render(values))
    link = f'<link rel="stylesheet" href="{ASSETS}fallback.css">'
    return page.replace(FALLBACK, link if _RARE.search(page) else "", 1)


def render(name: str, tools: Tools, **values: object) -> str:
    """Another page of exports/, with the tools of a language."""
    return _rendered(name, tools.values() | values)


def render_page(name: str, page: Page, **values: object) -> str:
    """Another page about a draft."""
    return _rendered(name, page.values() | values)


__all__ = ["Qr", "Tools", "board", "named", "page", "qr", "render", "render_page"]
