"""How often somebody may fail. Only failures count, and only the door for codes ever slows down: links stay open."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from typing import Final

from accord.errors import Refused
from accord.settings import Limits

WINDOW: Final = 600.0  # seconds an address is remembered for
ADDRESSES: Final = 10_000  # kept at most; the one that failed longest ago is forgotten first
GRAIN: Final = 0.25  # a refusal leaves at a multiple of this many seconds, whatever it was for

Clock = Callable[[], float]
"""Seconds, monotonic."""

Sleep = Callable[[float], Awaitable[None]]


class Bucket:
    """Holds up to `burst` pieces and gains `rate` a second."""

    def __init__(self, rate: float, burst: float, clock: Clock) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._level, self._at = burst, clock()

    def level(self) -> float:
        now = self._clock()
        self._level = min(self._burst, self._level + (now - self._at) * self._rate)
        self._at = now
        return self._level

    def take(self) -> bool:
        """One piece, if there is one."""
        if self.level() < 1:
            return False
        self._level -= 1
        return True

    def spend(self) -> None:
        """One piece, even below nothing (down to one piece of debt)."""
        self._level = max(-1.0, self.level() - 1)


class CodeDoor:
    """Tries of codes: one bucket of failures for the server, a wait for an address that failed often, no lock."""

    def __init__(self, limits: Limits, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        self._clock, self._sleep = clock, sleep
        self._bucket = Bucket(limits.code_failures_per_minute / 60, limits.code_failures_burst, clock)
        self._allowed, self._delay = limits.address_failures, limits.address_delay
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()

    async def enter(self, address: str) -> None:
        """Before a try: waits if the address failed often; Refused("too_fast") while the server is being searched."""
        if self._bucket.level() < 1:
            raise Refused("too_fast", seconds=10)
        if self.failures(address) >= self._allowed:
            await self._sleep(self._delay)

    def failed(self, address: str) -> int:
        """Counts one failure; answers how many this address has had in the window."""
        self._bucket.spend()
        self._failures.setdefault(address, deque(maxlen=self._allowed)).append(self._clock())
        self._failures.move_to_end(address)
        while len(self._failures) > ADDRESSES:
            self._failures.popitem(last=False)
        return self.failures(address)

    def failures(self, address: str) -> int:
        kept = self._failures.get(address, deque())
        while kept and kept[0] < self._clock() - WINDOW:
            kept.popleft()
        return len(kept)

    async def level_time(self, started: float) -> None:
        """Waits until the next grain after `started`, so that the time of a refusal tells nothing."""
        passed = self._clock() - started
        await self._sleep(GRAIN - passed % GRAIN)


class PerPerson:
    """Costly work (printing, exports): a bucket a person."""

    def __init__(self, per_minute: float, clock: Clock) -> None:
        self._per_minute, self._clock = per_minute, clock
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, person: str) -> None:
        """Refused("too_fast") when the person asked too often."""
        bucket = self._buckets.setdefault(person, Bucket(self._per_minute / 60, max(3, self._per_minute), self._clock))
        self._buckets.move_to_end(person)
        while len(self._buckets) > ADDRESSES:
            self._buckets.popitem(last=False)
        if not bucket.take():
            raise Refused("too_fast", seconds=round(60 / self._per_minute))


def short_address(address: str) -> str:
    """An address as logs may keep it: /24 of IPv4, /48 of IPv6."""
    if "." in address and ":" not in address:
        return ".".join(address.split(".")[:3]) + ".0"
    return ":".join(address.split(":")[:3]) + "::" if ":" in address else ""
