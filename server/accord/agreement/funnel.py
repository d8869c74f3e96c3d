"""The funnel as a picture on paper: what everybody sees of its figures → where bands and words lie. Pure.

Marketing lies left of the fold with dots at its ends, sales right of it with stripes, so that a photocopy still tells
them apart. Widths are logarithmic, as on the screen. Four units are a millimetre of an A4 page.
"""

from collections.abc import Iterable, Mapping
from math import log10
from typing import Any, Final

from msgspec import Struct

from accord.domain import records as r
from accord.domain import sight_funnel
from accord.domain.catalogue import TEAMS, Language, Table
from accord.domain.funnel_parts import FunnelLevel, FunnelStream
from accord.domain.funnel_rows import CAPACITY, FUNNEL, TABLES, Line

WIDTH: Final = 652.0
MIDDLE: Final = 128.0
BAND: Final = 30.0
STEP: Final = 20.0
END: Final = 11.0
LEAST: Final = 92.0
LETTERS: Final = 20


class Agreed(Struct, frozen=True):
    """A funnel whose rows were agreed. `roles`: row → name."""

    figures: r.Funnel
    roles: dict[str, str] = {}


def agreed(tables: Iterable[Any], known: Mapping[str, Table], language: Language) -> Agreed | None:
    """From the tables of a version's content; None without a level. `known` are the tables as they were planned."""
    lines = {one["id"]: [_line(one["id"], row, known, language) for row in one["rows"]] for one in tables}
    lines = {name: some for name, some in lines.items() if name in TABLES}
    if not lines.get(FUNNEL):
        return None
    roles = {line.id: line.said("role") for line in lines.get(CAPACITY, [])}
    return Agreed(sight_funnel.record(lines), roles)


def _line(table: str, row: Any, known: Mapping[str, Table], language: Language) -> Line:
    """A row that is still called what it began as is called so in the reader's language."""
    found = known.get(table)
    start = next((s for s in found.starters if s.id == row["starter"]), None) if found else None
    called = start.cells.get(found.head) if found and start else None
    words = dict(row["cells"])
    if found and called and words.get(found.head) in (called.pl, called.en):
        words[found.head] = called.said(language)
    return Line(row["id"], words)


class Words(Struct, frozen=True):
    """Words that end ("end"), begin ("start") or centre ("middle") at x."""

    x: float
    y: float
    anchor: str
    volume: int | None = None
    month: float | None = None
    rate: float | None = None
    points: float | None = None


class Band(Struct, frozen=True):
    """A level of one stream: its band, the strip at its far end, and the slope down to the next, as points."""

    side: str
    x: float
    y: float
    width: float
    strip: float
    slope: str
    before: float | None
    words: Words
    step: Words | None


class Name(Struct, frozen=True):
    """A level beside its bands; `sum` where streams meet."""

    text: str
    owner: str
    y: float
    sum: int | None = None


class Head(Struct, frozen=True):
    side: str
    x: float
    anchor: str
    share: float | None


class Picture(Struct, frozen=True):
    height: float
    band: float
    middle: float
    heads: tuple[Head, ...]
    names: tuple[Name, ...]
    bands: tuple[Band, ...]


def picture(funnel: r.Funnel) -> Picture:
    """Streams of both teams from the top; one alone takes the whole width."""
    streams = [stream for team in TEAMS for stream in funnel.streams if stream.id == team]
    return _Drawing(streams).picture(funnel) if streams else Picture(0, BAND, 0, (), (), ())


def order(streams: list[FunnelStream]) -> list[str]:
    """Every level once, from the top, where the streams have it."""
    found: list[str] = []
    for stream in streams:
        at = len(found)
        for level in reversed(stream.levels):
            if level.id in found:
                at = found.index(level.id)
            else:
                found.insert(at, level.id)
    return found


class _Drawing:
    def __init__(self, streams: list[FunnelStream]) -> None:
        self.streams = streams
        self.alone = len(streams) == 1
        self.room = WIDTH - MIDDLE if self.alone else (WIDTH - MIDDLE) / 2
        self.rows = order(streams)
        levels = [level for stream in streams for level in stream.levels]
        self.most = max([1.0, *(n for level in levels for n in (level.volume, level.baseline) if n is not None)])

    def picture(self, funnel: r.Funnel) -> Picture:
        middle = MIDDLE / 2 if self.alone else WIDTH / 2
        height = self.top(len(self.rows) - 1) + BAND + 4
        bands = [band for stream in self.streams for at in range(len(stream.levels)) if (band := self.band(stream, at))]
        heads = tuple(self.head(stream) for stream in self.streams)
        return Picture(height, BAND, middle, heads, tuple(self.name(funnel, one) for one in self.rows), tuple(bands))

    def top(self, row: int) -> float:
        """Of a row; the heads lie above the first."""
        return 26 + row * (BAND + STEP)

    def fold(self, side: str) -> float:
        """Where a side begins."""
        return self.room if side == TEAMS[0] and not self.alone else WIDTH - self.room

    def left(self, side: str) -> bool:
        return side == TEAMS[0] and not self.alone

    def wide(self, volume: float | None) -> float | None:
        if volume is None:
            return None
        return round(LEAST + (self.room - LEAST) * log10(1 + max(0.0, volume)) / log10(1 + self.most), 1)

    def head(self, stream: FunnelStream) -> Head:
        left = self.left(stream.id)
        return Head(stream.id, self.fold(stream.id), "end" if left else "start", stream.share)

    def name(self, funnel: r.Funnel, id_: str) -> Name:
        levels = [level for stream in self.streams for level in stream.levels if level.id == id_]
        met = next((one.shown for one in funnel.junctions if one.level == id_), None)
        text = levels[0].name or id_
        short = text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip() + "…"
        return Name(short, levels[0].owner, self.top(self.rows.index(id_)) + BAND / 2, met)

    def band(self, stream: FunnelStream, at: int) -> Band | None:
        level = stream.levels[at]
        width = self.wide(level.volume)
        if width is None:
            return None
        after = stream.levels[at + 1] if at + 1 < len(stream.levels) else None
        fold, left, y = self.fold(stream.id), self.left(stream.id), self.top(self.rows.index(level.id))
        before = self.wide(level.baseline)
        inside = fold - 7 if left else fold + 7
        anchor = "end" if left else "start"
        return Band(
            side=stream.id,
            x=fold - width if left else fold,
            y=y,
            width=width,
            strip=fold - width if left else fold + width - END,
            slope=self.slope(fold, left, y + BAND, width, self.wide(after.volume) if after else None),
            before=None if before is None else (fold - before if left else fold + before),
            words=Words(inside, y + BAND / 2, anchor, level.shown, level.month),
            step=_step(level, inside, y, anchor) if after else None,
        )

    def slope(self, fold: float, left: bool, y: float, above: float, below: float | None) -> str:
        """The points between two bands, "" where the lower one is not known."""
        if below is None:
            return ""
        way = -1 if left else 1
        corners = ((fold, y), (fold + way * above, y), (fold + way * below, y + STEP), (fold, y + STEP))
        return " ".join(f"{x:g},{at:g}" for x, at in corners)


def _step(level: FunnelLevel, x: float, y: float, anchor: str) -> Words | None:
    if level.rate is None:
        return None
    moved = level.points if level.points is not None and abs(level.points) >= 0.05 else None
    return Words(x, y + BAND + STEP / 2, anchor, rate=level.rate, points=moved)
