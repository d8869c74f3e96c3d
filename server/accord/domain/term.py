"""How long an agreement runs, weaknesses people leave in it on purpose, and what was reached while it ran."""

from msgspec import Struct


class Period(Struct, frozen=True):
    """ISO dates; "" while nobody said. `review` is when the agreement is looked at again."""

    start: str = ""
    end: str = ""
    review: str = ""


class Kept(Struct, frozen=True):
    """A finding that stays on purpose, and why."""

    reason: str
    by: str
    at: int


class Actual(Struct, frozen=True):
    """What was reached of a row in one month, as somebody entered it. `at` in ms UTC."""

    value: float
    by: str
    at: int
    note: str = ""


class Reminding(Struct, frozen=True):
    """People are reminded by mail from `at` until `until`; ms UTC."""

    until: int
    at: int
