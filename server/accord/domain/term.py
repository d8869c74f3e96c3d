"""How long an agreement runs, and weaknesses people leave in it on purpose."""

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


class Reminding(Struct, frozen=True):
    """People are reminded by mail from `at` until `until`; ms UTC."""

    until: int
    at: int
