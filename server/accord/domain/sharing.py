"""Who was given the agreement to read: links for people without a seat, and what is known of their arrival."""

from typing import Literal

from msgspec import Struct

Opens = Literal["page", "wall", "poster"]
"""Where a link leads: to the agreement; to the view for a screen on a wall; to the agreement, from printed posters."""

DAY = 86_400_000  # ms


class Opening(Struct, frozen=True):
    """What one link showed of one version: when first and last (ms UTC), and on how many days (UTC) it was opened."""

    first: int
    last: int
    days: int = 1


class Share(Struct, frozen=True):
    """A link for somebody who reads only. `openings` by version, "" is the draft. `revoked`: it opens nothing since."""

    id: str
    to: str
    opens: Opens
    by: str
    at: int
    revoked: int | None = None
    openings: dict[str, Opening] = {}


def again(found: Opening | None, at: int) -> Opening:
    """With one more day on which it was opened."""
    return Opening(found.first, at, found.days + 1) if found else Opening(at, at)


def is_news(found: Opening | None, at: int) -> bool:
    """Whether an opening at that moment is worth an event: the first of a version on a day."""
    return found is None or at // DAY > found.last // DAY
