"""How often rooms send: an idle room at once, a busy one in ticks, longer when sending takes too much."""

EDIT_GAP = 0.006
"""Seconds between two frames of a room that carry changes."""
HERE_GAP = 0.055
"""Seconds between two frames that carry only presence."""
LONGEST = 0.150
SHARE = 0.5
"""Of one core, for sending in all rooms."""


class Pace:
    """Shared by all rooms of a process. `cost` is the sum of the rooms' average seconds a flush."""

    def __init__(self) -> None:
        self.cost = 0.0

    def gap(self) -> float:
        """Seconds to wait between two frames of a room now."""
        return min(max(EDIT_GAP, self.cost / SHARE), LONGEST)

    def here_gap(self) -> float:
        return max(HERE_GAP, self.gap())


class Cost:
    """One room's average seconds a flush, kept in the sum of its Pace."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.average = 0.0

    def add(self, seconds: float) -> None:
        change = 0.2 * (seconds - self.average)
        self.average += change
        self.pace.cost += change

    def leave(self) -> None:
        self.pace.cost -= self.average
