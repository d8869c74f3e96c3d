"""What the record of a funnel is made of: figures as they go over the wire and into the document.

Volumes keep their decimals; `shown` is the one to print. Dates are ISO.
"""

from datetime import date

from msgspec import Struct, structs

from accord.domain.funnel import Figures, FunnelInput, Level, LevelFigures, Number, Stream, StreamFigures


class FunnelLevel(Struct, frozen=True):
    """See `accord.domain.funnel.LevelFigures`. `row` is where it was written, `written` its volume there."""

    row: str
    id: str
    name: str
    unit: str
    owner: str
    baseline: Number = None
    written: Number = None
    volume: Number = None
    shown: int | None = None
    rate: Number = None
    base_rate: Number = None
    low: Number = None
    high: Number = None
    gap: Number = None
    gap_share: Number = None
    points: Number = None
    month: Number = None
    week: Number = None
    day: Number = None
    per_deal: Number = None
    value: Number = None
    cost: Number = None
    opens: str = ""
    closes: str = ""
    lever: str = ""
    rule: str = ""


class FunnelStream(Struct, frozen=True):
    """`share` of the revenue, 0…1; `rate` from the first level to the contract."""

    id: str
    levels: tuple[FunnelLevel, ...]
    share: Number = None
    won: Number = None
    revenue: Number = None
    rate: Number = None


def streams(asked: FunnelInput, found: Figures, rows: dict[str, list[str]]) -> tuple[FunnelStream, ...]:
    """`rows`: the ids of the rows that each stream's levels were read from."""
    return tuple(
        _stream(stream, its, rows[stream.id]) for stream, its in zip(asked.streams, found.streams, strict=True)
    )


def _stream(stream: Stream, its: StreamFigures, rows: list[str]) -> FunnelStream:
    levels = tuple(_level(*one) for one in zip(rows, stream.levels, its.levels, strict=True))
    return FunnelStream(stream.id, levels, stream.share, its.won, its.revenue, its.rate)


def _level(row: str, level: Level, its: LevelFigures) -> FunnelLevel:
    low, high = its.interval or (None, None)
    opens, closes = its.window or (None, None)
    same = {name: getattr(its, name) for name in structs.asdict(its) if name in FunnelLevel.__struct_fields__}
    about = {name: getattr(level, name) for name in ("name", "unit", "owner", "baseline", "lever", "rule")}
    return FunnelLevel(
        **same, **about, row=row, written=level.volume, low=low, high=high, opens=_iso(opens), closes=_iso(closes)
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
