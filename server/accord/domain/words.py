"""People's words, made safe to keep: normalised, without control characters, within their limits."""

import re
import unicodedata
from functools import lru_cache

from accord.errors import Refused

NAME, TITLE, NOTE, SHORT, WORDING, JOT = 60, 140, 2_000, 500, 10_000, 10_000
LINES = 200
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LONE_JOINER = re.compile("(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])[\u200c\u200d]|\u200c")


def clean(text: str, limit: int, field: str = "text", *, empty: bool = False) -> str:
    """The words as kept: NFC, line ends \\n, no control or direction characters, trimmed.

    Refused("bad_input") when nothing is left (unless `empty`), or when they are longer than `limit` characters
    or LINES lines.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused("bad_input", field=field, why="characters") from None
    kept = unicodedata.normalize("NFC", _visible(text)).strip()
    if not kept and not empty:
        raise Refused("bad_input", field=field, why="empty")
    if len(kept) > limit or kept.count("\n") > LINES:
        raise Refused("bad_input", field=field, why="long", limit=limit, length=len(kept))
    return kept


def clean_name(name: str) -> str:
    """One line, at most 60 characters, joiners only inside emoji."""
    return clean(" ".join(_LONE_JOINER.sub("", _visible(name)).split()), NAME, "name")


def _visible(text: str) -> str:
    return _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


_LOOKS = str.maketrans("аеоркстухіјѕвнмԁԛԝһӏαορτκνιυχβη0", "aeopkctyxijsbhmdqwhlaoptkviyxbno")
"""Letters of other alphabets that look like Latin ones in small letters (after Unicode TS 39)."""


@lru_cache(4096)
def looks(name: str) -> str:
    """The same for two names that nobody tells apart on a screen."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().translate(_LOOKS).split())


def same_name(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
