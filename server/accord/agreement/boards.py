"""How a canvas fits on its sheet: which words stand in the picture and which only in the list behind it. Pure.

All lengths in millimetres. Widths of letters are estimates for our faces, on the generous side.
"""

from collections.abc import Iterable
from math import ceil
from typing import Final

from msgspec import Struct

from accord.agreement.draft import Answered, Board, Note

WIDTH: Final = 269.0
HEIGHT: Final = 146.0
PADDING: Final = 3.2
HEART: Final = 58.0
"""The zone that lies over the others is drawn as a circle of this diameter."""


class Size(Struct, frozen=True):
    """One step of type: width of a letter and height of a line, for the agreed wording and for notes."""

    name: str
    said: tuple[float, float]
    note: tuple[float, float]


SIZES: Final = (
    Size("large", (1.86, 4.95), (1.54, 4.25)),
    Size("middle", (1.66, 4.40), (1.40, 3.90)),
    Size("small", (1.40, 3.75), (1.22, 3.40)),
)


class Bay(Struct, frozen=True):
    """What the circle takes from a zone: `side` left or right, `before` and `height` from the top, `width`."""

    side: str
    before: int
    width: int
    height: int


class Zone(Struct, frozen=True):
    """A zone as drawn. `said` is the agreed wording, cut if `cut`; `more` notes are only in the list."""

    answer: Answered
    said: str
    notes: tuple[Note, ...]
    more: int
    cut: bool
    bay: Bay | None
    heart: bool


class Picture(Struct, frozen=True):
    board: Board
    size: str
    zones: tuple[Zone, ...]

    @property
    def left(self) -> tuple[Answered, ...]:
        """The zones of which something is not in the picture; they follow as a list."""
        return tuple(zone.answer for zone in self.zones if zone.more or zone.cut)

    @property
    def fits(self) -> bool:
        """Nothing would be gained by smaller type: in the heart there is room for the wording only."""
        return not any(zone.cut or (zone.more and not zone.heart) for zone in self.zones)


def picture(board: Board) -> Picture:
    """The largest type in which everything fits; in the smallest, what does not fit is left to the list."""
    for size in SIZES:
        drawn = Picture(board, size.name, tuple(_zone(board, answer, size) for answer in board.answers))
        if drawn.fits:
            break
    return drawn


def heart(board: Board) -> Answered | None:
    """The zone that lies over others."""
    found = [a for a in board.answers if sum(_overlap(a, b) for b in board.answers if b is not a) >= 2]
    return min(found, key=_area) if found else None


def _area(answer: Answered) -> int:
    _, _, w, h = answer.place or (0, 0, 0, 0)
    return w * h


def _overlap(one: Answered, other: Answered) -> bool:
    ax, ay, aw, ah = one.place or (0, 0, 0, 0)
    bx, by, bw, bh = other.place or (0, 0, 0, 0)
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah and _area(one) < _area(other)


def _zone(board: Board, answer: Answered, size: Size) -> Zone:
    over = heart(board)
    if answer is over:
        return _in_heart(answer, size)
    bay = _bay(answer, over) if over and _overlap(over, answer) else None
    _, _, w, h = answer.place or (0, 0, 100, 100)
    room = _Room(w / 100 * WIDTH - 2 * PADDING, h / 100 * HEIGHT - 2 * PADDING, bay)
    room.take(8.0)  # the heading
    said, cut = room.said(answer.outcome.text if answer.outcome else answer.question, size)
    notes = () if cut else room.notes(answer.notes, size)
    more = len(answer.notes) - len(notes)
    return Zone(answer, said if answer.outcome else answer.question, notes, more, cut, bay, False)


def _in_heart(answer: Answered, size: Size) -> Zone:
    room = _Room(HEART * 0.76, HEART * 0.62, None)
    said, cut = room.said(answer.outcome.text if answer.outcome else answer.question, size)
    notes = () if answer.outcome or cut else room.notes(answer.notes, size)
    return Zone(answer, said, notes, len(answer.notes) - len(notes), cut, None, True)


def _bay(answer: Answered, over: Answered) -> Bay:
    x, y, w, h = answer.place or (0, 0, 100, 100)
    ox, oy, ow, oh = over.place or (0, 0, 0, 0)
    middle_x, middle_y, radius = (ox + ow / 2) / 100 * WIDTH, (oy + oh / 2) / 100 * HEIGHT, HEART / 2 + 2
    left, top, right, bottom = x / 100 * WIDTH, y / 100 * HEIGHT, (x + w) / 100 * WIDTH, (y + h) / 100 * HEIGHT
    on_right = middle_x > (left + right) / 2
    width = right - (middle_x - radius) if on_right else middle_x + radius - left
    before = max(0.0, middle_y - radius - top - PADDING)
    height = min(bottom - PADDING, middle_y + radius) - top - PADDING - before
    return Bay("right" if on_right else "left", int(before), ceil(width - PADDING), ceil(height))


class _Room:
    """The free space of a zone, filled from the top."""

    def __init__(self, width: float, height: float, bay: Bay | None) -> None:
        self.width, self.height, self.bay, self.used = width, height, bay, 0.0

    def take(self, height: float) -> None:
        self.used += height

    def _width(self, line: float) -> float:
        bay = self.bay
        if bay and self.used + line > bay.before and self.used < bay.before + bay.height:
            return self.width - bay.width
        return self.width

    def _lines(self, words: Iterable[str], letter: float, line: float, indent: float) -> int | None:
        """How many words of the text fit; None if all do."""
        free, started = 0.0, False
        for done, word in enumerate(words):
            needs = len(word) * letter
            while not started or needs > free:
                if started:
                    self.take(line)
                if self.used + line > self.height:
                    return done
                needs -= free if started and needs > self._width(line) - indent else 0
                free, started = max(self._width(line) - indent, 4 * letter), True
                if needs > free:
                    free, needs = 0.0, needs - free
                    continue
            free -= needs + letter
        self.take(line)
        return None

    def said(self, text: str, size: Size) -> tuple[str, bool]:
        """The wording, or as much of it as fits, and whether it was cut."""
        words = text.split()
        fits = self._lines(words, *size.said, 0.0)
        self.take(1.5)
        return (text, False) if fits is None else (" ".join(words[: max(0, fits - 2)]) + " …", True)

    def notes(self, notes: tuple[Note, ...], size: Size) -> tuple[Note, ...]:
        """The notes that fit whole, with a line left to say how many are missing."""
        if self._fit(notes, size, 0.0) == len(notes):
            return notes
        return notes[: self._fit(notes, size, size.note[1] + 1.0)]

    def _fit(self, notes: tuple[Note, ...], size: Size, kept: float) -> int:
        room = _Room(self.width, self.height - kept, self.bay)
        room.used = self.used
        for done, note in enumerate(notes):
            if room._lines(note.text.split(), *size.note, 4.0) is not None:
                return done
            room.take(0.9)
        return len(notes)
