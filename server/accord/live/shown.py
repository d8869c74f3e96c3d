"""The records a room shows now, encoded once each, and since when: all that joining and coming back need."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from accord.domain.records import ALL
from accord.domain.sight import Shown

_ENCODE = msgspec.json.Encoder().encode


class Entry(NamedTuple):
    audience: str
    body: bytes
    seq: int


class Gone(NamedTuple):
    """A record that some may remember: who could see it, and when that ended."""

    audiences: frozenset[str]
    seq: int


class Change:
    """What one flush puts and takes away, per audience."""

    def __init__(self) -> None:
        self.put: dict[str, list[bytes]] = {}
        self.gone: dict[str, list[bytes]] = {}

    def audiences(self) -> set[str]:
        return set(self.put) | set(self.gone)


class ShownRecords:
    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.gone: dict[str, Gone] = {}
        self._by: dict[str, dict[str, Entry]] = {}
        self._all: bytes | None = None
        self.keys = self.entries.keys()

    def update(self, looked: Iterable[tuple[str, Shown | None]], seq: int) -> Change:
        """Show what was looked at; gives what changed for whom. Unchanged records cost nothing further."""
        change = Change()
        for key, shown in looked:
            self._one(key, shown, seq, change)
        if ALL in change.put or ALL in change.gone:
            self._all = None
        return change

    def _one(self, key: str, shown: Shown | None, seq: int, change: Change) -> None:
        old = self.entries.get(key)
        if shown is None:
            if old:
                self._forget(key, old, seq, change)
            return
        audience, body = shown[0], _ENCODE(shown[1])
        if old and old.audience == audience and old.body == body:
            return
        if old and old.audience != audience:
            self._forget(key, old, seq, change)
        entry = Entry(audience, body, seq)
        self.entries[key] = entry
        self._by.setdefault(audience, {})[key] = entry
        change.put.setdefault(audience, []).append(body)

    def _forget(self, key: str, old: Entry, seq: int, change: Change) -> None:
        del self.entries[key]
        del self._by[old.audience][key]
        before = self.gone.get(key)
        self.gone[key] = Gone((before.audiences if before else frozenset()) | {old.audience}, seq)
        change.gone.setdefault(old.audience, []).append(_ENCODE(key))

    def everything(self, audience: str) -> bytes:
        """The records of one audience, joined by commas; the one for all is kept until it changes."""
        if audience != ALL:
            return _join(self._by.get(audience, {}).values())
        if self._all is None:
            self._all = _join(self._by.get(ALL, {}).values())
        return self._all

    def since(self, seq: int, audiences: tuple[str, ...]) -> tuple[bytes, bytes]:
        """(put, gone) after `seq`, each joined by commas, for somebody of these audiences."""
        put = [e for a in audiences for e in self._by.get(a, {}).values() if e.seq > seq]
        gone = [
            _ENCODE(key)
            for key, was in self.gone.items()
            if was.seq > seq and not was.audiences.isdisjoint(audiences) and not self._visible(key, audiences)
        ]
        return _join(put), b",".join(gone)

    def _visible(self, key: str, audiences: tuple[str, ...]) -> bool:
        entry = self.entries.get(key)
        return entry is not None and entry.audience in audiences


def _join(entries: Iterable[Entry]) -> bytes:
    return b",".join([entry.body for entry in entries])
