"""What facilitators see of links that were given out and of who has the agreement: a part of `accord.domain.sight`."""

from collections.abc import Iterator

from accord.domain import records as r
from accord.domain.records import FACILITATORS, Record
from accord.domain.state import State

Shown = tuple[str, Record]


def shares(state: State) -> Iterator[Shown]:
    for id_ in state.shares:
        if shown := share(state, id_):
            yield shown
    for version in state.received:
        if shown := receipt(state, version):
            yield shown


def share(state: State, id_: str) -> Shown | None:
    one = state.shares.get(id_)
    if one is None:
        return None
    opened = tuple(r.Opened(version, o.first, o.last, o.days) for version, o in one.openings.items())
    return FACILITATORS, r.Share(one.id, one.to, one.opens, one.by, one.at, one.revoked, opened)


def receipt(state: State, version: str) -> Shown | None:
    people = state.received.get(version)
    return (FACILITATORS, r.Receipt(version, people)) if people else None
