"""Sheets for the office wall: a canvas, the promises side by side, the glossary. Draft → HTML. Pure.

They are drawn as A4 across; the press enlarges them (`ZOOMS`), so that letters grow with the sheet.
"""

from collections.abc import Callable
from math import ceil
from typing import Final, Literal

from msgspec import Struct

from accord.agreement.draft import Draft
from accord.agreement.html import Page, qr, render_page
from accord.agreement.tables import Line, Told
from accord.domain.catalogue import TEAMS, Team

Kind = Literal["promises", "glossary"]
ZOOMS: Final = {"a4": 1.0, "a3": 2**0.5, "a1": 2 * 2**0.5}
PROMISED: Final[dict[Team, str]] = {"marketing": "marketing_commitments", "sales": "sales_commitments"}
HEADINGS: Final[dict[Kind, str]] = {"promises": "poster-promises", "glossary": "poster-glossary"}
TYPES: Final = (20, 18, 16, 15, 14, 13, 12, 11, 10, 9, 8)
"""Points, on the A4 that is drawn. The first in which everything fits one sheet; the last goes on to another."""

A_SHEET: Final = 14
"""Promises of a team on one sheet: a wall is read from three steps away, and layout across many sheets takes long."""

HEIGHT: Final = 152.0
WIDE, NARROW = 128.0, 83.0
"""Millimetres: of the sheet below its title, of a team's column, of a column of terms."""

POINT: Final = 0.353  # mm


class Entry(Struct, frozen=True):
    """`mark` M1 or the term; `more` stands small below."""

    mark: str
    text: str
    more: str = ""


Promises = dict[Team, list[Entry]]


def poster(draft: Draft, told: dict[str, Told], kind: Kind, current: str = "") -> str:
    """`current` is the address of the version in force, told by a QR code; "" leaves it out."""
    page = Page(draft)
    promises: Promises = {team: _promises(told.get(name)) for team, name in PROMISED.items()}
    terms = _terms(told.get("definitions"))
    values: dict[str, object] = {
        "kind": kind,
        "heading": page.say(HEADINGS[kind]),
        "promises": promises,
        "terms": terms,
        "drawn": None,
    }
    return _made(page, values | {"size": _size(kind, promises, terms), "sheets": _sheets(promises)}, current)


def canvas(draft: Draft, step: str, current: str = "") -> str:
    """KeyError for a step that nobody worked on."""
    found, page = {one.step: one for one in draft.boards}[step], Page(draft)
    values: dict[str, object] = {
        "kind": "canvas",
        "heading": found.name,
        "promises": {},
        "terms": [],
        "drawn": found,
        "size": "t12",
        "sheets": (),
    }
    return _made(page, values, current)


def _sheets(promises: Promises) -> list[int]:
    """The first promise of each sheet."""
    return list(range(0, max(1, *map(len, promises.values())), A_SHEET))


def _made(page: Page, values: dict[str, object], current: str) -> str:
    code = qr(current) if current else None
    return render_page("poster.html.jinja", page, current=code, a_sheet=A_SHEET, **values)


def _promises(table: Told | None) -> list[Entry]:
    return [Entry(line.mark, line.said("clause"), _more(line)) for line in table.lines] if table else []


def _more(line: Line) -> str:
    return " · ".join(text for field in ("target", "owner", "deadline") if (text := line.said(field)))


def _terms(table: Told | None) -> list[Entry]:
    return [Entry(line.said("term"), line.said("sentence")) for line in table.lines] if table else []


def _size(kind: Kind, promises: Promises, terms: list[Entry]) -> str:
    if kind == "promises":
        return _fitting(lambda em: max(sum(_promise(one, em) for one in promises[team]) for team in TEAMS) + 2 * em)
    return _fitting(lambda em: sum(_term(one, em) for one in terms) / 3 + 2 * em)


def _fitting(height: Callable[[float], float]) -> str:
    fits = (points for points in TYPES if height(points * POINT) <= HEIGHT)
    return f"t{next(fits, TYPES[-1])}"


def _promise(one: Entry, em: float) -> float:
    width = WIDE - 2.2 * em
    return (0.8 + 1.28 * _lines(one.text, width, em) + 0.95 * _lines(one.more, width, 0.7 * em)) * em


def _term(one: Entry, em: float) -> float:
    return (0.8 + 1.25 * _lines(one.mark, NARROW, em) + 1.28 * _lines(one.text, NARROW, em)) * em


def _lines(text: str, width: float, em: float) -> int:
    """With letters a little wider than they are, for what words leave free at the end of lines."""
    letters = max(1, int(width / (0.52 * em)))
    return sum(max(1, ceil(len(line) / letters)) for line in text.split("\n")) if text else 0
